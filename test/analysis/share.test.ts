import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Span } from '../../src/analysis/probe.ts';
import type { Series, Source } from '../../src/analysis/prometheus.ts';
import { narrowed } from '../../src/analysis/selector.ts';
import { readGateway, shareFits, shareProbeOf, trafficIn } from '../../src/analysis/share.ts';
import type { Traffic } from '../../src/analysis/tick.ts';
import { fakePrometheus } from './fake-prometheus.ts';
import { errors, sampling } from './pods.ts';

const readTraffic = async (
  source: Source,
  sampling: Parameters<typeof readGateway>[1],
  span: Span,
): Promise<Traffic | undefined> => trafficIn(await readGateway(source, sampling, span), span);

/** The central interval of a binomial distribution by adding up every probability. */
function isCentral(k: number, n: number, p: number): boolean {
  // Else the first of them would be too small for a number.
  if (p > 0.5) return isCentral(n - k, n, 1 - p);
  const probabilities = [(1 - p) ** n];
  for (let i = 0; i < n; i++) probabilities.push((probabilities[i]! * (n - i) * p) / ((i + 1) * (1 - p)));
  const sum = (from: number, to: number) => probabilities.slice(from, to + 1).reduce((a, b) => a + b, 0);
  return Math.min(sum(0, k), sum(k, n)) > 0.0005;
}

describe('a share', () => {
  it.each([
    ['nothing has arrived yet', 0, 0, 25, 'not-yet'],
    ['it is exact', 250, 1_000, 25, 'fits'],
    ['it is half a point off after very many requests', 255_000, 1_000_000, 25, 'fits'],
    ['it is more than that off', 256_000, 1_000_000, 25, 'wrong'],
    ['few requests happen to fall unevenly', 5, 10, 25, 'fits'],
    ['the gateway has not followed yet', 0, 300, 25, 'not-yet'],
    ['it never followed', 0, 1_000, 25, 'wrong'],
    ['the query counts the canary alone', 1_000, 1_000, 80, 'wrong'],
    ['both queries are the same and nothing else is known', 3, 3, 50, 'not-yet'],
    ['nothing but the canary is to get any', 500, 500, 100, 'fits'],
    ['the canary is to get nothing and gets nothing', 0, 500, 0, 'fits'],
    ['the canary is to get nothing and gets some', 30, 1_000, 0, 'wrong'],
  ] as const)('when %s: %i of %i at %i %%: %s', (_, canary, total, weight, expected) => {
    expect(shareFits(canary, total, weight)).toBe(expected);
  });

  it('fits within the exact binomial interval of 99.9 %', () => {
    const numbers = fc.record({
      n: fc.integer({ min: 2, max: 900 }),
      weight: fc.integer({ min: 1, max: 99 }),
      at: fc.double({ min: -6, max: 6, noNaN: true }),
    });
    fc.assert(
      fc.property(numbers, ({ n, weight, at }) => {
        const p = weight / 100;
        const k = Math.min(n - 1, Math.max(1, Math.round(n * p + at * Math.sqrt(n * p * (1 - p)))));
        const central = isCentral(k, n, p) || Math.abs((100 * k) / n - weight) <= 0.5;
        expect(shareFits(k, n, weight)).toBe(central ? 'fits' : 'not-yet');
      }),
      { numRuns: 500 },
    );
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
