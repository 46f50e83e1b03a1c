import type { LabAppliance } from '../model';
import { clusterconfig } from './clusterconfig';
import { grep } from './grep';
import { interfaceconfig } from './interfaceconfig';
import { listenerconfig } from './listenerconfig';
import { nslookup, traceroute } from './names';
import { netstat } from './netstat';
import { showrecipients } from './showrecipients';
import * as small from './small';
import { sslconfig } from './sslconfig';
import { status } from './status';
import { tail } from './tail';
import { telnet } from './telnet';
import { tlsverify } from './tlsverify';
import { tophosts } from './tophosts';
import type { Command } from './turn';
import { version } from './version';

/** Where a command may run in a cluster: at machine level only, or where its settings stand. */
type Level = 'anywhere' | 'machine' | 'where-set';

interface Entry {
  readonly command: Command;
  readonly level: Level;
  readonly on?: LabAppliance['role'];
}

const KNOWN: Readonly<Record<string, Entry>> = {
  applianceconfig: { command: small.applianceconfig, level: 'anywhere', on: 'sma' },
  clusterconfig: { command: clusterconfig, level: 'anywhere' },
  date: { command: small.date, level: 'anywhere' },
  displayalerts: { command: small.displayalerts, level: 'anywhere' },
  exit: { command: small.exit, level: 'anywhere' },
  grep: { command: grep, level: 'machine' },
  interfaceconfig: { command: interfaceconfig, level: 'machine' },
  listenerconfig: { command: listenerconfig, level: 'where-set', on: 'esa' },
  logconfig: { command: small.logconfig, level: 'where-set' },
  netstat: { command: netstat, level: 'machine' },
  nslookup: { command: nslookup, level: 'machine' },
  quit: { command: small.exit, level: 'anywhere' },
  showchanges: { command: small.showchanges, level: 'anywhere' },
  showrecipients: { command: showrecipients, level: 'machine' },
  sslconfig: { command: sslconfig, level: 'where-set' },
  status: { command: status, level: 'machine' },
  tail: { command: tail, level: 'machine' },
  telnet: { command: telnet, level: 'machine' },
  tlsverify: { command: tlsverify, level: 'machine', on: 'esa' },
  tophosts: { command: tophosts, level: 'machine' },
  traceroute: { command: traceroute, level: 'machine' },
  version: { command: version, level: 'machine' },
  who: { command: small.who, level: 'anywhere' },
  workqueue: { command: small.workqueue, level: 'machine' },
};

/** Commands that change something or that the product never sends: the lab's operator may not use them. */
const NOT_ALLOWED =
  /^(adminaccessconfig|bouncerecipients|clusterset|commit|certconfig|delete\w*|delivernow|deliveryconfig|destconfig|diagnostic|dnsflush|etherconfig|loadconfig|mailconfig|offline|passwd|quarantineconfig|reboot|redirectrecipients|resetconfig|resume\w*|rollovernow|routeconfig|saveconfig|setgateway|sethostname|settime|settz|showconfig|shutdown|smtproutes|sshconfig|supportrequest|suspend\w*|techsupport|upgrade|userconfig)$/;

export const entryOf = (appliance: LabAppliance, word: string): Entry | null => {
  const entry = Object.hasOwn(KNOWN, word) ? KNOWN[word] : undefined;
  return entry && (entry.on === undefined || entry.on === appliance.role) ? entry : null;
};

export const isForbidden = (word: string): boolean => NOT_ALLOWED.test(word.toLowerCase());

/** What a command gets that the lab does not do: texts of sample errors.txt. */
export const refusalOf = (word: string): string =>
  NOT_ALLOWED.test(word)
    ? `You are not in the correct access group to use the command "${word}".\n`
    : `Unknown command or missing feature key: ${word}\n`;
