import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { buildAcqu, type BuiltFile, buildFid } from '../../builders/bruker-run';
import { run, zipOf } from '../../builders/headless-job';
import { tinyCounts } from '../../builders/tiny-pack';

const utf8 = (text: string) => new TextEncoder().encode(text);

/** Returns the files of three spectra, and the run information that names them. */
function filesOf(root: string): { readonly [name: string]: BuiltFile } {
  const spot = (i: number) => `${root}/ISO${i}/0_A${i}/1/1SLin`;
  const acqu = (i: number) => utf8(buildAcqu({ ID_raw: `${root}-${i}`, PATCHNO: `A${i}` }));
  const fid = (i: number) => buildFid(tinyCounts('alpha', i));
  const named = { ProjectUid: root, Analytes: [{ AnalyteId: 'KPN 1', SpectrumUid: `${root}-1` }] };
  return {
    run: { path: `${root}/runInfo.json`, bytes: utf8(JSON.stringify(named)) },
    acqu1: { path: `${spot(1)}/acqu`, bytes: acqu(1) },
    fid1: { path: `${spot(1)}/fid`, bytes: fid(1) },
    acqu2: { path: `${spot(2)}/acqu`, bytes: acqu(2) },
    fid2: { path: `${spot(2)}/fid`, bytes: fid(2) },
    acqu3: { path: `${spot(3)}/acqu`, bytes: acqu(3) },
    fid3: { path: `${spot(3)}/fid`, bytes: fid(3) },
  };
}

const MADE = [
  ['Google Drive', ['run-20260101T000000Z-1-001.zip', 'run-20260101T000000Z-1-002.zip']],
  ['OneDrive', ['OneDrive_1_1-1-2026.zip', 'OneDrive_2_1-1-2026.zip']],
  ['a person', ['run_part1.zip', 'run_part2.zip']],
] as const;

describe('archives that are parts of one download', () => {
  it.each(MADE)('of %s are read as one run, in either order', async (_, names) => {
    const { run: info, acqu1, fid1, acqu2, fid2, acqu3, fid3 } = filesOf('RUN');
    const first = zipOf([acqu1!, fid2!, acqu3!, fid3!], names[0]);
    const second = zipOf([fid1!, info!, acqu2!], names[1]);
    for (const order of [
      [first, second],
      [second, first],
    ]) {
      const { samples, spectra, summary } = await run(order);
      expect(spectra.map(({ status }) => status)).toEqual(['ok', 'ok', 'ok']);
      expect(samples.map(({ name }) => name).sort()).toEqual(['ISO2', 'ISO3', 'KPN 1']);
      expect(summary!.problems.map(({ kind, message }) => [kind, message])).toEqual([
        [
          'parts-joined',
          `${order[0]!.path} and ${order[1]!.path} are parts of one download and were read as one run.`,
        ],
      ]);
    }
  });

  it('give the same as the whole archive, however its files are distributed over them', async () => {
    const files = Object.values(filesOf('RUN'));
    const read = async (archives: Parameters<typeof run>[0]) => {
      const { samples, spectra } = await run(archives);
      const named = samples.map(({ name, spot }) => `${name} ${spot}`).sort();
      // If there are several archives, the archive's name precedes the path.
      const paths = spectra.map(
        ({ path, status }) => `${path.replace(/^.*\.zip\//, '')} ${status}`,
      );
      return { named, paths: paths.sort() };
    };
    const whole = await read([zipOf(files, 'run.zip')]);
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.nat(2), { minLength: files.length, maxLength: files.length }),
        fc.shuffledSubarray([0, 1, 2], { minLength: 3 }),
        async (partOf, order) => {
          const parts = order
            .map((part) => [part, files.filter((_, i) => partOf[i] === part)] as const)
            .filter(([, own]) => own.length > 0)
            .map(([part, own]) => zipOf(own, `run-20260101T000000Z-1-00${part + 1}.zip`));
          expect(await read(parts)).toEqual(whole);
        },
      ),
      { numRuns: 30 },
    );
  });

  it('are two runs if they contain the same files, or have no folder in common', async () => {
    const whole = (root: string, name: string) => zipOf(Object.values(filesOf(root)), name);
    for (const order of [
      [whole('RUN', 'run_1.zip'), whole('RUN', 'run_2.zip')],
      [whole('MONDAY', 'run_1.zip'), whole('FRIDAY', 'run_2.zip')],
    ]) {
      const { spectra, summary } = await run(order);
      expect(spectra).toHaveLength(6);
      expect(summary!.problems.map(({ kind }) => kind)).not.toContain('parts-joined');
    }
  });

  it('lose nothing if one of them is not an archive', async () => {
    const { acqu1, fid1, run: info } = filesOf('RUN');
    const sound = zipOf([acqu1!, fid1!, info!], 'run_1.zip');
    const broken = { path: 'run_2.zip', blob: new Blob(['no archive']) };
    const { samples, summary } = await run([broken, sound]);
    expect(samples.map(({ name }) => name)).toEqual(['KPN 1']);
    expect(summary!.problems.map(({ kind }) => kind)).toEqual(['archive-unknown']);
  });
});
