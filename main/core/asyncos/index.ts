export type { Answer, Argument, CommandDefinition, Prompt, Reading, Word } from './command';
export { commands } from './commands';
export { commandNamed, commandTyped, readCommand, sameReader } from './read-command';
