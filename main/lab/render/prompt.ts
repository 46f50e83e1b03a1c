import type { LabAppliance, LabModel } from '../model';
import { logStamp } from '../story/stamp';
import type { Mode } from './turn';

/** The main prompt: `esa1.example.com> `, `(Machine esa1.example.com)> `, `(Cluster Main_Cluster)> `. */
export const promptOf = (model: LabModel, appliance: LabAppliance, mode: Mode): string => {
  const { hostname, promptMark } = appliance;
  if (mode === 'machine') return `(Machine ${hostname})${promptMark}> `;
  if (mode === 'cluster') return `(Cluster ${model.cluster?.name ?? ''})${promptMark}> `;
  return `${hostname}${promptMark}> `;
};

/** A login begins at the machine's level in a cluster; an SMA is never in one. */
export const firstMode = (model: LabModel, appliance: LabAppliance): Mode =>
  model.cluster !== null && appliance.role === 'esa' ? 'machine' : 'standalone';

/** What is said after the login, in the shape of sample login-cluster. */
export const bannerOf = (appliance: LabAppliance, at: number): string => {
  const [release = '', build = ''] = appliance.version.split('-');
  return [
    `Last login: ${logStamp(at - 3_600_000)} from 192.0.2.123`,
    `AsyncOS ${release} for Cisco ${appliance.model} build ${build}`,
    '',
    `Welcome to the ${appliance.product}`,
    '',
    'NOTE: This session will expire if left idle for 30 minutes. Any uncommitted configuration changes will be lost. ' +
      'Commit the configuration changes as soon as they are made.',
    '',
    '',
  ].join('\n');
};
