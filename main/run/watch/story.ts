import { analyseText } from '../../core/logs';
import type { LogConnection, Role, WatchStory } from '../../core/model';

export interface Heard {
  readonly appliance: string;
  readonly role: Role;
  /** Lines of quarantine connections in the order they came, each once. */
  readonly lines: Set<string>;
}

/** Lines of quarantine connections that are kept for each appliance. */
const MOST = 5000;

export const hear = ({ lines }: Heard, text: string): void => {
  lines.delete(text);
  lines.add(text);
  const [oldest] = lines;
  if (lines.size > MOST && oldest !== undefined) lines.delete(oldest);
};

const isOf = (one: LogConnection, source: string, { kind, id }: Pick<LogConnection, 'kind' | 'id'>): boolean =>
  one.source === source && one.kind === kind && one.id === id;

/**
 * The story of one connection: the connection and its twin in the other appliance's log, by the rules of whole logs, and
 * the lines of both.
 */
export const storyOf = (
  heard: readonly Heard[],
  ports: readonly number[],
  at: { readonly appliance: string; readonly connection: Pick<LogConnection, 'kind' | 'id'> },
): WatchStory => {
  const parts = heard.map(({ appliance, lines }) => ({
    path: appliance,
    text: [...lines].map((line) => `${line}\n`).join(''),
  }));
  const report = analyseText(parts, { role: null, ports });
  const appliances = report.files.map(({ path }) => path);
  const own = report.connections.findLast((one) => isOf(one, at.appliance, at.connection));
  const twin = own?.twin
    ? report.connections.findLast((one) => own.twin !== null && isOf(one, own.twin.source, { ...one, id: own.twin.id }))
    : undefined;
  const connections = [own, twin].filter((one) => one !== undefined);
  const texts = new Map(parts.map(({ path, text }) => [path, text.split('\n')]));
  return {
    connections,
    causes: report.causes.filter((code) => report.grounds.some((one) => one.code === code && !one.history)),
    appliances,
    lines: connections.flatMap(({ lines }) =>
      lines.map(({ file, line }) => {
        const appliance = appliances[file] ?? '';
        return { appliance, line, text: texts.get(appliance)?.[line - 1] ?? '', says: null };
      }),
    ),
  };
};
