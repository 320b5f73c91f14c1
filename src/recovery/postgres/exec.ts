import type { Answer } from '../../toolkit/program.ts';

/**
 * Runs a command where the database is. Rejects only when it could not be started or the connection to it broke: then nobody knows
 * what it did.
 */
export type Exec = (
  command: readonly string[],
  options?: { readonly input?: string; readonly signal?: AbortSignal },
) => Promise<Answer>;
