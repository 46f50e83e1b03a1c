import { mkdir } from 'node:fs/promises';
import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { expect, test } from './fixture';
import { choose, STOPS, type Stop, screensOf } from './screens';

const FOLDER = 'test-results/screens';

/** Photographs the screen and holds it to the rules that a program can check. */
const look = async (page: Page, name: string): Promise<void> => {
  await mkdir(FOLDER, { recursive: true });
  await page.screenshot({ path: `${FOLDER}/${name}.png`, animations: 'disabled' });
  const { violations } = await new AxeBuilder({ page }).setLegacyMode(true).analyze();
  expect
    .soft(
      violations.map(({ id, nodes }) => ({ id, at: nodes.map((node) => node.target.join(' ')) })),
      name,
    )
    .toEqual([]);
};

const SETTLED: Partial<Record<Stop, RegExp>> = { Run: /See the findings/, Bundle: /report\.html/ };

for (const theme of ['Light', 'Dark'] as const) {
  test(`every step of a case, ${theme.toLowerCase()}`, async ({ openApp }) => {
    const { page } = await openApp();
    const screens = screensOf(page);
    await choose(screens.theme(theme));
    await look(page, `${theme.toLowerCase()}-00-first`);
    await choose(screens.scenario(/^Messages pile up on the ESA/));
    await screens.startPractice();
    await expect(screens.heading('Site')).toBeVisible();
    await screens.rail('Plan').click();
    await look(page, `${theme.toLowerCase()}-06-plan-before`);
    await page.getByRole('button', { name: /^Run \d+ checks/ }).click();
    await expect(page.getByRole('button', { name: 'See the findings' })).toBeVisible({ timeout: 60_000 });
    for (const [index, stop] of STOPS.entries()) {
      await screens.rail(stop).click();
      await expect(page.getByRole('main')).toContainText(SETTLED[stop] ?? /./);
      await look(page, `${theme.toLowerCase()}-0${index + 1}-${stop.toLowerCase()}`);
    }
    await page.getByRole('button', { name: 'Cases', exact: true }).click();
    await expect(screens.heading('Cases')).toBeVisible();
    await look(page, `${theme.toLowerCase()}-10-cases`);
  });
}
