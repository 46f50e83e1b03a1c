import { z } from 'zod';
import { Role } from './words';

/** The document of `config --json`. `at` names the line of the file the value stands on. */
export const ConfigReport = z.strictObject({
  schema: z.literal('cpq-doctor/config/1'),
  product: z.string().nullable(),
  model: z.string().nullable(),
  version: z.string().nullable(),
  role: Role.nullable(),
  hostname: z.string().nullable(),
  serial: z.string().nullable(),
  interfaces: z.array(
    z.strictObject({
      machine: z.string().nullable(),
      name: z.string(),
      address: z.string().nullable(),
      prefix: z.number().nullable(),
      ssh: z.number().nullable(),
      hostname: z.string().nullable(),
      at: z.string(),
    }),
  ),
  listeners: z.array(
    z.strictObject({
      name: z.string(),
      hidden: z.boolean(),
      /** The machine whose section it stands in; null above machine level. */
      machine: z.string().nullable(),
      interface: z.string().nullable(),
      port: z.number().nullable(),
      at: z.string(),
    }),
  ),
  ciphers: z.strictObject({ inbound: z.string().nullable(), outbound: z.string().nullable() }),
  /** Every cipher list with its level, lowest level last; `ciphers` is the one that applies to `hostname`. */
  cipherLists: z.array(
    z.strictObject({
      which: z.enum(['inbound', 'outbound']),
      list: z.string(),
      level: z.string(),
      /** Machines for which no lower level says otherwise. */
      appliesTo: z.array(z.string()),
      at: z.string(),
    }),
  ),
  quarantine: z
    .strictObject({
      enabled: z.boolean().nullable(),
      interface: z.string().nullable(),
      port: z.number().nullable(),
      level: z.string().nullable(),
      at: z.string(),
    })
    .nullable(),
  missingInterfaces: z.array(
    z.strictObject({ machine: z.string(), interface: z.string(), near: z.string().nullable(), at: z.string() }),
  ),
  machines: z.array(z.string()),
  logs: z.array(z.strictObject({ name: z.string(), level: z.union([z.number(), z.string()]).nullable() })),
  /** Key and values, for instance `listener-port-differs` with both ports. */
  problems: z.array(
    z.strictObject({
      code: z.string(),
      at: z.string(),
      params: z.record(z.string(), z.union([z.string(), z.number()])),
    }),
  ),
});
export type ConfigReport = z.infer<typeof ConfigReport>;
