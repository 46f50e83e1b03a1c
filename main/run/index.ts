export { Credentials, type LoginAttempt, type Offer } from './actors/credentials';
export { wrongAppliance } from './actors/wrong-appliance';
export { runCase } from './run-case';
export { stillPresent } from './still-present';
export type { RunInput, RunOutcome } from './world';
