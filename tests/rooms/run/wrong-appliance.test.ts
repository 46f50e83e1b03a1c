import type { ServerChannel } from 'ssh2';
import { afterEach, describe, expect, test } from 'vitest';
import { type Appliance, blankAppliance, blankSite, type Role, type Site } from '../../../main/core/model';
import { runCase } from '../../../main/run';
import { actContext } from '../../support/act-context';
import { type Fake, FINGERPRINT, fakeAppliance } from '../ssh/fake-appliance';

let fake: Fake | null = null;
afterEach(async () => {
  await fake?.close();
});

const WELCOME = 'AsyncOS 15.5.1 for Cisco C100V build 055\r\n\r\nWelcome to the Cisco C100V\r\n\r\n';

/** A login that greets and prompts as told, and all that it was typed. */
const loginThat = async (greets: string, typed: string[]): Promise<number> => {
  const shell = (channel: ServerChannel) => {
    channel.write(greets);
    channel.on('data', (bytes: Buffer) => {
      typed.push(bytes.toString());
      channel.end();
    });
  };
  fake = await fakeAppliance({
    authenticate: (context) => (context.method === 'none' ? context.reject(['password']) : context.accept()),
    shell,
  });
  return fake.port;
};

const live = (name: string, role: Role, sshPort: number): Appliance => ({
  ...blankAppliance(name, role),
  host: '127.0.0.1',
  sshPort,
  user: 'admin',
  auth: { kind: 'password', password: { given: true } },
  hostKey: FINGERPRINT,
});

const seenBy = async (site: Site) => {
  const { input } = actContext(site, { secretOf: () => 'sesame' });
  const { observations } = await runCase({ ...input, limitMs: 60_000 });
  const of = (check: string) => observations.find((one) => one.check === check && one.vantage === 'esa2');
  return { session: of('ssh-session'), version: of('version') };
};

describe('a login', () => {
  test.each([
    ['by its machine name', `${WELCOME}esa1.example.com> `, 'esa1.example.com'],
    ['by its machine name in a cluster', `${WELCOME}(Machine esa1.example.com)> `, 'esa1.example.com'],
    ['by its model', 'AsyncOS 15.5.1 for Cisco M100V build 55\r\n\r\nbox.example.com> ', 'M100V'],
  ])('at another appliance, seen %s, answers nothing in the name of the one meant', async (_by, greets, detail) => {
    const typed: string[] = [];
    const esa2 = live('esa2', 'esa', await loginThat(greets, typed));
    const sma1 = blankAppliance('sma1', 'sma');
    const { session, version } = await seenBy({
      ...blankSite(),
      appliances: [blankAppliance('esa1', 'esa'), esa2, sma1],
    });
    expect({
      session: [session?.outcome, session?.reason, session?.data],
      version: [version?.outcome, version?.reason],
      typed,
    }).toEqual({
      session: [
        'could-not-tell',
        'wrong-appliance',
        expect.objectContaining({ failure: { code: 'wrong-appliance', detail } }),
      ],
      version: ['skipped', 'blocked-upstream'],
      typed: ['exit\n'],
    });
  });

  test.each(['esa2.example.com> ', 'mail.example.com> ', '(Cluster Main_Cluster)> '])(
    'at %j is one at esa2, as far as it can be known',
    async (prompt) => {
      const typed: string[] = [];
      const esa2 = live('esa2', 'esa', await loginThat(`${WELCOME}${prompt}`, typed));
      const { session } = await seenBy({ ...blankSite(), appliances: [blankAppliance('esa1', 'esa'), esa2] });
      expect([session?.outcome, session?.reason]).toEqual(['passed', null]);
    },
  );
});
