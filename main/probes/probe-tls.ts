import type { TlsReport } from '../core/model';
import type { Agreement } from '../core/tls';
import type { Answer } from './ask';
import { askFirst } from './ask-patiently';
import { firstQuestion } from './first-question';
import { type FollowUp, followUp, withoutFollowUp } from './follow-up';
import { freshGround } from './ground';
import { type Inventory, takeInventory } from './inventory';
import type { Failure } from './open';
import type { ProbeOptions, ProbeResult, ProbeTarget } from './options';
import { reportOf } from './report';
import { resumeInventory } from './resume';
import { newSession, type Session } from './session';

/** A refusal before TLS is the listener's limit: the inventory is not begun, and all of it remains. */
const limitedBy = ({ stopped }: FollowUp): Failure | null => (stopped?.stage === 'handshake' ? null : stopped);

const inventoryAfter = async (session: Session, first: Answer, more: FollowUp): Promise<Inventory | null> => {
  const answeredTls = first.agreement !== null || first.alert !== null;
  if (session.options.inventory !== true || !answeredTls) return null;
  const seen = [first.agreement, more.certified, more.forced, more.newest];
  const ground = freshGround(seen.filter((one): one is Agreement => one !== null));
  return takeInventory(session, ground, limitedBy(more));
};

const askAll = async (session: Session): Promise<TlsReport> => {
  if (session.options.resume) return resumeInventory(session, session.options.resume);
  const question = firstQuestion(session);
  const first = await askFirst(session, question);
  const more = session.options.forceAnonymous === false ? withoutFollowUp(first) : await followUp(session, first);
  const report = reportOf(session, first, more, await inventoryAfter(session, first, more));
  return { ...report, offeredSuites: question.suites.map(({ name }) => name) };
};

/**
 * Probes a quarantine listener: SMTP up to STARTTLS, then the start of TLS, never a finished handshake, no application
 * data. The questions, cheapest first: what does this offer get; would an anonymous suite be accepted when forced, or
 * is there no certificate at all; every suite (`inventory`, or the rest of one: `resume`). When the first connection
 * fails before TLS there is no other, but for one second try that the report names. Every network failure is in
 * `report.failure`; it throws only when `suites` holds nothing that can be offered or `resume` nothing to go on with
 * (RangeError), so callers check first. No socket is left when it is over.
 */
export const probeTls = async (target: ProbeTarget, options: ProbeOptions): Promise<ProbeResult> => {
  const session = newSession(target, options);
  const report = await askAll(session);
  await Promise.all(session.closing);
  return { report, evidence: session.recorder.text(), footprint: session.footprint };
};
