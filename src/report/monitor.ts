import type { SignalComparison } from '../monitoring/comparison.ts';
import { percent, quantity } from '../monitoring/health.ts';
import type { MonitorReport } from '../monitoring/monitor.ts';
import { formatDuration } from '../toolkit/duration.ts';
import { cell, paragraphs, table } from '../toolkit/markdown.ts';
import { howToRun } from '../toolkit/operations.ts';
import { acceptanceParts } from './acceptance.ts';
import type { TextTable } from './figures.ts';
import { bullets } from './summary-parts.ts';

/** Returns the job summary of `monitor`: how the application is, why, and what changed with the release. */
export function monitorSummary(report: MonitorReport): string {
  const { app, environment, notes, reasons } = report;
  const { mark, what, next } = headlineOf(report);
  return paragraphs([
    `### ${mark} ${cell(app)} → ${cell(environment)}: ${cell(what)}`,
    bullets(reasons.map(({ sentence }) => sentence)),
    next === undefined ? '' : `**Next:** ${cell(next)}`,
    ...tablesOf(report).map(({ head, rows }) => table(head, rows)),
    ...acceptanceParts(app, report.acceptance?.results ?? []),
    notes.length === 0 ? '' : `Also seen, without harm to users: ${notes.map(cell).join('; ')}.`,
  ]);
}

/** Returns the first line of a report, and what to do. */
export function headlineOf({ verdict, isRolledBack, release, reasons, refusal }: MonitorReport): {
  mark: string;
  mood: 'good' | 'open' | 'bad';
  what: string;
  next: string | undefined;
} {
  const which = release === undefined ? 'no release' : `release ${release}`;
  if (verdict === 'superseded' && isRolledBack === true)
    return { mark: '❌', mood: 'bad', what: 'the watched release was rolled back', next: undefined };
  if (verdict === 'superseded')
    return { mark: '✅', mood: 'open', what: 'another release replaces the watched one', next: undefined };
  if (verdict === 'healthy')
    return { mark: '✅', mood: 'good', what: `${which} is healthy`, next: undefined };
  if (verdict === 'unknown') {
    const next = 'correct what is named above; until then `monitor` cannot detect a harmful release';
    return { mark: '⚠️', mood: 'open', what: `it is unknown whether ${which} is healthy`, next };
  }
  const byRelease = reasons.some(({ sinceRelease }) => sinceRelease);
  const next = !byRelease
    ? 'nothing shows that the release is the cause, so it is not rolled back; check what the application depends on'
    : refusal === undefined
      ? 'it was rolled back; see below'
      : `if the release is the cause, ${howToRun('rollback')}; it is not rolled back automatically: ${refusal}`;
  return { mark: '❌', mood: 'bad', what: `${which} is degraded`, next };
}

/** Returns the tables of a report that have rows. */
export function tablesOf({ readings }: MonitorReport): TextTable[] {
  if (readings === undefined) return [];
  const { comparisons, objectives, targets, alerts, standbys } = readings;
  const share = (value: number | undefined) => (value === undefined ? '–' : percent(value));
  const all: TextTable[] = [
    {
      title: 'Objectives',
      head: ['objective', 'missed before', 'missed after', 'allowed', 'error budget remaining'],
      rows: objectives.map(({ objective, allowed, before, after, budget }) => [
        ...[objective, share(before), share(after), percent(allowed), share(budget)],
      ]),
    },
    {
      title: 'Before and after the release',
      head: ['signal', 'before', 'after', 'change'],
      rows: comparisons
        .filter(hasData)
        .map(({ signal, before, after, change }) => [
          ...[signal.title, quantity(before, signal.unit), quantity(after, signal.unit)],
          change === 'no-data' ? 'not compared' : change,
        ]),
    },
    {
      title: 'Scrape targets',
      head: ['source', 'up', 'down'],
      rows: targets.map(({ name, up, down }) => [name, String(up), down.join(', ')]),
    },
    {
      title: 'Standbys',
      head: ['at most behind', 'promised', 'counted'],
      rows: standbys.map(({ lag, promised, within }) => [
        ...[formatDuration(lag), String(promised), String(within ?? '–')],
      ]),
    },
    {
      title: 'Firing alerts',
      head: ['alert', 'severity', 'since (UTC)'],
      rows: alerts.map(({ name, severity, since }) => [
        name,
        severity,
        since === undefined ? '–' : minute(since),
      ]),
    },
  ];
  return all.filter(({ rows }) => rows.length > 0);
}

/** `2026-08-01 14:05`, in UTC. */
export const minute = (at: number): string => new Date(at).toISOString().slice(0, 16).replace('T', ' ');

export const hasData = ({ before, after }: SignalComparison): boolean =>
  before !== undefined || after !== undefined;
