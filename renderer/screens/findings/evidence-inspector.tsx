import type { Finding, FindingEvidence } from '../../../main/core/model';
import type { CaseView } from '../../../preload/contract';
import { stillPossibleOf } from '../../derive/conclusion';
import { placeOf } from '../../derive/facts';
import { useCopy } from '../../hooks/use-copy';
import { useKeys } from '../../hooks/use-keys';
import { Button } from '../../parts/button/button';
import { Icon } from '../../parts/icon/icon';
import { Inspector, InspectorPart } from '../../parts/inspector/inspector';
import { Quote } from '../../parts/quote/quote';
import { Glyph } from '../../parts/status/glyph';
import { LOOKS } from '../../parts/status/looks';
import { piecesOf, selectFinding } from '../../stores/selection';
import { choose, useUi } from '../../stores/ui';
import { becauseText, checkTitle, findingTitle } from '../../texts/codes';
import { useWords } from '../../texts/use-words';
import { vantageName } from '../plan/vantage';
import { LookFacts } from './look-facts';
import { useContextLines } from './use-context-lines';

const Piece = ({ view, bad, piece }: { view: CaseView; bad: boolean; piece: FindingEvidence }) => {
  const words = useWords();
  const { copied, copy } = useCopy();
  const place = placeOf(piece.source);
  const lines = useContextLines(view.id, piece, place.line);
  const observation = view.observations.find((one) => one.id === piece.observation) ?? null;
  const check = observation?.check ?? 'other';
  const subject = observation?.subject ?? piece.vantage;
  const proof = words.has(`evidence.proof.${check}.proves`) ? check : 'other';
  const params = { vantage: vantageName(piece.vantage, words), subject };
  const name = place.place.split('/').at(-1) ?? place.place;
  const where = place.line === null ? name : words.say('evidence.line', { place: name, line: place.line });
  return (
    <>
      <InspectorPart>
        <p className="evidence-source wrap">
          <Icon name={place.kind === 'log' || place.kind === 'config' ? 'file' : 'terminal'} />
          <span>
            <strong title={place.place}>{where}</strong>{' '}
            <span className="text2">{words.say('evidence.from', { vantage: params.vantage })}</span>
          </span>
        </p>
        <Quote label={where} lines={lines} bad={bad} />
        <div className="actions">
          <Button kind="quiet" small icon="copy" onPress={() => copy(piece.quote)}>
            {words.say(copied ? 'copied' : 'copy')}
          </Button>
          <Button
            kind="quiet"
            small
            icon="copy"
            onPress={() => copy(`${piece.quote}\n(${piece.source}, ${piece.vantage})`)}
          >
            {words.say('evidence.copySource')}
          </Button>
        </div>
      </InspectorPart>
      {observation === null ? null : <LookFacts observation={observation} line={place.line} />}
      <InspectorPart>
        <p className="proof">
          <Icon name="tick" />
          <span>
            <strong>{words.say('evidence.proves')}</strong> {words.say(`evidence.proof.${proof}.proves`, params)}.
          </span>
        </p>
        <p className="proof">
          <Icon name="minus" />
          <span>
            <strong>{words.say('evidence.provesNot')}</strong> {words.say(`evidence.proof.${proof}.provesNot`, params)}.
          </span>
        </p>
      </InspectorPart>
    </>
  );
};

const Others = ({ pieces, shown }: { pieces: readonly FindingEvidence[]; shown: number }) => {
  const words = useWords();
  const others = pieces.map((piece, index) => ({ piece, index })).filter(({ index }) => index !== shown);
  if (others.length === 0) return null;
  return (
    <InspectorPart title={words.say('evidence.also')}>
      <ul className="also">
        {others.map(({ piece, index }) => (
          <li key={index}>
            <button type="button" className="also-piece" onClick={() => choose('evidence', String(index))}>
              <span className="text3 figures">{index + 1}</span>
              <span>
                <code className="wrap">{piece.quote.slice(0, 140)}</code>
                <span className="text2 small">
                  {words.say('evidence.from', { vantage: vantageName(piece.vantage, words) })}
                </span>
              </span>
            </button>
          </li>
        ))}
      </ul>
    </InspectorPart>
  );
};

const Against = ({ finding }: { finding: Finding }) => {
  const words = useWords();
  if (finding.against.length === 0) return null;
  return (
    <InspectorPart title={words.say('evidence.against')}>
      {finding.against.map((piece) => (
        <Quote
          key={`${piece.source} ${piece.sha256}`}
          label={piece.source}
          lines={[{ line: placeOf(piece.source).line, text: piece.quote, decisive: false }]}
        />
      ))}
    </InspectorPart>
  );
};

const Possible = ({ view }: { view: CaseView }) => {
  const words = useWords();
  const possible = stillPossibleOf(view.diagnosis);
  if (view.diagnosis.verdict !== 'inconclusive' || possible.length === 0) return null;
  return (
    <InspectorPart title={words.say('findings.still_title')}>
      <ul className="possible">
        {possible.map((finding) => (
          <li key={finding.code}>
            <Glyph name={LOOKS.suspected.glyph} tone="warn" />
            <div>
              <button type="button" className="cause-title" onClick={() => selectFinding(finding)}>
                {findingTitle(finding, words)}
              </button>
              <p className="text2 small">{becauseText(finding, words)}</p>
              {finding.ask.length === 0 ? null : (
                <p className="text3 small">
                  {words.say('findings.missing', {
                    checks: finding.ask.map((check) => checkTitle(check, words)).join(', '),
                  })}
                </p>
              )}
            </div>
          </li>
        ))}
      </ul>
    </InspectorPart>
  );
};

/** Proof beside the claim: the quote with its source and line, what it proves, and what it does not. */
export const EvidenceInspector = ({ view, finding: selected }: { view: CaseView; finding: Finding | null }) => {
  const words = useWords();
  const chosen = useUi((ui) => ui.chosen.observation) ?? null;
  const wanted = Number(useUi((ui) => ui.chosen.evidence) ?? 0);
  const observation = view.observations.find((one) => one.id === chosen) ?? null;
  const finding = observation === null ? selected : null;
  const pieces = observation === null ? (finding?.evidence ?? []) : piecesOf(observation);
  const index = Math.min(Math.max(0, wanted), Math.max(0, pieces.length - 1));
  const piece = pieces[index];
  const step = (by: 1 | -1) => {
    if (pieces.length > 1) choose('evidence', String((index + by + pieces.length) % pieces.length));
  };
  useKeys({ ArrowRight: () => step(1), ArrowLeft: () => step(-1) });
  const claim =
    observation !== null
      ? checkTitle(observation.check, words)
      : finding === null
        ? null
        : findingTitle(finding, words);
  return (
    <Inspector
      title={words.say('evidence.title')}
      count={piece === undefined ? undefined : words.say('evidence.of', { n: index + 1, all: pieces.length })}
      actions={
        pieces.length > 1 ? (
          <>
            <Button kind="quiet" icon="back" label={words.say('evidence.previous')} onPress={() => step(-1)} />
            <Button kind="quiet" icon="forward" label={words.say('evidence.next')} onPress={() => step(1)} />
          </>
        ) : undefined
      }
    >
      <Possible view={view} />
      {claim === null ? null : (
        <InspectorPart>
          <p className="inspected-claim">{claim}</p>
        </InspectorPart>
      )}
      {piece === undefined ? (
        <InspectorPart>
          <p className="text2">{words.say(claim === null ? 'evidence.none' : 'evidence.noneFor')}</p>
        </InspectorPart>
      ) : (
        <>
          <Piece view={view} bad={finding?.status === 'confirmed' && finding.severity === 'error'} piece={piece} />
          <Others pieces={pieces} shown={index} />
        </>
      )}
      {finding === null ? null : <Against finding={finding} />}
    </Inspector>
  );
};
