import { selects } from '../../cluster/labels.ts';
import type { Manifest } from '../../cluster/manifests.ts';
import type { Job, KubeObject, Pod, Service } from '../../cluster/objects.ts';
import type { When } from '../../config/hooks.ts';
import type { Environment } from '../../config/types.ts';
import { UserError } from '../../toolkit/errors.ts';
import { annotationOf } from '../../traffic/fencing-token.ts';
import { injectDigests, place } from '../../workloads/candidate.ts';
import { type PinnedImage, podTemplatesOf } from '../../workloads/kinds.ts';
import { contentHash, labels, nameOf } from '../../workloads/naming.ts';
import { containerStatusesOf } from '../../workloads/pods.ts';
import { pointAtCopies, type ShippedConfig } from '../../workloads/shipped.ts';

/** The Job of a hook: built from its manifest, and its status. All pure. */

/** Seconds for which a finished Job is kept, so that its pod can be inspected. */
const keptSeconds = 24 * 3600;
/** Seconds that the deadline of a Job exceeds the run's own limit: a living run ends the Job first, and shows its log. */
const deadlineMargin = 15;

/** Annotation with the identity of the work: the same text is the same work. */
const workAnnotation = 'slipway.dev/hook';

/** Renders the manifest for a release: with its namespace, digests and copies of configuration. */
export function renderHook(
  manifest: Manifest,
  environment: Environment,
  images: Record<string, PinnedImage>,
  shipped: readonly ShippedConfig[],
): KubeObject {
  const rendered = place(structuredClone(manifest), environment.namespace);
  injectDigests([rendered], images, 'some');
  for (const template of podTemplatesOf(rendered.object)) pointAtCopies(template, shipped);
  return rendered.object;
}

/**
 * Identifies the work of a hook by its content and these releases. A retried release has the same work. The same version does not,
 * if it is released again over another baseline, or after a release has succeeded.
 */
export const workOf = (hook: unknown, ...releases: (number | undefined)[]) =>
  contentHash('', [hook, ...releases.map(each => each ?? 0)]);

/**
 * Builds the Job to create. Its name is the same for each release of an application, so that two of them never run at once, even from
 * different runs.
 */
export function hookJob(
  rendered: KubeObject,
  options: {
    app: string;
    namespace: string;
    when: When;
    within: number;
    release: number;
    token: number;
    work: string;
  },
): Job {
  const { app, namespace, when, within, release, token, work } = options;
  const own = { [labels.app]: app, [labels.kind]: 'hook' };
  const spec = (rendered.spec ?? {}) as NonNullable<Job['spec']>;
  const longest = Math.ceil(within / 1000) + deadlineMargin;
  return {
    apiVersion: 'batch/v1',
    kind: 'Job',
    metadata: {
      name: nameOf.hook(app, when),
      namespace,
      labels: { ...rendered.metadata?.labels, ...own, [labels.release]: String(release) },
      annotations: {
        ...rendered.metadata?.annotations,
        [workAnnotation]: work,
        [annotationOf.token(app)]: String(token),
      },
    },
    spec: {
      // A failure is final, unless the manifest sets another backoffLimit.
      backoffLimit: 0,
      ttlSecondsAfterFinished: keptSeconds,
      ...spec,
      activeDeadlineSeconds: Math.min(longest, spec.activeDeadlineSeconds ?? longest),
    },
  } as Job;
}

export type HookJobState =
  | { state: 'running'; work: string }
  | { state: 'complete'; work: string }
  | { state: 'failed'; work: string; reason: string };

/** Reads the status of a Job, and its work. */
export function stateOfJob({ metadata, status }: Job): HookJobState {
  const work = metadata?.annotations?.[workAnnotation] ?? '';
  const is = (type: string) => status?.conditions?.find(each => each.type === type && each.status === 'True');
  if (is('Complete') !== undefined) return { state: 'complete', work };
  const failed = is('Failed');
  if (failed === undefined) return { state: 'running', work };
  return { state: 'failed', work, reason: failed.message ?? failed.reason ?? '' };
}

/** Returns why the pods of a Job, newest first, failed: how a container ended, or why it cannot start. Undefined when they do not show it. */
export function troubleOf(pods: readonly Pod[]): { sentence: string; final: boolean } | undefined {
  for (const pod of pods) {
    const { metadata } = pod;
    for (const { name, state } of containerStatusesOf(pod)) {
      const { terminated, waiting } = state ?? {};
      if (terminated !== undefined && terminated.exitCode !== 0) {
        const how =
          terminated.reason === 'OOMKilled'
            ? 'used more memory than its limit'
            : `failed with exit code ${terminated.exitCode}`;
        return { sentence: `container ${name} ${how} (pod ${metadata?.name})`, final: false };
      }
      if (waiting?.reason !== undefined && cannotStart.test(waiting.reason)) {
        const said = waiting.message === undefined ? '' : `: ${waiting.message}`;
        const sentence = `container ${name} cannot be started (${waiting.reason}${said}; pod ${metadata?.name})`;
        return { sentence, final: true };
      }
    }
  }
  return undefined;
}

const cannotStart =
  /^(ImagePullBackOff|InvalidImageName|ErrImageNeverPull|CreateContainerConfigError|CreateContainerError)$/;

/**
 * Returns why a manifest cannot be a hook: a Service or a workload would select its pods.
 * @param selectors of the live Services, and of the Services and workloads of the release.
 */
export function hookProblem(
  { object, source }: Manifest,
  selectors: readonly { name: string; labels: Readonly<Record<string, string>> }[],
): UserError | undefined {
  const [template] = podTemplatesOf(object);
  if (template?.spec === undefined) {
    return new UserError(`${source}: the Job has no spec.template`, 'add it to the manifest');
  }
  const taking = selectors.find(each => selects(each.labels, template.metadata?.labels));
  if (taking === undefined) return undefined;
  return new UserError(
    `${source}: ${taking.name} would select the pods of the Job by their labels`,
    'give these pods other labels',
  );
}

export const selectorOfService = ({ metadata, spec }: Service) => ({
  name: `Service/${metadata?.name}`,
  labels: spec?.selector ?? {},
});
