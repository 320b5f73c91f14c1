import { describe, expect, it } from 'vitest';
import type { Deployment } from '../../../src/cluster/objects.ts';
import { isLive } from '../../../src/release/rollout/restore-release.ts';
import { labels } from '../../../src/workloads/naming.ts';
import { deployment, release, template } from '../objects.ts';

describe('a workload runs the target of a rollback', () => {
  const target = { ...release(3), outcome: { template: template('acme/shop:3') } } as never;
  const live = (image: string, number = '3'): Deployment =>
    deployment({
      metadata: { annotations: { [labels.release]: number } },
      spec: { template: template(image) },
    });

  it('if it has its number and its template', () => {
    expect(isLive(live('acme/shop:3'), target)).toBe(true);
    expect(isLive(live('acme/shop:3', '2'), target)).toBe(false);
    expect(isLive(undefined, target)).toBe(false);
  });

  it('although Kubernetes wrote a time that was never set as null in the record', () => {
    const { metadata, ...rest } = template('acme/shop:3');
    const older = { ...rest, metadata: { ...metadata, creationTimestamp: null } };
    const recorded = { ...release(3), outcome: { template: older } } as never;
    expect(isLive(live('acme/shop:3'), recorded)).toBe(true);
  });

  it('but not after `kubectl set image`, which changes its template and leaves the number', () => {
    expect(isLive(live('acme/shop:hotfix'), target)).toBe(false);
  });
});
