import type { Page } from '@playwright/test';
import { readFile } from 'node:fs/promises';
import { axeFaults } from '../../scripts/screens/axe-faults';
import { offerOtherModel } from '../../scripts/screens/other-model';
import { expect, test } from './app';
import { reload, runExample, sampleRows, tableDrawn } from './pages';

const panel = (page: Page) => page.getByRole('region', { name: /^SIM-/ });
const review = (page: Page) => page.getByRole('region', { name: 'Review', exact: true });
const entries = (page: Page) => page.getByRole('list', { name: 'Entries of the review' });

async function download(page: Page, label: RegExp): Promise<string> {
  await page.getByRole('button', { name: 'Export' }).click();
  const downloading = page.waitForEvent('download');
  await page.getByRole('menuitem', { name: label }).click();
  return readFile(await (await downloading).path(), 'utf8');
}

async function sign(page: Page, initials: string): Promise<void> {
  await page.getByLabel('Your initials, 2 to 4 letters').fill(initials);
  await page.getByRole('button', { name: 'Use these initials' }).click();
}

async function override(page: Page, name: string, reason: string): Promise<void> {
  await page.getByRole('button', { name: 'Override the call' }).click();
  await page.getByLabel('Name', { exact: true }).fill(name);
  await page.getByLabel('Reason').fill(reason);
  await page.getByRole('button', { name: 'Save the override' }).click();
}

test('samples are reviewed, overridden and filtered, exported with both, and still so later', async ({
  page,
}) => {
  await page.goto('/');
  await runExample(page);
  await expect(page.getByText('0 of 94 reviewed')).toBeVisible();
  await sampleRows(page).first().click();
  const call = await panel(page).locator('.call').first().innerText();

  // The key asks for initials, once.
  await page.keyboard.press('r');
  await sign(page, 'a1');
  await expect(page.getByText('Initials are 2 to 4 letters.')).toBeVisible();
  await sign(page, 'ab');
  await expect(panel(page).getByRole('heading', { level: 2 })).toContainText('SIM-002');
  await expect(sampleRows(page).first()).toContainText('AB');
  await page.getByRole('grid', { name: 'Samples' }).focus();
  await page.keyboard.press('r');
  await expect(panel(page).getByRole('heading', { level: 2 })).toContainText('SIM-003');
  await expect(page.getByText('2 of 94 reviewed')).toBeVisible();

  // An override needs a name and a reason, and stands beside the call.
  await page.getByRole('button', { name: 'Override the call' }).click();
  await page.getByRole('button', { name: 'Save the override' }).click();
  await expect(review(page).getByRole('alert')).toContainText('Choose or write a name');
  await page.getByRole('button', { name: 'Cancel' }).click();
  const machine = (await panel(page).locator('.call').first().innerText()).trim();
  await override(page, 'Klebsiella oxytoca', '=1+1, rpoB');
  await expect(panel(page)).toContainText('Overridden by AB: Klebsiella oxytoca');
  await expect(panel(page).locator('.call').first()).toHaveText(machine);
  await expect(sampleRows(page).nth(2)).toContainText('Overridden: K. oxytoca');
  await page.getByRole('button', { name: 'Add a note' }).click();
  await page.getByLabel('Note', { exact: true }).fill('Mucoid');
  await page.getByRole('button', { name: 'Save the note' }).click();
  await expect(entries(page).getByRole('listitem')).toHaveCount(2);
  expect(await axeFaults(page)).toEqual([]);

  // The filter is in the address.
  await page.getByRole('button', { name: '1 overridden' }).click();
  await expect(sampleRows(page)).toHaveCount(1);
  await expect(page).toHaveURL(/[?&]review=overridden/);
  const csv = await download(page, /^CSV/);
  const [head, line] = csv.split('\r\n');
  expect(
    head?.endsWith(
      'review_state,reviewed_by,reviewed_at,override_call,override_reason,review_note',
    ),
  ).toBe(true);
  expect(line).toMatch(/,overridden,AB,\d{4}-.*Z,Klebsiella oxytoca,"'=1\+1, rpoB",Mucoid$/);
  const json = JSON.parse(await download(page, /^JSON/)) as {
    samples: { call: { label: string }; review: { state: string; entries: unknown[] } }[];
  };
  expect(json.samples[0]?.call.label).toContain('Klebsiella variicola');
  expect(json.samples[0]?.review).toMatchObject({ state: 'overridden', entries: [{}, {}] });

  await reload(page);
  await expect(sampleRows(page)).toHaveCount(1);
  await expect(page.getByText('3 of 94 reviewed, 1 of them overridden')).toBeVisible();
  await expect(entries(page).getByRole('listitem')).toHaveCount(2);

  // What is taken back stays in the list.
  await page.getByRole('button', { name: /^Withdraw the override/ }).click();
  await expect(page.getByText('2 of 94 reviewed')).toBeVisible();
  await expect(entries(page).getByRole('listitem')).toHaveCount(3);
  await expect(entries(page)).toContainText('withdrawn');
  await expect(entries(page)).toContainText('Withdrew the override');
  await page.getByRole('button', { name: 'Show all' }).first().click();
  await tableDrawn(page);
  await sampleRows(page).filter({ hasText: 'SIM-001' }).click();
  await expect(panel(page).locator('.call').first()).toHaveText(call);
});

test('all open samples that are shown are marked after a question, and it can be undone', async ({
  page,
}) => {
  await page.goto('/');
  await runExample(page);
  await page.getByRole('button', { name: /species not resolved/ }).click();
  const mark = page.getByRole('button', { name: /^Mark \d+ as reviewed…/ });
  const count = Number(/\d+/.exec(await mark.innerText())?.[0]);
  expect(count).toBeLessThan(94);
  await mark.click();
  const question = page.getByRole('dialog', { name: `Mark ${count} samples as reviewed?` });
  await sign(page, 'CDE');
  expect(await axeFaults(page)).toEqual([]);
  await question.getByRole('button', { name: 'Mark as reviewed by CDE' }).click();
  await expect(page.getByText(`${count} of 94 reviewed`)).toBeVisible();
  // They still need attention, and say that they were reviewed.
  await expect(page.getByRole('button', { name: /^[0-9]+ species not resolved/ })).toContainText(
    `${count} reviewed`,
  );
  await expect(mark).toHaveCount(0);
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect(page.getByText('0 of 94 reviewed')).toBeVisible();
  await sampleRows(page).first().click();
  await expect(entries(page).getByRole('listitem')).toHaveCount(2);
});

test('two tabs see each other’s reviews, and a job that is run again begins without them', async ({
  page,
  context,
  app,
}) => {
  await offerOtherModel(page, `${app.url}/`);
  await page.goto('/');
  await runExample(page);
  await sampleRows(page).first().click();
  await review(page).getByRole('button', { name: 'Mark as reviewed' }).click();
  await sign(page, 'AB');
  await expect(page.getByText('1 of 94 reviewed')).toBeVisible();
  const other = await context.newPage();
  await other.goto(page.url());
  await expect(other.getByText('1 of 94 reviewed')).toBeVisible();
  await override(other, 'Other genus', 'Sent to the reference laboratory');
  await expect(page.getByText('1 of 94 reviewed, 1 of them overridden')).toBeVisible();
  await expect(panel(page)).toContainText('Overridden by AB: Other genus');

  // With the filter for open samples, r goes to the next, although the marked one leaves the table.
  await page.getByRole('button', { name: '93 open' }).click();
  await tableDrawn(page);
  await sampleRows(page).first().click();
  await expect(panel(page).getByRole('heading', { level: 2 })).toContainText('SIM-002');
  await page.keyboard.press('r');
  await expect(panel(page).getByRole('heading', { level: 2 })).toContainText('SIM-003');
  await expect(page.getByText('92 of 94 shown')).toBeVisible();

  await page.getByRole('button', { name: 'Run again with…' }).click();
  const again = page.getByRole('dialog');
  await expect(again).toContainText('The review stays with this job');
  await again.getByRole('button', { name: 'Run again' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toContainText('Strict model');
  await expect(page.getByText('0 of 94 reviewed')).toBeVisible({ timeout: 60_000 });
});
