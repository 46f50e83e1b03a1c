import type { Handlers } from '../../../preload/contract';
import { good } from '../../core/model';
import type { Desk } from '../desk';

export const runHandlers = (desk: Desk): Pick<Handlers['run'], 'start' | 'cancel'> => ({
  start: ({ id, goesOn }) => desk.on(id, (session) => session.start(goesOn)),
  cancel: ({ id, step }) => desk.on(id, async (session) => good(session.cancel(step))),
});
