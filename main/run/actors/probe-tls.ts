import type { Act } from '../../core/model';
import { probeTls } from '../../probes';
import type { ActAnswer, ActContext } from '../world';
import { ownLimit } from './own-limit';

/** Offers the listener what the initiator would offer, and reads the beginning of the handshake. */
export const actProbe = async (act: Extract<Act, { kind: 'tls-probe' }>, context: ActContext): Promise<ActAnswer> => {
  const { report, evidence } = await probeTls(
    { host: act.host, port: act.port },
    {
      offer: act.offer,
      suites: act.suites,
      timeoutMs: ownLimit(context),
      signal: context.signal,
      onFootprint: (line) => context.note(line),
    },
  );
  return { check: 'tls-offer', answered: { kind: 'tls', report, text: evidence }, evidence, source: null };
};
