import type { Handlers } from '../../../preload/contract';
import type { Desk } from '../desk';
import type { AskWhere } from '../dialogs';
import { answersHandlers } from './answers';
import { appHandlers } from './app';
import { bundleHandlers } from './bundle';
import { casesHandlers } from './cases';
import { changePlanHandlers } from './change-plan';
import { evidenceHandlers } from './evidence';
import { labHandlers } from './lab';
import { materialHandlers } from './material';
import { notesHandlers } from './notes';
import { runHandlers } from './run';
import { secretsHandlers } from './secrets';
import { siteHandlers } from './site';

/** Every group of the contract; a missing or an extra verb does not compile. */
export const handlersOf = (desk: Desk, askWhere: AskWhere): Handlers => ({
  app: appHandlers(desk),
  cases: casesHandlers(desk),
  lab: labHandlers(desk),
  site: siteHandlers(desk),
  secrets: secretsHandlers(desk),
  answers: answersHandlers(desk),
  notes: notesHandlers(desk),
  material: materialHandlers(desk),
  run: runHandlers(desk),
  evidence: evidenceHandlers(desk),
  changePlan: changePlanHandlers(desk, askWhere),
  bundle: bundleHandlers(desk, askWhere),
});
