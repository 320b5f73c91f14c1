import type { LogCheck } from '../logs/check.ts';
import { cell, paragraphs, table } from '../toolkit/markdown.ts';

const marks: Record<LogCheck['verdict'], string> = { pass: '✅', fail: '❌', unknown: '⚠️' };

/** Returns the job summary of the checks of an environment's logs. Pure. */
export function logsSummary(
  environment: string,
  verdict: LogCheck['verdict'],
  checks: readonly LogCheck[],
): string {
  const findings = checks.flatMap(({ check, findings: own }) =>
    own.map(({ subject, problem }) => [check, subject, problem]),
  );
  return paragraphs([
    `### ${marks[verdict]} Logs of ${cell(environment)}: ${verdict}`,
    table(
      ['Check', 'Verdict', 'Measured'],
      checks.map(({ check, verdict: own, reason, deleted }) => [
        check,
        `${marks[own]} ${own}`,
        deleted === undefined ? reason : `${reason}; ${deleted.reason}`,
      ]),
    ),
    table(['Check', 'Where', 'Finding'], findings.slice(0, mostRows)),
    findings.length > mostRows
      ? `${findings.length - mostRows} more findings are in the output \`checks\`.`
      : '',
  ]);
}

const mostRows = 50;
