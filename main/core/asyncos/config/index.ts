export { decodeConfig } from './decode';
export { readConfig } from './read-config';
