import { Component, type ReactNode } from 'react';
import { Button } from '../../parts/button/button';
import { Empty } from '../../parts/feedback/empty';
import { useWords } from '../../texts/use-words';

const Sorry = () => {
  const words = useWords();
  return (
    <main className="welcome" role="alert">
      <Empty title={words.say('crash.title')} text={words.say('crash.text')}>
        <Button kind="primary" onPress={() => window.location.reload()}>
          {words.say('crash.reload')}
        </Button>
      </Empty>
    </main>
  );
};

/** Catches our own mistakes in one screen, so that the rest of the window goes on. */
export class Crashed extends Component<{ children: ReactNode }, { broken: boolean }> {
  override state = { broken: false };

  static getDerivedStateFromError(): { broken: boolean } {
    return { broken: true };
  }

  override render(): ReactNode {
    return this.state.broken ? <Sorry /> : this.props.children;
  }
}
