import type { Manifest, Shop } from './harness.ts';

/** Turns the shop's Deployment into a workload of another kind, without the fields that only a Deployment has. */
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
