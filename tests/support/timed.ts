/** For tests that hold a time: a busy machine may take one slice from under them; a bound that is broken stays broken. */
export const TIMED = { retry: 2 } as const;
