import { describe, expect, it } from 'vitest';
import type { PodTemplate } from '../../../src/cluster/objects.ts';
import {
  imagesOfRecordAlone,
  knownTemplates,
  repositoriesIn,
  requireAllowedTemplate,
} from '../../../src/release/workloads/genuine.ts';
import { wording } from '../../wording.ts';
import {
  config,
  controllerRevision,
  deployment,
  imageOf,
  replicaSet,
  sentence,
  statefulSet,
  template,
} from '../objects.ts';

const ref = { kind: 'Deployment', name: 'shop' } as const;
const repositories = repositoriesIn(config);
const live = deployment({ spec: { template: template(imageOf(2), { serviceAccountName: 'shop' }) } });
const older = replicaSet('a', 1, {
  spec: { template: labelled(template('docker.io/library/nginx:1.25')) } as never,
});

/** As the controller of Deployments labels it. */
function labelled({ metadata, spec }: PodTemplate): PodTemplate {
  return {
    metadata: { ...metadata, labels: { ...metadata?.labels, 'pod-template-hash': '7d9f' } },
    spec,
  } as PodTemplate;
}
const check = (wanted: PodTemplate, of = live, revisions = [older]) =>
  requireAllowedTemplate(ref, 1, wanted, { templates: knownTemplates(of, revisions), repositories });

describe('a pod template of a record', () => {
  it('is written when the workload has it, or had it', () => {
    check(live.spec!.template!);
    check(template('docker.io/library/nginx:1.25'));
    check({
      ...template('docker.io/library/nginx:1.25'),
      metadata: { labels: { app: 'shop' }, creationTimestamp: null },
    } as never);
  });

  it('is written when a ControllerRevision has it', () => {
    const set = statefulSet();
    const revision = controllerRevision('h', template('quay.io/team/tool:3'), 1);
    requireAllowedTemplate(ref, 1, template('quay.io/team/tool:3'), {
      templates: knownTemplates(set, [revision]),
      repositories,
    });
  });

  it('is written when its images are the application’s, by digest, beside those that the workload ran', () => {
    check(template(imageOf(7)));
    const beside = {
      containers: [
        { name: 'shop', image: imageOf(7) },
        { name: 'proxy', image: 'docker.io/library/nginx:1.25' },
      ],
    };
    check(template('', beside));
    check(template(imageOf(7), { serviceAccountName: 'shop' }));
  });

  const shop = imageOf(7);
  it.each<[string, PodTemplate]>([
    ['an image of another repository', template(`evil.example.com/x@sha256:${'a'.repeat(64)}`)],
    [
      'an image volume',
      template(shop, { volumes: [{ name: 'v', image: { reference: 'evil.example.com/x' } }] }),
    ],
    [
      'an image of a repository that merely begins so',
      template(`ghcr.io/acme/shop-evil@sha256:${'a'.repeat(64)}`),
    ],
    ['an init container of another', template(shop, { initContainers: [{ name: 'i', image: 'busybox' }] })],
    ['another service account', template(shop, { serviceAccountName: 'admin' })],
    ['another service account by its old name', template(shop, { serviceAccount: 'admin' })],
    ['the network of the node', template(shop, { hostNetwork: true })],
    ['a path of the node', template(shop, { volumes: [{ name: 'v', hostPath: { path: '/etc' } }] })],
    [
      'a privileged container',
      template('', { containers: [{ name: 'shop', image: shop, securityContext: { privileged: true } }] }),
    ],
    [
      'a capability',
      template('', {
        containers: [
          { name: 'shop', image: shop, securityContext: { capabilities: { add: ['SYS_ADMIN'] } } },
        ],
      }),
    ],
  ])('security 10: is refused with %s', async (_, wanted) => {
    expect(await sentence(() => check(wanted))).toEqual(wording('Deployment/shop', '1'));
  });

  it('is written where nothing of the workload is left, with the images of the application alone', async () => {
    const gone = { templates: [], repositories };
    requireAllowedTemplate(ref, 1, template(imageOf(7), { serviceAccountName: 'shop' }), gone);
    const foreign = () => requireAllowedTemplate(ref, 1, template('evil.example.com/x:1'), gone);
    expect(await sentence(foreign)).toEqual(wording('evil.example.com/x:1'));
    const byTag = () => requireAllowedTemplate(ref, 1, template('ghcr.io/acme/shop:latest'), gone);
    expect(await sentence(byTag)).toEqual(wording('ghcr.io/acme/shop:latest'));
  });

  it('is written with another tag of what the workload ran beside it, and of what it ran before its first release', () => {
    const beside = (image: string) => ({
      containers: [
        { name: 'shop', image: imageOf(2) },
        { name: 'proxy', image },
      ],
    });
    const now = deployment({ spec: { template: template('', beside('envoy:1.30')) } });
    check(template('', beside('envoy:1.29')), now, []);
    check(template('ghcr.io/acme/shop:1.0'), now, []);
  });

  it('security 10: is not vouched for by the ReplicaSet of another Deployment', async () => {
    const { metadata, ...rest } = older;
    const theirs = {
      ...rest,
      metadata: {
        ...metadata,
        ownerReferences: [{ uid: 'other', kind: 'Deployment', name: 'other', apiVersion: 'apps/v1' }],
      },
    };
    expect(
      await sentence(() => check(template('docker.io/library/nginx:1.25'), live, [theirs as never])),
    ).toEqual(wording('nginx:1.25'));
  });
});

describe('security 10: the images of a template that only a record says were released', () => {
  const alone = (wanted: PodTemplate, of = live, revisions = [older]) =>
    imagesOfRecordAlone(wanted, { templates: knownTemplates(of, revisions), repositories });

  it('are those of the application that the workload neither has nor had', () => {
    expect(alone(template(imageOf(2)))).toEqual([]);
    expect(alone(template('docker.io/library/nginx:1.25'))).toEqual([]);
    const beside = {
      containers: [
        { name: 'shop', image: imageOf(7) },
        { name: 'again', image: imageOf(7) },
        { name: 'proxy', image: 'docker.io/library/nginx:1.26' },
      ],
      volumes: [{ name: 'v', image: { reference: imageOf(8) } }],
    };
    expect(alone(template('', beside))).toEqual([imageOf(7), imageOf(8)]);
  });

  it('are all of the application where nothing of the workload is left', () => {
    expect(imagesOfRecordAlone(template(imageOf(2)), { templates: [], repositories })).toEqual([imageOf(2)]);
  });
});
