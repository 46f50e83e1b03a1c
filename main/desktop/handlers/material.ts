import { join } from 'node:path';
import type { z } from 'zod';
import type { Handlers, Material, Recognised } from '../../../preload/contract';
import { readCommand, readTranscript, splitTranscript } from '../../core/asyncos';
import { CaptureReader } from '../../core/capture';
import { bad, good, type Result } from '../../core/model';
import { offerMaterial, type Taken } from '../../run/intake';
import type { CaseSession } from '../case-session';
import type { Desk } from '../desk';

type Offered = z.infer<typeof Material>;

/** A name that every disk can store; what it said before stands in the list of materials by its content. */
const fileName = (name: string): string => {
  const kept = name.replace(/[^\w.-]+/g, '_').replace(/^[._]+|[. ]+$/g, '');
  return kept === '' ? 'pasted.txt' : kept.slice(-100);
};

const lineCount = (text: string): number => text.split('\n').filter((line) => line.trim() !== '').length;

/** The packets of quarantine connections, and the others. */
const packetsOf = (bytes: Uint8Array): Pick<Recognised, 'understood' | 'unrecognised'> => {
  const reader = new CaptureReader({ file: '', ports: [] });
  reader.take(bytes);
  const { packets, skipped } = reader.finish();
  const unrecognised = skipped.reduce((sum, one) => sum + one.packets, 0);
  return { understood: packets - unrecognised, unrecognised };
};

/** How much of it was understood: lines of a command's output, parts of a capture, else all of its lines. */
const understoodOf = (
  { kind, command }: Taken,
  text: string,
  bytes: Uint8Array,
): Pick<Recognised, 'understood' | 'unrecognised' | 'parts'> => {
  if (kind === 'capture') return packetsOf(bytes);
  const lines = lineCount(text);
  if (kind === 'cli' && command !== null) {
    const unrecognised = readCommand(command, text).unrecognised.length;
    return { understood: Math.max(0, lines - unrecognised), unrecognised };
  }
  if (kind !== 'transcript') return { understood: lines, unrecognised: 0 };
  const typed = splitTranscript(text).parts.map((one) => one.command);
  const { parts, unrecognised } = readTranscript(text);
  const read = parts.map(({ data }, at) => ({ command: typed[at] ?? '', read: data !== null }));
  return { understood: parts.length, unrecognised: unrecognised.length, parts: read };
};

/** The text is kept as evidence first said whose it is; what nobody owns is refused with the reason, and not kept. */
const take = async (desk: Desk, session: CaseSession, offered: Offered): Promise<Result<Recognised>> => {
  const { name, appliance, encoding = 'text' } = offered;
  const bytes = Buffer.from(offered.text, encoding === 'text' ? 'utf8' : 'base64');
  const text = encoding === 'text' ? offered.text : bytes.toString('utf8');
  const { site, id } = session.record;
  const first = offerMaterial(site, { name, path: name, text, bytes, appliance });
  if (first.problem !== null) return bad(first.problem);
  const kept = await desk.rooms.store.putEvidence(id, `evidence/materials/${fileName(name)}`, bytes);
  if (!kept.ok) return kept;
  const path = join(desk.rooms.store.folder(id), kept.value);
  const changed = await session.change((record) => ({
    ...record,
    site: offerMaterial(record.site, { name, path, text, bytes, appliance }).site,
  }));
  if (!changed.ok) return changed;
  return good({
    kind: first.kind,
    command: first.command,
    appliance: first.appliance,
    ...understoodOf(first, text, bytes),
  });
};

export const materialHandlers = (desk: Desk): Handlers['material'] => ({
  offer: (offered) => desk.on(offered.id, (session) => take(desk, session, offered)),
});
