import type { Pod } from '../../src/cluster/objects.ts';
import { labels } from '../../src/release/workloads/naming.ts';
import { eventually } from '../e2e/harness.ts';
import type { Stage } from '../matrix/stage.ts';

/** The candidate answers most requests with errors for a while, until Prometheus has counted some, and then does well again. */
export async function spoilCandidate({ cluster }: Stage, namespace: string): Promise<void> {
  const path = `/api/v1/namespaces/${namespace}/pods`;
  const annotate = async (errors: string | null) => {
    const { items } = await cluster.list<Pod>(path, { labelSelector: `${labels.track}=canary` });
    const metadata = { annotations: { 'lab/errors': errors } };
    await Promise.all(
      items.map(pod => cluster.patch(`${path}/${pod.metadata?.name}`, 'merge', { metadata })),
    );
  };
  const errorsIn = async (span: string) => {
    const query = `sum(increase(http_requests_total{namespace="${namespace}",code="500"}[${span}]))`;
    const proxy = '/api/v1/namespaces/monitoring/services/prometheus:9090/proxy';
    const { body } = await cluster.call('GET', `${proxy}/api/v1/query?query=${encodeURIComponent(query)}`);
    const { data } = JSON.parse(body) as { data: { result: { value: [number, string] }[] } };
    return Number(data.result[0]?.value[1] ?? 0);
  };
  await annotate('0.9');
  await eventually(async () => (await errorsIn('10s')) > 500);
  await annotate(null);
  await eventually(async () => (await errorsIn('3s')) === 0);
}
