import { describe, expect, test } from 'vitest';
import { initiatorOffer } from '../../../main/core/checks/initiator-offer';
import { expand } from '../../../main/core/ciphers';
import { blankAppliance } from '../../../main/core/model';
import { world } from '../../support/observations';

const LIST = 'HIGH:MEDIUM';
const w = world('esa-to-sma');
const offerOf = (...seen: Parameters<typeof initiatorOffer>[1]) => initiatorOffer(blankAppliance('esa1', 'esa'), seen);
const old = expand(LIST, '0.9.8').suites.filter((name) => !name.endsWith(' (SSLv2)'));
const later = expand(LIST, '1.0.2').suites;

describe('what this laptop offers in an initiator’s place', () => {
  test('nobody said the list: nothing of its own', () => {
    expect(offerOf(w.version('9.1.1-038'))).toBe(null);
  });

  test('the suites that its release makes of the list', () => {
    expect(offerOf(w.list(LIST), w.version('9.1.1-038'))).toEqual({ list: LIST, suites: old });
    expect(offerOf(w.list(LIST), w.version('14.2.0-620'))?.suites).toEqual(later);
  });

  test('the suites that it printed for this list, whatever its release suggests', () => {
    const printed = w.printsSuites(LIST, expand(LIST, '0.9.8').suites);
    expect(offerOf(w.version('14.2.0-620'), printed)).toEqual({ list: LIST, suites: old });
  });

  test('what it printed for another list tells its OpenSSL', () => {
    const printed = w.printsSuites('ALL', expand('ALL', '0.9.8').suites);
    expect(offerOf(w.version('14.2.0-620'), printed, w.list(LIST))).toEqual({ list: LIST, suites: old });
  });

  test.each(['SSLv2', '!@#', 'HIGH:!HIGH'])('nothing of %s can be offered', (list) => {
    expect(offerOf(w.version('9.1.1-038'), w.list(list))).toBe(null);
  });
});
