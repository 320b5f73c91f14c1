import type { Gate } from '../config/types.ts';
import { grownIn } from './counters.ts';
import {
  type Probe,
  podOf,
  type Sampling,
  type ShareProbe,
  type Span,
  type WatchedPod,
} from './probe.ts';
import type { Outcome, Source } from './prometheus.ts';
import { literal, narrowed } from './selector.ts';
import type { Traffic } from './tick.ts';
import { type Counter, readWindow, type Window } from './window.ts';

/**
 * Whether the share that arrived is the one that was asked for: within the larger of 0.5 points and the binomial 99.9 %
 * interval. Nothing for one side, or everything, is never a share. A gateway that still moves needs a while; after 1,000
 * requests it is wrong: labels that mix the sides up, or traffic that takes another way. Pure.
 * @param weight percentage, from 0 to 100.
 */
export function shareFits(canary: number, total: number, weight: number): 'fits' | 'not-yet' | 'wrong' {
  if (total <= 0) return 'not-yet';
  const lopsided = (weight > 0 && canary <= 0) || (weight < 100 && canary >= total);
  const apart = Math.abs((100 * canary) / total - weight);
  if (!lopsided && (apart <= 0.5 || isPlausible(canary, total, weight / 100))) return 'fits';
  return total < enoughRequests ? 'not-yet' : 'wrong';
}

const enoughRequests = 1_000;
/** Of either end of the interval. */
const tail = 0.0005;

/** Whether `k` of `n` lies in the central 99.9 % of the binomial distribution. */
function isPlausible(k: number, n: number, p: number): boolean {
  if (p <= 0 || p >= 1) return false;
  const [count, trials] = [Math.round(k), Math.round(n)];
  const below = count <= trials * p;
  // The smaller tail, term by term away from the middle: each is the one before times a factor below 1.
  let term = Math.exp(logBinomial(trials, count) + count * Math.log(p) + (trials - count) * Math.log1p(-p));
  let sum = 0;
  for (let i = count; i >= 0 && i <= trials && sum <= tail && term > sum * 1e-12; ) {
    sum += term;
    term *= below ? (i / (trials - i + 1)) * ((1 - p) / p) : ((trials - i) / (i + 1)) * (p / (1 - p));
    i += below ? -1 : 1;
  }
  return sum > tail;
}

function logBinomial(n: number, k: number): number {
  return logFactorial(n) - logFactorial(k) - logFactorial(n - k);
}

/** Stirling's series; below 1e-10 from the true value for n of 10 and above, exact below that. */
function logFactorial(n: number): number {
  if (n < 10) return Math.log([1, 1, 2, 6, 24, 120, 720, 5040, 40320, 362880][n] ?? 1);
  const x = n + 1;
  return (
    (x - 0.5) * Math.log(x) -
    x +
    0.5 * Math.log(2 * Math.PI) +
    1 / (12 * x) -
    1 / (360 * x ** 3) +
    1 / (1260 * x ** 5)
  );
}

/**
 * Where the share is read. Pure.
 * @param services what the gateway knows as the baseline's and the candidate's side.
 */
export function shareProbeOf(
  share: Gate['share'],
  namespace: string,
  services: { stable: string; canary: string },
  probes: readonly Probe[],
): ShareProbe {
  if (share === 'application') return { kind: 'application', probe: probes[0]?.name ?? '' };
  if (share !== 'traefik') return { kind: 'counters', ...share };
  const side = (...names: string[]) => ({
    label: 'service',
    operator: '=~' as const,
    // Its own name for a backend of a route of the Gateway API.
    value: `${literal(namespace)}-(?:${names.map(literal).join('|')})-http-[0-9]+@kubernetesgateway`,
  });
  const requests = 'traefik_service_requests_total';
  return {
    kind: 'counters',
    total: narrowed(requests, [side(services.stable, services.canary)]),
    candidate: narrowed(requests, [side(services.canary)]),
    errors: narrowed(requests, [side(services.canary), { label: 'code', operator: '=~', value: '5..' }]),
  };
}

/** What a gateway counted in a span. Undefined when it counts nothing, or cannot be read just now: a share that is not known is never right. */
export async function readTraffic(
  source: Source,
  { share, pace }: Pick<Sampling, 'share' | 'pace'>,
  span: Span,
): Promise<Traffic | undefined> {
  if (share.kind !== 'counters') return undefined;
  const window = await readWindow(source, selectorsOfShare(share), undefined, span, pace);
  if (!window.ok || window.value.series[0]?.length === 0) return undefined;
  const [total = 0, canary = 0, errors] = window.value.counters.map(counters => sumOf(counters, span));
  return { canary, total, ...(errors === undefined ? {} : { errors }) };
}

export function selectorsOfShare({
  total,
  candidate,
  errors,
}: Extract<ShareProbe, { kind: 'counters' }>): string[] {
  return [total, candidate, ...(errors === undefined ? [] : [errors])];
}

/** What the pods themselves counted, those in their warm-up too. Pure. */
export function trafficOf(
  { share, probes }: Pick<Sampling, 'share' | 'probes'>,
  windows: readonly Outcome<Window>[],
  pods: readonly WatchedPod[],
  span: Span,
): Traffic | undefined {
  if (share.kind !== 'application') return undefined;
  const index = probes.findIndex(({ name }) => name === share.probe);
  const window = windows[index];
  if (window?.ok !== true) return undefined;
  const requests = (window.value.counters[0] ?? []).filter(
    ({ labels }) => probes[index]?.kind === 'ratio' || labels.le === '+Inf',
  );
  const of = (track?: 'canary') =>
    sumOf(
      requests.filter(({ labels }) => {
        const pod = podOf(labels, pods);
        return pod !== undefined && (track === undefined || pod.track === track);
      }),
      span,
    );
  return { canary: of('canary'), total: of() };
}

function sumOf(counters: readonly Counter[], { from, to, since }: Span): number {
  return counters.reduce((sum, { growths }) => sum + grownIn(growths, from, to, since), 0);
}
