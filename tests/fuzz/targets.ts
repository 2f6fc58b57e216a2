import type { Target } from './target';
import { drop, gzip, tar, tarGz, zip } from './targets/archives';
import { acqu, acquisition, analyteInfo, runInfo } from './targets/bruker';
import { job } from './targets/job';
import { jobFile } from './targets/job-file';
import { featureList, markerFile, modelFile } from './targets/laboratory-files';
import { onnx, pickle } from './targets/model-files';
import { manifest, modelIndex, modelPack } from './targets/model-pack';
import { mzml, mzxml, text } from './targets/open-formats';
import { stored } from './targets/stored';
import { markerImport, markerTable, sampleSheet, sheetFile, watchTable } from './targets/tables';
import { addresses, paths } from './targets/texts';

import { FAULTY } from './targets/faulty';
/** Everything that reads what somebody else wrote. A new reader is added here. */
export const TARGETS: readonly Target[] = [
  acqu,
  acquisition,
  runInfo,
  analyteInfo,
  sampleSheet,
  sheetFile,
  markerTable,
  markerImport,
  markerFile,
  watchTable,
  zip,
  tar,
  tarGz,
  gzip,
  drop,
  paths,
  addresses,
  manifest,
  modelIndex,
  modelPack,
  pickle,
  modelFile,
  featureList,
  onnx,
  stored,
  jobFile,
  text,
  mzml,
  mzxml,
  job,
];

export function findTarget(name: string): Target {
  const found = [...TARGETS, ...FAULTY].find((target) => target.name === name);
  if (found === undefined) throw new Error(`There is no target ${name}`);
  return found;
}
