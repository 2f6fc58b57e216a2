/** Plugin of workbox for the host's list of models: any other answer is no answer. */
export const onlyModelLists = {
  async fetchDidSucceed({ response }: { response: Response }): Promise<Response> {
    if (response.ok && isModelList(await response.clone().text())) return response;
    throw new Error('The host answered with something else than its list of models');
  },
  async cachedResponseWillBeUsed({
    cachedResponse,
  }: {
    cachedResponse?: Response | undefined;
  }): Promise<Response | null> {
    if (cachedResponse === undefined) return null;
    return isModelList(await cachedResponse.clone().text()) ? cachedResponse : null;
  },
};

/** The list that was built with the app, for when the host has none and none was kept. */
export function builtModelList(text: string): Response {
  return new Response(text, { headers: { 'Content-Type': 'application/json' } });
}

/**
 * Plugin of workbox for a model that the host added later. A page that found it wrong asks for it past every
 * cache, and the answer takes the place of what was kept.
 */
export const hostModels = {
  cachedResponseWillBeUsed({
    event,
    cachedResponse,
  }: {
    event?: unknown;
    cachedResponse?: Response | undefined;
  }): Promise<Response | null> {
    const request = (event as { request?: Request } | undefined)?.request;
    return Promise.resolve(request?.cache === 'reload' ? null : (cachedResponse ?? null));
  },
  /** The login page of a guest network is no file of a model. */
  cacheWillUpdate({ response }: { response: Response }): Promise<Response | null> {
    const isPage = response.headers.get('Content-Type')?.startsWith('text/html') === true;
    return Promise.resolve(response.status === 200 && !isPage ? response : null);
  },
};

function isModelList(text: string): boolean {
  try {
    const { format } = JSON.parse(text) as { format?: unknown };
    return typeof format === 'string' && format.startsWith('ktyper-models/');
  } catch {
    return false;
  }
}
