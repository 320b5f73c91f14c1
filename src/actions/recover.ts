import { type Cluster, connect } from '../cluster/port.ts';
import type { Recovery } from '../config/recovery.ts';
import type { LevelCheck } from '../recovery/levels.ts';
import type { OfflineRecovered } from '../recovery/offline/recovering.ts';
import type { PhaseTime } from '../recovery/phases.ts';
import { defineAction, type Host, optional, required, setOutputs } from '../toolkit/host.ts';
import { originOf } from '../toolkit/origin.ts';
import * as shared from './inputs.ts';
import { openArchive } from './open-archive.ts';
import { withRecoveryLease } from './recovery.ts';

/** A command only: a person runs it after a total loss, when there is no CI to run an action. */
export const recoverCommand = defineAction({
  name: 'recover',
  description:
    'Restore everything from an offline archive into a new cluster, registry and bucket, and verify it.',
  inputs: {
    archive: required('Folder of the archive.'),
    'offline-key-file': required('Path of the file with the offline key.'),
    checksum: optional(
      "SHA-256 of the archive's `SHA256SUMS`, as printed by `archive` and kept with the key, not on the disk.",
    ),
    config: optional(
      'Path of a slipway.yml that is not on the disk. Without a `checksum`, its `trust` says who must have signed the archive. Default: the one in the archive, after its checksum was verified.',
    ),
    into: required('Existing namespace to restore into. Objects in it are not changed.'),
    registry: required(
      'Registry and path for the images, from which the cluster pulls, such as registry.example.com/shop.',
    ),
    bucket: required(
      'Address of an empty bucket that the cluster can reach too, such as https://s3.example.com/shop.',
    ),
    region: optional('Region of the bucket.', 'us-east-1'),
    'credentials-prefix': optional(
      'Prefix of the environment variables with the credentials of the bucket.',
      'RECOVERED',
    ),
    'kube-context': optional('Context of the kubeconfig. Default: its current one.'),
    volume: optional(
      'Volume for the files of each database: a size such as `20Gi`, or a storage class and a size such as `fast/20Gi`. Default: an emptyDir, which is deleted with the pod.',
    ),
    timeout: optional('How long pods may take to become ready.', '10m'),
    'tool-mirrors': shared.toolMirrors,
  },
  positional: 'archive',
  outputs: {
    proved: 'Highest level that was proved, such as `L4`; empty if none was.',
    reason: 'Why the recovery failed or is incomplete, in one sentence; otherwise empty.',
  },
  run: async (inputs, host) => {
    const { report, env } = host;
    const { recoverOffline } = await import('../recovery/offline/recovering.ts');
    const { startPhaseRecorder } = await import('../recovery/drill/phase-recorder.ts');
    const signal = host.cancellation();
    const { recovery, offline } = await openArchive(inputs, host, signal);
    const patience = shared.durationOf('timeout', inputs.timeout);
    const recorder = startPhaseRecorder(Date.now);
    const context = inputs['kube-context'];
    const cluster = await connect({ env, ...(context === '' ? {} : { context }) });
    try {
      const origin = originOf(env);
      const { into } = inputs;
      const common = { app: offline.app, namespace: into, origin, signal, report };
      const recovered = await withRecoveryLease(cluster, { ...common, doing: 'restore', wait: 0 }, () =>
        recoverOffline({ ...offline, cluster, into, run: origin.run, recorder, patience, signal }),
      );
      for (const each of recovered.changes) report(each);
      const levelChecks = [
        ...recovered.levelChecks,
        ...(recovered.started.length === 0 ? [] : await applicationChecks(cluster, recovery, into)),
      ];
      const about = { ...inputs, environment: offline.index.environment, phaseTimes: recorder.phaseTimes() };
      return publish({ ...recovered, levelChecks }, about, host);
    } finally {
      await cluster.close();
    }
  },
});

/** Checks that the application answers, reads a known record and stores a new one; no checks if slipway.yml declares no such checks. */
async function applicationChecks(
  cluster: Cluster,
  { drills }: Recovery,
  namespace: string,
): Promise<LevelCheck[]> {
  const { application, scratch } = drills ?? {};
  if (application === undefined || scratch === undefined) return [];
  const { forwardTo } = await import('../cluster/forward.ts');
  const { functionalCheck } = await import('../recovery/drill/functional.ts');
  const { freshCheck } = await import('../recovery/drill/live-checks.ts');
  const forward = await forwardTo({ namespace, service: scratch.service, port: scratch.port }, cluster.reach);
  try {
    const { url: _, host: __, ...rest } = application;
    const check = functionalCheck({ ...rest, base: forward.base });
    const fault = await check.remember(lookPatience);
    const state = fault === undefined ? 'passed' : 'failed';
    return [
      // Its old content is known only from the backup, which was already compared.
      { level: 'L4', what: 'known record', state, sentence: fault ?? 'the known record was read' },
      await freshCheck({ fresh: check.fresh && (async () => check.fresh?.(lookPatience)) }),
    ];
  } finally {
    forward.close();
  }
}

/** ms. */
const lookPatience = 10_000;

async function publish(
  recovered: OfflineRecovered,
  about: Readonly<
    Record<'into' | 'archive' | 'environment' | 'offline-key-file' | 'kube-context', string>
  > & { readonly phaseTimes: readonly PhaseTime[] },
  host: Host,
): Promise<boolean> {
  const { recoveredSummary } = await import('../report/recovered.ts');
  const { notRestored, reached } = await import('../recovery/levels.ts');
  const { commandFor } = await import('../recovery/offline/recovering.ts');
  const failed = recovered.levelChecks.find(({ state }) => state === 'failed');
  const [open, ...more] = failed === undefined ? notRestored(recovered.levelChecks) : [failed];
  setOutputs(host, {
    proved: failed === undefined ? reached(recovered.levelChecks) : '',
    reason: open && `${open.what}: ${open.sentence}`,
  });
  await host.summary(recoveredSummary(recovered, about));
  for (const { level, what, sentence } of recovered.levelChecks) host.report(`${level} ${what}: ${sentence}`);
  if (recovered.left.length > 0)
    host.report(`restore the rest with the new bucket in slipway.yml: ${commandFor(recovered.left, about)}`);
  if (failed !== undefined) host.report(`the recovery failed: ${failed.sentence}`);
  else if (open === undefined)
    host.report(`${about.into} is restored; check the result, then direct the traffic to it`);
  else
    host.report(
      `${about.into} is restored except for ${[open, ...more].map(({ what }) => what).join(', ')}; restore the rest, check the result, then direct the traffic to it`,
    );
  return open === undefined;
}
