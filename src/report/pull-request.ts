import { z } from 'zod';
import { counted } from '../toolkit/count.ts';
import { quoted } from '../toolkit/issues.ts';
import { jsonIn } from '../toolkit/map.ts';
import { megabytes, table } from '../toolkit/markdown.ts';
import { manifestChanges, manifestComparisonSchema } from './manifest-changes.ts';

/**
 * The comment in a pull request. Everything in it comes from jobs that ran code of the pull request, so all text is untrusted: it is
 * shown as code, which mentions and links nothing, and bounded.
 */

/** Rows of a table. */
const most = 20;

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
      severity: z.string(),
      id: z.string(),
      package: z.string(),
      version: z.string(),
      fixed: z.string(),
      image: z.string(),
      fails: z.boolean(),
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
  const last = [testLine(results.test), policyLine(results), run && `[The run](${run}) has the rest.`];
  return joined([
    headline(results),
    plan && `#### What a release changes\n\n${manifestChanges(plan)}`,
    scan && findingsPart(scan),
    scan && sizesPart(scan),
    last.filter(part => part !== '').join(' '),
  ]);
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
    const why = reason === 'none' || reason === '' ? '' : `: ${quoted(reason, 300)}`;
    const end =
      result === 'failure' ? `failed${why}. ${remedies[name]}` : `has no result (${quoted(result)}).`;
    return `- **${name}** ${end}`;
  });
  return `### ❌ Before this can be merged\n\n${lines.join('\n')}`;
}

function findingsPart({ compared, findings, added, solved }: z.output<typeof comparisonSchema>): string {
  const head = compared
    ? `#### ${counted(added, 'new finding')} in the images`
    : '#### What fails the scan\n\nThere is no scan of the base branch to compare with.';
  const rows = findings
    .slice(0, most)
    .map(each => [
      ...[quoted(each.severity), quoted(each.id), quoted(`${each.package} ${each.version}`)],
      each.fixed === '' ? 'no fix yet' : `fixed in ${quoted(each.fixed)}`,
      ...[quoted(each.image), each.fails ? 'yes' : 'no'],
    ]);
  const rest = added - rows.length;
  return joined([
    head,
    table(['severity', 'finding', 'in', 'remedy', 'image', 'fails'], rows, asIs),
    rest > 0 ? `${rest} more in the reports.` : '',
    solved > 0 ? `Findings of the base branch that are gone: ${solved}.` : '',
  ]);
}

function sizesPart({ sizes }: z.output<typeof comparisonSchema>): string {
  const rows = sizes.slice(0, most).map(({ image, platform, bytes, before }) => {
    const change = before === undefined ? 'not in the base branch' : changeOf(bytes, before);
    return [quoted(image), quoted(platform), megabytes(bytes), change];
  });
  return rows.length === 0
    ? ''
    : `#### Image size\n\n${table(['image', 'platform', 'compressed', 'change'], rows, asIs)}`;
}

/** For cells that contain only our words, numbers and code. */
const asIs = (text: string) => text;
const joined = (parts: readonly (string | undefined)[]) =>
  parts.filter(part => part !== undefined && part !== '').join('\n\n');

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
