import {
  type Appliance,
  blankAppliance,
  blankSite,
  type Observation,
  type Site,
  type Step,
} from '../../main/core/model';
import { observation } from './observations';

/** An appliance that the assistant may log in to. */
export const live = (name: string, role: 'esa' | 'sma', last: number): Appliance => ({
  ...blankAppliance(name, role),
  host: `192.0.2.${last}`,
  user: 'admin',
  auth: { kind: 'password', password: { given: true } },
  quarantine: { interface: null, address: `192.0.2.${last}`, port: 7025 },
});

/** An appliance known by files only. */
export const offline = (name: string, role: 'esa' | 'sma', files: Partial<Appliance['materials']>): Appliance => ({
  ...blankAppliance(name, role),
  materials: { ...blankAppliance(name, role).materials, ...files },
});

export const site = (...appliances: readonly Appliance[]): Site => ({ ...blankSite(), appliances: [...appliances] });

/** One SMA and so many ESAs, all live. */
export const liveSite = (esas: number): Site =>
  site(
    ...Array.from({ length: esas }, (_, index) => live(`esa${index + 1}`, 'esa', 10 + index)),
    live('sma1', 'sma', 200),
  );

/** The observation that a step ended with. */
export const seenBy = (step: Step, data: unknown = null, rest: Partial<Observation> = {}): Observation =>
  observation(`o-${step.id}`, step.check, step.vantage, data, [], {
    step: step.id,
    subject: step.subject,
    peer: step.peer,
    flow: step.flow,
    how: step.how,
    ...rest,
  });
