import type { Role } from '../../model';
import { command, type Reading } from '../command';
import { roleOfModel } from '../prompt-line';
import { ownMachine, switchMode } from '../prompts';
import { readBy } from '../sift';

export interface Version {
  readonly product: string | null;
  readonly model: string | null;
  readonly version: string | null;
  readonly role: Role | null;
  readonly serial: string | null;
  readonly installed: string | null;
}

// `Product: Cisco M600V Secure Email and Web Manager` (sample version-sma15.txt): the words change, the model stays.
const modelIn = (product: string | null): string | null =>
  /\bCisco ([A-Z]\d+[A-Z]?)\b/.exec(product ?? '')?.[1] ?? null;

const readVersion = (text: string): Reading<Version> => {
  const fields = new Map<string, string>();
  const take = (found: RegExpExecArray) => fields.set((found[1] ?? '').toLowerCase(), (found[2] ?? '').trim());
  const value = (key: string) => fields.get(key) ?? null;
  return readBy(
    text,
    () => [
      { test: /^Current Version$/i },
      { test: /^=+$/ },
      { test: /^([A-Za-z][A-Za-z0-9 ().&#/-]{0,40}?) ?: ?(.*)$/, take },
    ],
    () => {
      if (value('version') === null && value('model') === null && value('product') === null) return null;
      const model = value('model') ?? modelIn(value('product'));
      return {
        product: value('product'),
        model,
        version: value('version'),
        role: roleOfModel(model),
        serial: value('serial #') ?? value('serial number'),
        installed: value('install date'),
      };
    },
  );
};

/** Model and AsyncOS version: they decide the role and how a cipher list is expanded. */
export const version = command({
  name: 'version',
  words: ['version'],
  arguments: [],
  on: ['esa', 'sma'],
  prompts: [switchMode, ownMachine],
  deadlineMs: 20_000,
  pasteable: true,
  harmless: 'prints product, model, version and serial number',
  source: 'CLI test library (SMA 13.8); a real SMA 15.0',
  sample: 'version-sma15.txt',
  read: readVersion,
});
