import { prometheusOf } from '../../analysis/prometheus.ts';
import { isConflict } from '../../cluster/errors.ts';
import type { LeaseObject } from '../../cluster/objects.ts';
import type { Cluster } from '../../cluster/port.ts';
import { pathOf, resources } from '../../cluster/resources.ts';
import type { AlertSeverity } from '../../config/receivers.ts';
import { innermostCause, UserError } from '../../toolkit/errors.ts';
import { pause, retry } from '../../toolkit/retry.ts';
import { labels } from '../../workloads/naming.ts';
import { checkLease } from '../rules/alert-check.ts';
import { requirePrometheus } from '../subject.ts';
import { alertmanagerOf } from './alertmanager-api.ts';
import { type CheckedRoute, type Hop, hopsOf } from './hops.ts';

/**
 * Tests the path of an alert from its metric to its receiver: a Lease is renewed, an alert rule detects that, and each hop is queried until it
 * has the alert.
 */

/** How long hops are asked. */
export interface HopPatience {
  /** Milliseconds for all hops together. */
  readonly within: number;
  readonly signal: AbortSignal;
  readonly report: (line: string) => void;
}

type AlertCheckRequest = CheckedRoute & HopPatience;

export interface HopResult extends Omit<Hop, 'ask'> {
  readonly state: 'reached' | 'broken' | 'unknown' | 'not-reached';
  /** Milliseconds from the renewal of the Lease until the hop had the alert. */
  readonly ms?: number;
  /** What was seen; for a hop that is not reached, why. */
  readonly detail?: string;
}

/** What the hops of one alert or event show. */
export interface HopsResult {
  /** `unknown`: a hop could not be queried. It never counts as delivered. */
  readonly state: 'delivered' | 'broken' | 'unknown';
  readonly hops: readonly HopResult[];
  /** Why it is not delivered, as a sentence without a full stop. */
  readonly reason?: string;
}

export interface AlertCheck extends HopsResult {
  readonly severity: AlertSeverity;
  /** By which the check is recognized at each hop: seconds since 1970. */
  readonly number: number;
}

/** Milliseconds between two questions. */
const pace = 500;

/**
 * Checks one severity, and ends the alert.
 * @throws UserError if slipway.yml names no Prometheus or no Alertmanager, or the Lease cannot be written.
 */
export async function checkAlertDelivery(cluster: Cluster, request: AlertCheckRequest): Promise<AlertCheck> {
  const { subject, severity, env, signal, report } = request;
  const source = prometheusOf(requirePrometheus(subject), cluster, env);
  const { alertmanager } = subject.settings;
  if (alertmanager === undefined)
    throw new UserError(
      'the delivery of alerts cannot be tested: slipway.yml names no Alertmanager',
      'add `monitoring.alertmanager`, such as `alertmanager: {service: monitoring/alertmanager:9093}`',
    );
  const api = alertmanagerOf(alertmanager, cluster, env);
  const number = Math.floor(cluster.now() / 1000);
  const asked = await hopsOf(cluster, request, { source, api, number });
  const began = performance.now();
  const hops: HopResult[] = [];
  try {
    await setLease(cluster, request, {
      renewTime: new Date(number * 1000).toISOString().replace('Z', '000Z'),
    });
    for (const hop of asked) hops.push(await follow(hop, hops.at(-1), request, began));
  } finally {
    // The alert resolves without it, too, so a failure is only a warning.
    await setLease(cluster, request, {}).catch((error: unknown) =>
      report(
        `warning: the Lease of the test alert was not cleared: ${innermostCause(error)}. The alert resolves within 10 minutes.`,
      ),
    );
  }
  return { severity, number, ...deliveryOf(hops, signal) };
}

/** Returns what the hops show. */
export function deliveryOf(hops: readonly HopResult[], signal: AbortSignal): HopsResult {
  const stopped = hops.find(({ state }) => state === 'broken' || state === 'unknown');
  if (stopped === undefined) return { hops, state: 'delivered' };
  const isUnknown = stopped.state === 'unknown';
  const what = isUnknown ? 'could not be queried' : 'was not reached';
  return {
    hops,
    state: isUnknown || signal.aborted ? 'unknown' : 'broken',
    reason: `the hop ${stopped.name} ${what}: ${stopped.detail}`,
  };
}

/**
 * Writes the Lease that makes the alert of a check fire; without a time it ends the alert. The Lease itself stays, because a release needs no
 * permission to delete one.
 * @param spec `renewTime`: with microseconds, as the API requires.
 */
async function setLease(
  cluster: Cluster,
  { subject: { app, namespace }, severity }: CheckedRoute,
  spec: { readonly renewTime?: string },
): Promise<void> {
  const name = checkLease(app, severity);
  const path = pathOf(resources.lease, namespace);
  await retry({ attempts: 3, temporary: isConflict }, async () => {
    const there = await cluster.get<LeaseObject>(`${path}/${name}`);
    const { resourceVersion } = there?.metadata ?? {};
    const own = { name, namespace, labels: { [labels.app]: app, [labels.kind]: 'alert-check' } };
    const metadata = { ...own, ...(resourceVersion === undefined ? {} : { resourceVersion }) };
    const lease = { apiVersion: 'coordination.k8s.io/v1', kind: 'Lease', metadata, spec };
    if (there === undefined) await cluster.create(path, lease);
    else await cluster.replace(`${path}/${name}`, lease);
  });
}

/** Queries a hop until it has the alert or the time is over. A hop behind one that was not reached is not queried. */
export async function follow(
  { name, title, ask }: Hop,
  last: HopResult | undefined,
  { within, signal, report }: HopPatience,
  began: number,
): Promise<HopResult> {
  if (last !== undefined && last.state !== 'reached') return { name, title, state: 'not-reached' };
  for (;;) {
    const { state, ...seen } = await ask();
    const ms = performance.now() - began;
    if (state === 'reached') {
      report(`${title} after ${(ms / 1000).toFixed(1)} s`);
      return { name, title, state, ms, ...seen };
    }
    const ended = { name, title, state: state === 'unknown' ? 'unknown' : 'broken' } as const;
    if (signal.aborted) return { ...ended, detail: 'the check was cancelled' };
    if (ms >= within) return { ...ended, ...seen };
    await pause(pace, { signal }).catch(() => undefined);
  }
}
