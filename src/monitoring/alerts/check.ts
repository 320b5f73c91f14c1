import { prometheusOf } from '../../analysis/prometheus.ts';
import type { Cluster } from '../../cluster/port.ts';
import type { AlertSeverity } from '../../config/receivers.ts';
import { innermostCause, UserError } from '../../toolkit/errors.ts';
import { pause } from '../../toolkit/retry.ts';
import { requirePrometheus } from '../subject.ts';
import { alertmanagerOf } from './alertmanager-api.ts';
import { setCheckLease } from './check-lease.ts';
import { type CheckedRoute, type Hop, hopsOf } from './hops.ts';

/**
 * Tests the way of an alert from its metric to its receiver: a Lease is renewed, which an alert rule notices, and each hop is asked until it
 * has the alert.
 */

export interface AlertCheckRequest extends CheckedRoute {
  /** Milliseconds for all hops together. */
  readonly within: number;
  readonly signal: AbortSignal;
  readonly report: (line: string) => void;
}

export interface HopResult extends Omit<Hop, 'ask'> {
  readonly state: 'reached' | 'broken' | 'unknown' | 'not-reached';
  /** Milliseconds from the renewal of the Lease until the hop had the alert. */
  readonly ms?: number;
  /** What was seen; for a hop that is not reached, why. */
  readonly detail?: string;
}

export interface AlertCheck {
  readonly severity: AlertSeverity;
  /** By which the check is recognized at each hop: seconds since 1970. */
  readonly number: number;
  /** `unknown`: a hop could not be asked. It never counts as delivered. */
  readonly state: 'delivered' | 'broken' | 'unknown';
  readonly hops: readonly HopResult[];
  /** Why it is not delivered, as a sentence without a full stop. */
  readonly reason?: string;
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
  const before = await api('GET', '/metrics');
  const asked = hopsOf(cluster, request, { source, api, number, before });
  const began = performance.now();
  const hops: HopResult[] = [];
  try {
    await setCheckLease(cluster, subject, severity, number);
    for (const hop of asked) hops.push(await follow(hop, hops.at(-1), request, began));
  } finally {
    // The alert resolves without it, too, so a failure is only a warning.
    await setCheckLease(cluster, subject, severity, undefined).catch((error: unknown) =>
      report(
        `warning: the Lease of the test alert was not cleared: ${innermostCause(error)}. The alert resolves within 10 minutes.`,
      ),
    );
  }
  const stopped = hops.find(({ state }) => state === 'broken' || state === 'unknown');
  return {
    ...{ severity, number, hops },
    state:
      stopped === undefined
        ? 'delivered'
        : signal.aborted || stopped.state === 'unknown'
          ? 'unknown'
          : 'broken',
    ...(stopped === undefined ? {} : { reason: reasonOf(stopped) }),
  };
}

const reasonOf = ({ name, state, detail }: HopResult): string =>
  `the hop ${name} ${state === 'unknown' ? 'could not be asked' : 'was not reached'}: ${detail}`;

/** Asks a hop until it has the alert or the time is over. A hop after one that is not reached is not asked. */
async function follow(
  { name, title, ask }: Hop,
  last: HopResult | undefined,
  { within, signal, report }: AlertCheckRequest,
  began: number,
): Promise<HopResult> {
  if (last !== undefined && last.state !== 'reached') return { name, title, state: 'not-reached' };
  for (;;) {
    const seen = await ask();
    const ms = performance.now() - began;
    if (seen.state === 'reached') {
      report(`${title} after ${(ms / 1000).toFixed(1)} s`);
      return {
        name,
        title,
        state: 'reached',
        ms,
        ...(seen.detail === undefined ? {} : { detail: seen.detail }),
      };
    }
    if (ms >= within || signal.aborted) {
      const state = seen.state === 'unknown' ? 'unknown' : 'broken';
      return { name, title, state, detail: signal.aborted ? 'the check was cancelled' : seen.why };
    }
    await pause(pace, { signal }).catch(() => undefined);
  }
}
