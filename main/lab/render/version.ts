import { type Command, say } from './turn';

/** `version`, in the shape of sample version-sma15 (netshot). */
export const version: Command = ({ appliance }) =>
  say(
    [
      '',
      'Current Version',
      '===============',
      `Product: ${appliance.product}`,
      `Model: ${appliance.model}`,
      `Version: ${appliance.version}`,
      'Build Date: 2025-06-10',
      'Install Date: 2025-09-02 12:17:23',
      `Serial #: ${appliance.serial}`,
      'BIOS: 4.11.fp',
      'CPUs: 4 expected, 4 allocated',
      'Memory: 8192 MB expected, 8192 MB allocated',
      'RAID: NA',
      'RAID Status: Unknown',
      'RAID Type: NA',
      'BMC: NA',
      '',
    ].join('\n'),
  );
