import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { recognise } from '../../../main/core/asyncos';

const fixture = (path: string) => readFileSync(join(__dirname, '../../fixtures', path), 'latin1');
const seen = (path: string, name = path) => {
  const { kind, command, appliance, role } = recognise(name, fixture(path));
  return [kind, command, appliance, role];
};

describe('recognise', () => {
  it.each([
    ['cli/tophosts-esa-cpq-down.txt', ['cli', 'tophosts', 'esa1.example.com', 'esa']],
    ['cli/tophosts-sma-release.txt', ['cli', 'tophosts', 'sma1.example.com', 'sma']],
    ['cli/status-detail-online.txt', ['cli', 'status', 'esa1.example.com', null]],
    ['cli/version-sma15.txt', ['cli', 'version', 'sma1.example.com', 'sma']],
    ['cli/sslconfig-cluster-mode.txt', ['cli', 'sslconfig', null, 'esa']],
    ['cli/sslconfig-verify-9.6-flattened.txt', ['cli', 'sslconfig', null, null]],
    ['cli/applianceconfig-status.txt', ['cli', 'applianceconfig', null, 'sma']],
    ['cli/clusterconfig-connstatus.txt', ['cli', 'clusterconfig-connstatus', null, 'esa']],
    ['cli/telnet-timeout.txt', ['cli', 'telnet', 'esa1.example.com', null]],
    ['cli/grep-none.txt', ['cli', 'grep', 'esa1.example.com', null]],
    ['cli/grep-batch-cpq.txt', ['mail-log', 'grep', 'esa1.example.com', null]],
    ['cli/hoststatus-up.txt', ['cli', 'hoststatus', 'esa1.example.com', null]],
    ['cli/errors.txt', ['transcript', null, 'esa1.example.com', null]],
    ['config/esa-standalone.xml', ['config', null, 'esa1.example.com', 'esa']],
    ['config/sma-cpq.xml', ['config', null, 'sma1.example.com', 'sma']],
    ['config/esa-cluster-missing-interface.xml', ['config', null, null, 'esa']],
    ['config/showconfig-terminal.txt', ['config', null, 'esa1.example.com', null]],
    ['config/hostile-entities.xml', ['config', null, null, null]],
    ['config/partial.xml', ['config', null, null, null]],
    ['logs/composed-esa-tls-anonymous.log', ['mail-log', null, null, null]],
    ['logs/composed-syslog.log', ['mail-log', null, null, 'esa']],
    ['logs/composed-sma-healthy-release.log', ['mail-log', null, null, 'sma']],
    ['logs/composed-cli-paste.txt', ['mail-log', null, 'esa1.example.com', 'esa']],
    ['logs/sourced-tls-reset-2023.txt', ['mail-log', null, null, null]],
    ['logs/composed-rotated/readme-not-a-log.txt', ['unknown', null, null, null]],
    ['logs/truth.json', ['unknown', null, null, null]],
    ['ciphers/openssl-3.0.19.json', ['unknown', null, null, null]],
    ['cli/login-expired.txt', ['unknown', null, null, null]],
  ])('knows %s', (path, expected) => {
    expect(seen(path)).toEqual(expected);
  });

  it('knows a capture of several commands, and whose it is', () => {
    const text = fixture('cli/version-sma15.txt') + fixture('cli/tophosts-sma-release.txt').replace(/^\S+> /, '');
    expect(recognise('putty.log', text)).toEqual({
      kind: 'transcript',
      command: null,
      appliance: 'sma1.example.com',
      role: 'sma',
    });
  });

  it('names no appliance for a capture of two', () => {
    const text = fixture('cli/interfaceconfig-esa1.txt') + fixture('cli/interfaceconfig-esa2-missing-pvo.txt');
    expect(recognise('putty.log', text)).toMatchObject({ kind: 'transcript', appliance: null, role: 'esa' });
  });

  it.each(['appliances:\n  - name: esa1\n', '{\n  "appliances": []\n}\n'])('knows the profile %j', (text) => {
    expect(recognise('site.yaml', text).kind).toBe('profile');
  });

  it('lets the name of the file decide between readers that understand it equally', () => {
    const table = 'Choose the operation you want to perform:\n';
    expect(
      recognise('/tmp/sslconfig-sma.txt', `${table}- VERSIONS - Enable or disable SSL/TLS versions\n[]> `).command,
    ).toBe('sslconfig');
  });

  it('looks at the beginning only', () => {
    const text = `${fixture('logs/composed-esa-refused.log').repeat(400)}\n<config>`;
    expect(recognise('mail.log', text).kind).toBe('mail-log');
  });

  it('has an answer for nothing and for bytes that are no text', () => {
    const nothing = { kind: 'unknown', command: null, appliance: null, role: null };
    expect([recognise('', ''), recognise('x.gz', '\u001f\u008b\u0008\u0000\u0000')]).toEqual([nothing, nothing]);
  });
});
