import { readFile } from 'node:fs/promises';

/** What the peer's system has not acknowledged of what we said. */
export type Unacknowledged = { readonly bytes: number; readonly retransmissions: number };

export type Ports = { readonly local: number; readonly remote: number };

const portOf = (address: string | undefined): number => Number.parseInt(address?.split(':')[1] ?? '', 16);

/**
 * The send queue of the connection with these ports in the text of Linux's `/proc/net/tcp` (proc(5): addresses and
 * queues in hexadecimal, `tx_queue` counts bytes not acknowledged, `retrnsmt` the attempts since the last
 * acknowledgement); null where the connection is not in it.
 */
export const unacknowledgedIn = (table: string, { local, remote }: Ports): Unacknowledged | null => {
  for (const line of table.split('\n')) {
    const [, own, other, , queues, , retransmissions] = line.trim().split(/\s+/);
    if (portOf(own) !== local || portOf(other) !== remote) continue;
    const bytes = Number.parseInt(queues?.split(':')[0] ?? '', 16);
    return { bytes, retransmissions: Number.parseInt(retransmissions ?? '', 16) };
  }
  return null;
};

/** Asks the system; null where it does not tell (every system but Linux). Never rejects. */
export const unacknowledged = async (ports: Ports): Promise<Unacknowledged | null> => {
  for (const file of ['/proc/net/tcp', '/proc/net/tcp6']) {
    const table = await readFile(file, 'latin1').catch(() => '');
    const found = unacknowledgedIn(table, ports);
    if (found) return found;
  }
  return null;
};
