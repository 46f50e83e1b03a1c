export type { FootprintLine, ProbeOptions, ProbeResult, ProbeTarget } from './options';
export { probeTls } from './probe-tls';
export { canResume } from './resume';
