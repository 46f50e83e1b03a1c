export { type AtomicFile, type AtomicOptions, beginAtomically } from './atomic-file';
export { makeFolder } from './make-folder';
export { readBounded } from './read-bounded';
export { readHead } from './read-head';
export { renameOver } from './rename';
export { type Failed, type Read, type ReadFault, type WriteFault, type Written, writeFailed } from './result';
export { writeAtomically } from './write-atomically';
export { writeOnce } from './write-once';
