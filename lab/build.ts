import {
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, UserError } from '../src/toolkit/errors.ts';
import { unpackProgram } from './debian.ts';
import { cacheRoot, type Lab, type Say } from './lab.ts';
import { locked, once, processNow } from './lock.ts';
import { capture } from './process.ts';
import { Forecast, type ForecastPart, observed, spoken } from './progress.ts';
import {
  type Build,
  buildPlan,
  GATEWAY_API,
  gatewayApiDirectory,
  MODULES,
  type ModuleName,
  moduleVersion,
  type ToolName,
} from './tools.ts';

/** The paths of programs, each as soon as it is built. */
export interface Tools<Name extends ToolName = ToolName> {
  readonly path: Readonly<Record<Name, Promise<string>>>;
  /** The directory with the custom resource definitions of the Gateway API. */
  readonly gatewayApi: () => Promise<string>;
}

/** Linking and loading packages use one core, so a second build keeps the others busy. */
const BUILDS_AT_ONCE = 2;

/** Seconds to download and unpack a Debian package. */
const UNPACKING = 4;

/**
 * Builds the programs that are not in the cache, in the order of PROGRAMS, and resolves each path when its build is done.
 * @param compiled compiles even programs that Debian has.
 * @param oldest builds the oldest supported version of Kubernetes.
 */
export function startBuilds(
  names: readonly ToolName[],
  say: Say,
  {
    compiled = false,
    oldest = false,
    cache = cacheRoot(),
  }: { compiled?: boolean; oldest?: boolean; cache?: string } = {},
): Tools {
  const mods = goMods();
  const plan = buildPlan(mods, sourceOf, cache, oldest)
    .filter(build => names.includes(build.name))
    .map(build => (compiled ? { ...build, debian: undefined } : build));
  const missing = plan.filter(build => builtBy(build) === undefined);
  const forecast = new Forecast(missing.map(weightOf));
  const jobs = missing.map(build => ({ build, done: Promise.withResolvers<string>() }));
  const queue = jobs.values();
  const work = async () => {
    for (const { build, done } of queue)
      await ensureBuilt(build, say, forecast).then(done.resolve, done.reject);
  };
  for (let i = 0; i < BUILDS_AT_ONCE; i++) void work();
  const path = Object.fromEntries([
    ...plan.map(build => [build.name, Promise.resolve(builtBy(build))]),
    ...jobs.map(({ build, done }) => [build.name, observed(done.promise)]),
  ]);
  return {
    path: path as Record<ToolName, Promise<string>>,
    gatewayApi: () => copyGatewayApi(mods.tools, cache),
  };
}

function goMods(): Record<ModuleName, string> {
  const texts = Object.entries(MODULES).map(([name, directory]) => [
    name,
    readFileSync(join(directory, 'go.mod'), 'utf8'),
  ]);
  return Object.fromEntries(texts) as Record<ModuleName, string>;
}

/** Adds a program to the lab's PATH. */
export function link(lab: Lab, name: string, target: string): void {
  const path = join(lab.bin, name);
  rmSync(path, { force: true });
  symlinkSync(target, path);
}

/** Returns the source of a program in this repository, without its modules. */
function sourceOf(name: ToolName): string {
  const own = name === 'registries' || name === 'records' || name === 'netpol';
  const directory = own ? MODULES[name] : join(MODULES.tools, name);
  const files = readdirSync(directory).sort();
  return files.map(file => readFileSync(join(directory, file), 'utf8')).join('\n');
}

/** Expected seconds. */
const weightOf = ({ weight, debian }: Build) => (debian === undefined ? weight : UNPACKING);

/** Returns the path of a cached program; undefined if it is not in the cache. */
function builtBy({ binary, debian }: Build): string | undefined {
  return [debian?.binary, binary].find(path => path !== undefined && existsSync(path));
}

/** Builds a program unless it is in the cache. Removes partial files that killed runs have left. */
export async function ensureBuilt(build: Build, say: Say, forecast: Forecast): Promise<string> {
  const built = builtBy(build);
  if (built !== undefined) return built;
  const part = forecast.begin(weightOf(build));
  const busy = once(() => say(`${build.name}: waiting for another run that builds it`));
  const binary = await locked(
    `${dirname(build.binary)}.lock`,
    busy,
    async () => builtBy(build) ?? (await unpacked(build, say)) ?? (await compiled(build, say, part)),
  );
  part.end();
  return binary;
}

/** Downloads the program from Debian's archive; returns undefined if that fails. */
async function unpacked({ name, debian }: Build, say: Say): Promise<string | undefined> {
  if (debian === undefined) return undefined;
  const partial = partialOf(debian.binary);
  try {
    mkdirSync(partial);
    renameSync(await unpackProgram(debian.program, partial), debian.binary);
    say(`${name} ${debian.program.version} downloaded from Debian's archive`);
    return debian.binary;
  } catch (error) {
    const [reason = ''] = describe(error).split('\n', 1);
    say(`compiling ${name}, because Debian's archive cannot be used: ${reason}`);
    return undefined;
  } finally {
    rmSync(partial, { recursive: true, force: true });
  }
}

async function compiled(build: Build, say: Say, part: ForecastPart): Promise<string> {
  const partial = partialOf(build.binary);
  const what = `building ${build.name} ${build.version}`;
  await spoken(say, what, () => go(build.args(partial), build.directory), part.note);
  renameSync(partial, build.binary);
  return build.binary;
}

/** Returns a temporary name for the output of a build, so that a file with the final name is always complete. */
function partialOf(binary: string): string {
  const directory = dirname(binary);
  mkdirSync(directory, { recursive: true });
  for (const left of readdirSync(directory).filter(name => name.includes('.partial'))) {
    if (!processNow(Number(left.split('-').at(-1)))) rmSync(join(directory, left), { recursive: true });
  }
  return `${binary}.partial-${process.pid}`;
}

async function copyGatewayApi(goMod: string, cache: string): Promise<string> {
  const directory = gatewayApiDirectory(goMod, cache);
  if (existsSync(directory)) return directory;
  return locked(
    `${directory}.lock`,
    () => {},
    async () => {
      if (existsSync(directory)) return directory;
      const version = moduleVersion(goMod, GATEWAY_API);
      const found: unknown = JSON.parse(
        await go(['mod', 'download', '-json', `${GATEWAY_API}@${version}`], MODULES.tools),
      );
      const source = (found as { Dir: string }).Dir;
      const partial = `${directory}.partial`;
      rmSync(partial, { recursive: true, force: true });
      cpSync(join(source, 'config', 'crd', 'standard'), partial, { recursive: true });
      renameSync(partial, directory);
      return directory;
    },
  );
}

async function go(args: readonly string[], cwd: string): Promise<string> {
  const env = { ...process.env, GOEXPERIMENT: 'jsonv2', CGO_ENABLED: '0', GOFLAGS: '-mod=readonly' };
  try {
    // The compilers end with this process, because an abandoned build is useless. The low priority leaves the CPU to running parts.
    const command = ['--pdeathsig', 'TERM', '--', 'nice', '-n', '10', 'go', ...args];
    return await capture('setpriv', command, { cwd, env });
  } catch (error) {
    if (error instanceof Error && /\bgo\W*: No such file/.test(error.message)) {
      throw new UserError('the programs of the lab cannot be built: Go is not on the PATH', 'install Go', {
        cause: error,
      });
    }
    throw error;
  }
}
