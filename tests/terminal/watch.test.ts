import { afterAll, expect, it } from 'vitest';
import { z } from 'zod';
import { linesOf, newDesk } from '../support/command-line';

const desk = newDesk();
afterAll(() => desk.remove());

it('watch follows the practice lab to the first failure and prints one event a line, ended by the story', async () => {
  const [ran, schema] = [await desk.run(['watch', '--json']), await desk.run(['schema', 'watch'])];
  const event = z.fromJSONSchema(JSON.parse(schema.stdout));
  const events = linesOf(ran.stdout).map((line) => JSON.parse(line));
  expect(events.flatMap((one) => event.safeParse(one).error?.issues ?? [])).toEqual([]);
  expect(events.at(-1)).toMatchObject({ event: 'ended', reason: 'failed', causes: ['tls-anonymous-cipher'] });
  expect(events.at(-1).story.lines.length).toBeGreaterThan(0);
  expect([ran.code, linesOf(ran.stderr).length]).toEqual([1, 3]);
});

it('explain takes a line as words, in quotes or on standard input, and says by its code whether it knows one', async () => {
  const line = 'New SMTP DCID 301 interface 192.0.2.10 address 192.0.2.20 port 7025';
  const words = await desk.run(['explain', '--json', ...line.split(' ')]);
  const quoted = await desk.run(['explain', '--json', line]);
  const piped = await desk.run(['explain', '--json'], { input: `\n${line}\n` });
  expect(JSON.parse(words.stdout).lines).toMatchObject([{ kind: 'new-dcid', mark: 'sourced', text: line }]);
  expect([quoted.stdout, piped.stdout]).toEqual([words.stdout, words.stdout]);
  const unknown = await desk.run(['explain', 'nobody', 'knows']);
  const nothing = await desk.run(['explain'], { input: '\n' });
  expect([words.code, unknown.code, nothing.code]).toEqual([0, 3, 2]);
  expect(linesOf(nothing.stderr)).toEqual([
    'no line to explain: give it as an argument, in quotes, or on standard input',
  ]);
});
