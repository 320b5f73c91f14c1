import { withFolder } from '../toolkit/folder.ts';
import { isMap, jsonMap, mapsIn } from '../toolkit/map.ts';
import { printable } from '../toolkit/printable.ts';
import type { Builder } from './builder.ts';

/** BuildKit's checks of a Dockerfile: `buildx build --check`, which builds nothing. */

export interface CheckRequest {
  /** Absolute paths. */
  readonly context: string;
  readonly dockerfile: string;
  readonly target?: string | undefined;
  readonly platforms?: readonly string[] | undefined;
  readonly args: Readonly<Record<string, string>>;
  /** Names in FROM of images that this run has not built yet. */
  readonly bases: readonly string[];
  /** Whether `# check=skip=…` in the Dockerfile is respected. */
  readonly heedsSkips: boolean;
}

/** A finding of BuildKit. */
export interface Warning {
  /** Such as `JSONArgsRecommended`. */
  readonly name: string;
  readonly message: string;
  readonly line: number;
  readonly endLine: number;
  /** The page that explains it. */
  readonly url: string;
}

/** The answer of BuildKit; `fault` says why the check is incomplete. */
export interface Checks {
  readonly warnings: readonly Warning[];
  readonly fault?: string;
}

/**
 * Returns the arguments after `buildx`. Pure.
 * @param placeholder an empty folder that replaces images that are not built yet.
 */
export function checkArguments(
  request: CheckRequest,
  placeholder: string,
  builder: string | undefined,
): string[] {
  const { context, dockerfile, target, platforms = [], args, bases, heedsSkips } = request;
  const [platform] = platforms;
  return [
    'build',
    ...(builder === undefined ? [] : ['--builder', builder]),
    '--progress=quiet',
    '--call=check,format=json',
    ...['--file', dockerfile],
    ...(target === undefined ? [] : ['--target', target]),
    ...(platform === undefined ? [] : ['--platform', platform]),
    ...Object.entries(args).flatMap(([name, value]) => ['--build-arg', `${name}=${value}`]),
    ...(heedsSkips ? [] : ['--build-arg', 'BUILDKIT_DOCKERFILE_CHECK=skip=none']),
    ...bases.flatMap(base => ['--build-context', `${base}=${placeholder}`]),
    context,
  ];
}

/** Parses the JSON that buildx printed; undefined when there is none. Pure. */
export function readChecks(text: string): Checks | undefined {
  const answer = jsonMap(text);
  if (answer === undefined) return undefined;
  const warnings = mapsIn(answer.warnings).flatMap(warningOf);
  const said = isMap(answer.buildError) ? answer.buildError.message : undefined;
  // With `# check=error=true`, BuildKit reports the findings themselves as an error.
  const fault = typeof said === 'string' && !said.startsWith('lint violation found') ? said : undefined;
  return { warnings, ...(fault === undefined ? {} : { fault: plain(fault) }) };
}

function warningOf(each: Readonly<Record<string, unknown>>): Warning[] {
  if (typeof each.ruleName !== 'string') return [];
  const ranges = mapsIn(isMap(each.location) ? each.location.ranges : undefined);
  const lines = ranges.flatMap(({ start, end }) => [lineOf(start), lineOf(end)]);
  const known = lines.filter(line => line > 0);
  const line = known.length === 0 ? 1 : Math.min(...known);
  const text = [each.detail, each.description].find(one => typeof one === 'string' && one !== '');
  return [
    {
      name: each.ruleName,
      message: plain(typeof text === 'string' ? text : each.ruleName),
      line,
      endLine: Math.max(line, ...known),
      url: typeof each.url === 'string' && /^https:\/\/[^\s]+$/.test(each.url) ? each.url : '',
    },
  ];
}

const lineOf = (place: unknown): number =>
  isMap(place) && Number.isInteger(place.line) ? Number(place.line) : 0;

const plain = (text: string) => printable(text).replace(/\s+/g, ' ').trim().slice(0, 300);

/** Runs BuildKit's checks. A failure to run them is not an error, because the build itself reports the cause. */
export function askChecks(
  request: CheckRequest,
  builder: Pick<Builder, 'name' | 'runForOutput'>,
  { env, signal }: { readonly env: NodeJS.ProcessEnv; readonly signal: AbortSignal },
): Promise<Checks> {
  return withFolder(env, 'check', async placeholder => {
    const args = checkArguments(request, placeholder, builder.name);
    const { stdout, stderr } = await builder.runForOutput(args, { env, signal });
    const lines = stderr.split('\n');
    const last = lines.findLast(line => /^ERROR:|^unknown flag/.test(line)) ?? 'it printed nothing';
    return readChecks(stdout) ?? { warnings: [], fault: plain(last.replace(/^ERROR: /, '')) };
  });
}
