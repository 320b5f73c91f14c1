import type { Send } from './client.ts';

/** Milliseconds between two renewals: a credential that is refused again will not be better a moment later. */
const pause = 2_000;

/**
 * Returns a `Send` that renews a refused credential once, and sends the request again: with 401 the API server has not carried it out.
 * Requests that are refused at the same time share one renewal. A first request that is refused is not repeated, because its credential
 * never worked.
 * @param renew makes the next request use what the kubeconfig and its plugins say now. A failure counts as no renewal.
 * @param now milliseconds of any clock.
 */
export function renewing(send: Send, renew: () => Promise<void>, now = () => performance.now()): Send {
  let accepted = false;
  let generation = 0;
  let last = Number.NEGATIVE_INFINITY;
  let running: Promise<void> | undefined;
  const renewOnce = async () => {
    if (running === undefined && now() - last < pause) return;
    running ??= renew()
      .then(
        () => {
          generation += 1;
        },
        () => undefined,
      )
      .finally(() => {
        last = now();
        running = undefined;
      });
    await running;
  };
  return async (...sent) => {
    const [, path] = sent;
    const before = generation;
    const response = await send(...sent);
    if (response.statusCode !== 401) accepted = true;
    // The target behind the API server's proxy has a credential of its own.
    if (response.statusCode !== 401 || !accepted || isProxied(path)) return response;
    if (generation === before) await renewOnce();
    if (generation === before) return response;
    response.resume();
    return send(...sent);
  };
}

const isProxied = (path: string) => /\/(services|pods)\/[^/]+\/proxy(\/|\?|$)/.test(path);
