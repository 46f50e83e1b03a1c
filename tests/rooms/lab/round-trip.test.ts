import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { LabAppliance, LabModel } from '../../../main/lab/model';
import { answered, type Told, toldOnce } from './told';

const letters = 'abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789';
const text = (alphabet: string, most: number) =>
  fc.string({ unit: fc.constantFrom(...alphabet), minLength: 1, maxLength: most });
/** Interface names keep case and blanks, but none at their ends. */
const name = fc
  .tuple(text(letters, 1), fc.string({ unit: fc.constantFrom(...`${letters} ._-`), maxLength: 18 }))
  .map(([first, rest]) => `${first}${rest}`.trim().replace(/ +/g, ' '));
const label = text('abcdefghijklmnopqrstuvwxyz0123456789', 20);
const address = fc.tuple(fc.nat(255), fc.nat(255), fc.nat(255), fc.nat(255)).map((parts) => parts.join('.'));
const one = fc.record({
  name,
  address,
  prefix: fc.integer({ min: 8, max: 32 }),
  jack: fc.constantFrom('Management', 'Data1', 'Data2'),
  hostname: label.map((host) => `${host}.example.com`),
});
const serial = fc
  .tuple(text('0123456789ABCDEF', 20), text('0123456789ABCDEF', 12))
  .map(([left, right]) => `${left}-${right}`);
const list = fc
  .array(fc.constantFrom('HIGH', 'MEDIUM', 'ALL', '!aNULL', '-aNULL', '@STRENGTH', 'RC4-SHA', 'ECDHE+AES', '!MD5'), {
    minLength: 1,
    maxLength: 12,
  })
  .map((tokens) => tokens.join(':'));

/** The same lab with its first ESA changed. */
const withEsa = (told: Told, change: Partial<LabAppliance>): { told: Told; esa: LabAppliance } => {
  const [first, ...rest] = told.model.esas;
  if (first === undefined) throw new Error('no ESA');
  const esa = { ...first, ...change };
  const model: LabModel = { ...told.model, esas: [esa, ...rest] };
  return { told: { ...told, model }, esa };
};
const healthy = toldOnce('healthy');
const read = (change: Partial<LabAppliance>, command: string, ...lines: string[]) => {
  const { told, esa } = withEsa(healthy, change);
  return answered(told, esa, command, ...lines);
};
const always = <T>(given: fc.Arbitrary<T>, holds: (value: T) => void): void =>
  fc.assert(
    fc.property(given, (value) => {
      holds(value);
    }),
    { numRuns: 150 },
  );

describe('what the lab prints of a model, the reader gives back', () => {
  it('interfaces, by name to the letter', () => {
    always(fc.uniqueArray(one, { minLength: 1, maxLength: 40, selector: (each) => each.name }), (interfaces) => {
      const { data, unrecognised } = read({ interfaces }, 'interfaceconfig', 'interfaceconfig', '');
      const expected = interfaces.map(({ jack, ...rest }) => ({
        ...rest,
        port: jack,
        addresses: [{ address: rest.address, prefix: rest.prefix }],
      }));
      expect({ data, unrecognised }).toEqual({ data: { interfaces: expected }, unrecognised: [] });
    });
  });

  it('release, model and serial number', () => {
    const given = fc.record({
      serial,
      version: fc.tuple(fc.nat(20), fc.nat(9), fc.nat(9), fc.nat(999)).map(([a, b, c, d]) => `${a}.${b}.${c}-${d}`),
      model: fc.constantFrom('C100V', 'C300V', 'C690', 'X1070', 'C195'),
    });
    always(given, (change) => {
      const product = `Cisco ${change.model} Secure Email Gateway`;
      expect(read({ ...change, product }, 'version', 'version').data).toMatchObject({
        ...change,
        product,
        role: 'esa',
      });
    });
  });

  it('cipher lists, on one line and a token a line', () => {
    const given = fc.record({
      generation: fc.constantFrom('0.9.8' as const, '1.1.1' as const),
      inbound: list,
      outbound: list,
      method: fc.constantFrom('tlsv1/tlsv1.2', 'tlsv1_2', 'sslv3tlsv1'),
    });
    always(given, ({ generation, ...ciphers }) => {
      const change = { generation, ciphers: { ...ciphers, protocol: 'TLSv1.2' as const } };
      const { inbound, outbound, method } = ciphers;
      expect(read(change, 'sslconfig', 'sslconfig', '').data).toMatchObject({
        inbound: { method, ciphers: inbound },
        outbound: { method, ciphers: outbound },
        notice: null,
      });
    });
  });

  it('members of a cluster and appliances of an SMA', () => {
    const given = fc.record({
      cluster: fc.record({ name: text(letters, 12), group: name }),
      members: fc.uniqueArray(fc.record({ label, serial, address }), {
        minLength: 1,
        maxLength: 20,
        selector: (each) => each.label,
      }),
    });
    always(given, ({ cluster, members }) => {
      const [esa] = healthy.model.esas;
      if (esa === undefined) throw new Error('no ESA');
      const esas = members.map((member) => ({
        ...esa,
        name: member.label,
        hostname: `${member.label}.example.com`,
        serial: member.serial,
        interfaces: esa.interfaces.map((each) => ({ ...each, address: member.address })),
      }));
      const told = { ...healthy, model: { ...healthy.model, cluster, esas } };
      const [first] = esas;
      if (first === undefined) throw new Error('no member');
      const machines = esas.map((each) => ({ name: each.hostname, connected: true, serial: each.serial }));
      expect(answered(told, first, 'clusterconfig-list', 'clusterconfig list').data).toMatchObject({
        cluster: cluster.name,
        groups: [{ name: cluster.group, machines }],
      });
      const managed = answered(told, told.model.sma, 'applianceconfig', 'applianceconfig list').data;
      expect(managed).toMatchObject({
        appliances: members.map((each) => ({ name: each.label, address: each.address, authenticated: true })),
      });
    });
  });
});
