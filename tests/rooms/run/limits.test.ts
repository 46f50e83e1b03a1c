import type { ServerChannel } from 'ssh2';
import { afterEach, describe, expect, test } from 'vitest';
import type { Answered } from '../../../main/core/checks';
import { blankAppliance, blankSite, type Site } from '../../../main/core/model';
import { actOpenSession, Sessions } from '../../../main/run/actors/open-session';
import { actProbe } from '../../../main/run/actors/probe-tls';
import { actCommand } from '../../../main/run/actors/run-command';
import { actContext } from '../../support/act-context';
import { type Listener, listenAs } from '../../support/listener';
import { type Fake, FINGERPRINT, fakeAppliance } from '../ssh/fake-appliance';

let fake: Fake | null = null;
let listener: Listener | null = null;
const sessions = new Sessions();
afterEach(async () => {
  await sessions.close();
  await fake?.close();
  await listener?.close();
});

const PROMPT = 'esa1.example.com> ';
const SAYS: Record<string, string> = {
  'telnet\n': 'telnet\r\nPlease select which interface you want to telnet from.\r\n1. Auto\r\n[1]> ',
  '1\n': '1\r\nEnter the remote hostname or IP address.\r\n[]> ',
  '192.0.2.20\n': '192.0.2.20\r\nEnter the remote port.\r\n[25]> ',
  // Filtered: nothing more comes until it is interrupted.
  '7025\n': '7025\r\nTrying 192.0.2.20...\r\n',
  '\x03': `^C\r\n${PROMPT}`,
  'version\n': `version\r\nCurrent Version\r\n===============\r\nModel: C100V\r\nVersion: 15.5.1-055\r\n${PROMPT}`,
};
const shell = (channel: ServerChannel) => {
  channel.write(`Welcome to the Cisco C100V\r\n\r\n${PROMPT}`);
  channel.on('data', (bytes: Buffer) => {
    if (bytes.toString() === 'exit\n') channel.end();
    channel.write(SAYS[bytes.toString()] ?? '');
  });
};

const siteOf = (sshPort: number): Site => ({
  ...blankSite(),
  appliances: [
    {
      ...blankAppliance('esa1', 'esa'),
      host: '127.0.0.1',
      sshPort,
      user: 'admin',
      auth: { kind: 'password', password: { given: true } },
      hostKey: FINGERPRINT,
    },
  ],
});

/** As a run gives it: the signal of the step fires when its whole time is over. */
const stepOf = (site: Site, limitMs: number) =>
  actContext(site, { secretOf: () => 'sesame' }, limitMs, AbortSignal.timeout(limitMs));

const dataOf = (answered: Answered) => (answered.kind === 'command' ? answered.report.data : answered);

describe('a step that takes its whole time', () => {
  test('a filtered telnet says timed-out, and the session answers the next command', async () => {
    fake = await fakeAppliance({
      authenticate: (context) => (context.method === 'none' ? context.reject(['password']) : context.accept()),
      shell,
    });
    const site = siteOf(fake.port);
    await actOpenSession({ kind: 'open-session', appliance: 'esa1' }, stepOf(site, 20_000), sessions);
    const run = (command: string, args: Record<string, string>, limitMs: number) =>
      actCommand({ kind: 'command', appliance: 'esa1', command, args }, command, stepOf(site, limitMs), sessions);
    const telnet = await run('telnet', { interface: 'Auto', host: '192.0.2.20', port: '7025' }, 4000);
    const version = await run('version', {}, 20_000);
    expect([dataOf(telnet.answered), dataOf(version.answered)]).toEqual([
      { interface: 'Auto', host: '192.0.2.20', port: 7025, outcome: 'timed-out', banner: null },
      expect.objectContaining({ version: '15.5.1-055' }),
    ]);
  });

  test('a listener that accepts and says nothing is a missing greeting, not a cancelled probe', async () => {
    listener = await listenAs(() => undefined);
    const { answered } = await actProbe(
      { kind: 'tls-probe', host: '127.0.0.1', port: listener.port, offer: null, suites: null },
      stepOf(blankSite(), 2000),
    );
    expect(answered.kind === 'tls' ? answered.report.failure?.code : answered).toBe('greeting-missing');
  });
});
