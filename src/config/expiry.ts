/** Whether an exception has expired: it expires when its day begins, in UTC. Pure. */
export const hasExpired = (expires: string, now: Date): boolean =>
  now.getTime() >= Date.parse(`${expires}T00:00:00Z`);

/** Whether an exception that has not expired does so within 14 days, so that it is reported. Pure. */
export const expiresSoon = (expires: string, now: Date): boolean =>
  !hasExpired(expires, now) && hasExpired(expires, new Date(now.getTime() + daysOf('14d')));

/** Why an exception of slipway.yml tolerates a finding. */
export interface ExceptionExcuse {
  readonly by: 'exception';
  readonly owner: string;
  readonly reason: string;
  /** The first day on which it is no longer valid. */
  readonly expires: string;
}

/** Returns the excuse of the first exception that is still valid, else a note that one has expired. Pure. */
export function excuseBy(
  exceptions: readonly Omit<ExceptionExcuse, 'by'>[],
  now: Date,
): { excuse?: ExceptionExcuse; note?: string } {
  const valid = exceptions.find(each => !hasExpired(each.expires, now));
  if (valid !== undefined) {
    const { owner, reason, expires } = valid;
    return { excuse: { by: 'exception', owner, reason, expires } };
  }
  const [past] = exceptions;
  return past === undefined ? {} : { note: `the exception by ${past.owner} expired on ${past.expires}` };
}

/**
 * Returns notes on the exceptions to rules that expire soon, and on those that match no finding. Pure.
 * @param isUsed whether an exception matches a finding.
 * @param isChecked whether its rule was checked: an exception to another rule could not match any. Default: every rule was.
 */
export const notesOnExceptions = <Each extends { rule: string } & Pick<ExceptionExcuse, 'owner' | 'expires'>>(
  exceptions: readonly Each[],
  now: Date,
  isUsed: (exception: Each) => boolean,
  isChecked: (rule: string) => boolean = () => true,
): string[] =>
  exceptions.flatMap(exception => {
    const { rule, owner, expires } = exception;
    if (!isUsed(exception))
      return isChecked(rule)
        ? [`the exception to ${rule} by ${owner} matches no finding; remove it from slipway.yml`]
        : [];
    return expiresSoon(expires, now)
      ? [`the exception to ${rule} by ${owner} expires on ${expires}; fix its findings before then`]
      : [];
  });

/** Converts a number of days, written as in slipway.yml (`7d`), to milliseconds. Pure. */
export const daysOf = (text: string): number => Number.parseInt(text, 10) * 86_400_000;
