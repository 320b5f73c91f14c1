import type { Config } from '../config/types.ts';
import { counted } from '../toolkit/count.ts';
import { shortDigests } from '../toolkit/digest.ts';
import { formatTime } from '../toolkit/duration.ts';
import { cell, table } from '../toolkit/markdown.ts';
import { printable } from '../toolkit/printable.ts';
import { countsOf, distinct, type ScanFinding, severities } from './findings.ts';
import type { Tolerance } from './judge.ts';
import type { ScanResult } from './scan.ts';

/** Rows of a table; all findings are in the reports. */
const most = 20;

/** Formats the summary: findings by severity and image, the worst with their remedies, database age and coverage gaps. Pure. */
export function scanSummary(app: string, result: ScanResult, policy: Config['scan'], now: Date): string {
  const good = result.verdict === 'pass';
  const parts = [
    `### ${good ? '✅' : '❌'} ${cell(app)}: scan ${good ? 'passed' : 'failed'}`,
    good ? '' : `**Why:** ${cell(result.reason)}`,
    ruleLine(policy),
    table(
      ['image', 'platforms', ...severities],
      result.images.map(({ name, platforms }) => {
        const counts = countsOf(result.findings.filter(each => each.image === name));
        return [name, platforms.join(', '), ...severities.map(each => String(counts[each]))];
      }),
    ),
    topFindings(result),
    toleratedTable(result),
    result.notes.map(note => `- ${cell(note)}`).join('\n'),
    `The vulnerability database is ${ageOf(result.database.updated, now)} old (${formatTime(result.database.updated.getTime())}).${result.database.unconfirmed === true ? ' **No mirror answered**, so newer vulnerabilities may be missing.' : ''}`,
    `Not covered: ${policy.misconfiguration ? '' : 'configuration files and '}licenses are not checked.\n${result.images
      .flatMap(({ name, uncovered }) => uncovered.map(note => `- ${cell(name)}: ${cell(note)}`))
      .join('\n')}`.trimEnd(),
    result.images
      .map(({ name, reference }) => `- ${cell(name)} is ${cell(shortDigests(reference))}`)
      .join('\n'),
  ];
  return `${parts.filter(part => part !== '').join('\n\n')}\n`;
}

function ruleLine(policy: Config['scan']): string {
  if (policy['fail-on'].length === 0) return 'Nothing fails this scan: `fail-on` is empty.';
  const which = policy['fail-on'].join(' or ');
  return `A finding that is ${which}${policy['only-fixable'] ? ' and can be fixed by a newer version' : ''} fails it.`;
}

function toleratedTable({ tolerated }: ScanResult): string {
  const rows = tolerated
    .slice(0, most)
    .map(({ finding, tolerated: why }) => [
      finding.severity,
      finding.id,
      nameOf(finding),
      finding.image,
      why === undefined ? '' : toleranceOf(why),
    ]);
  const rest = tolerated.length - rows.length;
  return [
    table(['tolerated', 'finding', 'in', 'image', 'why'], rows),
    rest > 0 ? `${counted(rest, 'more tolerated finding')} in the reports.` : '',
  ]
    .filter(part => part !== '')
    .join('\n\n');
}

/** Formats why a finding does not fail the scan. Pure. */
export function toleranceOf(why: Tolerance): string {
  switch (why.by) {
    case 'exception':
      return `${why.owner}, until ${why.expires}: ${short(why.reason)}`;
    case 'vex':
      return `${why.file} says ${why.status.replace('_', ' ')}: ${short(why.reason)}`;
    case 'deployed':
      return 'the deployed image also has it';
    case 'grace':
      return `published recently, counts from ${formatTime(Date.parse(why.until))}`;
  }
}

function topFindings(result: ScanResult): string {
  const failing = new Set(result.failing);
  // Findings that fail the scan come first, whatever their severity.
  const ordered = [...result.failing, ...result.findings.filter(each => !failing.has(each))];
  const groups = distinct(ordered);
  const rows = groups
    .slice(0, most)
    .map(({ finding, places }) => [
      finding.severity,
      finding.id,
      nameOf(finding),
      remedyOf(finding),
      finding.image,
      finding.occurrences.map(({ platform }) => platform).join(', '),
      `${short(finding.title)}${places > 1 ? ` (${places} places)` : ''}`,
    ]);
  const more = groups.length - rows.length;
  return `${table(['severity', 'finding', 'in', 'fixed in', 'image', 'platforms', 'what'], rows)}${more > 0 ? `\n\nAnd ${more} more in the reports.` : ''}`;
}

function remedyOf({ kind, fixed }: ScanFinding): string {
  if (kind === 'secret') return 'remove and revoke it';
  return kind === 'misconfiguration' ? 'correct it' : fixed || 'no fix yet';
}

function nameOf({ package: name, version }: ScanFinding): string {
  return short(`${name} ${version}`.trim());
}

function short(text: string): string {
  const line = printable(text);
  return line.length > 160 ? `${line.slice(0, 159)}…` : line;
}

/** Formats an age as `5 hours` or `3 days`. */
export function ageOf(updated: Date, now: Date): string {
  const hours = Math.max(0, Math.floor((now.getTime() - updated.getTime()) / 3_600_000));
  if (hours < 48) return counted(hours, 'hour');
  return `${Math.floor(hours / 24)} days`;
}
