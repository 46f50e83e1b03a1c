import type { Appliance, Site } from '../core/model';
import { Credentials } from '../run';

export interface HeldSecret {
  readonly appliance: string;
  readonly secret: string;
}

const keyAt = ({ host, sshPort }: Appliance, fingerprint: string): string => `${host} ${sshPort} ${fingerprint}`;

/** What one open case knows of logging in. Secrets live here only, in memory, until the case is put away. */
export class Logins {
  /** One for the tests of connections and for all runs, so that what one was refused no other offers again. */
  readonly credentials = new Credentials();
  private readonly secrets = new Map<string, string>();
  /** The host key that a test of the connection saw last, by appliance. */
  private readonly keys = new Map<string, string>();

  hold(secrets: readonly HeldSecret[]): void {
    for (const { appliance, secret } of secrets) this.secrets.set(appliance, secret);
  }

  /** Typed by the engineer just now: it may be offered, also where the same one was refused before. */
  typed({ appliance, secret }: HeldSecret, site: Site): void {
    this.hold([{ appliance, secret }]);
    const user = site.appliances.find((one: Appliance) => one.name === appliance)?.user ?? null;
    if (user !== null) this.credentials.typedAgain(user, secret);
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
    return [...this.secrets.values()];
  }

  /** A test of the connection showed this host key to the engineer. */
  showedKey(appliance: Appliance, fingerprint: string): void {
    this.keys.set(appliance.name, keyAt(appliance, fingerprint));
  }

  /** Whether this is the key that was shown last, and of the same place. */
  wasShown(appliance: Appliance, fingerprint: string): boolean {
    return this.keys.get(appliance.name) === keyAt(appliance, fingerprint);
  }

  forget(): void {
    this.secrets.clear();
  }
}
