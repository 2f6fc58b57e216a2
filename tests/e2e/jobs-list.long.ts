import type { Page } from '@playwright/test';
import { axeFaults } from '../../scripts/screens/axe-faults';
import { expect, test } from './app';
import { reload, runExample } from './pages';

const DAY = 86_400_000;

/** Returns the rows of the list of jobs, without its head. */
const rows = (page: Page) => page.getByRole('rowgroup').last().getByRole('row');

const head = (page: Page, name: string) => page.getByRole('columnheader', { name });

async function openJobs(page: Page): Promise<void> {
  await page.getByRole('link', { name: 'Jobs', exact: true }).click();
  await expect(page.getByRole('heading', { name: 'Jobs', level: 1 })).toBeVisible();
}

/** Puts so many jobs beside each other into the storage, one a day, the newest today. */
async function storeJobs(page: Page, count: number): Promise<void> {
  await page.evaluate(
    async ([count, day]) => {
      const open = indexedDB.open('ktyper');
      const db = await new Promise<IDBDatabase>((resolve) => {
        open.onsuccess = () => resolve(open.result);
      });
      const writing = db.transaction('jobs', 'readwrite');
      for (let i = 0; i < count; i++) {
        const samples = (i * 7) % 96;
        writing.objectStore('jobs').put({
          token: `00000000-0000-4000-8000-${String(i).padStart(12, '0')}`,
          name: `Ward ${i % 400}`,
          nameTyped: true,
          origin: 'input',
          createdAt: Date.now() - i * day,
          finishedAt: Date.now() - i * day + 9_000,
          status: i % 50 === 7 ? 'failed' : 'completed',
          model: {
            id: 'ribosomal-klebsiella',
            version: `1.${i % 3}.0`,
            sha256: 'a',
            manifestSha256: 'b',
          },
          appVersion: '1.0.0',
          inputs: [{ path: `run-${i}.zip`, size: 2_000_000 + i, files: 1 }],
          sampleSheet: null,
          counts: {
            found: samples,
            done: samples,
            samples,
            calls: { none: 1 },
            acquired: new Date(Date.now() - i * day).toISOString(),
          },
          summary: null,
          problem: null,
          deletedAt: null,
        });
      }
      await new Promise((resolve) => (writing.oncomplete = resolve));
      db.close();
    },
    [count, DAY] as const,
  );
}

test('jobs that look alike are told apart, sorted, marked by keys, compared and deleted', async ({
  page,
}) => {
  await page.goto('/');
  await runExample(page);
  await openJobs(page);
  await expect(rows(page)).toHaveCount(1);
  await expect(rows(page)).toContainText('ribosomal-klebsiella');
  // When its first spectrum was acquired.
  await expect(rows(page)).toContainText(/\d+ \w+ 20\d\d, \d\d:\d\d.*\d+ \w+ 20\d\d, \d\d:\d\d/s);
  await page.goto('/');
  await runExample(page);
  await openJobs(page);
  await expect(rows(page)).toHaveCount(2);
  const names = await page.getByRole('checkbox', { name: /^Mark Simulated/ }).all();
  const labels = await Promise.all(names.map((box) => box.getAttribute('aria-label')));
  expect(new Set(labels).size).toBe(2);
  expect(labels.every((label) => / \(.+\)$/.test(label!))).toBe(true);

  await expect(head(page, 'Created')).toHaveAttribute('aria-sort', 'descending');
  for (const column of ['Name', 'Status', 'Samples', 'Model', 'Run date', 'Input', 'Size']) {
    await head(page, column).getByRole('button').click();
    await expect(head(page, column)).toHaveAttribute('aria-sort', /ascending|descending/);
  }
  await head(page, 'Created').getByRole('button').click();
  await head(page, 'Created').getByRole('button').click();
  await expect(page).toHaveURL(/\?sort=created$/);
  const oldestFirst = await rows(page).allInnerTexts();
  await reload(page);
  await expect(head(page, 'Created')).toHaveAttribute('aria-sort', 'ascending');
  expect(await rows(page).allInnerTexts()).toEqual(oldestFirst);
  expect(await axeFaults(page)).toEqual([]);

  const boxes = page.getByRole('checkbox', { name: /^Mark Simulated/ });
  await boxes.first().focus();
  await page.keyboard.press('Space');
  await expect(page.getByText('To compare, mark exactly two jobs')).toBeVisible();
  await page.keyboard.press('Shift+ArrowDown');
  await expect(boxes.last()).toBeFocused();
  await expect(boxes.last()).toBeChecked();
  const compare = page.getByRole('link', { name: /^Compare these two jobs \(\d+ spectra/ });
  await expect(compare).toBeVisible();
  expect(await axeFaults(page)).toEqual([]);
  await compare.click();
  await expect(page.getByRole('heading', { name: 'Two jobs of one run' })).toBeVisible();
  await page.goBack();

  await boxes.first().focus();
  await page.keyboard.press('ControlOrMeta+a');
  await page.keyboard.press('Delete');
  await expect(page.getByText('2 jobs deleted.')).toBeVisible();
  await expect(page.getByText('There is no job on this computer.')).toBeVisible();
  // Another job may be deleted meanwhile, the message closed, or the page: for five minutes they can be restored.
  await page.getByRole('button', { name: 'Close this message' }).click();
  await reload(page);
  const deleted = page.getByRole('region', { name: 'Deleted jobs' });
  await expect(deleted).toContainText('2 deleted jobs can still be restored.');
  await expect(page.getByText('There is no job on this computer.')).toBeVisible();
  expect(await axeFaults(page)).toEqual([]);
  await deleted.getByRole('button', { name: 'Restore them' }).click();
  await expect(rows(page)).toHaveCount(2);
  await rows(page).first().getByRole('link').click();
  await expect(page.getByText('94 samples').first()).toBeVisible();

  await openJobs(page);
  await page
    .getByRole('button', { name: /^Delete Simulated/ })
    .first()
    .click();
  await page.clock.setFixedTime(Date.now() + 6 * 60_000);
  await reload(page);
  await expect(rows(page)).toHaveCount(1);
  await expect(deleted).toHaveCount(0);
});

test('the browser is asked to keep the jobs after the first one, and its answer is shown', async ({
  page,
}) => {
  await page.addInitScript(() => {
    navigator.storage.persist = () => {
      const asked = Number(sessionStorage.getItem('asked') ?? '0') + 1;
      sessionStorage.setItem('asked', String(asked));
      return Promise.resolve(false);
    };
    navigator.storage.persisted = () => Promise.resolve(false);
  });
  const asked = () => page.evaluate(() => sessionStorage.getItem('asked'));
  await page.goto('/jobs');
  await expect(
    page.getByText('It is asked to keep them when the first job is saved'),
  ).toBeVisible();
  await expect(page.getByText(/Storage in use: .* The browser allows up to /s)).toBeVisible();
  expect(await asked()).toBeNull();
  await page.goto('/');
  await runExample(page);
  await expect.poll(asked).toBe('1');
  await page.goto('/');
  await runExample(page);
  await page.goto('/jobs');
  await expect(page.getByText(/was asked on .* did not promise it/)).toBeVisible();
  expect(await asked()).toBe('1');
  await page.getByRole('button', { name: 'Ask again' }).click();
  await expect(page.getByText('The browser did not promise it.')).toBeVisible();
  expect(await asked()).toBe('2');
});

test('two thousand jobs are listed, searched, sorted and marked at once', async ({ page }) => {
  await page.goto('/jobs');
  await expect(page.getByText('There is no job on this computer.')).toBeVisible();
  await storeJobs(page, 2_000);
  await page.addInitScript(() => {
    const tasks: number[] = [];
    Object.assign(window, { tasks });
    new PerformanceObserver((list) => {
      for (const { duration } of list.getEntries()) tasks.push(Math.round(duration));
    }).observe({ type: 'longtask', buffered: true });
  });
  const took = async (what: string) => {
    const tasks = await page.evaluate(() => {
      const { tasks } = window as unknown as { tasks: number[] };
      return tasks.splice(0);
    });
    test.info().annotations.push({ type: what, description: `tasks of ${tasks.join(', ')} ms` });
  };
  await reload(page);
  await expect(rows(page)).toHaveCount(50);
  await expect(page.getByText('2,000 jobs', { exact: true })).toBeVisible();
  await expect(page.getByText('1–50 of 2,000')).toBeVisible();
  await took('opened');

  await page.getByRole('searchbox', { name: 'Search the jobs' }).fill('ward 39 1.2.0');
  await expect(page.getByText(/of 2,000 jobs$/)).toBeVisible();
  await took('searched');
  await page.getByRole('searchbox', { name: 'Search the jobs' }).fill('');
  await head(page, 'Samples').getByRole('button').click();
  await expect(rows(page).first()).toContainText('of 95 samples');
  await took('sorted');
  await page.getByRole('button', { name: 'Next jobs' }).click();
  await expect(page.getByText('51–100 of 2,000')).toBeVisible();
  await expect(page).toHaveURL(/\?sort=-samples&page=2$/);
  await took('turned the page');
  await page.getByRole('checkbox', { name: 'Mark all' }).check();
  await expect(page.getByRole('button', { name: 'Delete 2,000 jobs' })).toBeVisible();
  await took('marked');
  expect(await axeFaults(page)).toEqual([]);
  await page.getByRole('button', { name: 'Delete 2,000 jobs' }).click();
  await expect(page.getByText('2,000 jobs deleted.')).toBeVisible();
  await expect(page.getByText('There is no job on this computer.')).toBeVisible();
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect(rows(page)).toHaveCount(50);
  await took('deleted and restored');
});

test('which jobs would go because of their age is shown before they go', async ({ page }) => {
  await page.goto('/jobs');
  await expect(page.getByText('There is no job on this computer.')).toBeVisible();
  await storeJobs(page, 90);
  await reload(page);
  await expect(page.getByText('30 jobs are older than 60 days now.')).toBeVisible();
  await page.getByText('Which jobs would go, and when').click();
  const first = page.getByRole('listitem').filter({ hasText: 'Ward 89' });
  await expect(first).toContainText(/created .*, goes now$/);
  await expect(page.getByText('And 70 more.')).toBeVisible();
  await page.getByRole('checkbox', { name: 'Remove jobs that are older than' }).click();
  const dialog = page.getByRole('dialog', { name: 'Remove 30 jobs now?' });
  await expect(dialog).toContainText('Ward 89');
  await expect(dialog).toContainText('And 10 more.');
  expect(await axeFaults(page)).toEqual([]);
  await dialog.getByRole('button', { name: 'Remove 30 jobs' }).click();
  await expect(page.getByText('60 jobs', { exact: true })).toBeVisible();
  await expect(page.getByText('Which jobs go next, and when')).toBeVisible();
  await expect(page.getByRole('listitem').filter({ hasText: 'Ward 59' })).toContainText(
    /goes on \d+ \w+ \d{4}$/,
  );
});
