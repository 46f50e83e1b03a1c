import { type Appliance, jumpSecretName, type Site } from '../core/model';
import { Credentials } from '../run';
import type { Question } from '../ssh';

export interface HeldSecret {
  readonly appliance: string;
  readonly secret: string;
}

/** Whose host key was shown: the appliance's, or that of the jump host before it. */
export type KeyOwner = 'appliance' | 'jump';

const keyAt = ({ host, sshPort, jump }: Appliance, owner: KeyOwner, fingerprint: string): string =>
  owner === 'jump' ? `jump ${jump?.host} ${jump?.port} ${fingerprint}` : `${host} ${sshPort} ${fingerprint}`;

/** Who logs in with the secret that is held under this name. */
const userOf = (site: Site, name: string): string | null => {
  const own = site.appliances.find((one) => one.name === name);
  const before = site.appliances.find((one) => jumpSecretName(one.name) === name);
  return own?.user ?? before?.jump?.user ?? null;
};

/** What one open case knows of logging in. Secrets live here only, in memory, until the case is put away. */
export class Logins {
  /** One for the tests of connections and for all runs, so that what one was refused no other offers again. */
  readonly credentials = new Credentials();
  private readonly secrets = new Map<string, string>();
  /** Codes of a second factor, each good for one login. */
  private readonly codes = new Map<string, string>();
  /** The host key that a test of the connection saw last, by appliance. */
  private readonly keys = new Map<string, string>();

  hold(secrets: readonly HeldSecret[]): void {
    for (const { appliance, secret } of secrets) this.secrets.set(appliance, secret);
  }

  /** Typed by the engineer just now: it may be offered, also where the same one was refused before. */
  typed({ appliance, secret }: HeldSecret, site: Site): void {
    this.hold([{ appliance, secret }]);
    const user = userOf(site, appliance);
    if (user !== null) this.credentials.typedAgain(user, secret);
  }

  /** A code was typed: the password before it may be offered once more, as the code is another one. */
  typedCode({ appliance, secret: code }: HeldSecret, site: Site): void {
    this.codes.set(appliance, code);
    const [user, password] = [userOf(site, appliance), this.secrets.get(appliance)];
    if (user !== null && password !== undefined) this.credentials.typedAgain(user, password);
  }

  /** The code that was typed for one login, for the one thing that is asked; it is forgotten with that. */
  answersTo(appliance: string, { prompts }: Question): readonly string[] | null {
    const code = this.codes.get(appliance);
    if (prompts.length !== 1 || code === undefined) return null;
    this.codes.delete(appliance);
    return [code];
  }

  secretOf(appliance: string): string | null {
    return this.secrets.get(appliance) ?? null;
  }

  /** Whose secrets are held, by name. */
  names(): string[] {
    return [...this.secrets.keys()].sort();
  }

  /** For the bundle, which removes them wherever they stand. */
  all(): string[] {
    return [...this.secrets.values(), ...this.codes.values()];
  }

  /** A test of the connection showed this host key to the engineer. */
  showedKey(appliance: Appliance, owner: KeyOwner, fingerprint: string): void {
    this.keys.set(appliance.name, keyAt(appliance, owner, fingerprint));
  }

  /** Whose key this is, where it is the one that was shown last, and of the same place. */
  wasShown(appliance: Appliance, fingerprint: string): KeyOwner | null {
    const shown = this.keys.get(appliance.name);
    const owners: readonly KeyOwner[] = appliance.jump === null ? ['appliance'] : ['appliance', 'jump'];
    return owners.find((owner) => shown === keyAt(appliance, owner, fingerprint)) ?? null;
  }

  forget(): void {
    this.secrets.clear();
    this.codes.clear();
  }
}
