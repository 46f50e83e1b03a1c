import { mood } from './mood';

/** The passphrase has expired: no prompt without a new one (asyncos-cli.md section 1). */
export const passphraseExpired = mood({ name: 'passphrase-expired', opening: 'passphrase-expired' });
