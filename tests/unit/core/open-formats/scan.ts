import type { Problem } from '../../../../src/core/problem';
import type { DocumentReport } from '../../../../src/core/open-formats/document/handler';
import { DocumentScanner } from '../../../../src/core/open-formats/document/scanner';
import type { ScannedSpectrum } from '../../../../src/core/open-formats/document/spectrum-head';
import { readDocumentSpectrum } from '../../../../src/core/open-formats/document/read-document-spectrum';
import { inflateZlibBytes } from '../../../../src/io/inflate/inflate-zlib-bytes';
import { inEnglish } from '../../../../src/words/in-words';

export interface Scanned {
  readonly spectra: readonly ScannedSpectrum[];
  readonly fault: Problem | null;
  readonly report: DocumentReport;
}

/** Scans a document in pieces of the given number of characters. */
export function scan(document: string, piece = 50_000): Scanned {
  const scanner = new DocumentScanner();
  const spectra: ScannedSpectrum[] = [];
  for (let at = 0; at < document.length; at += piece) {
    spectra.push(...scanner.write(document.slice(at, at + piece)));
  }
  scanner.end();
  return { spectra, fault: scanner.fault, report: scanner.report };
}

/** Reads a scanned spectrum. */
export function readScanned({ head, bytes }: ScannedSpectrum) {
  return bytes.ok ? readDocumentSpectrum('run.mzML', head, bytes.value, inflateZlibBytes) : bytes;
}

/** Returns the kind of a scanned spectrum's problem, or null if there is none. */
export function faultOf(scanned: ScannedSpectrum): string | null {
  const read = readScanned(scanned);
  return read.ok ? null : read.error.kind;
}

/** Returns the only spectrum of a document. */
export function only(document: string): ScannedSpectrum {
  const { spectra, fault } = scan(document);
  if (fault !== null) throw new Error(inEnglish(fault.message));
  if (spectra.length !== 1) throw new Error(`${spectra.length} spectra`);
  return spectra[0]!;
}
