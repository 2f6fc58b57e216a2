import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readDefinition } from '../../../../models/ribosomal-klebsiella/read-facts';
import { readSet } from '../../../../scripts/evaluate/read-set';
import { openTypedSet } from '../../../../scripts/evaluate/sets';
import { tally } from '../../../../scripts/evaluate/tally';
import { readModelPack } from '../../../../scripts/headless/model-pack';
import { buildMixedRun } from '../../../builders/mixed-run';
import { makeProfile, profileText } from '../../../builders/open-spectra';
import { inEnglish } from '../../../../src/words/in-words';

const place = mkdtempSync(join(tmpdir(), 'ktyper-evaluate-'));
const write = (name: string, contents: string | Uint8Array) => {
  const file = join(place, name);
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, contents);
};
const readTyped = async (name: string) => {
  const pack = await readModelPack(null);
  if (!pack.ok) throw new Error(inEnglish(pack.error.message));
  const set = await openTypedSet({ name: 'ours', path: join(place, name) });
  return readSet(set, pack.value, readDefinition(), false);
};

beforeAll(() => {
  for (const { path, bytes } of buildMixedRun(['klebsiella', 'foreign', 'klebsiella'])) {
    write(`run/${path}`, bytes);
  }
  // A spectrum in another format, and one that cannot be read and has no label.
  write('run/text/noise.txt', profileText(makeProfile()));
  write('run/text/short.txt', profileText(makeProfile({ points: 300 })));
  write('run/unlabelled.txt', profileText(makeProfile({ points: 300 })));
  // The app would read replicates from this sheet, but the evaluation ignores it.
  write('run/sample_sheet.tsv', 'spectrum_id\tsample_id\nklebsiella 1\ts\nklebsiella 3\ts\n');
  write(
    'run/labels.tsv',
    [
      'spectrum\tspecies',
      'Klebsiella 1\tKlebsiella pneumoniae',
      'klebsiella 3\tKlebsiella oxytoca',
      'foreign 2\tEscherichia coli',
      'text\tother',
      'klebsiella 9\tKlebsiella oxytoca',
    ].join('\n'),
  );
  write('bare/noise.txt', profileText(makeProfile()));
  write('wrong/labels.tsv', 'name\tgenus\n1\tKlebsiella\n');
});
afterAll(() => rmSync(place, { recursive: true }));

describe('a set named on the command line', () => {
  it('is read in all formats, spectrum by spectrum, and compared with its labels', async () => {
    const { spectra, unread, notes } = await readTyped('run');
    expect(spectra).toHaveLength(4);
    expect(unread.map(({ row }) => row.path)).toEqual(['run/text/short.txt', 'run/unlabelled.txt']);
    const { compared, foreign, accepted } = tally(spectra);
    expect(compared).toMatchObject({ known: 2, accepted: 2, agree: 1 });
    expect(foreign).toMatchObject({ known: 2, accepted: 0 });
    expect(accepted).toBe(2);
    expect(notes).toContain('Labels that match no spectrum: klebsiella 9.');
    expect(notes).toContain('1 of 6 spectra have no label.');
    expect(notes).toContain(
      'Labels that match several spectra, each of which takes the species: text (2).',
    );
    expect(notes).toContain(
      'Labels that name no taxon of the model, so that it must refuse: Escherichia coli, other.',
    );
  });

  it('needs no labels', async () => {
    const { spectra, notes } = await readTyped('bare');
    expect(spectra.map(({ known }) => known)).toEqual([null]);
    expect(notes[0]).toBe(
      'There is no labels.tsv in it or beside it: nothing is known of its spectra.',
    );
  });

  it('is rejected if its path or its labels are wrong', async () => {
    const open = (path: string) => openTypedSet({ name: 'ours', path: join(place, path) });
    await expect(open('nowhere')).rejects.toThrow('There is no such file or folder: ');
    await expect(open('wrong')).rejects.toThrow(
      'The labels.tsv of the set "ours" has no first line with the columns spectrum and species.',
    );
  });
});
