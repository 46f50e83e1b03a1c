import { lineKind } from './kind';

/** What filters and engines wrote about a message, often with an outsider's text. */
export const midNote = lineKind(
  {
    kind: 'mid-note',
    grade: 'sourced',
    source: 'MSQA, ELASTIC, STW',
    starts: [
      'mid * sdr:',
      'mid * custom',
      'mid * attachment',
      'mid * masquerading',
      'mid * url',
      'mid * spf:',
      'mid * dkim:',
      'mid * dmarc:',
      'mid * amp',
      'mid * dlp',
      'mid * skip',
    ],
    samples: [
      'MID 14 SDR: Domains for which SDR is requested: reverse DNS host: Not Present',
      'MID 204841507 Custom Log Entry: URLs in mail',
      "MID 12003 attachment 'port 7025 CPQ ICID 5.txt'",
      "MID 16003 masquerading header 'Cc' from '<a@corp.example.com>'",
      'MID 14: Skip AMP Engine check',
    ],
    pattern:
      /^MID (\d+)(?: (?:SDR:|Custom Log Entry:|attachment\b|masquerading\b|URL\b|SPF:|DKIM:|DMARC:|AMP\b|DLP\b)|: Skip\b)/i,
  },
  (parts) => ({ mid: Number(parts[1]) }),
);
