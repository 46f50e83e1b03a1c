import { type Appliance, blankAppliance, blankSite, type Site } from '../../../main/core/model';

export const LONG_NAME = 'quarantine-manager-01.datacentre-lyon.messaging.example.test';

export const appliance = (
  name: string,
  role: 'esa' | 'sma',
  host: string | null,
  more: Partial<Appliance> = {},
): Appliance => ({
  ...blankAppliance(name, role),
  host,
  user: host === null ? null : 'admin',
  auth: host === null ? null : { kind: 'password', password: { given: true } },
  quarantine: { interface: 'Management', address: null, port: 7025 },
  ...more,
});

export const pairSite = (): Site => ({
  ...blankSite(),
  case: '690000123',
  direction: 'esa-to-sma',
  cluster: 'standalone',
  appliances: [
    appliance('esa1', 'esa', '192.0.2.10', { auth: { kind: 'agent' } }),
    appliance('sma1', 'sma', '198.51.100.20'),
  ],
});

/** A site with a host name of 60 characters and an appliance known by material only. */
export const wideSite = (): Site => ({
  ...pairSite(),
  appliances: [
    appliance('esa1', 'esa', '192.0.2.10', { auth: { kind: 'agent' } }),
    appliance('sma1', 'sma', LONG_NAME),
    appliance('esa2', 'esa', null),
  ],
});

export const clusterSite = (machines: number): Site => ({
  ...pairSite(),
  direction: 'sma-to-esa',
  cluster: 'cluster',
  appliances: [
    ...Array.from({ length: machines }, (_, index) =>
      appliance(`esa${index + 1}`, 'esa', `192.0.2.${21 + index}`, {
        quarantine: { interface: 'Data 2', address: null, port: 7025 },
      }),
    ),
    appliance('sma1', 'sma', '198.51.100.20'),
  ],
});
