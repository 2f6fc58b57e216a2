import type { SpectrumRow } from '../../core/job/types';

/** Spectra that are offered at once: more than a person reads. */
export const OFFERED = 50;

/** How a spectrum is called where one is chosen from many. */
export function spectrumLabel({ name, spot }: Pick<SpectrumRow, 'name' | 'spot'>): string {
  return spot === '' ? name : `${name} · ${spot}`;
}

/** Spectra that can be shown and in whose name, spot or call every word of a text occurs. */
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
    const told = [name, spot, call?.label ?? ''].join('\n').toLowerCase();
    if (!words.every((word) => told.includes(word))) continue;
    found.push(row);
    if (found.length === OFFERED) break;
  }
  return found;
}
