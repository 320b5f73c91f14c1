import type { Cluster } from '../cluster/port.ts';
import type { Application } from '../recovery/drill/scratch-objects.ts';
import { type Guarded, guarded } from '../recovery/guard/guarded.ts';
import { placeOf } from '../recovery/scratch/probe.ts';
import { templateOf, type Workload } from '../release/workloads/kinds.ts';
import { UserError } from '../toolkit/errors.ts';
import type { Ordered } from './drill.ts';
import { declaredIn, placesOf, withGuard } from './drill-guard.ts';
import type { DrillParts } from './drill-parts.ts';
import { farIn } from './drill-standing.ts';
import { openStores } from './recovery.ts';

/** The namespace that a drill restores into, when nothing speaks against it. */

export function scratchOf({ drills }: Ordered): NonNullable<Ordered['drills']['scratch']> {
  if (drills.scratch !== undefined) return drills.scratch;
  throw new UserError('`drills` does not say where it is restored', 'add `scratch` to it');
}

export interface InScratch {
  readonly workload: Workload;
  readonly manifests: Application['objects'];
  readonly parts: DrillParts | undefined;
}

/** In the namespace of the drill, when nothing speaks against it. Of a region that is lost only the far repository may be reached. */
export async function inScratch<Result>(
  cluster: Cluster,
  order: Ordered,
  { workload, manifests, parts }: InScratch,
  go: Parameters<typeof guarded<Result>>[1],
): Promise<Result> {
  const { scenario, run } = order;
  const scratch = scratchOf(order);
  const repositories = await readers(order, parts?.repositories ?? []);
  const ways = scenario.id === 'region' ? farWays(order) : scratch.ways;
  const closed = scratch.ways.filter(
    way => !ways.some(({ cidr, port }) => cidr === way.cidr && port === way.port),
  );
  return withGuard(order, cluster, guard =>
    guarded(
      {
        ...guard,
        ...{ where: 'scratch', repositories, manifests },
        scratch: { name: scratch.namespace, run: run.id, ttl: scratch.ttl, ways },
        probe: {
          image: templateOf(workload)?.spec?.containers[0]?.image ?? '',
          places: [...scratch['must-not-reach'].map(placeOf), ...closed.flatMap(placesOf)],
          controls: scenario.id === 'region' ? ways.flatMap(placesOf) : scratch.controls.map(placeOf),
          baits: [],
        },
      },
      go,
    ),
  );
}

/**
 * The stores whose logins the guard asks whether they could delete: that of the repository that is read. The login of pgBackRest nobody
 * can be asked about from here, so where only reading ones are allowed it has to be one of its own.
 */
async function readers(order: Ordered, files: readonly string[]): Promise<Guarded['repositories']> {
  const { recovery, config, env, report } = order;
  const { logins, 'reads-with': others } = scratchOf(order);
  if (logins === 'writing') {
    report(
      'repositories are read with the logins by which backups are made, which may be able to delete them',
    );
    return [];
  }
  const own = declaredIn(order).configuration.find(
    ({ kind, name }) => kind === 'Secret' && others[name] === undefined,
  );
  if (own !== undefined)
    throw new UserError(
      `the copy would read its repository with Secret/${own.name}, by which backups are made`,
      'name one that only reads in `drills.scratch.reads-with`, or write `logins: writing` when that is meant',
    );
  const stores = await openStores(recovery, config, env);
  const read = new Set([repositoryOf(order), ...files]);
  return [...read].map(name => stores.find(each => each.name === name)?.store ?? unasked(name));
}

/** Nobody can ask what a login may do there. */
const unasked = (name: string) => ({ name, mayDelete: async () => 'unknown' as const });

/** Of a region that is lost the far one is left. */
export const repositoryOf = (order: Ordered): string =>
  order.scenario.id === 'region' ? farIn(order) : (declaredIn(order).to[0] ?? '');

type Ways = NonNullable<Ordered['drills']['scratch']>['ways'];

function farWays({ drills }: Ordered): Ways {
  if (drills.far.at.length > 0) return drills.far.at;
  throw new UserError(
    'nothing in slipway.yml says where the far repository is, so nothing else can be closed',
    'add `drills.far.at`',
  );
}
