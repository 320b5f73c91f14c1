import type { Manifest, Shop } from './harness.ts';

/** A shop whose workload is of another kind. */

/** What holds for a pod of any kind: those of a version stand apart by a label that each kind names otherwise. */
export async function become(shop: Shop, kind: string, change: (object: Manifest) => void): Promise<void> {
  await shop.edit('Deployment', object => {
    object.kind = kind;
    const { spec } = object;
    delete spec.strategy;
    delete spec.progressDeadlineSeconds;
    delete spec.template.spec.topologySpreadConstraints;
    spec.template.spec.terminationGracePeriodSeconds = 2;
    change(object);
  });
  await shop.configure(text => text.replace('workload: Deployment/shop', `workload: ${kind}/shop`));
}
