import { problem, type Problem } from '../../problem';
import type { DocumentHandler, DocumentReport } from './handler';
import { MzmlHandler } from './mzml-handler';
import { MzxmlHandler } from './mzxml-handler';
import type { ScannedSpectrum } from './spectrum-head';
import { type Attributes, type XmlHandler, XmlReader } from './xml';
import { sentence } from '../../../words/told/sentence';

/**
 * Parses an mzML or mzXML document in pieces of text and returns each spectrum as soon as it is complete.
 * It keeps only the spectrum that is being read.
 */
export class DocumentScanner implements XmlHandler {
  readonly #xml = new XmlReader(this);
  #handler: DocumentHandler | null = null;
  #found: ScannedSpectrum[] = [];

  /** The reason why parsing stopped; null while there is none. */
  get fault(): Problem | null {
    return this.#xml.fault;
  }

  get report(): DocumentReport {
    return this.#handler?.report ?? { fragmentSpectra: 0, declared: null };
  }

  /** @returns the spectra that this piece completes */
  write(text: string): readonly ScannedSpectrum[] {
    this.#xml.write(text);
    return this.#found.splice(0);
  }

  /** Ends the document, which completes no further spectrum. */
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
  sentence('openFormat.unknownXml'),
  sentence('openFormat.unknownXmlCure'),
);
