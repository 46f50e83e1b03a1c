import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from './fixture';
import { choose, screensOf } from './screens';

/** What the appliance itself said, as it stands in its log. */
const PROOF = 'TLS failed: verify error: no certificate from server';

test('an engineer walks the whole wizard, leaves with a bundle, and finds the case again', async ({
  openApp,
  dataFolder,
}) => {
  const bundle = join(dataFolder, 'case.zip');
  const first = await openApp();
  const { page } = first;
  const screens = screensOf(page);

  await test.step('practise the anonymous cipher', async () => {
    await choose(screens.scenario(/^Messages pile up on the ESA/));
    await screens.startPractice();
    await expect(screens.heading('Site')).toBeVisible();
    await expect(page.getByRole('button', { name: /^esa1 ESA/ })).toBeVisible();
  });

  await test.step('answer, with "not sure" where nobody knows', async () => {
    await screens.next('Direction').click();
    await choose(screens.answer('Which way does it fail?', /^Messages stay on the ESA/));
    await screens.next('Cluster').click();
    await choose(screens.answer('Do the ESAs form a cluster?', /^Not sure/));
    await screens.next('TLS').click();
    await choose(screens.answer('Does TLS play a part?', /^Not sure/));
    await screens.next('Logs').click();
    await expect(screens.rail('TLS')).toHaveAccessibleName(/Not sure/);
  });

  await test.step('see the plan and run it', async () => {
    await screens.rail('Plan').click();
    await page.getByRole('button', { name: /^Run \d+ checks/ }).click();
    await expect(page.getByRole('button', { name: 'See the findings' })).toBeVisible({ timeout: 60_000 });
    await page.getByRole('button', { name: 'See the findings' }).click();
  });

  await test.step('the cause is named, with its proof', async () => {
    await expect(screens.rail('Findings')).toHaveAccessibleName(/1 cause found/);
    await expect(page.getByRole('main')).toContainText('HIGH:MEDIUM:-aNULL');
    await expect(screens.inspector).toContainText(PROOF);
  });

  await test.step('make the bundle', async () => {
    await first.answerSave(bundle);
    await screens.rail('Bundle').click();
    await expect(page.getByRole('main')).toContainText('report.html');
    await page.getByRole('button', { name: 'Make and check bundle' }).click();
    await expect(page.getByRole('status').filter({ hasText: 'Read back and checked' })).toBeVisible();
    expect((await stat(bundle)).size).toBeGreaterThan(1000);
  });

  await test.step('restart, and everything is as it was', async () => {
    await first.quit();
    const again = (await openApp()).page;
    const there = screensOf(again);
    await expect(there.rail('Findings')).toHaveAccessibleName(/1 cause found/);
    await expect(there.rail('TLS')).toHaveAccessibleName(/Not sure/);
    await there.rail('Findings').click();
    await expect(there.inspector).toContainText(PROOF);
  });
});
