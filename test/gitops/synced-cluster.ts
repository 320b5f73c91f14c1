import type { Deployment, KubeObject } from '../../src/cluster/objects.ts';
import { pathOf, resources } from '../../src/cluster/resources.ts';
import { FakeApiServer } from '../cluster/fake-api-server.ts';

type Fate = 'ready' | 'crashes' | 'hangs';

const shop = pathOf(resources.deployment, 'shop', 'shop');

/** A cluster in memory with a Deployment `shop`, and a controller that makes its pods. A test applies what Git says by `run`. */
export class SyncedCluster extends FakeApiServer {
  fate: (image: string) => Fate = () => 'ready';
  #revision = 0;

  constructor(image: string) {
    super();
    const began = performance.now();
    const from = this.now;
    this.cluster.now = () => from + performance.now() - began;
    this.run(image);
  }

  get image(): string {
    return (this.objects.get(shop) as Deployment).spec?.template.spec?.containers[0]?.image ?? '';
  }

  /** Applies an image, as a GitOps controller does. */
  run(image: string): void {
    if (this.#revision > 0 && image === this.image) return;
    this.#revision += 1;
    const fate = this.fate(image);
    const labels = { app: 'shop' };
    const template = { metadata: { labels }, spec: { containers: [{ name: 'shop', image }] } };
    const annotations = { 'deployment.kubernetes.io/revision': String(this.#revision) };
    const put = (replicas: number, updated: number, available: number) =>
      this.put(shop, {
        metadata: { annotations, generation: this.#revision },
        spec: { replicas: 2, selector: { matchLabels: labels }, template },
        status: {
          observedGeneration: this.#revision,
          ...{ replicas, updatedReplicas: updated, readyReplicas: available, availableReplicas: available },
        },
      } as KubeObject);
    const { metadata } = fate === 'ready' ? put(2, 2, 2) : put(3, 1, 2);
    const set = `shop-${this.#revision}`;
    const owner = (kind: string, name: string, uid = '') => ({ kind, name, uid, apiVersion: 'apps/v1' });
    const { metadata: own } = this.put(pathOf(resources.replicaSet, 'shop', set), {
      metadata: { labels, annotations, ownerReferences: [owner('Deployment', 'shop', metadata?.uid)] },
      spec: { selector: { matchLabels: labels }, template },
    } as KubeObject);
    const folder = pathOf(resources.pod, 'shop');
    if (fate === 'ready')
      for (const path of [...this.objects.keys()].filter(each => each.startsWith(`${folder}/`)))
        this.delete(path);
    for (const name of fate === 'ready' ? ['a', 'b'] : ['a']) {
      const waiting = { restartCount: 4, state: { waiting: { reason: 'CrashLoopBackOff' } } };
      const ended = { terminated: { exitCode: 3, reason: 'Error' } };
      this.put(`${folder}/${set}-${name}`, {
        metadata: { labels, ownerReferences: [owner('ReplicaSet', set, own?.uid)] },
        spec: { nodeName: 'node-1', containers: [{ name: 'shop', image }] },
        status: {
          conditions: [{ type: 'Ready', status: fate === 'ready' ? 'True' : 'False' }],
          containerStatuses: [
            {
              ...{ name: 'shop', image, ready: fate === 'ready', restartCount: 0 },
              imageID: image.includes('@') ? image : `${image}@sha256:${'0'.repeat(64)}`,
              state: { running: {} },
              ...(fate === 'crashes' ? { ...waiting, lastState: ended } : {}),
            },
          ],
        },
      } as unknown as KubeObject);
    }
  }
}
