import { type Command, menu } from './turn';

/** `interfaceconfig`: the list, then a menu that the lab only lets you leave. Sample interfaceconfig-esa1. */
export const interfaceconfig: Command = ({ appliance }) =>
  menu(
    [
      '',
      'Currently configured interfaces:',
      ...appliance.interfaces.map(
        (one, at) => `${at + 1}. ${one.name} (${one.address}/${one.prefix} on ${one.jack}: ${one.hostname})`,
      ),
      '',
      'Choose the operation you want to perform:',
      '- NEW - Create a new interface.',
      '- EDIT - Modify an interface.',
      '- GROUPS - Define interface groups.',
      '- DELETE - Remove an interface.',
      '',
    ].join('\n'),
  );
