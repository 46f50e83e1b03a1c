export type { FootprintLine, ProbeOptions, ProbeResult, ProbeTarget } from './options';
export { probeTls } from './probe-tls';
export { type Reached, type ReachOptions, reachTcp, type TcpReach } from './reach-tcp';
export { canResume } from './resume';
