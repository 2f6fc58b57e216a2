import type { DiskFile } from './export-file';

const FOLDER = 'exports';
/** Milliseconds for which a file stays, since its download may still read it. */
const KEPT_MS = 10 * 60_000;

/**
 * Opens a file in the part of the disk that the browser keeps for this site. Null where it has none, as in
 * some private windows.
 */
export async function openDiskFile(): Promise<DiskFile | null> {
  try {
    const folder = await folderOfExports(true);
    const name = crypto.randomUUID();
    const handle = await folder.getFileHandle(name, { create: true });
    const stream = await handle.createWritable();
    setTimeout(() => void removeOldExports(Date.now()), KEPT_MS + 1_000);
    return {
      write: (part) => stream.write(part),
      async finish() {
        await stream.close();
        return handle.getFile();
      },
      async abandon() {
        await stream.abort().catch(() => undefined);
        await folder.removeEntry(name).catch(() => undefined);
      },
    };
  } catch {
    return null;
  }
}

/** Removes the files of exports that were downloaded long ago. */
export async function removeOldExports(now: number): Promise<void> {
  try {
    const folder = await folderOfExports(false);
    for await (const [name, handle] of folder.entries()) {
      if (handle.kind !== 'file') continue;
      const { lastModified } = await handle.getFile();
      if (lastModified < now - KEPT_MS) await folder.removeEntry(name);
    }
  } catch {
    // There are none, or one is still being read; the next start of the app tries again.
  }
}

async function folderOfExports(create: boolean): Promise<FileSystemDirectoryHandle> {
  const root = await navigator.storage.getDirectory();
  return root.getDirectoryHandle(FOLDER, { create });
}
