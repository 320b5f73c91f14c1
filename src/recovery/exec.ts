import { type Container, execIn } from '../cluster/exec.ts';
import type { Reach } from '../cluster/reach.ts';
import { type ProgramOutput, runForOutput } from '../toolkit/program.ts';

/** Runs a command where the data is. Rejects only when it could not be started or the connection broke: its outcome is then unknown. */
export type Exec = (
  command: readonly string[],
  options?: {
    readonly input?: string;
    readonly signal?: AbortSignal;
    /** Receives each line of output as it arrives. */
    heard?(line: string): void;
  },
) => Promise<ProgramOutput>;

/** Runs commands on this machine; they end with this process. */
export const localExec =
  (env: NodeJS.ProcessEnv): Exec =>
  async ([program = '', ...args], options = {}) =>
    runForOutput([program, ...args], { env, ...options });

/**
 * Runs commands in a container of a pod; they may outlive this process. kubectl gets a part of the environment of this process, and not of
 * the input `credentials`: a login there is for a store, not for the cluster.
 */
export const podExec =
  (container: Container, reach: Reach): Exec =>
  (command, options = {}) =>
    execIn(container, command, { reach, ...options });
