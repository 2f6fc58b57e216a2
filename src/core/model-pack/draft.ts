import type { ModelManifest } from './types';

/** A model pack before its graph is hashed and run, which is as much as a builder in `core` can make. */
export interface ModelPackDraft {
  readonly graph: Uint8Array<ArrayBuffer>;
  readonly manifest: Omit<ModelManifest, 'graph' | 'selfTest'> & {
    readonly graph: Omit<ModelManifest['graph'], 'sha256'>;
    readonly selfTest: Omit<ModelManifest['selfTest'], 'probabilities'>;
  };
}
