import { type ChartTarget, type HelmChart, renderChart } from './helm.ts';
import { type Manifest, parseManifests } from './manifests.ts';

/**
 * Renders each chart that has a Secret once more, because it may make up passwords or certificates, and compares the objects.
 * @param root folder of slipway.yml.
 * @param manifests the objects of the first rendering.
 * @returns a sentence for each chart whose objects differ between the two renderings, without their values.
 */
export async function newValuesOf(
  root: string,
  sources: readonly (string | HelmChart)[],
  manifests: readonly Manifest[],
  target: ChartTarget,
): Promise<string[]> {
  const sentences = sources.map(async source => {
    if (typeof source === 'string') return [];
    const ofChart = `${source.helm.replace(/\/+$/, '')}/`;
    const first = manifests.filter(each => each.source.startsWith(ofChart));
    if (!first.some(({ object }) => object.kind === 'Secret')) return [];
    const names = differing(first, await renderedAgain(root, source, target));
    return names.length === 0
      ? []
      : [
          `the chart ${source.helm} makes new values for ${names.join(', ')} at each rendering, so each release replaces them: name an existing Secret in its values, or set these values`,
        ];
  });
  return (await Promise.all(sentences)).flat();
}

/** Returns no objects when the second rendering fails: the first one has succeeded, and a warning must not stop a release. */
async function renderedAgain(root: string, chart: HelmChart, target: ChartTarget): Promise<Manifest[]> {
  const texts = await renderChart(root, chart, target).catch(() => []);
  return texts.flatMap(([place, text]) => parseManifests(text, place));
}

/** Returns `Kind/name` of the objects whose content differs. Pure. */
function differing(first: readonly Manifest[], second: readonly Manifest[]): string[] {
  const titleOf = ({ object, name }: Manifest) => `${object.kind}/${name}`;
  const keyOf = (each: Manifest) => `${each.object.apiVersion} ${titleOf(each)}`;
  const again = new Map(second.map(each => [keyOf(each), JSON.stringify(each.object)]));
  return first
    .filter(each => (again.get(keyOf(each)) ?? JSON.stringify(each.object)) !== JSON.stringify(each.object))
    .map(titleOf);
}
