import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { TlsReport } from '../../main/core/model';
import { probeTls } from '../../main/probes';
import { skipWithoutBinary } from '../support/binary';
import { makeCertificate } from '../support/certificate';
import { skipWithoutPostfix, startPostfix } from '../support/postfix';
import { type FrontOptions, startFront } from '../support/starttls-front';
import { startOpenssl, type TlsProgram } from '../support/tls-program';

const folder = mkdtempSync(join(tmpdir(), 'cpq-limits-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const inventoryOf = async (port: number, limit?: number): Promise<TlsReport> => {
  const options = { offer: null, suites: null, inventory: true, ...(limit === undefined ? {} : { limit }) };
  return (await probeTls({ host: '127.0.0.1', port }, options)).report;
};

/** Read right, or partial with the listener's own word for it; never "no STARTTLS". */
const holds = (report: TlsReport, whole: TlsReport['inventory']): void => {
  expect({ starttls: report.starttls, failure: report.failure }).toEqual({ starttls: true, failure: null });
  if (report.partial === null) expect(report.inventory).toEqual(whole);
  else expect(report.partial.because).toMatch(/^421 /);
};

describe.skipIf(skipWithoutBinary('openssl'))('an OpenSSL behind a front that limits connections', () => {
  let program: TlsProgram;
  let whole: TlsReport['inventory'];
  const behind = async (turnsAway?: FrontOptions['turnsAway']): Promise<{ report: TlsReport; accepted: number }> => {
    const front = await startFront({ to: program.port, ...(turnsAway ? { turnsAway } : {}) });
    const report = await inventoryOf(front.port);
    await front.close();
    return { report, accepted: front.accepted() };
  };

  beforeAll(async () => {
    const { certificateFile, keyFile } = makeCertificate(folder, 'sma1.example.com');
    program = await startOpenssl('-cert', certificateFile, '-key', keyFile);
    whole = (await behind()).report.inventory;
  });
  afterAll(() => program.stop());

  it('to one at a time is read right', async () => {
    const { report, accepted } = await behind((open) => open > 1);
    holds(report, whole);
    expect(report.partial).toBeNull();
    expect(accepted).toBe(report.connections);
  });

  it('to ten a second is read right, or partial with its reason', async () => {
    const { report, accepted } = await behind((_open, cameAt) => {
      const since = (cameAt.at(-1) ?? 0) - 1000;
      return cameAt.filter((at) => at > since).length > 10;
    });
    holds(report, whole);
    expect(accepted).toBe(report.connections);
  });

  it('for good after twelve is partial, with what was found until then', async () => {
    const { report } = await behind((_open, cameAt) => cameAt.length > 12);
    holds(report, whole);
    expect(report.partial?.because).toBe('421 #4.4.5 Too many connections from your host.');
    expect(report.inventory?.['TLSv1.3']).toEqual(whole?.['TLSv1.3']);
  });

  it('from the start says so, and nothing about TLS', async () => {
    const { report, accepted } = await behind(() => true);
    expect(report).toMatchObject({
      starttls: null,
      anonymousAcceptedIfForced: null,
      inventory: null,
      failure: { code: 'too-many-connections', stage: 'greeting' },
    });
    expect(accepted).toBe(report.connections);
  });
});

describe.skipIf(skipWithoutPostfix())('a Postfix that limits connections of one client', () => {
  const limited = async (settings: Record<string, string>, limit?: number) => {
    const certificate = makeCertificate(folder, 'sma1.example.com');
    const postfix = await startPostfix({ certificate, settings });
    const report = await inventoryOf(postfix.port, limit);
    await postfix.stop();
    return report;
  };
  // Postfix makes an exception of its own networks.
  const everybody = { smtpd_client_event_limit_exceptions: '' };

  it('to one at a time is read right', async () => {
    const whole = await limited({});
    holds(await limited({ ...everybody, smtpd_client_connection_count_limit: '1' }), whole.inventory);
  });

  it('to a rate is partial with its word for it', async () => {
    const report = await limited({ ...everybody, smtpd_client_connection_rate_limit: '20' });
    expect(report).toMatchObject({ starttls: true, failure: null });
    expect(report.partial?.because).toMatch(/^421 4\.7\.0 .*too many connections/i);
    expect(report.inventory?.['TLSv1.3']).toHaveLength(3);
  });
});
