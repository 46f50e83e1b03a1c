import { describe, expect, it } from 'vitest';
import { reachTcp } from '../../../main/probes';
import { freePort } from '../../support/free-port';
import { listenAs } from '../../support/listener';

describe('reaching a port', () => {
  it('says for each address what happened', async () => {
    const listener = await listenAs(() => undefined);
    const open = await reachTcp({ host: '127.0.0.1', port: listener.port });
    await listener.close();
    const refused = await reachTcp({ host: '127.0.0.1', port: await freePort() });
    expect(open.reached).toMatchObject([{ address: '127.0.0.1', outcome: 'connected', errno: null }]);
    expect(refused.reached).toMatchObject([
      { address: '127.0.0.1', outcome: 'connect-refused', errno: 'ECONNREFUSED' },
    ]);
    expect(refused.evidence).toMatch(
      /#1\+0\.\d{3} TCP: 127\.0\.0\.1:\d+: connection refused \(ECONNREFUSED\) after \d+ ms\n$/,
    );
  });

  it('says that a name has no address, and that it was cancelled', async () => {
    const unknown = await reachTcp({ host: 'no-such-host.invalid', port: 1 });
    expect(unknown).toMatchObject({ reached: [], failure: { code: 'resolve-failed' }, footprint: [] });
    const cancelled = await reachTcp({ host: '127.0.0.1', port: 1 }, { signal: AbortSignal.abort() });
    expect(cancelled.reached).toEqual([{ address: '127.0.0.1', outcome: 'cancelled', errno: null, ms: 0 }]);
  });
});
