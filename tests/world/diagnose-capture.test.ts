import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { blankAppliance, blankSite, type Finding, type Site } from '../../main/core/model';
import { skipWithoutTcpdump, startTcpdump } from '../support/capture/tcpdump';
import { makeCertificate } from '../support/certificate';
import { diagnosed } from '../support/diagnosed';
import { freePort } from '../support/free-port';
import { skipWithoutPostfix, startPostfix } from '../support/postfix';

const skip = [skipWithoutPostfix(), skipWithoutTcpdump()].includes(true);
const folder = mkdtempSync(join(tmpdir(), 'cpq-vantage-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** A real initiator: OpenSSL's client from an address of its own, up to the end of the handshake or of its patience. */
const initiate = async (port: number, ...options: readonly string[]): Promise<void> => {
  const to = ['s_client', '-connect', `127.0.0.1:${port}`, '-bind', '127.0.0.2', '-starttls', 'smtp', '-tls1_2'];
  const child = spawn('openssl', [...to, ...options], { stdio: ['pipe', 'ignore', 'ignore'] });
  child.stdin?.on('error', () => undefined);
  child.stdin?.end('QUIT\n');
  await once(child, 'exit');
};

/** Nobody is asked: all that is known is what the ESA's own capture holds. */
const siteOf = (port: number, capture: string): Site => {
  const [esa, sma] = [blankAppliance('esa1', 'esa'), blankAppliance('sma1', 'sma')];
  const at = (address: string) => ({ interface: 'Management', address, port });
  return {
    ...blankSite(),
    direction: 'esa-to-sma',
    cluster: 'standalone',
    appliances: [
      { ...esa, quarantine: at('127.0.0.2'), materials: { ...esa.materials, captures: [capture] } },
      { ...sma, quarantine: at('127.0.0.1') },
    ],
  };
};

const capturing = async (name: string, port: number, options: readonly string[]): Promise<Finding | undefined> => {
  const path = join(folder, `${name}.pcap`);
  const dump = await startTcpdump(path, 'lo', '127.0.0.1');
  await initiate(port, ...options);
  await dump.stop();
  const { diagnosis, remove } = await diagnosed(siteOf(port, path), [], folder);
  remove();
  expect(diagnosis.primary).toEqual([name]);
  return diagnosis.findings.find((one) => one.code === name);
};

const short = (finding: Finding | undefined) =>
  finding && [finding.status, finding.because.key, [...new Set(finding.evidence.map((one) => one.vantage))].join()];

describe.skipIf(skip)('a capture made on the initiator confirms by itself', () => {
  it('the anonymous suite that it and the responder agreed on', async () => {
    const postfix = await startPostfix({ certificate: null });
    const found = await capturing('tls-anonymous-cipher', postfix.port, ['-cipher', 'ALL:@SECLEVEL=0']);
    await postfix.stop();
    expect(short(found)).toEqual(['confirmed', 'picked-in-capture', 'esa1']);
    expect(found?.because.params.cipher).toBe('ADH-AES256-GCM-SHA384');
  });

  it('the certificate that the initiator turned down', async () => {
    const postfix = await startPostfix({ certificate: makeCertificate(folder, 'sma1.example.com') });
    const found = await capturing('tls-certificate-not-cpq', postfix.port, ['-verify_return_error']);
    await postfix.stop();
    expect(short(found)).toEqual(['confirmed', 'initiator-rejects', 'esa1']);
    expect(found?.because.params.subject).toContain('CN=sma1.example.com');
  });

  it('the reset that it got', async () => {
    const found = await capturing('path-refused', await freePort(), []);
    expect(short(found)).toEqual(['confirmed', 'initiator-says', 'esa1']);
  });
});
