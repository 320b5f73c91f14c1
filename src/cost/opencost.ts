import { z } from 'zod';
import { ask, type QueryResult } from '../analysis/ask.ts';
import { endpointOf } from '../analysis/http-endpoint.ts';
import type { Cluster } from '../cluster/port.ts';
import type { Cost } from '../config/cost.ts';
import { jsonIn } from '../toolkit/map.ts';
import { hoursOfMonth, type Rates } from './pricing.ts';

/** Takes prices from OpenCost: what it has charged a namespace, by what the namespace has had. */

const amount = z.number().min(0).prefault(0);
const allocationSchema = z.object({
  cpuCost: amount,
  cpuCoreHours: amount,
  ramCost: amount,
  ramByteHours: amount,
  pvCost: amount,
  pvByteHours: amount,
});
/** It names everything in the cluster, of which only the namespace is looked at. */
const answerSchema = z.object({ data: z.array(z.record(z.string(), z.unknown()).nullable()).max(1000) });

const patience = 30_000;

/** Returns the path of the question about the last `window` ms. Pure. */
export const allocationPath = (window: number): string =>
  `/allocation/compute?window=${Math.round(window / 86_400_000)}d&aggregate=namespace&accumulate=true`;

/** Asks OpenCost for its prices in a namespace. Never throws. */
export async function askRates(
  settings: NonNullable<Cost['opencost']>,
  { namespace, window }: { readonly namespace: string; readonly window: number },
  cluster: Pick<Cluster, 'fetch'>,
  env: NodeJS.ProcessEnv,
): Promise<QueryResult<Rates>> {
  return ask(endpointOf(settings, cluster, env), {
    server: 'OpenCost',
    path: allocationPath(window),
    patience,
    read: body => {
      const rates = ratesIn(body, namespace);
      return typeof rates === 'string'
        ? { ok: false, detail: rates, temporary: false }
        : { ok: true, value: rates };
    },
  });
}

/** Returns the prices in an answer, or a clause that says why there are none. Pure. */
export function ratesIn(body: string, namespace: string): Rates | string {
  const answer = answerSchema.safeParse(jsonIn(body));
  if (!answer.success) return 'does not answer like OpenCost';
  const own = answer.data.data.flatMap(each =>
    each !== null && Object.hasOwn(each, namespace) ? [each[namespace]] : [],
  );
  if (own.length === 0) return `has no cost of the namespace ${namespace}`;
  const allocations = z.array(allocationSchema).safeParse(own);
  if (!allocations.success) return `returned an invalid cost of the namespace ${namespace}`;
  const rate = (cost: keyof z.output<typeof allocationSchema>, had: typeof cost, unit: number) => {
    const of = (key: typeof cost) => allocations.data.reduce((sum, each) => sum + each[key], 0);
    return of(had) > 0 ? (of(cost) / of(had)) * unit : undefined;
  };
  return {
    core: rate('cpuCost', 'cpuCoreHours', 1),
    gib: rate('ramCost', 'ramByteHours', 2 ** 30),
    storage: rate('pvCost', 'pvByteHours', 2 ** 30 * hoursOfMonth),
  };
}
