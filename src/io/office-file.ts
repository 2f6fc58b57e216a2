import { asciiText } from '../core/ascii';

/** A document of an office program, by its first bytes. */
export type OfficeFile =
  /** A zip with XML in it: .xlsx, and .docx and the like, which are told apart by what is inside. */
  | 'open-xml'
  /** LibreOffice's own formats. */
  | 'open-document'
  /** The formats of Office before 2007: .xls, .doc. */
  | 'old-office';

/**
 * @param head the first bytes of a file, a hundred at least
 * @returns null for any other file, and for a zip of anything else
 */
export function officeFileOf(head: Uint8Array): OfficeFile | null {
  if (OLE.every((byte, i) => head[i] === byte)) return 'old-office';
  if (!ZIP.every((byte, i) => head[i] === byte)) return null;
  const nameLength = (head[26] ?? 0) + 256 * (head[27] ?? 0);
  const text = asciiText(head.subarray(30, 160));
  const name = text.slice(0, nameLength);
  if (name === 'mimetype') {
    return text.slice(nameLength).includes('application/vnd.oasis.opendocument')
      ? 'open-document'
      : null;
  }
  return OPEN_XML_FIRST.test(name) ? 'open-xml' : null;
}

const ZIP = [0x50, 0x4b, 0x03, 0x04];
/** Compound File Binary Format (MS-CFB 2.2). */
const OLE = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1];
/** What the programs that write .xlsx put first; no run of spectra begins so. */
const OPEN_XML_FIRST =
  /^(?:\[Content_Types\]\.xml$|_rels\/|docProps\/|customXml\/|(?:xl|word|ppt)\/)/;
