import type { Handlers } from '../../../preload/contract';
import { bad, problem } from '../../core/model';
import type { Desk } from '../desk';

export const bundleHandlers = (_desk: Desk): Handlers['bundle'] => ({
  preview: async ({ id }) => bad(problem('not-built-yet', id)),
  make: async ({ id }) => bad(problem('not-built-yet', id)),
});
