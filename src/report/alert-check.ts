import type { AlertCheck, HopResult } from '../monitoring/alerts/check.ts';
import { cell, table, time } from '../toolkit/markdown.ts';

const marks: Readonly<Record<AlertCheck['state'] | HopResult['state'], string>> = {
  ...{ delivered: '✅', reached: '✅', broken: '❌', unknown: '⚠️', 'not-reached': '–' },
};

/** Returns the job summary of a test of alerts: each hop with its time. */
export function alertCheckSummary(
  { app, environment }: { app: string; environment: string },
  { severity, state, hops, reason, number }: AlertCheck,
): string {
  const rows = hops.map(hop => [
    ...[hop.title, marks[hop.state], hop.ms === undefined ? '–' : time(hop.ms), hop.detail ?? ''],
  ]);
  return `${[
    `### ${marks[state]} ${cell(app)} → ${cell(environment)}: the ${severity} alert number ${number} was ${state === 'delivered' ? 'delivered' : 'not delivered'}`,
    ...(reason === undefined ? [] : [cell(reason)]),
    table(['hop', '', 'after', 'detail'], rows),
  ].join('\n\n')}\n`;
}
