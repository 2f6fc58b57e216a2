/** What a file of a run is to us, by its path alone. */
export type EntryRole =
  | 'fid'
  | 'acqu'
  | 'acqus'
  /** `runInfo.json` of a Biotyper project. */
  | 'run-info'
  /** `info` of a Biotyper analyte. */
  | 'analyte-info'
  /** `sample_sheet.tsv` or `.csv` at the root of what was dropped, or in its only outer folder. */
  | 'sample-sheet'
  /** Litter of operating systems, and processed data (`pdata/1/1r`) that are never read. */
  | 'ignored'
  | 'other';

const ROLES: ReadonlyMap<string, EntryRole> = new Map([
  ['fid', 'fid'],
  ['acqu', 'acqu'],
  ['acqus', 'acqus'],
  ['runinfo.json', 'run-info'],
  ['info', 'analyte-info'],
  ['.ds_store', 'ignored'],
  ['thumbs.db', 'ignored'],
  ['desktop.ini', 'ignored'],
]);

/** @param path `/` between folders; a folder ends in `/`. The case of letters does not matter. */
export function entryRole(path: string): EntryRole {
  const parts = path.toLowerCase().split('/');
  const name = parts.pop()!;
  if (name === '' || name.startsWith('._')) return 'ignored';
  if (parts.includes('__macosx') || parts.includes('pdata')) return 'ignored';
  if (parts.length <= 1 && /^sample_sheet\.(tsv|csv)$/.test(name)) return 'sample-sheet';
  return ROLES.get(name) ?? 'other';
}
