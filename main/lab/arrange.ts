import { bad, good, problem, type Result } from '../core/model';
import { healthySite } from './build';
import type { LabModel } from './model';
import type { Places } from './places';
import { catalogue } from './scenarios';
import type { Scenario } from './scenarios/scenario';

export const MOST_ESAS = 20;

/** The scenario of this name, or the problem `scenario-unknown` with the names that exist. */
export const scenarioNamed = (name: string): Result<Scenario> => {
  const found = catalogue.find((one) => one.name === name);
  if (found) return good(found);
  return bad(problem('scenario-unknown', name, { known: catalogue.map((one) => one.name).join(', ') }));
};

/** How many ESAs the lab has: what was asked for, but never fewer than the story needs; else `lab-size`. */
export const esasOf = (scenario: Scenario, asked: number | undefined): Result<number> => {
  const count = asked ?? scenario.esas.usual;
  if (Number.isInteger(count) && count >= 1 && count <= MOST_ESAS) return good(Math.max(count, scenario.esas.least));
  return bad(problem('lab-size', null, { asked: String(count), most: MOST_ESAS }));
};

/** The model of a scenario at these places. */
export const arrange = (scenario: Scenario, places: Places, now: number): LabModel =>
  scenario.apply(healthySite({ scenario: scenario.name, now, places }), places);
