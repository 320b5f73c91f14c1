import { environmentOf, loadConfig } from '../config/load.ts';
import type { Recovery } from '../config/recovery.ts';
import { parseSecrets } from '../image/secrets.ts';
import type { Document } from '../signing/document.ts';
import { counted } from '../toolkit/count.ts';
import { UserError } from '../toolkit/errors.ts';
import { defineAction, type Host } from '../toolkit/host.ts';
import { parseMirrors } from '../toolkit/tools/pin.ts';
import * as shared from './inputs.ts';
import { openBucketOf, recoveryOf, vouchForSet } from './recovery.ts';
import { registryClient } from './registry.ts';

/** No action: whoever makes an archive has put a disk into this machine. */
export const archiveCommand = defineAction({
  name: 'archive',
  description:
    'Copy everything that a recovery takes when nothing else is left into a folder, such as a disk that is taken away: the newest backup with its repository, images, the repository of the code, and the programs.',
  inputs: {
    folder: { description: 'The folder; what is in it already is brought up to date.', required: true },
    environment: shared.environment,
    config: shared.config,
    repository: {
      description:
        'Whose bucket is copied, whole. Default: the one that is locked, else the only one with a bucket.',
      default: '',
    },
    logins: shared.logins,
    'tool-mirrors': shared.toolMirrors,
  },
  positional: 'folder',
  outputs: {
    set: 'The newest backup set in it.',
    checksum: 'SHA-256 of its `SHA256SUMS`: keep it beside the offline key, and give it to `recover`.',
  },
  run: async (inputs, host) => {
    const config = await loadConfig(inputs.config);
    const environment = environmentOf(config, inputs.environment);
    const recovery = recoveryOf(environment, inputs.environment);
    const owner = { app: config.app, environment: inputs.environment };
    const env = { ...host.env, ...parseSecrets(inputs.logins) };
    const signal = host.cancellation();
    const repository = repositoryIn(recovery, inputs.repository);
    const [
      { trustOf },
      { vouchedSet },
      offline,
      { makeArchive },
      { checkArchive },
      { imagesFor },
      { filesOutside },
      { documentOfSums },
      { documentSigner },
    ] = await Promise.all([
      import('../config/signing.ts'),
      import('./vouched-set.ts'),
      import('../recovery/offline/sources.ts'),
      import('../recovery/offline/archive.ts'),
      import('../recovery/offline/checking.ts'),
      import('../recovery/offline/relocation.ts'),
      import('../recovery/offline/files.ts'),
      import('../recovery/offline/inventory.ts'),
      import('./documents.ts'),
    ]);
    const { store, bucket } = await openBucketOf(recovery, repository, env);
    const { set } = await vouchedSet({ store, owner }, host.report, each =>
      vouchForSet(each, owner, { config, environment, inputs, host: { ...host, env }, signal }),
    );
    const outside = filesOutside(set.manifest, repository, recovery);
    for (const message of outside) host.annotate('warning', { message });
    const [checkout, bundle] = [
      await offline.checkoutOf(inputs.config, env),
      await offline.bundleOf(process.argv[1] ?? ''),
    ];
    const toolMirrors = parseMirrors(inputs['tool-mirrors']);
    const signing = { config, path: inputs.config, toolMirrors, host: { ...host, env }, signal };
    const sign = documentSigner(signing);
    const programs = offline.programsOn(trustOf(config, environment.trust) !== undefined);
    const versions: Record<string, string> = {};
    for (const each of programs) versions[each.name] = await offline.versionOf(each, env);
    const made = await makeArchive({
      ...{ folder: inputs.folder, owner, set, repository, bucket, programs: versions, now: Date.now },
      registry: await registryClient({ signal }),
      images: imagesFor(set.manifest.images, recovery.worker?.image),
      sources: [...programs.map(offline.programSource), ...bundle, ...checkout.sources],
      config: checkout.config,
      report: host.report,
      sign: sums => signedSums(sign, documentOfSums(owner, sums), host),
    });
    host.report('reading all of it again');
    const problems = await checkArchive(inputs.folder, made.index);
    for (const each of problems) host.annotate('error', { message: each });
    host.output('set', problems.length === 0 ? set.id : '');
    host.output('checksum', problems.length === 0 ? made.checksum : '');
    host.report(
      problems.length === 0
        ? `${inputs.folder} holds everything${outside.length === 0 ? '' : ' but those files'} up to ${set.id}; the offline key is not in it`
        : `${inputs.folder} is not whole: ${counted(problems.length, 'fault')}`,
    );
    if (problems.length === 0)
      host.report(
        `keep this beside the offline key, and not on the disk: the SHA-256 of its SHA256SUMS is ${made.checksum}`,
      );
    return problems.length === 0;
  },
});

/** By hand there may be no identity to sign with: the checksum vouches for the archive, too. */
async function signedSums(
  sign: (document: Document) => Promise<string | undefined>,
  document: Document,
  { annotate }: Pick<Host, 'annotate'>,
): Promise<string | undefined> {
  try {
    return await sign(document);
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    annotate('warning', {
      message: `the archive is not signed, and its checksum alone vouches for it: ${error.sentence}`,
    });
    return undefined;
  }
}

/** @throws UserError when it has no bucket, or it is not said which. */
function repositoryIn({ repositories }: Recovery, name: string): string {
  const withBucket = Object.entries(repositories).filter(([, { store }]) => store?.address !== undefined);
  const [locked, ...more] = withBucket.filter(([, { locked: days }]) => days !== undefined);
  const [only, ...others] = withBucket;
  const usual = locked !== undefined && more.length === 0 ? locked : others.length === 0 ? only : undefined;
  const found = name === '' ? usual : withBucket.find(([each]) => each === name);
  if (found !== undefined) return found[0];
  throw new UserError(
    name === ''
      ? 'it is not said which repository is archived'
      : `the repository ${name} has no bucket in slipway.yml`,
    `name one of ${withBucket.map(([each]) => each).join(', ') || 'those with a `store` that has an `address`'}`,
  );
}
