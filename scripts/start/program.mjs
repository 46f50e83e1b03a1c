import { spawn } from 'node:child_process';
import { root } from './places.mjs';
import { Stop, say, secondsSince } from './say.mjs';

const LAST_LINES = 12;

/** npm as it was started: under `npm run` its own file is known, which works on Windows without a shell. */
export const npm = (/** @type {string[]} */ ...args) => {
  const file = process.env.npm_execpath;
  if (file !== undefined && /\.c?js$/.test(file)) return { program: process.execPath, args: [file, ...args] };
  return { program: process.platform === 'win32' ? 'npm.cmd' : 'npm', args };
};

/** A sign of life every ten seconds, so that nobody takes a slow machine for a dead one. */
const heartbeat = (/** @type {string} */ what) => {
  const since = Date.now();
  const timer = setInterval(() => say(`  still ${what} (${secondsSince(since)})`), 10_000);
  return () => clearInterval(timer);
};

/**
 * Runs a program of ours to its end, quietly; when it fails, its last lines are shown and the start stops.
 *
 * @param {{ program: string, args: string[] }} command
 * @param {{ doing: string, failed: string }} words
 */
export const runQuietly = async ({ program, args }, { doing, failed }) => {
  const stop = heartbeat(doing);
  const { code, lines } = await outcomeOf(program, args);
  stop();
  if (code === 0) return;
  const told = lines.filter((line) => !/^\s+at .+:\d+/.test(line)).slice(-LAST_LINES);
  throw new Stop([...told.map((line) => `  ${line}`), failed].join('\n'));
};

const outcomeOf = (/** @type {string} */ program, /** @type {string[]} */ args) =>
  new Promise((/** @type {(outcome: { code: number, lines: string[] }) => void} */ done) => {
    let text = '';
    const child = spawn(program, args, {
      cwd: root,
      stdio: ['ignore', 'pipe', 'pipe'],
      shell: program.endsWith('.cmd'),
    });
    for (const stream of [child.stdout, child.stderr]) stream.on('data', (bytes) => (text += bytes));
    child.once('error', (error) => done({ code: 1, lines: [error.message] }));
    child.once('close', (code) =>
      done({ code: code ?? 1, lines: text.split('\n').filter((line) => line.trim() !== '') }),
    );
  });

/** Runs a program with this terminal as its own, and answers its exit code. @returns {Promise<number>} */
export const runHere = (/** @type {string} */ program, /** @type {string[]} */ args, env = process.env) =>
  new Promise((done) => {
    const child = spawn(program, args, { cwd: root, stdio: 'inherit', env });
    child.once('error', (error) => {
      say(error.message);
      done(1);
    });
    child.once('close', (code) => done(code ?? 1));
  });
