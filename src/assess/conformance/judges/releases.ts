import type { Pod } from '../../../cluster/objects.ts';
import type { Config } from '../../../config/types.ts';
import { isRestorableRelease, type Release } from '../../../release/store/releases.ts';
import { isReady } from '../../../release/workloads/pods.ts';
import { isMap } from '../../../toolkit/map.ts';
import type { RequirementAssessment } from '../../assessment.ts';
import type { Asked } from '../../live.ts';
import type { RequirementId } from '../../requirement.ts';
import { problemIn, type Showing } from '../showing.ts';

/** What the cluster and the registry keep of releases. */
export interface ReleaseEvidence {
  /** Newest first. */
  readonly releases: readonly Release[];
  /** The release that serves. */
  readonly live: number;
  /** The pods of its workload. */
  readonly pods: Asked<readonly Pod[]>;
  /** Platforms of each image in its registry; undefined for an image that it does not have, or why it was not asked. */
  readonly registry: Asked<ReadonlyMap<string, readonly string[] | undefined>>;
}

const strategies: readonly [string, RequirementId][] = [
  ['canary', 'C9'],
  ['blue-green', 'C8'],
  ['rolling', 'C10'],
];

/** Judges the records of releases. Pure. */
export function judgeReleases(
  { releases, live, pods, registry }: ReleaseEvidence,
  { images }: Pick<Config, 'images'>,
  environmentName: string,
  { either, unknown, none }: Showing,
): RequirementAssessment[] {
  const current = releases.find(({ record }) => record.release === live);
  if (current === undefined)
    return either(
      'C5',
      'release-recorded',
      '',
      `there is no record of release ${live}, which serves`,
      'find out who deleted or changed it, then release again',
    );
  const { record, outcome } = current;
  const said = `release ${live}`;
  const unpinned = Object.entries(record.images).filter(([, image]) => !image.includes('@sha256:'));
  const unsigned = Object.keys(images).filter(name => record.signatures?.[name] === undefined);
  const missing = Object.keys(images).filter(name => record.images[name] === undefined);
  const earlier = releases.filter(each => each.record.release < live);
  const strategyOf = ({ record: { config } }: Release) => {
    const found =
      isMap(config) && isMap(config.environments) ? config.environments[environmentName] : undefined;
    return isMap(found) && isMap(found.strategy) ? found : undefined;
  };
  const kindOf = (each: Release) =>
    (strategyOf(each)?.strategy as { kind?: unknown } | undefined)?.kind ?? 'rolling';
  const isGated = strategyOf(current)?.gate !== undefined && kindOf(current) !== 'rolling';
  return [
    ...either(
      'C5',
      'release-recorded',
      `${said} is recorded, with its outcome`,
      outcome === undefined ? `${said} has no outcome` : undefined,
      'run `slipway sweep`',
    ),
    ...either(
      'Z3',
      'release-origin',
      `${said} came from ${record.by.run}`,
      record.by.revision === undefined ? `${said} was made by hand, by ${record.by.actor}` : undefined,
      'release from the pipeline',
    ),
    ...either(
      ['Z3', 'A7', 'I10'],
      'release-digest',
      `${said} names its images by digest`,
      problemIn(unpinned.map(([name]) => `${said} names the image ${name} by a tag`)),
      'release again, without `adopt`',
    ),
    ...either(
      'Z2',
      'release-images',
      `${said} has all images of slipway.yml`,
      problemIn(missing.map(name => `${said} has no image ${name}`)),
      'release all images together',
    ),
    ...either(
      'C6',
      'release-verified',
      `${said} was verified`,
      outcome?.state === 'verified' ? undefined : `${said} was not verified`,
      'run `slipway verify`',
    ),
    ...either(
      'Z5',
      'release-signed',
      `the signatures of ${said} were verified`,
      problemIn(unsigned.map(name => `${said} was made without a verified signature of ${name}`)),
      'add `signing` to slipway.yml',
    ),
    ...(earlier.length === 0
      ? unknown('C11', 'release-restorable', 'there is no earlier release')
      : either(
          'C11',
          'release-restorable',
          `release ${earlier.find(isRestorableRelease)?.record.release} can be restored`,
          earlier.some(isRestorableRelease) ? undefined : 'no earlier release can be restored',
          'release a version that can be verified',
        )),
    ...(isGated
      ? either(
          'C7',
          'release-gate',
          `a gate judged ${said}`,
          outcome?.state === 'failed' ? `${said} failed` : undefined,
        )
      : []),
    ...strategies.flatMap(([kind, id]) => {
      const used = releases.filter(each => kindOf(each) === kind && each.record.source === 'released');
      const [last] = used;
      if (last === undefined)
        return none(id, `release-${kind}`, `no recorded release used the strategy ${kind}`);
      const { state, reason = '' } = last.outcome ?? {};
      const name = `the ${kind} release ${last.record.release}`;
      if (state === undefined) return unknown(id, `release-${kind}`, `${name} has no outcome`);
      return either(
        id,
        `release-${kind}`,
        `${name} ended as ${state}`,
        state === 'failed' ? `${name} failed: ${reason}`.slice(0, 300) : undefined,
        'see its decision record',
      );
    }),
    ...podResults(),
    ...registryResults(),
  ];

  function podResults(): RequirementAssessment[] {
    const ids = ['A6', 'A7'] as const;
    if (!pods.known) return unknown(ids, 'release-pods', pods.why);
    if (pods.value.length === 0) return unknown(ids, 'release-pods', 'none of its pods runs');
    const known = Object.values(record.images);
    const wrong = pods.value.filter(
      pod => !isReady(pod) || !pod.spec?.containers.some(({ image = '' }) => known.includes(image)),
    );
    return either(
      ids,
      'release-pods',
      `${pods.value.length} ready pods run the images of ${said}`,
      problemIn(
        wrong.map(({ metadata }) => `the pod ${metadata?.name} is not ready, or runs no image of ${said}`),
      ),
      'run `slipway verify`',
    );
  }

  function registryResults(): RequirementAssessment[] {
    const ids = ['A4', 'A6', 'C15'] as const;
    if (!registry.known) return unknown([...ids, 'I8'], 'registry-images', registry.why);
    const found = [...registry.value];
    const gone = found.filter(([, platforms]) => platforms === undefined);
    const lacking = found.flatMap(([name, platforms]) =>
      (images[name]?.platforms ?? [])
        .filter(each => platforms?.includes(each) === false)
        .map(each => `the image ${name} lacks ${each}`),
    );
    return [
      ...either(
        ids,
        'registry-images',
        `the registry has ${found.length} images of ${said}`,
        problemIn(gone.map(([name]) => `the registry has no image ${name} of ${said}`)),
        'push it again, or roll back',
      ),
      ...(gone.length > 0
        ? []
        : either(
            'I8',
            'registry-platforms',
            'the images have all their platforms',
            problemIn(lacking),
            'build the image for that platform',
          )),
    ];
  }
}
