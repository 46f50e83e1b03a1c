import { cause } from '../cause';
import { notChecked } from '../judgement';
import { names } from '../signs';

/** The ESA's Enable button is grey: the question over the quarantine port failed or the answer was "not ready". TechNotes 200068, 118026. */
export const enableButtonGreyed = cause({
  code: 'enable-button-greyed',
  flows: ['esa-to-sma'],
  whenEnabling: true,
  layer: 'consequence',
  severity: 'error',
  explains: [],
  symptomOnly: true,
  place: null,
  source: ['TechNote 118026', 'TechNote 200083'],
  remedy: [
    { step: 'look-at-account-and-commit', at: null, where: 'people', command: null, effect: 'reads', risk: 'none' },
    { step: 'reload-the-page', at: 'esa', where: 'esa-gui', command: null, effect: 'reads', risk: 'none' },
  ],
  arises: ({ answers }) => answers.direction === 'enable-disabled',
  judge(situation) {
    const params = names(situation);
    return { ...notChecked([], 'engineer-says', { params }), status: 'suspected' };
  },
});
