import { asTyped, commandNamed, readCommand } from '../../core/asyncos';
import { applianceNamed, endpointOf, observed } from '../../core/checks';
import { interfaces } from '../../core/checks/interfaces';
import { analyseText, ownTraces } from '../../core/logs';
import type { Act, FootprintEntry, Reason } from '../../core/model';
import { type ActAnswer, type ActContext, brokenAnswer } from '../world';
import type { Sessions } from './open-session';
import { ownLimit } from './own-limit';

const REASONS: Record<string, Reason> = {
  'unexpected-question': 'unexpected-question',
  'timed-out': 'timed-out',
  cancelled: 'cancelled',
  'connection-closed': 'cut-off',
  closed: 'cut-off',
  'too-much-output': 'cut-off',
};

/** Commands that open a connection of their own to the listener. */
const CONNECTS = new Set(['telnet', 'tlsverify']);

/**
 * Where an early end is an answer: silence behind `Trying` of what dials, and the question that a standalone box asks for
 * `clusterconfig`. Anything else that was cut would be a shorter list, and that is another claim.
 */
const END_ANSWERS: Record<string, string> = {
  telnet: 'timed-out',
  tlsverify: 'timed-out',
  'clusterconfig-list': 'unexpected-question',
  'clusterconfig-connstatus': 'unexpected-question',
};

/** What an allow-listed command printed, read for its check: log lines by the log reader, the rest by the command's own. */
export const readPrinted = (
  check: string,
  act: { readonly appliance: string; readonly command: string },
  text: string,
  context: ActContext,
): ActAnswer => {
  if (check === 'mail-logs') {
    const { site } = context.input;
    const ports = site.appliances.map((one) => endpointOf(one, context.seen()).port);
    const report = analyseText([{ path: act.appliance, text: asTyped(text) }], {
      role: applianceNamed(site, act.appliance)?.role ?? null,
      ports,
      own: ownTraces(context.ledger()),
    });
    return { check, answered: { kind: 'logs', report }, evidence: text, source: null };
  }
  return {
    check,
    answered: { kind: 'command', report: readCommand(act.command, text), text, problem: null },
    evidence: text,
    source: null,
  };
};

/** Addresses that a connection of this appliance may come from: which interface it takes is its own choice. */
const addressesOf = (name: string, { input, seen }: ActContext): string[] => {
  const [own] = observed(seen(), interfaces, { vantage: name });
  const { host = null, quarantine } = applianceNamed(input.site, name) ?? {};
  const all = [host, quarantine?.address ?? null, ...(own?.data.interfaces.map((one) => one.address) ?? [])];
  return [...new Set(all.filter((one) => one !== null))];
};

/** Where the command made the appliance connect to, for the ledger: lines of it in the other side's log are ours. */
const connectionOf = (
  act: Extract<Act, { kind: 'command' }>,
  context: ActContext,
): Pick<FootprintEntry, 'connection'> => {
  if (!CONNECTS.has(act.command)) return {};
  const parts = /^(.*):(\d+)$/.exec(act.args.destination ?? `${act.args.host}:${act.args.port}`);
  const [to, port] = [parts?.[1] ?? '', Number(parts?.[2])];
  return to === '' ? {} : { connection: { from: addressesOf(act.appliance, context), to, port } };
};

/** Runs one entry of the allow-list on the session of its appliance and reads what it printed. */
export const actCommand = async (
  act: Extract<Act, { kind: 'command' }>,
  check: string,
  context: ActContext,
  sessions: Sessions,
): Promise<ActAnswer> => {
  const session = sessions.of(act.appliance);
  const definition = commandNamed(act.command);
  if (session === null) return brokenAnswer(check, 'blocked-upstream');
  if (definition === null) return brokenAnswer(check, 'our-mistake', `no such entry in the allow-list: ${act.command}`);
  const told = await session.run(definition, act.args, { timeoutMs: ownLimit(context), signal: context.signal });
  context.note({
    to: act.appliance,
    what: `command:${definition.words.join(' ')}`,
    leaves: CONNECTS.has(act.command) ? 'connection-lines' : 'one-audit-line',
    ...connectionOf(act, context),
  });
  const printed = told.text === '' ? null : readPrinted(check, act, told.text, context);
  if (told.ok && printed !== null) return printed;
  const answers = told.problem?.code === END_ANSWERS[act.command] && !context.signal.aborted;
  if (answers && printed?.answered.kind === 'command' && printed.answered.report.data !== null) return printed;
  return {
    ...brokenAnswer(check, REASONS[told.problem?.code ?? ''] ?? 'not-understood'),
    evidence: told.text === '' ? null : told.text,
  };
};
