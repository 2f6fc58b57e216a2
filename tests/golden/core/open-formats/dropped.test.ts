import { describe, expect, it } from 'vitest';
import { folderOf, run, tarGzOf, zipOf } from '../../../builders/headless-job';
import { bytesOf, makeProfile, profileText } from '../../../builders/open-spectra';
import { hasReference, readShared } from '../../reference-data';

const SMALL = [
  'ascii.txt',
  'csv1.csv',
  'csv2.csv',
  'processed-values.head.csv',
  'test.mzXML',
  'tiny.pwiz.1.1.mzML',
  'tiny1-centroided.mzML1.1.mzML',
  'tiny1-centroided.mzXML3.0.mzXML',
  'tiny1-compressed.mzML1.1.mzML',
  'tiny1-compressed.mzXML3.0.mzXML',
  'tiny1.mzML1.1.mzML',
  'tiny1.mzXML3.0.mzXML',
  'tiny1.msd',
  'tiny_continuous.ibd',
  'tiny_continuous.imzML',
  'tiny_processed.ibd',
  'tiny_processed.imzML',
];

describe.skipIf(!hasReference)('all small files of other projects in one drop', () => {
  const files = () => [
    ...SMALL.map((name) => ({
      path: `small/${name}`,
      bytes: Uint8Array.from(readShared(`other-formats/small/${name}`)),
    })),
    { path: 'small/whole.txt', bytes: bytesOf(profileText(makeProfile({ points: 8_000 }))) },
  ];

  it.each([
    ['a folder', () => folderOf(files())],
    ['a zip', () => [zipOf(files())]],
    ['a .tar.gz', () => [tarGzOf(files())]],
  ])('are refused one by one in %s, while a valid file among them is read', async (_, input) => {
    const ran = await run(input());
    const rows = ran.spectra.map(({ path, status, reason }) => [
      path.replace('small/', ''),
      reason?.kind ?? status,
    ]);
    expect(rows).toEqual([
      ['ascii.txt', 'peak-list'],
      ['csv1.csv', 'peak-list'],
      ['csv2.csv', 'peak-list'],
      ['processed-values.head.csv', 'mass-range'],
      ['test.mzXML#scan=19', 'centroided'],
      ['tiny.pwiz.1.1.mzML#scan=19', 'centroided'],
      ['tiny.pwiz.1.1.mzML#scan=21', 'no-spectrum'],
      ['tiny.pwiz.1.1.mzML#sample=1 period=1 cycle=22 experiment=1', expect.any(String)],
      ['tiny1-centroided.mzML1.1.mzML#S1', 'centroided'],
      ['tiny1-centroided.mzML1.1.mzML#S2', 'centroided'],
      ['tiny1-centroided.mzXML3.0.mzXML', 'centroided'],
      ['tiny1-compressed.mzML1.1.mzML#S1', 'peak-list'],
      ['tiny1-compressed.mzML1.1.mzML#S2', 'peak-list'],
      ['tiny1-compressed.mzXML3.0.mzXML', 'peak-list'],
      ['tiny1.mzML1.1.mzML#S1', 'peak-list'],
      ['tiny1.mzML1.1.mzML#S2', 'peak-list'],
      ['tiny1.mzXML3.0.mzXML', 'peak-list'],
      ['whole.txt', 'ok'],
    ]);
    const said = ran.events.flatMap((event) => (event.kind === 'problem' ? [event.problem] : []));
    expect(said.map(({ kind }) => kind).sort()).toEqual([
      'document-count',
      'format-imzml',
      'format-msd',
      'fragment-spectra',
      'fragment-spectra',
    ]);
    for (const { cure } of said) expect(cure).not.toBe('');
  });
});
