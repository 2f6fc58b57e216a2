import { zlibSync } from 'fflate';
import type { MadeProfile } from './open-spectra';

type Kind = 'float32' | 'float64' | 'int32' | 'int64';

/** Writes numbers as bytes. */
export function numberBytes(
  values: ArrayLike<number>,
  type: Kind,
  littleEndian = true,
): Uint8Array<ArrayBuffer> {
  const width = type.endsWith('64') ? 8 : 4;
  const bytes = new Uint8Array(width * values.length);
  const view = new DataView(bytes.buffer);
  for (let i = 0; i < values.length; i++) {
    const value = values[i]!;
    if (type === 'float32') view.setFloat32(4 * i, value, littleEndian);
    else if (type === 'float64') view.setFloat64(8 * i, value, littleEndian);
    else if (type === 'int32') view.setInt32(4 * i, value, littleEndian);
    else view.setBigInt64(8 * i, BigInt(value), littleEndian);
  }
  return bytes;
}

export function base64Of(bytes: Uint8Array): string {
  return Buffer.from(bytes).toString('base64');
}

const TYPE_TERMS = {
  float32: 'MS:1000521',
  float64: 'MS:1000523',
  int32: 'MS:1000519',
  int64: 'MS:1000522',
} as const;

export function term(accession: string, value = '', name = ''): string {
  return `<cvParam cvRef="MS" accession="${accession}" name="${name}" value="${value}"/>`;
}

export interface BuiltArray {
  readonly type?: Kind;
  readonly zlib?: boolean;
  /** Replaces the text that the values would give. */
  readonly text?: string;
  /** Terms that are added before the others. */
  readonly terms?: string;
  readonly attributes?: string;
}

function arrayXml(values: ArrayLike<number>, what: string, built: BuiltArray): string {
  const { type = 'float64', zlib = false, terms = '', attributes = '' } = built;
  const bytes = numberBytes(values, type);
  const text = built.text ?? base64Of(zlib ? zlibSync(bytes) : bytes);
  return `<binaryDataArray encodedLength="${text.length}" ${attributes}>${terms}${term(TYPE_TERMS[type])}${term(
    zlib ? 'MS:1000574' : 'MS:1000576',
  )}${term(what)}<binary>${text}</binary></binaryDataArray>`;
}

export interface BuiltSpectrum {
  readonly id?: string;
  readonly profile?: MadeProfile;
  /** Terms of the spectrum; the usual ones by default. */
  readonly terms?: string;
  readonly attributes?: string;
  readonly length?: number;
  readonly mz?: BuiltArray;
  readonly intensity?: BuiltArray;
  /** A third array. */
  readonly more?: string;
  /** Replaces both arrays. */
  readonly arrays?: string;
}

export function spectrumXml(built: BuiltSpectrum, index = 0): string {
  const { mz, intensity } = built.profile ?? { mz: [], intensity: [] };
  const terms = built.terms ?? `${term('MS:1000511', '1')}${term('MS:1000128')}`;
  const arrays =
    built.arrays ??
    `<binaryDataArrayList count="2">${arrayXml(mz, 'MS:1000514', built.mz ?? {})}${
      built.more ?? ''
    }${arrayXml(intensity, 'MS:1000515', { type: 'float32', ...built.intensity })}</binaryDataArrayList>`;
  const { id = `scan=${index + 1}`, attributes = '', length = mz.length } = built;
  return `<spectrum index="${index}" id="${id}" defaultArrayLength="${length}" ${attributes}>${terms}${arrays}</spectrum>`;
}

/** Builds an mzML. */
export function mzml(
  spectra: readonly (BuiltSpectrum | string)[],
  {
    head = '',
    run = 'id="r"',
    indexed = false,
    count = spectra.length,
    declaration = '<?xml version="1.0" encoding="utf-8"?>',
  }: {
    readonly head?: string;
    readonly run?: string;
    readonly indexed?: boolean;
    readonly count?: number | null;
    readonly declaration?: string;
  } = {},
): string {
  const list = spectra
    .map((one, i) => (typeof one === 'string' ? one : spectrumXml(one, i)))
    .join('\n');
  const listed = count === null ? '' : `<spectrumList count="${count}">${list}</spectrumList>`;
  const document = `<mzML xmlns="http://psi.hupo.org/ms/mzml" version="1.1.0"><cvList count="1"><cv id="MS" fullName="PSI"/></cvList>${head}<run ${run}>${listed}</run></mzML>`;
  const whole = indexed
    ? `<indexedmzML>${document}<indexList count="0"/><indexListOffset>0</indexListOffset></indexedmzML>`
    : document;
  return `${declaration}\n${whole}\n`;
}

export interface BuiltScan {
  readonly profile?: MadeProfile;
  readonly precision?: '32' | '64';
  readonly zlib?: boolean;
  /** Attributes of the scan. */
  readonly attributes?: string;
  /** Attributes of `peaks`; the usual ones by default. */
  readonly peaks?: string;
  readonly count?: number;
  readonly text?: string;
  readonly before?: string;
  /** Scans inside this one. */
  readonly inside?: string;
}

export function scanXml(built: BuiltScan, number = 1): string {
  const { mz, intensity } = built.profile ?? { mz: [], intensity: [] };
  const { precision = '32', zlib = false, count = mz.length } = built;
  const pairs = Array.from(mz).flatMap((value, i) => [value, intensity[i]!]);
  const bytes = numberBytes(pairs, precision === '32' ? 'float32' : 'float64', false);
  const peaks =
    built.peaks ??
    `byteOrder="network" contentType="m/z-int"${zlib ? ' compressionType="zlib" compressedLen="0"' : ''}`;
  const text = built.text ?? base64Of(zlib ? zlibSync(bytes) : bytes);
  return `<scan num="${number}"\n  peaksCount="${count}" ${built.attributes ?? 'msLevel="1"'}>${built.before ?? ''}<peaks precision="${precision}"\n  ${peaks}>${text}</peaks>${built.inside ?? ''}</scan>`;
}

/** Builds an mzXML. */
export function mzxml(
  scans: readonly (BuiltScan | string)[],
  {
    parent = 'RUN/S1/0_A1/1/1SLin/fid',
    head = '',
    count = scans.length,
  }: { readonly parent?: string; readonly head?: string; readonly count?: number } = {},
): string {
  const all = scans.map((one, i) => (typeof one === 'string' ? one : scanXml(one, i + 1)));
  return `<?xml version="1.0" encoding="ISO-8859-1"?>\n<mzXML xmlns="http://sashimi.sourceforge.net/schema_revision/mzXML_2.1"><msRun scanCount="${count}"><parentFile fileName="${parent}" fileType="RAWData" fileSha1="0"/>${head}${all.join('\n')}</msRun></mzXML>\n`;
}
