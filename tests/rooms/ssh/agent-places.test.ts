import { expect, test } from 'vitest';
import { pageantPipe, placesAmong } from '../../../main/ssh/agent-places';

const HASH = '0a'.repeat(32);
const MINE = `pageant.Marie Curie.${HASH}`;

test("Pageant's pipe is found by the user's name and the shape of its hash", () => {
  expect(pageantPipe(['docker_engine', MINE, `pageant.other.${HASH}`], 'marie curie')).toBe(`\\\\.\\pipe\\${MINE}`);
});

test.each([
  ['nobody has one', ['openssh-ssh-agent']],
  ['another user has one', [`pageant.other.${HASH}`]],
  ['the hash is none', ['pageant.Marie Curie.0a0a', 'pageant.Marie Curie.']],
  ['two claim to be it', [MINE, `pageant.Marie Curie.${'0b'.repeat(32)}`]],
])('no guess where %s', (_why, names) => {
  expect(pageantPipe(names, 'Marie Curie')).toBeNull();
});

test('on Windows the named agent comes first, then the agent of OpenSSH, then Pageant; elsewhere only the named one', () => {
  const pipes = [MINE, 'openssh-ssh-agent'];
  const named = { SSH_AUTH_SOCK: '\\\\.\\pipe\\mine' };
  const all = ['\\\\.\\pipe\\openssh-ssh-agent', `\\\\.\\pipe\\${MINE}`];
  expect([
    placesAmong(named, true, pipes, 'Marie Curie'),
    placesAmong({}, true, pipes, 'Marie Curie'),
    placesAmong({ SSH_AUTH_SOCK: all[0] }, true, pipes, 'Marie Curie'),
    placesAmong({}, true, [], 'Marie Curie'),
    placesAmong({ SSH_AUTH_SOCK: '/run/agent' }, false, pipes, 'Marie Curie'),
    placesAmong({ SSH_AUTH_SOCK: '' }, false, pipes, 'Marie Curie'),
  ]).toEqual([['\\\\.\\pipe\\mine', ...all], all, all, [], ['/run/agent'], []]);
});
