import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { analyseText } from '../../../main/core/logs';
import { headOf } from '../../../main/core/logs/head';
import { recogniseLine } from '../../../main/core/logs/recognise-line';
import { LOGS } from './truth';

const NAMES = readdirSync(LOGS).filter((name) => name.startsWith('sourced-'));

/** Lines with a head of no known kind, cut to 60 letters. */
const strangers = (name: string): string[] =>
  readFileSync(join(LOGS, name), 'latin1')
    .split('\n')
    .flatMap((line) => {
      const head = headOf(line);
      const body = line.slice(head?.bodyAt ?? 0);
      return head === null || recogniseLine(body) ? [] : [body.slice(0, 60)];
    });

describe('literal lines of public sources', () => {
  it('are all of a known kind, but for those that name no id or belong to a debug level', () => {
    expect(Object.fromEntries(NAMES.map((name) => [name, strangers(name)]))).toEqual({
      'sourced-cisco-docs.log': ['DCID xxxxxx STARTTLS command not supported.'],
      'sourced-delivery-errors.log': [],
      'sourced-spam-quarantine-7.6.log': [],
      'sourced-syslog-prefixes.log': ['ICID ...'],
      'sourced-tls-reset-2023.txt': [
        'MID 14 ICID 14 TLS read 126 bytes (0.0 seconds)',
        'RPC client _message_loop sleeping when dequeuing a null entr',
      ],
    });
  });

  it.each(NAMES)('of %s hold no quarantine connection, and what is unknown is counted', (name) => {
    const report = analyseText([{ path: name, text: readFileSync(join(LOGS, name), 'latin1') }], {
      role: null,
      ports: [],
    });
    expect([report.connections, report.grounds, report.causes]).toEqual([[], [], []]);
    expect(report.unknownLines).toBe(strangers(name).length);
  });
});
