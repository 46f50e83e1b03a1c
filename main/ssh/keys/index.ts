export { readPrivateKey } from './read-private-key';
export type { KeyReading, KeyTrouble } from './reading';
