import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readSimulatorFacts } from '../../../models/ribosomal-klebsiella/read-simulator-facts';
import { LINEAR_AXIS } from '../../../src/simulate/axis';
import { simulateSpectrum } from '../../../src/simulate/simulate-spectrum';

const facts = readSimulatorFacts();

describe('simulateSpectrum', () => {
  it('gives counts that a detector could give, for any seed, organism, signal and number of shots', () => {
    fc.assert(
      fc.property(
        fc.oneof(fc.integer(), fc.string()),
        fc.constantFrom(...facts.mix.entries),
        fc.double({ min: 0, max: 10, noNaN: true }),
        fc.integer({ min: 0, max: 1000 }),
        (seed, { organism }, signal, laserShots) => {
          const counts = simulateSpectrum(facts, { organism, seed, signal, laserShots });
          expect(counts.length).toBe(LINEAR_AXIS.points);
          expect(counts.every((count) => count >= 0 && count <= 255 * laserShots)).toBe(true);
        },
      ),
      { numRuns: 40 },
    );
  });
});
