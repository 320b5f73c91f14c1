import { type EventOutcome, isLasting } from './event.ts';
import type { Notice } from './message.ts';

/** An alert of Alertmanager's API v2. */
interface PostedAlert {
  readonly labels: Readonly<Record<string, string>>;
  readonly annotations: Readonly<Record<string, string>>;
  readonly startsAt: string;
  readonly endsAt: string;
  readonly generatorURL?: string;
}

const day = 86_400_000;
/** How long what is over is an alert; longer than the `group_wait` of any sensible route. */
const brief = 5 * 60_000;

/** Outcomes that last until a success. */
const bad: ReadonlySet<EventOutcome> = new Set(['failure', 'needs-action', 'degraded', 'unknown']);

/**
 * Returns the alerts that say what the notice says. A bad state fires for a day unless a good one ends it; labels without a release let
 * the next success end it. Pure. A success ends the alerts of both severities, of which Alertmanager sends only those that it has sent before.
 * @param now ms since the epoch.
 */
export function alertsOf({ severity, title, why, next, url, event }: Notice, now: number): PostedAlert[] {
  const { app, environment, kind, outcome } = event;
  const alertname = `Slipway${kind.charAt(0).toUpperCase()}${kind.slice(1)}`;
  const alert = (of: string, from: number, until: number): PostedAlert => ({
    labels: { alertname, app, environment, severity: of, slipway: 'true' },
    annotations: { summary: title, ...(why && { description: why }), ...(next && { next }) },
    startsAt: new Date(from).toISOString(),
    endsAt: new Date(until).toISOString(),
    ...(url && { generatorURL: url }),
  });
  if (outcome !== 'success') return [alert(severity, now, now + (bad.has(outcome) ? day : brief))];
  return [
    // Alertmanager itself reports that a lasting state is over.
    ...(isLasting(kind) ? [] : [alert(severity, now, now + brief)]),
    ...['critical', 'warning'].filter(each => each !== severity).map(each => alert(each, now - 1, now)),
  ];
}
