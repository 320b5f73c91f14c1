import type { Copy } from '../recovery/copy.ts';

/** Masks a copy before others see it. */

/** Reads the map before anything is changed; goes on with it when the copy is there. */
export async function maskingOf(path: string) {
  const [{ loadMasking }, { mask }, { copySocket }] = await Promise.all([
    import('../config/masking.ts'),
    import('../recovery/postgres/mask.ts'),
    import('../recovery/postgres/copy-pod.ts'),
  ]);
  const map = await loadMasking(path);
  return async ({ raw }: Pick<Copy, 'raw'>, database: string, signal: AbortSignal): Promise<string[]> => {
    const { plan, notes } = await mask(raw, { database, host: copySocket }, map, { signal });
    const unseen = plan.notMentioned.length;
    return [
      `${plan.masked.length} columns are masked`,
      ...(unseen === 0
        ? []
        : [`the masking map says nothing of ${unseen} columns that may hold text of people`]),
      ...notes,
    ];
  };
}
