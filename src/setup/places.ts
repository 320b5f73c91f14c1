import { loadManifests, type Manifest, parseManifests } from '../cluster/manifests.ts';
import { place, requireReleasable } from '../release/workloads/candidate.ts';
import { UserError } from '../toolkit/errors.ts';
import { folderOf, type Repository } from './repository.ts';

/** Where the manifests of a repository are. */

/** Manifests that releases can apply. */
export interface FoundManifests {
  /** For `manifests` in slipway.yml. */
  readonly paths: readonly string[];
  readonly manifests: Manifest[];
  /** Why this place was chosen, as a comment. */
  readonly why: string;
  /** What was left out, one sentence each. */
  readonly notes: readonly string[];
}

const kustomization = /(^|\/)(kustomization\.ya?ml|Kustomization)$/;
const aside = /(^|\/)(templates|charts|tests?|examples?|\.github|node_modules)\//;
const workloadIn = /^\s*kind:\s*["']?(Deployment|StatefulSet|DaemonSet)\b/m;

const lastOf = (folder: string) => folder.slice(folder.lastIndexOf('/') + 1);

/**
 * Returns the folder of the manifests: a kustomization for the environment before others, or else plain YAML. Pure.
 */
export function placeOfManifests(
  { paths, texts }: Pick<Repository, 'paths' | 'texts'>,
  environment: string,
): { folder: string; kustomize: boolean; why: string } | undefined {
  const names = [environment, 'production', 'prod'];
  const pick = (folders: string[]) =>
    [...new Set(folders)].sort((a, b) => {
      const rank = (folder: string) =>
        (names.indexOf(lastOf(folder)) + names.length + 1) % (names.length + 1);
      return rank(a) - rank(b) || a.split('/').length - b.split('/').length || (a < b ? -1 : 1);
    })[0];
  const overlay = pick(paths.filter(path => kustomization.test(path)).map(folderOf));
  if (overlay !== undefined) {
    const named = names.includes(lastOf(overlay));
    const why = named
      ? `The kustomization of ${environment}.`
      : 'The only kustomization at this level; no overlay is named after the environment.';
    return { folder: overlay, kustomize: true, why };
  }
  const plain = [...texts].filter(
    ([path, text]) =>
      /\.(ya?ml|json)$/.test(path) && !aside.test(path) && workloadIn.test(text) && !text.includes('{{'),
  );
  const folder = pick(plain.map(([path]) => folderOf(path)));
  return folder === undefined
    ? undefined
    : { folder, kustomize: false, why: 'The folder with the workloads.' };
}

/** Returns the folder of a Helm chart; undefined when there is none. Pure. */
export const chartIn = ({ paths }: Pick<Repository, 'paths'>): string | undefined =>
  paths
    .filter(path => /(^|\/)Chart\.yaml$/.test(path))
    .map(path => folderOf(path) || '.')
    .sort((a, b) => a.length - b.length)[0];

/**
 * Finds the manifests and reads them. Files with objects that a release may not write are left out.
 * @param namespace of the environment; empty for that of the manifests.
 * @throws UserError for a chart, or a kustomization that cannot be built.
 */
export async function findManifests(
  repository: Repository,
  environment: string,
  namespace: string,
): Promise<FoundManifests | undefined> {
  const found = placeOfManifests(repository, environment);
  if (found === undefined) {
    const chart = chartIn(repository);
    if (chart === undefined) return undefined;
    throw new UserError(
      `${chart} is a Helm chart, which init does not write into slipway.yml yet`,
      `render it (mkdir -p deploy && helm template ${chart === '.' ? repository.name : lastOf(chart)} ${chart} --no-hooks > deploy/chart.yaml), then run slipway init again`,
    );
  }
  const { folder, kustomize, why } = found;
  const whole = folder === '' ? [] : [`${folder}/`];
  if (kustomize) {
    const paths = whole.length === 0 ? ['./'] : whole;
    return { paths, manifests: await loadManifests(repository.root, paths), why, notes: [] };
  }
  const files = repository.paths.filter(path => folderOf(path) === folder && /\.(ya?ml|json)$/.test(path));
  const read = files.map(file => readFileOf(file, repository.texts.get(file) ?? ''));
  const target = namespace || namespaceOf(read.flatMap(({ manifests }) => manifests));
  const judged = read.map(each => ({ ...each, problem: each.problem ?? problemOf(each.manifests, target) }));
  // At the root lie other files, too; those are no mistake.
  const notes = judged.flatMap(({ problem }) =>
    problem === undefined || folder === '' ? [] : [`left out: ${problem}`],
  );
  const kept = judged.filter(({ problem }) => problem === undefined);
  if (kept.length === 0)
    throw new UserError(
      `no manifest in ${folder || 'the folder'} can be released: ${judged[0]?.problem}`,
      'then run slipway init again',
    );
  const paths = notes.length === 0 && folder !== '' ? whole : kept.map(({ file }) => file);
  return { paths, manifests: kept.flatMap(({ manifests }) => manifests), why, notes };
}

function readFileOf(file: string, text: string): { file: string; manifests: Manifest[]; problem?: string } {
  try {
    return { file, manifests: parseManifests(text, file) };
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    return { file, manifests: [], problem: error.sentence };
  }
}

function problemOf(manifests: Manifest[], namespace: string): string | undefined {
  try {
    for (const manifest of structuredClone(manifests)) {
      requireReleasable(manifest, {});
      if (namespace !== '') place(manifest, namespace);
    }
    return undefined;
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    return error.sentence;
  }
}

/** Returns the namespace that most objects name; empty when none does. Pure. */
export function namespaceOf(manifests: readonly Manifest[]): string {
  const named = manifests.flatMap(({ object }) => object.metadata?.namespace ?? []);
  const counts = [...Map.groupBy(named, each => each)].sort((a, b) => b[1].length - a[1].length);
  return counts[0]?.[0] ?? '';
}
