import { execFileSync } from 'node:child_process';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { verifyBundle, writeBundle } from '../../../main/bundle';
import type { CaseRecord } from '../../../main/core/model';
import { EVIDENCE, QUOTE, site } from '../../core/report/report-case';
import { inputOf, smallCase } from './bundle-input';
import { freshFolder } from './folder';

const folder = freshFolder();
const SECRET = 'Tr0ub4dor&3 "x"/é';

/** Every file of a bundle by its path, and the paths themselves. */
const unpacked = async (path: string): Promise<Map<string, string>> => {
  const out = join(folder.path(), 'out');
  execFileSync('unzip', ['-q', '-o', path, '-d', out]);
  const entries = await readdir(out, { recursive: true, withFileTypes: true });
  const files = entries.filter((one) => one.isFile()).map((one) => join(one.parentPath, one.name));
  return new Map(
    await Promise.all(files.map(async (one) => [one.slice(out.length), await readFile(one, 'utf8')] as const)),
  );
};

const made = async (input: Parameters<typeof writeBundle>[0], pseudonymise: boolean) => {
  const path = join(folder.path(), 'case.zip');
  const answer = await writeBundle(input, path, { pseudonymise });
  if (!answer.ok) throw new Error(JSON.stringify(answer.problem));
  expect(await verifyBundle(path)).toMatchObject({ ok: true, value: { claims: { failed: [] } } });
  return { ...answer.value, contents: await unpacked(path) };
};

const encodings = [
  SECRET,
  SECRET.replaceAll('&', '&amp;').replaceAll('"', '&quot;'),
  encodeURIComponent(SECRET),
  Buffer.from(SECRET).toString('base64'),
  Buffer.from(`\0admin\0${SECRET}`).toString('base64'),
  JSON.stringify(SECRET).slice(1, -1),
];

describe('a secret', () => {
  const [first] = smallCase().observations;
  const transcript = (): Map<string, Uint8Array> =>
    new Map([[EVIDENCE, Buffer.from(`login\r\n${QUOTE}\r\n${encodings.join('\r\n')}\r\n`)]]);
  const record = (): CaseRecord =>
    smallCase({
      notes: `the password is ${SECRET}\n${encodings.join('\n')}`,
      site: { ...site, symptoms: [`they use ${SECRET}`] },
      observations:
        first === undefined
          ? []
          : [
              { ...first, data: { ...Object(first.data), said: SECRET } },
              {
                ...first,
                id: 'o2',
                check: 'configuration',
                quotes: encodings.map((text, index) => ({
                  source: `config:${encodeURIComponent(SECRET)}.xml:${index + 1}`,
                  line: index + 1,
                  quote: `<x>${text}</x>`,
                  sha256: 'a'.repeat(64),
                  at: null,
                })),
                evidence: null,
              },
            ],
      footprint: [{ at: '2026-11-24T20:40:00.000Z', to: 'esa1', what: `command:${SECRET}`, leaves: SECRET }],
    });

  it.each([false, true])(
    'planted everywhere, in every encoding, is in no file (pseudonyms: %s)',
    async (pseudonymise) => {
      const { contents, manifest } = await made(inputOf(record(), transcript(), { secrets: [SECRET] }), pseudonymise);
      const all = [...contents].flat().join('\n');
      for (const text of encodings) expect(all).not.toContain(text);
      expect(all).not.toContain('Tr0ub4dor');
      expect(all).toContain('[secret removed]');
      expect(manifest.redactions.find((one) => one.kind === 'secret')?.count).toBeGreaterThan(10);
    },
  );

  it('that would still leave stops the bundle, and nothing is left behind', async () => {
    const path = join(folder.path(), 'case.zip');
    const answer = await writeBundle(inputOf(smallCase(), undefined, { secrets: [SECRET], zone: SECRET }), path, {
      pseudonymise: false,
    });
    expect(answer).toEqual({
      ok: false,
      problem: {
        code: 'bundle-leak',
        where: path,
        params: { file: 'report.html', line: expect.any(Number), kind: 'secret' },
      },
    });
    expect(await readdir(folder.path())).toEqual([]);
  });

  it('never stands in a profile: there is no way in at all', async () => {
    const appliances = site.appliances.map((one) => ({
      ...one,
      auth: { kind: 'key' as const, key: '/home/jane/keys/id', passphrase: null },
    }));
    const { contents } = await made(inputOf(smallCase({ site: { ...site, appliances } })), false);
    expect(contents.get('/site.yaml')).not.toMatch(/auth|jane|key:/);
  });
});

describe('pseudonyms', () => {
  const evidence = new Map([
    [
      EVIDENCE,
      Buffer.from(
        `esa1.bank.example> status\n${QUOTE}\nfrom joe@partner.de by mx.partner.de [10.20.4.10]\nSubject "Your invoice is late"\n`,
      ),
    ],
  ]);
  const record = smallCase({
    notes: 'Example Bank, Lyon: joe@partner.de saw it on esa1 (10.20.4.10)',
    site: {
      ...site,
      appliances: site.appliances.map((one, index) => ({
        ...one,
        host: index === 0 ? 'esa1.bank.example' : '10.20.8.20',
      })),
    },
  });
  const ORIGINALS = /esa1|sma1|bank|lyon|partner|joe|10\.20\.|invoice/i;

  it('take the place of every name and address, everywhere alike', async () => {
    const { contents, pseudonyms, claims } = await made(inputOf(record, evidence), true);
    for (const [path, text] of contents) {
      expect(path).not.toMatch(ORIGINALS);
      expect(text.replace(/<style>[\s\S]*?<\/style>/, '')).not.toMatch(ORIGINALS);
    }
    const text = contents.get('/evidence/20261124T204000Z/host-01/system-status-1.txt') ?? '';
    expect(text.split('\n')[1]).toBe(QUOTE);
    const mailbox = /user-\d+@domain-\d+\.invalid/.exec(text)?.[0];
    expect(contents.get('/report.html')).toContain(`<u>${mailbox}</u>`);
    expect(claims).toBeGreaterThan(0);
    expect(pseudonyms?.entries.find((one) => one.original === 'joe@partner.de')?.pseudonym).toBe(mailbox);
  });

  it('stay the same in the next bundle of the case', async () => {
    const first = await made(inputOf(record, evidence), true);
    const second = await made(inputOf(record, evidence, { pseudonyms: first.pseudonyms }), true);
    expect(second.contents).toEqual(first.contents);
    expect(second.pseudonyms).toEqual(first.pseudonyms);
  });

  it('leave the findings what they are', async () => {
    const plain = await made(inputOf(record, evidence), false);
    const named = JSON.parse(plain.contents.get('/diagnosis.json') ?? '');
    const hidden = JSON.parse((await made(inputOf(record, evidence), true)).contents.get('/diagnosis.json') ?? '');
    const shape = (document: { findings: { code: string; status: string; evidence: unknown[] }[] }) =>
      document.findings.map(({ code, status, evidence: proof }) => ({ code, status, proof: proof.length }));
    expect(shape(hidden)).toEqual(shape(named));
    expect([hidden.verdict, hidden.primary]).toEqual([named.verdict, named.primary]);
  });
});
