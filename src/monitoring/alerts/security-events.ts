import type { MetricSource } from '../../analysis/prometheus.ts';
import type { SecurityEventKind } from '../../config/security-events.ts';
import { UserError } from '../../toolkit/errors.ts';
import { securityEventAlerts, securityEventCounter } from '../rules/security-events.ts';
import type { MonitoringSubject } from '../subject.ts';
import { deliveryOf, follow, type HopPatience, type HopResult, type HopsResult } from './check.ts';
import { type HopAnswer, valueIn } from './hops.ts';

/** Follows a security event of each kind from the request that causes it to its counter, and to its alert where one event fires it. */

interface SecurityEventsRequest extends HopPatience {
  readonly subject: MonitoringSubject;
  readonly source: MetricSource;
  readonly kinds: readonly SecurityEventKind[];
  /** Sends the request of a kind once. @returns why it was not answered as expected. */
  readonly send: (kind: SecurityEventKind) => Promise<string | undefined>;
}

/**
 * Causes one event after another.
 * @throws UserError, before the first request, if `monitoring.security-events` has no counter for a kind.
 */
export async function checkSecurityEvents(request: SecurityEventsRequest): Promise<HopsResult> {
  const { kinds, subject, signal } = request;
  const counters = kinds.map(kind => [kind, counterOf(subject, kind)] as const);
  const hops: HopResult[] = [];
  for (const [kind, counter] of counters) hops.push(...(await followEvent(kind, counter, request)));
  return deliveryOf(hops, signal);
}

function counterOf(subject: MonitoringSubject, kind: SecurityEventKind): string {
  const counter = securityEventCounter(subject, kind);
  if (counter !== undefined) return counter;
  throw new UserError(
    `\`verify.security-events.${kind}\` would increase no counter: \`monitoring.security-events\` has no \`${kind}\``,
    `add the counter of the application to \`monitoring.security-events.${kind}\``,
  );
}

async function followEvent(
  kind: SecurityEventKind,
  counter: string,
  request: SecurityEventsRequest,
): Promise<HopResult[]> {
  const { subject, source, send, signal } = request;
  const first = { name: `${kind}-request`, title: `the request for ${kind} was answered as expected` };
  const before = await total(source, counter);
  if (typeof before === 'string') return [{ ...first, state: 'unknown', detail: before }];
  if (signal.aborted) return [{ ...first, state: 'unknown', detail: 'the check was cancelled' }];
  const began = performance.now();
  const refused = await send(kind);
  const ms = performance.now() - began;
  if (refused !== undefined) return [{ ...first, state: 'broken', ms, detail: refused }];
  let least = before;
  const raised = async (): Promise<HopAnswer> => {
    const now = await total(source, counter);
    if (typeof now === 'string') return { state: 'unknown', detail: now };
    if (now > least) return { state: 'reached' };
    // The counters of a pod that ended are missing from the sum.
    least = Math.min(least, now);
    return {
      state: 'waiting',
      detail: `${counter} did not grow. Check that the application counts the event`,
    };
  };
  const metric = await follow(
    { name: `${kind}-metric`, title: `the counter for ${kind} grew`, ask: raised },
    undefined,
    request,
    began,
  );
  const hops: HopResult[] = [{ ...first, state: 'reached', ms }, metric];
  // One failed login, or one request more, is not an alert.
  if (kind === 'logins' || kind === 'behavior') return hops;
  const rule = securityEventAlerts(subject).find(({ labels }) => labels?.event === kind);
  const { app, environment } = subject;
  const alert = `ALERTS{alertname="${rule?.alert}",app="${app}",environment="${environment}",alertstate="firing"}`;
  const why = `${rule?.alert} does not fire. Check that Prometheus has loaded the rules of \`slipway monitoring\``;
  const firing = () => valueIn(source, alert, 0, why);
  const asked = { name: `${kind}-alert`, title: `the alert ${rule?.alert} fires`, ask: firing };
  return [...hops, await follow(asked, metric, request, began)];
}

/** Returns the sum of a counter, 0 without one, or why it could not be read. */
async function total(source: MetricSource, counter: string): Promise<number | string> {
  const answer = await source.query(`sum(${counter})`);
  return answer.ok ? (answer.value[0]?.samples.at(-1)?.[1] ?? 0) : answer.detail;
}
