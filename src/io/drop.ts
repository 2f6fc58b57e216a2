import { problem, type Problem } from '../core/problem';
import type { InputFile } from './entry';
import { isClutter } from './paths';
import { sentence } from '../words/told/sentence';

/**
 * Turns folders and files, as the browser hands them over, into input files. This needs the page's thread;
 * everything else in this folder runs in a worker and in Node too.
 */
export type DropEvent =
  | { readonly kind: 'file'; readonly file: InputFile }
  /** Reports a file or folder that the browser does not hand out. The others follow. */
  | { readonly kind: 'problem'; readonly problem: Problem };

/**
 * Returns what was dropped on the page. Call it inside the event's handler: the browser empties the transfer
 * as soon as the handler returns, so the entries are taken at once and read afterwards.
 */
export function filesOfTransfer(transfer: DataTransfer): AsyncGenerator<DropEvent, void, void> {
  const roots: (FileSystemEntry | File)[] = [];
  for (const item of transfer.items) {
    if (item.kind !== 'file') continue;
    const root = item.webkitGetAsEntry() ?? item.getAsFile();
    if (root !== null) roots.push(root);
  }
  return walkRoots(roots);
}

/** Returns what was chosen with `<input type="file">`, with or without `webkitdirectory`. */
export function* filesOfInput(files: Iterable<File>): Generator<DropEvent, void, void> {
  for (const file of files) {
    const path = file.webkitRelativePath === '' ? file.name : file.webkitRelativePath;
    if (!isClutter(path)) yield { kind: 'file', file: { path, blob: file } };
  }
}

/** Returns what is in a folder that was chosen with `showDirectoryPicker`. */
export async function* filesOfDirectory(
  folder: FileSystemDirectoryHandle,
  path: string = folder.name,
): AsyncGenerator<DropEvent, void, void> {
  const children: FileSystemHandle[] = [];
  try {
    for await (const child of folder.values()) {
      if (!isClutter(child.name)) children.push(child);
    }
  } catch {
    yield unreadable(path);
    return;
  }
  for (const child of sortedByName(children)) {
    const childPath = `${path}/${child.name}`;
    if (isDirectoryHandle(child)) yield* filesOfDirectory(child, childPath);
    else if (isFileHandle(child)) yield await fileEvent(childPath, () => child.getFile());
  }
}

async function* walkRoots(
  roots: readonly (FileSystemEntry | File)[],
): AsyncGenerator<DropEvent, void, void> {
  for (const root of roots) {
    if (isClutter(root.name)) continue;
    if (root instanceof Blob) yield { kind: 'file', file: { path: root.name, blob: root } };
    else yield* walk(root, root.name);
  }
}

async function* walk(entry: FileSystemEntry, path: string): AsyncGenerator<DropEvent, void, void> {
  if (isFileEntry(entry)) {
    yield await fileEvent(path, () => new Promise((done, fail) => entry.file(done, fail)));
    return;
  }
  if (!isDirectoryEntry(entry)) return;
  const children = await readFolder(entry);
  if (children === null) {
    yield unreadable(path);
    return;
  }
  const kept = sortedByName(children.filter(({ name }) => !isClutter(name)));
  // The browser takes a while to hand out a file, so those of a folder are requested together.
  const files = kept.filter(isFileEntry).map(async (child) => {
    const ask = () => new Promise<File>((done, fail) => child.file(done, fail));
    return fileEvent(`${path}/${child.name}`, ask);
  });
  for (const file of files) yield await file;
  for (const child of kept) {
    if (isDirectoryEntry(child)) yield* walk(child, `${path}/${child.name}`);
  }
}

/**
 * Lists all children of a folder. The browser lists some at a time, 100 in Chromium, and none after the last.
 */
async function readFolder(folder: FileSystemDirectoryEntry): Promise<FileSystemEntry[] | null> {
  const reader = folder.createReader();
  const children: FileSystemEntry[] = [];
  try {
    for (;;) {
      const part = await new Promise<FileSystemEntry[]>((done, fail) =>
        reader.readEntries(done, fail),
      );
      if (part.length === 0) return children;
      children.push(...part);
    }
  } catch {
    return null;
  }
}

async function fileEvent(path: string, ask: () => Promise<File>): Promise<DropEvent> {
  try {
    return { kind: 'file', file: { path, blob: await ask() } };
  } catch {
    return unreadable(path);
  }
}

function unreadable(path: string): DropEvent {
  return {
    kind: 'problem',
    problem: problem(
      'drop-unreadable',
      sentence('archive.dropUnreadable', { path }),
      sentence('archive.checkOpenCure'),
      path,
    ),
  };
}

/** Compares names by code units, so that a folder has the same order in every browser. */
function sortedByName<T extends { readonly name: string }>(items: readonly T[]): T[] {
  return items.toSorted((a, b) => (a.name < b.name ? -1 : a.name > b.name ? 1 : 0));
}

function isFileEntry(entry: FileSystemEntry): entry is FileSystemFileEntry {
  return entry.isFile;
}

function isDirectoryEntry(entry: FileSystemEntry): entry is FileSystemDirectoryEntry {
  return entry.isDirectory;
}

function isFileHandle(handle: FileSystemHandle): handle is FileSystemFileHandle {
  return handle.kind === 'file';
}

function isDirectoryHandle(handle: FileSystemHandle): handle is FileSystemDirectoryHandle {
  return handle.kind === 'directory';
}
