import type { Pod } from '../../../cluster/objects.ts';
import type { Config } from '../../../config/types.ts';
import { hasSucceeded, type Release } from '../../../release/store/releases.ts';
import { isMap } from '../../../toolkit/map.ts';
import { howToRun } from '../../../toolkit/operations.ts';
import { containersOf, repositoryOf } from '../../../workloads/kinds.ts';
import { hasEnded, isLiving, isReady } from '../../../workloads/pods.ts';
import {
  found,
  type Judgements,
  metUnless,
  notApplicable,
  type RuleJudgement,
  unknown,
} from '../../judgement.ts';
import type { Queried } from '../../live.ts';

/** What the cluster and the registry keep of releases. */
export interface ReleaseEvidence {
  /** Newest first. */
  readonly releases: readonly Release[];
  /** The release that serves. */
  readonly live: number;
  /** The pods of its workload. */
  readonly pods: Queried<readonly Pod[]>;
  /** Decision records by release: how it was rolled out, which slipway.yml alone does not say. */
  readonly decisions: ReadonlyMap<number, RolloutDecision>;
  /** Names of the pods to which its Service sends requests; undefined without a Service. */
  readonly endpoints: Queried<ReadonlySet<string>> | undefined;
  /** Platforms of each image in its registry; undefined for an image that it does not have, or why it was not asked. */
  readonly registry: Queried<ReadonlyMap<string, readonly string[] | undefined>>;
}

type Tick = { readonly weight?: number | undefined; readonly traffic?: CountedRequests | undefined };
interface RolloutDecision {
  readonly strategy: { readonly kind: string };
  /** It was rolling although the strategy is another. */
  readonly rolled?: true | undefined;
  /** What the gate has counted. */
  readonly ticks?: readonly Tick[] | undefined;
}

/** Requests for the candidate, by the counters of its pods or of a gateway, which also has `errors`: answers with 5xx. */
interface CountedRequests {
  readonly canary: number;
  readonly total: number;
  readonly errors?: number | undefined;
  readonly unserved?: number | undefined;
}

/** Judges the records of releases. Pure. */
export function judgeReleases(
  { releases, live, pods: all, registry, decisions, endpoints }: ReleaseEvidence,
  { images }: Pick<Config, 'images'>,
  environmentName: string,
): Judgements {
  const current = releases.find(({ record }) => record.release === live);
  if (current === undefined)
    return {
      'release-recorded': metUnless(
        `release ${live} is live, but has no record`,
        '',
        'find out who deleted or changed it, then release again',
      ),
    };
  const { record, outcome } = current;
  const said = `release ${live}`;
  const names = Object.keys(images);
  const earlier = releases.filter(each => each.record.release < live);
  const restorable = earlier.find(hasSucceeded);
  const back = releases.find(({ outcome }) => outcome?.state === 'rolled-back');
  const strategyOf = ({ record: { config } }: Release) => {
    const found =
      isMap(config) && isMap(config.environments) ? config.environments[environmentName] : undefined;
    return isMap(found) && isMap(found.strategy) ? found : undefined;
  };
  const kindOf = (each: Release) =>
    (strategyOf(each)?.strategy as { kind?: unknown } | undefined)?.kind ?? 'rolling';
  /** The strategy by which it was rolled out; undefined if that is not known. */
  const ranAs = (each: Release) => {
    const { strategy, rolled } = decisions.get(each.record.release) ?? {};
    return rolled === true || kindOf(each) === 'rolling' ? 'rolling' : strategy?.kind;
  };
  const own = releases.filter(({ record: { source } }) => source === 'released');
  const unsaid = (kind: string) =>
    own.find(each => kindOf(each) === kind && !decisions.has(each.record.release));
  // The controller has replaced the others already.
  const isThere = (pod: Pod) => isLiving(pod) && !hasEnded(pod);
  const pods = all.known ? { ...all, value: all.value.filter(isThere) } : all;
  // `gate: checks` compares no metrics.
  const isGated = isMap(strategyOf(current)?.gate) && ['canary', 'blue-green'].includes(ranAs(current) ?? '');
  const judgements = decisions.get(live)?.ticks?.length ?? 0;
  return {
    'release-recorded': metUnless(
      outcome === undefined ? `${said} has no outcome` : [],
      `${said} is recorded, with its outcome`,
      howToRun('sweep'),
    ),
    'release-origin': metUnless(
      record.by.revision === undefined ? `${said} was made by hand, by ${record.by.actor}` : [],
      `${said} came from ${record.by.run}`,
      'release from the pipeline',
    ),
    'release-digest': metUnless(
      Object.entries(record.images)
        .filter(([, image]) => !image.includes('@sha256:'))
        .map(([name]) => `${said} names the image ${name} by a tag`),
      `${said} names its images by digest`,
      'release again',
    ),
    'release-images': metUnless(
      names.filter(name => record.images[name] === undefined).map(name => `${said} has no image ${name}`),
      `${said} has all images of slipway.yml`,
      'release all images together',
    ),
    'release-verified': metUnless(
      outcome?.state === 'verified' ? [] : `${said} was not verified`,
      `${said} was verified`,
      'run `slipway verify`',
    ),
    'release-signed': metUnless(
      names
        .filter(name => record.signatures?.[name] === undefined)
        .map(name => `${said} was made without a verified signature of ${name}`),
      `the signatures of ${said} were verified`,
      'add `signing` to slipway.yml',
    ),
    'release-rolled-back': back && metUnless([], `release ${back.record.release} was rolled back`),
    'release-restorable':
      earlier.length === 0
        ? unknown('no earlier release completed, so a rollback has no target')
        : metUnless(
            restorable === undefined ? 'no earlier release can be restored' : [],
            `release ${restorable?.record.release} can be restored`,
            'release a version that can be verified',
          ),
    'release-gate': isGated ? judgeGate(said, outcome?.state, judgements) : undefined,
    ...Object.fromEntries(
      ['canary', 'blue-green', 'rolling'].map(kind => {
        const last = own.find(each => ranAs(each) === kind);
        const { ticks } = decisions.get(last?.record.release ?? Number.NaN) ?? {};
        return [`release-${kind}`, judgeStrategy(kind, last, unsaid(kind), ticks)];
      }),
    ),
    'release-pods': pods.known
      ? judgePods(pods.value, Object.values(record.images), said)
      : unknown(pods.why),
    'release-endpoints': pods.known
      ? judgeEndpoints(pods.value.filter(isReady), endpoints, Date.parse(pods.at))
      : unknown(pods.why),
    ...judgeRegistry(registry, images, said),
  };
}

/** A gate is met by a release that it let pass. @param ticks how often it has read the metrics. */
function judgeGate(said: string, state: string | undefined, ticks: number): RuleJudgement {
  if (state === 'failed') return metUnless(`${said} failed`, '');
  if (state !== 'complete' && state !== 'verified') return unknown(`${said} has no outcome of its gate`);
  if (ticks === 0) return unknown(`the decision record of ${said} has no reading of its metrics`);
  return metUnless([], `a gate judged ${said}`);
}

/** Pods and endpoints are not asked at once: only a pod that has been ready for longer must get requests. */
const entered = 60_000;

function judgeEndpoints(
  ready: readonly Pod[],
  endpoints: ReleaseEvidence['endpoints'],
  at: number,
): RuleJudgement {
  if (endpoints === undefined) return notApplicable('the environment has no `service`');
  if (!endpoints.known) return unknown(endpoints.why);
  const isServed = ({ metadata }: Pod) => endpoints.value.has(metadata?.name ?? '');
  const since = ({ status }: Pod) =>
    Date.parse(status?.conditions?.find(({ type }) => type === 'Ready')?.lastTransitionTime ?? '');
  const served = ready.filter(isServed);
  const left = ready.filter(pod => !isServed(pod) && at - since(pod) > entered);
  return metUnless(
    served.length === 0
      ? 'the Service sends requests to none of the ready pods'
      : left.map(({ metadata }) => `the Service sends no requests to the ready pod ${metadata?.name}`),
    `the Service sends requests to ${served.length} ready pods`,
    'correct the selector of the Service',
  );
}

function judgeStrategy(
  kind: string,
  last: Release | undefined,
  unsaid: Release | undefined,
  ticks: RolloutDecision['ticks'],
): RuleJudgement {
  if (last === undefined && unsaid !== undefined)
    return unknown(
      `release ${unsaid.record.release} has no decision record that says whether it was ${kind}`,
    );
  if (last === undefined) return notApplicable(`no recorded release used the strategy ${kind}`);
  const { state, reason = '' } = last.outcome ?? {};
  const name = `the ${kind} release ${last.record.release}`;
  if (state === undefined) return unknown(`${name} has no outcome`);
  const judgement = metUnless(
    state === 'failed' ? `${name} failed: ${reason}`.slice(0, 300) : [],
    `${name} ended as ${state}`,
    'see its decision record',
  );
  if (judgement.status !== 'met' || kind === 'rolling') return judgement;
  return kind === 'canary' ? judgeShare(name, ticks) : judgeLost(name, ticks);
}

/** A canary that begins with this share, in percent, gets its traffic at once. */
const atOnce = 90;

/** That weights were written does not show that requests followed them. */
function judgeShare(name: string, ticks: RolloutDecision['ticks'] = []): RuleJudgement {
  // After the promotion, its requests count as those of the workload.
  const counted = ticks.flatMap(({ weight, traffic }) =>
    traffic === undefined || traffic.canary <= 0 ? [] : [{ weight, ...traffic }],
  );
  const first = counted.filter(({ weight }) => weight === counted[0]?.weight);
  const sum = (key: 'canary' | 'total') => first.reduce((total, each) => total + each[key], 0);
  if (first.length === 0)
    return found('unknown', `nothing has counted the requests that ${name} got`, {
      remedy: 'judge canaries by metrics, and release again while there are requests',
    });
  const share = Math.round((100 * sum('canary')) / sum('total'));
  const said = `${name} got ${share} % of the requests in its first step`;
  return metUnless(share >= atOnce ? said : [], said, 'begin with a weight such as 5 %');
}

/** A success alone does not show that no request was lost. */
function judgeLost(name: string, ticks: RolloutDecision['ticks'] = []): RuleJudgement {
  const counted = ticks.flatMap(({ traffic }) => (traffic?.errors === undefined ? [] : [traffic]));
  const sum = (key: keyof CountedRequests) =>
    Math.round(counted.reduce((total, { [key]: count = 0 }) => total + count, 0));
  const [requests, errors, unserved] = [sum('canary'), sum('errors'), sum('unserved')];
  const reachedNone = `after the switch of ${name}, the gateway reached no pod for ${unserved} requests`;
  if (unserved > 0) return metUnless(reachedNone, '', 'see its decision record');
  if (requests === 0)
    return found('unknown', `nothing has counted the requests that ${name} lost`, {
      remedy: 'set `gate.share` to the gateway that counts them, and release again while there are requests',
    });
  return errors > 0
    ? found(
        'unknown',
        `after the switch of ${name}, ${errors} of ${requests} requests got a 5xx, and the gateway does not say who sent them`,
        { remedy: 'see the logs of the gateway and the application' },
      )
    : metUnless([], `after the switch of ${name}, none of ${requests} requests got a 5xx from the gateway`);
}

function judgePods(pods: readonly Pod[], known: readonly string[], said: string): RuleJudgement {
  if (pods.length === 0) return unknown(`no pod of ${said} is running`);
  const repositories = known.map(repositoryOf);
  /** Containers whose images come from elsewhere, such as that of a mesh, are not those of the release. */
  const runsThem = ({ spec }: Pod) => {
    const own = containersOf(spec).filter(({ image = '' }) => repositories.includes(repositoryOf(image)));
    return own.length > 0 && own.every(({ image = '' }) => known.includes(image));
  };
  return metUnless(
    pods.flatMap(pod => {
      const title = `the pod ${pod.metadata?.name}`;
      if (!runsThem(pod)) return [`${title} does not run the images of ${said}`];
      return isReady(pod) ? [] : [`${title} is not ready`];
    }),
    `${pods.length} ready pods run the images of ${said}`,
    'run `slipway verify`',
  );
}

function judgeRegistry(
  registry: ReleaseEvidence['registry'],
  images: Config['images'],
  said: string,
): Judgements {
  const declared = Object.values(images).some(({ platforms = [] }) => platforms.length > 0);
  if (!registry.known || registry.value.size === 0) {
    const silent = unknown(registry.known ? `${said} has no image` : registry.why);
    return { 'registry-images': silent, 'registry-platforms': silent };
  }
  const kept = [...registry.value];
  const gone = kept.filter(([, platforms]) => platforms === undefined);
  const lacking = kept.flatMap(([name, platforms]) =>
    (images[name]?.platforms ?? [])
      .filter(each => platforms?.includes(each) === false)
      .map(each => `the image ${name} lacks ${each}`),
  );
  return {
    'registry-images': metUnless(
      gone.map(([name]) => `the registry has no image ${name} of ${said}`),
      `the registry has ${kept.length} images of ${said}`,
      'push it again, or roll back',
    ),
    'registry-platforms':
      gone.length > 0
        ? undefined
        : declared
          ? metUnless(lacking, 'the images have all their platforms', 'build the image for that platform')
          : unknown('slipway.yml names no `platforms` of an image'),
  };
}
