import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import type { LogText } from '../../../main/core/logs';
import type { LogReport } from '../../../main/core/model';

export const LOGS = join(__dirname, '../../fixtures/logs');

interface TrueConnection {
  readonly kind: string;
  readonly id: number;
  readonly outcome: string;
  readonly peer: string | null;
  readonly port: number | null;
  readonly messages: Readonly<Record<string, string>>;
  readonly tls: string;
}

export interface Truth {
  readonly role: string;
  readonly connections: readonly TrueConnection[];
  readonly causes: readonly string[];
  readonly history: readonly string[];
  readonly faults?: number;
}

export const TRUTH: Readonly<Record<string, Truth>> = JSON.parse(readFileSync(join(LOGS, 'truth.json'), 'utf8'));

const textOf = (path: string): string => {
  const bytes = readFileSync(path);
  return (path.endsWith('.gz') ? gunzipSync(bytes) : bytes).toString('latin1');
};

/** The files of one entry of the truth, as text. */
export const partsOf = (entry: string): LogText[] => {
  const path = join(LOGS, entry);
  if (!statSync(path).isDirectory()) return [{ path: entry, text: textOf(path) }];
  return readdirSync(path).map((name) => ({ path: `${entry}/${name}`, text: textOf(join(path, name)) }));
};

/** What the truth says of a report, in the truth's own form. */
export const told = ({ connections, causes, history }: LogReport) => ({
  connections: connections.map(({ kind, id, outcome, peer, port, messages, tls }) => ({
    kind,
    id,
    outcome,
    peer,
    port,
    messages: Object.fromEntries(messages.map((one) => [String(one.mid), one.outcome])),
    tls: tls.result,
  })),
  causes,
  history: [...history].sort(),
});

export const expected = ({ connections, causes, history }: Truth) => ({
  connections: connections.map(({ kind, id, outcome, peer, port, messages, tls }) => ({
    kind,
    id,
    outcome,
    peer,
    port,
    messages,
    tls,
  })),
  causes,
  history: [...history].sort(),
});
