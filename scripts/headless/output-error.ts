/** Exit code of a command whose output could not be written. */
export const NOT_WRITTEN = 3;

/** An output that cannot be written: the message is one sentence for the person. */
export class OutputError extends Error {}

/** Describes a system's error about an output in one sentence. Null if the error is not the system's. */
export function outputError(error: unknown, where: string): OutputError | null {
  if (error instanceof OutputError) return error;
  const { code, syscall } = error as NodeJS.ErrnoException;
  if (!(error instanceof Error) || typeof code !== 'string' || syscall === undefined) return null;
  return new OutputError(sentence(code, where));
}

/** Does work that writes an output. @throws OutputError when the system does not let it */
export async function asOutput<T>(where: string, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    throw outputError(error, where) ?? error;
  }
}

function sentence(code: string, where: string): string {
  switch (code) {
    case 'ENOSPC':
    case 'EDQUOT':
      return `The disk is full: ${where} could not be written. Make room, and run this again.`;
    case 'ENOENT':
    case 'ENOTDIR':
      return `There is no folder to write ${where} into. Make it first, or name another.`;
    case 'EACCES':
    case 'EPERM':
    case 'EROFS':
      return `You may not write ${where}. Name another place.`;
    case 'EISDIR':
      return `${where} is a folder. Name a file.`;
    case 'EEXIST':
      return `${where} is a file. Name a folder.`;
    case 'EPIPE':
      return 'The program that was to read the output has ended, and the rest was not written.';
    default:
      return `${where} could not be written (${code}). Name another place.`;
  }
}
