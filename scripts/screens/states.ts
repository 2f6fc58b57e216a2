import type { Page } from '@playwright/test';
import { untilEnded } from '../survive/app-page';
import { COMPARISON_STATES } from './comparison-states';
import { TIME_STATES } from './time-states';
import { dragFiles } from './drag-files';
import { offerOtherModel } from './other-model';
import { open, openJob, settled, type Stage, type State } from './stage';

/** A4 at 96 dots an inch, less its margins: a phone prints on the same paper. */
const PAPER = { width: 718, height: 1047 };
/** The window's size, while paper is shown. */
let windowSize: ReturnType<Page['viewportSize']> = null;

/** Every page and state of the app that a person comes to. */
export const STATES: readonly State[] = [
  { name: 'first', show: (stage) => open(stage, '', 'Identify') },
  {
    name: 'first-drag',
    show: ({ page, notes }) => dragFiles(page, [notes], ['dragEnter', 'dragOver']),
    leave: ({ page, notes }) => dragFiles(page, [notes], ['dragCancel']),
  },
  {
    name: 'first-choices',
    show: ({ page }) => page.getByRole('button', { name: 'Change', exact: true }).click(),
  },
  {
    name: 'no-run',
    alone: true,
    async show(stage) {
      const { page, notes } = stage;
      await open(stage, '', 'Identify');
      await dragFiles(page, [notes], ['dragEnter', 'dragOver', 'drop']);
      await page.getByText('No job was created.').waitFor();
    },
    leave: ({ page }) => page.getByRole('button', { name: 'Dismiss' }).click(),
  },
  { name: 'jobs-empty', alone: true, show: (stage) => open(stage, 'jobs', 'Jobs') },
  {
    name: 'models',
    alone: true,
    async show(stage) {
      await open(stage, 'models', 'Models');
      await stage.page.getByRole('article').first().waitFor();
    },
  },
  { name: 'help', alone: true, show: (stage) => open(stage, 'help', 'Help') },
  {
    name: 'licences',
    alone: true,
    window: true,
    async show(stage) {
      await open(stage, 'help#licences', 'Help');
      await stage.page.locator('summary').last().waitFor();
      await stage.page.locator('summary').first().click();
    },
  },
  {
    name: 'check',
    alone: true,
    async show(stage) {
      await open(stage, 'help#check', 'Help');
      await stage.page.getByRole('button', { name: 'Check this installation' }).click();
      await stage.page.getByRole('button', { name: 'Check again' }).waitFor();
    },
  },
  { name: 'unknown', alone: true, show: (stage) => open(stage, 'nowhere', /no page|not found/i) },
  {
    name: 'absent',
    alone: true,
    show: (stage) => open(stage, 'results/no-such-job', /not on this computer/),
  },
  {
    name: 'running',
    alone: true,
    window: true,
    show: startLongRun,
  },
  {
    name: 'cancelled',
    alone: true,
    window: true,
    async show(stage) {
      const { page } = stage;
      // The run of the state before may have ended meanwhile, so this has its own.
      await startLongRun(stage);
      await page.getByRole('button', { name: 'Cancel' }).click();
      await page.getByText('Cancelled', { exact: true }).first().waitFor();
    },
  },
  {
    name: 'failed',
    alone: true,
    window: true,
    async show(stage) {
      const { page } = stage;
      await page.route('**/example/**', (route) => route.abort());
      await open(stage, '', 'Identify');
      await page.getByRole('button', { name: 'Try the example run' }).click();
      await untilEnded(page);
    },
    leave: ({ page }) => page.unroute('**/example/**'),
  },
  {
    name: 'results',
    window: true,
    async show(stage) {
      const { page } = stage;
      await open(stage, '', 'Identify');
      await page.getByRole('button', { name: 'Try the example run' }).click();
      await untilEnded(page);
      await page.getByRole('grid', { name: 'Samples' }).waitFor();
      stage.example = new URL(page.url()).pathname.slice(1);
    },
  },
  {
    name: 'results-menu',
    window: true,
    show: ({ page }) => page.getByRole('button', { name: 'Export' }).click(),
    leave: ({ page }) => page.keyboard.press('Escape'),
  },
  {
    name: 'results-scrolled',
    window: true,
    async show({ page }) {
      await page.getByRole('grid', { name: 'Samples' }).hover();
      await page.mouse.wheel(0, 700);
      await settled(page);
    },
  },
  {
    name: 'results-panel',
    alone: true,
    window: true,
    async show(stage) {
      await openJob(stage, '?sample=2');
      await stage.page.getByRole('region', { name: /^SIM-/ }).waitFor();
      await stage.page.locator('canvas').first().waitFor({ state: 'attached' });
    },
  },
  {
    name: 'results-plate',
    alone: true,
    window: true,
    async show(stage) {
      await openJob(stage, '?layout=plate');
      await stage.page
        .getByRole('grid', { name: /^Plate/ })
        .first()
        .waitFor();
    },
  },
  {
    name: 'results-no-hit',
    alone: true,
    window: true,
    async show(stage) {
      await openJob(stage, '?q=no+such+sample');
      await stage.page.getByText('No samples match.').waitFor();
    },
  },
  ...COMPARISON_STATES,
  {
    name: 'results-print',
    alone: true,
    async show(stage) {
      await openJob(stage, '');
      windowSize = stage.page.viewportSize();
      await stage.page.setViewportSize(PAPER);
      await stage.page.emulateMedia({ media: 'print' });
      await stage.page.evaluate(() => dispatchEvent(new Event('beforeprint')));
    },
    async leave({ page }) {
      await page.evaluate(() => dispatchEvent(new Event('afterprint')));
      await page.emulateMedia({ media: null });
      if (windowSize !== null) await page.setViewportSize(windowSize);
    },
  },
  {
    name: 'keys',
    alone: true,
    window: true,
    async show(stage) {
      await openJob(stage, '');
      await stage.page.keyboard.press('?');
    },
    leave: ({ page }) => page.keyboard.press('Escape'),
  },
  {
    name: 'compare-choice',
    window: true,
    async show(stage) {
      await offerOtherModel(stage.page, stage.url);
      await openJob(stage, '');
      await stage.page.getByRole('button', { name: 'Run again with…' }).click();
      await stage.page.getByRole('dialog').waitFor();
    },
  },
  {
    name: 'compare',
    async show({ page }) {
      const before = page.url();
      await page.getByRole('dialog').getByRole('button', { name: 'Run again' }).click();
      await page.waitForURL((url) => url.href !== before);
      await untilEnded(page);
      await page
        .getByRole('link', { name: /^Compare with/ })
        .first()
        .click();
      await page.getByRole('table').last().waitFor();
    },
  },
  { name: 'jobs', alone: true, show: (stage) => open(stage, 'jobs', 'Jobs') },
  {
    name: 'first-again',
    alone: true,
    async show(stage) {
      await open(stage, '', 'Identify');
      await stage.page.getByRole('heading', { name: 'Last jobs' }).waitFor();
    },
  },
  ...TIME_STATES,
];

/** Starts a run that takes some seconds, and waits for its first rows. */
async function startLongRun(stage: Stage): Promise<void> {
  const { page, longRun } = stage;
  await open(stage, '', 'Identify');
  await page
    .locator('input[type=file][multiple]')
    .first()
    .setInputFiles(await longRun());
  await page.getByRole('grid', { name: 'Samples' }).waitFor();
}
