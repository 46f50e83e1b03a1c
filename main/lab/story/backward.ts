import { type LabModel, sourceOf } from '../model';
import { attempt } from './attempt';
import { type Desk, type Mail, nextMid, writerOf } from './desk';
import { passOn } from './incoming';

/** Somebody releases the oldest message that came from this ESA: it waits in the queue of `the.cpq.release.host`. */
export const release = (sma: Desk, esa: Desk, at: number): void => {
  const mail = sma.held.find((one) => one.origin === esa.appliance.name);
  if (!mail) return;
  const mid = nextMid(sma);
  const write = writerOf(sma, at);
  const seconds = Math.round((at - mail.at) / 1000);
  write(0, `MID ${mail.mid} released from quarantine "Policy" (manual) t=${seconds}`);
  write(0, `MID ${mail.mid} released from all quarantines`);
  write(0, `Start MID ${mid} ICID 0`);
  write(0, `MID ${mid} ICID 0 From: <${mail.from}>`);
  write(0, `MID ${mid} ICID 0 RID 0 To: <${mail.to}>`);
  write(0, `MID ${mail.mid} rewritten to ${mid} by Policy Quarantine`);
  write(0, `MID ${mid} ready ${mail.bytes + 32} bytes from <${mail.from}>`);
  write(0, `MID ${mid} queued for delivery`);
  sma.held = sma.held.filter((one) => one !== mail);
  sma.waiting.push({ ...mail, mid, bytes: mail.bytes + 32, at, attempts: 0 });
};

/** The SMA tries to bring back what was released for this ESA. A message returns to the ESA that it came from. */
export const bringBack = (model: LabModel, sma: Desk, esa: Desk, at: number): void => {
  const arrived: number[] = [];
  attempt({
    model,
    from: sma,
    to: esa,
    at,
    domain: 'the.cpq.release.host',
    mails: sma.waiting.filter((mail) => mail.origin === esa.appliance.name),
    pace: 1,
    accept: (mail, icid, when) => {
      const mid = takeBack(esa, sma, mail, icid, when);
      arrived.push(mid);
      return mid;
    },
  });
  if (arrived.length > 0) passOn(esa, at + 8000, arrived);
};

const takeBack = (esa: Desk, sma: Desk, mail: Mail, icid: number, at: number): number => {
  const mid = nextMid(esa);
  const write = writerOf(esa, at);
  const from = `the SMA ${sourceOf(sma.appliance).address} (MID originally ${mail.originally})`;
  write(0, `Start MID ${mid} ICID ${icid}`);
  write(0, `MID ${mid} ICID ${icid} From: <${mail.from}>`);
  write(0, `MID ${mid} ICID ${icid} RID 0 To: <${mail.to}>`);
  write(0, `MID ${mid} ready ${mail.bytes} bytes from <${mail.from}>`);
  write(0, `MID ${mid} received from ${from} on release from central quarantine`);
  write(0, `MID ${mid} queued for delivery`);
  return mid;
};
