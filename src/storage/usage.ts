export interface StorageUsage {
  /** Bytes that this origin uses, app and models included, by the browser's own estimate. */
  readonly bytes: number;
  /** Bytes that the browser allows this origin; null where it does not say. */
  readonly quota: number | null;
  /** Whether the browser promises not to evict the jobs when the disk is short. */
  readonly persistent: boolean;
}

/** Null where the browser does not say. A quota is no measure of the space that is left: the disk may be fuller. */
export async function readStorageUsage(): Promise<StorageUsage | null> {
  if (navigator.storage?.estimate === undefined) return null;
  const { usage, quota = null } = await navigator.storage.estimate();
  if (usage === undefined) return null;
  return { bytes: usage, quota, persistent: await isPersistent() };
}

/** Whether the browser has promised to keep the jobs also when the disk is short. */
export async function isPersistent(): Promise<boolean> {
  return (await navigator.storage?.persisted?.()) ?? false;
}

/** Asks the browser to keep the jobs also when the disk is short. */
export async function requestPersistence(): Promise<boolean> {
  return (await navigator.storage?.persist?.()) ?? false;
}

/** Whether so many bytes more are likely to fit, with as much left again for results. */
export async function hasRoomFor(bytes: number): Promise<boolean> {
  if (globalThis.navigator?.storage?.estimate === undefined) return true;
  const { usage = 0, quota = Infinity } = await navigator.storage.estimate();
  return usage + 2 * bytes <= quota;
}
