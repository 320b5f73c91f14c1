import { type Load, startLoad } from '../../scripts/load.ts';
import type { LoadRecord } from '../../scripts/load-report.ts';
import type { Shop } from './harness.ts';

/**
 * Requests on a shop through the gateway, at most for a quarter of an hour. A machine that stalls for seconds is no failure
 * of a release, so only an answer that does not come within 20 s is one: what leads to a pod that is gone never gets any.
 * @param rate requests a second.
 */
export const loadOn = (shop: Shop, rate: number, path = '/version'): Load =>
  startLoad({ url: shop.url, host: shop.host, path, rate, timeoutMs: 20_000, maxRequests: rate * 15 * 60 });

/** What failed of the requests that were due since a moment, in full, so that a test that fails says what happened. */
export const failedRequests = (load: Load, since = 0): LoadRecord[] =>
  load.records().filter(({ outcome, at }) => outcome === 'failed' && at >= since);
