import type { Answer, CommandDefinition, Prompt } from '../command';
import { saysOnly, speaksOfChange, warnsOfChange } from './change';
import { type Arguments, checkedArgument } from './line';
import { ENTER } from './may-leave';
import type { Question } from './question';
import type { DialogueState } from './state';

/** An operation menu is left by one Enter per level, up to four (listenerconfig); others are answered once. */
const MOST_LEAVES = 4;

const folded = (text: string): string => text.toLowerCase().replace(/\s+/g, ' ').trim();

/** A question that speaks of a change, or stands below a warning of one, is never answered, whatever else it says. */
const isDangerous = ({ asking, heading, before }: Question): boolean =>
  speaksOfChange(asking) || warnsOfChange(heading) || warnsOfChange(before);

const CHOOSE_OPERATION = 'choose the operation';
/** The full text as recalled; nothing but a switch of this session's mode fits. Source: asyncos-cli.md section 4. */
const switchTo = (mode: string): RegExp =>
  new RegExp(
    `^this command is restricted to (?:run in )?"?${mode}"? mode\\.? would you like to switch to "?${mode}"? mode\\?$`,
  );
const SWITCH_TO_MACHINE = switchTo('machine');
/** `clusterconfig` alone runs in cluster mode only; yes changes the mode of the session, not the configuration (UG 9.1.2, qa-esa). */
const SWITCH_TO_CLUSTER = switchTo('cluster');
const CHOOSE_MACHINE = /^choose a machine[.:]?$/;
const SWITCH = 'would you like to switch';
const NOTICE = 'what would you like to do';

/** The number of the one item that begins with the text; null when none or several do. */
const itemNumber = (question: Question, fits: (text: string) => boolean): string | null => {
  const found = question.items.filter((item) => fits(item.text));
  return found.length === 1 ? (found[0]?.number ?? null) : null;
};

/** `Data 1` is the item `Data 1 (192.0.2.11/24: …)`, never `Data 10` nor `Data 1 spare`. */
const namedBy = (name: string) => (text: string) =>
  text === name || (text.startsWith(name) && /^ ?[(:,]/.test(text.slice(name.length)));

const argumentOf = (definition: CommandDefinition, name: string, args: Arguments): string | null => {
  const argument = definition.arguments.find((one) => one.name === name);
  if (argument === undefined) return null;
  const value = checkedArgument(argument, args);
  return value.ok ? value.value : null;
};

const lineOf = (value: string | null): string | null => (value === null ? null : `${value}${ENTER}`);

/** The operation, where this is a list of operations with nothing in the brackets, and it offers it once by name. */
const operationOf = (question: Question, name: string): string | null => {
  const offered = question.operations.filter((one) => one === name).length === 1;
  return offered && folded(question.heading).includes(CHOOSE_OPERATION) && question.default === '' ? name : null;
};

/** What an answer is made from. */
type Asked = Pick<DialogueState, 'args' | 'machine' | 'answered'> & { readonly definition: CommandDefinition };

const bytesFor = (question: Question, answer: Answer, { definition, args, machine }: Asked) => {
  if ('item' in answer) {
    const wanted = folded(answer.item);
    return lineOf(itemNumber(question, (text) => saysOnly(wanted, folded(text))));
  }
  if ('itemFrom' in answer) {
    const name = argumentOf(definition, answer.itemFrom, args);
    return name === null ? null : lineOf(itemNumber(question, namedBy(name)));
  }
  if ('ownMachine' in answer) return machine === null ? null : lineOf(itemNumber(question, namedBy(machine)));
  if ('argument' in answer) return lineOf(argumentOf(definition, answer.argument, args));
  if ('say' in answer) return lineOf(answer.say);
  if ('operation' in answer) return lineOf(operationOf(question, answer.operation));
  // Enter takes the default: under an operation list the default must be empty.
  const operations = folded(question.heading).includes(CHOOSE_OPERATION);
  return operations && question.default !== '' ? null : ENTER;
};

const offersSwitch = (heading: string, { words }: CommandDefinition): boolean =>
  (words[0] === 'clusterconfig' ? SWITCH_TO_CLUSTER : SWITCH_TO_MACHINE).test(heading);

/** Yes and no answer the very words that were read in a source, and no longer sentence that begins with them. */
const asksOnly = (prompt: Prompt, { asking }: Question): boolean =>
  folded(asking).replace(/ ?\?$/, '') === folded(prompt.asks).replace(/ ?\?$/, '');

/** A list of machines follows an offer to switch that this command has accepted, and stands alone. */
const followsSwitch = (heading: string, { definition, answered }: Asked): boolean =>
  CHOOSE_MACHINE.test(heading) && answered.some((index) => folded(definition.prompts[index]?.asks ?? '') === SWITCH);

/**
 * Questions of a cluster that look harmless and are not: an offer to switch counts only by its whole text, a list of
 * machines only behind it, and the three-way NOTICE only by the number whose text begins `Switch modes to edit at mode`
 * (the others create an override). Source: asyncos-cli.md section 4, two public tools.
 */
const isTrap = (question: Question, prompt: Prompt, asked: Asked): boolean => {
  const { answer } = prompt;
  const heading = folded(question.heading);
  if ('ownMachine' in answer) return !followsSwitch(heading, asked);
  if (heading.includes(SWITCH)) return !offersSwitch(heading, asked.definition);
  if ('say' in answer) return !asksOnly(prompt, question);
  if (!heading.includes(NOTICE)) return false;
  const switches = 'item' in answer && folded(answer.item) === 'switch modes to edit at mode';
  return !switches || !folded(question.before).includes('notice:');
};

const mayAnswer = (prompt: Prompt, index: number, question: Question, asked: Asked): boolean => {
  const times = asked.answered.filter((one) => one === index).length;
  return times < ('leave' in prompt.answer ? MOST_LEAVES : 1) && !isTrap(question, prompt, asked);
};

export interface Reply {
  readonly bytes: string;
  /** Which of the definition's prompts was answered. */
  readonly prompt: number;
}

/**
 * What answers this question by the command's own list of prompts, or null: then nothing may answer it.
 * A question is known by the words it holds; one that offers a switch only by its whole text.
 */
export const replyTo = (question: Question, state: DialogueState): Reply | null => {
  const { definition } = state;
  if (definition === null || question.kind !== 'bracket' || isDangerous(question)) return null;
  const asked = { ...state, definition };
  const heading = folded(question.heading);
  for (const [index, prompt] of definition.prompts.entries()) {
    if (!heading.includes(folded(prompt.asks))) continue;
    if (!mayAnswer(prompt, index, question, asked)) continue;
    const bytes = bytesFor(question, prompt.answer, asked);
    if (bytes !== null) return { bytes, prompt: index };
  }
  return null;
};
