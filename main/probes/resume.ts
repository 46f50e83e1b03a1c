import type { TlsReport } from '../core/model';
import { now } from './deadline';
import { groundOf } from './ground';
import { takeInventory } from './inventory';
import { forcedBy, partialOf } from './report';
import { type Session, targetText } from './session';

/** Whether a report holds a partial inventory of this target that can be gone on with. */
export const canResume = (earlier: TlsReport, target: string): boolean =>
  earlier.target === target && earlier.remaining !== null;

/**
 * Asks what the earlier report left open and nothing else, and answers that report with the inventory completed as far
 * as it went; connections and time are those of both. Throws a RangeError where there is nothing to go on with.
 */
export const resumeInventory = async (session: Session, earlier: TlsReport): Promise<TlsReport> => {
  if (!canResume(earlier, targetText(session.target))) throw new RangeError('nothing to resume');
  session.recorder.note(0, [`TLS: goes on with an inventory that ended after ${earlier.connections} connections`]);
  const inventory = await takeInventory(session, groundOf(earlier));
  const connections = earlier.connections + session.connections;
  return {
    ...earlier,
    inventory: inventory.found,
    remaining: inventory.remaining,
    refusedSilently: [...new Set([...earlier.refusedSilently, ...inventory.refusedSilently])],
    partial: partialOf(connections, inventory.stopped, true),
    anonymousAcceptedIfForced: earlier.anonymousAcceptedIfForced ?? forcedBy(inventory),
    retries: [...earlier.retries, ...session.retries],
    starttlsSeen: {
      offered: earlier.starttlsSeen.offered + session.starttls.offered,
      missing: earlier.starttlsSeen.missing + session.starttls.missing,
    },
    connections,
    durationMs: earlier.durationMs + Math.round(now() - session.started),
  };
};
