import type { Act, Step } from '../../core/model';
import type { ActAnswer, ActContext } from '../world';
import { actOpenSession, type Sessions } from './open-session';
import { actProbe } from './probe-tls';
import { actReadCapture } from './read-capture';
import { actReadCli, actReadConfig, actReadLogs, actReadTranscript } from './read-material';
import { actReadWords } from './read-words';
import { actCommand } from './run-command';

/** One actor for each kind of act. */
export const actOn = async (
  step: Step,
  act: Act,
  context: ActContext,
  sessions: Sessions,
): Promise<readonly ActAnswer[]> => {
  switch (act.kind) {
    case 'open-session':
      return [await actOpenSession(act, context, sessions)];
    case 'command':
      return [await actCommand(act, step.check, context, sessions)];
    case 'tls-probe':
      return [await actProbe(act, context)];
    case 'read-logs':
      return [await actReadLogs(act, context)];
    case 'read-capture':
      return [await actReadCapture(act, context)];
    case 'read-config':
      return [await actReadConfig(act, context)];
    case 'read-cli':
      return [await actReadCli(act, step.check, context)];
    case 'read-words':
      return [actReadWords(act)];
    case 'read-transcript':
      return actReadTranscript(act, step.vantage, context);
  }
};
