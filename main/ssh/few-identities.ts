import ssh2, {
  type IdentityCallback,
  type ParsedKey,
  type PublicKeyEntry,
  type SignCallback,
  type SigningRequestOptions,
} from 'ssh2';
import { fingerprintOf } from './host-key';

/** Each key of an agent is an attempt of its own: two for an appliance and run (probing etiquette, domain.md section 7). */
export const MOST_IDENTITIES = 2;

type PublicKey = string | Buffer | ParsedKey;

const parsedOf = (keys: readonly (PublicKey | PublicKeyEntry)[]): ParsedKey[] =>
  keys.flatMap((one) => {
    if (typeof one === 'object' && 'pubKey' in one) return [];
    const key = ssh2.utils.parseKey(one);
    return key instanceof Error ? [] : [key];
  });

/** An agent of which few keys are offered: the one that was named, else the first two. */
export class FewIdentities extends ssh2.BaseAgent {
  private readonly agent: ssh2.BaseAgent;
  /** How many keys the agent holds and how many of them were offered, for the refusal. */
  held = 0;
  offered = 0;

  constructor(
    place: string,
    private readonly fingerprint: string | null,
    private readonly offering: (keys: number) => void,
  ) {
    super();
    this.agent = ssh2.createAgent(place);
  }

  getIdentities(tell: IdentityCallback): void {
    this.agent.getIdentities((error, keys) => {
      if (error) return tell(error);
      const usable = parsedOf(keys ?? []);
      const named = usable.filter((key) => fingerprintOf(key.getPublicSSH()) === this.fingerprint);
      const few = this.fingerprint === null ? usable.slice(0, MOST_IDENTITIES) : named.slice(0, 1);
      this.held = usable.length;
      this.offered = few.length;
      this.offering(few.length);
      if (few.length > 0) return tell(undefined, few);
      tell(new Error(usable.length === 0 ? 'it holds no key' : `it does not hold the key ${this.fingerprint ?? ''}`));
    });
  }

  sign(key: PublicKey, data: Buffer, options: SigningRequestOptions | SignCallback, tell?: SignCallback): void {
    if (typeof options === 'function') this.agent.sign(key, data, options);
    else this.agent.sign(key, data, options, tell);
  }
}

/** How many keys that we can use the agent at this place holds; null where none answers. */
export const identitiesAt = (place: string): Promise<number | null> =>
  new Promise((resolve) => {
    ssh2.createAgent(place).getIdentities((error, keys) => resolve(error ? null : parsedOf(keys ?? []).length));
  });
