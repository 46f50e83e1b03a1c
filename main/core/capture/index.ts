export { captureFormat } from './file';
export { linesOf, newestFirst } from './lines';
export { type CaptureFault, type CaptureOptions, CaptureReader } from './reader';
