/** A place on the web where people find more about the app. */
export interface SourceLink {
  readonly label: string;
  readonly href: string;
}

/** Where hosts of source keep the folder `docs` and the list of problems, below a project's address. */
const HOSTS: Readonly<Record<string, { readonly docs: string; readonly problems: string }>> = {
  'github.com': { docs: '/tree/HEAD/docs', problems: '/issues' },
  'gitlab.com': { docs: '/-/tree/HEAD/docs', problems: '/-/issues' },
};

/**
 * Lists where the source of this copy is, with its documentation and its problems where its host is known.
 *
 * @param source the address that the app was built with
 */
export function sourceLinks(source: string): readonly SourceLink[] {
  const base = source.replace(/\/+$/, '').replace(/\.git$/, '');
  const links = [{ label: 'Source', href: source }];
  const host = HOSTS[new URL(source).hostname];
  if (host === undefined) return links;
  return [
    ...links,
    { label: 'Documentation', href: base + host.docs },
    { label: 'Report a problem', href: base + host.problems },
  ];
}
