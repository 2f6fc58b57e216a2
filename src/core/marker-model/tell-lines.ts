import { type Sentence, sentence } from '../../words/told/sentence';

/** Most lines that a note counts by number. */
const TOLD_LINES = 5;

/** For lines of which something is said: the messages for one, for a few and for many. */
const LINES_TOLD = {
  massless: {
    one: 'markerTable.masslessLine',
    few: 'markerTable.masslessLines',
    many: 'markerTable.masslessLinesMore',
  },
  repeated: {
    one: 'markerTable.repeatedLine',
    few: 'markerTable.repeatedLines',
    many: 'markerTable.repeatedLinesMore',
  },
} as const;

/** Tells which lines were left out, or counted once. */
export function linesNote(lines: readonly number[], what: keyof typeof LINES_TOLD): Sentence[] {
  const [line] = lines;
  if (line === undefined) return [];
  const { one, few, many } = LINES_TOLD[what];
  if (lines.length === 1) return [sentence(one, { line })];
  const more = lines.length - TOLD_LINES;
  const told = { count: lines.length, lines: { list: lines.slice(0, TOLD_LINES).map(String) } };
  return [more > 0 ? sentence(many, { ...told, more }) : sentence(few, told)];
}
