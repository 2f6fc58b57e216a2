import { readStorageUsage, requestPersistence, type StorageUsage } from '../storage/usage';

/** What the browser says of this origin's storage, for the components. */
export function storageUsage(): Promise<StorageUsage | null> {
  return readStorageUsage();
}

export function askToKeep(): Promise<boolean> {
  return requestPersistence();
}
