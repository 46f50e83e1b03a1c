import { fork } from 'node:child_process';
import { fileURLToPath } from 'node:url';

/**
 * Starts the child that runs main, and speaks with it over the fork's channel.
 *
 * @param {{ main: string, root: string, version: string, dataFolder: string, boring: boolean,
 *   env: Record<string, string | undefined>, onText: (line: string) => void }} options
 * @param {Record<string, (payload: any) => unknown>} answers what the child may ask of us
 */
export const forkMain = (options, answers) => {
  const child = fork(fileURLToPath(new URL('child.mjs', import.meta.url)), [], {
    cwd: options.root,
    serialization: 'advanced',
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
    env: { ...options.env, ...hostEnvironment(options) },
  });
  child.stdout?.on('data', (bytes) => options.onText(String(bytes)));
  child.stderr?.on('data', (bytes) => options.onText(String(bytes)));
  /** @type {Promise<number>} */
  const exited = new Promise((done) => child.once('exit', (code) => done(code ?? 1)));
  const { ask, onReply } = makeAsk(child, exited);
  /** @type {Promise<void>} */
  const loaded = new Promise((done) => {
    child.on('message', (/** @type {any} */ message) => {
      if (message.loaded) done();
      else if (message.ask !== undefined) void answerChild(child, message, answers);
      else onReply(message);
    });
  });
  return { child, ask, loaded, exited };
};

const hostEnvironment = (/** @type {any} */ { main, boring, root, version, dataFolder }) => ({
  CPQ_HOST_RUN: JSON.stringify({ main, boring }),
  CPQ_HOST_APP: JSON.stringify({ root, version, dataFolder }),
});

/** What was still asked when the app had quit as it should: in Electron the window is gone by then, and nobody waits. */
export class AppQuit extends Error {
  constructor() {
    super('The app has quit.');
  }
}

const makeAsk = (
  /** @type {import('node:child_process').ChildProcess} */ child,
  /** @type {Promise<number>} */ exited,
) => {
  let counter = 0;
  /** @type {Map<number, { answer: (value: any) => void, fail: (error: Error) => void }>} */
  const waiting = new Map();
  void exited.then((code) => {
    for (const { fail } of waiting.values())
      fail(code === 0 ? new AppQuit() : new Error(`The main process ended with code ${code}.`));
  });
  return {
    /** @param {string} kind @param {unknown} [payload] @returns {Promise<any>} */
    ask: (kind, payload) =>
      new Promise((answer, fail) => {
        if (!child.connected) return fail(new Error('The main process ended.'));
        counter += 1;
        waiting.set(counter, { answer, fail });
        child.send({ ask: counter, kind, payload }, (gone) => gone && fail(gone));
      }),
    onReply: (/** @type {any} */ { reply, value, error }) => {
      const asked = waiting.get(reply);
      waiting.delete(reply);
      if (error === undefined) asked?.answer(value);
      else asked?.fail(new Error(error));
    },
  };
};

const answerChild = async (
  /** @type {import('node:child_process').ChildProcess} */ child,
  /** @type {any} */ { ask, kind, payload },
  /** @type {Record<string, (payload: any) => unknown>} */ answers,
) => {
  const reply = async () => {
    const answer = answers[kind];
    if (answer === undefined) throw new Error(`The test host cannot answer "${kind}".`);
    return { reply: ask, value: await answer(payload) };
  };
  const message = await reply().catch((error) => ({ reply: ask, error: String(error?.message ?? error) }));
  // A child that ended between its question and our answer needs none; without a callback that would be an uncaught EPIPE.
  if (child.connected) child.send(message, () => {});
};
