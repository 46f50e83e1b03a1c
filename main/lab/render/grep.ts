import { mailLogsOf } from '../mail-logs';
import { type Command, type Scene, say } from './turn';

const NONE = 'No results were found. Use another regular expression(s) to search.\n';

interface Search {
  readonly expression: string;
  readonly ignoreCase: boolean;
  readonly countOnly: boolean;
  readonly log: string;
}

/** `grep -e "EXPRESSION" [-i] [-c] mail_logs`: the expression is really applied to the lab's files, oldest first. */
export const grep: Command = (scene, words) => {
  const search = read(words);
  if (search === null) return say('Invalid arguments when processing: grep\n');
  const pattern = compile(search);
  if (pattern === null || search.log !== 'mail_logs') return say('Unable to grep\n');
  const found = linesOf(scene).filter((line) => pattern.test(line));
  if (search.countOnly) return say(`${found.length}\n`);
  // Only `-p` turns pages here (CLI page, grep).
  const unpaged = !words.includes('-p');
  return { ...say(found.length === 0 ? NONE : `${found.join('\n')}\n`), unpaged };
};

const linesOf = ({ story, appliance }: Scene): string[] =>
  mailLogsOf(story, appliance).flatMap(({ text }) => text.trimEnd().split('\n'));

const compile = ({ expression, ignoreCase }: Search): RegExp | null => {
  try {
    return new RegExp(expression, ignoreCase ? 'i' : '');
  } catch {
    // Not a regular expression: the appliance says so in words of its own.
    return null;
  }
};

const read = (words: readonly string[]): Search | null => {
  const rest: string[] = [];
  let expression: string | null = null;
  for (let at = 0; at < words.length; at += 1) {
    const word = words[at] ?? '';
    if (word === '-e') {
      at += 1;
      expression = words[at] ?? null;
    } else if (!/^-[icp]$/.test(word)) rest.push(word);
  }
  const plain = expression ?? rest.shift() ?? null;
  const [log] = rest;
  if (plain === null || log === undefined || rest.length > 1 || log.startsWith('-')) return null;
  return { expression: plain, ignoreCase: words.includes('-i'), countOnly: words.includes('-c'), log };
};
