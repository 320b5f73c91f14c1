import type { Gate } from '../config/types.ts';
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
import type { Outcome, Source } from './prometheus.ts';
import { literal, type Matcher, narrowed } from './selector.ts';
import type { Track, Traffic } from './tick.ts';
import { type Counter, readWindow, type Window } from './window.ts';

/** What the gateway knows the two sides as. */
export interface Sides {
  namespace: string;
  stable: string;
  canary: string;
  /** The HTTPRoute, if there is one. */
  route?: string;
}

/** Where the share is read. Pure. */
export function shareProbeOf(share: Gate['share'], sides: Sides, probes: readonly Probe[]): ShareProbe {
  if (share === 'application') return { kind: 'application', probe: probes[0]?.name ?? '' };
  return { kind: 'counters', ...(typeof share === 'string' ? presets[share](sides) : share) };
}

/** Gateways whose counters are known by name. */
const presets = { contour, traefik } as const;

/**
 * Envoy's counters as Contour names them: a cluster for each Service and port, with underscores between, which no name has in it. What
 * Envoy answers itself when a Service has no endpoints counts there too, and is among the errors.
 */
function contour({ namespace, stable, canary }: Sides): ShareCounters {
  const clusters = (...names: string[]): Matcher => ({
    label: 'envoy_cluster_name',
    operator: '=~',
    value: `${literal(namespace)}_(?:${names.map(literal).join('|')})_[0-9]+`,
  });
  const answers = 'envoy_cluster_upstream_rq_xx';
  return {
    total: narrowed(answers, [clusters(stable, canary)]),
    candidate: narrowed(answers, [clusters(canary)]),
    errors: narrowed(answers, [
      clusters(canary),
      { label: 'envoy_response_code_class', operator: '=', value: '5' },
    ]),
  };
}

/** Traefik's own names for the backends of a Gateway API route, and for the route itself, which it only counts if told to. */
function traefik({ namespace, stable, canary, route }: Sides): ShareCounters {
  const services = (...names: string[]): Matcher => ({
    label: 'service',
    operator: '=~',
    value: `${literal(namespace)}-(?:${names.map(literal).join('|')})-http-[0-9]+@kubernetesgateway`,
  });
  const failed: Matcher = { label: 'code', operator: '=~', value: '5..' };
  const requests = 'traefik_service_requests_total';
  const router = (name: string): Matcher => ({
    label: 'router',
    operator: '=~',
    value: `httproute-${literal(namespace)}-${literal(name)}-gw-.*@kubernetesgateway`,
  });
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

/** The counters of a gateway over a stretch of time, by what they count. */
export type GatewayCounters = ReadonlyMap<CounterName, readonly Counter[]>;

/** Undefined when the gateway counts nothing, or cannot be read just now: a share that is not known is never right. */
export async function readGateway(
  source: Source,
  { share, pace }: Pick<Sampling, 'share' | 'pace'>,
  span: Span,
): Promise<GatewayCounters | undefined> {
  if (share.kind !== 'counters') return undefined;
  const questions = counterNames.flatMap(name =>
    share[name] === undefined ? [] : [{ name, selector: share[name] }],
  );
  const window = await readWindow(
    source,
    questions.map(({ selector }) => selector),
    undefined,
    span,
    pace,
  );
  if (!window.ok || window.value.series[0]?.length === 0) return undefined;
  const { counters } = window.value;
  return new Map(questions.map(({ name }, index) => [name, counters[index] ?? []]));
}

/** What a gateway counted in a span. Pure. */
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
 * What the pods themselves counted, those in their warm-up too: the share where no gateway tells it, or what reached the canary
 * where one does. Pure.
 */
export function trafficOf(
  { share, probes }: Pick<Sampling, 'share' | 'probes'>,
  windows: readonly Outcome<Window>[],
  pods: readonly WatchedPod[],
  span: Span,
): Traffic | undefined {
  const index = share.kind === 'application' ? probes.findIndex(({ name }) => name === share.probe) : 0;
  const window = windows[index];
  if (window?.ok !== true) return undefined;
  const requests = (window.value.counters[0] ?? []).filter(
    ({ labels }) => probes[index]?.kind === 'ratio' || labels.le === '+Inf',
  );
  const of = (tracks: readonly Track[]) =>
    sumOf(
      requests.filter(({ labels }) => tracks.some(track => podOf(labels, pods)?.track === track)),
      span,
    );
  return { canary: of(['canary']), total: of(['canary', 'baseline']) };
}

function sumOf(counters: readonly Counter[], { from, to, since }: Span): number {
  return counters.reduce((sum, { growths }) => sum + grownIn(growths, from, to, since), 0);
}
