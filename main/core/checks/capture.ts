import { linesOf, newestFirst } from '../capture';
import { CaptureReport, type Reason } from '../model';
import { eachAppliance } from './appliance-targets';
import { broken, check, type SeenLine } from './check';

const MOST_LINES = 200;
/** A case is read as a whole; of more connections the newest of each pair and those that failed come first. */
const MOST_CONNECTIONS = 200;

/** What did the appliance's own packets show of its quarantine connections? Never made by us: the engineer hands it in. */
export const capture = check({
  id: 'capture',
  by: 'capture',
  command: null,
  roles: ['esa', 'sma'],
  needs: ['interfaces', 'configuration'],
  seconds: 5,
  connections: 0,
  leaves: 0,
  limitMs: 180_000,
  data: CaptureReport,
  targets: eachAppliance(['esa', 'sma']),
  live: () => null,
  read(answered) {
    if (answered.kind !== 'capture') return broken(answered);
    const connections = newestFirst(answered.report);
    const kept = new Set(connections.slice(0, MOST_CONNECTIONS));
    const inOrder = answered.report.connections.filter((one) => kept.has(one));
    const unlisted = answered.report.unlisted + connections.length - inOrder.length;
    const data = { ...answered.report, connections: inOrder, unlisted };
    const lines = [...kept].flatMap(linesOf).slice(0, MOST_LINES).map(asSeen);
    if (connections.length === 0) return { outcome: 'could-not-tell', reason: 'no-material', data, lines };
    const reason = reasonOf(data);
    return { outcome: reason === null ? 'passed' : 'failed', reason, data, lines };
  },
});

const asSeen = ({ frame, text, at }: ReturnType<typeof linesOf>[number]): SeenLine => ({ line: frame, text, at });

/** A connection that failed or that nobody could vouch for. */
const reasonOf = ({ connections }: CaptureReport): Reason | null =>
  connections.some((one) => one.failure !== null || one.negotiated?.anonymous === true || one.outcome === 'plaintext')
    ? 'fault-seen'
    : null;
