import type { KnownByContent } from '../core/open-formats/recognise';
import { problem, type Problem } from '../core/problem';

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
  const more = count > 1 ? ` (and ${count - 1} more)` : '';
  const [message, cure] = SENTENCES[format];
  return problem(`format-${format}`, `${path}${more} ${message}`, cure, path);
}

const FLEX_FOLDER =
  'Use the Bruker flex folder of the measurement (fid and acqu files) if there is one';

const SENTENCES: Readonly<Record<RefusedFormat, readonly [message: string, cure: string]>> = {
  office: [
    'is an Office document, not an archive of spectra.',
    'If it is the sample sheet, save it as an Excel workbook (.xlsx) or as text with tabs, and drop it with the run.',
  ],
  imzml: [
    'is imzML, mass spectrometry imaging: not a spectrum of one isolate, and not read here.',
    `${FLEX_FOLDER}, or have the imaging software export single spectra as mzML or as text.`,
  ],
  run: [
    "is an instrument maker's .run file, which only its own software reads.",
    "Export the spectra with the instrument's software (Shimadzu Launchpad, say) as mzXML, mzML or text with two columns.",
  ],
  d: [
    'is a .d folder (Bruker timsTOF, microTOF or Agilent), which is not a Biotyper flex folder and not read here.',
    `${FLEX_FOLDER}, or convert it to mzML with msconvert of ProteoWizard.`,
  ],
  raw: [
    "is an instrument maker's RAW format (Thermo or Waters), which is not read here.",
    `${FLEX_FOLDER}, or convert it to mzML with msconvert of ProteoWizard.`,
  ],
  msd: [
    "is a document of mMass (.msd), which keeps a spectrum in that program's own way.",
    'Open it in mMass and export the spectrum (not the peak list) as ASCII text, or drop the file that it was made from.',
  ],
  btmsp: [
    'is a main spectrum of the Biotyper (.btmsp): peaks averaged over many measurements, not one of them.',
    'Use the Bruker flex folders (fid and acqu files) of the measurements.',
  ],
  microbems: [
    'is a file of MicrobeMS (.muf, .pkf), which holds spectra that were processed already, or peaks.',
    'Use what it was made from: the Bruker flex folders (fid and acqu files), mzXML or mzML.',
  ],
  'peaklist-xml': [
    'is a list of peaks by flexAnalysis, not a spectrum.',
    'Use the Bruker flex folder that it stands in (fid and acqu files), or export the spectrum as text or mzXML.',
  ],
  'vendor-xml': [
    'is XML of Shimadzu or MicrobeNet, which holds peaks or results and is not read here.',
    "Export the spectra with the instrument's software as mzXML, mzML or text with two columns.",
  ],
  mzdata: [
    'is mzData, the forerunner of mzML, which is not read here.',
    'Convert it to mzML with FileConverter of OpenMS, or export the spectra as text with two columns.',
  ],
  mgf: [
    'is a list of peaks (MGF), not a spectrum as it was recorded.',
    `${FLEX_FOLDER}, or export the spectra as profile in mzML or as text.`,
  ],
};
