import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { formsOf } from '../../src/image/forms.ts';
import type { Digest } from '../../src/image/reference.ts';
import { parseReference } from '../../src/image/reference.ts';
import { readAttached as readStatements } from '../../src/promotion/attachments.ts';
import { RegistryClient } from '../../src/registry/client.ts';
import type { Credential } from '../../src/registry/credentials.ts';
import { fetchLayout } from '../../src/registry/layout.ts';
import { digestOf } from '../../src/registry/manifest.ts';
import { pruneRepository } from '../../src/registry/prune.ts';
import { pushImages } from '../../src/registry/push.ts';
import { saveBlob } from '../../src/registry/verified.ts';
import { readAttached as readSignatures } from '../../src/signing/attached.ts';
import { UserError } from '../../src/toolkit/errors.ts';
import { mapOf } from '../../src/toolkit/parallel.ts';
import { wording } from '../wording.ts';
import { type Behaviour, behaviours, type Hostile, hidden, secrets, startHostile } from './hostile.ts';

/** Every call of the client that carries a login, and the steps that use them, against every misbehavior of a registry. */

interface Task {
  readonly client: RegistryClient;
  /** `registry/shop`, and the digest of its image `1`. */
  readonly shop: string;
  readonly digest: Digest;
  readonly place: Hostile;
}

const large = Buffer.alloc(2 * 2 ** 20, 'x');
const small = Buffer.from('{}');

const calls: Readonly<Record<string, (task: Task) => Promise<unknown>>> = {
  resolve: ({ client, shop }) => client.resolve(parseReference(`${shop}:1`)),
  manifest: ({ client, shop, digest }) => client.manifest(shop, digest),
  tree: ({ client, shop, digest }) => client.tree(shop, digest),
  heavy: async ({ client, place }) => {
    const root = await client.manifest(`${place.registry}/heavy`, '1');
    return root && client.tree(`${place.registry}/heavy`, root.digest);
  },
  tags: ({ client, shop }) => client.tags(shop),
  blob: ({ client, shop, place }) => client.blob(shop, sharedIn(place).digest),
  saveBlob: ({ client, place }) =>
    saveBlob(client, `${place.registry}/source`, place.store.blob('source', large), '/dev/null'),
  layout: async ({ client, shop, digest }) => {
    const folder = await mkdtemp(join(tmpdir(), 'hostile-'));
    return fetchLayout(client, { repository: shop, digest }, join(folder, 'image')).finally(() =>
      rm(folder, { recursive: true }),
    );
  },
  upload: ({ client, shop }) =>
    client.uploadBlob(shop, { digest: digestOf(large), size: large.length }, async from =>
      ReadableStream.from([large.subarray(from)]),
    ),
  mount: ({ client, shop, place }) => client.placeBlob(shop, sharedIn(place), `${place.registry}/source`),
  put: ({ client, shop }) => client.putManifest(shop, manifest),
  putTag: ({ client, shop }) => client.putManifest(shop, manifest, 'new'),
  changeTag: ({ client, shop }) => client.changeTag(shop, 'moving', () => manifest),
  referrers: ({ client, shop, digest }) => client.referrers(shop, digest),
  attach: ({ client, shop, digest }) =>
    client.attach(shop, digest, { artifactType: 'text/plain', content: small, annotations: {} }),
  remove: ({ client, place, digest }) => client.remove(`${place.registry}/old`, digest),
  statements: ({ client, shop, digest }) =>
    readStatements(client, `${shop}@${digest}`, { app: 'shop', environment: 'staging' }),
  signatures: ({ client, shop, digest }) => readSignatures(client, shop, digest, ['x']),
  push: ({ client, shop, digest }) =>
    pushImages(client, {
      images: { shop: { from: shop, repository: `${shop}-2`, digest, tags: ['1.0.0'], forms: formsOf() } },
      report: () => {},
    }),
  prune: ({ client, place }) =>
    pruneRepository(client, `${place.registry}/old`, {
      policy: { protect: [], rules: [{ tags: '*', newest: 1 }] },
      protections: async () => ({ digests: new Map(), tags: new Map() }),
      apply: true,
      now: Date.now(),
      report: () => {},
    }),
};

const manifest = {
  digest: digestOf(small),
  mediaType: 'application/vnd.oci.image.index.v1+json',
  body: small,
};
const sharedIn = ({ store }: Hostile) => {
  const body = Buffer.from('shared');
  if (!store.blobs.has(`shop@${digestOf(body)}`)) throw new Error('the image has no such layer');
  return { digest: digestOf(body), size: body.length, mediaType: '' };
};

const logins: readonly Credential[] = [
  { kind: 'password', username: secrets.username, password: secrets.password },
  { kind: 'identity', token: secrets.identity },
];

/** Milliseconds that a client may be delayed in total, and requests that it may send. */
const patience = 20 * 60_000;
const mostRequests = 2_000;

interface Ended {
  readonly name: string;
  readonly error: unknown;
  readonly waited: number;
}

async function ended(name: string, place: Hostile, login: Credential, { slow }: Behaviour): Promise<Ended> {
  let waited = 0;
  const client = new RegistryClient({
    credentials: async () => login,
    sleep: async milliseconds => {
      waited += milliseconds;
    },
    now: () => waited,
    timeoutMs: slow ? 60 : 10_000,
    stallMs: slow ? 60 : 10_000,
  });
  const digest = digestOf(place.store.manifests.get('shop:1')!.body);
  const task = { client, shop: `${place.registry}/shop`, digest, place };
  const error = await calls[name]!(task).then(
    () => undefined,
    (thrown: unknown) => thrown,
  );
  return { name, error, waited };
}

const all = (place: Hostile, login: Credential, behaviour: Behaviour): Promise<Ended[]> => {
  const asked = behaviour.large ? ['resolve', 'tags', 'saveBlob', 'heavy'] : Object.keys(calls);
  return mapOf(asked, behaviour.large ? 1 : asked.length, name => ended(name, place, login, behaviour));
};

describe('security 8: a registry that', () => {
  it.each(Object.entries(behaviours))(
    '%s gets no login outside of its origin, and each call ends with one error',
    async (_, behaviour) => {
      for (const login of behaviour.large ? logins.slice(1) : logins) {
        const place = await startHostile(behaviour);
        const before = process.memoryUsage().rss;
        let most = before;
        const watch = setInterval(() => {
          most = Math.max(most, process.memoryUsage().rss);
        }, 20);
        try {
          const results = await all(place, login, behaviour);
          // It is a race which call gives up first, so not every behavior has one call whose error is compared.
          if (behaviour.shows !== undefined) {
            const sentence = results.find(({ name }) => name === behaviour.shows)?.error;
            expect(sentence).toEqual(wording(...(behaviour.names ?? [])));
          }
          expect(results.some(({ error }) => error !== undefined)).toBe(true);
          for (const { name, error, waited } of results) {
            if (error !== undefined) {
              expect(error, `${name}: ${error instanceof Error ? error.stack : error}`).toBeInstanceOf(
                UserError,
              );
              const { sentence } = error as UserError;
              expect(sentence).not.toContain('\n');
              expect(sentence.length, sentence).toBeLessThan(700);
              expect((error as UserError).remedy, sentence).not.toBe('');
              for (const secret of hidden) expect(sentence).not.toContain(secret);
            }
            expect(waited, `${name} waited`).toBeLessThanOrEqual(patience);
          }
          for (const secret of hidden) expect(place.reached.join('\n')).not.toContain(secret);
          expect(place.reached.join('\n')).not.toMatch(/authorization/i);
          expect(place.store.seen.length).toBeLessThan(mostRequests * results.length);
          expect((most - before) / 2 ** 20, 'MiB').toBeLessThan(400);
        } finally {
          clearInterval(watch);
          await place.close();
        }
      }
    },
  );
});
