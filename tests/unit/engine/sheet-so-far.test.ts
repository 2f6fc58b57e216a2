import { describe, expect, it } from 'vitest';
import { describeSoFar, unmatchedSoFar } from '../../../src/core/sample-sheet/sheet-progress';
import type { JobEvent } from '../../../src/core/job/types';
import { buildRun } from '../../builders/bruker-run';
import { folderOf, run, tarGzOf, zipOf } from '../../builders/headless-job';
import { tinyCounts } from '../../builders/tiny-pack';
import { spoken } from '../../builders/spoken';

const sheet = (...rows: string[]) => ['spectrum_id\tsample_id', ...rows].join('\n');

/** More spectra than are listed at a time, each with its own name. */
const SPOTS = Array.from({ length: 120 }, (_, i) => ({
  spot: `${'ABCDEFGHIJ'[Math.floor(i / 12)]}${(i % 12) + 1}`,
  name: `isolate ${i}`,
  fid: tinyCounts('alpha', i + 1),
}));

/** Returns the reports on the sheet, and how many spectra had a row at that time. */
function told(events: readonly JobEvent[]) {
  let rows = 0;
  return events.flatMap((event) => {
    if (event.kind === 'rows') rows = event.done;
    return event.kind === 'sheet' ? [{ ...event.sheet, rowsBefore: rows }] : [];
  });
}

describe('a sheet that was chosen in advance', () => {
  const wrong = sheet('A1\tx', 'isolate 1\tx', 'isolate 119\ty', 'NOBODY 7\tz');

  it.each([
    ['a zip', () => [zipOf(buildRun({ spots: SPOTS }))]],
    ['a folder', () => folderOf(buildRun({ spots: SPOTS }))],
  ])('is compared with %s as soon as its files are listed', async (_, files) => {
    const { events, summary } = await run(files(), { sampleSheet: wrong });
    const listed = told(events).find((one) => one.listed)!;
    expect(listed).toMatchObject({ rows: 4, matched: 3, samples: 2, unmatched: ['NOBODY 7'] });
    expect(listed.spectra).toBe(120);
    // This is long before the spectra are computed.
    expect(listed.rowsBefore).toBeLessThan(60);
    expect(summary?.sampleSheet).toMatchObject({ matched: 3, unmatched: ['NOBODY 7'] });
  });

  it('matches by the name inside a spectrum once the spectrum is read', async () => {
    const spots = [{ spot: 'A1', name: 'one', acqu: { CMT1: 'x', ID_raw: 'its-own-uid' } }];
    const files = [zipOf(buildRun({ spots, runInfo: 'absent', info: false }))];
    const { events, summary } = await run(files, { sampleSheet: sheet('its-own-uid\tx') });
    const [first, ...rest] = told(events);
    expect(first).toMatchObject({ rows: 1, matched: 0, read: 0 });
    expect(rest.at(-1)).toMatchObject({ matched: 1, unmatched: [], samples: 1, listed: true });
    expect(summary?.sampleSheet?.matched).toBe(1);
  });

  it('is compared with the listed part of a streamed archive', async () => {
    const { events } = await run([tarGzOf(buildRun({ spots: SPOTS }))], { sampleSheet: wrong });
    const all = told(events);
    expect(all[0]!.listed).toBe(false);
    expect(all.at(-1)).toMatchObject({ matched: 3, listed: true, spectra: 120 });
    const matched = all.map((one) => one.matched);
    expect(matched).toEqual(matched.toSorted((a, b) => a - b));
  });
});

describe('a sheet in the run', () => {
  it('is compared as soon as it is found', async () => {
    const spots = SPOTS.slice(0, 3);
    const files = buildRun({ spots, sampleSheet: sheet('A1\tx', 'A2\tx', 'H12\ty') });
    for (const input of [zipOf(files), tarGzOf(files), tarGzOf(files.toReversed())]) {
      const { events } = await run([input]);
      const last = told(events).findLast((one) => one.listed);
      expect(last).toMatchObject({ rows: 3, matched: 2, samples: 1, unmatched: ['H12'] });
    }
  });

  it('is not reported if there is none', async () => {
    const { events } = await run([zipOf(buildRun({ spots: SPOTS.slice(0, 2) }))]);
    expect(told(events)).toEqual([]);
  });
});

describe('the report on a sheet', () => {
  const soFar = {
    ...{ rows: 4, matched: 3, samples: 1, unmatched: ['N7'] },
    ...{ spectra: 96, read: 0, listed: true },
  };

  it('says how many rows match, and which do not', () => {
    expect(spoken(describeSoFar(soFar))).toBe(
      'Sample sheet: 3 of 4 rows match the 96 spectra of this run, for 1 sample.',
    );
    expect(spoken(unmatchedSoFar(soFar)?.message)).toBe(
      '1 of the 4 rows of the sample sheet names no spectrum of this run by its folder, its spot or the ' +
        'names that the run lists: N7.',
    );
    expect(spoken(unmatchedSoFar(soFar)?.cure)).toContain('compared as they are read');
    const none = { ...soFar, matched: 0, read: 96, unmatched: ['a', 'b', 'c', 'd'] };
    expect(unmatchedSoFar(none)).toMatchObject({
      kind: 'sheet-no-match-yet',
      message:
        'No row of the sample sheet names a spectrum of this run (96 of 96 are read): a, b, c, d.',
    });
    expect(spoken(unmatchedSoFar(none)?.cure)).not.toContain('as they are read');
  });

  it('is not a warning while files are still being found, or if all rows match', () => {
    expect(unmatchedSoFar({ ...soFar, listed: false })).toBeNull();
    expect(spoken(describeSoFar({ ...soFar, listed: false }))).toContain(
      'the 96 spectra found so far',
    );
    expect(unmatchedSoFar({ ...soFar, matched: 4, unmatched: [] })).toBeNull();
  });
});
