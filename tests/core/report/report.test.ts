import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { placeOf, reportHtml, reportMarkdown } from '../../../main/core/report';
import { html } from '../../../main/core/report/html/markup';
import { catalogues, wordsIn } from '../../../main/core/texts';
import { EVIDENCE, QUOTE, reportInput, site } from './report-case';

const words = wordsIn('en', catalogues.en);
const french = wordsIn('fr', catalogues.fr);

/** What stands between elements, as a reader sees it. */
const textOf = (page: string): string =>
  page
    .replace(/<(style|title|svg)[\s\S]*?<\/\1>/g, '')
    .replace(/<[^>]*>/g, ' ')
    .replaceAll('&#39;', "'")
    .replaceAll('&quot;', '"')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&amp;', '&')
    .replace(/\s+/g, ' ');

describe('the report as a page', () => {
  it('says verdict, claim, place, repair, footprint, environment and notes', () => {
    const entry = { at: '2026-11-24T20:40:01.000Z', to: 'esa1', leaves: 'one-audit-line' };
    const page = reportHtml(
      reportInput({
        notes: 'Window: 06:00',
        footprint: [
          { ...entry, what: 'command:version' },
          { ...entry, what: 'command:status' },
        ],
      }),
      words,
    );
    const text = textOf(page);
    for (const part of [
      'CPQ Doctor report SR 690000123 Example Bank made 2026-11-24 20:41 UTC',
      'Fault, 1 cause',
      '1 piece of evidence from 1 vantage point.',
      'Cause 1 Confirmed delivery-suspended',
      'System status, seen from esa1',
      'esa1/system-status-1.txt, line 2',
      'reads',
      'changes',
      'Not checked',
      '20:40:01 esa1 2 commands, all read: version, status 1 line in cli_logs, 2 times',
      'ESA',
      'Window: 06:00',
      'CPQ Doctor 1.2.3. Times are UTC; the laptop’s zone is Europe/Paris.',
    ])
      expect(text).toContain(part);
    expect(page).toContain(`href="./${EVIDENCE}"`);
    expect(page).toContain(QUOTE);
  });

  it('holds no script, fetches nothing and allows its own style sheet only', () => {
    const page = reportHtml(reportInput(), words);
    const style = /<style>([\s\S]*?)<\/style>/.exec(page)?.[1] ?? '';
    const hash = createHash('sha256').update(style).digest('base64');
    expect(page).toContain(
      `content="default-src &#39;none&#39;; style-src &#39;sha256-${hash}&#39;; base-uri &#39;none&#39;; form-action &#39;none&#39;"`,
    );
    expect(page).not.toMatch(
      /<script|<link|<img|<iframe|<object|\sstyle=|\son\w+=|url\(|@import|https?:(?!\/\/www\.w3\.org\/2000\/svg)/,
    );
  });

  it('is the same page in French', () => {
    const text = textOf(reportHtml(reportInput(), french));
    expect(text).toContain('Rapport CPQ Doctor');
    expect(text).toContain('Non vérifié');
    expect(text).not.toMatch(/report:|app:|causes:|checks:/);
  });

  it('says what would decide an open case', () => {
    const text = textOf(reportHtml(reportInput({ observations: [] }), words));
    expect(text).toContain('Inconclusive Not decided yet. Nothing decisive was seen.');
    expect(text).toContain('These would decide it, the cheapest first:');
    expect(text).toContain('No connection was opened: everything comes from files.');
  });

  it('underlines pseudonyms', () => {
    const page = reportHtml(reportInput({}, { pseudonyms: ['esa1', 'sma1'] }), words);
    expect(page).toContain('<u>esa1</u>');
    expect(textOf(page)).toContain('Pseudonymised: underlined values are not real');
  });

  it('escapes every text of the case', () => {
    const evil = `</style></title></svg><script>alert(1)</script><img src=x onerror="alert(1)">'"&`;
    const [first] = reportInput().observations;
    const input = reportInput(
      {
        name: evil,
        notes: evil,
        site: { ...site, case: evil.slice(0, 64), symptoms: [evil] },
        footprint: [{ at: evil, to: evil, what: evil, leaves: evil }],
        observations:
          first === undefined ? [] : [{ ...first, quotes: first.quotes.map((one) => ({ ...one, quote: evil })) }],
      },
      { toolVersion: evil, zone: evil, at: evil, pseudonyms: [evil] },
    );
    const page = reportHtml(input, words);
    expect(page.match(/<script|<img|<\/style>|<\/title>|<\/svg>/g)).toEqual(
      reportHtml(reportInput(), words).match(/<script|<img|<\/style>|<\/title>|<\/svg>/g),
    );
    expect(textOf(page)).toContain(evil.replace(/\s+/g, ' '));
  });

  it('lets no text become markup', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        expect(html`<p title="${text}">${text}</p>`.markup.replace(/^<p title="[^"<>]*">[^<>"']*<\/p>$/, '')).toBe('');
      }),
    );
  });
});

describe('the report as text', () => {
  it('says the same in Markdown', () => {
    const note = reportMarkdown(reportInput({ notes: 'Window: 06:00' }), words);
    expect(note).toMatch(
      /^# CPQ Doctor report\n\nSR 690000123 · Example Bank · 2026-11-24 20:41 UTC · With real names\n/,
    );
    expect(note).toContain(`1. System status, seen from esa1 \`${EVIDENCE}:2\`\n\n\`\`\`text\n2  ${QUOTE}\n\`\`\``);
    expect(note).toContain('```text\nWindow: 06:00\n```');
  });

  it('keeps what looks like Markdown or HTML as text', () => {
    const note = reportMarkdown(reportInput({ name: '<b>[x](http://y)', notes: '```\n# no heading' }), words);
    expect(note).toContain('\\<b\\>\\[x\\](http\\://y)');
    expect(note).toContain('````text\n```\n# no heading\n````');
  });
});

describe('the place of a quote', () => {
  it.each([
    ['cli:evidence/esa1/tophosts-7.txt:14', 'esa1', 'evidence/esa1/tophosts-7.txt', 14],
    ['log:evidence/esa1/mail-logs-9.txt:3', 'esa1', 'evidence/esa1/mail-logs-9.txt', 3],
    [
      'log:esa1/mail_logs/mail.@20261124T000000.s:1042',
      'esa1',
      'evidence/logs/esa1/mail_logs/mail.@20261124T000000.s.excerpt.txt',
      1042,
    ],
    ['config:export.xml:120', 'esa1', 'evidence/config/esa1/export.xml.excerpt.txt', 120],
    ['cli:queue:14', 'esa1', 'evidence/unkept/esa1/queue.excerpt.txt', 14],
    ['log:../../etc/passwd:1', 'a b', 'evidence/logs/a b/%2e%2e/%2e%2e/etc/passwd.excerpt.txt', 1],
    ['log:c:x?.log', 'esa1', 'evidence/logs/esa1/c%3ax%3f.log.excerpt.txt', null],
  ])('%s', (source, vantage, path, line) => {
    expect(placeOf(source, vantage)).toEqual({ path, line });
  });

  it('is nowhere for a source that names no file', () => {
    expect(placeOf('nonsense', 'esa1')).toBe(null);
  });
});
