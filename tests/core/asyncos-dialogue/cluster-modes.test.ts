import { describe, expect, test } from 'vitest';
import { commandNamed } from '../../../main/core/asyncos';
import { startCommand } from '../../../main/core/asyncos/dialogue';
import { heard, play } from './conversation';

const command = (name: string) => {
  const found = commandNamed(name);
  if (found === null) throw new Error(`no ${name}`);
  return found;
};

const CLUSTER = '(Cluster Main_Cluster)> ';
const OFFER = (mode: string) =>
  `\r\nThis command is restricted to "${mode}" mode.  Would you like to switch to "${mode}" mode? [Y]> `;
const MACHINES = (...names: string[]) =>
  `\r\nChoose a machine.\r\n${names.map((name, at) => `${at + 1}. ${name} (group Main_Group)\r\n`).join('')}[1]> `;

const sentBy = (name: string, machine: string | null, ...texts: string[]) =>
  play(startCommand(command(name), {}, CLUSTER, machine), heard(...texts)).sent;

describe('the way back to machine mode', () => {
  test('chooses the machine that was logged in to, by its name', () => {
    const list = MACHINES('esa10.example.com', 'esa1.example.com', 'esa1.example.com.au');
    expect(sentBy('status', 'esa1.example.com', OFFER('machine'), list)).toEqual(['status\n', 'Y\n', '2\n']);
  });

  test.each([
    ['it is not known which was logged in to', null, MACHINES('esa1.example.com', 'esa2.example.com')],
    ['it is not in the list', 'esa3.example.com', MACHINES('esa1.example.com', 'esa2.example.com')],
    ['it is there twice', 'esa1.example.com', MACHINES('esa1.example.com', 'esa1.example.com')],
    [
      'something else is asked of machines',
      'esa1.example.com',
      MACHINES('esa1.example.com').replace('Choose a machine.', 'Choose a machine to remove.'),
    ],
  ])('is given up where %s', (_why, machine, list) => {
    expect(sentBy('status', machine, OFFER('machine'), list)).toEqual(['status\n', 'Y\n', '\x03']);
  });

  test('never chooses a machine that no accepted offer has led to', () => {
    expect(sentBy('status', 'esa1.example.com', MACHINES('esa1.example.com'))).toEqual(['status\n', '\x03']);
  });

  test('chooses it once', () => {
    const list = MACHINES('esa1.example.com');
    expect(sentBy('status', 'esa1.example.com', OFFER('machine'), list, list)).toEqual([
      'status\n',
      'Y\n',
      '1\n',
      '\x03',
    ]);
  });
});

describe('an offer to switch to cluster mode', () => {
  test('is accepted for the two lines of clusterconfig, and their answer is read there', () => {
    expect(sentBy('clusterconfig-list', null, OFFER('cluster'), `\r\nCluster Main_Cluster\r\n\r\n${CLUSTER}`)).toEqual([
      'clusterconfig list\n',
      'Y\n',
    ]);
  });

  test.each([
    ['status', 'cluster'],
    ['clusterconfig-list', 'machine'],
    ['clusterconfig-list', 'group'],
  ])('%s refuses to go to %s mode', (name, mode) => {
    expect(sentBy(name, null, OFFER(mode))).toEqual([`${command(name).words.join(' ')}\n`, '\x03']);
  });

  test('the menu behind it is not opened, nor left by a default', () => {
    const menu = '\r\nChoose the operation you want to perform:\r\n- LIST - List the machines.\r\n[]> ';
    expect(sentBy('clusterconfig-list', null, OFFER('cluster'), menu)).toEqual(['clusterconfig list\n', 'Y\n', '\x03']);
  });
});

describe('a question that the pager cuts in two', () => {
  const PAGER = '-Press Any Key For More-';
  const WIPE = `\r${' '.repeat(25)}\r`;

  test('is known by what stood on the page before', () => {
    const page = `sslconfig\r\nsettings\r\n\r\nChoose the operation you want to perform:\r\n- GUI - Edit.\r\n${PAGER}`;
    expect(sentBy('sslconfig', null, page, `${WIPE}- VERIFY - Verify.\r\n[]> `)).toEqual(['sslconfig\n', ' ', '\n']);
  });

  test('a page that does not come is not asked for twice', () => {
    const { sent } = play(startCommand(command('sslconfig'), {}, CLUSTER), [
      ...heard(`page\r\n${PAGER}`),
      ...heard('', ''),
    ]);
    expect(sent).toEqual(['sslconfig\n', ' ']);
  });
});
