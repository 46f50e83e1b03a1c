import { commandStamp } from '../story/stamp';
import { columns, count } from './columns';
import { type Command, choose, type Scene, say } from './turn';

interface Row {
  readonly host: string;
  readonly down: boolean;
  readonly active: number;
  readonly out: number;
  readonly delivered: number;
  readonly soft: number;
  readonly hard: number;
}

const ORDERS = ['active', 'out', 'delivered', 'hard', 'soft'] as const;
const BATCH: Readonly<Record<string, (typeof ORDERS)[number]>> = { active_rcpts: 'active' };

/** `tophosts` with its question, or at once with `active_rcpts`; samples tophosts-*, TechNote 215929. */
export const tophosts: Command = (scene, words) => {
  const [word] = words;
  if (word === undefined)
    return choose(QUESTION, ORDERS.length, 1, (item) => say(table(scene, ORDERS[item - 1] ?? 'active')));
  const order = BATCH[word];
  return order ? say(table(scene, order)) : say('Invalid arguments when processing: tophosts\n');
};

const QUESTION = `
Sort results by:

1. Active Recipients
2. Connections Out
3. Delivered Recipients
4. Hard Bounced Recipients
5. Soft Bounced Events
`;

const table = (scene: Scene, order: (typeof ORDERS)[number]): string => {
  const rows = [...rowsOf(scene)].sort((one, other) => other[order] - one[order]);
  return [
    '',
    `Status as of:                   ${commandStamp(scene.at)}`,
    "Hosts marked with '*' were down as of the last delivery attempt.",
    '',
    '                               Active  Conn.     Deliv.       Soft       Hard',
    '#   Recipient Host             Recip.    Out     Recip.    Bounced    Bounced',
    '',
    ...rows.map(line),
    '',
    '',
  ].join('\n');
};

const line = (row: Row, at: number): string =>
  columns(`${`${at + 1}${row.down ? '*' : ''}`.padEnd(4)}${row.host}`, [
    [count(row.active), 37],
    [count(row.out), 44],
    [count(row.delivered), 55],
    [count(row.soft), 66],
    [count(row.hard), 77],
  ]);

const idle = (host: string): Row => ({ host, down: false, active: 0, out: 0, delivered: 0, soft: 0, hard: 0 });

const rowsOf = ({ story, appliance }: Scene): readonly Row[] => {
  const desk = story.desks[appliance.name];
  if (!desk) return [];
  const pseudo = {
    ...idle(appliance.role === 'esa' ? 'the.cpq.host' : 'the.cpq.release.host'),
    down: desk.down.size > 0,
    active: desk.waiting.length,
    delivered: 400 + desk.delivered,
    soft: desk.softBounced,
    hard: desk.hardBounced,
  };
  if (appliance.role === 'sma') return [pseudo, idle('the.euq.release.queue')];
  const partner = { ...idle('corp.example.com'), delivered: 58_000 + desk.passedOn };
  return [
    ...(appliance.centralised ? [pseudo] : []),
    partner,
    idle('the.encryption.queue'),
    idle('the.euq.queue'),
    idle('the.euq.release.queue'),
  ];
};
