/** What is wrong between the keys of slipway.yml. */

/** Keys and indexes from the top. */
export type Path = (string | number)[];

/** A mistake that one key alone does not show. */
export interface PlacedProblem {
  readonly path: Path;
  readonly message: string;
}

/** Returns the problem at a path; none without a message. Pure. */
export const placed = (path: Path, message: string | undefined): PlacedProblem[] =>
  message === undefined ? [] : [{ path, message }];

/** Returns problems as seen from above a key. Pure. */
export const below = (key: string, problems: readonly PlacedProblem[]): PlacedProblem[] =>
  problems.map(({ path, message }) => ({ path: [key, ...path], message }));

/** Reports problems. An issue from `superRefine` does not stop outer checks; one from `transform` does. */
export function addProblems(
  problems: readonly PlacedProblem[],
  { addIssue }: { addIssue(issue: { code: 'custom'; path: Path; message: string }): void },
): void {
  for (const { path, message } of problems) addIssue({ code: 'custom', path, message });
}
