import { existsSync } from 'node:fs';
import { runHere, runQuietly } from '../start/program.mjs';
import { say } from '../start/say.mjs';

/** What tests need beyond npm: the package, and a file that shows it is there. */
const PROGRAMS = [
  ['chromium', '/usr/bin/chromium'],
  ['gnutls-bin', '/usr/bin/gnutls-serv'],
  ['iproute2', '/bin/ip'],
  ['nmap', '/usr/bin/nmap'],
  ['openssh-client', '/usr/bin/ssh'],
  ['openssh-server', '/usr/sbin/sshd'],
  ['openssl', '/usr/bin/openssl'],
  ['p7zip-full', '/usr/bin/7z'],
  ['postfix', '/usr/sbin/postfix'],
  ['putty-tools', '/usr/bin/puttygen'],
  ['sslscan', '/usr/bin/sslscan'],
  ['tcpdump', '/usr/bin/tcpdump'],
  ['unzip', '/usr/bin/unzip'],
];

const mayInstall = () => process.platform === 'linux' && process.getuid?.() === 0 && existsSync('/usr/bin/apt-get');

/** Installs what is missing where that is allowed; says what stays missing, whose tests then skip by name. */
export const debianPrograms = async () => {
  const missing = () => PROGRAMS.filter(([, file]) => !existsSync(file)).map(([name]) => name);
  if (missing().length > 0 && mayInstall()) {
    say(`Installing from Debian: ${missing().join(', ')} …`);
    const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
    await runHere('/usr/bin/apt-get', ['update', '-qq'], env);
    await runQuietly(
      {
        program: '/usr/bin/env',
        args: [
          'DEBIAN_FRONTEND=noninteractive',
          '/usr/bin/apt-get',
          'install',
          '-y',
          '-qq',
          '--no-install-recommends',
          ...missing(),
        ],
      },
      { doing: 'installing', failed: 'Debian packages could not be installed.' },
    );
  }
  if (missing().length > 0) say(`Not here, so their tests skip: ${missing().join(', ')}`);
};
