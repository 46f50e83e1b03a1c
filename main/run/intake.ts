import { lstat, readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { type Recognition, recognise, signsIn } from '../core/asyncos';
import { captureFormat } from '../core/capture';
import { isMachine } from '../core/checks';
import type { Appliance, Problem, Site } from '../core/model';
import { problem } from '../core/model';
import { readBounded, readHead } from '../disk';
import { captureOwner } from './capture-owner';
import { type Serials, textOwner } from './text-owner';

/** How much of a file is looked at to say what it is, and how many files of a heap are looked at. */
const HEAD = 256 * 1024;
const MOST_FILES = 5000;
/** A terminal capture is looked at whole. */
const WHOLE = 64 * 1024 * 1024;

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
      // Output of a command that no reader knows by name is searched as a capture is.
      if (command === null)
        return { ...appliance, materials: { ...materials, transcripts: [...materials.transcripts, path] } };
      return {
        ...appliance,
        materials: { ...materials, cli: [...materials.cli, { command, file: path }] },
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

const ownerOf = (site: Site, offered: Offered, recognised: Recognition, serials: Serials): Appliance | null => {
  const said = site.appliances.find((one) => one.name === offered.appliance);
  if (said !== undefined) return said;
  if (recognised.kind !== 'capture') return textOwner(site, recognised, offered.text, serials);
  return offered.bytes === undefined ? null : captureOwner(site, offered.name, offered.bytes);
};

/**
 * Says what a thing is and whose, and puts it to that appliance's materials; never in silence. `serials` is what other
 * files told of serial numbers.
 */
export const offerMaterial = (site: Site, offered: Offered, serials: Serials = new Map()): Taken => {
  const recognised = recogniseMaterial(offered.name, offered.text, offered.bytes);
  const { kind, command } = recognised;
  const taken = { site, kind, command, appliance: null };
  if (kind === 'unknown' || kind === 'profile')
    return { ...taken, problem: problem('material-not-recognised', offered.name) };
  const whose = ownerOf(site, offered, recognised, serials);
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

/** The beginning of a file, and of a text that fills it the rest as well: prompts of other machines may stand there. */
const lookInto = async (path: string): Promise<Offered | Problem> => {
  const head = await readHead(path, HEAD);
  if (!head.ok) return problem('file-not-readable', path, { detail: head.detail });
  const text = new TextDecoder('utf-8').decode(head.bytes);
  const offered = { name: path, path, text, bytes: head.bytes, appliance: null };
  if (head.bytes.length < HEAD || recogniseMaterial(path, text, head.bytes).kind !== 'transcript') return offered;
  const whole = await readBounded(path, WHOLE);
  return whole.ok ? { ...offered, text: new TextDecoder('utf-8').decode(whole.bytes) } : offered;
};

/** One heap under way: what is taken, what is told, and what only a serial number may still assign. */
class Heap {
  readonly problems: Problem[] = [];
  private readonly open: { readonly offered: Offered; readonly problem: Problem }[] = [];
  private readonly serials = new Map<string, string>();

  constructor(public site: Site) {}

  private learn({ text }: Offered, appliance: string): void {
    const { machines, serials, members } = signsIn(text);
    if (machines.length < 2 && serials.length === 1) this.serials.set(serials[0] ?? '', appliance);
    for (const { machine, serial } of members) {
      const [member, ...others] = this.site.appliances.filter((one) => isMachine(one, machine));
      if (member !== undefined && others.length === 0) this.serials.set(serial, member.name);
    }
  }

  take(offered: Offered): void {
    const taken = offerMaterial(this.site, offered, this.serials);
    this.site = taken.site;
    if (taken.appliance !== null) this.learn(offered, taken.appliance);
    if (taken.problem?.code === 'material-whose') this.open.push({ offered, problem: taken.problem });
    else if (taken.problem) this.problems.push(taken.problem);
  }

  /** Once more for what had no owner: by now other files may have told whose a serial number is. */
  settle(): void {
    for (const { offered, problem: asked } of this.open) {
      const taken = offerMaterial(this.site, offered, this.serials);
      this.site = taken.site;
      if (taken.problem) this.problems.push(asked);
    }
  }
}

/** Sorts the heap of unsorted materials; what is not recognised or has no owner is said as a problem each. */
export const sortHeap = async (site: Site): Promise<{ site: Site; problems: Problem[] }> => {
  const heap = new Heap({ ...site, materials: [] });
  for (const place of site.materials) {
    const files = await filesIn(place, MOST_FILES).catch(() => null);
    if (files === null) heap.problems.push(problem('file-not-found', place));
    if (files?.length === MOST_FILES) heap.problems.push(problem('heap-cut', place, { most: MOST_FILES }));
    for (const path of files ?? []) {
      const offered = await lookInto(path);
      if ('code' in offered) heap.problems.push(offered);
      else heap.take(offered);
    }
  }
  heap.settle();
  return { site: heap.site, problems: heap.problems };
};
