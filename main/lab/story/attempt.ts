import { isFaulty, isIntercepted, type LabModel, listenerOf, reach, sourceOf } from '../model';
import { agreed } from '../suites';
import { type Desk, type Mail, nextDcid, nextIcid, writerOf } from './desk';
import { logStamp } from './stamp';
import { turnAway } from './turned-away';

/** One quarantine connection from an appliance to another, with what waits for it. */
export interface Attempt {
  readonly model: LabModel;
  readonly from: Desk;
  readonly to: Desk;
  readonly at: number;
  /** `the.cpq.host` or `the.cpq.release.host`. */
  readonly domain: string;
  /** The messages that this connection would carry. */
  readonly mails: readonly Mail[];
  /** Seconds that one message takes. */
  readonly pace: number;
  /** Takes a message in on the other side, which lasts from `begin` to `end`, and answers with its number there. */
  readonly accept: (mail: Mail, icid: number, begin: number, end: number) => number;
}

/** Tells one attempt in both logs; what was delivered leaves the initiator's queue. */
export const attempt = (one: Attempt): void => {
  if (one.mails.length === 0) return;
  const bytes = one.mails.reduce((sum, mail) => sum + mail.bytes, 0);
  one.from.attempts.push({ at: one.at, from: one.from.appliance, to: one.to.appliance, bytes });
  const outcome = reach(one.model, one.from.appliance, one.to.appliance, one.at);
  if (outcome !== 'open') failToConnect(one, outcome);
  else if (agreed(one.model, one.from.appliance, one.to.appliance, one.at).anonymous) failToVerify(one, NO_CERTIFICATE);
  else if (isIntercepted(one.model, one.to.appliance, one.at)) failToVerify(one, OTHER_CERTIFICATE);
  else deliver(one);
};

/** Errno numbers are BSD's; texts as in the composed samples of refused and timed-out attempts. */
const DETAILS = {
  refused: { wait: 0, details: '[Errno 61] Connection refused', reason: 'network error' },
  'timed-out': { wait: 30, details: 'timeout', reason: 'connection timed out' },
} as const;

const failToConnect = (one: Attempt, outcome: 'refused' | 'timed-out'): void => {
  const write = writerOf(one.from, one.at);
  const dcid = nextDcid(one.from);
  const { wait, details, reason } = DETAILS[outcome];
  // Whether a failed attempt writes its opening line is unsourced: the lab shows both.
  if (dcid % 3 === 0) write(0, opening(one, dcid));
  const where = `domain: ${one.domain} IP: ${one.to.appliance.known.address} port: ${one.to.appliance.known.port}`;
  const source = sourceOf(one.from.appliance).address;
  write(wait, `Connection Error: DCID ${dcid} ${where} details: ${details} interface: ${source} reason: ${reason}`);
  delay(one, dcid, wait, details);
};

/** Both wordings are recalled or OpenSSL's own, none was read in a mail log (log grammar, section 7). */
const NO_CERTIFICATE = 'verify error: no certificate from server';
const OTHER_CERTIFICATE = 'verify error:num=20:unable to get local issuer certificate';

const failToVerify = (one: Attempt, why: string): void => {
  const write = writerOf(one.from, one.at);
  const dcid = nextDcid(one.from);
  write(0, opening(one, dcid));
  write(0, `DCID ${dcid} TLS failed: ${why}`);
  write(0, `DCID ${dcid} close`);
  const icid = nextIcid(one.to);
  const answer = writerOf(one.to, one.at);
  answer(0, arrival(one, icid));
  answer(0, `ICID ${icid} TLS success ${tlsWords(one)}`);
  answer(0, `ICID ${icid} lost`);
  answer(0, `ICID ${icid} close`);
  delay(one, dcid, 0, 'TLS required');
};

const delay = (one: Attempt, dcid: number, wait: number, details: string): void => {
  const write = writerOf(one.from, one.at);
  one.from.down.add(one.to.appliance.name);
  one.from.softBounced += one.mails.length;
  for (const mail of one.mails) mail.attempts += 1;
  const oldest = one.mails[0];
  if (!oldest || oldest.attempts % 3 !== 0) return;
  const { mid, from, to } = oldest;
  const answer = `4.4.0 - Other network problem ('000', ['${details}']) []`;
  write(wait, `Delayed: DCID ${dcid} MID ${mid} From: <${from}> To: <${to}> RID 0 - ${answer}`);
  write(wait, `MID ${mid} to RID [0] pending till ${logStamp(one.at + 480_000)} [Default]`);
};

const deliver = (one: Attempt): void => {
  const write = writerOf(one.from, one.at);
  const dcid = nextDcid(one.from);
  const icid = nextIcid(one.to);
  const answer = writerOf(one.to, one.at);
  write(0, opening(one, dcid));
  write(0, `DCID ${dcid} TLS success ${tlsWords(one)} for ${one.domain}`);
  answer(0, arrival(one, icid));
  answer(0, `ICID ${icid} TLS success ${tlsWords(one)}`);
  const { answers } = one.to.appliance.odd;
  const turns = answers !== 'takes' && isFaulty(one.model, one.at);
  if (turns) turnAway(one, dcid, answers);
  for (const [index, mail] of turns ? [] : one.mails.entries())
    carry(one, mail, { dcid, icid, second: index * one.pace });
  const end = one.mails.length * one.pace + 5;
  write(end, `DCID ${dcid} close`);
  answer(end, `ICID ${icid} close`);
  if (turns) return;
  one.from.waiting = one.from.waiting.filter((mail) => !one.mails.includes(mail));
  one.from.down.delete(one.to.appliance.name);
};

const carry = (
  one: Attempt,
  mail: Mail,
  { dcid, icid, second }: { dcid: number; icid: number; second: number },
): void => {
  const write = writerOf(one.from, one.at);
  const done = second + one.pace;
  write(second, `Delivery start DCID ${dcid} MID ${mail.mid} to RID [0] to Centralized Policy Quarantine`);
  const accepted = one.accept(mail, icid, one.at + second * 1000, one.at + done * 1000);
  write(done, `Message done DCID ${dcid} MID ${mail.mid} to RID [0] (centralized policy quarantine) `);
  write(done, `MID ${mail.mid} RID [0] Response 'ok:  Message ${accepted} accepted'`);
  write(done, `Message finished MID ${mail.mid} done`);
  one.from.delivered += 1;
};

const tlsWords = (one: Attempt): string => {
  const { protocol, cipher } = agreed(one.model, one.from.appliance, one.to.appliance, one.at);
  return `protocol ${protocol} cipher ${cipher}`;
};

const opening = ({ from, to }: Attempt, dcid: number): string => {
  const { address, port } = to.appliance.known;
  return `New SMTP DCID ${dcid} interface ${sourceOf(from.appliance).address} address ${address} port ${port}`;
};

const arrival = ({ from, to }: Attempt, icid: number): string => {
  const { name, address } = listenerOf(to.appliance);
  const peer = `address ${sourceOf(from.appliance).address} reverse dns host ${from.appliance.hostname} verified yes`;
  return `New CPQ ICID ${icid} interface ${name} (${address}) ${peer}`;
};
