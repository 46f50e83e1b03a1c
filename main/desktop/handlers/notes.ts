import type { Handlers } from '../../../preload/contract';
import type { Desk } from '../desk';

export const notesHandlers = (desk: Desk): Handlers['notes'] => ({
  save: ({ id, notes }) => desk.on(id, (session) => session.change((record) => ({ ...record, notes }))),
});
