import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type SmtpPolicy, type SmtpResponderEnd, startSmtpResponder, stepSmtpResponder } from '../../../main/core/smtp';
import { bytesOf, textOf } from '../../../main/core/tls/bytes';

const policy = (mood: SmtpPolicy['mood']): SmtpPolicy => ({ host: 'sma1.example.com', keywords: ['8BITMIME'], mood });

/** Everything said to the commands, greeting first, and how it ended. */
const hear = (
  mood: SmtpPolicy['mood'],
  ...pieces: readonly string[]
): { said: string[]; done: SmtpResponderEnd | null } => {
  let step = startSmtpResponder(policy(mood));
  let said = step.send ? textOf(step.send) : '';
  for (const piece of pieces) {
    if (step.done) break;
    step = stepSmtpResponder(policy(mood), step.state, bytesOf(piece));
    said += step.send ? textOf(step.send) : '';
  }
  return { said: said.split('\r\n').slice(0, -1), done: step.done ?? null };
};
const hello = ['250-sma1.example.com', '250-8BITMIME'];
const greeting = '220 sma1.example.com ESMTP';

describe('the listener of the lab', () => {
  const cases: [string, SmtpPolicy['mood'], string[], string[], SmtpResponderEnd | null][] = [
    [
      'offers STARTTLS and hands over',
      'ordinary',
      ['EHLO x\r\n', 'starttls\r\n'],
      [greeting, ...hello, '250 STARTTLS', '220 Go ahead with TLS'],
      { kind: 'starttls' },
    ],
    [
      'drops what is pipelined behind STARTTLS',
      'ordinary',
      ['EHLO x\r\nSTARTTLS\r\nQUIT\r\n'],
      [greeting, ...hello, '250 STARTTLS', '220 Go ahead with TLS'],
      { kind: 'starttls' },
    ],
    [
      'takes no mail before TLS',
      'ordinary',
      ['MAIL FROM:<>\r\n', 'QUIT\r\n'],
      [greeting, '530 #5.7.0 Must issue a STARTTLS command first', '221 sma1.example.com'],
      { kind: 'closed', because: 'quit' },
    ],
    [
      'hangs up after five unknown commands',
      'ordinary',
      ['A\r\nB\r\nC\r\nD\r\nE\r\nQUIT\r\n'],
      [
        greeting,
        ...Array(4).fill('500 #5.5.1 command not recognized'),
        '421 Exceeded bad SMTP command limit, disconnecting',
      ],
      { kind: 'closed', because: 'bad-commands' },
    ],
    [
      'limits connections',
      'too-many-connections',
      [],
      ['421 #4.4.5 Too many connections from your host.'],
      { kind: 'closed', because: 'refused' },
    ],
    ['turns away', 'refuses', [], ['554 sma1.example.com'], { kind: 'closed', because: 'refused' }],
    ['is silent', 'silent', ['EHLO x\r\n'], [], null],
    [
      'has no STARTTLS',
      'starttls-absent',
      ['EHLO x\r\n', 'STARTTLS\r\n'],
      [greeting, '250-sma1.example.com', '250 8BITMIME', '500 #5.5.1 command not recognized'],
      null,
    ],
    ['refuses STARTTLS', 'starttls-refused', ['STARTTLS\r\n'], [greeting, '454 TLS not available'], null],
    ['is masked by a firewall', 'inspected', ['EHLO x\r\n'], [`220 ${'*'.repeat(22)}`, ...hello, '250 XXXXXXXA'], null],
    [
      'cuts off an endless line',
      'ordinary',
      ['x'.repeat(3000)],
      [greeting],
      { kind: 'closed', because: 'line-too-long' },
    ],
  ];

  it.each(cases)('%s', (_name, mood, pieces, said, done) => {
    expect(hear(mood, ...pieces)).toEqual({ said, done });
  });

  it('no bytes make it throw', () => {
    fc.assert(fc.property(fc.array(fc.string({ unit: 'binary' })), (pieces) => void hear('ordinary', ...pieces)));
  });
});
