import { type Problem, problem } from '../../main/core/model';
import type { CaseView } from '../../preload/contract';
import { takeView } from '../stores/mirror';

type Reply<V> = { ok: true; value: V } | { ok: false; problem: Problem };

/** Waits for an answer; a rejected call is a bug of ours and becomes a problem like any other. */
export const answered = async <V>(asked: Promise<Reply<V>>): Promise<Reply<V>> => {
  try {
    return await asked;
  } catch {
    return { ok: false, problem: problem('our-mistake') };
  }
};

/** Mirrors the answered case; null when it went well, else the problem to show where it was asked. */
export const mirrored = async (asked: Promise<Reply<CaseView>>): Promise<Problem | null> => {
  const reply = await answered(asked);
  if (!reply.ok) return reply.problem;
  takeView(reply.value);
  return null;
};
