import { observed, type Typed } from '../checks';
import type { ReachData } from '../checks/reach';
import { isOffNetwork } from '../checks/tls-offer';
import { tlsVerify } from '../checks/tls-verify';
import type { CaptureConnection, TlsReport } from '../model';
import { maskedBanner } from '../smtp/masked';
import { capturedOwn, citeFrames, gradeOf } from './captured';
import type { Cite, Situation } from './cause';
import { cite } from './judgement';
import { probesOf, reachedBy } from './signs';
import { type Arrival, type Meaning, meaningOf, type Sight, unseen } from './vantage-table';

/** ASA's and PIX's inspection masks the greeting with asterisks (TechNotes 118550, 117801). */
const ASTERISKS = '****';

/** A greeting masked by asterisks; one masked otherwise is known from no source, so null: neither masked nor clean. */
const isMasked = (banner: string): boolean | null => {
  const masked = banner.split('\n').some((line) => maskedBanner(line.replace(/^220[ -]/, '')));
  if (!masked) return false;
  return banner.includes(ASTERISKS) ? true : null;
};

const REACHED: Readonly<Record<ReachData['outcome'], Arrival>> = {
  connected: 'connected',
  refused: 'refused',
  'timed-out': 'timed-out',
  unreachable: 'timed-out',
  'name-unknown': 'unknown',
};

/** What an appliance's own `telnet` saw. It types no EHLO, so it sees no STARTTLS. */
export const sightOfReach = ({ outcome, banner }: ReachData): Sight => ({
  ...unseen,
  arrival: outcome === 'connected' && banner ? 'greeted' : REACHED[outcome],
  masked: banner ? isMasked(banner) : null,
});

/** `local-fault` and `resolve-failed` say nothing about the listener: it was not even dialled. */
const NOT_ARRIVED: Partial<Record<NonNullable<TlsReport['failure']>['code'], Arrival>> = {
  'connect-refused': 'refused',
  'connect-timed-out': 'timed-out',
  unreachable: 'timed-out',
  'resolve-failed': 'unknown',
  'local-fault': 'unknown',
  cancelled: 'unknown',
};

/** A connect that was broken off reached something, not known to be the listener; a laptop off the network, nothing. */
const arrivalOfProbe = (report: TlsReport): Arrival => {
  const { failure, banner } = report;
  if (banner !== null) return 'greeted';
  if (failure === null) return 'connected';
  if (isOffNetwork(report) || (failure.code === 'reset' && failure.stage === 'connect')) return 'unknown';
  return NOT_ARRIVED[failure.code] ?? 'connected';
};

/** What a probe of the listener saw. */
export const sightOfProbe = (report: TlsReport): Sight => ({
  arrival: arrivalOfProbe(report),
  masked: report.failure?.code === 'smtp-inspected' ? true : report.banner === null ? null : false,
  starttls: report.starttls,
  certificate: report.certificate?.sha256 ?? null,
});

/** What a capture shows of one connection: the responder's answers as they came by there. */
export const sightOfCapture = (one: CaptureConnection): Sight => ({
  arrival: arrivalOf(one),
  masked: maskedIn(one),
  starttls: one.starttls,
  certificate: one.certificate?.sha256 ?? null,
});

/** What was masked besides the greeting, a keyword or a command, is sourced (TechNote 118550). */
const maskedIn = ({ masked, banner }: CaptureConnection): boolean | null => {
  if (masked === null) return banner === null ? null : false;
  const ofGreeting = banner !== null && masked.includes(banner);
  return ofGreeting ? isMasked(banner) : true;
};

/** Without a greeting, a word of the responder shows that it took the connection; without any, nothing is known. */
const arrivalOf = ({ banner, failure, frames, bytes }: CaptureConnection): Arrival => {
  if (banner !== null) return 'greeted';
  const ended = failure && NOT_ARRIVED[failure.code];
  if (ended) return ended;
  return frames.synAck !== null || bytes.responder > 0 ? 'connected' : 'unknown';
};

/** What the initiator itself met at the listener, newest. */
export interface OwnLook {
  readonly sight: Sight;
  readonly cite: Cite;
  readonly by: 'telnet' | 'capture' | 'tlsverify';
  /** Asked just now; what was pasted or captured may be older than the logs. */
  readonly live: boolean;
  /** A capture whose clock cannot be set against the logs' may be of before; a recalled line is a hint. */
  readonly grade: 'measured' | 'inferred';
}

/** The newest look of the initiator itself and of this laptop at the responder's listener, and what they mean together. */
export interface Looks {
  readonly own: OwnLook | null;
  readonly laptop: Typed<TlsReport> | null;
  readonly laptopSight: Sight;
  readonly meaning: Meaning;
}

const ownCapture = (situation: Situation): OwnLook | null => {
  const captured = capturedOwn(situation);
  if (captured === null) return null;
  const { frames, failure, masked } = captured.connection;
  const shown = [frames.syn, frames.synAck, frames.banner, failure?.frame, masked === null ? null : frames.ehlo];
  return {
    sight: sightOfCapture(captured.connection),
    cite: citeFrames(captured, shown),
    by: 'capture',
    live: false,
    grade: gradeOf(captured),
  };
};

/** The lines of `tlsverify` are known by recollection only, so what they say is a hint. */
const ownVerification = ({ observations, initiator, responder, flow }: Situation): OwnLook | null => {
  const [seen] = observed(observations, tlsVerify, { vantage: initiator.name, peer: responder.name, flow });
  if (seen === undefined) return null;
  const sight = { ...unseen, arrival: REACHED[seen.data.outcome] };
  return { sight, cite: cite(seen), by: 'tlsverify', live: seen.how === 'live', grade: 'inferred' };
};

/** A connect by hand goes before a capture: it was made to ask this very question. */
const ownLook = (situation: Situation): OwnLook | null => {
  const reached = reachedBy(situation);
  if (reached === null) return ownCapture(situation) ?? ownVerification(situation);
  const live = reached.how === 'live';
  return { sight: sightOfReach(reached.data), cite: cite(reached), by: 'telnet', live, grade: 'measured' };
};

export const looksOf = (situation: Situation): Looks => {
  const own = ownLook(situation);
  const laptop = probesOf(situation)[0] ?? null;
  const laptopSight = laptop === null ? unseen : sightOfProbe(laptop.data);
  return { own, laptop, laptopSight, meaning: meaningOf(own?.sight ?? unseen, laptopSight) };
};
