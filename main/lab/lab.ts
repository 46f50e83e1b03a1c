import type { ClusterMode, Direction, Site } from '../core/model';
import type { LabModel } from './model';
import type { Moods } from './moods';
import type { Opening } from './opening';

/** A running lab: a site on loopback, ready to be diagnosed. */
export interface Lab {
  readonly site: Site;
  /** The password of each appliance, for the memory of the run only. */
  readonly secrets: readonly { readonly appliance: string; readonly secret: string }[];
  /** The same site as a profile file, with its passwords in it: they open nothing but this lab. */
  readonly profileText: string;
  /** Every command line that each appliance was sent, in order. */
  received(): Readonly<Record<string, readonly string[]>>;
  /** What a real appliance would have begun to change by what it was sent; the lab changes nothing. */
  changed(): Readonly<Record<string, readonly string[]>>;
  close(): Promise<void>;
}

export interface LabOptions {
  readonly scenario: string;
  /** 1 to 20; the scenario's own number when absent. */
  readonly esas?: number;
  /** The lab's clock starts here; its logs end just before. */
  readonly now: Date;
  readonly signal?: AbortSignal;
  /** An OpenSSH public key that may log in besides the password. */
  readonly publicKey?: string;
  /** What every login begins with; the prompt when absent. */
  readonly opening?: Opening;
  /** How single appliances behave, by their names. */
  readonly moods?: Moods;
}

export interface MaterialsOptions {
  readonly scenario: string;
  readonly esas?: number;
  readonly now: Date;
  readonly folder: string;
  /** Switches thrown in the model after the scenario's own: what the site would be after a change. */
  readonly switched?: (model: LabModel) => LabModel;
}

export interface ScenarioLine {
  readonly name: string;
  readonly direction: Direction;
  readonly cluster: ClusterMode;
}
