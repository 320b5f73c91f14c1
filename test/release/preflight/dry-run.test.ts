import { describe, expect, it } from 'vitest';
import type { Deployment, Node } from '../../../src/cluster/objects.ts';
import { platformProblems } from '../../../src/release/preflight/dry-run.ts';
import { wording } from '../../wording.ts';
import { node, template, workload } from '../objects.ts';

const image = (...platforms: string[]) => ({
  shop: { repository: 'acme/shop', digest: 'sha256:1', platforms },
});
const running = (spec: object = {}) => workload(template('acme/shop', spec)).object as unknown as Deployment;
const amd = node('a', 'linux/amd64', { labels: { 'kubernetes.io/arch': 'amd64' } });
const arm = node('b', 'linux/arm64', { labels: { 'kubernetes.io/arch': 'arm64' } });

describe('the platforms of the nodes', () => {
  it.each<[string, ReturnType<typeof image>, Node[], Deployment, string[]]>([
    ['are fine when the image has them all', image('linux/amd64', 'linux/arm64'), [amd, arm], running(), []],
    [
      'are a problem when the image lacks one',
      image('linux/amd64'),
      [amd, arm],
      running(),
      [wording('shop', 'linux/amd64', 'linux/arm64')],
    ],
    [
      'are fine on the nodes of the nodeSelector',
      image('linux/amd64'),
      [amd, arm],
      running({ nodeSelector: { 'kubernetes.io/arch': 'amd64' } }),
      [],
    ],
    [
      'are a problem on the nodes of the nodeSelector',
      image('linux/amd64'),
      [amd, arm],
      running({ nodeSelector: { 'kubernetes.io/arch': 'arm64' } }),
      [wording('shop', 'linux/amd64', 'linux/arm64')],
    ],
    [
      'do not include that of a cordoned node',
      image('linux/amd64'),
      [amd, node('c', 'linux/arm64', { spec: { unschedulable: true } })],
      running(),
      [],
    ],
    ['are not judged when the image does not say its own', image(), [amd, arm], running(), []],
    [
      'are compared without variants, which the runtime chooses',
      image('linux/arm64/v8'),
      [arm],
      running(),
      [],
    ],
    ['are no problem when there is no node', image('linux/amd64'), [], running(), []],
  ])('%s', (_, images, nodes, deployment, problems) => {
    expect(platformProblems(images, nodes, deployment)).toEqual(problems);
  });
});
