import { cp, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { actionNames, loadAction } from '../../src/actions/all.ts';
import { pathOf, resources } from '../../src/cluster/resources.ts';
import {
  auditMark,
  createShop,
  image,
  type Manifest,
  pushForeign,
  pushShops,
  repository,
  type Shop,
  workflow,
  writeKubeconfig,
  writesSince,
} from './harness.ts';

/** A mistake, and the sentence of the refusal. */
interface Mistake {
  name: string;
  /** Makes the mistake in the shop's files. */
  make?: (shop: Shop) => Promise<unknown>;
  /** The whole command line. */
  args?: string[];
  env?: (shop: Shop) => Promise<Record<string, string>>;
  sentence: RegExp;
  /** Matches the lines before the sentence. */
  progress?: RegExp;
}

const deployArgs = (images: string, ...more: string[]) => [
  ...['deploy', '--environment', 'production', '--images', images],
  ...more,
];
const good = deployArgs(image('v1'));
const add = (name: string, object: object) => (shop: Shop) =>
  writeFile(join(shop.dir, 'deploy', name), JSON.stringify(object));
const replace = (from: string, to: string) => (shop: Shop) => shop.configure(text => text.replace(from, to));
const edit = (kind: string, change: (object: Manifest) => void) => (shop: Shop) => shop.edit(kind, change);
const kubeconfig =
  (change: Parameters<typeof writeKubeconfig>[1]) =>
  async (shop: Shop): Promise<Record<string, string>> => ({
    KUBECONFIG: await writeKubeconfig(join(shop.dir, 'other.kubeconfig'), change),
  });

const ofFiles: Mistake[] = [
  {
    name: 'slipway.yml is in another place',
    args: [...good, '--config', 'ops/slipway.yml'],
    sentence: /^ops\/slipway\.yml cannot be read: it does not exist\. /,
  },
  {
    name: 'a key is misspelt',
    make: replace('    workload:', '    workloads:'),
    sentence:
      /^slipway\.yml:13:5: environments\.production\.workloads: unknown key\. Did you mean `workload`\?$/,
  },
  {
    name: 'the YAML is broken',
    make: replace('    manifests: [deploy/]', '    manifests: [deploy/'),
    sentence: /^slipway\.yml:\d+:\d+: this is not valid YAML \(.*\)\. /,
  },
  {
    name: 'a duration has no unit',
    make: replace('deadline: 2m', 'deadline: 2 minutes'),
    sentence: /^slipway\.yml:\d+:\d+: environments\.production\.strategy\.rolling\.deadline: .*\. .*/,
  },
  {
    name: 'the environment is misspelt',
    args: ['deploy', '--environment', 'prodution', '--images', image('v1')],
    sentence: /^the environment "prodution" is not in slipway\.yml of shop\. .*production/,
  },
  {
    name: 'the manifests are in another place',
    make: replace('[deploy/]', '[k8s/]'),
    sentence: /^manifests: k8s\/? does not exist\. Correct the path, which is relative to slipway\.yml\.$/,
  },
  {
    name: 'the YAML of a manifest is broken',
    make: shop => writeFile(join(shop.dir, 'deploy/extra.yaml'), 'kind: ConfigMap\n  apiVersion: v1\n'),
    sentence: /^deploy\/extra\.yaml:\d+: .*\. Correct the YAML\.$/,
  },
  {
    name: 'a manifest is no object of Kubernetes',
    make: shop => writeFile(join(shop.dir, 'deploy/values.yaml'), 'replicas: 3\n'),
    sentence: /^deploy\/values\.yaml: an object lacks apiVersion, kind or metadata\.name\. /,
  },
  {
    name: 'a manifest is only text',
    make: shop => writeFile(join(shop.dir, 'deploy/notes.yaml'), 'remember the milk\n'),
    sentence: /^deploy\/notes\.yaml: an object lacks apiVersion, kind or metadata\.name\. /,
  },
  {
    name: 'an object is defined twice',
    make: add('twin.json', { apiVersion: 'v1', kind: 'Service', metadata: { name: 'shop' }, spec: {} }),
    sentence:
      /^Service\/shop is defined in both deploy\/service\.yaml and deploy\/twin\.json\. Keep one of them\.$/,
  },
  {
    name: 'the workload is not among the manifests',
    make: replace('Deployment/shop', 'Deployment/shop-api'),
    sentence:
      /^the manifests do not contain Deployment\/shop-api \(only shop\)\. Correct `workload` in slipway\.yml or add its manifest\.$/,
  },
  {
    name: 'a manifest is for another namespace',
    make: edit('Service', object => {
      object.metadata!.namespace = 'elsewhere';
    }),
    sentence:
      /^deploy\/service\.yaml: Service\/shop is for namespace elsewhere, but the environment is for e2e-\S+\. Remove metadata\.namespace/,
  },
  {
    name: 'no container uses the image',
    make: edit('Deployment', ({ spec }) => {
      spec.template.spec.containers[0].image = '127.0.0.1:5000/e2e/store';
    }),
    sentence:
      /^no container uses images\.shop \(127\.0\.0\.1:5000\/e2e\/shop\); the manifests use 127\.0\.0\.1:5000\/e2e\/store\. /,
  },
];

/** They exit with 2. */
const ofUsage: Mistake[] = [
  { name: 'the action is misspelt', args: ['deply'], sentence: /^there is no command "deply"\. .*deploy/ },
  {
    name: 'an input is misspelt',
    args: ['deploy', '--enviroment', 'production'],
    sentence: /^deploy has no input "enviroment"\. .*environment/,
  },
  {
    name: 'a required input is missing',
    args: ['deploy', '--environment', 'production'],
    sentence: /^the input `images` is missing \(.+\)\. Write --images value\.$/,
  },
  {
    name: 'an input has no value',
    args: ['deploy', '--images', image('v1'), '--environment'],
    sentence: /^--environment has no value\. Write --environment value\.$/,
  },
  {
    name: 'there is an extra argument',
    args: ['deploy', 'production'],
    sentence: /^unexpected argument "production"\. Write --input value; /,
  },
];

const ofInputs: Mistake[] = [
  {
    name: 'the time to wait is no duration',
    args: deployArgs(image('v1'), '--wait', 'long'),
    sentence: /^the input `wait` is invalid: "long"\. Write a duration such as 30s or 10m\.$/,
  },
  {
    name: 'the images are not JSON',
    args: deployArgs('shop=v1'),
    sentence: /^the input `images` is not JSON\. Write a JSON object/,
  },
  {
    name: 'the images are a list',
    args: deployArgs('["v1"]'),
    sentence: /^the input `images` is not a JSON object\. Write a JSON object/,
  },
  {
    name: 'there are no images',
    args: deployArgs('{}'),
    sentence: /^the input `images` names no image\. Write a JSON object/,
  },
  {
    name: 'the name of an image is unknown',
    args: deployArgs(`{"shopp": "${repository}:v1"}`),
    sentence: /^the input `images` names "shopp", which is not in slipway\.yml\. .*shop/,
  },
  {
    name: 'the image is from another repository',
    args: deployArgs('{"shop": "127.0.0.1:5000/other:v1"}'),
    sentence:
      /^the input `images` takes "shop" from 127\.0\.0\.1:5000\/other, but slipway\.yml takes it from 127\.0\.0\.1:5000\/e2e\/shop\. /,
  },
  {
    name: 'the digest does not exist',
    args: deployArgs(`{"shop": "sha256:${'0'.repeat(64)}"}`),
    sentence:
      /^image shop: the registry has no 127\.0\.0\.1:5000\/e2e\/shop@sha256:0{64}\. Push it first, or correct the input `images`\.$/,
  },
  {
    name: 'the digest is cut off',
    args: deployArgs('{"shop": "sha256:abc"}'),
    sentence: /has an incomplete digest for "shop": sha256:abc\. /,
  },
  {
    name: 'the repository does not exist',
    make: replace(repository, '127.0.0.1:5000/nobody/knows'),
    args: deployArgs('{"shop": "127.0.0.1:5000/nobody/knows:v1"}'),
    sentence: /^image shop: the registry has no 127\.0\.0\.1:5000\/nobody\/knows:v1\. Push it first/,
  },
  {
    name: 'the registry cannot be reached',
    make: replace(repository, '127.0.0.1:5999/e2e/shop'),
    args: deployArgs('{"shop": "127.0.0.1:5999/e2e/shop:v1"}'),
    sentence: /^the registry 127\.0\.0\.1:5999 cannot be reached \(.*ECONNREFUSED.*\)\. /,
  },
  {
    name: 'the image is only for another platform',
    args: deployArgs(image('arm')),
    sentence:
      /^image shop is built for linux\/arm64, but nodes run linux\/amd64\. Build the image for that platform too/,
  },
  {
    name: 'a release number is no number',
    args: ['rollback', '--environment', 'production', '--to-release', 'latest'],
    sentence: /^"latest" is not a release number\. Use a number such as 7/,
  },
  {
    name: 'there is no release to roll back to',
    args: ['rollback', '--environment', 'production'],
    sentence: /^no release of this application has been verified yet\. Deploy a version that works\.$/,
  },
  {
    name: 'there is no release to verify',
    args: ['verify', '--environment', 'production'],
    sentence:
      /^Deployment\/shop in namespace e2e-\S+ was not released by Slipway\. Deploy a release first\.$/,
  },
];

const ofTheCluster: Mistake[] = [
  {
    name: 'there is no kubectl',
    env: async () => ({ PATH: '/nonexistent', SLIPWAY_TOOL_MIRRORS: 'http://127.0.0.1:65535' }),
    sentence: /^kubectl 1\.36\.3 cannot be downloaded: .*or install kubectl 1\.36\.3 on the PATH\.$/,
    progress: /^downloading http:\/\/127\.0\.0\.1:65535\/\S+\/kubectl$/,
  },
  {
    name: 'there is no kubeconfig',
    env: async () => ({ KUBECONFIG: '/nonexistent/kubeconfig' }),
    sentence:
      /^no cluster was found: localhost:8080, which kubectl uses without a readable kubeconfig, does not answer\. .*KUBECONFIG to a file that exists\.$/,
  },
  {
    name: 'the kubeconfig is broken',
    env: async shop => {
      const path = join(shop.dir, 'broken.kubeconfig');
      await writeFile(path, 'clusters: [');
      return { KUBECONFIG: path };
    },
    sentence: /^kubectl cannot reach a cluster: .*\. Check KUBECONFIG and the input `kube-context`\.$/,
  },
  {
    name: 'the context does not exist',
    args: [...good, '--kube-context', 'productoin'],
    sentence:
      /^kubectl cannot reach a cluster: .*productoin.*\. Check KUBECONFIG and the input `kube-context`\.$/,
  },
  {
    name: 'the API server cannot be reached',
    env: kubeconfig((user, cluster) => {
      user.token = 'none';
      cluster.server = 'https://10.99.0.1:6999';
    }),
    sentence: /^the API server does not answer: .*\. Check the server address in the kubeconfig/,
  },
  {
    name: 'the certificate of the API server is from another authority',
    env: kubeconfig((user, cluster) => {
      user.token = 'none';
      delete cluster['certificate-authority-data'];
    }),
    sentence: /^the certificate of the API server is not accepted: .*x509: .*\. Check the CA/,
  },
  {
    name: 'the token is not accepted',
    env: kubeconfig(user => {
      user.token = 'expired';
    }),
    sentence: /^the cluster does not accept the credential of the kubeconfig\. Renew it or log in again\.$/,
  },
  {
    name: 'the namespace does not exist',
    make: async shop => {
      await shop.configure(text => text.replace(/namespace: \S+/, 'namespace: e2e-nowhere'));
      for (const kind of [
        'ConfigMap',
        'Secret',
        'Service',
        'HTTPRoute',
        'PodDisruptionBudget',
        'Deployment',
      ]) {
        await shop.edit(kind, object => {
          delete object.metadata!.namespace;
        });
      }
    },
    sentence: /^namespace e2e-nowhere does not exist\. Create it: kubectl create namespace e2e-nowhere\.$/,
  },
  {
    name: 'a manifest belongs to no namespace',
    make: add('admin.json', {
      apiVersion: 'rbac.authorization.k8s.io/v1',
      kind: 'ClusterRole',
      metadata: { name: 'e2e-admin' },
      rules: [],
    }),
    sentence: /^deploy\/admin\.json: ClusterRole\/e2e-admin is cluster-scoped, /,
  },
  {
    name: 'the cluster does not know the kind',
    make: add('certificate.json', {
      apiVersion: 'cert-manager.io/v1',
      kind: 'Certificate',
      metadata: { name: 'shop' },
    }),
    sentence:
      /^deploy\/certificate\.json: this cluster does not have the kind Certificate of cert-manager\.io\/v1\. /,
  },
  {
    name: 'a value is out of range',
    make: edit('Service', ({ spec }) => {
      spec.ports[0].port = 70000;
    }),
    sentence: /^the cluster refuses Service\/shop: .*70000.*\. Correct deploy\/service\.yaml\.$/,
  },
  {
    name: 'a field of the manifest is misspelt',
    make: edit('Deployment', ({ spec }) => {
      spec.replica = 3;
    }),
    sentence: /^the cluster refuses Deployment\/shop: .*replica.*\. Correct deploy\/deployment\.yaml\.$/,
  },
  {
    name: 'a value of a Secret is not base64',
    make: edit('Secret', object => {
      delete object.stringData;
      object.data = { 'api-key': 'hunter2!' };
    }),
    sentence:
      /^the cluster refuses Secret\/shop-[0-9a-f]+: (?!.*hunter2).*\. Correct deploy\/config\.yaml\.$/,
  },
  {
    name: 'the selector does not match the template',
    make: edit('Deployment', ({ spec }) => {
      spec.template.metadata.labels.app = 'store';
    }),
    sentence: /^the cluster refuses Deployment\/shop: .*selector.*\. Correct deploy\/deployment\.yaml\.$/,
  },
  {
    name: 'the manifest is paused',
    make: edit('Deployment', ({ spec }) => {
      spec.paused = true;
    }),
    sentence: /^Deployment\/shop is paused\. .+/,
  },
  {
    name: 'the record would be too large',
    make: shop =>
      Promise.all([
        replace('    service: shop', '    unversioned: [ConfigMap/dashboards]\n    service: shop')(shop),
        add('dashboards.json', {
          apiVersion: 'v1',
          kind: 'ConfigMap',
          metadata: { name: 'dashboards' },
          data: { all: 'x'.repeat(300 * 1024) },
        })(shop),
      ]),
    sentence:
      /^the record of this release takes \d+ KiB, but at most 256 KiB can be stored\. Move large objects/,
  },
];

/** A Deployment in the cluster that prevents a release. */
interface Obstacle {
  name: string;
  live: object;
  sentence: RegExp;
}

const living = (spec: object, metadata: object = {}) => ({
  apiVersion: 'apps/v1',
  kind: 'Deployment',
  metadata: { name: 'shop', ...metadata },
  spec: {
    replicas: 0,
    selector: { matchLabels: { app: 'shop' } },
    template: {
      metadata: { labels: { app: 'shop', tier: 'web' } },
      spec: { containers: [{ name: 'shop', image: 'shop' }] },
    },
    ...spec,
  },
});

const obstacles: Obstacle[] = [
  {
    name: 'is paused',
    live: living({ paused: true }),
    sentence: /^Deployment\/shop is paused\. Resume it: kubectl rollout resume deployment\/shop\.$/,
  },
  {
    name: 'has another selector',
    live: living({ selector: { matchLabels: { app: 'shop', tier: 'web' } } }),
    sentence:
      /^the manifest of Deployment\/shop changes spec\.selector, which is immutable\. Restore spec\.selector/,
  },
  {
    name: 'belongs to Helm',
    live: living({}, { annotations: { 'meta.helm.sh/release-name': 'shop' } }),
    sentence:
      /^Deployment\/shop is managed by Helm \(release shop\), which would revert the writes of a release\. Release it with Helm, or end its management by Helm first \(docs\/helm\.md\)\.$/,
  },
  {
    name: 'belongs to Argo CD',
    live: living({}, { annotations: { 'argocd.argoproj.io/tracking-id': 'shop:apps/Deployment:shop/shop' } }),
    sentence: /^Deployment\/shop is managed by Argo CD, which would revert/,
  },
  {
    name: 'belongs to Flux',
    live: living({}, { labels: { 'kustomize.toolkit.fluxcd.io/name': 'apps' } }),
    sentence: /^Deployment\/shop is managed by Flux, which would revert/,
  },
];

describe('a mistake is answered with one sentence and its remedy, and nothing is written', () => {
  let shop: Shop;
  let pristine: string;
  beforeAll(async () => {
    await Promise.all([pushShops(), pushForeign('arm')]);
    shop = await createShop('refusal');
    pristine = await mkdtemp(join(tmpdir(), 'e2e-pristine-'));
    await cp(shop.dir, pristine, { recursive: true });
  });
  afterAll(async () => {
    await shop?.remove();
    await rm(pristine, { recursive: true, force: true });
  });
  beforeEach(async () => {
    await rm(join(shop.dir, 'deploy'), { recursive: true });
    await cp(pristine, shop.dir, { recursive: true });
  });

  async function refuses(
    args: string[],
    env: Record<string, string>,
    sentence: RegExp,
    progress: RegExp = /^$/,
    code = 1,
  ) {
    const mark = await auditMark();
    const run = await shop.slipway(args, env);
    const said = run.stderr.split('\n');
    expect(said.pop(), run.stderr).toBe('');
    const [last = '', ...before] = said.reverse();
    expect(before.filter(line => !progress.test(line))).toEqual([]);
    expect(last).toMatch(/^slipway: .+\. \S/);
    expect(last.slice('slipway: '.length)).toMatch(sentence);
    expect(run.code).toBe(code);
    // Known once slipway.yml and the manifests are read.
    const app = run.outputs.app === 'shop' ? 'shop' : '';
    expect(run.outputs).toEqual(
      await refused(args[0] ?? '', { app, reason: last.slice('slipway: '.length) }),
    );
    expect(await writesSince(mark, shop.user)).toEqual([]);
  }

  /** Returns the expected outputs: all of the action; none where the name is not an action. */
  async function refused(name: string, set: Record<string, string>): Promise<Record<string, string>> {
    if (!actionNames.includes(name)) return {};
    const action = await loadAction(name);
    const values: Record<string, string> = { ...action.refused, ...set };
    return Object.fromEntries(Object.keys(action.outputs).map(output => [output, values[output] ?? '']));
  }

  for (const { name, make, args = good, env, sentence, progress } of [
    ...ofFiles,
    ...ofInputs,
    ...ofTheCluster,
  ]) {
    it(`when ${name}`, async () => {
      await make?.(shop);
      await refuses(args, (await env?.(shop)) ?? {}, sentence, progress);
    });
  }

  for (const { name, args = good, sentence } of ofUsage)
    it(`when ${name}`, () => refuses(args, {}, sentence, undefined, 2));

  for (const { name, live, sentence } of obstacles) {
    it(`when the live Deployment ${name}`, async () => {
      await shop.apply(live);
      try {
        await refuses(good, {}, sentence);
      } finally {
        await shop.kubectl(['delete', 'deployment/shop']);
      }
    });
  }

  it('when another run holds the Lease', async () => {
    await shop.cluster.create(pathOf(resources.lease, shop.namespace), {
      metadata: { name: 'slipway-shop', annotations: { 'slipway.dev/token': '7' } },
      spec: { holderIdentity: 'ada in run 41 attempt 1 of acme/shop', leaseDurationSeconds: 30 },
    });
    const sentence =
      /^another run is releasing shop: ada in run 41 attempt 1 of acme\/shop\. Wait until it has ended \(if it is dead, its Lease expires in \d+ s\); to roll its release back instead, (run the workflow rollback\.yml with `operation: rollback`|run `slipway rollback --environment [^`]+`)\.$/;
    await refuses(good, workflow('bob', 42), sentence, /^preflight passed$/);
    const waiting = /^(preflight passed|waiting for ada in run 41 attempt 1 of acme\/shop)$/;
    await refuses([...good, '--wait', '2s'], workflow('bob', 42), sentence, waiting);
    await shop.kubectl(['delete', 'lease/slipway-shop']);
  });

  it('leaves the namespace unchanged', async () => {
    const kinds = 'all,configmaps,secrets,leases,pdb,httproutes';
    const left = async () => (await shop.kubectl(['get', kinds, '--output=name'])).trim();
    // The objects of the Deployments above are garbage collected after them.
    await expect.poll(left, { timeout: 30_000 }).toBe('configmap/kube-root-ca.crt');
  });
});
