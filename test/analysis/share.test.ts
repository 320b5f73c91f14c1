import { describe, expect, it } from 'vitest';
import type { Span } from '../../src/analysis/probe.ts';
import type { MetricSource, Series } from '../../src/analysis/prometheus.ts';
import { narrowed } from '../../src/analysis/selector.ts';
import { readGateway, shareProbeOf, trafficIn } from '../../src/analysis/share.ts';
import type { Traffic } from '../../src/analysis/tick.ts';
import { fakePrometheus } from './fake-prometheus.ts';
import { errors, sampling } from './pods.ts';

const readTraffic = async (
  source: MetricSource,
  sampling: Parameters<typeof readGateway>[1],
  span: Span,
): Promise<Traffic | undefined> => trafficIn(await readGateway(source, sampling, span), span);

describe('Envoy with Contour', () => {
  /** Its metrics on a lab before and after a canary lost its last pod, reduced to the response counters. */
  const scraped = [
    `envoy_cluster_external_upstream_rq_xx{envoy_response_code_class="2",envoy_cluster_name="e2e_shop_80"} 453
envoy_cluster_upstream_rq_completed{envoy_cluster_name="e2e_shop_80"} 504
envoy_cluster_upstream_rq_total{envoy_cluster_name="e2e_shop_80"} 504
envoy_cluster_upstream_rq_xx{envoy_response_code_class="2",envoy_cluster_name="e2e_shop_80"} 453
envoy_cluster_upstream_rq_xx{envoy_response_code_class="5",envoy_cluster_name="e2e_shop_80"} 51
envoy_cluster_upstream_rq_completed{envoy_cluster_name="e2e_shop-canary_80"} 176
envoy_cluster_upstream_rq_total{envoy_cluster_name="e2e_shop-canary_80"} 176
envoy_cluster_upstream_rq_xx{envoy_response_code_class="2",envoy_cluster_name="e2e_shop-canary_80"} 159
envoy_cluster_upstream_rq_xx{envoy_response_code_class="5",envoy_cluster_name="e2e_shop-canary_80"} 17
envoy_cluster_upstream_rq_xx{envoy_response_code_class="2",envoy_cluster_name="gateway_envoy-admin_9001"} 126
envoy_cluster_upstream_rq_xx{envoy_response_code_class="5",envoy_cluster_name="gateway_contour_8101"} 2`,
    `envoy_cluster_external_upstream_rq_xx{envoy_response_code_class="2",envoy_cluster_name="e2e_shop_80"} 598
envoy_cluster_upstream_rq_completed{envoy_cluster_name="e2e_shop_80"} 669
envoy_cluster_upstream_rq_total{envoy_cluster_name="e2e_shop_80"} 669
envoy_cluster_upstream_rq_xx{envoy_response_code_class="2",envoy_cluster_name="e2e_shop_80"} 598
envoy_cluster_upstream_rq_xx{envoy_response_code_class="5",envoy_cluster_name="e2e_shop_80"} 71
envoy_cluster_upstream_rq_completed{envoy_cluster_name="e2e_shop-canary_80"} 219
envoy_cluster_upstream_rq_total{envoy_cluster_name="e2e_shop-canary_80"} 176
envoy_cluster_upstream_rq_xx{envoy_response_code_class="2",envoy_cluster_name="e2e_shop-canary_80"} 159
envoy_cluster_upstream_rq_xx{envoy_response_code_class="5",envoy_cluster_name="e2e_shop-canary_80"} 60
envoy_cluster_upstream_rq_xx{envoy_response_code_class="2",envoy_cluster_name="gateway_envoy-admin_9001"} 136
envoy_cluster_upstream_rq_xx{envoy_response_code_class="5",envoy_cluster_name="gateway_contour_8101"} 2`,
  ];
  const sides = { namespace: 'e2e', stable: 'shop', canary: 'shop-canary', route: 'shop' };
  /** Series that grow from the first text to the second within a minute. */
  const seriesOf = ([before = '', after = '']: string[]): Series[] => {
    const last = after.split('\n').map(sampleOf);
    return before.split('\n').map((line, index) => {
      const labels = Object.fromEntries(
        [...line.matchAll(/(\w+)="([^"]*)"/g)].map(([, label = '', value = '']) => [label, value]),
      );
      const [from, to] = [sampleOf(line), last[index] ?? 0];
      return {
        labels: { __name__: line.split('{')[0] ?? '', ...labels },
        samples: Array.from({ length: 20 }, (_, at) => [
          at * 5_000 + 50,
          at < 12 ? from : at < 15 ? (from + to) / 2 : to,
        ]),
      };
    });
  };
  const sampleOf = (line: string) => Number(line.split(' ').at(-1));
  const read = (series: Series[], names: typeof sides = sides) =>
    readTraffic(
      fakePrometheus(series, 100_000),
      { share: shareProbeOf('contour', names, [errors]), pace: sampling().pace },
      { from: 30_000, to: 90_000 },
    );

  it("counts both sides, with Envoy's own responses among the errors of a candidate without pods", async () => {
    expect(await read(seriesOf(scraped))).toEqual({ canary: 43, total: 208, errors: 43 });
  });

  it('counts no other application, namespace or port', async () => {
    const others = ['shop-admin_80', 'admin-shop_80', 'shop-canary-old_80', 'shop_80_x'].map(name =>
      scraped.map(text => text.replaceAll(/e2e_shop(-canary)?_80/g, `e2e_${name}`)),
    );
    const elsewhere = scraped.map(text => text.replaceAll('e2e_', 'other_'));
    for (const text of [...others, elsewhere]) expect(await read(seriesOf(text))).toBeUndefined();
    const both = scraped.map(text => `${text}\n${text.replaceAll('_80"', '_8080"')}`);
    expect(await read(seriesOf(both))).toEqual({ canary: 86, total: 416, errors: 86 });
  });

  it('is queried for exact names', () => {
    expect(shareProbeOf('contour', sides, [])).toEqual({
      kind: 'counters',
      total: 'envoy_cluster_upstream_rq_xx{envoy_cluster_name=~"e2e_(?:shop|shop-canary)_[0-9]+"}',
      candidate: 'envoy_cluster_upstream_rq_xx{envoy_cluster_name=~"e2e_(?:shop-canary)_[0-9]+"}',
      errors:
        'envoy_cluster_upstream_rq_xx{envoy_cluster_name=~"e2e_(?:shop-canary)_[0-9]+",envoy_response_code_class="5"}',
    });
  });
});

describe('a Traefik gateway', () => {
  const sides = { namespace: 'shop', stable: 'shop', canary: 'shop-canary', route: 'shop' };
  const share = shareProbeOf('traefik', sides, [errors]);
  const counter = (name: string, labels: Record<string, string>, rate: number): Series => ({
    labels: { __name__: name, job: 'gateway', instance: '10.99.0.1:8082', ...labels },
    samples: Array.from({ length: 20 }, (_, index) => [index * 5_000 + 50, 1_000 + index * rate]),
  });
  // As Traefik 3.6 names them.
  const service = (name: string, code: string, rate: number) =>
    counter('traefik_service_requests_total', { service: `${name}-http-80@kubernetesgateway`, code }, rate);
  const router = (name: string, code: string, rate: number) =>
    counter(
      'traefik_router_requests_total',
      { router: `httproute-${name}-gw-gateway-lab-ep-web-0-ee1eb10aa5639f617373@kubernetesgateway`, code },
      rate,
    );
  const read = (series: Series[]) =>
    readTraffic(
      fakePrometheus(series, 100_000),
      { share, pace: sampling().pace },
      { from: 60_000, to: 90_000 },
    );

  it('counts both sides of an application, and no other', async () => {
    const series = [
      service('shop-shop', '200', 30),
      service('shop-shop-canary', '200', 8),
      service('shop-shop-canary', '502', 2),
      service('shop-shop-admin', '200', 1_000),
      service('shop-shop-canary-old', '200', 1_000),
      service('other-shop', '200', 1_000),
    ];
    expect(await read(series)).toEqual({ canary: 60, total: 240, errors: 12 });
  });

  it('counts its responses without a Service, when it counts its routers', async () => {
    const series = [
      service('shop-shop', '200', 30),
      service('shop-shop', '500', 1),
      router('shop-shop', '500', 1),
      router('shop-shop', '503', 10),
      router('shop-shop-admin', '503', 100),
    ];
    expect(await read(series)).toEqual({ canary: 0, total: 186, errors: 0, unserved: 60 });
  });

  it('without counts of Services leaves the share unknown', async () => {
    expect(await read([router('shop-shop', '500', 1)])).toBeUndefined();
  });

  it('that cannot be queried leaves the share unknown', async () => {
    const source = fakePrometheus([]);
    source.broken = 'no';
    expect(await readTraffic(source, { share, pace: sampling().pace }, { from: 0, to: 1 })).toBeUndefined();
  });

  it('handles a namespace or Service with special characters of an expression', () => {
    const odd = shareProbeOf('traefik', { namespace: 'a.b', stable: 's', canary: 'c' }, []);
    expect(odd).toMatchObject({
      candidate: narrowed('traefik_service_requests_total', [
        { label: 'service', operator: '=~', value: 'a\\.b-(?:c)-http-[0-9]+@kubernetesgateway' },
      ]),
    });
    expect(odd).not.toHaveProperty('routed');
  });
});
