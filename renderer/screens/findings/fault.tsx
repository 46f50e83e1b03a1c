import type { CaseView } from '../../../preload/contract';
import { besideOf, type Cause, causesOf } from '../../derive/conclusion';
import { confirmedLook, LOOKS } from '../../parts/status/looks';
import { Status } from '../../parts/status/status';
import { selectFinding } from '../../stores/selection';
import { becauseText, findingTitle, verdictHalves } from '../../texts/codes';
import { useWords } from '../../texts/use-words';
import { Because } from './because';
import { Consequence } from './consequence';
import { EvidenceList } from './evidence-list';
import { Repair } from './repair';
import { FindingLine } from './verdict-line';
import { WhatIf } from './what-if';

const toneOf = (cause: Cause): string =>
  (cause.findings[0].status === 'confirmed' ? confirmedLook(cause.findings[0].severity) : LOOKS.suspected).tone;

/** The verdict of one cause: its first half in the colour of its state. */
const OneCause = ({ cause }: { cause: Cause }) => {
  const words = useWords();
  const [finding] = cause.findings;
  const [first, rest] = verdictHalves(finding, words);
  const suspected = finding.status === 'suspected';
  return (
    <section className="cause" aria-label={findingTitle(finding, words)}>
      <FindingLine finding={finding} />
      <h1 className="verdict">
        <span className={`tone-${toneOf(cause)}`}>
          {suspected ? words.say('findings.suspectedSentence', { sentence: first }) : first}
        </span>{' '}
        {rest}
      </h1>
      <Because finding={finding} />
      <AlsoFor cause={cause} />
      <hr className="rule" />
      <Repair finding={finding} />
      <WhatIf finding={finding} />
      <EvidenceList finding={finding} />
      <Explained cause={cause} />
    </section>
  );
};

/** The other pairs and machines that the same cause was found for. */
const AlsoFor = ({ cause }: { cause: Cause }) => {
  const words = useWords();
  const [, ...others] = cause.findings;
  if (others.length === 0) return null;
  return (
    <ul className="also-for">
      {others.map((finding) => (
        <li key={`${finding.flow} ${finding.appliances.join(' ')}`}>
          <button type="button" className="link" onClick={() => selectFinding(finding)}>
            {finding.appliances.join(', ')}
          </button>{' '}
          <span className="text2">{becauseText(finding, words)}</span>
        </li>
      ))}
    </ul>
  );
};

const Explained = ({ cause }: { cause: Cause }) =>
  cause.consequences.map((finding) => <Consequence key={finding.code} finding={finding} />);

/** One of several causes, as a section of its own. */
const CauseSection = ({ cause, index, all }: { cause: Cause; index: number; all: number }) => {
  const words = useWords();
  const [finding] = cause.findings;
  return (
    <section className="cause several">
      <div className="cause-head">
        <h2>
          <button type="button" className="cause-title" onClick={() => selectFinding(finding)}>
            {findingTitle(finding, words)}
          </button>
        </h2>
        <span className="text2">{words.say('findings.causeOf', { n: index + 1, all })}</span>
      </div>
      <FindingLine finding={finding} />
      <p>{verdictHalves(finding, words).join(' ')}</p>
      <Because finding={finding} />
      <AlsoFor cause={cause} />
      <Repair finding={finding} level={3} />
      <WhatIf finding={finding} level={3} />
      <EvidenceList finding={finding} />
      <Explained cause={cause} />
    </section>
  );
};

const Several = ({ causes }: { causes: readonly Cause[] }) => {
  const words = useWords();
  const names = causes.map((cause) => findingTitle(cause.findings[0], words)).join(' · ');
  return (
    <>
      <p className="verdict-line">
        <Status status="fault" />
      </p>
      <h1 className="verdict">
        <span className="tone-bad">{words.say('findings.several', { count: causes.length })}:</span> {names}
      </h1>
      {causes.map((cause, index) => (
        <CauseSection key={cause.code} cause={cause} index={index} all={causes.length} />
      ))}
    </>
  );
};

/** What is wrong, in one sentence, with its repair; several causes each with their own steps. */
export const FaultVerdict = ({ view }: { view: CaseView }) => {
  const causes = causesOf(view.diagnosis);
  const [only, second] = causes;
  if (only === undefined) return null;
  return (
    <>
      {second === undefined ? <OneCause cause={only} /> : <Several causes={causes} />}
      {besideOf(view.diagnosis).map((finding) => (
        <Consequence key={finding.code} finding={finding} lone />
      ))}
    </>
  );
};
