import type { Question } from '../../ssh';
import type { Door } from '../door';

/** The words of a second factor that waits for nothing but the key. */
const ENTER_ALONE = /\b(?:press|hit)\b.*\b(?:enter|return)\b/i;

/**
 * Asks the engineer what the login at `name` is asked, prompt by prompt in its own words, typed unseen where it says so.
 * Null where one of them got no answer: then nothing at all is sent.
 */
export const answerQuestion = async (
  name: string,
  { instructions, prompts, signal }: Question,
  door: Door,
): Promise<readonly string[] | null> => {
  const answers: string[] = [];
  const who = door.words.say('cli:ask.question', { name });
  for (const { text, echo } of prompts) {
    const said = answers.length === 0 && instructions !== '' ? `${instructions} ` : '';
    const answer = await door.ask(`${who} ${said}${text} `, { echo, signal });
    if (answer === null || (answer === '' && !ENTER_ALONE.test(`${instructions} ${text}`))) return null;
    answers.push(answer);
  }
  return answers;
};
