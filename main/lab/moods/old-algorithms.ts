import { mood } from './mood';

/** What an ESA up to 13.5 may be left with: CBC, SHA-1 and an ssh-rsa host key (asyncos-cli.md section 1). */
export const oldAlgorithms = mood({
  name: 'old-algorithms',
  algorithms: {
    kex: ['diffie-hellman-group14-sha1'],
    serverHostKey: ['ssh-rsa'],
    cipher: ['aes128-cbc'],
    hmac: ['hmac-sha1'],
  },
});
