import type { CohortPlate, CohortSource } from '../../src/state/cohort-report/cohort-source';

/** A plate of 96 samples that are all named. */
export function cohortPlate(name: string, changes: Partial<CohortPlate> = {}): CohortPlate {
  return {
    name,
    state: 'done',
    spectra: 97,
    notRead: 0,
    leftOut: 1,
    samples: 96,
    species: 90,
    group: 6,
    none: 0,
    pass: 96,
    warn: 0,
    fail: 0,
    unrated: 0,
    problems: [],
    findings: [],
    instruments: ['flex'],
    firstAcquired: '',
    lastAcquired: '',
    ...changes,
    measures: {
      shift: 0,
      tilt: 0,
      peaks: 80,
      markerSignal: 20,
      resolution: 600,
      notIdentified: 0,
      ...changes.measures,
    },
  };
}

export function cohortOf(
  plates: readonly CohortPlate[],
  changes: Partial<CohortSource> = {},
): CohortSource {
  const model = { id: 'ribosomal', version: '1.0.0', sha256: 'a'.repeat(64) };
  return {
    name: 'cohort-2026',
    laboratory: null,
    computed: {
      app: { version: '1.0.0', commit: 'abc' },
      model,
      guard: null,
      group: null,
      watch: 0,
    },
    app: { version: '1.0.0', commit: 'abc' },
    ledgerSha256: 'b'.repeat(64),
    plates,
    calls: [
      { label: 'Klebsiella pneumoniae', kind: 'species', count: 3 },
      { label: 'No Klebsiella pattern', kind: 'none', count: 1 },
    ],
    ...changes,
  };
}
