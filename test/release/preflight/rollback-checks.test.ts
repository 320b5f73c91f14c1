import { describe, expect, it } from 'vitest';
import type { PodTemplate } from '../../../src/cluster/objects.ts';
import {
  imagesOnlyInRecord,
  knownTemplates,
  repositoriesIn,
} from '../../../src/release/preflight/rollback-checks.ts';
import { config, deployment, imageOf, replicaSet, template } from '../objects.ts';

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
describe('security 10: the images of a template that only a record says were released', () => {
  const alone = (wanted: PodTemplate, of = live, revisions = [older]) =>
    imagesOnlyInRecord(wanted, { templates: knownTemplates(of, revisions), repositories });

  it('are those of the application that are in no revision of the workload', () => {
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

  it('are all of the application when nothing of the workload is left', () => {
    expect(imagesOnlyInRecord(template(imageOf(2)), { templates: [], repositories })).toEqual([imageOf(2)]);
  });
});
