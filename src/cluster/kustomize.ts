import { readFile, stat } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { parse } from 'yaml';
import { UserError } from '../toolkit/errors.ts';
import { withFolder } from '../toolkit/folder.ts';
import { isMap, jsonIn, mapsIn } from '../toolkit/map.ts';
import { withoutPasswords } from '../toolkit/url-passwords.ts';
import { kustomizeEnvironment } from './environment.ts';
import { faultOfHelm, wrapHelm } from './helm-child.ts';
import { provideHelm, provideKubectl, provideKubectlForCharts } from './program.ts';
import { isUnreachable, runRenderer } from './renderer.ts';

/** The names that a kustomization may have. */
export const kustomizations = ['kustomization.yaml', 'kustomization.yml', 'Kustomization'];

/** The keys of a kustomization whose entries may be remote. */
const lists = ['resources', 'components', 'bases', 'generators', 'transformers', 'validators'];

/** What kustomize fetches. */
const remote = /^(git::|gh:|(https?|ssh|file):\/\/|github\.com[/:]|[\w.-]+@[\w.-]+:)/i;

const exact = 'v?[0-9]+\\.[0-9]+\\.[0-9]+([-+][\\w.+-]+)?';
/** A commit or, as of a chart, an exact version. */
const version = `([0-9a-f]{40}|([\\w./%-]*([/-]|%2F))?${exact})`;
/** A repository has it in `ref`, a file in its path. */
const pinned = new RegExp(
  `[?&](ref|version)=${version}(&|$)|^https?://[^?]*/${version}/[^?]*\\.(ya?ml|json)$`,
  'i',
);

/**
 * Builds a kustomization by `kubectl kustomize`. Only where it names charts of Helm, Helm may run.
 * @param written the folder as slipway.yml names it, for errors.
 * @param env where to look for programs.
 * @throws UserError when it cannot be built, or may be another one in the next step.
 */
export async function kustomize(
  path: string,
  written: string,
  env: NodeJS.ProcessEnv = process.env,
): Promise<string> {
  if (!(await namesCharts(path, written))) {
    await provideKubectl(env);
    return buildWith('kubectl', [path], written);
  }
  const [kubectl, helm] = await Promise.all([provideKubectlForCharts(env), provideHelm(env)]);
  return withFolder(env, 'helm', async folder => {
    const charts = ['--enable-helm', `--helm-command=${await wrapHelm(helm, env, folder)}`];
    return buildWith(kubectl, [...charts, path], written);
  });
}

// The PATH of this process, because a kubectl that was downloaded is on that.
const buildWith = (kubectl: string, args: readonly string[], written: string): Promise<string> =>
  runRenderer(kubectl, ['kustomize', ...args], kustomizeEnvironment(), {
    temporary: ({ stderr, late }) => late === undefined && isUnreachable(stderr),
    problem: ({ stderr, late, cause }) => {
      const why = late ?? faultOfKustomize(stderr);
      return late !== undefined || isUnreachable(stderr)
        ? new UserError(
            `manifests: kustomize cannot fetch the bases of ${written}: ${why}`,
            'make sure that they can be reached from here, then run the step again',
            { cause },
          )
        : new UserError(`manifests: kustomize cannot build ${written}: ${why}`, 'correct the kustomization', {
            cause,
          });
    },
  });

/**
 * Whether a kustomization, or one of the folders that it is made of, names charts. Remote folders are not looked at.
 * @throws UserError for a remote folder or chart without an exact version: what reviewers saw must be what is released.
 */
async function namesCharts(path: string, root: string, seen = new Set<string>()): Promise<boolean> {
  if (seen.has(path)) return false;
  seen.add(path);
  const texts = await Promise.all(
    kustomizations.map(name => readFile(join(path, name), 'utf8').catch(() => undefined)),
  );
  const text = texts.find(each => each !== undefined);
  if (text === undefined) return false;
  const written = readQuietly(text);
  let found = written.helmCharts !== undefined || written.helmChartInflationGenerator !== undefined;
  for (const { name, repo } of await unpinnedCharts(path, written))
    throw unpinnedError(
      root,
      `the chart ${name} of ${withoutPasswords(repo)}`,
      'set its exact version, such as `version: 1.4.2`',
    );
  const parts = lists.flatMap(key => [written[key] ?? []].flat());
  for (const part of parts) {
    if (typeof part !== 'string') continue;
    const folder = join(path, part);
    if (await isFolder(folder)) found = (await namesCharts(folder, root, seen)) || found;
    else if (remote.test(part) && !pinned.test(part))
      throw unpinnedError(
        root,
        withoutPasswords(part),
        'name a commit (`?ref=<full SHA>`) or an exact version (`?ref=v1.4.2`)',
      );
  }
  return found;
}

const unpinnedError = (root: string, part: string, remedy: string) =>
  new UserError(
    `manifests: ${root} uses ${part} without an exact version, so it may change between plan and release`,
    `${remedy}, or copy it into your repository`,
  );

/** Returns the charts that kustomize would fetch in their newest version, or in the newest of a range. */
async function unpinnedCharts(path: string, written: Record<string, unknown>) {
  const globals = isMap(written.helmGlobals) ? written.helmGlobals : {};
  const charts = [
    ...mapsIn(written.helmCharts).map(each => [each.name, each.repo, each.version, globals.chartHome]),
    // The older form has keys of its own.
    ...mapsIn(written.helmChartInflationGenerator).map(each => [
      each.chartName,
      each.chartRepoUrl,
      each.chartVersion,
      each.chartHome,
    ]),
  ];
  const fetched = charts.map(async each => {
    // An unquoted 1.4 is a number.
    const [name = '', repo = '', wanted = '', home] = each.map(value => String(value ?? ''));
    if (repo === '' || new RegExp(`^${exact}$`).test(wanted)) return [];
    // Without a version, a chart that is already there is not fetched.
    const isThere = wanted === '' && (await isFolder(resolve(path, home || 'charts', name)));
    return isThere ? [] : [{ name, repo }];
  });
  return (await Promise.all(fetched)).flat();
}

const isFolder = (path: string): Promise<boolean> =>
  stat(path).then(
    status => status.isDirectory(),
    () => false,
  );

/** kustomize itself says what is wrong with a file that cannot be read. */
function readQuietly(text: string): Record<string, unknown> {
  try {
    const value: unknown = parse(text);
    return isMap(value) ? value : {};
  } catch {
    return {};
  }
}

/**
 * Extracts kustomize's error from the output of kubectl, without the literals and patches that it quotes, which may hold secrets. Pure.
 */
export function faultOfKustomize(stderr: string): string {
  const ofHelm = /^(?:error: )?(Error: [\s\S]*?)\n?: unable to run: '/m.exec(stderr)?.[1];
  if (ofHelm !== undefined) return `helm: ${faultOfHelm(ofHelm)}`;
  const last = stderr.trim().split('\n').at(-1) ?? '';
  const quoted = /"command failed" err=("(?:[^"\\]|\\.)*")$/.exec(last)?.[1] ?? last;
  const block = /"command failed" err=<\n([\s\S]*?)\n >/.exec(stderr)?.[1];
  return withoutPasswords(block ?? String(jsonIn(quoted) ?? quoted))
    .trim()
    .replace(/^error: /, '')
    .replace(/with config: `[\s\S]*?`/, 'with its configuration')
    .replace(/literal sources \[[\s\S]*$/, 'a literal is not written key=value')
    .replace(/\[patch: [\s\S]*$/, '[a patch that is not shown]')
    .replace(/\s+/g, ' ');
}
