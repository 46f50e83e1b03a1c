import type { Reply, Session } from './command-line';
import { promptOf } from './render/prompt';
import { type Ask, say, type Turn } from './render/turn';

/** What a login begins with: its prompt, the level that the last session left behind, or a question about the passphrase. */
export type Opening = 'prompt' | 'cluster-level' | 'passphrase-expired' | 'passphrase-reminder';

/** Whatever is typed counts as the old one: the worst that a blind line could meet (texts of sample login-expired). */
const oldPassphrase = (after: Turn): Ask => ({
  prompt: 'Old Password: ',
  answer: () => ({ say: '', ask: newPassphrase(after) }),
});

const newPassphrase = (after: Turn): Ask => ({
  prompt: 'New Password: ',
  answer: (first) => ({
    say: '',
    ask: {
      prompt: 'Retype New Password: ',
      answer: (second) =>
        first === '' || first !== second
          ? { say: 'The passwords do not match.\n', ask: oldPassphrase(after) }
          : { ...after, changes: 'passphrase' },
    },
  }),
});

/** Sample login-reminder: no is what Enter takes. */
const reminder = (after: Turn): Ask => ({
  prompt: 'Your passphrase will expire in 5 days. Do you want to change your password now? [N]> ',
  answer: (typed) => {
    if (/^y(es)?$/i.test(typed)) return { say: '', ask: oldPassphrase(after) };
    return typed === '' || /^no?$/i.test(typed) ? after : { say: 'Please answer Yes or No.\n', ask: reminder(after) };
  },
});

const asking = (session: Session, before: string, ask: Ask): Reply => ({
  session: { ...session, asked: ask },
  text: `${before}${ask.prompt}`,
});

/** The first screen of a login, from its ordinary one. A standalone appliance has no other level. */
export const openingOf = ({ session, text }: Reply, opening: Opening): Reply => {
  switch (opening) {
    case 'prompt':
      return { session, text };
    case 'cluster-level': {
      const mode = session.mode === 'standalone' ? 'standalone' : 'cluster';
      return { session: { ...session, mode }, text: promptOf(session.model, session.appliance, mode) };
    }
    case 'passphrase-expired':
      return asking(session, 'Your passphrase has expired.\n', oldPassphrase(say('')));
    case 'passphrase-reminder':
      return asking(session, '', reminder(say('')));
  }
};

/** The whole first screen: banner, then what `first` says, at once or after a while. */
export const late = (first: Reply, banner: string, afterMs: number | undefined): Reply => {
  if (afterMs === undefined) return { ...first, text: `${banner}${first.text}` };
  const { asked } = first.session;
  const turn = (): Turn => (asked ? { say: '', ask: asked } : say(''));
  return { session: { ...first.session, asked: null, later: { ms: afterMs, turn } }, text: banner };
};
