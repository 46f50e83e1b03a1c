import { type LabAppliance, type LabInterface, type LabModel, managementOf, quarantineInterfaceOf } from './model';
import { type MailListener, mailListenersOf } from './render/listenerconfig';
import { logStamp } from './story/stamp';

/**
 * The configuration export of an appliance. Prolog, comment and network part are in the literal shape of real files;
 * the quarantine and cluster elements are composed, because no public file shows them (samples/config).
 */
export const configOf = (model: LabModel, appliance: LabAppliance): string => {
  const clustered = model.cluster !== null && appliance.role === 'esa';
  const body = clustered ? cluster(model, appliance) : machine(appliance, 1);
  return `${[...prolog(model, appliance), '<config>', ...body, '</config>'].join('\n')}\n`;
};

const prolog = (model: LabModel, appliance: LabAppliance): string[] => [
  '<?xml version="1.0" encoding="ISO-8859-1"?>',
  '<!DOCTYPE config SYSTEM "config.dtd">',
  '',
  '<!--',
  `  Product: ${appliance.product}`,
  `  Model Number: ${appliance.model}`,
  `  Version: ${appliance.version}`,
  `  Serial Number: ${appliance.serial}`,
  '  Number of CPUs: 4',
  '  Memory (GB): 8',
  `  Current Time: ${logStamp(model.now)}`,
  '  Feature "Incoming Mail Handling": Quantity = 1, Time Remaining = "Perpetual"',
  '-->',
];

const element = (depth: number, name: string, value: string | number): string =>
  `${'  '.repeat(depth)}<${name}>${value}</${name}>`;

const block = (depth: number, name: string, lines: readonly string[], attributes = ''): string[] => [
  `${'  '.repeat(depth)}<${name}${attributes}>`,
  ...lines,
  `${'  '.repeat(depth)}</${name}>`,
];

/** Cluster level first, then every machine with what only a machine can have. */
const cluster = (model: LabModel, own: LabAppliance): string[] => {
  const { name = '', group = '' } = model.cluster ?? {};
  const machines = model.esas.flatMap((esa) =>
    block(3, 'machine', [...network(esa, 4), ...listeners(esa, 4), ...override(esa, 4)], ` name="${esa.hostname}"`),
  );
  const shared = [...quarantine(own, 2), ...logs(2), ...ciphers(own, 2)];
  return block(1, 'cluster', [...shared, ...block(2, 'group', machines, ` name="${group}"`)], ` name="${name}"`);
};

const machine = (appliance: LabAppliance, depth: number): string[] => [
  ...network(appliance, depth),
  element(depth, 'fips_mode', 0),
  ...listeners(appliance, depth),
  ...quarantine(appliance, depth),
  ...logs(depth),
  ...ciphers(appliance, depth),
];

const network = (appliance: LabAppliance, depth: number): string[] => [
  element(depth, 'hostname', appliance.hostname),
  ...block(
    depth,
    'interfaces',
    appliance.interfaces.flatMap((one) => block(depth + 1, 'interface', interfaceOf(appliance, one, depth + 2))),
  ),
];

const interfaceOf = (appliance: LabAppliance, one: LabInterface, depth: number): string[] => [
  element(depth, 'interface_name', one.name),
  element(depth, 'ip', one.address),
  element(depth, 'phys_interface', one.jack),
  element(depth, 'netmask', one.prefix),
  element(depth, 'interface_hostname', one.hostname),
  ...(one === managementOf(appliance)
    ? [element(depth, 'sshd_port', appliance.sshPort), element(depth, 'httpsd_port', 443)]
    : []),
];

const listeners = (appliance: LabAppliance, depth: number): string[] => {
  const mail = mailListenersOf(appliance).map((one) => mailListener(one, depth + 1));
  const own = quarantineInterfaceOf(appliance);
  const hidden = own && appliance.centralised ? [hiddenListener(appliance, depth + 1)] : [];
  return block(depth, 'listeners', [...mail, ...hidden].flat());
};

const mailListener = (one: MailListener, depth: number): string[] =>
  block(depth, 'listener', [
    element(depth + 1, 'listener_name', one.name),
    element(depth + 1, 'protocol', 'SMTP'),
    element(depth + 1, 'interface_name', one.interface),
    element(depth + 1, 'port', 25),
    element(depth + 1, 'type', one.kind.toLowerCase()),
  ]);

const hiddenListener = (appliance: LabAppliance, depth: number): string[] =>
  block(depth, 'listener', [
    element(depth + 1, 'listener_name', 'cpq_listener'),
    element(depth + 1, 'protocol', 'SMTP'),
    element(depth + 1, 'interface_name', appliance.quarantine.interface),
    element(depth + 1, 'port', appliance.quarantine.port),
    element(depth + 1, 'listen_queue_size', 50),
    element(depth + 1, 'type', 'private'),
  ]);

const quarantine = (appliance: LabAppliance, depth: number): string[] =>
  block(depth, 'centralized_policy_quarantine', [
    element(depth + 1, 'cpq_enabled', appliance.centralised ? 1 : 0),
    element(depth + 1, 'cpq_interface', appliance.quarantine.interface),
    element(depth + 1, 'cpq_port', appliance.quarantine.port),
  ]);

/** What a member sets for itself below the cluster's setting. */
const override = (appliance: LabAppliance, depth: number): string[] => {
  const port = appliance.odd.overriddenPort;
  return port === null ? [] : quarantine({ ...appliance, quarantine: { ...appliance.quarantine, port } }, depth);
};

const logs = (depth: number): string[] =>
  block(
    depth,
    'log_subscriptions',
    block(depth + 1, 'log_text', [
      element(depth + 2, 'name', 'mail_logs'),
      element(depth + 2, 'module', 'mail'),
      element(depth + 2, 'log_level', 3),
    ]),
  );

const ciphers = ({ ciphers: { method, inbound, outbound } }: LabAppliance, depth: number): string[] =>
  block(depth, 'ssl', [
    element(depth + 1, 'ssl_inbound_method', method),
    element(depth + 1, 'ssl_inbound_ciphers', inbound),
    element(depth + 1, 'ssl_outbound_method', method),
    element(depth + 1, 'ssl_outbound_ciphers', outbound),
  ]);
