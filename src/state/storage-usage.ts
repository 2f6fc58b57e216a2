import { readStorageUsage, type StorageUsage } from '../storage/usage';

/** Provides the browser's estimate of this origin's storage to the components. */
export function storageUsage(): Promise<StorageUsage | null> {
  return readStorageUsage();
}
