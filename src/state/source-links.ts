import { say } from '../words/say';

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
  const links = [{ label: say('help.reportSource'), href: source }];
  const host = HOSTS[new URL(source).hostname];
  if (host === undefined) return links;
  return [
    ...links,
    { label: say('help.reportDocs'), href: base + host.docs },
    { label: say('help.reportProblem'), href: base + host.problems },
  ];
}
