export { causeEntry } from './cause-entry';
export { changePlanDocument } from './change-plan/document';
export { changePlanMarkdown } from './change-plan/markdown';
export { comparisonOf } from './comparison';
export { type DocumentInput, diagnosisDocument } from './document';
export { reportHtml } from './html';
export type { ReportInput } from './input';
export { reportMarkdown } from './markdown';
export { placeOf, renamedSource } from './place';
