import { blankAppliance, blankSite, type Site } from '../../../main/core/model';
import { type Material, type PseudonymTable, vocabularyOf } from '../../../main/core/redaction';

export const table: PseudonymTable = { schema: 'cpq-doctor/pseudonyms/1', key: 'a key for tests only', entries: [] };

export const site: Site = {
  ...blankSite(),
  appliances: [
    { ...blankAppliance('esa1', 'esa'), host: 'esa1.bank.example', user: 'netops3' },
    { ...blankAppliance('sma1', 'sma'), host: '10.20.8.20', user: 'admin' },
  ],
};

export const materialOf = (over: Partial<Material>): Material => ({
  site,
  siteName: 'Example Bank, Lyon',
  texts: [],
  secrets: [],
  vocabulary: vocabularyOf(['removed secret certificate report fault healthy']),
  pseudonyms: null,
  ...over,
});
