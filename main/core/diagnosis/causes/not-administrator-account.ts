import { cause } from '../cause';
import { notChecked, suspected } from '../judgement';
import { said } from '../reported';
import { names } from '../signs';

/** The ESA's page was opened by another role than Administrator: everything can be typed, the button stays grey. TechNote 200083. */
export const notAdministratorAccount = cause({
  code: 'not-administrator-account',
  flows: ['esa-to-sma'],
  whenEnabling: true,
  layer: 'evidence',
  severity: 'error',
  explains: ['enable-button-greyed'],
  place: null,
  source: ['TechNote 200083'],
  remedy: [
    { step: 'look-at-role', at: 'esa', where: 'esa-gui', command: null, effect: 'reads', risk: 'none' },
    { step: 'log-in-as-administrator', at: 'esa', where: 'esa-gui', command: null, effect: 'reads', risk: 'none' },
    { step: 'see-button', at: 'esa', where: 'esa-gui', command: null, effect: 'reads', risk: 'none' },
  ],
  arises: ({ answers }) => answers.direction === 'enable-disabled',
  judge(situation) {
    const params = names(situation);
    const reported = said(situation, 'not-administrator');
    if (reported.length > 0) return suspected(reported, 'engineer-saw', { params });
    return notChecked(['engineer-words'], 'not-asked', { params });
  },
});
