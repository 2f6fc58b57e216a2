import type { SpectrumMeasures } from '../../../src/core/job/types';
import { DocumentScanner } from '../../../src/core/open-formats/document/scanner';
import type { SpectrumHead } from '../../../src/core/open-formats/document/spectrum-head';
import {
  describeOpen,
  readOpenAcquisition,
} from '../../../src/core/open-formats/read-open-acquisition';
import { LOOK_BYTES, recognise } from '../../../src/core/open-formats/recognise';
import { ONE_DALTON_BINS } from '../../../src/core/preprocess/bin';
import { SPECTRACL_1 } from '../../../src/core/preprocess/recipe';
import { runRecipe } from '../../../src/core/preprocess/run-recipe';
import { inflateZlibBytes } from '../../../src/io/inflate/inflate-zlib-bytes';
import { term, mzml as writeMzml, mzxml as writeMzxml, scanXml } from '../../builders/documents';
import { makeProfile, profileText } from '../../builders/open-spectra';
import { checkNumbers, checkProblem, checkText, invariant } from '../check';
import { asLatin1, textMutators } from '../mutate/text';
import { type Bytes, bytesOf, type Target } from '../target';
import { inEnglish } from '../../../src/words/in-words';

/** As few points as are still read: that is quicker. */
const PROFILE = makeProfile({ points: 8_000 });
const SMALL = makeProfile({ points: 40 });
const PLACE = { path: 'run/a.mzML#scan=1', filePath: 'run/a.mzML', twin: null };

function checkOpen(head: SpectrumHead | null, bytes: Bytes | null): string[] {
  const about = describeOpen({ ...PLACE, head });
  for (const text of [
    about.name,
    about.uid,
    about.spot,
    ...(about.record?.comments ?? []).map(inEnglish),
  ]) {
    checkText(text, 1000, 'a name');
  }
  for (const name of Object.values(about.names)) checkText(name, 2000, 'a name of the spectrum');
  if (about.skipped !== null) checkProblem(about.skipped);
  if (bytes === null) return [];
  const { spectrum, warnings } = readOpenAcquisition({ ...PLACE, head }, bytes, inflateZlibBytes);
  const kinds = warnings.map(checkProblem);
  if (!spectrum.ok) return [...kinds, checkProblem(spectrum.error)];
  const { mz, intensity } = spectrum.value.spectrum;
  const measures: SpectrumMeasures = spectrum.value.measures;
  invariant(mz.length === intensity.length, 'm/z and intensities differ in number');
  invariant(mz.length === measures.points, 'the measures count otherwise');
  invariant(
    mz.every((one, i) => i === 0 || one > mz[i - 1]!),
    'm/z do not ascend',
  );
  checkNumbers(intensity, 0, 1e15, 'the intensities');
  const vector = runRecipe(SPECTRACL_1, spectrum.value.spectrum, ONE_DALTON_BINS);
  checkNumbers(vector, 0, Number.MAX_VALUE, 'the vector');
  return [...kinds, 'ok'];
}

function recognised(input: Bytes): string {
  const found = recognise(input.subarray(0, LOOK_BYTES), input.length <= LOOK_BYTES);
  return found === null ? 'nothing' : found.kind === 'refused' ? found.format : found.kind;
}

export const text: Target = {
  name: 'text',
  share: 0.3,
  seeds: () =>
    [
      profileText(PROFILE),
      profileText(PROFILE, { head: '# m/z   \tintensity \n', separator: '  ' }),
      profileText(PROFILE, { head: '"mass","intensity"\n', separator: ',', end: '\r\n' }),
      profileText(PROFILE, { line: (m, i) => `${m.replace('.', ',')};${i}` }),
      profileText(PROFILE, { line: (m, i, row) => `"${row}",${m},${i}`, head: '"","mz","int"\n' }),
      profileText(SMALL),
    ].map(bytesOf),
  mutators: textMutators(['\t', ' ', ',', ';', '#', '"', '\n', '\r', 'm/z', 'intensity', '2000.5']),
  run: (input) => [recognised(input), ...checkOpen(null, input)],
};

/** A document as it comes: whole, and in two pieces, of which the same must be told. */
function checkDocument(input: Bytes): string[] {
  const document = asLatin1(input);
  const endings = new Set([recognised(input)]);
  const scan = (pieces: readonly string[]) => {
    const scanner = new DocumentScanner();
    const found = pieces.flatMap((piece) => scanner.write(piece));
    scanner.end();
    return { found, fault: scanner.fault?.kind ?? null, report: scanner.report, scanner };
  };
  const { found, fault, report, scanner } = scan([document]);
  const half = document.length >> 1;
  const again = scan([document.slice(0, half), document.slice(half)]);
  invariant(
    found.length === again.found.length && fault === again.fault,
    'in pieces it is another document',
  );
  if (scanner.fault !== null) endings.add(checkProblem(scanner.fault));
  if (report.fragmentSpectra > 0) endings.add('fragments');
  for (const { head, bytes } of found.slice(0, 5)) {
    if (!bytes.ok) endings.add(checkProblem(bytes.error));
    for (const ending of checkOpen(head, bytes.ok ? bytes.value : null)) endings.add(ending);
  }
  return [...endings];
}

const SHARED_WORDS = [
  '<',
  '>',
  '/>',
  '"',
  '&lt;',
  '&a;',
  '<!--',
  '<![CDATA[',
  '<!DOCTYPE a [',
  '<?x ?>',
];

export const mzml: Target = {
  name: 'mzml',
  share: 0.3,
  seeds: () =>
    [
      writeMzml([{ profile: PROFILE, mz: { zlib: true }, intensity: { zlib: true } }]),
      writeMzml([{ profile: SMALL }, { profile: SMALL, terms: term('MS:1000580') }, { length: 0 }]),
      writeMzml([{ profile: SMALL, terms: '<referenceableParamGroupRef ref="G"/>' }], {
        indexed: true,
        head:
          '<fileDescription><sourceFileList count="1"><sourceFile id="S" name="fid" location="file:///D:\\KPN1\\0_A1\\1\\1SLin"/></sourceFileList></fileDescription>' +
          `<referenceableParamGroup id="G">${term('MS:1000128')}</referenceableParamGroup>`,
        run: 'id="r" defaultSourceFileRef="S" startTimeStamp="2021-03-01T12:00:00Z"',
      }),
    ].map(bytesOf),
  mutators: textMutators([
    ...SHARED_WORDS,
    ...['spectrum', 'binary', 'cvParam', 'accession', 'MS:1000514', 'MS:1000574', 'MS:1002312'],
    ...['defaultArrayLength', 'arrayLength', 'MS:1000521', 'MS:1000127', 'id', 'IMS', 'xmlns'],
  ]),
  run: checkDocument,
};

export const mzxml: Target = {
  name: 'mzxml',
  share: 0.3,
  seeds: () =>
    [
      writeMzxml([{ profile: PROFILE, zlib: true }]),
      writeMzxml([
        { profile: SMALL, inside: scanXml({ profile: SMALL, attributes: 'msLevel="2"' }, 2) },
        { profile: SMALL, precision: '64', attributes: 'msLevel="1" centroided="1"' },
      ]),
      writeMzxml([{ profile: SMALL, before: '<maldi spotID="A1"/>' }], {
        parent: 'D:\\data\\KPN1\\0_B7\\1\\1SLin\\fid',
        head: '<dataProcessing centroided="0"/>',
      }),
    ].map(bytesOf),
  mutators: textMutators([
    ...SHARED_WORDS,
    ...['scan', 'peaks', 'peaksCount', 'precision', 'byteOrder', 'contentType', 'pairOrder'],
    ...['compressionType', 'compressedLen', 'msLevel', 'centroided', 'parentFile', 'zlib', 'num'],
  ]),
  run: checkDocument,
};
