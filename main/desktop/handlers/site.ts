import type { CaseView, Handlers, SessionTest } from '../../../preload/contract';
import { type Appliance, bad, type CaseRecord, problem, type Result, type Site } from '../../core/model';
import type { CaseSession } from '../case-session';
import type { Desk } from '../desk';
import { importProfile } from '../import-profile';
import type { KeyOwner } from '../logins';
import { refusedIn } from '../site-rules';
import { testSession } from '../test-session';

const applianceOf = ({ record }: CaseSession, name: string): Result<Appliance> => {
  const found = record.site.appliances.find((one) => one.name === name);
  return found === undefined ? bad(problem('appliance-unknown', name)) : { ok: true, value: found };
};

/** The page may edit what the engineer knows, within the rules. */
const saveSite = async (session: CaseSession, site: Site): Promise<Result<CaseView>> => {
  const refused = refusedIn(session.record.site, site);
  if (refused !== null) return bad(refused);
  return await session.change((record) => ({ ...record, site }));
};

const pinnedTo = (one: Appliance, owner: KeyOwner, hostKey: string): Appliance =>
  owner === 'appliance' || one.jump === null ? { ...one, hostKey } : { ...one, jump: { ...one.jump, hostKey } };

const withHostKey = (record: CaseRecord, name: string, owner: KeyOwner, hostKey: string): CaseRecord => ({
  ...record,
  site: {
    ...record.site,
    appliances: record.site.appliances.map((one) => (one.name === name ? pinnedTo(one, owner, hostKey) : one)),
  },
});

/** The key that was seen is remembered, because only that one may be accepted afterwards. */
const tested = async (
  { rooms }: Desk,
  session: CaseSession,
  name: string,
  again: boolean,
): Promise<Result<SessionTest>> => {
  const found = applianceOf(session, name);
  if (!found.ok) return found;
  const { logins, record } = session;
  const { knownHostsPath } = rooms;
  const test = await testSession(found.value, { knownHostsPath, logins, site: record.site, again });
  if (test.ok && test.value.fingerprint !== null)
    logins.showedKey(found.value, test.value.jump ? 'jump' : 'appliance', test.value.fingerprint);
  return test;
};

const pinned = async (session: CaseSession, name: string, fingerprint: string): Promise<Result<CaseView>> => {
  const found = applianceOf(session, name);
  if (!found.ok) return found;
  const owner = session.logins.wasShown(found.value, fingerprint);
  if (owner === null) return bad(problem('host-key-not-shown', name));
  return await session.change((record) => withHostKey(record, name, owner, fingerprint));
};

export const siteHandlers = (desk: Desk): Handlers['site'] => ({
  save: ({ id, site }) => desk.on(id, (session) => saveSite(session, site)),
  addAppliance: ({ id, appliance }) =>
    desk.on(id, (session) => {
      const { site } = session.record;
      return saveSite(session, { ...site, appliances: [...site.appliances, appliance] });
    }),
  importProfile: ({ id, name, text }) => desk.on(id, (session) => importProfile(session, name, text)),
  testSession: ({ id, appliance, again = false }) => desk.on(id, (session) => tested(desk, session, appliance, again)),
  acceptHostKey: ({ id, appliance, fingerprint }) => desk.on(id, (session) => pinned(session, appliance, fingerprint)),
});
