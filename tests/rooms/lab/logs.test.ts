import { describe, expect, it } from 'vitest';
import { newLogReader } from '../../../main/core/logs/reader';
import type { LogReport } from '../../../main/core/model';
import { mailLogsOf } from '../../../main/lab/mail-logs';
import { appliancesOf, type LabAppliance } from '../../../main/lab/model';
import { esaAt, type Told, told } from './told';

const read = ({ story }: Told, appliances: readonly LabAppliance[]): LogReport => {
  const reader = newLogReader({ role: null, ports: [] });
  for (const appliance of appliances)
    for (const { name, text } of mailLogsOf(story, appliance)) {
      reader.openFile({ path: `${appliance.name}/${name}`, bytes: text.length });
      for (const line of text.trimEnd().split('\n')) reader.line(line);
      reader.closeFile();
    }
  return reader.finish();
};

const causes = (one: Told, ...appliances: LabAppliance[]): string[] => read(one, appliances).causes;

describe('mail_logs of the lab', () => {
  it.each([
    ['cluster-interface-missing', [], ['path-refused', 'queue-backlog']],
    ['healthy', [], []],
    ['listener-suspended', ['path-refused', 'queue-backlog'], ['listener-suspended']],
    ['path-refused', ['path-refused', 'queue-backlog'], []],
    ['path-timeout', ['path-timeout', 'queue-backlog'], []],
    ['queue-backlog', ['queue-backlog'], []],
    ['tls-anonymous-cipher', ['tls-anonymous-cipher', 'queue-backlog'], ['tls-anonymous-cipher']],
    ['tls-intercepted', ['tls-certificate-not-cpq', 'queue-backlog'], []],
  ])('name in %s, by the ESA alone and by the SMA alone, what each of them can know', (name, atEsa, atSma) => {
    const one = told(name);
    expect({ esa: causes(one, esaAt(one, 1)), sma: causes(one, one.model.sma) }).toEqual({ esa: atEsa, sma: atSma });
  });

  it('hold no line that the reader does not know, and tell the role by themselves', () => {
    const one = told('tls-anonymous-cipher', 3);
    const { unknownLines, files } = read(one, appliancesOf(one.model));
    expect(unknownLines).toBe(0);
    expect(files.map(({ role }) => role)).toEqual(['esa', 'esa', 'esa', 'esa', 'esa', 'esa', 'sma', 'sma']);
  });

  it.each(['healthy', 'queue-backlog'])('pair every delivery of %s with its arrival, by the same clock', (name) => {
    const one = told(name, 2);
    const { connections, clockOffsets } = read(one, appliancesOf(one.model));
    expect(connections.filter(({ twin }) => twin === null)).toEqual([]);
    expect(clockOffsets.map(({ seconds }) => seconds)).toEqual([0, 0, 0, 0]);
  });

  it('show a fresh success in every direction that works', () => {
    const flowsOf = (name: string): string[] => {
      const one = told(name);
      const fresh = new Date(one.model.now - 10 * 60_000).toISOString();
      const { successes } = read(one, appliancesOf(one.model));
      return [...new Set(successes.filter(({ at }) => (at ?? '') > fresh).map(({ flow }) => flow))].sort();
    };
    expect(['healthy', 'queue-backlog'].map(flowsOf)).toEqual([
      ['esa-to-sma', 'sma-to-esa'],
      ['esa-to-sma', 'sma-to-esa'],
    ]);
    const broken = ['path-refused', 'path-timeout', 'listener-suspended', 'tls-anonymous-cipher'];
    expect(broken.map(flowsOf)).toEqual(broken.map(() => ['sma-to-esa']));
  });

  it('end the releases to the second member when its interface loses its name', () => {
    const one = told('cluster-interface-missing', 3);
    const receiving = ({ totals }: LogReport) => totals.receiving;
    expect(one.model.esas.map((esa) => receiving(read(one, [esa])))).toEqual([{ ok: 6 }, { ok: 1 }, { ok: 6 }]);
  });
});
