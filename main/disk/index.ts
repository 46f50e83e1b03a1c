export { type AtomicFile, type AtomicOptions, beginAtomically } from './atomic-file';
export { readBounded } from './read-bounded';
export type { Failed, Read, ReadFault, WriteFault, Written } from './result';
export { writeAtomically } from './write-atomically';
export { writeOnce } from './write-once';
