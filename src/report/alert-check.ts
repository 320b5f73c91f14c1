import type { AlertCheck, HopResult, HopsResult } from '../monitoring/alerts/check.ts';
import { cell, paragraphs, table, time } from '../toolkit/markdown.ts';

const marks: Readonly<Record<HopsResult['state'] | HopResult['state'], string>> = {
  delivered: '✅',
  reached: '✅',
  broken: '❌',
  unknown: '⚠️',
  'not-reached': '–',
};

/** Returns the job summary of a test of alerts: each hop with its time. */
export function alertCheckSummary(
  subject: CheckedSubject,
  { severity, number, ...delivery }: AlertCheck,
): string {
  const delivered = delivery.state === 'delivered' ? 'delivered' : 'not delivered';
  return summaryOf(subject, delivery, `the ${severity} alert number ${number} was ${delivered}`);
}

/** Returns the job summary of a test of security events. */
export function securityEventsSummary(subject: CheckedSubject, delivery: HopsResult): string {
  const seen =
    delivery.state === 'delivered' ? 'every security event was seen' : 'security events were missed';
  return summaryOf(subject, delivery, seen);
}

interface CheckedSubject {
  readonly app: string;
  readonly environment: string;
}

function summaryOf({ app, environment }: CheckedSubject, delivery: HopsResult, headline: string): string {
  const { state, hops, reason } = delivery;
  const rows = hops.map(hop => [
    ...[hop.title, marks[hop.state], hop.ms === undefined ? '–' : time(hop.ms), hop.detail ?? ''],
  ]);
  return paragraphs([
    `### ${marks[state]} ${cell(app)} → ${cell(environment)}: ${headline}`,
    cell(reason ?? ''),
    table(['hop', '', 'after', 'detail'], rows),
  ]);
}
