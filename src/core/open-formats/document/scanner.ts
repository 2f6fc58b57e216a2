import { problem, type Problem } from '../../problem';
import type { DocumentHandler, DocumentReport } from './handler';
import { MzmlHandler } from './mzml-handler';
import { MzxmlHandler } from './mzxml-handler';
import type { ScannedSpectrum } from './spectrum-head';
import { type Attributes, type XmlHandler, XmlReader } from './xml';

/**
 * Takes an mzML or mzXML in pieces of text and gives its spectra as they come by. It holds the spectrum
 * that is being read and nothing before it.
 */
export class DocumentScanner implements XmlHandler {
  readonly #xml = new XmlReader(this);
  #handler: DocumentHandler | null = null;
  #found: ScannedSpectrum[] = [];

  /** Why nothing more comes; null while all is well. */
  get fault(): Problem | null {
    return this.#xml.fault;
  }

  get report(): DocumentReport {
    return this.#handler?.report ?? { fragmentSpectra: 0, declared: null };
  }

  /** @returns the spectra that this completes */
  write(text: string): readonly ScannedSpectrum[] {
    this.#xml.write(text);
    return this.#found.splice(0);
  }

  /** The document has come to its end. @returns the spectra that this completes: none */
  end(): void {
    this.#xml.end();
    if (this.#handler === null) this.#xml.refuse(NO_DOCUMENT);
  }

  open(name: string, attributes: Attributes): void {
    if (this.#handler === null) {
      const tell = {
        spectrum: (one: ScannedSpectrum) => void this.#found.push(one),
        refuse: (reason: Problem) => this.#xml.refuse(reason),
      };
      if (name === 'mzXML') this.#handler = new MzxmlHandler(tell);
      else if (name === 'mzML') this.#handler = new MzmlHandler(tell);
      else if (name === 'indexedmzML') return;
      else return this.#xml.refuse(NO_DOCUMENT);
    }
    this.#handler.open(name, attributes);
  }

  text(piece: string): void {
    this.#handler?.text(piece);
  }

  close(name: string): void {
    this.#handler?.close(name);
  }
}

const NO_DOCUMENT = problem(
  'xml-unknown',
  'This XML is neither mzML nor mzXML.',
  'Convert the spectra to mzML with msconvert of ProteoWizard, or drop the Bruker folders (fid and acqu).',
);
