import { type Problem, problem } from '../../problem';
import { ArrayText } from './array-reader';
import { arraysOf, type BinaryArray, hasTerm } from './mzml-arrays';
import { type Term, TERMS } from './mzml-terms';
import { shownText, wholeNumber } from './attribute-values';
import type { DocumentHandler, DocumentReport, Tell } from './handler';
import { fidPathOf, sourcePathOf } from './source-path';
import type { SpectrumHead } from './spectrum-head';
import type { Attributes } from './xml';
import { sentence } from '../../../words/told/sentence';

interface OpenArray {
  readonly terms: Term[];
  readonly length: number | null;
  readonly text: ArrayText;
}

interface OpenSpectrum {
  readonly attributes: Attributes;
  readonly terms: Term[];
  readonly arrays: BinaryArray[];
  sourceFile: string | null;
}

/** Most entries of each list in the head of a file, which are kept to the file's end. */
const MOST_LISTED = 10_000;

/**
 * Reads mzML 1.0 and 1.1, in `indexedmzML` or not.
 * Source: Martens et al. 2011, doi:10.1074/mcp.R110.000133.
 */
export class MzmlHandler implements DocumentHandler {
  readonly #tell: Tell;
  readonly #parents: string[] = [];
  /** Groups of terms that are defined once and referenced elsewhere. */
  readonly #groups = new Map<string, Term[]>();
  /** Paths of source files by the id of their element. */
  readonly #sources = new Map<string, string>();
  readonly #samples = new Map<string, string>();
  #group: Term[] | null = null;
  #run: Attributes = new Map();
  #model: string | null = null;
  #serialNumber: string | null = null;
  #software: string | null = null;
  #declared: number | null = null;
  #told = 0;
  #fragmentSpectra = 0;
  #spectrum: OpenSpectrum | null = null;
  #array: OpenArray | null = null;

  constructor(tell: Tell) {
    this.#tell = tell;
  }

  get report(): DocumentReport {
    return { declared: this.#declared, fragmentSpectra: this.#fragmentSpectra };
  }

  open(name: string, attributes: Attributes): void {
    const parent = this.#parents.at(-1);
    this.#parents.push(name);
    const get = (key: string) => attributes.get(key) ?? '';
    switch (name) {
      case 'cv':
        if (get('id') === 'IMS') this.#tell.refuse(IMAGING);
        break;
      case 'sourceFile':
        this.#list(this.#sources, get('id'), sourceOf(attributes));
        break;
      case 'referenceableParamGroup':
        this.#group = [];
        this.#list(this.#groups, get('id'), this.#group);
        break;
      case 'sample':
        this.#list(this.#samples, get('id'), get('name'));
        break;
      case 'run':
        this.#run = attributes;
        break;
      case 'spectrumList':
        this.#declared = wholeNumber(attributes.get('count'));
        break;
      case 'spectrum':
        this.#spectrum = {
          attributes,
          terms: [],
          arrays: [],
          sourceFile: attributes.get('sourceFileRef') ?? null,
        };
        break;
      case 'scan':
        if (this.#spectrum !== null) {
          this.#spectrum.sourceFile ??= attributes.get('sourceFileRef') ?? null;
        }
        break;
      case 'binaryDataArray': {
        const length = wholeNumber(attributes.get('arrayLength'));
        this.#array = { terms: [], length, text: new ArrayText() };
        break;
      }
      case 'referenceableParamGroupRef':
        this.#termsAt(parent)?.push(...(this.#groups.get(get('ref')) ?? []));
        break;
      case 'cvParam':
        this.#addTerm(parent, {
          accession: get('accession'),
          name: get('name'),
          value: get('value'),
        });
        break;
    }
  }

  text(piece: string): void {
    const { terms, text } = this.#array ?? {};
    if (terms === undefined || text === undefined || this.#parents.at(-1) !== 'binary') return;
    // Other arrays (such as ion mobility) may be as long, and are not needed.
    if (hasTerm(terms, TERMS.mzArray) || hasTerm(terms, TERMS.intensityArray)) text.add(piece);
  }

  close(name: string): void {
    this.#parents.pop();
    if (name === 'referenceableParamGroup') this.#group = null;
    if (name === 'binaryDataArray' && this.#array !== null) {
      this.#spectrum?.arrays.push(this.#array);
      this.#array = null;
    }
    if (name === 'spectrum' && this.#spectrum !== null) {
      const spectrum = this.#spectrum;
      this.#spectrum = null;
      this.#finish(spectrum);
    }
  }

  /** @returns the list that takes the terms of an element; null where they are not used */
  #termsAt(element: string | undefined): Term[] | null {
    switch (element) {
      case 'referenceableParamGroup':
        return this.#group;
      case 'binaryDataArray':
        return this.#array?.terms ?? null;
      case 'spectrum':
        return this.#spectrum?.terms ?? null;
      default:
        return null;
    }
  }

  #addTerm(parent: string | undefined, term: Term): void {
    const terms = this.#termsAt(parent);
    if (terms !== null) {
      if (terms.length < MOST_LISTED) terms.push(term);
    } else if (parent === 'instrumentConfiguration') {
      if (term.accession === TERMS.serialNumber) this.#serialNumber ??= term.value || null;
      else this.#model ??= term.name || null;
    } else if (parent === 'software') {
      this.#software ??= term.name || null;
    }
  }

  #list<T>(into: Map<string, T>, id: string, value: T): void {
    if (into.size < MOST_LISTED) into.set(id, value);
    else this.#tell.refuse(TOO_MANY);
  }

  #finish({ attributes, terms, arrays, sourceFile }: OpenSpectrum): void {
    if (levelOf(terms) > 1) {
      this.#fragmentSpectra++;
      return;
    }
    const id = attributes.get('id') ?? `index=${this.#told}`;
    const content = arraysOf(arrays, wholeNumber(attributes.get('defaultArrayLength')));
    const head: SpectrumHead = {
      format: 'mzml',
      id,
      isOnly: this.#declared === 1 && this.#told === 0,
      sourcePath: this.#sourcePath(id, sourceFile),
      spot: shownText(attributes.get('spotID')),
      sample: shownText(this.#samples.get(this.#run.get('sampleRef') ?? '')),
      form: hasTerm(terms, TERMS.centroid)
        ? 'centroid'
        : hasTerm(terms, TERMS.profile)
          ? 'profile'
          : null,
      acquiredAt: shownText(this.#run.get('startTimeStamp')),
      instrument: shownText([this.#model, this.#serialNumber].filter(Boolean).join(' ')),
      software: shownText(this.#software),
      layout: content.ok ? content.value.layout : null,
    };
    this.#told++;
    this.#tell.spectrum({
      head,
      bytes: content.ok ? { ok: true, value: content.value.bytes } : content,
    });
  }

  /**
   * Finds the path of a spectrum's source file. Bruker's spectrum ids are `file=` and the id of a source
   * file.
   */
  #sourcePath(id: string, named: string | null): string | null {
    const byId = /^file=(.+)$/.exec(id)?.[1];
    const only = this.#sources.size === 1 ? [...this.#sources.values()][0] : undefined;
    for (const key of [byId, named, this.#run.get('defaultSourceFileRef')]) {
      const path = key === undefined || key === null ? undefined : this.#sources.get(key);
      if (path !== undefined) return path;
    }
    return byId === undefined ? (only ?? null) : sourcePathOf(byId);
  }
}

/**
 * Builds the path of a source file from its place and its name, or takes its id where that is the path of a
 * fid.
 */
function sourceOf(attributes: Attributes): string {
  const [id, name, location] = ['id', 'name', 'location'].map((key) => attributes.get(key) ?? '');
  const place = sourcePathOf(location!);
  const file = sourcePathOf(name!);
  const joined = place === '' || file.startsWith(`${place}/`) ? file : `${place}/${file}`;
  const paths = [joined, file, place, sourcePathOf(id!)];
  return paths.find((path) => fidPathOf(path) !== null) ?? joined;
}

function levelOf(terms: readonly Term[]): number {
  const level = terms.find(({ accession }) => accession === TERMS.msLevel);
  if (level !== undefined) return wholeNumber(level.value) ?? 1;
  return hasTerm(terms, TERMS.msn) ? 2 : 1;
}

const IMAGING: Problem<'format-imzml'> = problem(
  'format-imzml',
  sentence('openFormat.imzml'),
  sentence('openFormat.imzmlCure'),
);

const TOO_MANY = problem(
  'xml-shape',
  sentence('openFormat.longHead', { most: MOST_LISTED }),
  sentence('openFormat.longHeadCure'),
);
