import type { Drills } from '../../config/drills.ts';
import { environmentForCommands } from '../../toolkit/command.ts';
import { UserError } from '../../toolkit/errors.ts';
import { printable } from '../../toolkit/printable.ts';
import { endingOf, runProgram } from '../../toolkit/program.ts';
import type { Placement } from './placement.ts';

/** Runs commands of slipway.yml for actions that are impossible within a cluster, such as powering off a machine. */

/** A program and its arguments, run without a shell. */
export type ProgramCommand = readonly [string, ...string[]];

export interface DrillCommand {
  /** Must not exit before the action has taken effect. */
  readonly run: ProgramCommand;
  /** Reverts the action. Must be idempotent, because a later run may call it again. */
  readonly fix: ProgramCommand;
}

export interface DrillCommandContext {
  readonly namespace: string;
  readonly runId: string;
  readonly victim: Placement;
  /** Namespace of the restored system, if there is one. */
  readonly scratch?: string | undefined;
  /** Working directory: the folder of slipway.yml. */
  readonly folder: string;
  readonly env: NodeJS.ProcessEnv;
  report(line: string): void;
}

/** Returns the environment variables of a command. Pure. */
function commandEnvironment(context: DrillCommandContext): Record<string, string> {
  const { namespace, runId, victim, scratch } = context;
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
 * Runs a command to its end, and logs its output.
 * @param more variables besides those of every command.
 * @throws {UserError} if it cannot be started, or fails.
 */
export async function runDrillCommand(
  program: ProgramCommand,
  context: DrillCommandContext,
  signal?: AbortSignal,
  more: Readonly<Record<string, string>> = {},
): Promise<void> {
  const [name] = program;
  const code = await runProgram(program, {
    env: { ...environmentForCommands(context.env), ...commandEnvironment(context), ...more },
    cwd: context.folder,
    ...(signal && { signal }),
    print: line => context.report(`${printable(name)}: ${printable(line)}`),
  }).catch(cause => {
    throw new UserError(
      `${printable(name)} could not be started`,
      'check that it exists and is executable, from the folder of slipway.yml',
      { cause },
    );
  });
  if (code !== 0)
    throw new UserError(`${printable(name)} ${endingOf(code)}`, 'read its output in the log above');
}

/** Returns all commands of slipway.yml that inject a fault, or switch the public address. Pure. */
export const drillCommandsOf = ({ inject, cutover }: Pick<Drills, 'inject' | 'cutover'>) => ({
  ...inject,
  ...(cutover === undefined ? {} : { cutover }),
});
