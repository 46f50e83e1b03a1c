import { type Appliance, jumpSecretName, type SessionReport } from '../../core/model';
import { type AskCode, credentialFor, type Jump, type Key, type Question } from '../../ssh';
import type { Credentials, Offer, Withheld } from './credentials';

type Reachable = Appliance & { readonly host: string; readonly user: string };

interface Ground {
  readonly credentials: Credentials;
  secretOf(name: string): string | null;
  codeOf?(name: string, question: Question): ReturnType<AskCode>;
  readonly again?: boolean;
  readonly signal?: AbortSignal | undefined;
}

/** The logins of one connection: at the appliance, and before it at its jump host. Two offers, two secrets. */
export interface Logins {
  readonly appliance: Key;
  readonly jump: Jump | null;
  /** Whether the appliance's login got its credential. */
  offered(): boolean;
  /** Whether the appliance, or its jump host, was kept from getting a credential, and why. */
  withheld(): Withheld | null;
  /** Must be told once the connection stands or has failed. */
  over(report: SessionReport): void;
}

const applianceOffer = (appliance: Reachable, ground: Ground): Offer => {
  const { name, user, host, sshPort, auth } = appliance;
  const resolve = () => credentialFor(auth, name, ground.secretOf, process.env);
  return ground.credentials.offerFor({ ...ground, name, user, at: `${host}:${sshPort}`, resolve });
};

const jumpOffer = ({ name, jump }: Appliance, ground: Ground): Offer | null => {
  if (jump === null) return null;
  const own = jumpSecretName(name);
  const resolve = () => credentialFor(jump.auth, own, ground.secretOf, process.env);
  return ground.credentials.offerFor({
    ...ground,
    name: own,
    user: jump.user,
    at: `${jump.host}:${jump.port}`,
    resolve,
  });
};

/** The offers of an appliance's logins, for `openSession`. */
export const loginsOf = (appliance: Reachable, ground: Ground): Logins => {
  const own = applianceOffer(appliance, ground);
  const before = jumpOffer(appliance, ground);
  const { jump, name } = appliance;
  const keyOf = ({ credential, accepted }: Offer, of: string): Key => ({
    credential,
    accepted,
    code: async (question) => (await ground.codeOf?.(of, question)) ?? null,
  });
  return {
    appliance: keyOf(own, name),
    jump: jump === null || before === null ? null : { place: jump, ...keyOf(before, jumpSecretName(name)) },
    offered: () => own.offered,
    withheld: () => own.withheld ?? before?.withheld ?? null,
    over(report) {
      before?.over(report.jump?.failure ?? null, report.jump?.attempts);
      own.over(report.failure, report.attempts);
    },
  };
};
