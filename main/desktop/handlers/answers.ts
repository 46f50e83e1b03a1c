import type { Handlers } from '../../../preload/contract';
import type { Desk } from '../desk';

/** The site's own words for direction and cluster follow the answers, so that a profile written from it agrees. */
export const answersHandlers = (desk: Desk): Handlers['answers'] => ({
  save: ({ id, answers }) =>
    desk.on(id, (session) =>
      session.change((record) => ({
        ...record,
        answers,
        site: { ...record.site, direction: answers.direction, cluster: answers.cluster, symptoms: answers.symptoms },
      })),
    ),
});
