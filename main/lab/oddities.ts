/** What is odd about an appliance beside its state, as switches; the defaults are those of a healthy one. */
export interface LabOddities {
  /** What `displayalerts` holds: minutes before now, and the words. */
  readonly alerts: readonly { readonly minutes: number; readonly text: string }[];
  /** Which of its components crashes since the fault began. */
  readonly crashes: 'command-client' | 'quarantine' | null;
  readonly keepsMailLog: boolean;
  /** How far back its logs reach, in minutes; null: to the beginning of the story. */
  readonly logMinutes: number | null;
  /** How its listener answers mail since the fault began: takes it, puts it off, or turns it down for good. */
  readonly answers: 'takes' | 'later' | 'never';
  /** The ESAs that an SMA manages, by name; null: all of them. */
  readonly manages: readonly string[] | null;
  /** What becomes of messages on the SMA since the fault began. */
  readonly life: 'left' | 'held' | 'again' | 'unclassified' | null;
  /** A port that this member of a cluster sets for itself, below the cluster's setting. */
  readonly overriddenPort: number | null;
}

export const NOTHING_ODD: LabOddities = {
  alerts: [],
  crashes: null,
  keepsMailLog: true,
  logMinutes: null,
  answers: 'takes',
  manages: null,
  life: null,
  overriddenPort: null,
};
