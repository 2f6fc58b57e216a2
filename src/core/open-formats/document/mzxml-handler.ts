import { type Problem, problem } from '../../problem';
import { err, type Result } from '../../result';
import { emptyProblem } from '../check-profile';
import { ArrayText } from './array-reader';
import type { DocumentHandler, DocumentReport, Tell } from './handler';
import { sourcePathOf } from './source-path';
import type { ArrayNumbers, ScannedArrays, SpectrumHead } from './spectrum-head';
import { shownText, wholeNumber } from './attribute-values';
import type { Attributes } from './xml';
import { sentence, type Sentence } from '../../../words/told/sentence';

interface ParentFile {
  readonly sha1: string;
  readonly path: string;
}

interface Scan {
  readonly attributes: Attributes;
  parentSha1: string | null;
  spot: string | null;
  /** Whether its `peaks` were read. */
  isTold: boolean;
}

/**
 * Reads mzXML 1 to 3. Scans are nested where a spectrum of fragments belongs to another one. The numbers
 * are pairs in network byte order.
 * Source: schema mzXML_idx_3.2, sashimi.sourceforge.net/schema_revision.
 */
export class MzxmlHandler implements DocumentHandler {
  readonly #tell: Tell;
  readonly #parents: ParentFile[] = [];
  readonly #scans: Scan[] = [];
  #declared: number | null = null;
  #fragmentSpectra = 0;
  #told = 0;
  #instrument: string | null = null;
  #software: string | null = null;
  /** Applies to the whole file; a scan may override it. */
  #isCentroided: string | null = null;
  #peaks: { readonly attributes: Attributes; readonly text: ArrayText } | null = null;

  constructor(tell: Tell) {
    this.#tell = tell;
  }

  get report(): DocumentReport {
    return { declared: this.#declared, fragmentSpectra: this.#fragmentSpectra };
  }

  open(name: string, attributes: Attributes): void {
    const scan = this.#scans.at(-1);
    switch (name) {
      case 'msRun':
        this.#declared = wholeNumber(attributes.get('scanCount'));
        break;
      case 'parentFile':
        this.#parents.push({
          sha1: attributes.get('fileSha1') ?? '',
          path: sourcePathOf(attributes.get('fileName') ?? ''),
        });
        break;
      case 'msModel':
        this.#instrument ??= attributes.get('value') || null;
        break;
      case 'instrument':
        this.#instrument ??= attributes.get('model') || null;
        break;
      case 'software':
        if (attributes.get('type') === 'acquisition') {
          const words = [attributes.get('name'), attributes.get('version')];
          this.#software ??= words.filter(Boolean).join(' ') || null;
        }
        break;
      case 'dataProcessing':
        this.#isCentroided ??= attributes.get('centroided') ?? null;
        break;
      case 'scan':
        this.#scans.push({ attributes, parentSha1: null, spot: null, isTold: false });
        break;
      case 'scanOrigin':
        if (scan !== undefined) scan.parentSha1 = attributes.get('parentFileID') ?? null;
        break;
      case 'maldi':
        if (scan !== undefined) scan.spot = attributes.get('spotID') || null;
        break;
      case 'peaks':
        // Only the first `peaks` of a scan counts, since others hold other quantities.
        if (scan !== undefined && !scan.isTold && !isFragments(scan)) {
          this.#peaks = { attributes, text: new ArrayText() };
        }
        break;
    }
  }

  text(piece: string): void {
    this.#peaks?.text.add(piece);
  }

  close(name: string): void {
    const scan = this.#scans.at(-1);
    if (name === 'peaks' && this.#peaks !== null && scan !== undefined) {
      const { attributes, text } = this.#peaks;
      this.#peaks = null;
      this.#finish(scan, arraysOf(scan, attributes, text));
    }
    if (name === 'scan' && scan !== undefined) {
      this.#scans.pop();
      if (isFragments(scan)) this.#fragmentSpectra++;
      else if (!scan.isTold) this.#finish(scan, err(emptyProblem(sentence('openFormat.noPoints'))));
    }
  }

  #finish(scan: Scan, arrays: Result<ScannedArrays, Problem>): void {
    scan.isTold = true;
    const { attributes, parentSha1, spot } = scan;
    const centroided = attributes.get('centroided') ?? this.#isCentroided;
    const parent = this.#parents.find(({ sha1 }) => sha1 === parentSha1) ?? this.#parents[0];
    const head: SpectrumHead = {
      format: 'mzxml',
      id: `scan=${attributes.get('num') ?? this.#told + 1}`,
      isOnly: this.#declared === 1 && this.#told === 0,
      sourcePath: parent?.path || null,
      spot: shownText(spot),
      sample: null,
      form: centroided === null ? null : /^(?:1|true)$/.test(centroided) ? 'centroid' : 'profile',
      acquiredAt: null,
      instrument: shownText(this.#instrument),
      software: shownText(this.#software),
      layout: arrays.ok ? arrays.value.layout : null,
    };
    this.#told++;
    this.#tell.spectrum({
      head,
      bytes: arrays.ok ? { ok: true, value: arrays.value.bytes } : arrays,
    });
  }
}

function isFragments({ attributes }: Scan): boolean {
  return (wholeNumber(attributes.get('msLevel')) ?? 1) > 1;
}

function arraysOf(
  { attributes: scan }: Scan,
  peaks: Attributes,
  text: ArrayText,
): Result<ScannedArrays, Problem> {
  const content = peaks.get('contentType') ?? peaks.get('pairOrder') ?? 'm/z-int';
  if (content !== 'm/z-int') return err(unsupported(sentence('openFormat.scanPairs', { content })));
  const order = peaks.get('byteOrder') ?? 'network';
  if (order !== 'network') return err(unsupported(sentence('openFormat.scanByteOrder', { order })));
  const compression = peaks.get('compressionType') ?? 'none';
  if (compression !== 'none' && compression !== 'zlib') {
    return err(unsupported(sentence('openFormat.scanCompression', { compression })));
  }
  const precision = peaks.get('precision') ?? '32';
  const type = PRECISIONS.get(precision);
  if (type === undefined) {
    return err(unsupported(sentence('openFormat.scanPrecision', { precision })));
  }
  const bytes = text.bytes();
  if (!bytes.ok) return bytes;
  const isZlib = compression === 'zlib';
  const points = wholeNumber(scan.get('peaksCount'));
  if (points === 0 || bytes.value.length === 0) {
    return err(emptyProblem(sentence('openFormat.noPoints')));
  }
  if (points === null) {
    return err(
      problem(
        'mzxml-peaks-count',
        sentence('openFormat.scanCount'),
        sentence('openFormat.exportFile'),
      ),
    );
  }
  const pairs = {
    type,
    isLittleEndian: false,
    isZlib,
    count: 2 * points,
    bytes: bytes.value.length,
  };
  return { ok: true, value: { layout: { kind: 'pairs', pairs }, bytes: bytes.value } };
}

const PRECISIONS: ReadonlyMap<string, ArrayNumbers> = new Map([
  ['32', 'float32'],
  ['64', 'float64'],
]);

function unsupported(why: Sentence): Problem<'mzxml-unsupported'> {
  return problem('mzxml-unsupported', why, sentence('openFormat.mzxmlCure'));
}
