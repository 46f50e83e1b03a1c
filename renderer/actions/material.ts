import { type Problem, problem } from '../../main/core/model';
import type { Recognised } from '../../preload/contract';
import { bridge } from '../bridge';
import { answered } from './reply';
import { importProfile } from './site';

/** The contract's bound on one piece of material. */
const LARGEST = 16 * 1024 * 1024;

export interface Offered {
  name: string;
  recognised: Recognised | 'profile' | null;
  problem: Problem | null;
}

type Encoding = 'text' | 'base64';

export const offerText = async (
  id: string,
  name: string,
  text: string,
  appliance: string | null,
  encoding: Encoding = 'text',
): Promise<Offered> => {
  const reply = await answered(bridge().material.offer({ id, name, appliance, text, encoding }));
  return reply.ok
    ? { name, recognised: reply.value, problem: null }
    : { name, recognised: null, problem: reply.problem };
};

const isProfile = (name: string) => /\.(ya?ml|json)$/i.test(name);

/** How much of a file is turned into letters at a time. */
const PIECE = 3 * 4096;

const base64Of = (bytes: Uint8Array): string => {
  const pieces: string[] = [];
  for (let at = 0; at < bytes.length; at += PIECE)
    pieces.push(btoa(String.fromCharCode(...bytes.subarray(at, at + PIECE))));
  return pieces.join('');
};

/** Text as text; what holds a NUL near its beginning, such as a packet capture, byte for byte. */
const contentOf = async (file: File): Promise<{ text: string; encoding: Encoding }> => {
  const bytes = new Uint8Array(await file.arrayBuffer());
  if (!bytes.subarray(0, 64).includes(0)) return { text: await file.text(), encoding: 'text' };
  return { text: base64Of(bytes), encoding: 'base64' };
};

/** Reads dropped files one after another: a profile becomes the site, everything else is offered as material. */
export const offerFiles = async (id: string, files: readonly File[]): Promise<Offered[]> => {
  const offered: Offered[] = [];
  for (const file of files) {
    if (file.size > LARGEST) {
      offered.push({ name: file.name, recognised: null, problem: problem('material-too-large', file.name) });
    } else if (isProfile(file.name)) {
      const failed = await importProfile(id, file.name, await file.text());
      offered.push({ name: file.name, recognised: failed === null ? 'profile' : null, problem: failed });
    } else {
      const { text, encoding } = await contentOf(file);
      offered.push(
        text.length > LARGEST
          ? { name: file.name, recognised: null, problem: problem('material-too-large', file.name) }
          : await offerText(id, file.name, text, null, encoding),
      );
    }
  }
  return offered;
};
