import type { KnownByContent } from '../core/open-formats/recognise';
import { problem, type Problem } from '../core/problem';
import { andMore } from './archive-problems';
import { sentence, type SentenceKey } from '../words/told/sentence';

/** A format of mass spectra that is known but not read. */
export type RefusedFormat = KnownByContent | 'office' | 'run' | 'd' | 'raw' | 'btmsp' | 'microbems';

/**
 * Returns the refused format that a path belongs to, and the file or folder that is the whole measurement (a
 * `.d` or Waters `.raw` is a folder of many files). Takes a normalised path.
 */
export function refusedFormat(
  path: string,
): { readonly format: RefusedFormat; readonly path: string } | null {
  const parts = path.split('/');
  const name = parts.at(-1)!.toLowerCase();
  const folder = parts.findIndex((part, i) => i < parts.length - 1 && /\.(d|raw)$/i.test(part));
  if (folder >= 0) {
    const measurement = parts.slice(0, folder + 1).join('/');
    const raw = measurement.toLowerCase().endsWith('.raw');
    const inside = parts.slice(folder + 1).join('/');
    if (raw ? WATERS_INSIDE.test(inside) : BRUKER_AGILENT_INSIDE.test(inside)) {
      return { format: raw ? 'raw' : 'd', path: measurement };
    }
  }
  if (/\.(imzml|ibd)$/.test(name)) return { format: 'imzml', path };
  if (name.endsWith('.btmsp')) return { format: 'btmsp', path };
  if (/\.(muf|pkf)$/.test(name)) return { format: 'microbems', path };
  if (name.endsWith('.run')) return { format: 'run', path };
  if (name.endsWith('.raw')) return { format: 'raw', path };
  return null;
}

/** A folder called `x.d` is of that format only if it contains the format's own files. */
const BRUKER_AGILENT_INSIDE = /^(analysis\.(tdf|tsf|baf|yep)(_bin)?$|AcqData\/)/i;
const WATERS_INSIDE = /^(_func\d+\.dat|_header\.txt)$/i;

/** @param count how many measurements of this format there are, `path` being the first */
export function refusedFormatProblem(format: RefusedFormat, path: string, count: number): Problem {
  const [message, cure] = SENTENCES[format];
  const files = andMore(path, count - 1);
  return problem(`format-${format}`, sentence(message, { files }), sentence(cure), path);
}

const SENTENCES = {
  office: ['archive.formatOffice', 'archive.saveSheetCure'],
  imzml: ['archive.formatImzml', 'archive.formatImzmlCure'],
  run: ['archive.formatRun', 'archive.formatRunCure'],
  d: ['archive.formatD', 'archive.formatConvertCure'],
  raw: ['archive.formatRaw', 'archive.formatConvertCure'],
  msd: ['archive.formatMsd', 'archive.formatMsdCure'],
  btmsp: ['archive.formatBtmsp', 'archive.formatBtmspCure'],
  microbems: ['archive.formatMicrobems', 'archive.formatMicrobemsCure'],
  'peaklist-xml': ['archive.formatPeakList', 'archive.formatPeakListCure'],
  'vendor-xml': ['archive.formatVendorXml', 'archive.formatVendorXmlCure'],
  mzdata: ['archive.formatMzdata', 'archive.formatMzdataCure'],
  mgf: ['archive.formatMgf', 'archive.formatMgfCure'],
} as const satisfies Readonly<
  Record<RefusedFormat, readonly [message: SentenceKey, cure: SentenceKey]>
>;
