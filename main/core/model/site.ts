import { z } from 'zod';
import { ClusterMode, Direction, Role } from './words';

const Port = z.number().int().min(1).max(65535);
const Name = z.string().min(1).max(64);
const Host = z.string().min(1).max(255);
const Path = z.string().min(1).max(4096);

/**
 * Where a secret comes from, never the secret itself. `given` means that the engineer typed it
 * (in the app, or as a literal in the profile): it lives in the memory of the main process only.
 */
export const SecretSource = z.union([
  z.strictObject({ env: z.string().min(1).max(200) }),
  z.strictObject({ file: Path }),
  z.strictObject({ given: z.literal(true) }),
]);
export type SecretSource = z.infer<typeof SecretSource>;

export const Auth = z.union([
  z.strictObject({ kind: z.literal('password'), password: SecretSource }),
  z.strictObject({ kind: z.literal('key'), key: Path, passphrase: SecretSource.nullable() }),
  /** `fingerprint`: the one key of the agent that may be offered; without it the first two are. */
  z.strictObject({ kind: z.literal('agent'), fingerprint: z.string().max(200).optional() }),
]);
export type Auth = z.infer<typeof Auth>;

export const Jump = z.strictObject({
  host: Host,
  port: Port,
  user: Name,
  auth: Auth,
  hostKey: z.string().max(200).nullable(),
});
export type Jump = z.infer<typeof Jump>;

/** What is known of an appliance's quarantine listener before anything was asked. */
export const KnownQuarantine = z.strictObject({
  interface: Name.nullable(),
  address: Host.nullable(),
  port: Port.nullable(),
});
export type KnownQuarantine = z.infer<typeof KnownQuarantine>;

/** Offline evidence of one appliance. Paths are absolute once a profile was read. */
export const Materials = z.strictObject({
  logs: z.array(Path),
  config: Path.nullable(),
  cli: z.array(z.strictObject({ command: Name, file: Path })),
  transcripts: z.array(Path),
  captures: z.array(Path),
});
export type Materials = z.infer<typeof Materials>;

export const Appliance = z.strictObject({
  name: Name,
  role: Role,
  /** Where SSH is reached; null for an appliance known by material only. */
  host: Host.nullable(),
  sshPort: Port,
  user: Name.nullable(),
  auth: Auth.nullable(),
  jump: Jump.nullable(),
  /** Expected host key fingerprint, `SHA256:…`. */
  hostKey: z.string().max(200).nullable(),
  quarantine: KnownQuarantine,
  materials: Materials,
});
export type Appliance = z.infer<typeof Appliance>;

export const Site = z.strictObject({
  case: z.string().max(64).nullable(),
  direction: Direction,
  cluster: ClusterMode,
  symptoms: z.array(z.string().max(2000)).max(50),
  appliances: z.array(Appliance).max(64),
  /** Unsorted files and folders, not yet assigned to an appliance. */
  materials: z.array(Path),
});
export type Site = z.infer<typeof Site>;

export const DEFAULT_QUARANTINE_PORT = 7025;

/** An appliance with nothing known but its name and role. */
export const blankAppliance = (name: string, role: Role): Appliance => ({
  name,
  role,
  host: null,
  sshPort: 22,
  user: null,
  auth: null,
  jump: null,
  hostKey: null,
  quarantine: { interface: null, address: null, port: null },
  materials: { logs: [], config: null, cli: [], transcripts: [], captures: [] },
});

/** A site without appliances: what a new case begins with. */
export const blankSite = (): Site => ({
  case: null,
  direction: 'unknown',
  cluster: 'unknown',
  symptoms: [],
  appliances: [],
  materials: [],
});
