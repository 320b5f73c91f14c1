import { applyObjects } from '../cluster/apply.ts';
import type { ConfigMap, KubeObject } from '../cluster/objects.ts';
import type { Cluster } from '../cluster/port.ts';
import { pathOf, resources } from '../cluster/resources.ts';
import type { Environment } from '../config/types.ts';
import { UserError } from '../toolkit/errors.ts';
import type { Dossier } from './dossier.ts';
import { holdWith } from './fencing.ts';
import { watcherOf } from './gate.ts';
import { type Entry, heldIn, type Journal, readJournal } from './journal.ts';
import type { Lease } from './lease.ts';
import { selecting } from './naming.ts';
import { isOver, remedyOf } from './phases.ts';
import type { DeployRequest } from './plan.ts';
import type { Target } from './preflight.ts';
import { finishRollout, sweepRollout, unfinished } from './progress.ts';
import { waitsSentence } from './waiting.ts';

/** What a rollout before left in the way of this one. */

/** A rollout that waits for its next step is nobody's to sweep, and two at once are none. */
export async function requireNothingParked(
  cluster: Cluster,
  { config, environment }: DeployRequest,
): Promise<void> {
  const entry = await readJournal(cluster, environment.namespace, config.app);
  const problem = entry && (parkedProblem(entry.journal, cluster.now()) ?? routesProblem(entry, environment));
  if (problem !== undefined) throw problem;
}

/** A release that rolls by its configuration knows of no canary, and would take a held one away while the route leads to it. Pure. */
export function routesProblem(
  entry: Entry,
  { strategy }: Pick<Environment, 'strategy'>,
): UserError | undefined {
  const held = heldIn(entry);
  const { strategy: before } = entry.journal;
  if (held === undefined || before === 'rolling' || strategy.kind !== 'rolling') return undefined;
  return new UserError(
    `release ${held} is held in the middle of its ${before} release, and \`strategy: rolling\` would take away what serves`,
    `deploy with \`strategy: ${before}\` as before, which rolls this time by itself, or roll back with \`force\``,
  );
}

/** @param now milliseconds since 1970 by the API server's clock. Pure. */
export function parkedProblem(journal: Journal, now: number): UserError | undefined {
  const { app, candidate, parked, run, phase } = journal;
  if (isOver(phase) || parked === undefined || parked.until < now) return undefined;
  return new UserError(
    `release ${candidate} of ${app} ${waitsSentence(parked)} (${run.actor} in ${run.run})`,
    'let it go on, or end it by a rollback',
  );
}

/** What a release would meet of the one before; undefined when that has ended. Pure. */
export function unfinishedSentence({ candidate, phase, run, weight }: Journal): string | undefined {
  const remedy = remedyOf(phase);
  if (remedy === 'none') return undefined;
  const exposed = phase === 'stepping' || phase === 'baking' ? ` at ${weight} %` : '';
  return `release ${candidate} is ${phase}${exposed} (${run.actor} in ${run.run}): a deploy waits for that run, and if it is dead ${remedy === 'finish' ? 'finishes' : 'undoes'} what it left`;
}

/** Ends what a run left that died: nothing new begins beside it. */
export async function recover(cluster: Cluster, request: DeployRequest, lease: Lease): Promise<void> {
  const entry = await unfinished(cluster, request);
  if (entry === undefined) return;
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
