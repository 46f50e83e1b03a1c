import { enter, goOn, logIn, type Reply } from './command-line';
import { type LabAppliance, type LabModel, managementOf, reach } from './model';
import { bannerOf } from './render/prompt';
import type { Story } from './story/tell';

export interface Desktop {
  readonly model: LabModel;
  readonly story: Story;
  readonly at: number;
}

/** The screen of a login in which somebody types these lines, from the first prompt to the last; `\n` line ends. */
export const screenOf = ({ model, story, at }: Desktop, appliance: LabAppliance, lines: readonly string[]): string => {
  let reply = logIn(model, story, appliance.name);
  let screen = reply.text;
  for (const line of lines) {
    reply = patiently(enter(reply.session, line, at));
    screen += `${line}\n${reply.text}`;
  }
  return screen;
};

/** Waits until the appliance has taken its time. */
const patiently = (reply: Reply): Reply => {
  if (!reply.session.later) return reply;
  const next = goOn(reply.session);
  return { ...next, text: `${reply.text}${next.text}` };
};

/** A command of the allow-list as a person would type it, with its answers. */
export interface Typing {
  /** Name in the allow-list. */
  readonly command: string;
  /** Where its output is kept. */
  readonly file: string;
  readonly lines: readonly string[];
}

const typing = (command: string, ...lines: readonly string[]): Typing => ({ command, file: `${command}.txt`, lines });

/** Every read-only command that answers a check, as it is typed at this appliance. */
export const typingsAt = (model: LabModel, appliance: LabAppliance): readonly Typing[] => {
  const clustered = model.cluster !== null && appliance.role === 'esa';
  // At machine level the settings of a cluster are inherited: the first choice goes where they stand.
  const inherited = clustered ? ['1'] : [];
  return [
    typing('version', 'version'),
    typing('status', 'status'),
    typing('status-detail', 'status detail'),
    typing('tophosts', 'tophosts', '1'),
    typing('interfaceconfig', 'interfaceconfig', ''),
    typing('sslconfig', 'sslconfig', ...inherited, ''),
    typing('netstat', 'netstat', '1', '3', 'Y', 'Y'),
    typing('logconfig', 'logconfig', ...inherited, ''),
    typing('displayalerts', 'displayalerts'),
    typing('date', 'date'),
    typing('workqueue', 'workqueue status'),
    ...telnets(model, appliance),
    ...(appliance.role === 'esa' ? ofEsa(inherited, clustered) : [typing('applianceconfig', 'applianceconfig list')]),
  ];
};

const ofEsa = (inherited: readonly string[], clustered: boolean): Typing[] => [
  typing('listenerconfig', 'listenerconfig', ...inherited, ''),
  typing('showrecipients', 'showrecipients', '1', 'the.cpq.host'),
  ...(clustered
    ? [
        typing('clusterconfig-list', 'clusterconfig list'),
        typing('clusterconfig-connstatus', 'clusterconfig connstatus'),
      ]
    : []),
];

/** To every appliance at the other end, from the management interface. */
const telnets = (model: LabModel, appliance: LabAppliance): Typing[] => {
  const peers = appliance.role === 'esa' ? [model.sma] : model.esas;
  const item = String(appliance.interfaces.indexOf(managementOf(appliance)) + 2);
  return peers.map((peer) => {
    const answers = [item, peer.known.address, String(peer.known.port)];
    const goodbye = reach(model, appliance, peer) === 'open' ? ['QUIT'] : [];
    return { command: 'telnet', file: `telnet-${peer.name}.txt`, lines: ['telnet', ...answers, ...goodbye] };
  });
};

/** A whole terminal capture, from the login to `exit`, with the line ends of a terminal. */
export const captureOf = (desktop: Desktop, appliance: LabAppliance): string => {
  const lines = ['version', 'status detail', 'tophosts', '1', 'interfaceconfig', '', 'exit'];
  return `${bannerOf(appliance, desktop.at)}${screenOf(desktop, appliance, lines)}`.replaceAll('\n', '\r\n');
};
