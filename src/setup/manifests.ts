import { stringify } from 'yaml';
import type { HelmChart } from '../cluster/helm.ts';
import { type Manifest, parseManifests } from '../cluster/manifests.ts';
import { UserError } from '../toolkit/errors.ts';
import { shellWord } from '../toolkit/shell-word.ts';
import { place, requireReleasable } from '../workloads/candidate.ts';
import { loadSorted, type SortedManifests } from '../workloads/chart-hooks.ts';
import { isReleased } from '../workloads/kinds.ts';
import { namesOf, type Place, placesOfManifests } from './places.ts';
import { folderOf, isLock, type Repository } from './repository.ts';

/** The manifests of a repository: chosen among its places, and read. */

/** Manifests that releases can apply; `notes` also says what was left out. */
export interface FoundManifests extends SortedManifests {
  /** Relative to the folder of slipway.yml; empty for that itself. */
  readonly folder: string;
  /** For `manifests` in slipway.yml. */
  readonly entries: readonly (string | HelmChart)[];
  /** Why this place was chosen, as a comment. */
  readonly why: string;
  /** Files to write, so that releases can apply them. */
  readonly files: ReadonlyMap<string, string>;
}

/** What manifests are read for. */
export interface ManifestsTarget {
  readonly app: string;
  readonly environment: string;
  /** Empty for that of the manifests. */
  readonly namespace: string;
  /** The folder that holds the manifests; empty to look for it. */
  readonly manifests: string;
  /** Values for a chart. */
  readonly set: NonNullable<HelmChart['set']>;
  /** Where to look for programs. */
  readonly env: NodeJS.ProcessEnv;
}

/** The most places that are tried. */
const mostPlaces = 8;

/** For `manifests` of a ManifestsTarget: new ones are written, even if the repository has some. */
export const newPlace = 'new';

/**
 * Finds the manifests and reads them. Objects that a release may not write are left out.
 * @param accept returns whether manifests surely belong to the application; throws a UserError for those that do not.
 * @throws UserError for a chart that cannot be rendered, and when no place holds manifests that can be released.
 */
export async function findManifests(
  repository: Repository,
  target: ManifestsTarget,
  accept: (manifests: readonly Manifest[]) => boolean,
): Promise<FoundManifests | undefined> {
  if (target.manifests === newPlace) return undefined;
  const all = placesOfManifests(repository, target);
  const isGiven = target.manifests !== '';
  const named = target.manifests.replace(/^\.(\/|$)|\/+$/g, '');
  const places = isGiven ? all.filter(({ folder }) => folder === named) : all.slice(0, mostPlaces);
  if (isGiven && places.length === 0)
    throw new UserError(
      `the folder ${target.manifests} holds no manifests of a workload`,
      `name another folder: ${waysOut(all, []).join(' or ')}`,
    );
  let first: UserError | undefined;
  let likely: FoundManifests | undefined;
  const tried: Place[] = [];
  const refuse = (error: UserError) => {
    const { message, remedy } = first ?? error;
    const values = tried.at(-1)?.kind === 'chart' && first === undefined ? ['--set NAME=VALUE'] : [];
    const ways = [...values, ...waysOut(all, tried)].join(' or ');
    return new UserError(message, `${remedy.replace(/\.$/, '')}. Or run slipway init with ${ways}`);
  };
  for (const each of places) {
    if (each.named === 'other' && !isGiven && likely !== undefined) break;
    if (each.named === 'other' && !isGiven)
      throw refuse(
        new UserError(
          `no manifests were found for the environment ${target.environment}: ${each.folder} belongs to another one`,
          'write them, or name the other environment with --environment',
        ),
      );
    tried.push(each);
    // Another chart or overlay would not be what was meant.
    let isMeant = each.kind === 'chart' || each.named !== undefined;
    try {
      const read = { chart: readChart, kustomization: readKustomization, plain: readPlain }[each.kind];
      const found = await read(repository, each, target);
      if (!found.manifests.some(({ object }) => isReleased(object.kind))) continue;
      isMeant = false;
      const isSure = accept(found.manifests);
      const others = places.filter(({ kind }) => kind === 'chart' && each.kind === 'chart');
      const left = others.flatMap(({ folder }) => (folder === each.folder ? [] : [folder]));
      if (left.length > 0)
        found.notes.push(`left out: other charts need their own slipway.yml: ${left.join(', ')}`);
      if (isSure) return found;
      likely ??= found;
    } catch (error) {
      if (!(error instanceof UserError)) throw error;
      if (isMeant && likely === undefined) throw refuse(error);
      first ??= error;
    }
  }
  if (likely !== undefined) return likely;
  if (first !== undefined) throw refuse(first);
  return undefined;
}

/** Returns the inputs that name the places which were not tried. Pure. */
const waysOut = (all: readonly Place[], tried: readonly Place[]): string[] =>
  [...all.filter(each => !tried.includes(each)).map(({ folder }) => folder || '.'), newPlace]
    .slice(-mostPlaces)
    .map(each => `--manifests ${shellWord(each)}`);

/** Renders a chart for the namespace that its objects name. */
async function readChart(
  { root, paths }: Repository,
  { folder, why }: Place,
  { app, environment, namespace, set, env }: ManifestsTarget,
): Promise<FoundManifests> {
  const values = namesOf(environment)
    .flatMap(each => [`values-${each}`, `values.${each}`, `values/${each}`, `${each}-values`])
    .flatMap(each => ['yaml', 'yml'].map(end => `${folder && `${folder}/`}${each}.${end}`))
    .find(each => paths.includes(each));
  const chart = {
    helm: folder || '.',
    ...(values !== undefined && { values: [values] }),
    ...(Object.keys(set).length > 0 && { set }),
  };
  const render = (where: string) => loadSorted({}, root, [chart], { namespace: where, app, env });
  const first = await render(namespace || app);
  const named = namespace || namespaceOf(first.manifests) || app;
  return {
    folder,
    ...(named === (namespace || app) ? first : await render(named)),
    entries: [chart],
    why:
      values === undefined
        ? `${why}; no file of values in it is named after the environment.`
        : `${why} with the values of ${environment}.`,
    files: new Map(),
  };
}

async function readKustomization(
  { root }: Repository,
  { folder, why }: Place,
  { app, namespace, env }: ManifestsTarget,
): Promise<FoundManifests> {
  const entries = [`${folder || '.'}/`];
  const found = await loadSorted({}, root, entries, { namespace: namespace || app, app, env });
  return withoutRefused({ ...found, folder, entries, why, files: new Map() });
}

async function readPlain(
  { root, paths, texts }: Repository,
  { folder, why }: Place,
  { namespace }: ManifestsTarget,
): Promise<FoundManifests> {
  const files = paths.filter(
    path => folderOf(path) === folder && /\.(ya?ml|json)$/.test(path) && !isLock(path),
  );
  const read = files.map(file => readFileOf(file, texts.get(file) ?? ''));
  const target = namespace || namespaceOf(read.flatMap(({ manifests }) => manifests));
  const judged = read.map(each => ({ ...each, problem: each.problem ?? problemOf(each.manifests, target) }));
  const kept = judged.flatMap(({ file, problem }) => (problem === undefined ? [file] : []));
  // Other files at the root are not a mistake.
  const notes =
    folder === ''
      ? []
      : judged.flatMap(({ problem = '' }) => (problem === '' ? [] : [`left out: ${problem}`]));
  if (kept.length === 0)
    throw new UserError(
      `no file in ${folder || 'the folder'} can be released: ${(judged[0]?.problem ?? '').replace(/\.$/, '')}`,
      'correct one, then run slipway init again',
    );
  const entries = kept.length === files.length && folder !== '' ? [`${folder}/`] : kept;
  const found = await loadSorted({}, root, entries);
  return { ...found, folder, entries, why, notes: [...notes, ...found.notes], files: new Map() };
}

/** Leaves out what a release may not write, by a kustomization of our own that deletes it. */
function withoutRefused(found: FoundManifests): FoundManifests {
  const { folder } = found;
  const refused = found.manifests.flatMap(manifest => {
    const problem = problemOf([manifest], '');
    return problem === undefined ? [] : [{ ...manifest, manifest, problem }];
  });
  if (refused.length === 0 || folder === '') return found;
  const patches = refused.map(({ object: { apiVersion, kind, metadata }, name }) => ({
    patch: stringify(
      {
        apiVersion,
        kind,
        $patch: 'delete',
        metadata: { name, ...(metadata?.namespace && { namespace: metadata.namespace }) },
      },
      { compat: 'yaml-1.1' },
    ),
  }));
  const head = '# Written by slipway init: without the objects that a release may not write.\n';
  return {
    ...found,
    entries: ['slipway/'],
    manifests: found.manifests.filter(each => !refused.some(({ manifest }) => manifest === each)),
    files: new Map([
      ['slipway/kustomization.yaml', head + stringify({ resources: [`../${folder}`], patches })],
    ]),
    notes: [...found.notes, ...refused.map(({ problem }) => `left out: ${problem}`)],
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
