import { problem, type Problem } from '../../core/problem';
import { sentence } from '../../words/told/sentence';
import { VERSION } from './format';

export type JobFileProblem = Problem<
  | 'job-file-none'
  | 'job-file-newer'
  | 'job-file-truncated'
  | 'job-file-damaged'
  | 'job-file-changed'
  | 'job-file-too-large'
  | 'job-file-other-model'
  | 'job-file-busy'
>;

/** Characters of a path that are shown. */
const SHOWN = 200;

function shown(path: string): string {
  return path.length <= SHOWN ? path : `${path.slice(0, SHOWN)}…`;
}

export function noJobFile(path: string): JobFileProblem {
  return problem(
    'job-file-none',
    sentence('jobFile.none', { path: shown(path) }),
    sentence('jobFile.noneCure'),
    path,
  );
}

export function newerFile(path: string, version: number): JobFileProblem {
  return problem(
    'job-file-newer',
    sentence('jobFile.newer', {
      path: shown(path),
      version: String(version),
      known: String(VERSION),
    }),
    sentence('jobFile.newerCure'),
    path,
  );
}

export function truncatedFile(path: string): JobFileProblem {
  return problem(
    'job-file-truncated',
    sentence('jobFile.truncated', { path: shown(path) }),
    sentence('jobFile.copyCure'),
    path,
  );
}

export function damagedFile(path: string): JobFileProblem {
  return problem(
    'job-file-damaged',
    sentence('jobFile.damaged', { path: shown(path) }),
    sentence('jobFile.copyCure'),
    path,
  );
}

export function changedJob(path: string): JobFileProblem {
  return problem(
    'job-file-changed',
    sentence('jobFile.changed'),
    sentence('jobFile.copyCure'),
    path,
  );
}

export function tooLargeFile(path: string): JobFileProblem {
  return problem(
    'job-file-too-large',
    sentence('jobFile.tooLarge', { path: shown(path) }),
    sentence('jobFile.tooLargeCure'),
    path,
  );
}

export function otherModel(path: string, model: string): JobFileProblem {
  return problem(
    'job-file-other-model',
    sentence('jobFile.otherModel', { model: shown(model) }),
    sentence('jobFile.otherModelCure'),
    path,
  );
}

export function jobBeingOpened(path: string, name: string): JobFileProblem {
  return problem(
    'job-file-busy',
    sentence('jobFile.busy', { name: shown(name) }),
    sentence('jobFile.busyCure'),
    path,
  );
}
