import { execFile } from 'node:child_process';
import { readdir, readFile, stat } from 'node:fs/promises';
import { join, relative } from 'node:path';
import { promisify } from 'node:util';
import { type Document, parseAllDocuments } from 'yaml';
import { UserError } from '../toolkit/errors.ts';
import { retry } from '../toolkit/retry.ts';
import { withoutPasswords } from '../toolkit/secrecy.ts';
import type { KubeObject } from './objects.ts';
import { provideKubectl } from './program.ts';

const run = promisify(execFile);
const kustomizations = ['kustomization.yaml', 'kustomization.yml', 'Kustomization'];

/** An object of the manifests and the file it came from, for errors. */
export interface Manifest {
  object: KubeObject & { apiVersion: string; kind: string };
  name: string;
  source: string;
}

/**
 * Reads the manifests that slipway.yml names: files, folders of YAML, or kustomize folders.
 * @param root folder of slipway.yml; the paths are relative to it.
 * @throws UserError naming the file and line of what cannot be read.
 */
export async function loadManifests(root: string, paths: string[]): Promise<Manifest[]> {
  const manifests: Manifest[] = [];
  for (const path of paths) {
    for (const [source, text] of await textsOf(join(root, path), root, path)) {
      manifests.push(...parseManifests(text, source));
    }
  }
  if (manifests.length === 0) {
    throw new UserError(
      `no objects in the manifests ${paths.join(', ')}`,
      'add the YAML of the application there',
    );
  }
  rejectTwins(manifests);
  return manifests;
}

async function textsOf(path: string, root: string, written: string): Promise<[string, string][]> {
  const info = await stat(path).catch(() => undefined);
  if (info === undefined) {
    throw new UserError(`manifests: ${written} does not exist beside slipway.yml`, 'correct the path');
  }
  if (info.isFile()) return [[relative(root, path), await readFile(path, 'utf8')]];
  const entries = (await readdir(path)).sort();
  if (entries.some(entry => kustomizations.includes(entry)))
    return [[written, await kustomize(path, written)]];
  if (entries.includes('Chart.yaml'))
    throw new UserError(
      `manifests: ${written} is a Helm chart, whose templates must be rendered first`,
      `render it in an earlier step, such as \`helm template shop ${written} --no-hooks > deploy/shop.yaml\`, and name that file`,
    );
  const files = entries.filter(entry => /\.(ya?ml|json)$/.test(entry)).map(entry => join(path, entry));
  if (files.length === 0) {
    throw new UserError(`manifests: ${written} holds no .yaml, .yml or .json file`, 'correct the path');
  }
  return Promise.all(
    files.map(
      async (file): Promise<[string, string]> => [relative(root, file), await readFile(file, 'utf8')],
    ),
  );
}

/** Milliseconds for one build; it may fetch remote bases, for which kustomize allows 27 s each. */
const longestBuild = 120_000;
/** Number of builds while the source of a base does not answer. */
const builds = 3;

async function kustomize(path: string, written: string): Promise<string> {
  await provideKubectl();
  const limits = { maxBuffer: 64 << 20, timeout: longestBuild };
  const build = () => run('kubectl', ['kustomize', path], limits);
  const faultOf = (cause: unknown) => cause as { stderr?: string; killed?: boolean };
  const temporary = (cause: unknown) => !faultOf(cause).killed && isUnreachable(faultOf(cause).stderr ?? '');
  try {
    return (await retry({ attempts: builds, temporary, delay: count => count * 1000 }, build)).stdout;
  } catch (cause) {
    const { stderr = '', killed } = faultOf(cause);
    if (killed || isUnreachable(stderr)) {
      const why = killed ? `it took longer than ${longestBuild / 1000} s` : faultOfKustomize(stderr);
      throw new UserError(
        `manifests: kustomize cannot fetch the bases of ${written}: ${why}`,
        'make sure that they can be reached from here, then run the step again',
        { cause },
      );
    }
    throw new UserError(
      `manifests: kustomize cannot build ${written}: ${faultOfKustomize(stderr)}`,
      'correct the kustomization',
      { cause },
    );
  }
}

/** Whether kustomize, or the git that it calls, could not reach the source of a base. Pure. */
export function isUnreachable(stderr: string): boolean {
  return /dial tcp|i\/o timeout|TLS handshake timeout|deadline exceeded|hit \S+ timeout running|Could not resolve host|Failed to connect to|Connection (timed out|reset|refused)/.test(
    stderr,
  );
}

/**
 * Extracts kustomize's error from the output of kubectl, without the literals and patches that it quotes, which may hold secrets. Pure.
 */
export function faultOfKustomize(stderr: string): string {
  const last = stderr.trim().split('\n').at(-1) ?? '';
  const quoted = /"command failed" err=("(?:[^"\\]|\\.)*")$/.exec(last)?.[1];
  const block = /"command failed" err=<\n([\s\S]*?)\n >/.exec(stderr)?.[1];
  return withoutPasswords(block ?? unquoted(quoted ?? last))
    .trim()
    .replace(/^error: /, '')
    .replace(/with config: `[\s\S]*?`/, 'with its configuration')
    .replace(/literal sources \[[\s\S]*$/, 'a literal is not written key=value')
    .replace(/\[patch: [\s\S]*$/, '[a patch that is not shown]')
    .replace(/\s+/g, ' ');
}

function unquoted(text: string): string {
  try {
    return String(JSON.parse(text));
  } catch {
    return text;
  }
}

/** Parses one file's documents. */
export function parseManifests(text: string, source: string): Manifest[] {
  return parseAllDocuments(text).flatMap(document => {
    const [error] = document.errors;
    if (error !== undefined) {
      const line = error.linePos?.[0].line ?? 1;
      // The parser repeats the position, and quotes the source on the lines that follow.
      const problem = error.message.split('\n')[0]?.replace(/ at line \d+, column \d+:?$/, '');
      throw new UserError(`${source}:${line}: ${problem}`, 'correct the YAML');
    }
    const value = readDocument(document, source);
    if (value === null) return [];
    const items =
      value.kind === 'List' && Array.isArray(value.items) ? (value.items as KubeObject[]) : [value];
    return items.map(item => asManifest(item, source));
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
    const key = `${object.kind}/${name}`;
    const earlier = seen.get(key);
    if (earlier !== undefined) {
      throw new UserError(`${key} is defined in both ${earlier} and ${source}`, 'keep one of them');
    }
    seen.set(key, source);
  }
}
