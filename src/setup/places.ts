import { basename } from 'node:path';
import { kustomizations } from '../cluster/kustomize.ts';
import { folderOf, type Repository } from './repository.ts';

/** Which folders of a repository may hold its manifests. Pure. */

const aside = /(^|\/)(templates|charts|tests?|examples?|\.github|node_modules)\//;
const asideOfCharts = /(^|\/)(templates|tests?|examples?|\.github)\//;
const workloadIn = /^[ \t]*kind:[ \t]*["']?(Deployment|StatefulSet|DaemonSet)\b/m;

/** A folder that may hold the manifests. */
export interface Place {
  readonly folder: string;
  readonly kind: 'kustomization' | 'plain' | 'chart';
  /** Why it was chosen, as a comment. */
  readonly why: string;
  /** Whether it is named after the environment, or after another one. */
  readonly named?: 'ours' | 'other';
}

/** Returns what files and folders of an environment are called. Pure. */
export const namesOf = (environment: string): string[] =>
  environment === 'production' ? ['production', 'prod'] : [environment];

const namedOther = /^(prod|production|stag(e|ing)|dev|development|test|testing|qa|uat|preview|sandbox)$/;

/**
 * Returns the folders that may hold the manifests, best first: kustomizations, one for the environment before others, then plain YAML, then
 * charts, the one of the application before others. Those of other environments are last. Pure.
 */
export function placesOfManifests(
  { paths, texts }: Pick<Repository, 'paths' | 'texts'>,
  { app, environment }: { readonly app: string; readonly environment: string },
): Place[] {
  const names = namesOf(environment);
  const namedIn = (folder: string): Pick<Place, 'named'> =>
    names.includes(basename(folder))
      ? { named: 'ours' }
      : namedOther.test(basename(folder))
        ? { named: 'other' }
        : {};
  const ranked = (files: string[], wanted: string[]) => {
    const rank = (folder: string) =>
      (wanted.indexOf(basename(folder)) + wanted.length + 1) % (wanted.length + 1);
    return [...new Set(files.map(folderOf))].sort(
      (a, b) => rank(a) - rank(b) || a.split('/').length - b.split('/').length || (a < b ? -1 : 1),
    );
  };
  const text = (path: string) => texts.get(path) ?? '';
  const overlays = paths.filter(
    path => kustomizations.includes(basename(path)) && !text(path).includes('kind: Component'),
  );
  const built = new Set(overlays.map(folderOf));
  const isPlain = (path: string) =>
    /\.(ya?ml|json)$/.test(path) && !aside.test(path) && !built.has(folderOf(path));
  const plain = paths.filter(
    path => isPlain(path) && workloadIn.test(text(path)) && !text(path).includes('{{'),
  );
  const charts = paths.filter(path => basename(path) === 'Chart.yaml' && !asideOfCharts.test(path));
  const isPart = (folder: string) =>
    charts.map(folderOf).some(each => each !== folder && `${folder}/`.startsWith(each && `${each}/`));
  const whole = charts.filter(path => !isPart(folderOf(path)) && !/^type: *library/m.test(text(path)));
  const found: Place[] = [
    ...ranked(overlays, names).map(folder => ({
      folder,
      kind: 'kustomization' as const,
      ...namedIn(folder),
      why: names.includes(basename(folder))
        ? `The kustomization of ${environment}.`
        : 'A kustomization; none is named after the environment.',
    })),
    ...ranked(plain, names).map(folder => ({
      folder,
      kind: 'plain' as const,
      why: 'The folder with the workloads.',
      ...namedIn(folder),
    })),
    ...ranked(whole, [app]).map(folder => ({ folder, kind: 'chart' as const, why: 'A Helm chart' })),
  ];
  return found.sort((a, b) => Number(a.named === 'other') - Number(b.named === 'other'));
}
