import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { delimiter, dirname, join } from 'node:path';
import { vi } from 'vitest';
import { main } from '../../src/cli.ts';
import { archive } from '../policy/image/archive.ts';
import { putIndex, type Store, startStore } from '../registry/store.ts';

/** What a run of the command line said; HOST is the registry and FOLDER the current folder. */
export interface Run {
  code: number;
  outputs: Record<string, string>;
  /** Standard output. */
  out: string;
  err: string;
}

/** A shop that every action would accept, in a folder that is the current one, with a registry and programs of its own. */
export interface Workplace {
  folder: string;
  store: Store;
  /** Of the image in the candidate repository: an index of two platforms. */
  digest: string;
  write(path: string, text: string | Uint8Array): Promise<void>;
  /** Changes slipway.yml; fails when `from` does not stand there. */
  replace(from: string, to: string): Promise<void>;
  /** A program of the machine in the place of the real one: a script for sh. */
  program(name: string, script: string): Promise<void>;
  /** buildx with a builder that can push; its build fails and says this. */
  buildx(...said: string[]): Promise<void>;
  remove(path: string): Promise<void>;
  slipway(args: string[]): Promise<Run>;
  close(): Promise<void>;
}

/** Layers are archives: `scan` reads them. */
export const packed = (path: string) => archive([{ path, content: 'x' }]);

export async function openWorkplace(): Promise<Workplace> {
  const store = await startStore();
  const folder = await mkdtemp(join(tmpdir(), 'refusal-'));
  const here = process.cwd();
  const known = new Set(signals.flatMap(name => process.listeners(name)));
  const write = async (path: string, text: string | Uint8Array, mode = 0o644) => {
    await mkdir(dirname(join(folder, path)), { recursive: true });
    await writeFile(join(folder, path), text, { mode });
  };
  const at: Workplace = {
    folder,
    store,
    digest: putIndex(store, 'shop-candidate', undefined, packed).digest,
    write,
    replace: async (from, to) => {
      const text = await readFile(join(folder, 'slipway.yml'), 'utf8');
      if (!text.includes(from)) throw new Error(`"${from}" is not in slipway.yml`);
      await write(
        'slipway.yml',
        text.replace(from, () => to),
      );
    },
    program: (name, script) => write(`bin/${name}`, `#!/bin/sh\n${script}\n`, 0o755),
    buildx: (...said) =>
      at.program(
        'buildx',
        `[ "$1" = version ] && echo 'github.com/docker/buildx v0.30.1' && exit 0\n[ "$1" = inspect ] && echo 'Driver: remote' && exit 0\ncat >&2 <<'END'\n${said.join('\n')}\nEND\nexit 1`,
      ),
    remove: path => rm(join(folder, path), { recursive: true }),
    slipway: args => slipway(args, text => text.replaceAll(folder, 'FOLDER').replaceAll(store.host, 'HOST')),
    close: async () => {
      vi.unstubAllEnvs();
      process.chdir(here);
      // An action that can be cancelled listens until its process ends.
      for (const name of signals)
        for (const each of process.listeners(name)) if (!known.has(each)) process.off(name, each);
      await store.close();
      await rm(folder, { recursive: true });
    },
  };
  await fill(at);
  process.chdir(folder);
  vi.stubEnv('PATH', [join(folder, 'bin'), dirname(process.execPath), '/usr/bin', '/bin'].join(delimiter));
  vi.stubEnv('DOCKER_CONFIG', join(folder, 'docker'));
  for (const name of Object.keys(process.env))
    if (/^(GITHUB|RUNNER)_/.test(name)) vi.stubEnv(name, undefined);
  return at;
}

const signals = ['SIGINT', 'SIGTERM'] as const;

async function fill(at: Workplace): Promise<void> {
  const repository = `${at.store.host}/shop`;
  await at.write(
    'slipway.yml',
    `app: shop
images:
  shop: {repository: "${repository}"}
test: {junit: [reports/*.xml], coverage: {file: reports/lcov.info}}
environments:
  production:
    namespace: shop
    manifests: [deploy/]
    workload: Deployment/shop
`,
  );
  await at.write('deploy/shop.json', JSON.stringify(deployment(repository)));
  await at.write('Dockerfile', 'FROM scratch\n');
  await at.write('reports/unit.xml', '<testsuite><testcase name="adds up" classname="orders"/></testsuite>');
  await at.write('reports/lcov.info', 'SF:orders.ts\nDA:1,1\nend_of_record\n');
  await at.write('database/db/trivy.db', '');
  await at.write(
    'database/db/metadata.json',
    JSON.stringify({ Version: 2, UpdatedAt: new Date().toISOString() }),
  );
  await at.write('docker/config.json', '{}');
  await at.program('trivy', 'echo Version: 0.74.0');
  await at.buildx('ERROR: nothing is built here');
}

export const deployment = (image: string) => ({
  apiVersion: 'apps/v1',
  kind: 'Deployment',
  metadata: { name: 'shop' },
  spec: {
    selector: { matchLabels: { app: 'shop' } },
    template: { metadata: { labels: { app: 'shop' } }, spec: { containers: [{ name: 'shop', image }] } },
  },
});

async function slipway(args: string[], plain: (text: string) => string): Promise<Run> {
  const said = { stdout: '', stderr: '' };
  for (const name of ['stdout', 'stderr'] as const)
    vi.spyOn(process[name], 'write').mockImplementation(text => {
      said[name] += text;
      return true;
    });
  try {
    const code = await main(args);
    const lines = plain(said.stdout).split('\n').slice(0, -1);
    const outputs = Object.fromEntries(lines.map(line => line.split(/=(.*)/s).slice(0, 2)));
    return { code, outputs, out: plain(said.stdout), err: plain(said.stderr) };
  } finally {
    vi.restoreAllMocks();
  }
}
