import { lineKind } from './kind';

/** The delivery connection was ended from this side. */
export const dcidKilled = lineKind(
  {
    kind: 'dcid-killed',
    grade: 'sourced',
    source: 'STW',
    starts: ['smtp', 'mail'],
    samples: [
      'SMTP client connection killed DCID: 196546347',
      'Mail delivery client with DCID 8163315 exited due to the maximum concurrency configuration.',
    ],
    pattern: /^(?:SMTP client connection killed DCID:|Mail delivery client with DCID) (\d+)/i,
  },
  (parts) => ({ dcid: Number(parts[1]) }),
);
