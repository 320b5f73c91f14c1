import { parseConfig } from '../../src/config/contents.ts';
import type { Check } from '../../src/config/types.ts';
import type { Response } from '../../src/verify/assertions.ts';

/** A check as slipway.yml would give it, with its defaults. */
export function check(written: Record<string, unknown> = {}): Check {
  const config = parseConfig(
    JSON.stringify({
      app: 'shop',
      images: { shop: { repository: 'ghcr.io/acme/shop' } },
      environments: {
        test: {
          namespace: 'shop',
          manifests: ['deploy/'],
          workload: 'Deployment/shop',
          service: 'shop',
          verify: { checks: [{ get: '/ready', ...written }] },
        },
      },
    }),
    'slipway.yml',
  );
  return config.environments.test!.verify!.checks[0]!;
}

export function response(changes: Partial<Response> = {}): Response {
  return { status: 200, headers: {}, body: 'OK\n', url: 'http://shop.example.com/ready', ...changes };
}

export const json = (value: unknown, status = 200) =>
  response({
    status,
    headers: { 'content-type': 'application/json; charset=utf-8' },
    body: JSON.stringify(value),
  });

export const page = response({
  headers: { 'content-type': 'text/html; charset=utf-8' },
  body: '<!DOCTYPE html><html><body>Shop</body></html>',
});
