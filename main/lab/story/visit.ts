import { listenerOf } from '../model';
import { type Desk, nextIcid, writerOf } from './desk';

/** A connection to a quarantine listener that brings no message: of whoever looks at the port. */
export interface Visit {
  secured(protocol: string, cipher: string): void;
  end(): void;
}

const UNNOTED: Visit = { secured: () => undefined, end: () => undefined };

/** Writes a visitor into the listener's log. Whether a visit without a message is `lost` first is unsourced. */
export const visit = (desk: Desk | undefined, from: string, now: () => number): Visit => {
  if (desk === undefined) return UNNOTED;
  const icid = nextIcid(desk);
  const write = (body: string): void => writerOf(desk, now())(0, body);
  const { name, address } = listenerOf(desk.appliance);
  const peer = from.replace(/^::ffff:/, '');
  write(`New CPQ ICID ${icid} interface ${name} (${address}) address ${peer} reverse dns host unknown verified no`);
  return {
    secured: (protocol, cipher) => write(`ICID ${icid} TLS success protocol ${protocol} cipher ${cipher}`),
    end: () => {
      write(`ICID ${icid} lost`);
      write(`ICID ${icid} close`);
    },
  };
};
