import { ClusterError, MissingPermission } from '../../../src/cluster/errors.ts';
import type { KubeObject } from '../../../src/cluster/objects.ts';
import type { Cluster, Method, PatchKind } from '../../../src/cluster/port.ts';

/** What an API server responds and stores: the fake one and that of the lab are both tested with it. `NS` stands for the namespace. */

// biome-ignore lint/suspicious/noExplicitAny: responses are compared field by field
type Body = any;

/** A request. */
export interface Ask {
  method: Method;
  path: string;
  body?: unknown;
  patch?: PatchKind;
  /** The part of the response to compare. */
  shows?: (body: Body) => unknown;
}

/** A status, optionally with a reason, or also with the message; for a success with the compared part. */
export type Expected =
  | number
  | readonly [status: number, reason: string]
  | readonly [status: number, reason: string, message: string]
  | readonly [status: number, shown: { is: unknown }];

export interface Row {
  name: string;
  /** Each request with the expected response; it may depend on earlier responses. */
  asks: readonly (readonly [Ask | ((seen: readonly Body[]) => Ask), Expected])[];
  /** The expected part of an object that is stored in the end; undefined for a missing object. */
  stored?: readonly { path: string; shows: (object: Body) => unknown; is: unknown }[];
}

const maps = '/api/v1/namespaces/NS/configmaps';
const deployments = '/apis/apps/v1/namespaces/NS/deployments';
const leases = '/apis/coordination.k8s.io/v1/namespaces/NS/leases';
const map = (name: string, data: object = { a: '1' }, metadata: object = {}) => ({
  ...{ apiVersion: 'v1', kind: 'ConfigMap' },
  metadata: { name, ...metadata },
  data,
});
const deployment = (name: string) => ({
  ...{ apiVersion: 'apps/v1', kind: 'Deployment', metadata: { name } },
  spec: {
    replicas: 0,
    selector: { matchLabels: { app: name } },
    template: {
      metadata: { labels: { app: name } },
      spec: { containers: [{ name: 'a', image: 'registry.example/a:1' }] },
    },
  },
});
const post = (body: object, path = maps): Ask => ({ method: 'POST', path, body });
const get = (path: string): Ask => ({ method: 'GET', path });
const put = (path: string, body: object): Ask => ({ method: 'PUT', path, body });
const remove = (path: string, preconditions?: object): Ask => ({
  method: 'DELETE',
  path,
  body: { ...{ kind: 'DeleteOptions', apiVersion: 'v1' }, ...(preconditions && { preconditions }) },
});
const patch = (kind: PatchKind, path: string, body: unknown): Ask => ({
  method: 'PATCH',
  path,
  patch: kind,
  body,
});
const apply = (manager: string, body: Body, force = false): Ask =>
  patch('apply', `${maps}/${body.metadata.name}?fieldManager=${manager}&force=${force}`, body);
const data = ({ data: shown }: Body) => shown;
const spec = ({ spec: shown }: Body) => shown;
const generation = ({ metadata }: Body) => metadata.generation;
const managers = ({ metadata }: Body) =>
  metadata.managedFields.map(({ manager, operation }: Body) => `${manager} ${operation}`).sort();
const names = ({ items }: Body) => items.map(({ metadata }: Body) => metadata.name);
const modified =
  'the object has been modified; please apply your changes to the latest version and try again';
const misfit = [422, 'Invalid', 'the server rejected our request due to an error in our request'] as const;

export const table: readonly Row[] = [
  {
    name: 'an object is created once',
    asks: [
      [post(map('once')), 201],
      [post(map('once', { a: '2' })), [409, 'AlreadyExists', 'configmaps "once" already exists']],
      [post(deployment('once'), deployments), 201],
      [
        post(deployment('once'), deployments),
        [409, 'AlreadyExists', 'deployments.apps "once" already exists'],
      ],
    ],
    stored: [{ path: `${maps}/once`, shows: data, is: { a: '1' } }],
  },
  {
    name: 'an object has a name, or gets one',
    asks: [
      [post({ metadata: {}, data: {} }), [422, 'Invalid']],
      [
        {
          ...post({ metadata: { generateName: 'made-' } }),
          shows: ({ metadata }) => /^made-[a-z0-9]{5}$/.test(metadata.name),
        },
        [201, { is: true }],
      ],
    ],
  },
  {
    name: 'an object is created in its own namespace, which is there, and without a version',
    asks: [
      [post(map('away', {}, { namespace: 'default' })), [400, 'BadRequest']],
      [
        post(map('away'), '/api/v1/namespaces/NS-none/configmaps'),
        [404, 'NotFound', 'namespaces "NS-none" not found'],
      ],
      [
        post(map('away', {}, { resourceVersion: '5' })),
        [500, '', 'resourceVersion should not be set on objects to be created'],
      ],
    ],
    stored: [{ path: `${maps}/away`, shows: data, is: undefined }],
  },
  {
    name: 'a missing object is not found',
    asks: [
      [get(`${maps}/none`), [404, 'NotFound', 'configmaps "none" not found']],
      [get(`${deployments}/none`), [404, 'NotFound', 'deployments.apps "none" not found']],
      [put(`${maps}/none`, map('none')), [404, 'NotFound', 'configmaps "none" not found']],
      [patch('json', `${maps}/none`, []), [404, 'NotFound', 'configmaps "none" not found']],
      [patch('merge', `${maps}/none`, {}), [404, 'NotFound', 'configmaps "none" not found']],
      [remove(`${maps}/none`), [404, 'NotFound', 'configmaps "none" not found']],
      [get('/api/v1/namespaces/NS/nothings'), [404, 'NotFound']],
      [get('/apis/nothing.example/v1'), [404, '']],
    ],
  },
  {
    name: 'a replacement is a compare-and-swap',
    asks: [
      [post(map('swap')), 201],
      [([made]) => put(`${maps}/swap`, { ...made, data: { a: '2' } }), 200],
      [
        ([made]) => put(`${maps}/swap`, { ...made, data: { a: '3' } }),
        [409, 'Conflict', `Operation cannot be fulfilled on configmaps "swap": ${modified}`],
      ],
      [put(`${maps}/swap`, map('swap', { a: '4' })), 200],
      [
        put(`${maps}/swap`, map('other')),
        [400, 'BadRequest', 'the name of the object (other) does not match the name on the URL (swap)'],
      ],
      [
        put(`${maps}/swap`, map('swap', {}, { uid: '11111111-1111-4111-8111-111111111111' })),
        [
          409,
          'Conflict',
          'Operation cannot be fulfilled on configmaps "swap": StorageError: invalid object, Code: 4, Key: /registry/configmaps/NS/swap, ResourceVersion: 0, AdditionalErrorMsg: Precondition failed: UID in precondition: UID, UID in object meta: UID',
        ],
      ],
    ],
    stored: [{ path: `${maps}/swap`, shows: data, is: { a: '4' } }],
  },
  {
    name: 'a Lease is never replaced blindly',
    asks: [
      [post({ metadata: { name: 'blind' }, spec: { holderIdentity: 'a' } }, leases), 201],
      [
        put(`${leases}/blind`, { metadata: { name: 'blind' }, spec: { holderIdentity: 'b' } }),
        [422, 'Invalid'],
      ],
    ],
    stored: [{ path: `${leases}/blind`, shows: spec, is: { holderIdentity: 'a' } }],
  },
  {
    name: 'a write without a change creates no new version',
    asks: [
      [post(map('same')), 201],
      [([made]) => put(`${maps}/same`, made), 200],
      [([made]) => put(`${maps}/same`, { ...made, data: { a: '2' } }), 200],
    ],
    stored: [{ path: `${maps}/same`, shows: data, is: { a: '2' } }],
  },
  {
    name: 'a JSON patch is applied whole or not at all',
    asks: [
      [post(map('json')), 201],
      [
        patch('json', `${maps}/json`, [
          { op: 'add', path: '/data/b', value: '2' },
          { op: 'test', path: '/data/a', value: 'other' },
        ]),
        misfit,
      ],
      [patch('json', `${maps}/json`, [{ op: 'remove', path: '/data/none' }]), misfit],
      [patch('json', `${maps}/json`, [{ op: 'replace', path: '/data/none', value: '1' }]), 200],
      [patch('json', `${maps}/json`, [{ op: 'add', path: '/none/b', value: '1' }]), misfit],
      [
        patch('json', `${maps}/json`, [
          { op: 'test', path: '/data/a', value: '1' },
          { op: 'add', path: '/metadata/annotations', value: { 'a/b': '1' } },
          { op: 'remove', path: '/metadata/annotations/a~1b' },
          { op: 'replace', path: '/data/a', value: '3' },
        ]),
        200,
      ],
    ],
    stored: [{ path: `${maps}/json`, shows: data, is: { a: '3', none: '1' } }],
  },
  {
    name: 'a merge patch changes members, and requires a version that it names',
    asks: [
      [post(map('merge', { a: '1', b: '2' })), 201],
      [patch('merge', `${maps}/merge`, { data: { a: null, c: '3' } }), 200],
      [
        ([made]) =>
          patch('merge', `${maps}/merge`, {
            metadata: { resourceVersion: made.metadata.resourceVersion },
            data: { d: '4' },
          }),
        [409, 'Conflict', `Operation cannot be fulfilled on configmaps "merge": ${modified}`],
      ],
    ],
    stored: [{ path: `${maps}/merge`, shows: data, is: { b: '2', c: '3' } }],
  },
  {
    name: 'an apply creates a missing object, and removes fields that it no longer has',
    asks: [
      [apply('one', map('applied', { a: '1', b: '2' })), 201],
      [apply('one', map('applied', { a: '1', c: '3' })), 200],
    ],
    stored: [
      { path: `${maps}/applied`, shows: data, is: { a: '1', c: '3' } },
      { path: `${maps}/applied`, shows: managers, is: ['one Apply'] },
    ],
  },
  {
    name: 'an apply conflicts with other managers unless it is forced',
    asks: [
      [apply('one', map('shared', { a: '1' })), 201],
      [apply('two', map('shared', { a: '1', b: '2' })), 200],
      [
        apply('two', map('shared', { a: '3' })),
        [409, 'Conflict', 'Apply failed with 1 conflict: conflict with "one": .data.a'],
      ],
      [apply('two', map('shared', { a: '3' }), true), 200],
      [apply('one', map('shared', {})), 200],
    ],
    stored: [
      { path: `${maps}/shared`, shows: data, is: { a: '3' } },
      { path: `${maps}/shared`, shows: object => managers(object).includes('two Apply'), is: true },
    ],
  },
  {
    name: 'an apply keeps other fields of other managers, and conflicts on its own fields',
    asks: [
      [apply('one', map('beside', { a: '1' })), 201],
      [patch('merge', `${maps}/beside?fieldManager=two`, { data: { a: '2', b: '2' } }), 200],
      [
        apply('one', map('beside', { a: '1' })),
        [409, 'Conflict', 'Apply failed with 1 conflict: conflict with "two" using v1: .data.a'],
      ],
      [apply('one', map('beside', { a: '1' }), true), 200],
    ],
    stored: [
      { path: `${maps}/beside`, shows: data, is: { a: '1', b: '2' } },
      { path: `${maps}/beside`, shows: managers, is: ['one Apply', 'two Update'] },
    ],
  },
  {
    name: 'an apply requires the object and the version that it names',
    asks: [
      [apply('one', map('held', { a: '1' })), 201],
      [apply('one', map('held', { a: '2' })), 200],
      [
        ([{ metadata }]) =>
          apply('one', map('held', { a: '3' }, { resourceVersion: metadata.resourceVersion })),
        [409, 'Conflict', `Operation cannot be fulfilled on configmaps "held": ${modified}`],
      ],
      [
        ([, { metadata }]) =>
          apply(
            'one',
            map('held', { a: '4' }, { resourceVersion: metadata.resourceVersion, uid: metadata.uid }),
          ),
        200,
      ],
      [
        apply('one', map('held-none', {}, { uid: '11111111-1111-4111-8111-111111111111' })),
        [409, 'Conflict'],
      ],
    ],
    stored: [
      { path: `${maps}/held`, shows: data, is: { a: '4' } },
      { path: `${maps}/held-none`, shows: data, is: undefined },
    ],
  },
  {
    name: 'an apply that cannot be parsed gets a response without a reason',
    asks: [[apply('one', map('unreadable', { a: 1 })), [500, '']]],
  },
  {
    name: 'an item of a list is applied separately',
    asks: [
      [post(deployment('items'), deployments), 201],
      [
        patch('apply', `${deployments}/items?fieldManager=one&force=true`, {
          ...{ apiVersion: 'apps/v1', kind: 'Deployment', metadata: { name: 'items' } },
          spec: { template: { spec: { containers: [{ name: 'b', image: 'registry.example/b:1' }] } } },
        }),
        200,
      ],
    ],
    stored: [
      {
        path: `${deployments}/items`,
        shows: ({ spec: { template } }) => template.spec.containers.map(({ name }: Body) => name).sort(),
        is: ['a', 'b'],
      },
    ],
  },
  {
    name: 'updated fields become applied ones by their entry in managedFields',
    asks: [
      [post(map('owned', { a: '1', b: '2' }), `${maps}?fieldManager=one`), 201],
      [
        ([{ metadata }]) =>
          patch('json', `${maps}/owned?fieldManager=one`, [
            {
              op: 'replace',
              path: '/metadata/managedFields',
              value: [{ ...metadata.managedFields[0], operation: 'Apply' }],
            },
          ]),
        200,
      ],
      [apply('one', map('owned', { a: '1' })), 200],
    ],
    stored: [
      { path: `${maps}/owned`, shows: data, is: { a: '1' } },
      { path: `${maps}/owned`, shows: managers, is: ['one Apply'] },
    ],
  },
  {
    name: 'a dry run stores nothing',
    asks: [
      [post(map('dry'), `${maps}?dryRun=All`), 201],
      [get(`${maps}/dry`), [404, 'NotFound']],
      [apply('one', map('dry')), 201],
      [
        { ...patch('merge', `${maps}/dry?dryRun=All`, { data: { a: '2' } }), shows: data },
        [200, { is: { a: '2' } }],
      ],
      [put(`${maps}/dry?dryRun=All`, map('dry', { a: '3' })), 200],
      [patch('apply', `${maps}/dry?dryRun=All&fieldManager=one&force=true`, map('dry', { a: '4' })), 200],
      [{ method: 'DELETE', path: `${maps}/dry`, body: { dryRun: ['All'] } }, 200],
      [{ method: 'DELETE', path: `${maps}/dry?dryRun=All` }, 200],
    ],
    stored: [{ path: `${maps}/dry`, shows: data, is: { a: '1' } }],
  },
  {
    name: 'a deletion requires the object and the version that it names',
    asks: [
      [post(map('gone')), 201],
      [
        remove(`${maps}/gone`, { uid: '11111111-1111-4111-8111-111111111111' }),
        [
          409,
          'Conflict',
          'Operation cannot be fulfilled on ConfigMap "gone": the UID in the precondition (UID) does not match the UID in record (UID). The object might have been deleted and then recreated',
        ],
      ],
      [patch('merge', `${maps}/gone`, { data: { b: '2' } }), 200],
      [
        ([{ metadata }]) =>
          remove(`${maps}/gone`, { uid: metadata.uid, resourceVersion: metadata.resourceVersion }),
        [
          409,
          'Conflict',
          'Operation cannot be fulfilled on ConfigMap "gone": the ResourceVersion in the precondition (N) does not match the ResourceVersion in record (N). The object might have been modified',
        ],
      ],
      [
        ([{ metadata }]) => ({
          ...remove(`${maps}/gone`, { uid: metadata.uid }),
          shows: ({ kind, status, details }) => [kind, status, details.name],
        }),
        [200, { is: ['Status', 'Success', 'gone'] }],
      ],
      [remove(`${maps}/gone`), [404, 'NotFound']],
    ],
    stored: [{ path: `${maps}/gone`, shows: data, is: undefined }],
  },
  {
    name: 'the selected part of a collection is deleted',
    asks: [
      [post(map('all-a', {}, { labels: { all: 'yes' } })), 201],
      [post(map('all-b', {}, { labels: { all: 'no' } })), 201],
      [{ method: 'DELETE', path: `${maps}?labelSelector=all%3Dyes` }, 200],
      [{ ...get(`${maps}?labelSelector=all`), shows: names }, [200, { is: ['all-b'] }]],
    ],
  },
  {
    name: 'an object with a finalizer is deleted when the finalizer is removed',
    asks: [
      [post(map('final', {}, { finalizers: ['example.com/wait'] })), 201],
      [
        { ...remove(`${maps}/final`), shows: ({ metadata }) => typeof metadata.deletionTimestamp },
        [200, { is: 'string' }],
      ],
      [get(`${maps}/final`), 200],
      [remove(`${maps}/final`), 200],
      [patch('merge', `${maps}/final`, { metadata: { finalizers: null } }), 200],
      [get(`${maps}/final`), [404, 'NotFound']],
    ],
  },
  {
    name: 'an owned object is deleted with its last owner',
    asks: [
      [post(map('owner')), 201],
      [
        ([{ metadata }]) =>
          post(
            map(
              'owned-by',
              {},
              {
                ownerReferences: [{ apiVersion: 'v1', kind: 'ConfigMap', name: 'owner', uid: metadata.uid }],
              },
            ),
          ),
        201,
      ],
      [remove(`${maps}/owner`), 200],
    ],
    stored: [{ path: `${maps}/owned-by`, shows: data, is: undefined }],
  },
  {
    name: 'an immutable object can only change its metadata',
    asks: [
      [post({ ...map('fixed'), immutable: true }), 201],
      [
        patch('merge', `${maps}/fixed`, { data: { a: '2' } }),
        [
          422,
          'Invalid',
          'ConfigMap "fixed" is invalid: data: Forbidden: field is immutable when `immutable` is set',
        ],
      ],
      [patch('merge', `${maps}/fixed`, { metadata: { labels: { a: '1' } } }), 200],
    ],
    stored: [
      {
        path: `${maps}/fixed`,
        shows: ({ data: shown, metadata }) => [shown, metadata.labels],
        is: [{ a: '1' }, { a: '1' }],
      },
    ],
  },
  {
    name: 'the generation of a Deployment rises with its spec and its annotations',
    asks: [
      [{ ...post(deployment('counted'), deployments), shows: generation }, [201, { is: 1 }]],
      [
        {
          ...patch('merge', `${deployments}/counted`, { metadata: { labels: { a: '1' } } }),
          shows: generation,
        },
        [200, { is: 1 }],
      ],
      [
        { ...patch('merge', `${deployments}/counted`, { spec: { minReadySeconds: 1 } }), shows: generation },
        [200, { is: 2 }],
      ],
      [
        {
          ...patch('merge', `${deployments}/counted`, { metadata: { annotations: { a: '1' } } }),
          shows: generation,
        },
        [200, { is: 3 }],
      ],
    ],
  },
  {
    name: 'a status is only written through its subresource, and so is the scale',
    asks: [
      [post({ ...deployment('scaled'), status: { replicas: 7 } }, deployments), 201],
      [
        {
          ...get(`${deployments}/scaled/scale`),
          shows: ({ kind, spec: shown }) => [kind, shown.replicas ?? 0],
        },
        [200, { is: ['Scale', 0] }],
      ],
      [
        {
          ...patch('merge', `${deployments}/scaled/scale`, { spec: { replicas: 0 } }),
          shows: ({ kind }) => kind,
        },
        [200, { is: 'Scale' }],
      ],
      [patch('merge', `${deployments}/scaled`, { status: { replicas: 7 } }), 200],
    ],
    stored: [{ path: `${deployments}/scaled`, shows: ({ status }) => status?.replicas ?? 0, is: 0 }],
  },
  {
    name: 'stringData of a Secret is stored encoded',
    asks: [
      [post({ metadata: { name: 'text' }, stringData: { a: 'b' } }, '/api/v1/namespaces/NS/secrets'), 201],
    ],
    stored: [{ path: '/api/v1/namespaces/NS/secrets/text', shows: data, is: { a: 'Yg==' } }],
  },
  {
    name: 'a list has the selected objects, in order and page by page',
    asks: [
      ...['l-b', 'l-a', 'l-c'].map(
        name => [post(map(name, {}, { labels: { l: name, list: 'yes' } })), 201] as const,
      ),
      [{ ...get(`${maps}?labelSelector=list%3Dyes`), shows: names }, [200, { is: ['l-a', 'l-b', 'l-c'] }]],
      [
        { ...get(`${maps}?labelSelector=list,l%20in%20(l-a,l-c)`), shows: names },
        [200, { is: ['l-a', 'l-c'] }],
      ],
      [
        { ...get(`${maps}?labelSelector=list,l%20notin%20(l-a)`), shows: names },
        [200, { is: ['l-b', 'l-c'] }],
      ],
      [{ ...get(`${maps}?labelSelector=list,l!%3Dl-a,!none`), shows: names }, [200, { is: ['l-b', 'l-c'] }]],
      [{ ...get(`${maps}?fieldSelector=metadata.name%3Dl-b`), shows: names }, [200, { is: ['l-b'] }]],
      [get(`${maps}?fieldSelector=data.a%3Db`), [400, 'BadRequest']],
      [
        {
          ...get(`${maps}?labelSelector=list%3Dyes&limit=2`),
          shows: list => [list.kind, names(list), list.metadata.remainingItemCount],
        },
        [200, { is: ['ConfigMapList', ['l-a', 'l-b'], undefined] }],
      ],
      [
        seen => ({
          ...get(`${maps}?labelSelector=list%3Dyes&limit=2&continue=${seen.at(-1).metadata.continue}`),
          shows: list => [names(list), list.metadata.continue ?? ''],
        }),
        [200, { is: [['l-c'], ''] }],
      ],
      [
        {
          ...get(`${maps}?labelSelector=list%3Dyes`),
          shows: ({ items: [first] }) => [first.kind, first.apiVersion],
        },
        [200, { is: [undefined, undefined] }],
      ],
    ],
  },
  {
    name: 'an access review answers for a permission',
    asks: [
      [
        {
          method: 'POST',
          path: '/apis/authorization.k8s.io/v1/selfsubjectaccessreviews',
          body: {
            ...{ apiVersion: 'authorization.k8s.io/v1', kind: 'SelfSubjectAccessReview' },
            spec: { resourceAttributes: { verb: 'get', group: '', resource: 'configmaps', namespace: 'NS' } },
          },
          shows: ({ status }) => status.allowed,
        },
        [201, { is: true }],
      ],
    ],
  },
];

const types = {
  json: 'application/json-patch+json',
  merge: 'application/merge-patch+json',
  apply: 'application/apply-patch+yaml',
};

/** The result of the requests of a row. */
export interface Outcome {
  answers: Expected[];
  stored: unknown[];
}

/** Sends the requests of a row, one after the other. */
export async function played(
  cluster: Cluster,
  namespace: string,
  { asks, stored = [] }: Row,
): Promise<Outcome> {
  const named = <T>(value: T): T =>
    value === undefined ? value : (JSON.parse(JSON.stringify(value).replace(/\bNS\b/g, namespace)) as T);
  const plain = (text: string) =>
    text
      .replaceAll(namespace, 'NS')
      .replace(/[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}/g, 'UID')
      .replace(/\(\d+\)/g, '(N)');
  const seen: Body[] = [];
  const answers: Expected[] = [];
  for (const [asked, expected] of asks) {
    const { method, path, body, patch: kind, shows } = typeof asked === 'function' ? asked(seen) : asked;
    const answer = await cluster.call(method, named(path), named(body), kind && types[kind]).then(
      ({ status, body: text }) => {
        seen.push(JSON.parse(text));
        return shows === undefined ? status : ([status, { is: shows(seen.at(-1)) }] as const);
      },
      (error: unknown) => {
        seen.push(undefined);
        if (error instanceof MissingPermission || !(error instanceof ClusterError)) throw error;
        const whole = [error.status, error.reason, plain(error.serverMessage)] as const;
        return whole.slice(0, typeof expected === 'number' ? 3 : expected.length) as unknown as Expected;
      },
    );
    answers.push(answer);
  }
  const looks = stored.map(async ({ path, shows }) => {
    const object = await cluster.get<KubeObject>(named(path));
    return object === undefined ? undefined : shows(object);
  });
  return { answers, stored: await Promise.all(looks) };
}

/** The result that a row expects. */
export const expectedOf = ({ asks, stored = [] }: Row): Outcome => ({
  answers: asks.map(([, expected]) => expected),
  stored: stored.map(({ is }) => is),
});

/** The types and names that a watch reports for three writes to selected objects, and two to others. */
export async function watched(cluster: Cluster, namespace: string): Promise<string[]> {
  const folder = maps.replace('NS', namespace);
  const labelled = (name: string, watch: string) => map(name, {}, { labels: { watch } });
  const { resourceVersion } = await cluster.list(folder);
  await cluster.create(folder, labelled('w-a', 'yes'));
  await cluster.create(folder, labelled('w-b', 'no'));
  const stop = new AbortController();
  const told: string[] = [];
  try {
    const query = { labelSelector: 'watch=yes', resourceVersion };
    for await (const { type, object } of cluster.watch(folder, query, stop.signal)) {
      told.push(`${type} ${object.metadata?.name}`);
      // Written one after the other during the watch, which reports earlier and later objects.
      if (told.length === 1) await cluster.patch(`${folder}/w-a`, 'merge', { data: { a: '2' } });
      if (told.length === 2)
        await cluster.patch(`${folder}/w-b`, 'merge', { metadata: { labels: { watch: 'yes' } } });
      if (told.length === 3)
        await cluster.patch(`${folder}/w-a`, 'merge', { metadata: { labels: { watch: 'no' } } });
      if (told.length === 4) await cluster.remove(`${folder}/w-b`, undefined);
      if (told.length === 5) break;
    }
  } finally {
    stop.abort();
  }
  return told;
}

export const watchedOf = ['ADDED w-a', 'MODIFIED w-a', 'ADDED w-b', 'DELETED w-a', 'DELETED w-b'];
