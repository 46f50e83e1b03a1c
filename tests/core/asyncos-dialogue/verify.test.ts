import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { sslconfigVerify } from '../../../main/core/asyncos/commands/sslconfig-verify';
import { startCommand } from '../../../main/core/asyncos/dialogue';
import type { SslConfig } from '../../../main/core/asyncos/readers/sslconfig';
import { heard, PROMPT, playCommand } from './conversation';

const SUITES = readFileSync('tests/fixtures/cli/sslconfig-verify.txt', 'utf8')
  .split('\n')
  .filter((line) => line.includes('Kx='))
  .join('\r\n');
const OPERATIONS =
  'Choose the operation you want to perform:\r\n- GUI - Edit GUI HTTPS ssl settings.\r\n' +
  '- INBOUND - Edit Inbound SMTP ssl settings.\r\n- OUTBOUND - Edit Outbound SMTP ssl settings.\r\n' +
  '- VERIFY - Verify and show ssl cipher list.\r\n';
const SETTINGS = 'sslconfig\r\n\r\nsslconfig settings:\r\n  Outbound SMTP ciphers: HIGH:MEDIUM\r\n\r\n';
const ASKS = 'VERIFY\r\n\r\nEnter the ssl cipher you want to verify.\r\n[]> ';
const LIST = { list: 'HIGH:MEDIUM' };

describe('sslconfig > VERIFY', () => {
  test('asks for one list and leaves the menu with Enter', () => {
    const { sent, last } = playCommand(
      sslconfigVerify,
      LIST,
      heard(
        `${SETTINGS}${OPERATIONS}[]> `,
        ASKS,
        `HIGH:MEDIUM\r\n\r\n${SUITES}\r\n\r\nsslconfig settings:\r\n\r\n${OPERATIONS}[]> `,
        `\r\n${PROMPT}`,
      ),
    );
    const { data } = sslconfigVerify.read(last.done?.text ?? '');
    const { verifiedList, verified } = data as SslConfig;
    expect({ sent, problem: last.problem, verifiedList, suites: verified.length }).toEqual({
      sent: ['sslconfig\n', 'VERIFY\n', 'HIGH:MEDIUM\n', '\n'],
      problem: undefined,
      verifiedList: 'HIGH:MEDIUM',
      suites: 26,
    });
  });

  test.each([
    ['does not offer it', 'Choose the operation you want to perform:\r\n- VERSIONS - Enable or disable.\r\n[]> ', '\n'],
    ['offers it twice', `${OPERATIONS}- VERIFY - Verify something else.\r\n[]> `, '\n'],
    ['would take another by Enter', `${OPERATIONS}[INBOUND]> `, '\x03'],
    ['names it in its prose only', 'Choose the operation you want to perform, such as VERIFY:\r\n[]> ', '\n'],
  ])('a menu that %s is left', (_what, menu, leaves) => {
    expect(playCommand(sslconfigVerify, LIST, heard(`sslconfig\r\n\r\n${menu}`)).sent).toEqual(['sslconfig\n', leaves]);
  });

  test.each([
    'Enter the inbound SMTP ssl cipher you want to use.\r\n[RC4-SHA:RC4-MD5:ALL]> ',
    'Enter the inbound SMTP ssl method you want to use.\r\n1. TLS v1.0\r\n2. TLS v1.2\r\n[2]> ',
    'Do you want to delete the ssl cipher you want to verify? [N]> ',
  ])('another question behind it is left unanswered: %s', (question) => {
    const { sent } = playCommand(
      sslconfigVerify,
      LIST,
      heard(`${SETTINGS}${OPERATIONS}[]> `, `VERIFY\r\n\r\n${question}`),
    );
    expect(sent).toEqual(['sslconfig\n', 'VERIFY\n', '\x03']);
  });

  test.each(['HIGH MEDIUM', '-SSLv2:HIGH', 'HIGH;commit', 'HIGH\ncommit', '', 'A'.repeat(500), 'commit'])(
    'the list %j is refused before anything is typed',
    (list) => {
      const { send, problem } = startCommand(sslconfigVerify, { list }, PROMPT);
      expect({ send, problem: problem?.code }).toEqual({ send: undefined, problem: 'argument-refused' });
    },
  );
});
