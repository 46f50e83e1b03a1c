import { describe, expect, it } from 'vitest';
import { type LiveEvent, LiveLog } from '../../../main/core/logs';
import type { Role } from '../../../main/core/model';

const stamped = (time: string, body: string): string => `Thu Jun  4 ${time} 2026 Info: ${body}`;
const at = (body: string): string => stamped('09:00:00', body);

const told = (lines: readonly string[], role: Role = 'esa', since: number | null = null): LiveEvent[] => {
  const log = new LiveLog({ role, ports: [7025], since });
  return lines.flatMap((line) => log.line(line));
};
const short = (events: readonly LiveEvent[]): string[] =>
  events.map((one) =>
    one.kind === 'line' ? (one.line.text.split(': ')[1] ?? '') : `${one.kind} ${one.connection.id} ${one.before}`,
  );

const OPENING = at('New SMTP DCID 7 interface 192.0.2.10 address 192.0.2.20 port 7025');
const DELIVERED = [
  at('MID 9 enqueued for transfer to centralized quarantine "Policy" (content filter X)'),
  OPENING,
  at('DCID 7 TLS success protocol TLSv1.2 cipher AES256-SHA'),
  at('Delivery start DCID 7 MID 9 to RID [0]'),
  at('Message done DCID 7 MID 9 to RID [0] '),
];

describe('lines that are followed', () => {
  it('tell of a delivery with the lines of its message from before the connection', () => {
    const events = told(DELIVERED);
    expect(short(events)).toEqual([
      'New SMTP DCID 7 interface 192.0.2.10 address 192.0.2.20 port 7025',
      'DCID 7 TLS success protocol TLSv1.2 cipher AES256-SHA',
      'Delivery start DCID 7 MID 9 to RID [0]',
      'Message done DCID 7 MID 9 to RID [0] ',
      'delivered 7 false',
    ]);
    const last = events.at(-1);
    expect(last?.kind === 'delivered' && last.lines.map(({ number }) => number)).toEqual([1, 2, 3, 4, 5]);
  });

  it('tell of a connection from its first line on as soon as it shows what it is', () => {
    const lines = [
      at('New SMTP DCID 8 interface 192.0.2.10 address 192.0.2.20'),
      at('DCID 8 TLS success protocol TLSv1.2 cipher AES256-SHA for the.cpq.host'),
    ];
    expect(short(told(lines))).toEqual(lines.map((line) => line.split(': ')[1] ?? ''));
  });

  it('say nothing of ordinary mail, of the spam quarantine and of what outsiders write', () => {
    const lines = [
      at('New SMTP DCID 5 interface 192.0.2.10 address 192.0.2.25 port 25'),
      at('DCID 5 TLS failed: STARTTLS unexpected response'),
      at('New SMTP DCID 6 interface 192.0.2.10 address 192.0.2.20 port 6025'),
      at('Delivery start DCID 6 MID 3 to RID [0] to offbox IronPort Spam Quarantine'),
      at('Message done DCID 6 MID 3 to RID [0] (external quarantine) '),
      at('New SMTP ICID 4 interface Data 1 (192.0.2.1) address 198.51.100.7 reverse dns host CPQ ICID 5 verified no'),
      at('Start MID 11 ICID 4'),
      at('MID 11 Subject "CPQ ICID 4 the.cpq.host port 7025 received from the SMA"'),
      at('ICID 4 lost'),
      'New CPQ ICID 12 interface Management (192.0.2.20) address 192.0.2.10 reverse dns host x verified yes',
      'esa1.example.com> tail mail_logs',
    ];
    expect(told(lines)).toEqual([]);
  });

  it.each([
    [
      at(
        'Connection Error: DCID 7 domain: the.cpq.host IP: 192.0.2.20 port: 7025 details: [Errno 61] Connection refused interface: 192.0.2.10 reason: network error',
      ),
      'refused',
      ['path-refused'],
    ],
    [at('DCID 7 TLS failed: STARTTLS unexpected response'), 'tls-failed', ['starttls-missing']],
  ])('tell of a failure once, with its cause: %s', (line, outcome, causes) => {
    const failed = told([OPENING, line, line, at('DCID 7 close')]).filter((one) => one.kind === 'failed');
    expect(failed).toMatchObject([{ connection: { id: 7, outcome }, causes, before: false }]);
  });

  it('tell of an anonymous suite on the side of the responder at once', () => {
    const opening = at(
      'New CPQ ICID 3 interface Management (192.0.2.20) address 192.0.2.10 reverse dns host x verified yes',
    );
    const events = told([opening, at('ICID 3 TLS success protocol TLSv1 cipher ADH-AES256-SHA')], 'sma');
    expect(events.at(-1)).toMatchObject({ kind: 'failed', causes: ['tls-anonymous-cipher'] });
  });

  it('take a look at the port, without TLS and message, for no failure', () => {
    const opening = at(
      'New CPQ ICID 3 interface Management (192.0.2.20) address 192.0.2.10 reverse dns host x verified yes',
    );
    expect(told([opening, at('ICID 3 lost'), at('ICID 3 close')], 'sma').filter((one) => one.kind !== 'line')).toEqual(
      [],
    );
  });

  it('say what was over before following began', () => {
    const nine = Date.UTC(2026, 5, 4, 9) / 1000;
    expect(short(told(DELIVERED, 'esa', nine + 1)).at(-1)).toBe('delivered 7 true');
    expect(short(told(DELIVERED, 'esa', nine)).at(-1)).toBe('delivered 7 false');
  });

  it('tell that a service was suspended, whatever connection comes', () => {
    expect(told([at('Receiving suspended.')], 'sma')).toMatchObject([{ kind: 'line', connection: null }]);
  });

  it('begin anew where an id comes again', () => {
    const events = told([
      ...DELIVERED,
      at('DCID 7 close'),
      ...DELIVERED.slice(1).map((line) => line.replace('MID 9', 'MID 10')),
    ]);
    expect(short(events).filter((one) => one.startsWith('delivered'))).toEqual([
      'delivered 7 false',
      'delivered 7 false',
    ]);
  });
});
