import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import {
  applyObjects,
  claimReplicas,
  type Destination,
  dryRunApply,
  ownershipPatch,
  type WriteGuard,
} from '../../src/cluster/apply.ts';
import { ClusterError } from '../../src/cluster/errors.ts';
import type { KubeObject, ObjectMeta } from '../../src/cluster/objects.ts';
import { pathOf, resources } from '../../src/cluster/resources.ts';
import { fencedApply, LeaseLost } from '../../src/release/store/fencing.ts';
import { deployment, sentence } from '../release/objects.ts';
import { wording } from '../wording.ts';
import { kubectlFolder, withKubectl } from './api-server.ts';
import { type Call, type Failure, FakeApiServer } from './fake-api-server.ts';

type Field = NonNullable<ObjectMeta['managedFields']>[number];
const field = (manager: string, operation: string, fieldsV1: object, extra: Partial<Field> = {}): Field =>
  ({ manager, operation, apiVersion: 'apps/v1', fieldsV1, ...extra }) as Field;
const image = { 'f:spec': { 'f:template': { 'f:image': {} } } };
const replicas = { 'f:spec': { 'f:replicas': {} } };

describe('the patch that converts fields of a rollback to applied ones', () => {
  it('merges our entries into one and keeps those of other managers', () => {
    const others = [
      field('kube-controller-manager', 'Update', { 'f:status': {} }, { subresource: 'status' }),
      field('kubectl', 'Update', replicas),
    ];
    const ours = [field('slipway', 'Apply', replicas), field('slipway', 'Update', image)];
    expect(
      ownershipPatch({ resourceVersion: '7', managedFields: [others[0]!, ...ours, others[1]!] }),
    ).toEqual([
      { op: 'test', path: '/metadata/resourceVersion', value: '7' },
      {
        op: 'replace',
        path: '/metadata/managedFields',
        value: [
          ...others,
          field('slipway', 'Apply', { 'f:spec': { ...replicas['f:spec'], ...image['f:spec'] } }),
        ],
      },
    ]);
  });

  it('takes all fields of Helm, whichever way it wrote them', () => {
    const managedFields = [
      ...[field('helm', 'Update', replicas), field('helm', 'Apply', image)],
      field('helm', 'Update', {}, { subresource: 'status' }),
    ];
    expect(ownershipPatch({ resourceVersion: '7', managedFields })).toBeUndefined();
    expect(ownershipPatch({ resourceVersion: '7', managedFields }, true)?.[1]?.value).toEqual([
      managedFields[2],
      field('slipway', 'Apply', { 'f:spec': { ...replicas['f:spec'], ...image['f:spec'] } }),
    ]);
  });

  it.each<[string, ObjectMeta | undefined]>([
    ['there is no object', undefined],
    ['no manager has a field', { resourceVersion: '7' }],
    [
      'all our fields are applied',
      { resourceVersion: '7', managedFields: [field('slipway', 'Apply', image)] },
    ],
    [
      'only other managers wrote',
      { resourceVersion: '7', managedFields: [field('kubectl', 'Update', image)] },
    ],
    [
      'we only wrote to a subresource',
      { resourceVersion: '7', managedFields: [field('slipway', 'Update', image, { subresource: 'scale' })] },
    ],
  ])('is not needed when %s', (_, metadata) => {
    expect(ownershipPatch(metadata)).toBeUndefined();
  });
});

const pathTo = (name: string) => pathOf(resources.configMap, 'shop', name);
const object = (name: string, data?: object): KubeObject => ({
  ...{ apiVersion: 'v1', kind: 'ConfigMap', metadata: { name } },
  ...(data && { data }),
});

/** An object to apply, with the live object of the API server. */
const destination = (api: FakeApiServer, name: string): Destination => ({
  ...{ path: pathTo(name), object: object(name, { by: 'us' }) },
  live: structuredClone(api.objects.get(pathTo(name))),
});

describe('applying', () => {
  /** An API server on which kubectl has applied a and c client-side, and on which b is missing. */
  function server(how: KubeObject = {}): FakeApiServer {
    const api = new FakeApiServer();
    api.put(pathTo('a'), how, 'kubectl-client-side-apply');
    api.put(pathTo('b'), {}, 'somebody');
    api.put(pathTo('c'), how, 'kubectl-client-side-apply');
    return api;
  }
  const labelled = { metadata: { labels: { team: 'a' } } };

  /** A script receives the calls of kubectl. */
  async function byKubectl(script: string, names: string[], api = server(labelled), hold?: WriteGuard) {
    const folder = kubectlFolder(script);
    const all = names.map(name => destination(api, name));
    const cluster = { ...api.cluster, reach: { context: 'lab' } };
    try {
      await withKubectl(folder, {}, () => applyObjects(cluster, all, hold));
    } finally {
      rmSync(folder, { recursive: true });
    }
    return api;
  }

  it('uses the warm socket, in order, and stops at the first that is refused', async () => {
    const api = new FakeApiServer();
    for (const name of ['a', 'b', 'c']) api.put(pathTo(name), {});
    api.fail({ verb: 'patch', path: pathTo('b') }, 403, 'denied');
    const all = ['a', 'b', 'c'].map(name => destination(api, name));
    expect(await sentence(() => applyObjects(api.cluster, all))).toEqual(wording('ConfigMap/b', 'denied'));
    expect(api.writes).toEqual(['a', 'b'].map(name => `patch ${pathTo(name)}`));
    expect(['a', 'b', 'c'].map(name => api.objects.get(pathTo(name))?.data)).toEqual([
      { by: 'us' },
      undefined,
      undefined,
    ]);
  });

  it.each(['helm', 'terraform-provider-helm_v3'])(
    'takes over what Helm wrote, so that removed fields go, with the marks of Helm: %s',
    async manager => {
      const api = new FakeApiServer();
      const annotations = { 'meta.helm.sh/release-name': 'shop', other: 'x' };
      api.put(pathTo('a'), { metadata: { annotations }, data: { by: 'helm', gone: 'x' } }, manager);
      const all = [destination(api, 'a')];
      // Another client writes between the read and the first write.
      api.once({ verb: 'patch', path: pathTo('a') }, () =>
        api.edit(pathTo('a'), each => {
          each.metadata = { ...each.metadata, labels: { team: 'a' } };
        }),
      );
      await applyObjects(api.cluster, all, fencedApply({ app: 'shop', token: 3 }), undefined, () => true);
      const { metadata, data } = api.objects.get(pathTo('a')) ?? {};
      expect(data).toEqual({ by: 'us' });
      expect(metadata?.labels).toEqual({ team: 'a' });
      expect(Object.keys(metadata?.annotations ?? {}).filter(key => !key.startsWith('slipway'))).toEqual([]);
      expect(metadata?.managedFields?.map(({ manager }) => manager)).toEqual(['slipway']);
    },
  );

  it('leaves Helm its fields without consent to take them', async () => {
    const api = new FakeApiServer();
    const annotations = { 'meta.helm.sh/release-name': 'shop' };
    api.put(pathTo('a'), { metadata: { annotations }, data: { by: 'helm', kept: 'x' } }, 'helm');
    await applyObjects(api.cluster, [destination(api, 'a')]);
    const { metadata, data } = api.objects.get(pathTo('a')) ?? {};
    expect(data).toEqual({ by: 'us', kept: 'x' });
    expect(metadata?.annotations).toEqual(annotations);
    expect(metadata?.managedFields?.map(({ manager }) => manager).sort()).toEqual(['helm', 'slipway']);
  });

  it('asks for consent again for each version that is read', async () => {
    const api = new FakeApiServer();
    api.put(pathTo('a'), { data: { by: 'us' } });
    const all = [destination(api, 'a')];
    // Helm writes between the read and the first write.
    api.once({ verb: 'patch', path: pathTo('a') }, () =>
      api.put(pathTo('a'), { metadata: { annotations: { 'meta.helm.sh/release-name': 'web' } } }, 'helm'),
    );
    const end = applyObjects(api.cluster, all, fencedApply({ app: 'shop', token: 3 }), undefined, live => {
      throw new LeaseLost(`asked for ${live.metadata?.annotations?.['meta.helm.sh/release-name']}`, '');
    });
    await expect(end).rejects.toThrow('asked for web');
    expect(api.objects.get(pathTo('a'))?.metadata?.managedFields?.map(({ manager }) => manager)).toEqual([
      'helm',
    ]);
  });

  const annotations = { 'kubectl.kubernetes.io/last-applied-configuration': '{}' };
  it.each([
    ['its manager', labelled],
    ['its annotation', { metadata: { annotations } }],
  ])('uses a kubectl process only where the object was applied client-side (%s)', async (_, how) => {
    const out = mkdtempSync(join(tmpdir(), 'apply-'));
    const script = `echo "$@" >> ${out}/args; cat >> ${out}/input; echo >> ${out}/input`;
    const api = await byKubectl(script, ['a', 'b', 'c'], server(how));
    const [args, input] = ['args', 'input'].map(name =>
      readFileSync(join(out, name), 'utf8').trim().split('\n'),
    );
    rmSync(out, { recursive: true });
    const told =
      'apply --server-side --force-conflicts --field-manager=slipway --request-timeout=30s -f - --context=lab';
    expect(args).toEqual([told, told]);
    expect(input!.map(text => JSON.parse(text))).toEqual(['a', 'c'].map(name => object(name, { by: 'us' })));
    expect(api.writes).toEqual([`patch ${pathTo('b')}`]);
  });

  it('is refused with the message of the server, without warnings, and stops there', async () => {
    const script = 'cat >/dev/null; echo "Warning: deprecated" >&2; echo "error: denied" >&2; exit 1';
    const api = server(labelled);
    expect(await sentence(() => byKubectl(script, ['a', 'b'], api))).toEqual(wording('error', 'denied'));
    expect(api.writes).toEqual([]);
  });

  it('fails when kubectl does, without a message and without reading', async () => {
    expect(await sentence(() => byKubectl('exit 1', ['a']))).toEqual(wording('ConfigMap/a', 'code 1'));
  });

  it('reads the object again, with kubectl, too, when another writer has changed it', async () => {
    const out = mkdtempSync(join(tmpdir(), 'apply-'));
    const script = `cat > /dev/null; [ -e ${out}/tried ] && exit 0; touch ${out}/tried
echo 'Operation cannot be fulfilled: the object has been modified' >&2; exit 1`;
    let looks = 0;
    await byKubectl(script, ['a'], undefined, each => {
      looks += 1;
      return each;
    });
    rmSync(out, { recursive: true });
    expect(looks).toBe(2);
  });
});

describe('applying over the object that was read', () => {
  const path = pathTo('a');
  const stamped = (token: number): KubeObject => ({
    metadata: { annotations: { 'slipway.dev/token.shop': String(token) } },
  });
  const stampOf = (api: FakeApiServer) =>
    api.objects.get(path)?.metadata?.annotations?.['slipway.dev/token.shop'];

  /** An API server on which a run with that token has written the object, or on which it is missing. */
  function server(token?: number): FakeApiServer {
    const api = new FakeApiServer();
    if (token !== undefined) api.put(path, stamped(token));
    return api;
  }
  const apply = (api: FakeApiServer, made?: Parameters<typeof applyObjects>[3]) =>
    applyObjects(api.cluster, [destination(api, 'a')], fencedApply({ app: 'shop', token: 7 }), made);
  const patches = ({ calls }: FakeApiServer) => calls.filter(({ verb }) => verb === 'patch');
  const held = ({ body }: Call) => (body as KubeObject).metadata;

  it('sends our token, and the uid and resourceVersion that were read', async () => {
    const api = server(6);
    const { uid, resourceVersion } = api.objects.get(path)?.metadata ?? {};
    await apply(api);
    expect(patches(api).map(held)).toEqual([{ name: 'a', ...stamped(7).metadata, uid, resourceVersion }]);
    expect(stampOf(api)).toBe('7');
  });

  it('keeps the tokens of other applications, which have the same field manager', async () => {
    const api = new FakeApiServer();
    // Read before the other application creates it.
    const mine = destination(api, 'a');
    await applyObjects(api.cluster, [destination(api, 'a')], fencedApply({ app: 'cart', token: 3 }));
    await applyObjects(api.cluster, [mine], fencedApply({ app: 'shop', token: 7 }));
    expect(api.objects.get(path)?.metadata?.annotations).toEqual({
      'slipway.dev/token.cart': '3',
      'slipway.dev/token.shop': '7',
    });
  });

  it('reads again after a conflict, and writes over the new object', async () => {
    const api = server(6);
    const others = (n: number) => () => api.put(path, { ...stamped(6), data: { n: String(n) } });
    for (const n of [1, 2]) api.once({ verb: 'patch', nth: n }, others(n));
    await apply(api);
    expect(patches(api).map(({ status }) => status)).toEqual([409, 409, 200]);
    expect(api.objects.get(path)).toMatchObject({ ...stamped(7), data: { n: '2', by: 'us' } });
  });

  it('is refused for an object that is being deleted, because it would be gone afterwards', async () => {
    const api = server(6);
    const deletionTimestamp = '2026-01-01T00:00:00Z';
    api.once({ verb: 'patch' }, () =>
      api.put(path, { metadata: { ...stamped(6).metadata, deletionTimestamp } }),
    );
    expect(await sentence(() => apply(api))).toEqual(wording('ConfigMap/a'));
  });

  it('creates an object that was deleted in the meantime', async () => {
    const api = server(6);
    const uid = api.objects.get(path)?.metadata?.uid;
    api.once({ verb: 'patch' }, () => api.delete(path));
    await apply(api);
    expect(stampOf(api)).toBe('7');
    expect(api.objects.get(path)?.metadata?.uid).not.toBe(uid);
  });

  it('never overwrites an object that a newer run has created', async () => {
    const api = server();
    api.once({ verb: 'create' }, () => api.put(path, stamped(8)));
    await expect(apply(api)).rejects.toBeInstanceOf(LeaseLost);
    expect(api.objects.get(path)).toMatchObject(stamped(8));
    expect(api.objects.get(path)).not.toHaveProperty('data');
  });

  it('continues with an object that exists after all, if no newer run wrote it', async () => {
    const api = server();
    api.once({ verb: 'create' }, () => api.put(path, stamped(7)));
    const told: unknown[] = [];
    await apply(api, async (at, { metadata }) => void told.push([at, metadata?.uid]));
    // It may be our own create, whose response was lost.
    expect(told).toEqual([[path, api.objects.get(path)?.metadata?.uid]]);
    expect(api.objects.get(path)).toMatchObject({ data: { by: 'us' } });
  });

  it('reports each created object, and stops when the callback throws', async () => {
    const api = server();
    const all = ['a', 'b'].map(name => destination(api, name));
    const told: unknown[] = [];
    const end = applyObjects(
      api.cluster,
      all,
      fencedApply({ app: 'shop', token: 7 }),
      async (at, { metadata }) => {
        told.push(at, metadata?.uid);
        throw new LeaseLost('lost', '');
      },
    );
    await expect(end).rejects.toBeInstanceOf(LeaseLost);
    expect(told).toEqual([path, api.objects.get(path)?.metadata?.uid]);
    expect(api.names('configmaps')).toEqual(['a']);
  });

  it('reports an object again that was deleted right after its creation', async () => {
    const api = server();
    api.once({ verb: 'patch' }, () => api.delete(path));
    const told: string[] = [];
    await apply(api, async at => void told.push(at));
    expect(told).toEqual([path, path]);
  });

  it('converts the fields of a created object to applied ones, so that the next apply can remove them', async () => {
    const api = server();
    await apply(api);
    expect(api.objects.get(path)?.metadata?.managedFields).toMatchObject([
      { manager: 'slipway', operation: 'Apply' },
    ]);
    const bare = { ...destination(api, 'a'), object: object('a') };
    await applyObjects(api.cluster, [bare], fencedApply({ app: 'shop', token: 7 }));
    expect(api.objects.get(path)).not.toHaveProperty('data.by');
  });

  it('is refused, without a write, after a run with a higher token', async () => {
    const api = server(8);
    await expect(apply(api)).rejects.toBeInstanceOf(LeaseLost);
    expect(api.writes).toEqual([]);
  });

  it('is refused when a run with a higher token caused the conflict', async () => {
    const api = server(6);
    api.once({ verb: 'patch' }, () => api.put(path, stamped(8)));
    await expect(apply(api)).rejects.toBeInstanceOf(LeaseLost);
    expect(stampOf(api)).toBe('8');
  });

  it('gives up with the message of the server when other writers never stop', async () => {
    const api = server(6);
    let writes = 0;
    api.before = () => {
      writes += 1;
      api.put(path, { ...stamped(6), data: { writes: String(writes) } });
    };
    expect(await sentence(() => apply(api))).toEqual(wording('ConfigMap/a', 'modified'));
    expect(patches(api)).toHaveLength(10);
  });

  it('does not stamp an object that is shipped with a release', async () => {
    const api = server();
    const labels = { 'slipway.dev/kind': 'shipped' };
    const shipped = { ...object('a'), metadata: { name: 'a', labels } };
    await applyObjects(
      api.cluster,
      [{ path, object: shipped, live: undefined }],
      fencedApply({ app: 'shop', token: 7 }),
    );
    expect(api.objects.get(path)?.metadata).toMatchObject({ labels });
    expect(api.objects.get(path)?.metadata).not.toHaveProperty('annotations');
  });
});

describe('a dry run', () => {
  const path = pathTo('x');
  /** The objection in this response of the API server. */
  async function objectionTo(kind: 'ConfigMap' | 'Secret', failure: Failure, said?: string) {
    const api = new FakeApiServer();
    api.fail({ verb: 'patch' }, failure, said);
    const at = kind === 'Secret' ? pathOf(resources.secret, 'shop', 'x') : path;
    return (await dryRunApply(api.cluster, at, { ...object('x'), kind })).objection;
  }

  it('changes nothing', async () => {
    const api = new FakeApiServer();
    const live = api.put(path, { data: { by: 'others' } });
    const { objection, would } = await dryRunApply(api.cluster, path, object('x', { by: 'us' }));
    expect([objection, would?.data]).toEqual([undefined, { by: 'us' }]);
    expect(api.objects.get(path)).toEqual(live);
  });

  it('returns the objection of the server', async () => {
    expect(await objectionTo('ConfigMap', 422, 'Required')).toBe(
      'ConfigMap "x" is invalid: spec: Invalid value: Required',
    );
  });

  it('engine 2: does not return a refused credential as an objection to the object', async () => {
    await expect(objectionTo('ConfigMap', 401)).rejects.toBeInstanceOf(ClusterError);
  });

  it('fails when the server itself does', async () => {
    await expect(objectionTo('ConfigMap', 500)).rejects.toBeInstanceOf(ClusterError);
  });

  it('never shows the value of a Secret', async () => {
    const { cluster } = new FakeApiServer();
    const of = async (kind: string, at: string, field: string) =>
      (await dryRunApply(cluster, at, { ...object('x'), kind, [field]: { pin: 1234 } })).objection;
    const said = await of('Secret', pathOf(resources.secret, 'shop', 'x'), 'stringData');
    expect(said).toEqual(wording('.stringData.pin', 'expected string'));
    expect(said).not.toContain('1234');
    expect(await of('ConfigMap', path, 'data')).toContain('1234');
  });

  it.each([429, 502, 503] as const)(
    'has no objection when the server is unavailable or overloaded: %i',
    async status => {
      await expect(objectionTo('Secret', status)).rejects.toBeInstanceOf(ClusterError);
    },
  );
});

describe('the number of replicas', () => {
  const path = pathOf(resources.deployment, 'shop', 'shop');

  it('is claimed unchanged, with a separate field manager', async () => {
    const api = new FakeApiServer();
    const live = api.put(path, deployment({ spec: { replicas: 9 } }));
    await claimReplicas(api.cluster, path, live);
    const claim = api.objects.get(path)?.metadata?.managedFields?.at(-1);
    expect(claim).toMatchObject({
      ...{ manager: 'slipway-replicas', operation: 'Apply' },
      fieldsV1: { 'f:spec': { 'f:replicas': {} } },
    });
    const rest = { ...deployment({ spec: { replicas: 9 } }), status: undefined };
    const { replicas: _, ...spec } = rest.spec ?? {};
    const applied = { ...rest, spec, metadata: { name: 'shop' } };
    await api.cluster.patch(path, 'apply', { ...applied, spec: { ...spec, replicas: 9 } }, { force: 'true' });
    await api.cluster.patch(path, 'apply', applied, { force: 'true' });
    expect(api.objects.get(path)).toMatchObject({ spec: { replicas: 9 } });
  });

  it('is not claimed for a missing object', async () => {
    const api = new FakeApiServer();
    await claimReplicas(api.cluster, path, undefined);
    expect(api.calls).toEqual([]);
  });
});
