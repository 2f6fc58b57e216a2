import { afterEach, describe, expect, it } from 'vitest';
import type { ExportedJob } from '../../../../src/io/exports/types';
import { problem } from '../../../../src/core/problem';
import type { ReviewEntry } from '../../../../src/core/review/entry';
import { parseDetailQuery, formatDetailQuery } from '../../../../src/state/report/detail-query';
import { reportHtml } from '../../../../src/state/report/report-document';
import { cssText, pageStyles } from '../../../../src/state/report/report-styles';
import { MOST_BY_NEED } from '../../../../src/state/report/report-source';
import { speak } from '../../../../src/words/say';
import { pngOf } from '../../../builders/pictures';
import { reportOf, strangeMarkup } from '../../../builders/report';
import { call, sample, sampleJob, spectrum } from '../../io/exports/sample-job';

afterEach(() => speak('en'));

const write = async (...asked: Parameters<typeof reportOf>) => reportHtml(await reportOf(...asked));
const textOf = (html: string) =>
  html
    .replace(/<style>.*<\/style>/s, '')
    .replace(/<\/?(?:i|strong|tspan)\b[^>]*>/g, '')
    .replace(/<[^>]*>/g, ' ')
    .replace(/\s+/g, ' ');

/** A job of so many samples, each a weak identification. */
function jobOf(count: number, weak = count): ExportedJob {
  const numbers = Array.from({ length: count }, (_, i) => i);
  return {
    ...sampleJob,
    job: { ...sampleJob.job, summary: null },
    samples: numbers.map((i) =>
      sample(i, i < weak ? { call: call({ confidence: 'weak', rule: 'weak-species' }) } : {}),
    ),
    spectra: numbers.map((i) => spectrum(i, { path: `RUN/0_A1/${i}/1SLin/fid` })),
  };
}

describe('a report', () => {
  it('says who, what, with what, and what it is not for', async () => {
    const laboratory = {
      name: 'Laboratory North',
      address: '1 Main Street\nTown',
      logo: { type: 'image/png', bytes: pngOf(100, 50), width: 100, height: 50 } as const,
    };
    const html = await write(sampleJob, { laboratory });
    const text = textOf(html);
    for (const part of [
      'Laboratory North 1 Main Street Town',
      'For research use only. Not for use in diagnostic procedures.',
      'Plate 7',
      'Markers 1.0.0 (markers)',
      'ab'.repeat(32),
      'ktyper 1.2.3',
      'run.zip ends early. Copy it again.',
      '1 sample without a spectrum: KPN9 A9',
      'Performed by',
      'Reviewed by',
      'Signature',
    ]) {
      expect(text).toContain(part);
    }
    expect(html).toContain(
      '<img class="logo" alt="Laboratory North" width="100" height="50" src="data:image/png;base64,',
    );
    expect(html).toContain("default-src 'none'");
    expect(html).not.toMatch(/<script|href=|https?:\/\/[^ ]*\.(?:css|js|png)/);
    expect(strangeMarkup(html)).toEqual([]);
  });

  it('is the same file again', async () => {
    expect(await write(sampleJob)).toBe(await write(sampleJob));
  });

  it('has the machine’s call and the person’s, never one without the other', async () => {
    const reviews: ReviewEntry[] = [
      {
        order: 0,
        at: Date.UTC(2026, 10, 24, 8),
        by: 'AB',
        sample: 'KPN0',
        spectrum: 0,
        kind: 'override',
        saw: { taxon: 'alpha', label: 'Genus alpha', rule: 'species' },
        call: { taxon: 'beta', label: 'Genus beta' },
        reason: 'Sequenced',
      },
    ];
    const job = { ...jobOf(1, 0), reviews };
    const text = textOf(await write(job, { chosen: [0] }));
    expect(text).toContain('Call by ktyper');
    // In the table of samples, in the list of entries and in the sample's own part.
    expect(text.match(/Overridden by AB: Genus beta; Reason: Sequenced/g)).toHaveLength(2);
    expect(text).toMatch(
      /KPN0 Genus alpha Overrode Genus alpha with Genus beta Reason: Sequenced AB 24 Nov 2026, 08:00/,
    );
    const unreviewed = textOf(await write({ ...job, reviews: [] }));
    expect(unreviewed).toContain('0 of 1 reviewed');
    expect(unreviewed).not.toContain('Call by ktyper');
  });

  it('says plainly that there is no sample', async () => {
    const html = await write(jobOf(0));
    expect(textOf(html)).toContain('The run holds no sample.');
    expect(html).not.toMatch(/NaN|undefined|<table/);
  });

  it('tells of each calibration spot, and warns of one that fails', async () => {
    const spot = (name: string, shiftPpm: number) =>
      spectrum(name === 'H11' ? 900 : 901, {
        name: 'BTS',
        spot: name,
        status: 'skipped',
        reason: problem('calibration-spot', 'This is a calibration spot.', 'Nothing to do.'),
        calibrant: { found: 8, of: 8, shiftPpm },
      });
    const spectra = [...sampleJob.spectra, spot('H11', 40), spot('H12', 900)];
    const text = textOf(await write({ ...sampleJob, spectra }));
    const times = (part: string) => text.split(part).length - 1;
    expect(times('Calibration spot BTS (H11) shows 8 of the 8 known masses, off by +40 ppm.')).toBe(
      1,
    );
    // Among the warnings, and where the controls are told.
    expect(
      times('Calibration spot BTS (H12) shows 8 of the 8 known masses, off by +900 ppm;'),
    ).toBe(2);
    expect(times('Put fresh calibrant on the target')).toBe(2);
  });

  it('is of one sample', async () => {
    const text = textOf(await write(jobOf(1)));
    expect(text).toContain('All 1 sample.');
    expect(text).toContain('The spectrum is not shown. Not kept.');
  });

  it('is bounded at 20,000 samples, and says which it has', async () => {
    const html = await write(jobOf(20_000));
    expect(textOf(html)).toContain(
      'The first 2,000 of 20,000 samples: an exported file has all of them.',
    );
    expect(textOf(html)).toContain(
      `The first ${MOST_BY_NEED} of 20,000 samples, the most urgent first.`,
    );
    expect(html.match(/<tr>/g)!.length).toBeLessThan(2_100);
    expect(html.length).toBeLessThan(5e6);
  });

  it('shows those that a person chose, and no others', async () => {
    const html = await write(jobOf(10), { chosen: [7, 2] });
    expect([...html.matchAll(/<h3>([^<]*)/g)].map(([, name]) => name)).toEqual([
      'KPN2, A2',
      'KPN7, A7',
    ]);
    expect(textOf(await write(jobOf(3), { chosen: [] }))).toContain('No sample was chosen.');
    expect(textOf(await write(jobOf(3, 0)))).toContain('No sample of this run needs attention.');
  });

  it('speaks the reader’s language', async () => {
    speak('fr');
    const html = await write(sampleJob);
    expect(html).toContain('<html lang="fr">');
    const text = textOf(html);
    expect(text).toContain('Pour la recherche uniquement.');
    expect(text).not.toMatch(/Performed by|Reviewed by|Counts by call/);
    expect(pageStyles('x')).toContain('"Page " counter(page) " sur " counter(pages)');
  });
});

describe('the edges of its pages', () => {
  it('have the run’s name and the page of how many', () => {
    const styles = pageStyles('Plate 7');
    expect(styles).toContain('@top-left { content: "Plate 7"');
    expect(styles).toContain('"Page " counter(page) " of " counter(pages)');
  });

  it('have any name as text', () => {
    expect(cssText('a"b\\c</style>\n{é漢}')).toBe(
      '"a\\22 b\\5c c\\3c \\2f style\\3e  \\7b é漢\\7d "',
    );
    expect(pageStyles('x'.repeat(500))).toContain(`"${'x'.repeat(70)}\\2026 "`);
  });
});

describe('the samples of an address', () => {
  it('are read as they are written', () => {
    expect(parseDetailQuery('')).toBeNull();
    expect(parseDetailQuery(formatDetailQuery([3, 17]))).toEqual([3, 17]);
    expect(parseDetailQuery(formatDetailQuery([]))).toEqual([]);
    expect(formatDetailQuery(null)).toBe('');
    expect(parseDetailQuery('?detail=3.x.3.-1.99999999999')).toEqual([3]);
    const many = Array.from({ length: 500 }, (_, i) => i);
    expect(parseDetailQuery(formatDetailQuery(many))).toHaveLength(48);
  });
});
