import { describe, expect, it } from 'vitest';
import { signsProofs } from '../../src/actions/sealing.ts';
import { parseConfig } from '../../src/config/contents.ts';

const place = (name: string, more = {}) => ({
  namespace: `shop-${name}`,
  manifests: ['deploy/'],
  workload: 'Deployment/shop',
  ...more,
});

/** A slipway.yml whose production takes only what staging has verified. */
const configOf = (more: object) =>
  parseConfig(
    JSON.stringify({
      ...{ app: 'shop', images: { shop: { repository: 'ghcr.io/acme/shop' } }, ...more },
      environments: {
        staging: place('staging'),
        production: place('production', { requires: { environment: 'staging' } }),
      },
    }),
    'slipway.yml',
  );

describe('critic 5: what is verified is signed', () => {
  it.each(['staging', 'production'])('in %s only where another environment requires it', async name => {
    const config = configOf({ signing: { key: 'awskms:///alias/shop' }, trust: { key: 'cosign.pub' } });
    expect(await signsProofs(config, name)).toBe(name === 'staging');
  });

  it.each([{}, { trust: { key: 'cosign.pub' } }])('nowhere where nothing is signed: %o', async more => {
    expect(await signsProofs(configOf(more), 'staging')).toBe(false);
  });
});
