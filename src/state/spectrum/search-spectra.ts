import type { SpectrumRow } from '../../core/job/types';
import { inWords } from '../../words/in-words';
import { labelOf } from '../../core/classify/call-label';

/** Most spectra that are offered at once: more than a person reads. */
export const OFFERED = 50;

/** Returns the label of a spectrum in a list of many. */
export function spectrumLabel({ name, spot }: Pick<SpectrumRow, 'name' | 'spot'>): string {
  return spot === '' ? name : `${name} · ${spot}`;
}

/** Returns the spectra that can be shown and whose name, spot and call contain every word of a text. */
export function searchSpectra(
  spectra: readonly SpectrumRow[],
  text: string,
  except: number | null,
): readonly SpectrumRow[] {
  const words = text
    .toLowerCase()
    .split(/[\s·]+/)
    .filter((word) => word !== '');
  const found: SpectrumRow[] = [];
  for (const row of spectra) {
    if (row.index === except || row.sha256 === null || row.status !== 'ok') continue;
    const { name, spot, call } = row;
    const label = call === null ? '' : inWords(labelOf(call));
    const told = [name, spot, label].join('\n').toLowerCase();
    if (!words.every((word) => told.includes(word))) continue;
    found.push(row);
    if (found.length === OFFERED) break;
  }
  return found;
}
