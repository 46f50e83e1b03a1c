import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import type { CaptureConnection } from '../../../main/core/model';
import { writeMaterials } from '../../../main/lab';
import { readCaptureFile } from '../../support/capture/read';
import { skipWithoutTcpdump } from '../../support/capture/tcpdump';

const now = new Date(Date.UTC(2026, 10, 24, 20, 40));
const folder = mkdtempSync(join(tmpdir(), 'lab-captures-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const write = async (scenario: string): Promise<readonly string[]> => {
  const written = await writeMaterials({ scenario, now, folder: join(folder, scenario) });
  if (!written.ok) throw new Error(JSON.stringify(written.problem));
  return written.value.files.filter((file) => file.endsWith('.pcap'));
};
const connectionsOf = async (scenario: string, appliance: string): Promise<CaptureConnection[]> => {
  const file = (await write(scenario)).find((one) => one.includes(`${appliance}/`));
  return file === undefined ? [] : readCaptureFile(file).connections;
};
const forward = (connections: readonly CaptureConnection[]): CaptureConnection[] =>
  connections.filter((one) => one.responder.address === '192.0.2.10');

/** What the newest forward connection shows, in the initiator's capture and in the responder's. */
const shown = async (scenario: string, appliance: string) => {
  const last = forward(await connectionsOf(scenario, appliance)).at(-1);
  return last === undefined
    ? null
    : {
        outcome: last.outcome,
        failure: last.failure?.code ?? null,
        anonymous: last.negotiated?.anonymous ?? null,
        mail: last.applicationData.initiator > 0,
      };
};
const carried = { outcome: 'encrypted', failure: null, anonymous: false, mail: true };
const refused = { outcome: 'failed', failure: 'connect-refused', anonymous: null, mail: false };
const silent = { outcome: 'failed', failure: 'connect-timed-out', anonymous: null, mail: false };
const anonymous = { outcome: 'encrypted', failure: null, anonymous: true, mail: false };

describe('the packets of a scenario', () => {
  it.each([
    ['healthy', carried, carried],
    ['tls-anonymous-cipher', anonymous, anonymous],
    ['listener-suspended', refused, refused],
    ['path-refused', refused, null],
    ['path-timeout', silent, null],
    ['queue-backlog', carried, carried],
  ])('%s, seen by the initiator and by the responder', async (scenario, initiator, responder) => {
    expect([await shown(scenario, 'esa1'), await shown(scenario, 'sma1')]).toEqual([initiator, responder]);
  });

  it('name the suites that the ESA of 0.9.8 offers, an anonymous one first, and the one its log names', async () => {
    const [last] = forward(await connectionsOf('tls-anonymous-cipher', 'esa1')).reverse();
    expect(last?.offered).toMatchObject({ version: 'TLSv1', form: 'tls' });
    expect(last?.offered?.suites[0]).toBe('ADH-CAMELLIA256-SHA');
    expect(last?.negotiated).toMatchObject({ protocol: 'TLSv1', cipher: 'ADH-CAMELLIA256-SHA', anonymous: true });
    expect(last?.certificateUnseen).toBe('anonymous');
  });

  it('show an intercepting device to the initiator only', async () => {
    const issuers = await Promise.all(
      ['esa1', 'sma1'].map(async (name) => forward(await connectionsOf('tls-intercepted', name)).at(-1)),
    );
    expect(issuers.map((one) => one?.certificate?.issuer)).toEqual([
      'CN=CPQ Doctor practice lab\\, TLS inspection',
      'CN=CPQ Doctor practice lab\\, quarantine listener',
    ]);
  });
});

describe.skipIf(skipWithoutTcpdump())('tcpdump', () => {
  it('finds every packet whole and every checksum right', async () => {
    const [file = ''] = await write('healthy');
    const told = execFileSync('tcpdump', ['-r', file, '-n', '-vv'], { encoding: 'utf8', stdio: 'pipe' });
    expect(told.match(/\(correct\)/g)?.length).toBe(readCaptureFile(file).packets);
    expect(told).not.toMatch(/incorrect|bad|truncated|\[\|/);
    expect(readFileSync(file).length).toBeGreaterThan(1000);
  });
});
