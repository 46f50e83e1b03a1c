import type { Entry } from './entry';
import { maybeGunzipped } from './inflate';
import { type Member, tarEvents } from './tar';
import type { Watch } from './watch';

type Open = (watch: Watch) => AsyncGenerator<Uint8Array>;

/** A tar stream cannot be entered in its middle: each member is reached from the beginning. */
async function* memberChunks(open: Open, wanted: number, watch: Watch): AsyncGenerator<Uint8Array> {
  let inside = false;
  for await (const event of tarEvents(open(watch))) {
    if (event.kind === 'piece' && inside) yield event.bytes;
    if (event.kind !== 'member') continue;
    if (inside) return;
    inside = event.index === wanted;
  }
}

const MEMBERS = 10_000;

/** The files in a tar archive, packed or not. Throws `archive-damaged` where the archive breaks off before any file. */
export const tarEntries = async (path: string, open: Open, watch: Watch): Promise<Entry[]> => {
  const members: Member[] = [];
  try {
    for await (const event of tarEvents(open(watch)))
      if (event.kind === 'member' && members.push(event.member) >= MEMBERS) break;
  } catch (error) {
    if (members.length === 0) throw error;
  }
  return members.map(({ name, bytes, modifiedAt }, index) => ({
    path: `${path}!${name}`,
    bytes,
    modifiedAt,
    chunks: (running) => maybeGunzipped(memberChunks(open, index, running)),
  }));
};
