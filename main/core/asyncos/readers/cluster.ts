import type { Reading } from '../command';
import { readBy } from '../sift';

export interface ClusterMachine {
  readonly name: string;
  readonly connected: boolean;
  readonly serial: string | null;
}
export interface ClusterGroup {
  readonly name: string;
  readonly machines: readonly ClusterMachine[];
}
export interface MemberConnection {
  readonly from: string;
  readonly to: string;
  readonly connected: boolean;
  readonly text: string;
}
export interface Cluster {
  readonly cluster: string | null;
  readonly groups: readonly ClusterGroup[];
  readonly connections: readonly MemberConnection[];
  /** The appliance asked whether it should join or create a cluster: it belongs to none. */
  readonly standalone: boolean;
}

// `Machine esa3.example.com (Serial #: 000C29CCCCCC-CCCCCCC) [Disconnected]`; sample clusterconfig-list.txt (composed).
const MACHINE = /^Machine (\S+)(?:\s+\(Serial #: ([^)]*)\))?(.*)$/i;
// `esa1.example.com <-> esa3.example.com: disconnected (Connection refused)`; layout unsourced, names and words count.
const LINK = /^(\S+?)\s+(?:<-+>|-+>|to|and)\s+(\S+?):?\s+(.*\bconnect.*|.*\berror\b.*)$/i;

const isStandalone = (asks: string): boolean => /join or create a cluster/i.test(asks);

/** Reads `clusterconfig list` and `clusterconfig connstatus`, and the question that only a standalone appliance asks. */
export const readCluster = (text: string): Reading<Cluster> => {
  const groups: { name: string; machines: ClusterMachine[] }[] = [];
  const connections: MemberConnection[] = [];
  let cluster: string | null = null;
  let asked = false;
  const machine = (found: RegExpExecArray) => {
    if (groups.length === 0) groups.push({ name: '', machines: [] });
    const connected = !/disconnected/i.test(found[3] ?? '');
    groups.at(-1)?.machines.push({ name: found[1] ?? '', connected, serial: found[2] ?? null });
  };
  const link = (found: RegExpExecArray) => {
    const state = found[3] ?? '';
    const connected = /\bconnected\b/i.test(state) && !/\b(?:not connected|disconnected|error)\b/i.test(state);
    connections.push({ from: found[1] ?? '', to: found[2] ?? '', connected, text: state });
  };
  return readBy(
    text,
    () => [
      { test: /^=+$/ },
      {
        test: /^Do you want to join or create a cluster\?$/i,
        take: () => {
          asked = true;
        },
      },
      { test: /^\d\. (?:No, configure as standalone|Create a new cluster|Join an existing cluster)/i },
      { test: /^Connection status:?$/i },
      {
        test: /^Cluster (.+?):?$/,
        take: (found) => {
          cluster = found[1] ?? null;
        },
      },
      { test: /^Group (.+?):?$/, take: (found) => groups.push({ name: found[1] ?? '', machines: [] }) },
      { test: LINK, take: link },
      { test: MACHINE, take: machine },
    ],
    (output) => {
      const standalone = asked || output.questions.some((one) => isStandalone(one.asks));
      if (cluster === null && groups.length === 0 && connections.length === 0 && !standalone) return null;
      const fromPrompt = output.prompt?.mode === 'cluster' ? output.prompt.name : null;
      return { cluster: cluster ?? fromPrompt, groups, connections, standalone };
    },
  );
};

/** Reads `clusterconfig connstatus`: the pairs alone, so that nobody takes it for a list without members. */
export const readConnections = (text: string): Reading<Pick<Cluster, 'cluster' | 'connections' | 'standalone'>> => {
  const { data, ...rest } = readCluster(text);
  if (data === null) return { data: null, ...rest };
  return { data: { cluster: data.cluster, connections: data.connections, standalone: data.standalone }, ...rest };
};
