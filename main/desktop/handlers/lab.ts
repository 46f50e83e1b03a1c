import type { Handlers } from '../../../preload/contract';
import { good } from '../../core/model';
import { scenarios } from '../../lab';
import type { Desk } from '../desk';

export const labHandlers = (desk: Desk): Handlers['lab'] => ({
  scenarios: async () => good(scenarios.map(({ name }) => ({ name }))),
  practise: async ({ scenario, name }) => {
    const lab = await desk.rooms.practise(scenario);
    if (!lab.ok) return lab;
    const { direction, cluster, symptoms } = lab.value.site;
    const session = await desk.create(name, (record) => ({
      ...record,
      lab: scenario,
      answers: { ...record.answers, direction, cluster, symptoms },
    }));
    if (session.ok) return await session.value.adopt(lab.value);
    await lab.value.close();
    return session;
  },
});
