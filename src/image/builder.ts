import { UserError } from '../toolkit/errors.ts';
import { printable } from '../toolkit/printable.ts';
import { type ProgramOptions, type ProgramOutput, runForOutput, runProgram } from '../toolkit/program.ts';
import { findTool } from '../toolkit/tools/find.ts';
import { pins } from '../toolkit/tools/pin.ts';
import { driverOf, findBuildx } from './buildx.ts';

/** A builder that can push by digest and write layouts, and how to call it. */
export interface Builder {
  /** Undefined: the current one. */
  readonly name: string | undefined;
  /** Runs buildx. @returns the exit code. */
  run(args: readonly string[], options: ProgramOptions): Promise<number | undefined>;
  /** Runs buildx for its output. */
  runForOutput(args: readonly string[], options: Omit<ProgramOptions, 'print'>): Promise<ProgramOutput>;
}

export interface Opening {
  readonly env: NodeJS.ProcessEnv;
  readonly signal: AbortSignal;
  /** A folder of this run only, for a downloaded buildx. */
  readonly folder: string;
  /** Whether the builder may share caches with builds that are released. */
  readonly trusted: boolean;
  report(line: string): void;
}

/**
 * Selects the current builder, or creates one in a container: docker's own can neither push by digest nor write layouts and caches.
 * @throws UserError when there is no buildx, or no usable builder and none can be created.
 */
export async function openBuilder({ env, signal, folder, trusted, report }: Opening): Promise<Builder> {
  const search = { found: findBuildx(), folder, env, signal, report };
  const buildx = await findTool(pins.buildx, search);
  const buildxWith: Omit<Builder, 'name'> = {
    run: (args, options) => runProgram([...buildx, ...args], options),
    runForOutput: (args, options) => runForOutput([...buildx, ...args], options),
  };
  const say = async (...args: string[]) => {
    const { code, stdout, stderr } = await buildxWith.runForOutput(args, { env, signal });
    return { good: code === 0, text: `${stdout}\n${stderr}` };
  };

  const current = await say('inspect');
  if (!current.good) throw unusable(current.text);
  const driver = driverOf(current.text);
  if (driver !== 'docker') return { name: undefined, ...buildxWith };

  // Its caches outlast the run: code of a pull request could change `RUN --mount=type=cache` for the next release.
  const ours = trusted ? 'slipway' : 'slipway-check';
  if (!(await say('inspect', ours)).good) {
    report(`the current builder cannot push by digest; creating the builder ${ours} in a container`);
    // The host network, as docker's own builder has: otherwise a registry on localhost cannot be reached.
    const driverOption = ['--driver-opt', 'network=host'];
    const created = await say('create', '--name', ours, '--driver', 'docker-container', ...driverOption);
    if (!created.good) throw unusable(created.text);
  }
  return { name: ours, ...buildxWith };
}

function unusable(said: string): UserError {
  if (/is not a docker command|unknown command/i.test(said))
    return new UserError('docker has no buildx plugin', pins.buildx.remedy);
  const last = printable(said.trim().split('\n').at(-1) ?? '').replace(/^ERROR: /, '');
  return new UserError(
    `buildx has no working builder (${last || 'it printed nothing'})`,
    'start Docker, or set up a builder before this step (on GitHub: docker/setup-buildx-action)',
  );
}
