/**
 * The limits of a drop. They keep a hostile or broken archive from filling the memory or from taking for
 * ever. A real run stays far below them (a plate of 96 spots is 800 files and 20 MB).
 */
export interface IoLimits {
  /**
   * Inflated bytes of one archive: of a zip, those of the wanted files, as no others are inflated; of a
   * .tar.gz, all. Loose files and a plain .tar do not count.
   */
  readonly totalBytes: number;
  /**
   * Inflated bytes of one entry, which is held in memory as a whole. So are all entries of a batch (some 30)
   * and, of a .tar.gz, those of the waiting batches. A fid has 86 kB; the largest of the other files, the run
   * information of a full target, has 110 kB.
   */
  readonly entryBytes: number;
  /**
   * Bytes of a file with several spectra (mzML, mzXML) that is in an archive. It is held as a whole while it
   * is read, one at a time. Outside of an archive it is read in parts, and may have any size.
   */
  readonly documentBytes: number;
  /** Number of spectra that are read from one such file. */
  readonly documentSpectra: number;
  /** Number of files in one archive, or of loose files in a drop, wanted or not. */
  readonly entries: number;
  /** Inflated bytes over compressed bytes of one archive, which is checked from `ratioFromBytes` on. */
  readonly ratio: number;
  /** Inflated bytes below which the ratio is not checked, since empty spectra shrink 800-fold. */
  readonly ratioFromBytes: number;
  /**
   * Bytes of a tar header that describes the next one (pax records, a long name), which is held in memory.
   */
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
