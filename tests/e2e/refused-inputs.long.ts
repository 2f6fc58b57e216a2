import { writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { refusedInputs } from '../builders/refused-inputs';
import { dropOnPage } from './drop';
import { jobStatus } from './pages';
import { expect, test } from './runs';

for (const { name, order } of [
  { name: 'before', order: (refused: readonly string[], run: string) => [...refused, run] },
  { name: 'behind', order: (refused: readonly string[], run: string) => [run, ...refused] },
]) {
  test(`refused archives that are dropped ${name} a sound run cost it nothing, and are named`, async ({
    page,
    makeRun,
  }) => {
    const run = await makeRun('plate.zip', '--spots', '12', '--seed', '7');
    const refused = [];
    for (const { name: file, bytes } of refusedInputs()) {
      const path = join(dirname(run), file);
      await writeFile(path, bytes);
      refused.push(path);
    }
    await page.goto('/');
    await dropOnPage(page, order(refused, run));
    await expect(jobStatus(page, 'Completed')).toBeVisible({ timeout: 60_000 });
    await page.getByRole('searchbox').fill('SIM-');
    // All samples of the run, beside those of the refused archives that could be told.
    await expect(page.getByText(/^12 of \d+ shown/).first()).toBeVisible();
    const main = page.getByRole('main');
    for (const { sentence } of refusedInputs()) await expect(main).toContainText(sentence);
  });
}
