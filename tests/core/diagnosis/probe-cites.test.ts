import { expect, test } from 'vitest';
import { citeAlert, citeMask, citeStarttls } from '../../../main/core/diagnosis/probe-cites';
import type { Quote } from '../../../main/core/model';
import { world } from '../../support/observations';

const RECORD = [
  '#1+0.001 TCP: connected to 192.0.2.20:7025',
  '#1+0.002 S: 220 ****************2****0**',
  '#1+0.003 S: 250-sma1',
  '#1+0.003 S: 250 XXXXXXXA',
  '#1+0.003 SMTP: starttls-missing: no STARTTLS among the keywords',
  '#1+0.004 TLS: Alert warning unrecognized_name (112)',
  '#1+0.004 TLS: Alert fatal handshake_failure (40)',
];

const quotes = RECORD.map((quote, line): Quote => ({ source: 'evidence:probe', quote, sha256: '', line, at: null }));
const probe = { ...world('esa-to-sma').probe(), quotes };

/** The first lines of a record say that it connected: a claim has to rest on the line that says it. */
test.each([
  ['an alert', citeAlert, [6]],
  ['STARTTLS not offered', citeStarttls, [4]],
  ['a mask', citeMask, [1, 3]],
] as const)('what is claimed of %s is quoted from the lines that say it', (_name, citing, lines) => {
  expect(citing(probe).quotes.map(({ line }) => line)).toEqual(lines);
});
