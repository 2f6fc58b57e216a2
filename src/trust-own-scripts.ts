/** The API of browsers with Trusted Types, which TypeScript's library does not have yet. */
interface TrustedTypesFactory {
  createPolicy(name: string, rules: { createScriptURL(address: string): string }): unknown;
}

/**
 * Lets the page start scripts (its workers and its service worker) from its own folder, and from nowhere
 * else: neither another host nor a `blob:` or `data:` address. The policy named "default" is asked for
 * every address; text that is to become markup or code it refuses altogether, as it has no rule for those.
 * Svelte's policy for its own templates is the only other one that the host's headers allow.
 * Source: https://w3c.github.io/trusted-types/dist/spec/#default-policy-hdr
 *
 * @param base path of the app on its host, with a slash at its end
 */
export function trustOwnScripts(
  scope: { readonly trustedTypes?: unknown; readonly location: { readonly href: string } },
  base: string,
): void {
  const trustedTypes = scope.trustedTypes as TrustedTypesFactory | undefined;
  const own = new URL(base, scope.location.href).href;
  trustedTypes?.createPolicy('default', {
    createScriptURL(address) {
      const { href } = new URL(address, scope.location.href);
      if (href.startsWith(own)) return href;
      throw new TypeError(`ktyper starts no script from elsewhere: ${address.slice(0, 200)}`);
    },
  });
}
