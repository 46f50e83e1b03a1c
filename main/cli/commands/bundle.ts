import type { Command } from 'commander';
import type { Manifest, Result } from '../../core/model';
import { type Door, EXIT, type ExitCode } from '../door';
import type { Register } from './register';

const create = async (named: string, options: { output: string; pseudonymise?: boolean }, door: Door) => {
  const { findCase } = await import('../find-case');
  const { makeBundle } = await import('../bundle-of');
  const found = await findCase(named);
  if (!found.ok) {
    door.complain(found.problem);
    return EXIT.input;
  }
  const wanted = { pseudonymise: options.pseudonymise ?? false, secrets: [] };
  return (await makeBundle(found.value, options.output, wanted, door)) ? EXIT.fine : EXIT.input;
};

const refused = (answer: Result<unknown>, door: Door): ExitCode => {
  if (!answer.ok) door.complain(answer.problem);
  return EXIT.input;
};

const verify = async (file: string, door: Door): Promise<ExitCode> => {
  const { verifyBundle } = await import('../../bundle');
  const verified = await verifyBundle(file);
  if (!verified.ok) return refused(verified, door);
  const { files, claims } = verified.value;
  for (const claim of claims.failed) door.say('cli:bundle.claimFails', { claim });
  if (claims.failed.length > 0) return EXIT.found;
  door.print(door.words.say('cli:bundle.verified', { files, claims: claims.checked }));
  return EXIT.fine;
};

/** A bundle from somebody else becomes a case that is only looked at; claims that do not follow are named, not hidden. */
const open = async (file: string, folder: string, door: Door): Promise<ExitCode> => {
  const [{ openBundle }, { receiveCase }] = await Promise.all([import('../../bundle'), import('../../cases')]);
  const opened = await openBundle(file);
  if (!opened.ok) return refused(opened, door);
  const { record, evidence, manifest, claims } = opened.value;
  const { created: madeAt, pseudonymised } = manifest;
  const received = await receiveCase(folder, { record, evidence, madeAt, pseudonymised });
  if (!received.ok) return refused(received, door);
  door.print(received.value);
  for (const claim of claims.failed) door.say('cli:bundle.claimFails', { claim });
  return claims.failed.length > 0 ? EXIT.found : EXIT.fine;
};

const redactionLines = (manifest: Manifest, door: Door): string[] =>
  manifest.redactions.map(({ kind, count }) => door.words.say('cli:bundle.redaction', { kind, count }));

const list = async (file: string, json: boolean, door: Door): Promise<ExitCode> => {
  const { listBundle } = await import('../../bundle');
  const listed = await listBundle(file);
  if (!listed.ok) return refused(listed, door);
  const { manifest, entries } = listed.value;
  if (json) {
    door.printJson({ schema: 'cpq-doctor/bundle/1', manifest, entries });
    return EXIT.fine;
  }
  door.print(door.words.say('cli:bundle.made', { created: manifest.created, version: manifest.tool.version }));
  for (const { path, bytes } of entries) door.print(`${String(bytes).padStart(10)}  ${path}`);
  for (const line of redactionLines(manifest, door)) door.print(line);
  return EXIT.fine;
};

const registerCreate = (group: Command, door: Door, ended: (code: ExitCode) => void): void => {
  group
    .command('create')
    .argument('<case>')
    .description(door.words.say('cli:command.bundleCreate'))
    .requiredOption('-o, --output <file>', door.words.say('cli:option.output'))
    .option('--pseudonymise', door.words.say('cli:option.pseudonymise'))
    .action(async (named: string, options: { output: string; pseudonymise?: boolean }) =>
      ended(await create(named, options, door)),
    );
};

/** `bundle create|verify|open|list`: the archive for the TAC case. */
export const bundle: Register = (program, door, ended) => {
  const group = program.command('bundle').description(door.words.say('cli:command.bundle'));
  registerCreate(group, door, ended);
  group
    .command('verify')
    .argument('<file>')
    .description(door.words.say('cli:command.bundleVerify'))
    .action(async (file: string) => ended(await verify(file, door)));
  group
    .command('open')
    .argument('<file>')
    .description(door.words.say('cli:command.bundleOpen'))
    .requiredOption('-d, --directory <folder>', door.words.say('cli:option.directory'))
    .action(async (file: string, { directory }: { directory: string }) => ended(await open(file, directory, door)));
  group
    .command('list')
    .argument('<file>')
    .description(door.words.say('cli:command.bundleList'))
    .option('--json', door.words.say('cli:option.json'))
    .action(async (file: string, options: { json?: boolean }) => ended(await list(file, options.json ?? false, door)));
};
