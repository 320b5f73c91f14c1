/**
 * Something the user can fix: shown as one sentence with its remedy, without a stack trace.
 * Everything else that is thrown is a bug of ours and keeps its stack and `cause`.
 */
export class UserError extends Error {
  readonly remedy: string;

  constructor(problem: string, remedy: string, options?: ErrorOptions) {
    super(problem, options);
    this.name = 'UserError';
    this.remedy = remedy;
  }

  /** What failed and why; then what to do: `the tag v1 exists: … . Choose another tag.` */
  get sentence(): string {
    return withRemedy(this.message, this.remedy);
  }
}

/** Joins a problem, which begins in lower case and has no full stop, with its remedy, an imperative. Pure. */
export function withRemedy(problem: string, remedy: string): string {
  if (remedy === '') return problem;
  const stop = /[.!?]$/.test(remedy) ? '' : '.';
  return `${problem}. ${remedy.charAt(0).toUpperCase()}${remedy.slice(1)}${stop}`;
}

/** For what ends early because the run is being cancelled. */
export function cancelled(): UserError {
  return new UserError('the run was cancelled', 'run it again');
}

const inTheMiddle = new WeakSet<object>();

/** Marks what was thrown after something had been changed: whoever reads `refused` would leave that standing. */
export function markMidway<Thrown>(error: Thrown): Thrown {
  if (typeof error === 'object' && error !== null) inTheMiddle.add(error);
  return error;
}

/** Whether it was thrown after something had been changed. */
export const isMidway = (error: unknown): boolean =>
  typeof error === 'object' && error !== null && inTheMiddle.has(error);

/** The text to show for anything that was thrown. */
export function describe(error: unknown): string {
  if (error instanceof UserError) return error.sentence;
  if (error instanceof Error) return error.stack ?? error.message;
  return String(error);
}
