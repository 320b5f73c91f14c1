import { cancelled, describe, UserError } from '../../toolkit/errors.ts';

/** What is said of an error of the drill itself: for the report one sentence, for the log all that is known. */
export function told(error: unknown, { report }: { report(line: string): void }): string {
  if (error instanceof UserError) return error.sentence;
  report(describe(error));
  return error instanceof Error ? error.message : String(error);
}

/** What a drill is ended by that was told to: whoever did so may have said why. */
export function endedBy({ reason }: AbortSignal): string {
  return (reason instanceof UserError ? reason : cancelled()).sentence;
}
