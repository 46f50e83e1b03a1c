import { lineKind } from './kind';

/** A process crashed. The text is sourced from an alert; that it stands so in mail_logs is inferred. */
export const applicationFault = lineKind(
  {
    kind: 'application-fault',
    grade: 'sourced',
    source: 'AF16',
    starts: ['an'],
    samples: [
      "An application fault occurred: ('query/api.py searchData|4652', \"<type 'exceptions.AttributeError'>\", \"'NoneType' object has no attribute '__len__'\", '[util/Aquarium.py screenLoop|412]')",
    ],
    pattern: /^An application fault occurred: ?(.*)$/i,
  },
  (parts) => ({ text: parts[1] ?? '' }),
);
