import { lineKind } from './kind';

/** An alert that could not go out: an echo, never a fault of its own. */
export const alertUnsent = lineKind(
  {
    kind: 'alert-unsent',
    grade: 'sourced',
    source: 'ELASTIC, SC4S',
    starts: ['error', 'internal'],
    samples: [
      'Error while sending alert: Unable to send System/Critical alert to alerts@example.com with subject "Critical <System> sma1.example.com: An application fault occurred: (\'command_cl...".',
      "Internal SMTP giving up on message to example.com with subject 'Warning <System> example.com: key will expire': Unrecoverable error.",
      'Internal SMTP system attempting to send a message to example.com',
    ],
    pattern: /^(?:Error while sending alert|Internal SMTP (?:giving up on message|system attempting))/i,
  },
  () => ({}),
);
