import type { Drills } from '../../config/drills.ts';
import { environmentForCommands } from '../../toolkit/command.ts';
import { UserError } from '../../toolkit/errors.ts';
import { printable } from '../../toolkit/printable.ts';
import { runProgram } from '../../toolkit/program.ts';
import type { Placement } from './placement.ts';

/** Commands of slipway.yml that do what nothing in a cluster can, such as to cut the power of a machine. */

/** A program and its arguments; no shell reads them. */
export type Program = readonly [string, ...string[]];

export interface Hook {
  /** Ends only when it is really done. */
  readonly run: Program;
  /** Takes it back; has to do no harm where there is nothing to take back, for a later run may call it again. */
  readonly fix: Program;
}

export interface HookContext {
  readonly namespace: string;
  readonly runId: string;
  readonly victim: Placement;
  /** The namespace of what was restored, when something was. */
  readonly scratch?: string | undefined;
  /** Default: that of slipway.yml. */
  readonly folder: string;
  readonly env: NodeJS.ProcessEnv;
  report(line: string): void;
}

/** What a hook is told, and by what names. Pure. */
export function hookEnvironment({
  namespace,
  runId,
  victim,
  scratch,
}: Pick<HookContext, 'namespace' | 'runId' | 'victim' | 'scratch'>): Record<string, string> {
  const { pod, node, zone } = victim;
  return {
    SLIPWAY_DRILL_RUN: runId,
    SLIPWAY_DRILL_NAMESPACE: namespace,
    SLIPWAY_DRILL_POD: pod,
    SLIPWAY_DRILL_NODE: node,
    ...(zone === undefined ? {} : { SLIPWAY_DRILL_ZONE: zone }),
    ...(scratch === undefined ? {} : { SLIPWAY_DRILL_SCRATCH: scratch }),
  };
}

/**
 * Runs one to its end and shows what it prints.
 * @param more variables besides those of every hook.
 * @throws {UserError} when it cannot be started, or fails.
 */
export async function runHook(
  program: Program,
  context: HookContext,
  signal?: AbortSignal,
  more: Readonly<Record<string, string>> = {},
): Promise<void> {
  const [name] = program;
  const code = await runProgram(program, {
    env: { ...environmentForCommands(context.env), ...hookEnvironment(context), ...more },
    cwd: context.folder,
    ...(signal && { signal }),
    print: line => context.report(`${printable(name)}: ${printable(line)}`),
  }).catch(cause => {
    throw new UserError(
      `${printable(name)} could not be started`,
      'see whether it is there and may be run, from the folder of slipway.yml',
      { cause },
    );
  });
  if (code !== 0)
    throw new UserError(
      `${printable(name)} ended with ${code ?? 'a signal'}`,
      'see what it printed; its variables are SLIPWAY_DRILL_POD, SLIPWAY_DRILL_NODE and SLIPWAY_DRILL_ZONE',
    );
}

/** All that commands of slipway.yml break and fix, or lead away and back. Pure. */
export const hooksOf = ({ inject, cutover }: Pick<Drills, 'inject' | 'cutover'>) => ({
  ...inject,
  ...(cutover === undefined ? {} : { cutover }),
});
