import { alarm, type Desk, type Mail, writerOf } from './desk';
import { logStamp } from './stamp';

/** Replies in the shape of real delayed and bounced lines (log grammar, section 6); that a listener of the quarantine gives them is inferred. */
const PUT_OFF = "4.3.1 - Not accepting messages at this time ('452', ['4.3.1 Insufficient system storage']) []";
const TURNED_DOWN = "5.1.0 - Unknown address error ('550', ['5.1.0 Address rejected.']) []";

/** A connection whose messages are not taken. */
interface TurnedAway {
  readonly from: Desk;
  readonly to: Desk;
  readonly at: number;
  readonly mails: readonly Mail[];
}

/** The listener takes the connection and none of its messages: they wait, or go back to their senders. */
export const turnAway = (one: TurnedAway, dcid: number, how: 'later' | 'never'): void => {
  const write = writerOf(one.from, one.at);
  for (const mail of one.mails) {
    mail.attempts += 1;
    write(0, `Delivery start DCID ${dcid} MID ${mail.mid} to RID [0] to Centralized Policy Quarantine`);
    if (how === 'never') write(1, `Bounced: DCID ${dcid} MID ${mail.mid} to RID 0 - ${TURNED_DOWN}`);
    else {
      write(1, `Delayed: DCID ${dcid} MID ${mail.mid} From: <${mail.from}> To: <${mail.to}> RID 0 - ${PUT_OFF}`);
      write(1, `MID ${mail.mid} to RID [0] pending till ${logStamp(one.at + 480_000)} [Default]`);
    }
  }
  if (how === 'later') {
    one.from.softBounced += one.mails.length;
    one.from.down.add(one.to.appliance.name);
    return;
  }
  one.from.hardBounced += one.mails.length;
  one.from.waiting = one.from.waiting.filter((mail) => !one.mails.includes(mail));
};

const CRASHES = {
  'command-client':
    "('command_client/client.py call|237', \"<type 'exceptions.EOFError'>\", '', '[cpq/release_host.py resolve|118] [command_client/client.py call|237]')",
  quarantine:
    "('cpq/transfer.py enqueue|91', \"<type 'exceptions.KeyError'>\", \"'policy'\", '[cpq/transfer.py enqueue|91]')",
} as const;

/** A component stops where it stood: text as in the composed sample of application faults. */
export const crash = (desk: Desk, at: number, what: keyof typeof CRASHES): void =>
  alarm(desk, at, `An application fault occurred: ${CRASHES[what]}`);
