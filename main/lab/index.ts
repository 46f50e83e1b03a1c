import type { ScenarioLine } from './lab';
import { catalogue } from './scenarios';

export type { Lab, LabOptions, MaterialsOptions, ScenarioLine } from './lab';
export { writeMaterials } from './materials';
export * from './moods';
export { startLab } from './start';

/** The scenarios that can be practised, by name. */
export const scenarios: readonly ScenarioLine[] = catalogue.map(({ name, direction, cluster }) => ({
  name,
  direction,
  cluster,
}));
