import type { Problem } from '../../main/core/model';
import type { Bridge } from '../../preload/contract';
import { bridge } from '../bridge';
import { forgetCase, takeView, useMirror } from '../stores/mirror';
import { goTo, goToCases, type Stop, useUi } from '../stores/ui';
import { answered, mirrored } from './reply';

/** The list of cases, newest first as main gives it. */
export const listCases = async (): Promise<void> => {
  const reply = await answered(bridge().cases.list(null));
  useMirror.setState(
    reply.ok ? { cases: reply.value, casesProblem: null } : { cases: [], casesProblem: reply.problem },
  );
};

export const listScenarios = async (): Promise<void> => {
  const reply = await answered(bridge().lab.scenarios(null));
  useMirror.setState({ scenarios: reply.ok ? reply.value.map((one) => one.name) : [] });
};

type Opening = ReturnType<Bridge['cases']['open']>;

const entered = async (asked: Opening, stop: Stop): Promise<Problem | null> => {
  const reply = await answered(asked);
  if (!reply.ok) return reply.problem;
  forgetCase();
  takeView(reply.value);
  goTo(reply.value.id, stop);
  return null;
};

export const createCase = (name: string): Promise<Problem | null> => entered(bridge().cases.create({ name }), 'site');

export const practise = (scenario: string, name: string): Promise<Problem | null> =>
  entered(bridge().lab.practise({ scenario, name }), 'site');

/** Opens a case where the page was last in it, else at its findings or its site. */
export const openCase = async (id: string, stop?: Stop): Promise<Problem | null> => {
  const reply = await answered(bridge().cases.open({ id }));
  if (!reply.ok) {
    useMirror.setState({ viewProblem: reply.problem });
    return reply.problem;
  }
  takeView(reply.value);
  goTo(id, stop ?? (reply.value.run.state === 'not-started' ? 'site' : 'findings'));
  return null;
};

/** Asks for a new snapshot of the open case, after a gap. */
export const refreshCase = (id: string): Promise<Problem | null> => mirrored(bridge().cases.open({ id }));

export const renameCase = (id: string, name: string): Promise<Problem | null> =>
  mirrored(bridge().cases.rename({ id, name }));

export const removeCase = async (id: string): Promise<Problem | null> => {
  const reply = await answered(bridge().cases.remove({ id }));
  if (!reply.ok) return reply.problem;
  if (useUi.getState().pickedCase === id) useUi.setState({ pickedCase: null });
  await listCases();
  return null;
};

export const restoreCase = async (id: string): Promise<Problem | null> => {
  const reply = await answered(bridge().cases.restore({ id }));
  if (!reply.ok) return reply.problem;
  await listCases();
  return null;
};

export const leaveCase = async (): Promise<void> => {
  goToCases();
  await listCases();
};
