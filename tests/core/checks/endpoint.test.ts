import { describe, expect, test } from 'vitest';
import { endpointOf } from '../../../main/core/checks';
import { blankAppliance, type KnownQuarantine } from '../../../main/core/model';
import { hiddenListener, world } from '../../support/observations';

const w = world('esa-to-sma');
const sma = (quarantine: Partial<KnownQuarantine> = {}, name = 'sma1') => ({
  ...blankAppliance(name, 'sma'),
  host: '192.0.2.20',
  quarantine: { interface: null, address: null, port: null, ...quarantine },
});
const place = (machine: string | null, name: string, address: string) => ({
  machine,
  name,
  address,
  prefix: 24,
  ssh: null,
  hostname: null,
  at: 'line 1',
});
const stored = (appliance = 'sma1') =>
  w.config(appliance, {
    listeners: [{ ...hiddenListener(7026), interface: 'Data 1' }],
    interfaces: [place(null, 'Management', '192.0.2.20'), place(null, 'Data 1', '192.0.2.21')],
  });

describe('where a quarantine listener is to be found', () => {
  test('nobody said anything: the host and the default port, assumed', () => {
    expect(endpointOf(sma(), [])).toEqual({
      address: '192.0.2.20',
      interface: null,
      port: 7025,
      portFrom: 'default',
    });
  });

  test('an export says the port, the interface and with it the address', () => {
    expect(endpointOf(sma(), [stored()])).toEqual({
      address: '192.0.2.21',
      interface: 'Data 1',
      port: 7026,
      portFrom: 'configuration',
    });
  });

  test('what the engineer said comes before the export', () => {
    expect(endpointOf(sma({ address: '198.51.100.5', port: 8025, interface: 'Management' }), [stored()])).toEqual({
      address: '198.51.100.5',
      interface: 'Management',
      port: 8025,
      portFrom: 'profile',
    });
  });

  test('an interface that the engineer named has its address from the export', () => {
    expect(endpointOf(sma({ interface: 'Management' }), [stored()]).address).toBe('192.0.2.20');
  });

  test('or from the appliance’s own list of interfaces', () => {
    expect(endpointOf(sma({ interface: 'Data 1' }), [w.interfaces('sma1', 'Data 1')]).address).toBe('192.0.2.20');
  });

  test('the newest export counts', () => {
    const newer = w.config('sma1', { listeners: [hiddenListener(7027)] });
    expect(endpointOf(sma(), [stored(), newer]).port).toBe(7027);
  });

  test('an export of another appliance says nothing', () => {
    expect(endpointOf(sma(), [stored('esa1')]).portFrom).toBe('default');
  });

  test('the setting is believed where the listener is not shown', () => {
    const setting = { enabled: true, interface: 'Management', port: 7030, level: null, at: 'line 1' };
    expect(endpointOf(sma(), [w.config('sma1', { quarantine: setting })]).port).toBe(7030);
  });

  test('a cluster’s export: the listener of this machine, not of its neighbour', () => {
    const cluster = w.config('sma1', {
      machines: ['other.example.com', 'sma1.example.com'],
      listeners: [
        hiddenListener(7001, 'line 1', 'other.example.com'),
        hiddenListener(7002, 'line 2', 'sma1.example.com'),
      ],
      interfaces: [
        place('other.example.com', 'Management', '192.0.2.99'),
        place('sma1.example.com', 'Management', '192.0.2.22'),
      ],
    });
    expect(endpointOf(sma(), [cluster])).toMatchObject({ port: 7002, address: '192.0.2.22' });
  });

  test('an export of one machine is its own, whatever the engineer calls it', () => {
    const one = w.config('quarantine-berlin', {
      machines: ['sma1.example.com'],
      listeners: [hiddenListener(7026, 'line 2', 'sma1.example.com')],
      interfaces: [place('sma1.example.com', 'Management', '192.0.2.22')],
    });
    expect(endpointOf(sma({}, 'quarantine-berlin'), [one])).toMatchObject({ port: 7026, address: '192.0.2.22' });
  });
});
