import { isFaulty, type LabModel, manages, sourceOf } from '../model';
import { attempt } from './attempt';
import { type Desk, type Mail, nextMid, writerOf } from './desk';
import { passOn } from './incoming';
import { crash } from './turned-away';

/** Somebody releases the oldest message that came from this ESA: it waits in the queue of `the.cpq.release.host`. */
export const release = (model: LabModel, sma: Desk, esa: Desk, at: number): void => {
  const life = isFaulty(model, at) ? sma.appliance.odd.life : null;
  const mail = sma.held.find((one) => one.origin === esa.appliance.name);
  if (!mail) return;
  const mid = nextMid(sma);
  const write = writerOf(sma, at);
  const seconds = Math.round((at - mail.at) / 1000);
  write(
    0,
    `MID ${mail.mid} released from quarantine "Policy" (${life === 'left' ? 'expired' : 'manual'}) t=${seconds}`,
  );
  if (life === 'held') return;
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
  const mine = sma.waiting.filter((mail) => mail.origin === esa.appliance.name);
  if (isFaulty(model, at) && mine.length > 0) {
    // Nobody tells the SMA where to deliver: it does not even try.
    if (!manages(sma.appliance, esa.appliance)) return;
    if (sma.appliance.odd.crashes === 'command-client') {
      crash(sma, at, 'command-client');
      sma.down.add(esa.appliance.name);
      return;
    }
  }
  const arrived: number[] = [];
  attempt({
    model,
    from: sma,
    to: esa,
    at,
    domain: 'the.cpq.release.host',
    mails: mine,
    pace: 1,
    accept: (mail, icid, when) => {
      const again = isFaulty(model, at) && sma.appliance.odd.life === 'again';
      const mid = takeBack(esa, sma, mail, { icid, at: when, again });
      if (!again) arrived.push(mid);
      return mid;
    },
  });
  if (arrived.length > 0) passOn(esa, at + 8000, arrived);
};

const takeBack = (
  esa: Desk,
  sma: Desk,
  mail: Mail,
  { icid, at, again }: { icid: number; at: number; again: boolean },
): number => {
  const mid = nextMid(esa);
  const write = writerOf(esa, at);
  const from = `the SMA ${sourceOf(sma.appliance).address} (MID originally ${mail.originally})`;
  write(0, `Start MID ${mid} ICID ${icid}`);
  write(0, `MID ${mid} ICID ${icid} From: <${mail.from}>`);
  write(0, `MID ${mid} ICID ${icid} RID 0 To: <${mail.to}>`);
  write(0, `MID ${mid} ready ${mail.bytes} bytes from <${mail.from}>`);
  write(0, `MID ${mid} received from ${from} on release from central quarantine`);
  // The filter that quarantined it is still there.
  if (again) {
    write(0, `MID ${mid} enqueued for transfer to centralized quarantine "Policy" (content filter Block_Exe)`);
    esa.waiting.push({ ...mail, mid, at, attempts: 0 });
  }
  write(0, `MID ${mid} queued for delivery`);
  return mid;
};
