import { describe, expect, it } from 'vitest';
import { openModelPack } from '../../../src/io/open-model-pack';
import { buildRun } from '../../builders/bruker-run';
import { run, zipOf } from '../../builders/headless-job';
import { namingEvidence, namingProbabilities } from '../../builders/naming-model';
import { namingPackFiles } from '../../builders/naming-pack';
import { tinyCounts } from '../../builders/tiny-pack';
import { inEnglish } from '../../../src/words/in-words';
import { spoken } from '../../builders/spoken';

const probabilities = namingProbabilities({ 'genus-alpha': 0.97, 'genus-beta': 0.03 });
const evidence = namingEvidence({
  scores: { 'genus-alpha': 14, 'genus-beta': 15 },
  loci: { 'genus-alpha': [1.5, 4, 4, 4, 4, 4], 'genus-beta': [2, 4, 4, 4, -3, -3] },
  found: [
    ['R2', 6000, 20],
    ['N1', 8000],
  ],
  shiftPpm: 200,
  tiltPpmPerKda: -100,
  sensitivity: 0.6,
});

describe('a model of format 2', () => {
  it('gives rows its tilt, its sensitivity, and the name by all loci', async () => {
    const pack = await openModelPack(await namingPackFiles({ evidence, probabilities }));
    if (!pack.ok) throw new Error(inEnglish(pack.error.message));
    const plate = buildRun({ title: 'Monday', spots: [{ spot: 'A1', fid: tinyCounts('alpha') }] });
    const job = await run([zipOf(plate)], { pack: pack.value });
    const [sample] = job.samples;
    expect(sample).toMatchObject({ shiftPpm: 200, tiltPpmPerKda: -100, failure: null });
    expect(sample?.sensitivity).toBeCloseTo(0.6, 6);
    expect(sample?.call).toMatchObject({ taxon: 'genus-alpha', rule: 'species' });
    expect(spoken(sample?.call.reason)).toMatch(
      /^Named by N1 at 8000\.70, which tells it from G\. beta\. /,
    );
    expect(sample?.markers?.taxon).toBe('genus-alpha');
    expect(job.spectra[0]?.measures?.quality?.markers).toMatchObject({ tiltPpmPerKda: -100 });
    const [told] = job.evidence.values();
    expect(told).toMatchObject({ shiftPpm: 200, tiltPpmPerKda: -100 });
    expect(told?.ions).toEqual(evidence.ions);
  });

  it('leaves them empty for a model of format 1', async () => {
    const plate = buildRun({ title: 'Monday', spots: [{ spot: 'A1', fid: tinyCounts('alpha') }] });
    const [sample] = (await run([zipOf(plate)])).samples;
    expect(sample).toMatchObject({ tiltPpmPerKda: null, sensitivity: null });
  });
});
