import type { Cluster } from '../../cluster/port.ts';
import { counted } from '../../toolkit/count.ts';
import { UserError } from '../../toolkit/errors.ts';
import { type Copy, createCopy } from '../copy.ts';
import { backupFacts } from '../drill-report.ts';
import type { Exec } from '../exec.ts';
import { proveRepository } from '../postgres/proving.ts';
import { copyPart, damage, partOf, type RepositoryPart } from '../postgres/repository-copy.ts';
import type { RotSystem } from './rot.ts';
import type { ScratchOptions, ScratchTarget } from './scratch-system.ts';

/** Implements the drill that damages a copy of a repository, in a pod of the drill's namespace and nowhere else. */

interface RotTarget
  extends Pick<ScratchTarget, 'copy' | 'stanza' | 'repository' | 'size' | 'limits' | 'archiving'> {
  /** Maximum number of bytes to copy. */
  readonly maxSize: number;
}

const folder = '/slipway/data/repository';

/** The age of a copy is not a fault. */
const noLimits = { backup: Number.POSITIVE_INFINITY, wal: Number.POSITIVE_INFINITY };

export function rotSystem(
  cluster: Cluster,
  target: RotTarget,
  options: Pick<ScratchOptions, 'signal' | 'now' | 'report'>,
): RotSystem {
  const { signal, now, report } = options;
  const { size, stanza, repository } = target;
  const place = { stanza, repository: repository.number };
  let copy: Copy | undefined;
  let part: RepositoryPart | undefined;
  const exec: Exec = (command, given) => {
    if (copy === undefined) throw new Error('there is no copy yet');
    return copy.exec(command, given);
  };
  const given = { exec, size, signal, now };
  const copied = () => {
    if (part === undefined) throw new Error('nothing is copied yet');
    return part;
  };
  return {
    now,
    report,
    provision: async () => {
      copy = await createCopy(cluster, target.copy);
    },
    prove: async () => {
      const { archived, behind } = (await target.archiving?.(signal)) ?? {};
      return proveRepository({ ...given, limits: target.limits, place, archived, behind: behind?.atMost });
    },
    copy: async () => {
      part = await partOf({ exec, place, size, signal });
      const { bytes, files, chain, segments } = part;
      if (bytes > target.maxSize)
        throw new UserError(
          `${(bytes / 2 ** 30).toFixed(1)} GiB would have to be copied, and ${(target.maxSize / 2 ** 30).toFixed(1)} are allowed`,
          'increase `drills.rot.max-size`, and the size of `scratch.volume`',
        );
      await copyPart(exec, part, place, folder, signal);
      const [newest] = chain;
      if (newest === undefined) throw new Error('a chain without a backup');
      return {
        backup: backupFacts(newest, repository.name),
        sentence: `copied from ${repository.name}: ${counted(files.length, 'file')} of ${counted(chain.length, 'backup')} and ${counted(segments.length, 'segment')}, ${(bytes / 1e6).toFixed(1)} MB`,
      };
    },
    proveCopy: () => {
      const { chain, segments } = copied();
      return proveRepository({
        ...given,
        limits: noLimits,
        place: { ...place, folder },
        only: chain.map(({ label }) => label),
        archived: segments.at(-1)?.name,
      });
    },
    damage: (kind, drawn) => damage(exec, copied(), stanza, folder, kind, drawn),
  };
}
