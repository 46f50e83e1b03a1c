import { loadavg } from 'node:os';
import { startRelay } from '../support/delay-relay';
import { startFront } from '../support/starttls-front';
import { startListeners } from './listeners';
import { question } from './question';
import { type Tool, take, tools } from './tools';

/** As AsyncOS greets, for which nmap has no name and asks on; and as Postfix does, which it knows at once. */
const greetings = ['ESMTP', 'ESMTP Postfix'];

type Figure = { readonly ms: number; readonly connections: number; readonly together: number; readonly pairs: number };

const median = (values: readonly number[]): number =>
  values.toSorted((a, b) => a - b)[values.length >> 1] ?? Number.NaN;

type Scene = { readonly servers: readonly number[]; readonly greets: string; readonly roundTripMs: number };

type Way = { readonly port: number; readonly close: () => Promise<void> };
const wayTo = async (port: number, roundTripMs: number): Promise<Way> =>
  roundTripMs === 0 ? { port, close: async () => undefined } : startRelay(port, roundTripMs);

/** One run of one tool, over a front and a relay of its own, so that the connections are its own; null: not here. */
const measure = async (tool: Tool, { servers, greets, roundTripMs }: Scene): Promise<Figure | null> => {
  const front = await startFront({ to: servers, greets });
  const way = await wayTo(front.port, roundTripMs);
  try {
    const { ms, output, ended } = await take(tool, way.port);
    const pairs = ended ? tool.pairs(output) : Number.NaN;
    return { ms: ended ? ms : Number.NaN, connections: front.accepted(), together: front.together(), pairs };
  } catch (error) {
    console.log(`${tool.name}: not here (${error instanceof Error ? error.message : String(error)})`);
    return null;
  } finally {
    await way.close();
    await front.close();
  }
};

type Figures = ReadonlyMap<string, readonly Figure[]>;

/** Rounds interleaved, so that a busy moment of the machine hits every tool. */
const measureAll = async (some: readonly Tool[], scene: Scene): Promise<Figures> => {
  const figures = new Map<string, Figure[]>(some.map(({ name }) => [name, []]));
  const roundsOf = (tool: Tool): number => tool.rounds[scene.roundTripMs === 0 ? 0 : 1];
  const most = Math.max(...some.map(roundsOf));
  for (let round = 0; round < most; round += 1)
    for (const tool of some.filter((one) => round < roundsOf(one))) {
      const figure = await measure(tool, scene);
      if (figure) figures.get(tool.name)?.push(figure);
    }
  return figures;
};

const rowOf = (name: string, some: readonly Figure[], ours: number): string => {
  const of = (key: keyof Figure): number => median(some.map((one) => one[key]));
  const cells = [
    `${Math.round(of('ms'))} ms`,
    Number.isNaN(ours) ? '' : `${(of('ms') / ours).toFixed(2)}×`,
    of('connections'),
    of('together'),
  ];
  return [name.padEnd(16), ...[...cells, of('pairs'), some.length].map((cell) => String(cell).padStart(13))].join('');
};

const print = (title: string, figures: Figures): void => {
  const ours = median((figures.get('cpq-doctor') ?? []).map((one) => one.ms));
  const load = loadavg().map((one) => one.toFixed(1));
  const heads = ['time', '÷ ours', 'connections', 'together', 'pairs', 'rounds'].map((head) => head.padStart(13));
  console.log(`\n${title}; load ${load.join(' ')}\n${'tool'.padEnd(16)}${heads.join('')}`);
  for (const [name, some] of figures) if (some.length > 0) console.log(rowOf(name, some, ours));
};

const optionOf = (args: readonly string[], option: string): string | undefined =>
  args.includes(option) ? args[args.indexOf(option) + 1] : undefined;

/**
 * `--only loopback`, `--only delay` or `--only question`; `--tools cpq-doctor,sslscan,nmap`. The greeting matters to
 * nmap alone, so the others are measured with the first one.
 */
export const main = async (args: readonly string[]): Promise<number> => {
  const only = optionOf(args, '--only');
  const wanted = optionOf(args, '--tools')?.split(',');
  const chosen = tools.filter(({ name }) => wanted?.includes(name) ?? true);
  const few = chosen.some(({ name }) => name === 'nmap')
    ? chosen.filter(({ name }) => name === 'nmap' || name === 'cpq-doctor')
    : [];
  const { ports: servers, stop } = await startListeners(4);
  try {
    for (const [name, roundTripMs] of [
      ['loopback', 0],
      ['delay', 50],
    ] as const)
      for (const [index, greets] of greetings.entries()) {
        const some = index === 0 ? chosen : few;
        if ((only ?? name) !== name || some.length === 0) continue;
        const figures = await measureAll(some, { servers, greets, roundTripMs });
        print(`Full inventory, round trip ${roundTripMs} ms, greeting "220 front.example.com ${greets}"`, figures);
      }
    if (only === undefined || only === 'question') console.log(await question(servers));
  } finally {
    await stop();
  }
  return 0;
};
