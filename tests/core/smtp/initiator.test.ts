import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  newSmtp,
  type SmtpAnswer,
  type SmtpEvent,
  type SmtpFacts,
  type SmtpState,
  stepSmtp,
} from '../../../main/core/smtp';
import { bytesOf, textOf } from '../../../main/core/tls/bytes';

type Ended = { sent: string; answer: SmtpAnswer | null; facts: SmtpFacts; lines: string[] };

/** Feeds texts, or the end of the connection, and collects what was said and seen. */
const talk = (...events: readonly (string | 'closed' | 'deadline')[]): Ended => talkFrom(newSmtp(), ...events);
const asking = (...events: readonly (string | 'closed' | 'deadline')[]): Ended =>
  talkFrom(newSmtp(undefined, true), ...events);
const talkFrom = (begin: SmtpState, ...events: readonly (string | 'closed' | 'deadline')[]): Ended => {
  let state = begin;
  const ended: Ended = { sent: '', answer: null, facts: state.facts, lines: [] };
  for (const event of events) {
    const known = event === 'closed' || event === 'deadline';
    const step = stepSmtp(
      state,
      known ? { kind: event } : ({ kind: 'bytes', bytes: bytesOf(event) } satisfies SmtpEvent),
    );
    state = step.state;
    ended.sent += step.send ? textOf(step.send) : '';
    ended.lines.push(...step.lines);
    ended.facts = state.facts;
    if (step.done) return { ...ended, answer: step.done };
  }
  return ended;
};

const EHLO = 'EHLO cpq-doctor.invalid\r\n';
const greeting = '220 sma1.example.com ESMTP\r\n';
const keywords = '250-sma1.example.com\r\n250-8BITMIME\r\n250 STARTTLS\r\n';
const failed = (code: string, stage: string, detail: string): unknown => ({ kind: 'failed', code, stage, detail });

describe('the dialogue up to STARTTLS', () => {
  it('says EHLO, STARTTLS and is ready', () => {
    expect(talk(greeting, keywords, '220 Go ahead with TLS\r\n')).toEqual({
      sent: `${EHLO}STARTTLS\r\n`,
      answer: { kind: 'ready' },
      facts: {
        banner: '220 sma1.example.com ESMTP',
        ehlo: ['8BITMIME', 'STARTTLS'],
        starttls: true,
        masked: null,
        help: null,
      },
      lines: [
        'S: 220 sma1.example.com ESMTP',
        'C: EHLO cpq-doctor.invalid',
        'S: 250-sma1.example.com',
        'S: 250-8BITMIME',
        'S: 250 STARTTLS',
        'C: STARTTLS',
        'S: 220 Go ahead with TLS',
      ],
    });
  });

  it('is the same byte by byte, with bare LF and a greeting of several lines', () => {
    const whole = `220-one\n220 two\n`;
    expect(talk(...whole, ...keywords, ...'220 go\n')).toMatchObject({
      sent: `${EHLO}STARTTLS\r\n`,
      answer: { kind: 'ready' },
      facts: { banner: '220-one\n220 two' },
    });
  });
});

describe('a greeting that is none', () => {
  const cases: [string, (string | 'closed' | 'deadline')[], unknown, string][] = [
    [
      '421',
      ['421 #4.4.5 Too many connections from your host.\r\n'],
      failed('too-many-connections', 'greeting', '421 #4.4.5 Too many connections from your host.'),
      '',
    ],
    ['554', ['554 sma1.example.com\r\n'], failed('greeting-refused', 'greeting', '554 sma1.example.com'), 'QUIT\r\n'],
    [
      '450 in two lines',
      ['450-not\r\n', '450 now\r\n'],
      failed('greeting-refused', 'greeting', '450-not\n450 now'),
      'QUIT\r\n',
    ],
    ['SSH', ['SSH-2.0-OpenSSH_9.2\r\n'], failed('not-smtp', 'greeting', 'ssh'), ''],
    ['SSH, its first byte alone', ['S', 'SH-2.0-x'], failed('not-smtp', 'greeting', 'ssh'), ''],
    ['HTTP', ['HTTP/1.1 400 Bad Request\r\n'], failed('not-smtp', 'greeting', 'http'), ''],
    ['TLS', ['\x15\x03\x01\x00\x02\x02\x46'], failed('not-smtp', 'greeting', 'tls'), ''],
    ['something else', ['hello\r\n'], failed('not-smtp', 'greeting', 'unknown'), ''],
    ['a code of no meaning', ['220\tx\r\n'], failed('not-smtp', 'greeting', 'unknown: 220\tx'), ''],
    ['changing codes', ['220-a\r\n250 b\r\n'], failed('not-smtp', 'greeting', 'unknown: 250 b'), ''],
    ['a line without end', [`220 ${'x'.repeat(3000)}`], failed('not-smtp', 'greeting', 'unknown: reply too long'), ''],
    [
      '100 MB of lines',
      Array.from({ length: 70 }, () => `220-${'x'.repeat(995)}\r\n`),
      failed('not-smtp', 'greeting', 'unknown: reply too long'),
      '',
    ],
    ['silence', ['deadline'], failed('greeting-missing', 'greeting', 'silence'), ''],
    ['half a line', ['220 sm', 'deadline'], failed('greeting-missing', 'greeting', '6 bytes, no whole greeting'), ''],
    [
      'a closed door',
      ['closed'],
      failed('closed-before-greeting', 'greeting', 'connection closed, not a byte came'),
      '',
    ],
    [
      'a door closed in mid-word',
      ['22', 'closed'],
      failed('closed-before-greeting', 'greeting', 'connection closed after 2 bytes'),
      '',
    ],
    ['half a 421, and the end', ['421 busy', 'closed'], failed('too-many-connections', 'greeting', '421 busy'), ''],
    ['half a 554, and the end', ['554 no', 'closed'], failed('greeting-refused', 'greeting', '554 no'), ''],
    [
      'half a 220, and the end',
      ['220 sma1', 'closed'],
      failed('closed-before-greeting', 'greeting', 'connection closed after 8 bytes'),
      '',
    ],
    [
      'more lines than any greeting',
      Array.from({ length: 300 }, () => '220-\r\n'),
      failed('not-smtp', 'greeting', 'unknown: reply too long'),
      '',
    ],
    ['NULs', ['\0'.repeat(3000)], failed('not-smtp', 'greeting', 'unknown'), ''],
    [
      'a second reply nobody asked for',
      [`${greeting}250 ok\r\n`],
      failed('not-smtp', 'greeting', 'unknown: a second reply nobody asked for'),
      '',
    ],
  ];

  it.each(cases)('%s', (_name, events, answer, sent) => {
    expect(talk(...events)).toMatchObject({ answer, sent });
  });
});

const helping = '250-sma1.example.com\r\n250-HELP\r\n250 STARTTLS\r\n';

describe('HELP', () => {
  it('is asked where it is offered and wanted, and kept as it came', () => {
    const { sent, facts, answer } = asking(greeting, helping, '214-AsyncOS\r\n', '214 see\r\n', '220 go\r\n');
    expect({ sent, help: facts.help, answer }).toEqual({
      sent: `${EHLO}HELP\r\nSTARTTLS\r\n`,
      help: ['214-AsyncOS', '214 see'],
      answer: { kind: 'ready' },
    });
  });

  it('is not asked where it is not offered, nor where nobody wants it', () => {
    expect(asking(greeting, keywords, '220 go\r\n').sent).toBe(`${EHLO}STARTTLS\r\n`);
    expect(talk(greeting, helping, '220 go\r\n').sent).toBe(`${EHLO}STARTTLS\r\n`);
    expect(asking(greeting, '250-sma1\r\n250 HELP\r\n').sent).toBe(`${EHLO}QUIT\r\n`);
  });

  it('refused or unanswered says nothing about STARTTLS', () => {
    expect(asking(greeting, helping, '502 no\r\n', '220 go\r\n')).toMatchObject({
      facts: { help: ['502 no'] },
      answer: { kind: 'ready' },
    });
    expect(asking(greeting, helping, 'deadline')).toMatchObject({
      facts: { starttls: true },
      answer: { code: 'tls-timed-out', stage: 'ehlo' },
    });
    expect(asking(greeting, helping, '421 no\r\n').answer).toMatchObject({ code: 'too-many-connections' });
  });
});

describe('after the greeting', () => {
  const cases: [string, (string | 'closed' | 'deadline')[], unknown, string][] = [
    ['421', ['421 slow down\r\n'], failed('too-many-connections', 'ehlo', '421 slow down'), ''],
    ['EHLO unknown', ['502 no\r\n'], failed('starttls-missing', 'ehlo', '502 no'), 'QUIT\r\n'],
    ['EHLO refused', ['554 no\r\n'], failed('greeting-refused', 'ehlo', '554 no'), 'QUIT\r\n'],
    [
      'no STARTTLS',
      ['250-sma1\r\n250 8BITMIME\r\n'],
      failed('starttls-missing', 'ehlo', 'no STARTTLS among the keywords'),
      'QUIT\r\n',
    ],
    [
      'STARTTLS masked',
      ['250-sma1\r\n250-8BITMIME\r\n250 XXXXXXXA\r\n'],
      failed('smtp-inspected', 'ehlo', 'masked keyword: XXXXXXXA; starttls-missing: no STARTTLS among the keywords'),
      'QUIT\r\n',
    ],
    [
      'STARTTLS refused',
      [keywords, '454 TLS not available\r\n'],
      failed('starttls-refused', 'starttls', '454 TLS not available'),
      'STARTTLS\r\nQUIT\r\n',
    ],
    ['421 to STARTTLS', [keywords, '421 no\r\n'], failed('too-many-connections', 'starttls', '421 no'), 'STARTTLS\r\n'],
    [
      'bytes behind the 220',
      [keywords, '220 go\r\n250 injected\r\n'],
      failed('starttls-injected', 'starttls', 'bytes behind the 220, before TLS'),
      'STARTTLS\r\n',
    ],
    [
      'half a line behind the 220',
      [keywords, '220 go\r\nx'],
      failed('starttls-injected', 'starttls', 'bytes behind the 220, before TLS'),
      'STARTTLS\r\n',
    ],
    ['closed', ['closed'], failed('reset', 'ehlo', 'connection closed at ehlo'), ''],
    [
      'silence',
      [keywords, 'deadline'],
      failed('tls-timed-out', 'starttls', 'no answer at starttls in time'),
      'STARTTLS\r\n',
    ],
  ];

  it.each(cases)('%s', (_name, events, answer, sent) => {
    expect(talk(greeting, ...events)).toMatchObject({ answer, sent: EHLO + sent });
  });

  it('behind a masked banner a refused STARTTLS is the firewall’s, an accepted one is still ready', () => {
    const masked = `220 ${'*'.repeat(29)}2******0*****\r\n`;
    expect(talk(masked, keywords, '500 #5.5.1 command not recognized\r\n').answer).toMatchObject({
      code: 'smtp-inspected',
      stage: 'starttls',
    });
    const through = talk(masked, keywords, '220 go\r\n');
    expect(through.answer).toEqual({ kind: 'ready' });
    expect(through.facts.masked).toBe(`masked banner: 220 ${'*'.repeat(29)}2******0*****`);
  });

  it.each(['*'.repeat(20), 'X'.repeat(20), 'XXXX 2 XXXXX'])('a banner of %s is masked', (shown) => {
    expect(talk(`220 ${shown}\r\n`).facts.masked).toBe(`masked banner: 220 ${shown}`);
  });

  it.each(['sma1.example.com ESMTP', 'mx ESMTP XXL', ''])('a banner of “%s” is not', (shown) => {
    expect(talk(`220 ${shown}\r\n`).facts.masked).toBeNull();
  });

  it('a forged line of the record stays inside its own', () => {
    expect(talk('220 a\rC: MAIL\x1b[2K\x85\r\n').lines[0]).toBe('S: 220 a\\x0dC: MAIL\\x1b[2K\\x85');
  });

  it('a reset is one at every stage', () => {
    const step = stepSmtp(newSmtp(), { kind: 'reset', errno: 'ECONNRESET' });
    expect(step.done).toEqual(failed('reset', 'greeting', 'connection reset (ECONNRESET)'));
  });

  it('whatever comes, nothing but EHLO, HELP, STARTTLS and QUIT is said', () => {
    const reply = fc
      .tuple(
        fc.constantFrom('220', '250', '421', '454', '500', '554', '99', ''),
        fc.constantFrom(' ', '-', ''),
        fc.string(),
      )
      .map((parts) => `${parts.join('')}\r\n`);
    const piece = fc.oneof(
      reply,
      fc.constantFrom(greeting, keywords, helping, '220 go\r\n', '214 see\r\n', 'closed' as const, 'deadline' as const),
      fc.string(),
    );
    fc.assert(
      fc.property(fc.array(piece), (pieces) => {
        const said = /^(EHLO cpq-doctor\.invalid\r\n)?(HELP\r\n)?(STARTTLS\r\n)?(QUIT\r\n)?$/;
        expect(asking(...pieces).sent).toMatch(said);
        expect(talk(...pieces).sent).not.toMatch(/HELP|MAIL|RCPT|DATA/);
      }),
      { numRuns: 3000 },
    );
  });
});
