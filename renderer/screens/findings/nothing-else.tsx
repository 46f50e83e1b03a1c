import { type ReactNode, useState } from 'react';
import type { Finding } from '../../../main/core/model';
import type { CaseView } from '../../../preload/contract';
import { historyOf, notCheckedOf, ruledOutOf } from '../../derive/conclusion';
import { Glyph } from '../../parts/status/glyph';
import { LOOKS } from '../../parts/status/looks';
import { selectFinding } from '../../stores/selection';
import { becauseText, checkTitle, findingTitle } from '../../texts/codes';
import { useWords, type Words } from '../../texts/use-words';

const FIRST = 5;

const reason = (finding: Finding, words: Words): string => {
  const text = becauseText(finding, words);
  return text === '' ? '' : words.say('findings.because', { text });
};

const cheapest = (finding: Finding, words: Words): string => {
  const [check] = finding.ask;
  const because = reason(finding, words);
  if (check === undefined) return because;
  return [because, words.say('findings.cheapest', { check: checkTitle(check, words) })].filter(Boolean).join(' ');
};

const Row = ({ finding, aside }: { finding: Finding; aside?: ReactNode }) => {
  const words = useWords();
  const look = LOOKS[finding.status];
  return (
    <li className="else-row">
      <Glyph name={look.glyph} tone={look.tone} />
      <button type="button" className="else-title" onClick={() => selectFinding(finding)}>
        {findingTitle(finding, words)}
        <span className="only-heard">: {words.say(`status.${finding.status}`)}</span>
      </button>
      <span className="text2">
        {finding.status === 'not-checked' ? cheapest(finding, words) : reason(finding, words)}
      </span>
      {aside}
    </li>
  );
};

const More = ({ findings, shown, text }: { findings: readonly Finding[]; shown: number; text: string }) => {
  const words = useWords();
  const [open, setOpen] = useState(false);
  const rest = findings.slice(shown);
  if (rest.length === 0) return null;
  return (
    <>
      {open ? rest.map((finding) => <Row key={finding.code} finding={finding} />) : null}
      <li className="else-more">
        <button type="button" className="link" aria-expanded={open} onClick={() => setOpen((before) => !before)}>
          {open ? words.say('less') : words.say(text, { count: rest.length })}
        </button>
      </li>
    </>
  );
};

/** What it is not, each with its reason; and what was not looked at, with the cheapest check that would tell. */
export const NothingElse = ({ view }: { view: CaseView }) => {
  const words = useWords();
  const ruledOut = ruledOutOf(view.diagnosis);
  const notChecked = notCheckedOf(view.diagnosis);
  if (ruledOut.length + notChecked.length === 0) return null;
  const few = view.diagnosis.verdict === 'fault' ? FIRST : 3;
  return (
    <section>
      <hr className="rule" />
      <div className="section-head else-head">
        <h2>{words.say('findings.nothingElse')}</h2>
        <span className="text2">
          {words.say('findings.counts', { ruledOut: ruledOut.length, notChecked: notChecked.length })}
        </span>
      </div>
      <ul className="else">
        {ruledOut.slice(0, few).map((finding) => (
          <Row key={finding.code} finding={finding} />
        ))}
        <More findings={ruledOut} shown={few} text="findings.moreRuledOut" />
        {notChecked.slice(0, 2).map((finding) => (
          <Row key={finding.code} finding={finding} />
        ))}
        <More findings={notChecked} shown={2} text="findings.moreNotChecked" />
      </ul>
    </section>
  );
};

/** A fault that is over is told here, not above. */
export const History = ({ view }: { view: CaseView }) => {
  const words = useWords();
  const over = historyOf(view.diagnosis);
  if (over.length === 0) return null;
  return (
    <section>
      <hr className="rule" />
      <h2>{words.say('findings.history')}</h2>
      <ul className="else">
        {over.map((finding) => (
          <Row
            key={finding.code}
            finding={finding}
            aside={<span className="text3">{words.say('findings.over')}</span>}
          />
        ))}
      </ul>
    </section>
  );
};
