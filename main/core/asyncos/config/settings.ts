import ipaddr from 'ipaddr.js';
import type { ConfigReport } from '../../model';
import { prefixOf } from '../netmask';
import type { Block, Field } from './elements';
import type { Level } from './levels';

type Report<K extends 'interfaces' | 'listeners' | 'logs'> = ConfigReport[K][number];
export interface Listener {
  readonly level: Level;
  readonly report: Report<'listeners'>;
  readonly line: number;
}
export interface CipherList {
  readonly level: Level;
  readonly which: 'inbound' | 'outbound';
  readonly list: string;
  readonly line: number;
}

export const place = (line: number): string => `line ${line}`;

/** A terminal's width may have broken a value: it is then unknown, never put together. */
export const isWrapped = (field: Field): boolean => field.text.includes('\n');

export const textOf = (block: Block, ...names: readonly string[]): string | null => {
  const field = block.fields.find((one) => names.includes(one.name));
  return field === undefined || isWrapped(field) ? null : field.text;
};

/** A port number, or null for anything that is none. */
export const portOf = (text: string | null): number | null => {
  const port = text !== null && /^\d{1,5}$/.test(text) ? Number(text) : 0;
  return port >= 1 && port <= 65_535 ? port : null;
};

/** IPv6 stands in `ip`, or in an element whose name is not sourced: any child that is an address counts. */
const addressOf = (block: Block): string | null =>
  textOf(block, 'ip') || (block.fields.find((one) => ipaddr.IPv6.isValid(one.text.split('/')[0] ?? ''))?.text ?? null);

const machineOf = (level: Level): string | null => (level.kind === 'machine' ? level.name : null);

/** `interfaces/interface`; `sshd_port` exists only where SSH is on. Source: two real exports (samples sma-15.xml). */
export const interfaceOf = (block: Block): Report<'interfaces'> => ({
  machine: machineOf(block.level),
  name: textOf(block, 'interface_name') ?? '',
  address: addressOf(block)?.split('/')[0] ?? null,
  prefix: prefixOf(textOf(block, 'netmask') ?? addressOf(block)?.split('/')[1]),
  ssh: portOf(textOf(block, 'sshd_port')),
  hostname: textOf(block, 'interface_hostname'),
  at: place(block.fields.find((one) => one.name === 'interface_name')?.line ?? block.line),
});

const BINDINGS = ['interface_name', 'interface', 'ip_interface', 'injector_interface'];

/**
 * `listeners/listener`. The element that names the interface is not sourced: a candidate, or any child whose text is the
 * name of an interface.
 */
export const listenerOf = (block: Block, interfaces: ReadonlySet<string>): Listener => {
  const name = textOf(block, 'listener_name', 'name') ?? '';
  const bound =
    block.fields.find((one) => BINDINGS.includes(one.name) && interfaces.has(one.text)) ??
    block.fields.find((one) => !/(?:^|_)name$|^type$/.test(one.name) && interfaces.has(one.text)) ??
    block.fields.find((one) => BINDINGS.includes(one.name) && one.text !== '');
  const report = {
    name,
    hidden: /^(?:cpq|euq)_listener$/.test(name),
    machine: machineOf(block.level),
    interface: bound?.text ?? null,
    port: portOf(textOf(block, 'port')),
    at: place(block.fields.find((one) => one.name === 'port')?.line ?? block.line),
  };
  return { level: block.level, report, line: block.line };
};

/** `ssl/ssl_inbound_ciphers` and `ssl_outbound_ciphers`; an empty element counts as set. Paths: configlook. */
export const cipherListsOf = (block: Block): readonly CipherList[] =>
  block.fields.flatMap((one) => {
    const which = /^ssl_(inbound|outbound)_ciphers?$/.exec(one.name)?.[1];
    if ((which !== 'inbound' && which !== 'outbound') || isWrapped(one)) return [];
    return [{ level: block.level, which, list: one.text, line: one.line }];
  });

/** `log_subscriptions/log_text`; the level is a number or a word. */
export const logOf = (block: Block): Report<'logs'> => {
  const level = textOf(block, 'log_level');
  return { name: textOf(block, 'name') ?? '', level: level !== null && /^\d+$/.test(level) ? Number(level) : level };
};
