import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { loadAction } from '../../src/actions/all.ts';
import { RegistryClient } from '../../src/registry/client.ts';
import { fetchLayout } from '../../src/registry/layout.ts';
import { parseDigest } from '../image/digest.ts';
import { putImage, types } from '../registry/store.ts';
import { wording } from '../wording.ts';
import { deployment, openWorkplace, packed, type Workplace } from './workplace.ts';

/**
 * Wrong inputs and files of plan, test, build, scan and push, by the command line. Those of deploy, verify and rollback need a
 * cluster and are in test/e2e/refusal.test.ts; more of slipway.yml alone are in test/config/mistakes.ts.
 */

/** One mistake, and the sentence that it is answered with; HOST is the registry and FOLDER the current folder. */
interface Mistake {
  name: string;
  /** Makes the mistake in the files of the shop, its programs or its registry. */
  make?: (at: Workplace) => unknown;
  args: string[] | ((at: Workplace) => string[]);
  sentence: string;
}

const plan = (...more: string[]) => ['plan', ...more];
const production = (...more: string[]) => ['plan', '--environment', 'production', ...more];
const json = (path: string, value: object) => (at: Workplace) => at.write(path, JSON.stringify(value));
const replace = (from: string, to: string) => (at: Workplace) => at.replace(from, to);
const arch = process.arch === 'x64' ? 'amd64' : process.arch;
const noKubectl = `kubectl 1.36.3 cannot be downloaded: http://127.0.0.1:65535/dl.k8s.io/release/v1.36.3/bin/linux/${arch}/kubectl failed (connect ECONNREFUSED 127.0.0.1:65535). Try again, set \`tool-mirrors\` or SLIPWAY_TOOL_MIRRORS to another mirror, or install kubectl 1.36.3 on the PATH.`;
/** Nor is there a way to download any. */
const onlyOwnPrograms = (at: Workplace) => {
  vi.stubEnv('PATH', join(at.folder, 'bin'));
  vi.stubEnv('SLIPWAY_TOOL_MIRRORS', 'http://127.0.0.1:65535');
};

const ofPlan: Mistake[] = [
  {
    name: 'slipway.yml does not exist',
    args: plan('--config', 'ops/slipway.yml'),
    sentence: wording('ops/slipway.yml', 'config'),
  },
  {
    name: 'slipway.yml is a folder',
    args: plan('--config', 'deploy'),
    sentence: wording('deploy', 'config'),
  },
  {
    name: 'slipway.yml is not text',
    make: at => at.write('slipway.yml', Buffer.from([0x61, 0xff])),
    args: plan(),
    sentence: wording('slipway.yml', 'UTF-8'),
  },
  {
    name: 'slipway.yml is empty',
    make: at => at.write('slipway.yml', ''),
    args: plan(),
    sentence: wording('slipway.yml:1:1', 'app: name'),
  },
  {
    name: 'a key is misspelt',
    make: replace('workload:', 'workloads:'),
    args: plan(),
    sentence: wording('slipway.yml:9:5', 'environments.production.workloads', 'workload'),
  },
  {
    name: 'a key is missing',
    make: replace('app: shop\n', ''),
    args: plan(),
    sentence: wording('slipway.yml:1:1', 'app: shop'),
  },
  {
    name: 'an input is misspelt',
    args: plan('--enviroment', 'production'),
    sentence: wording('enviroment', 'plan', 'environment'),
  },
  {
    name: 'the environment is misspelt',
    args: plan('--environment', 'prod'),
    sentence: wording('prod', 'slipway.yml', 'shop', 'production'),
  },
  {
    name: 'the images are not JSON',
    args: production('--images', 'shop=1'),
    sentence: wording('images', 'JSON'),
  },
  {
    name: 'the images are not JSON, and a hook has no file',
    make: replace('    namespace: shop', '    namespace: shop\n    hooks: {pre: {job: migrate.yml}}'),
    args: production('--images', 'shop=1'),
    sentence: wording('images', 'JSON'),
  },
  {
    name: 'the name of an image is unknown',
    args: production('--images', '{"shpo": "a"}'),
    sentence: wording('images', 'shpo', 'slipway.yml', 'shop'),
  },
  {
    name: 'an image is from another repository',
    args: production('--images', '{"shop": "ghcr.io/acme/shop:1"}'),
    sentence: wording('images', 'ghcr.io/acme/shop', 'slipway.yml', 'HOST/shop'),
  },
  {
    name: 'the manifests do not exist',
    make: replace('[deploy/]', '[k8s/]'),
    args: plan(),
    sentence: wording('k8s/', 'slipway.yml'),
  },
  {
    name: 'the folder of the manifests contains none',
    make: async at => {
      await at.remove('deploy');
      await at.write('deploy/README.md', '');
    },
    args: plan(),
    sentence: wording('deploy/'),
  },
  {
    name: 'the YAML of a manifest is invalid',
    make: at => at.write('deploy/other.yaml', 'kind: ConfigMap\n  apiVersion: v1\n'),
    args: plan(),
    sentence: wording('deploy/other.yaml:1', 'Nested'),
  },
  {
    name: 'a manifest is not a Kubernetes object',
    make: json('deploy/values.json', { replicas: 3 }),
    args: plan(),
    sentence: wording('deploy/values.json', 'apiVersion', 'metadata.name'),
  },
  {
    name: 'an object is declared twice',
    make: json('deploy/twin.json', deployment('shop')),
    args: plan(),
    sentence: wording('Deployment/shop', 'deploy/shop.json', 'deploy/twin.json'),
  },
  {
    name: 'the workload is not among the manifests',
    make: replace('Deployment/shop', 'Deployment/shop-api'),
    args: plan(),
    sentence: wording('Deployment/shop-api', 'workload'),
  },
  {
    name: 'a manifest is for another namespace',
    make: json('deploy/service.json', {
      apiVersion: 'v1',
      kind: 'Service',
      metadata: { name: 'shop', namespace: 'elsewhere' },
    }),
    args: plan(),
    sentence: wording('deploy/service.json', 'Service/shop', 'elsewhere', 'namespace'),
  },
  {
    name: 'no container uses the image',
    make: replace('/shop"}', '/store"}'),
    args: plan(),
    sentence: wording('images.shop', 'HOST/store', 'repository', 'image'),
  },
  {
    name: 'a kustomization needs a missing kubectl',
    make: async at => {
      await at.write('deploy/kustomization.yaml', 'resources: [shop.json]\n');
      onlyOwnPrograms(at);
    },
    args: plan(),
    sentence: noKubectl,
  },
  {
    name: 'there is no kubectl to reach the cluster',
    make: onlyOwnPrograms,
    args: production(),
    sentence: noKubectl,
  },
];

const report = (text: string | Uint8Array) => (at: Workplace) => at.write('reports/unit.xml', text);
const lcov = (text: string) => (at: Workplace) => at.write('reports/lcov.info', text);
const test = (...more: string[]) => ['test', ...more];

const ofTest: Mistake[] = [
  {
    name: 'there is nothing to test',
    make: replace('test: {junit: [reports/*.xml], coverage: {file: reports/lcov.info}}\n', ''),
    args: test(),
    sentence: wording('slipway.yml', 'run', 'junit', 'coverage', 'test'),
  },
  {
    name: 'the command is empty',
    make: replace('test: {', 'test: {run: " ", '),
    args: test(),
    sentence: wording('slipway.yml:4:13', 'test.run'),
  },
  {
    name: 'there is no bash',
    make: onlyOwnPrograms,
    args: test('--run', 'true'),
    sentence: wording('PATH'),
  },
  {
    name: 'the report does not exist',
    make: replace('reports/*', 'out/*'),
    args: test(),
    sentence: wording('out/*.xml', 'slipway.yml'),
  },
  {
    name: 'the reports are of an earlier run',
    args: test('--run', 'touch reports/lcov.info'),
    sentence: wording('reports/unit.xml'),
  },
  {
    name: 'the report is a page',
    make: report('<html><body/></html>'),
    args: test(),
    sentence: wording('reports/unit.xml', 'JUnit', 'junit'),
  },
  {
    name: 'the report is cut off',
    make: report('<testsuite><testcase name="a">'),
    args: test(),
    sentence: wording('reports/unit.xml', 'XML'),
  },
  {
    name: 'the report is not XML',
    make: report('{"tests": 3}'),
    args: test(),
    sentence: wording('reports/unit.xml', 'XML', '1'),
  },
  {
    name: 'the report has another encoding than it declares',
    make: report(Buffer.from('<?xml version="1.0" encoding="utf-8"?><testsuite name="\xe4"/>', 'latin1')),
    args: test(),
    sentence: wording('reports/unit.xml', 'utf-8'),
  },
  {
    name: 'the report defines entities',
    make: report('<!DOCTYPE a [<!ENTITY b "c">]><testsuite/>'),
    args: test(),
    sentence: wording('reports/unit.xml', 'XML'),
  },
  {
    name: 'the report counts failures but lists none',
    make: report('<testsuite tests="2" failures="2"/>'),
    args: test(),
    sentence: wording('reports/unit.xml', '2'),
  },
  {
    name: 'the report contains no test',
    make: report('<testsuite/>'),
    args: test(),
    sentence: wording('reports/*.xml'),
  },
  {
    name: 'the coverage is something else',
    make: lcov('71 %\n'),
    args: test(),
    sentence: wording('reports/lcov.info', 'Cobertura', 'LCOV'),
  },
  {
    name: 'the coverage is other XML',
    make: lcov('<testsuite/>'),
    args: test(),
    sentence: wording('reports/lcov.info', 'Cobertura', 'LCOV'),
  },
  {
    name: 'the coverage is cut off',
    make: lcov('SF:orders.ts\nDA:1,1\n'),
    args: test(),
    sentence: wording('reports/lcov.info', 'orders.ts'),
  },
  {
    name: 'the coverage covers nothing',
    make: lcov('SF:orders.ts\nend_of_record\n'),
    args: test(),
    sentence: wording('reports/lcov.info'),
  },
  {
    name: 'the coverage has no branches, and slipway.yml sets a threshold for them',
    make: replace('lcov.info}', 'lcov.info, branches: 60%}'),
    args: test(),
    sentence: wording('branches', 'slipway.yml'),
  },
];

const build = (...more: string[]) => ['build', ...more];

const ofBuild: Mistake[] = [
  {
    name: 'the name of an image is unknown',
    args: build('--images', 'shpo'),
    sentence: wording('images', 'shpo', 'slipway.yml', 'shop'),
  },
  {
    name: '`push` is neither true nor false',
    args: build('--push', 'yes'),
    sentence: wording('push', 'yes'),
  },
  {
    name: '`cache` is neither true nor false',
    args: build('--cache', '1'),
    sentence: wording('cache', '1'),
  },
  {
    name: '`output` is set for images that are pushed',
    args: build('--output', 'out'),
    sentence: wording('output', 'push', 'true'),
  },
  {
    name: '`output` is missing for images that are not pushed',
    args: build('--push', 'false'),
    sentence: wording('push', 'output', 'false'),
  },
  {
    name: 'the folder for the images contains something else',
    make: at => at.write('out/shop/mine', ''),
    args: build('--push', 'false', '--output', 'out'),
    sentence: wording('FOLDER/out/shop', 'output'),
  },
  {
    name: 'the context does not exist',
    make: replace('"}', '", context: web}'),
    args: build(),
    sentence: wording('shop', 'web', 'context'),
  },
  {
    name: 'the Dockerfile does not exist',
    make: at => at.remove('Dockerfile'),
    args: build(),
    sentence: wording('shop', 'Dockerfile', 'dockerfile'),
  },
  {
    name: 'an image is built from a missing one',
    make: replace('"}', '", bases: [base]}'),
    args: build(),
    sentence: wording('base', 'slipway.yml:3:54', 'images.shop.bases[0]'),
  },
  {
    name: 'a platform is misspelt',
    make: replace('"}', '", platforms: [linux-amd64]}'),
    args: build(),
    sentence: wording('linux-amd64', 'slipway.yml:3:58', 'images.shop.platforms[0]'),
  },
  {
    name: 'there is no buildx',
    make: async at => {
      await at.remove('bin/buildx');
      onlyOwnPrograms(at);
    },
    args: build('--tool-mirrors', 'http://127.0.0.1:65535'),
    sentence: `buildx 0.30.1 cannot be downloaded: http://127.0.0.1:65535/github.com/docker/buildx/releases/download/v0.30.1/buildx-v0.30.1.linux-${arch} failed (connect ECONNREFUSED 127.0.0.1:65535). Try again, set \`tool-mirrors\` or SLIPWAY_TOOL_MIRRORS to another mirror, or install buildx 0.30.1 on the PATH.`,
  },
  {
    name: 'docker lacks buildx',
    make: async at => {
      await at.remove('bin/buildx');
      await at.program('docker', `echo "docker: 'buildx' is not a docker command." >&2; exit 1`);
    },
    args: build(),
    sentence: wording('docker', 'buildx'),
  },
  {
    name: 'there is no builder',
    make: at => at.program('buildx', `echo 'ERROR: no builder "ci" found' >&2; exit 1`),
    args: build(),
    sentence: wording('ci', 'buildx'),
  },
  {
    name: 'the platform is not in slipway.yml',
    args: build('--platform', 'linux/riscv64'),
    sentence: wording('platform', 'linux/riscv64', 'slipway.yml', 'platforms'),
  },
  {
    name: 'a mirror is not a URL',
    args: build('--tool-mirrors', 'mirror.example'),
    sentence: wording('tool-mirrors', '1'),
  },
  {
    name: 'a secret is not set',
    make: at => at.replace('/shop"}', '/shop", secrets: {npm: TOKEN_OF_NOBODY}}'),
    args: build(),
    sentence: wording('npm', 'shop', 'TOKEN_OF_NOBODY', 'env', 'secrets'),
  },
  {
    name: 'a line of the Dockerfile fails',
    make: at =>
      at.buildx(
        ' > [2/2] RUN npm ci:',
        '0.311 npm error: no package-lock.json',
        '------',
        'Dockerfile:2',
        '--------------------',
        '   2 | >>> RUN npm ci',
        '--------------------',
        'ERROR: failed to build: failed to solve: process "/bin/sh -c npm ci" did not complete successfully: exit code: 1',
      ),
    args: build(),
    sentence: wording('shop', '/bin/sh -c npm ci', 'built', 'Dockerfile:2', 'RUN', '1', 'package-lock.json'),
  },
  {
    name: 'the registry refuses the push',
    make: at =>
      at.buildx('ERROR: failed to build: failed to solve: failed to push shop-candidate: 403 Forbidden'),
    args: build(),
    sentence: wording('built', 'shop-candidate', '403', 'Forbidden'),
  },
  {
    name: 'the stage to build does not exist',
    make: at =>
      at.buildx('ERROR: failed to build: failed to solve: target stage "runtime" could not be found'),
    args: build(),
    sentence: wording('shop', 'runtime', 'built', 'target'),
  },
];

const offline = ['--trivy-database', 'database'];
const candidate = (at: Workplace) => ['scan', '--images', JSON.stringify({ shop: at.digest }), ...offline];
const layouts = (...more: string[]) => ['scan', '--layouts', 'built', ...offline, ...more];
/** The image of the candidate repository, as `build` would have written it. */
const built = (at: Workplace) =>
  fetchLayout(
    new RegistryClient({ credentials: async () => undefined }),
    { repository: `${at.store.host}/shop-candidate`, digest: parseDigest(at.digest) },
    join(at.folder, 'built/shop'),
  );

const ofScan: Mistake[] = [
  {
    name: 'there is nothing to scan',
    args: ['scan'],
    sentence: wording('images', 'layouts', 'build'),
  },
  {
    name: 'images and layouts are given',
    args: at => [...candidate(at), '--layouts', 'built'],
    sentence: wording('images', 'layouts', 'build'),
  },
  {
    name: 'an image is named by its tag',
    args: ['scan', '--images', '{"shop": "latest"}'],
    sentence: wording('images', 'shop', 'latest', 'build'),
  },
  {
    name: 'the images are a list',
    args: ['scan', '--images', '["shop"]'],
    sentence: wording('images', 'JSON'),
  },
  {
    name: 'the name of an image is unknown',
    args: at => ['scan', '--images', JSON.stringify({ shpo: at.digest })],
    sentence: wording('images', 'shpo', 'slipway.yml', 'shop'),
  },
  {
    name: 'the folder of layouts does not exist',
    args: layouts(),
    sentence: wording('built', 'layouts'),
  },
  {
    name: 'the folder of layouts is empty',
    make: at => at.write('built/.keep', ''),
    args: layouts(),
    sentence: wording('built', 'build', 'push: false', 'output'),
  },
  {
    name: 'a layout belongs to no image in slipway.yml',
    make: at => at.write('built/store/index.json', '{}'),
    args: layouts(),
    sentence: wording('built/store', 'slipway.yml'),
  },
  {
    name: 'a layout is invalid',
    make: at => at.write('built/shop/image.tar', ''),
    args: layouts(),
    sentence: wording('built/shop', 'OCI'),
  },
  {
    name: 'a layout is incomplete',
    make: async at => {
      await built(at);
      await at.remove(`built/shop/blobs/${at.digest.replace(':', '/')}`);
    },
    args: layouts(),
    sentence: wording('built/shop', 'OCI'),
  },
  {
    name: 'a layout was changed',
    make: async at => {
      await built(at);
      await at.write(`built/shop/blobs/${at.digest.replace(':', '/')}`, '{}');
    },
    args: layouts(),
    sentence: wording(
      'built/shop',
      'sha256:4f499ea0b4e24b95d9f53eb4d2da779e5ee73f7f6b614476f974989cc3bd6256',
    ),
  },
  {
    name: 'the image is not in its candidate repository',
    args: ['scan', '--images', `{"shop": "sha256:${'0'.repeat(64)}"}`, ...offline],
    sentence: wording(
      'HOST/shop-candidate',
      'sha256:0000000000000000000000000000000000000000000000000000000000000000',
      'images',
    ),
  },
  {
    name: 'the registry requires a login',
    make: at => {
      at.store.intercept = (_, answer) => {
        answer.writeHead(401, { 'www-authenticate': 'Basic realm="shop"' }).end();
        return true;
      };
    },
    args: candidate,
    sentence: wording('HOST', 'shop-candidate', '401'),
  },
  {
    name: 'the database does not exist',
    args: at => [...candidate(at), '--trivy-database', 'no'],
    sentence: wording('database'),
  },
  {
    name: 'the database is for another version of trivy',
    make: at => at.write('database/db/metadata.json', '{"Version": 1, "UpdatedAt": "2026-11-24T00:00:00Z"}'),
    args: candidate,
    sentence: wording('1', '2', 'database'),
  },
  {
    name: 'the database is broken',
    make: at =>
      at.program(
        'trivy',
        `[ "$1" = --version ] && echo Version: 0.74.0 && exit 0
printf '2026\\tFATAL\\tFatal error\\trun error: init error: DB error: failed to open db: invalid database\\n' >&2; exit 1`,
      ),
    args: candidate,
    sentence: wording('shop', 'linux/amd64', 'database'),
  },
  {
    name: 'the folder for the reports cannot be made',
    args: at => [...candidate(at), '--output', 'Dockerfile'],
    sentence: wording('FOLDER/Dockerfile', 'reports'),
  },
];

const ofMerge: Mistake[] = [
  {
    name: 'the parts are missing',
    args: ['merge'],
    sentence: wording('parts', 'images', 'build'),
  },
  {
    name: 'a part is not a digest',
    args: ['merge', '--parts', '[{"shop": "1.4.2"}]'],
    sentence: wording('parts', 'shop', 'images', 'build'),
  },
];

const push = (tags: string, images?: string) => (at: Workplace) => [
  ...['push', '--tags', tags],
  ...['--images', images ?? JSON.stringify({ shop: at.digest })],
];

const ofPush: Mistake[] = [
  {
    name: 'the images are missing',
    args: ['push', '--tags', '1.4.2'],
    sentence: wording('images', 'repository@digest', 'build', 'status'),
  },
  {
    name: 'the tags are missing',
    args: at => push('', undefined)(at),
    sentence: wording('tags'),
  },
  {
    name: 'the environment is misspelt',
    args: at => [...push('', undefined)(at), '--environment', 'prodution'],
    sentence: wording('prodution', 'slipway.yml', 'shop', 'production'),
  },
  {
    name: 'the environment has the same repositories',
    args: at => [...push('', undefined)(at), '--environment', 'production'],
    sentence: wording('production', 'shop', 'repositories'),
  },
  {
    name: 'there is no tag',
    args: push(' , '),
    sentence: wording('tags'),
  },
  {
    name: 'the tags are not a JSON array',
    args: push('["1.4.2"'),
    sentence: wording('tags', 'JSON'),
  },
  {
    name: 'a tag is invalid',
    args: push('feature/login'),
    sentence: wording('feature/login', 'tags'),
  },
  {
    name: 'a tag is a number',
    args: push('[1.4]'),
    sentence: wording('tags', '1.4'),
  },
  {
    name: '`move-tags` is not a tag',
    args: at => [...push('1.4.2,latest')(at), '--move-tags', 'latest 1'],
    sentence: wording('move-tags', 'latest 1'),
  },
  {
    name: 'a map of tags lacks the image',
    args: push('{"worker": ["1.4.2"]}'),
    sentence: wording('tags', 'shop'),
  },
  {
    name: 'there are no images',
    args: push('1.4.2', '{}'),
    sentence: wording('images'),
  },
  {
    name: 'a digest is cut off',
    args: push('1.4.2', '{"shop": "sha256:abc"}'),
    sentence: wording('images', 'shop', 'sha256:abc', 'build'),
  },
  {
    name: 'the image was never built',
    args: push('1.4.2', `{"shop": "sha256:${'0'.repeat(64)}"}`),
    sentence: wording(
      'sha256:0000000000000000000000000000000000000000000000000000000000000000',
      'HOST/shop-candidate',
      'push',
      'images',
      'build',
    ),
  },
  {
    name: 'the candidate lacks a platform',
    make: at => {
      const lost = putImage(at.store, 'other', 'arm64', 'for arm64', undefined, packed);
      at.store.manifests.delete(`shop-candidate@${lost.digest}`);
    },
    args: push('1.4.2'),
    sentence: wording(
      'HOST/shop-candidate',
      'sha256:63abb9beff586f25824d77e70a88a5f682f8d9cc3163d17d0d631e71192b7225',
      'sha256:4f499ea0b4e24b95d9f53eb4d2da779e5ee73f7f6b614476f974989cc3bd6256',
    ),
  },
  {
    name: 'the digest is not that of an image',
    args: at => {
      const text = at.store.manifest('shop-candidate', { mediaType: types.image, config: {} });
      return push('1.4.2', JSON.stringify({ shop: text.digest }))(at);
    },
    sentence: wording(
      'HOST/shop-candidate@sha256:d1d987ef937b76fd756542d036eaf4e4dc87f31690f0662b62a5529937fd50bd',
    ),
  },
  {
    name: 'the account may not write there',
    make: at => {
      at.store.intercept = ({ method }, answer) => {
        if (method === 'GET' || method === 'HEAD') return false;
        answer.writeHead(403).end();
        return true;
      };
    },
    args: push('1.4.2'),
    sentence: wording('HOST', 'shop', '403'),
  },
  {
    name: 'the tag may not be moved',
    make: at => {
      putImage(at.store, 'shop', 'amd64', 'an earlier one', '1.4.2');
      at.store.intercept = ({ method, url }, answer) => {
        if (method !== 'PUT' || !url?.endsWith('/manifests/1.4.2')) return false;
        answer.writeHead(409).end('{"errors":[{"code":"TAG_INVALID","message":"tag is immutable"}]}');
        return true;
      };
    },
    args: push('1.4.2'),
    sentence: wording('HOST', '1.4.2', 'shop', '409'),
  },
  {
    name: 'the file with the logins is invalid',
    make: at => at.write('docker/config.json', '{"auths": {"HOST": {"auth": "aHVudGVyMg=="'),
    args: push('1.4.2'),
    sentence: wording('FOLDER/docker/config.json', 'JSON'),
  },
  {
    name: 'the credential helper is missing',
    make: json('docker/config.json', { credsStore: 'vault' }),
    args: push('1.4.2'),
    sentence: wording('docker-credential-vault'),
  },
];

describe.each([
  ['plan', ofPlan],
  ['test', ofTest],
  ['build', ofBuild],
  ['merge', ofMerge],
  ['scan', ofScan],
  ['push', ofPush],
])('%s reports a mistake with its remedy, and sets every output', (name, mistakes) => {
  let at: Workplace;
  beforeEach(async () => {
    at = await openWorkplace();
  });
  afterEach(() => at.close());

  it.each(mistakes.map(each => [each.name, each] as const))(
    'when %s',
    async (_name, { make, args, sentence }) => {
      await make?.(at);
      const { code, outputs, err } = await at.slipway(typeof args === 'function' ? args(at) : args);
      expect(outputs.reason, err).toEqual(sentence);
      const isWrittenWrong = /^the input `[\w-]+` is missing \(|has no input/.test(outputs.reason ?? '');
      expect(code).toBe(isWrittenWrong ? 2 : 1);
      expect(outputs.reason).toMatch(/^[^\n]+(\. [A-Z`]|: )[^\n]+$/);
      expect(err.split('\n').filter(line => line.includes(outputs.reason ?? ''))).not.toEqual([]);
      expect(err).not.toMatch(/^\s+at .+:\d+/m);
      const declared = await loadAction(name);
      expect(Object.keys(outputs)).toEqual(Object.keys(declared.outputs));
    },
  );
});
