import { homedir } from 'node:os';
import { join } from 'node:path';
import type { CaseView } from '../../preload/contract';
import { type CaseStore, dataFolder, openStore } from '../cases';
import type { CaseRecord, Result } from '../core/model';
import { type Lab, startLab } from '../lab';
import { type RunInput, type RunOutcome, runCase } from '../run';
import { describeMaterials } from './describe-materials';

/** What the desk takes from the rooms of the house, with the places of this machine filled in. */
export interface Rooms {
  readonly store: CaseStore;
  readonly dataFolder: string;
  readonly knownHostsPath: string;
  readonly settingsPath: string;
  run(input: RunInput): Promise<RunOutcome>;
  practise(scenario: string): Promise<Result<Lab>>;
  describeMaterials(record: CaseRecord): Promise<CaseView['materials']>;
  now(): Date;
}

/** Where this machine keeps the cases; the command line uses the same place. */
export const homeOfData = (): string => dataFolder(process.env, process.platform, homedir());

export const roomsAt = (folder: string): Rooms => ({
  store: openStore(folder),
  dataFolder: folder,
  knownHostsPath: join(folder, 'known_hosts'),
  settingsPath: join(folder, 'settings.json'),
  run: runCase,
  practise: (scenario) => startLab({ scenario, now: new Date() }),
  describeMaterials,
  now: () => new Date(),
});
