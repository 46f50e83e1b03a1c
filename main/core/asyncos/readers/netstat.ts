import type { Reading } from '../command';
import { readBy } from '../sift';

export interface SocketEnd {
  readonly address: string;
  readonly port: number;
}
export interface Sockets {
  readonly listening: readonly SocketEnd[];
  readonly established: readonly { readonly local: SocketEnd; readonly remote: SocketEnd; readonly state: string }[];
}

// `tcp4   0   0 192.0.2.20.7025   *.*   LISTEN`: FreeBSD puts a dot before the port; sample netstat-sockets-sma.txt.
const SOCKET = /^(tcp|udp)\S*\s+\d+\s+\d+\s+(\S+)\s+(\S+)(?:\s+([A-Z_0-9]+))?$/;
// `tcp4  0/0/50  *.25`: the queue of a listening socket (item "Size of the listen queues").
const QUEUE = /^tcp\S*\s+\d+\/\d+\/\d+\s+(\S+)$/;
const MENU =
  /^\d\. (?:List of active sockets|State of network|Contents of routing|Size of the listen|Packet traffic|IPv[46] only|Both)/i;
/** Names that FreeBSD prints for ports when addresses are not shown as numbers. */
const SERVICES: Record<string, number> = { ssh: 22, smtp: 25, http: 80, https: 443 };

const endOf = (text: string | undefined): SocketEnd | null => {
  const found = /^(.+)\.([A-Za-z0-9-]+)$/.exec(text ?? '');
  const name = found?.[2] ?? '';
  const port = /^\d{1,5}$/.test(name) ? Number(name) : SERVICES[name];
  return found?.[1] === undefined || port === undefined ? null : { address: found[1], port };
};

/** Reads the socket table, or the listen queues, of `netstat`. */
export const readNetstat = (text: string): Reading<Sockets> => {
  const listening: SocketEnd[] = [];
  const established: { local: SocketEnd; remote: SocketEnd; state: string }[] = [];
  let table = false;
  const listen = (end: SocketEnd | null) => {
    if (end !== null) listening.push(end);
  };
  const socket = (found: RegExpExecArray) => {
    table = true;
    const [local, remote, state] = [endOf(found[2]), endOf(found[3]), found[4] ?? ''];
    if (state === 'LISTEN') listen(local);
    else if (local && remote) established.push({ local, remote, state });
  };
  return readBy(
    text,
    () => [
      { test: /^(?:Choose the information you want to display|Select the ip version):?$/i },
      { test: MENU },
      { test: /^Active Internet connections/i },
      { test: /^Current listen queue sizes/i },
      {
        test: /^Proto\b.*(?:Local Address|Listen)/i,
        take: () => {
          table = true;
        },
      },
      { test: SOCKET, take: socket },
      { test: QUEUE, take: (found) => listen(endOf(found[1])) },
    ],
    () => (table || listening.length > 0 ? { listening, established } : null),
  );
};
