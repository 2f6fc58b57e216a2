import { describe, expect, it } from 'vitest';
import {
  readDefinition,
  readMarkers,
  readParameters,
} from '../../../../models/ribosomal-klebsiella/read-facts';
import { poolTaxon } from '../../../../src/core/marker-model/marker-table';
import { findUnresolved, groupUnresolved } from '../../../../src/core/marker-model/unresolved';
import { describeTaxa } from '../../../../src/core/model-import/describe-taxa';

describe('findUnresolved', () => {
  const rows = readMarkers();
  const parameters = readParameters();

  it('finds michiganensis and grimontii, whose ribosomal proteins differ only where they are not seen', () => {
    const naming = new Set(readDefinition().naming);
    const ribosomal = rows.filter(({ locus }) => !naming.has(locus));
    const taxa = ['michiganensis', 'grimontii', 'oxytoca'].map((name) =>
      poolTaxon(name, [`Klebsiella ${name}`], ribosomal),
    );
    expect(findUnresolved(taxa, parameters)).toEqual([
      { taxa: ['michiganensis', 'grimontii'], hidden: [{ locus: 'L25', why: 'not-seen' }] },
    ]);
  });

  it('finds no unresolved pair among the taxa of the bundled model', () => {
    const taxa = readDefinition()
      .taxa.filter(({ outgroup }) => outgroup !== true)
      .map(({ id, members }) => poolTaxon(id, members, rows));
    expect(findUnresolved(taxa, parameters)).toEqual([]);
  });

  it('reports masses that are too close', () => {
    const taxa = [5280, 5281].map((mass, i) => ({
      id: `t${i}`,
      genomes: 9,
      loci: new Map([['S22', [{ mass, fraction: 1 }]]]),
      facts: new Map([['S22', { genomes: 9, absent: 0 }]]),
    }));
    expect(findUnresolved(taxa, parameters)[0]?.hidden).toEqual([
      { locus: 'S22', why: 'too-close' },
    ]);
  });
});

describe('groupUnresolved', () => {
  it('groups taxa that are linked through a third one', () => {
    const taxa = describeTaxa(['A', 'B', 'C', 'D']);
    const groups = groupUnresolved(taxa, [
      { taxa: ['a', 'b'], hidden: [] },
      { taxa: ['b', 'd'], hidden: [] },
    ]);
    expect(groups.map(({ members, shortName }) => [members, shortName])).toEqual([
      [['a', 'b', 'd'], 'A, B or D'],
    ]);
  });
});
