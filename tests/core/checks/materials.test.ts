import { describe, expect, test } from 'vitest';
import { readConfig } from '../../../main/core/asyncos';
import { type CheckDefinition, checkNamed } from '../../../main/core/checks';
import { analyseText } from '../../../main/core/logs';
import type { Role } from '../../../main/core/model';
import { fixtureText, misquoted, TARGET } from '../../support/fixture';

const check = (id: string): CheckDefinition => {
  const found = checkNamed(id);
  if (!found) throw new Error(`no check ${id}`);
  return found;
};

describe('mail-logs', () => {
  const read = (file: string, role: Role) =>
    check('mail-logs').read(
      {
        kind: 'logs',
        report: analyseText([{ path: file, text: fixtureText(`logs/${file}`) }], { role, ports: [7025] }),
      },
      TARGET,
    );
  const short = (file: string, role: Role) => {
    const { outcome, reason, data } = read(file, role);
    const { causes, history, latest } = data as {
      causes: string[];
      history: string[];
      latest: { flow: string; kind: string; peer: string; outcome: string }[];
    };
    return { outcome, reason, causes, history, latest: latest.map((one) => [one.flow, one.peer, one.outcome]) };
  };

  test('an ESA that is refused', () => {
    expect(short('composed-esa-refused.log', 'esa')).toEqual({
      outcome: 'failed',
      reason: 'fault-seen',
      causes: ['path-refused'],
      history: [],
      latest: [['esa-to-sma', '192.0.2.20', 'refused']],
    });
  });

  test('an ESA whose messages went through', () => {
    expect(short('composed-esa-healthy-quarantine.log', 'esa')).toEqual({
      outcome: 'passed',
      reason: null,
      causes: [],
      history: [],
      latest: [['esa-to-sma', '192.0.2.20', 'ok']],
    });
  });

  test('an ESA that recovered', () => {
    expect(short('composed-esa-backlog-recovery.log', 'esa')).toEqual({
      outcome: 'passed',
      reason: null,
      causes: [],
      history: ['path-timeout', 'message-bounced', 'queue-backlog'],
      latest: [['esa-to-sma', '192.0.2.20', 'ok']],
    });
  });

  test('an SMA: a receiving connection is forward, a delivery backward', () => {
    expect(short('composed-sma-application-faults.log', 'sma').latest).toEqual([['esa-to-sma', '192.0.2.10', 'ok']]);
    expect(short('composed-sma-release-tls-verify.log', 'sma').latest).toEqual([
      ['sma-to-esa', '192.0.2.10', 'tls-failed'],
    ]);
  });

  test.each([
    ['composed-esa-refused.log', 'esa'],
    ['composed-esa-backlog-recovery.log', 'esa'],
    ['composed-esa-healthy-quarantine.log', 'esa'],
    ['composed-sma-application-faults.log', 'sma'],
    ['composed-crlf-latin1.log', 'esa'],
  ] as const)('%s: each line is quoted with its own number', (file, role) => {
    const seen = read(file, role);
    expect(seen.lines.length).toBeGreaterThan(0);
    expect(misquoted(`logs/${file}`, seen)).toEqual([]);
  });

  test('nothing in it is no proof of anything', () => {
    const report = analyseText([{ path: 'empty', text: '' }], { role: 'esa', ports: [] });
    expect(check('mail-logs').read({ kind: 'logs', report }, TARGET)).toMatchObject({
      outcome: 'could-not-tell',
      reason: 'no-material',
    });
  });

  test('files that cannot be read are said to be so', () => {
    const report = {
      ...analyseText([], { role: 'esa', ports: [] }),
      unreadable: [{ path: 'a', code: 'log-unreadable' }],
    };
    expect(check('mail-logs').read({ kind: 'logs', report }, TARGET)).toMatchObject({
      outcome: 'could-not-tell',
      reason: 'file-unreadable',
    });
  });
});

describe('configuration', () => {
  const read = (file: string) => {
    const text = fixtureText(`config/${file}`);
    const report = readConfig(text);
    if (!report.ok) throw new Error(report.problem.code);
    return check('configuration').read({ kind: 'config', report: report.value, text }, TARGET);
  };

  test('a member without the interface is a fault seen', () => {
    const seen = read('esa-cluster-missing-interface.xml');
    expect([seen.outcome, seen.reason]).toEqual(['failed', 'fault-seen']);
    expect(misquoted('config/esa-cluster-missing-interface.xml', seen)).toEqual([]);
    expect(seen.lines.some((one) => one.text.includes('Pvo'))).toBe(true);
  });

  test('listener, setting and cipher lists are quoted by line', () => {
    const seen = read('sma-cpq.xml');
    expect(seen.outcome).toBe('passed');
    expect(seen.lines.map((one) => `${one.line}: ${one.text.trim()}`)).toEqual([
      '50: <port>7026</port>',
      '57: <cpq_interface>Management</cpq_interface>',
      '76: <ssl_inbound_ciphers>HIGH:MEDIUM</ssl_inbound_ciphers>',
      '78: <ssl_outbound_ciphers>HIGH:MEDIUM:-aNULL</ssl_outbound_ciphers>',
      '34: <interface_name>Management</interface_name>',
    ]);
  });
});
