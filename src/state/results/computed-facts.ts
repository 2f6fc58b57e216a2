import { settingsText } from '../../io/exports/provenance';
import { say } from '../../words/say';
import type { JobSession } from '../jobs/job-session.svelte';
import type { RecordFact } from './record-facts';

/** Lists what the calls of a job depend on beside the spectra. Facts that an older version did not keep are left out. */
export function computedFacts({
  record,
  manifest,
}: Pick<JobSession, 'record' | 'manifest'>): readonly RecordFact[] {
  const { appVersion, appCommit, model, summary, guard, watch } = record;
  const job = { name: '', token: null, createdAt: '', summary, guard: guard ?? null };
  const settings =
    manifest === null || model === null
      ? null
      : settingsText({ job, model: { manifest, ref: model }, ...(watch ? { watch } : {}) });
  const facts: [label: string, value: string | null | undefined, fixed?: boolean][] = [
    [say('results.recordComputedBy'), appVersion === '' ? null : `ktyper ${appVersion}`],
    [say('results.recordCommit'), appCommit, true],
    [say('results.recordModel'), model && `${model.id} ${model.version}`],
    [say('results.recordModelSha256'), model?.sha256, true],
    [say('results.recordManifestSha256'), model?.manifestSha256, true],
    [say('results.recordSettings'), settings, true],
  ];
  return facts.flatMap(([label, value, fixed = false]) => (value ? [{ label, value, fixed }] : []));
}
