import type { Copy } from '../recovery/copy.ts';
import { UserError } from '../toolkit/errors.ts';

/** Masks a copy before anybody else reaches it. */

interface MaskingTask {
  /** Made `closed`, with nothing restored in it. */
  readonly copy: Pick<Copy, 'raw' | 'open' | 'remove'>;
  readonly database: string;
  readonly signal: AbortSignal;
  report(line: string): void;
}

/**
 * Reads the map before anything is changed.
 * @param path of the masking map.
 * @returns what restores into a copy, masks it, and only then lets it accept connections. When any of that fails, the copy is removed:
 *   it holds originals.
 * @throws {UserError} when it is no map.
 */
export async function maskingOf(path: string) {
  const [{ loadMasking }, { mask }, { copySocket }] = await Promise.all([
    import('../config/masking.ts'),
    import('../recovery/postgres/mask.ts'),
    import('../recovery/postgres/copy-pod.ts'),
  ]);
  const map = await loadMasking(path);
  return async <Restored>(
    { copy, database, signal, report }: MaskingTask,
    restore: () => Promise<Restored>,
  ): Promise<Restored> => {
    try {
      const restored = await restore();
      const { plan, notes } = await mask(copy.raw, { database, host: copySocket }, map, { signal });
      report(`${plan.masked.length} columns are masked`);
      for (const name of plan.drops) report(`the database ${name} is dropped from the copy`);
      for (const note of notes) report(note);
      await copy.open();
      return restored;
    } catch (error) {
      await removed(copy, error);
      report('the copy is removed: it may hold originals');
      throw error;
    }
  };
}

async function removed(copy: Pick<Copy, 'remove'>, why: unknown): Promise<void> {
  try {
    await copy.remove();
  } catch (error) {
    throw new UserError(
      `the copy is not masked, and its pod could not be removed: ${error instanceof Error ? error.message : error}`,
      'remove it with kubectl delete pod: it holds originals',
      { cause: new AggregateError([why, error]) },
    );
  }
}
