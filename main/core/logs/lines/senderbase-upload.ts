import { lineKind } from './kind';

/** Statistics. */
export const senderbaseUpload = lineKind(
  {
    kind: 'senderbase-upload',
    grade: 'sourced',
    source: 'SC4S',
    starts: ['senderbase'],
    samples: ['SenderBase upload: 734 hosts totaling 201887 bytes'],
    pattern: /^SenderBase upload: /i,
  },
  () => ({}),
);
