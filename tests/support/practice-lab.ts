import type { Desk, Running } from './command-line';

export interface PracticeLab {
  /** The profile that `lab` printed. */
  readonly profile: string;
  /** Ends it as an engineer does, and answers its exit code. */
  interrupt(): Promise<number | null>;
}

const profileOf = async (running: Running): Promise<string> => {
  const lines: string[] = [];
  running.child.stdout?.on('data', (text: string) => lines.push(text));
  await running.says('stderr', 'Interrupt to end it');
  return lines.join('');
};

/** `lab` in a process of its own, as an outside program would start it. */
export const startPractice = async (
  desk: Desk,
  scenario: string,
  more: readonly string[] = [],
): Promise<PracticeLab> => {
  const running = desk.start(['lab', '--scenario', scenario, ...more]);
  const profile = await profileOf(running);
  return {
    profile,
    async interrupt() {
      running.child.kill('SIGINT');
      return (await running.ended).code;
    },
  };
};
