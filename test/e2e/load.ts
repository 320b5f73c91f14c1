import { type Load, startLoad } from '../../scripts/load.ts';
import type { LoadRecord } from '../../scripts/load-report.ts';
import type { Shop } from './harness.ts';

/**
 * Sends requests to a shop through the gateway, for at most 15 minutes. A machine that stalls for seconds is not a failure of a release,
 * so a request fails after 20 s. One that is sent to a deleted pod never gets a response.
 * @param rate requests a second.
 */
export const loadOn = (shop: Shop, rate: number, path = '/version'): Load =>
  startLoad({ url: shop.url, host: shop.host, path, rate, timeoutMs: 20_000, maxRequests: rate * 15 * 60 });

/** Returns the full records of failed requests since a time, for the message of a failing test. */
export const failedRequests = (load: Load, since = 0): LoadRecord[] =>
  load.records().filter(({ outcome, at }) => outcome === 'failed' && at >= since);
