import { mkdir, readdir, readFile, rm, stat } from 'node:fs/promises';
import { join, relative, resolve } from 'node:path';
import { shortDigests } from '../toolkit/digest.ts';
import { UserError } from '../toolkit/errors.ts';
import { withFolder } from '../toolkit/folder.ts';
import { isMap, jsonIn } from '../toolkit/map.ts';
import { buildOrder, type Inspected, type Lineage, startsWith } from './bases.ts';
import { type Builder, openBuilder } from './builder.ts';
import { buildArguments } from './buildx.ts';
import { BuildError, explain } from './failure.ts';
import { readLicense } from './labels.ts';
import { BuildProgress } from './progress.ts';
import { type Digest, isDigest } from './reference.ts';
import { type BuildSource, type ImageDestination, imageNamed, type RunFacts, requestFor } from './request.ts';
import { hiding, secretsOf } from './secrets.ts';

export interface BuildOptions extends RunFacts {
  /** The images to build; their bases are added. */
  readonly names: readonly string[];
  /** The folder of slipway.yml. */
  readonly root: string;
  readonly env: NodeJS.ProcessEnv;
  readonly signal: AbortSignal;
  /**
   * Checks the Dockerfiles before anything is built.
   * @returns the reason, when nothing must be built.
   */
  check?(sources: ReadonlyMap<string, BuildSource>, builder: Builder): Promise<string | undefined>;
  /** Reads the manifest of a built image. */
  inspect(place: ImageDestination, digest: Digest): Promise<Inspected>;
  report(line: string): void;
  /** Prints a line of another program. */
  print(line: string): void;
}

export interface Built {
  readonly digest: Digest;
  readonly place: ImageDestination;
  readonly inspected: Inspected;
  readonly seconds: number;
  readonly steps: { readonly total: number; readonly cached: number };
  readonly bases: readonly Lineage[];
}

export interface BuildResult {
  /** The built images, even when another one failed. */
  readonly built: Readonly<Record<string, Built>>;
  /** Why it failed. */
  readonly reason?: string;
  /** The last lines of the step that failed. */
  readonly tail?: readonly string[];
}

/**
 * Builds images, each after its bases and otherwise in parallel. The first failure stops all builds.
 * @throws UserError for problems that are found before anything is built.
 */
export async function buildImages(options: BuildOptions): Promise<BuildResult> {
  const { images, names, output } = options;
  const order = buildOrder(names, images);
  const sources = new Map<string, BuildSource>();
  for (const name of order) sources.set(name, await sourceOf(name, options));
  if (output !== undefined) for (const name of order) await requireOurFolder(join(output, name));
  const hide = hiding(secretsOf(order, images, options.env));
  return withFolder(options.env, 'build', async work => {
    const folder = join(work, 'buildx');
    // After a run for a fork, GitHub names neither a branch nor the pull request.
    const trusted = output === undefined && ['branch', 'tag'].includes(options.git.ref?.kind ?? '');
    const builder = await openBuilder({ ...options, folder, trusted });
    const objection = await options.check?.(sources, builder);
    if (objection !== undefined) return { built: {}, reason: objection };
    return buildAll(options, { order, sources, builder, hide, work });
  });
}

interface Work {
  readonly order: readonly string[];
  readonly sources: ReadonlyMap<string, BuildSource>;
  readonly builder: Builder;
  /** Masks secrets in a line. */
  hide(line: string): string;
  readonly work: string;
}

async function buildAll(
  options: BuildOptions,
  { order, sources, builder, hide, work }: Work,
): Promise<BuildResult> {
  const { images, signal } = options;
  const failing = new AbortController();
  const ending = { ...options, signal: AbortSignal.any([signal, failing.signal]) };
  const running = new Map<string, Promise<Built>>();
  const built: Record<string, Built> = {};
  let failure: unknown;
  for (const name of order) {
    const one = async () => {
      const bases = await Promise.all(
        (images[name]?.bases ?? []).map(async base => ({ base, built: await running.get(base) })),
      );
      const source = sources.get(name);
      if (source === undefined) throw new Error(`${name} has no source`);
      const task = { name, source, bases: bases.filter(isBuilt), builder, hide, work };
      built[name] = await buildOne(ending, task);
      return built[name];
    };
    const promise = one();
    promise.catch(error => {
      failure ??= error;
      failing.abort();
    });
    running.set(name, promise);
  }
  await Promise.allSettled(running.values());

  if (failure === undefined) return { built };
  if (!(failure instanceof UserError)) throw failure;
  const tail = failure instanceof BuildError ? failure.tail : [];
  return { built, reason: failure.sentence, tail };
}

interface Task extends Pick<Work, 'builder' | 'hide' | 'work'> {
  readonly name: string;
  readonly source: BuildSource;
  readonly bases: readonly { readonly base: string; readonly built: Built }[];
}

async function buildOne(options: BuildOptions, task: Task): Promise<Built> {
  const { git, signal, env, report, print } = options;
  const { name, builder, work } = task;
  const started = performance.now();
  const metadata = join(work, `${name}.json`);
  const built = task.bases.map(({ base, built }) => ({ name: base, ...built }));
  const request = { ...requestFor(options, name, task.source, built), metadata, builder: builder.name };
  if ('folder' in request.output) {
    await rm(request.output.folder, { recursive: true, force: true });
    await mkdir(request.output.folder, { recursive: true });
  }
  const progress = new BuildProgress();
  const code = await builder.run(buildArguments(request), {
    env: { ...env, ...(git.time === undefined ? {} : { SOURCE_DATE_EPOCH: String(git.time) }) },
    signal,
    print: said => {
      const line = task.hide(said);
      progress.feed(line);
      if (line.trim() !== '') print(`${name}: ${line}`);
    },
  });
  if (code !== 0 && signal.aborted) throw new UserError('the build was cancelled', 'run it again');
  if (code !== 0) throw explain(name, relative(options.root, request.dockerfile), progress.failure());

  const digest = await digestIn(metadata);
  const inspected = await options.inspect(request.output, digest);
  const bases = task.bases.map(({ base, built }) => ({
    base,
    digest: built.digest,
    whole: startsWith(inspected, built.inspected),
  }));
  const seconds = (performance.now() - started) / 1000;
  const { total, cached } = progress.steps;
  report(`${name}: ${shortDigests(digest)} in ${seconds.toFixed(1)} s, ${cached} of ${total} steps cached`);
  for (const { base, digest, whole } of bases) {
    const what = whole ? 'begins with the layers of' : 'does not begin with the layers of';
    report(`${name}: ${what} ${base}, ${shortDigests(digest)}`);
  }
  return { digest, place: request.output, inspected, seconds, steps: progress.steps, bases };
}

async function sourceOf(name: string, { images, root }: BuildOptions): Promise<BuildSource> {
  const image = imageNamed(images, name);
  const context = resolve(root, image.context);
  const dockerfile = resolve(context, image.dockerfile);
  const kind = async (path: string) => {
    const found = await stat(path).catch(() => undefined);
    return found?.isDirectory() ? 'folder' : found === undefined ? 'nothing' : 'file';
  };
  if ((await kind(context)) !== 'folder')
    throw new UserError(
      `the folder ${image.context} of the image "${name}" does not exist`,
      'correct `context` in slipway.yml, or check the repository out before this step',
    );
  if ((await kind(dockerfile)) === 'file')
    return { context, dockerfile, license: (await readLicense(context)) ?? (await readLicense(root)) };
  throw new UserError(
    `the image "${name}" has no ${image.dockerfile} in its context "${image.context}"`,
    'add it, or set `dockerfile` in slipway.yml',
  );
}

/** Refuses a folder with anything but an earlier layout, because it will be replaced. */
async function requireOurFolder(folder: string): Promise<void> {
  const entries = await readdir(folder).catch((error: NodeJS.ErrnoException): string[] => {
    if (error.code === 'ENOENT') return [];
    throw new UserError(`${folder} is not a folder`, 'choose another one in the input `output`');
  });
  if (entries.length === 0 || entries.includes('oci-layout')) return;
  throw new UserError(`${folder} contains other files`, 'choose another folder in the input `output`');
}

async function digestIn(metadata: string): Promise<Digest> {
  const stated = jsonIn(
    await readFile(metadata, 'utf8'),
    cause => new Error('buildx wrote no valid metadata', { cause }),
  );
  const digest = isMap(stated) ? stated['containerimage.digest'] : undefined;
  if (typeof digest === 'string' && isDigest(digest)) return digest;
  throw new Error('buildx reported no digest');
}

function isBuilt(base: { base: string; built: Built | undefined }): base is { base: string; built: Built } {
  return base.built !== undefined;
}
