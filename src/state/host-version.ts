/**
 * Whether the host has another version of the app than this page is of: its service worker, which is never
 * cached, names its build.
 *
 * @param address of the service worker's file
 * @returns false as well where the host does not say: without a network, or behind a login page
 */
export async function hostHasOther(address: string): Promise<boolean> {
  try {
    const response = await fetch(address, { cache: 'no-store' });
    if (!response.ok) return false;
    const build = /ktyper-build:([0-9a-f]+)/.exec(await response.text())?.[1];
    return build !== undefined && build !== __BUILD_ID__;
  } catch {
    return false;
  }
}
