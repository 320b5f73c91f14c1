import type { LogSettings } from '../config/logging.ts';
import { counted } from '../toolkit/count.ts';
import { mapOf } from '../toolkit/parallel.ts';
import { type ArrivalParts, checkArrival, type LogSource } from './arrival.ts';
import { safeExcerpt } from './detectors.ts';
import { dummySecrets, type SecretRequest, type SecretRoutes, secretRequests } from './dummy-secrets.ts';
import { elasticsearch } from './elasticsearch.ts';
import type { AskStore } from './endpoint.ts';
import { findLeaks, type Leak } from './leaks.ts';
import { loki } from './loki.ts';
import { judgeRetention, type RetentionContext, type RetentionFile } from './retention.ts';
import type { LogStore } from './store.ts';
import { judgeStructure } from './structure.ts';

/** The checks of an environment's logs. */

export const logCheckNames = ['structure', 'nonce', 'leaks', 'retention'] as const;
export type LogCheckName = (typeof logCheckNames)[number];

export interface LogFinding {
  /** A pod, a workload, a level or a policy. */
  readonly subject: string;
  readonly problem: string;
  /** Printable, and without a secret. */
  readonly example?: string;
}

export interface LogCheck {
  readonly check: LogCheckName;
  readonly verdict: 'pass' | 'fail' | 'unknown';
  /** Why it is not a pass; otherwise what was measured. */
  readonly reason: string;
  readonly findings: readonly LogFinding[];
}

/** Returns the store that the settings name. */
export const storeOf = (settings: LogSettings, { name, ask }: { name: string; ask: AskStore }): LogStore =>
  settings.loki === true ? loki(name, ask, settings) : elasticsearch(name, ask, settings);

/** What the checks read. */
export interface LogScene extends Pick<ArrivalParts, 'store' | 'namespace' | 'now' | 'sleep'> {
  readonly settings: LogSettings;
  /** Milliseconds back from now. */
  readonly span: number;
  /** Whether lines of the level debug may be stored. */
  readonly allowDebug: boolean;
}

/** Lines and findings at most; the rest is counted. */
const mostLines = 20_000;
const mostExamples = 10;

/** Milliseconds by which the clocks of nodes and store may be ahead. */
const clockError = 60_000;

/** Checks whether the lines of the namespace are structured. */
export async function checkStructure({
  store,
  namespace,
  settings,
  now,
  span,
  allowDebug,
}: LogScene): Promise<LogCheck> {
  const query = { namespace, from: now() - span, to: now() + clockError };
  const answer = await store.search(query, mostLines);
  if (!answer.ok) return unanswered('structure', answer.detail);
  const { lines, partial } = answer.value;
  const report = judgeStructure(lines, settings);
  const examples = await mapOf(report.bad.slice(0, mostExamples), 1, async bad => ({
    subject: bad.pod,
    problem: `line ${bad.line} (${new Date(bad.at).toISOString()}) ${bad.problem}`,
    example: await safeExcerpt(bad.text),
  }));
  const traces = report.traces === 0 ? '' : `, with ${counted(report.traces, 'trace')} of several lines`;
  const measured = `${report.structured} of ${counted(report.lines, 'line')} are structured${traces}`;
  const base = { check: 'structure', findings: examples } as const;
  // The store may know the level of lines that do not say it, and of more lines than are read.
  const counts = allowDebug ? undefined : await store.count(query);
  const known = counts?.ok === true ? Object.values(counts.value) : [];
  const debug = Math.max(
    report.debug,
    known.reduce((sum, levels) => sum + (levels.debug ?? 0), 0),
  );
  if (report.verdict !== 'fail' && debug > 0 && !allowDebug)
    return {
      ...base,
      verdict: 'fail',
      reason: `${counted(debug, 'line')} of the level debug reached the store (${measured})`,
    };
  if (report.verdict === 'pass' && partial !== undefined)
    return { ...base, verdict: 'unknown', reason: `${store.name} answered in part: ${partial}` };
  return {
    ...base,
    verdict: report.verdict,
    reason: report.verdict === 'pass' ? measured : `${report.reason}${traces}`,
  };
}

/** Checks whether a line of every source reaches the store. @param absent workloads without a running pod. */
export async function checkNonce(
  sources: readonly LogSource[],
  absent: readonly string[],
  parts: ArrivalParts,
): Promise<LogCheck> {
  if (sources.length === 0) return unanswered('nonce', 'no workload of the release has a running pod');
  const { verdict, reason, arrived, missing, unknown: silent } = await checkArrival(sources, parts);
  const findings = [
    ...missing.map(source => ({
      subject: source.workload,
      problem: `its pod ${source.pod} on node ${source.node} is missing in the store`,
    })),
    ...silent.map(({ source, why }) => ({
      subject: source.workload,
      problem: `there is no line to look for from its pod ${source.pod}: ${why}`,
    })),
    ...absent.map(workload => ({ subject: workload, problem: 'has no running pod, so it was not checked' })),
  ];
  return {
    check: 'nonce',
    verdict,
    findings,
    reason:
      reason === ''
        ? `the log store has lines from ${arrived.length === 1 ? 'the pod' : `all ${arrived.length} pods`} checked`
        : reason,
  };
}

export interface LeakParts extends LogScene {
  readonly routes: SecretRoutes;
  /** Whether an Authorization header reaches the application. */
  readonly credentials: boolean;
  /** @returns why the request got no answer; undefined if it got one. */
  send(request: SecretRequest): Promise<string | undefined>;
}

/** Sends dummy secrets through the application, waits until its lines are stored, and looks for these and other secrets. */
export async function checkLeaks(parts: LeakParts): Promise<LogCheck> {
  const { store, namespace, settings, now, span, sleep, routes, credentials, send } = parts;
  const secrets = dummySecrets();
  const begun = now();
  const failures: string[] = [];
  const requests = secretRequests(secrets, routes, credentials);
  for (const request of requests) {
    const failure = await send(request);
    if (failure !== undefined) failures.push(failure);
  }
  if (requests.length > 0) await sleep(settings.within);
  const since = await store.search({ namespace, from: begun, to: now() + clockError }, mostLines);
  if (!since.ok) return unanswered('leaks', since.detail);
  const before = await store.search({ namespace, from: begun - span, to: begun }, mostLines);
  if (!before.ok) return unanswered('leaks', before.detail);
  const lines = [...before.value.lines, ...since.value.lines];
  const leaks = await findLeaks(lines, secrets);
  const findings = leaks.map(findingOf);
  const kinds = [...new Set(leaks.map(({ kind }) => kind))];
  const base = { check: 'leaks', findings } as const;
  if (findings.length > 0)
    return {
      ...base,
      verdict: 'fail',
      reason: `the logs hold ${counted(kinds.length, 'kind')} of secrets: ${kinds.join(', ')}`,
    };
  const doubts = [
    ...(requests.length === 0 ? ['no path is declared, so no dummy secret was sent'] : []),
    ...(failures.length === requests.length && requests.length > 0
      ? [`no request got an answer: ${failures[0]}`]
      : []),
    ...(since.value.lines.length === 0 && requests.length > 0
      ? ['no line has arrived since the dummy secrets were sent']
      : []),
    ...[before.value, since.value].flatMap(({ partial }) =>
      partial === undefined ? [] : [`${store.name} answered in part: ${partial}`],
    ),
    ...(since.value.truncated ? [`there are more than ${mostLines} lines since then`] : []),
  ];
  const [doubt] = doubts;
  if (doubt !== undefined) return { ...base, verdict: 'unknown', reason: doubt };
  return {
    ...base,
    verdict: 'pass',
    reason: `${counted(secrets.length, 'dummy secret')} were sent in ${counted(requests.length - failures.length, 'request')}, and none is in ${counted(lines.length, 'line')}`,
  };
}

const findingOf = ({ pod, container, kind, encoding, sent, lines }: Leak): LogFinding => ({
  subject: container === '' ? pod : `${pod}/${container}`,
  problem: `${counted(lines, 'line')} with a ${kind}${sent ? `, a dummy secret, ${encoding}` : ''}`,
});

/** Checks how long the store keeps each level. */
export function checkRetention(files: readonly RetentionFile[], context: RetentionContext): LogCheck {
  const { findings, days } = judgeRetention(files, context);
  const kept = Object.entries(days).map(([level, count]) => `${level} ${count} d`);
  const [first] = findings;
  return {
    ...{ check: 'retention', findings },
    verdict: first === undefined ? 'pass' : 'fail',
    reason:
      first === undefined
        ? `every level has a retention: ${kept.join(', ')}`
        : `${first.subject} ${first.problem}`,
  };
}

const unanswered = (check: LogCheckName, reason: string): LogCheck => ({
  ...{ check, verdict: 'unknown', findings: [] },
  reason,
});

/** Returns the verdict on all checks: `unknown` is never a pass, and a failure goes before it. Pure. */
export function verdictOf(checks: readonly LogCheck[]): LogCheck['verdict'] {
  const verdicts = checks.map(({ verdict }) => verdict);
  if (verdicts.includes('fail')) return 'fail';
  return verdicts.includes('unknown') || verdicts.length === 0 ? 'unknown' : 'pass';
}
