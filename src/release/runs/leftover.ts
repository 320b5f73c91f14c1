import { applyObjects } from '../../cluster/apply.ts';
import type { ConfigMap, KubeObject } from '../../cluster/objects.ts';
import type { Cluster } from '../../cluster/port.ts';
import { pathOf, resources } from '../../cluster/resources.ts';
import type { Dossier } from '../evidence/dossier.ts';
import { watcherOf } from '../gating/watcher.ts';
import type { DeployRequest } from '../preflight/plan.ts';
import type { Target } from '../preflight/preflight.ts';
import { requireNothingParked } from '../preflight/unfinished.ts';
import { holdWith } from '../state/fencing.ts';
import { readJournal } from '../state/journal.ts';
import type { Lease } from '../state/lease.ts';
import { openHookSentence } from '../state/post-hook.ts';
import { selecting } from '../workloads/naming.ts';
import { finishRollout, sweepRollout } from './progress.ts';
import { unfinished } from './under-way.ts';

/** What a rollout before left in the way of this one. */

/** Ends what a run left that died: nothing new begins beside it. What it did not come to is said before nothing tells of it any more. */
export async function recover(cluster: Cluster, request: DeployRequest, lease: Lease): Promise<void> {
  const entry = await unfinished(cluster, request);
  if (entry === undefined) {
    const state = await readJournal(cluster, request.environment.namespace, request.config.app);
    const left = openHookSentence(state?.journal);
    if (left !== undefined) request.report(`warning: ${left}`);
    return;
  }
  await requireNothingParked(cluster, request);
  const asked = { ...request, wait: 0 };
  await sweepRollout(cluster, asked, lease, entry.journal, run => watcherOf(run, request));
}

/** A candidate with traffic that a held undo has left: what divides the traffic stays as it is until the new release is up. */
export interface Beside {
  first: Target[];
  routes: Target[];
}

/** What of a release is applied at once and what afterwards, where a held undo has left something; else undefined. */
export async function leftBeside(
  cluster: Cluster,
  { config: { app }, environment: { namespace } }: DeployRequest,
  targets: Target[],
): Promise<Beside | undefined> {
  const { items } = await cluster.list<ConfigMap>(pathOf(resources.configMap, namespace), {
    labelSelector: selecting.fences(app),
  });
  return items.length === 0 ? undefined : apartFromRoutes(targets);
}

/** Pure. */
export function apartFromRoutes(targets: Target[]): Beside {
  const isRoute = ({ manifest }: Target) => manifest.object.kind === resources.httpRoute.kind;
  return { first: targets.filter(each => !isRoute(each)), routes: targets.filter(isRoute) };
}

/** The new release is up: it gets the traffic, all that was left is cleared away as after any rollout, and the routes follow. */
export async function clearBeside(
  cluster: Cluster,
  request: DeployRequest,
  lease: Lease,
  beside: Beside,
  dossier: Dossier,
): Promise<void> {
  const { end } = await finishRollout(cluster, { ...request, wait: 0 }, lease, dossier);
  if (end.state !== 'done') throw new Error(`what was left could not be cleared away: ${end.state}`);
  await applyRoutes(cluster, request, lease, beside);
}

export async function applyRoutes(
  cluster: Cluster,
  request: DeployRequest,
  lease: Lease,
  { routes }: Beside,
): Promise<void> {
  const destinations = routes.map(({ manifest, path }) => ({
    path,
    // What was looked at was moved by us since.
    live: undefined,
    object: manifest.object as KubeObject,
  }));
  await applyObjects(cluster, destinations, holdWith(request.config.app, lease.token));
}
