export { Credentials, type LoginAttempt, type Offer, type Withheld } from './actors/credentials';
export { type Logins, loginsOf } from './actors/logins';
export { wrongAppliance } from './actors/wrong-appliance';
export { runCase } from './run-case';
export { stillPresent } from './still-present';
export { type WatchInput, type WatchOutcome, watchSite } from './watch';
export type { RunInput, RunOutcome } from './world';
