import { z } from 'zod';
import { counted } from '../toolkit/count.ts';
import { jsonIn } from '../toolkit/map.ts';
import { code } from '../toolkit/markdown.ts';
import { oneLine } from '../toolkit/printable.ts';
import { manifestChanges, manifestComparisonSchema } from './manifest-changes.ts';

/**
 * The comment in a pull request. Everything in it comes from jobs that ran code of the pull request, so all text is untrusted: it is
 * shown as code, which mentions and links nothing, and bounded.
 */

/** Bounds: characters of a text, rows of a table. */
const [longest, mostRows] = [300, 20];

const jobs = ['test', 'scan', 'plan'] as const;
type JobName = (typeof jobs)[number];

const job = z.object({ result: z.string(), outputs: z.record(z.string(), z.string()).catch({}) });
/** The context `needs` of a workflow, as JSON. */
const needsSchema = z.object(
  Object.fromEntries(jobs.map(name => [name, job])) as Record<JobName, typeof job>,
);

/** The results of the jobs of check.yml. */
export type CheckResults = z.output<typeof needsSchema>;

/** Parses the results; undefined for anything else. */
export const parseResults = (text: string): CheckResults | undefined =>
  needsSchema.safeParse(jsonIn(text)).data;

const comparisonSchema = z.object({
  compared: z.boolean(),
  findings: z.array(
    z.object({
      ...{ severity: z.string(), id: z.string(), package: z.string(), version: z.string() },
      ...{ fixed: z.string(), image: z.string(), fails: z.boolean() },
    }),
  ),
  added: z.number(),
  solved: z.number(),
  sizes: z.array(
    z.object({ image: z.string(), platform: z.string(), bytes: z.number(), before: z.number().optional() }),
  ),
});
const policySchema = z.object({ error: z.number(), warning: z.number() });

/** Returns the body of the comment, without its mark. @param run the URL of the run. Pure. */
export function pullRequestComment(results: CheckResults, { run }: { readonly run: string }): string {
  const scan = outputOf(results.scan, 'comparison', comparisonSchema);
  const plan = outputOf(results.plan, 'difference', manifestComparisonSchema);
  return [
    headline(results),
    plan && `#### What a release changes\n\n${manifestChanges(plan)}`,
    scan && findingsPart(scan),
    scan && sizesPart(scan),
    [testLine(results.test), policyLine(results), run === '' ? '' : `[The run](${run}) has the rest.`]
      .filter(part => part !== '')
      .join(' '),
  ]
    .filter(part => part !== undefined && part !== '')
    .join('\n\n');
}

const remedies: Record<JobName, string> = {
  test: 'Failed tests are marked at their lines, in the files of this pull request.',
  scan: 'Update what is listed below, correct what is marked in the Dockerfile, or add an exception with an owner and an end to slipway.yml.',
  plan: 'Correct slipway.yml, the manifests, or what is marked in the Dockerfile.',
};

function headline(results: CheckResults): string {
  const bad = jobs.filter(name => results[name].result !== 'success');
  if (bad.length === 0) return '### ✅ Tests, scan and plan pass';
  const lines = bad.map(name => {
    const { result, outputs } = results[name];
    const { reason = 'none' } = outputs;
    const why = reason === 'none' || reason === '' ? '' : `: ${code(short(reason))}`;
    const end =
      result === 'failure' ? `failed${why}. ${remedies[name]}` : `has no result (${code(short(result))}).`;
    return `- **${name}** ${end}`;
  });
  return `### ❌ Before this can be merged\n\n${lines.join('\n')}`;
}

function findingsPart({ compared, findings, added, solved }: z.output<typeof comparisonSchema>): string {
  const gone =
    solved === 0
      ? ''
      : ` ${counted(solved, 'finding')} of the base branch ${solved === 1 ? 'is' : 'are'} gone.`;
  if (findings.length === 0)
    return compared
      ? `#### Vulnerabilities\n\nNone is new.${gone}`
      : '#### Vulnerabilities\n\nNone fails the scan. There is no scan of the base branch to compare with.';
  const shown = findings.slice(0, mostRows).map(each => {
    const remedy = each.fixed === '' ? 'no fix yet' : `fixed in ${code(short(each.fixed))}`;
    const row = [
      code(short(each.severity)),
      code(short(each.id)),
      code(short(`${each.package} ${each.version}`.trim())),
      remedy,
    ];
    return `| ${[...row, code(short(each.image)), each.fails ? 'yes' : 'no'].join(' | ')} |`;
  });
  const rest = added - shown.length;
  const head = compared
    ? `#### ${counted(added, 'new finding')} in the images${gone === '' ? '' : `\n\n${gone.trim()}`}`
    : '#### What fails the scan\n\nThere is no scan of the base branch to compare with.';
  return [
    head,
    [
      '| severity | finding | in | remedy | image | fails |',
      '| --- | --- | --- | --- | --- | --- |',
      ...shown,
    ].join('\n'),
    rest > 0 ? `${rest} more in the reports.` : '',
  ]
    .filter(part => part !== '')
    .join('\n\n');
}

function sizesPart({ sizes }: z.output<typeof comparisonSchema>): string {
  if (sizes.length === 0) return '';
  const lines = sizes.slice(0, mostRows).map(({ image, platform, bytes, before }) => {
    const change = before === undefined ? 'not in the base branch' : changeOf(bytes, before);
    return `| ${code(short(image))} | ${code(short(platform))} | ${megabytes(bytes)} | ${change} |`;
  });
  return [
    '#### Image size',
    ['| image | platform | compressed | change |', '| --- | --- | --- | --- |', ...lines].join('\n'),
  ].join('\n\n');
}

function changeOf(bytes: number, before: number): string {
  if (bytes === before) return 'none';
  const share = before === 0 ? '' : ` (${(((bytes - before) / before) * 100).toFixed(1)} %)`;
  return `${bytes > before ? '+' : ''}${megabytes(bytes - before)}${share}`;
}

function testLine({ outputs: { passed = '', failed = '', skipped = '' } }: CheckResults['test']): string {
  if (![passed, failed, skipped].every(each => /^\d{1,9}$/.test(each))) return '';
  return `Tests: ${passed} passed, ${failed} failed, ${skipped} skipped.`;
}

function policyLine({ scan, plan }: CheckResults): string {
  const all = [outputOf(plan, 'policy', policySchema), outputOf(scan, 'policy', policySchema)];
  const sum = (level: 'error' | 'warning') => all.reduce((total, each) => total + (each?.[level] ?? 0), 0);
  if (all.every(each => each === undefined)) return '';
  return `Policy: ${counted(sum('error'), 'error')}, ${counted(sum('warning'), 'warning')}.`;
}

/** An output that is missing, or is not what our action writes, is left out. */
function outputOf<Value>({ outputs }: CheckResults[JobName], name: string, schema: z.ZodType<Value>) {
  const { data } = schema.safeParse(jsonIn(outputs[name] ?? ''));
  return data;
}

const megabytes = (bytes: number) => `${(bytes / 1e6).toFixed(1)} MB`;
const short = (text: string) => {
  const line = oneLine(text);
  return line.length > longest ? `${line.slice(0, longest - 1)}…` : line;
};
