import type { LabAppliance, LabCiphers, LabInterface, LabModel } from './model';
import { NOTHING_ODD } from './oddities';
import type { Place, Places } from './places';

const MINUTE = 60_000;

/** Releases of a current site. They are made up, and the SMA is never older than the ESA (domain: feature-version-mismatch). */
const CURRENT = { esa: '15.5.1-055', sma: '15.5.1-062', generation: '1.1.1' } as const;

const CURRENT_CIPHERS: LabCiphers = {
  method: 'tlsv1_2',
  protocol: 'TLSv1.2',
  inbound: 'HIGH:MEDIUM:-aNULL',
  outbound: 'HIGH:MEDIUM:-aNULL',
};

export interface Blueprint {
  readonly scenario: string;
  readonly now: number;
  readonly places: Places;
}

/** A site where everything works: what every scenario starts from. */
export const healthySite = ({ scenario, now, places }: Blueprint): LabModel => ({
  scenario,
  now,
  since: now - 60 * MINUTE,
  until: null,
  esas: places.esas.map((place, at) => esa(place, at + 1)),
  sma: sma(places.sma),
  cluster: null,
  rules: [],
  integrating: false,
  rush: null,
});

const esa = (place: Place, number: number): LabAppliance => ({
  ...common(place, `esa${number}`),
  role: 'esa',
  product: 'Cisco C300V Secure Email Gateway Virtual Appliance',
  model: 'C300V',
  version: CURRENT.esa,
  serial: `420A1B2C3D4E5F6071${two(number)}-0123456789${two(number)}`,
  interfaces: [data(place, number), management(place, `esa${number}`)],
});

const sma = (place: Place): LabAppliance => ({
  ...common(place, 'sma1'),
  role: 'sma',
  product: 'Cisco M300V Secure Email and Web Manager',
  model: 'M300V',
  version: CURRENT.sma,
  serial: '564D1B2C3D4E5F607182-BA9876543210',
  interfaces: [management(place, 'sma1')],
});

const common = (place: Place, name: string) => ({
  name,
  hostname: `${name}.example.com`,
  generation: CURRENT.generation,
  quarantine: { interface: 'Management', port: place.quarantinePort },
  known: { address: place.management, port: place.quarantinePort },
  sshPort: place.sshPort,
  promptMark: '' as const,
  centralised: true,
  receivingSuspended: false,
  odd: NOTHING_ODD,
  intercepted: false,
  ciphers: CURRENT_CIPHERS,
  outboundBefore: CURRENT_CIPHERS.outbound,
});

const management = (place: Place, name: string): LabInterface => ({
  name: 'Management',
  address: place.management,
  prefix: 24,
  jack: 'Management',
  hostname: `${name}.example.com`,
});

const data = (place: Place, number: number): LabInterface => ({
  name: 'Data 1',
  address: place.data,
  prefix: 24,
  jack: 'Data1',
  hostname: `mail${number}.example.com`,
});

const two = (number: number): string => String(number).padStart(2, '0');
