import { z } from 'zod';
import { asTyped } from '../ciphers';
import type { Observation } from '../model';
import { check, type Target } from './check';
import { cipherLists } from './cipher-lists';
import { fromCommand, passed } from './from-command';
import { applianceNamed, flowsOf, initiatorOf, pairsOf, reachableLive } from './roster';
import { observed } from './seen';
import { Verified, verifyLines } from './verified-suites';

const Data = z.looseObject(Verified);

/** The outbound list as its own command line says it, in the form in which VERIFY takes it; null where nobody said it. */
const listToVerify = (appliance: string, observations: readonly Observation[]): string | null => {
  const list = observed(observations, cipherLists, { vantage: appliance })[0]?.data.outbound?.ciphers ?? null;
  // An empty token before a sign changes nothing, and no line that leaves begins with a sign.
  return list === null ? null : asTyped(list).replace(/^(?=[^A-Za-z0-9:])/, ':');
};

const once = (targets: readonly Target[]): readonly Target[] =>
  targets.filter((one, index) => targets.findIndex((other) => other.vantage === one.vantage) === index);

/**
 * What does the initiator's own OpenSSL make of its outbound list, in its order? `sslconfig` > VERIFY; it tells the
 * generation too ("Read the generation before assuming it", domain page, section 6). On the ESA only: VERIFY was read there,
 * and an SMA's `sslconfig` shows no list from 13.6 on (CLI page).
 */
export const cipherVerify = check({
  id: 'cipher-verify',
  by: 'command',
  command: 'sslconfig-verify',
  roles: ['esa'],
  needs: ['ssh-session', 'cipher-lists'],
  seconds: 1,
  connections: 0,
  leaves: 0,
  limitMs: 20_000,
  data: Data,
  targets: ({ site, answers }) =>
    once(
      pairsOf(site).flatMap((pair) =>
        flowsOf(answers.direction)
          .map((flow) => initiatorOf(pair, flow))
          .filter(({ role }) => role === 'esa')
          .map(({ name }) => ({ vantage: name, subject: name, peer: null, flow: null })),
      ),
    ),
  live(target, { site }, observations) {
    const list = listToVerify(target.vantage, observations);
    if (list === null || !reachableLive(applianceNamed(site, target.vantage))) return null;
    return { kind: 'command', appliance: target.vantage, command: 'sslconfig-verify', args: { list } };
  },
  read: fromCommand(Data, (data, text) => {
    const lines = verifyLines(text, data);
    return data.verified.length > 0
      ? passed(data, lines)
      : { outcome: 'could-not-tell', reason: 'not-understood', data: null, lines };
  }),
});
