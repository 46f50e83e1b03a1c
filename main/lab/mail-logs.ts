import type { LabAppliance } from './model';
import { fileStamp, logStamp } from './story/stamp';
import type { Story } from './story/tell';

export interface LogFile {
  readonly name: string;
  readonly text: string;
}

/** The three lines that begin every file. The offset is in seconds east of UTC. */
const heading = (appliance: LabAppliance, at: number): string[] =>
  ['Begin Logfile', `Version: ${appliance.version} SN: ${appliance.serial}`, 'Time offset from UTC: 0 seconds'].map(
    (body) => `${logStamp(at)} Info: ${body}`,
  );

/** The appliance's mail_logs as they lie on its disk, as far back as they are kept: a saved file and the current one. */
export const mailLogsOf = (story: Story, appliance: LabAppliance): readonly LogFile[] => {
  if (!appliance.odd.keepsMailLog) return [];
  const kept = appliance.odd.logMinutes === null ? story.begin : story.now - appliance.odd.logMinutes * 60_000;
  const lines = story.desks[appliance.name]?.lines ?? [];
  const file = (name: string, begin: number, end: number): LogFile => ({
    name,
    text: `${[
      ...heading(appliance, begin),
      ...lines
        .filter(({ at }) => at >= begin && at < end)
        .map(({ at, body, level = 'Info' }) => `${logStamp(at)} ${level}: ${body}`),
    ].join('\n')}\n`,
  });
  const rotated = Math.max(kept, story.rotated);
  const saved = kept < rotated ? [file(`mail.@${fileStamp(kept)}.s`, kept, rotated)] : [];
  return [...saved, file(`mail.@${fileStamp(rotated)}.c`, rotated, Number.POSITIVE_INFINITY)];
};
