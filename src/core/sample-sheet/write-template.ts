import { withoutFormulas } from '../formulas';
import { foldName, looseName, spotOf } from './fold-name';
import { type NamedSpectrum, spectrumKeys } from './spectrum-keys';

/**
 * A sheet of a run to fill in: a row a spectrum, with the shortest name that means this spectrum alone, and
 * with what the page calls it in the column `sample_id`, so that it can be used as it stands. A spreadsheet
 * reads the byte-order mark; cells are quoted where they need it. An empty piece is a place to
 * pause.
 */
export function* writeTemplate(spectra: readonly NamedSpectrum[]): Generator<string, void, void> {
  const uses = new Map<string, number>();
  for (const spectrum of spectra) {
    const own = new Set(spectrumKeys(spectrum).map(({ text }) => looseName(text)));
    const spot = spotOf(spectrum.spot);
    if (spot !== null) own.add(looseName(spot));
    for (const key of own) uses.set(key, (uses.get(key) ?? 0) + 1);
    yield '';
  }
  yield `\ufeff${line(['spectrum_id', 'sample_id', 'name', 'spot', 'path'])}`;
  for (const spectrum of spectra) {
    const { name, spot, path } = spectrum;
    const isOwn = (text: string) =>
      text !== '' && withoutFormulas(text) === text && uses.get(looseName(foldName(text))) === 1;
    const { names } = spectrum;
    const id =
      [name, `${name}.${spot}`, names?.uid ?? '', names?.uniqueName ?? ''].find(isOwn) ?? path;
    yield line([id, name, name, spot, path]);
  }
}

function line(cells: readonly string[]): string {
  return `${cells.map(cell).join('\t')}\r\n`;
}

function cell(text: string): string {
  const safe = withoutFormulas(foldName(text));
  return /["\t\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
