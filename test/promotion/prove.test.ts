import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { ConfigMap } from '../../src/cluster/objects.ts';
import { pathOf, resources } from '../../src/cluster/resources.ts';
import type { Config, Environment } from '../../src/config/types.ts';
import type { Digest } from '../../src/image/reference.ts';
import {
  artifactOf,
  type Proof,
  type ProofSigning,
  type ProofStatement,
  type SignedProofs,
} from '../../src/promotion/proof.ts';
import {
  ownReleases,
  proofsOf,
  settleProofs,
  type Verified,
  withdrawRollingBack,
} from '../../src/promotion/prove.ts';
import { provePromotion } from '../../src/promotion/require.ts';
import { RegistryClient } from '../../src/registry/client.ts';
import { type Release, ReleaseStore } from '../../src/release/store/releases.ts';
import type { Outcome, RolloutState } from '../../src/release/store/schema.ts';
import { UserError } from '../../src/toolkit/errors.ts';
import { labels, nameOf } from '../../src/workloads/naming.ts';
import { FakeApiServer } from '../cluster/fake-api-server.ts';
import { putImage, type Store, startStore, types } from '../registry/store.ts';
import { putLease } from '../release/leases.ts';
import { environment, config as plain, release, rolloutOf, sentence } from '../release/objects.ts';
import { wording } from '../wording.ts';

/** Staging says at the images what it proved, in a registry in memory; production reads it there. */

const registry = new RegistryClient({ credentials: async () => undefined, sleep: async () => {} });
const noon = Date.parse('2026-11-25T12:00:00Z');
const at = (seconds: number) => new Date(noon + seconds * 1000).toISOString();

let store: Store;
let repository: string;
let images: Record<'v1' | 'v2', Digest>;
beforeEach(async () => {
  store = await startStore();
  repository = `${store.host}/shop`;
  images = {
    v1: putImage(store, 'shop', 'amd64', 'v1').digest,
    v2: putImage(store, 'shop', 'amd64', 'v2').digest,
  };
  const { shop } = plain.images;
  config = {
    ...plain,
    images: { shop: { ...shop, repository } as NonNullable<typeof shop> },
    environments: { staging, production },
  };
});
afterEach(() => store.close());

const staging: Environment = environment({ namespace: 'staging' });
const production: Environment = environment({ requires: { environment: 'staging', soak: 60_000 } });
let config: Config;

/** A release of staging that ended so. */
function released(number: number, version: 'v1' | 'v2', outcome: Partial<Outcome> | null): Release {
  return release(number, outcome, {
    environment: 'staging',
    images: { shop: `${repository}@${images[version]}` },
    by: { run: 'run 7 of acme/shop', actor: 'ann', revision: 'c0ffee' },
  });
}
const verified = (number: number, version: 'v1' | 'v2', seconds: number) =>
  released(number, version, { state: 'verified', at: at(seconds) });
const rolledBack = (number: number, version: 'v1' | 'v2', was: number, seconds: number) =>
  released(number, version, {
    state: 'rolled-back',
    at: at(seconds),
    verifiedAt: at(was),
    reason: 'rolled back to release 1 by bob in run 8',
  });

/** A rollback to the first release, by the journal. */
const back = (seconds: number, more: Partial<RolloutState> = {}): Partial<RolloutState> => ({
  phase: 'rolling-back',
  baseline: 1 as RolloutState['candidate'],
  since: noon + seconds * 1000,
  reason: 'rolled back to release 1 by bob in run 8',
  ...more,
});

/** An API server on which staging has these releases, and perhaps a rollout in some phase; of several journals each is read once. */
function serverOf(
  releases: Release[],
  phase?: string | readonly Partial<RolloutState>[],
  now = noon,
): FakeApiServer {
  const api = new FakeApiServer();
  api.now = now;
  const put = (name: string, data: Record<string, string>, kind: string) =>
    api.put(pathOf(resources.configMap, 'staging', name), {
      metadata: { labels: { [labels.app]: 'shop', [labels.kind]: kind } },
      data,
    });
  for (const { record, outcome } of releases) {
    const [text, said] = [JSON.stringify(record), JSON.stringify(outcome)];
    put(nameOf.record('shop', record.release), { record: text }, 'record');
    putLease(api, { namespace: 'staging', parts: [[`r${record.release}`, text]] });
    if (outcome === undefined) continue;
    put(nameOf.outcome('shop', record.release), { outcome: said }, 'outcome');
    putLease(api, { namespace: 'staging', parts: [[`r${record.release}-outcome`, said]] });
  }
  const journals = typeof phase === 'object' ? phase : phase && [{ phase: phase as RolloutState['phase'] }];
  for (const [index, rollout] of (journals || []).entries())
    api.once({ verb: 'get', path: /slipway-shop$/, nth: 2 * index + 1 }, () =>
      putLease(api, {
        namespace: 'staging',
        annotations: { [labels.state]: JSON.stringify(rolloutOf(rollout)) },
      }),
    );
  return api;
}
const clusterOf = (...of: Parameters<typeof serverOf>) => serverOf(...of).cluster;

const request = (of = config) => ({
  config: of,
  environmentName: 'staging',
  environment: staging,
  registry,
});
const settle = (releases: Release[], number?: number, phase?: Parameters<typeof clusterOf>[1], of = config) =>
  settleProofs(
    clusterOf(releases, phase),
    request(of),
    number === undefined ? undefined : shown(number, releases),
  );
/** Verified, and shown of all of its images. */
const shown = (number: number, releases: Release[]): Verified => ({
  release: number as Verified['release'],
  shown: releases.flatMap(({ record }) => Object.values(record.images)),
});
const rollingBack = (releases: Release[], rollout: Partial<RolloutState>) =>
  withdrawRollingBack(clusterOf(releases, [rollout]), request());
const promote = (version: 'v1' | 'v2', seconds: number, force?: string, from = repository) =>
  provePromotion(clusterOf([], undefined, noon + seconds * 1000), {
    config,
    requires: production.requires!,
    images: { shop: { repository: from, digest: images[version], platforms: [] } },
    origin: { shop: repository },
    registry,
    ...(force === undefined ? {} : { force }),
  });
const writes = () => store.seen.filter(line => /^(PUT|POST|PATCH|DELETE) /.test(line));

/** Attaches a forged statement. */
const forge = (statement: ProofStatement, version: 'v1' | 'v2' = 'v1') =>
  registry.attach(repository, images[version], artifactOf(statement));
const proofOf = (version: 'v1' | 'v2', more: Partial<Proof> = {}): Proof => ({
  schema: 1,
  app: 'shop',
  environment: 'staging',
  release: 1,
  image: 'shop',
  digest: images[version],
  verifiedAt: at(0),
  run: 'run 1',
  actor: 'eve',
  ...more,
});

describe.each([
  ['that keeps the list of referrers', true],
  ['that does not', false],
])('in a registry %s', (_, keeps) => {
  beforeEach(() => {
    store.keepsReferrers = keeps;
  });

  it('the proof of a verified release is attached to its image, and the next environment accepts it after the soak', async () => {
    expect(await sentence(() => promote('v1', 0))).toEqual(wording('staging'));
    expect(await settle([verified(1, 'v1', 0)], 1, 'done')).toEqual({ state: 'attached', warnings: [] });
    expect(await sentence(() => promote('v1', 59))).toEqual(
      wording('1', '59s', '1s', '2026-11-25 12:01 UTC'),
    );
    expect(await promote('v1', 60)).toEqual({
      environment: 'staging',
      release: 1,
      verifiedAt: at(0),
      soak: 60_000,
    });
    const [entry] = await registry.referrers(repository, images.v1);
    const { layers } = JSON.parse(store.manifests.get(`shop@${entry?.digest}`)!.body.toString('utf8'));
    expect(JSON.parse(store.blobs.get(`shop@${layers[0].digest}`)!.toString('utf8'))).toEqual({
      ...proofOf('v1'),
      run: 'run 7 of acme/shop',
      actor: 'ann',
      commit: 'c0ffee',
    });
    expect(entry?.annotations).toEqual({
      'dev.slipway.app': 'shop',
      'dev.slipway.environment': 'staging',
      'dev.slipway.release': '1',
      'dev.slipway.at': at(0),
    });
  });

  it('the proof of a release is attached once, and a read-only credential can verify it again', async () => {
    await settle([verified(1, 'v1', 0)], 1);
    const before = writes().length;
    store.intercept = (request, answer) => {
      if (request.method === 'GET') return false;
      answer.writeHead(403).end();
      return true;
    };
    expect(await settle([verified(1, 'v1', 0)], 1)).toEqual({ state: 'attached', warnings: [] });
    expect(writes()).toHaveLength(before);
    expect(await registry.referrers(repository, images.v1)).toHaveLength(1);
  });

  it('the proof of a release that was rolled back is withdrawn once; another one of the same image still counts', async () => {
    await settle([verified(1, 'v1', 0), verified(2, 'v2', 10)], 1);
    await settle([verified(1, 'v1', 0), verified(2, 'v2', 10)], 2);
    const after = [verified(1, 'v1', 0), rolledBack(2, 'v2', 10, 20)];
    expect(await settle(after)).toEqual({ state: 'withdrawn', warnings: [] });
    expect(await sentence(() => promote('v2', 600))).toEqual(
      wording('2', 'staging', '2026-11-25 12:00 UTC', 'rolled back to release 1 by bob in run 8'),
    );
    expect(await promote('v1', 600)).toMatchObject({ release: 1 });
    const before = writes().length;
    expect(await settle(after)).toEqual({ state: 'none', warnings: [] });
    expect(writes()).toHaveLength(before);

    await settle([verified(3, 'v2', 30), ...after], 3);
    expect(await promote('v2', 600)).toMatchObject({ release: 3, verifiedAt: at(30) });
  });

  it('the proof of a release no longer counts once the state says that it is rolled back', async () => {
    const before = [verified(1, 'v1', 0), verified(2, 'v2', 10)];
    await settle(before, 1);
    await settle(before, 2);
    expect(await rollingBack(before, back(20))).toBe(true);
    expect(await sentence(() => promote('v2', 600))).toEqual(
      wording('2', '2026-11-25 12:00 UTC', 'rolled back to release 1 by bob in run 8'),
    );
    expect(await promote('v1', 600)).toMatchObject({ release: 1 });
    const said = writes().length;
    expect(await rollingBack(before, back(20))).toBe(false);
    expect(await settle([verified(1, 'v1', 0), rolledBack(2, 'v2', 10, 20)])).toEqual({
      state: 'none',
      warnings: [],
    });
    expect(writes()).toHaveLength(said);
  });

  it.each([
    ['before', 10],
    ['after', 30],
  ])(
    'the proof of a release that is verified while a rollback begins, just %s it, does not count',
    async (_when, seconds) => {
      const both = [verified(1, 'v1', 0), verified(2, 'v2', seconds)];
      const over = { phase: 'done' } as const;
      expect(await settle(both, 2, [over, back(20)])).toEqual({ state: 'withdrawn', warnings: [] });
      expect(await sentence(() => promote('v2', 600))).toEqual(wording());
    },
  );

  it('the proof of a release still counts while a later one is rolled back', async () => {
    const both = [verified(1, 'v1', 0), released(2, 'v2', null)];
    expect(await settle(both, 1, [{ phase: 'done' }, back(20)])).toEqual({ state: 'attached', warnings: [] });
    expect(await rollingBack(both, back(20))).toBe(false);
    expect(await promote('v1', 600)).toMatchObject({ release: 1 });
  });

  it('the proof of a release that is restored and verified again counts again, from then on', async () => {
    await settle([verified(2, 'v2', 10)], 2);
    await settle([rolledBack(2, 'v2', 10, 20)]);
    expect(await settle([verified(2, 'v2', 100)], 2)).toEqual({ state: 'attached', warnings: [] });
    expect(await sentence(() => promote('v2', 159))).toEqual(wording('1m'));
    expect(await promote('v2', 160)).toMatchObject({ release: 2, verifiedAt: at(100) });
  });

  it.each<[string, () => Proof, RegExp]>([
    ['app', () => proofOf('v1', { app: 'other' }), wording('staging')],
    ['environment', () => proofOf('v1', { environment: 'dev' }), wording('staging')],
    ['digest', () => proofOf('v2'), wording()],
  ])('a record of another %s proves nothing', async (_what, statement, said) => {
    await forge(statement());
    expect(await sentence(() => promote('v1', 600))).toEqual(said);
  });

  it('annotations are used as a filter and never trusted', async () => {
    const { content, ...artifact } = artifactOf(proofOf('v1', { app: 'other' }));
    const annotations = { ...artifact.annotations, 'dev.slipway.app': 'shop' };
    await registry.attach(repository, images.v1, { ...artifact, content, annotations });
    expect(await sentence(() => promote('v1', 600))).toEqual(wording('shop'));
  });

  it('a withdrawal of something else has no effect, also without annotations', async () => {
    await settle([verified(1, 'v1', 0)], 1);
    const { run: _, actor: __, verifiedAt: ___, ...about } = proofOf('v1', { environment: 'qa' });
    const other = artifactOf({ ...about, withdrawnAt: at(5), reason: 'x' } as ProofStatement);
    await registry.attach(repository, images.v1, { ...other, annotations: {} });
    expect(await promote('v1', 600)).toMatchObject({ release: 1 });
  });

  it('a withdrawal that cannot be read is an error, because it might apply', async () => {
    await settle([verified(1, 'v1', 0)], 1);
    const { run: _, actor: __, verifiedAt: ___, ...about } = proofOf('v1');
    const next = { ...about, schema: 2, withdrawnAt: at(5), reason: 'x' } as unknown as ProofStatement;
    await forge(next);
    expect(await sentence(() => promote('v1', 600))).toEqual(wording('2'));
  });
});

describe('a proof', () => {
  it('must be attached to the image, whatever list names it', async () => {
    const digest = await forge(proofOf('v1'));
    const { body } = store.manifests.get(`shop@${digest}`)!;
    const { artifactType, annotations } = JSON.parse(body.toString('utf8'));
    const entry = { digest, mediaType: types.image, size: body.length, artifactType, annotations };
    await registry.list(repository, images.v2, [entry]);
    expect(await sentence(() => promote('v2', 600))).toEqual(wording());
  });

  it('does not count when its content is gone', async () => {
    await settle([verified(1, 'v1', 0)], 1);
    for (const [key, blob] of store.blobs) if (blob.includes('verifiedAt')) store.blobs.delete(key);
    expect(await sentence(() => promote('v1', 600))).toEqual(wording());
  });
});

describe('a registry', () => {
  const refusing = (status: number, methods: RegExp) => {
    store.intercept = (request, answer) => {
      if (!methods.test(request.method ?? '')) return false;
      answer.writeHead(status).end();
      return true;
    };
  };

  it('that cannot be read is an error', async () => {
    refusing(503, /./);
    expect(await sentence(() => promote('v1', 600))).toEqual(wording('staging', '503'));
  });

  it('that accepts nothing leaves the release verified, with a warning', async () => {
    refusing(403, /PUT|POST|PATCH/);
    const { state, warnings } = await settle([verified(1, 'v1', 0)], 1);
    expect(state).toBe('refused');
    expect(warnings).toEqual([wording('1', 'production')]);
  });

  it('that accepts no withdrawal leads to a warning, and the next run tries again', async () => {
    await settle([verified(2, 'v2', 0)], 2);
    refusing(403, /PUT|POST|PATCH/);
    expect((await settle([rolledBack(2, 'v2', 0, 9)])).warnings).toEqual([
      wording('2', 'staging', 'production'),
    ]);
    store.intercept = () => false;
    expect(await settle([rolledBack(2, 'v2', 0, 9)])).toEqual({ state: 'withdrawn', warnings: [] });
  });

  it('is not used when the release cannot be read from the cluster, which is only a warning', async () => {
    const api = serverOf([]);
    api.fail({ verb: 'list' }, 500);
    const { state, warnings } = await settleProofs(api.cluster, request(), shown(1, []));
    expect(state).toBe('refused');
    expect(warnings[0]?.split('\n')[0]).toEqual(wording('staging', '500'));
  });

  it('that has lost the image is not an error', async () => {
    await settle([verified(2, 'v2', 0)], 2);
    store.manifests.clear();
    expect(await settle([rolledBack(2, 'v2', 0, 9)])).toEqual({ state: 'none', warnings: [] });
  });
});

describe('a record that a user has forged', () => {
  it.each<[string, (release: Release) => void]>([
    ['another environment', ({ record }) => Object.assign(record, { environment: 'production' })],
    ['another application', ({ record }) => Object.assign(record, { app: 'other' })],
    [
      'an image of another repository',
      ({ record }) => Object.assign(record, { images: { shop: `evil.example.com/x@${images.v1}` } }),
    ],
    ['an image by tag', ({ record }) => Object.assign(record, { images: { shop: `${repository}:1` } })],
  ])('security 2: causes no statement about %s', async (_, forge) => {
    const one = verified(1, 'v1', 0);
    forge(one);
    expect(ownReleases([one], { config, environmentName: 'staging' })).toEqual([]);
    expect(await settle([one], 1)).toMatchObject({ state: 'none' });
  });

  it('security 2: was verified no earlier than the API server created its outcome', () => {
    const [said] = proofsOf({ ...verified(1, 'v1', -86_400 * 30), outcomeCreatedAt: at(0) });
    expect(said?.statement).toMatchObject({ verifiedAt: at(0) });
  });
});

describe('no statement is attached', () => {
  it('to images of an environment that no other one requires', async () => {
    const alone = { ...config, environments: { staging } };
    expect(await settle([verified(1, 'v1', 0)], 1, 'done', alone)).toEqual({ state: 'none', warnings: [] });
    expect(store.seen).toEqual([]);
  });

  it('to images of an adopted release', async () => {
    const { outcome, record } = verified(1, 'v1', 0);
    const observed = { record: { ...record, source: 'observed' as const }, ...(outcome && { outcome }) };
    expect(await settle([observed], 1)).toEqual({ state: 'none', warnings: [] });
  });

  it('to an image that no workload runs, with a warning', async () => {
    const only: Verified = { release: 1 as Verified['release'], shown: [] };
    expect(await settleProofs(clusterOf([verified(1, 'v1', 0)], 'done'), request(), only)).toEqual({
      state: 'refused',
      warnings: [wording('1')],
    });
    expect(writes()).toEqual([]);
  });

  it.each(['complete', 'rolled-back', 'failed'] as const)(
    'to images of a release that is %s',
    async state => {
      expect(await settle([released(1, 'v1', { state })], 1)).toEqual({ state: 'none', warnings: [] });
      expect(store.seen).toEqual([]);
    },
  );

  it('while a rollout is under way, because it could still be rolled back', async () => {
    const { state, warnings } = await settle([verified(1, 'v1', 0)], 1, 'watching');
    expect(state).toBe('refused');
    expect(warnings[0]).toEqual(wording());
    expect(writes()).toEqual([]);
  });
});

describe('a forced promotion', () => {
  it('records the reason and the unmet requirement', async () => {
    expect(await promote('v1', 0, 'the fix of an outage')).toEqual({
      environment: 'staging',
      soak: 60_000,
      forced: {
        reason: 'the fix of an outage',
        against: wording('staging'),
      },
    });
  });

  it('is a regular one when the requirement is met', async () => {
    await settle([verified(1, 'v1', 0)], 1);
    expect(await promote('v1', 600, 'the fix of an outage')).toMatchObject({ release: 1 });
  });
});

describe('the outcome of a verified release', () => {
  /** What is stored after these were concluded one after the other. */
  async function stored(before: Outcome, ...next: Outcome['state'][]): Promise<Outcome> {
    const { record } = release(2);
    const api = serverOf([{ record, outcome: before }]);
    api.now = Date.parse(at(9));
    for (const state of next)
      await new ReleaseStore(api.cluster, 'staging', 'shop').conclude({
        schema: 1,
        release: record.release,
        state,
        token: 9,
      });
    const { data } = api.find<ConfigMap>('configmaps', nameOf.outcome('shop', 2)) ?? {};
    return JSON.parse(data?.outcome ?? '') as Outcome;
  }
  const ended = (state: Outcome['state']) => released(2, 'v1', { state, at: at(0) }).outcome as Outcome;

  it('keeps the time of the verification after one rollback, and after a second one', async () => {
    expect(await stored(ended('verified'), 'rolled-back')).toMatchObject({
      state: 'rolled-back',
      verifiedAt: at(0),
    });
    expect(await stored(ended('verified'), 'rolled-back', 'rolled-back')).toMatchObject({
      verifiedAt: at(0),
    });
  });

  it('has the verification before the rollback, even if the rollback began first', async () => {
    const late = { ...ended('verified'), at: at(30) };
    expect(await stored(late, 'rolled-back')).toMatchObject({ at: at(30), verifiedAt: at(30) });
    expect(await stored(ended('verified'), 'rolled-back')).toMatchObject({ at: at(9), verifiedAt: at(0) });
  });

  it('has no time of verification when it was never verified', async () => {
    expect(await stored(ended('complete'), 'rolled-back')).not.toHaveProperty('verifiedAt');
  });
});

describe('an environment with a repository of its own', () => {
  const promoteCopy = (seconds: number) => promote('v1', seconds, undefined, `${store.host}/production`);

  it('refuses a release that was rolled back after its proof had been copied', async () => {
    putImage(store, 'production', 'amd64', 'v1');
    await registry.attach(`${store.host}/production`, images.v1, artifactOf(proofOf('v1')));
    await settle([verified(1, 'v1', 0)], 1);
    expect(await promoteCopy(60)).toMatchObject({ release: 1 });
    await settle([rolledBack(1, 'v1', 0, 30)]);
    expect(await sentence(() => promoteCopy(60))).toEqual(wording('1', 'staging', 'bob'));
  });

  it('asks for another copy of an image that was verified after it had been copied, if proofs are not signed', async () => {
    expect(await sentence(() => promoteCopy(60))).toEqual(wording('staging'));
    await settle([verified(1, 'v1', 0)], 1);
    expect(await sentence(() => promoteCopy(60))).toEqual(wording('staging', 'not signed', '`push`'));
  });

  it('is refused if the repository of the required environment cannot be read', async () => {
    putImage(store, 'production', 'amd64', 'v1');
    await registry.attach(`${store.host}/production`, images.v1, artifactOf(proofOf('v1')));
    const gone = repository;
    repository = 'localhost:1/shop';
    expect(await sentence(() => promoteCopy(60))).toMatch(
      /^Slipway cannot tell whether staging has verified/,
    );
    repository = gone;
  });
});

describe('security 2: where slipway.yml signs images', () => {
  let signed: Map<string, unknown[]>;
  beforeEach(() => {
    signed = new Map();
  });
  const signedProofs: SignedProofs = {
    read: async reference => signed.get(reference) ?? [],
    add: async (reference, proof) => {
      const said: unknown = JSON.parse(JSON.stringify(proof));
      signed.set(reference, [...(signed.get(reference) ?? []), said]);
    },
  };
  const proofSigning: ProofSigning = use => use(signedProofs);
  const prove = (releases: Release[], number?: number, by = proofSigning) =>
    settleProofs(
      clusterOf(releases),
      { ...request(), proofSigning: by },
      number === undefined ? undefined : shown(number, releases),
    );
  const take = (seconds: number, from = repository) =>
    provePromotion(clusterOf([], undefined, noon + seconds * 1000), {
      config,
      requires: production.requires!,
      images: { shop: { repository: from, digest: images.v1, platforms: [] } },
      origin: { shop: repository },
      registry,
      proofSigning,
    });

  it('a proof is signed, once, and counts', async () => {
    expect(await prove([verified(1, 'v1', 0)], 1)).toEqual({ state: 'attached', warnings: [] });
    expect(await prove([verified(1, 'v1', 0)], 1)).toEqual({ state: 'attached', warnings: [] });
    expect([...signed.values()].map(each => each.length)).toEqual([1]);
    expect(await take(60)).toMatchObject({ release: 1, verifiedAt: at(0) });
  });

  it('a proof that a user with push permissions alone attached does not count, whatever is signed beside it', async () => {
    await forge(proofOf('v1'));
    expect(await sentence(() => take(600))).toEqual(wording('staging', 'not signed'));
    await prove([verified(1, 'v1', 590)], 1);
    // Nor does it bring the end of the soak forward.
    expect(await sentence(() => take(600))).toEqual(wording('1', '10s'));
  });

  it('a proof at the repository of the required environment counts only with a signature there', async () => {
    const elsewhere = `${store.host}/production`;
    await forge(proofOf('v1'));
    expect(await sentence(() => take(600, elsewhere))).toEqual(wording('staging', 'not signed'));
    await prove([verified(1, 'v1', 590)], 1);
    expect(await take(650, elsewhere)).toMatchObject({ release: 1, verifiedAt: at(590) });
    await prove([rolledBack(1, 'v1', 590, 600)]);
    expect(await sentence(() => take(650, elsewhere))).toEqual(wording('1', 'staging'));
  });

  it('a proof that was attached before it was signed is signed by the next verification', async () => {
    await settle([verified(1, 'v1', 0)], 1);
    expect(await sentence(() => take(600))).toEqual(wording('staging', 'not signed'));
    await prove([verified(1, 'v1', 0)], 1);
    expect(await take(600)).toMatchObject({ release: 1 });
  });

  it('a withdrawn proof does not count, although withdrawals are not signed', async () => {
    await prove([verified(1, 'v1', 0)], 1);
    await prove([rolledBack(1, 'v1', 0, 10)]);
    expect(await sentence(() => take(600))).toEqual(wording('1', 'staging'));
  });

  it('a proof that cannot be signed is not attached, with a warning', async () => {
    const without: ProofSigning = async () => {
      throw new UserError('this job has no identity', 'give it `id-token: write`');
    };
    const { state, warnings } = await prove([verified(1, 'v1', 0)], 1, without);
    expect([state, ...warnings]).toEqual(['refused', wording('1', 'no identity', 'production')]);
    expect(await registry.referrers(repository, images.v1)).toEqual([]);
  });
});
