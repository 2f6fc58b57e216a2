import type { AddressInfo, Server } from 'node:net';

/**
 * Listens on this computer only, on the wanted port, or on a free one if that is taken.
 *
 * @param port 0 for any free one
 * @returns the port
 */
export async function listen(server: Server, port: number): Promise<number> {
  try {
    return await listenOn(server, port);
  } catch (fault) {
    if ((fault as NodeJS.ErrnoException).code !== 'EADDRINUSE') throw fault;
    return listenOn(server, 0);
  }
}

function listenOn(server: Server, port: number): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', () => {
      server.off('error', reject);
      resolve((server.address() as AddressInfo).port);
    });
  });
}
