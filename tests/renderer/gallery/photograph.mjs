/**
 * Photographs every screen: `node tests/renderer/gallery/photograph.mjs [part of a name]`.
 * Pictures go to test-results/gallery; they are for looking at, not for comparing.
 */
import { existsSync, mkdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import AxeBuilder from '@axe-core/playwright';
import react from '@vitejs/plugin-react';
import { chromium } from 'playwright';
import { createServer } from 'vite';

const root = fileURLToPath(new URL('.', import.meta.url));
const project = fileURLToPath(new URL('../../..', import.meta.url));
const out = `${project}test-results/gallery`;
const wanted = process.argv[2] ?? '';

const STATES = [
  ['first', 'view=first'],
  ['cases', 'view=none'],
  ['site-new', 'view=new&stop=site'],
  ['site-ghost', 'view=ghost&stop=site'],
  ['site', 'view=described&stop=site'],
  ['site-first-contact', 'view=anonymous&stop=site&appliance=sma1&key=unknown', 'test'],
  ['site-changed-key', 'view=anonymous&stop=site&appliance=sma1&key=changed', 'test'],
  ['direction', 'view=anonymous&stop=direction'],
  ['cluster', 'view=described&stop=cluster'],
  ['tls', 'view=running&stop=tls'],
  ['logs', 'view=described&stop=logs'],
  ['collect', 'view=described&stop=logs', 'collect'],
  ['plan', 'view=described&stop=plan'],
  ['plan-ways', 'view=described&stop=plan', 'end'],
  ['plan-empty', 'view=new&stop=plan'],
  ['run-new', 'view=described&stop=run'],
  ['run', 'view=running&stop=run'],
  ['run-ended', 'view=anonymous&stop=run'],
  ['run-troubled', 'view=troubled&stop=run'],
  ['run-cluster', 'view=cluster&stop=run'],
  ['findings-none', 'view=described&stop=findings'],
  ['findings-anonymous', 'view=anonymous&stop=findings'],
  ['findings-probe', 'view=anonymous&stop=findings&check=tls-offer&over=yes'],
  ['findings-two', 'view=two&stop=findings'],
  ['findings-cluster', 'view=cluster&stop=findings'],
  ['findings-twenty', 'view=twenty&stop=findings'],
  ['findings-healthy', 'view=healthy&stop=findings'],
  ['findings-inconclusive', 'view=inconclusive&stop=findings'],
  ['findings-again', 'view=again&stop=findings'],
  ['change-plan', 'view=anonymous&stop=change-plan'],
  ['change-plan-fails', 'view=anonymous&stop=change-plan&preview=fails'],
  ['change-plan-waits', 'view=anonymous&stop=change-plan&preview=waits'],
  ['change-plan-none', 'view=healthy&stop=change-plan'],
  ['findings-over', 'view=anonymous&stop=findings&over=yes'],
  ['bundle', 'view=anonymous&stop=bundle'],
  ['bundle-fails', 'view=anonymous&stop=bundle&preview=fails'],
  ['bundle-waits', 'view=anonymous&stop=bundle&preview=waits'],
  ['notes', 'view=anonymous&stop=notes'],
  ['transcripts', 'view=anonymous&stop=transcripts'],
  ['path', 'view=anonymous&stop=bundle', 'path'],
];
const LOOKS = [
  { name: 'light', query: 'theme=light&language=en', width: 1280, height: 800 },
  { name: 'dark', query: 'theme=dark&language=en', width: 1280, height: 800 },
  { name: 'fr-1024', query: 'theme=light&language=fr', width: 1024, height: 640 },
  { name: 'dark-fr-1024', query: 'theme=dark&language=fr', width: 1024, height: 640 },
  { name: 'zoom', query: 'theme=light&language=en', width: 640, height: 400 },
];

const act = async (page, action) => {
  if (action === 'test') {
    const tab = page.getByRole('button', { name: /inspector|inspecteur/i }).first();
    if ((await page.getByRole('button', { name: /Test connection|Tester/ }).count()) === 0) await tab.click();
    await page.getByRole('button', { name: /Test connection|Tester/ }).click();
    await page
      .getByText(/SHA256/)
      .first()
      .waitFor();
  }
  if (action === 'end') await page.locator('.plan-row').last().scrollIntoViewIfNeeded();
  if (action === 'collect') {
    await page.getByLabel(/Paste the whole window|Coller toute la fenêtre/).fill('esa1> version\nesa1> status\n');
    await page
      .getByRole('button', { name: /Keep and read|Garder et lire/ })
      .last()
      .click();
    await page.locator('.collect-parts').waitFor();
    await page.locator('.collect').evaluate((one) => one.scrollIntoView());
  }
  if (action === 'path') await page.keyboard.press('0');
};

/** A busy machine sometimes refuses the first picture. */
const photograph = async (page, path) => {
  try {
    await page.screenshot({ path });
  } catch {
    await page.screenshot({ path });
  }
};

const server = await createServer({
  root,
  plugins: [react()],
  logLevel: 'error',
  server: { port: 0, hmr: false, watch: null, fs: { allow: [project] } },
});
await server.listen();
const address = server.resolvedUrls?.local[0];
const browser = await chromium.launch({
  executablePath: existsSync('/usr/bin/chromium') ? '/usr/bin/chromium' : undefined,
  args: [
    '--no-sandbox',
    '--disable-quic',
    '--disable-background-networking',
    '--disable-component-update',
    '--disable-sync',
    '--no-first-run',
  ],
});
mkdirSync(out, { recursive: true });
let wide = 0;
let faults = 0;
for (const look of LOOKS) {
  const context = await browser.newContext({
    viewport: { width: look.width, height: look.height },
    reducedMotion: 'reduce',
  });
  const page = await context.newPage();
  page.on('pageerror', (error) => console.log(`${look.name}: ${error.message}`));
  page.on(
    'console',
    (message) =>
      message.type() === 'error' && !message.text().includes('404') && console.log(`${look.name}: ${message.text()}`),
  );
  for (const [name, query, action] of STATES) {
    if (!`${name}-${look.name}`.includes(wanted)) continue;
    await page.goto(`${address}?${query}&${look.query}`);
    await page.locator('#root > *').first().waitFor();
    await page.evaluate(() => document.fonts.ready);
    await page.waitForFunction(() => document.querySelector('main, .case-main') !== null);
    await act(page, action);
    const over = await page.evaluate(() => {
      const elements = [...document.querySelectorAll('body *')].filter(
        (one) => one.closest('.only-heard, svg') === null,
      );
      const beyond = elements.filter(
        (one) => one.getBoundingClientRect().right > innerWidth + 1 && getComputedStyle(one).clipPath === 'none',
      );
      return beyond.slice(0, 2).map((one) => `${one.tagName}.${one.className}`);
    });
    if (over.length > 0) {
      wide += 1;
      console.log(`${name}-${look.name}: beyond the right edge: ${over.join(', ')}`);
    }
    const { violations } = await new AxeBuilder({ page }).setLegacyMode(true).analyze();
    for (const { id, nodes } of violations) {
      faults += 1;
      console.log(
        `${name}-${look.name}: ${id}: ${nodes
          .map((node) => node.target.join(' '))
          .slice(0, 4)
          .join(' | ')}`,
      );
    }
    await photograph(page, `${out}/${name}-${look.name}.png`);
  }
  await context.close();
}
await browser.close();
await server.close();
console.log(
  `pictures in test-results/gallery, ${wide} of them wider than their window, ${faults} accessibility faults`,
);
