/** On a grid of 12. */
const shapes = [
  'M6 1a5 5 0 1 1 0 10A5 5 0 0 1 6 1Z',
  'M1.5 1.5h9v9h-9z',
  'M6 1l5.2 9.5H.8z',
  'M6 .5 11.5 6 6 11.5.5 6z',
  'M6 11 .8 1.5h10.4z',
  'M6 .8l5.3 3.9-2 6.3H2.7L.7 4.7z',
  'M3.2 1.1h5.6L11.6 6l-2.8 4.9H3.2L.4 6z',
  'M6 .4l1.6 3.6 3.9.4-2.9 2.7.8 3.9L6 9 2.6 11l.8-3.9L.5 4.4 4.4 4z',
  'M4 .8h4V4h3.2v4H8v3.2H4V8H.8V4H4z',
] as const;

/**
 * Returns the outline of a mark. Marks of one colour have different shapes.
 *
 * @param mark from `taxonMark`
 */
export function taxonShape(mark: number): string {
  return shapes[(mark + Math.floor(mark / shapes.length)) % shapes.length]!;
}

/** Returns the class that sets `--taxon` to the taxon's colour. */
export function taxonClass(mark: number): string {
  return `taxon-${mark % shapes.length}`;
}
