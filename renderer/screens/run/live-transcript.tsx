import { useEffect, useRef } from 'react';
import type { Step } from '../../../main/core/model';
import type { CaseView } from '../../../preload/contract';
import { useCopy } from '../../hooks/use-copy';
import { Button } from '../../parts/button/button';
import { EffectTag } from '../../parts/command/effect-tag';
import { Icon } from '../../parts/icon/icon';
import { useMirror } from '../../stores/mirror';
import { goToStop } from '../../stores/ui';
import { checkTitle } from '../../texts/codes';
import { useWords } from '../../texts/use-words';
import { vantageName } from '../plan/vantage';

const SHOWN = 200;
const NONE: readonly string[] = [];

/** What the selected row's appliance says as it says it; without a live one, what the check quoted. */
export const LiveTranscript = ({ view, step }: { view: CaseView; step: Step }) => {
  const words = useWords();
  const { copied, copy } = useCopy();
  const live = useMirror((mirror) => mirror.transcripts[step.lane] ?? NONE);
  const quoted = view.observations.find((one) => one.step === step.id)?.quotes.map((quote) => quote.quote) ?? NONE;
  const lines = live.length > 0 ? live : quoted;
  const shown = lines.slice(-SHOWN);
  const end = useRef<HTMLDivElement>(null);
  const length = lines.length;
  useEffect(() => {
    if (length > 0 && end.current !== null) end.current.scrollTop = end.current.scrollHeight;
  }, [length]);
  return (
    <section className="live-part" aria-label={words.say('run.transcript', { name: vantageName(step.lane, words) })}>
      <div className="live-head">
        <Icon name="terminal" />
        <h2>{words.say('run.transcript', { name: vantageName(step.lane, words) })}</h2>
        <EffectTag effect="reads" />
        <span className="text2 wrap live-check">{checkTitle(step.check, words)}</span>
        <Button kind="quiet" small icon="copy" disabled={lines.length === 0} onPress={() => copy(lines.join('\n'))}>
          {words.say(copied ? 'copied' : 'copy')}
        </Button>
        <Button kind="quiet" small icon="forward" onPress={() => goToStop('transcripts')}>
          {words.say('transcripts.title')}
        </Button>
      </div>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region must be reachable by keyboard */}
      <div className="live-lines" ref={end} tabIndex={0} role="log" aria-live="off">
        {shown.length === 0 ? (
          <p className="text3">{words.say('run.noTranscript')}</p>
        ) : (
          shown.map((line, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: a transcript only grows
            <div key={index} className="live-line">
              <span className="live-number figures" aria-hidden="true">
                {lines.length - shown.length + index + 1}
              </span>
              <code className="wrap">{line}</code>
            </div>
          ))
        )}
      </div>
    </section>
  );
};
