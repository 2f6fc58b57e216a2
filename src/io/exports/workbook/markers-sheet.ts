import type { MarkerEvidence, SampleRow } from '../../../core/job/types';
import type { MarkerIon } from '../../../core/model-pack/types';
import type { SheetColumn } from '../../workbook/types';
import { inBatches } from '../evidence-reader';
import { nineDigits } from '../nine-digits';
import { samplesToWrite } from '../rows-to-write';
import type { Cell, ExportedJob } from '../types';
import type { Sheet } from './sheet';

const COLUMNS: readonly SheetColumn[] = [
  { head: 'Sample', width: 18 },
  { head: 'Spot' },
  { head: 'Markers of', width: 32 },
  { head: 'Locus' },
  { head: 'Mass [M+H]+ (Da)', kind: 'mz' },
  { head: 'Charge' },
  { head: 'Expected m/z', kind: 'mz' },
  { head: 'Found' },
  { head: 'Found m/z', kind: 'mz' },
  { head: 'Height over noise' },
  { head: 'Mass error left (ppm)' },
  { head: 'Log likelihood ratio' },
];

/** Numbers for each ion in the evidence: log likelihood ratio, m/z found, height over noise, mass error. */
const ION_VALUES = 4;

/**
 * A row for each marker of what a sample is called, found or missing, in the order of the model's loci. Samples
 * that are not named have none, nor have those of a model without markers.
 */
export function markersSheet(exported: ExportedJob): Sheet {
  const { markers, taxa } = exported.model.manifest;
  return {
    name: 'markers',
    columns: COLUMNS,
    rows: {
      async *[Symbol.asyncIterator]() {
        if (markers === null) return;
        const names = new Map(taxa.map(({ id, name }) => [id, name]));
        const samples = samplesToWrite(exported);
        for await (const { sample, evidence } of inBatches(samples, exported.evidence)) {
          const seen = sample.markers;
          if (seen === null) {
            // A place to pause, since many samples may have no markers.
            yield [];
            continue;
          }
          const found = new Set(seen.found);
          const ions = [...seen.found, ...seen.missing].flatMap((ion) => {
            const known = markers.ions[ion];
            return known === undefined ? [] : { ion, known };
          });
          const place = new Map(markers.loci.map((locus, at) => [locus, at]));
          ions.sort((a, b) => place.get(a.known.locus)! - place.get(b.known.locus)!);
          const taxon = names.get(seen.taxon) ?? seen.taxon;
          yield ions.map(({ ion, known }) =>
            markerRow(sample, taxon, known, found.has(ion), evidenceOf(evidence, ion)),
          );
        }
      },
    },
  };
}

function markerRow(
  { name, spot }: SampleRow,
  taxon: string,
  { locus, mass, charge, expectedMz }: MarkerIon,
  isFound: boolean,
  [ratio, mz, height, error]: readonly (number | null)[],
): readonly Cell[] {
  return [
    name,
    spot,
    taxon,
    locus,
    mass,
    charge,
    expectedMz,
    isFound ? 'yes' : 'no',
    // 0 says that there was no peak.
    ...(mz ? [mz, height ?? null, error ?? null] : [null, null, null]),
    ratio ?? null,
  ];
}

/** Returns the numbers of an ion; none where they were not kept. */
function evidenceOf(evidence: MarkerEvidence | undefined, ion: number): readonly (number | null)[] {
  if (evidence === undefined) return [];
  const from = ion * ION_VALUES;
  return [...evidence.ions.subarray(from, from + ION_VALUES)].map((value) =>
    Number.isFinite(value) ? nineDigits(value) : null,
  );
}
