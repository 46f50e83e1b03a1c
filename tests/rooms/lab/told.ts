import { readCommand } from '../../../main/core/asyncos';
import { arrange } from '../../../main/lab/arrange';
import type { LabAppliance, LabModel } from '../../../main/lab/model';
import { placesIn } from '../../../main/lab/places';
import { catalogue } from '../../../main/lab/scenarios';
import { type Story, tell } from '../../../main/lab/story/tell';
import { screenOf } from '../../../main/lab/typist';

export const NOW = Date.UTC(2026, 10, 24, 20, 40);

export interface Told {
  readonly model: LabModel;
  readonly story: Story;
}

const kept = new Map<string, Told>();

/** The same, kept: a story of twenty ESAs takes its time. */
export const toldOnce = (name: string, esas?: number, now = NOW): Told => {
  const key = `${name} ${esas} ${now}`;
  const one = kept.get(key) ?? told(name, esas, now);
  kept.set(key, one);
  return one;
};

/** A scenario's model and story, at documentation addresses. */
export const told = (name: string, esas?: number, now = NOW): Told => {
  const scenario = catalogue.find((one) => one.name === name);
  if (!scenario) throw new Error(`no scenario ${name}`);
  const count = Math.max(esas ?? scenario.esas.usual, scenario.esas.least);
  const model = arrange(scenario, placesIn('192.0.2', count), now);
  return { model, story: tell(model) };
};

export const esaAt = ({ model }: Told, number: number): LabAppliance => {
  const found = model.esas[number - 1];
  if (!found) throw new Error(`no esa${number}`);
  return found;
};

/** What a reader of the allow-list makes of the screen after these lines were typed. */
export const answered = (one: Told, appliance: LabAppliance, command: string, ...lines: string[]) => {
  const { model, story } = one;
  return readCommand(command, screenOf({ model, story, at: model.now }, appliance, lines));
};

export const linesOf = ({ story }: Told, appliance: LabAppliance): readonly string[] =>
  (story.desks[appliance.name]?.lines ?? []).map(({ body }) => body);
