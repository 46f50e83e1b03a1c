export { analyseText, type LogText } from './analyse-text';
export { type ExcerptOf, excerptOf } from './excerpt';
export { explainLine } from './explain';
export { type LiveEvent, LiveLog } from './live';
export { orderFiles, PEEK_LINES, type Peek, peekAt } from './order';
export { type LogReader, newLogReader } from './reader';
export type { FileToRead, ReadOptions } from './reader-state';
export { momentOf } from './stamp';
export { CUT_MARK, LINE_LIMIT } from './text';
