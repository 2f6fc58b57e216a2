import { comparedTaxa } from '../../core/classify/compared-taxa';
import { locusFindings, type AlleleFinding } from '../../core/classify/locus-findings';
import { whatWouldDecide } from '../../core/classify/what-would-decide';
import type { MarkerEvidence, MarkersSeen, SpeciesCall } from '../../core/job/types';
import type { ModelManifest } from '../../core/model-pack/types';
import type { EvidenceOutput, SampleOutput } from './output-schema';

/** log LR, m/z found, height over noise, mass error. */
const ION_VALUES = 4;

type ComparedOutput = EvidenceOutput['compared'][number];

/** Everything that a marker model saw of a sample, and what it means for the taxa in question. */
export function evidenceOutput(
  evidence: MarkerEvidence,
  call: SpeciesCall,
  manifest: ModelManifest,
): EvidenceOutput {
  const loci = manifest.markers?.loci.length ?? 0;
  return {
    shiftPpm: float32(evidence.shiftPpm),
    lociSupported: evidence.lociSupported,
    lociContradicted: evidence.lociContradicted,
    scores: byTaxon(manifest, (t) => float32(evidence.scores[t])),
    loci: byTaxon(manifest, (t) => rounded(evidence.loci.subarray(t * loci, (t + 1) * loci))),
    ions: Array.from({ length: evidence.ions.length / ION_VALUES }, (_, i) =>
      rounded(evidence.ions.subarray(i * ION_VALUES, (i + 1) * ION_VALUES)),
    ),
    compared: comparedOutput(evidence, call, manifest),
    whatWouldDecide: whatWouldDecide(call, evidence, manifest),
  };
}

/** The called taxon and its runner-up, locus by locus. */
function comparedOutput(
  evidence: MarkerEvidence,
  call: SpeciesCall,
  manifest: ModelManifest,
): readonly ComparedOutput[] {
  const { markers } = manifest;
  const compared = comparedTaxa(manifest, call, evidence.scores);
  if (markers === null || compared === null) return [];
  return [compared.first, compared.second].flatMap((taxon) => {
    const id = taxon === null ? undefined : manifest.taxa[taxon]?.id;
    if (taxon === null || id === undefined) return [];
    const findings = locusFindings({ ...manifest, markers }, evidence, taxon);
    return {
      taxon: id,
      score: float32(evidence.scores[taxon]),
      loci: findings.map(({ evidence: weight, verdict, ion }, l) => ({
        locus: markers.loci[l]!,
        evidence: float32(weight),
        verdict,
        ion: ion === null ? null : ionOutput(ion),
      })),
    };
  });
}

function ionOutput({ mass, charge, expectedMz, fraction, logRatio, found }: AlleleFinding) {
  return {
    mass,
    charge,
    expectedMz,
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

/** The found and the missing markers of what is called, by locus and mass. */
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

function rounded(values: Float32Array): (number | null)[] {
  return Array.from(values, float32);
}

/** With the nine digits that a 32-bit float has at most; null where JSON has no such number. */
function float32(value: number | undefined): number | null {
  return value === undefined || !Number.isFinite(value) ? null : Number(value.toPrecision(9));
}
