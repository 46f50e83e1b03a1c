import type { Diagnosis, Finding, FindingEvidence, Observation, Step } from '../../../main/core/model';

const HASH = 'a'.repeat(64);
export const AT = '2026-11-24T02:14:07.000Z';

export const evidence = (observation: string, vantage: string, source: string, quote: string): FindingEvidence => ({
  observation,
  vantage,
  source,
  quote,
  sha256: HASH,
});

export const finding = (code: string, status: Finding['status'], more: Partial<Finding> = {}): Finding => ({
  code,
  status,
  severity: 'error',
  flow: 'esa-to-sma',
  appliances: ['esa1', 'sma1'],
  consequenceOf: null,
  history: false,
  evidence: [],
  against: [],
  ask: [],
  remedy: [],
  ...more,
  because: {
    key: 'not-asked',
    ...more.because,
    params: {
      initiator: 'esa1',
      responder: 'sma1',
      port: '7025',
      list: 'HIGH:MEDIUM',
      cipher: 'ADH-AES256-GCM-SHA384',
      ...more.because?.params,
    },
  },
});

/** What a step saw, for the fakes: passed unless told otherwise. */
export const observation = (
  step: Step,
  index: number,
  quote: string,
  more: Partial<Observation> = {},
): Observation => ({
  id: `o${index + 1}`,
  step: step.id,
  check: step.check,
  vantage: step.vantage,
  subject: step.subject,
  peer: step.peer,
  flow: step.flow,
  how: 'live',
  outcome: 'passed',
  reason: null,
  startedAt: AT,
  durationMs: 300 + 410 * index,
  data: null,
  quotes:
    quote === ''
      ? []
      : [
          {
            source: `cli:evidence/${step.vantage}/${step.check}-1.txt:${12 + index}`,
            line: 12 + index,
            quote,
            sha256: HASH,
            at: null,
          },
        ],
  evidence: null,
  ...more,
});

const anonymous = (): Finding =>
  finding('tls-anonymous-cipher', 'confirmed', {
    because: { key: 'log-and-probe', params: {} },
    evidence: [
      evidence(
        'o9',
        'esa1',
        'log:mail.current:1042',
        'Tue Nov 24 02:14:07 2026 Info: DCID 48213 TLS failed: verify error: no certificate from server',
      ),
      evidence('o7', 'laptop', 'probe:evidence/laptop/tls-offer-1.txt:9', 'ServerHello TLSv1.2 ADH-AES256-GCM-SHA384'),
      evidence('o5', 'esa1', 'cli:evidence/esa1/cipher-lists-1.txt:14', 'Outbound SMTP ciphers: HIGH:MEDIUM'),
    ],
    remedy: [
      {
        step: 'note-present-list',
        at: 'esa1',
        where: 'esa-cli',
        command: 'sslconfig',
        effect: 'reads',
        risk: 'none',
        params: { initiator: 'esa1' },
      },
      {
        step: 'append-no-anonymous',
        at: 'esa1',
        where: 'esa-cli',
        command: 'HIGH:MEDIUM:-aNULL',
        effect: 'changes',
        risk: 'medium',
        params: { initiator: 'esa1', repaired: 'HIGH:MEDIUM:-aNULL' },
      },
      {
        step: 'see-tls-succeed',
        at: 'esa1',
        where: 'esa-cli',
        command: 'grep "port 7025" mail_logs',
        effect: 'reads',
        risk: 'none',
        params: { initiator: 'esa1', port: '7025' },
      },
    ],
    whatIf: {
      list: 'HIGH:MEDIUM',
      repaired: 'HIGH:MEDIUM:-aNULL',
      generation: '0.9.8',
      generationBy: 'release',
      version: '9.1.0-032',
      standings: [
        { openssl: '0.9.8', standing: 'first' },
        { openssl: '1.0.1', standing: 'behind' },
        { openssl: '1.0.2', standing: 'behind' },
        { openssl: '1.1.1', standing: 'none' },
      ],
      differs: null,
      responder: 'list',
      key: 'RSA',
      theirs: { generation: '0.9.8', version: '9.1.0-035' },
      before: { clientOrder: 'ADH-CAMELLIA256-SHA', serverOrder: 'DHE-RSA-AES256-SHA' },
      after: { clientOrder: 'DHE-RSA-CAMELLIA256-SHA', serverOrder: 'DHE-RSA-AES256-SHA' },
      lost: ['ADH-CAMELLIA256-SHA', 'ADH-AES256-SHA', 'ADH-AES128-SHA'],
      left: 17,
    },
  });

const backlog = (): Finding =>
  finding('queue-backlog', 'confirmed', {
    severity: 'warning',
    consequenceOf: 'tls-anonymous-cipher',
    because: { key: 'waiting', params: { count: '1284', host: 'the.cpq.host' } },
    evidence: [evidence('o4', 'esa1', 'cli:evidence/esa1/queue-1.txt:14', '1* the.cpq.host  1284  0  3')],
  });

const RULED_OUT = [
  'path-refused',
  'path-timeout',
  'listener-suspended',
  'system-offline',
  'starttls-missing',
  'smtp-inspection',
  'tls-no-common-cipher',
];

const ruledOut = (): Finding[] =>
  RULED_OUT.map((code) => finding(code, 'ruled-out', { because: { key: 'initiator-reached', params: {} } }));

const notChecked = (): Finding[] => [
  finding('enable-button-greyed', 'not-checked', { ask: ['configuration'] }),
  finding('pvo-not-enabled-on-sma', 'not-checked', { ask: ['configuration'] }),
  finding('delivery-suspended', 'not-checked', { ask: ['system-status'] }),
];

export const anonymousDiagnosis = (): Diagnosis => ({
  verdict: 'fault',
  primary: ['tls-anonymous-cipher'],
  findings: [anonymous(), backlog(), ...ruledOut(), ...notChecked()],
});

export const twoCauses = (): Diagnosis => ({
  verdict: 'fault',
  primary: ['tls-anonymous-cipher', 'cluster-interface-missing'],
  findings: [anonymous(), backlog(), interfaceMissing('esa1'), ...ruledOut(), ...notChecked()],
});

const interfaceMissing = (esa: string): Finding =>
  finding('cluster-interface-missing', 'confirmed', {
    flow: 'sma-to-esa',
    appliances: [esa, 'sma1'],
    because: { key: 'near-miss', params: { initiator: 'sma1', responder: esa, esa, wanted: 'Data 2', near: 'Data2' } },
    evidence: [evidence('o4', esa, `cli:evidence/${esa}/interfaces-1.txt:35`, '2. Data2 (192.0.2.66/24 on Data 2)')],
    remedy: [
      {
        step: 'create-interface',
        at: esa,
        where: 'esa-cli',
        command: 'interfaceconfig',
        effect: 'changes',
        risk: 'medium',
        params: { esa, wanted: 'Data 2' },
      },
      {
        step: 'see-interface-listed',
        at: esa,
        where: 'esa-cli',
        command: 'interfaceconfig',
        effect: 'reads',
        risk: 'none',
        params: { esa, wanted: 'Data 2' },
      },
    ],
  });

export const clusterDiagnosis = (machine: string): Diagnosis => ({
  verdict: 'fault',
  primary: ['cluster-interface-missing'],
  findings: [interfaceMissing(machine), ...ruledOut(), ...notChecked()],
});

export const healthyDiagnosis = (): Diagnosis => ({
  verdict: 'healthy',
  primary: [],
  findings: [
    ...[...RULED_OUT, 'tls-anonymous-cipher'].map((code) =>
      finding(code, 'ruled-out', { because: { key: 'carried-through', params: {} } }),
    ),
    finding('path-timeout', 'confirmed', { history: true, because: { key: 'was-so', params: {} } }),
  ].filter(
    (one, index, all) => one.history || !all.some((other) => other.history && other.code === one.code && index >= 0),
  ),
});

export const inconclusiveDiagnosis = (): Diagnosis => ({
  verdict: 'inconclusive',
  primary: [],
  findings: [
    finding('listener-suspended', 'suspected', {
      ask: ['system-status', 'reach'],
      because: { key: 'laptop-only', params: {} },
      evidence: [evidence('o4', 'esa1', 'cli:evidence/esa1/queue-1.txt:14', '1* the.cpq.host  131  0  3')],
    }),
    finding('path-refused', 'suspected', { ask: ['reach'], because: { key: 'laptop-only', params: {} } }),
    finding('listener-port-mismatch', 'not-checked', { ask: ['configuration', 'listening'] }),
    ...['system-offline', 'starttls-missing', 'smtp-inspection'].map((code) =>
      finding(code, 'ruled-out', { because: { key: 'initiator-reached', params: {} } }),
    ),
  ],
});
