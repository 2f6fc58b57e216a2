import { describe, expect, it } from 'vitest';
import { TEN_DALTON_BINS } from '../../../src/core/preprocess/bin';
import { buildRun } from '../../builders/bruker-run';
import { run, zipOf } from '../../builders/headless-job';
import { tinyCounts, tinyPack } from '../../builders/tiny-pack';

const spots = [
  { spot: 'A1', fid: tinyCounts('alpha', 1) },
  { spot: 'A2', fid: tinyCounts('alpha', 2) },
  { spot: 'A3', fid: tinyCounts('beta', 3) },
];

describe('a job', () => {
  it('measures each spectrum’s quality and gives it a call of its own', async () => {
    const { spectra } = await run([zipOf(buildRun({ spots }))]);
    expect(spectra.map(({ call }) => call?.taxon)).toEqual([
      'genus-alpha',
      'genus-alpha',
      'genus-beta',
    ]);
    const [first] = spectra;
    expect(first!.call).toMatchObject({ kind: 'species', rule: 'species' });
    expect(first!.measures!.quality).toMatchObject({ peaks: 1, peaksAbove10kDa: 0, markers: null });
    expect(first!.measures!.quality!.largestPeakMz).toBeCloseTo(4000.5, 0);
  });

  it('measures in bins of 1 Da, whatever the model’s bins are', async () => {
    const fine = await run([zipOf(buildRun({ spots }))]);
    const pack = await tinyPack({ manifest: { bins: TEN_DALTON_BINS } });
    const coarse = await run([zipOf(buildRun({ spots }))], { pack });
    expect(coarse.failure).toBeNull();
    expect(coarse.spectra.map(({ measures }) => measures!.quality)).toEqual(
      fine.spectra.map(({ measures }) => measures!.quality),
    );
  });

  it('gives the consensus of replicates beside the call of their mean, and warns if they contradict', async () => {
    const [a1, a2, a3] = (await run([zipOf(buildRun({ spots }))])).spectra.map(({ uid }) => uid);
    const sheet = (...rows: readonly string[]) =>
      ['spectrum_id\tsample_id', ...rows.map((uid) => `${uid}\tone`)].join('\n');
    const same = await run([zipOf(buildRun({ spots }))], { sampleSheet: sheet(a1!, a2!) });
    const one = same.samples.find(({ name }) => name === 'one')!;
    expect(one.consensus).toMatchObject({ spectra: 2, agreeing: 2, contradictory: false });
    expect(one.warnings).toEqual([]);
    expect(same.samples.find(({ name }) => name !== 'one')!.consensus).toBeNull();

    const mixed = await run([zipOf(buildRun({ spots }))], { sampleSheet: sheet(a1!, a2!, a3!) });
    const [sample] = mixed.samples;
    expect(sample!.consensus).toMatchObject({
      spectra: 3,
      contradictory: true,
      majority: { taxon: 'genus-alpha', spectra: 2 },
    });
    expect(sample!.warnings.map(({ kind }) => kind)).toEqual(['replicates-contradict']);
  });
});
