// Whatever includes this file has to know what `sax` is.
// eslint-disable-next-line @typescript-eslint/triple-slash-reference
/// <reference path="./sax.d.ts" />
import sax from 'sax';
import type { Problem } from '../../problem';
import { problem } from '../../problem';
import { sentence } from '../../../words/told/sentence';

export type Attributes = ReadonlyMap<string, string>;

/** What is told of an XML document as it goes by. Names come without their prefix. */
export interface XmlHandler {
  open(name: string, attributes: Attributes): void;
  /** A piece of the text of the element that was opened last; it may come in several. */
  text(piece: string): void;
  close(name: string): void;
}

/** Elements within one another, at most: an mzML has some ten. */
const DEEPEST = 100;
/** Attributes of an element, at most: a scan of mzXML has some twenty. */
const MOST_ATTRIBUTES = 200;
/** Characters that the parser is given at once: it looks at its own limits once each time. */
const PIECE = 32 * 1024;

/**
 * An XML document that comes in pieces and is never held as a whole. It is read strictly, and no entity
 * but XML's own five is known: a document that declares others (DOCTYPE) is refused, so that none can be
 * made to grow. After the first fault nothing more is told.
 */
export class XmlReader {
  readonly #parser = sax.parser(true, { strictEntities: true, position: true });
  readonly #handler: XmlHandler;
  #fault: Problem | null = null;
  #depth = 0;
  #attributes = new Map<string, string>();

  constructor(handler: XmlHandler) {
    this.#handler = handler;
    const parser = this.#parser;
    parser.onerror = (error) => this.refuse(brokenXml(error.message, parser.line + 1));
    parser.ondoctype = () => this.refuse(DOCTYPE);
    parser.onopentagstart = () => {
      this.#attributes = new Map();
    };
    parser.onattribute = ({ name, value }) => {
      this.#attributes.set(withoutPrefix(name), value);
      if (this.#attributes.size > MOST_ATTRIBUTES) this.refuse(TOO_DEEP);
    };
    parser.onopentag = ({ name }) => {
      this.#depth++;
      if (this.#depth > DEEPEST) this.refuse(TOO_DEEP);
      if (this.#fault === null) this.#handler.open(withoutPrefix(name), this.#attributes);
    };
    parser.onclosetag = (name) => {
      this.#depth--;
      if (this.#fault === null) this.#handler.close(withoutPrefix(name));
    };
    const text = (piece: string) => {
      if (this.#fault === null) this.#handler.text(piece);
    };
    parser.ontext = text;
    parser.oncdata = text;
  }

  /** Why nothing more is told; null while all is well. */
  get fault(): Problem | null {
    return this.#fault;
  }

  /** Ends the reading for a reason. The first one stands. */
  refuse(reason: Problem): void {
    this.#fault ??= reason;
  }

  write(text: string): void {
    for (let at = 0; at < text.length && this.#fault === null; at += PIECE) {
      this.#parser.write(text.slice(at, at + PIECE));
    }
  }

  /** The document has come to its end: was it whole? */
  end(): void {
    if (this.#fault === null) this.#parser.close();
  }
}

function withoutPrefix(name: string): string {
  return name.slice(name.indexOf(':') + 1);
}

/** @param reason the parser's, with the place on lines of its own */
function brokenXml(reason: string, line: number): Problem<'xml-broken'> {
  const [what = ''] = reason.split('\n');
  return problem(
    'xml-broken',
    sentence('openFormat.brokenXml', { line, reason: what.toLowerCase() }),
    sentence('openFormat.copyOrExport'),
  );
}

const DOCTYPE = problem(
  'xml-doctype',
  sentence('openFormat.doctype'),
  sentence('openFormat.xmlCure'),
);

const TOO_DEEP = problem(
  'xml-shape',
  sentence('openFormat.tooDeep'),
  sentence('openFormat.xmlCure'),
);
