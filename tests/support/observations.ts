import { createHash } from 'node:crypto';
import { offerable } from '../../main/core/checks/initiator-offer';
import type { LogData } from '../../main/core/checks/mail-logs';
import { expand } from '../../main/core/ciphers';
import {
  type Answers,
  blankAppliance,
  blankSite,
  type CaptureConnection,
  type CaptureReport,
  type ConfigReport,
  type Flow,
  type Generation,
  type LogGround,
  type Observation,
  openAnswers,
  type Quote,
  type Site,
  type TlsCertificate,
  type TlsReport,
} from '../../main/core/model';

export const ADDRESS: Readonly<Record<string, string>> = {
  esa1: '192.0.2.10',
  esa2: '192.0.2.12',
  sma1: '192.0.2.20',
};
export const PORT = 7025;
const AT = '2026-11-24T20:40:00.000Z';

/** One SMA and the given ESAs, each known with its quarantine listener. */
export const siteOf = (...esas: readonly string[]): Site => ({
  ...blankSite(),
  appliances: [...esas, 'sma1'].map((name) => ({
    ...blankAppliance(name, name === 'sma1' ? 'sma' : 'esa'),
    host: ADDRESS[name] ?? null,
    quarantine: { interface: 'Management', address: ADDRESS[name] ?? null, port: PORT },
  })),
});

export const answersOf = (rest: Partial<Answers> = {}): Answers => ({ ...openAnswers(), ...rest });

const quoteOf = (source: string, line: number, quote: string, at: string | null = null): Quote => ({
  source: `${source}:${line}`,
  line,
  quote,
  sha256: createHash('sha256').update(quote).digest('hex'),
  at,
});

/** An observation with the given lines quoted from the place that its check quotes. */
export const observation = (
  id: string,
  check: string,
  vantage: string,
  data: unknown,
  lines: readonly string[],
  rest: Partial<Observation> = {},
): Observation => {
  const kind =
    { 'mail-logs': 'log', configuration: 'config', 'tls-offer': 'probe', capture: 'capture' }[check] ?? 'cli';
  return {
    id,
    step: `${check}@${vantage}`,
    check,
    vantage,
    subject: vantage,
    peer: null,
    flow: null,
    how: 'live',
    outcome: 'passed',
    reason: null,
    startedAt: AT,
    durationMs: 1,
    data,
    quotes: lines.map((line, index) => quoteOf(`${kind}:${vantage}/${check}`, index + 1, line)),
    evidence: null,
    ...rest,
  };
};

type Side = 'initiator' | 'responder';
type System = 'online' | 'offline' | 'receiving-suspended' | 'delivery-suspended';
type Grounds = Partial<LogGround> & { readonly code: string };

const SAID: Record<System, string> = {
  online: 'Online',
  offline: 'Offline',
  'receiving-suspended': 'Receiving Suspended',
  'delivery-suspended': 'Delivery Suspended',
};

const NO_LOG: LogData = {
  schema: 'cpq-doctor/logs/1',
  files: [{ path: 'mail.current', bytes: 1, lines: 9, firstAt: null, lastAt: null, role: null, source: 'x' }],
  totals: { delivery: {}, receiving: {} },
  clockOffsets: [],
  faults: [],
  causes: [],
  history: [],
  unknownLines: 0,
  grounds: [],
  successes: [],
  life: [],
  unreadable: [],
  durationMs: 0,
  latest: [],
};

const NO_CONFIG: ConfigReport = {
  schema: 'cpq-doctor/config/1',
  product: null,
  model: null,
  version: null,
  role: null,
  hostname: null,
  serial: null,
  interfaces: [],
  listeners: [],
  ciphers: { inbound: null, outbound: null },
  cipherLists: [],
  quarantine: null,
  missingInterfaces: [],
  machines: [],
  logs: [],
  problems: [],
};

const NO_PROBE: TlsReport = {
  schema: 'cpq-doctor/tls/1',
  target: '192.0.2.20:7025',
  vantage: 'laptop',
  banner: '220 example.com ESMTP',
  ehlo: ['STARTTLS'],
  starttls: true,
  negotiated: null,
  anonymousAcceptedIfForced: null,
  certificate: null,
  chain: [],
  chainOrder: null,
  certificateUnseen: null,
  inventory: null,
  partial: null,
  failure: null,
  offered: null,
  offeredSuites: [],
  authenticatedAccepted: null,
  help: null,
  keyExchange: null,
  certificateRequested: null,
  cutShort: null,
  tcp: null,
  retries: [],
  starttlsSeen: { offered: 1, missing: 0 },
  remaining: null,
  refusedSilently: [],
  connections: 1,
  durationMs: 1,
};

/** What a laptop offers for a list: 0.9.8 is assumed where nobody said a release. */
export const offeredFor = (offered: string | null | undefined, openssl: Generation = '0.9.8') => ({
  offered: offered ?? null,
  offeredSuites: offered ? offerable(expand(offered, openssl).suites) : [],
});

const NO_CAPTURE: CaptureReport = {
  schema: 'cpq-doctor/capture/1',
  file: 'quarantine.pcap',
  bytes: 1000,
  format: 'pcap',
  linkTypes: ['ethernet'],
  madeBy: null,
  ports: [PORT],
  packets: 20,
  skipped: [],
  firstAt: '2026-11-24T20:35:00.000Z',
  lastAt: '2026-11-24T20:36:00.000Z',
  connections: [],
  unlisted: 0,
  notes: [],
  durationMs: 1,
};

/** A connection of which nothing was captured but its opening; its facts stand in frames 1 to 9. */
const CAPTURED: Omit<CaptureConnection, 'initiator' | 'responder'> = {
  port: PORT,
  openedAt: '2026-11-24T20:35:30.000Z',
  lastAt: '2026-11-24T20:35:31.000Z',
  rttMs: 1,
  syns: 1,
  outcome: 'open',
  failure: null,
  stage: 'greeting',
  banner: null,
  masked: null,
  ehloName: null,
  ehlo: [],
  starttls: null,
  offered: null,
  negotiated: null,
  certificate: null,
  chain: [],
  certificateUnseen: null,
  alerts: [],
  resetBy: null,
  closedBy: null,
  stall: null,
  unreachable: [],
  holes: [],
  bytes: { initiator: 0, responder: 0 },
  applicationData: { initiator: 0, responder: 0 },
  packets: 9,
  retransmissions: { initiator: 0, responder: 0 },
  frames: {
    first: 1,
    last: 9,
    syn: 1,
    synAck: 2,
    banner: 3,
    ehlo: 4,
    starttls: 5,
    clientHello: 6,
    serverHello: 7,
    certificate: 8,
    keyExchange: null,
    encrypted: { initiator: null, responder: null },
  },
};

const suite = (cipher: string, protocol: string) => ({ protocol, cipher, anonymous: /^A(EC)?DH/.test(cipher) });

/** What can be seen of one pair in one flow, said shortly: who initiates and who responds follows from the flow. */
export const world = (flow: Flow, esa = 'esa1', sma = 'sma1') => {
  const [initiator, responder] = flow === 'esa-to-sma' ? [esa, sma] : [sma, esa];
  const nameOf = (side: Side) => (side === 'initiator' ? initiator : responder);
  const otherEnd = (side: Side) => ADDRESS[side === 'initiator' ? responder : initiator] ?? null;
  const ground = (side: Side, { code, ...rest }: Grounds): LogGround => ({
    code,
    flow,
    history: false,
    grade: 'sourced',
    strength: 'decides',
    count: 1,
    firstAt: '2026-11-24T20:00:00',
    lastAt: '2026-11-24T20:30:00',
    source: nameOf(side),
    peer: otherEnd(side),
    port: side === 'initiator' ? PORT : null,
    interface: null,
    quotes: [{ file: 0, line: 1, text: `a line of ${code}` }],
    ...rest,
  });
  const success = (side: Side, rest: Partial<LogData['successes'][number]> = {}): LogData['successes'][number] => ({
    flow,
    at: '2026-11-24T20:20:00',
    peer: otherEnd(side),
    port: side === 'initiator' ? PORT : null,
    quote: { file: 0, line: 2, text: 'Message done DCID 7' },
    ...rest,
  });
  const latest = (
    side: Side,
    outcome: LogData['latest'][number]['outcome'],
    rest: Partial<LogData['latest'][number]> = {},
  ): LogData['latest'][number] => ({
    flow,
    kind: side === 'initiator' ? 'delivery' : 'receiving',
    peer: otherEnd(side),
    port: side === 'initiator' ? PORT : null,
    at: '2026-11-24T20:31:00',
    outcome,
    ...rest,
  });
  const log = (
    side: Side,
    told: {
      readonly grounds?: readonly Grounds[];
      readonly successes?: LogData['successes'];
      readonly latest?: LogData['latest'];
      readonly id?: string;
      readonly how?: 'live' | 'material';
    },
  ): Observation => {
    const grounds = (told.grounds ?? []).map((one) => ground(side, one));
    const successes = told.successes ?? [];
    return observation(
      told.id ?? `log-${side}`,
      'mail-logs',
      nameOf(side),
      { ...NO_LOG, grounds, successes, latest: told.latest ?? [] },
      [...grounds.flatMap((one) => one.quotes.map(({ text }) => text)), ...successes.map((one) => one.quote.text)],
      { how: told.how ?? 'live' },
    );
  };
  return {
    flow,
    initiator,
    responder,
    success,
    latest,
    log,
    /** The side's log ends with a message carried through. */
    carried: (side: Side = 'initiator', how: 'live' | 'material' = 'live') =>
      log(side, { successes: [success(side)], how }),
    reach: (outcome: string, rest: { banner?: string; how?: 'live' | 'material'; port?: number; id?: string } = {}) =>
      observation(
        rest.id ?? 'reach',
        'reach',
        initiator,
        { host: ADDRESS[responder], port: rest.port ?? PORT, outcome, banner: rest.banner ?? null },
        [outcome === 'connected' ? (rest.banner ?? 'Connected to it.') : `telnet: ${outcome}`],
        {
          peer: responder,
          flow,
          subject: `${responder}:${PORT}`,
          how: rest.how ?? 'live',
          outcome: outcome === 'connected' ? 'passed' : 'failed',
        },
      ),
    verified: (outcome: string, rest: { protocol?: string; cipher?: string } = {}) =>
      observation(
        'verified',
        'tls-verify',
        initiator,
        { host: ADDRESS[responder], port: PORT, outcome, protocol: null, cipher: null, ...rest },
        [
          outcome === 'connected' ? 'Connected to it.' : `Connection failed: ${outcome}`,
          ...(rest.cipher === undefined ? [] : [`TLS connection established: cipher ${rest.cipher}`]),
        ],
        {
          peer: responder,
          flow,
          subject: `${responder}:${PORT}`,
          outcome: outcome === 'connected' ? 'passed' : 'failed',
        },
      ),
    probe: (rest: Partial<TlsReport> = {}, id = 'probe', peer = initiator) =>
      observation(
        'probe' === id ? 'probe' : id,
        'tls-offer',
        'laptop',
        { ...NO_PROBE, ...offeredFor(rest.offered), ...rest },
        linesOfProbe(rest),
        { peer, flow, subject: `${responder}:${PORT}` },
      ),
    agreed: (cipher: string, offered: string | null, rest: Partial<TlsReport> = {}, peer = initiator, id = 'probe') =>
      observation(
        id,
        'tls-offer',
        'laptop',
        { ...NO_PROBE, negotiated: suite(cipher, 'TLSv1.2'), ...offeredFor(offered), ...rest },
        [
          `TLS: ServerHello cipher ${cipher}`,
          ...(rest.certificate ? [`TLS: certificate of ${responder} sha256 ${rest.certificate.sha256}`] : []),
        ],
        { peer, flow, subject: `${responder}:${PORT}` },
      ),
    status: (side: Side, system: System) =>
      observation(`status-${side}`, 'system-status', nameOf(side), { system }, [`System status: ${SAID[system]}`]),
    listens: (...ports: readonly number[]) =>
      observation(
        'netstat',
        'listening',
        responder,
        { listening: ports.map((port) => ({ address: ADDRESS[responder], port })) },
        ['Proto Recv-Q', ...ports.map((port) => `tcp4 0 0 ${ADDRESS[responder]}.${port} *.* LISTEN`)],
      ),
    queue: (activeRecipients: number | null, rest: { down?: boolean; hardBounced?: number } = {}) => {
      const host = initiator === sma ? 'the.cpq.release.host' : 'the.cpq.host';
      const row = { host, down: false, activeRecipients, hardBounced: 0, ...rest };
      return observation('queue', 'queue', initiator, { hosts: activeRecipients === null ? [] : [row] }, [
        `1${row.down ? '*' : ' '} ${host} ${activeRecipients}`,
      ]);
    },
    interfaces: (appliance: string, ...names: readonly string[]) =>
      observation(
        `interfaces-${appliance}`,
        'interfaces',
        appliance,
        { interfaces: names.map((name) => ({ name, address: ADDRESS[appliance] ?? null })) },
        names.map((name, index) => `${index + 1}. ${name} (${ADDRESS[appliance]}/24: ${appliance})`),
      ),
    list: (ciphers: string | null, method: string | null = null) =>
      observation('list', 'cipher-lists', initiator, { inbound: null, outbound: { method, ciphers } }, [
        `Outbound SMTP method: ${method}`,
        `Outbound SMTP ciphers: ${ciphers}`,
      ]),
    /** A pasted `sslconfig` whose VERIFY was asked about `list`. */
    printsSuites: (list: string, suites: readonly string[]) => {
      const verified = suites.map((name) => ({ name, protocol: 'SSLv3', anonymous: /^A(EC)?DH-/.test(name) }));
      const lines = suites.map((name) => `${name} SSLv3 Kx=DH Au=RSA Enc=AES(256) Mac=SHA1`);
      const settings = { inbound: null, outbound: { method: null, ciphers: list } };
      const data = { ...settings, verified, verifiedList: list };
      const said = [`Outbound SMTP ciphers: ${list}`, `[]> ${list}`, ...lines];
      return observation('printed', 'cipher-lists', initiator, data, said);
    },
    /** The responder's own lists. */
    accepts: (ciphers: string) =>
      observation('accepts', 'cipher-lists', responder, { inbound: { method: null, ciphers }, outbound: null }, [
        `Inbound SMTP ciphers: ${ciphers}`,
      ]),
    version: (version: string, appliance = initiator) =>
      observation(appliance === initiator ? 'version' : `version-${appliance}`, 'version', appliance, { version }, [
        `Version: ${version}`,
      ]),
    config: (appliance: string, rest: Partial<ConfigReport>, lines: readonly string[] = ['<config>', '<port>']) =>
      observation(`config-${appliance}`, 'configuration', appliance, { ...NO_CONFIG, ...rest }, lines, {
        how: 'material',
      }),
    /** What the side's own capture holds: one connection of this pair. */
    capture: (side: Side, rest: Partial<CaptureConnection> = {}, whole: Partial<CaptureReport> = {}) => {
      const ends = {
        initiator: { address: ADDRESS[initiator] ?? '', port: 40_000 },
        responder: { address: ADDRESS[responder] ?? '', port: PORT },
      };
      const connection = { ...CAPTURED, ...ends, ...rest };
      return observation(
        `capture-${side}`,
        'capture',
        nameOf(side),
        { ...NO_CAPTURE, connections: [connection], ...whole },
        [1, 2, 3, 4, 5, 6, 7, 8, 9].map((frame) => `frame ${frame}`),
        { how: 'material' },
      );
    },
    managed: (...rows: readonly { name: string; address: string }[]) =>
      observation(
        'managed',
        'managed-appliances',
        sma,
        { appliances: rows.map((row) => ({ ...row, authenticated: true })) },
        rows.map((row) => `${row.name} ${row.address} yes`),
      ),
  };
};
export type World = ReturnType<typeof world>;

/** A listener of a configuration export; `at` names its line. */
export const hiddenListener = (port: number, at = 'line 2', machine: string | null = null) => ({
  name: 'cpq_listener',
  hidden: true,
  machine,
  interface: 'Management',
  port,
  at,
});

/** What the record of a probe says of its end. */
const linesOfProbe = ({ negotiated, failure }: Partial<TlsReport>): string[] => {
  const tcp = `TCP: ${failure?.stage === 'connect' ? failure.code : 'connected'}`;
  if (!failure) return [tcp, `TLS: ServerHello cipher ${negotiated?.cipher ?? 'none'}`];
  if (failure.code === 'tls-alert') return [tcp, `TLS: Alert fatal ${failure.detail}`];
  return failure.stage === 'handshake' ? [tcp, `TLS: ${failure.code}`] : [tcp, `SMTP: ${failure.code}`];
};

export const failureOf = (code: NonNullable<TlsReport['failure']>['code'], detail = ''): Partial<TlsReport> => {
  const stage = code.startsWith('tls') ? 'handshake' : code.startsWith('starttls') ? 'starttls' : 'connect';
  const heard = stage !== 'connect';
  const failure = { code, stage: code === 'smtp-inspected' ? ('ehlo' as const) : (stage as 'connect'), detail };
  return {
    failure,
    banner: heard ? '220 example.com ESMTP' : null,
    starttls: code === 'starttls-missing' ? false : stage === 'handshake' ? true : null,
  };
};

/** A certificate by what tells it apart. */
export const certificateNamed = (subject: string, issuer: string, sha256: string): TlsCertificate => ({
  subject,
  issuer,
  sha256,
  notBefore: '2026-01-01T00:00:00Z',
  notAfter: '2027-01-01T00:00:00Z',
  keyType: 'RSA',
  keyBits: 2048,
  signature: 'sha256WithRSAEncryption',
});

/** The same pair seen the other way round. */
export const otherWay = ({ flow }: World): World => world(flow === 'esa-to-sma' ? 'sma-to-esa' : 'esa-to-sma');

const ended = (code: NonNullable<CaptureConnection['failure']>['code'], stage: CaptureConnection['stage']) => ({
  outcome: 'failed' as const,
  stage,
  failure: { code, stage, detail: '', by: null, frame: 2 },
});
const noFrames: CaptureConnection['frames'] = {
  ...CAPTURED.frames,
  synAck: null,
  banner: null,
  ehlo: null,
  starttls: null,
  clientHello: null,
  serverHello: null,
  certificate: null,
};
const clean = { banner: '220 example.com ESMTP', ehlo: ['8BITMIME', 'STARTTLS'], starttls: true };
const offered = { version: 'TLSv1.2', suites: ['AES256-SHA'], anonymous: [], form: 'tls' as const, serverName: null };
const alert = (from: 'initiator' | 'responder', name: string) => ({
  from,
  level: 'fatal' as const,
  name,
  at: '2026-11-24T20:35:30.500Z',
  frame: 9,
});

/** Connections as a capture holds them, by what ended them. */
export const captured = {
  refused: { ...ended('connect-refused', 'connect'), frames: noFrames },
  silent: { ...ended('connect-timed-out', 'connect'), frames: noFrames },
  greeted: { ...clean, frames: { ...noFrames, banner: 3, ehlo: 4 } },
  masked: {
    ...ended('smtp-inspected', 'ehlo'),
    banner: '220 ********',
    masked: '220 ********',
    starttls: false,
    frames: { ...noFrames, banner: 3, ehlo: 4 },
  },
  withoutStarttls: {
    ...ended('starttls-missing', 'ehlo'),
    ...clean,
    starttls: false,
    frames: { ...noFrames, banner: 3, ehlo: 4 },
  },
  versionRefused: {
    ...ended('tls-alert', 'handshake'),
    ...clean,
    offered,
    alerts: [alert('responder', 'protocol_version (70)')],
  },
  suitesRefused: {
    ...ended('tls-alert', 'handshake'),
    ...clean,
    offered,
    alerts: [alert('responder', 'handshake_failure (40)')],
  },
  anonymous: {
    ...clean,
    offered,
    negotiated: { protocol: 'TLSv1', cipher: 'ADH-CAMELLIA256-SHA', anonymous: true, keyExchange: 'DH 1024 bits' },
  },
  agreed: {
    ...clean,
    offered,
    negotiated: { protocol: 'TLSv1.2', cipher: 'AES256-SHA', anonymous: false, keyExchange: null },
  },
  rejected: {
    ...ended('tls-alert', 'handshake'),
    ...clean,
    offered,
    certificate: certificateNamed('CN=proxy', 'CN=Company CA', '02'),
    alerts: [alert('initiator', 'unknown_ca (48)')],
  },
} satisfies Record<string, Partial<CaptureConnection>>;
