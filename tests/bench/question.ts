import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { startRelay } from '../support/delay-relay';
import { startFront } from '../support/starttls-front';

const run = promisify(execFile);
const ROUND_TRIP_MS = 50;

/** The single anonymous question: one connection, and how many round trips lie between greeting and answer. */
export const question = async (servers: readonly number[]): Promise<string> => {
  const front = await startFront({ to: servers });
  const relay = await startRelay(front.port, ROUND_TRIP_MS);
  const offer = ['--offer', 'aNULL', '--limit', '1', '--json'];
  const target = `127.0.0.1:${relay.port}`;
  // An anonymous answer is a finding: exit code 1.
  const { stdout } = await run(process.execPath, ['out/main/cli.js', 'tls', target, ...offer]).catch(
    (error: { stdout: string }) => error,
  );
  const { negotiated, connections } = JSON.parse(stdout);
  const [first] = relay.connections;
  await relay.close();
  await front.close();
  const after = first?.answeredAfterMs.map((ms) => `${Math.round(ms)} ms`).join(', ');
  return `\nThe anonymous question, round trip ${ROUND_TRIP_MS} ms: ${negotiated?.cipher}, ${connections} connection; ${first?.trips} round trips after the greeting, answered after ${after}`;
};
