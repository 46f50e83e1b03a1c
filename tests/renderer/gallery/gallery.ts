import '../../../renderer/jitless';
import type { Settings } from '../../../preload/contract';
import { CHANGED_KEY, fakeBridge, UNKNOWN_KEY } from '../support/fake-bridge';
import { lineOf, VIEWS, type ViewName } from '../support/views';

/**
 * The page over a fake main, one state an address:
 * `?view=anonymous&stop=findings&theme=dark&language=fr`. Only for looking at; never part of the product.
 */
const asked = new URLSearchParams(window.location.search);
const get = (name: string, otherwise: string) => asked.get(name) ?? otherwise;

const settings: Settings = {
  language: get('language', 'en') === 'fr' ? 'fr' : 'en',
  theme: get('theme', 'light') === 'dark' ? 'dark' : 'light',
};
const name = get('view', 'none');
const isView = (one: string): one is ViewName => Object.hasOwn(VIEWS, one);
const views = Object.values(VIEWS).map((view) => view());
const ages = [0, 0, 2, 3, 5, 30, 60, 80, 90, 120];
const cases = views.map((view, index) =>
  lineOf(view, new Date(Date.now() - (ages[index] ?? 0) * 86_400_000).toISOString()),
);
const key = get('key', 'none');

const fake = fakeBridge({
  settings,
  cases: name === 'first' ? [] : cases,
  views,
  sessionTest: key === 'unknown' ? UNKNOWN_KEY : key === 'changed' ? CHANGED_KEY : undefined,
  preview: asked.get('preview') === 'fails' ? 'fails' : asked.get('preview') === 'waits' ? 'waits' : undefined,
});

Object.defineProperty(window, 'cpq', { value: fake.bridge });
const view = isView(name) ? VIEWS[name]() : null;
const observed = view?.observations.find((one) => one.check === asked.get('check'));
localStorage.setItem(
  'cpq-doctor/ui/1',
  JSON.stringify({
    place: view === null ? { kind: 'cases' } : { kind: 'case', id: view.id, stop: get('stop', 'site') },
    inspector: true,
    over: asked.get('over') === 'yes',
    pathFolded: false,
    pseudonymise: true,
    pickedCase: null,
    scenario: null,
    chosen: {
      ...(asked.get('appliance') === null ? {} : { appliance: asked.get('appliance') }),
      ...(observed === undefined ? {} : { observation: observed.id }),
    },
  }),
);
await import('../../../renderer/main');
if (name === 'running' && view !== null) {
  const text =
    'esa1.mail.example.com> telnet\nPlease select which interface you want to telnet from.\n[1]> 2\nEnter the remote hostname or IP address.\n[]> 198.51.100.20\nConnected to 198.51.100.20.\n220 sma1.mail.example.com ESMTP';
  const tell = () =>
    fake.tellProgress(view.id, [{ kind: 'transcript', at: new Date().toISOString(), appliance: 'sma1', text }]);
  setTimeout(tell, 400);
}
