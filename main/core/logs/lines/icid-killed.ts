import { lineKind } from './kind';

/** The receiving connection was ended from this side. */
export const icidKilled = lineKind(
  {
    kind: 'icid-killed',
    grade: 'sourced',
    source: 'STW',
    starts: ['smtp'],
    samples: ['SMTP server connection killed ICID: 629531'],
    pattern: /^SMTP server connection killed ICID: (\d+)/i,
  },
  (parts) => ({ icid: Number(parts[1]) }),
);
