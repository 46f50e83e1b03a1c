import { randomBytes } from 'node:crypto';
import { CaseId } from '../core/model';

/** A folder name made from a case's name and day, with a part of chance: `acme-gmbh-20261124-3fa9`. */
export const newCaseId = (name: string, now: string): string => {
  const day = now.slice(0, 10).replaceAll(/\D/g, '');
  return [slugOf(name), day, randomBytes(2).toString('hex')].filter((part) => part !== '').join('-');
};

/** Small letters, digits and single dashes, at most forty; `case` where nothing of that is left. */
export const slugOf = (name: string): string => {
  const plain = name
    .normalize('NFKD')
    .replaceAll(/\p{M}/gu, '')
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '-')
    .replaceAll(/^-+|-+$/g, '')
    .slice(0, 40)
    .replace(/-+$/, '');
  return plain === '' ? 'case' : plain;
};

export const isCaseId = (text: string): boolean => CaseId.safeParse(text).success;
