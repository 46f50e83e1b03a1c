import { expect, test } from 'vitest';
import { legacyLogin, loginTrouble } from '../../../main/cli/diagnose/login-trouble';
import type { Observation, SessionReport } from '../../../main/core/model';
import { problem } from '../../../main/core/model/problem';

const KEY = { type: 'ssh-ed25519', fingerprint: 'SHA256:now' };
const REPORT: SessionReport = {
  target: '192.0.2.10:22',
  banner: null,
  hostKey: KEY,
  expected: null,
  offers: null,
  prompt: null,
  machine: null,
  mode: null,
  disconnected: false,
  version: null,
  model: null,
  failure: null,
  connections: 1,
  durationMs: 1,
};
const row = (report: Partial<SessionReport>): Observation => ({
  id: 'o1',
  step: 'ssh-session@esa1',
  check: 'ssh-session',
  vantage: 'esa1',
  subject: 'esa1',
  peer: null,
  flow: null,
  how: 'live',
  outcome: report.failure ? 'could-not-tell' : 'passed',
  reason: null,
  startedAt: '2026-11-25T02:00:00.000Z',
  durationMs: 1,
  data: { ...REPORT, ...report },
  quotes: [],
  evidence: null,
});
const WHERE = 'esa1 (192.0.2.10:22)';
const words = { type: KEY.type, fingerprint: KEY.fingerprint, expected: '?' };

test('a failed login is told with its key and its words', () => {
  const failure = { code: 'second-factor' as const, detail: 'keyboard-interactive asks: PASSCODE:' };
  expect(loginTrouble(row({ failure }))).toEqual(
    problem('session-second-factor', WHERE, { ...words, detail: failure.detail }),
  );
});

test('where a certificate authority is set, an unknown key is told as such', () => {
  const failure = { code: 'host-key-unknown' as const, detail: 'd' };
  expect(loginTrouble(row({ failure, authority: true }))?.code).toBe('session-host-key-authority');
  expect(loginTrouble(row({ failure }))?.code).toBe('session-host-key-unknown');
});

test('a jump host is named, with its own key and its own words', () => {
  const jump = {
    target: 'jump.example.com:22',
    banner: null,
    hostKey: { type: 'ssh-rsa', fingerprint: 'SHA256:jump' },
    expected: 'SHA256:before',
    failure: { code: 'host-key-changed' as const, detail: 'd' },
    attempts: 0,
    problem: null,
    authority: false,
  };
  expect(loginTrouble(row({ failure: { code: 'jump-host', detail: 'x' }, jump, hostKey: null }))).toEqual(
    problem('session-host-key-changed', 'esa1 (192.0.2.10:22 via jump.example.com:22)', {
      type: 'ssh-rsa',
      fingerprint: 'SHA256:jump',
      expected: 'SHA256:before',
      detail: 'd',
    }),
  );
});

test('a missing credential is told by its own problem', () => {
  const why = problem('key-cut', 'esa1', { file: '/keys/esa.ppk' });
  const failure = { code: 'no-credential' as const, detail: 'key-cut esa1 /keys/esa.ppk' };
  expect(loginTrouble(row({ failure, problem: why }))).toEqual({ ...why, where: WHERE });
});

test('a login on old algorithms names them; a modern one says nothing', () => {
  expect(legacyLogin(row({ legacy: ['ssh-rsa', 'hmac-sha1'] }))).toEqual(
    problem('session-legacy', WHERE, { names: 'ssh-rsa, hmac-sha1' }),
  );
  expect([legacyLogin(row({ legacy: [] })), legacyLogin(row({})), loginTrouble(row({}))]).toEqual([null, null, null]);
});
