import { type Container, execIn } from '../cluster/exec.ts';
import type { Reach } from '../cluster/reach.ts';
import { type Answer, ask } from '../toolkit/program.ts';

/**
 * Runs a command where the data are. Rejects only when it could not be started or the connection to it broke: then nobody knows what it
 * did.
 */
export type Exec = (
  command: readonly string[],
  options?: {
    readonly input?: string;
    readonly signal?: AbortSignal;
    /** Is given each line of its output, as it comes. */
    heard?(line: string): void;
  },
) => Promise<Answer>;

/** On this machine; the command ends when we do. */
export const localExec =
  (env: NodeJS.ProcessEnv): Exec =>
  async ([program = '', ...args], options = {}) =>
    ask([program, ...args], { env, ...options });

/** In a container of a pod; the command may go on when we end. @param env default: that of this process; kubectl gets a part of it. */
export const podExec =
  (container: Container, reach: Reach, env: NodeJS.ProcessEnv = process.env): Exec =>
  (command, options = {}) =>
    execIn(container, command, { reach, env, ...options });
