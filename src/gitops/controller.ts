import type { KubeObject } from '../cluster/objects.ts';
import type { Cluster } from '../cluster/port.ts';
import { pathOf, type Resource } from '../cluster/resources.ts';
import type { GitOps } from '../config/types.ts';
import { UserError } from '../toolkit/errors.ts';
import { defined, isMap, mapsIn, textsIn } from '../toolkit/map.ts';
import { printable } from '../toolkit/printable.ts';

/** What Argo CD or Flux says about the application. It never proves a release: it only ends a bad one earlier. */

export interface ControllerStatus {
  /** `Application/shop of Argo CD`. */
  readonly name: string;
  /** The commits that it applied last, or could not apply; empty if it does not say. */
  readonly revisions: readonly string[];
  /** Why it will not bring any commit to the cluster. */
  readonly stopped?: { readonly why: string; readonly remedy: string };
  /** Why it could not apply them. Not that objects are unhealthy: they may be others than those of the release. */
  readonly failed?: string;
  /** In a few words. */
  readonly sentence: string;
}

type Controller = NonNullable<GitOps['controller']>;
type Fields = Readonly<Record<string, unknown>>;

const custom = (group: string, version: string, plural: string, kind: string): Resource => ({
  group,
  version,
  plural,
  kind,
  namespaced: true,
});
const kinds = {
  application: custom('argoproj.io', 'v1alpha1', 'applications', 'Application'),
  kustomization: custom('kustomize.toolkit.fluxcd.io', 'v1', 'kustomizations', 'Kustomization'),
  helmrelease: custom('helm.toolkit.fluxcd.io', 'v2', 'helmreleases', 'HelmRelease'),
};

/** Returns the object that slipway.yml names. Pure. */
export function objectOf({ argocd, flux }: Controller): {
  resource: Resource;
  namespace: string;
  name: string;
} {
  if (argocd !== undefined)
    return { resource: kinds.application, namespace: argocd.namespace, name: argocd.name };
  const { kustomization, helmrelease = '', namespace = '' } = flux ?? {};
  return kustomization === undefined
    ? { resource: kinds.helmrelease, namespace, name: helmrelease }
    : { resource: kinds.kustomization, namespace, name: kustomization };
}

/** @throws UserError when there is no such object. */
export async function readController(cluster: Cluster, controller: Controller): Promise<ControllerStatus> {
  const { resource, namespace, name } = objectOf(controller);
  const object = await cluster.get(pathOf(resource, namespace, name));
  if (object === undefined)
    throw new UserError(
      `${resource.kind}/${name} does not exist in namespace ${namespace}`,
      'correct `delivery.gitops.controller` in slipway.yml',
    );
  return controller.argocd === undefined ? ofFlux(object) : ofArgoCd(object);
}

/** Reads the controller, before a release. @throws UserError when it would not bring a commit to the cluster. */
export async function requireRunning(cluster: Cluster, controller: Controller): Promise<ControllerStatus> {
  const found = await readController(cluster, controller);
  if (found.stopped === undefined) return found;
  const { why, remedy } = found.stopped;
  throw new UserError(`${found.name} would not roll the commit out: ${why}`, remedy);
}

/** Reads an Application of Argo CD. Pure. */
export function ofArgoCd(object: KubeObject): ControllerStatus {
  const name = `Application/${object.metadata?.name} of Argo CD`;
  const { spec, status } = object as { spec?: Fields; status?: Fields };
  const policy = mapOf(mapOf(spec?.syncPolicy).automated);
  const isManual = !isMap(mapOf(spec?.syncPolicy).automated) || policy.enabled === false;
  const sync = mapOf(status?.sync);
  const health = mapOf(status?.health);
  const operation = mapOf(status?.operationState);
  const isFailed = operation.phase === 'Failed' || operation.phase === 'Error';
  const error = mapsIn(status?.conditions).find(({ type }) => /Error$/.test(String(type)));
  const attempted = [mapOf(operation.syncResult), mapOf(mapOf(operation.operation).sync)].map(revisionsIn);
  const failed = isFailed
    ? `the sync failed: ${short(operation.message)}`
    : error === undefined
      ? undefined
      : `${said(error.type)}: ${short(error.message)}`;
  return {
    name,
    revisions: (isFailed ? attempted : [revisionsIn(sync), ...attempted]).find(each => each.length > 0) ?? [],
    ...(isManual && {
      stopped: { why: 'it does not sync by itself', remedy: 'set `syncPolicy: {automated: {}}` in it' },
    }),
    ...defined({ failed }),
    sentence: `${said(sync.status) ?? 'Unknown'}, ${said(health.status) ?? 'Unknown'}`,
  };
}

/** An Application with several sources has a list. */
const revisionsIn = ({ revision, revisions }: Fields): string[] => textsIn([revision, ...textsIn(revisions)]);

/** Reads a Kustomization or HelmRelease of Flux. Pure. */
export function ofFlux(object: KubeObject): ControllerStatus {
  const { kind, metadata } = object;
  const { spec, status } = object as { spec?: Fields; status?: Fields };
  const conditions = mapsIn(status?.conditions);
  const find = (type: string) => conditions.find(each => each.type === type);
  const isCurrent = Number(status?.observedGeneration ?? 0) >= Number(metadata?.generation ?? 0);
  const stalled = find('Stalled');
  const ready = find('Ready');
  const bad = [
    stalled?.status === 'True' ? stalled : undefined,
    ready?.status === 'False' ? ready : undefined,
  ].find(each => each !== undefined && !waits.has(String(each.reason)));
  const written =
    status?.[bad === undefined ? 'lastAppliedRevision' : 'lastAttemptedRevision'] ??
    status?.lastAttemptedRevision;
  // `main@sha1:<commit>`; a HelmRelease has the version of its chart there.
  const revisions =
    kind === 'HelmRelease' ? [] : textsIn([/[0-9a-f]{40,64}$/.exec(said(written) ?? '')?.[0]]);
  const state =
    ready === undefined
      ? 'not reconciled yet'
      : `Ready ${ready.status}: ${short(ready.message ?? ready.reason)}`;
  return {
    name: `${kind}/${metadata?.name} of Flux`,
    revisions,
    ...(spec?.suspend === true && {
      stopped: {
        why: 'it is suspended',
        remedy: `run: flux resume ${String(kind).toLowerCase()} ${metadata?.name} -n ${metadata?.namespace}`,
      },
    }),
    ...(bad && isCurrent && { failed: `${said(bad.reason)}: ${short(bad.message)}` }),
    sentence: spec?.suspend === true ? 'suspended' : state,
  };
}

/** Reasons for which Flux is only waiting, or that may be about other objects. */
const waits = new Set([
  ...['Progressing', 'ProgressingWithRetry', 'DependencyNotReady', 'ArtifactFailed', 'SourceNotReady'],
  'HealthCheckFailed',
]);

const mapOf = (value: unknown): Fields => (isMap(value) ? value : {});
const said = (value: unknown): string | undefined =>
  typeof value === 'string' && value !== '' ? printable(value) : undefined;
const short = (value: unknown): string => {
  const line = printable(String(value ?? 'no message').trim());
  return line.length > 240 ? `${line.slice(0, 239)}…` : line;
};
