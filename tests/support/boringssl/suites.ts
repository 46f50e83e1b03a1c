import { readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/** The suites that must hold on BoringSSL as on OpenSSL: the codecs and machines of the wire, the prober, the sessions. */
const beginnings = [
  'core/ciphers/',
  'core/smtp/',
  'core/tls/',
  'core/capture/',
  'core/fuzz-',
  'rooms/probes/',
  'rooms/ssh/',
];

/** Bounds of memory are V8's: the collector of Bun's engine comes later, and says nothing about Electron. */
const apart = ['core/capture/memory.test.ts'];

const tests = fileURLToPath(new URL('../..', import.meta.url));

/** Their test files, below the project's folder, sorted. */
export const suiteFiles = (): string[] =>
  readdirSync(tests, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.test.ts') && !apart.includes(file))
    .filter((file) => beginnings.some((beginning) => file.startsWith(beginning)))
    .map((file) => `tests/${file}`)
    .sort();

/**
 * What differs by the library, against a real OpenSSH: the reading of every kind of key, old algorithms, a jump host. The
 * other two files (`openssh-session`, `openssh-logins`) passed under Bun as well when this was written, in 20 seconds;
 * they ask nothing more of the library, so that they are left out for their time. What Bun cannot: DSS (BoringSSL has
 * none; the tests say so themselves), and the host of the desktop app, which is Chromium's.
 */
export const opensshFiles = ['openssh-jump', 'openssh-keys', 'openssh-old'].map(
  (name) => `tests/world/${name}.test.ts`,
);
