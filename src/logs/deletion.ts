import { clockError, type DeletedLines, type LogScene, mostLines } from './check.ts';
import type { LogLevel } from './levels.ts';

/** Whether a log store deletes lines: those that no policy keeps any longer must be gone. */

const day = 86_400_000;
/** Days that a line may stay longer: stores delete whole indexes or chunks. */
const longer = 1;
/** Days before that in which lines are looked for. */
const looked = 7;

const open = (reason: string): DeletedLines => ({ verdict: 'unknown', reason });

/**
 * Looks in the store for lines that are too old, of the levels that the application writes. A line that is still there may wait for its
 * index to roll over, so it is no failure.
 * @param days for how many days each level is kept.
 * @param born when the workload was created, in ms since 1970: a younger one has nothing to delete. Undefined if that is not known.
 */
export async function checkDeletion(
  days: ReadonlyMap<LogLevel, number>,
  { store, namespace, now, span }: Pick<LogScene, 'store' | 'namespace' | 'now' | 'span'>,
  born: number | undefined,
): Promise<DeletedLines> {
  if (days.size === 0) return open('no policy says for how long lines are kept');
  if (born === undefined) return open('it is not known when the workload was created');
  const at = now();
  const recent = await store.search({ namespace, from: at - span, to: at + clockError }, mostLines);
  if (!recent.ok) return open(recent.detail);
  const written = new Set(recent.value.lines.map(({ level }) => level));
  const age = (at - born) / day;
  // One day of lines at least must have been there to be deleted.
  const due = [...days].filter(([level, most]) => written.has(level) && age >= most + longer + 1);
  if (due.length === 0)
    return open(`the workload is ${Math.floor(age)} days old, and none of its lines is due for deletion yet`);
  for (const [level, most] of due) {
    const to = at - (most + longer) * day;
    const old = await store.search({ namespace, from: to - looked * day, to }, mostLines);
    if (!old.ok) return open(old.detail);
    const { lines, partial, truncated } = old.value;
    if (lines.some(each => each.level === level))
      return open(
        `lines at level ${level} are still there, and no policy keeps them for more than ${most} days`,
      );
    const why = partial ?? (truncated ? 'there are too many lines' : undefined);
    if (why !== undefined) return open(`${store.name} returned only some of the lines: ${why}`);
  }
  const levels = due.map(([level]) => level).join(', ');
  return {
    verdict: 'pass',
    reason: `lines at ${due.length === 1 ? 'level' : 'levels'} ${levels} are gone after their retention`,
  };
}
