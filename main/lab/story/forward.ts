import { isFaulty, type LabModel } from '../model';
import { attempt } from './attempt';
import { type Desk, type Mail, nextDcid, nextIcid, nextMid, writerOf } from './desk';

/** The ESA tries to hand over what waits for the SMA. */
export const handOver = (model: LabModel, esa: Desk, sma: Desk, at: number): void => {
  const slow = model.rush !== null && at >= model.since;
  attempt({
    model,
    from: esa,
    to: sma,
    at,
    domain: 'the.cpq.host',
    mails: slow ? esa.waiting.slice(0, model.rush?.carried) : esa.waiting,
    pace: slow ? 24 : 1,
    accept: (mail, icid, begin, end) => {
      const lost = isFaulty(model, at) && sma.appliance.odd.life === 'unclassified';
      return store(sma, mail, icid, { begin, at: end, name: lost ? 'Unclassified' : 'Policy' });
    },
  });
};

const store = (
  sma: Desk,
  mail: Mail,
  icid: number,
  { begin, at, name }: { begin: number; at: number; name: string },
): number => {
  const mid = nextMid(sma);
  const write = writerOf(sma, begin);
  const finish = writerOf(sma, at);
  write(0, `Start MID ${mid} ICID ${icid}`);
  write(0, `MID ${mid} ICID ${icid} From: <${mail.from}>`);
  write(0, `MID ${mid} ICID ${icid} RID 0 To: <${mail.to}>`);
  finish(0, `MID ${mid} ready ${mail.bytes} bytes from <${mail.from}>`);
  finish(0, `MID ${mid} quarantined to "${name}" (content filter:Block_Exe)`);
  sma.held.push({ ...mail, mid, at, attempts: 0 });
  sma.received += 1;
  return mid;
};

/** Messages that the SMA holds since yesterday: releases go on even when nothing new arrives. */
const OLDER = 6;

export const fill = (sma: Desk, esa: Desk, at: number): void => {
  for (let older = OLDER; older > 0; older -= 1) {
    const mid = esa.mid - older * 10;
    const person = { from: 'mallory@sender.example.com', to: 'bob@corp.example.com', subject: 'Payment' };
    const mail = { ...person, bytes: 4000 + older, at, origin: esa.appliance.name, originally: mid, attempts: 0 };
    sma.held.push({ ...mail, mid: 3000 + sma.held.length });
  }
};

const SPAM_PORT = 6025;

/** Spam on its way to the SMA's other quarantine: same peers, same grammar, never CPQ. */
export const handOverSpam = (esa: Desk, sma: Desk, at: number): void => {
  const [mid, dcid] = [nextMid(esa), nextDcid(esa)];
  const [theirMid, icid] = [nextMid(sma), nextIcid(sma)];
  const source = esa.appliance.interfaces.find((one) => one.name === 'Management')?.address ?? '';
  const target = sma.appliance.interfaces.find((one) => one.name === 'Management')?.address ?? '';
  const write = writerOf(esa, at);
  write(0, `MID ${mid} using engine: CASE spam positive`);
  write(0, `ISQ: Tagging MID ${mid} for quarantine`);
  write(0, `New SMTP DCID ${dcid} interface ${source} address ${target} port ${SPAM_PORT}`);
  write(0, `Delivery start DCID ${dcid} MID ${mid} to RID [0] to offbox IronPort Spam Quarantine`);
  write(1, `Message done DCID ${dcid} MID ${mid} to RID [0] (external quarantine) `);
  write(1, `MID ${mid} RID [0] Response 'ok:  Message ${theirMid} accepted'`);
  write(1, `Message finished MID ${mid} done`);
  write(6, `DCID ${dcid} close`);
  const answer = writerOf(sma, at);
  const peer = `address ${source} reverse dns host ${esa.appliance.hostname} verified yes`;
  answer(0, `New SMTP ICID ${icid} interface Management (${target}) ${peer}`);
  answer(0, `ICID ${icid} ACCEPT SG None match ALL SBRS not enabled country not enabled`);
  answer(1, `Start MID ${theirMid} ICID ${icid}`);
  answer(1, `MID ${theirMid} ICID ${icid} From: <spammer@sender.example.com>`);
  answer(1, `MID ${theirMid} ICID ${icid} RID 0 To: <bob@corp.example.com>`);
  answer(1, `MID ${theirMid} ready 700 bytes from <spammer@sender.example.com>`);
  answer(1, `ISQ: Quarantined MID ${theirMid}`);
  answer(6, `ICID ${icid} close`);
};
