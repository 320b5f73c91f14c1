import { loadManifests } from '../../cluster/manifests.ts';
import type { Environment } from '../../config/types.ts';
import { type SortedManifests, sortHooks } from './chart-hooks.ts';

/**
 * Loads manifests, and separates the hooks of charts from them.
 * @param written the hooks in slipway.yml, which replace those of charts.
 * @throws UserError for manifests that cannot be read, and for a hook that a release can neither run nor leave out.
 */
export const loadSorted = async (
  written: Environment['hooks'],
  ...from: Parameters<typeof loadManifests>
): Promise<SortedManifests> => sortHooks(await loadManifests(...from), written);
