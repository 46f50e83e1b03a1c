import type { AuthContext } from 'ssh2';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { type Appliance, type Auth, blankAppliance, blankSite } from '../../../main/core/model';
import { Credentials } from '../../../main/run';
import { actOpenSession, Sessions } from '../../../main/run/actors/open-session';
import { actContext } from '../../support/act-context';
import { type Fake, FINGERPRINT, fakeAppliance } from '../ssh/fake-appliance';

const running: Fake[] = [];
afterEach(async () => {
  vi.unstubAllEnvs();
  await Promise.all(running.splice(0).map((one) => one.close()));
});

/** An appliance that refuses every password and writes down what it was offered. */
const refusing = async (offered: string[]): Promise<number> => {
  const fake = await fakeAppliance({
    authenticate: (context: AuthContext) => {
      if (context.method === 'password') offered.push(context.password);
      context.reject(['password']);
    },
  });
  running.push(fake);
  return fake.port;
};

const applianceAt = (name: string, sshPort: number, auth: Auth): Appliance => ({
  ...blankAppliance(name, 'esa'),
  host: '127.0.0.1',
  sshPort,
  user: 'admin',
  auth,
  hostKey: FINGERPRINT,
});

const twoRefusing = async (first: string, second: string) => {
  const offered: string[] = [];
  vi.stubEnv('ESA1_PASSWORD', first);
  vi.stubEnv('ESA2_PASSWORD', second);
  const auths = ['ESA1_PASSWORD', 'ESA2_PASSWORD'].map((env): Auth => ({ kind: 'password', password: { env } }));
  const appliances = await Promise.all(
    auths.map(async (auth, index) => applianceAt(`esa${index + 1}`, await refusing(offered), auth)),
  );
  return { offered, site: { ...blankSite(), appliances } };
};

const loginTo = (appliance: string, context: ReturnType<typeof actContext>, sessions = new Sessions()) =>
  actOpenSession({ kind: 'open-session', appliance }, context, sessions);

describe('a refused secret', () => {
  test('is offered once, whichever environment variables hold it', async () => {
    const { offered, site } = await twoRefusing('hunter2', 'hunter2');
    const [context, sessions] = [actContext(site), new Sessions()];
    const answers = await Promise.all(['esa1', 'esa2'].map((name) => loginTo(name, context, sessions)));
    expect(offered).toEqual(['hunter2']);
    expect(answers.map(({ answered }) => answered.kind).sort()).toEqual(['broken', 'session']);
  });

  test('says nothing about another secret of the same user', async () => {
    const { offered, site } = await twoRefusing('hunter2', 'sesame');
    const [context, sessions] = [actContext(site), new Sessions()];
    await Promise.all(['esa1', 'esa2'].map((name) => loginTo(name, context, sessions)));
    expect(offered.sort()).toEqual(['hunter2', 'sesame']);
  });

  test('is not offered by the next run either, until it is typed again', async () => {
    const { offered, site } = await twoRefusing('hunter2', 'hunter2');
    const credentials = new Credentials();
    const context = actContext(site, { credentials });
    await loginTo('esa1', context);
    const second = await loginTo('esa1', context);
    expect({ offered, answered: second.answered }).toEqual({
      offered: ['hunter2'],
      answered: { kind: 'broken', reason: 'blocked-upstream', detail: expect.stringContaining('esa1') },
    });
    credentials.typedAgain('admin', 'hunter2');
    await loginTo('esa1', context);
    expect(offered).toEqual(['hunter2', 'hunter2']);
  });

  test('is no reason to ask a third time: two refusals at one appliance are the most, until the next run', async () => {
    const { offered, site } = await twoRefusing('first', 'other');
    const credentials = new Credentials();
    const context = actContext(site, { credentials });
    for (const typed of ['first', 'second', 'third']) {
      vi.stubEnv('ESA1_PASSWORD', typed);
      await loginTo('esa1', context);
    }
    expect(offered).toEqual(['first', 'second']);
    expect((await loginTo('esa1', context)).answered).toMatchObject({
      kind: 'broken',
      reason: 'blocked-upstream',
      detail: expect.stringContaining('two logins there have come to nothing already'),
    });
    await loginTo('esa2', context);
    credentials.newRun();
    await loginTo('esa1', context);
    expect(offered).toEqual(['first', 'second', 'other', 'third']);
  });

  test('is told as it is, and what was not offered is not counted', async () => {
    const { site } = await twoRefusing('hunter2', 'hunter2');
    const credentials = new Credentials();
    const context = actContext(site, { credentials });
    for (let count = 0; count < 4; count += 1) await loginTo('esa1', context);
    credentials.typedAgain('admin', 'hunter2');
    expect((await loginTo('esa1', context)).answered).toMatchObject({ kind: 'session' });
  });

  test('leaves no trace of itself in what is remembered', async () => {
    const { site } = await twoRefusing('hunter2', 'hunter2');
    const credentials = new Credentials();
    await loginTo('esa1', actContext(site, { credentials }));
    expect(
      JSON.stringify(Object.values(credentials).map((one) => (one instanceof Set ? [...one] : one))),
    ).not.toContain('hunter2');
  });
});
