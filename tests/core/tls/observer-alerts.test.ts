import { expect, test } from 'vitest';
import { newTlsObserver, stepTlsObserver } from '../../../main/core/tls/observer';

const record = (type: number, ...content: number[]): number[] => [type, 3, 3, 0, content.length, ...content];
const CHANGE_CIPHER_SPEC = record(20, 1);

const alertsIn = (...bytes: number[]) =>
  stepTlsObserver(newTlsObserver(), Uint8Array.from(bytes)).seen.filter(({ kind }) => kind === 'alert');

test('two alerts in one record are read as two: the fatal one is often the second', () => {
  expect(alertsIn(...record(21, 1, 112, 2, 40))).toEqual([
    { kind: 'alert', level: 'warning', code: 112 },
    { kind: 'alert', level: 'fatal', code: 40 },
  ]);
});

test('once this side has changed to its keys, a longer alert is encrypted, whatever its length', () => {
  const sealed = record(21, ...Array(16).fill(2));
  expect(alertsIn(...CHANGE_CIPHER_SPEC, ...sealed)).toEqual([{ kind: 'alert', level: null, code: null }]);
  expect(alertsIn(...CHANGE_CIPHER_SPEC, ...record(21, 2, 40))).toEqual([{ kind: 'alert', level: 'fatal', code: 40 }]);
});

test('a record that no alerts can fill is not taken apart', () => {
  expect(alertsIn(...record(21, 2, 40, 2))).toEqual([{ kind: 'alert', level: null, code: null }]);
});
