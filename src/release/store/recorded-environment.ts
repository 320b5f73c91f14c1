import { z } from 'zod';
import { environmentFields } from '../../config/environment.ts';
import type { Config, Environment } from '../../config/types.ts';
import { UserError } from '../../toolkit/errors.ts';
import { isMap } from '../../toolkit/map.ts';
import { keyOf, titleOf } from '../../workloads/kinds.ts';
import { nameOf } from '../../workloads/naming.ts';
import { hasSucceeded, type Release } from './releases.ts';
import type { ReleaseRecord } from './schema.ts';

/**
 * Returns the environment that a release was made with: it is rolled out, judged and verified as recorded, whatever the default branch
 * says today. Returns today's environment for an adopted release, one from another namespace, or a record whose configuration would be
 * invalid in slipway.yml. Pure.
 */
export function recordedEnvironment(
  record: ReleaseRecord | undefined,
  name: string,
  today: Environment,
): Environment {
  const recorded = readRecorded(record?.config, name);
  return recorded?.namespace === today.namespace ? asAddressed(recorded, today) : today;
}

/**
 * Requires that no environment with another workload has released the application in this namespace: the two would share the Lease and
 * the records. An environment that was renamed, or whose workload was, has only one.
 * @throws UserError that names the other one.
 */
export function requireOneEnvironment(
  releases: readonly Release[],
  { config, environment }: { config: Pick<Config, 'app' | 'environments'>; environment: Environment },
): void {
  const { namespace, workload } = environment;
  const isOurs = (other: Environment | undefined) =>
    other?.namespace === namespace && keyOf(other.workload) === keyOf(workload);
  for (const { record } of releases) {
    const { environment: name, source, release } = record;
    const recorded = recordedEnvironment(record, name, environment);
    if (source === 'observed' || isOurs(recorded) || isOurs(config.environments[name])) continue;
    throw new UserError(
      `the environment cannot use namespace ${namespace}: there are releases of ${config.app} to ${name} (${titleOf(recorded.workload)}) in it, with which it would share the Lease and the records`,
      `use another namespace or another \`app\`; if ${name} no longer uses this namespace, delete the ConfigMaps of its releases, such as ${nameOf.record(config.app, release)}`,
    );
  }
}

/**
 * Requires that the newest release that succeeded has the workload of the one to restore: the traffic goes to that workload, and no
 * rollback moves it. An adopted release has the workload of today.
 * @param releases newest first.
 * @throws UserError that names both workloads.
 */
export function requireSameWorkload(
  releases: readonly Release[],
  { record: restored }: Pick<Release, 'record'>,
  { environmentName, environment }: { environmentName: string; environment: Environment },
): void {
  const workloadOf = (record: ReleaseRecord) =>
    recordedEnvironment(record, environmentName, environment).workload;
  const newest = releases.find(each => hasSucceeded(each) && each.record.source !== 'observed')?.record;
  if (newest === undefined || restored.source === 'observed') return;
  const [workload, other] = [workloadOf(restored), workloadOf(newest)];
  if (keyOf(other) === keyOf(workload)) return;
  throw new UserError(
    `cannot roll back to release ${restored.release}: it ran in ${titleOf(workload)}, but release ${newest.release} runs in ${titleOf(other)}`,
    `deploy a version that works to ${titleOf(other)}`,
  );
}

/** The fields that are taken from the record. Repositories and required signers are always today's. */
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
  unversioned: true,
  verify: true,
});
type RecordedSettings = z.output<typeof recordedFields>;

/** Records hold the parsed configuration: it is encoded back to the form of slipway.yml, and parsed again. */
function readRecorded(config: unknown, name: string): RecordedSettings | undefined {
  const { environments } = isMap(config) ? config : {};
  const environment =
    isMap(environments) && Object.hasOwn(environments, name) ? environments[name] : undefined;
  if (!isMap(environment)) return undefined;
  const kept = Object.entries(environment).filter(([key]) => key in recordedFields.shape);
  // A record of an older version lacks newer settings, whose defaults are the behavior of that version.
  const written = z.safeEncode(recordedFields.partial(), Object.fromEntries(kept) as RecordedSettings);
  return written.success ? recordedFields.safeParse(written.data).data : undefined;
}

/**
 * Takes from the checkout where the run itself sends requests, and with which of its secrets: a user who may write ConfigMaps must not
 * be able to redirect them. Nor may such a user let us take over objects of Helm. Without a gate today, there is no gate.
 */
function asAddressed(
  { gate, verify, manifests = [], ...recorded }: RecordedSettings,
  today: Environment,
): Environment {
  const { cluster, repositories, trust, requires, recovery, 'take-over': takeOver } = today;
  const kept = Object.entries({
    cluster,
    repositories,
    trust,
    requires,
    recovery,
    'take-over': takeOver,
  }).filter(([, value]) => value !== undefined);
  const from = verify?.from ?? today.verify?.from;
  return {
    ...recorded,
    manifests,
    ...Object.fromEntries(kept),
    ...gateFor(gate, today.gate),
    ...(verify === undefined || from === undefined
      ? {}
      : { verify: { ...addressed(verify, today.verify), from } }),
  };
}

/** Returns the recorded gate, if today's reads the same kind of source. */
function gateFor(recorded: RecordedSettings['gate'], today: Environment['gate']): Pick<Environment, 'gate'> {
  if (recorded === 'checks') return today === 'checks' ? { gate: recorded } : {};
  if (recorded === undefined || today === undefined || today === 'checks') return {};
  return { gate: { ...recorded, prometheus: today.prometheus } };
}

type Verify = NonNullable<RecordedSettings['verify']>;

/** The record gives the checks alone. */
function addressed({ checks, from }: Verify, today: Environment['verify']): Verify {
  const { checks: _, from: __, ...rest } = today ?? { checks };
  return { ...rest, checks, ...(from === undefined ? {} : { from }) };
}
