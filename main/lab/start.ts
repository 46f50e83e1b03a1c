import { bad, problem, type Result } from '../core/model';
import { scenarioNamed } from './arrange';
import type { Lab, LabOptions } from './lab';

/** Starts the scenario on loopback. Fails with `scenario-unknown`, `lab-size`, `lab-address` or `cancelled`. */
export const startLab = async (options: LabOptions): Promise<Result<Lab>> => {
  const scenario = scenarioNamed(options.scenario);
  return scenario.ok ? bad(problem('not-built-yet')) : scenario;
};
