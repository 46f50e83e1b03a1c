import { lineKind } from './kind';

const serviceOf = (word: string): 'receiving' | 'delivery' | 'transfers' => {
  const lower = word.toLowerCase();
  return lower === 'delivery' || lower === 'transfers' ? lower : 'receiving';
};

/** Somebody suspended or resumed a service, or a listener started or stopped. */
export const serviceChange = lineKind(
  {
    kind: 'service-change',
    grade: 'inferred',
    source: 'TN118026 as a CLI answer; in mail_logs inferred',
    starts: ['receiving', 'delivery', 'transfers', 'listener', 'smtp'],
    samples: [
      'Receiving suspended.',
      'Delivery suspended.',
      'Receiving resumed for euq_listener, cpq_listener.',
      'Delivery resumed.',
      'SMTP listener cpq_listener starting',
    ],
    pattern: /^((?:SMTP )?listener|receiving|delivery|transfers)\b(.*)\b(suspended|resumed|starting|stopped)\b(.*)$/i,
  },
  (parts) => ({
    service: serviceOf(parts[1] ?? ''),
    up: /^(?:resumed|starting)$/i.test(parts[3] ?? ''),
    listeners: [...`${parts[2] ?? ''} ${parts[4] ?? ''}`.matchAll(/[\w.-]+_listener|\b(?<=listener )\S+/gi)].map(
      ([name]) => name.toLowerCase(),
    ),
  }),
);
