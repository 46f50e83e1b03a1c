import { lstat, readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { type Recognition, recognise } from '../core/asyncos';
import { captureFormat } from '../core/capture';
import { isMachine } from '../core/checks';
import type { Appliance, Problem, Site } from '../core/model';
import { problem } from '../core/model';
import { readHead } from '../disk';
import { captureOwner } from './capture-owner';

/** How much of a file is looked at to say what it is, and how many files of a heap are looked at. */
const HEAD = 256 * 1024;
const MOST_FILES = 5000;

export interface Offered {
  readonly name: string;
  readonly path: string;
  /** The beginning of it, as text. */
  readonly text: string;
  /** The beginning of it as it came, where it may be no text. */
  readonly bytes?: Uint8Array;
  /** Said by the engineer, who dropped it on this appliance. */
  readonly appliance: string | null;
}

export interface Taken {
  readonly site: Site;
  readonly kind: string;
  readonly command: string | null;
  readonly appliance: string | null;
  readonly problem: Problem | null;
}

const owner = (site: Site, offered: Offered, machine: string | null, role: 'esa' | 'sma' | null): Appliance | null => {
  const said = site.appliances.find((one) => one.name === offered.appliance);
  if (said) return said;
  const named = machine === null ? [] : site.appliances.filter((one) => isMachine(one, machine));
  if (named.length === 1) return named[0] ?? null;
  // One appliance of the role is enough to know whose it is; two are not.
  const ofRole = role === null || machine !== null ? [] : site.appliances.filter((one) => one.role === role);
  return ofRole.length === 1 ? (ofRole[0] ?? null) : null;
};

const withMaterial = (appliance: Appliance, kind: string, command: string | null, path: string): Appliance => {
  const { materials } = appliance;
  switch (kind) {
    case 'mail-log':
      return { ...appliance, materials: { ...materials, logs: [...materials.logs, path] } };
    case 'capture':
      return { ...appliance, materials: { ...materials, captures: [...materials.captures, path] } };
    case 'config':
      return { ...appliance, materials: { ...materials, config: path } };
    case 'cli':
      return {
        ...appliance,
        materials: { ...materials, cli: [...materials.cli, { command: command ?? '', file: path }] },
      };
    default:
      return { ...appliance, materials: { ...materials, transcripts: [...materials.transcripts, path] } };
  }
};

/** What a thing is: a packet capture by its first bytes, everything else by its text. */
export const recogniseMaterial = (name: string, text: string, bytes: Uint8Array | undefined): Recognition =>
  bytes !== undefined && captureFormat(bytes) !== null
    ? { kind: 'capture', command: null, appliance: null, role: null }
    : recognise(name, text);

const ownerOf = (site: Site, offered: Offered, { kind, appliance, role }: Recognition): Appliance | null => {
  const said = site.appliances.find((one) => one.name === offered.appliance);
  if (kind !== 'capture' || said !== undefined) return owner(site, offered, appliance, role);
  return offered.bytes === undefined ? null : captureOwner(site, offered.name, offered.bytes);
};

/** Says what a thing is and whose, and puts it to that appliance's materials; never in silence. */
export const offerMaterial = (site: Site, offered: Offered): Taken => {
  const recognised = recogniseMaterial(offered.name, offered.text, offered.bytes);
  const { kind, command } = recognised;
  const taken = { site, kind, command, appliance: null };
  if (kind === 'unknown' || kind === 'profile')
    return { ...taken, problem: problem('material-not-recognised', offered.name) };
  const whose = ownerOf(site, offered, recognised);
  if (whose === null) return { ...taken, problem: problem('material-whose', offered.name, { kind }) };
  const changed = withMaterial(whose, kind, command, offered.path);
  return {
    site: { ...site, appliances: site.appliances.map((one) => (one === whose ? changed : one)) },
    kind,
    command,
    appliance: whose.name,
    problem: null,
  };
};

/** A link inside a folder is not followed: it may lead anywhere, or back. */
const filesIn = async (path: string, left: number, inside = false): Promise<string[]> => {
  const known = await (inside ? lstat : stat)(path);
  if (known.isFile()) return [path];
  if (!known.isDirectory()) return [];
  const found: string[] = [];
  for (const name of (await readdir(path)).sort()) {
    if (found.length >= left) break;
    found.push(...(await filesIn(join(path, name), left - found.length, true)));
  }
  return found;
};

/** Sorts the heap of unsorted materials; what is not recognised or has no owner is said as a problem each. */
export const sortHeap = async (site: Site): Promise<{ site: Site; problems: Problem[] }> => {
  let sorted: Site = { ...site, materials: [] };
  const problems: Problem[] = [];
  for (const place of site.materials) {
    const files = await filesIn(place, MOST_FILES).catch(() => null);
    if (files === null) problems.push(problem('file-not-found', place));
    if (files?.length === MOST_FILES) problems.push(problem('heap-cut', place, { most: MOST_FILES }));
    for (const path of files ?? []) {
      const head = await readHead(path, HEAD);
      if (!head.ok) {
        problems.push(problem('file-not-readable', path, { detail: head.detail }));
        continue;
      }
      const taken = offerMaterial(sorted, {
        name: path,
        path,
        text: new TextDecoder('utf-8').decode(head.bytes),
        bytes: head.bytes,
        appliance: null,
      });
      sorted = taken.site;
      if (taken.problem) problems.push(taken.problem);
    }
  }
  return { site: sorted, problems };
};
