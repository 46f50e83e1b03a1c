import { exchangeIn } from './group-exchange';

/** RFC 2409 section 6.2, the second Oakley group: what `diffie-hellman-group1-sha1` computes in. */
const GROUP_1 = Buffer.from(
  'FFFFFFFFFFFFFFFFC90FDAA22168C234C4C6628B80DC1CD129024E088A67CC74020BBEA63B139B22514A08798E3404DD' +
    'EF9519B3CD3A431B302B0A6DF25F14374FE1356D6D51C245E485B576625E7EC6F44C42E9A637ED6B0BFF5CB6F406B7ED' +
    'EE386BFB5A899FA5AE9F24117C4B1FE649286651ECE65381FFFFFFFFFFFFFFFF',
  'hex',
);
const GROUP_1_BITS = 1024;

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
  if (Reflect.get(exchange, 'groupName') === 'modp2') compute(exchange, () => [GROUP_1, Buffer.of(2), GROUP_1_BITS]);
};

/**
 * Gives each key exchange of a client that has been told to connect what its runtime lacks, before the exchange begins.
 * Group exchange: `crypto.createDiffieHellman` tests the peer's prime on the event loop, which then stands still (measured
 * on Node 20: 0.3 s for 2048 bits, 2 s for 3072, 5 s for 4096, 63 s for 8192). Group 1: BoringSSL does not know it. It
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
