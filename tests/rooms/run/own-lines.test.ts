import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { z } from 'zod';
import { diagnose } from '../../../main/core/diagnosis';
import { blankAppliance, blankSite, LogReport, openAnswers } from '../../../main/core/model';
import { startLab } from '../../../main/lab';
import { ran } from '../../support/run';

it('knows its own lines again in the logs of a healthy site, in the next run too', async () => {
  const started = await startLab({ scenario: 'healthy', now: new Date() });
  if (!started.ok) throw new Error(started.problem.code);
  const lab = started.value;
  const secretOf = (name: string) => lab.secrets.find((one) => one.appliance === name)?.secret ?? null;
  const first = await ran(lab.site, { secretOf });
  const only = { given: { only: ['mail-logs'] }, secretOf };
  const ledger = first.outcome.footprint;
  const knowing = await ran(lab.site, { secretOf, footprint: ledger });
  const ignorant = await ran(lab.site, only);
  await lab.close();
  // The probe's connections come from this machine, the telnet's from the ESA; all reached the SMA's listener.
  const toSma = [...ledger, ...knowing.outcome.footprint]
    .filter((one) => one.connection?.to === lab.site.appliances.at(-1)?.host)
    .map((one) => one.what);
  expect(toSma).toEqual(expect.arrayContaining(['command:telnet', 'probe-given-offer']));
  const counted = (run: typeof first): number => {
    const found = run.outcome.observations.find((one) => one.check === 'mail-logs' && one.vantage === 'sma1');
    const { receiving } = z.looseObject({ totals: LogReport.shape.totals }).parse(found?.data).totals;
    return Object.values(receiving).reduce((sum, one) => sum + one, 0);
  };
  // The lab writes no line for a `tlsverify`.
  const noted = toSma.filter((one) => one !== 'command:tlsverify');
  expect(counted(ignorant) - counted(knowing)).toBe(noted.length);
  const answers = { ...openAnswers(), direction: lab.site.direction, cluster: lab.site.cluster };
  for (const run of [first, knowing])
    expect(
      diagnose(lab.site, answers, run.outcome.observations).findings.filter(
        (one) => one.status === 'confirmed' || one.status === 'suspected',
      ),
    ).toEqual([]);
});

it('knows them in log files too, by the ledger of the case', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'own-'));
  const file = join(folder, 'mail.current');
  const stamp = 'Thu Jun  4 09:01:00 2026 Info:';
  writeFileSync(
    file,
    [
      `${stamp} Time offset from UTC: 3600 seconds`,
      `${stamp} New CPQ ICID 71 interface Management (192.0.2.20) address 192.0.2.200 reverse dns host x verified no`,
      `${stamp} ICID 71 TLS failed: (337092801, error:1417A0C1:SSL routines::no shared cipher)`,
      `${stamp} ICID 71 close`,
      '',
    ].join('\n'),
  );
  const sma = blankAppliance('sma1', 'sma');
  const site = {
    ...blankSite(),
    appliances: [blankAppliance('esa1', 'esa'), { ...sma, materials: { ...sma.materials, logs: [file] } }],
  };
  const footprint = [
    {
      at: '2026-06-04T08:01:00.500Z',
      to: 'sma1:7025',
      what: 'probe-given-offer',
      leaves: 'refused-tls',
      connection: { from: ['192.0.2.200'], to: '192.0.2.20', port: 7025 },
    },
  ];
  const given = { only: ['mail-logs'] };
  const outcomeOf = async (ledger: typeof footprint) => {
    const { outcome } = await ran(site, { given, footprint: ledger });
    return outcome.observations.find((one) => one.check === 'mail-logs' && one.vantage === 'sma1')?.outcome;
  };
  expect([await outcomeOf(footprint), await outcomeOf([])]).toEqual(['passed', 'failed']);
  rmSync(folder, { recursive: true, force: true });
});
