/**
 * The two ends of the fork's channel: each may ask the other and gets a promise. There is no listener on the network.
 */
let counter = 0;
/** @type {Map<number, { answer: (value: any) => void, fail: (error: Error) => void }>} */
const waiting = new Map();
/** @type {Map<string, (payload: any) => unknown>} */
const answering = new Map();

/** @param {string} kind @param {unknown} [payload] @returns {Promise<any>} what the parent answers */
export const askParent = (kind, payload) =>
  new Promise((answer, fail) => {
    counter += 1;
    waiting.set(counter, { answer, fail });
    process.send?.({ ask: counter, kind, payload });
  });

/** Registers what this process answers to the parent. @param {string} kind @param {(payload: any) => unknown} reply */
export const answerParent = (kind, reply) => answering.set(kind, reply);

const onAsk = async (/** @type {{ ask: number, kind: string, payload: any }} */ { ask, kind, payload }) => {
  try {
    const reply = answering.get(kind);
    if (reply === undefined) throw new Error(`The host's child cannot answer "${kind}".`);
    process.send?.({ reply: ask, value: await reply(payload) });
  } catch (error) {
    process.send?.({ reply: ask, error: error instanceof Error ? error.message : String(error) });
  }
};

process.on('message', (/** @type {any} */ message) => {
  if (message.ask !== undefined) return void onAsk(message);
  const asked = waiting.get(message.reply);
  waiting.delete(message.reply);
  if (message.error === undefined) asked?.answer(message.value);
  else asked?.fail(new Error(message.error));
});
