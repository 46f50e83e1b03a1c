import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openAnswers, type Site } from '../../main/core/model';
import type { RunInput } from '../../main/run';
import type { ActContext } from '../../main/run/world';

/** What one act may use, for a site whose appliances are pinned by their host keys; nothing is kept. */
export const actContext = (
  site: Site,
  input: Partial<RunInput> = {},
  limitMs = 20_000,
  signal = new AbortController().signal,
): ActContext => ({
  input: {
    site,
    answers: openAnswers(),
    observations: [],
    secretOf: () => null,
    knownHostsPath: join(tmpdir(), 'no-known-hosts-here'),
    acceptNewHostKeys: false,
    keepEvidence: async () => undefined,
    onEvent: () => undefined,
    now: () => new Date(),
    signal,
    limitMs,
    ...input,
  },
  signal,
  limitMs,
  seen: () => [],
  ledger: () => [],
  note: () => undefined,
});
