import type { Block, Field } from './elements';
import type { Level } from './levels';
import { isWrapped, portOf } from './settings';

/** What one level says about centralised quarantines. Its element names are not sourced, so each value has its place. */
export interface QuarantineSetting {
  readonly level: Level;
  readonly enabled: boolean | null;
  readonly interface: string | null;
  readonly port: number | null;
  readonly line: number;
}

/** Names that can only mean the policy quarantine come before the bare word. */
const SPECIFIC = /cpq|pvo|centrali[sz]ed|policy_quarantine/i;
const PORT = /(?:^|_)port$/i;
const OTHER_PORT = /ssh|http|ftp|support/i;
const TRUE = /^(?:1|yes|true|on|enabled)$/i;
const FALSE = /^(?:0|no|false|off|disabled)$/i;

const booleanOf = (text: string): boolean | null => (TRUE.test(text) ? true : FALSE.test(text) ? false : null);

const specificFirst = (left: Field, right: Field): number =>
  Number(SPECIFIC.test(right.path)) - Number(SPECIFIC.test(left.path));

const named = (fields: readonly Field[], name: RegExp, value: (text: string) => boolean): Field | undefined =>
  fields.filter((one) => name.test(one.name) && value(one.text)).toSorted(specificFirst)[0];

const settingOf = (
  level: Level,
  fields: readonly Field[],
  interfaces: ReadonlySet<string>,
): QuarantineSetting | null => {
  const enabled = named(fields, /enabled?/i, (text) => booleanOf(text) !== null);
  const bound = named(fields, /interface/i, (text) => text !== '') ?? fields.find((one) => interfaces.has(one.text));
  const port = named(
    fields.filter((one) => !OTHER_PORT.test(one.name)),
    PORT,
    (text) => portOf(text) !== null,
  );
  const line = (bound ?? port ?? enabled)?.line;
  if (line === undefined) return null;
  return {
    level,
    enabled: enabled ? booleanOf(enabled.text) : null,
    interface: bound?.text ?? null,
    port: port ? portOf(port.text) : null,
    line,
  };
};

/** The settings by level, from every element whose name sounds like the policy quarantine. */
export const quarantineSettings = (
  blocks: readonly Block[],
  interfaces: ReadonlySet<string>,
): readonly QuarantineSetting[] => {
  const levels = [...new Set(blocks.map((one) => one.level))];
  return levels.flatMap((level) => {
    const fields = blocks
      .filter((one) => one.level === level)
      .flatMap((one) => one.fields)
      .filter((one) => !isWrapped(one));
    const specific = fields.filter((one) => SPECIFIC.test(one.path));
    return settingOf(level, specific.length > 0 ? specific : fields, interfaces) ?? [];
  });
};
