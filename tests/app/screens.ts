import { expect, type Locator, type Page } from '@playwright/test';

export const STOPS = ['Site', 'Direction', 'Cluster', 'TLS', 'Logs', 'Plan', 'Run', 'Findings', 'Bundle'] as const;
export type Stop = (typeof STOPS)[number];

/** Chooses as the keyboard does: the radio itself is only heard, its card is what is seen. */
export const choose = async (radio: Locator): Promise<void> => {
  await radio.press('Space');
  await expect(radio).toBeChecked();
};

/** The screens as the engineer names them; by role only, so that whatever these find a screen reader finds too. */
export const screensOf = (page: Page) => ({
  scenario: (name: RegExp): Locator => page.getByRole('radio', { name }),
  startPractice: (): Promise<void> => page.getByRole('button', { name: 'Start practice' }).click(),
  rail: (stop: Stop): Locator =>
    page.getByRole('navigation', { name: 'Steps of the case' }).getByRole('button', { name: new RegExp(`^${stop}`) }),
  answer: (question: string, answer: RegExp): Locator =>
    page.getByRole('group', { name: question }).getByRole('radio', { name: answer }),
  next: (stop: Stop): Locator => page.getByRole('contentinfo').getByRole('button', { name: new RegExp(`^${stop}`) }),
  inspector: page.getByRole('complementary', { name: 'Inspector' }),
  heading: (name: string | RegExp): Locator => page.getByRole('heading', { level: 1, name }),
  theme: (name: 'Light' | 'Dark'): Locator => page.getByRole('radio', { name }),
});
