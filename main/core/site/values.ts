import ipaddr from 'ipaddr.js';
import { isApplianceName } from '../model/appliance-name';
import type { ProfileText, Spot } from './profile-text';

const HOST = /^[A-Za-z0-9](?:[A-Za-z0-9._-]*[A-Za-z0-9])?\.?$/;
const FINGERPRINT = /^SHA256:[A-Za-z0-9+/]{43}=?$/;

/** A host name or an address. */
export const hostOf = (spot: Spot | undefined, text: ProfileText): string | null => {
  const host = text.text(spot, 255);
  if (host === null || spot === undefined) return null;
  return HOST.test(host) || ipaddr.IPv6.isValid(host) ? host : text.impossible(spot, 'host', host);
};

/** An appliance's name. */
export const nameOf = (spot: Spot | undefined, text: ProfileText): string | null => {
  const name = text.text(spot, 64);
  if (name === null || spot === undefined) return null;
  return isApplianceName(name) ? name : text.impossible(spot, 'name', name);
};

/** The fingerprint as OpenSSH prints it: SHA-256 in base64, 43 characters. */
export const hostKeyOf = (spot: Spot | undefined, text: ProfileText): string | null => {
  const key = text.text(spot, 200);
  if (key === null || spot === undefined) return null;
  return FINGERPRINT.test(key) ? key.replace(/=$/, '') : text.impossible(spot, 'fingerprint', key);
};
