import { homedir } from 'node:os';
import { dataFolder } from '../cases';

/** Where this user's cases and known host keys are kept. */
export const userData = (): string => dataFolder(process.env, process.platform, homedir());
