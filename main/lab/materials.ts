import { bad, problem, type Result } from '../core/model';
import { scenarioNamed } from './arrange';
import type { MaterialsOptions } from './lab';

/** Writes the scenario as files for offline use. Fails with `scenario-unknown`, `lab-size` or `folder-not-writable`. */
export const writeMaterials = async (
  options: MaterialsOptions,
): Promise<Result<{ profile: string; files: string[] }>> => {
  const scenario = scenarioNamed(options.scenario);
  return scenario.ok ? bad(problem('not-built-yet')) : scenario;
};
