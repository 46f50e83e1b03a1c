import { describe, expect, it } from 'vitest';
import { readCommand } from '../../../main/core/asyncos';
import type { SslConfig } from '../../../main/core/asyncos/readers/sslconfig';
import { cliSample, flattened, withCarriageReturns } from './sample';

const read = (text: string) => {
  const { data, unrecognised, error } = readCommand('sslconfig', text);
  return { data: data as SslConfig, unrecognised, error };
};
const side = (method: string | null, ciphers: string | null) => ({ method, ciphers });
const settings = (gui: unknown, inbound: unknown, outbound: unknown, more: Partial<SslConfig> = {}) => ({
  gui,
  inbound,
  outbound,
  notice: null,
  verified: [],
  verifiedList: null,
  versions: {},
  fips: false,
  ...more,
});
const strong = side('tlsv1/tlsv1.2', 'MEDIUM:HIGH:-SSLv2:-aNULL:@STRENGTH');
const old = side('sslv3tlsv1', 'RC4-SHA:RC4-MD5:ALL');

describe('sslconfig', () => {
  it('reads one line per list, up to 9.1', () => {
    expect(read(cliSample('sslconfig-8.txt'))).toEqual({
      data: settings(old, old, old),
      unrecognised: [],
      error: null,
    });
  });

  it('rejoins one token per line, from 9.5', () => {
    const data = settings(strong, strong, side('tlsv1/tlsv1.2', 'RC4-SHA:RC4-MD5:ALL'));
    expect(read(cliSample('sslconfig-9.5.txt'))).toEqual({ data, unrecognised: [], error: null });
  });

  it('reads what a web page makes of it', () => {
    const list = side('tlsv1/tlsv1.2', 'MEDIUM:HIGH:-SSLv2:-aNULL:!RC4:@STRENGTH:-EXPORT');
    expect(read(cliSample('sslconfig-9.5-flattened.txt')).data).toEqual(settings(list, list, list));
    expect(read(flattened(cliSample('sslconfig-9.5.txt')))).toEqual(read(cliSample('sslconfig-9.5.txt')));
  });

  it('keeps the -aNULL that ends a list of a cluster (TechNote 215282)', () => {
    const list = side('tlsv1_2', 'RC4-SHA:RC4-MD5:ALL:-aNULL:-EXPORT');
    expect(read(cliSample('sslconfig-cluster-mode.txt')).data).toEqual(settings(list, list, list));
  });

  it('reads lower-case labels without a GUI pair behind a service prompt', () => {
    const list = side('sslv2sslv3tlsv1', 'RC4-SHA:RC4-MD5:ALL');
    expect(read(cliSample('service-prompt.txt')).data).toEqual(settings(null, list, list));
  });

  it('loses no token to a pager or to blank lines between the lines', () => {
    const text = cliSample('sslconfig-9.5.txt');
    const wiped = text.replace('        -aNULL\n', `-Press Any Key For More-\r${' '.repeat(27)}\r        -aNULL\n`);
    const pasted = text.replace('        -aNULL\n', `-Press Any Key For More-${' '.repeat(25)}        -aNULL\n`);
    const spaced = text.replaceAll('\n', '\n\n');
    for (const one of [wiped, pasted, spaced, withCarriageReturns(text)])
      expect(read(one).data).toEqual(read(text).data);
  });

  it('joins a list that the width broke inside a token', () => {
    const list = `RC4-SHA:${Array.from({ length: 12 }, (_, index) => `AES${index}-SHA256`).join(':')}`;
    const line = `  Inbound SMTP ciphers: ${list}`;
    const text = `  Inbound SMTP method:  tlsv1\n${line.slice(0, 80)}\n${line.slice(80)}\n  Outbound SMTP method:  tlsv1\n`;
    expect(read(text).data.inbound).toEqual(side('tlsv1', list));
    expect(read(text).unrecognised).toEqual([]);
  });

  it('does not add a stray word to a list that stands on one line', () => {
    const read1 = read('  Inbound SMTP ciphers: HIGH:-aNULL\nALL\n');
    expect([read1.data.inbound, read1.unrecognised]).toEqual([side(null, 'HIGH:-aNULL'), [{ line: 2, text: 'ALL' }]]);
  });

  it('says that the machine inherits, and from where', () => {
    const notice = { mode: 'Machine esa1.example.com', from: 'Cluster Main_Cluster' };
    const expected = { data: settings(null, null, null, { notice }), unrecognised: [], error: null };
    expect(read(cliSample('sslconfig-cluster-notice.txt'))).toEqual(expected);
  });

  it('knows the SMA view that shows no list', () => {
    expect(read(cliSample('sslconfig-sma-versions.txt')).data).toEqual(settings(null, null, null));
    const versions = 'Currently enabled protocol(s) for All Services are TLSv1.0, TLSv1.2\n';
    expect(read(versions).data.versions).toEqual({ 'All Services': ['TLSv1.0', 'TLSv1.2'] });
  });

  it('reads what VERIFY printed and which suites are anonymous', () => {
    const { data, unrecognised } = read(cliSample('sslconfig-verify.txt'));
    const anonymous = data.verified.filter((one) => one.anonymous).map((one) => one.name);
    const expected =
      'ADH-CAMELLIA256-SHA ADH-CAMELLIA128-SHA ADH-AES256-SHA ADH-AES128-SHA ADH-DES-CBC3-SHA ADH-RC4-MD5';
    expect([anonymous, data.verified.length, unrecognised]).toEqual([expected.split(' '), 26, []]);
  });

  it.each([
    ['sslconfig-verify.txt', 'HIGH:MEDIUM'],
    [
      'sslconfig-verify-9.6-flattened.txt',
      'EDH+TLSv1.2:EDH+HIGH:EDH+MEDIUM:!LOW:!EXP:!aNULL:!RC4:!DSS:!SEED:!IDEA:!MD5:!PSK:!3DES:!SRP',
    ],
  ])('knows the list that was verified in %s', (name, list) => {
    expect(read(cliSample(name)).data.verifiedList).toBe(list);
  });

  it('takes the list in the brackets where Enter took it, and the names of TLS 1.3', () => {
    const suite = 'TLS_AES_256_GCM_SHA384  TLSv1.3 Kx=any      Au=any  Enc=AESGCM(256) Mac=AEAD';
    const { data, unrecognised } = read(`Enter the ssl cipher you want to verify.\n[HIGH:-aNULL]> \n\n${suite}\n`);
    expect({ list: data.verifiedList, suites: data.verified, unrecognised }).toEqual({
      list: 'HIGH:-aNULL',
      suites: [{ name: 'TLS_AES_256_GCM_SHA384', protocol: 'TLSv1.3', anonymous: false }],
      unrecognised: [],
    });
  });

  it.each(['sslconfig-verify-0.9.8.txt', 'sslconfig-verify-9.6-flattened.txt'])('reads %s to the last line', (name) => {
    const { data, unrecognised } = read(cliSample(name));
    expect([data.verified.some((one) => one.anonymous), unrecognised]).toEqual([false, []]);
  });
});
