import { lineKind, trimmed } from './kind';

const LABELS = ['domain', 'IP', 'port', 'details', 'interface', 'reason'] as const;
type Label = (typeof LABELS)[number];

/** Text between labels may hold blanks, so it is cut at the next known label, in their order. */
const cut = (text: string): Partial<Record<Label, string>> => {
  const places = LABELS.map((label) => ({ label, at: text.indexOf(` ${label}: `) })).filter(({ at }) => at >= 0);
  const inOrder = places.sort((one, other) => one.at - other.at);
  const fields: Partial<Record<Label, string>> = {};
  inOrder.forEach(({ label, at }, index) => {
    fields[label] = text.slice(at + label.length + 3, inOrder[index + 1]?.at).trim();
  });
  return fields;
};

const labelled = (text: string) => {
  const { domain, IP, port, details, interface: from, reason } = cut(text);
  return {
    domain: domain ?? null,
    address: IP ?? null,
    port: port === undefined || !/^\d+$/.test(port) ? null : Number(port),
    details: details ?? '',
    interface: from ?? null,
    reason: reason ?? null,
  };
};

/** A delivery connection that failed. A refused or timed-out attempt may have no opening line at all. */
export const connectionError = lineKind(
  {
    kind: 'connection-error',
    grade: 'sourced',
    source: 'MSQA, CRIBL, STW',
    starts: ['connection'],
    samples: [
      'Connection Error: DCID 63 domain: example.com IP: 192.0.2.20 port: 25 details: [Errno 0] Error interface: 192.0.2.10 reason: network error',
      'Connection Error: DCID 501 domain: the.cpq.host IP: 192.0.2.20 port: 7025 details: [Errno 61] Connection refused interface: 192.0.2.10 reason: network error',
      'Connection Error: DCID: 263 IP: 192.0.2.20 details: EOF interface: 192.0.2.10 reason: network error',
      'Connection Error: connection timed out DCID: 2804 IP: 192.0.2.20 details: timeout interface: 192.0.2.10',
    ],
    pattern: /^Connection Error: ?(.*?)\bDCID:? (\d+)(.*)$/i,
  },
  (parts) => ({
    dcid: Number(parts[2]),
    ...labelled(parts[3] ?? ''),
    preface: trimmed(parts[1]),
  }),
);
