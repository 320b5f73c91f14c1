import { Readable } from 'node:stream';
import type { Cluster } from '../../cluster/port.ts';
import { counted } from '../../toolkit/count.ts';
import { UserError } from '../../toolkit/errors.ts';
import { sha256Of } from '../checksum.ts';
import type { Bucket } from '../object-stores/bucket.ts';
import { type OfflineRecovery, recoverOffline } from '../offline/recovering.ts';
import { type Answering, answering } from './answering.ts';
import type { ScratchSystem } from './scratch-drill.ts';
import { told } from './told.ts';

/** The hands of a drill in which everything is gone but the offline archive: it comes back into the drill's namespace, registry and bucket. */

export interface TotalTarget {
  readonly offline: Omit<OfflineRecovery, 'stamper' | 'cluster'>;
  /** The drill's own, which says by an object that drills may empty it. */
  readonly bucket: Bucket;
  readonly application: Answering | undefined;
  readonly now: () => number;
  report(line: string): void;
}

/** Of the object in a bucket that says so, as the label of a namespace does. */
export const allowance = 'dr-drill/allowed';

/** @returns the system, and what ends what it has opened on this machine and elsewhere, which says what it could not clear away. */
export function totalSystem(
  cluster: Cluster,
  target: TotalTarget,
): { system: ScratchSystem; close(): Promise<string | undefined> } {
  const { offline, bucket, now, report } = target;
  const application = target.application && answering(cluster, target.application);
  const system: ScratchSystem = {
    ...{ now, report },
    provision: () => emptied(bucket, report),
    // The repository is in the archive, and proved when it is in the bucket again.
    prove: async () => [],
    restore: async (_, during) => {
      const recovered = await recoverOffline({
        ...offline,
        cluster,
        bucket: withoutAllowance(bucket),
        stamper: { during },
      });
      for (const each of recovered.changes) report(each);
      const [backup] = recovered.backups;
      if (backup === undefined)
        throw new UserError('the archive holds no database', 'see `recovery` of the slipway.yml in it');
      return { rungs: recovered.rungs, backup, recovered: [] };
    },
    inspect: async () => [],
    application: application && {
      start: application.open,
      probe: application.whole,
      direct: application.whole,
      old: application.old,
      fresh: application.fresh,
    },
  };
  return {
    system,
    close: async () => {
      application?.close();
      try {
        await emptied(bucket, report);
      } catch (error) {
        return told(error, target);
      }
      return undefined;
    },
  };
}

/** @throws UserError for a bucket with something in it that does not say that drills may empty it. */
async function emptied(bucket: Bucket, report: (line: string) => void): Promise<void> {
  const found = await bucket.list();
  const others = found.filter(({ key }) => key !== allowance);
  if (others.length === found.length && found.length > 0)
    throw new UserError(
      `${bucket.name} holds ${counted(found.length, 'object')}, and does not say that drills may empty it`,
      `name an empty bucket, or put an object ${allowance} into this one when all in it may be lost`,
    );
  for (const { key } of others) await bucket.remove(key);
  if (others.length > 0) report(`${bucket.name}: ${counted(others.length, 'object')} of a drill removed`);
  if (found.length === 0) await bucket.put(allowance, nothing());
}

const nothing = () => ({
  ...{ bytes: 0, sha256: sha256Of(new Uint8Array()), headers: {} },
  body: Readable.from([]),
});

const withoutAllowance = (bucket: Bucket): Bucket => ({
  ...bucket,
  list: async () => (await bucket.list()).filter(({ key }) => key !== allowance),
});
