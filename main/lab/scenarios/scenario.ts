import type { ClusterMode, Direction, Verdict } from '../../core/model';
import type { LabModel } from '../model';
import type { Places } from '../places';

/** A fault as a switch of the model. `name` is the code of the cause that a diagnosis must find, or of a combination. */
export interface Scenario {
  readonly name: string;
  readonly direction: Direction;
  readonly cluster: ClusterMode;
  /** ESAs that the story needs, and how many it has when nobody says. */
  readonly esas: { readonly least: number; readonly usual: number };
  /** What the engineer saw where no command shows it, as they would type it. */
  readonly symptoms?: readonly string[];
  /** The root causes that a diagnosis must find, where they are not the one that the scenario is named after. */
  readonly primary?: readonly string[];
  /** The verdict, where it is not `fault`. */
  readonly verdict?: Verdict;
  readonly apply: (site: LabModel, places: Places) => LabModel;
}

export const scenario = (definition: Scenario): Scenario => definition;
