import type { TlsStage } from '../core/model';
import { now } from './deadline';
import type { Session } from './session';

/** An answer that takes longer than this is told of, again and again. */
const TELL_MS = 5000;

/** Tells the engineer of every long wait until it is stopped; the answer stops it. */
export const tellWaits = (session: Session): (() => void) => {
  const { onWait, tellWaitMs = TELL_MS } = session.options;
  if (onWait === undefined) return () => undefined;
  const tell = (): void => {
    const { waiting } = session;
    if (waiting) onWait({ stage: waiting.stage, leftMs: Math.max(0, Math.round(waiting.until - now())) });
  };
  const timer = setInterval(tell, tellWaitMs);
  return () => clearInterval(timer);
};

/** Remembers what is waited for from now on, and answers until when. */
export const waitUntil = (session: Session, stage: TlsStage, until: number): number => {
  session.waiting = { stage, until };
  return until;
};
