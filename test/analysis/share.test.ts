import { describe, expect, it } from 'vitest';
import type { Span } from '../../src/analysis/probe.ts';
import type { Series, Source } from '../../src/analysis/prometheus.ts';
import { narrowed } from '../../src/analysis/selector.ts';
import { readGateway, shareProbeOf, trafficIn } from '../../src/analysis/share.ts';
import type { Traffic } from '../../src/analysis/tick.ts';
import { fakePrometheus } from './fake-prometheus.ts';
import { errors, sampling } from './pods.ts';

const readTraffic = async (
  source: Source,
  sampling: Parameters<typeof readGateway>[1],
  span: Span,
): Promise<Traffic | undefined> => trafficIn(await readGateway(source, sampling, span), span);

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

  it('tells both sides of an application, and no other', async () => {
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

  it('tells what it answered without asking any Service, when it counts its routers', async () => {
    const series = [
      service('shop-shop', '200', 30),
      service('shop-shop', '500', 1),
      router('shop-shop', '500', 1),
      router('shop-shop', '503', 10),
      router('shop-shop-admin', '503', 100),
    ];
    expect(await read(series)).toEqual({ canary: 0, total: 186, errors: 0, unserved: 60 });
  });

  it('that counts no Services leaves the share unknown', async () => {
    expect(await read([router('shop-shop', '500', 1)])).toBeUndefined();
  });

  it('that cannot be asked leaves the share unknown', async () => {
    const source = fakePrometheus([]);
    source.broken = 'no';
    expect(await readTraffic(source, { share, pace: sampling().pace }, { from: 0, to: 1 })).toBeUndefined();
  });

  it('is not mistaken in a namespace or Service with the marks of an expression', () => {
    const odd = shareProbeOf('traefik', { namespace: 'a.b', stable: 's', canary: 'c' }, []);
    expect(odd).toMatchObject({
      candidate: narrowed('traefik_service_requests_total', [
        { label: 'service', operator: '=~', value: 'a\\.b-(?:c)-http-[0-9]+@kubernetesgateway' },
      ]),
    });
    expect(odd).not.toHaveProperty('routed');
  });
});
