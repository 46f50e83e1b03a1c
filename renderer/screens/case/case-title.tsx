import { useState } from 'react';
import type { CaseView } from '../../../preload/contract';
import { leaveCase, renameCase } from '../../actions/cases';
import { saveSite } from '../../actions/site';
import { reachOf } from '../../derive/facts';
import { Button } from '../../parts/button/button';
import { Field } from '../../parts/field/field';
import { SmallPath } from '../../parts/path-diagram/small-path';
import { useWords } from '../../texts/use-words';
import { caseName } from '../cases/case-row';
import './case-title.css';

const Names = ({ view, onDone }: { view: CaseView; onDone: () => void }) => {
  const words = useWords();
  return (
    <form
      className="name-form"
      onSubmit={(event) => {
        event.preventDefault();
        onDone();
      }}
    >
      <Field
        label={words.say('title.caseName')}
        value={view.name}
        autoFocus
        onCommit={(name) => void renameCase(view.id, name.trim())}
      />
      <Field
        label={words.say('title.serviceRequest')}
        value={view.site.case ?? ''}
        onCommit={(number) =>
          void saveSite(view.id, { ...view.site, case: number.trim() === '' ? null : number.trim() })
        }
      />
      <Button small submit>
        {words.say('close')}
      </Button>
    </form>
  );
};

/** Back to Cases, the case's name and service request, its small path, and how the site is reached. */
export const CaseTitle = ({ view, onPath }: { view: CaseView; onPath: () => void }) => {
  const words = useWords();
  const [naming, setNaming] = useState(false);
  const reach = view.lab === null ? reachOf(view.site.appliances) : 'practice';
  const request = view.site.case;
  return (
    <>
      <Button kind="quiet" small icon="back" onPress={() => void leaveCase()}>
        {words.say('title.backToCases')}
      </Button>
      <span className="title-line" />
      <button
        type="button"
        className="title-button"
        title={words.say('title.rename')}
        aria-expanded={naming}
        onClick={() => setNaming((open) => !open)}
      >
        <span className="title-name">{caseName(view.name, words)}</span>
        <span className="title-request">
          {request === null ? words.say('title.noRequest') : words.say('title.request', { number: request })}
        </span>
      </button>
      {naming ? <Names view={view} onDone={() => setNaming(false)} /> : null}
      <button
        type="button"
        className="title-path"
        aria-label={words.say('title.openPath')}
        title={words.say('title.openPath')}
        onClick={onPath}
      >
        <SmallPath drawing={view.drawing} />
      </button>
      <span className="title-space" />
      <span className={`reach reach-${reach}`}>{words.say(`title.${reach}`)}</span>
    </>
  );
};
