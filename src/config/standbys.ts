import type { Recovery } from './recovery.ts';

/**
 * Returns the databases, by name, that are asked before a release how far their standbys and their WAL archive are behind: those of which
 * slipway.yml promises either. Pure.
 */
export const watchedDatabases = (
  recovery: Pick<Recovery, 'databases'> | undefined,
): [name: string, database: Recovery['databases'][string]][] =>
  Object.entries(recovery?.databases ?? {}).filter(
    ([, database]) => database.replicas.length > 0 || database['archive-timeout'] !== undefined,
  );
