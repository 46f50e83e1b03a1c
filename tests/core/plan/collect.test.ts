import { describe, expect, it } from 'vitest';
import { commandNamed, commands } from '../../../main/core/asyncos';
import { mayLeave } from '../../../main/core/asyncos/dialogue';
import { pasteForms } from '../../../main/core/asyncos/paste';
import { type Answers, openAnswers, type Site } from '../../../main/core/model';
import { collect, sshLines } from '../../../main/core/plan';
import { live, offline, site } from '../../support/plan-site';

const PAIR = site(offline('esa1', 'esa', {}), offline('sma1', 'sma', {}));
const at = (name: string, given: Partial<Answers> = {}, of: Site = PAIR) => {
  const found = collect(of, { ...openAnswers(), direction: 'both', ...given }).find((one) => one.appliance === name);
  if (!found) throw new Error(`no ${name}`);
  return found;
};
const checksOf = (name: string, given: Partial<Answers>) => at(name, given).commands.map((one) => one.check);

describe('what a blind block may hold', () => {
  it('is marked as pasteable in the allow-list, and leaves like anything else', () => {
    for (const { name, line } of pasteForms) {
      expect([name, commandNamed(name)?.pasteable]).toEqual([name, true]);
      if (line !== undefined) expect(mayLeave(`${line}\n`)).toBe(true);
    }
  });

  it('asks nothing that an Enter could change, by its own list of questions', () => {
    const asked = pasteForms.flatMap(({ name }) => commandNamed(name)?.prompts.map((one) => one.asks) ?? []);
    // Each is for the display or the session alone; the last three come in a cluster only.
    const known = [
      'Choose the operation you want to perform',
      'Sort results by',
      'What would you like to do',
      'Would you like to switch',
      'Choose a machine',
    ];
    expect(asked.filter((one) => !known.includes(one))).toEqual([]);
    const levels = pasteForms.filter(({ name }) =>
      commandNamed(name)?.prompts.some((one) => one.asks === 'What would you like to do'),
    );
    expect(levels.every((one) => one.asksLevel === true)).toBe(true);
  });
});

describe('a collection', () => {
  it('holds what answers a check of this role', () => {
    const same = ['interfaces', 'queue', 'system-status', 'cipher-lists', 'mail-logs'];
    expect(checksOf('esa1', { cluster: 'standalone' })).toEqual(['version', ...same]);
    expect(checksOf('sma1', { cluster: 'standalone' })).toEqual(['version', 'managed-appliances', ...same]);
  });

  it.each(['cluster', 'unknown'] as const)('types no command that asks for a level, cluster: %s', (cluster) => {
    expect(checksOf('esa1', { cluster })).not.toContain('cipher-lists');
    expect(at('esa1', { cluster }).leftOut).toContainEqual({
      check: 'cipher-lists',
      command: 'sslconfig',
      why: 'level',
    });
    expect(checksOf('sma1', { cluster })).toContain('cipher-lists');
  });

  it('names everything that it leaves out, with the reason', () => {
    const { commands: held, leftOut } = at('esa1', { cluster: 'cluster', direction: 'both' });
    const names = [...held.map((one) => one.check), ...leftOut.map((one) => one.check)];
    expect(new Set(names).size).toBe(names.length);
    expect(leftOut).toEqual(
      expect.arrayContaining([
        { check: 'cluster-members', command: 'clusterconfig list', why: 'asks' },
        { check: 'configuration', command: null, why: 'file' },
        { check: 'listening', command: 'netstat', why: 'asks' },
        { check: 'reach', command: 'telnet', why: 'asks' },
      ]),
    );
  });

  it('never proposes what does not work on the pseudo destinations', () => {
    const lines = ['esa1', 'sma1'].flatMap((name) => [
      ...at(name, { cluster: 'standalone' }).block,
      ...at(name, { cluster: 'standalone' }).leftOut.map((one) => one.command ?? ''),
    ]);
    expect(lines.filter((line) => /hoststatus|showrecipients/.test(line))).toEqual([]);
  });

  it('searches for the ports that the site names', () => {
    const other = site(
      { ...live('esa1', 'esa', 11) },
      { ...live('sma1', 'sma', 20), quarantine: { interface: null, address: '192.0.2.20', port: 7123 } },
    );
    expect(at('esa1', {}, other).block.find((line) => line.startsWith('grep'))).toContain('port:? 7123');
  });
});

describe('one-shot lines', () => {
  const linesFor = (cluster: Site['cluster']) => {
    const lines = sshLines({ ...PAIR, cluster }, at('esa1', { cluster }));
    return lines.ok ? lines.value : [];
  };

  it('ask for the members only where the site is known to be a cluster', () => {
    const asks = (cluster: Site['cluster']) => linesFor(cluster).some((line) => line.includes('clusterconfig'));
    expect([asks('cluster'), asks('standalone'), asks('unknown')]).toEqual([true, false, false]);
  });

  it('are one word each for the appliance, whatever stands in them', () => {
    for (const line of linesFor('standalone')) expect(line).toMatch(/^ssh -n admin@esa1 '[^']+'$/);
  });

  it('are refused for a user that reads as an option', () => {
    const odd = site({ ...live('esa1', 'esa', 11), user: '-oProxyCommand=x' }, offline('sma1', 'sma', {}));
    expect(sshLines(odd, at('esa1', {}, odd))).toMatchObject({ ok: false, problem: { code: 'appliance-unsafe-name' } });
  });
});

it('no command of the allow-list is both pasteable and left without a thought', () => {
  const pasteable = commands.filter((one) => one.pasteable).map((one) => one.name);
  const without = pasteable.filter((name) => !pasteForms.some((form) => form.name === name));
  // They answer no check of their own, or the same as another one does.
  expect(without).toEqual(['date', 'displayalerts', 'listenerconfig', 'logconfig', 'status-detail', 'workqueue']);
});
