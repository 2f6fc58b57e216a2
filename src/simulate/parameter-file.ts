/** Fields of a flex parameter file (`acqu`, `proc`): key -> value as written after `KEY= `. */
export type ParameterFields = ReadonlyMap<string, string>;

/** First lines of each such file: JCAMP-DX 5.0 followed by Bruker's own records. */
const HEADER = [
  '##TITLE=  XMASS Parameter file',
  '##JCAMPDX=  5.0',
  '##DATATYPE=  CONTINUOUS MASS SPECTRUM',
  '##ORIGIN=  XMASS, Bruker-Daltonics (USA) and Bruker-Daltonik (GER)',
  '##OWNER=  TOF User',
  '##SPECTROMETER/DATASYSTEM=  Bruker Flex Series',
  '##.SPECTROMETER TYPE=  TOF',
  '##.INLET=  DIRECT',
  '##.IONIZATION MODE=  LD+',
];

/**
 * Writes a parameter file as flexControl does: the header, then numbers and switches, then strings
 * and arrays, each group in ASCII order; CR LF after each line and a blank after each value.
 */
export function writeParameterFile(fields: ParameterFields): string {
  const isText = (value: string): boolean => value.startsWith('<') || value.startsWith('(');
  const records = [...fields]
    .map(([key, value]) => ({ key, value, group: isText(value) ? 1 : 0 }))
    .sort((a, b) => a.group - b.group || (a.key < b.key ? -1 : 1))
    .map(({ key, value }) => `##$${key}= ${value.replaceAll('\n', ' \r\n')} `);
  return [...HEADER, ...records, '##END=', '', ''].join('\r\n');
}

/** Parses a compact list of constants, `KEY=value` separated by white space. */
export function constantFields(list: string): [string, string][] {
  return list
    .trim()
    .split(/\s+/)
    .map((token) => {
      const [key, value] = token.split('=');
      return [key!, value!];
    });
}

/** Makes string fields, `<value>`, all empty. `names` are separated by white space. */
export function emptyStrings(names: string): [string, string][] {
  return names
    .trim()
    .split(/\s+/)
    .map((key) => [key, '<>']);
}

export function text(value: string): string {
  return `<${value}>`;
}

/** Writes an array of `count` equal values: its range, then eight values a line. */
export function filled(count: number, value: number): string {
  const lines: string[] = [`(0..${count - 1})`];
  for (let i = 0; i < count; i += 8) {
    lines.push(Array.from({ length: Math.min(8, count - i) }, () => String(value)).join(' '));
  }
  return lines.join('\n');
}
