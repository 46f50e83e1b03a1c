import { createDiffieHellmanGroup } from 'node:crypto';
import { expect, test } from 'vitest';
import { exchangeIn } from '../../../main/ssh/group-exchange';
import { OAKLEY_PRIMES } from '../../../main/ssh/oakley-primes';

const plain = (bytes: Buffer) => bytes.toString('hex').replace(/^(?:00)+/, '');

/** Bun's engine takes a minute for the arithmetic of 8192 bits, Node's and Electron's a blink. */
const GROUPS = ['modp14', 'modp15', 'modp16', ...('bun' in process.versions ? [] : ['modp18'])];

test.each(Object.keys(OAKLEY_PRIMES).filter((name) => name !== 'modp2'))('%s is the group of that name', (name) => {
  const group = createDiffieHellmanGroup(name);
  expect([OAKLEY_PRIMES[name], group.getGenerator('hex')]).toEqual([group.getPrime(), '02']);
});

test.each(GROUPS)('%s: agrees with node:crypto on the secret', (name) => {
  const theirs = createDiffieHellmanGroup(name);
  const ours = exchangeIn(theirs.getPrime(), theirs.getGenerator());
  const [ourValue, theirValue] = [ours.generateKeys(), theirs.generateKeys()];
  expect(plain(ours.computeSecret(theirValue))).toBe(plain(theirs.computeSecret(ourValue)));
  expect([plain(ours.getPrime()), plain(ours.getGenerator())]).toEqual([plain(theirs.getPrime()), '02']);
});

test('refuses small and even groups, trivial generators and trivial values', () => {
  const group = createDiffieHellmanGroup('modp14');
  const prime = group.getPrime();
  const even = Buffer.from(prime);
  even[even.length - 1] = 0;
  const less = (by: bigint) => Buffer.from((BigInt(`0x${prime.toString('hex')}`) - by).toString(16), 'hex');
  expect(() => exchangeIn(Buffer.alloc(128, 0xff), group.getGenerator())).toThrow('1024 bits');
  expect(() => exchangeIn(Buffer.alloc(1025, 0xff), group.getGenerator())).toThrow('8200 bits');
  expect(() => exchangeIn(even, group.getGenerator())).toThrow('2048 bits');
  expect(() => exchangeIn(Buffer.alloc(0), group.getGenerator())).toThrow('refused');
  for (const generator of [Buffer.alloc(0), Buffer.from([0]), Buffer.from([1]), less(1n), prime]) {
    expect(() => exchangeIn(prime, generator)).toThrow('generator');
  }
  const ours = exchangeIn(prime, group.getGenerator());
  for (const value of [Buffer.from([0]), Buffer.from([1]), less(1n), prime]) {
    expect(() => ours.computeSecret(value)).toThrow('value');
  }
});
