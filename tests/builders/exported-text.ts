/** Joins the parts that an export yields. */
export async function exportedText(
  pieces: Iterable<string> | AsyncIterable<string>,
): Promise<string> {
  let text = '';
  for await (const piece of pieces) text += piece;
  return text;
}
