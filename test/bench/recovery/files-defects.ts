import { readFileSync, rmSync } from 'node:fs';
import { getCACertificates, setDefaultCACertificates } from 'node:tls';
import { type Bucket, createBucket } from '../../../lab/bucket.ts';
import { credentialsOf } from '../../../lab/credentials.ts';
import { bucketFolders, REGION, storeHost } from '../../../lab/s3.ts';
import type { FilesBackupTask } from '../../../src/recovery/files/backing-up.ts';
import { mounts } from '../../../src/recovery/files/backup-pod.ts';
import { checkFiles } from '../../../src/recovery/files/checking.ts';
import { restic } from '../../../src/recovery/files/restic.ts';
import { restoreFiles } from '../../../src/recovery/files/restoring.ts';
import { UserError } from '../../../src/toolkit/errors.ts';
import { lab, type RunningBackupPod, startBackupPod } from '../../e2e/recovery/backup-pod.ts';
import { backUpFiles, type OneBackup } from '../../recovery/files/one-repository.ts';
import type { Defect, Finding } from './defect.ts';
import { type Verdict, verdictOf } from './peers.ts';
import { filesIn, flipBit, largest } from './store.ts';

/** Defects of files on a volume, which restic backs up. The seam for later: `ours` runs what `backup` and `drill` will call. */

export interface FilesBed {
  readonly backupPod: RunningBackupPod;
  readonly bucket: Bucket;
  readonly task: FilesBackupTask;
  remove(): Promise<void>;
}

const signal = new AbortController().signal;
/** Where it is restored into; its backup pod may write there. */
const into = '/tmp/restored';

export async function openFiles(name: string): Promise<FilesBed> {
  setDefaultCACertificates([...getCACertificates('default'), readFileSync(credentialsOf(lab).ca, 'utf8')]);
  const backupPod = await startBackupPod(name);
  const bucket = await createBucket(lab, 'near', backupPod.namespace);
  await backupPod.sh(`cd /pvc; mkdir -p sub ${into}
    for i in $(seq 200); do echo "file $i" > sub/$i; done
    head -c 20000000 /dev/urandom > picture; head -c 3000000 /dev/urandom > drawing`);
  const task: FilesBackupTask = {
    exec: backupPod.exec,
    repository: {
      name: 'near',
      address: `s3:https://${storeHost('near')}/${bucket.name}/restic`,
      environment: {
        RESTIC_PASSWORD: 'passphrase of the bench',
        RESTIC_CACHE_DIR: mounts.cache,
        AWS_ACCESS_KEY_ID: bucket.access,
        AWS_SECRET_ACCESS_KEY: bucket.secret,
        AWS_DEFAULT_REGION: REGION,
      },
      ca: mounts.ca,
    },
    source: { name: `${backupPod.namespace}/attachments`, folder: mounts.pvc },
    tags: ['run=bench'],
    signal,
    report: () => undefined,
  };
  return {
    ...{ backupPod, bucket, task },
    remove: async () => {
      await backupPod.remove();
      for (const folder of bucketFolders(lab, 'near', bucket.name)) rmSync(folder, { recursive: true });
    },
  };
}

/** As a user calls it, with all that it prints. */
export async function resticOf({ task, backupPod }: FilesBed, args: readonly string[]) {
  const { command, input } = restic(task.repository, args);
  return backupPod.exec(
    command.filter(each => each !== '--json'),
    { input },
  );
}

const check = async (bed: FilesBed, read: boolean): Promise<Verdict> =>
  verdictOf(await resticOf(bed, ['check', ...(read ? ['--read-data-subset=100%'] : [])]));

/** The newest snapshot into a folder; the application is one that opens what is there: an answer of 200 is a file that can be listed. */
async function plainRestore(bed: FilesBed): Promise<Verdict> {
  await bed.backupPod.sh(`rm -rf ${into}; mkdir -p ${into}`);
  const target = `latest:${mounts.pvc}`;
  const answer = await resticOf(bed, [
    'restore',
    target,
    `--target=${into}`,
    `--host=${bed.task.source.name}`,
  ]);
  return verdictOf(answer);
}

/** What a drill does of files: it proves the repository, brings them back and compares them one by one. */
async function drillFiles(bed: FilesBed, backup: OneBackup): Promise<Finding> {
  const { task, backupPod } = bed;
  const proved = await checkFiles({ ...task, sources: [task.source], age: 3_600_000, now: Date.now });
  await backupPod.sh(`rm -rf ${into}; mkdir -p ${into}`);
  const restored = await restoreFiles({
    ...{
      ...task,
      snapshot: backup.snapshot.id,
      into,
      replace: false,
      owners: true,
      expected: backup.listing,
    },
  }).then(
    ({ differences }) => differences.map(({ sentence }) => sentence),
    (error: unknown) => {
      if (error instanceof UserError) return [error.message];
      throw error;
    },
  );
  const failed = proved.filter(({ state }) => state === 'failed').map(({ sentence }) => sentence);
  return { by: 'restore of files', text: [...failed, ...restored].join('\n') };
}

const peersOf = (bed: FilesBed) => ({
  check: () => check(bed, false),
  read: () => check(bed, true),
  plain: () => plainRestore(bed),
});

const corruptPack: Defect<FilesBed> = {
  name: 'corrupt pack in the repository',
  reason: /ciphertext verification failed|pack|cannot restore/,
  seed: async bed => {
    const backup = await backUpFiles(bed.task);
    const packs = filesIn({ lab, database: { buckets: { near: bed.bucket } } as never }, /\/restic\/data\//);
    return {
      fix: flipBit(largest(packs)),
      ours: () => drillFiles(bed, backup),
      peers: peersOf(bed),
    };
  },
};

const absentData: Defect<FilesBed> = {
  name: 'volume data absent, although "completed"',
  reason: /the file "(picture|drawing)" is missing|restic backed up \d+ .*but \d+ were listed/,
  seed: async bed => {
    // A user's image has a restic that leaves out large files; it exits with 0 and says that it has saved all.
    const script = `#!/bin/bash
args=()
for each; do
  args+=("$each")
  [ "$each" = backup ] && args+=(--exclude-larger-than=1M)
done
exec /usr/bin/restic "\${args[@]}"
`;
    await bed.backupPod.sh(`mkdir -p /tmp/bin; cat > /tmp/bin/restic; chmod 755 /tmp/bin/restic`, script);
    const path = 'PATH=/tmp/bin:/usr/sbin:/usr/bin:/sbin:/bin';
    const wrapped: FilesBackupTask = {
      ...bed.task,
      exec: (command, options) => bed.task.exec(['env', path, ...command], options),
    };
    const made = await backUpFiles(wrapped).catch((error: unknown) => {
      if (error instanceof UserError) return error.message;
      throw error;
    });
    return {
      fix: () => bed.backupPod.sh('rm -r /tmp/bin'),
      ours: async () =>
        typeof made === 'string' ? { by: 'backup of files', text: made } : drillFiles(bed, made),
      peers: peersOf(bed),
    };
  },
};

export const filesDefects = { corruptPack, absentData };
