import { execFile } from 'node:child_process';
import { readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { parse } from 'yaml';
import { UserError } from '../toolkit/errors.ts';
import { withFolder } from '../toolkit/folder.ts';
import { isMap } from '../toolkit/map.ts';
import { retry } from '../toolkit/retry.ts';
import { withoutPasswords } from '../toolkit/secrecy.ts';
import { kustomizeEnvironment } from './environment.ts';
import { faultOfHelm, wrapHelm } from './helm-child.ts';
import { provideHelm, provideKubectl, provideKubectlForCharts } from './program.ts';

const run = promisify(execFile);

/** The names that a kustomization may have. */
export const kustomizations = ['kustomization.yaml', 'kustomization.yml', 'Kustomization'];

/** Milliseconds for one build; it may fetch remote bases, for which kustomize allows 27 s each. */
const longestBuild = 120_000;
/** Number of builds while the source of a base does not answer. */
const builds = 3;

/**
 * Builds a kustomization by `kubectl kustomize`. Only where it names charts of Helm, Helm may run.
 * @param written the folder as slipway.yml names it, for errors.
 * @param env where programs are sought.
 * @throws UserError when it cannot be built.
 */
export async function kustomize(
  path: string,
  written: string,
  env: NodeJS.ProcessEnv = process.env,
): Promise<string> {
  if (!(await namesCharts(path))) {
    await provideKubectl(env);
    return buildWith(['kubectl', 'kustomize', path], written);
  }
  const [kubectl, helm] = await Promise.all([provideKubectlForCharts(env), provideHelm(env)]);
  return withFolder(env, 'helm', async folder => {
    const charts = ['--enable-helm', `--helm-command=${await wrapHelm(helm, env, folder)}`];
    return buildWith([kubectl, 'kustomize', ...charts, path], written);
  });
}

async function buildWith([kubectl, ...args]: [string, ...string[]], written: string): Promise<string> {
  // The PATH of this process, because a kubectl that was downloaded is on that.
  const options = { maxBuffer: 64 << 20, timeout: longestBuild, env: kustomizeEnvironment() };
  const build = () => run(kubectl, args, options);
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

/** Whether a kustomization, or one of the folders that it is made of, names charts. Remote folders are not looked at. */
async function namesCharts(path: string, seen = new Set<string>()): Promise<boolean> {
  if (seen.has(path)) return false;
  seen.add(path);
  const texts = await Promise.all(
    kustomizations.map(name => readFile(join(path, name), 'utf8').catch(() => undefined)),
  );
  const text = texts.find(each => each !== undefined);
  if (text === undefined) return false;
  const written = readQuietly(text);
  if (written.helmCharts !== undefined || written.helmChartInflationGenerator !== undefined) return true;
  const parts = ['resources', 'components', 'bases'].flatMap(key => [written[key] ?? []].flat());
  for (const part of parts) {
    if (typeof part !== 'string') continue;
    const folder = join(path, part);
    const isFolder = await stat(folder).then(
      found => found.isDirectory(),
      () => false,
    );
    if (isFolder && (await namesCharts(folder, seen))) return true;
  }
  return false;
}

/** kustomize itself says what is wrong with a file that cannot be read. */
function readQuietly(text: string): Record<string, unknown> {
  try {
    const value: unknown = parse(text);
    return isMap(value) ? value : {};
  } catch {
    return {};
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
  const ofHelm = /^(?:error: )?(Error: [\s\S]*?)\n?: unable to run: '/m.exec(stderr)?.[1];
  if (ofHelm !== undefined) return `helm: ${faultOfHelm(ofHelm)}`;
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
