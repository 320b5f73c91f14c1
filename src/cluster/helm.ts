import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import { UserError } from '../toolkit/errors.ts';
import { withFolder } from '../toolkit/folder.ts';
import { faultOfHelm, helmEnvironment } from './helm-child.ts';
import { provideHelm } from './program.ts';
import { isUnreachable, runRenderer } from './renderer.ts';

/** Renders charts by `helm template`, which asks no cluster. */

/** A chart as slipway.yml names it. */
export interface HelmChart {
  /** A folder relative to slipway.yml, or `oci://…`. */
  readonly helm: string;
  /** Of a chart in a registry; perhaps with `@` and its digest. */
  readonly version?: string;
  readonly values?: readonly string[];
  readonly set?: Readonly<Record<string, string | number | boolean>>;
  readonly release?: string;
}

/** What the templates of a chart see. */
export interface ChartTarget {
  readonly namespace: string;
  /** The default name of the release. */
  readonly app: string;
  /** Where to look for programs. Default: the environment of this process. */
  readonly env?: NodeJS.ProcessEnv;
}

/**
 * Renders a chart.
 * @param root folder of slipway.yml.
 * @returns the text of each template, with its path.
 * @throws UserError when a file is missing, or Helm cannot render the chart.
 */
export async function renderChart(
  root: string,
  chart: HelmChart,
  target: ChartTarget,
): Promise<[source: string, text: string][]> {
  await requireFiles(root, chart);
  const { env: own = process.env } = target;
  const program = await provideHelm(own);
  return withFolder(own, 'helm', async folder => {
    const env = helmEnvironment(own, folder, isRemote(chart));
    const output = await runRenderer(program, argumentsFor(root, chart, target), env, {
      temporary: ({ stderr }) => isUnreachable(stderr),
      problem: ({ stderr, late, cause }) => problemOf(chart, late ?? faultOfHelm(stderr), cause),
    });
    return documentsIn(output, chart.helm);
  });
}

const isRemote = ({ helm }: HelmChart) => helm.startsWith('oci://');

async function requireFiles(root: string, { helm, values = [] }: HelmChart): Promise<void> {
  const exists = (path: string) =>
    stat(join(root, path)).then(
      () => true,
      () => false,
    );
  if (!isRemote({ helm })) {
    if (!(await exists(helm)))
      throw new UserError(
        `manifests: ${helm} does not exist`,
        'correct the path, which is relative to slipway.yml',
      );
    if (!helm.endsWith('.tgz') && !(await exists(join(helm, 'Chart.yaml'))))
      throw new UserError(
        `manifests: ${helm} is not a Helm chart: it has no Chart.yaml`,
        'name the folder of a chart, or write the path without `helm:`',
      );
  }
  for (const file of values)
    if (!(await exists(file)))
      throw new UserError(
        `manifests: the values ${file} of ${helm} do not exist`,
        'write the path relative to slipway.yml, not to the chart',
      );
}

/** Returns the arguments of Helm. Values are passed as JSON, because `--set` would interpret commas and braces. Pure. */
export function argumentsFor(root: string, chart: HelmChart, { namespace, app }: ChartTarget): string[] {
  const { helm, version, values = [], set = {}, release = app } = chart;
  const [tag, digest] = version?.split('@') ?? [];
  // Helm refuses a tag that has another digest.
  const address = digest === undefined ? helm : `${helm}@${digest}`;
  return [
    ...['template', release, isRemote(chart) ? address : join(root, helm)],
    ...['--namespace', namespace, '--include-crds=false', '--no-hooks=false'],
    ...(tag === undefined ? [] : ['--version', tag]),
    ...(/^oci:\/\/(localhost|127(\.\d+){3})[:/]/.test(helm) ? ['--plain-http'] : []),
    ...values.flatMap(file => ['--values', join(root, file)]),
    ...Object.entries(set).map(([key, value]) => `--set-json=${key}=${JSON.stringify(value)}`),
  ];
}

/** Splits the output of Helm at its comments, which name the template of each object. Pure. */
export function documentsIn(output: string, helm: string): [source: string, text: string][] {
  return output
    .split(/^---\n# Source: /m)
    .slice(1)
    .map(part => {
      const end = part.indexOf('\n');
      const template = part.slice(0, end).replace(/^[^/]*\//, '');
      return [`${helm.replace(/\/+$/, '')}/${template}`, part.slice(end + 1)];
    });
}

function problemOf(chart: HelmChart, fault: string, cause: unknown): UserError {
  const { helm } = chart;
  const missing = /missing in charts\/ directory: (.*)/.exec(fault)?.[1];
  if (missing !== undefined)
    return new UserError(
      `manifests: the chart ${helm} lacks the charts that it depends on: ${missing}`,
      `run \`helm dependency build ${helm}\` in an earlier step, or commit the folder ${join(helm, 'charts')}`,
      { cause },
    );
  if (isUnreachable(fault) || fault.startsWith('it took longer'))
    return new UserError(
      `manifests: helm cannot fetch ${helm}: ${fault}`,
      'make sure that its registry can be reached from here, then run the step again',
      { cause },
    );
  if (/\b(401|403|unauthorized|denied|credential not found)\b/i.test(fault) && isRemote(chart)) {
    const [, host = ''] = /^oci:\/\/([^/]+)/.exec(helm) ?? [];
    return new UserError(
      `manifests: helm is not allowed to read ${helm}: ${fault}`,
      `log in to ${host} in an earlier step, with \`docker login\` or \`helm registry login\``,
      { cause },
    );
  }
  return new UserError(
    `manifests: helm cannot render ${helm}: ${fault}`,
    'correct the chart, its values or its version',
    { cause },
  );
}
