/** How an entry of the allow-list is typed blind: its line whatever the appliance shows, then empty lines. */
export interface PasteForm {
  readonly name: string;
  /** The same question in a form that asks nothing; absent where the entry's own line asks nothing. */
  readonly line?: string;
  /**
   * Empty lines behind it. Each one turns a page of the pager, leaves a menu, or says yes to working at machine level
   * for this session; at the main prompt it is nothing.
   */
  readonly empties: number;
  /**
   * In a cluster it may first ask from which level it shall read, and what Enter takes there is only recalled: it is
   * typed blind where the site says that there is no cluster, and never elsewhere.
   */
  readonly asksLevel?: true;
}

/**
 * The commands that a blind block may hold, in its order: short ones first, those that may fill pages last, the search
 * at the very end. All their known questions have a default that changes nothing (CLI page, sections 3 and 6): `tophosts`
 * takes an order for display, the lists' menus are left by Enter, the offer to switch is for the session alone.
 * `tophosts active_rcpts` asks nothing (TechNote 215929).
 */
export const pasteForms: readonly PasteForm[] = [
  { name: 'version', empties: 1 },
  { name: 'applianceconfig', empties: 1 },
  { name: 'interfaceconfig', empties: 4 },
  { name: 'tophosts', line: 'tophosts active_rcpts', empties: 3 },
  { name: 'status', empties: 3 },
  { name: 'sslconfig', empties: 5, asksLevel: true },
  { name: 'grep', empties: 1 },
];

/** The line that opens and closes a block: the closing one proves that nothing is missing. */
export const BLOCK_ENDS = 'version';
