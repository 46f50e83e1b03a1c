import { z } from 'zod';
import { atItsPrompt } from './appliance-targets';
import { check } from './check';
import { fromCommand, passed } from './from-command';
import { lineWhere } from './lines';

const Data = z.looseObject({
  cluster: z.string().nullable(),
  groups: z.array(
    z.looseObject({
      name: z.string(),
      machines: z.array(z.looseObject({ name: z.string(), connected: z.boolean().nullable() })),
    }),
  ),
});

/** Which machines belong to the cluster, and are they connected? */
export const clusterMembers = check({
  id: 'cluster-members',
  by: 'command',
  command: 'clusterconfig-list',
  roles: ['esa'],
  needs: ['ssh-session'],
  seconds: 2,
  connections: 0,
  leaves: 0,
  limitMs: 30_000,
  data: Data,
  targets: ({ site, answers }) =>
    answers.cluster === 'standalone'
      ? []
      : site.appliances
          .filter((one) => one.role === 'esa')
          .map((one) => ({ vantage: one.name, subject: one.name, peer: null, flow: null })),
  live: atItsPrompt('clusterconfig-list'),
  read: fromCommand(Data, (data, text) =>
    passed(data, [
      ...lineWhere(text, (line) => /^cluster /i.test(line)),
      ...data.groups.flatMap((group) =>
        group.machines.flatMap(({ name }) => lineWhere(text, (line) => line.trim().split(/\s+/)[1] === name)),
      ),
    ]),
  ),
});
