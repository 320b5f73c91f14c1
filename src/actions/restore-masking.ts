import type { Copy } from '../recovery/copy.ts';
import { counted } from '../toolkit/count.ts';
import { UserError } from '../toolkit/errors.ts';

/** Masks a copy before it accepts connections. */

interface MaskingTask {
  /** Created with `closed`, and still empty. */
  readonly copy: Pick<Copy, 'raw' | 'open' | 'remove'>;
  readonly database: string;
  readonly signal: AbortSignal;
  report(line: string): void;
}

/**
 * Reads the masking map before anything is changed.
 * @param path of the masking map.
 * @returns a function that restores into a copy, masks it, and then lets it accept connections. If any of that fails, it removes the copy,
 *   which contains unmasked data.
 * @throws {UserError} when the map is invalid.
 */
export async function maskingOf(path: string) {
  const { loadMasking } = await import('../config/masking.ts');
  const { mask } = await import('../recovery/postgres/mask.ts');
  const { copySocket } = await import('../recovery/postgres/copy-pod.ts');
  const map = await loadMasking(path);
  return async <Restored>(
    { copy, database, signal, report }: MaskingTask,
    restore: () => Promise<Restored>,
  ): Promise<Restored> => {
    try {
      const restored = await restore();
      const { plan, notes } = await mask(copy.raw, { database, host: copySocket }, map, { signal });
      report(`masked ${counted(plan.masked.length, 'column')}`);
      for (const name of plan.drops) report(`dropped the database ${name} from the copy`);
      for (const note of notes) report(note);
      await copy.open();
      return restored;
    } catch (error) {
      await removed(copy, error);
      report('removed the copy, which may contain unmasked data');
      throw error;
    }
  };
}

async function removed(copy: Pick<Copy, 'remove'>, why: unknown): Promise<void> {
  try {
    await copy.remove();
  } catch (error) {
    throw new UserError(
      `the pod of the unmasked copy could not be removed: ${error instanceof Error ? error.message : error}`,
      'remove it with kubectl delete pod, because it contains unmasked data',
      { cause: new AggregateError([why, error]) },
    );
  }
}
