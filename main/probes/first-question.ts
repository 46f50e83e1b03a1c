import { defaultOffer, type Suite, suiteNamed } from '../core/tls';
import type { Question } from './ask';
import type { Session } from './session';

/** The given names as suites; names that stand in no table are noted and left out. */
const givenSuites = (session: Session, names: readonly string[]): Suite[] => {
  const unknown = names.filter((name) => suiteNamed(name) === null);
  if (unknown.length > 0) session.recorder.note(0, [`TLS: cannot offer ${unknown.join(':')}`]);
  return names.map(suiteNamed).filter((suite): suite is Suite => suite !== null);
};

const DEFAULT_OFFER = { what: 'probe-default-offer', version: 'TLSv1.2', suites: defaultOffer('TLSv1.2') } as const;

/**
 * What this initiator's list, or the default offer, gets. A list is offered up to TLS 1.2, as it does not apply to 1.3,
 * unless it names nothing older. Throws a RangeError where nothing can be offered.
 */
export const firstQuestion = (session: Session): Question => {
  const { suites } = session.options;
  const whole = { wanted: 'flight', asksHelp: true } as const;
  if (suites === null) return { ...whole, ...DEFAULT_OFFER };
  const given = givenSuites(session, suites);
  const newest = given.every((suite) => suite.from === 'TLSv1.3') ? 'TLSv1.3' : 'TLSv1.2';
  const offered = given.filter((suite) => (suite.from === 'TLSv1.3') === (newest === 'TLSv1.3'));
  if (offered.length === 0) throw new RangeError(`nothing to offer: ${suites.join(':')}`);
  return { ...whole, what: 'probe-given-offer', version: newest, suites: offered };
};
