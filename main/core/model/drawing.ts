import { z } from 'zod';
import { Flow } from './words';

/** The path diagram as a value: computed from the case by `core/report`, drawn by the page and by the report alike. */
export const WireState = z.enum(['unknown', 'checking', 'ok', 'broken', 'degraded', 'not-checked']);
export type WireState = z.infer<typeof WireState>;

export const BreakPlace = z.enum(['near-socket', 'near-handshake', 'middle', 'far-handshake', 'far-socket']);
export type BreakPlace = z.infer<typeof BreakPlace>;

export const VantageMark = z.strictObject({
  vantage: z.string(),
  /** How far it got, a key of the texts: `tcp`, `greeting`, `starttls`, `tls`, `log`, `ssh`. */
  stage: z.string().nullable(),
  ok: z.boolean(),
});
export type VantageMark = z.infer<typeof VantageMark>;

export const WireEnd = z.strictObject({
  appliance: z.string(),
  interface: z.string().nullable(),
  port: z.number().nullable(),
  /** A plug begins the connection, a socket listens. */
  kind: z.enum(['plug', 'socket']),
  state: z.enum(['unknown', 'reached', 'listening', 'missing', 'not-reached']),
});
export type WireEnd = z.infer<typeof WireEnd>;

export const Wire = z.strictObject({
  id: z.string(),
  kind: z.enum(['quarantine', 'release', 'ssh', 'readiness']),
  flow: Flow,
  from: WireEnd,
  to: WireEnd,
  state: WireState,
  break: z.strictObject({ place: BreakPlace, glyph: z.enum(['cross', 'lock', 'wall']) }).nullable(),
  /** Text key and values of the outcome at the right of the wire. */
  outcome: z.strictObject({ key: z.string(), params: z.record(z.string(), z.string()) }),
  marks: z.array(VantageMark),
});
export type Wire = z.infer<typeof Wire>;

export const Device = z.strictObject({
  name: z.string(),
  role: z.enum(['esa', 'sma']),
  address: z.string().nullable(),
  /** A consequence said in the box, for instance a growing queue: text key and values. */
  note: z.strictObject({ key: z.string(), params: z.record(z.string(), z.string()) }).nullable(),
});
export type Device = z.infer<typeof Device>;

export const Drawing = z.strictObject({
  esas: z.array(Device),
  sma: Device.nullable(),
  /** The cluster's name where an appliance said it. */
  cluster: z.strictObject({ name: z.string().nullable(), interface: z.string().nullable() }).nullable(),
  wires: z.array(Wire),
});
export type Drawing = z.infer<typeof Drawing>;
