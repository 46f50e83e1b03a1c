import { describe, expect, it } from 'vitest';
import { probeTls } from '../../../main/probes';
import { connectTo } from '../../../main/probes/connection';
import { now } from '../../../main/probes/deadline';
import { breakage, connectFailure, connectFailureText } from '../../../main/probes/errno';
import { unacknowledgedIn } from '../../../main/probes/unacknowledged';
import { freePort } from '../../support/free-port';
import { listenAs } from '../../support/listener';

const asked = { offer: null, suites: null, retry: false, silenceMs: 50 };

describe('reaching a port', () => {
  it('says of an address what happened, and when', async () => {
    const { report, evidence } = await probeTls({ host: '127.0.0.1', port: await freePort() }, asked);
    expect(report.tcp).toEqual({
      resolvedMs: 0,
      addresses: ['127.0.0.1'],
      attempts: [{ address: '127.0.0.1', outcome: 'connect-refused', errno: 'ECONNREFUSED', ms: expect.any(Number) }],
    });
    expect(evidence).toMatch(/#1\+0\.\d{3} TCP: 127\.0\.0\.1:\d+: connection refused \(ECONNREFUSED\) after \d+ ms\n/);
  });

  it('tries the addresses of a name, IPv4 and IPv6, until one answers', async () => {
    const listener = await listenAs(() => undefined);
    const { report } = await probeTls({ host: 'localhost', port: listener.port }, asked);
    await listener.close();
    const attempts = report.tcp?.attempts ?? [];
    expect(attempts.at(-1)).toMatchObject({ address: '127.0.0.1', outcome: 'connected', errno: null });
    for (const { address, outcome } of attempts.slice(0, -1))
      expect([address, outcome]).toEqual(['::1', 'connect-refused']);
  });

  it('says that a name has no address', async () => {
    const { report } = await probeTls({ host: 'no-such-host.invalid', port: 1 }, asked);
    expect([report.failure?.code, report.connections]).toEqual(['resolve-failed', 0]);
  });
});

describe('an address of this machine to go out from', () => {
  it('is the one that the peer sees', async () => {
    const seen: (string | undefined)[] = [];
    const listener = await listenAs((socket) => seen.push(socket.remoteAddress));
    await probeTls({ host: '127.0.0.1', port: listener.port }, { ...asked, localAddress: '127.0.0.9' });
    await listener.close();
    expect(seen).toEqual(['127.0.0.9']);
  });

  it('that is not this machine’s is said as that, and nothing about the peer', async () => {
    const target = { host: '127.0.0.1', port: await freePort() };
    const options = { offer: null, suites: null, localAddress: '192.0.2.1' };
    const detail = '192.0.2.1 is no address of this machine (EADDRNOTAVAIL)';
    const { report, evidence } = await probeTls(target, options);
    expect(report).toMatchObject({
      failure: { code: 'local-fault', stage: 'connect', detail },
      retries: [],
      tcp: { attempts: [{ outcome: 'local-fault', errno: 'EADDRNOTAVAIL' }] },
    });
    expect(evidence).toContain(detail);
  });

  it('of the other family opens nothing', async () => {
    const target = { host: '127.0.0.1', port: 1 };
    const { report } = await probeTls(target, { offer: null, suites: null, localAddress: '::1' });
    expect(report).toMatchObject({
      failure: { code: 'local-fault', detail: 'from ::1 no address of 127.0.0.1 can be reached' },
      connections: 0,
    });
  });
});

describe('an error number', () => {
  it.each([
    ['ECONNREFUSED', 'connect-refused', 'connection refused (ECONNREFUSED)'],
    ['ETIMEDOUT', 'connect-timed-out', 'connect timed out (ETIMEDOUT)'],
    ['EHOSTUNREACH', 'unreachable', 'unreachable (EHOSTUNREACH)'],
    ['ENETUNREACH', 'unreachable', 'unreachable (ENETUNREACH)'],
    ['ECONNRESET', 'reset', 'connection reset (ECONNRESET)'],
    ['EMFILE', 'local-fault', 'this machine cannot connect (EMFILE)'],
    ['EPERM', 'local-fault', 'this machine cannot connect (EPERM)'],
  ])('%s of a connect is %s', (errno, code, text) => {
    expect([connectFailure(errno), connectFailureText(errno)]).toEqual([code, text]);
  });

  it('of an open connection tells a reset, a peer that vanished and a way that is gone apart', () => {
    expect(['ECONNRESET', 'EPIPE', 'ETIMEDOUT', 'EHOSTUNREACH', 'ENETDOWN'].map(breakage)).toEqual([
      'reset',
      'reset',
      'vanished',
      'unreachable',
      'unreachable',
    ]);
  });
});

describe('what the peer’s system has not acknowledged', () => {
  const table = [
    '  sl  local_address rem_address   st tx_queue rx_queue tr tm->when retrnsmt   uid  timeout inode',
    '   0: 0100007F:1B71 00000000:0000 0A 00000000:00000000 00:00000000 00000000     0        0 111 1 0 100 0 0 10 0',
    '   1: 0A02000A:D431 1402000A:1B71 01 0000001A:00000000 01:00000065 00000004     0        0 222 2 0 400 0 0 1 7',
  ].join('\n');

  it('is read from the system’s table', () => {
    expect(unacknowledgedIn(table, { local: 0xd431, remote: 7025 })).toEqual({ bytes: 26, retransmissions: 4 });
    expect(unacknowledgedIn(table, { local: 1, remote: 7025 })).toBeNull();
    expect(unacknowledgedIn('', { local: 1, remote: 7025 })).toBeNull();
  });

  it.runIf(process.platform === 'linux')(
    'is nothing where the peer hears, and something where it takes no more',
    async () => {
      const listener = await listenAs((socket) => void socket.pause());
      const way = { address: { address: '127.0.0.1', family: 4 }, port: listener.port, localAddress: undefined };
      const connected = await connectTo(way, now() + 1000, undefined);
      if (connected.kind !== 'connected') throw new Error(connected.kind);
      const { connection } = connected;
      const before = await connection.unacknowledged();
      connection.send(new Uint8Array(32 * 1024 * 1024));
      const after = await connection.unacknowledged();
      await connection.close(undefined, AbortSignal.abort());
      await listener.close();
      expect(before).toEqual({ bytes: 0, retransmissions: 0 });
      expect(after?.bytes).toBeGreaterThan(0);
    },
  );
});
