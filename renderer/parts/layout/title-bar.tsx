import type { ReactNode } from 'react';
import { changeSettings } from '../../actions/settings';
import { useMirror } from '../../stores/mirror';
import { useWords } from '../../texts/use-words';
import { Button } from '../button/button';
import type { IconName } from '../icon/icon';
import { Mark } from '../icon/mark';
import './layout.css';

const NEXT = { system: 'light', light: 'dark', dark: 'system' } as const;
const ICONS: Record<keyof typeof NEXT, IconName> = { system: 'half', light: 'sun', dark: 'moon' };

const Preferences = () => {
  const words = useWords();
  const { language, theme } = useMirror((mirror) => mirror.settings);
  const other = language === 'en' ? 'fr' : 'en';
  return (
    <>
      <Button
        kind="quiet"
        small
        title={words.say(other === 'fr' ? 'title.toFrench' : 'title.toEnglish')}
        onPress={() => void changeSettings({ language: other })}
      >
        <span aria-hidden="true">{language.toUpperCase()}</span>
        <span className="only-heard">{words.say(other === 'fr' ? 'title.toFrench' : 'title.toEnglish')}</span>
      </Button>
      <Button
        kind="quiet"
        icon={ICONS[theme]}
        label={`${words.say('title.theme')}: ${words.say(`title.theme_${theme}`)}`}
        onPress={() => void changeSettings({ theme: NEXT[theme] })}
      />
    </>
  );
};

/** Mark, what the window holds, and language and theme, which switch in place. */
export const TitleBar = ({ children }: { children?: ReactNode }) => {
  const words = useWords();
  return (
    <header className="title-bar">
      <Mark />
      {children ?? (
        <>
          <span className="title-name">{words.say('name')}</span>
          <span className="title-space" />
        </>
      )}
      <Preferences />
    </header>
  );
};
