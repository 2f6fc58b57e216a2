import { afterEach, describe, expect, it } from 'vitest';
import { cohortReportHtml } from '../../../../src/state/cohort-report/cohort-document';
import { speak } from '../../../../src/words/say';
import { cohortOf, cohortPlate } from '../../../builders/cohort';
import { strangeMarkup } from '../../../builders/report';

afterEach(() => speak('en'));

const textOf = (html: string) =>
  html
    .replace(/<style>.*<\/style>/s, '')
    .replace(/<\/?(?:i|strong|tspan)\b[^>]*>/g, '')
    .replace(/<[^>]*>/g, ' ')
    .replace(/\s+/g, ' ');
const many = (count: number) => Array.from({ length: count }, (_, i) => cohortPlate(`plate-${i}`));
const failed = cohortPlate('broken', {
  ...{ state: 'failed', spectra: 0, samples: 0, species: 0, group: 0, leftOut: 0, pass: 0 },
  problems: ['The file is cut off. Copy it again.'],
});

describe('the report of a cohort', () => {
  it('says who, how many, which calls and what needs attention', () => {
    const laboratory = { name: 'Laboratory North', address: '1 Main Street', logo: null };
    const out = cohortPlate('out', { measures: { shift: 480 } as never });
    const html = cohortReportHtml(cohortOf([...many(5), failed, out], { laboratory }));
    const text = textOf(html);
    expect(strangeMarkup(html)).toEqual([]);
    for (const said of [
      'Laboratory North',
      'For research use only',
      'Plates 7 (6 done, 1 failed)',
      'Spectra 582 (0 not read, 6 left out)',
      'Samples 576 (540 identified as a species, 36 as a group, 0 not identified)',
      'Klebsiella pneumoniae 3 0.5%',
      'broken – could not be read The file is cut off. Copy it again.',
      'out 6 Calibration shift, median (ppm): +480, above +301 Calibrate the instrument',
      'ribosomal 1.0.0',
    ]) {
      expect(text).toContain(said);
    }
    expect(html).not.toContain('<script');
    expect(html.match(/<polygon /g)).toHaveLength(1);
  });

  it('has no limits for a few plates, and is whole without any', () => {
    expect(textOf(cohortReportHtml(cohortOf(many(2))))).toContain('no limits are drawn');
    const none = textOf(cohortReportHtml(cohortOf([], { calls: [] })));
    expect(none).toContain('The cohort has no plate.');
    expect(none).not.toMatch(/NaN|Infinity|undefined/);
    expect(textOf(cohortReportHtml(cohortOf([failed], { calls: [] })))).toContain('broken');
  });

  it('is bounded at 10,000 plates, and says what it lists', () => {
    const plates = many(10_000).map((plate, i) =>
      i % 4 === 0 ? { ...failed, name: `f-${i}` } : plate,
    );
    const html = cohortReportHtml(cohortOf(plates));
    expect(html.length).toBeLessThan(1_000_000);
    const text = textOf(html);
    expect(text).toContain('Since 7,500 plates are too many');
    expect(text).toContain('200 of 2,500 are listed');
    expect(text).toContain('Of 10,000 plates, 2,500 failed');
  });

  it('lists the values farthest out before others, beside plates that failed', () => {
    const plates = [
      ...many(2000),
      ...Array.from({ length: 300 }, (_, i) =>
        cohortPlate(`out-${i}`, { measures: { shift: 1000 + i } as never }),
      ),
      ...Array.from({ length: 300 }, (_, i) => ({ ...failed, name: `failed-${i}` })),
    ];
    const text = textOf(cohortReportHtml(cohortOf(plates))).split('Plates that need attention')[1]!;
    expect(text).toMatch(/failed-99 .* out-299 2,300 .* out-298 /);
    expect(text.split('Of 2,600 plates')[0]).not.toContain('failed-100 ');
  });

  it('gives the same bytes each time, and speaks French', () => {
    const source = cohortOf([...many(6), failed]);
    expect(cohortReportHtml(source)).toBe(cohortReportHtml(source));
    speak('fr');
    const html = cohortReportHtml(source);
    expect(html).toContain('<html lang="fr">');
    expect(html).toContain('<span class="line" lang="en">The file is cut off.');
    expect(textOf(html)).toContain('Profil Klebsiella absent');
  });
});
