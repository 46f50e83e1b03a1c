import { describe, expect, it } from 'vitest';
import { explainLine } from '../../../main/core/logs';
import { LINE_KINDS } from '../../../main/core/logs/lines';
import { ExplainReport } from '../../../main/core/model';
import { explainReport } from '../../../main/core/report';
import { catalogues, wordsIn } from '../../../main/core/texts';

const LANGUAGES = ['en', 'fr'] as const;
const words = { en: wordsIn('en', catalogues.en), fr: wordsIn('fr', catalogues.fr) };
const SAMPLES = LINE_KINDS.flatMap((one) => one.samples.map((sample) => [one.kind, sample] as const));

const explained = (line: string, language: 'en' | 'fr' = 'en') => {
  const [only] = explainReport([line], words[language]).lines;
  if (only === undefined) throw new Error('nothing was explained');
  return only;
};

describe('a line in plain words', () => {
  it('has a text for every kind, in both languages', () => {
    const missing = LANGUAGES.flatMap((language) =>
      LINE_KINDS.filter(({ kind }) => !words[language].has(`loglines:${kind}.text`)).map(({ kind }) => kind),
    );
    expect(missing).toEqual([]);
  });

  it('has no text for a kind that does not exist', () => {
    const kinds: string[] = LINE_KINDS.map((one) => one.kind);
    const told = Object.keys(catalogues.en.loglines ?? {}).filter((one) => one !== 'shared');
    expect(told.filter((one) => !kinds.includes(one))).toEqual([]);
  });

  it.each(SAMPLES)('says all of %s: %s', (kind, sample) => {
    for (const language of LANGUAGES) {
      const { says, mark, ...rest } = explained(`Thu Jun  4 09:00:00 2026 Info: ${sample}`, language);
      expect(rest).toMatchObject({ kind, at: '2026-06-04T09:00:00', level: 'Info' });
      expect(says).not.toMatch(/loglines:|causes:|\{\{/);
      expect(mark).toMatch(/^(sourced|inferred|recalled)$/);
    }
    const missing = explainLine(sample).parts.filter(
      (one) => !LANGUAGES.every((it) => words[it].has(`loglines:${one.key}`)),
    );
    expect(missing).toEqual([]);
  });

  it('names ids, addresses and port of an opening line', () => {
    const line = 'New SMTP DCID 301 interface 192.0.2.10 address 192.0.2.20 port 7025';
    expect(explained(line)).toEqual({
      text: line,
      at: null,
      level: null,
      appliance: null,
      kind: 'new-dcid',
      mark: 'sourced',
      source: 'Cisco TechNote 212837, ESA user guide, chapter Logging, 2001db8/ironport-tools',
      fields: { dcid: 301, interface: '192.0.2.10', address: '192.0.2.20', port: 7025 },
      says:
        'The appliance opens delivery connection 301 from 192.0.2.10 to 192.0.2.20. The port there is 7025, which the ' +
        'centralized quarantine uses unless it was changed; other services can use it too.',
      cause: null,
    });
  });

  it('says the same in French', () => {
    expect(explained('DCID 7 TLS failed: STARTTLS unexpected response', 'fr').says).toBe(
      'TLS n’a pas pu être établi sur la connexion de livraison 7. Elle dit\u202f: STARTTLS unexpected response. ' +
        `À elle seule, elle désigne une cause\u202f: ${words.fr.say('causes:starttls-missing.title')}.`,
    );
  });

  it.each([
    ['New SMTP ICID 5 interface Management (192.0.2.1) address 192.0.2.9 reverse dns host a verified yes', 'sourced'],
    ['New CPQ ICID 5 interface Management (192.0.2.1) address 192.0.2.9 reverse dns host a verified yes', 'inferred'],
    ['Delivery start DCID 3 MID 4 to RID [0]', 'sourced'],
    ['Delivery start DCID 3 MID 4 to RID [0] to Centralized Policy Quarantine', 'inferred'],
    ['DCID 3 TLS failed: verify error: no certificate from server', 'recalled'],
    ['ICID 3 TLS failed: [Errno 54] Connection reset by peer', 'sourced'],
    [
      'Connection Error: DCID 1 domain: the.cpq.host IP: 192.0.2.2 port: 7025 details: x interface: 192.0.2.1',
      'inferred',
    ],
    ['End Logfile', 'recalled'],
    ['Receiving suspended.', 'inferred'],
  ])('marks how well %s is known', (line, mark) => {
    expect(explained(line).mark).toBe(mark);
  });

  it.each([
    ['DCID 3 TLS success protocol TLSv1 cipher ADH-AES256-SHA', { code: 'tls-anonymous-cipher', decides: true }],
    ['ICID 3 TLS failed: [Errno 54] Connection reset by peer', { code: 'tls-handshake-reset', decides: false }],
    ['DCID 3 TLS success protocol TLSv1.2 cipher AES256-SHA', null],
  ])('names the cause that %s names', (line, cause) => {
    expect(explained(line).cause).toEqual(cause);
  });

  it('says of what it does not know that it is not known, and whose it is', () => {
    const { kind, mark, source, says } = explained('Thu Jun  4 09:00:00 2026 Info: DCID 12 does something new');
    expect({ kind, mark, source }).toEqual({ kind: null, mark: null, source: null });
    expect(says).toBe(
      'This line is of no kind that the tool knows. It says nothing about it, and no finding rests on it. ' +
        'What it says about DCID 12 is not known. On a quarantine connection it is kept and shown as it stands.',
    );
  });

  it('does not take the words of an outsider for a line', () => {
    expect(explained('Thu Jun  4 09:00:00 2026 Info: MID 3 Subject "CPQ ICID 5 {{mid}} $t(x)"')).toMatchObject({
      kind: 'mid-subject',
      cause: null,
    });
  });

  it('does not explain a line of another log', () => {
    const line = '<22>Jun  4 09:00:00 esa1.example.com gui_logs: Info: DCID 3 close';
    expect(explained(line)).toMatchObject({ kind: null, appliance: 'esa1.example.com' });
  });
});

describe('the document', () => {
  it('fits its schema, leaves blank lines out and counts what is left', () => {
    const report = explainReport(['', 'DCID 3 close', ' ', ...Array<string>(10_004).fill('x')], words.en);
    expect(ExplainReport.safeParse(report).error?.issues ?? []).toEqual([]);
    expect([report.lines.length, report.leftOut, report.lines[0]?.kind]).toEqual([10_000, 5, 'dcid-close']);
  });
});
