import { expect, test } from './app';
import { reload, runExample } from './pages';

const DAY = 86_400_000;

test('a clock that jumps removes no job, and the page asks before it removes old jobs', async ({
  page,
}) => {
  const now = Date.now();
  await page.goto('/');
  await runExample(page);
  await page.goto('/jobs');
  await page.getByRole('checkbox', { name: 'Remove jobs that are older than' }).check();
  const question = page.getByRole('region', { name: 'Old jobs' });
  const rows = page.getByRole('rowgroup').last().getByRole('row');
  await expect(rows).toHaveCount(1);
  await expect(question).toHaveCount(0);
  // A job that a page is running is never old, and this page continues the job of the last page.
  await expect(rows).toContainText('Completed', { timeout: 60_000 });

  await page.clock.setFixedTime(now + 400 * DAY);
  await reload(page);
  await expect(question).toContainText('1 job is older than 60 days. It is not removed yet.');
  await expect(rows).toHaveCount(1);

  await page.clock.setFixedTime(now + DAY);
  await reload(page);
  await expect(rows).toHaveCount(1);
  await expect(question).toHaveCount(0);

  await page.clock.setFixedTime(now + 400 * DAY);
  await reload(page);
  await question.getByRole('button', { name: 'Keep it' }).click();
  await expect(question).toHaveCount(0);
  await reload(page);
  await expect(rows).toHaveCount(1);
  await expect(question).toHaveCount(0);

  await page.clock.setFixedTime(now + DAY);
  await reload(page);
  await expect(rows).toHaveCount(1);
  await page.clock.setFixedTime(now + 90 * DAY);
  await reload(page);
  await question.getByRole('button', { name: 'Remove it' }).click();
  await expect(page.getByText('1 job removed.')).toBeVisible();
  await expect(page.getByText('There is no job on this computer.')).toBeVisible();
});
