import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { readFile } from 'node:fs/promises';
import { namingEvidence, namingProbabilities, type NamingSpectrum } from '../builders/naming-model';
import { namingPackFiles } from '../builders/naming-pack';
import { expect, test as base } from './app';
import { ChangingHost } from './changing-host';
import { runExample, sampleRows } from './pages';

const test = base.extend<{ host: ChangingHost }>({
  host: async ({}, use) => {
    const host = await ChangingHost.start();
    await use(host);
    await host.stop();
    await host.remove();
  },
});

/** Two taxa that fit equally well. Only naming loci distinguish them. */
const NAMED: NamingSpectrum = {
  scores: { 'genus-alpha': 14, 'genus-beta': 15 },
  loci: { 'genus-alpha': [1.5, 4, 4, 4, 4, 4], 'genus-beta': [2, 4, 4, 4, -3, -3] },
  found: [
    ['R2', 6000, 20],
    ['R3', 7000, -31],
    ['R4', 9000],
    ['N1', 8000, 60],
    ['N2', 9800],
  ],
  shiftPpm: 200,
  tiltPpmPerKda: -100,
  sensitivity: 0.6,
};
const REFUSED: NamingSpectrum = {
  scores: { 'other-delta': 30, 'genus-alpha': 9 },
  loci: { 'other-delta': [4, 4, 4, -0.5, 0, 0], 'genus-alpha': [-1.5, 4, 2, 4, 0, 0] },
};

/** Puts a single model of format 2 on a host, which gives the same answer for all spectra. */
async function serveModel(
  host: ChangingHost,
  spectrum: NamingSpectrum,
  probabilities: Parameters<typeof namingProbabilities>[0],
): Promise<void> {
  const index = JSON.parse(await host.read('models/index.json')) as { models: { path: string }[] };
  await host.copy(`models/${index.models[0]!.path}`, 'models/naming');
  const pack = await namingPackFiles({
    evidence: namingEvidence(spectrum),
    probabilities: namingProbabilities(probabilities),
  });
  await host.change({
    'models/naming/manifest.json': pack.manifest,
    'models/naming/model.onnx': pack.graph,
    'models/index.json': JSON.stringify({
      format: 'ktyper-models/1',
      default: 'naming',
      models: [{ id: 'naming', version: '2.0.0', path: 'naming' }],
    }),
  });
}

async function faults(page: Page): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page })
    .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'])
    .analyze();
  return violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html}`));
}

test('a name says which markers it is based on, and their numbers add up', async ({
  page,
  host,
}) => {
  await serveModel(host, NAMED, { 'genus-alpha': 0.97, 'genus-beta': 0.03 });
  await page.goto(host.url);
  await runExample(page);
  await expect(sampleRows(page).first()).toContainText('G. alpha Kp1');
  await sampleRows(page).first().click();
  const panel = page.getByRole('region', { name: /SIM-/ });
  await expect(panel).toContainText('Genus alpha Kp1');
  await expect(panel).toContainText('Genus africana and Genus antiqua fit as well');
  await expect(panel).toContainText(
    'Named by N1 at 8001.18 and N2 at 9799.03, which tell it from G. beta. R1 was not seen.',
  );
  await expect(panel).toContainText(
    'shifted by +200 ppm at m/z 6,500, and by −100 ppm more with each',
  );
  await expect(panel).toContainText('expected only 0.6 times as often');
  const row = panel.getByRole('row').filter({ has: page.getByRole('rowheader', { name: /^N1/ }) });
  await expect(row.first()).toContainText('names only');
  await expect(panel).toContainText('N1 and N2 only name, and do not count for acceptance.');
  // 8000.30 with a shift of 200 ppm, and -100 ppm for each of the 1.5003 kDa above 6,500.
  await expect(row.first()).toContainText(
    /expected here 8000\.70,\s+found at 8001\.18,\s+off by \+0\.48 \(\+60 ppm\), 12 × noise/,
  );

  await panel.getByText(/^All \d+ markers that were looked for$/).click();
  const all = panel.getByRole('region', { name: 'All markers' });
  await expect(all.getByRole('row').filter({ hasText: '8001.18' })).toContainText(
    /8000\.70\s*8001\.18\s*\+60/,
  );
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme });
    expect(await faults(page), colorScheme).toEqual([]);
  }
  await page.setViewportSize({ width: 360, height: 740 });
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360);
  expect(await faults(page), 'narrow').toEqual([]);

  await page.goto(`${host.url}/models`);
  const card = page.getByRole('article').filter({ hasText: 'Naming' });
  await expect(card).toContainText('Genus alpha Kp1');
  await expect(card).toContainText('N1 and N2 only name, and do not count for acceptance.');
});

test('a refusal says which taxon is closest and what to do, and is counted as a refusal', async ({
  page,
  host,
}) => {
  await serveModel(host, REFUSED, { 'other-delta': 1 });
  await page.goto(host.url);
  await runExample(page);
  await expect(sampleRows(page).first()).toContainText(
    'No Genus pattern: closest to O. delta (3 of 4 loci)',
  );
  const counts = page.getByRole('region', { name: 'Counts by species' });
  await expect(counts).toContainText(/\d+ No Genus pattern/);
  await sampleRows(page).first().click();
  const panel = page.getByRole('region', { name: /SIM-/ });
  await expect(panel).toContainText('Identify it by another method.');
  await expect(panel).toContainText('The relative that fits best, and the nearest taxon');
  await expect(panel).toContainText('N1 and N2 only name; too few of them were seen to count.');
  await expect(panel).toContainText('No Genus pattern.');

  await page.getByRole('button', { name: 'Export' }).click();
  const downloading = page.waitForEvent('download');
  await page.getByRole('menuitem', { name: /^TSV/ }).click();
  const text = await readFile(await (await downloading).path(), 'utf8');
  const [head, first] = text.split('\n').map((line) => line.split('\t'));
  expect(first?.[head!.indexOf('call')]).toBe(
    'No Genus pattern: closest to O. delta (3 of 4 loci)',
  );
  expect(first?.[head!.indexOf('counted_as')]).toBe('No Genus pattern');
});
