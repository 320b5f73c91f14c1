import { basename, dirname, join, resolve } from 'node:path';
import type { KubeObject } from '../cluster/objects.ts';
import { groupOf } from '../cluster/resources.ts';
import { loadConfig } from '../config/load.ts';
import type { ManifestChange, ManifestComparison } from '../report/manifest-changes.ts';
import { UserError } from '../toolkit/errors.ts';
import { withFolder } from '../toolkit/folder.ts';
import { commitOf } from '../toolkit/git.ts';
import { reasonOf } from '../toolkit/host.ts';
import { printable } from '../toolkit/printable.ts';
import { runForOutput } from '../toolkit/program.ts';
import { manifestsOf } from './session.ts';

/** What a commit changes for each environment, compared with another commit: its objects and its entry in slipway.yml. */

/** The objects of an environment by `Kind/name`; `slipway.yml` is its entry there. */
type ObjectsOf = ReadonlyMap<string, KubeObject>;

/** Lines of one object. */
const most = 40;

/** Bytes of all objects, and of their lines. check.yml passes them on as an environment variable, which has at most 128 KiB on Linux. */
const [roomForObjects, roomForLines] = [20_000, 40_000];

/** As the text of a job output in `toJSON(needs)`. */
const bytesOf = (value: unknown) => Buffer.byteLength(JSON.stringify(JSON.stringify(value)));

/** Collects what is compared of an environment. Pure. */
export const objectsOf = (
  environment: object,
  manifests: readonly { readonly object: KubeObject }[],
): ObjectsOf => {
  const objects = new Map<string, KubeObject>([['slipway.yml', { kind: 'slipway.yml', ...environment }]]);
  for (const { object } of manifests) {
    const name = object.metadata?.name;
    const title = `${object.kind}/${name}`;
    // The same kind of another API group, written as kubectl takes it.
    objects.set(objects.has(title) ? `${object.kind}.${groupOf(object)}/${name}` : title, object);
  }
  return objects;
};

/** Compares every environment. What has no room is only counted. Pure. */
export async function changesBetween(
  before: ReadonlyMap<string, ObjectsOf>,
  after: ReadonlyMap<string, ObjectsOf>,
): Promise<Pick<ManifestComparison, 'changes' | 'omitted'>> {
  const { differences } = await import('../plan/difference.ts');
  const changes: ManifestChange[] = [];
  let [objectsLeft, linesLeft, omitted] = [roomForObjects, roomForLines, 0];
  for (const environment of new Set([...after.keys(), ...before.keys()])) {
    const [old, now] = [before.get(environment), after.get(environment)];
    for (const object of new Set([...(now?.keys() ?? []), ...(old?.keys() ?? [])])) {
      const [was, is] = [old?.get(object), now?.get(object)];
      const what = was === undefined ? 'create' : is === undefined ? 'delete' : 'change';
      const found = what === 'change' ? differences(was, is) : [];
      if (what === 'change' && found.length === 0) continue;
      const lines = found.flatMap(({ path, before: a, after: b }) => [
        ...(a === undefined ? [] : [printable(`- ${path}: ${a}`)]),
        ...(b === undefined ? [] : [printable(`+ ${path}: ${b}`)]),
      ]);
      const shown: string[] = [];
      for (const line of lines.slice(0, most)) {
        linesLeft -= bytesOf(line);
        if (linesLeft < 0) break;
        shown.push(line);
      }
      const more = lines.length - shown.length;
      const change: ManifestChange = { environment, object, what, lines: [], more };
      objectsLeft -= bytesOf(change);
      if (objectsLeft < 0) omitted += 1;
      else changes.push({ ...change, lines: shown });
    }
  }
  return omitted === 0 ? { changes } : { changes, omitted };
}

/**
 * Compares with another commit of the repository of slipway.yml. It is not compared if there is no such commit, as without git, or it
 * has no valid slipway.yml.
 * @param revision such as `HEAD^1`, the base of a pull request in its merge commit.
 */
export function differenceFrom(
  revision: string,
  path: string,
  after: ReadonlyMap<string, ObjectsOf>,
  env: NodeJS.ProcessEnv,
): Promise<ManifestComparison> {
  const folder = resolve(dirname(path));
  const git = (...args: string[]) =>
    runForOutput(['git', '-c', 'core.hooksPath=/dev/null', ...args], { cwd: folder, env: process.env });
  return withFolder(env, 'base', async temporary => {
    const tree = join(temporary, 'tree');
    const found = await commitOf(folder, revision);
    if ('why' in found) return notCompared(found.why);
    const added = await git('worktree', 'add', '--detach', tree, found.commit);
    if (added.code !== 0) return notCompared(printable(added.stderr.trim()));
    try {
      const prefix = (await git('rev-parse', '--show-prefix')).stdout.trim();
      const before = await environmentsOf(join(tree, prefix, basename(path)), env);
      return { compared: true, note: '', ...(await changesBetween(before, after)) };
    } catch (error) {
      if (!(error instanceof UserError)) throw error;
      return notCompared(reasonOf(error).replaceAll(`${tree}/`, ''));
    } finally {
      await git('worktree', 'remove', '--force', tree);
    }
  });
}

const notCompared = (note: string): ManifestComparison => ({ compared: false, note, changes: [] });

async function environmentsOf(path: string, env: NodeJS.ProcessEnv): Promise<Map<string, ObjectsOf>> {
  const config = await loadConfig(path);
  const found = new Map<string, ObjectsOf>();
  for (const [name, environment] of Object.entries(config.environments)) {
    const { manifests } = await manifestsOf(path, config, name, env);
    found.set(name, objectsOf(environment, manifests));
  }
  return found;
}
