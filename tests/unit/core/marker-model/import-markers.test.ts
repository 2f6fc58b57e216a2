import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import {
  readDefinition,
  readMarkers,
  readParameters,
} from '../../../../models/ribosomal-klebsiella/read-facts';
import {
  adoptParameters,
  scaleThresholds,
} from '../../../../src/core/marker-model/adopt-parameters';
import { buildMarkerPack } from '../../../../src/core/marker-model/build-pack';
import { importMarkers } from '../../../../src/core/marker-model/import-markers';
import type { PackHeadOptions } from '../../../../src/core/model-import/pack-head';
import { bundledTable, THREE_TAXA } from '../../../builders/marker-table';
import { inEnglish } from '../../../../src/words/in-words';

const measured = readParameters();

function tryImport(table: string, options: PackHeadOptions = {}) {
  const bytes = new TextEncoder().encode(table);
  return importMarkers(bytes, measured, { fileName: 'own.csv', ...options });
}

function imported(table: string, options: PackHeadOptions = {}) {
  const result = tryImport(table, options);
  if (!result.ok) throw new Error(inEnglish(result.error.message));
  return result.value;
}

describe('the bundled model', () => {
  const definition = readDefinition();
  const { id, version, title, thresholds, naming = [] } = definition;

  it('without relatives and naming loci has the same graph as its own table gives, byte by byte', () => {
    const { draft } = imported(bundledTable(), { id, version, title });
    const taxa = definition.taxa.filter(({ outgroup }) => outgroup !== true);
    const rows = readMarkers().filter(({ locus }) => !naming.includes(locus));
    const alone = buildMarkerPack({ ...definition, taxa, naming: [] }, rows, measured);
    expect(Buffer.compare(draft.graph, alone.graph)).toBe(0);
  });

  it('has the thresholds that are scaled for other models', () => {
    const limits = { ...thresholds };
    delete limits.source;
    const accepting = Object.keys(measured.ions).filter((locus) => !naming.includes(locus));
    expect(imported(bundledTable()).draft.manifest.thresholds).toEqual(limits);
    expect(scaleThresholds(accepting.length)).toEqual({
      markers: thresholds.markers,
      scope: thresholds.scope,
    });
  });

  it('leaves out the loci that were searched for and not seen', () => {
    const url = new URL(
      '../../../../models/ribosomal-klebsiella/facts/alleles.csv',
      import.meta.url,
    );
    const table = readFileSync(url, 'utf8');
    const { draft, notes } = imported(table);
    expect(draft.manifest.markers?.loci).toEqual(
      Object.keys(measured.ions).filter((locus) => table.includes(`,${locus},`)),
    );
    expect(notes.map(inEnglish).join(' ')).toContain('because they are not seen');
    for (const locus of measured.unseen ?? [])
      expect(notes.map(inEnglish).join(' ')).toContain(locus);
  });
});

describe('importMarkers', () => {
  it('reports taxa that cannot be distinguished, and groups them', () => {
    const { draft, unresolved } = imported(THREE_TAXA, { title: 'Three taxa' });
    expect(unresolved).toEqual([
      'Genus beta and Genus gamma cannot be told apart: they differ only in L25, which is too rarely seen in spectra to decide.',
    ]);
    expect(draft.manifest).toMatchObject({
      id: 'three-taxa',
      kind: 'markers',
      noPatternLabel: 'No Genus pattern',
      groups: [
        {
          members: ['genus-beta', 'genus-gamma'],
          name: 'Genus beta or Genus gamma',
          unresolvedLabel: 'G. beta or G. gamma, not resolved',
        },
      ],
    });
    expect(draft.manifest.limits).toEqual(expect.arrayContaining([unresolved[0]]));
  });

  it('reports masses that are too close, and taxa that have no locus in common', () => {
    expect(imported('taxon,locus,mass\nA,S22,5280\nB,S22,5281').unresolved).toEqual([
      'A and B cannot be told apart: they differ only in S22, where their masses lie too close together.',
    ]);
    expect(imported('taxon,locus,mass\nA,S22,5280\nB,L31,7771').unresolved).toEqual([
      'A and B cannot be told apart: no locus that both have differs between them.',
    ]);
  });

  it('lowers the limits if there are fewer loci', () => {
    expect(imported(THREE_TAXA).draft.manifest.thresholds.markers).toMatchObject({
      minScore: 6,
      minLociSupported: 3,
      maxLociContradicted: 0,
    });
  });

  it.each([
    ['taxon,locus,mass\nA,S22,5280', 'The table has one taxon; a model compares at least two.'],
    [
      'taxon,locus,mass\nA,X,41000\nB,X,41500',
      'No locus of the table can be looked for in a spectrum from 2 to 21 kDa.',
    ],
    ['taxon,locus\nA,X', 'The table’s heading names taxon and locus, and no column for the mass.'],
  ])('refuses %j with a sentence', (table, message) => {
    expect(tryImport(table)).toMatchObject({ ok: false, error: { message, path: 'own.csv' } });
  });

  it('refuses a table with which a spectrum would take minutes', () => {
    const lines = Array.from({ length: 201 }, (_, i) => `T${i},S22,${5000 + i}`);
    const refused = tryImport(['taxon,locus,mass', ...lines].join('\n'));
    expect(refused).toMatchObject({ ok: false, error: { kind: 'markers-many' } });
  });

  it('accepts names that an object cannot have as keys', () => {
    const lines = ['A', 'B'].flatMap((taxon, i) =>
      ['__proto__', 'constructor', '12'].map((locus) => `${taxon},${locus},${7000 + 100 * i}`),
    );
    const { draft } = imported(['taxon,locus,mass', ...lines].join('\n'));
    expect(draft.manifest.markers?.loci.toSorted()).toEqual(['12', '__proto__', 'constructor']);
  });
});

describe('adoptParameters', () => {
  const row = (locus: string, mass: number) => ({
    taxon: 'A',
    genomes: 1,
    locus,
    mass,
    fraction: 1,
  });

  it('keeps the measured parameters and assumes the others', () => {
    const { parameters, supposed, leftOut } = adoptParameters(
      [row('mine', 8000), row('S22', 5280), row('L25', 10_000), row('heavy', 30_000)],
      measured,
    );
    expect(parameters.ions).toEqual({
      S22: measured.ions['S22'],
      mine: {
        '1': { detection: 0.5, offsetPpm: 0 },
        '2': { detection: 0.5, offsetPpm: 0 },
      },
    });
    expect(supposed).toEqual(['mine']);
    expect(leftOut).toEqual([
      { locus: 'L25', why: 'unseen' },
      { locus: 'heavy', why: 'out-of-range' },
    ]);
  });

  it('leaves out a charge at which a mass lies outside the bins', () => {
    const { parameters } = adoptParameters([row('L36_1', 1990), row('S22', 5280)], measured);
    expect(Object.keys(parameters.ions)).toEqual(['S22']);
  });
});
