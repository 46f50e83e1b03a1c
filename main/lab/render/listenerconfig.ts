import { type LabAppliance, managementOf } from '../model';
import { type Command, menu } from './turn';

export interface MailListener {
  readonly name: string;
  readonly interface: string;
  readonly address: string;
  readonly kind: 'Public' | 'Private';
}

/** The ESA's listeners for ordinary mail, on port 25. */
export const mailListenersOf = (appliance: LabAppliance): readonly MailListener[] => {
  const data = appliance.interfaces.find((one) => one.name === 'Data 1');
  if (appliance.role === 'sma' || !data) return [];
  const inside = managementOf(appliance);
  return [
    { name: 'IncomingMail', interface: data.name, address: data.address, kind: 'Public' },
    { name: 'OutgoingMail', interface: inside.name, address: inside.address, kind: 'Private' },
  ];
};

/** `listenerconfig`: `cpq_listener` is hidden here (TechNote 200068). Sample listenerconfig-esa. */
export const listenerconfig: Command = ({ appliance }) =>
  menu(
    [
      '',
      'Currently configured listeners:',
      ...mailListenersOf(appliance).map(
        (one, at) => `${at + 1}. ${one.name} (on ${one.interface}, ${one.address}) SMTP TCP Port 25 ${one.kind}`,
      ),
      '',
      'Choose the operation you want to perform:',
      '- NEW - Create a new listener.',
      '- EDIT - Modify a listener.',
      '- DELETE - Remove a listener.',
      '- SETUP - Change global settings.',
      '',
    ].join('\n'),
  );
