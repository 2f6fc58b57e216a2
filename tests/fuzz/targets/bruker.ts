import { AnalyteIndex } from '../../../src/core/bruker/analyte-index';
import { AxisCache } from '../../../src/core/bruker/axis-cache';
import { isCalibrationSpot } from '../../../src/core/bruker/calibration-spot';
import { readAcquisition } from '../../../src/core/bruker/read-acquisition';
import {
  parseAnalyteInfo,
  parseRunInfo,
  type BiotyperRun,
} from '../../../src/core/bruker/run-info';
import { ONE_DALTON_BINS } from '../../../src/core/preprocess/bin';
import { SPECTRACL_1 } from '../../../src/core/preprocess/recipe';
import { runRecipe } from '../../../src/core/preprocess/run-recipe';
import { LINEAR_AXIS } from '../../../src/simulate/axis';
import { buildAcqu, buildFid, buildRun } from '../../builders/bruker-run';
import { checkNumbers, checkProblem, checkResult, checkText, invariant } from '../check';
import { jsonMutators } from '../mutate/json';
import { textMutators } from '../mutate/text';
import { joinParts, partMutators, splitParts } from '../parts';
import { type Bytes, bytesOf, type Target } from '../target';
import { inEnglish } from '../../../src/words/in-words';

const PATH = 'RUN/ANALYTE/0_A1/1/1SLin/fid';

const FIELDS = ['TD', 'BYTORDA', 'DELAY', 'DW', 'ML1', 'ML2', 'ML3', 'ID_raw', 'PATCHNO', 'SPType'];
const ACQU_WORDS = [
  ...FIELDS.flatMap((field) => [`##$${field}= `, field]),
  ...['AQOP_m', 'NTBCal', 'CTOF2CalibrationConstants', 'HPClUse', 'yes', 'HPClOrd', 'CMT1'],
  ...['POLARI', 'SPOTNO', '##.IONIZATION MODE= LD-', ' V1.0CTOF2CalibrationConstants ', ' 0 '],
  ...['##', '##$', '$$', '<', '>', '(0..15)\n', '##END='],
];
const acquMutators = textMutators(ACQU_WORDS);

/** A block of NTBCal, with the quadratic constants of the built acqu's axis. */
function cubic(cubicAndOffset: string): string {
  const { delay, dwell, ml1, ml2, ml3 } = LINEAR_AXIS;
  const block = `V1.0CTOF2CalibrationConstants ${delay} ${dwell} ${ml2} ${ml1} ${ml3} ${cubicAndOffset} 2`;
  return `V3.0CCalibrator 12 1 0 0 ${block} ${block} `;
}

const seedAcqus = [
  buildAcqu(),
  buildAcqu({ BYTORDA: 1, ML3: 0 }),
  buildAcqu({ ID_raw: null, PATCHNO: null, ML1: '4,85e6' }),
  buildAcqu({ HPClUse: 'yes', HPClBLo: 1, HPClBHi: 2, HPClOrd: 3, CMT1: 'a remark' }),
  buildAcqu({ SPType: 2 }),
  buildAcqu({ NTBCal: 'V3.0CTOF2CalibrationConstants 0 1 2' }),
  buildAcqu({ NTBCal: cubic('0.0004 -1.5') }),
  buildAcqu({ NTBCal: cubic('0 0') }),
  buildAcqu({ POLARI: 0 }),
  buildAcqu({ DELAY: 0, PATCHNO: '', SPOTNO: 'B2 $$ from flexControl' }),
].map(bytesOf);

/** What must hold of an acquisition that was read, whatever its files held. */
function checkAcquisition(acqu: Bytes | null, fid: Bytes): string[] {
  const reading = readAcquisition({ path: PATH, acqu, fid }, new AxisCache());
  const { uid, spot, names, record, warnings, spectrum } = reading;
  invariant(uid !== '', 'an acquisition without a uid');
  for (const text of [uid, spot, ...(record?.comments ?? []).map(inEnglish)])
    checkText(text, 300, 'a name');
  for (const name of Object.values(names)) checkText(name, 2000, 'a name of the spectrum');
  const kinds = warnings.map(checkProblem);
  if (!spectrum.ok) return [...kinds, checkProblem(spectrum.error)];
  const { mz, intensity } = spectrum.value.spectrum;
  invariant(mz.length === intensity.length, 'm/z and intensities differ in number');
  invariant(mz.length <= fid.length / 4, 'more points than the fid has');
  checkNumbers(intensity, 0, 2 ** 31, 'the intensities');
  checkNumbers(mz, 0, Number.MAX_VALUE, 'm/z');
  const vector = runRecipe(SPECTRACL_1, spectrum.value.spectrum, ONE_DALTON_BINS);
  checkNumbers(vector, 0, Number.MAX_VALUE, 'the vector');
  return [...kinds, 'ok'];
}

const three = buildFid([1, 2, 3]);

/** Parameter files by themselves: the fid beside them has too few points to go on with. */
export const acqu: Target = {
  name: 'acqu',
  seeds: () => seedAcqus,
  mutators: acquMutators,
  run: (input) => checkAcquisition(input, three),
};

/** A third of the usual points, as far apart as is still read: that is quicker. */
export const POINTS = 7100;
/** Of the time of flight from point to point, ns: these points reach from 2,000 to 19,880 m/z. */
export const SPARSE_STEP = 5.8;
const sparse = bytesOf(buildAcqu({ TD: POINTS, DW: SPARSE_STEP }));
const counts = triangles();
/** The same with the points before them, from 0 ns on. */
const early = Int32Array.of(...new Int32Array(3385).fill(3), ...counts);

export function triangles(): Int32Array {
  return Int32Array.from({ length: POINTS }, (_, i) => 20 + Math.abs((i % 400) - 200));
}

/** A parameter file and a fid together, on to the vector that the model gets. */
export const acquisition: Target = {
  name: 'acquisition',
  seeds: () => [
    joinParts([sparse, buildFid(counts)]),
    joinParts([
      bytesOf(buildAcqu({ TD: POINTS, DW: SPARSE_STEP, BYTORDA: 1 })),
      buildFid(counts, { byteOrder: 'big' }),
    ]),
    joinParts([bytesOf(buildAcqu({ TD: 4_294_967_296, DW: SPARSE_STEP })), buildFid(counts)]),
    joinParts([sparse, buildFid(counts.map((count) => count - 100))]),
    joinParts([sparse, buildFid(new Int32Array(POINTS))]),
    joinParts([
      bytesOf(buildAcqu({ TD: POINTS, DW: SPARSE_STEP, NTBCal: cubic('-0.00005 -0.5') })),
      buildFid(counts),
    ]),
    joinParts([
      bytesOf(buildAcqu({ TD: early.length, DW: SPARSE_STEP, DELAY: 0 })),
      buildFid(early),
    ]),
    joinParts([new Uint8Array(0), three]),
  ],
  mutators: partMutators(2, 0, acquMutators),
  share: 0.3,
  run(input) {
    const [acqu, fid] = splitParts(input, 2);
    return checkAcquisition(acqu!.length === 0 ? null : acqu!, fid!);
  },
};

const run = buildRun({
  spots: [
    { spot: 'A1', name: 'KPN 1', fid: [1] },
    { spot: 'A2', name: "Île d'Yeu/α #1", fid: [1] },
    { spot: 'B1', name: 'BTS', context: 'calibration', isMissing: true },
  ],
  title: 'Fuzzed run',
});

function filesNamed(name: string): Bytes[] {
  return run.filter(({ path }) => path.endsWith(`/${name}`)).map(({ bytes }) => bytes);
}

/** What must hold of run information, and of what is made of it. */
function checkRun(runs: readonly BiotyperRun[], index: AnalyteIndex): void {
  const acquisitions = ['A1', 'A2'].map((spot) => ({
    uid: null,
    path: `P/X/0_${spot}/1/1SLin/fid`,
  }));
  const summary = index.summarise([...acquisitions, { uid: 'x', path: 'fid' }]);
  invariant(summary !== null, 'run information without a summary');
  invariant(summary.listed >= summary.missing.length, 'more is missing than was listed');
  for (const { name, spot } of summary.missing) {
    checkText(name, 300, 'a missing name');
    checkText(spot, 300, 'a missing spot');
  }
  for (const { projectUid, title, analytes } of runs) {
    checkText(projectUid ?? '', 300, 'the uid of a project');
    checkText(title ?? '', 300, 'a title');
    for (const analyte of analytes.slice(0, 50)) {
      for (const text of Object.values(analyte)) checkText(text, 300, 'a field of an analyte');
      isCalibrationSpot(PATH, analyte);
      index.find(analyte.spectrumUid, `P/${analyte.subPath}/1SLin/fid`);
    }
  }
}

const JSON_WORDS = ['AnalyteUid', 'AnalyteId', 'Spot', 'SpectrumUid', 'Context', 'SubPath', 'null'];

export const runInfo: Target = {
  name: 'run-info',
  seeds: () => [...filesNamed('runInfo.json'), bytesOf('\ufeff{"Analytes":[]}')],
  mutators: [...jsonMutators, ...jsonMutators, ...textMutators(['Analytes', ...JSON_WORDS])],
  run(input) {
    const read = parseRunInfo(input, 'P/runInfo.json');
    if (read.ok) {
      const index = new AnalyteIndex();
      index.addRunInfo(read.value, 'P/runInfo.json');
      checkRun([read.value], index);
    }
    return [checkResult(read)];
  },
};

export const analyteInfo: Target = {
  name: 'analyte-info',
  seeds: () => filesNamed('info'),
  mutators: [...jsonMutators, ...textMutators(JSON_WORDS)],
  run(input) {
    const read = parseAnalyteInfo(input);
    if (read === null) return ['none'];
    const index = new AnalyteIndex();
    index.addAnalyteInfo(read, 'P/X/info');
    checkRun([read], index);
    return ['ok'];
  },
};
