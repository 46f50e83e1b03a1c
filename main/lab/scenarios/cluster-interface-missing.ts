import type { LabAppliance } from '../model';
import type { Place } from '../places';
import { scenario } from './scenario';

const SERVICE = 'PVO';
/** What the second member's interface is called: the same letters in another case. */
const NEAR = 'Pvo';

const member = (esa: LabAppliance, place: Place | undefined, at: number): LabAppliance => {
  if (!place) throw new Error(`no place for ${esa.name}`);
  const name = at === 1 ? NEAR : SERVICE;
  const second = {
    name,
    address: place.quarantine,
    prefix: 24,
    jack: 'Data1',
    hostname: `${esa.name}-pvo.example.com`,
  };
  return {
    ...esa,
    interfaces: [...esa.interfaces, second],
    quarantine: { interface: SERVICE, port: place.quarantinePort },
    known: { address: place.quarantine, port: place.quarantinePort },
  };
};

/**
 * The quarantine service is set at cluster level on `PVO`; esa2 has only `Pvo`, so its listener is absent and releases
 * to it fail, while it still delivers to the SMA (TechNotes 200068, 200083).
 */
export const clusterInterfaceMissing = scenario({
  name: 'cluster-interface-missing',
  direction: 'sma-to-esa',
  cluster: 'cluster',
  esas: { least: 2, usual: 2 },
  apply: (site, places) => ({
    ...site,
    cluster: { name: 'Main_Cluster', group: 'Main_Group' },
    esas: site.esas.map((esa, at) => member(esa, places.esas[at], at)),
  }),
});
