import { readdir, readFile, stat } from 'node:fs/promises';
import { basename, dirname, join, normalize, relative } from 'node:path';
import { type Document, isCollection, parseAllDocuments, type ScalarTag, visit } from 'yaml';
import { UserError } from '../toolkit/errors.ts';
import { type ChartTarget, type HelmChart, renderChart } from './helm.ts';
import { kustomizations, kustomize } from './kustomize.ts';
import type { KubeObject } from './objects.ts';
import { groupOf, named } from './resources.ts';

/** An object of the manifests and the file it came from, for errors. */
export interface Manifest {
  object: KubeObject & { apiVersion: string; kind: string };
  name: string;
  source: string;
}

/**
 * Reads the manifests that slipway.yml names: files, folders of YAML, kustomize folders, or charts of Helm.
 * @param root folder of slipway.yml; the paths are relative to it.
 * @param target what the templates of charts see, which is needed only for charts, and where to look for programs.
 * @throws UserError naming the file and line of what cannot be read.
 */
export async function loadManifests(
  root: string,
  sources: readonly (string | HelmChart)[],
  target: ChartTarget = { namespace: 'default', app: 'app' },
): Promise<Manifest[]> {
  const manifests: Manifest[] = [];
  for (const source of sources) {
    const texts =
      typeof source === 'string'
        ? await textsOf(join(root, source), root, source, target.env)
        : await renderChart(root, source, target);
    for (const [place, text] of texts) manifests.push(...parseManifests(text, place));
  }
  if (manifests.length === 0) {
    const names = sources.map(source => (typeof source === 'string' ? source : source.helm));
    throw new UserError(
      `no objects in the manifests ${names.join(', ')}`,
      'add the YAML of the application there',
    );
  }
  rejectTwins(manifests);
  return manifests;
}

async function textsOf(
  path: string,
  root: string,
  written: string,
  env?: NodeJS.ProcessEnv,
): Promise<[string, string][]> {
  const info = await stat(path).catch(() => undefined);
  if (info === undefined) {
    throw new UserError(
      `manifests: ${written} does not exist`,
      'correct the path, which is relative to slipway.yml',
    );
  }
  const chart = await chartOfTemplates(root, written);
  if (info.isFile()) {
    if (chart !== undefined) throw chartError(`${written} is a template of a Helm chart, which`, [chart]);
    return [[relative(root, path), await readFile(path, 'utf8')]];
  }
  const entries = (await readdir(path)).sort();
  if (entries.some(entry => kustomizations.includes(entry)))
    return [[written, await kustomize(path, written, env)]];
  if (entries.includes('Chart.yaml'))
    throw chartError(`${written} is a Helm chart, whose templates`, [written]);
  if (chart !== undefined) throw chartError(`${written} holds templates of a Helm chart, which`, [chart]);
  const files = entries.filter(entry => /\.(ya?ml|json)$/.test(entry)).map(entry => join(path, entry));
  if (files.length === 0) {
    const charts = entries.map(entry => join(written, entry));
    const found = await Promise.all(charts.map(each => isChart(root, each)));
    const below = charts.filter((_, index) => found[index]);
    if (below.length > 0) throw chartError(`${written} holds Helm charts, whose templates`, below);
    throw new UserError(`manifests: ${written} holds no .yaml, .yml or .json file`, 'correct the path');
  }
  return Promise.all(
    files.map(
      async (file): Promise<[string, string]> => [relative(root, file), await readFile(file, 'utf8')],
    ),
  );
}

/** Returns the chart whose folder `templates` a path is, or is in. Plain manifests elsewhere in the folder of a chart are none. */
async function chartOfTemplates(root: string, written: string): Promise<string | undefined> {
  for (let path = normalize(written); dirname(path) !== path; path = dirname(path))
    if (basename(path) === 'templates' && (await isChart(root, dirname(path)))) return dirname(path);
  return undefined;
}

const isChart = (root: string, folder: string): Promise<boolean> =>
  stat(join(root, folder, 'Chart.yaml')).then(
    status => status.isFile(),
    () => false,
  );

/** @param what the path with its templates. @param charts which the path may mean. */
const chartError = (what: string, charts: readonly string[]) =>
  new UserError(
    `manifests: ${what} must be rendered`,
    `write ${charts.map(each => `\`- helm: ${each.replace(/\/+$/, '')}\``).join(' or ')} in place of the path (docs/helm.md)`,
  );

/** An integer such as `0400`, which kubectl reads as octal: the usual form of `defaultMode`. */
const octal: ScalarTag = {
  tag: 'tag:yaml.org,2002:int',
  default: true,
  test: /^[-+]?0[0-7]+$/,
  resolve: text => Number.parseInt(text, 8),
};

/** A boolean such as `yes`, as kubectl reads it, also in a key: the text `on` needs quotes. */
const spokenBoolean: ScalarTag = {
  tag: 'tag:yaml.org,2002:bool',
  default: true,
  test: /^([yYnN]|yes|Yes|YES|no|No|NO|on|On|ON|off|Off|OFF)$/,
  resolve: text => /^(y|on)/i.test(text),
};

/** Parses one file's documents as kubectl does, which takes merge keys, octal numbers and booleans from YAML 1.1. */
export function parseManifests(text: string, source: string): Manifest[] {
  return parseAllDocuments(text, {
    merge: true,
    customTags: tags => [octal, spokenBoolean, ...tags],
    // Otherwise it warns of a key that is a map, in words for programmers.
    logLevel: 'error',
  }).flatMap(document => {
    const [error] = document.errors;
    if (error !== undefined) {
      const line = error.linePos?.[0].line ?? 1;
      // The parser repeats the position, and quotes the source on the lines that follow.
      const problem = error.message.split('\n')[0]?.replace(/ at line \d+, column \d+:?$/, '');
      throw new UserError(`${source}:${line}: ${problem}`, 'correct the YAML');
    }
    rejectMapKeys(document, text, source);
    const value = readDocument(document, source);
    if (value === null) return [];
    const { kind = '', items } = value;
    if (!/List$/.test(kind) || !Array.isArray(items)) return [asManifest(value, source)];
    return (items as KubeObject[]).map(item => asManifest(named(item, value), source));
  });
}

/** Refuses a map or list as a key, as kubectl does: `{{ .Values.x }}` of a template is one. The parser would make a text of it. */
function rejectMapKeys(document: Document.Parsed, text: string, source: string): void {
  visit(document, {
    Pair: (_, { key }) => {
      if (!isCollection(key)) return;
      const line = text.slice(0, key.range?.[0]).split('\n').length;
      throw new UserError(
        `${source}:${line}: a map or a list is a key, as in a template that was not rendered`,
        'render the template, or put `{{ … }}` in quotes if it belongs there',
      );
    },
  });
}

/** Converts a document; only this finds an alias without its anchor, or too many aliases. */
function readDocument(document: Document.Parsed, source: string): KubeObject | null {
  try {
    return document.toJS({ maxAliasCount: 100 }) as KubeObject | null;
  } catch (cause) {
    throw new UserError(
      `${source}: ${(cause as Error).message}`,
      'write the values out instead of YAML aliases',
      { cause },
    );
  }
}

function asManifest(value: KubeObject | null, source: string): Manifest {
  const { apiVersion, kind, metadata } = value ?? {};
  if (metadata?.generateName !== undefined && metadata.name === undefined)
    throw new UserError(
      `${source}: ${kind} has metadata.generateName, which creates another object at each release`,
      'set metadata.name, or make a Job a hook (`hooks` in slipway.yml)',
    );
  if (typeof apiVersion !== 'string' || typeof kind !== 'string' || typeof metadata?.name !== 'string') {
    throw new UserError(
      `${source}: an object lacks apiVersion, kind or metadata.name`,
      'keep only Kubernetes objects in the manifests',
    );
  }
  return { object: { ...value, apiVersion, kind }, name: metadata.name, source };
}

function rejectTwins(manifests: Manifest[]): void {
  const seen = new Map<string, string>();
  for (const { object, name, source } of manifests) {
    const title = `${object.kind}/${name}`;
    // Versions of one API group are the same object; Istio and the Gateway API each have a Gateway.
    const key = `${groupOf(object)} ${title}`;
    const earlier = seen.get(key);
    if (earlier !== undefined) {
      throw new UserError(`${title} is defined in both ${earlier} and ${source}`, 'keep one of them');
    }
    seen.set(key, source);
  }
}
