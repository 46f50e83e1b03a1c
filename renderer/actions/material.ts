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

export const offerText = async (id: string, name: string, text: string, appliance: string | null): Promise<Offered> => {
  const reply = await answered(bridge().material.offer({ id, name, appliance, text }));
  return reply.ok
    ? { name, recognised: reply.value, problem: null }
    : { name, recognised: null, problem: reply.problem };
};

const isProfile = (name: string) => /\.(ya?ml|json)$/i.test(name);

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
      offered.push(await offerText(id, file.name, await file.text(), null));
    }
  }
  return offered;
};
