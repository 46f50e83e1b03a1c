import { describe, expect, test } from 'vitest';
import { type Arrival, type Meaning, meaningOf, type Sight, unseen } from '../../../main/core/diagnosis/vantage-table';

const sight = (arrival: Arrival, rest: Partial<Sight> = {}): Sight => ({ ...unseen, arrival, ...rest });
const clean = sight('greeted', { masked: false, starttls: true });

/** The rows of the domain page, section 4, in its order; then what they leave open. */
const rows: [string, Sight, Sight, Meaning][] = [
  ['both are greeted', sight('greeted'), sight('greeted'), 'path-good'],
  ['the initiator is greeted, this laptop refused', sight('greeted'), sight('refused'), 'laptop-filtered'],
  ['the initiator is greeted, this laptop hears nothing', sight('greeted'), sight('timed-out'), 'laptop-filtered'],
  ['both are refused', sight('refused'), sight('refused'), 'listener-down'],
  ['the initiator is refused, this laptop is greeted', sight('refused'), sight('greeted'), 'initiator-rejected'],
  ['the initiator hears nothing, this laptop is greeted', sight('timed-out'), sight('greeted'), 'initiator-filtered'],
  ['both hear nothing', sight('timed-out'), sight('timed-out'), 'responder-silent'],
  [
    'the initiator hears nothing, this laptop is refused',
    sight('timed-out'),
    sight('refused'),
    'listener-down-and-initiator-filtered',
  ],
  [
    'the initiator sees a masked banner, this laptop a clean one',
    sight('greeted', { masked: true }),
    clean,
    'inspected',
  ],
  [
    'STARTTLS is offered to this laptop, not to the initiator',
    sight('greeted', { starttls: false }),
    clean,
    'inspected',
  ],
  [
    'the initiator is shown another certificate than this laptop',
    sight('greeted', { masked: false, starttls: true, certificate: 'a' }),
    { ...clean, certificate: 'b' },
    'intercepted',
  ],
  ['the initiator was not asked, this laptop is refused', unseen, sight('refused'), 'laptop-alone'],
  ['the initiator was not asked, this laptop hears nothing', unseen, sight('timed-out'), 'laptop-alone'],
  ['the initiator was not asked, this laptop is greeted', unseen, sight('greeted'), 'laptop-reaches'],

  ['both are shown the same certificate', { ...clean, certificate: 'a' }, { ...clean, certificate: 'a' }, 'path-good'],
  ['only one of them saw a certificate', { ...clean, certificate: 'a' }, clean, 'path-good'],
  ['the initiator sees a masked banner, nobody else looked', sight('greeted', { masked: true }), unseen, 'inspected'],
  [
    'the initiator sees a masked banner, this laptop gets nowhere',
    sight('greeted', { masked: true }),
    sight('timed-out'),
    'inspected',
  ],
  [
    'STARTTLS is offered to neither',
    sight('greeted', { starttls: false }),
    { ...clean, starttls: false },
    'starttls-withheld',
  ],
  [
    'STARTTLS is withheld from the initiator, nobody else looked',
    sight('greeted', { starttls: false }),
    unseen,
    'starttls-withheld',
  ],
  ['the initiator is greeted, nobody else looked', sight('greeted'), unseen, 'initiator-reaches'],
  ['the initiator connects and hears no greeting', sight('connected'), unseen, 'initiator-reaches'],
  [
    'the initiator is refused, this laptop connects without a greeting',
    sight('refused'),
    sight('connected'),
    'initiator-rejected',
  ],
  ['the initiator is refused, this laptop hears nothing', sight('refused'), sight('timed-out'), 'initiator-refused'],
  ['the initiator is refused, nobody else looked', sight('refused'), unseen, 'initiator-refused'],
  ['the initiator hears nothing, nobody else looked', sight('timed-out'), unseen, 'initiator-timed-out'],
  ['nobody looked', unseen, unseen, 'nothing-seen'],
];

describe('the vantage truth table', () => {
  test.each(rows)('%s', (_, initiator, laptop, meaning) => {
    expect(meaningOf(initiator, laptop)).toBe(meaning);
  });

  const arrivals: Arrival[] = ['greeted', 'connected', 'refused', 'timed-out', 'unknown'];

  test('whatever this laptop meets, a path that the initiator finds open is never at fault', () => {
    const found = arrivals.map((laptop) => meaningOf(sight('greeted'), sight(laptop)));
    expect(found).toEqual(['path-good', 'path-good', 'laptop-filtered', 'laptop-filtered', 'initiator-reaches']);
  });

  test('whatever this laptop meets, without the initiator it is this laptop’s word alone', () => {
    const found = arrivals.map((laptop) => meaningOf(unseen, sight(laptop)));
    expect(found).toEqual(['laptop-reaches', 'laptop-reaches', 'laptop-alone', 'laptop-alone', 'nothing-seen']);
  });
});
