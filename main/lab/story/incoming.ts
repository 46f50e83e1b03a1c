import { type Desk, type Mail, nextDcid, nextIcid, nextMid, writerOf } from './desk';

const SENDERS = ['alice', 'carol', 'erin', 'grace', 'ivan', 'oscar'];
const RECIPIENTS = ['bob', 'dan', 'frank', 'heidi', 'judy'];
const SUBJECTS = ['Invoice 4711', 'Quarterly numbers', 'Lunch', 'Offer', 'Meeting notes', 'Your order', 'Report'];
const SENDING_HOST = '198.51.100.77';
const MAIL_HOST = '198.51.100.50';
const CIPHER = 'ECDHE-RSA-AES256-GCM-SHA384';
/** What AsyncOS up to 9.1 can negotiate with anybody. */
const OLD_CIPHER = 'AES256-SHA';

const pick = (list: readonly string[], number: number): string => list[number % list.length] ?? 'nobody';

const tlsOf = (desk: Desk): string => {
  const { protocol } = desk.appliance.ciphers;
  return `protocol ${protocol} cipher ${protocol === 'TLSv1' ? OLD_CIPHER : CIPHER}`;
};

const dataAddress = (desk: Desk): string =>
  desk.appliance.interfaces.find((one) => one.name === 'Data 1')?.address ?? '198.51.100.10';

/** Writes how a message comes in and is scanned; shapes of the composed samples. Takes three seconds. */
export const receive = (desk: Desk, at: number): Mail => {
  const write = writerOf(desk, at);
  const icid = nextIcid(desk);
  const mail = compose(desk, at);
  greet(desk, write, icid);
  envelope(write, icid, mail);
  verdicts(write, mail.mid);
  desk.received += 1;
  return mail;
};

type Write = ReturnType<typeof writerOf>;

const compose = (desk: Desk, at: number): Mail => {
  const mid = nextMid(desk);
  return {
    mid,
    from: `${pick(SENDERS, mid)}@sender.example.com`,
    to: `${pick(RECIPIENTS, mid)}@corp.example.com`,
    subject: pick(SUBJECTS, mid),
    bytes: 900 + ((mid * 7919) % 60_000),
    at,
    origin: desk.appliance.name,
    originally: mid,
    attempts: 0,
  };
};

const greet = (desk: Desk, write: Write, icid: number): void => {
  const peer = `address ${SENDING_HOST} reverse dns host mx1.sender.example.com verified yes`;
  write(0, `New SMTP ICID ${icid} interface Data 1 (${dataAddress(desk)}) ${peer}`);
  write(0, `ICID ${icid} ACCEPT SG UNKNOWNLIST match sbrs[-1.0:10.0] SBRS 3.4 country United States`);
  write(0, `ICID ${icid} TLS success ${tlsOf(desk)}`);
};

const envelope = (write: Write, icid: number, { mid, from, to, subject, bytes }: Mail): void => {
  write(1, `Start MID ${mid} ICID ${icid}`);
  write(1, `MID ${mid} ICID ${icid} From: <${from}>`);
  write(1, `MID ${mid} ICID ${icid} RID 0 To: <${to}>`);
  write(2, `MID ${mid} Message-ID '<${mid}.${icid}@sender.example.com>'`);
  write(2, `MID ${mid} Subject "${subject}"`);
  write(2, `MID ${mid} ready ${bytes} bytes from <${from}>`);
  write(2, `MID ${mid} matched all recipients for per-recipient policy DEFAULT in the inbound table`);
  write(2, `ICID ${icid} close`);
};

const verdicts = (write: Write, mid: number): void => {
  write(3, `MID ${mid} interim verdict using engine: CASE spam negative`);
  write(3, `MID ${mid} using engine: CASE spam negative`);
  write(3, `MID ${mid} interim AV verdict using Sophos CLEAN`);
  write(3, `MID ${mid} antivirus negative `);
  write(3, `MID ${mid} Outbreak Filters: verdict negative`);
};

/** Writes the delivery of ordinary mail to the mail host on port 25. */
export const passOn = (desk: Desk, at: number, mids: readonly number[]): void => {
  const write = writerOf(desk, at);
  const dcid = nextDcid(desk);
  write(0, `New SMTP DCID ${dcid} interface ${dataAddress(desk)} address ${MAIL_HOST} port 25`);
  write(0, `DCID ${dcid} TLS success ${tlsOf(desk)} for corp.example.com`);
  for (const mid of mids) {
    write(0, `Delivery start DCID ${dcid} MID ${mid} to RID [0]`);
    write(1, `Message done DCID ${dcid} MID ${mid} to RID [0] `);
    write(1, `MID ${mid} RID [0] Response '2.0.0 Ok: queued as 4Xk${mid}Qz'`);
    write(1, `Message finished MID ${mid} done`);
    desk.passedOn += 1;
  }
  write(6, `DCID ${dcid} close`);
};

/** An ordinary message: in, scanned, delivered. */
export const ordinaryMail = (desk: Desk, at: number): void => {
  const mail = receive(desk, at);
  writerOf(desk, at)(3, `MID ${mail.mid} queued for delivery`);
  passOn(desk, at + 4000, [mail.mid]);
};

/** A message that a content filter sends to the central quarantine: it waits in the queue of `the.cpq.host`. */
export const quarantinedMail = (desk: Desk, at: number): void => {
  const mail = receive(desk, at);
  const write = writerOf(desk, at);
  write(3, `MID ${mail.mid} enqueued for transfer to centralized quarantine "Policy" (content filter Block_Exe)`);
  write(3, `MID ${mail.mid} queued for delivery`);
  desk.waiting.push(mail);
};

/** A message that a content filter sends to the ESA's own quarantine: the service is not central there. */
export const keptMail = (desk: Desk, at: number): void => {
  const mail = receive(desk, at);
  writerOf(desk, at)(3, `MID ${mail.mid} quarantined to "Policy" (content filter:Block_Exe)`);
};
