import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const RUNTIMES = {
  boringssl: 'boringssl/bin/bun',
  'openssl-1.0.1': 'openssl-1.0.1/bin/node',
  'openssl-1.0.2': 'openssl-1.0.2/bin/node',
  'openssl-1.1.1': 'openssl-1.1.1/bin/node',
} as const;

/**
 * The program that carries another TLS stack: bun with BoringSSL (what Electron links), old Node with OpenSSL 1.0.1u,
 * 1.0.2s or 1.1.1k. Null where `npm test` could not install it; in CI that throws, so that no test skips there.
 */
export const runtime = (name: keyof typeof RUNTIMES): string | null => {
  const path = fileURLToPath(new URL(`../runtimes/node_modules/${RUNTIMES[name]}`, import.meta.url));
  if (existsSync(path)) return path;
  if (process.env.CI) throw new Error(`${path} is missing: npm ci --prefix tests/runtimes`);
  return null;
};
