import { useState } from 'react';
import type { CaseLine } from '../../../preload/contract';
import { openCase, removeCase } from '../../actions/cases';
import { caseGroups, matches } from '../../derive/case-groups';
import { useDoing } from '../../hooks/use-doing';
import { useKeys } from '../../hooks/use-keys';
import { Button } from '../../parts/button/button';
import { ProblemLine } from '../../parts/feedback/problem-line';
import { Icon } from '../../parts/icon/icon';
import { useUi } from '../../stores/ui';
import { causeTitle } from '../../texts/codes';
import { useWords } from '../../texts/use-words';
import { CasePreview } from './case-preview';
import { CaseRow } from './case-row';
import { UndoToast } from './undo-toast';

interface Props {
  cases: readonly CaseLine[];
  onCreate: () => void;
  onLab: () => void;
}

const step = (cases: readonly CaseLine[], chosen: string | undefined, by: 1 | -1): void => {
  const index = cases.findIndex((line) => line.id === chosen);
  const next = cases[Math.min(cases.length - 1, Math.max(0, index + by))];
  if (next !== undefined) useUi.setState({ pickedCase: next.id });
};

/** The list of cases at the left, the chosen one at the right. */
export const CaseBrowser = ({ cases, onCreate, onLab }: Props) => {
  const words = useWords();
  const [search, setSearch] = useState('');
  const [removed, setRemoved] = useState<CaseLine | null>(null);
  const picked = useUi((ui) => ui.pickedCase);
  const doing = useDoing();
  const found = cases.filter((line) =>
    matches(
      line,
      line.primary.map((code) => causeTitle(code, words)),
      search,
    ),
  );
  const chosen = found.find((line) => line.id === picked) ?? found[0];
  const open = (id: string) => void doing.run(() => openCase(id));
  const remove = async (line: CaseLine) => {
    if (await doing.run(() => removeCase(line.id))) setRemoved(line);
  };
  useKeys({
    j: () => step(found, chosen?.id, 1),
    k: () => step(found, chosen?.id, -1),
    ...(chosen === undefined ? {} : { Enter: () => open(chosen.id), Delete: () => void remove(chosen) }),
  });
  return (
    <div className="browser">
      <main className="browser-list">
        <div className="section-head">
          <h1>{words.say('cases.title')}</h1>
          <Button small icon="flask" onPress={onLab}>
            {words.say('cases.lab')}
          </Button>
          <Button small kind="primary" icon="plus" keys="N" onPress={onCreate}>
            {words.say('cases.new')}
          </Button>
        </div>
        <label className="search">
          <Icon name="search" />
          <span className="only-heard">{words.say('cases.search')}</span>
          <input
            type="search"
            value={search}
            placeholder={words.say('cases.search')}
            onChange={(event) => setSearch(event.target.value)}
          />
        </label>
        <ProblemLine problem={doing.problem} />
        {found.length === 0 ? <p className="text2">{words.say('cases.noMatch', { text: search })}</p> : null}
        {caseGroups(found, new Date()).map((group) => (
          <section key={group.name}>
            <h2 className="browser-group">{words.say(`cases.${group.name}`)}</h2>
            <ul>
              {group.cases.map((line) => (
                <CaseRow key={line.id} line={line} chosen={line.id === chosen?.id} onOpen={() => open(line.id)} />
              ))}
            </ul>
          </section>
        ))}
      </main>
      {chosen === undefined ? null : (
        <CasePreview
          line={chosen}
          busy={doing.busy}
          onOpen={() => open(chosen.id)}
          onRemove={() => void remove(chosen)}
        />
      )}
      {removed === null ? null : <UndoToast key={removed.id} line={removed} onGone={() => setRemoved(null)} />}
    </div>
  );
};
