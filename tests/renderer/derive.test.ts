import { describe, expect, it } from 'vitest';
import { applianceState, portOf } from '../../renderer/derive/appliance-state';
import { caseGroups, matches } from '../../renderer/derive/case-groups';
import { causesOf, notCheckedOf, questionsOf, ruledOutOf } from '../../renderer/derive/conclusion';
import { factOf, fingerprintGroups, placeOf, proofsOf, reachOf } from '../../renderer/derive/facts';
import { lanesOf } from '../../renderer/derive/lanes';
import { changeOf, groupsOf } from '../../renderer/derive/plan-groups';
import { stopLine } from '../../renderer/derive/stops';
import { minutes, size, span } from '../../renderer/texts/figures';
import { ACCEPTED, UNKNOWN_KEY } from './support/fake-bridge';
import { finding } from './support/findings';
import { appliance, pairSite } from './support/site';
import { lineOf, VIEWS } from './support/views';

describe('the map of the case', () => {
  it('tells an open question from one answered with not sure', () => {
    const fresh = VIEWS.described();
    expect(stopLine(fresh, 'tls', false)).toEqual({ state: 'open', key: 'stop.open_tls', params: {} });
    expect(stopLine(fresh, 'tls', true)).toEqual({ state: 'unsure', key: 'stop.tls_unknown', params: {} });
  });

  it('counts what was answered, and names the verdict', () => {
    const ended = VIEWS.anonymous();
    const asked = ended.plan.steps.filter((step) => step.skip === null).length;
    expect(stopLine(ended, 'run', false)).toEqual({
      state: 'answered',
      key: 'stop.run_ended',
      params: { done: asked, all: asked },
    });
    expect(stopLine(ended, 'findings', false)).toMatchObject({ state: 'fault', key: 'stop.findings_fault_one' });
    expect(stopLine(VIEWS.inconclusive(), 'findings', false)).toMatchObject({ state: 'inconclusive' });
    expect(stopLine(VIEWS.new(), 'site', false)).toMatchObject({ state: 'open', key: 'stop.site_none' });
  });
});

describe('the conclusion', () => {
  it('hangs consequences under their cause and keeps root causes in order', () => {
    const causes = causesOf(VIEWS.two().diagnosis);
    expect(causes.map((cause) => [cause.code, cause.consequences.map((one) => one.code)])).toEqual([
      ['tls-anonymous-cipher', ['queue-backlog']],
      ['cluster-interface-missing', []],
    ]);
  });

  it('calls a cause ruled out only when it is out for every pair', () => {
    const findings = [
      finding('path-refused', 'ruled-out'),
      finding('path-refused', 'confirmed', { appliances: ['esa2', 'sma1'] }),
      finding('path-timeout', 'ruled-out'),
    ];
    expect(ruledOutOf({ verdict: 'fault', primary: [], findings }).map((one) => one.code)).toEqual(['path-timeout']);
  });

  it('does not list as unchecked what was found elsewhere', () => {
    const findings = [finding('path-refused', 'not-checked'), finding('path-refused', 'confirmed')];
    expect(notCheckedOf({ verdict: 'fault', primary: [], findings })).toEqual([]);
  });

  it('asks first what decides most, then what costs least', () => {
    const { diagnosis, plan } = VIEWS.inconclusive();
    expect(questionsOf(diagnosis, plan).map((one) => one.check)).toEqual([
      'reach',
      'configuration',
      'system-status',
      'listening',
    ]);
  });
});

describe('plan and lanes', () => {
  it('groups by wire, both ends first', () => {
    expect(groupsOf(VIEWS.described().plan).map((group) => group.name)).toEqual(['ends', 'esa-to-sma', 'sma-to-esa']);
  });

  it('says what a changed answer added and took out', () => {
    const before = VIEWS.described().plan;
    const [first, ...rest] = before.steps.filter((step) => step.skip === null);
    const now = { ...before, steps: rest };
    expect(changeOf(before, now)).toEqual({ added: [], removed: [first] });
    expect(changeOf(now, before)).toEqual({ added: [first], removed: [] });
  });

  it('puts the laptop first and shows what runs', () => {
    const lanes = lanesOf(VIEWS.running());
    expect(lanes.map((lane) => lane.name)).toEqual(['laptop', 'esa1', 'sma1']);
    expect(lanes[1]?.rows.map((row) => row.state).slice(0, 5)).toEqual([
      'passed',
      'passed',
      'passed',
      'passed',
      'running',
    ]);
  });
});

describe('small facts', () => {
  it('takes a source apart, drive letters and colons included', () => {
    expect(placeOf('log:C:\\logs\\mail.current:1042')).toEqual({
      kind: 'log',
      place: 'C:\\logs\\mail.current',
      line: 1042,
    });
    expect(placeOf('no source')).toEqual({ kind: '', place: 'no source', line: null });
  });

  it('knows an observation by its first line, shortened', () => {
    const [first] = VIEWS.anonymous().observations;
    expect(first === undefined ? null : factOf(first)).toBe('AsyncOS 15.0.0 for Cisco C300V build 104');
  });

  it('knows it better by the line that a finding rests on, and never by the head of a table', () => {
    const { observations, diagnosis } = VIEWS.anonymous();
    const proof = diagnosis.findings.find((one) => one.code === diagnosis.primary[0])?.evidence[0];
    const seen = observations.find((one) => one.id === proof?.observation);
    const [first] = observations;
    if (seen === undefined || first === undefined) throw new Error('no observation');
    expect(factOf({ ...seen, quotes: [] }, proofsOf(diagnosis))).toBe(proof?.quote);
    const [quote] = first.quotes;
    if (quote === undefined) throw new Error('no quote');
    const table = ['Proto Recv-Q Send-Q Local Address', 'tcp4 0 0 *.7025'].map((text) => ({ ...quote, quote: text }));
    expect(factOf({ ...first, quotes: table })).toBe('tcp4 0 0 *.7025');
  });

  it('reads a fingerprint in groups of four', () => {
    expect(fingerprintGroups('SHA256:h4QmZr0c7Lx')).toEqual(['h4Qm', 'Zr0c', '7Lx']);
  });

  it('says how the site is reached', () => {
    const offline = appliance('esa2', 'esa', null);
    expect([reachOf([]), reachOf(pairSite().appliances), reachOf([...pairSite().appliances, offline])]).toEqual([
      'offline',
      'live',
      'mixed',
    ]);
  });

  it('says how far a login is', () => {
    const sma = appliance('sma1', 'sma', '198.51.100.20');
    expect([
      applianceState(sma, [], undefined),
      applianceState(sma, ['sma1'], undefined),
      applianceState(sma, [], UNKNOWN_KEY),
      applianceState(sma, [], ACCEPTED),
      applianceState(appliance('esa2', 'esa', null), [], undefined),
    ]).toEqual(['secret', 'live', 'key', 'ok', 'offline']);
  });

  it('takes ports only where they are ports', () => {
    expect(['22', ' 7025 ', '0', '70000', '7o25', ''].map(portOf)).toEqual([22, 7025, null, null, null, null]);
  });

  it('writes figures as the language does', () => {
    expect([minutes(70_000), span(300, 'fr'), span(180_000, 'en'), size(2_100_000, 'fr'), size(999, 'en')]).toEqual([
      '01:10',
      '0,3 s',
      '3 min',
      '2,1 Mo',
      '999 bytes',
    ]);
  });

  it('groups cases by age and finds them by cause', () => {
    const now = new Date('2026-11-24T12:00:00');
    const line = lineOf(VIEWS.anonymous(), '2026-11-24T08:00:00');
    const older = { ...line, id: 'older', changedAt: '2026-10-01T08:00:00' };
    expect(caseGroups([line, older], now).map((group) => group.name)).toEqual(['today', 'older']);
    expect([matches(line, ['Anonymous cipher'], 'ANONYMOUS'), matches(line, [], 'Nantes')]).toEqual([true, false]);
  });
});
