import { describe, expect, it } from 'vitest';
import { signsProofs } from '../../src/actions/proofs.ts';
import { parseConfig } from '../../src/config/contents.ts';
import { trustOfDocuments, trustOfProofs } from '../../src/config/signing.ts';

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

describe('critic 5: a proof of verification is signed', () => {
  it.each(['staging', 'production'])('in %s only if another environment requires it', async name => {
    const config = configOf({ signing: { key: 'awskms:///alias/shop' }, trust: { key: 'cosign.pub' } });
    expect(await signsProofs(config, name)).toBe(name === 'staging');
  });

  it('in no environment if no signature is required', async () => {
    expect(await signsProofs(configOf({}), 'staging')).toBe(false);
  });
});

describe('security 2: if another pipeline signs the images', () => {
  const foreign = {
    trust: { key: 'theirs.pub', root: 'root.json', attestations: ['sbom'], 'max-scan-age': '9d' },
  };
  const trustOf = (more: object) => trustOfProofs(configOf({ ...foreign, ...more }));

  it('a slipway.yml that requires proofs and signs none is refused', () => {
    expect(() => configOf(foreign)).toThrow(/environments\.production\.requires/);
  });

  it('proofs must be signed by the workflow of the releasing repository', async () => {
    const { key: _, ...rest } = foreign.trust;
    expect(trustOf({ signing: {} })).toEqual(rest);
    expect(await signsProofs(configOf({ ...foreign, signing: {} }), 'staging')).toBe(true);
  });

  it('backups must be signed so, too, and without `signing` as the images are', () => {
    const documents = (more: object) => {
      const parts = {
        app: 'shop',
        images: { shop: { repository: 'ghcr.io/acme/shop' } },
        ...foreign,
        ...more,
      };
      const text = JSON.stringify({ ...parts, environments: { production: place('production') } });
      return trustOfDocuments(parseConfig(text, 'slipway.yml'));
    };
    expect(documents({ signing: {} })).not.toHaveProperty('key');
    expect(documents({})).toMatchObject({ key: 'theirs.pub' });
    expect(documents({ trust: { signed: false } })).toBeUndefined();
  });

  it('proofs must be signed by the key of the key service, if there is one', () => {
    const identity = { repository: 'https://github.com/other/shop', 'repository-id': 7 };
    const key = 'awskms:///alias/shop';
    expect(trustOf({ signing: { key }, trust: { identity } })).toMatchObject({ key });
    expect(trustOf({ signing: { key }, trust: { identity } })).not.toHaveProperty('identity');
  });

  it('proofs must be signed by the signer of the image, if it is the same', () => {
    expect(trustOf({ signing: { key: 'env://KEY' } })).toMatchObject({ key: 'theirs.pub' });
    const identity = { repository: 'https://github.com/acme/shop', 'repository-id': 7 };
    expect(trustOf({ signing: {}, trust: { identity } })).toMatchObject({ identity });
  });
});
