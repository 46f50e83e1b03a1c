import { bridge } from '../bridge';
import { answered } from './reply';

/** The method of procedure for the confirmed causes, or for those that are named. */
export const readChangePlan = (id: string, causes: readonly string[]) =>
  answered(bridge().changePlan.read({ id, causes: [...causes] }));

/** Main asks for the place and writes it as text. */
export const saveChangePlan = (id: string, causes: readonly string[]) =>
  answered(bridge().changePlan.save({ id, causes: [...causes] }));
