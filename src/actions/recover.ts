import { type Cluster, connect } from '../cluster/port.ts';
import type { Recovery } from '../config/recovery.ts';
import type { Rung } from '../recovery/ladder.ts';
import type { OfflineRecovered } from '../recovery/offline/recovering.ts';
import type { Stamp } from '../recovery/phases.ts';
import { defineAction, type Host } from '../toolkit/host.ts';
import { originOf } from '../toolkit/origin.ts';
import { openArchive } from './archived.ts';
import * as shared from './inputs.ts';
import { withRecoveryLease } from './recovery.ts';

/** No action: it is run by hand, where nothing is left that could start one. */
export const recoverCommand = defineAction({
  name: 'recover',
  description:
    'Bring everything back from an offline archive into a cluster, a registry and a bucket that have nothing of it, and see that it is right.',
  inputs: {
    archive: { description: 'Folder of the archive.', required: true },
    key: { description: 'Path of the file with the offline key.', required: true },
    checksum: {
      description:
        'SHA-256 of the `SHA256SUMS` of the archive, as `archive` printed it; it is kept beside the key, and not on the disk.',
      default: '',
    },
    config: {
      description:
        'Path of a slipway.yml that is not on the disk. Without a `checksum` its `trust` says whose signature of the archive counts. Default: that of the archive, when its checksum fits.',
      default: '',
    },
    into: {
      description: 'Namespace; it has to be there. What is in it already stays as it is.',
      required: true,
    },
    registry: {
      description:
        'Registry that the cluster pulls from, with what is before the names of images, such as registry.example.com/shop.',
      required: true,
    },
    bucket: {
      description:
        'Address of an empty bucket that the cluster reaches, too, such as https://s3.example.com/shop.',
      required: true,
    },
    region: { description: 'Region of the bucket.', default: 'us-east-1' },
    login: {
      description: 'What the environment variables with the login of the bucket begin with.',
      default: 'RECOVERED',
    },
    context: { description: 'Context of the kubeconfig. Default: its current one.', default: '' },
    volume: {
      description:
        'What the files of a database are kept on: a size such as `20Gi`, with a storage class before it as `fast/20Gi`. Default: a folder of the node, which goes with the pod.',
      default: '',
    },
    patience: { description: 'How long pods may take until they are ready.', default: '10m' },
    'tool-mirrors': shared.toolMirrors,
  },
  positional: 'archive',
  outputs: {
    proved: 'How much was proved, as `L4`; empty when nothing was.',
    reason: 'Why it is not right, in one sentence; empty when it is.',
  },
  run: async (inputs, host) => {
    const { report, env } = host;
    const [{ recoverOffline }, { startStamper }] = await Promise.all([
      import('../recovery/offline/recovering.ts'),
      import('../recovery/drill/stamps.ts'),
    ]);
    const signal = host.cancellation();
    const { app, recovery, offline } = await openArchive(inputs, host, signal);
    const patience = shared.waitOf(inputs.patience);
    const stamper = startStamper(Date.now);
    const cluster = await connect(inputs.context === '' ? {} : { context: inputs.context });
    try {
      const origin = originOf(env);
      const lease = {
        app,
        doing: 'restore',
        namespace: inputs.into,
        wait: 0,
        origin,
        signal,
        report,
      } as const;
      const recovered = await withRecoveryLease(cluster, lease, () =>
        recoverOffline({
          ...{ ...offline, cluster, into: inputs.into, run: origin.run },
          ...{ stamper, patience, signal },
        }),
      );
      for (const each of recovered.changes) report(each);
      const rungs = [...recovered.rungs, ...(await applicationRungs(cluster, recovery, inputs.into))];
      return publish({ ...recovered, rungs }, { ...inputs, stamps: stamper.stamps() }, host);
    } finally {
      await cluster.close();
    }
  },
});

/** Whether the application answers, reads what was there, and keeps something new; nothing where slipway.yml does not say how to ask it. */
async function applicationRungs(cluster: Cluster, { drills }: Recovery, namespace: string): Promise<Rung[]> {
  const { application, scratch } = drills ?? {};
  if (application === undefined || scratch === undefined) return [];
  const [{ forwardTo }, { functionalCheck }, { freshRung }] = await Promise.all([
    import('../cluster/forward.ts'),
    import('../recovery/drill/functional.ts'),
    import('../recovery/drill/standing-rungs.ts'),
  ]);
  const forward = await forwardTo({ namespace, service: scratch.service, port: scratch.port }, cluster.reach);
  try {
    const { url: _, host: __, ...rest } = application;
    const check = functionalCheck({ ...rest, base: forward.base });
    const fault = await check.remember(lookPatience);
    return [
      // What it was before nobody knows any more but the backup, which was compared.
      {
        ...{ level: 'L4', what: 'old record', state: fault === undefined ? 'passed' : 'failed' },
        sentence: fault ?? 'it is there, and answered',
      },
      await freshRung({ fresh: check.fresh && (async () => check.fresh?.(lookPatience)) }),
    ];
  } finally {
    forward.close();
  }
}

/** ms. */
const lookPatience = 10_000;

async function publish(
  recovered: OfflineRecovered,
  about: { readonly into: string; readonly archive: string; readonly stamps: readonly Stamp[] },
  host: Host,
): Promise<boolean> {
  const [{ recoveredSummary }, { notRestored, reached }] = await Promise.all([
    import('../report/recovered.ts'),
    import('../recovery/ladder.ts'),
  ]);
  const failed = recovered.rungs.find(({ state }) => state === 'failed');
  const [open, ...more] = failed === undefined ? notRestored(recovered.rungs) : [failed];
  host.output('proved', failed === undefined ? (reached(recovered.rungs) ?? '') : '');
  host.output('reason', open === undefined ? '' : `${open.what}: ${open.sentence}`);
  await host.summary(recoveredSummary(recovered, about));
  for (const { level, what, sentence } of recovered.rungs) host.report(`${level} ${what}: ${sentence}`);
  host.report(
    failed !== undefined
      ? `it is not as it has to be: ${failed.sentence}`
      : open !== undefined
        ? `not everything is back in ${about.into}: ${[open, ...more].map(({ what }) => what).join(', ')}; restore that, see that all is right, then lead the traffic to it`
        : `everything is back in ${about.into}; see that it is right, then lead the traffic to it`,
  );
  return open === undefined;
}
