import { z } from 'zod';
import { atItsPrompt, eachAppliance } from './appliance-targets';
import { check } from './check';
import { fromCommand, passed } from './from-command';
import { linesFrom, lineWhere } from './lines';
import { Verified, verifyLines } from './verified-suites';

const Side = z.looseObject({ method: z.string().nullable(), ciphers: z.string().nullable() });
const Data = z.looseObject({ inbound: Side.nullable(), outbound: Side.nullable(), ...Verified });

type Name = 'inbound' | 'outbound';
const method = (text: string, side: Name) =>
  lineWhere(text, (line) => new RegExp(`^\\s*${side} SMTP method:`, 'i').test(line));
/** From 9.5 each token of a list stands on a line of its own below the label (sample sslconfig-9.5.txt). */
const list = (text: string, side: Name) =>
  linesFrom(
    text,
    (line) => new RegExp(`^\\s*${side} SMTP ciphers:`, 'i').test(line),
    (line) => /^\s*[A-Za-z0-9+!:@=_.-]+$/.test(line),
  );

/**
 * Which cipher lists does the appliance offer and accept for SMTP? TechNotes 117855, 117864. What a pasted VERIFY printed
 * stands with them.
 */
export const cipherLists = check({
  id: 'cipher-lists',
  by: 'command',
  command: 'sslconfig',
  roles: ['esa', 'sma'],
  needs: ['ssh-session'],
  seconds: 1,
  connections: 0,
  leaves: 0,
  limitMs: 20_000,
  data: Data,
  targets: eachAppliance(['esa', 'sma']),
  live: atItsPrompt('sslconfig'),
  read: fromCommand(Data, (data, text) => {
    const settings = [...method(text, 'outbound'), ...list(text, 'outbound'), ...list(text, 'inbound')];
    const lines = [...settings, ...verifyLines(text, data)];
    const said = data.inbound !== null || data.outbound !== null || data.verified.length > 0;
    return said ? passed(data, lines) : { outcome: 'could-not-tell', reason: 'not-understood', data, lines };
  }),
});
