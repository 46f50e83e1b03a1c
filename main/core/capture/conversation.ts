import type { CaptureAlert, CaptureConnection, CaptureOffer, Side, TlsFailureCode, TlsStage } from '../model';
import { newSmtpObserver, type SmtpObserver, type SmtpSeen, smtpHole, stepSmtpObserver } from '../smtp/observer';
import { alertName } from '../tls/alerts';
import { newTlsObserver, stepTlsObserver, type TlsObserver, type TlsSeen, tlsHole } from '../tls/observer';
import { instantText } from './instant';

export interface Moment {
  readonly frame: number;
  readonly at: number;
}

/** What was said, as far as it could be read. */
export interface Facts {
  banner: string | null;
  masked: string | null;
  ehloName: string | null;
  ehlo: readonly string[];
  starttls: boolean | null;
  offered: CaptureOffer | null;
  hello: {
    readonly version: string;
    readonly cipher: string;
    readonly anonymous: boolean;
    readonly retry: boolean;
  } | null;
  keyExchange: string | null;
  /** DER, the responder's own first; null where its message does not fit. */
  chain: readonly Uint8Array[] | null | undefined;
  plaintext: boolean;
  malformed: { readonly by: Side; readonly detail: string; readonly frame: number } | null;
  refusal: { code: TlsFailureCode; stage: TlsStage; detail: string; frame: number } | null;
  readonly alerts: CaptureAlert[];
  readonly frames: Pick<
    { -readonly [Key in keyof CaptureConnection['frames']]: CaptureConnection['frames'][Key] },
    'banner' | 'ehlo' | 'starttls' | 'clientHello' | 'serverHello' | 'certificate' | 'keyExchange'
  > & { readonly encrypted: { initiator: number | null; responder: number | null } };
  readonly applicationData: { initiator: number; responder: number };
  /** Something before the protected records is missing: what was not seen may still have been said. */
  holed: boolean;
}

/** An endless stream of alerts or keywords is no handshake. */
const MOST_ALERTS = 20;
const MOST_SUITES = 512;
const MOST_KEYWORDS = 64;
const LONGEST_TEXT = 2000;

const newFacts = (): Facts => ({
  banner: null,
  masked: null,
  ehloName: null,
  ehlo: [],
  starttls: null,
  offered: null,
  hello: null,
  keyExchange: null,
  chain: undefined,
  plaintext: false,
  malformed: null,
  refusal: null,
  alerts: [],
  frames: {
    banner: null,
    ehlo: null,
    starttls: null,
    clientHello: null,
    serverHello: null,
    certificate: null,
    keyExchange: null,
    encrypted: { initiator: null, responder: null },
  },
  applicationData: { initiator: 0, responder: 0 },
  holed: false,
});

/** Both sides of a quarantine connection as the SMTP and TLS machines hear them, told as facts with their frames. */
export class Conversation {
  readonly facts: Facts = newFacts();
  tlsBegun = false;
  private smtp: SmtpObserver;
  private readonly tls: Record<Side, TlsObserver> = { initiator: newTlsObserver(), responder: newTlsObserver() };

  /** `whole` false: the capture began in the middle of it. */
  constructor(private readonly whole: boolean) {
    this.smtp = newSmtpObserver(whole);
  }

  /** Bytes that are kept: lines and messages that are not whole, and the chain. */
  get held(): number {
    const { initiator, responder, received } = this.smtp;
    const lines = initiator.rest.length + responder.rest.length + received;
    const messages = Object.values(this.tls).reduce((sum, one) => sum + one.rest.length + one.messages.length, 0);
    return (this.facts.chain ?? []).reduce((sum, one) => sum + one.length, lines + messages);
  }

  hear(side: Side, bytes: Uint8Array, moment: Moment): void {
    this.joinInTls(side, bytes);
    const step = stepSmtpObserver(this.smtp, side, bytes);
    this.smtp = step.state;
    for (const one of step.seen) this.onSmtp(one, moment);
  }

  miss(side: Side, bytes: number): void {
    const isTls = this.tlsBegun && this.smtp[side].mode === 'tls';
    if (!isTls || this.tls[side].mode !== 'protected') this.facts.holed = true;
    if (isTls) this.tls[side] = tlsHole(this.tls[side], bytes);
    else this.smtp = smtpHole(this.smtp, side);
  }

  /** A connection joined in the middle may be in TLS already: then its first bytes are a record's. */
  private joinInTls(side: Side, bytes: Uint8Array): void {
    const [type = 0, major] = bytes;
    const untouched = this.smtp[side].mode === 'lines' && this.smtp[side].rest.length === 0 && this.smtp.received === 0;
    if (!this.whole && !this.tlsBegun && untouched && type >= 20 && type <= 23 && major === 3)
      this.smtp = {
        ...this.smtp,
        initiator: { ...this.smtp.initiator, mode: 'tls' },
        responder: { ...this.smtp.responder, mode: 'tls' },
      };
  }

  private onSmtp(seen: SmtpSeen, moment: Moment): void {
    const { facts } = this;
    const { frame } = moment;
    switch (seen.kind) {
      case 'banner':
        facts.banner = seen.text.slice(0, LONGEST_TEXT);
        facts.frames.banner = frame;
        return;
      case 'ehlo-said':
        facts.ehloName = seen.name;
        return;
      case 'ehlo':
        facts.ehlo = seen.keywords.slice(0, MOST_KEYWORDS);
        facts.starttls = seen.starttls;
        facts.frames.ehlo = frame;
        return;
      case 'starttls-said':
        facts.frames.starttls = frame;
        return;
      case 'tls-begins':
        this.tlsBegun = true;
        // Whatever was refused before, TLS came about after all; and whoever begins it was offered it.
        facts.refusal = null;
        return;
      case 'tls':
        this.tlsBegun = true;
        this.hearTls(seen.side, seen.bytes, moment);
        return;
      case 'masked':
        facts.masked ??= seen.what.slice(0, LONGEST_TEXT);
        return;
      case 'plaintext':
        facts.plaintext = true;
        return;
      case 'refused':
        facts.refusal = { code: seen.code, stage: seen.stage, detail: seen.detail.slice(0, LONGEST_TEXT), frame };
    }
  }

  private hearTls(side: Side, bytes: Uint8Array, moment: Moment): void {
    const step = stepTlsObserver(this.tls[side], bytes);
    this.tls[side] = step.state;
    for (const one of step.seen) this.onTls(side, one, moment);
  }

  private onTls(side: Side, seen: TlsSeen, moment: Moment): void {
    const { facts } = this;
    const { frame } = moment;
    switch (seen.kind) {
      case 'client-hello':
        if (side === 'initiator') this.onOffer(seen, frame);
        return;
      case 'server-hello':
        if (side === 'responder') this.onAnswer(seen, frame);
        return;
      case 'certificate':
        if (side !== 'responder') return;
        facts.chain = seen.chain;
        facts.frames.certificate = frame;
        return;
      case 'key-exchange':
        facts.keyExchange = seen.text;
        facts.frames.keyExchange = frame;
        return;
      case 'alert':
        this.onAlert(side, seen, moment);
        return;
      case 'protected':
        facts.frames.encrypted[side] ??= frame;
        return;
      case 'application-data':
        facts.applicationData[side] += seen.bytes;
        return;
      case 'malformed':
        facts.malformed ??= { by: side, detail: seen.detail, frame };
        return;
      case 'message':
    }
  }

  /** A second ClientHello answers a HelloRetryRequest and says the same. */
  private onOffer(seen: Extract<TlsSeen, { kind: 'client-hello' }>, frame: number): void {
    if (this.facts.offered !== null) return;
    const suites = seen.suites.slice(0, MOST_SUITES);
    this.facts.offered = {
      version: seen.version,
      suites: suites.map((suite) => suite.name),
      anonymous: suites.filter((suite) => suite.anonymous).map((suite) => suite.name),
      form: seen.form,
      serverName: seen.serverName,
    };
    this.facts.frames.clientHello = frame;
  }

  private onAnswer({ version, suite, retry }: Extract<TlsSeen, { kind: 'server-hello' }>, frame: number): void {
    this.facts.hello = { version, cipher: suite.name, anonymous: suite.anonymous, retry };
    this.facts.frames.serverHello = frame;
  }

  private onAlert(from: Side, { level, code }: Extract<TlsSeen, { kind: 'alert' }>, { frame, at }: Moment): void {
    const { alerts } = this.facts;
    if (alerts.length >= MOST_ALERTS) return;
    const name = code === null ? null : alertName(code);
    alerts.push({ from, level, name, at: instantText(at), frame });
  }
}
