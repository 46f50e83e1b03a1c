import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { probeTls } from '../../main/probes';
import { readCaptureFile } from '../support/capture/read';
import { skipWithoutTcpdump, startTcpdump } from '../support/capture/tcpdump';
import { makeCertificate } from '../support/certificate';
import { type Postfix, skipWithoutPostfix, startPostfix } from '../support/postfix';

/** A whole handshake of OpenSSL, then QUIT inside of it. */
const initiate = async (port: number, ...more: readonly string[]): Promise<void> => {
  const args = ['s_client', '-starttls', 'smtp', '-connect', `127.0.0.1:${port}`, '-ign_eof', ...more];
  const child = spawn('openssl', args, { stdio: ['pipe', 'ignore', 'ignore'] });
  child.stdin.end('QUIT\r\n');
  await once(child, 'close');
};

const skip = skipWithoutPostfix() || skipWithoutTcpdump();

describe.skipIf(skip)('a capture of our own prober', () => {
  const folder = mkdtempSync(join(tmpdir(), 'cpq-capture-'));
  let postfix: Postfix;
  beforeAll(async () => {
    postfix = await startPostfix({ certificate: makeCertificate(folder, 'sma1.example.com') });
  });
  afterAll(async () => {
    await postfix.stop();
    rmSync(folder, { recursive: true, force: true });
  });

  it('shows each connection as the prober saw it', async () => {
    const path = join(folder, 'probe.pcap');
    const dump = await startTcpdump(path, 'lo', '127.0.0.1');
    const { report } = await probeTls({ host: '127.0.0.1', port: postfix.port }, { offer: null, suites: null });
    await dump.stop();
    const seen = readCaptureFile(path, [postfix.port]);
    const [first, second, ...more] = seen.connections;
    expect(more).toEqual([]);
    expect(first).toMatchObject({
      banner: report.banner,
      ehlo: report.ehlo,
      starttls: true,
      negotiated: report.negotiated,
      certificate: report.certificate,
      outcome: 'failed',
      failure: { code: 'tls-closed', stage: 'handshake', by: 'initiator' },
    });
    expect(second?.negotiated?.anonymous).toBe(report.anonymousAcceptedIfForced);
    expect(second?.certificateUnseen).toBe('anonymous');
  });

  const seenOf = async (name: string, initiates: () => Promise<void>) => {
    const path = join(folder, name);
    const dump = await startTcpdump(path, 'lo', '127.0.0.1');
    await initiates();
    await dump.stop();
    return readCaptureFile(path, [postfix.port]).connections.map((one) => ({
      outcome: one.outcome,
      protocol: one.negotiated?.protocol,
      offered: one.offered?.version,
      certificate: one.certificate !== null,
      unseen: one.certificateUnseen,
      starttls: one.starttls,
    }));
  };

  it('sees no certificate in TLS 1.3 and says why', async () => {
    expect(await seenOf('newest.pcap', () => initiate(postfix.port))).toEqual([
      {
        outcome: 'encrypted',
        protocol: 'TLSv1.3',
        offered: 'TLSv1.3',
        certificate: false,
        unseen: 'tls-1.3',
        starttls: true,
      },
    ]);
  });

  it('tells a resumed session, which shows no certificate, from the one it resumes', async () => {
    const session = join(folder, 'session.pem');
    const seen = await seenOf('resumed.pcap', async () => {
      await initiate(postfix.port, '-tls1_2', '-sess_out', session);
      await initiate(postfix.port, '-tls1_2', '-sess_in', session);
    });
    const both = { outcome: 'encrypted', protocol: 'TLSv1.2', offered: 'TLSv1.2', starttls: true };
    expect(seen).toEqual([
      { ...both, certificate: true, unseen: null },
      { ...both, certificate: false, unseen: 'resumed' },
    ]);
  });
});
