import type { Problem } from '../../main/core/model';
import type { Settings } from '../../preload/contract';
import { bridge } from '../bridge';
import { useMirror } from '../stores/mirror';
import { switchLanguage } from '../texts/setup';
import { applySettings } from '../theme/apply';
import { answered } from './reply';

const taken = async (settings: Settings): Promise<void> => {
  useMirror.setState({ settings });
  applySettings(settings);
  await switchLanguage(settings.language);
};

/** Language and theme as main holds them; on failure the page keeps what it has. */
export const readSettings = async (): Promise<Problem | null> => {
  const reply = await answered(bridge().app.settings(null));
  if (!reply.ok) return reply.problem;
  await taken(reply.value);
  return null;
};

/** Switches in place, without a reload: selection and scroll stay. */
export const changeSettings = async (change: Partial<Settings>): Promise<Problem | null> => {
  const reply = await answered(bridge().app.changeSettings({ ...useMirror.getState().settings, ...change }));
  if (!reply.ok) return reply.problem;
  await taken(reply.value);
  return null;
};
