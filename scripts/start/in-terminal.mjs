import { join } from 'node:path';
import { dataFolder, makeOwnFolder } from './data-folder.mjs';
import { inRoot } from './places.mjs';
import { runHere } from './program.mjs';
import { say } from './say.mjs';

const SCENARIO = 'tls-anonymous-cipher';
const FOUND_A_FAULT = 1;

/** `practice-20261124-2040.zip`: nothing earlier is overwritten. */
const bundleName = () =>
  `practice-${new Date().toISOString().slice(0, 19).replaceAll(/[-:]/g, '').replace('T', '-')}.zip`;

/** Diagnoses the built-in lab and checks the bundle. A found fault is the expected end here, so it exits 0. */
export const diagnoseInTerminal = async () => {
  const folder = join(dataFolder(), 'bundles');
  makeOwnFolder(folder);
  const bundle = join(folder, bundleName());
  const cli = inRoot('out', 'main', 'cli.js');
  const code = await runHere(process.execPath, [cli, 'diagnose', '--lab', SCENARIO, '--bundle', bundle]);
  if (code > FOUND_A_FAULT) return code;
  const verified = await runHere(process.execPath, [cli, 'bundle', 'verify', bundle]);
  if (verified !== 0) return verified;
  say(`The bundle: ${bundle}`);
  say('Your own site: npm run -s cli -- diagnose SITE.yaml');
  return 0;
};
