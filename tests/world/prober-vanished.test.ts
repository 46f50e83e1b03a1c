import { execFile, spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { describe, expect, it } from 'vitest';

const program = fileURLToPath(new URL('../support/vanishing-peer.mjs', import.meta.url));
const tried = spawnSync('unshare', ['-Urn', 'true']);
const missing = tried.status !== 0 && process.env.CI === undefined;
if (missing) console.warn('skipped: no networks of an own (unshare -Urn)');

const met = async (says: readonly string[], options: object) => {
  const args = ['-Urn', 'node', program, JSON.stringify(says), JSON.stringify(options)];
  const { stdout } = await promisify(execFile)('unshare', args);
  return JSON.parse(stdout);
};

describe.skipIf(missing)('a peer that vanishes without a word', () => {
  it('before it greets is told apart from one that is silent, long before the deadline', async () => {
    const { failure, ms } = await met([], { silenceMs: 40_000 });
    expect(failure).toEqual({
      code: 'greeting-missing',
      stage: 'greeting',
      detail: 'the peer vanished: its system does not answer any more (ETIMEDOUT)',
    });
    // Five seconds of silence, ten probes of a second.
    expect(ms).toBeLessThan(25_000);
  });

  it('behind EHLO leaves what was seen until then', async () => {
    const { failure, evidence } = await met(['220 sma1\r\n'], { silenceMs: 1000 });
    expect(failure).toMatchObject({ code: 'tls-timed-out', stage: 'ehlo' });
    expect(evidence).toMatch(/TCP: (the peer’s system acknowledged all we said|\d+ bytes of ours not acknowledged)/);
  });
});
