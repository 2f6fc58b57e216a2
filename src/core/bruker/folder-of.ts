/** @returns the folder that a file or folder lies in, without a slash at its end; `''` for the root */
export function folderOf(path: string): string {
  return path.slice(0, Math.max(0, path.lastIndexOf('/')));
}
