import { PassThrough } from 'node:stream';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { idle } from '../../../main/lab';
import { logIn } from '../../../main/lab/command-line';
import { Shell } from '../../../main/lab/shell';
import { told } from './told';

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

test('an idle login is ended when nothing was typed for its time, counted from the last key', () => {
  const { model, story } = told('healthy');
  const stream = new PassThrough();
  let closed = 0;
  new Shell({
    stream,
    opening: logIn(model, story, 'esa1'),
    window: () => ({ rows: 24, columns: 80 }),
    now: Date.now,
    onLine: () => undefined,
    onChange: () => undefined,
    onClose: () => {
      closed += 1;
    },
    mood: idle(1000),
  });
  vi.advanceTimersByTime(900);
  stream.emit('data', Buffer.from('v'));
  vi.advanceTimersByTime(900);
  const before = closed;
  vi.advanceTimersByTime(100);
  expect({ before, closed }).toEqual({ before: 0, closed: 1 });
});
