import { open, openJob, settled, type State } from './stage';
import { dailyRuns, storeRuns } from './stored-runs';

/** What is seen of several runs. It comes last, since it leaves jobs behind. */
export const TIME_STATES: readonly State[] = [
  {
    name: 'isolate',
    alone: true,
    async show(stage) {
      const { page } = stage;
      await openJob(stage, '');
      await page.getByRole('grid', { name: 'Samples' }).getByRole('row').nth(1).click();
      await page.getByRole('link', { name: 'Through time' }).click();
      await page.getByRole('table').or(page.getByRole('list')).last().waitFor();
      await settled(page);
    },
  },
  {
    name: 'quality-over-time',
    alone: true,
    async show(stage) {
      // The 28th day is off, and is told; the last ones follow a new calibration.
      const later = { calibratedAt: '2026-02-01T06:00:00.000+00:00', shiftPpm: 20 };
      await storeRuns(
        stage.page,
        dailyRuns(32, {
          27: { shiftPpm: 260, peaks: 12, failed: ['A1', 'B7', 'H12'] },
          28: later,
          29: later,
          30: later,
          31: later,
        }),
      );
      await open(stage, 'quality', 'Quality over time');
      await stage.page.getByRole('group', { name: /^Runs in order of time/ }).waitFor();
    },
  },
];
