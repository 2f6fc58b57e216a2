import { describe, expect, it } from 'vitest';
import { readSimulatorFacts } from '../../../../models/ribosomal-klebsiella/read-simulator-facts';
import { judgeCalibrant } from '../../../../src/core/calibrant/judge-calibrant';
import { problem } from '../../../../src/core/problem';
import { err, ok } from '../../../../src/core/result';
import { PlainPreprocessor } from '../../../../src/kernel/plain-preprocessor';
import { linearMz } from '../../../../src/simulate/axis';
import type { Organism } from '../../../../src/simulate/facts';
import { simulateSpectrum } from '../../../../src/simulate/simulate-spectrum';
import { readCalibrant } from '../../../../workers/spectrum/read-calibrant';

const facts = readSimulatorFacts();
const standard = facts.mix.entries.find(({ organism }) => organism.kind === 'calibrant')!.organism;
const mz = linearMz();
const preprocessor = new PlainPreprocessor();
const room = (length: number) => new Float64Array(length);

function read(organism: Organism, seed: number) {
  const intensity = Float64Array.from(simulateSpectrum(facts, { organism, seed, run: 'plate' }));
  return readCalibrant(ok({ spectrum: { mz, intensity } }), preprocessor, room);
}

describe('a simulated calibration spot', () => {
  it('is right, and a sample in its place shows too few of the known masses', () => {
    const klebsiella = { kind: 'taxon', taxon: 'Klebsiella pneumoniae' } as const;
    for (let seed = 0; seed < 6; seed++) {
      expect(judgeCalibrant({ measures: read(standard, seed) })).toBe('right');
      expect(judgeCalibrant({ measures: read(klebsiella, seed) })).toBe('few');
    }
  });

  it('is read as empty where there is no signal, and as unread for any other fault', () => {
    const fault = (kind: string) => err(problem(kind, 'It is so.', 'Do so.'));
    expect(readCalibrant(fault('no-spectrum'), preprocessor, room)).toMatchObject({ found: 0 });
    expect(readCalibrant(fault('acqu-absent'), preprocessor, room)).toBeNull();
  });
});
