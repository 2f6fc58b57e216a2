/** The role of a file of a run, judged by its path alone. */
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
  /** Clutter of operating systems, and processed data (`pdata/1/1r`), which is never read. */
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

/** @param path `/` between folders; a folder ends in `/`. Upper and lower case are not distinguished. */
export function entryRole(path: string): EntryRole {
  const slash = path.lastIndexOf('/');
  const name = path.slice(slash + 1).toLowerCase();
  if (name === '' || name.startsWith('._')) return 'ignored';
  if (IGNORED_FOLDERS.test(path)) return 'ignored';
  const isOuter = slash === path.indexOf('/');
  if (isOuter && /^sample_sheet\.(tsv|csv)$/.test(name)) return 'sample-sheet';
  return ROLES.get(name) ?? 'other';
}

const IGNORED_FOLDERS = /(?:^|\/)(?:__macosx|pdata)\//i;
