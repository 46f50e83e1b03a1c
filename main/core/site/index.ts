export { isApplianceName } from '../model/appliance-name';
export { discovered } from './discovered';
export { type Profile, type ProfileSecret, readProfile } from './read-profile';
export { writeProfile } from './write-profile';
