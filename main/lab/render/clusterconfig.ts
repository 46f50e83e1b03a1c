import type { LabModel } from '../model';
import { type Command, choose, menu, say, type Turn } from './turn';

/** `clusterconfig list`, `clusterconfig connstatus`, and the questions that stand behind the bare word. */
export const clusterconfig: Command = ({ model, appliance }, words) => {
  if (model.cluster === null || appliance.role === 'sma') return standalone();
  const [word] = words;
  if (word === 'list') return say(listOf(model, model.cluster));
  if (word === 'connstatus') return say(connections(model));
  return word === undefined
    ? menu(operations(model, model.cluster))
    : say('Invalid arguments when processing: clusterconfig\n');
};

const standalone = (): Turn =>
  choose(STANDALONE, 4, 1, (item) => (item === 1 ? say('\n') : { ...say('\n'), changes: `cluster choice ${item}` }));

const STANDALONE = `
Do you want to join or create a cluster?
1. No, configure as standalone.
2. Create a new cluster.
3. Join an existing cluster over SSH.
4. Join an existing cluster over CCS.
`;

type Cluster = NonNullable<LabModel['cluster']>;

const listOf = (model: LabModel, { name, group, others = [] }: Cluster): string =>
  [
    '',
    `Cluster ${name}`,
    '='.repeat(`Cluster ${name}`.length),
    `Group ${group}:`,
    ...model.esas.map((esa) => `    Machine ${esa.hostname} (Serial #: ${esa.serial})`),
    ...others.map((hostname) => `    Machine ${hostname} (Serial #: 420A1B2C3D4E5F607199-012345678999)`),
    '',
    '',
  ].join('\n');

const connections = (model: LabModel): string =>
  [
    '',
    'Connection status:',
    ...model.esas.flatMap((one, at) =>
      model.esas.slice(at + 1).map((other) => `  ${one.hostname} <-> ${other.hostname}: connected`),
    ),
    '',
    '',
  ].join('\n');

const operations = (model: LabModel, { name, group }: Cluster): string =>
  [
    '',
    `This machine is in cluster ${name}, group ${group}, with ${model.esas.length} machines.`,
    '',
    'Choose the operation you want to perform:',
    '- ADDGROUP - Add a cluster group.',
    '- LIST - List the machines in the cluster.',
    '- CONNSTATUS - Show the status of connections between machines in the cluster.',
    '- DISCONNECT - Temporarily detach machines from the cluster.',
    '',
  ].join('\n');
