/** Downloads a file. */
export function saveFile(file: File): void {
  const address = URL.createObjectURL(file);
  const link = document.createElement('a');
  link.href = address;
  link.download = file.name;
  link.click();
  // By then the download has the file.
  setTimeout(() => URL.revokeObjectURL(address), 60_000);
}
