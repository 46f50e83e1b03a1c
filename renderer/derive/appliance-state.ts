import type { Appliance, Auth } from '../../main/core/model';
import type { SessionTest } from '../../preload/contract';
import type { Look } from '../parts/status/looks';
import { isLive } from './facts';

export type ApplianceState = 'offline' | 'secret' | 'key' | 'live' | 'ok' | 'failed';

const given = (auth: Auth | null): boolean => {
  const source = auth?.kind === 'password' ? auth.password : auth?.kind === 'key' ? auth.passphrase : null;
  return source !== null && source !== undefined && 'given' in source;
};

/** How far we are with logging in to an appliance. */
export const applianceState = (
  appliance: Appliance,
  secretsHeld: readonly string[],
  test: SessionTest | undefined,
): ApplianceState => {
  if (!isLive(appliance)) return 'offline';
  if (test?.ok === true) return 'ok';
  if (test?.failure === 'host-key-unknown') return 'key';
  if (test !== undefined) return 'failed';
  return given(appliance.auth) && !secretsHeld.includes(appliance.name) ? 'secret' : 'live';
};

export const APPLIANCE_LOOKS: Record<ApplianceState, Look> = {
  offline: { glyph: 'dashed', tone: 'mute' },
  secret: { glyph: 'ask-diamond', tone: 'warn' },
  key: { glyph: 'ask-diamond', tone: 'warn' },
  live: { glyph: 'ring', tone: 'mute' },
  ok: { glyph: 'tick', tone: 'ok' },
  failed: { glyph: 'cross', tone: 'bad' },
};

const PORT = /^[1-9]\d{0,4}$/;

/** A port as typed, or null when it is none. */
export const portOf = (typed: string): number | null => {
  const port = Number(typed.trim());
  return PORT.test(typed.trim()) && port <= 65535 ? port : null;
};
