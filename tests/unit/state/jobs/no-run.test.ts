import { describe, expect, it } from 'vitest';
import { problem } from '../../../../src/core/problem';
import { outlineSheet } from '../../../../src/io/outline-sheet';
import { describeCancelled } from '../../../../src/state/jobs/job-words';
import { describeNoRun, whyNoRun } from '../../../../src/state/jobs/no-run';
import { ImporterSession } from '../../../../workers/importer/session';
import { jobRecord } from '../../storage/records';
import { spoken } from '../../../builders/spoken';

const REASON = problem('nothing-found', 'No spectrum was found.', 'Drop a run.');
const [job] = [jobRecord()];

const files = (...named: (readonly [path: string, text: string | Uint8Array<ArrayBuffer>])[]) =>
  named.map(([path, content]) => ({ path, blob: new Blob([content]) }));

async function describeDrop(...named: Parameters<typeof files>) {
  const dropped = files(...named);
  const { problem: said, offer } = await describeNoRun(
    REASON,
    dropped,
    outlineSheet,
    async (given) => new ImporterSession().read(given),
  );
  return [offer.kind, said.message] as const;
}

describe('a drop that is not a run', () => {
  it('is a sample sheet, whatever else it contains', async () => {
    const sheet = ['days/mine.csv', 'spectrum_id;sample_id\nA1;x\nA2;x\n'] as const;
    const [kind, message] = await describeDrop(['letter.docx', 'PK'], sheet);
    expect([kind, message]).toEqual([
      'sheet',
      'days/mine.csv is a sample sheet, with 2 rows for 1 sample, and there was no spectrum with it.',
    ]);
  });

  it('is a model, or a part of one', async () => {
    const pickle = Uint8Array.of(0x80, 4, 0x2e);
    for (const part of [
      ['model.bin', pickle],
      ['features_selected.txt', '3000\n3010\n'],
      ['markers.csv', 'taxon,locus,mass,genomes\nA,S22,5193.9,10\n'],
    ] as const) {
      const [kind, message] = await describeDrop(part);
      expect(kind).toBe('model');
      expect(spoken(message)).toContain(`${part[0]} is a model or a part of one`);
    }
  });

  it('is a table of peaks', async () => {
    const [kind, message] = await describeDrop(['peaks.csv', 'name,mz\nmine,5000\n']);
    expect(kind).toBe('model');
    expect(spoken(message)).toContain('a table of peaks to watch');
  });

  it('is nothing known if it is something else, or too many files', async () => {
    expect(await describeDrop(['notes.txt', 'hello'])).toEqual(['none', REASON.message]);
    expect(await describeDrop()).toEqual(['none', REASON.message]);
    const many = Array.from({ length: 21 }, (_, i) => [`${i}.bin`, ''] as const);
    expect(await describeDrop(...many)).toEqual(['none', REASON.message]);
  });
});

describe('a job that failed', () => {
  const failed = { ...job, status: 'failed', problem: REASON } as const;
  const none = { ...job.counts, found: 0 };

  it('was not a run if no spectrum can be in its files', () => {
    expect(whyNoRun({ ...failed, counts: none })).toBe(REASON);
    const rar = problem('archive-rar', 'It is a RAR archive.', 'Unpack it.');
    expect(whyNoRun({ ...failed, counts: none, problem: rar })).toBe(rar);
  });

  it('was a run if a spectrum was found, or if the run is damaged', () => {
    expect(whyNoRun({ ...failed, counts: { ...none, found: 1 } })).toBeNull();
    const cut = problem('zip-cut-off', 'It is cut off.', 'Copy it again.');
    expect(whyNoRun({ ...failed, counts: none, problem: cut })).toBeNull();
    expect(whyNoRun({ ...failed, counts: none, origin: 'example' })).toBeNull();
    expect(whyNoRun({ ...failed, counts: none, status: 'cancelled' })).toBeNull();
  });
});

describe('a job that was cancelled', () => {
  const say = (done: number, found: number, complete: boolean) =>
    describeCancelled({ counts: { done, found, complete, samples: done, calls: {} } });

  it('says how far it came', () => {
    expect(say(40, 96, true)).toBe(
      'Cancelled. Results for the 40 of 96 spectra finished before that are shown.',
    );
    expect(say(1, 64, false)).toBe(
      'Cancelled. Results for the 1 spectrum finished before that are shown. 64 had been found by then, ' +
        'and there may be more.',
    );
    expect(say(0, 3, false)).toBe('Cancelled before the first spectrum was finished.');
  });
});
