import { bridge } from '../bridge';
import { answered } from './reply';

export const previewBundle = (id: string, pseudonymise: boolean) =>
  answered(bridge().bundle.preview({ id, pseudonymise }));

/** Main asks for the place, writes, reads back and checks. */
export const makeBundle = (id: string, pseudonymise: boolean) => answered(bridge().bundle.make({ id, pseudonymise }));
