const uuid = /[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}/i;

/** A job's token as a person types or pastes it: bare, in any case, or within an address. */
export function parseToken(text: string): string | null {
  return uuid.exec(text)?.[0].toLowerCase() ?? null;
}
