import { systemStatusOf } from '../model';
import type { Desk } from '../story/desk';
import { commandStamp } from '../story/stamp';
import { columns, count } from './columns';
import { type Command, type Scene, say } from './turn';

/** Days since the appliances were started. */
const UP_DAYS = 3;
const DAY = 86_400_000;
/** Counters before the story began. */
const EARLIER = { received: 62_049, delivered: 58_420, softBounced: 12 };

const counter = (label: string, lifetime: number, uptime: number): string =>
  columns(label, [
    [count(lifetime), 40],
    [count(uptime), 56],
    [count(lifetime), 72],
  ]);
const identifier = (label: string, value: number): string => columns(label, [[String(value), 74]]);
const gauge = (label: string, value: number, unit = ''): string => `${columns(label, [[count(value), 40]])}${unit}`;

/** `status` and `status detail`; labels of qa-esa, layout of the samples. */
export const status: Command = (scene, words) => {
  if (words.length > 1 || (words[0] ?? 'detail') !== 'detail')
    return say('Invalid arguments when processing: status\n');
  return say(text(scene, words[0] === 'detail'));
};

const text = (scene: Scene, detail: boolean): string => {
  const desk = scene.story.desks[scene.appliance.name];
  if (!desk) return "Couldn't obtain mail stats\n";
  const opening = detail ? [''] : ['', 'Enter "status detail" for more information.', ''];
  const parts = [...opening, ...head(scene, desk), '', ...counters(desk), ''];
  return [...parts, ...(detail ? [...rates(), ''] : []), ...gauges(desk, detail), '', ''].join('\n');
};

const head = ({ appliance, at }: Scene, desk: Desk): string[] => [
  `Status as of:                  ${commandStamp(at)}`,
  `Up since:                      ${commandStamp(at - UP_DAYS * DAY)} (${UP_DAYS}d 0h 0m 0s)`,
  'Last counter reset:            Never',
  `System status:                 ${systemStatusOf(appliance)}`,
  `Oldest Message:                ${oldest(desk, at)}`,
];

const oldest = (desk: Desk, at: number): string => {
  const [first] = desk.waiting;
  if (!first) return 'No Messages';
  const seconds = Math.max(0, Math.floor((at - first.at) / 1000));
  return `${Math.floor(seconds / 60)} mins ${seconds % 60} secs`;
};

const counters = (desk: Desk): string[] => {
  const received = EARLIER.received + desk.received;
  const delivered = EARLIER.delivered + desk.delivered + desk.passedOn;
  const soft = EARLIER.softBounced + desk.softBounced;
  return [
    columns('Counters:', [
      ['Reset', 42],
      ['Uptime', 58],
      ['Lifetime', 72],
    ]),
    '  Receiving',
    counter('    Messages Received', received, desk.received),
    counter('    Recipients Received', received, desk.received),
    counter('    Gen. Bounce Recipients', 3, 0),
    '  Rejection',
    counter('    Rejected Recipients', 3949, 0),
    counter('    Dropped Messages', 17, 0),
    '  Queue',
    counter('    Soft Bounced Events', soft, desk.softBounced),
    '  Completion',
    counter('    Completed Recipients', delivered, desk.delivered + desk.passedOn),
    counter('      Hard Bounced Recipients', 0, 0),
    counter('      Delivered Recipients', delivered, desk.delivered + desk.passedOn),
    counter('      Deleted Recipients', 0, 0),
    '  Current IDs',
    identifier('    Message ID (MID)', desk.mid),
    identifier('    Injection Conn. ID (ICID)', desk.icid),
    identifier('    Delivery Conn. ID (DCID)', desk.dcid),
  ];
};

const rates = (): string[] => [
  'Rates (Events Per Hour):          1-Minute       5-Minutes      15-Minutes',
  '  Receiving',
  counter('    Messages Received', 60, 36),
  counter('    Recipients Received', 60, 36),
];

const gauges = (desk: Desk, detail: boolean): string[] => [
  'Gauges:                           Current',
  ...(detail ? systemGauges : []),
  '  Connections',
  gauge('    Current Inbound Conn.', 0),
  gauge('    Current Outbound Conn.', 0),
  '  Queue',
  gauge('    Active Recipients', desk.waiting.length),
  ...(detail ? attemptGauges(desk) : []),
  gauge('    Messages In Work Queue', 0),
  ...(detail ? [gauge('    Destinations In Memory', 4)] : []),
  gauge('    Kilobytes Used', Math.ceil(desk.waiting.reduce((sum, one) => sum + one.bytes, 0) / 1024)),
  gauge('    Kilobytes Free', 8_386_635),
  '  Quarantine',
  '    Messages In Quarantine',
  gauge('      Policy, Virus and Outbreak', desk.held.length),
  '    Kilobytes In Quarantine',
  gauge('      Policy, Virus and Outbreak', Math.ceil(desk.held.reduce((sum, one) => sum + one.bytes, 0) / 1024)),
];

const attemptGauges = (desk: Desk): string[] => {
  const tried = desk.waiting.filter((one) => one.attempts > 0).length;
  return [
    gauge('      Unattempted Recipients', desk.waiting.length - tried),
    gauge('      Attempted Recipients', tried),
  ];
};

const systemGauges = [
  '  System',
  gauge('    RAM Utilization', 5, '%'),
  gauge('    Overall CPU load average', 7, '%'),
  gauge('      MGA', 2, '%'),
  gauge('      CASE', 1, '%'),
  gauge('      AntiVirus', 0, '%'),
  gauge('    Disk I/O Utilization', 0, '%'),
  gauge('    Resource Conservation', 0),
  gauge('    Logging Disk Usage', 9, '%'),
  gauge('    Logging Disk Available', 18, 'G'),
];
