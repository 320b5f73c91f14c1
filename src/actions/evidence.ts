import { type RequirementAssessment, rulesOff } from '../assess/assessment.ts';
import { assessmentsFrom } from '../assess/conformance/assessments-from.ts';
import type { SourceEvidence } from '../assess/conformance/decide.ts';
import type { EvidenceSource } from '../assess/conformance/demands.ts';
import { judgeApplication } from '../assess/conformance/judges/application.ts';
import { judgeReported, type ReportedDrill } from '../assess/conformance/judges/drills.ts';
import type { ServingRelease } from '../assess/conformance/judges/live-images.ts';
import type { AlertingEvidence } from '../assess/conformance/judges/monitoring.ts';
import { judgeRecovery } from '../assess/conformance/judges/recovery.ts';
import type { ReportRequest } from '../assess/conformance/report.ts';
import { queriedOf } from '../assess/live.ts';
import type { Cluster } from '../cluster/port.ts';
import { pathOf, resources } from '../cluster/resources.ts';
import { newestPolicy } from '../config/policy-version.ts';
import { isDigest } from '../image/reference.ts';
import type { MonitoringSubject } from '../monitoring/subject.ts';
import { judgeDeclared } from '../recovery/declared.ts';
import { readDrills } from '../recovery/drill-records.ts';
import { listSets, readSet, setTime } from '../recovery/sets.ts';
import type { Release } from '../release/store/releases.ts';
import { UserError } from '../toolkit/errors.ts';
import type { Host } from '../toolkit/host.ts';
import { defined } from '../toolkit/map.ts';
import type { Workload } from '../workloads/kinds.ts';
import { assessed } from './assess.ts';
import { endpointsAndPods } from './endpoints-and-pods.ts';
import { readReports } from './evidence-files.ts';
import * as shared from './inputs.ts';
import { locksOf } from './locks.ts';
import { pastRecords } from './past-records.ts';
import { online, openStores, recoveryOf, refusalOf } from './recovery.ts';
import { registryClient } from './registry.ts';
import { impatient, withCluster, withCredentials } from './session.ts';

type EvidenceInputs = Parameters<typeof assessed>[0] &
  Readonly<Record<'config' | 'reports' | 'max-age' | 'credentials' | 'actions-token', string>>;

type Found = Awaited<ReturnType<typeof assessed>> & { readonly env: NodeJS.ProcessEnv };

/** Asks every source. One that does not answer leaves its requirements unknown, with the reason. */
export async function gatherEvidence(inputs: EvidenceInputs, host: Host): Promise<Omit<ReportRequest, 'by'>> {
  const counts = daysOf(inputs['max-age']);
  const env = withCredentials(host.env, shared.parseSecrets('credentials', inputs.credentials, host));
  const found: Found = { ...(await assessed(inputs, host)), env };
  const { app, config, environment, environmentName, result, live, manifests } = found;
  const now = found.now.getTime();
  const failedSources: Partial<Record<EvidenceSource, string>> = {};
  const shown: SourceEvidence[] = [];
  const add = (of: string, assessments: readonly RequirementAssessment[]) =>
    void shown.push({ of, at: now, counts, assessments });
  const versions = { version: config['policy-version'], newest: newestPolicy };
  const own = judgeApplication(manifests, live, versions);
  add('assess', [
    ...result.assessments,
    ...assessmentsFrom(own, 'manifests and cluster', 'the environment', now),
  ]);
  /** A source that fails is silent, and the others are asked. */
  const asking = async (source: EvidenceSource, ask: () => Promise<readonly RequirementAssessment[]>) => {
    host.report(`asking for evidence: ${source}`);
    try {
      add(source, await ask());
    } catch (error) {
      if (!(error instanceof UserError)) throw error;
      failedSources[source] = error.sentence;
    }
  };
  let serving: ServingRelease | undefined;
  let revision: string | undefined;
  if (found.asks)
    await withCluster(impatient(inputs), environment, host, engine, async (cluster, code) => {
      await asking('release', async () => {
        const kept = await releasesOf(cluster, found, code);
        serving = kept.serving;
        revision = kept.revision;
        return kept.assessments;
      });
      await asking('verify', () => acceptanceOf(cluster, found, code));
      await asking('monitor', () => monitoringOf(cluster, found, host, code));
    });
  else {
    const why = 'the cluster was not queried';
    Object.assign(failedSources, { release: why, registry: why, verify: why, monitor: why });
  }
  if (failedSources.release !== undefined) failedSources.registry = failedSources.release;
  const past = await pastRecords({ token: inputs['actions-token'], revision, counts, now }, host);
  const reading = {
    config,
    configPath: inputs.config,
    environment,
    environmentName,
    live: serving ?? failedSources.release ?? '',
    counts,
  };
  const read = await readReports(inputs.reports, reading, past.files);
  shown.push(...read.shown);
  await asking('backup', () =>
    recoveryEvidence(inputs, found, Object.values(serving?.images ?? {}), read.drills, host),
  );
  if (failedSources.backup !== undefined) {
    Object.assign(failedSources, { schedule: failedSources.backup, drill: failedSources.backup });
    const drills = judgeReported(read.drills, environment.recovery ?? {}, now);
    if (read.drills.length > 0) add('drill', assessmentsFrom(drills, 'drills', inputs.reports, now));
  }
  return {
    app,
    environment: inputs.environment,
    shown,
    failedSources,
    now,
    notes: [...result.notes, ...past.notes, ...read.notes],
    ...defined({ before: read.before, zones: environment.assess?.zones }),
    off: rulesOff(environment.assess?.rules),
  };
}

/** @throws UserError for anything but a number of days. */
function daysOf(text: string): number {
  const [, days] = /^([1-9]\d{0,3})d$/.exec(text) ?? [];
  if (days !== undefined) return Number(days) * 86_400_000;
  throw new UserError(`the input \`max-age\` is invalid: "${text}"`, 'write a number of days such as 7d');
}

const engine = () => import('./evidence-engine.ts');
type EvidenceEngine = Awaited<ReturnType<typeof engine>>;

/** What the cluster keeps of releases, and the registry of their images. */
async function releasesOf(
  cluster: Cluster,
  { config, environment, environmentName, app }: Found,
  code: EvidenceEngine,
): Promise<{
  assessments: readonly RequirementAssessment[];
  serving: ServingRelease;
  revision: string | undefined;
}> {
  const { namespace, workload, service } = environment;
  const [object, releases] = await Promise.all([
    cluster.get(code.pathTo(namespace, workload)),
    new code.ReleaseStore(cluster, namespace, app).list(),
  ]);
  const serving = code.releaseOf(object);
  if (object === undefined || serving === undefined)
    throw new UserError(
      `no release of ${app} was found in namespace ${namespace}`,
      'check the environment and the cluster, or deploy a release first',
    );
  const record = releases.find(({ record }) => record.release === serving)?.record;
  const images = record?.images ?? {};
  const registry = await queriedOf('the manifests of the images', cluster, () => platformsOf(images));
  const decisions = await decisionsOf(releases.slice(0, mostDecisions), release =>
    code.readDecision(cluster, namespace, app, release),
  );
  const traffic = await endpointsAndPods(cluster, namespace, object as Workload, service);
  const asked = { releases, live: serving, registry, decisions, ...traffic };
  const judged = code.judgeReleases(asked, config, environmentName);
  const assessments = assessmentsFrom(judged, 'records of releases', `namespace ${namespace}`, cluster.now());
  return { assessments, serving: { release: serving, images }, revision: record?.by.revision };
}

/** How many of the newest releases are asked for their decision records. */
const mostDecisions = 10;

/** Reads decision records; one that cannot be read says nothing. */
export async function decisionsOf<Decision>(
  releases: readonly Pick<Release, 'record'>[],
  read: (release: number) => Promise<Decision | undefined>,
): Promise<Map<number, Decision>> {
  const found = releases.map(async ({ record: { release } }) => {
    const decision = await read(release).catch(() => undefined);
    return decision === undefined ? [] : [[release, decision] as const];
  });
  return new Map((await Promise.all(found)).flat());
}

async function platformsOf(
  images: Readonly<Record<string, string>>,
): Promise<Map<string, readonly string[] | undefined>> {
  const client = await registryClient();
  const found = new Map<string, readonly string[] | undefined>();
  for (const [name, image] of Object.entries(images)) {
    const [repository = '', digest = ''] = image.split('@');
    if (!isDigest(digest))
      throw new UserError(`the image ${name} is not pinned by digest`, 'deploy the release again');
    const platforms = (await client.tree(repository, digest))?.images.flatMap(
      ({ platform }) => platform ?? [],
    );
    found.set(name, platforms);
  }
  return found;
}

/** Makes the checks of `verify` that write nothing. */
async function acceptanceOf(
  cluster: Cluster,
  { environment, environmentName, app, env }: Found,
  { acceptance, judgeAcceptance }: EvidenceEngine,
): Promise<readonly RequirementAssessment[]> {
  const { verify, namespace } = environment;
  if (verify === undefined)
    throw new UserError(`the environment ${environmentName} has no \`verify\``, 'add it to slipway.yml');
  const { results, address } = await acceptance(cluster, {
    environment,
    env,
    owner: { app, namespace, labels: {} },
    only: 'reads',
    parts: ['checks', 'matrix', 'addresses', 'tls', 'page'],
  });
  const judged = judgeAcceptance(results, verify, environment.assess);
  return assessmentsFrom(judged, 'the checks of verify', address, cluster.now());
}

async function monitoringOf(
  cluster: Cluster,
  { config, environment, environmentName, env, manifests }: Found,
  host: Host,
  code: EvidenceEngine,
): Promise<readonly RequirementAssessment[]> {
  const subject = code.monitoringSubject(config, environmentName, manifests);
  const request = { config, environmentName, environment, env, watch: 0, signal: host.cancellation() };
  const report = await code.monitor(cluster, { ...request, report: () => undefined });
  const health = code.judgeMonitoring(report as never, environment.monitoring);
  const alerting = code.judgeAlerting(await alertingOf(cluster, subject, env, code), cluster.now());
  return [
    ...assessmentsFrom(health, 'the metrics of the application', 'Prometheus', report.at),
    ...assessmentsFrom(alerting, 'dashboards and silences', 'the cluster and Alertmanager', cluster.now()),
  ];
}

async function alertingOf(
  cluster: Cluster,
  subject: MonitoringSubject,
  env: NodeJS.ProcessEnv,
  { monitoringManifests, alertmanagerOf, silencesFor }: EvidenceEngine,
): Promise<AlertingEvidence> {
  const { app, environment, namespace, settings } = subject;
  const isBoard = ({ name }: { name: string }) => name.startsWith(`slipway-${app}-dashboard-`);
  const boards = monitoringManifests(subject).filter(isBoard);
  const there = boards.map(async ({ name }) => {
    const found = await cluster.get(pathOf(resources.configMap, namespace, name));
    return [name, found !== undefined] as const;
  });
  const { alertmanager } = settings;
  const dashboards = boards.length === 0 ? undefined : new Map(await Promise.all(there));
  const silences = await queriedOf('the silences', cluster, async () => {
    if (alertmanager === undefined) throw new UserError('`monitoring` names no Alertmanager', 'add it');
    const answer = await silencesFor(alertmanagerOf(alertmanager, cluster, env), { app, environment });
    if (!answer.ok) throw new UserError(answer.detail, 'check `monitoring.alertmanager`');
    return answer.value;
  });
  return { dashboards, silences };
}

async function recoveryEvidence(
  inputs: EvidenceInputs,
  { config, environment, environmentName, app, env, now }: Found,
  images: readonly string[],
  files: readonly ReportedDrill[],
  host: Host,
): Promise<readonly RequirementAssessment[]> {
  const recovery = recoveryOf(environment, environmentName);
  const owner = { app, environment: environmentName };
  const stores = await openStores(online(recovery), inputs.config, env);
  const by = { config, environment, inputs, host: { env, report: host.report }, signal: host.cancellation() };
  const kept = await Promise.all(
    stores.map(async ({ name, store }) => {
      const ids = await listSets(store, owner);
      const set = ids.length === 0 ? undefined : await readSet(store, owner);
      return {
        repository: name,
        drills: (await readDrills(store, owner)).map(each => ({ ...each, of: `the store of ${name}` })),
        sets: ids.map(setTime),
        manifest: set?.manifest,
        refusal: set && (await refusalOf(set, owner, by)),
      };
    }),
  );
  const locks = await locksOf(recovery, owner, inputs.config, env, now.getTime());
  const drills = [...kept.flatMap(each => each.drills), ...files];
  const schedule = judgeDeclared(recovery, locks);
  const { namespace } = environment;
  const asked = { stores: kept, drills, images, schedule, namespace };
  const judged = judgeRecovery(asked, recovery, now.getTime());
  return assessmentsFrom(judged, 'backup sets', stores.map(({ name }) => name).join(', '), now.getTime());
}
