import { describe, expect, it } from 'vitest';
import { probeTls, reachTcp } from '../../../main/probes';
import { connectTo } from '../../../main/probes/connection';
import { now } from '../../../main/probes/deadline';
import { breakage, connectFailure, connectFailureText } from '../../../main/probes/errno';
import { unacknowledgedIn } from '../../../main/probes/unacknowledged';
import { freePort } from '../../support/free-port';
import { listenAs } from '../../support/listener';

describe('reaching a port', () => {
  it('says for each address what happened, and when', async () => {
    const listener = await listenAs(() => undefined);
    const open = await reachTcp({ host: '127.0.0.1', port: listener.port });
    await listener.close();
    const refused = await reachTcp({ host: '127.0.0.1', port: await freePort() });
    expect(open).toMatchObject({
      resolvedMs: 0,
      reached: [{ address: '127.0.0.1', outcome: 'connected', errno: null, ms: expect.any(Number) }],
      footprint: [{ what: 'tcp-connect', leaves: 'silent-connection' }],
    });
    expect(refused).toMatchObject({
      reached: [{ address: '127.0.0.1', outcome: 'connect-refused', errno: 'ECONNREFUSED' }],
      footprint: [{ leaves: 'no-connection' }],
    });
    expect(refused.evidence).toMatch(
      /#1\+0\.\d{3} TCP: 127\.0\.0\.1:\d+: connection refused \(ECONNREFUSED\) after \d+ ms\n$/,
    );
  });

  it('tries every address of a name, IPv4 and IPv6', async () => {
    const listener = await listenAs(() => undefined);
    const { reached } = await reachTcp({ host: 'localhost', port: listener.port });
    await listener.close();
    expect(reached).toContainEqual({ address: '127.0.0.1', outcome: 'connected', errno: null, ms: expect.any(Number) });
    for (const { address, outcome } of reached.filter((one) => one.address.includes(':')))
      expect([address, outcome]).toEqual(['::1', 'connect-refused']);
  });

  it('says that a name has no address, and that it was cancelled', async () => {
    const unknown = await reachTcp({ host: 'no-such-host.invalid', port: 1 });
    expect(unknown).toMatchObject({ reached: [], failure: { code: 'resolve-failed' }, footprint: [] });
    const cancelled = await reachTcp({ host: '127.0.0.1', port: 1 }, { signal: AbortSignal.abort() });
    expect(cancelled.reached).toEqual([{ address: '127.0.0.1', outcome: 'cancelled', errno: null, ms: 0 }]);
  });
});

describe('an address of this machine to go out from', () => {
  it('is the one that the peer sees', async () => {
    const seen: (string | undefined)[] = [];
    const listener = await listenAs((socket) => seen.push(socket.remoteAddress));
    await reachTcp({ host: '127.0.0.1', port: listener.port }, { localAddress: '127.0.0.9' });
    await listener.close();
    expect(seen).toEqual(['127.0.0.9']);
  });

  it('that is not this machine’s is said as that, and nothing about the peer', async () => {
    const target = { host: '127.0.0.1', port: await freePort() };
    const options = { offer: null, suites: null, localAddress: '192.0.2.1' };
    const detail = '192.0.2.1 is no address of this machine (EADDRNOTAVAIL)';
    const { report } = await probeTls(target, options);
    expect(report).toMatchObject({ failure: { code: 'local-fault', stage: 'connect', detail }, retries: [] });
    const { reached, evidence } = await reachTcp(target, options);
    expect(reached).toMatchObject([{ outcome: 'local-fault', errno: 'EADDRNOTAVAIL' }]);
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
