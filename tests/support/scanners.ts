import { execFile } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { promisify } from 'node:util';
import type { TlsReport } from '../../main/core/model';
import { suiteOfCode } from '../../main/core/tls';

const run = promisify(execFile);

/** What a scanner accepted: `TLSv1.2 ECDHE-RSA-AES256-GCM-SHA384`, sorted, each pair once. */
export type Pairs = readonly string[];

const sorted = (pairs: Iterable<string>): string[] => [...new Set(pairs)].sort();

/** By its number, as each tool has names of its own. */
const nameOf = (code: number): string => suiteOfCode(code)?.name ?? `0x${code.toString(16).padStart(4, '0')}`;

export const pairsOf = (inventory: TlsReport['inventory']): Pairs =>
  sorted(Object.entries(inventory ?? {}).flatMap(([version, suites]) => suites.map((suite) => `${version} ${suite}`)));

const shortVersion = (version: string): string => version.replace(/^TLSv1\.0$/, 'TLSv1');

/** `sslscan --starttls-smtp --xml`: one element for each pair it could agree on. */
export const sslscanPairs = async (port: number): Promise<Pairs> => {
  const options = ['--starttls-smtp', '--show-ciphers', '--no-heartbleed', '--no-renegotiation', '--xml=-'];
  const { stdout } = await run('sslscan', [...options, `127.0.0.1:${port}`], { maxBuffer: 1 << 24 });
  const rows = stdout.matchAll(/<cipher status="\w+" sslversion="([^"]+)"[^>]* id="0x([0-9A-F]+)"/g);
  return sorted(
    [...rows].map(([, version = '', code = '']) => `${shortVersion(version)} ${nameOf(parseInt(code, 16))}`),
  );
};

/** nmap names suites as IANA does, or did; its own table has their numbers. */
const nmapCodes = (): Map<string, number> => {
  const table = readFileSync('/usr/share/nmap/nselib/tls.lua', 'latin1');
  const rows = table.matchAll(/^(?:\[")?((?:TLS|SSL)_\w+)(?:"\])? *= *0x([0-9A-Fa-f]{4}),/gm);
  return new Map([...rows].map(([, name = '', code = '']) => [name, parseInt(code, 16)]));
};

/** The numbers of all suites that nmap can offer. */
export const nmapOffers = (): ReadonlySet<number> => new Set(nmapCodes().values());

/** `ssl-enum-ciphers`; `-sV` because it looks for STARTTLS on odd ports only where SMTP was recognised. */
export const nmapPairs = async (port: number): Promise<Pairs> => {
  const options = [
    '-Pn',
    '-n',
    '-sV',
    '--version-light',
    '-p',
    String(port),
    '--script',
    'ssl-enum-ciphers',
    '-oX',
    '-',
  ];
  const { stdout } = await run('nmap', [...options, '127.0.0.1'], { maxBuffer: 1 << 24 });
  const codes = nmapCodes();
  const found: string[] = [];
  let version = '';
  for (const [, opened, name] of stdout.matchAll(
    /<table key="((?:SSL|TLS)v[^"]+)"|<elem key="name">([^<]+)<\/elem>/g,
  )) {
    if (opened !== undefined) version = shortVersion(opened);
    else found.push(`${version} ${nameOf(codes.get(name ?? '') ?? 0)}`);
  }
  return sorted(found);
};
