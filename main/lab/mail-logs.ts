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

/** The appliance's mail_logs as they lie on its disk: one saved file and the current one. */
export const mailLogsOf = (story: Story, appliance: LabAppliance): readonly [LogFile, LogFile] => {
  const lines = story.desks[appliance.name]?.lines ?? [];
  const file = (name: string, begin: number, end: number): LogFile => ({
    name,
    text: `${[
      ...heading(appliance, begin),
      ...lines.filter(({ at }) => at >= begin && at < end).map(({ at, body }) => `${logStamp(at)} Info: ${body}`),
    ].join('\n')}\n`,
  });
  return [
    file(`mail.@${fileStamp(story.begin)}.s`, story.begin, story.rotated),
    file(`mail.@${fileStamp(story.rotated)}.c`, story.rotated, Number.POSITIVE_INFINITY),
  ];
};
