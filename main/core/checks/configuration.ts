import { ConfigReport } from '../model';
import { eachAppliance } from './appliance-targets';
import { broken, check, type SeenLine } from './check';

const lineAt = (text: string, at: string): SeenLine[] => {
  const number = Number(/(\d+)/.exec(at)?.[1] ?? Number.NaN);
  const line = text.split('\n')[number - 1];
  return line === undefined ? [] : [{ line: number, text: line.replace(/\r+$/, ''), at: null }];
};

/** What does the configuration export say? Never fetched live: the engineer saves it, masked, from the GUI. */
export const configuration = check({
  id: 'configuration',
  by: 'configuration',
  command: null,
  roles: ['esa', 'sma'],
  needs: [],
  seconds: 1,
  connections: 0,
  leaves: 0,
  limitMs: 30_000,
  data: ConfigReport,
  targets: eachAppliance(['esa', 'sma']),
  live: () => null,
  read(answered) {
    if (answered.kind !== 'config') return broken(answered);
    const { report, text } = answered;
    const places = [
      ...report.listeners.map((one) => one.at),
      ...(report.quarantine ? [report.quarantine.at] : []),
      ...report.missingInterfaces.map((one) => one.at),
      ...report.cipherLists.map((one) => one.at),
      ...report.problems.map((one) => one.at),
      ...report.interfaces.map((one) => one.at),
    ];
    const fault = report.missingInterfaces.length > 0;
    return {
      outcome: fault ? 'failed' : 'passed',
      reason: fault ? 'fault-seen' : null,
      data: report,
      lines: [...new Set(places)].slice(0, 100).flatMap((at) => lineAt(text, at)),
    };
  },
});
