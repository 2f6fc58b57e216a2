/** @returns the path of the page of an isolate; the name is in the query, since it may have any sign */
export function isolatePath(name: string): string {
  return `/isolate?${new URLSearchParams({ name }).toString()}`;
}
