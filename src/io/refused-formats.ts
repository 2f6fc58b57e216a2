import { problem, type Problem } from '../core/problem';

/** A way to store mass spectra that is known and not read. */
export type RefusedFormat = 'imzml' | 'run' | 'd' | 'raw';

/**
 * Whether a path names a format that is refused, and the file or folder that makes up the whole
 * measurement (a `.d` or Waters `.raw` is a folder of many files). Takes a normalised path.
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
  if (name.endsWith('.run')) return { format: 'run', path };
  if (name.endsWith('.raw')) return { format: 'raw', path };
  return null;
}

/** A folder called `x.d` is only that format when its own files are in it. */
const BRUKER_AGILENT_INSIDE = /^(analysis\.(tdf|tsf|baf|yep)(_bin)?$|AcqData\/)/i;
const WATERS_INSIDE = /^(_func\d+\.dat|_header\.txt)$/i;

/** @param count how many measurements of this format there are, `path` being the first */
export function refusedFormatProblem(format: RefusedFormat, path: string, count: number): Problem {
  const more = count > 1 ? ` (and ${count - 1} more)` : '';
  return problem(`format-${format}`, `${path}${more} ${SENTENCES[format]}`, CURE, path);
}

const SENTENCES: Readonly<Record<RefusedFormat, string>> = {
  imzml: 'is imzML, mass spectrometry imaging: not a spectrum of one isolate, and not read here.',
  run: "is an instrument maker's .run file, which only its own software reads.",
  d: 'is a .d folder (Bruker timsTOF, microTOF or Agilent), which is not a Biotyper flex folder and not read here.',
  raw: "is an instrument maker's RAW format (Thermo or Waters), which is not read here.",
};

const CURE =
  'Drop the Bruker flex folder of the measurement (fid and acqu files) if there is one, or convert it to mzML with msconvert of ProteoWizard.';
