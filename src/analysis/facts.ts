import type { EndpointSlice } from '../cluster/objects.ts';
import { counted } from '../toolkit/count.ts';
import type { Traffic } from './tick.ts';
import type { HardFact } from './verdict.ts';

/**
 * Returns the fact that too few pods of the candidate can get traffic. Pure.
 * @param need how many ready endpoints the candidate must have for the traffic that it gets.
 */
export function endpointFacts(slices: readonly EndpointSlice[], need: number): HardFact[] {
  const ready = readyEndpoints(slices);
  if (ready >= need) return [];
  const detail = `${ready === 0 ? 'no pod' : `only ${counted(ready, 'pod')}`} of the candidate can receive requests; at least ${need} must`;
  return [{ kind: 'endpoints-missing', detail }];
}

/** Counts the pods that get traffic; with two address families, each pod has two endpoints. Pure. */
export function readyEndpoints(slices: readonly EndpointSlice[]): number {
  const pods = slices
    .flatMap(({ endpoints }) => endpoints ?? [])
    // Consumers of the API must read an unknown condition as ready.
    .filter(({ conditions }) => conditions?.ready !== false)
    .map(({ targetRef, addresses }) => targetRef?.uid ?? targetRef?.name ?? addresses[0]);
  return new Set(pods).size;
}

/** Fewer requests are a hiccup; below this share of the candidate's requests they are an error rate, which the metrics compare. */
const manyLost = { requests: 10, share: 0.2 };

/**
 * Returns the fact that the gateway itself answers requests for the candidate. Without endpoints, it answers 503 for exactly the
 * candidate's share, which the candidate's own metrics do not show. Pure.
 * @param weight the candidate's, in percent.
 */
export function gatewayFact(traffic: Traffic, weight: number): HardFact | undefined {
  const { canary, total, errors = 0, reached = canary, unserved = 0 } = traffic;
  const sent = Math.max(canary, ((total + unserved) * weight) / 100);
  const isMuch = (lost: number) => lost >= manyLost.requests && lost >= manyLost.share * sent;
  const of = `of about ${Math.round(sent)} requests for the candidate with 5xx`;
  if (isMuch(unserved))
    return { kind: 'gateway-errors', detail: `the gateway itself answered ${Math.round(unserved)} ${of}` };
  // Counters of gateway and pods are scraped at different moments, so either number alone may be off, and both are said.
  if (!isMuch(Math.min(errors, canary - reached))) return undefined;
  const detail = `the gateway answered ${Math.round(errors)} ${of}; the candidate's pods counted only ${Math.round(reached)}`;
  return { kind: 'gateway-errors', detail };
}
