import { z } from 'zod';

/**
 * What went wrong, as a key and its values; `core/texts` puts words to it.
 * `where` is the place: a profile path (`appliances[1].port`), a file, an appliance.
 */
export const Problem = z.strictObject({
  code: z
    .string()
    .regex(/^[a-z0-9-]+$/)
    .max(64),
  where: z.string().max(1000).nullable(),
  params: z.record(z.string(), z.union([z.string(), z.number()])),
});
export type Problem = z.infer<typeof Problem>;

export type Result<T> = { ok: true; value: T } | { ok: false; problem: Problem };

/** Builds a problem value. */
export const problem = (
  code: string,
  where: string | null = null,
  params: Record<string, string | number> = {},
): Problem => ({ code, where, params });

export const good = <T>(value: T): Result<T> => ({ ok: true, value });
export const bad = (found: Problem): { ok: false; problem: Problem } => ({ ok: false, problem: found });
