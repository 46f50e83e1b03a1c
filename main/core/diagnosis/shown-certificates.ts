import { LAPTOP, type TlsCertificate } from '../model';
import { type Captured, capturedBy, citeFrames, gradeOf } from './captured';
import type { Cite, Situation } from './cause';
import { acrossListeners, acrossVantages, type Compared, type Shown } from './compare-certificates';
import { cite } from './judgement';
import { probesOf } from './signs';

/** A certificate that the responder's listener showed, with the words that say so. */
export interface ShownThere extends Shown {
  readonly cite: Cite;
  readonly grade: 'measured' | 'inferred';
}

const byLaptop = (situation: Situation): ShownThere[] => {
  const probe = probesOf(situation).find((one) => one.data.certificate !== null);
  const certificate = probe?.data.certificate;
  if (probe === undefined || !certificate) return [];
  const said = cite(probe, ({ quote }) => quote.includes(certificate.sha256));
  return [
    {
      listener: situation.responder.name,
      vantage: LAPTOP,
      at: probe.startedAt,
      certificate,
      cite: said,
      grade: 'measured',
    },
  ];
};

const ofCapture = (situation: Situation, captured: Captured, certificate: TlsCertificate): ShownThere => ({
  listener: situation.responder.name,
  vantage: captured.report.vantage,
  at: captured.connection.openedAt,
  certificate,
  cite: citeFrames(captured, [captured.connection.frames.certificate]),
  grade: gradeOf(captured),
});

const captures = (situation: Situation): readonly Captured[] =>
  [situation.initiator, situation.responder].flatMap((owner) =>
    capturedBy(situation, owner).filter((one) => one.connection.certificate !== null && one.newest !== false),
  );

/** The newest certificate that each vantage point was shown by the responder's listener: initiator, responder, laptop. */
export const shownAt = (situation: Situation): readonly ShownThere[] => {
  const all = captures(situation).flatMap((one) =>
    one.connection.certificate === null ? [] : [ofCapture(situation, one, one.connection.certificate)],
  );
  return [
    ...all.filter((one, index) => all.findIndex((two) => two.vantage === one.vantage) === index),
    ...byLaptop(situation),
  ];
};

/** Two captures that ran at the same time, by their first and last packets. */
const ranTogether = (one: Captured, other: Captured): boolean => {
  const [a, b] = [one.report.data, other.report.data];
  if (a.firstAt === null || a.lastAt === null || b.firstAt === null || b.lastAt === null) return false;
  return a.firstAt <= b.lastAt && b.firstAt <= a.lastAt;
};

/** One certificate throughout: a listener whose certificate was renewed in between shows two. */
const isSteady = (situation: Situation, { report }: Captured): boolean => {
  const shown = captures(situation).filter((one) => one.report.id === report.id);
  return new Set(shown.map((one) => one.connection.certificate?.sha256)).size === 1;
};

/**
 * What the initiator was shown and what the responder sent, by captures of both ends that ran at the same time; null
 * where there are no such two. A difference here was made on the way, whatever else is known.
 */
export const seenAtBothEnds = (situation: Situation): Compared<ShownThere> | null => {
  const all = captures(situation);
  const own = all.find((one) => one.report.vantage === situation.initiator.name);
  const far = all.find((one) => one.report.vantage === situation.responder.name);
  if (!own || !far || !ranTogether(own, far) || !isSteady(situation, own) || !isSteady(situation, far)) return null;
  const ends = [own, far].flatMap((one) =>
    one.connection.certificate === null ? [] : [ofCapture(situation, one, one.connection.certificate)],
  );
  return acrossVantages(ends)[0] ?? null;
};

/** The same pair the other way round: its responder's listener is this initiator's own. */
const mirrored = (situation: Situation): Situation => ({
  ...situation,
  flow: situation.flow === 'esa-to-sma' ? 'sma-to-esa' : 'esa-to-sma',
  initiator: situation.responder,
  responder: situation.initiator,
});

/** This responder's certificate beside that of the other appliance's listener; from one vantage point where that can be. */
export const besideTheOther = (situation: Situation): Compared<ShownThere> | null => {
  const both = acrossListeners([...shownAt(situation), ...shownAt(mirrored(situation))]);
  return both.find(({ one, other }) => one.vantage === other.vantage) ?? both[0] ?? null;
};
