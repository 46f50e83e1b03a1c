import { splitTranscript } from './transcript';

/** What a text says of the machine that it comes from, beside its name. */
export interface Signs {
  /** Machines whose prompts stand in it, in their order; null for a prompt that names none. */
  readonly machines: readonly (string | null)[];
  /** Its own serial numbers: of `version`, of an export's first comment, of a log's header. */
  readonly serials: readonly string[];
  /** Its own addresses: of `interfaceconfig`, and the near end of its own connections in a log. */
  readonly addresses: readonly string[];
  /** Serial numbers of other machines, as a cluster's list tells them. */
  readonly members: readonly { readonly machine: string; readonly serial: string }[];
}

// `Serial #: 000C29-…` (version), `Serial Number: BE59…` (export), `Version: 15.0.1 SN: 420A…` (log header).
const SERIAL = /(?:^[ \t]*Serial (?:#|Number): ?|\bVersion: \S+ SN: )([0-9A-Fa-f]+-[0-9A-Za-z]+)/gm;
const MEMBER = /^\s*Machine (\S+)\s+\(Serial #: ([0-9A-Fa-f]+-[0-9A-Za-z]+)\)/gm;
// `1. Data 1 (192.0.2.11/24 on Data1: …)`, `New SMTP DCID 7 interface 192.0.2.10 address 192.0.2.20 port 7025`,
// `New SMTP ICID 7 interface Management (192.0.2.10) address …`: the interface is the appliance's own.
const ADDRESS =
  /(?:^\s*\d+[.)] .{1,80} \(|\bNew SMTP DCID \d+ interface |\bNew SMTP ICID \d+ interface .{1,80} \()(\d{1,3}(?:\.\d{1,3}){3})\b/gm;

const all = (text: string, pattern: RegExp): string[] => [
  ...new Set([...text.matchAll(pattern)].map((found) => found[1] ?? '')),
];

/** Reads the signs of a text; never fails, and finds none where there are none. */
export const signsIn = (text: string): Signs => ({
  machines: [...new Set(splitTranscript(text).parts.map((one) => one.appliance))],
  serials: all(text, SERIAL),
  addresses: all(text, ADDRESS),
  members: [...text.matchAll(MEMBER)].map(([, machine = '', serial = '']) => ({ machine, serial })),
});
