import type { Gate } from '../config/types.ts';
import type { QueryResult } from './ask.ts';
import { grownIn } from './counters.ts';
import {
  type Probe,
  podOf,
  type Sampling,
  type ShareCounters,
  type ShareProbe,
  type Span,
  type WatchedPod,
} from './probe.ts';
import type { MetricSource } from './prometheus.ts';
import { literal, matching, narrowed } from './selector.ts';
import type { Traffic } from './tick.ts';
import { type Counter, readWindow, type Window } from './window.ts';

/** The names of the two sides at the gateway. */
export interface Sides {
  namespace: string;
  stable: string;
  canary: string;
  /** The HTTPRoute, if there is one. */
  route?: string;
}

/** Returns the counters that measure the share. Pure. */
export function shareProbeOf(share: Gate['share'], sides: Sides, probes: readonly Probe[]): ShareProbe {
  if (share === 'application') return { kind: 'application', probe: probes[0]?.name ?? '' };
  return { kind: 'counters', ...(typeof share === 'string' ? presets[share](sides) : share) };
}

/** Gateways whose counters are known by name. */
const presets = { contour, traefik } as const;

/**
 * Returns Envoy's counters as Contour names them: a cluster for each Service and port, separated by underscores, which names cannot
 * contain. Envoy's own responses for a Service without endpoints count there, too, as errors.
 */
function contour({ namespace, stable, canary }: Sides): ShareCounters {
  const clusters = (...names: string[]) =>
    matching('envoy_cluster_name', '=~', `${literal(namespace)}_${oneOf(names)}_[0-9]+`);
  const answers = 'envoy_cluster_upstream_rq_xx';
  return {
    total: narrowed(answers, [clusters(stable, canary)]),
    candidate: narrowed(answers, [clusters(canary)]),
    errors: narrowed(answers, [clusters(canary), matching('envoy_response_code_class', '=', '5')]),
  };
}

/** Returns Traefik's counters for the backends of a Gateway API route, and for the route itself, which it counts only if configured. */
function traefik({ namespace, stable, canary, route }: Sides): ShareCounters {
  const services = (...names: string[]) =>
    matching('service', '=~', `${literal(namespace)}-${oneOf(names)}-http-[0-9]+@kubernetesgateway`);
  const failed = matching('code', '=~', '5..');
  const requests = 'traefik_service_requests_total';
  const router = (name: string) =>
    matching('router', '=~', `httproute-${literal(namespace)}-${literal(name)}-gw-.*@kubernetesgateway`);
  return {
    total: narrowed(requests, [services(stable, canary)]),
    candidate: narrowed(requests, [services(canary)]),
    errors: narrowed(requests, [services(canary), failed]),
    ...(route === undefined
      ? {}
      : {
          routed: narrowed('traefik_router_requests_total', [router(route), failed]),
          served: narrowed(requests, [services(stable, canary), failed]),
        }),
  };
}

const oneOf = (names: readonly string[]) => `(?:${names.map(literal).join('|')})`;

/** The counters of a gateway over an interval, by name. */
export type GatewayCounters = ReadonlyMap<CounterName, readonly Counter[]>;

/** Reads the counters of a gateway; undefined when it has none or they cannot be read, because then the share is unknown. */
export async function readGateway(
  source: MetricSource,
  { share, pace }: Pick<Sampling, 'share' | 'pace'>,
  span: Span,
): Promise<GatewayCounters | undefined> {
  if (share.kind !== 'counters') return undefined;
  const questions = counterNames.flatMap(name =>
    share[name] === undefined ? [] : [{ name, selector: share[name] }],
  );
  const selectors = questions.map(({ selector }) => selector);
  const window = await readWindow(source, selectors, undefined, span, pace);
  if (!window.ok || window.value.series[0]?.length === 0) return undefined;
  const { counters } = window.value;
  return new Map(questions.map(({ name }, index) => [name, counters[index] ?? []]));
}

/** Returns the requests that a gateway counted in a span. Pure. */
export function trafficIn(gateway: GatewayCounters | undefined, span: Span): Traffic | undefined {
  if (gateway === undefined) return undefined;
  const sum = (name: CounterName) => sumOf(gateway.get(name) ?? [], span);
  return {
    canary: sum('candidate'),
    total: sum('total'),
    ...(gateway.has('errors') ? { errors: sum('errors') } : {}),
    ...(gateway.get('routed')?.length ? { unserved: Math.max(0, sum('routed') - sum('served')) } : {}),
  };
}

const counterNames = ['total', 'candidate', 'errors', 'routed', 'served'] as const;
type CounterName = (typeof counterNames)[number];

/**
 * Returns the requests that the pods counted, including those in their warm-up: for the share where no gateway counts it, or for the
 * requests that reached the canary where one does. Pure.
 */
export function trafficOf(
  { share, probes }: Pick<Sampling, 'share' | 'probes'>,
  windows: readonly QueryResult<Window>[],
  pods: readonly WatchedPod[],
  span: Span,
): Traffic | undefined {
  const index = share.kind === 'application' ? probes.findIndex(({ name }) => name === share.probe) : 0;
  const window = windows[index];
  if (window?.ok !== true) return undefined;
  const requests = (window.value.counters[0] ?? []).filter(
    ({ labels }) => probes[index]?.kind !== 'histogram' || labels.le === '+Inf',
  );
  const known = requests.filter(({ labels }) => podOf(labels, pods) !== undefined);
  const canary = known.filter(({ labels }) => podOf(labels, pods)?.track === 'canary');
  return { canary: sumOf(canary, span), total: sumOf(known, span) };
}

function sumOf(counters: readonly Counter[], { from, to, since }: Span): number {
  return counters.reduce((sum, { growths }) => sum + grownIn(growths, from, to, since), 0);
}
