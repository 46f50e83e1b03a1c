export { causeEntry } from './cause-entry';
export { type DocumentInput, diagnosisDocument } from './document';
export { reportHtml } from './html';
export type { ReportInput } from './input';
export { reportMarkdown } from './markdown';
export { placeOf, renamedSource } from './place';
