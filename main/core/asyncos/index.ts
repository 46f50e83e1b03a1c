export type { Answer, Argument, CommandDefinition, Prompt, Reading, Word } from './command';
export { commands } from './commands';
export { decodeConfig, readConfig } from './config';
export { tailMailLogs } from './following';
export { otherCommand } from './other-command';
export { roleOfModel } from './prompt-line';
export {
  commandNamed,
  commandTyped,
  readableCommands,
  readCommand,
  readerNamed,
  readerOf,
  sameReader,
} from './read-command';
export { type Recognition, recognise } from './recognise';
export { type Signs, signsIn } from './signs';
export { asTyped } from './ssh-line';
export { readTranscript, splitTranscript, type Transcript, type TranscriptPart } from './transcript';
export { isWhole } from './whole';
