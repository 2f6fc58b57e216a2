/** Progress of a command, for the person who typed it: to stderr, so that results stay clean. */
export function say(text: string): void {
  process.stderr.write(`${text}\n`);
}

/** `1.4 s`, `312 ms`. */
export function duration(milliseconds: number): string {
  return milliseconds < 1000
    ? `${Math.round(milliseconds)} ms`
    : `${(milliseconds / 1000).toFixed(1)} s`;
}
