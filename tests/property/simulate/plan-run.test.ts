import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readSimulatorFacts } from '../../../models/ribosomal-klebsiella/read-simulator-facts';
import { planRun } from '../../../src/simulate/plan-run';

const facts = readSimulatorFacts();
const options = fc.record({
  spots: fc.integer({ min: 1, max: 800 }),
  seed: fc.oneof(fc.integer(), fc.string()),
  plate: fc.constantFrom(96 as const, 384 as const),
  replicates: fc.integer({ min: 1, max: 5 }),
});

describe('planRun', () => {
  it('plans as many spectra as requested, fills the plates one by one, and uses each spot once', () => {
    fc.assert(
      fc.property(options, (asked) => {
        const plates = planRun(facts, asked);
        const sizes = plates.map(({ spectra }) => spectra.length);
        expect(sizes.reduce((sum, size) => sum + size, 0)).toBe(asked.spots);
        expect(sizes.slice(0, -1).every((size) => size === asked.plate)).toBe(true);
        for (const { spectra } of plates) {
          expect(new Set(spectra.map(({ spot }) => spot.name)).size).toBe(spectra.length);
        }
      }),
      { numRuns: 50 },
    );
  });

  it('gives each analyte, spectrum and project a uid of its own', () => {
    fc.assert(
      fc.property(options, (asked) => {
        const plates = planRun(facts, asked);
        const uids = plates.flatMap(({ projectUid, spectra }) => [
          projectUid,
          ...spectra.flatMap(({ analyteUid, spectrumUid }) => [analyteUid, spectrumUid]),
        ]);
        expect(new Set(uids).size).toBe(plates.length + 2 * asked.spots);
      }),
      { numRuns: 50 },
    );
  });

  it('puts replicates side by side, with one name, one isolate and one organism', () => {
    fc.assert(
      fc.property(options, (asked) => {
        for (const { spectra } of planRun(facts, asked)) {
          spectra.forEach((planned, index) => {
            const first = spectra[index - (index % asked.replicates)]!;
            expect(planned.name).toBe(first.name);
            expect(planned.seeds.isolate).toBe(first.seeds.isolate);
            expect(planned.entry).toBe(first.entry);
          });
        }
      }),
      { numRuns: 30 },
    );
  });
});
