import { runToEnd } from '../../src/core/interruptible';
import { describeMatches } from '../../src/core/sample-sheet/describe-matches';
import type { SampleSheet } from '../../src/core/sample-sheet/parse-sample-sheet';
import { SheetIndex } from '../../src/core/sample-sheet/sheet-index';
import type { NamedSpectrum } from '../../src/core/sample-sheet/spectrum-keys';
import type { SpectrumNames } from '../../src/core/spectrum/spectrum';

/**
 * Groups spectra by a sample sheet. Returns the samples with the indices of their spectra, and the messages
 * about the sheet.
 */
export function groupSpectra(sheet: SampleSheet, spectra: readonly NamedSpectrum[]) {
  const index = new SheetIndex();
  runToEnd(index.add(sheet));
  const samples = new Map<string, number[]>();
  const groups: { readonly name: string; readonly members: number[] }[] = [];
  spectra.forEach((spectrum, place) => {
    const found = index.find(spectrum);
    const together = found && samples.get(found.row.sampleId);
    if (together) {
      together.push(place);
      return;
    }
    const members = [place];
    if (found) samples.set(found.row.sampleId, members);
    groups.push({ name: found?.row.sampleId ?? spectrum.names?.uniqueName ?? '', members });
  });
  return { groups, ...runToEnd(describeMatches(index, sheet.path, spectra)) };
}

/** Makes a spectrum that has these names and nothing else. */
export function namedOnly(names: SpectrumNames): NamedSpectrum {
  return { names, name: '', spot: '', path: '' };
}
