export { causeEntry } from './cause-entry';
export { type DocumentInput, diagnosisDocument } from './document';
