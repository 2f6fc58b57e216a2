import { comparedTaxa } from '../../core/classify/compared-taxa';
import { locusFindings, type AlleleFinding } from '../../core/classify/locus-findings';
import { whatWouldDecide } from '../../core/classify/what-would-decide';
import { areNamingLociCounted, servesAcceptance } from '../../core/classify/locus-service';
import type { MarkerEvidence, MarkersSeen, SampleRow } from '../../core/job/types';
import type { ModelManifest } from '../../core/model-pack/types';
import { nineDigits } from './nine-digits';
import type { EvidenceOutput, SampleOutput } from './output-schema';
import { inEnglish } from '../../words/in-words';

/** Numbers for each ion: log LR, m/z found, height over noise, mass error. */
const ION_VALUES = 4;

type ComparedOutput = EvidenceOutput['compared'][number];

/**
 * Makes the JSON of everything that a marker model saw of a sample, and of what it means for the taxa in
 * question.
 */
export function evidenceOutput(
  evidence: MarkerEvidence,
  sample: Pick<SampleRow, 'call' | 'probabilities'>,
  manifest: ModelManifest,
): EvidenceOutput {
  const { markers } = manifest;
  const loci = markers?.loci.length ?? 0;
  return {
    shiftPpm: float32(evidence.shiftPpm),
    tiltPpmPerKda: float32(evidence.tiltPpmPerKda),
    sensitivity: float32(evidence.sensitivity),
    namingLociCounted: markers && areNamingLociCounted(markers, evidence),
    lociSupported: evidence.lociSupported,
    lociContradicted: evidence.lociContradicted,
    scores: byTaxon(manifest, (t) => float32(evidence.scores[t])),
    loci: byTaxon(manifest, (t) => rounded(evidence.loci, t * loci, loci)),
    ions: ionRows(evidence.ions),
    compared: comparedOutput(evidence, sample, manifest),
    whatWouldDecide: undecidedOutput(evidence, sample, manifest),
  };
}

function undecidedOutput(
  evidence: MarkerEvidence,
  { call, probabilities }: Pick<SampleRow, 'call' | 'probabilities'>,
  manifest: ModelManifest,
): EvidenceOutput['whatWouldDecide'] {
  const told = whatWouldDecide(call, evidence, probabilities, manifest);
  return (
    told && {
      ...told,
      sentence: inEnglish(told.sentence),
      loci: told.loci.map(({ locus, options }) => ({
        locus,
        options: options.map((one) => ({ ...one, expectedHere: nineDigits(one.expectedHere) })),
      })),
    }
  );
}

/** Compares the called taxon with its runner-up, locus by locus. */
function comparedOutput(
  evidence: MarkerEvidence,
  { call, probabilities }: Pick<SampleRow, 'call' | 'probabilities'>,
  manifest: ModelManifest,
): readonly ComparedOutput[] {
  const { markers } = manifest;
  const { scores } = evidence;
  const compared = comparedTaxa(manifest, call, { scores, probabilities });
  if (markers === null || compared === null) return [];
  return [compared.first, compared.second].flatMap((taxon) => {
    const id = taxon === null ? undefined : manifest.taxa[taxon]?.id;
    if (taxon === null || id === undefined) return [];
    const findings = locusFindings({ ...manifest, markers }, evidence, taxon);
    return {
      taxon: id,
      score: float32(scores[taxon]),
      loci: findings.map(({ evidence: weight, verdict, ion }, l) => ({
        locus: markers.loci[l]!,
        serves: servesAcceptance(markers, l) ? ('both' as const) : ('name' as const),
        evidence: float32(weight),
        verdict,
        ion: ion === null ? null : ionOutput(ion),
      })),
    };
  });
}

function ionOutput(ion: AlleleFinding) {
  const { mass, charge, expectedMz, fraction, logRatio, found } = ion;
  return {
    mass,
    charge,
    expectedMz,
    expectedHere: nineDigits(ion.expectedHere),
    fraction,
    logRatio: float32(logRatio),
    found:
      found === null
        ? null
        : {
            mz: float32(found.mz),
            height: float32(found.height),
            errorPpm: float32(found.errorPpm),
          },
  };
}

/** Lists the markers of the call that were found and those that were missing, by locus and mass. */
export function markersOutput(
  seen: MarkersSeen | null,
  { markers }: ModelManifest,
): SampleOutput['markers'] {
  if (seen === null || markers === null) return null;
  const named = (ions: readonly number[]) =>
    ions.flatMap((ion) => {
      const known = markers.ions[ion];
      return known === undefined ? [] : { locus: known.locus, mass: known.mass };
    });
  return { taxon: seen.taxon, found: named(seen.found), missing: named(seen.missing) };
}

export function byTaxon<T>(
  manifest: ModelManifest,
  value: (taxon: number) => T | null,
): Record<string, T> {
  const entries = manifest.taxa.flatMap(({ id }, t) => {
    const own = value(t);
    return own === null ? [] : [[id, own] as const];
  });
  return Object.fromEntries(entries);
}

function ionRows(ions: Float32Array): (number | null)[][] {
  const rows: (number | null)[][] = [];
  for (let at = 0; at + ION_VALUES <= ions.length; at += ION_VALUES) {
    rows.push(rounded(ions, at, ION_VALUES));
  }
  return rows;
}

/** Rounds some of the values. A loop makes far less garbage than `Array.from`. */
function rounded(values: Float32Array, from: number, count: number): (number | null)[] {
  const list = new Array<number | null>(Math.max(0, Math.min(count, values.length - from)));
  for (let i = 0; i < list.length; i++) list[i] = float32(values[from + i]);
  return list;
}

/** Returns null for a number that JSON cannot express. */
function float32(value: number | undefined): number | null {
  return value === undefined || !Number.isFinite(value) ? null : nineDigits(value);
}
