import type { Recovery } from '../config/recovery.ts';
import { counted } from '../toolkit/count.ts';
import { onUserError, UserError } from '../toolkit/errors.ts';
import { defineAction, optional, required, setOutputs } from '../toolkit/host.ts';
import * as shared from './inputs.ts';
import { declaredRecovery, openBucketOf, verifySet } from './recovery.ts';
import { registryClient } from './registry.ts';

/** A command only: an archive goes to a disk that a person has attached to this machine. */
export const archiveCommand = defineAction({
  name: 'archive',
  description:
    'Write an offline archive for a recovery from total loss: the newest backup set with its repository, the images, the source code and the programs.',
  inputs: {
    folder: required('Folder of the archive, such as a removable disk. An archive in it is updated.'),
    environment: shared.environment,
    config: shared.config,
    repository: optional(
      'Name of the repository whose bucket is copied as a whole. Default: the locked one, otherwise the only one with a bucket.',
    ),
    credentials: shared.credentials,
    'tool-mirrors': shared.toolMirrors,
  },
  positional: 'folder',
  outputs: {
    set: 'Name of the newest backup set in the archive.',
    checksum: "SHA-256 of the archive's `SHA256SUMS`. Keep it with the offline key; `recover` needs it.",
  },
  run: async (inputs, host) => {
    const { config, environment, recovery, owner } = await declaredRecovery(inputs);
    const env = shared.credentialsIn(inputs.credentials, host);
    const signal = host.cancellation();
    const repository = repositoryIn(recovery, inputs.repository);
    const { trustOf } = await import('../config/signing.ts');
    const { readVerifiedSet } = await import('./verified-set.ts');
    const offline = await import('../recovery/offline/sources.ts');
    const { makeArchive } = await import('../recovery/offline/archive.ts');
    const { checkArchive } = await import('../recovery/offline/checking.ts');
    const { imagesFor } = await import('../recovery/offline/relocation.ts');
    const { filesOutside } = await import('../recovery/offline/files.ts');
    const { documentOfSums } = await import('../recovery/offline/inventory.ts');
    const { documentSigner } = await import('./documents.ts');
    const { store, bucket } = await openBucketOf(recovery, repository, env);
    const { set } = await readVerifiedSet({ store, owner }, host.report, each =>
      verifySet(each, owner, { config, environment, inputs, host: { ...host, env }, signal }),
    );
    const outside = filesOutside(set.manifest, repository, recovery);
    for (const message of outside) host.annotate('warning', { message });
    const checkout = await offline.checkoutOf(inputs.config, env);
    const bundle = await offline.bundleOf(process.argv[1] ?? '');
    const programs = offline.programsOn(trustOf(config, environment.trust) !== undefined);
    const versions: Record<string, string> = {};
    for (const each of programs) versions[each.name] = await offline.versionOf(each, env);
    const sign = async (sums: string) => {
      const signing = documentSigner({ config, path: inputs.config, host: { ...host, env }, signal });
      // An unsigned archive is accepted: a person may have no identity to sign with, and the checksum authenticates it as well.
      return signing(documentOfSums(owner, sums)).catch(
        onUserError(({ sentence }) => {
          const message = `the archive is not signed, so only its checksum can authenticate it: ${sentence}`;
          host.annotate('warning', { message });
          return undefined;
        }),
      );
    };
    const made = await makeArchive({
      folder: inputs.folder,
      owner,
      set,
      repository,
      bucket,
      programs: versions,
      now: Date.now,
      registry: await registryClient({ signal }),
      images: imagesFor(set.manifest.images, recovery['backup-pod']?.image),
      sources: [...programs.map(offline.programSource), ...bundle, ...checkout.sources],
      config: checkout.config,
      report: host.report,
      sign,
    });
    host.report('verifying the archive');
    const problems = await checkArchive(inputs.folder, made.index);
    for (const each of problems) host.annotate('error', { message: each });
    if (problems.length > 0) {
      host.report(`${inputs.folder} is damaged or incomplete: ${counted(problems.length, 'fault')}`);
      return false;
    }
    setOutputs(host, { set: set.id, checksum: made.checksum });
    host.report(
      `${inputs.folder} contains everything up to ${set.id}${outside.length === 0 ? '' : ', except those files'}; it does not contain the offline key`,
    );
    host.report(
      `the SHA-256 of its SHA256SUMS is ${made.checksum}; keep it with the offline key, not on the disk`,
    );
    return true;
  },
});

/** @throws UserError when the repository has no bucket, or the default is ambiguous. */
function repositoryIn({ repositories }: Recovery, name: string): string {
  const withBucket = Object.entries(repositories).filter(([, { store }]) => store?.url !== undefined);
  const [locked, ...more] = withBucket.filter(([, { locked: days }]) => days !== undefined);
  const [only, ...others] = withBucket;
  const usual = locked !== undefined && more.length === 0 ? locked : others.length === 0 ? only : undefined;
  const found = name === '' ? usual : withBucket.find(([each]) => each === name);
  if (found !== undefined) return found[0];
  throw new UserError(
    name === ''
      ? 'slipway.yml does not determine which repository is archived'
      : `the repository ${name} has no bucket in slipway.yml`,
    `choose ${withBucket.map(([each]) => each).join(', ') || 'a repository whose `store` has a `url`'} with the input \`repository\``,
  );
}
