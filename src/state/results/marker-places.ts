/** A part of a sentence, and the m/z of the marker that it names; null for words. */
export interface SentencePart {
  readonly text: string;
  readonly mz: number | null;
}

/** A locus with its place, as `describeEvidence` writes it: `S22 at 5280.67`. */
const PLACE = /([A-Z][\p{L}\d-]* at )(\d+\.\d{2})/gu;

/** Splits a sentence at the markers that it names with their places. */
export function splitMarkers(sentence: string): readonly SentencePart[] {
  const parts: SentencePart[] = [];
  let end = 0;
  for (const match of sentence.matchAll(PLACE)) {
    if (match.index > end) parts.push({ text: sentence.slice(end, match.index), mz: null });
    parts.push({ text: match[0], mz: Number(match[2]) });
    end = match.index + match[0].length;
  }
  if (end < sentence.length) parts.push({ text: sentence.slice(end), mz: null });
  return parts;
}
