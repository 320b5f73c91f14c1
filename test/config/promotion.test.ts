import { describe, expect, it } from 'vitest';
import { parseConfig } from '../../src/config/contents.ts';
import { requiresProblems } from '../../src/config/promotion.ts';
import { wording } from '../wording.ts';
import { changed, refusal } from './configs.ts';

const staging = `  staging:
    namespace: shop-staging
    manifests: [deploy/]
    workload: Deployment/shop
`;
/** An environment production with this `requires`, and staging. */
const requiring = (requires: string, beside = staging) =>
  changed('  production:\n', `${beside}  production:\n    requires: ${requires}\n`);

describe('requires', () => {
  it.each([
    ['{environment: staging}', { environment: 'staging', soak: 0 }],
    ['{environment: staging, soak: 0s}', { environment: 'staging', soak: 0 }],
    ['{environment: staging, soak: 1h30m}', { environment: 'staging', soak: 5_400_000 }],
    ['{environment: staging, soak: 720h}', { environment: 'staging', soak: 2_592_000_000 }],
  ])('%s is accepted', (text, requires) => {
    expect(parseConfig(requiring(text), 'slipway.yml').environments.production?.requires).toEqual(requires);
  });

  it.each([
    [
      '{environment: stagin}',
      wording('slipway.yml:10:29', 'environments.production.requires.environment', 'stagin', 'staging'),
    ],
    [
      '{environment: production}',
      wording('slipway.yml:10:29', 'environments.production.requires.environment'),
    ],
    [
      '{environment: staging, soak: 721h}',
      wording('slipway.yml:10:44', 'environments.production.requires.soak', '721h', '720h'),
    ],
    [
      '{environment: staging, soak: 1 day}',
      wording('slipway.yml:10:44', 'environments.production.requires.soak', '1 day', '30m', '1h', '48h'),
    ],
    ['{soak: 1h}', wording('slipway.yml:10:5', 'environments.production.requires.environment', 'staging')],
    [
      '{environment: staging, time: 1h}',
      wording('slipway.yml:10:38', 'environments.production.requires.time', 'environment', 'soak'),
    ],
  ])('%s is refused with its place and a remedy', (text, sentence) => {
    expect(refusal(requiring(text))).toEqual(sentence);
  });

  it('of the only environment suggests no other environment', () => {
    expect(refusal(requiring('{environment: staging}', ''))).toEqual(
      wording('slipway.yml:6:29', 'environments.production.requires.environment', 'staging'),
    );
  });

  it('that is part of a cycle is refused once, with the cycle', () => {
    const back = `${staging}    requires: {environment: production}\n`;
    expect(refusal(requiring('{environment: staging}', back))).toEqual(
      wording('slipway.yml:9:29', 'environments.staging.requires.environment', 'production'),
    );
  });

  it('may be part of a chain, and a separate cycle is reported once', () => {
    const of = (environment: string) => ({ requires: { environment } });
    expect(requiresProblems({ dev: {}, staging: of('dev'), production: of('staging') })).toEqual([]);
    const problems = requiresProblems({ a: of('b'), b: of('c'), c: of('b'), d: of('a') });
    expect(problems.map(({ path }) => path.join('.'))).toEqual(['b.requires.environment']);
  });
});
