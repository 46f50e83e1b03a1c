/** How far a connect to the listener got, in the same words whoever looked; no route to it counts as `timed-out`. */
export type Arrival = 'greeted' | 'connected' | 'refused' | 'timed-out' | 'unknown';

/** What one vantage point saw of a quarantine listener; null where it did not come to see it. */
export interface Sight {
  readonly arrival: Arrival;
  /** A banner or keyword was rewritten on the way. */
  readonly masked: boolean | null;
  readonly starttls: boolean | null;
  /** SHA-256 of the responder's own certificate. */
  readonly certificate: string | null;
}

export const unseen: Sight = { arrival: 'unknown', masked: null, starttls: null, certificate: null };

/** What two vantage points mean together; the initiator's is the one that counts. */
export type Meaning =
  | 'path-good'
  | 'laptop-filtered'
  | 'listener-down'
  | 'initiator-rejected'
  | 'initiator-refused'
  | 'initiator-filtered'
  | 'initiator-timed-out'
  | 'responder-silent'
  | 'listener-down-and-initiator-filtered'
  | 'inspected'
  | 'starttls-withheld'
  | 'intercepted'
  | 'initiator-reaches'
  | 'laptop-reaches'
  | 'laptop-alone'
  | 'nothing-seen';

/** The listener took the connection. */
export const reaches = ({ arrival }: Sight): boolean => arrival === 'greeted' || arrival === 'connected';

/** The initiator gets through: what it is shown there, against what this laptop is shown. */
const whenReached = (initiator: Sight, laptop: Sight): Meaning => {
  const clean = laptop.masked === false && laptop.starttls === true;
  if (initiator.masked) return 'inspected';
  if (initiator.starttls === false) return clean ? 'inspected' : 'starttls-withheld';
  const both = initiator.certificate !== null && laptop.certificate !== null;
  if (both && initiator.certificate !== laptop.certificate) return 'intercepted';
  if (reaches(laptop)) return 'path-good';
  return laptop.arrival === 'unknown' ? 'initiator-reaches' : 'laptop-filtered';
};

const whenRefused = (laptop: Sight): Meaning => {
  if (reaches(laptop)) return 'initiator-rejected';
  return laptop.arrival === 'refused' ? 'listener-down' : 'initiator-refused';
};

const whenTimedOut = (laptop: Sight): Meaning => {
  if (reaches(laptop)) return 'initiator-filtered';
  if (laptop.arrival === 'refused') return 'listener-down-and-initiator-filtered';
  return laptop.arrival === 'timed-out' ? 'responder-silent' : 'initiator-timed-out';
};

const whenNotAsked = (laptop: Sight): Meaning => {
  if (reaches(laptop)) return 'laptop-reaches';
  return laptop.arrival === 'unknown' ? 'nothing-seen' : 'laptop-alone';
};

/**
 * The vantage truth table of the domain page, section 4, row by row. This laptop alone confirms no path cause
 * (`laptop-alone`), and what it alone does not reach is no fault (`laptop-filtered`).
 */
export const meaningOf = (initiator: Sight, laptop: Sight): Meaning => {
  switch (initiator.arrival) {
    case 'greeted':
    case 'connected':
      return whenReached(initiator, laptop);
    case 'refused':
      return whenRefused(laptop);
    case 'timed-out':
      return whenTimedOut(laptop);
    case 'unknown':
      return whenNotAsked(laptop);
  }
};
