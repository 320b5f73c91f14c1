import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import type { UserError } from '../toolkit/errors.ts';
import { retry } from '../toolkit/retry.ts';

/** Runs Helm and kustomize, which render manifests and may fetch charts or bases. */

const run = promisify(execFile);
/** Milliseconds for one call; for a remote base alone, kustomize allows 27 s. */
const longest = 120_000;
/** Number of calls while a source does not answer. */
const calls = 3;

/** Why a call failed. */
export interface RenderingFault {
  readonly stderr: string;
  /** That it took too long, as a clause; undefined when it ended by itself. */
  readonly late: string | undefined;
  readonly cause: unknown;
}

/**
 * Runs a program, and again while that may help.
 * @param handling which faults may be temporary, and the error for those that last.
 * @returns what it prints.
 */
export async function runRenderer(
  program: string,
  args: readonly string[],
  env: NodeJS.ProcessEnv,
  handling: { temporary(fault: RenderingFault): boolean; problem(fault: RenderingFault): UserError },
): Promise<string> {
  const faultOf = (cause: unknown): RenderingFault => {
    const { stderr = '', killed = false } = cause as { stderr?: string; killed?: boolean };
    return { stderr, late: killed ? `it took longer than ${longest / 1000} s` : undefined, cause };
  };
  const temporary = (cause: unknown) => handling.temporary(faultOf(cause));
  const call = () => run(program, args, { env, maxBuffer: 64 << 20, timeout: longest });
  try {
    return (await retry({ attempts: calls, temporary, delay: count => count * 1000 }, call)).stdout;
  } catch (cause) {
    throw handling.problem(faultOf(cause));
  }
}

/** Whether a program, or the git that it calls, could not reach a source. Pure. */
export function isUnreachable(stderr: string): boolean {
  return /dial tcp|i\/o timeout|TLS handshake timeout|deadline exceeded|hit \S+ timeout running|Could not resolve host|Failed to connect to|Connection (timed out|reset|refused)/.test(
    stderr,
  );
}
