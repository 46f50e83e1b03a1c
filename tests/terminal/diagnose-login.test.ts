import { readFileSync, writeFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { linesOf, newDesk } from '../support/command-line';
import { type PracticeLab, startPractice } from '../support/practice-lab';

const desk = newDesk();
let lab: PracticeLab;
beforeAll(async () => {
  lab = await startPractice(desk, 'tls-anonymous-cipher');
  writeFileSync(desk.path('site.yaml'), lab.profile);
  writeFileSync(desk.path('unknown-key.yaml'), withoutKeys(lab.profile));
  writeFileSync(desk.path('wrong-password.yaml'), lab.profile.replaceAll(/password: .*/g, 'password: not-this-one'));
});
afterAll(async () => {
  await lab.interrupt();
  desk.remove();
});

const withoutKeys = (profile: string): string => profile.replaceAll(/^ *hostKey: .*\n/gm, '');
const verdictOf = (stdout: string): string => JSON.parse(stdout).verdict;
const knownHosts = (): string => `${desk.data}/known_hosts`;

it('the lab’s profile is accepted by another process, which warns of the passwords in it', async () => {
  const ran = await desk.run(['diagnose', 'site.yaml', '--json']);
  expect({ code: ran.code, primary: JSON.parse(ran.stdout).primary }).toEqual({
    code: 1,
    primary: ['tls-anonymous-cipher'],
  });
  expect(linesOf(ran.stderr).filter((line) => line.includes('stands in the profile itself'))).toHaveLength(2);
});

it('a wrong password is tried once in all, said in one line, and never shown', async () => {
  const ran = await desk.run(['diagnose', 'wrong-password.yaml', '--json', '--case', 'refused']);
  expect({ code: ran.code, verdict: verdictOf(ran.stdout) }).toEqual({ code: 3, verdict: 'inconclusive' });
  expect(linesOf(ran.stderr).filter((line) => /login refused/.test(line))).toEqual([
    expect.stringMatching(/^(esa1|sma1) \(127\..*\): login refused; tried once, not again.*Check user and password$/),
  ]);
  // The same credential is not tried again elsewhere: refusals lock accounts.
  expect(ran.stderr).toMatch(/^(esa1|sma1): Log in: could not tell \(what it needs did not succeed\)/m);
  const kept = readFileSync(desk.path('refused', 'case.json'), 'utf8');
  expect(ran.stdout + ran.stderr + kept).not.toContain('not-this-one');
});

describe('a host key that was never seen', () => {
  it('is refused with its fingerprint and the way to accept it', async () => {
    const ran = await desk.run(['diagnose', 'unknown-key.yaml', '--json']);
    expect({ code: ran.code, verdict: verdictOf(ran.stdout) }).toEqual({ code: 3, verdict: 'inconclusive' });
    const [fingerprint = ''] = /SHA256:\S+/.exec(lab.profile) ?? [];
    expect(linesOf(ran.stderr).filter((line) => line.includes(fingerprint))).toEqual([
      expect.stringMatching(/^esa1 \(127\..*unknown host key .*--accept-new-host-keys.*No password was sent$/),
    ]);
  });

  it('is remembered where it was accepted, and needs no flag the next time', async () => {
    const first = await desk.run(['diagnose', 'unknown-key.yaml', '--json', '--accept-new-host-keys']);
    expect(first.code).toBe(1);
    expect(linesOf(readFileSync(knownHosts(), 'utf8'))).toHaveLength(2);
    const second = await desk.run(['diagnose', 'unknown-key.yaml', '--json']);
    expect(second.code).toBe(1);
  });

  it('is refused when it changed, with or without the flag', async () => {
    const other = 'AAAAC3NzaC1lZDI1NTE5AAAAIOMqqnkVzrm0SdG6UOoqKLsabgH5C9okWi0dh2l9GKJl';
    const changed = readFileSync(knownHosts(), 'utf8').replaceAll(/ (\S+) AAAA\S+$/gm, ` ssh-ed25519 ${other}`);
    writeFileSync(knownHosts(), changed);
    const ran = await desk.run(['diagnose', 'unknown-key.yaml', '--json', '--accept-new-host-keys']);
    expect({ code: ran.code, verdict: verdictOf(ran.stdout) }).toEqual({ code: 3, verdict: 'inconclusive' });
    expect(
      linesOf(ran.stderr).filter((line) => /the host key is SHA256:\S+, expected SHA256:/.test(line)),
    ).toHaveLength(2);
    expect(readFileSync(knownHosts(), 'utf8')).toBe(changed);
  });
});

it('members of the cluster that the site lacks are named, and join it where that was accepted', async () => {
  const cluster = await startPractice(desk, 'cluster-interface-missing');
  const [head = '', first = '', , last = ''] = cluster.profile.split(/^(?= {2}- name: )/m);
  writeFileSync(desk.path('lacking.yaml'), head + first + last);
  const told = await desk.run(['diagnose', 'lacking.yaml', '--json']);
  const joined = await desk.run(['diagnose', 'lacking.yaml', '--json', '--accept-discovered']);
  await cluster.interrupt();
  expect(linesOf(told.stderr).filter((line) => line.includes('esa2.example.com'))).toEqual([
    'The cluster also has esa2.example.com, which the site does not name. Name them, or give --accept-discovered.',
  ]);
  const pairs = ({ stdout }: { stdout: string }) => [
    ...new Set(JSON.parse(stdout).findings.map((one: { appliances: string[] }) => one.appliances.join())),
  ];
  expect([pairs(told), pairs(joined)]).toEqual([['esa1,sma1'], ['esa1,sma1', 'esa2.example.com,sma1']]);
});
