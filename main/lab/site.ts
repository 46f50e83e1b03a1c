import { stringify } from 'yaml';
import { type Appliance, blankAppliance, blankSite, type Site } from '../core/model';
import { appliancesOf, type LabAppliance, type LabModel } from './model';
import type { Scenario } from './scenarios/scenario';

export interface Access {
  readonly fingerprint: string;
  readonly secret: string;
  readonly user: string;
}

/** The site of a running lab: every appliance reachable, its host key known, its secret held by whoever runs. */
export const siteOf = (model: LabModel, scenario: Scenario, access: (name: string) => Access): Site => ({
  ...blankSite(),
  direction: scenario.direction,
  cluster: scenario.cluster,
  symptoms: [...(scenario.symptoms ?? [])],
  appliances: appliancesOf(model).map((one) => reachable(one, access(one.name))),
});

const quarantineOf = ({ quarantine, known }: LabAppliance) => ({
  interface: quarantine.interface,
  address: known.address,
  port: known.port,
});

const managementAddress = (appliance: LabAppliance): string | null =>
  appliance.interfaces.find((one) => one.name === 'Management')?.address ?? null;

const reachable = (appliance: LabAppliance, { fingerprint, user }: Access): Appliance => ({
  ...blankAppliance(appliance.name, appliance.role),
  host: managementAddress(appliance),
  sshPort: appliance.sshPort,
  user,
  auth: { kind: 'password', password: { given: true } },
  hostKey: fingerprint,
  quarantine: quarantineOf(appliance),
});

/** The profile file of a running lab. Its passwords stand in it: they open nothing but this lab, while it runs. */
export const profileOf = (model: LabModel, scenario: Scenario, access: (name: string) => Access): string =>
  stringify({
    direction: scenario.direction,
    cluster: scenario.cluster,
    ...(scenario.symptoms ? { symptoms: scenario.symptoms } : {}),
    appliances: appliancesOf(model).map((one) => {
      const { fingerprint, secret, user } = access(one.name);
      return {
        name: one.name,
        role: one.role,
        host: managementAddress(one),
        sshPort: one.sshPort,
        user,
        auth: { password: secret },
        hostKey: fingerprint,
        quarantine: quarantineOf(one),
      };
    }),
  });

/** Files of one appliance, relative to the profile. */
export interface MaterialFiles {
  readonly logs: readonly string[];
  readonly config: string;
  readonly cli: readonly { readonly command: string; readonly file: string }[];
  readonly transcripts: readonly string[];
  readonly captures: readonly string[];
}

/** The profile of written materials: no appliance can be reached. */
export const offlineProfileOf = (
  model: LabModel,
  scenario: Scenario,
  files: Readonly<Record<string, MaterialFiles>>,
): string =>
  stringify({
    direction: scenario.direction,
    cluster: scenario.cluster,
    ...(scenario.symptoms ? { symptoms: scenario.symptoms } : {}),
    appliances: appliancesOf(model).map((one) => ({
      name: one.name,
      role: one.role,
      quarantine: quarantineOf(one),
      materials: files[one.name],
    })),
  });
