import type { InputFile } from '../../src/io/entry';
import { numbers, texts } from './numpy';
import { call, writePickle } from './pickle';
import { forest, type SklearnStyle } from './sklearn';

const STYLE: SklearnStyle = { protocol: 4, numpy2: false, version: '1.2.1', isFrom1_3: false };
/** Bins of the protein S22 in one species and in another. The model decides by the fuller one. */
const FEATURES = [5280, 5281, 5252, 5253];

/** One tree that asks whether a bin has a peak, which it can decide for most spectra of a plate. */
export const LABORATORY_TREE = {
  features: FEATURES.length,
  classes: 2,
  nodes: [
    { feature: 0, threshold: 2e-4, left: 1, right: 2 },
    { counts: [1, 9] },
    { counts: [9, 1] },
  ],
};

/** Builds a laboratory's `model.bin`: a forest of one tree, whose classes have names or numbers. */
export function laboratoryModel(classes: 'names' | 'numbers'): Uint8Array<ArrayBuffer> {
  const labels =
    classes === 'names'
      ? texts(['Genus alpha', 'Genus beta'], STYLE)
      : numbers('i8', [0, 1], STYLE);
  return writePickle(forest([LABORATORY_TREE], STYLE, labels), 4);
}

/** The `features_selected.txt` that belongs to this model. */
export const LABORATORY_FEATURES = FEATURES.join('\n');

/** Builds a pickle that would run a program if Python loaded it. */
export function maliciousModel(): Uint8Array<ArrayBuffer> {
  return writePickle(call('os.system', ['true']), 4);
}

/** Makes input files in the form in which the page passes them on. */
export function inputFiles(
  files: Readonly<Record<string, string | Uint8Array<ArrayBuffer>>>,
): InputFile[] {
  return Object.entries(files).map(([path, content]) => ({ path, blob: new Blob([content]) }));
}
