import { once } from 'node:events';
import { Duplex } from 'node:stream';
import { logIn } from '../../main/lab/command-line';
import type { LabAppliance, LabModel } from '../../main/lab/model';
import { type Opening, openingOf } from '../../main/lab/opening';
import { bannerOf } from '../../main/lab/render/prompt';
import { Shell } from '../../main/lab/shell';
import type { Story } from '../../main/lab/story/tell';
import type { Window } from '../../main/lab/terminal';

export interface BlindPaste {
  readonly model: LabModel;
  readonly story: Story;
  readonly appliance: LabAppliance;
  readonly opening: Opening;
  readonly window: Window;
  readonly bytes: string;
}

export interface Typed {
  /** The window as a terminal's log has it. */
  readonly screen: string;
  readonly received: readonly string[];
  readonly changed: readonly string[];
}

/** Types bytes into a login of the lab, all at once, whatever it shows, and answers what stood on the screen at the end. */
export const typeBlindly = async ({ model, story, appliance, opening, window, bytes }: BlindPaste): Promise<Typed> => {
  let screen = '';
  const received: string[] = [];
  const changed: string[] = [];
  const stream = new Duplex({
    read: () => undefined,
    write: (chunk: Buffer, _encoding, done) => {
      screen += chunk.toString('latin1');
      done();
    },
  });
  const first = logIn(model, story, appliance.name);
  new Shell({
    stream,
    opening: openingOf({ ...first, text: `${bannerOf(appliance, model.now)}${first.text}` }, opening),
    window: () => window,
    now: () => model.now,
    onLine: (line) => received.push(line),
    onChange: (what) => changed.push(what),
    onClose: () => undefined,
  });
  const over = once(stream, 'end');
  stream.push(Buffer.from(bytes, 'latin1'));
  stream.push(null);
  await over;
  return { screen, received, changed };
};
