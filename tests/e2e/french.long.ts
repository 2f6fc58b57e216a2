import type { Page } from '@playwright/test';
import { axeFaults } from '../../scripts/screens/axe-faults';
import { LANGUAGES } from '../../src/words/all';
import { expect, test } from './app';
import { PAGES, reload } from './pages';

test.use({ locale: 'fr-FR' });

/** The English sentences whose French differs, of those that are long enough to be no name. */
const ENGLISH = englishOnly();

function englishOnly(): ReadonlySet<string> {
  const english = Object.entries(LANGUAGES.en.words).flatMap(([area, named]) =>
    Object.entries(named as Record<string, string>).map(([name, text]) => ({ area, name, text })),
  );
  const french = LANGUAGES.fr.words as unknown as Record<string, Record<string, string>>;
  const said = new Set(Object.values(french).flatMap((named) => Object.values(named)));
  return new Set(
    english
      .filter(({ area, name, text }) => french[area]![name] !== text && !said.has(text))
      .map(({ text }) => text)
      // A message with values is never on the page as it is written.
      .filter((text) => !/[{<]/.test(text)),
  );
}

/** Every text of the page, and every label that is read out or shown beside the pointer. */
function textsOf(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const texts: string[] = [document.title];
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    while (walker.nextNode() !== null) {
      // A language is called by its own name, and a model says in English what it is.
      const isOwn = walker.currentNode.parentElement?.closest('[lang]:not(html), script, noscript');
      if (!isOwn) texts.push(walker.currentNode.textContent ?? '');
    }
    for (const name of ['aria-label', 'aria-description', 'title', 'placeholder', 'alt']) {
      for (const element of document.querySelectorAll(`[${name}]`)) {
        texts.push(element.getAttribute(name) ?? '');
      }
    }
    return texts.map((text) => text.trim().replace(/\s+/g, ' ')).filter((text) => text !== '');
  });
}

async function englishOf(page: Page): Promise<string[]> {
  return (await textsOf(page)).filter((text) => ENGLISH.has(text));
}

async function isFrench(page: Page, where: string): Promise<void> {
  expect.soft(await englishOf(page), where).toEqual([]);
  const wide = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
  expect.soft(wide, `${where}: how much it is wider than the window`).toBeLessThanOrEqual(0);
  expect.soft(await axeFaults(page), where).toEqual([]);
}

async function runExample(page: Page): Promise<void> {
  await page.goto('/');
  await page.getByRole('button', { name: 'Essayer la série d’exemple' }).click();
  const title = page.getByRole('heading', { level: 1 });
  await expect(title.getByText('Terminée', { exact: true })).toBeVisible({ timeout: 90_000 });
  await expect(page.getByText('94 échantillons').first()).toBeVisible();
}

for (const width of [1280, 360]) {
  test(`every page is in French for a French browser, ${width} wide`, async ({ page }) => {
    await page.setViewportSize({ width, height: 800 });
    for (const address of PAGES) {
      await page.goto(address);
      await expect(page.getByRole('heading', { level: 1 })).toBeAttached();
      await expect(page.locator('html')).toHaveAttribute('lang', 'fr');
      await isFrench(page, address);
    }
  });

  test(`a run and all that it shows is in French, ${width} wide`, async ({ page }) => {
    await page.setViewportSize({ width, height: 800 });
    await runExample(page);
    const grid = page.getByRole('grid', { name: 'Échantillons' });
    await expect(grid).toHaveAttribute('aria-busy', 'false');
    await isFrench(page, 'table');
    const row = grid.getByRole('row').filter({ hasText: 'SIM-002' });
    await expect(row).toContainText('>\u202f99,9\u00a0%');
    await row.click();
    await expect(page.getByRole('region', { name: /SIM-002/ })).toBeVisible();
    await expect(page.locator('canvas')).toBeAttached();
    await isFrench(page, 'panel');
    await page.getByRole('button', { name: 'Exporter' }).click();
    await isFrench(page, 'menu of exports');
    await page.keyboard.press('Escape');
    await page.getByText('Plaque', { exact: true }).first().click();
    await expect(page.getByText('Colorer par')).toBeVisible();
    await isFrench(page, 'plate');
    await page.emulateMedia({ media: 'print' });
    // The paper has a width of its own.
    expect.soft(await englishOf(page), 'print').toEqual([]);
    await page.emulateMedia({ media: 'screen' });
    await page.goto('/jobs');
    await expect(page.getByText('90 sur 94 échantillons identifiés')).toBeVisible();
    await isFrench(page, 'jobs');
    await page.keyboard.press('?');
    await expect(page.getByRole('dialog', { name: 'Raccourcis clavier' })).toBeVisible();
    await isFrench(page, 'keys');
  });
}

test('the language changes while a job runs, is remembered, and leaves exports as they are', async ({
  page,
}) => {
  await page.goto('/');
  await page.getByRole('button', { name: 'Essayer la série d’exemple' }).click();
  await expect(
    page.getByRole('heading', { level: 1, name: 'Simulated example run' }),
  ).toBeVisible();
  const address = page.url();
  await page.getByRole('combobox', { name: 'Langue' }).selectOption('English');
  await expect(page.locator('html')).toHaveAttribute('lang', 'en');
  await expect(page.getByRole('combobox', { name: 'Language' })).toBeFocused();
  const title = page.getByRole('heading', { level: 1 });
  await expect(title.getByText('Completed', { exact: true })).toBeVisible({ timeout: 90_000 });
  expect(page.url()).toBe(address);

  const exported = async (menu: string, file: string | RegExp) => {
    await page.getByRole('button', { name: menu }).click();
    const download = page.waitForEvent('download');
    await page.getByRole('menuitem', { name: file }).first().click();
    return (await (await download).createReadStream()).toArray();
  };
  const english = Buffer.concat(await exported('Export', /^TSV/)).toString();
  await page.getByRole('combobox', { name: 'Language' }).selectOption('Français');
  await expect(title.getByText('Terminée', { exact: true })).toBeVisible();
  const french = Buffer.concat(await exported('Exporter', /^TSV/)).toString();
  expect(french).toBe(english);

  await reload(page);
  await expect(page.locator('html')).toHaveAttribute('lang', 'fr');
  await expect(title.getByText('Terminée', { exact: true })).toBeVisible();
});

test.describe('a browser of another language', () => {
  test.use({ locale: 'de-DE' });

  test('gets English, and fetches the words of no other language', async ({ page }) => {
    const fetched: string[] = [];
    page.on('request', (request) => fetched.push(new URL(request.url()).pathname));
    await page.goto('/');
    await expect(page.getByRole('link', { name: 'Identify' })).toBeVisible();
    await expect(page.locator('html')).toHaveAttribute('lang', 'en');
    const script = page.locator('script[src="/language.js"]');
    expect(fetched).toContain(await script.getAttribute('data-en'));
    expect(fetched).not.toContain(await script.getAttribute('data-fr'));
  });
});
