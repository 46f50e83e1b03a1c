import { managementOf, manages } from '../model';
import { alertStamp, commandStamp } from '../story/stamp';
import { type Command, menu, say } from './turn';

/** `applianceconfig list` of the SMA; layout composed (sample applianceconfig-list). */
export const applianceconfig: Command = ({ appliance, model }, words) => {
  if (words.join(' ') !== 'list') return say('Invalid arguments when processing: applianceconfig\n');
  const row = (name: string, address: string, type: string, last: string) =>
    `${name.padEnd(19)}${address.padEnd(17)}${type.padEnd(7)}${last}`;
  const rows = model.esas
    .filter((esa) => manages(appliance, esa))
    .map((esa) => row(esa.name, managementOf(esa).address, 'esa', 'Yes'));
  return say(['', row('Appliance Name', 'IP Address', 'Type', 'Authenticated'), ...rows, '', ''].join('\n'));
};

const MAIL_LOG = '\n 5. mail_logs           IronPort Text Mail Logs      Manual Download     None';

/** `logconfig`: names, types and retrieval; columns of sample logconfig-esa (TechNote 118315). */
export const logconfig: Command = ({ appliance }) =>
  menu(`
Currently configured logs:
    Log Name            Log Type                     Retrieval           Interval
---------------------------------------------------------------------------------
 1. antispam            Anti-Spam Logs               Manual Download     None
 2. bounces             Bounce Logs                  Manual Download     None
 3. cli_logs            CLI Audit Logs               Manual Download     None
 4. error_logs          IronPort Text Mail Logs      Manual Download     None${appliance.odd.keepsMailLog ? MAIL_LOG : ''}

Choose the operation you want to perform:
- NEW - Create a new log.
- EDIT - Modify a log subscription.
- DELETE - Remove a log subscription.
- SETUP - General settings.
- LOGHEADERS - Configure headers to log.
- HOSTKEYCONFIG - Configure SSH host keys.
`);

/** `displayalerts`: the empty list as in qa-esa, entries as recalled. */
export const displayalerts: Command = ({ appliance, at }) => {
  const { alerts } = appliance.odd;
  if (alerts.length === 0) return say('\nThere are no alerts stored currently on the appliance\n\n');
  const rows = [...alerts]
    .sort((one, other) => one.minutes - other.minutes)
    .map(({ minutes, text }) => `${alertStamp(at - minutes * 60_000)}    ${text}`);
  const heading = ['Date and Time Stamp           Description', '-'.repeat(80)];
  return say(['', ...heading, ...rows, '', ''].join('\n'));
};

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

/** `who`: the one who asks; columns of sample who. */
export const who: Command = () =>
  say(
    ['', 'Username  Login Time  Idle Time  Remote Host   What', '========  ==========  =========  ============  ====']
      .concat('admin     03:27PM     0s         192.0.2.123   cli', '', '')
      .join('\n'),
  );

/** `exit`: nothing is pending, so nothing is asked. */
export const exit: Command = () => ({ say: '', closes: true });
