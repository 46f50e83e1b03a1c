import { describe, expect, it } from 'vitest';
import { analyseText } from '../../../main/core/logs';
import { LogReport } from '../../../main/core/model';
import { expected, partsOf, TRUTH, told } from './truth';

const OPTIONS = { role: null, ports: [] };

describe('composed logs', () => {
  it.each(Object.entries(TRUTH))('%s tells its truth', (entry, truth) => {
    const report = analyseText(partsOf(entry), OPTIONS);
    expect(LogReport.parse(report)).toEqual(report);
    expect(told(report)).toEqual(expected(truth));
  });

  it.each(Object.entries(TRUTH))('%s tells the same in the opposite order of files', (entry) => {
    expect(analyseText(partsOf(entry).reverse(), OPTIONS)).toEqual(analyseText(partsOf(entry), OPTIONS));
  });
});
