import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { CaptureConnection, TlsReport } from '../../main/core/model';
import { probeTls } from '../../main/probes';
import { pcapng } from '../support/capture/containers';
import { openTunnel, skipWithoutTunnel, type Tunnel } from '../support/capture/lossy-tunnel';
import { readCapture, readCaptureFile } from '../support/capture/read';
import { skipWithoutTcpdump, startTcpdump, type Tcpdump } from '../support/capture/tcpdump';
import { makeCertificate } from '../support/certificate';
import { type Postfix, skipWithoutPostfix, startPostfix } from '../support/postfix';

const skip = skipWithoutPostfix() || skipWithoutTcpdump() || skipWithoutTunnel();

/** What `openssl s_client` offers for a list at TLS 1.2, in its order, by the machine's own openssl. */
const expanded = (list: string): string[] =>
  execFileSync('openssl', ['ciphers', '-s', '-tls1_2', list], { encoding: 'utf8' }).trim().split(':');

const LISTS = ['HIGH:!aNULL', 'AES128-SHA:AES256-SHA@SECLEVEL=0', 'aNULL@SECLEVEL=0', 'ECDHE+AESGCM:@STRENGTH'];

/** One real initiator at the far end: STARTTLS, a whole handshake, then QUIT inside of it. Answers the suite it names. */
const initiate = async (tunnel: Tunnel, port: number, list: string, seconds = 60): Promise<string | null> => {
  const client = [
    'timeout',
    String(seconds),
    'openssl',
    's_client',
    '-starttls',
    'smtp',
    '-connect',
    `${tunnel.near}:${port}`,
  ];
  const [program = '', ...args] = [...tunnel.prefix, ...client, '-tls1_2', '-cipher', list, '-ign_eof'];
  const child = spawn(program, args, { stdio: ['pipe', 'pipe', 'ignore'] });
  let told = '';
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    told += text;
  });
  child.stdin.end('QUIT\r\n');
  await once(child, 'close');
  return /Cipher is (\S+)/.exec(told)?.[1] ?? null;
};

/** The same packets as a pcapng file of big numbers. */
const asPcapng = (file: Buffer): Buffer => {
  const { section, device, enhanced } = pcapng('big');
  const blocks = [section(), device(file.readUInt32LE(20))];
  for (let at = 24; at < file.length; ) {
    const length = file.readUInt32LE(at + 8);
    const units = BigInt(file.readUInt32LE(at)) * 1_000_000n + BigInt(file.readUInt32LE(at + 4));
    blocks.push(enhanced(0, units, file.subarray(at + 16, at + 16 + length), file.readUInt32LE(at + 12)));
    at += 16 + length;
  }
  return Buffer.concat(blocks);
};

/** What both a capture and a live probe say of a listener. */
const ofCapture = ({ banner, ehlo, starttls, negotiated, certificate }: CaptureConnection) => ({
  banner,
  ehlo,
  starttls,
  negotiated: negotiated && {
    protocol: negotiated.protocol,
    cipher: negotiated.cipher,
    anonymous: negotiated.anonymous,
  },
  certificate,
});
const ofProbe = ({ banner, ehlo, starttls, negotiated, certificate }: TlsReport) => ({
  banner,
  ehlo,
  starttls,
  negotiated,
  // With an anonymous suite a probe asks a second time for the certificate; on this connection none was sent.
  certificate: negotiated?.anonymous ? null : certificate,
});

describe.skipIf(skip)('a capture of Postfix and s_client over a road that loses and reorders', () => {
  const folder = mkdtempSync(join(tmpdir(), 'cpq-lossy-'));
  const near = join(folder, 'near.pcap');
  const far = join(folder, 'far.pcap');
  let postfix: Postfix;
  let road = '';
  const named: (string | null)[] = [];
  const probed: TlsReport[] = [];

  const capture = async (tunnel: Tunnel): Promise<Tcpdump[]> => [
    await startTcpdump(near, tunnel.nearDevice, tunnel.far),
    await startTcpdump(far, tunnel.farDevice, tunnel.near, tunnel.prefix),
  ];

  beforeAll(async () => {
    const certificate = makeCertificate(folder, 'sma1.example.com');
    postfix = await startPostfix({ certificate, address: '0.0.0.0' });
    const tunnel = await openTunnel(1, { seed: 7, loss: 0.08, reorder: 0.25, double: 0.1 });
    const dumps = await capture(tunnel);
    for (const list of LISTS) named.push(await initiate(tunnel, postfix.port, list));
    for (const dump of dumps) await dump.stop();
    road = await tunnel.close();
    for (const list of LISTS) {
      const options = { offer: list, suites: expanded(list) };
      probed.push((await probeTls({ host: '127.0.0.1', port: postfix.port }, options)).report);
    }
  }, 120_000);
  afterAll(async () => {
    await postfix?.stop();
    rmSync(folder, { recursive: true, force: true });
  });

  it('was a bad road indeed', () => {
    const [lost, overtaken] = ['lost', 'overtaken'].map((word) => Number(new RegExp(`${word}=(\\d+)`).exec(road)?.[1]));
    expect(lost).toBeGreaterThan(3);
    expect(overtaken).toBeGreaterThan(10);
  });

  describe.each(['near', 'far'] as const)('made at the %s end', (end) => {
    const connections = (): CaptureConnection[] =>
      readCaptureFile(end === 'near' ? near : far, [postfix.port]).connections;

    it('says of the listener what the live probe says', () => {
      expect(connections().map(ofCapture)).toEqual(probed.map(ofProbe));
    });

    it('says which suites the real initiator offered, in its order, and which one it got', () => {
      expect(connections().map(({ offered }) => offered?.suites)).toEqual(LISTS.map(expanded));
      expect(connections().map(({ negotiated }) => negotiated?.cipher)).toEqual(named);
    });

    it('lost nothing of the talk: each went over to protected records', () => {
      const seen = connections().map(({ outcome, failure, holes, stall }) => ({ outcome, failure, holes, stall }));
      expect(seen).toEqual(LISTS.map(() => ({ outcome: 'encrypted', failure: null, holes: [], stall: null })));
    });

    it('saw that packets were sent again', () => {
      const again = connections().reduce(
        (sum, { retransmissions: { initiator, responder } }) => sum + initiator + responder,
        0,
      );
      expect(again).toBeGreaterThan(0);
    });

    it('reads the same from pcapng', () => {
      const file = readFileSync(end === 'near' ? near : far);
      expect(readCapture(asPcapng(file), [postfix.port]).connections).toEqual(connections());
    });
  });
});

describe.skipIf(skip)('a capture of a road on which large packets vanish', () => {
  it('shows where it began: what the responder sends again and again, while smaller segments got through', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'cpq-black-hole-'));
    const path = join(folder, 'near.pcap');
    const certificate = makeCertificate(folder, 'sma1.example.com');
    const postfix = await startPostfix({ certificate, address: '0.0.0.0' });
    const tunnel = await openTunnel(2, { seed: 1, loss: 0, reorder: 0, double: 0, largest: 600 });
    const dump = await startTcpdump(path, tunnel.nearDevice, tunnel.far);
    await initiate(tunnel, postfix.port, 'AES128-SHA256:AES256-SHA256', 4);
    await dump.stop();
    const road = await tunnel.close();
    await postfix.stop();
    const [seen] = readCaptureFile(path, [postfix.port]).connections;
    rmSync(folder, { recursive: true, force: true });
    expect(Number(/too-large=(\d+)/.exec(road)?.[1])).toBeGreaterThan(2);
    expect(seen).toMatchObject({
      outcome: 'failed',
      failure: { code: 'tls-timed-out', stage: 'handshake', by: null },
      stall: { from: 'responder', kind: 'unacknowledged', stage: 'handshake' },
    });
    expect(seen?.stall?.retransmissions).toBeGreaterThan(1);
    expect(seen?.stall?.stuck?.smallest).toBeGreaterThan(600);
    expect(seen?.stall?.largestPassed).toBeLessThan(600);
  });
});
