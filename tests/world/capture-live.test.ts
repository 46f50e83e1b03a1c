import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { probeTls } from '../../main/probes';
import { readCaptureFile } from '../support/capture/read';
import { skipWithoutTcpdump, startTcpdump } from '../support/capture/tcpdump';
import { makeCertificate } from '../support/certificate';
import { type Postfix, skipWithoutPostfix, startPostfix } from '../support/postfix';

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
});
