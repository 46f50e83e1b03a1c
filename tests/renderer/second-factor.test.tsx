import { afterEach, describe, expect, it } from 'vitest';
import { type FakeWorld, UNKNOWN_KEY } from './support/fake-bridge';
import { type Shown, showPage } from './support/page';
import { VIEWS } from './support/views';

let page: Shown | null = null;
afterEach(() => {
  page?.close();
  page = null;
});
const tested = async (more: Partial<NonNullable<FakeWorld['sessionTest']>>): Promise<Shown> => {
  const sessionTest = { ...UNKNOWN_KEY, fingerprint: null, keyType: null, ...more };
  page = await showPage(VIEWS.anonymous(), 'site', { sessionTest });
  await page.press(/^Test connection/);
  return page;
};
const asked = (shown: Shown, verb: string) =>
  shown.fake.calls.filter((call) => call.verb === verb).map((call) => call.argument);

describe('a second factor', () => {
  const asks = { failure: 'second-factor', detail: 'keyboard-interactive asks: PASSCODE:' };

  it('is asked for by its own words; the code goes to main and is gone from the page', async () => {
    const shown = await tested(asks);
    expect(shown.text()).toContain('keyboard-interactive asks: PASSCODE:');
    await shown.type(/^Code of the second factor/, '123456');
    await shown.press(/^Test with this code/);
    expect(asked(shown, 'secrets.hold')).toMatchObject([
      { appliance: 'esa1', secret: '123456', what: 'code', ofJump: false },
    ]);
    expect(asked(shown, 'site.testSession')).toHaveLength(2);
    expect(document.body.innerHTML).not.toContain('123456');
  });

  it('of a jump host is the jump host’s, and a code may be held for the run', async () => {
    const shown = await tested({ ...asks, jump: 'jump.example.com:22' });
    expect(shown.text()).toContain('jump.example.com:22 asks for a second factor');
    await shown.type(/^Code of the second factor/, '654321');
    await shown.press(/^Hold for the run/);
    expect(asked(shown, 'secrets.hold')).toMatchObject([{ secret: '654321', what: 'code', ofJump: true }]);
    expect(asked(shown, 'site.testSession')).toHaveLength(1);
  });
});

it('a key of the jump host is shown under its name', async () => {
  const { fingerprint, keyType } = UNKNOWN_KEY;
  const shown = await tested({ failure: 'host-key-unknown', jump: 'jump.example.com:22', fingerprint, keyType });
  expect(shown.text()).toContain('First contact with jump.example.com:22');
  expect(shown.text()).toContain('ssh-keygen -lf');
});

it('why there is no credential is said in its own words', async () => {
  const problem = { code: 'key-passphrase-wrong', where: 'esa1', params: { file: '/keys/esa.ppk' } };
  const shown = await tested({ failure: 'no-credential', problem });
  expect(shown.text()).toContain('The passphrase does not open the key /keys/esa.ppk');
  expect(shown.text()).not.toContain('No password, key or agent was given');
});
