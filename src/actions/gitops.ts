import { dirname } from 'node:path';
import type { Cluster } from '../cluster/port.ts';
import type { Environment, GitOps } from '../config/types.ts';
import type { RolledBackDelivery } from '../gitops/deliver.ts';
import type { ReleasedImage } from '../gitops/edit.ts';
import type { DeliverySession } from '../gitops/session.ts';
import { parseImagesInput } from '../image/selection.ts';
import { resolveImages } from '../plan/images.ts';
import { acceptanceParts } from '../report/acceptance.ts';
import { deliverySentence, deliverySummary } from '../report/gitops.ts';
import { secondsOutput } from '../toolkit/duration.ts';
import { markMidway, UserError } from '../toolkit/errors.ts';
import { gitHubOf } from '../toolkit/github.ts';
import { type Host, setOutputs } from '../toolkit/host.ts';
import { cell } from '../toolkit/markdown.ts';
import type { CheckResult } from '../verify/checks.ts';
import { referencesOf } from '../workloads/kinds.ts';
import { type FromRelease, parseReleaseNumber } from '../workloads/naming.ts';
import { publishOutcome } from './deployment.ts';
import { demandNoDrill } from './due.ts';
import * as shared from './inputs.ts';
import { promotionOf } from './proofs.ts';
import { publicUrl } from './public-url.ts';
import { registryClient } from './registry.ts';
import { type ActionRequest, withCluster } from './session.ts';
import { signatureDemand, signatureSentences, signedOutput, verifiedImages } from './trust.ts';

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

/** Opens the cluster and the repository, and passes them to `use`. */
async function withDelivery<Result>(
  inputs: DeliveryInputs,
  {
    request,
    gitops,
    host,
    signal,
    patient = true,
    force,
  }: {
    request: ActionRequest;
    gitops: GitOps;
    host: Host;
    signal?: AbortSignal;
    patient?: boolean;
    /** Why an image without a valid signature may be committed. */
    force?: string | undefined;
  },
  use: (session: DeliverySession, cluster: Cluster) => Promise<Result>,
): Promise<Result> {
  const load = () =>
    Promise.all([
      import('../gitops/place.ts'),
      import('../gitops/repository.ts'),
      import('../gitops/session.ts'),
      import('../gitops/log.ts'),
      import('../gitops/pull-requests.ts'),
    ]);
  const way = { ...inputs, patient };
  return withCluster(
    way,
    request.environment,
    host,
    load,
    async (cluster, [place, git, sessions, log, pulls]) => {
      const { env } = host;
      const given = inputs['gitops-token'];
      if (given !== '') host.setSecret(given);
      const { url, token, own } = await place.placeOf(gitops, {
        folder: dirname(inputs.config),
        token: given,
        env,
      });
      const logRef = log.logRef(request.config.app, request.environmentName);
      const repository = await git.GitRepository.open({ url, branch: gitops.branch, logRef }, { token, env });
      const at = pulls.gitHubRepository(url, env.GITHUB_SERVER_URL);
      const github = gitHubOf({ ...env, GITHUB_REPOSITORY: at && `${at.owner}/${at.repo}` }, token);
      const registry = await registryClient();
      const demand = await signatureDemand(inputs, { ...request, force, host });
      const requireTrusted = async (images: Readonly<Record<string, ReleasedImage>>) =>
        demand?.(Object.values(images).map(each => `${each.repository}@${each.digest}`));
      const session = new sessions.DeliverySession({
        ...request,
        repository,
        cluster,
        gitops,
        own,
        registry,
        requireTrusted,
        pulls: github && pulls.pullRequestsAt(github.repo, github.open),
        ...(signal === undefined ? {} : { signal }),
      });
      try {
        return await use(session, cluster);
      } catch (error) {
        throw session.changed ? markMidway(error) : error;
      } finally {
        await repository.close();
      }
    },
  );
}

/** `deploy`: everything up to the verified release, or the old one. */
export async function deployByGit(
  inputs: DeliveryInputs & {
    readonly images: string;
    readonly force: string;
    readonly 'deployments-token': string;
  },
  request: ActionRequest,
  gitops: GitOps,
  host: Host,
): Promise<boolean> {
  const { config, environment } = request;
  const url = publicUrl(environment, []);
  setOutputs(host, { app: config.app, 'sign-proof': 'false', monitored: 'false', url });
  const registry = await registryClient();
  const selected = parseImagesInput(inputs.images, config.images);
  const images = await resolveImages(registry, selected, Object.keys(config.images));
  const verified = await verifiedImages(inputs, { config, environment, images, registry, host });
  signatureSentences(verified).forEach(host.report);
  const forced = shared.forced(inputs.force);
  const { requirePromotion } = await promotionOf(inputs, { config, environment, registry, host, ...forced });
  const signal = host.cancellation();
  const { requireNews } = await import('../gitops/place.ts');
  await requireNews(host.env);
  return withDelivery(inputs, { request, gitops, host, signal }, async (session, cluster) => {
    const owner = { app: config.app, environment: inputs.environment };
    await demandNoDrill(cluster, { owner, environment, config: inputs.config }, host);
    const promotion = await requirePromotion?.(cluster, images);
    const { deliver } = await import('../gitops/deliver.ts');
    const result = await deliver(session, images);
    const references = referencesOf(images);
    host.output('baseline', result.baseline === undefined ? '' : String(result.baseline));
    host.output('rollback-seconds', secondsOutput(result.rollbackMs));
    host.output('images', JSON.stringify(references));
    host.output('signed', signedOutput(verified));
    host.output('promotion', promotion?.sentence ?? '');
    await host.summary(deliverySummary(config.app, inputs.environment, Object.values(references), result));
    await publishOutcome(host, request, inputs['deployments-token'], result, {
      images: references,
      url,
    });
    return result.state === 'complete' || result.state === 'paused';
  });
}

/** `verify`. */
export async function verifyByGit(
  inputs: DeliveryInputs & { readonly release: string },
  request: ActionRequest,
  gitops: GitOps,
  host: Host,
): Promise<boolean> {
  const release = inputs.release === '' ? undefined : parseReleaseNumber(inputs.release);
  const only = { request, gitops, host, patient: false };
  const result = await withDelivery(inputs, only, async session => {
    const { verifyDelivery } = await import('../gitops/inspect.ts');
    return verifyDelivery(session, release);
  });
  const good = result.reasons.length === 0;
  const reason = result.reasons.join('; ');
  host.output('verdict', good ? 'pass' : 'fail');
  host.output('cause', result.cause ?? '');
  host.output('release', String(result.release));
  host.output('checks', checksOutput(result.results));
  host.output('zones', '[]');
  host.output('proof', 'none');
  host.output('reason', reason);
  const what = `release ${result.release} ${good ? 'is live, and Git has it' : 'failed its verification'}`;
  const head = `### ${good ? '✅' : '❌'} ${cell(request.config.app)}: ${what}`;
  const parts = [head, cell(reason), ...acceptanceParts(request.config.app, result.results)];
  await host.summary(
    parts
      .filter(part => part !== '')
      .join('\n\n')
      .concat('\n'),
  );
  host.report(good ? what : `${what}: ${reason}`);
  return good;
}

/** Returns the output `checks` of `verify`. */
export const checksOutput = (results: readonly CheckResult[]): string =>
  JSON.stringify(
    results.map(({ check, part = 'checks', ok, reason = '', ms, ...rest }) => ({
      ...rest,
      part,
      get: check?.get ?? '',
      ok,
      reason,
      ms: Math.round(ms),
    })),
  );

/** `rollback`. */
export async function rollBackByGit(
  inputs: DeliveryInputs,
  request: ActionRequest,
  gitops: GitOps,
  host: Host,
  {
    from,
    to,
    timeout,
    force,
  }: {
    from: FromRelease | undefined;
    to: number | undefined;
    timeout: number | undefined;
    force: string | undefined;
  },
): Promise<boolean> {
  const signal = timeout === undefined ? {} : { signal: AbortSignal.timeout(timeout) };
  const result: RolledBackDelivery = await withDelivery(
    inputs,
    { request, gitops, host, force, ...signal },
    async session => {
      const { rollBackDelivery } = await import('../gitops/deliver.ts');
      return rollBackDelivery(session, { from, to, force });
    },
  );
  const { state, release, changed, seconds, reason } = result;
  host.output('release', state === 'failed' ? '' : String(release ?? ''));
  host.output('changed', String(changed));
  host.output('rollback-seconds', seconds.toFixed(2));
  host.output('state', state);
  host.output('record', '');
  host.output('proof', 'none');
  host.output('reason', reason ?? '');
  const what = `rollback ${state}${release === undefined || state === 'failed' ? '' : `: release ${release} is live`}`;
  const mark = state === 'failed' ? '❌' : '✅';
  await host.summary(`### ${mark} ${cell(request.config.app)}: ${cell(what)}\n\n${cell(reason ?? '')}\n`);
  host.report(reason === undefined ? what : `${what}; ${reason}`);
  return state !== 'failed';
}

/** The delivery part of `sweep`. */
export function sweepByGit(
  inputs: DeliveryInputs,
  request: ActionRequest,
  gitops: GitOps,
  host: Host,
): Promise<{
  state: 'nothing' | 'busy' | 'finished' | 'rolled-back' | 'needs-action';
  release?: number;
  reason?: string;
}> {
  return withDelivery(inputs, { request, gitops, host, signal: host.cancellation() }, async session => {
    const { sweepDelivery } = await import('../gitops/resume.ts');
    return sweepDelivery(session);
  });
}

/** `status`. */
export async function statusByGit(
  inputs: DeliveryInputs,
  request: ActionRequest,
  gitops: GitOps,
  host: Host,
): Promise<boolean> {
  const only = { request, gitops, host, patient: false };
  const found = await withDelivery(inputs, only, async session => {
    const { inspect } = await import('../gitops/inspect.ts');
    return inspect(session);
  });
  const { state, candidate, release } = found;
  const sentence = deliverySentence(request.config.app, found);
  host.output('state', state);
  host.output('phase', 'none');
  host.output('candidate', String(candidate ?? ''));
  host.output('weight', '');
  host.output('release', String(release ?? ''));
  host.output('status', JSON.stringify(found));
  host.output('sign-proof', 'false');
  host.output('reason', '');
  await host.summary(`### ${cell(sentence)}\n`);
  host.report(sentence);
  return true;
}
