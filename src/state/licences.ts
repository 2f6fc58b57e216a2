import * as v from 'valibot';
import { problem, type Problem } from '../core/problem';
import { err, ok, type Result } from '../core/result';
import { say } from '../words/say';

const licence = { name: v.string(), version: v.string(), licence: v.string(), text: v.string() };
const schema = v.object({
  /** `source` is null where the build was not told where its source is. */
  app: v.object({ ...licence, source: v.nullable(v.pipe(v.string(), v.regex(/^https?:\/\//))) }),
  packages: v.array(v.object(licence)),
});

/** The app's licence and those of all that is in it, as the build collected them. */
export type Licences = v.InferOutput<typeof schema>;

/** @param address of `licences.json` */
export async function fetchLicences(
  address: string,
): Promise<Result<Licences, Problem<'licences-fetch'>>> {
  try {
    const response = await fetch(address);
    if (response.ok) return ok(v.parse(schema, await response.json()));
  } catch {
    // Offline and never loaded before, or another answer in its place.
  }
  return err(problem('licences-fetch', say('help.licencesAbsent'), say('help.licencesAbsentCure')));
}
