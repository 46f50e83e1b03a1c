import { useEffect, useState } from 'react';
import type { Problem } from '../../../main/core/model';
import type { BundlePreview, CaseView } from '../../../preload/contract';
import { makeBundle, previewBundle } from '../../actions/bundle';
import { useKeys } from '../../hooks/use-keys';
import { Button } from '../../parts/button/button';
import { Loading } from '../../parts/feedback/loading';
import { ProblemLine } from '../../parts/feedback/problem-line';
import { Switch } from '../../parts/field/switch';
import { Icon } from '../../parts/icon/icon';
import { BottomBar } from '../../parts/layout/bottom-bar';
import { CaseLayout, Screen, ScreenHead } from '../../parts/layout/case-layout';
import { Glyph } from '../../parts/status/glyph';
import { useUi } from '../../stores/ui';
import { size } from '../../texts/figures';
import { useWords } from '../../texts/use-words';
import { BundleFiles } from './bundle-files';
import { EarlierBundles, Replaced } from './bundle-sides';
import './bundle.css';

type Preview = { preview: BundlePreview | null; problem: Problem | null };

/** The preview of what goes in, asked again when the choice or the case changes. */
const usePreview = (view: CaseView, pseudonymise: boolean): Preview & { again: () => void } => {
  const [state, setState] = useState<Preview>({ preview: null, problem: null });
  const [turn, setTurn] = useState(0);
  const { id, serial } = view;
  // biome-ignore lint/correctness/useExhaustiveDependencies: `serial` and `turn` say when to ask again
  useEffect(() => {
    let current = true;
    void previewBundle(id, pseudonymise).then((reply) => {
      if (!current) return;
      setState(reply.ok ? { preview: reply.value, problem: null } : { preview: null, problem: reply.problem });
    });
    return () => {
      current = false;
    };
  }, [id, serial, pseudonymise, turn]);
  return { ...state, again: () => setTurn((before) => before + 1) };
};

type Made = { busy: boolean; said: string | null; problem: Problem | null };

const useMaking = (id: string, pseudonymise: boolean) => {
  const words = useWords();
  const [made, setMade] = useState<Made>({ busy: false, said: null, problem: null });
  const make = async () => {
    setMade({ busy: true, said: null, problem: null });
    const reply = await makeBundle(id, pseudonymise);
    if (!reply.ok) return setMade({ busy: false, said: null, problem: reply.problem });
    const done = reply.value;
    const said =
      done === null
        ? words.say('bundle.closed')
        : words.say('bundle.made', { name: done.name, size: size(done.bytes, words.language), count: done.files });
    return setMade({ busy: false, said, problem: null });
  };
  return { made, make: () => void make() };
};

/** What goes in, what is replaced, and one button that writes and checks. */
export const BundleScreen = ({ view }: { view: CaseView }) => {
  const words = useWords();
  const pseudonymise = useUi((ui) => ui.pseudonymise);
  const { preview, problem, again } = usePreview(view, pseudonymise);
  const { made, make } = useMaking(view.id, pseudonymise);
  useKeys({ 'Ctrl+b': make });
  const bar = (
    <BottomBar stop="bundle" hint={preview?.name ?? ''} enter={false}>
      <Button kind="primary" icon="box" busy={made.busy} disabled={preview === null} onPress={make}>
        {words.say(made.busy ? 'bundle.making' : 'bundle.make')}
      </Button>
    </BottomBar>
  );
  return (
    <CaseLayout view={view} bar={bar}>
      <Screen>
        <ScreenHead title={words.say('bundle.title')} lead={words.say('bundle.lead')} />
        <div role="status" className="bundle-said">
          {made.said === null ? null : (
            <p className="bundle-made">
              <Glyph name="tick" tone="ok" /> <span className="wrap">{made.said}</span>
            </p>
          )}
        </div>
        <ProblemLine problem={made.problem} />
        <ProblemLine problem={problem} onRetry={again} />
        <div className="bundle">
          {preview === null ? (
            problem === null ? (
              <Loading text={words.say('bundle.reading')} rows={5} />
            ) : null
          ) : (
            <BundleFiles preview={preview} />
          )}
          <div className="bundle-side">
            <Switch
              label={words.say('bundle.pseudonyms')}
              on={pseudonymise}
              onChange={(on) => useUi.setState({ pseudonymise: on })}
            />
            <p className="text2 small">{words.say(pseudonymise ? 'bundle.pseudonymsText' : 'bundle.withNames')}</p>
            <p className="bundle-secrets">
              <Icon name="lock" size={13} /> {words.say('bundle.secrets')}
            </p>
            {preview === null ? null : <Replaced preview={preview} />}
            <EarlierBundles bundles={view.bundles} />
          </div>
        </div>
      </Screen>
    </CaseLayout>
  );
};
