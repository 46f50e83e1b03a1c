import { describe, expect, test } from 'vitest';
import { diagnose } from '../../../main/core/diagnosis';
import type { Flow, Observation, TlsReport } from '../../../main/core/model';
import { answersOf, captured, certificateNamed, failureOf, siteOf, world } from '../../support/observations';

const FLOWS: readonly Flow[] = ['esa-to-sma', 'sma-to-esa'];

/** What a whole diagnosis says of one pair and flow: the present causes, the confirmed ones marked. */
const present = (flow: Flow, seen: readonly Observation[]): string[] =>
  diagnose(siteOf('esa1'), answersOf({ direction: flow }), seen)
    .findings.filter((one) => !one.history && (one.status === 'confirmed' || one.status === 'suspected'))
    .map((one) => (one.status === 'confirmed' ? `${one.code}!` : one.code))
    .sort();

const real = certificateNamed('CN=CPQ', 'CN=CPQ', '01');
const other = certificateNamed('CN=sma1', 'CN=Company CA', '02');

/** Every row of the vantage truth table (domain page, section 4), by the observations that make it. */
describe.each(FLOWS)('the vantage truth table in a whole diagnosis, %s', (flow) => {
  const w = world(flow);
  const greeted = w.reach('connected', { banner: '220 example.com ESMTP' });
  const unheard = w.probe(failureOf('connect-timed-out'));
  const refusedHere = w.probe(failureOf('connect-refused'));

  test.each<[string, readonly Observation[], readonly string[]]>([
    ['both are greeted: the path is good', [greeted, w.probe()], []],
    ['the initiator is greeted, this laptop hears nothing: no fault', [greeted, unheard], []],
    ['the initiator is greeted, this laptop is refused: no fault', [greeted, refusedHere], []],
    ['both are refused: the listener', [w.reach('refused'), refusedHere], ['path-refused!']],
    [
      'the initiator is refused, this laptop is greeted: a reject rule',
      [w.reach('refused'), w.probe()],
      ['path-refused!'],
    ],
    [
      'the initiator hears nothing, this laptop is greeted: filtered',
      [w.reach('timed-out'), w.probe()],
      ['path-timeout!'],
    ],
    ['both hear nothing: the responder, or a filter before it', [w.reach('timed-out'), unheard], ['path-timeout!']],
    [
      'the initiator hears nothing, this laptop is refused: both at once',
      [w.reach('timed-out'), refusedHere],
      ['path-refused', 'path-timeout!'],
    ],
    [
      'the initiator sees a masked banner, this laptop a clean one: inspected',
      [w.reach('connected', { banner: '220 ********' }), w.probe()],
      ['smtp-inspection!'],
    ],
    [
      'the initiator is not offered STARTTLS, this laptop is: inspected, as far as one can tell',
      [w.capture('initiator', captured.withoutStarttls), w.probe({ banner: '220 x', starttls: true })],
      ['starttls-missing!'],
    ],
    [
      'the initiator is shown another certificate than this laptop: intercepted, as far as one can tell',
      [
        w.capture('initiator', { ...captured.agreed, certificate: other }),
        w.agreed('AES256-SHA', null, { certificate: real }),
      ],
      ['tls-intercepted'],
    ],
    ['nobody asked the initiator, this laptop is refused: never confirmed', [refusedHere], ['path-refused']],
    ['nobody asked the initiator, this laptop hears nothing: never confirmed', [unheard], ['path-timeout']],
    ['nobody asked the initiator, this laptop is greeted', [w.probe()], []],
  ])('%s', (_, seen, found) => {
    expect(present(flow, seen)).toEqual(found);
  });

  test('this laptop alone never confirms a cause, whatever it meets', () => {
    const codes: NonNullable<TlsReport['failure']>['code'][] = [
      'connect-refused',
      'connect-timed-out',
      'unreachable',
      'reset',
      'greeting-missing',
      'not-smtp',
      'too-many-connections',
      'greeting-refused',
      'smtp-inspected',
      'starttls-missing',
      'starttls-refused',
      'tls-alert',
      'tls-closed',
      'tls-timed-out',
    ];
    const confirmed = codes.flatMap((code) =>
      present(flow, [w.probe(failureOf(code))]).filter((one) => one.endsWith('!')),
    );
    expect(confirmed).toEqual([]);
  });
});
