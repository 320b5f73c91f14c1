import { dirname } from 'node:path';
import type { Cluster } from '../cluster/port.ts';
import type { Environment, GitOps } from '../config/types.ts';
import type { RolledBackDelivery } from '../gitops/deliver.ts';
import type { ReleasedImage } from '../gitops/edit.ts';
import type { DeliverySession } from '../gitops/session.ts';
import type { Status } from '../release/status.ts';
import { acceptanceParts } from '../report/acceptance.ts';
import { deliverySentence, deliverySummary } from '../report/gitops.ts';
import { secondsOutput } from '../toolkit/duration.ts';
import { markAfterChange, UserError } from '../toolkit/errors.ts';
import { gitHubOf } from '../toolkit/github.ts';
import { type Host, setOutputs } from '../toolkit/host.ts';
import { cell, paragraphs } from '../toolkit/markdown.ts';
import type { CheckResult } from '../verify/checks.ts';
import { referencesOf } from '../workloads/kinds.ts';
import { type FromRelease, parseReleaseNumber } from '../workloads/naming.ts';
import { publishOutcome } from './deployment.ts';
import { requireNoDrill, requireNoRestore } from './due.ts';
import type { InUse } from './in-use.ts';
import { publicUrl } from './public-url.ts';
import { registryClient } from './registry.ts';
import { releasedImages } from './released-images.ts';
import { type ActionRequest, withCluster } from './session.ts';
import { signatureDemand, signatureSentences, signedOutput } from './trust.ts';

/** The actions in an environment with `delivery: {gitops: …}`. */

export interface DeliveryInputs {
  readonly environment: string;
  readonly config: string;
  readonly 'kube-context': string;
  readonly 'gitops-token': string;
}

/** Returns the settings of an environment that is delivered by Git. */
export const gitopsOf = ({ delivery }: Environment): GitOps | undefined => delivery?.gitops;

/** @throws UserError for a command about the objects that a run applies, where a controller applies them. */
export function requireApplied(environment: Environment, name: string, remedy: string): void {
  if (environment.delivery === undefined) return;
  throw new UserError(`${name} is delivered by Git, so Slipway only reads its cluster`, remedy);
}

/** An environment that is delivered by Git, and who asks about it. */
export interface GitDelivery {
  readonly request: ActionRequest;
  readonly gitops: GitOps;
  readonly host: Host;
}

interface DeliveryOptions extends GitDelivery {
  readonly signal?: AbortSignal;
  readonly patient?: boolean;
  /** Why an image without a valid signature may be committed. */
  readonly force?: string | undefined;
}

const engine = async () => ({
  ...(await import('../gitops/place.ts')),
  ...(await import('../gitops/repository.ts')),
  ...(await import('../gitops/session.ts')),
  ...(await import('../gitops/log.ts')),
  ...(await import('../gitops/pull-requests.ts')),
});

/** Opens the cluster and the repository, and passes them to `use`. */
async function withDelivery<Result>(
  inputs: DeliveryInputs,
  { request, gitops, host, signal, patient = true, force }: DeliveryOptions,
  use: (session: DeliverySession, cluster: Cluster) => Promise<Result>,
): Promise<Result> {
  const way = { ...inputs, patient };
  return withCluster(way, request.environment, host, engine, async (cluster, code) => {
    const { env } = host;
    const given = inputs['gitops-token'];
    if (given !== '') host.setSecret(given);
    const folder = dirname(inputs.config);
    const { url, token, own } = await code.placeOf(gitops, { folder, token: given, env });
    const logRef = code.logRef(request.config.app, request.environmentName);
    const repository = await code.GitRepository.open({ url, branch: gitops.branch, logRef }, { token, env });
    const at = code.gitHubRepository(url, env.GITHUB_SERVER_URL);
    const github = gitHubOf({ ...env, GITHUB_REPOSITORY: at && `${at.owner}/${at.repo}` }, token);
    const registry = await registryClient();
    const demand = await signatureDemand(inputs, { ...request, force, host });
    const requireTrusted = async (images: Readonly<Record<string, ReleasedImage>>) =>
      demand?.(Object.values(images).map(each => `${each.repository}@${each.digest}`));
    const pulls = github && code.pullRequestsAt(github.repo, github.open);
    const session = new code.DeliverySession({
      ...request,
      ...(signal === undefined ? {} : { signal }),
      repository,
      cluster,
      gitops,
      own,
      registry,
      requireTrusted,
      pulls,
    });
    try {
      return await use(session, cluster);
    } catch (error) {
      throw session.changed ? markAfterChange(error) : error;
    } finally {
      await repository.close();
    }
  });
}

/** `deploy`: everything up to the verified release, or the old one. */
export async function deployByGit(
  inputs: DeliveryInputs & Readonly<Record<'images' | 'force' | 'deployments-token', string>>,
  delivery: GitDelivery,
): Promise<boolean> {
  const { request, host } = delivery;
  const { config, environment } = request;
  const url = publicUrl(environment, []);
  setOutputs(host, { app: config.app, 'sign-proof': 'false', monitored: 'false', url });
  const asked = await releasedImages(inputs, request, host);
  const [images, verified] = [await asked.images, await asked.verify()];
  signatureSentences(verified).forEach(host.report);
  const signal = host.cancellation();
  const { requireNews } = await import('../gitops/place.ts');
  await requireNews(host.env);
  return withDelivery(inputs, { ...delivery, signal }, async (session, cluster) => {
    const owner = { app: config.app, environment: inputs.environment };
    const released = { owner, environment, config: inputs.config };
    await requireNoDrill(cluster, released, host);
    await requireNoRestore(cluster, released);
    const promotion = await asked.promotion.requirePromotion?.(cluster, images);
    const { deliver } = await import('../gitops/deliver.ts');
    const result = await deliver(session, images);
    const references = referencesOf(images);
    const { baseline, rollbackMs } = result;
    setOutputs(host, {
      baseline,
      'rollback-seconds': secondsOutput(rollbackMs),
      images: references,
      signed: signedOutput(verified),
      promotion: promotion?.sentence,
    });
    await host.summary(deliverySummary(config.app, inputs.environment, Object.values(references), result));
    const made = { images: references, url };
    await publishOutcome(host, request, inputs['deployments-token'], result, made);
    return result.state === 'complete' || result.state === 'paused';
  });
}

/** `verify`. */
export async function verifyByGit(
  inputs: DeliveryInputs & { readonly release: string },
  delivery: GitDelivery,
): Promise<boolean> {
  const { request, host } = delivery;
  const release = inputs.release === '' ? undefined : parseReleaseNumber(inputs.release);
  const result = await withDelivery(inputs, { ...delivery, patient: false }, async session => {
    const { verifyDelivery } = await import('../gitops/inspect.ts');
    return verifyDelivery(session, release);
  });
  const good = result.reasons.length === 0;
  const reason = result.reasons.join('; ');
  setOutputs(host, {
    verdict: good ? 'pass' : 'fail',
    cause: result.cause,
    release: result.release,
    checks: checksOutput(result.results),
    zones: [],
    proof: 'none',
    reason,
  });
  const what = `release ${result.release} ${good ? 'is live, and Git has it' : 'failed its verification'}`;
  const head = `### ${good ? '✅' : '❌'} ${cell(request.config.app)}: ${what}`;
  await host.summary(
    paragraphs([head, cell(reason), ...acceptanceParts(request.config.app, result.results)]),
  );
  host.report(good ? what : `${what}: ${reason}`);
  return good;
}

/** Returns the output `checks` of `verify`. */
export const checksOutput = (results: readonly CheckResult[]) =>
  results.map(({ check, part = 'checks', ok, reason = '', ms, ...rest }) => {
    return { ...rest, part, get: check?.get ?? '', ok, reason, ms: Math.round(ms) };
  });

/** The inputs of `rollback`, parsed. */
type GivenRollback = Record<'to' | 'timeout', number | undefined> & {
  from: FromRelease | undefined;
  force: string | undefined;
};

/** `rollback`. */
export async function rollBackByGit(
  inputs: DeliveryInputs,
  delivery: GitDelivery,
  { from, to, timeout, force }: GivenRollback,
): Promise<boolean> {
  const { request, host } = delivery;
  const signal = timeout === undefined ? {} : { signal: AbortSignal.timeout(timeout) };
  const way = { ...delivery, force, ...signal };
  const result: RolledBackDelivery = await withDelivery(inputs, way, async session => {
    const { rollBackDelivery } = await import('../gitops/deliver.ts');
    return rollBackDelivery(session, { from, to, force });
  });
  const { state, release, changed, seconds, reason } = result;
  const live = state === 'failed' ? undefined : release;
  setOutputs(host, {
    release: live,
    changed,
    'rollback-seconds': seconds.toFixed(2),
    state,
    record: '',
    proof: 'none',
    reason,
  });
  const what = `rollback ${state}${live === undefined ? '' : `: release ${live} is live`}`;
  const mark = state === 'failed' ? '❌' : '✅';
  await host.summary(`### ${mark} ${cell(request.config.app)}: ${cell(what)}\n\n${cell(reason ?? '')}\n`);
  host.report(reason === undefined ? what : `${what}; ${reason}`);
  return state !== 'failed';
}

/** The delivery part of `sweep`. */
export const sweepByGit = (inputs: DeliveryInputs, delivery: GitDelivery) =>
  withDelivery(inputs, { ...delivery, signal: delivery.host.cancellation() }, async session => {
    const { sweepDelivery } = await import('../gitops/resume.ts');
    return sweepDelivery(session);
  });

/** `prune`: adds the images that Git names, and those that a run may commit again, to those that `look` finds in the cluster. */
export const inUseByGit = (
  inputs: DeliveryInputs,
  delivery: GitDelivery,
  look: (cluster: Cluster) => Promise<InUse>,
): Promise<InUse> =>
  withDelivery(inputs, { ...delivery, patient: false }, async (session, cluster) => {
    const { namedInGit } = await import('../gitops/inspect.ts');
    const found = await look(cluster);
    return { ...found, digests: new Map([...(await namedInGit(session)), ...found.digests]) };
  });

/** `status`. */
export async function statusByGit(inputs: DeliveryInputs, delivery: GitDelivery): Promise<boolean> {
  const { request, host } = delivery;
  const found = await withDelivery(inputs, { ...delivery, patient: false }, async session => {
    const { inspect } = await import('../gitops/inspect.ts');
    return inspect(session);
  });
  return publishStatus(found, false, deliverySentence(request.config.app, found), host);
}

/** Publishes the result of `status`. */
export async function publishStatus(
  found: Pick<Status, 'state'> & Partial<Status>,
  signs: boolean,
  sentence: string,
  host: Host,
): Promise<boolean> {
  const { state, phase = 'none', candidate, weight, release, images = {} } = found;
  const { waitingFor, until, planned } = found;
  setOutputs(host, { state, phase, candidate, weight, 'waiting-for': waitingFor, until, planned });
  setOutputs(host, { release, images, status: found, 'sign-proof': signs });
  await host.summary(`### ${cell(sentence)}\n`);
  host.report(sentence);
  return true;
}
