export { blankCase } from './blank-case';
export { type CaseFolder, caseFolder } from './case-folder';
export { dataFolder } from './data-folder';
export { isInterrupted } from './interrupted';
export { type OpenedFolder, openFolder } from './open-folder';
export { keepPseudonyms, readPseudonyms } from './pseudonyms';
export { type Received, receiveCase } from './receive';
export type { OpenedCase } from './record-file';
export { type CaseEntry, type CaseStore, openStore } from './store';
