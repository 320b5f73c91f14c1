import type { Change } from '../release/preflight/changes.ts';
import type { Gap } from '../release/preflight/coverage.ts';
import type { Difference } from '../release/preflight/difference.ts';
import type { Preview } from '../release/preflight/preview.ts';
import { counted } from '../toolkit/count.ts';
import { cell, fenced, table } from '../toolkit/markdown.ts';
import { printable } from '../toolkit/printable.ts';

/**
 * Lines of a diff shown for one object, and in all: a job summary may have 1 MiB, and nobody reads more. What is new can
 * be read in its manifest.
 */
const linesOf = { create: 15, change: 120, same: 0, refused: 0 };
const linesInAll = 600;

/** What a release of this environment would do, as a job summary. */
export function planSummary(app: string, environment: string, preview: Preview): string {
  const good = preview.problems.length === 0;
  const head = `### ${good ? '✅' : '❌'} Plan: ${cell(app)} → ${cell(environment)}`;
  const verdict = good
    ? `A release would start: ${cell(changesSaid(preview))}.`
    : `A release would be **refused**:\n\n${bullets(preview.problems)}`;
  return [
    head,
    verdict,
    cell(preview.baseline),
    cell(preview.promotion ?? ''),
    bullets(preview.signed),
    table(
      ['image', 'reference', 'from'],
      preview.images.map(({ name, reference, from }) => [name, reference, origins[from]]),
    ),
    table(
      ['object', 'release would', 'fields', 'note'],
      preview.changes.map(({ object, what, differences, note }) => [
        object,
        doing[what],
        String(differences.length),
        note ?? '',
      ]),
    ),
    diffBlock(preview),
    section(
      'Strategy',
      strategyLines(preview)
        .map(line => cell(line))
        .join(' '),
    ),
    section('Not covered', gapTable(preview.gaps)),
    section('Credential', [cell(credentialLine(preview)), grantTable(preview)].join('\n\n')),
    section('Notes', bullets(preview.notes)),
  ]
    .filter(part => part !== '')
    .join('\n\n')
    .concat('\n');
}

/** The same for a log: no markup, the verdict last. */
export function planLines(app: string, environment: string, preview: Preview): string[] {
  const lacking = preview.grants.filter(({ allowed }) => !allowed);
  return [
    `plan of ${app} in ${environment}`,
    ...preview.images.map(({ name, reference, from }) => `image ${name}: ${reference} (${origins[from]})`),
    ...(preview.baseline === '' ? [] : [preview.baseline]),
    ...(preview.promotion === undefined ? [] : [preview.promotion]),
    ...preview.signed,
    ...preview.changes.flatMap(({ object, what, note, differences }) => [
      `${doing[what]} ${object}${note === undefined ? '' : ` (${note})`}`,
      ...diffLines(what, differences).map(line => `  ${line}`),
    ]),
    ...strategyLines(preview),
    ...preview.gaps.map(({ gap, remedy }) => `not covered: ${gap}; ${remedy}`),
    credentialLine(preview),
    ...(preview.grants.length === 0
      ? []
      : [`rights: ${preview.grants.length - lacking.length} of ${preview.grants.length} that are needed`]),
    ...lacking.map(({ name }) => `right that is missing: ${name}`),
    ...preview.notes,
    ...preview.problems.map(problem => `a release would be refused: ${problem}`),
    preview.problems.length === 0 ? `a release would start: ${changesSaid(preview)}` : 'verdict: fail',
  ];
}

/** What is not covered, of environments that were only validated. */
export function validationSummary(
  app: string,
  environments: { name: string; gaps: Gap[] }[],
  problem?: string,
): string {
  const parts = environments.map(
    ({ name, gaps }) => `#### ${cell(name)}: not covered\n\n${gapTable(gaps) || 'nothing found'}`,
  );
  const valid =
    environments.length === 0 ? 'slipway.yml is valid' : 'slipway.yml and its manifests are valid';
  const head =
    problem === undefined
      ? `### ✅ ${cell(app)}: ${valid}`
      : `### ❌ ${cell(app)}: ${valid}, a Dockerfile is refused\n\n**Why:** ${cell(problem)}`;
  const asked =
    environments.length === 0
      ? 'It has no environments: images are built, and nothing is released.'
      : 'No cluster was asked; name an `environment` for that.';
  return `${head}\n\n${asked}\n\n${parts.join('\n\n')}\n`;
}

const doing = { create: 'create', change: 'change', same: 'keep', refused: 'not be let to write' } as const;
const origins = { given: 'given', kept: 'lives now', 'as written': 'as written, nothing lives yet' } as const;

function changesSaid({ changes }: Preview): string {
  const count = (what: string) => changes.filter(change => change.what === what).length;
  return `${count('create')} to create, ${count('change')} to change, ${count('same')} the same`;
}

function diffBlock({ changes }: Preview): string {
  const all = changes.flatMap(({ object, what, differences }) =>
    differences.length === 0 ? [] : [`# ${printable(object)}`, ...diffLines(what, differences)],
  );
  if (all.length === 0) return '';
  const shown = all.slice(0, linesInAll);
  if (all.length > shown.length) shown.push(`# … ${all.length - shown.length} more lines`);
  return fenced('diff', shown);
}

function diffLines(what: Change['what'], differences: Difference[]): string[] {
  const lines = differences.flatMap(({ path, before, after }) => [
    ...(before === undefined ? [] : [printable(`- ${path}: ${before}`)]),
    ...(after === undefined ? [] : [printable(`+ ${path}: ${after}`)]),
  ]);
  const most = linesOf[what];
  return lines.length <= most ? lines : [...lines.slice(0, most), `# … ${lines.length - most} more lines`];
}

function strategyLines({ limits, deadline, exposure }: Preview): string[] {
  const said = exposure?.said ?? [];
  if (exposure !== undefined && exposure.kind !== 'rolling') {
    return [...said, `It has ${deadline / 1000} s, else it is rolled back.`];
  }
  return limits === undefined
    ? said
    : [...said, ...rollingLines(limits, deadline, exposure?.held === true ? 'needs-action' : 'rolled-back')];
}

function rollingLines(limits: NonNullable<Preview['limits']>, deadline: number, end: string): string[] {
  const { type, replicas, maxSurge, maxUnavailable, peak } = limits;
  const within = `It has ${deadline / 1000} s to come up, else it is ${end}.`;
  if (type === 'Recreate') {
    return [`Recreate: all ${replicas} pods stop before the first new one starts.`, within];
  }
  return [
    `Rolling update of ${counted(replicas, 'pod')}: at most ${maxSurge} more (maxSurge), so ${peak} at the peak beside those that are ending; at most ${maxUnavailable} fewer (maxUnavailable), so ${replicas - maxUnavailable} serve at any time.`,
    within,
  ];
}

function credentialLine({ user, credential }: Preview): string {
  return `${user === '' ? 'The cluster does not tell as whom it knows the credential' : `The cluster knows the credential as ${user}`}; ${credential}.`;
}

function grantTable({ grants }: Preview): string {
  const rows = new Map<string, { yes: string[]; no: string[] }>();
  for (const { right, name, allowed } of grants) {
    const resource = name.slice(right.verb.length + 1);
    const row = rows.get(resource) ?? { yes: [], no: [] };
    (allowed ? row.yes : row.no).push(right.verb);
    rows.set(resource, row);
  }
  return table(
    ['resource', 'may', 'may not, but must'],
    [...rows].map(([resource, { yes, no }]) => [resource, yes.join(', '), no.join(', ')]),
  );
}

const gapTable = (gaps: Gap[]) =>
  table(
    ['what', 'remedy'],
    gaps.map(({ gap, remedy }) => [gap, remedy]),
  );
const bullets = (lines: readonly string[]) => lines.map(line => `- ${cell(line)}`).join('\n');
const section = (title: string, body: string) => (body.trim() === '' ? '' : `#### ${title}\n\n${body}`);
