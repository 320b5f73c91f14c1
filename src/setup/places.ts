import { stringify } from 'yaml';
import { loadManifests, type Manifest, parseManifests } from '../cluster/manifests.ts';
import { place, requireReleasable } from '../release/workloads/candidate.ts';
import { isReleased } from '../release/workloads/kinds.ts';
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
  /** Files to write, so that releases can apply them. */
  readonly files: ReadonlyMap<string, string>;
  /** What was left out, one sentence each. */
  readonly notes: readonly string[];
}

const kustomization = /(^|\/)(kustomization\.ya?ml|Kustomization)$/;
const aside = /(^|\/)(templates|charts|tests?|examples?|\.github|node_modules)\//;
const workloadIn = /^\s*kind:\s*["']?(Deployment|StatefulSet|DaemonSet)\b/m;

const lastOf = (folder: string) => folder.slice(folder.lastIndexOf('/') + 1);

/** A folder that may hold the manifests. */
interface Place {
  readonly folder: string;
  readonly kustomize: boolean;
  /** Why it was chosen, as a comment. */
  readonly why: string;
}

/** Returns the folders that may hold the manifests, best first: kustomizations, one for the environment before others, then plain YAML. Pure. */
export function placesOfManifests(
  { paths, texts }: Pick<Repository, 'paths' | 'texts'>,
  environment: string,
): Place[] {
  const names = [environment, 'production', 'prod'];
  const rank = (folder: string) => (names.indexOf(lastOf(folder)) + names.length + 1) % (names.length + 1);
  const ranked = (files: string[]) =>
    [...new Set(files.map(folderOf))].sort(
      (a, b) => rank(a) - rank(b) || a.split('/').length - b.split('/').length || (a < b ? -1 : 1),
    );
  const text = (path: string) => texts.get(path) ?? '';
  const overlays = paths.filter(path => kustomization.test(path) && !text(path).includes('kind: Component'));
  const built = new Set(overlays.map(folderOf));
  const isPlain = (path: string) =>
    /\.(ya?ml|json)$/.test(path) && !aside.test(path) && !built.has(folderOf(path));
  const plain = paths.filter(
    path => isPlain(path) && workloadIn.test(text(path)) && !text(path).includes('{{'),
  );
  return [
    ...ranked(overlays).map(folder => ({
      ...{ folder, kustomize: true },
      why: names.includes(lastOf(folder))
        ? `The kustomization of ${environment}.`
        : 'A kustomization; none is named after the environment.',
    })),
    ...ranked(plain).map(folder => ({ folder, kustomize: false, why: 'The folder with the workloads.' })),
  ];
}

/** Returns the folder of a Helm chart; undefined when there is none. Pure. */
export const chartIn = ({ paths }: Pick<Repository, 'paths'>): string | undefined =>
  paths
    .filter(path => /(^|\/)Chart\.yaml$/.test(path))
    .map(path => folderOf(path) || '.')
    .sort((a, b) => a.length - b.length)[0];

/** The most places that are tried. */
const mostPlaces = 8;

/**
 * Finds the manifests and reads them. Objects that a release may not write are left out.
 * @param namespace of the environment; empty for that of the manifests.
 * @throws UserError for a chart, and when no place holds manifests that can be released.
 */
export async function findManifests(
  repository: Repository,
  environment: string,
  namespace: string,
): Promise<FoundManifests | undefined> {
  let first: unknown;
  for (const place of placesOfManifests(repository, environment).slice(0, mostPlaces)) {
    try {
      const found = await readPlace(repository, place, namespace);
      if (found.manifests.some(({ object }) => isReleased(object.kind))) return found;
    } catch (error) {
      if (!(error instanceof UserError)) throw error;
      first ??= error;
    }
  }
  if (first !== undefined) throw first;
  const chart = chartIn(repository);
  if (chart === undefined) return undefined;
  throw new UserError(
    `${chart} is a Helm chart, which init does not write into slipway.yml yet`,
    `render it (mkdir -p deploy && helm template ${chart === '.' ? repository.name : lastOf(chart)} ${chart} --no-hooks > deploy/chart.yaml), then run slipway init again`,
  );
}

async function readPlace(
  { root, paths, texts }: Repository,
  { folder, kustomize, why }: Place,
  namespace: string,
): Promise<FoundManifests> {
  const whole = [`${folder || '.'}/`];
  if (kustomize) return withoutRefused(await loadManifests(root, whole), { folder, why, paths: whole });
  const files = paths.filter(path => folderOf(path) === folder && /\.(ya?ml|json)$/.test(path));
  const read = files.map(file => readFileOf(file, texts.get(file) ?? ''));
  const target = namespace || namespaceOf(read.flatMap(({ manifests }) => manifests));
  const judged = read.map(each => ({ ...each, problem: each.problem ?? problemOf(each.manifests, target) }));
  const kept = judged.flatMap(({ file, problem }) => (problem === undefined ? [file] : []));
  // At the root lie other files, too; those are no mistake.
  const notes =
    folder === ''
      ? []
      : judged.flatMap(({ problem = '' }) => (problem === '' ? [] : [`left out: ${problem}`]));
  if (kept.length === 0)
    throw new UserError(
      `no file in ${folder || 'the folder'} can be released: ${(judged[0]?.problem ?? '').replace(/\.$/, '')}`,
      'correct one, then run slipway init again',
    );
  const chosen = kept.length === files.length && folder !== '' ? whole : kept;
  return { paths: chosen, manifests: await loadManifests(root, chosen), why, notes, files: new Map() };
}

/** Leaves out what a release may not write, by a kustomization of our own that deletes it. */
function withoutRefused(
  all: Manifest[],
  { folder, why, paths }: { folder: string; why: string; paths: string[] },
): FoundManifests {
  const refused = all.filter(each => problemOf([each], '') !== undefined);
  const manifests = all.filter(each => !refused.includes(each));
  if (refused.length === 0 || folder === '')
    return { paths, manifests: all, why, files: new Map(), notes: [] };
  const patches = refused.map(({ object: { apiVersion, kind }, name }) => ({
    patch: stringify({ apiVersion, kind, metadata: { name }, $patch: 'delete' }),
  }));
  const head = '# Written by slipway init: without the objects that a release may not write.\n';
  return {
    ...{ paths: ['slipway/'], manifests, why },
    files: new Map([
      ['slipway/kustomization.yaml', head + stringify({ resources: [`../${folder}`], patches })],
    ]),
    notes: refused.map(each => `left out: ${problemOf([each], '')}`),
  };
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
