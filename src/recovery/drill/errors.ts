import { cancelled, describe, UserError } from '../../toolkit/errors.ts';

/** Returns an error of the drill as a sentence for the report, and logs all details. */
export function reportedError(error: unknown, { report }: { report(line: string): void }): string {
  if (error instanceof UserError) return error.sentence;
  report(describe(error));
  return error instanceof Error ? error.message : String(error);
}

/** Returns why an aborted drill was aborted, if the signal has a reason. */
export function abortReason({ reason }: AbortSignal): string {
  return (reason instanceof UserError ? reason : cancelled()).sentence;
}
