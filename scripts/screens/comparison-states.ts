import { open, settled, type Stage, type State } from './stage';

/** What compares spectra of the example run. */
export const COMPARISON_STATES: readonly State[] = [
  {
    name: 'similarity',
    show: openSimilarity,
  },
  {
    name: 'similarity-list',
    show: ({ page }) => page.getByText('All spectra in the order of the heat map').click(),
  },
  {
    name: 'similarity-pair',
    window: true,
    async show({ page }) {
      await page
        .getByRole('button', { name: /^Lay .* over each other$/ })
        .first()
        .click();
      await page.getByRole('dialog').locator('canvas').first().waitFor();
    },
    leave: ({ page }) => page.keyboard.press('Escape'),
  },
  {
    name: 'spectra',
    alone: true,
    show: (stage) => openSpectra(stage, '?of=1,2,4'),
  },
  {
    name: 'spectra-mean',
    alone: true,
    async show(stage) {
      await openSpectra(stage, '?of=1,2&layout=stacked');
      await stage.page.getByLabel('Mean of').selectOption({ index: 1 });
      await stage.page.getByText(/^The mean is of/).waitFor();
      await settled(stage.page);
    },
  },
  {
    name: 'spectra-difference',
    alone: true,
    show: (stage) => openSpectra(stage, '?of=1,2&layout=difference&align=off'),
  },
  {
    name: 'spectra-none',
    alone: true,
    show: (stage) => open(stage, `${stage.example}/spectra`, 'Compare spectra'),
  },
];

async function openSimilarity(stage: Stage): Promise<void> {
  const { page, url, example } = stage;
  await page.goto(`${url}${example}/similarity`);
  // The thread that compares has its files fetched at any time, so that the network is no sign.
  const map = page.getByRole('application', { name: /^Heat map of/ });
  await map.and(page.locator('[aria-busy=false]')).waitFor();
}

async function openSpectra(stage: Stage, query: string): Promise<void> {
  await open(stage, `${stage.example}/spectra${query}`, 'Compare spectra');
  await stage.page.locator('canvas').first().waitFor();
  await settled(stage.page);
}
