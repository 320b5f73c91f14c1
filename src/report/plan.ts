import type { CoverageGap } from '../plan/coverage.ts';
import type { Change, FieldDifference } from '../plan/difference.ts';
import type { Preview } from '../plan/preview.ts';
import { counted } from '../toolkit/count.ts';
import { shortDigests } from '../toolkit/digest.ts';
import { cell, fenced, paragraphs, table } from '../toolkit/markdown.ts';
import { printable } from '../toolkit/printable.ts';
import { bullets } from './summary-parts.ts';

/** Longest diff of one object and of all, in lines: a job summary may have 1 MiB. New objects get few, because their manifests have all. */
const linesOf = { create: 15, change: 120, same: 0, refused: 0 };
const linesInAll = 600;

/** Returns the job summary of a plan: what a release of this environment would do. */
export function planSummary(app: string, environment: string, preview: Preview): string {
  const good = preview.problems.length === 0;
  const head = `### ${good ? '✅' : '❌'} Plan: ${cell(app)} → ${cell(environment)}`;
  const verdict = good
    ? `A release would start: ${cell(changesText(preview))}.`
    : `A release would be **refused**:\n\n${bullets(preview.problems)}`;
  return paragraphs([
    head,
    verdict,
    cell(preview.baseline),
    cell(preview.promotion ?? ''),
    bullets(preview.signed),
    table(
      ['image', 'reference', 'source'],
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
    section('Strategy', strategyLines(preview).map(cell).join(' ')),
    section('Not covered', gapTable(preview.gaps)),
    section('Credential', [cell(credentialLine(preview)), grantTable(preview)].join('\n\n')),
    section('Notes', bullets(preview.notes)),
  ]);
}

/** Returns a plan as lines of a log, without markup, the verdict last. */
export function planLines(app: string, environment: string, preview: Preview): string[] {
  const lacking = preview.grants.filter(({ allowed }) => !allowed);
  return [
    `plan of ${app} in ${environment}`,
    ...preview.images.map(
      ({ name, reference, from }) => `image ${name}: ${shortDigests(reference)} (${origins[from]})`,
    ),
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
      : [`permissions: ${preview.grants.length - lacking.length} of ${preview.grants.length} granted`]),
    ...lacking.map(({ name }) => `missing permission: ${name}`),
    ...preview.notes,
    ...preview.problems.map(problem => `a release would be refused: ${problem}`),
    preview.problems.length === 0 ? `a release would start: ${changesText(preview)}` : 'verdict: fail',
  ];
}

/** Returns the job summary of a validation: what each environment does not cover. */
export function validationSummary(
  app: string,
  environments: { name: string; gaps: CoverageGap[] }[],
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
      : `### ❌ ${cell(app)}: ${valid}, but a Dockerfile is refused\n\n**Why:** ${cell(problem)}`;
  const asked =
    environments.length === 0
      ? 'There are no environments: images are built, and nothing is released.'
      : 'No cluster was read; set the input `environment` to compare with one.';
  return `${head}\n\n${asked}\n\n${parts.join('\n\n')}\n`;
}

const doing = { create: 'create', change: 'change', same: 'keep', refused: 'fail to write' } as const;
const origins = {
  given: 'given',
  kept: 'live now',
  'as written': 'from the manifest, nothing is live yet',
} as const;

function changesText({ changes }: Preview): string {
  const count = (what: string) => changes.filter(change => change.what === what).length;
  return `${count('create')} to create, ${count('change')} to change, ${count('same')} unchanged`;
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

function diffLines(what: Change['what'], differences: FieldDifference[]): string[] {
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
    return [...said, `It is rolled back if it takes longer than ${deadline / 1000} s.`];
  }
  return limits === undefined
    ? said
    : [
        ...said,
        ...rollingLines(
          limits,
          deadline,
          exposure?.irreversible === true ? 'needs action' : 'is rolled back',
        ),
      ];
}

function rollingLines(limits: NonNullable<Preview['limits']>, deadline: number, end: string): string[] {
  const { type, replicas, maxSurge, maxUnavailable, peak } = limits;
  const within = `If it is not ready after ${deadline / 1000} s, it ${end}.`;
  if (type === 'Recreate') {
    return [`Recreate: all ${replicas} pods stop before the first new one starts.`, within];
  }
  return [
    `Rolling update of ${counted(replicas, 'pod')}: at most ${maxSurge} more (maxSurge), so ${peak} at the peak, not counting terminating pods; at most ${maxUnavailable} fewer (maxUnavailable), so at least ${replicas - maxUnavailable} receive traffic at any time.`,
    within,
  ];
}

function credentialLine({ user, credential }: Preview): string {
  return `${user === '' ? 'The cluster does not report the user of the credential' : `The credential authenticates as ${user}`}; ${credential}.`;
}

function grantTable({ grants }: Preview): string {
  const rows = new Map<string, { yes: string[]; no: string[] }>();
  for (const { permission, name, allowed } of grants) {
    const resource = name.slice(permission.verb.length + 1);
    const row = rows.get(resource) ?? { yes: [], no: [] };
    (allowed ? row.yes : row.no).push(permission.verb);
    rows.set(resource, row);
  }
  return table(
    ['resource', 'granted', 'missing'],
    [...rows].map(([resource, { yes, no }]) => [resource, yes.join(', '), no.join(', ')]),
  );
}

const gapTable = (gaps: CoverageGap[]) =>
  table(
    ['what', 'remedy'],
    gaps.map(({ gap, remedy }) => [gap, remedy]),
  );
const section = (title: string, body: string) => (body.trim() === '' ? '' : `#### ${title}\n\n${body}`);
