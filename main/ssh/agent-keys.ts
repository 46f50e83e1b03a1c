import ssh2, {
  type BaseAgent,
  type IdentityCallback,
  type ParsedKey,
  type PublicKeyEntry,
  type SignCallback,
  type SigningRequestOptions,
} from 'ssh2';
import { fingerprintOf } from './host-key';
import { limitOf, within } from './limit';

/** An agent that asks its owner first may take a while to say what it holds; one that hangs must not hold a login. */
const ANSWER_MS = 15_000;

type PublicKey = string | Buffer | ParsedKey;

const parsedOf = (keys: readonly (PublicKey | PublicKeyEntry)[]): ParsedKey[] =>
  keys.flatMap((one) => {
    if (typeof one === 'object' && 'pubKey' in one) return [];
    const key = ssh2.utils.parseKey(one);
    return key instanceof Error ? [] : [key];
  });

/** The agent at a place; its connections, which ssh2 leaves open while it waits, are cut once `signal` is aborted. */
const agentAt = (place: string, signal: AbortSignal): BaseAgent => {
  const agent = ssh2.createAgent(place);
  const connect = agent.getStream?.bind(agent);
  if (connect === undefined) return agent;
  Reflect.set(agent, 'getStream', (tell: Parameters<typeof connect>[0]) =>
    connect((error, stream) => {
      if (stream) {
        const cut = () => void stream.destroy();
        if (signal.aborted) cut();
        signal.addEventListener('abort', cut, { once: true });
        stream.once('close', () => signal.removeEventListener('abort', cut));
      }
      tell(error, stream);
    }),
  );
  return agent;
};

const listed = (agent: BaseAgent): Promise<ParsedKey[]> =>
  new Promise((resolve, reject) => {
    agent.getIdentities((error, keys) => (error ? reject(error) : resolve(parsedOf(keys ?? []))));
  });

/** What the agent at this place holds that we can use; rejects with the reason where it does not say so in time. */
const keysAt = async (place: string, signal: AbortSignal, milliseconds: number): Promise<ParsedKey[]> => {
  const own = new AbortController();
  const agent = agentAt(place, AbortSignal.any([signal, own.signal]));
  const held = await within(listed(agent), limitOf(milliseconds, signal)).finally(() => own.abort());
  if (held.kind === 'value') return held.value;
  throw new Error('it did not answer');
};

/** How many keys that we can use the agent at this place holds; null where none answers in time. */
export const heldAt = (place: string, milliseconds: number): Promise<number | null> =>
  keysAt(place, new AbortController().signal, milliseconds).then(
    (keys) => keys.length,
    () => null,
  );

/** An agent that offers one key: with several, ssh2 would go on to the next one even where the first was accepted. */
class OneKey extends ssh2.BaseAgent {
  constructor(
    private readonly agent: BaseAgent,
    private readonly key: ParsedKey,
  ) {
    super();
  }

  getIdentities(tell: IdentityCallback): void {
    tell(undefined, [this.key]);
  }

  sign(key: PublicKey, data: Buffer, options: SigningRequestOptions | SignCallback, tell?: SignCallback): void {
    if (typeof options === 'function') this.agent.sign(key, data, options);
    else this.agent.sign(key, data, options, tell);
  }
}

export interface AgentKeys {
  /** How many keys the agent holds. */
  readonly held: number;
  /** Each of the keys that may be offered as an agent of its own. */
  readonly few: readonly BaseAgent[];
}

interface Wanted {
  readonly socket: string;
  readonly fingerprint: string | null;
  /** Each key is an attempt of its own (probing etiquette, domain.md section 7). */
  readonly most: number;
}

/** The keys of an agent that may be offered: the one that is named, else the first few. Rejects with why there is none. */
export const agentKeys = async (
  { socket, fingerprint, most }: Wanted,
  signal: AbortSignal,
  answerMs = ANSWER_MS,
): Promise<AgentKeys> => {
  const keys = await keysAt(socket, signal, answerMs);
  if (keys.length === 0) throw new Error('it holds no key');
  const named = keys.filter((key) => fingerprintOf(key.getPublicSSH()) === fingerprint);
  if (fingerprint !== null && named.length === 0) throw new Error(`it does not hold the key ${fingerprint}`);
  const few = fingerprint === null ? keys.slice(0, most) : named.slice(0, 1);
  return { held: keys.length, few: few.map((key) => new OneKey(agentAt(socket, signal), key)) };
};
