import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { problem } from '../../../../src/core/problem';
import type { ExportedJob } from '../../../../src/io/exports/types';
import { reportHtml } from '../../../../src/state/report/report-document';
import { HOSTILE_NAMES, ORDERING_NAMES, ORDERS_IN_TEXT } from '../../../builders/hostile-names';
import { reportOf, strangeMarkup } from '../../../builders/report';
import { call, sample, sampleJob, spectrum } from '../../../unit/io/exports/sample-job';

const known = Object.values({ ...HOSTILE_NAMES, ...ORDERING_NAMES });
/** Anything that a file may hold: names that mean something to some program, and any signs. */
const text = fc.oneof(
  fc.constantFrom(...known),
  fc.string({ unit: 'binary', maxLength: 40 }),
  fc
    .array(fc.constantFrom('<', '>', '"', "'", '&', '</style>', '\\', '\n', '\u202e', '}', ']]>'))
    .map((signs) => signs.join('')),
);

/** A job with a text of a stranger in every place that has one. */
function jobOf(names: readonly string[]): ExportedJob {
  const [name = '', path = '', title = '', note = '', reason = '', model = '', label = ''] = names;
  const { manifest, ref } = sampleJob.model;
  const { summary } = sampleJob.job;
  const record = { instrument: title, target: path, software: note, acquiredAt: label };
  return {
    ...sampleJob,
    job: {
      ...sampleJob.job,
      name,
      token: path,
      summary: {
        ...summary!,
        run: { ...summary!.run!, title, missing: [{ name: label, spot: path }] },
        problems: [problem('zip-truncated', reason, note, path)],
      },
    },
    model: {
      manifest: { ...manifest, title: model, limits: [reason] },
      ref: { ...ref, id: model },
    },
    samples: [
      sample(0, { name, spot: path, call: call({ label, reason }) }),
      sample(1, {
        name: title,
        call: call({ kind: 'none', taxon: null, label, reason, rule: 'below-threshold' }),
      }),
    ],
    spectra: [
      spectrum(0, { name, path, record: record as never }),
      spectrum(1, { spot: name, reason: problem('calibration-spot', note, title) }),
    ],
    reviews: [
      { order: 0, at: 0, by: 'AB', sample: name, spectrum: 0, kind: 'note', text: note },
      {
        order: 1,
        at: 0,
        by: label,
        sample: name,
        spectrum: 0,
        kind: 'override',
        saw: { taxon: null, label, rule: 'species' },
        call: { taxon: null, label: title },
        reason,
      },
    ],
  };
}

describe('a report', () => {
  it('has no name, path or note that becomes markup, or that a program would obey', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(text, { minLength: 7, maxLength: 7 }),
        text,
        text,
        async (names, lab, address) => {
          const source = await reportOf(jobOf(names), {
            laboratory: { name: lab, address, logo: null },
            inputs: names,
          });
          const html = reportHtml(source);
          expect(strangeMarkup(html)).toEqual([]);
          expect(html.replaceAll('\n', '')).not.toMatch(ORDERS_IN_TEXT);
          expect(html).not.toMatch(/\p{Surrogate}/u);
        },
      ),
    );
  });
});
