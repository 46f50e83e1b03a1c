import type { CaseView } from '../../preload/contract';
import { expect, test } from './fixture';

/** The lab inside the app's own runtime: in the host it poses as BoringSSL, in Electron it is BoringSSL. */
const SCENARIOS = {
  healthy: ['healthy', []],
  'path-refused': ['fault', ['path-refused']],
  'path-timeout': ['fault', ['path-timeout']],
  'listener-suspended': ['fault', ['listener-suspended']],
  'tls-anonymous-cipher': ['fault', ['tls-anonymous-cipher']],
  'tls-intercepted': ['fault', ['tls-intercepted']],
  'cluster-interface-missing': ['fault', ['cluster-interface-missing']],
  'queue-backlog': ['fault', ['queue-backlog']],
} as const;

for (const [scenario, [verdict, primary]] of Object.entries(SCENARIOS)) {
  test(`${scenario} is diagnosed as it is`, async ({ openApp }) => {
    const { page } = await openApp();
    const view: CaseView = await page.evaluate(async (name) => {
      const cpq = Reflect.get(globalThis, 'cpq');
      const practised = await cpq.lab.practise({ scenario: name, name });
      if (!practised.ok) throw new Error(practised.problem.code);
      const { id } = practised.value;
      const ended = new Promise<CaseView>((done) => {
        cpq.mirror.changed((one: CaseView) => one.run.state === 'ended' && done(one));
      });
      const started = await cpq.run.start({ id, goesOn: false });
      if (!started.ok) throw new Error(started.problem.code);
      return await ended;
    }, scenario);
    expect([view.diagnosis.verdict, view.diagnosis.primary]).toEqual([verdict, primary]);
  });
}
