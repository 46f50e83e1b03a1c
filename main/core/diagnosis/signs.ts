import { endpointOf, observed, type Typed } from '../checks';
import { configuration } from '../checks/configuration';
import { interfaces } from '../checks/interfaces';
import { listening } from '../checks/listening';
import { mailLogs } from '../checks/mail-logs';
import { pseudoHost, queue } from '../checks/queue';
import { reach } from '../checks/reach';
import { systemStatus } from '../checks/system-status';
import { outboundList, tlsOffer, versionOf } from '../checks/tls-offer';
import type { Appliance, LogGround, Quote } from '../model';
import type { Cite, Situation } from './cause';
import { cite } from './judgement';

/** What the initiator itself saw when it dialled the listener; newest. */
export const reachedBy = ({ observations, initiator, responder, flow }: Situation) =>
  observed(observations, reach, { vantage: initiator.name, peer: responder.name, flow })[0] ?? null;

/** What this laptop saw at the responder's listener; newest first. */
export const probesOf = ({ observations, responder }: Situation) =>
  observed(observations, tlsOffer).filter((one) => one.subject.split(':')[0] === responder.name);

export const statusOf = ({ observations }: Situation, appliance: Appliance) =>
  observed(observations, systemStatus, { vantage: appliance.name })[0] ?? null;

export const configurationOf = ({ observations }: Situation, appliance: Appliance) =>
  observed(observations, configuration, { vantage: appliance.name })[0] ?? null;

export const interfacesOf = ({ observations }: Situation, appliance: Appliance) =>
  observed(observations, interfaces, { vantage: appliance.name })[0] ?? null;

export const logsOf = ({ observations }: Situation, appliance: Appliance) =>
  observed(observations, mailLogs, { vantage: appliance.name });

export const listOf = ({ observations, initiator }: Situation): string | null =>
  outboundList(initiator.name, observations);
export const versionSeen = ({ observations }: Situation, appliance: Appliance): string | null =>
  versionOf(appliance.name, observations);
export const endpoint = ({ observations, responder }: Situation) => endpointOf(responder, observations);

/** Does the responder say itself that the quarantine port listens? null: nobody asked. */
export const listensItself = (
  situation: Situation,
): { readonly listens: boolean; readonly by: Typed<unknown> } | null => {
  const [seen] = observed(situation.observations, listening, { vantage: situation.responder.name });
  if (seen === undefined) return null;
  const { port } = endpoint(situation);
  return { listens: seen.data.listening.some((one) => one.port === port), by: seen };
};

/** The row of the pseudo destination towards the responder, as the initiator's `tophosts` shows it. */
export const waiting = (situation: Situation) => {
  const [seen] = observed(situation.observations, queue, { vantage: situation.initiator.name });
  if (seen === undefined) return null;
  const host = pseudoHost(situation.initiator.role);
  const row = seen.data.hosts.find((one) => one.host === host);
  return { seen, host, row: row ?? null, recipients: row?.activeRecipients ?? null };
};

const addressesOf = (situation: Situation, appliance: Appliance): readonly string[] => {
  const known = [appliance.host, appliance.quarantine.address].filter((one) => one !== null);
  const listed = interfacesOf(situation, appliance)?.data.interfaces.map((one) => one.address) ?? [];
  return [...known, ...listed].filter((one): one is string => one !== null);
};

/** A ground of an SMA's log may be about another ESA: the address at the other end tells. Unknown addresses are accepted. */
const isAbout = (
  situation: Situation,
  other: Appliance,
  ground: { readonly peer: string | null; readonly port: number | null },
): boolean => {
  const known = addressesOf(situation, other);
  if (ground.peer === null || known.length === 0) return true;
  if (!known.includes(ground.peer)) return situation.site.appliances.length === 2;
  const sharing = situation.site.appliances.filter(
    (one) => one.role === other.role && addressesOf(situation, one).includes(ground.peer ?? ''),
  );
  return sharing.length < 2 || ground.port === null || ground.port === endpointOf(other, situation.observations).port;
};

export interface FoundGround {
  readonly ground: LogGround;
  readonly cite: Cite;
}

const inLogOf = (situation: Situation, appliance: Appliance, other: Appliance, code: string): FoundGround[] =>
  logsOf(situation, appliance).flatMap((seen) =>
    seen.data.grounds
      .filter(
        (ground) =>
          ground.code === code &&
          (ground.flow === null || ground.flow === situation.flow) &&
          isAbout(situation, other, ground),
      )
      .map((ground) => ({
        ground,
        cite: cite(seen, (quote) => ground.quotes.some((one) => one.text === quote.quote)),
      })),
  );

/** Grounds that either side's logs give for a cause in this flow, the initiator's first, present ones before history. */
export const groundsFor = (situation: Situation, code: string): readonly FoundGround[] => {
  const { initiator, responder } = situation;
  const found = [...inLogOf(situation, initiator, responder, code), ...inLogOf(situation, responder, initiator, code)];
  return [...found.filter((one) => !one.ground.history), ...found.filter((one) => one.ground.history)];
};

/** Log lines that show a message carried through in this flow. */
export const successesIn = (situation: Situation): readonly { readonly cite: Cite; readonly at: string | null }[] =>
  [situation.initiator, situation.responder].flatMap((appliance) => {
    const other = appliance.name === situation.initiator.name ? situation.responder : situation.initiator;
    return logsOf(situation, appliance).flatMap((seen) =>
      seen.data.successes
        .filter((one) => one.flow === situation.flow && isAbout(situation, other, one))
        .map((one) => ({ at: one.at, cite: cite(seen, (quote: Quote) => quote.quote === one.quote.text) })),
    );
  });

/** Whether any log of this pair was read at all. */
export const logsRead = (situation: Situation): boolean =>
  logsOf(situation, situation.initiator).length + logsOf(situation, situation.responder).length > 0;

/** Names for the sentences of a judgement. */
export const names = (situation: Situation): Record<string, string> => {
  const { port, interface: name } = endpoint(situation);
  return {
    initiator: situation.initiator.name,
    responder: situation.responder.name,
    esa: situation.esa.name,
    sma: situation.sma.name,
    port: String(port),
    interface: name ?? '?',
  };
};
