import type { Socket } from 'node:net';
import { afterEach, describe, expect, it } from 'vitest';
import { TlsReport } from '../../../main/core/model';
import type { ResponderPolicy } from '../../../main/core/tls';
import { type ProbeOptions, type ProbeResult, probeTls } from '../../../main/probes';
import { type Listener, listenAs, replies } from '../../support/listener';
import { speaksTls } from '../../support/tls-listener';

let listener: Listener | undefined;
afterEach(async () => {
  await listener?.close();
  listener = undefined;
});

type Behave = (socket: Socket, connection: number) => void;
const probe = async (behave: Behave, options: Partial<ProbeOptions> = {}): Promise<ProbeResult> => {
  listener ??= await listenAs(behave);
  return probeTls({ host: '127.0.0.1', port: listener.port }, { offer: null, suites: null, ...options });
};

const busy = '421 #4.4.5 Too many connections from your host.';
const turnAway = replies(`${busy}\r\n`);
const everything = {
  'TLSv1.3': [],
  'TLSv1.2': ['ADH-AES256-SHA'],
  'TLSv1.1': ['ADH-AES256-SHA'],
  TLSv1: ['ADH-AES256-SHA'],
  SSLv3: [],
};

/** Counts what stands open at the same time. */
const oneAtATime = (): { behave: Behave; refused: () => number } => {
  let open = 0;
  let refused = 0;
  const speak = speaksTls();
  const behave = (socket: Socket): void => {
    open += 1;
    socket.on('close', () => {
      open -= 1;
    });
    if (open > 1) refused += 1;
    (open === 1 ? speak : turnAway)(socket);
  };
  return { behave, refused: () => refused };
};

/** Turns away what comes more often than ten times in any second. */
const tenASecond = (policy: Partial<ResponderPolicy>): Behave => {
  const times: number[] = [];
  const speak = speaksTls(policy);
  return (socket) => {
    times.push(performance.now());
    const early = times.at(-11);
    if (early !== undefined && performance.now() - early < 1000) turnAway(socket);
    else speak(socket);
  };
};

describe('a listener that limits this laptop', () => {
  it('to one connection at a time is read to the end', async () => {
    const { behave, refused } = oneAtATime();
    const { report } = await probe(behave, { inventory: true });
    expect(report.retries).toHaveLength(refused());
    expect(report).toMatchObject({ starttls: true, inventory: everything, partial: null, remaining: null });
  });

  it('to ten a second is read to the end, more slowly, and says so', async () => {
    const older = ['ADH-SEED-SHA', 'ADH-RC4-MD5', 'ADH-DES-CBC3-SHA', 'ADH-DES-CBC-SHA'];
    const suites = ['ADH-AES256-SHA', 'ADH-AES128-SHA', 'ADH-CAMELLIA256-SHA', 'ADH-CAMELLIA128-SHA', ...older];
    const { report } = await probe(tenASecond({ suites }), { inventory: true });
    const found = expect.toSatisfy(
      (names: unknown) => Array.isArray(names) && names.sort().join() === suites.sort().join(),
    );
    expect(report).toMatchObject({
      starttls: true,
      failure: null,
      inventory: { ...everything, 'TLSv1.2': found, 'TLSv1.1': found, TLSv1: found },
      partial: null,
      remaining: null,
      retries: [
        { because: 'too-many-connections', answered: true },
        { because: 'too-many-connections', answered: true },
      ],
    });
  });

  it('with 421 at first and not any more is answered, and the second try reported', async () => {
    const { report, evidence } = await probe((socket, connection) =>
      connection === 1 ? turnAway(socket) : speaksTls()(socket),
    );
    expect(report).toMatchObject({
      starttls: true,
      failure: null,
      retries: [{ connection: 1, because: 'too-many-connections', pausedMs: 1500, answered: true }],
      partial: null,
    });
    expect(evidence).toMatch(/#1\+\S+ too-many-connections: one more try in 1500 ms/);
  });

  it('with 421 twice is told so, and nothing is said of STARTTLS', async () => {
    const { report, footprint } = await probe(turnAway);
    expect(report).toMatchObject({
      starttls: null,
      failure: { code: 'too-many-connections', detail: busy },
      retries: [{ answered: false }],
      connections: 2,
    });
    expect(footprint.map(({ leaves }) => leaves)).toEqual(['refused-connection', 'refused-connection']);
  });

  it('in the middle of an inventory makes it partial, and it goes on from there', async () => {
    const stops: Behave = (socket, connection) =>
      connection > 4 && connection < 7 ? turnAway(socket) : speaksTls()(socket);
    const first = await probe(stops, { inventory: true });
    expect(first.report).toMatchObject({ partial: { after: 6, of: 120, because: busy }, starttls: true });
    expect(Object.keys(first.report.remaining ?? {})).toEqual(['TLSv1.1', 'TLSv1', 'SSLv3']);
    const { report } = await probe(stops, { resume: TlsReport.parse(first.report) });
    expect(report).toMatchObject({ inventory: everything, partial: null, remaining: null, retries: [{}] });
    expect(report.connections).toBe(listener?.accepted());
  });

  it.each([1, 2, 3, 5, 8])('is not asked more often than %i times when that is the limit', async (limit) => {
    const { report } = await probe(speaksTls(), { inventory: true, limit });
    expect([report.connections, listener?.accepted()]).toEqual([limit, limit]);
    expect(report.partial).toMatchObject({ after: limit, because: 'limit of connections reached' });
  });

  it('counts its second tries too', async () => {
    const { report } = await probe(turnAway, { limit: 1 });
    expect([report.connections, report.retries, listener?.accepted()]).toEqual([1, [], 1]);
  });
});

describe('STARTTLS that is not always offered', () => {
  const bare = replies('220 sma1\r\n', '250 sma1\r\n', '221 bye\r\n');

  it('is no verdict when the second connection has it', async () => {
    const { report } = await probe((socket, connection) => (connection === 1 ? bare(socket) : speaksTls()(socket)));
    expect(report).toMatchObject({ failure: null, starttls: true, starttlsSeen: { offered: 2, missing: 1 } });
    expect(report.retries).toEqual([{ connection: 1, because: 'starttls-missing', pausedMs: 0, answered: true }]);
  });

  it('is no verdict when a later connection lacks it', async () => {
    const { report } = await probe((socket, connection) => (connection > 1 ? bare(socket) : speaksTls()(socket)));
    expect(report).toMatchObject({
      failure: null,
      starttls: true,
      starttlsSeen: { offered: 1, missing: 2 },
      partial: { because: 'no STARTTLS among the keywords' },
    });
  });

  it('is one when two connections in a row lack it', async () => {
    const { report } = await probe(bare);
    expect(report).toMatchObject({
      failure: { code: 'starttls-missing', stage: 'ehlo', detail: 'no STARTTLS among the keywords' },
      starttls: false,
      starttlsSeen: { offered: 0, missing: 2 },
      connections: 2,
    });
  });
});

describe('a listener that refuses by a bare end', () => {
  /** An alert becomes a bare end. */
  const wordless: Behave = (socket) => {
    speaksTls({ versions: ['TLSv1'] })(socket);
    const write = socket.write.bind(socket);
    socket.write = ((bytes: Uint8Array) => (bytes[0] === 0x15 ? socket.end() : write(bytes))) as typeof socket.write;
  };

  it('is read to the end, as it still takes what it took before', async () => {
    const { report, evidence } = await probe(wordless, { inventory: true });
    expect(report).toMatchObject({
      inventory: { ...everything, 'TLSv1.2': [], 'TLSv1.1': [] },
      refusedSilently: ['TLSv1.3', 'TLSv1', 'SSLv3'],
      anonymousAcceptedIfForced: true,
      authenticatedAccepted: null,
      partial: null,
      remaining: null,
    });
    expect(evidence).toContain('Control: is a suite still taken that was taken before?');
  });

  it('stays open where it takes nothing any more', async () => {
    const { report } = await probe(
      (socket, connection) => {
        if (connection < 4) speaksTls()(socket);
        else replies('220 sma1\r\n', '250-sma1\r\n250 STARTTLS\r\n', '220 go\r\n')(socket);
        if (connection > 3) socket.on('data', (bytes) => bytes[0] === 0x16 && socket.end());
      },
      { inventory: true },
    );
    expect(report.inventory).toEqual({ 'TLSv1.3': [], 'TLSv1.2': ['ADH-AES256-SHA'] });
    expect(Object.keys(report.remaining ?? {})).toEqual(['TLSv1.2', 'TLSv1.1', 'TLSv1', 'SSLv3']);
    expect(report.partial).toMatchObject({ because: 'connection closed during the handshake' });
    expect(report.refusedSilently).toEqual([]);
  });
});
