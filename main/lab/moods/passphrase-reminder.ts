import { mood } from './mood';

/** The passphrase will expire, and a login is asked whether to change it now (asyncos-cli.md section 1). */
export const passphraseReminder = mood({ name: 'passphrase-reminder', opening: 'passphrase-reminder' });
