import type { CaseLine, Handlers } from '../../../preload/contract';
import type { CaseEntry } from '../../cases';
import { diagnose } from '../../core/diagnosis';
import { type CaseRecord, good } from '../../core/model';
import type { Desk } from '../desk';

/** A case that never ran has no verdict; one that ran is judged again, as when it is opened. */
const judged = ({ site, answers, observations, run }: CaseRecord): Pick<CaseLine, 'verdict' | 'primary'> => {
  if (run === null) return { verdict: null, primary: [] };
  const { verdict, primary } = diagnose(site, answers, observations);
  return { verdict, primary };
};

const unreadable = ({ id, problem }: CaseEntry): CaseLine => ({
  id,
  name: id,
  serviceRequest: null,
  changedAt: '',
  verdict: null,
  primary: [],
  appliances: 0,
  lab: null,
  problem,
});

const lineOf = (entry: CaseEntry): CaseLine => {
  const { id, record, problem } = entry;
  if (record === null) return unreadable(entry);
  const { name, changedAt, site, lab } = record;
  const appliances = site.appliances.length;
  return { id, name, serviceRequest: site.case, changedAt, appliances, lab, problem, ...judged(record) };
};

export const casesHandlers = (desk: Desk): Handlers['cases'] => ({
  list: async () => good((await desk.rooms.store.list()).map(lineOf)),
  create: async ({ name }) => {
    const session = await desk.create(name, (record) => record);
    return session.ok ? good(session.value.view()) : session;
  },
  open: ({ id }) => desk.show(id),
  rename: ({ id, name }) => desk.on(id, (session) => session.change((record) => ({ ...record, name }))),
  remove: async ({ id }) => {
    await desk.putAway(id);
    return await desk.rooms.store.remove(id);
  },
  restore: ({ id }) => desk.rooms.store.restore(id),
});
