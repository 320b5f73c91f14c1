import { type MetricSource, prometheusOf } from '../analysis/prometheus.ts';
import type { Cluster } from '../cluster/port.ts';
import type { Config, Environment } from '../config/types.ts';
import { lastRollout } from '../release/rollout/find.ts';
import { isOver } from '../release/store/phases.ts';
import { ReleaseStore } from '../release/store/releases.ts';
import { formatDuration } from '../toolkit/duration.ts';
import { pause, type Waiting } from '../toolkit/retry.ts';
import type { AcceptanceResult } from '../verify/acceptance.ts';
import { pathTo, titleOf, type Workload } from '../workloads/kinds.ts';
import { labels, type ReleaseNumber } from '../workloads/naming.ts';
import { type Health, judgeHealth } from './health.ts';
import { day, type Readings, readAll, type Spans } from './readings.ts';
import { type LiveRelease, liveSince, rollbackRefusal, timeBefore } from './rollback-guard.ts';
import { type MonitoringSubject, monitoringSubject, requirePrometheus } from './subject.ts';

export interface MonitorRequest {
  readonly config: Config;
  readonly environmentName: string;
  readonly environment: Environment;
  readonly env: NodeJS.ProcessEnv;
  /** The release to watch; undefined: the live one. */
  readonly release?: ReleaseNumber | undefined;
  /** Milliseconds to watch the release; 0: look once. */
  readonly watch: number;
  /** Ends the watch early. */
  readonly signal: AbortSignal;
  readonly report: (line: string) => void;
}

export interface MonitorReport extends Omit<Health, 'verdict'> {
  /** `superseded`: another release replaces the requested one, or has replaced it. */
  readonly verdict: Health['verdict'] | 'superseded';
  /** Whether what replaces the requested release is one before it. */
  readonly isRolledBack?: boolean;
  readonly app: string;
  readonly environment: string;
  readonly release: ReleaseNumber | undefined;
  /** When the release received all traffic, in ms since 1970; undefined if it is not known. */
  readonly since: number | undefined;
  /** When the last look was, in ms since 1970. */
  readonly at: number;
  readonly spans: Spans | undefined;
  readonly readings: Readings | undefined;
  /** Why a degraded release is not rolled back; undefined if it may be. */
  readonly refusal: string | undefined;
  /** Undefined if `verify` was not asked. */
  readonly acceptance?: Pick<AcceptanceResult, 'address' | 'results'>;
}

/** Milliseconds between two looks. */
export const pace = 15_000;

/** Looks in a row that must find harm: one may have met a restart. */
const looksInARow = 2;

/**
 * Watches a release for the given time, or until it is shown to do harm.
 * @throws UserError if the environment is not monitored, or no Prometheus is known.
 */
export async function monitor(
  cluster: Cluster,
  request: MonitorRequest & Pick<Waiting, 'sleep'>,
): Promise<MonitorReport> {
  const subject = monitoringSubject(request.config, request.environmentName);
  const source = prometheusOf(requirePrometheus(subject), cluster, request.env);
  const end = performance.now() + request.watch;
  let degraded = 0;
  let harmed = 0;
  for (;;) {
    const report = await look(cluster, source, subject, request);
    degraded = report.verdict === 'degraded' ? degraded + 1 : 0;
    // Anything else may be older than the release, which can still do harm until the end.
    harmed = report.reasons.some(({ sinceRelease }) => sinceRelease) ? harmed + 1 : 0;
    request.report(progressOf(report));
    // What the last look has found is confirmed by one more, unless the watch is cancelled.
    const isConfirmed = [degraded, harmed].every(looks => looks === 0 || looks >= looksInARow);
    const isOver = performance.now() >= end && isConfirmed;
    if (harmed >= looksInARow || isOver || request.signal.aborted) return report;
    await pause(pace, request).catch(() => undefined);
  }
}

async function look(
  cluster: Cluster,
  source: MetricSource,
  subject: MonitoringSubject,
  request: MonitorRequest,
): Promise<MonitorReport> {
  const [known, clock] = await Promise.all([liveRelease(cluster, request), source.now()]);
  const { live, rollout } = known;
  const newest = known.releases.find(({ record }) => record.release === live);
  const since = newest && liveSince(newest);
  const at = clock.ok ? clock.value : known.now;
  const base = {
    app: subject.app,
    environment: subject.environment,
    release: live,
    since,
    at,
    refusal: rollbackRefusal(subject.settings.rollback, known),
  };
  const unknown = (sentence: string): MonitorReport => ({
    ...base,
    verdict: 'unknown',
    reasons: [{ sentence, sinceRelease: false }],
    notes: [],
    spans: undefined,
    readings: undefined,
  });
  const replaced = request.release === undefined ? undefined : whatReplaces(request.release, known);
  if (replaced !== undefined) {
    const { sentence, isRolledBack } = replaced;
    return { ...unknown(sentence), verdict: 'superseded', isRolledBack };
  }
  if (!clock.ok) return unknown(clock.detail);
  if (live === undefined) return unknown(`no release of ${subject.app} is live`);
  if (known.scaledToZero)
    return unknown(`${titleOf(subject.workload)} is scaled to 0, so there is nothing to judge`);
  const began = newest && Date.parse(newest.record.at);
  const { compare: length } = subject.settings;
  const before = began === undefined ? undefined : timeBefore(known, began, length);
  const compared = rollout === undefined ? spansOf({ at, since, before, length }) : undefined;
  const tooEarly =
    rollout === undefined
      ? 'the release has been live for less than two minutes, which is too short to judge'
      : rollout.phase === 'rolling-back'
        ? `release ${rollout.candidate} is being rolled back`
        : 'a rollout is under way, and its gate judges the release';
  if (compared === undefined && request.release !== undefined) return unknown(tooEarly);
  // Alerts and targets show how the application is, whichever release causes it.
  const spans = compared ?? { before: undefined, after: { from: at - length, to: at } };
  const readings = await readAll(source, subject, spans);
  const health = judgeHealth(subject, readings, compared && began);
  const notes =
    compared === undefined ? [...health.notes, `nothing was compared: ${tooEarly}`] : health.notes;
  return { ...base, ...health, notes, spans, readings };
}

/**
 * Returns why a release need not be judged any more: another one is live, or a rollout replaces it. And whether it was rolled back: then
 * it has proved nothing. Undefined during its own rollout, and if nothing replaces it. Pure.
 */
export function whatReplaces(
  release: ReleaseNumber,
  { live, releases, rollout }: Pick<LiveRelease, 'live' | 'releases' | 'rollout'>,
): { sentence: string; isRolledBack: boolean } | undefined {
  if (rollout?.candidate === release) return undefined;
  if (live === undefined || live === release)
    return (
      rollout && { sentence: `the rollout of release ${rollout.candidate} is under way`, isRolledBack: false }
    );
  const own = releases.find(({ record }) => record.release === release);
  if (own?.outcome?.state === 'rolled-back')
    return {
      sentence: `release ${release} was rolled back; release ${live} is live now`,
      isRolledBack: true,
    };
  // Without an outcome, it never went live, or was replaced by hand.
  return { sentence: `release ${live} is live now, not release ${release}`, isRolledBack: live < release };
}

/** Reads what is live, from the cluster. */
export async function liveRelease(
  cluster: Cluster,
  request: Pick<MonitorRequest, 'config' | 'environment' | 'report'>,
): Promise<LiveRelease> {
  const { config, environment, report } = request;
  const [releases, last, workload] = await Promise.all([
    new ReleaseStore(cluster, environment.namespace, config.app, report).list(),
    lastRollout(cluster, request),
    cluster.get<Workload>(pathTo(environment.namespace, environment.workload)),
  ]);
  const marked = Number(workload?.metadata?.annotations?.[labels.release] ?? Number.NaN);
  return {
    live: Number.isSafeInteger(marked) ? (marked as ReleaseNumber) : undefined,
    releases,
    rollout: last !== undefined && !isOver(last.rollout.phase) ? last.rollout : undefined,
    scaledToZero: workload?.spec?.replicas === 0,
    restored: last?.rollout.restoresRelease === true,
    now: cluster.now(),
  };
}

/** A shorter time since the release says nothing. */
const shortest = 120_000;

/** Times in ms since 1970: now, when the release received all traffic, and before its rollout; `length` of a span at most, in ms. */
interface Moments {
  readonly at: number;
  readonly since: number | undefined;
  readonly before: Spans['before'];
  readonly length: number;
}

/** Returns the spans to compare; undefined if the release has been live for less than two minutes. Pure. */
export function spansOf({ at, since, before, length }: Moments): Spans | undefined {
  if (since === undefined) return { before: undefined, after: { from: at - length, to: at } };
  if (at - since < shortest) return undefined;
  return {
    before: at - since <= day ? before : undefined,
    after: { from: Math.max(since, at - length), to: at },
  };
}

function progressOf({ verdict, reasons, spans, release }: MonitorReport): string {
  const seconds = spans && Math.max(1, Math.round((spans.after.to - spans.after.from) / 1000));
  const length = seconds === undefined ? '' : ` over ${formatDuration(seconds * 1000)}`;
  const why = reasons.map(({ sentence }) => sentence).join('; ');
  return `release ${release ?? 'none'}: ${verdict}${length}${why && `: ${why}`}`;
}
