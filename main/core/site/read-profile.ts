import { LineCounter, parseDocument, type YAMLError } from 'yaml';
import { type Appliance, ClusterMode, Direction, type Problem, problem, type Site } from '../model';
import { ProfileText, type Spot } from './profile-text';
import { applianceOf, pathsOf } from './read-appliance';

/** A secret that stands in the profile, by the appliance's name. */
export interface ProfileSecret {
  readonly appliance: string;
  readonly secret: string;
}
export type Profile =
  | { readonly ok: true; readonly site: Site; readonly secrets: ProfileSecret[]; readonly warnings: Problem[] }
  | { readonly ok: false; readonly problems: Problem[] };

const KEYS = ['case', 'direction', 'cluster', 'symptoms', 'appliances', 'materials'];
const LARGEST = 1024 * 1024;
const MOST_APPLIANCES = 64;
const MOST_SYMPTOMS = 50;

/** The parser's own message may quote the line, and with it a password: only its kind is kept. */
const syntaxProblem = (error: YAMLError): Problem => {
  const [at] = error.linePos ?? [];
  const params = { line: at?.line ?? 1, column: at?.col ?? 1 };
  if (error.code === 'DUPLICATE_KEY') return problem('profile-duplicate-key', null, params);
  return problem('profile-not-yaml', null, { ...params, reason: error.code.toLowerCase().replaceAll('_', ' ') });
};

const duplicates = (appliances: readonly { spot: Spot; appliance: Appliance }[], text: ProfileText): void => {
  const seen = new Map<string, Spot>();
  for (const { spot, appliance } of appliances) {
    const name = appliance.name.toLowerCase();
    const first = seen.get(name);
    if (first) text.refuse('profile-duplicate-name', spot, { name: appliance.name, first: first.line });
    else seen.set(name, spot);
  }
};

const appliancesOf = (
  spot: Spot | null,
  reading: { text: ProfileText; resolve: (relative: string) => string },
  secrets: ProfileSecret[],
): Appliance[] => {
  if (spot === null) return [];
  const { text } = reading;
  const read = text.list(spot, MOST_APPLIANCES).flatMap((one) => {
    const appliance = applianceOf(one, reading, (appliance, secret) => secrets.push({ appliance, secret }));
    const name = { ...one, where: `${one.where}.name` };
    return appliance === null ? [] : [{ spot: name, appliance }];
  });
  duplicates(read, text);
  return read.map((one) => one.appliance);
};

const siteOf = (text: ProfileText, resolve: (relative: string) => string, secrets: ProfileSecret[]): Site | null => {
  const root = text.root();
  if (text.kind(root) === 'nothing') return text.refuse('profile-empty', root);
  const keys = text.map(root, KEYS);
  if (keys === null) return null;
  const reading = { text, resolve };
  const list = text.required(keys, 'appliances', root);
  return {
    case: text.digits(keys.get('case'), 64),
    direction: text.choice(keys.get('direction'), Direction.options) ?? 'unknown',
    cluster: text.choice(keys.get('cluster'), ClusterMode.options) ?? 'unknown',
    symptoms: text.list(keys.get('symptoms'), MOST_SYMPTOMS).flatMap((one) => text.text(one, 2000) ?? []),
    appliances: appliancesOf(list, reading, secrets),
    materials: pathsOf(keys.get('materials'), { ...reading, keep: () => undefined }),
  };
};

/**
 * A site from the text of a profile (YAML or JSON). Paths go through `resolve`. Every mistake is a problem of its own
 * with place and line; with a single one there is no site. Literal passwords leave the site and stand in `secrets`.
 */
export const readProfile = (text: string, options: { resolve: (relative: string) => string }): Profile => {
  if (text.length > LARGEST) return { ok: false, problems: [problem('profile-too-large')] };
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines, prettyErrors: true, logLevel: 'silent' });
  if (document.errors.length > 0) return { ok: false, problems: document.errors.slice(0, 20).map(syntaxProblem) };
  const reader = new ProfileText(document, lines);
  const secrets: ProfileSecret[] = [];
  const site = siteOf(reader, options.resolve, secrets);
  if (site === null || reader.problems.length > 0) return { ok: false, problems: reader.problems };
  return { ok: true, site, secrets, warnings: reader.warnings };
};
