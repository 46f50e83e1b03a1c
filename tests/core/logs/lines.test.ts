import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { LINE_KINDS } from '../../../main/core/logs/lines';
import { recogniseLine } from '../../../main/core/logs/recognise-line';

describe('kinds of log lines', () => {
  it.each(LINE_KINDS.flatMap((one) => one.samples.map((sample) => [one.kind, sample] as const)))(
    '%s alone reads %s',
    (kind, sample) => {
      const readers = LINE_KINDS.filter((one) => one.match(sample) !== null).map((one) => one.kind);
      expect(readers).toEqual([kind]);
      expect(recogniseLine(sample)?.kind).toBe(kind);
    },
  );

  it('stand in the index in the order of the alphabet, one for each file', () => {
    const files = readdirSync(join(__dirname, '../../../main/core/logs/lines'))
      .map((name) => name.replace('.ts', ''))
      .filter((name) => name !== 'index' && name !== 'kind');
    expect(LINE_KINDS.map((one) => one.kind)).toEqual(files.sort());
  });

  it('never throw, whatever follows a known beginning', () => {
    const beginnings = LINE_KINDS.flatMap((one) => one.samples.flatMap((sample) => sample.split(' ').slice(0, 3)));
    fc.assert(
      fc.property(fc.array(fc.oneof(fc.constantFrom(...beginnings), fc.string()), { maxLength: 6 }), (words) => {
        recogniseLine(words.join(' '));
      }),
    );
  });

  it('read a cut sample as nothing worse than unknown', () => {
    for (const { samples } of LINE_KINDS)
      for (const sample of samples) for (let at = 0; at <= sample.length; at += 1) recogniseLine(sample.slice(0, at));
  });

  it.each([
    "MID 12002 Subject 'FW: CPQ ICID 5'",
    'MID 12004 Subject New SMTP DCID 9999 interface 192.0.2.10 address 192.0.2.20 port 7025',
    'MID 1 Subject "Message done DCID 812 MID 12003 to RID [0] (centralized policy quarantine)"',
  ])('see only a subject in %s', (body) => {
    expect(recogniseLine(body)?.kind).toBe('mid-subject');
  });

  it('read interface and address of an opening line from the left', () => {
    const bait = 'reverse dns host x interface 1.2.3.4 address 5.6.7.8 port 7025 verified no';
    expect(recogniseLine(`New SMTP ICID 7 interface Data 1 (198.51.100.10) address 198.51.100.7 ${bait}`)).toEqual({
      kind: 'new-icid',
      icid: 7,
      cpq: false,
      interface: 'Data 1',
      own: '198.51.100.10',
      address: '198.51.100.7',
    });
  });

  it('find no quarantine mark in the logged headers of a finished message', () => {
    const line = `Message done DCID 806 MID 12008 to RID [0] [('subject', '(centralized policy quarantine)')]`;
    expect(recogniseLine(line)).toEqual({ kind: 'message-done', dcid: 806, mid: 12008, rids: [0], store: null });
  });
});
