import type { OpenAcquisition } from '../core/open-formats/read-open-acquisition';
import type { EntryData } from './entry';

/** Where the bytes of a Bruker acquisition are. */
export interface BrukerData {
  readonly fid: EntryData;
  /** `acqu` before `acqus`; null when neither is there. */
  readonly acqu: EntryData | null;
}

/** Where the bytes of a spectrum in an open format are, and what is known beside them. */
export interface OpenData {
  /** A whole text file; or the numbers of one spectrum of a document, as `open.head` describes them. */
  readonly file: EntryData;
  readonly open: Omit<OpenAcquisition, 'path'>;
}

export type AcquisitionData = BrukerData | OpenData;

export function isOpen(data: AcquisitionData): data is OpenData {
  return 'file' in data;
}

/** Its files, that with the intensities first. */
export function entriesOf(data: AcquisitionData): readonly EntryData[] {
  if (isOpen(data)) return [data.file];
  return data.acqu === null ? [data.fid] : [data.fid, data.acqu];
}

/** The same acquisition with other references to its bytes. */
export function mapEntries<Data extends AcquisitionData>(
  data: Data,
  change: (entry: EntryData) => EntryData,
): Data {
  const { fid, acqu, file } = data as Partial<BrukerData & OpenData>;
  return {
    ...data,
    ...(fid === undefined ? {} : { fid: change(fid), acqu: acqu && change(acqu) }),
    ...(file === undefined ? {} : { file: change(file) }),
  };
}
