import { describe, expect, test } from 'vitest';
import { type CommandDefinition, commandNamed } from '../../../main/core/asyncos';
import { heard, PROMPT, playCommand } from './conversation';

const named = (name: string): CommandDefinition => {
  const found = commandNamed(name);
  if (found === null) throw new Error(`no ${name}`);
  return found;
};
const INTERFACE = { interface: 'Management', host: '192.0.2.20', port: '7025' };
const CPQ = { host: 'the.cpq.host' };
const OPERATIONS = 'Choose the operation you want to perform:\r\n- NEW - Create.\r\n[]> ';

/** What the allow-list's own commands send behind their line when an appliance answers so. */
const sentTo = (name: string, args: Record<string, string>, ...texts: string[]) =>
  playCommand(named(name), args, heard(...texts.map((text) => `x\r\n\r\n${text}`)), PROMPT).sent.slice(1);

describe('an appliance that asks something else in known words', () => {
  test.each([
    ['an item that does more', 'tophosts', 'Sort results by:\r\n1. Active Recipients, and delete them\r\n[1]> '],
    ['an item that does other', 'tophosts', 'Sort results by:\r\n1. Active Recipients Purge\r\n[1]> '],
    [
      'a NOTICE whose first item acts',
      'sslconfig',
      'NOTICE: This is not configured.\r\n\r\nWhat would you like to do?\r\n1. Switch modes to edit at mode "Cluster x" and remove the machine.\r\n[1]> ',
    ],
    [
      'a menu that warns of what Enter does',
      'interfaceconfig',
      `You have uncommitted changes. Enter will save them.\r\n\r\n${OPERATIONS}`,
    ],
    ['the same in one paragraph', 'interfaceconfig', `Pending changes will be lost.\r\n${OPERATIONS}`],
    [
      'a switch that loses changes',
      'tophosts',
      'Your uncommitted changes will be lost.\r\n\r\nThis command is restricted to "machine" mode.  Would you like to switch to "machine" mode? [Y]> ',
    ],
  ])('%s: is left', (_what, name, text) => {
    expect(sentTo(name, {}, text)).toEqual(['\x03']);
  });

  test.each([
    ['Show network addresses as numbers and zero the counters? [N]> '],
    ['Show network addresses as numbers? This restarts the interface. [N]> '],
  ])('%s is left', (question) => {
    const menu = 'Choose the information you want to display:\r\n1. List of active sockets.\r\n[1]> ';
    expect(sentTo('netstat', {}, menu, question)).toEqual(['1\n', '\x03']);
  });

  test.each(['bounce', 'redirect', 'remove', 'purge', 'drop'])('a host of messages to %s is not named', (verb) => {
    expect(
      sentTo('showrecipients', CPQ, `Please enter the hostname for the messages you wish to ${verb}.\r\n[]> `),
    ).toEqual(['\x03']);
  });

  test('an interface is taken by its whole name, whatever stands in its host name', () => {
    const list =
      'Please select which interface you want to telnet from.\r\n1. Auto\r\n2. Management 2 (192.0.2.9/24: a)\r\n3. Management (192.0.2.10/24: drop.example.com)\r\n[1]> ';
    expect(sentTo('telnet', INTERFACE, list)).toEqual(['3\n']);
  });
});
