/**
 * How much a drop may be. The figures keep a hostile or broken archive from filling the memory or
 * working for ever; a real run stays far below them (a plate of 96 spots is 800 files and 20 MB).
 */
export interface IoLimits {
  /**
   * Bytes of one archive that are inflated: of a zip the files that are wanted, as no others are
   * inflated; of a .tar.gz all. Loose files and a plain .tar do not count.
   */
  readonly totalBytes: number;
  /**
   * Bytes of one entry when inflated: it is held in memory as a whole, and so are those of a batch
   * (some 30) and, of a .tar.gz, of the batches that wait. A fid has 86 kB, the largest of the other
   * files, the run information of a full target, 110 kB.
   */
  readonly entryBytes: number;
  /**
   * Bytes of a file with several spectra (mzML, mzXML) when it stands in an archive: it is held as a whole
   * while it is read, one at a time. By itself it is read in parts, and may be of any size.
   */
  readonly documentBytes: number;
  /** Spectra that are taken from one such file. */
  readonly documentSpectra: number;
  /** Files listed in one archive, or loose in a drop, wanted or not. */
  readonly entries: number;
  /** Inflated bytes over compressed bytes of one archive; asked from `ratioFromBytes` on. */
  readonly ratio: number;
  /** Inflated bytes below which the ratio is nobody's concern: empty spectra shrink 800-fold. */
  readonly ratioFromBytes: number;
  /** Bytes of a tar's header about a header (pax records, a long name): held in memory. */
  readonly tarHeaderBytes: number;
}

const MiB = 1024 * 1024;
const GiB = 1024 * MiB;

export const DEFAULT_IO_LIMITS: IoLimits = {
  totalBytes: 64 * GiB,
  entryBytes: 8 * MiB,
  documentBytes: 128 * MiB,
  documentSpectra: 100_000,
  entries: 2_000_000,
  ratio: 250,
  ratioFromBytes: 256 * MiB,
  tarHeaderBytes: MiB,
};
