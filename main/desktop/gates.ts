import type { IpcMainInvokeEvent, WebContents } from 'electron';
import type { z } from 'zod';
import { bad, type Problem, problem, type Result } from '../core/model';
import { isOurs } from './address';
import { ourMistake } from './mistakes';

/** One ask of the contract. */
export interface Entry {
  readonly argument: z.ZodType;
  readonly value: z.ZodType;
}
export type Verb = (argument: never) => Promise<Result<unknown>>;

type Sender = Pick<IpcMainInvokeEvent, 'sender' | 'senderFrame'>;

/**
 * The first gate: the one window, its main frame, our origin. A frame that is gone is nobody; checking the sender was
 * once the only defence of a compromised page's main (CVE-2022-29247).
 */
export const sentByOurPage = ({ sender, senderFrame }: Sender, ours: WebContents | null): boolean =>
  ours !== null && sender === ours && senderFrame !== null && senderFrame.parent === null && isOurs(senderFrame.url);

/** The place inside the argument, in the words of the contract: `site.appliances[1].sshPort`. */
const placeOf = (path: readonly PropertyKey[]): string =>
  path
    .map((part) => (typeof part === 'number' ? `[${part}]` : `.${String(part)}`))
    .join('')
    .replace(/^\./, '');

const refusedArgument = (name: string, error: z.ZodError): Problem => {
  const [first] = error.issues;
  return problem('invalid-argument', placeOf(first?.path ?? []) || null, {
    verb: name,
    reason: first?.code ?? 'invalid',
  });
};

/** Nothing but JSON crosses; odd values on a bridge have broken isolation more than once. */
export const plain = (value: unknown): unknown => JSON.parse(JSON.stringify(value));

/** The other two gates: argument and answer as the contract says, so that nothing can ride along. Never rejects. */
export const throughTheGates = async (
  name: string,
  entry: Entry,
  verb: Verb,
  argument: unknown,
): Promise<Result<unknown>> => {
  try {
    const asked = entry.argument.safeParse(argument);
    if (!asked.success) return bad(refusedArgument(name, asked.error));
    const answer = await verb(asked.data as never);
    return answer.ok ? { ok: true, value: plain(entry.value.parse(answer.value)) } : bad(answer.problem);
  } catch (error) {
    return bad(ourMistake(name, error));
  }
};
