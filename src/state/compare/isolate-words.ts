import { whyNotKept } from '../jobs/kept-words';
import { inWords } from '../../words/in-words';
import { modelText } from '../../words/model-text';
import { say } from '../../words/say';
import type { IsolateFinding } from './isolate-search.svelte';

/** @returns title and version of the model; empty where the job has none */
export function isolateModel({ job, manifest }: IsolateFinding): string {
  if (job.model === null) return '';
  return `${modelText(manifest?.title ?? job.model.id).text} ${job.model.version}`;
}

/** @returns why a sample's spectrum is not on this computer */
export function whyWithout({ job }: IsolateFinding): string {
  const isElsewhere = job.imported !== undefined && job.files === undefined;
  return isElsewhere ? say('jobFiles.spectraElsewhere') : inWords(whyNotKept(job.files));
}
