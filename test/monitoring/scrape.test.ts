import { describe, expect, it } from 'vitest';
import { monitoringManifests } from '../../src/monitoring/objects.ts';
import { recoveryAlerts } from '../../src/monitoring/rules/recovery.ts';
import { type ScrapeJob, scrapeJobs } from '../../src/monitoring/scrape.ts';
import { recovered, shop } from './subjects.ts';

interface Relabeling {
  source_labels?: string[];
  regex?: string;
  action?: string;
  target_label?: string;
  replacement?: string;
}

/** Returns the labels of a target as Prometheus relabels them; undefined if it is dropped. */
function relabeled(job: ScrapeJob, meta: Record<string, string>): Record<string, string> | undefined {
  const labels: Record<string, string> = { ...meta };
  for (const { source_labels = [], regex = '(.*)', action = 'replace', ...rest } of (job.relabel_configs ??
    []) as Relabeling[]) {
    const text = source_labels.map(each => labels[each] ?? '').join(';');
    const match = new RegExp(`^(?:${regex})$`).exec(text);
    if (action === 'keep' && match === null) return undefined;
    if (action === 'drop' && match !== null) return undefined;
    if (action === 'replace' && match !== null)
      labels[rest.target_label ?? ''] = (rest.replacement ?? '$1').replace('$1', match[1] ?? '');
  }
  return Object.fromEntries(Object.entries(labels).filter(([name]) => !name.startsWith('__')));
}

/** A pod behind a Service, as the role `endpointslice` finds it. */
const endpoint = (service: string, pod: string, port: number, name: string) => ({
  __meta_kubernetes_service_name: service,
  __meta_kubernetes_endpointslice_port: String(port),
  __meta_kubernetes_endpointslice_port_name: name,
  __meta_kubernetes_pod_name: pod,
});

describe('an exporter', () => {
  const jobOf = (redis: string) => scrapeJobs(shop({ sources: { redis } }))[0] as ScrapeJob;

  it('M1: is scraped in each of its pods, not behind the address of its Service', () => {
    const job = jobOf('data/redis-exporter:9121');
    expect(job).toMatchObject({
      job_name: 'slipway-shop-production-redis',
      kubernetes_sd_configs: [{ role: 'endpointslice', namespaces: { names: ['data'] } }],
    });
    expect(job).not.toHaveProperty('static_configs');
    // Rules and dashboards select the metrics of exporters by the namespace of the application.
    expect(relabeled(job, endpoint('redis-exporter', 'a', 9121, 'metrics'))).toEqual({ namespace: 'store' });
  });

  it.each(['9121', 'metrics'])('M1: is found by its port %s, and nothing else is', port => {
    const job = jobOf(`data/redis-exporter:${port}`);
    const found = (...of: Parameters<typeof endpoint>) => relabeled(job, endpoint(...of)) !== undefined;
    expect(found('redis-exporter', 'a', 9121, 'metrics')).toBe(true);
    expect(found('redis-exporter', 'a', 6379, 'redis')).toBe(false);
    expect(found('redis', 'a', 9121, 'metrics')).toBe(false);
    // Prometheus also lists the other ports of the pods behind a Service.
    const other = { __meta_kubernetes_service_name: 'redis-exporter', __meta_kubernetes_pod_name: 'a' };
    expect(relabeled(job, other)).toBeUndefined();
  });

  it('keeps the namespace of the nodes, which are of no application', () => {
    const [job] = scrapeJobs(shop({ sources: { node: 'monitoring/node-exporter:9100' } }));
    const node = relabeled(job as ScrapeJob, endpoint('node-exporter', 'n', 9100, 'metrics'));
    expect(node?.namespace).toBe('monitoring');
  });

  it('is a ScrapeConfig for the operator, in its spelling', () => {
    const made = monitoringManifests(
      shop({ objects: 'operator', sources: { redis: 'data/redis-exporter:metrics' } }),
    ).find(({ object }) => object.kind === 'ScrapeConfig');
    expect(made?.object.spec).toMatchObject({
      jobName: 'slipway-shop-production-redis',
      kubernetesSDConfigs: [{ role: 'EndpointSlice', namespaces: { names: ['data'] } }],
      relabelings: expect.arrayContaining([
        { sourceLabels: ['__meta_kubernetes_service_name'], regex: 'redis-exporter', action: 'keep' },
      ]),
    });
  });
});

it('a standby that two exporters report counts once', () => {
  const [alert] = recoveryAlerts(shop({}, { recovery: recovered })).filter(
    each => each.alert === 'SlipwayReplicaBehind',
  );
  expect(alert?.expr).toContain('count(max by (application_name, client_addr) (');
});
