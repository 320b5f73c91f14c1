import { z } from 'zod';
import { environmentFields } from '../../config/schema.ts';
import type { Environment } from '../../config/types.ts';
import { isMap } from '../../toolkit/map.ts';
import type { ReleaseRecord } from './schema.ts';

/**
 * The environment that a release was made with: how it is rolled out, judged and verified is as recorded, whatever the default branch says
 * today. A release that was found running, or was made in another namespace, has none, and neither has a record whose configuration
 * slipway.yml would not accept: then it is today's. Pure.
 */
export function recordedEnvironment(
  record: ReleaseRecord | undefined,
  name: string,
  today: Environment,
): Environment {
  const recorded = readRecorded(record?.config, name);
  return recorded?.namespace === today.namespace ? asAddressed(recorded, today) : today;
}

/** What of an environment is taken from the record. Where images come from and whom they must be signed by is today's. */
const recordedFields = environmentFields.pick({
  namespace: true,
  manifests: true,
  workload: true,
  workers: true,
  service: true,
  route: true,
  strategy: true,
  gateway: true,
  gate: true,
  hooks: true,
  reversible: true,
  live: true,
  verify: true,
});
type Recorded = z.output<typeof recordedFields>;

/** Records hold the configuration as it was parsed: it is written as slipway.yml has it, and parsed again. */
function readRecorded(config: unknown, name: string): Recorded | undefined {
  const { environments } = isMap(config) ? config : {};
  const environment =
    isMap(environments) && Object.hasOwn(environments, name) ? environments[name] : undefined;
  if (!isMap(environment)) return undefined;
  const kept = Object.entries(environment).filter(([key]) => key in recordedFields.shape);
  // A record of a version before a setting has none of it, and the default is what that version did.
  const written = z.safeEncode(recordedFields.partial(), Object.fromEntries(kept) as Recorded);
  return written.success ? recordedFields.safeParse(written.data).data : undefined;
}

/**
 * Where the run itself sends requests, and with which of its secrets, the checkout says: a user who may write ConfigMaps must not be able
 * to send it elsewhere. Without a gate today, nothing is asked.
 */
function asAddressed({ gate, verify, ...recorded }: Recorded, today: Environment): Environment {
  const { cluster, repositories, trust, requires, recovery } = today;
  const kept = Object.entries({ cluster, repositories, trust, requires, recovery }).filter(
    ([, value]) => value !== undefined,
  );
  const from = verify?.from ?? today.verify?.from;
  return {
    ...recorded,
    ...Object.fromEntries(kept),
    ...(gate === undefined || today.gate === undefined
      ? {}
      : { gate: { ...gate, prometheus: today.gate.prometheus } }),
    ...(verify === undefined || from === undefined
      ? {}
      : { verify: { ...addressed(verify, today.verify), from } }),
  };
}

type Verify = NonNullable<Recorded['verify']>;

function addressed({ url: _, ...recorded }: Verify, today: Environment['verify']): Verify {
  return { ...recorded, ...(today?.url === undefined ? {} : { url: today.url }) };
}
