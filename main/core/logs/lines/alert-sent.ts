import { lineKind } from './kind';

/** An alert that went out by mail: the echo of a line that stands in the log already. */
export const alertSent = lineKind(
  {
    kind: 'alert-sent',
    grade: 'sourced',
    source: 'ELASTIC, TN119199',
    starts: ['a'],
    samples: [
      'A System/Critical alert was sent to alerts@example.com with subject "Critical <System> sma1.example.com: An application fault occurred: (\'command_client/client.py call|23...".',
    ],
    pattern: /^A \S+ alert was sent to .*? with subject "(.*)$/i,
  },
  (parts) => ({ subject: parts[1] ?? '' }),
);
