/**
 * The value of a promise, unless a signal is given before.
 *
 * @param error made where it is
 */
export async function unlessAborted<T>(promise: Promise<T>, signal: AbortSignal | undefined, error: () => Error): Promise<T> {
  return new Promise((resolve, reject) => {
    const abort = () => reject(error());
    if (signal?.aborted) abort();
    signal?.addEventListener('abort', abort, { once: true });
    // many wait for one signal, one after another
    promise.then(resolve, reject).finally(() => signal?.removeEventListener('abort', abort));
  });
}
