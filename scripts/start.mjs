/**
 * `npm start`: sets itself up, then opens the assistant in the best way this machine allows, and says which and why.
 * Nothing here may import a package at the top: on a fresh clone there is none.
 */
import { build } from './start/build.mjs';
import { openAssistant } from './start/choose.mjs';
import { install } from './start/install.mjs';
import { Stop, say } from './start/say.mjs';

const main = async () => {
  await install();
  await build();
  return await openAssistant(process.argv.includes('--fetch-electron'));
};

main().then(
  (code) => process.exit(code),
  (error) => {
    say(error instanceof Stop ? error.message : `CPQ Doctor could not start: ${error?.message ?? error}`);
    process.exit(1);
  },
);
