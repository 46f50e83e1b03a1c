import type { CaseView } from '../../../preload/contract';
import { Segmented } from '../../parts/field/segmented';
import { CaseLayout, Screen, ScreenHead } from '../../parts/layout/case-layout';
import { Quote } from '../../parts/quote/quote';
import { useMirror } from '../../stores/mirror';
import { choose, useUi } from '../../stores/ui';
import { checkTitle } from '../../texts/codes';
import { useWords } from '../../texts/use-words';
import { vantageName } from '../plan/vantage';

/** What the appliances said, as it came: the live text of this window, else what each check quoted. */
export const TranscriptsScreen = ({ view }: { view: CaseView }) => {
  const words = useWords();
  const live = useMirror((mirror) => mirror.transcripts);
  const quoted = view.observations.filter((one) => one.quotes.length > 0);
  const names = [...new Set([...Object.keys(live), ...quoted.map((one) => one.vantage)])];
  const wanted = useUi((ui) => ui.chosen.transcript);
  const name = names.find((one) => one === wanted) ?? names[0];
  const lines = name === undefined ? [] : (live[name] ?? []);
  return (
    <CaseLayout view={view}>
      <Screen>
        <ScreenHead
          title={words.say('transcripts.title')}
          lead={words.say(name === undefined ? 'transcripts.empty' : 'transcripts.lead')}
        />
        {name === undefined ? null : (
          <Segmented
            label={words.say('transcripts.title')}
            hideLabel
            value={name}
            options={names.map((value) => ({ value, label: vantageName(value, words) }))}
            onChoose={(value) => choose('transcript', value)}
          />
        )}
        {lines.length > 0 && name !== undefined ? (
          <Quote
            label={words.say('transcripts.of', { name: vantageName(name, words) })}
            lines={lines.map((text, index) => ({ line: index + 1, text, decisive: false }))}
          />
        ) : (
          quoted
            .filter((one) => one.vantage === name)
            .map((one) => (
              <section key={one.id}>
                <h2>{checkTitle(one.check, words)}</h2>
                <Quote
                  label={checkTitle(one.check, words)}
                  lines={one.quotes.map((quote) => ({ line: quote.line, text: quote.quote, decisive: false }))}
                />
              </section>
            ))
        )}
      </Screen>
    </CaseLayout>
  );
};
