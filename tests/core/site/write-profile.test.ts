import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { blankSite, type Site } from '../../../main/core/model';
import { discovered, isApplianceName, readProfile, writeProfile } from '../../../main/core/site';

const options = { resolve: (path: string) => path };
const word = fc.stringMatching(/^[A-Za-z][A-Za-z0-9 ._-]{0,20}[A-Za-z0-9]$/).filter(isApplianceName);
const host = fc.stringMatching(/^[a-z][a-z0-9-]{0,10}\.example\.com$/);
const path = fc.string({ minLength: 1, maxLength: 30 }).filter((one) => !/\p{Cc}/u.test(one));
const port = fc.integer({ min: 1, max: 65_535 });
const orNull = <T>(one: fc.Arbitrary<T>) => fc.option(one, { nil: null });
const secret = fc.oneof(
  fc.record({ env: fc.stringMatching(/^[A-Z_][A-Z0-9_]{0,10}$/) }),
  fc.record({ file: path }),
  fc.constant({ given: true as const }),
);
const auth = fc.oneof(
  fc.record({ kind: fc.constant('password' as const), password: secret }),
  fc.record({ kind: fc.constant('key' as const), key: path, passphrase: orNull(secret) }),
  fc.record({ kind: fc.constant('agent' as const) }),
  fc.record({ kind: fc.constant('agent' as const), fingerprint: fc.constant(`SHA256:${'b'.repeat(43)}`) }),
);
const hostKey = orNull(fc.constant(`SHA256:${'a'.repeat(43)}`));
const appliance = fc.record({
  name: word,
  role: fc.constantFrom('esa' as const, 'sma' as const),
  host: orNull(host),
  sshPort: port,
  user: orNull(word),
  auth: orNull(auth),
  jump: orNull(fc.record({ host, port, user: word, auth, hostKey })),
  hostKey,
  quarantine: fc.record({ interface: orNull(word), address: orNull(host), port: orNull(port) }),
  materials: fc.record({
    logs: fc.array(path, { maxLength: 3 }),
    config: orNull(path),
    cli: fc.array(fc.record({ command: fc.constantFrom('tophosts', 'status', 'telnet'), file: path }), {
      maxLength: 2,
    }),
    transcripts: fc.array(path, { maxLength: 2 }),
    captures: fc.array(path, { maxLength: 2 }),
  }),
});
const site: fc.Arbitrary<Site> = fc.record({
  case: orNull(fc.stringMatching(/^[0-9]{9}$/)),
  direction: fc.constantFrom('esa-to-sma' as const, 'both' as const, 'unknown' as const),
  cluster: fc.constantFrom('standalone' as const, 'cluster' as const, 'unknown' as const),
  symptoms: fc.array(path, { maxLength: 3 }),
  appliances: fc.uniqueArray(appliance, { maxLength: 4, selector: (one) => one.name.toLowerCase() }),
  materials: fc.array(path, { maxLength: 2 }),
});

describe('a written profile', () => {
  it('reads back to the same site', () => {
    fc.assert(
      fc.property(site, (given) => {
        expect(readProfile(writeProfile(given), options)).toEqual({ ok: true, site: given, secrets: [], warnings: [] });
      }),
      { numRuns: 200 },
    );
  });

  it('of an empty site says that there is no appliance', () => {
    expect(writeProfile(blankSite())).toBe('direction: unknown\ncluster: unknown\nappliances: []\n');
  });

  it('never throws for any text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const profile = readProfile(`appliances:\n${text}`, options);
        expect(profile.ok || profile.problems.length > 0).toBe(true);
      }),
      { numRuns: 500 },
    );
  }, 30_000);
});

describe('discovered members', () => {
  it('become suggestions when neither name nor host knows them', () => {
    const known = readProfile(
      'appliances:\n  - { name: esa1, role: esa }\n  - { name: x, role: esa, host: esa2.example.com }\n',
      options,
    );
    if (!known.ok) throw new Error('refused');
    const members = ['ESA1.example.com', 'esa2.example.com', 'esa3.example.com', 'esa3.example.com', ''];
    const found = discovered(members, known.site);
    expect(found.map((one) => [one.name, one.role, one.host, one.auth])).toEqual([
      ['esa3.example.com', 'esa', 'esa3.example.com', null],
    ]);
  });
});
