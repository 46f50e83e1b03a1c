import { isAnonymousSuite } from '../anonymous';
import type { LogLine } from '../lines';

/** One sentence: its key below `loglines:` and the values in it. */
export interface Part {
  readonly key: string;
  readonly params: Readonly<Record<string, string | number>>;
}

type LineOf<Kind extends LogLine['kind']> = Extract<LogLine, { kind: Kind }>;
type Details = { readonly [Kind in LogLine['kind']]?: (line: LineOf<Kind>) => readonly Part[] };

/** The port that AsyncOS uses unless it was changed (TechNote 200068). */
const DEFAULT_PORT = 7025;
const PSEUDO = new Set(['the.cpq.host', 'the.cpq.release.host']);

const part = (key: string, params: Part['params'] = {}): Part => ({ key, params });
/** The sentence, where its value is there. */
const given = (key: string, name: string, value: string | number | null): Part[] =>
  value === null || value === '' ? [] : [part(key, { [name]: value })];

const destination = (host: string | null): Part[] =>
  given(host !== null && PSEUDO.has(host.toLowerCase()) ? 'shared.pseudo' : 'shared.destination', 'destination', host);

const suite = ({ protocol, cipher }: { protocol: string | null; cipher: string | null }): Part[] => [
  ...(protocol === null && cipher === null
    ? []
    : [part('shared.suite', { protocol: protocol ?? '?', cipher: cipher ?? '?' })]),
  ...(isAnonymousSuite(cipher) ? [part('shared.anonymous')] : []),
];

const store = (name: 'quarantine' | 'spam' | null): Part[] => (name === null ? [] : [part(`shared.${name}`)]);
const cpq = (line: { readonly cpq: boolean }): Part[] => (line.cpq ? [part('shared.cpq')] : []);
const reason = (text: string | null): Part[] => given('shared.reason', 'reason', text?.replace(/[.\s]+$/, '') ?? null);

/** What a line says beyond the sentence of its kind. A kind that is missing here has that sentence alone. */
const DETAILS: Details = {
  'new-dcid': ({ port }) =>
    port === DEFAULT_PORT ? [part('new-dcid.default-port')] : given('new-dcid.port', 'port', port),
  'new-icid': (line) => [...cpq(line), ...given('new-icid.own', 'own', line.own)],
  'dcid-tls-success': (line) => [...suite(line), ...destination(line.destination)],
  'icid-tls-success': (line) => [...cpq(line), ...suite(line)],
  'dcid-tls-failed': (line) => reason(line.reason),
  'icid-tls-failed': (line) => [...cpq(line), ...reason(line.reason)],
  'icid-tls-required': cpq,
  'icid-close': cpq,
  'icid-lost': cpq,
  'icid-hat': cpq,
  'icid-delayed-reject': cpq,
  'icid-receiving-failed': cpq,
  'connection-error': (line) => [
    ...(line.address === null
      ? []
      : [part('connection-error.to', { from: line.interface ?? '?', address: line.address })]),
    ...given('connection-error.port', 'port', line.port),
    ...given('connection-error.details', 'details', [line.details, line.preface].filter(Boolean).join(', ')),
    ...destination(line.domain),
  ],
  'not-delivered': ({ how, text }) => [part(`not-delivered.${how}`, { text })],
  'delivery-start': (line) => store(line.store),
  'message-done': (line) => store(line.store),
  'message-finished': ({ how }) => (how === 'done' ? [] : [part('message-finished.aborted')]),
  'mid-quarantine-left': ({ released, all }) => [
    part(`mid-quarantine-left.${released ? 'released' : 'deleted'}`),
    ...(all ? [part('mid-quarantine-left.all')] : []),
  ],
  'mid-received-from-sma': (line) => [
    ...given('mid-received-from-sma.address', 'address', line.address),
    ...given('mid-received-from-sma.originally', 'originally', line.originally),
  ],
  'mid-response': ({ accepted }) => given('mid-response.accepted', 'accepted', accepted),
  'service-change': ({ service, up, listeners }) => [
    part(`service-change.${service}-${up ? 'up' : 'down'}`),
    ...given('service-change.listeners', 'listeners', listeners.join(', ')),
  ],
};

/** Fields that hold something, as they may stand in a document; `kind` has a place of its own. */
export const fieldsOf = ({
  kind: _kind,
  ...fields
}: LogLine): Record<string, string | number | boolean | number[] | string[]> =>
  Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== null && value !== undefined));

const paramsOf = (line: LogLine): Part['params'] =>
  Object.fromEntries(
    Object.entries(fieldsOf(line)).map(([name, value]) => [
      name,
      Array.isArray(value) ? value.join(', ') : typeof value === 'boolean' ? String(value) : value,
    ]),
  );

/** The sentences of a line: that of its kind first, then what this line adds. Keys stand below `loglines:`. */
export const partsOf = <Line extends LogLine>(line: Line): Part[] => {
  const details = DETAILS[line.kind] as ((one: Line) => readonly Part[]) | undefined;
  return [part(`${line.kind}.text`, paramsOf(line)), ...(details?.(line) ?? [])];
};
