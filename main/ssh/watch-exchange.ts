import { exchangeIn } from './group-exchange';
import { OAKLEY_PRIMES } from './oakley-primes';

/** Group 1 is smaller than any group that a peer may send of its own. */
const SMALLEST_FIXED = 1024;

const isObject = (value: unknown): value is object => typeof value === 'object' && value !== null;

/** Gives an exchange of ssh2 the arithmetic of `exchangeIn`, once its group is known. */
const compute = (exchange: object, groupOf: () => readonly [Buffer, Buffer, number?] | null): void => {
  Reflect.set(exchange, 'generateKeys', () => {
    const group = Reflect.get(exchange, '_dh') ? null : groupOf();
    if (group === null) return;
    const ours = exchangeIn(...group);
    Reflect.set(exchange, '_dh', ours);
    Reflect.set(exchange, '_public', ours.generateKeys());
  });
};

const sentGroup = (exchange: object): readonly [Buffer, Buffer] | null => {
  const [prime, generator] = [Reflect.get(exchange, '_prime'), Reflect.get(exchange, '_generator')];
  return Buffer.isBuffer(prime) && Buffer.isBuffer(generator) ? [prime, generator] : null;
};

const prepare = (exchange: unknown): void => {
  if (!isObject(exchange)) return;
  if (Reflect.get(exchange, 'type') === 'groupex') compute(exchange, () => sentGroup(exchange));
  const fixed = OAKLEY_PRIMES[String(Reflect.get(exchange, 'groupName'))];
  if (fixed !== undefined) compute(exchange, () => [fixed, Buffer.of(2), SMALLEST_FIXED]);
};

/**
 * Gives each key exchange of a client that has been told to connect what its runtime lacks, before the exchange begins.
 * Group exchange: `crypto.createDiffieHellman` tests the peer's prime on the event loop, which then stands still (measured
 * on Node 20: 0.3 s for 2048 bits, 2 s for 3072, 5 s for 4096, 63 s for 8192). Fixed groups: BoringSSL does not know group
 * 1, and tests the primes of the others on the event loop as well (measured on Bun: 1 s for group 14, 9 s for 16). It
 * reaches into ssh2 1.17.0, whose version is pinned; tests against OpenSSH and a server of ssh2 hold it.
 */
export const watchExchange = (client: object): void => {
  const protocol: unknown = Reflect.get(client, '_protocol');
  if (!isObject(protocol)) return;
  let current: unknown = Reflect.get(protocol, '_kex');
  Object.defineProperty(protocol, '_kex', {
    configurable: true,
    enumerable: true,
    get: () => current,
    set: (exchange: unknown) => {
      prepare(exchange);
      current = exchange;
    },
  });
};
