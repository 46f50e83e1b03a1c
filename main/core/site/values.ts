import ipaddr from 'ipaddr.js';
import { LAPTOP } from '../model';
import type { ProfileText, Spot } from './profile-text';

const HOST = /^[A-Za-z0-9](?:[A-Za-z0-9._-]*[A-Za-z0-9])?\.?$/;
/** Letters that part the names of steps and places. */
const PARTS = /[:@>/\\]/;
const FINGERPRINT = /^SHA256:[A-Za-z0-9+/]{43}=?$/;

/** A host name or an address. */
export const hostOf = (spot: Spot | undefined, text: ProfileText): string | null => {
  const host = text.text(spot, 255);
  if (host === null || spot === undefined) return null;
  return HOST.test(host) || ipaddr.IPv6.isValid(host) ? host : text.impossible(spot, 'host', host);
};

/** An appliance's name: free, but `laptop` is the vantage point of this machine, and some letters part names. */
export const nameOf = (spot: Spot | undefined, text: ProfileText): string | null => {
  const name = text.text(spot, 64);
  if (name === null || spot === undefined) return null;
  return PARTS.test(name) || name.toLowerCase() === LAPTOP ? text.impossible(spot, 'name', name) : name;
};

/** The fingerprint as OpenSSH prints it: SHA-256 in base64, 43 characters. */
export const hostKeyOf = (spot: Spot | undefined, text: ProfileText): string | null => {
  const key = text.text(spot, 200);
  if (key === null || spot === undefined) return null;
  return FINGERPRINT.test(key) ? key.replace(/=$/, '') : text.impossible(spot, 'fingerprint', key);
};
