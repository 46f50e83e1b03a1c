import type { LabModel } from '../model';
import { asks } from './asks';
import { changedMenu } from './changed-menu';
import { clusterLevel } from './cluster-level';
import { deaf } from './deaf';
import { drops } from './drops';
import { far } from './far';
import { heedsModes } from './heeds-modes';
import { idle } from './idle';
import { disconnected, service } from './marked';
import type { Mood } from './mood';
import { narrow } from './narrow';
import { notice } from './notice';
import { oldAlgorithms } from './old-algorithms';
import { otherHostKey } from './other-host-key';
import { paging } from './paging';
import { passphraseExpired } from './passphrase-expired';
import { passphraseReminder } from './passphrase-reminder';
import { silent } from './silent';
import { slow } from './slow';

export { drops } from './drops';
export { far } from './far';
export { idle } from './idle';
export { CALM, type Mood } from './mood';
export { slow } from './slow';

/** Every mood of the lab, alphabetical; those with a measure have their usual one. */
export const moods: readonly Mood[] = [
  asks,
  changedMenu,
  clusterLevel,
  deaf,
  disconnected,
  drops(),
  far(),
  heedsModes,
  idle(),
  narrow,
  notice,
  oldAlgorithms,
  otherHostKey,
  paging,
  passphraseExpired,
  passphraseReminder,
  service,
  silent,
  slow(),
];

/** Moods of the appliances by their names; who is not named is calm. */
export type Moods = Readonly<Record<string, Mood>>;

/** The site with what the moods change in its model. */
export const inMoods = (site: LabModel, of: Moods): LabModel =>
  Object.entries(of).reduce((before, [name, { apply }]) => apply?.(before, name) ?? before, site);
