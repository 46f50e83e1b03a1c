/**
 * `npm test`: sets itself up, runs every gate and every test, and ends with `N passed, N failed`.
 * Nothing here may import a package at the top: on a fresh clone there is none.
 */
import { build } from './start/build.mjs';
import { install } from './start/install.mjs';
import { Stop, say } from './start/say.mjs';
import { debianPrograms } from './test/debian.mjs';
import { gates } from './test/gates.mjs';
import { runtimes } from './test/runtimes.mjs';
import { playwright, vitest } from './test/suites.mjs';

const main = async () => {
  await install();
  await debianPrograms();
  await runtimes();
  const counts = [
    await gates(),
    await vitest('unit', ['core', 'rooms', 'renderer', 'walls'], 2),
    await vitest('world', ['world']),
  ];
  await build();
  counts.push(await vitest('terminal', ['terminal']), await playwright());
  const passed = counts.reduce((sum, one) => sum + one.passed, 0);
  const failed = counts.reduce((sum, one) => sum + one.failed, 0);
  process.stdout.write(`${passed} passed, ${failed} failed\n`);
  return failed === 0 && passed > 0 ? 0 : 1;
};

main().then(
  (code) => process.exit(code),
  (error) => {
    say(error instanceof Stop ? error.message : `The tests could not run: ${error?.message ?? error}`);
    process.stdout.write('0 passed, 1 failed\n');
    process.exit(1);
  },
);
