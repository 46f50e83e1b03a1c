import { managementOf } from '../model';
import { commandStamp } from '../story/stamp';
import { type Command, menu, say } from './turn';

/** `applianceconfig list` of the SMA; layout composed (sample applianceconfig-list). */
export const applianceconfig: Command = ({ model }, words) => {
  if (words.join(' ') !== 'list') return say('Invalid arguments when processing: applianceconfig\n');
  const row = (name: string, address: string, type: string, last: string) =>
    `${name.padEnd(19)}${address.padEnd(17)}${type.padEnd(7)}${last}`;
  const rows = model.esas.map((esa) => row(esa.name, managementOf(esa).address, 'esa', 'Yes'));
  return say(['', row('Appliance Name', 'IP Address', 'Type', 'Authenticated'), ...rows, '', ''].join('\n'));
};

/** `logconfig`: names, types and retrieval; columns of sample logconfig-esa (TechNote 118315). */
export const logconfig: Command = () =>
  menu(`
Currently configured logs:
    Log Name            Log Type                     Retrieval           Interval
---------------------------------------------------------------------------------
 1. antispam            Anti-Spam Logs               Manual Download     None
 2. bounces             Bounce Logs                  Manual Download     None
 3. cli_logs            CLI Audit Logs               Manual Download     None
 4. error_logs          IronPort Text Mail Logs      Manual Download     None
 5. mail_logs           IronPort Text Mail Logs      Manual Download     None

Choose the operation you want to perform:
- NEW - Create a new log.
- EDIT - Modify a log subscription.
- DELETE - Remove a log subscription.
- SETUP - General settings.
- LOGHEADERS - Configure headers to log.
- HOSTKEYCONFIG - Configure SSH host keys.
`);

/** `displayalerts` of an appliance that has none (qa-esa). */
export const displayalerts: Command = () => say('\nThere are no alerts stored currently on the appliance\n\n');

/** `date`; as recalled. */
export const date: Command = ({ at }) => say(`\n${commandStamp(at)}\n\n`);

/** `workqueue status`; fields of qa-esa. The bare word opens a menu with `pause` in it. */
export const workqueue: Command = ({ at }, words) => {
  const text = ['', `Status as of: ${commandStamp(at)}`, 'Status:       Operational', 'Messages:     0', ''];
  if (words.join(' ') === 'status') return say([...text, ''].join('\n'));
  if (words.length > 0) return say('Invalid arguments when processing: workqueue\n');
  const operations = [
    '- STATUS - Display work queue status.',
    '- PAUSE - Pause the work queue.',
    '- RATE - Display work queue statistics over time.',
  ];
  return menu([...text, 'Choose the operation you want to perform:', ...operations, ''].join('\n'));
};

/** `showchanges`: nothing is pending in the lab; words as recalled. */
export const showchanges: Command = () => say('\nThere are no changes to show.\n\n');

/** `exit`: nothing is pending, so nothing is asked. */
export const exit: Command = () => ({ say: '', closes: true });
