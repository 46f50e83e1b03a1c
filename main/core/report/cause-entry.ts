import type { CauseDefinition } from '../diagnosis';
import type { Direction } from '../model';
import { titleOf, type Words } from '../texts';

const entryKey = (code: string, step: string, words: Words): string =>
  words.has(`causes:${code}.remedy.${step}`) ? `causes:${code}.remedy.${step}` : `causes:shared.remedy.${step}`;

/** Names that stand where a case would put its own appliances. */
const ROLES = {
  initiator: 'INITIATOR',
  responder: 'RESPONDER',
  esa: 'ESA',
  sma: 'SMA',
  at: 'APPLIANCE',
  appliance: 'APPLIANCE',
  port: '7025',
  address: 'ADDRESS',
  wanted: 'NAME',
  repaired: 'LIST:-aNULL',
  list: 'LIST',
};

const NAMES: ReadonlyMap<string, string> = new Map(Object.entries(ROLES));

const signsOf = (code: string, words: Words): string[] => {
  const signs: string[] = [];
  for (let index = 0; words.has(`causes:${code}.signs.${index}`); index += 1)
    signs.push(words.say(`causes:${code}.signs.${index}`));
  return signs;
};

/** The directions, in the words of a profile, in which the question arises; the greyed button is no flow of mail. */
const directionsOf = ({ code, flows, whenEnabling }: CauseDefinition): Direction[] => [
  ...(code === 'enable-button-greyed' ? [] : flows),
  ...(whenEnabling ? (['enable-disabled'] as const) : []),
];

/** One entry of the catalogue in words: what `causes --json` prints and the documentation lists. */
export const causeEntry = (cause: CauseDefinition, words: Words) => ({
  code: cause.code,
  title: titleOf(cause.code, words),
  directions: directionsOf(cause),
  layer: cause.layer,
  severity: cause.severity,
  explanation: words.say(`causes:${cause.code}.explanation`),
  explains: cause.explains,
  signs: signsOf(cause.code, words),
  remedy: cause.remedy.map((step) => ({
    text: words.say(entryKey(cause.code, step.step, words), ROLES),
    where: step.where,
    command: step.command?.replace(/\{\{(\w+)\}\}/g, (whole, name: string) => NAMES.get(name) ?? whole) ?? null,
    effect: step.effect,
    risk: step.risk,
  })),
  references: cause.source,
});
