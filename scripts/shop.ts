/** The sample shop for rehearsals and benchmarks: images of its versions, and modified copies of its folder. */
import { execFile } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';
import { UserError } from '../src/toolkit/errors.ts';

const run = promisify(execFile);
export const root = resolve(import.meta.dirname, '..');
const shop = join(root, 'examples/shop');

export interface Target {
  /** Host and port of the registry, under the name that the nodes use. */
  registry: string;
  /** Base image of the shop, with Node 24. */
  base: string;
  /** `namespace/name` of the Gateway that the route refers to. */
  gateway: string;
  /** Where checks send their requests: to the gateway, or to the Service through the API server. */
  verifyFrom: 'gateway' | 'service';
  context: string | undefined;
}

/** Builds and pushes one version. @returns its digest in the registry. */
export async function buildShop(target: Target, version: string): Promise<string> {
  const folder = mkdtempSync(join(tmpdir(), 'slipway-build-'));
  try {
    const metadata = join(folder, 'metadata.json');
    const args = ['build', '--quiet', '--provenance=false', '--push', '--metadata-file', metadata];
    args.push('--build-arg', `BASE=${target.base}`, '--build-arg', `VERSION=${version}`);
    await buildx([...args, '-t', `${target.registry}/shop:${version}`, shop]);
    return (JSON.parse(readFileSync(metadata, 'utf8')) as { 'containerimage.digest': string })[
      'containerimage.digest'
    ];
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** `buildx` is a program in the lab, and a plugin in a Docker installation. */
async function buildx(args: string[]): Promise<void> {
  try {
    await run('buildx', args);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
    await run('docker', ['buildx', ...args]);
  }
}

/** Copies the shop's folder for another namespace; `edit` changes the text of a file. */
export function copyShop(
  target: Target,
  namespace: string,
  edit: (file: string, text: string) => string,
): string {
  const folder = mkdtempSync(join(tmpdir(), 'slipway-shop-'));
  cpSync(shop, folder, { recursive: true });
  const files = [
    'slipway.yml',
    ...['autoscaler', 'config', 'deployment', 'disruption', 'route', 'service'].map(f => `deploy/${f}.yaml`),
  ];
  const [gatewayNamespace = '', gatewayName = ''] = target.gateway.split('/');
  for (const file of files) {
    const text = readFileSync(join(folder, file), 'utf8')
      .replaceAll('namespace: shop', `namespace: ${namespace}`)
      .replaceAll('shop.example', `${namespace}.example`)
      .replaceAll('127.0.0.1:5000/shop', `${target.registry}/shop`)
      .replace('name: lab, namespace: gateway', `name: ${gatewayName}, namespace: ${gatewayNamespace}`)
      .replace('from: gateway', `from: ${target.verifyFrom}`);
    writeFileSync(join(folder, file), edit(file, text));
  }
  return folder;
}

let stopped = false;

/** After a signal the current command finishes, because it may be a rollback. Then `slipway` throws, and `finally` blocks clean up. */
export function endOnSignals(): void {
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
    process.on(signal, () => {
      stopped = true;
    });
  }
}

export const wasStopped = () => stopped;

export interface CliResult {
  code: number;
  outputs: Record<string, string>;
  stderr: string;
  ms: number;
}

/** Returns why a step stopped; empty when it did not. A run that was killed has set no outputs, so its reason is only in the log. */
export function reasonOf({ outputs, code, stderr }: CliResult): string {
  return outputs.reason || (code === 0 ? '' : (stderr.trim().split('\n').at(-1) ?? `exit code ${code}`));
}

/** Describes the result of `verify` for each zone. */
export function zonesOf(json: string | undefined): string {
  const zones = JSON.parse(json ?? '[]') as { zone: string; matching: number; pods: number }[];
  return zones.map(z => `zone ${z.zone}: ${z.matching} of ${z.pods} pods verified`).join(', ');
}

/** Runs the committed bundle as a user would. `live` prints its log immediately; `env` is added to this process's environment. */
export async function slipway(
  folder: string,
  args: string[],
  live = false,
  env: Record<string, string> = {},
): Promise<CliResult> {
  const started = performance.now();
  const child = promisify(execFile)(process.execPath, [join(root, 'dist/cli/index.js'), ...args], {
    cwd: folder,
    env: { ...process.env, ...env },
  });
  if (live)
    child.child.stderr?.on('data', chunk =>
      process.stdout.write(String(chunk).replace(/^(?=.)/gm, '          ')),
    );
  const { code, stdout, stderr } = await child.then(
    result => ({ code: 0, ...result }),
    error => error as { code: number; stdout: string; stderr: string },
  );
  if (stopped) throw new UserError('stopped by a signal', '');
  const outputs = Object.fromEntries(
    stdout.split('\n').flatMap(line => {
      const equals = line.indexOf('=');
      return equals < 0 ? [] : [[line.slice(0, equals), line.slice(equals + 1)]];
    }),
  );
  return { code, outputs, stderr, ms: performance.now() - started };
}

export async function kubectl(target: Target, ...args: string[]): Promise<string> {
  const context = target.context === undefined ? [] : [`--context=${target.context}`];
  return (await run('kubectl', [...context, ...args], { maxBuffer: 64 << 20 })).stdout;
}
