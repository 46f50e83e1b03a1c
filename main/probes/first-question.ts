import { defaultOffer, type Suite, suiteNamed } from '../core/tls';
import type { Question } from './ask';
import type { Session } from './session';

/** The given names as suites; names that stand in no table are noted and left out. */
const givenSuites = (session: Session, names: readonly string[]): Suite[] => {
  const unknown = names.filter((name) => suiteNamed(name) === null);
  if (unknown.length > 0) session.recorder.note(0, [`TLS: cannot offer ${unknown.join(':')}`]);
  return names.map(suiteNamed).filter((suite): suite is Suite => suite !== null);
};

/** What this initiator's list, or the default offer, gets. Throws a RangeError where nothing can be offered. */
export const firstQuestion = (session: Session): Question => {
  const { suites, version } = session.options;
  const whole = { wanted: 'flight', asksHelp: true } as const;
  if (suites === null) {
    const newest = version ?? 'TLSv1.2';
    return { ...whole, what: 'probe-default-offer', version: newest, suites: defaultOffer(newest) };
  }
  const given = givenSuites(session, suites);
  const newest = version ?? (given.every((suite) => suite.from === 'TLSv1.3') ? 'TLSv1.3' : 'TLSv1.2');
  const offered = given.filter((suite) => (suite.from === 'TLSv1.3') === (newest === 'TLSv1.3'));
  if (offered.length === 0) throw new RangeError(`nothing to offer: ${suites.join(':')}`);
  return { ...whole, what: 'probe-given-offer', version: newest, suites: offered };
};
