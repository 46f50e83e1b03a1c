import type { ClusterMode, Direction } from '../../core/model';
import type { LabModel } from '../model';
import type { Places } from '../places';

/** A fault as a switch of the model. `name` is the code of the cause that a diagnosis must find. */
export interface Scenario {
  readonly name: string;
  readonly direction: Direction;
  readonly cluster: ClusterMode;
  /** ESAs that the story needs, and how many it has when nobody says. */
  readonly esas: { readonly least: number; readonly usual: number };
  readonly apply: (site: LabModel, places: Places) => LabModel;
}

export const scenario = (definition: Scenario): Scenario => definition;
