import type { Socket } from 'node:net';
import { afterEach, describe, expect, it } from 'vitest';
import type { TlsReport } from '../../../main/core/model';
import { type FootprintLine, type ProbeOptions, type ProbeResult, probeTls } from '../../../main/probes';
import { openConnection } from '../../../main/probes/open';
import { newSession } from '../../../main/probes/session';
import { freePort } from '../../support/free-port';
import { type Listener, listenAs, replies } from '../../support/listener';

let listener: Listener | undefined;
afterEach(async () => {
  await listener?.close();
  listener = undefined;
});

const probe = async (
  behave: (socket: Socket, connection: number) => void,
  options: Partial<ProbeOptions> = {},
): Promise<ProbeResult> => {
  listener = await listenAs(behave);
  const host = '127.0.0.1';
  return probeTls({ host, port: listener.port }, { offer: null, suites: null, timeoutMs: 3000, ...options });
};

const greeting = '220 sma1.example.com ESMTP\r\n';
const keywords = '250-sma1.example.com\r\n250 STARTTLS\r\n';
const go = '220 Go ahead with TLS\r\n';
/** ServerHello TLS 1.2 with ADH-AES256-SHA, and ServerHelloDone. */
const anonymous = `\x16\x03\x03\x00\x2a\x02\x00\x00\x26\x03\x03${'r'.repeat(32)}\x00\x00\x3a\x00\x16\x03\x03\x00\x04\x0e\x00\x00\x00`;
const refusal = '\x15\x03\x03\x00\x02\x02\x28';
const failureOf = ({ report }: ProbeResult): TlsReport['failure'] => report.failure;

describe('a listener that fails', () => {
  const cases: [string, (socket: Socket) => void, TlsReport['failure']][] = [
    ['by silence', () => undefined, { code: 'greeting-missing', stage: 'greeting', detail: 'silence' }],
    [
      'by one byte a moment',
      (socket) => {
        const timer = setInterval(() => socket.write('2'), 20);
        socket.on('close', () => clearInterval(timer));
      },
      { code: 'greeting-missing', stage: 'greeting', detail: expect.stringMatching(/^\d+ bytes, no whole greeting$/) },
    ],
    [
      'by closing',
      (socket) => socket.end(),
      { code: 'closed-before-greeting', stage: 'greeting', detail: 'connection closed, not a byte came' },
    ],
    [
      'by a reset',
      (socket) => socket.resetAndDestroy(),
      // A reset in the same instant is seen as the end of the connect or of the wait, as the kernel has it.
      {
        code: 'reset',
        stage: expect.stringMatching(/^(connect|greeting)$/),
        detail: 'connection reset (ECONNRESET)',
      },
    ],
    ['by speaking SSH', replies('SSH-2.0-OpenSSH_9.2\r\n'), { code: 'not-smtp', stage: 'greeting', detail: 'ssh' }],
    [
      'by 421',
      replies('421 #4.4.5 Too many connections from your host.\r\n'),
      { code: 'too-many-connections', stage: 'greeting', detail: '421 #4.4.5 Too many connections from your host.' },
    ],
    ['by 554', replies('554 no\r\n'), { code: 'greeting-refused', stage: 'greeting', detail: '554 no' }],
    [
      'by a masked STARTTLS',
      replies(greeting, '250-sma1\r\n250 XXXXXXXA\r\n'),
      {
        code: 'smtp-inspected',
        stage: 'ehlo',
        detail: 'masked keyword: XXXXXXXA; starttls-missing: no STARTTLS among the keywords',
      },
    ],
    [
      'by refusing STARTTLS',
      replies(greeting, keywords, '454 no\r\n'),
      { code: 'starttls-refused', stage: 'starttls', detail: '454 no' },
    ],
    [
      'by bytes behind the 220',
      replies(greeting, keywords, `${go}250 x\r\n`),
      { code: 'starttls-injected', stage: 'starttls', detail: 'bytes behind the 220, before TLS' },
    ],
    [
      'by plain text instead of TLS',
      replies(greeting, keywords, go, '500 what\r\n'),
      { code: 'tls-malformed', stage: 'handshake', detail: 'no TLS record: "500 what\\r\\n"' },
    ],
    [
      'by an answer without end',
      replies(greeting, keywords, go, '\x16\x03'),
      { code: 'tls-timed-out', stage: 'handshake', detail: '2 bytes of an answer in time, no more' },
    ],
    [
      'by closing in the handshake',
      (socket) => {
        replies(greeting, keywords, go)(socket);
        socket.on('data', (bytes) => bytes[0] === 0x16 && socket.end());
      },
      { code: 'tls-closed', stage: 'handshake', detail: 'connection closed during the handshake' },
    ],
    [
      'by a reset in the handshake',
      (socket) => {
        replies(greeting, keywords, go)(socket);
        socket.on('data', (bytes) => bytes[0] === 0x16 && socket.resetAndDestroy());
      },
      { code: 'reset', stage: 'handshake', detail: 'connection reset (ECONNRESET)' },
    ],
  ];

  it.each(cases)('%s is told apart, in one connection', async (_name, behave, failure) => {
    const result = await probe(behave, { timeoutMs: 500, retry: false });
    expect(failureOf(result)).toEqual(failure);
    expect(result.report).toMatchObject({ connections: 1, negotiated: null, partial: null, retries: [] });
    expect(listener?.accepted()).toBe(1);
    expect(result.footprint).toHaveLength(1);
  });

  it('by a flood is read no further than the bounds', async () => {
    const flood = Buffer.alloc(1 << 20, '220-x\r\n');
    const result = await probe((socket) => {
      const pour = (): void => {
        while (!socket.destroyed && socket.write(flood));
      };
      socket.on('drain', pour);
      pour();
    });
    expect(failureOf(result)).toMatchObject({ code: 'not-smtp', detail: 'unknown: reply too long' });
    expect(result.evidence.length).toBeLessThan(1_000_000);
  });
});

describe('a target that is not there', () => {
  it('refuses', async () => {
    const port = await freePort();
    const told: string[] = [];
    const { report, evidence, footprint } = await probeTls(
      { host: '127.0.0.1', port },
      { offer: null, suites: null, onConnection: (what) => told.push(what) },
    );
    expect(report.failure).toEqual({
      code: 'connect-refused',
      stage: 'connect',
      detail: 'connection refused (ECONNREFUSED)',
    });
    expect(report).toMatchObject({ banner: null, ehlo: [], starttls: null, connections: 1 });
    expect(evidence).toMatch(/^#1\+0\.\d{3} TCP: 127\.0\.0\.1:\d+: connection refused \(ECONNREFUSED\) after \d+ ms$/m);
    expect(told).toEqual(footprint.map(({ what }) => what));
  });

  it('has no address', async () => {
    const { report } = await probeTls({ host: 'no-such-host.invalid', port: 7025 }, { offer: null, suites: null });
    expect(report).toMatchObject({ failure: { code: 'resolve-failed', stage: 'resolve' }, connections: 0 });
  });

  it('with a dead address first has that connection in its ledger too', async () => {
    listener = await listenAs(() => undefined);
    const told: FootprintLine[] = [];
    const target = { host: 'sma1.example.com', port: listener.port };
    const session = newSession(target, { offer: null, suites: null, onFootprint: (line) => void told.push(line) });
    session.addresses = ['127.0.0.9', '127.0.0.1'].map((address) => ({ address, family: 4 }));
    const opened = await openConnection(session);
    if (opened.kind === 'open') await opened.connection.close(undefined, AbortSignal.abort());
    const line = { to: `sma1.example.com:${listener.port}`, what: 'tcp-connect', leaves: 'no-connection' };
    expect([opened.kind, session.connections, session.footprint, told]).toEqual(['open', 2, [line], [line]]);
  });

  it('answers on the second address', async () => {
    listener = await listenAs(replies(greeting, '250 sma1\r\n'));
    const { report } = await probeTls({ host: 'localhost', port: listener.port }, { offer: null, suites: null });
    expect(report).toMatchObject({ target: `localhost:${listener.port}`, failure: { code: 'starttls-missing' } });
    expect(report.tcp?.addresses).toContain('127.0.0.1');
    expect(report.tcp?.attempts.at(-1)).toEqual({
      address: '127.0.0.1',
      outcome: 'connected',
      errno: null,
      ms: expect.any(Number),
    });
  });
});

describe('a listener that answers', () => {
  it('with an anonymous suite is asked once more, for a certificate', async () => {
    const { report } = await probe((socket, connection) =>
      replies(greeting, keywords, go, connection === 1 ? anonymous : refusal)(socket),
    );
    expect(report).toMatchObject({
      negotiated: { protocol: 'TLSv1.2', cipher: 'ADH-AES256-SHA', anonymous: true },
      anonymousAcceptedIfForced: true,
      authenticatedAccepted: false,
      failure: null,
      partial: null,
      connections: 2,
    });
  });

  it('is offered the given suites in their order, and the report names those that a ClientHello could carry', async () => {
    const suites = [
      'ADH-AES256-SHA',
      'RC4-MD5 (SSLv2)',
      'TLS_AES_128_GCM_SHA256',
      'EDH-RSA-DES-CBC3-SHA',
      'AES128-SHA',
    ];
    const { report } = await probe(replies(greeting, keywords, go, anonymous), { offer: 'a list', suites });
    expect([report.offered, report.offeredSuites]).toEqual([
      'a list',
      ['ADH-AES256-SHA', 'EDH-RSA-DES-CBC3-SHA', 'AES128-SHA'],
    ]);
  });

  it('is asked one question only when no more is wanted', async () => {
    const { report } = await probe(replies(greeting, keywords, go, anonymous), { forceAnonymous: false });
    expect(report).toMatchObject({ anonymousAcceptedIfForced: true, authenticatedAccepted: null, connections: 1 });
  });

  it('with a refusal of everything is asked once more, for TLS 1.3 alone', async () => {
    const { report, footprint } = await probe(replies(greeting, keywords, go, refusal));
    expect(report).toMatchObject({
      failure: { code: 'tls-alert', stage: 'handshake', detail: 'handshake_failure (40)' },
      anonymousAcceptedIfForced: false,
      authenticatedAccepted: false,
      connections: 2,
    });
    expect(footprint.map(({ what, leaves }) => [what, leaves])).toEqual([
      ['probe-default-offer', 'refused-tls'],
      ['probe-tls-1-3', 'refused-tls'],
    ]);
  });

  it('with a refusal of TLS 1.3 alone has said nothing of anonymous suites: they are asked about', async () => {
    const old = '\x15\x03\x03\x00\x02\x02\x46';
    const { report, footprint } = await probe(
      (socket, connection) => replies(greeting, keywords, go, connection === 3 ? anonymous : old)(socket),
      { offer: 'TLS_AES_128_GCM_SHA256', suites: ['TLS_AES_128_GCM_SHA256'] },
    );
    expect(report).toMatchObject({
      failure: { code: 'tls-alert', detail: 'protocol_version (70)' },
      anonymousAcceptedIfForced: true,
      authenticatedAccepted: false,
    });
    expect(footprint.map(({ what }) => what)).toEqual([
      'probe-given-offer',
      'probe-authenticated-only',
      'probe-anonymous-only',
    ]);
  });

  it('with an alert that says nothing of the offer has answered nothing', async () => {
    const { report } = await probe(replies(greeting, keywords, go, '\x15\x03\x03\x00\x02\x02\x50'));
    expect(report).toMatchObject({
      failure: { code: 'tls-alert', detail: 'internal_error (80)' },
      anonymousAcceptedIfForced: null,
      authenticatedAccepted: null,
      connections: 1,
    });
  });

  it('and then with 421 is partial after one pause and one more try', async () => {
    const busy = '421 #4.4.5 Too many connections from your host.';
    const { report, evidence } = await probe(
      (socket, connection) =>
        replies(...(connection === 1 ? [greeting, keywords, go, anonymous] : [`${busy}\r\n`]))(socket),
      { timeoutMs: 10_000 },
    );
    expect(report).toMatchObject({
      negotiated: { cipher: 'ADH-AES256-SHA' },
      starttls: true,
      authenticatedAccepted: null,
      failure: null,
      partial: { after: 3, of: 4, because: busy },
      connections: 3,
    });
    expect(evidence).toMatch(/#2\+\S+ too-many-connections: one more try in 1500 ms/);
  });

  it('behind a firewall that masks the banner is read, and the firewall named', async () => {
    const masked = `220 ${'*'.repeat(30)}\r\n`;
    const { report } = await probe(replies(masked, keywords, go, anonymous), { forceAnonymous: false });
    expect(report).toMatchObject({
      negotiated: { cipher: 'ADH-AES256-SHA' },
      failure: { code: 'smtp-inspected', detail: `masked banner: 220 ${'*'.repeat(30)}` },
    });
  });

  it('is not asked more often than the limit', async () => {
    const { report } = await probe(
      (socket, connection) => replies(greeting, keywords, go, connection === 1 ? anonymous : refusal)(socket),
      { inventory: true, limit: 3 },
    );
    expect(report).toMatchObject({ connections: 3, partial: { after: 3, because: 'limit of connections reached' } });
    expect(listener?.accepted()).toBe(3);
  });
});
