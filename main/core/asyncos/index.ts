export type { Answer, Argument, CommandDefinition, Prompt, Reading, Word } from './command';
export { commands } from './commands';
export { commandNamed, commandTyped, readCommand, sameReader } from './read-command';
export { readTranscript, splitTranscript, type Transcript, type TranscriptPart } from './transcript';
