import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { blankAppliance, blankSite, openAnswers, type Site } from '../../../main/core/model';
import { pcapOf } from '../../../main/lab/capture/packets';
import { Wire } from '../../../main/lab/capture/wire';
import { runCase } from '../../../main/run';
import { offerMaterial, sortHeap } from '../../../main/run/intake';
import { actContext } from '../../support/act-context';

const folder = mkdtempSync(join(tmpdir(), 'cpq-captures-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const AT = Date.UTC(2026, 10, 24, 20, 40);
const refusal = (from: string, to: string) => {
  const told = new Wire(
    { initiator: { address: from, port: 40_001 }, responder: { address: to, port: 7025 } },
    AT,
    1,
    7,
  );
  told.refuse();
  return told.packets;
};
const listener = (address: string) => ({ interface: 'Management', address, port: 7025 });
const site: Site = {
  ...blankSite(),
  direction: 'esa-to-sma',
  appliances: [
    { ...blankAppliance('esa1', 'esa'), quarantine: listener('192.0.2.11') },
    { ...blankAppliance('esa2', 'esa'), quarantine: listener('192.0.2.12') },
    { ...blankAppliance('sma1', 'sma'), quarantine: listener('192.0.2.10') },
  ],
};
const file = (name: string, bytes: Uint8Array): string => {
  writeFileSync(join(folder, name), bytes);
  return join(folder, name);
};
const lone = pcapOf(refusal('192.0.2.11', '192.0.2.10'));
const several = pcapOf([...refusal('192.0.2.11', '192.0.2.10'), ...refusal('192.0.2.12', '192.0.2.10')]);

describe('a capture in a heap', () => {
  it('belongs to the appliance that every connection of it has as an end', async () => {
    const sorted = await sortHeap({ ...site, materials: [file('a.pcap', several)] });
    expect(sorted.problems).toEqual([]);
    expect(sorted.site.appliances.map(({ materials }) => materials.captures)).toEqual([
      [],
      [],
      [join(folder, 'a.pcap')],
    ]);
  });

  it('belongs to the appliance whose name it bears', async () => {
    const sorted = await sortHeap({ ...site, materials: [file('esa1-before.pcap', lone)] });
    expect(sorted.site.appliances[0]?.materials.captures).toEqual([join(folder, 'esa1-before.pcap')]);
  });

  it('is asked about where both ends of its only connection could have made it', async () => {
    const path = file('b.pcap', lone);
    const sorted = await sortHeap({ ...site, materials: [path] });
    expect(sorted.problems).toEqual([{ code: 'material-whose', where: path, params: { kind: 'capture' } }]);
  });

  it('belongs to the appliance it was dropped on', () => {
    const offered = { name: 'b.pcap', path: 'b.pcap', text: '', bytes: lone, appliance: 'esa2' };
    expect(offerMaterial(site, offered)).toMatchObject({ kind: 'capture', appliance: 'esa2', problem: null });
  });
});

describe('a capture named in the profile', () => {
  const withCapture = (path: string): Site => ({
    ...site,
    appliances: site.appliances.map((one) =>
      one.name === 'esa1' ? { ...one, materials: { ...one.materials, captures: [path] } } : one,
    ),
  });
  const run = async (path: string) => {
    const problems: unknown[] = [];
    const { input } = actContext(withCapture(path), {
      answers: { ...openAnswers(), direction: 'esa-to-sma' },
      onProblem: (problem) => problems.push(problem),
    });
    const { observations } = await runCase({ ...input, limitMs: 20_000 });
    return { seen: observations.filter((one) => one.check === 'capture'), problems };
  };

  it('is an observation of its appliance, with a quote for each frame that counts', async () => {
    const { seen } = await run(file('esa1.pcap', lone));
    expect(seen).toMatchObject([
      { vantage: 'esa1', how: 'material', outcome: 'failed', reason: 'fault-seen', evidence: null },
    ]);
    expect(seen[0]?.quotes.map(({ source, line, quote }) => ({ source, line, quote }))).toEqual([
      { source: 'capture:esa1.pcap:1', line: 1, quote: '192.0.2.11:40001 > 192.0.2.10:7025 SYN' },
      {
        source: 'capture:esa1.pcap:2',
        line: 2,
        quote: '192.0.2.11:40001 > 192.0.2.10:7025 RST from the responder at connect; connect-refused at connect: RST',
      },
    ]);
  });

  it('is said to be none where it is none', async () => {
    const { seen, problems } = await run(
      file('log.pcap', Buffer.from('Mon Mar  2 15:10:02 2026 Info: Begin Logfile\n')),
    );
    expect(seen).toMatchObject([{ outcome: 'could-not-tell', reason: 'file-unreadable', data: null }]);
    expect(problems).toEqual([{ code: 'not-a-capture', where: 'log.pcap', params: {} }]);
  });
});
