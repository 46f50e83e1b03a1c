/** How a login that offered a credential came out. */
export type Offered = 'accepted' | 'refused' | 'neither';

/**
 * Who may offer a credential. Cluster members share their users, and refusals lock the account and block the laptop's
 * address: until one login succeeds the logins with a credential offer it one after another, and a credential that one
 * appliance refused is offered to no other (probing etiquette, domain page section 7).
 */
export class Credentials {
  private readonly trusted = new Set<string>();
  private readonly refused = new Set<string>();
  private readonly offering = new Map<string, { readonly over: Promise<void>; readonly end: () => void }>();

  /** Waits for its turn; false: it was refused elsewhere, or nobody waits any more. */
  async mayOffer(credential: string, signal: AbortSignal): Promise<boolean> {
    for (;;) {
      if (signal.aborted || this.refused.has(credential)) return false;
      if (this.trusted.has(credential)) return true;
      const other = this.offering.get(credential);
      if (other === undefined) break;
      await other.over;
    }
    let end: () => void = () => undefined;
    const over = new Promise<void>((resolve) => {
      end = resolve;
    });
    this.offering.set(credential, { over, end });
    return true;
  }

  /** Said by whoever offered it, once the login is over. */
  settle(credential: string, outcome: Offered): void {
    if (outcome === 'accepted') this.trusted.add(credential);
    if (outcome === 'refused') this.refused.add(credential);
    this.offering.get(credential)?.end();
    this.offering.delete(credential);
  }
}
