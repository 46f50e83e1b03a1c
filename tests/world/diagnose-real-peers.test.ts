import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, describe, expect, it } from 'vitest';
import { runDiagnosis } from '../../main/cli/diagnose';
import { type Door, openDoor } from '../../main/cli/door';
import { commands } from '../../main/core/asyncos';
import { expand } from '../../main/core/ciphers';
import { DiagnosisDocument, TlsReport } from '../../main/core/model';
import { makeCertificate } from '../support/certificate';
import { scriptedEsa } from '../support/esa-shell';
import { type OpensshServer, skipWithoutOpenssh, startOpenssh } from '../support/openssh';
import { type Postfix, skipWithoutPostfix, startPostfix } from '../support/postfix';
import { unfoundQuotes } from '../support/quotes';

const run = promisify(execFile);
const skip = [skipWithoutPostfix(), skipWithoutOpenssh()].includes(true);
const folder = mkdtempSync(join(tmpdir(), 'cpq-peers-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const attempt = (at: string, dcid: number, said: string): string[] => [
  `Mon Mar  2 ${at}:02 2026 Info: New SMTP DCID ${dcid} interface 192.0.2.10 address 127.0.0.1 port {port}`,
  ...(said === '' ? [] : [`Mon Mar  2 ${at}:02 2026 Info: DCID ${dcid} TLS failed: ${said}`]),
  `Mon Mar  2 ${at}:02 2026 Info: DCID ${dcid} close`,
];
const log = (said: string): string[] => [...attempt('15:10', 501, said), ...attempt('15:12', 502, said)];
const NO_CERTIFICATE = log('verify error: no certificate from server');
const NOT_VERIFIED = log(
  "(337047686, 'error:1416F086:SSL routines:tls_process_server_certificate:certificate verify failed')",
);
const SILENT = log('');

interface Peers {
  readonly ssh: OpensshServer;
  readonly postfix: Postfix;
  stop(): Promise<void>;
}

const startPeers = async (certified: boolean, list: string, lines: readonly string[]): Promise<Peers> => {
  const certificate = certified ? makeCertificate(folder, 'sma1.example.com') : null;
  const postfix = await startPostfix({ certificate });
  const line = scriptedEsa({ address: '127.0.0.1', port: postfix.port, list, log: lines });
  const ssh = await startOpenssh({ line }).catch(async (error: unknown) => {
    await postfix.stop();
    throw error;
  });
  return { ssh, postfix, stop: async () => void (await Promise.all([ssh.stop(), postfix.stop()])) };
};

/** Nobody logs in to the SMA: only its listener is named, and this laptop may look at that. */
const profileOf = ({ ssh, postfix }: Peers, sma: string): string => `direction: esa-to-sma
cluster: standalone
appliances:
  - name: esa1
    role: esa
    host: ${ssh.host}
    sshPort: ${ssh.port}
    user: ${ssh.user}
    auth: { password: ${ssh.password} }
    hostKey: "${ssh.fingerprint}"
    quarantine: { interface: Management, address: 192.0.2.10 }
  - name: sma1
    role: sma
${sma}    quarantine: { address: 127.0.0.1, port: ${postfix.port} }
`;

const listening = (): Door & { readonly documents: unknown[]; readonly complaints: string[] } => {
  const documents: unknown[] = [];
  const complaints: string[] = [];
  const door = openDoor('en', new AbortController().signal);
  return {
    ...door,
    documents,
    complaints,
    print: () => undefined,
    printJson: (document) => void documents.push(document),
    say: () => undefined,
    complain: ({ code }) => void complaints.push(code),
  };
};

let cases = 0;
const diagnoseAt = async (peers: Peers, sma = '') => {
  cases += 1;
  const site = join(folder, `site-${cases}.yaml`);
  const kept = join(folder, `case-${cases}`);
  writeFileSync(site, profileOf(peers, sma));
  const door = listening();
  const code = await runDiagnosis(site, { json: true, case: kept }, door);
  const document = DiagnosisDocument.parse(door.documents[0]);
  return { code, document, kept, complaints: door.complaints, typed: await peers.ssh.typed() };
};

const withPeers = async <T>(
  given: { certified: boolean; list: string; log: readonly string[] },
  look: (peers: Peers) => Promise<T>,
): Promise<T> => {
  const peers = await startPeers(given.certified, given.list, given.log);
  try {
    return await look(peers);
  } finally {
    await peers.stop();
  }
};

const first = (document: DiagnosisDocument, code: string) => document.findings.find((one) => one.code === code);

/** What `openssl s_client` agrees on with the same suites in the same order. */
const agreedWithOpenssl = async (port: number, protocol: string, suites: readonly string[]): Promise<string> => {
  const flag = { TLSv1: '-tls1', 'TLSv1.1': '-tls1_1', 'TLSv1.2': '-tls1_2' }[protocol] ?? '-tls1_2';
  const list = `${suites.join(':')}:@SECLEVEL=0`;
  const asked = run('openssl', [
    's_client',
    '-connect',
    `127.0.0.1:${port}`,
    '-starttls',
    'smtp',
    flag,
    '-cipher',
    list,
  ]);
  asked.child.stdin?.end('QUIT\r\n');
  const { stdout } = await asked;
  return /Cipher is (\S+)/.exec(stdout)?.[1] ?? '';
};

const words = new Set(commands.map((one) => one.words.join(' ')));
/** Whole commands of the allow-list; `grep -e "…" -i mail_logs` ends with its own words. */
const isAllowed = (line: string): boolean => words.has(line) || /^grep -e "[^"]+" -i mail_logs$/.test(line);
/** Answers to questions: a list item, Enter, the operation that reads, the listener's address and port, the way out. */
const isAnswer = (line: string, port: number): boolean =>
  ['', '1', 'VERIFY', '127.0.0.1', String(port), 'exit'].includes(line);

describe.skipIf(skip)('a Debian OpenSSH as the ESA, a Debian Postfix as the SMA’s listener', () => {
  it('without a certificate, the anonymous cipher is confirmed; only allow-listed commands were typed', async () => {
    const given = { certified: false, list: 'HIGH:MEDIUM', log: NO_CERTIFICATE };
    await withPeers(given, async (peers) => {
      const { code, document, kept, complaints, typed } = await diagnoseAt(peers);
      expect({ code, verdict: document.verdict, primary: document.primary }).toEqual({
        code: 1,
        verdict: 'fault',
        primary: ['tls-anonymous-cipher'],
      });
      expect(first(document, 'tls-anonymous-cipher')?.status).toBe('confirmed');
      expect(first(document, 'queue-backlog')?.consequenceOf).toBe('tls-anonymous-cipher');
      expect(unfoundQuotes(document, kept, folder)).toEqual([]);
      expect(complaints).toEqual(['profile-literal-password']);
      expect(typed.filter((line) => !isAllowed(line) && !isAnswer(line, peers.postfix.port))).toEqual([]);
      expect(typed.filter(isAllowed).map((line) => line.split(' ')[0])).toEqual([
        'version',
        'status',
        'interfaceconfig',
        'sslconfig',
        'sslconfig',
        'tophosts',
        'displayalerts',
        'logconfig',
        'telnet',
        'tlsverify',
        'grep',
      ]);
      expect(typed.at(-1)).toBe('exit');
    });
  });

  it('with a certificate that verification refuses, the certificate is suspected: its wording is inferred', async () => {
    const given = { certified: true, list: 'HIGH:MEDIUM:-aNULL', log: NOT_VERIFIED };
    await withPeers(given, async (peers) => {
      const { code, document, kept } = await diagnoseAt(peers);
      expect({ code, primary: document.primary }).toEqual({ code: 1, primary: ['tls-certificate-not-cpq'] });
      const finding = first(document, 'tls-certificate-not-cpq');
      expect(finding?.status).toBe('suspected');
      expect(finding?.evidence.map((one) => one.vantage)).toEqual(expect.arrayContaining(['esa1', 'laptop']));
      expect(first(document, 'tls-anonymous-cipher')?.status).toBe('ruled-out');
      expect(unfoundQuotes(document, kept, folder)).toEqual([]);
    });
  });

  it('with a certificate and a list that puts anonymous suites first, the wire decides as openssl sees it', async () => {
    const given = { certified: true, list: 'HIGH:MEDIUM', log: SILENT };
    await withPeers(given, async (peers) => {
      const { document } = await diagnoseAt(peers, '    host: 127.0.0.1\n');
      const probe = document.observations.find((one) => one.check === 'tls-offer');
      const { negotiated, offered } = TlsReport.parse(probe?.data);
      expect(offered).toBe('HIGH:MEDIUM');
      const { suites } = expand('HIGH:MEDIUM', '0.9.8');
      const known = suites.filter((one) => !one.includes('SSLv2'));
      expect(negotiated?.cipher).toBe(await agreedWithOpenssl(peers.postfix.port, negotiated?.protocol ?? '', known));
      const finding = first(document, 'tls-anonymous-cipher');
      expect(finding?.status).toBe(negotiated?.anonymous ? 'confirmed' : 'ruled-out');
      expect(document.primary).toEqual(negotiated?.anonymous ? ['tls-anonymous-cipher'] : expect.any(Array));
    });
  });
});
