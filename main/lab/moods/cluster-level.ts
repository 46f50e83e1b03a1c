import { mood } from './mood';

/** A login begins at the level that the last one left behind. */
export const clusterLevel = mood({ name: 'cluster-level', opening: 'cluster-level' });
