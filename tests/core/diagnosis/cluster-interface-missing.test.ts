import { describe, expect, test } from 'vitest';
import { describeCause, judged } from '../../support/cause-table';
import { siteOf, world } from '../../support/observations';

const named = (name: string | null) => {
  const site = siteOf('esa1');
  return {
    ...site,
    appliances: site.appliances.map((one) =>
      one.name === 'esa1' ? { ...one, quarantine: { ...one.quarantine, interface: name } } : one,
    ),
  };
};
const cluster = { cluster: 'cluster' } as const;
const missing = (near: string | null) => ({
  quarantine: { enabled: true, interface: 'PVO', port: 7025, level: 'cluster Main', at: 'line 1' },
  missingInterfaces: [{ machine: 'esa1.example.com', interface: 'PVO', near, at: 'line 2' }],
});

describeCause('cluster-interface-missing', ['sma-to-esa'], (w) => [
  {
    name: 'an export shows that this member lacks it',
    seen: [w.config('esa1', missing(null))],
    answers: cluster,
    status: 'confirmed',
    key: 'not-in-configuration',
    evidence: ['config-esa1'],
  },
  {
    name: 'an export shows it in another spelling',
    seen: [w.config('esa1', missing('Pvo'))],
    answers: cluster,
    status: 'confirmed',
    key: 'near-miss',
    evidence: ['config-esa1'],
  },
  {
    name: 'its interface list lacks it',
    seen: [w.interfaces('esa1', 'Management', 'Data 1')],
    site: named('PVO'),
    answers: cluster,
    status: 'confirmed',
    key: 'not-listed',
    evidence: ['interfaces-esa1'],
  },
  {
    name: 'its interface list has another spelling',
    seen: [w.interfaces('esa1', 'Management', 'pvo')],
    site: named('PVO'),
    answers: cluster,
    status: 'confirmed',
    key: 'near-miss',
    evidence: ['interfaces-esa1'],
  },
  {
    name: 'its interface list has it, to the letter',
    seen: [w.interfaces('esa1', 'Management', 'PVO')],
    site: named('PVO'),
    answers: cluster,
    status: 'ruled-out',
    key: 'interface-present',
    evidence: ['interfaces-esa1'],
  },
  {
    name: 'an export names it and shows that this machine has it',
    seen: [
      w.config('esa1', {
        quarantine: { enabled: true, interface: 'PVO', port: 7025, level: null, at: 'line 1' },
        interfaces: [
          { machine: 'esa1', name: 'PVO', address: null, prefix: null, ssh: null, hostname: null, at: 'line 2' },
        ],
      }),
    ],
    site: named('PVO'),
    answers: cluster,
    status: 'ruled-out',
    key: 'interface-present',
    evidence: ['config-esa1'],
  },
  {
    name: 'an export that names it but lists no interfaces rules nothing out',
    seen: [
      w.config('esa1', { quarantine: { enabled: true, interface: 'PVO', port: 7025, level: null, at: 'line 1' } }),
    ],
    site: named(null),
    answers: cluster,
    status: 'not-checked',
    key: 'interfaces-unknown',
  },
  {
    name: 'an interface list without a line is no proof of absence',
    seen: [w.interfaces('esa1')],
    site: named('PVO'),
    answers: cluster,
    status: 'suspected',
    key: 'not-listed',
  },
  {
    name: 'nobody said which name the setting asks for',
    seen: [w.interfaces('esa1', 'Management')],
    site: named(null),
    answers: cluster,
    status: 'not-checked',
    key: 'name-unknown',
  },
]);

describe('cluster-interface-missing, esa-to-sma', () => {
  const w = world('esa-to-sma');
  const lacks = { name: '', seen: [w.config('esa1', missing(null))], status: 'confirmed', key: '' } as const;

  test('the ESA does not listen there, so a missing name is only suspected', () => {
    expect(judged('cluster-interface-missing', 'esa-to-sma', { ...lacks, answers: cluster }).status).toBe('suspected');
  });

  test('for the grey Enable button it is a requirement, so it is confirmed', () => {
    const answers = { ...cluster, direction: 'enable-disabled' } as const;
    expect(judged('cluster-interface-missing', 'esa-to-sma', { ...lacks, answers }).status).toBe('confirmed');
  });

  test('a forward message that went through rules it out for this flow', () => {
    const seen = [...lacks.seen, w.carried()];
    const { status, because } = judged('cluster-interface-missing', 'esa-to-sma', { ...lacks, seen, answers: cluster });
    expect([status, because.key]).toEqual(['ruled-out', 'carried-through']);
  });
});

describe('whose name the setting asks for', () => {
  const w = world('sma-to-esa', 'esa1');
  const site = siteOf('esa1', 'esa2');
  const two = {
    ...site,
    appliances: site.appliances.map((one) =>
      one.role === 'esa'
        ? { ...one, quarantine: { ...one.quarantine, interface: one.name === 'esa2' ? 'PVO' : null } }
        : one,
    ),
  };
  const row = {
    name: '',
    seen: [w.interfaces('esa1', 'Management')],
    site: two,
    status: 'confirmed',
    key: '',
  } as const;

  test.each([
    ['cluster', 'confirmed'],
    ['unknown', 'not-checked'],
    ['standalone', 'not-checked'],
  ] as const)('%s: what is said of another ESA makes it %s', (mode, status) => {
    expect(judged('cluster-interface-missing', 'sma-to-esa', { ...row, answers: { cluster: mode } }).status).toBe(
      status,
    );
  });
});
