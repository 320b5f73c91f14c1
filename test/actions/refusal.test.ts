import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { loadAction } from '../../src/actions/all.ts';
import { parseDigest } from '../../src/image/reference.ts';
import { RegistryClient } from '../../src/registry/client.ts';
import { fetchLayout } from '../../src/registry/layout.ts';
import { putImage, types } from '../registry/store.ts';
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
const noKubectl = `kubectl 1.36.3 cannot be downloaded: http://127.0.0.1:65535/dl.k8s.io/release/v1.36.3/bin/linux/${arch}/kubectl broke off (connect ECONNREFUSED 127.0.0.1:65535); try again, name another mirror with \`SLIPWAY_TOOL_MIRRORS\`, or put kubectl 1.36.3 on the PATH`;
/** Nor is there a way to download any. */
const onlyOwnPrograms = (at: Workplace) => {
  vi.stubEnv('PATH', join(at.folder, 'bin'));
  vi.stubEnv('SLIPWAY_TOOL_MIRRORS', 'http://127.0.0.1:65535');
};

const ofPlan: Mistake[] = [
  {
    name: 'slipway.yml is somewhere else',
    args: plan('--config', 'ops/slipway.yml'),
    sentence:
      'ops/slipway.yml: the file does not exist; name the path of slipway.yml with the `config` input',
  },
  {
    name: 'slipway.yml is a folder',
    args: plan('--config', 'deploy'),
    sentence: 'deploy: this is a folder, not a file; name the path of slipway.yml with the `config` input',
  },
  {
    name: 'slipway.yml is no text',
    make: at => at.write('slipway.yml', Buffer.from([0x61, 0xff])),
    args: plan(),
    sentence: 'slipway.yml: the file is not UTF-8 text; save it as UTF-8',
  },
  {
    name: 'slipway.yml is empty',
    make: at => at.write('slipway.yml', ''),
    args: plan(),
    sentence: 'slipway.yml:1:1: the file is empty; describe the application, starting with `app: name`',
  },
  {
    name: 'a key is misspelt',
    make: replace('workload:', 'workloads:'),
    args: plan(),
    sentence: 'slipway.yml:9:5: environments.production.workloads: unknown key; did you mean `workload`?',
  },
  {
    name: 'a key is missing',
    make: replace('app: shop\n', ''),
    args: plan(),
    sentence: 'slipway.yml:1:1: app is missing; add `app: shop`',
  },
  {
    name: 'an input is misspelt',
    args: plan('--enviroment', 'production'),
    sentence: 'plan has no input "enviroment"; did you mean `environment`?',
  },
  {
    name: 'the environment is misspelt',
    args: plan('--environment', 'prod'),
    sentence: 'the environment "prod" is not in slipway.yml of shop; only `production` exists here',
  },
  {
    name: 'the images are not JSON',
    args: production('--images', 'shop=1'),
    sentence: 'the `images` input is not JSON; write a JSON map such as {"shop": "sha256:…"}',
  },
  {
    name: 'the name of an image is unknown',
    args: production('--images', '{"shpo": "a"}'),
    sentence: 'the `images` input names "shpo", which is not in slipway.yml; did you mean `shop`?',
  },
  {
    name: 'an image is from another repository',
    args: production('--images', '{"shop": "ghcr.io/acme/shop:1"}'),
    sentence:
      'the `images` input takes "shop" from ghcr.io/acme/shop, but slipway.yml takes it from HOST/shop; name the same repository in both',
  },
  {
    name: 'the manifests are somewhere else',
    make: replace('[deploy/]', '[k8s/]'),
    args: plan(),
    sentence: 'manifests: k8s/ does not exist beside slipway.yml; correct the path',
  },
  {
    name: 'the folder of the manifests holds none',
    make: async at => {
      await at.remove('deploy');
      await at.write('deploy/README.md', '');
    },
    args: plan(),
    sentence: 'manifests: deploy/ holds no .yaml, .yml or .json file; correct the path',
  },
  {
    name: 'the YAML of a manifest is broken',
    make: at => at.write('deploy/other.yaml', 'kind: ConfigMap\n  apiVersion: v1\n'),
    args: plan(),
    sentence: 'deploy/other.yaml:1: Nested mappings are not allowed in compact mappings; correct the YAML',
  },
  {
    name: 'a manifest is no object of Kubernetes',
    make: json('deploy/values.json', { replicas: 3 }),
    args: plan(),
    sentence:
      'deploy/values.json: an object lacks apiVersion, kind or metadata.name; only Kubernetes objects belong in the manifests',
  },
  {
    name: 'an object stands there twice',
    make: json('deploy/twin.json', deployment('shop')),
    args: plan(),
    sentence: 'Deployment/shop stands in deploy/shop.json and in deploy/twin.json; keep one of them',
  },
  {
    name: 'the workload is not among the manifests',
    make: replace('Deployment/shop', 'Deployment/shop-api'),
    args: plan(),
    sentence:
      'the manifests hold no Deployment/shop-api (but shop); correct `workload` in slipway.yml or add its manifest',
  },
  {
    name: 'a manifest is for another namespace',
    make: json('deploy/service.json', {
      apiVersion: 'v1',
      kind: 'Service',
      metadata: { name: 'shop', namespace: 'elsewhere' },
    }),
    args: plan(),
    sentence:
      'deploy/service.json: Service/shop is for namespace elsewhere, the environment for shop; remove metadata.namespace from the manifest, or correct `namespace` in slipway.yml',
  },
  {
    name: 'no container uses the image',
    make: replace('/shop"}', '/store"}'),
    args: plan(),
    sentence:
      'no container uses images.shop (HOST/store); the manifests use HOST/shop; make `repository` in slipway.yml and `image` in the manifest equal',
  },
  {
    name: 'a kustomization needs a kubectl that is not there',
    make: async at => {
      await at.write('deploy/kustomization.yaml', 'resources: [shop.json]\n');
      onlyOwnPrograms(at);
    },
    args: plan(),
    sentence: noKubectl,
  },
  {
    name: 'there is no kubectl to ask the cluster with',
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
    sentence:
      'slipway.yml has nothing to test; add `run`, `junit` or `coverage` under `test`, or give the `run` input',
  },
  {
    name: 'the command is empty',
    make: replace('test: {', 'test: {run: " ", '),
    args: test(),
    sentence:
      'slipway.yml:4:13: test.run: " " is empty; write the command that runs the tests, such as npm test',
  },
  {
    name: 'there is no bash',
    make: onlyOwnPrograms,
    args: test('--run', 'true'),
    sentence: 'there is no bash on the PATH; install bash',
  },
  {
    name: 'no report is where it should be',
    make: replace('reports/*', 'out/*'),
    args: test(),
    sentence: 'no report matches out/*.xml: correct the path in slipway.yml, or let the command write it',
  },
  {
    name: 'the reports are of an earlier run',
    args: test('--run', 'touch reports/lcov.info'),
    sentence:
      'reports/unit.xml is older than this run, and the command wrote none anew: let it write one on every run',
  },
  {
    name: 'the report is a page',
    make: report('<html><body/></html>'),
    args: test(),
    sentence:
      'reports/unit.xml is no JUnit report: it starts with <html>; correct `junit` under test in slipway.yml',
  },
  {
    name: 'the report is cut off',
    make: report('<testsuite><testcase name="a">'),
    args: test(),
    sentence:
      'reports/unit.xml is broken XML: it ends before its elements do; let the reporter write it to its end',
  },
  {
    name: 'the report is not XML',
    make: report('{"tests": 3}'),
    args: test(),
    sentence:
      "reports/unit.xml is broken XML: char '{' is not expected, line 1; let the reporter write it to its end",
  },
  {
    name: 'the report is in another encoding than it says',
    make: report(Buffer.from('<?xml version="1.0" encoding="utf-8"?><testsuite name="\xe4"/>', 'latin1')),
    args: test(),
    sentence: 'reports/unit.xml is not text in utf-8; let the reporter write UTF-8',
  },
  {
    name: 'the report defines entities',
    make: report('<!DOCTYPE a [<!ENTITY b "c">]><testsuite/>'),
    args: test(),
    sentence:
      'reports/unit.xml defines XML entities of its own, which no report needs; let another reporter write it',
  },
  {
    name: 'the report counts failures and lists none',
    make: report('<testsuite tests="2" failures="2"/>'),
    args: test(),
    sentence: 'reports/unit.xml counts 2 failures but lists none; let the reporter write it to its end',
  },
  {
    name: 'the report holds no test',
    make: report('<testsuite/>'),
    args: test(),
    sentence: 'no test ran, for reports/*.xml holds none: see where the command looks for tests',
  },
  {
    name: 'the coverage is something else',
    make: lcov('71 %\n'),
    args: test(),
    sentence:
      'reports/lcov.info is neither Cobertura nor LCOV; let the coverage tool write Cobertura XML or LCOV',
  },
  {
    name: 'the coverage is other XML',
    make: lcov('<testsuite/>'),
    args: test(),
    sentence:
      'reports/lcov.info is neither Cobertura nor LCOV but <testsuite>; let the coverage tool write Cobertura XML or LCOV',
  },
  {
    name: 'the coverage is cut off',
    make: lcov('SF:orders.ts\nDA:1,1\n'),
    args: test(),
    sentence: 'reports/lcov.info ends in the middle of orders.ts; let the coverage tool write it to its end',
  },
  {
    name: 'the coverage covers nothing',
    make: lcov('SF:orders.ts\nend_of_record\n'),
    args: test(),
    sentence: 'reports/lcov.info covers no line of code; see which files the coverage tool includes',
  },
  {
    name: 'the coverage knows no branches, and a share of them must be covered',
    make: replace('lcov.info}', 'lcov.info, branches: 60%}'),
    args: test(),
    sentence:
      'the coverage report says nothing of branches: let the tool measure them, or take `branches` out of slipway.yml',
  },
];

const build = (...more: string[]) => ['build', ...more];

const ofBuild: Mistake[] = [
  {
    name: 'the name of an image is unknown',
    args: build('--images', 'shpo'),
    sentence: 'the `images` input names "shpo", which is not in slipway.yml; did you mean `shop`?',
  },
  {
    name: '`push` is neither true nor false',
    args: build('--push', 'yes'),
    sentence: 'the input `push` is "yes"; write true or false',
  },
  {
    name: '`cache` is neither true nor false',
    args: build('--cache', '1'),
    sentence: 'the input `cache` is "1"; write true or false',
  },
  {
    name: 'a folder is named for images that are pushed',
    args: build('--output', 'out'),
    sentence:
      'the input `output` is for image layouts, and `push` is true; leave `output` out, or set `push` to false',
  },
  {
    name: 'no folder is named for images that are not',
    args: build('--push', 'false'),
    sentence: 'the input `push` is false and `output` is missing; name a folder with `output`',
  },
  {
    name: 'the folder for the images holds something else',
    make: at => at.write('out/shop/mine', ''),
    args: build('--push', 'false', '--output', 'out'),
    sentence: 'FOLDER/out/shop holds something else; name another folder with the `output` input',
  },
  {
    name: 'the context is not there',
    make: replace('"}', '", context: web}'),
    args: build(),
    sentence:
      'the folder web of the image "shop" does not exist; correct `context` in slipway.yml, or check the repository out before this step',
  },
  {
    name: 'the Dockerfile is not there',
    make: at => at.remove('Dockerfile'),
    args: build(),
    sentence: 'the image "shop" has no Dockerfile in .; add it, or name it with `dockerfile` in slipway.yml',
  },
  {
    name: 'an image is built from one that is not there',
    make: replace('"}', '", bases: [base]}'),
    args: build(),
    sentence:
      'slipway.yml:3:54: images.shop.bases[0]: "base" names no image of this file; only `shop` exists here',
  },
  {
    name: 'a platform is misspelt',
    make: replace('"}', '", platforms: [linux-amd64]}'),
    args: build(),
    sentence:
      'slipway.yml:3:58: images.shop.platforms[0]: "linux-amd64" is not a platform; write os/architecture, such as linux/amd64 or linux/arm64',
  },
  {
    name: 'there is no buildx',
    make: async at => {
      await at.remove('bin/buildx');
      onlyOwnPrograms(at);
    },
    args: build('--tool-mirrors', 'http://127.0.0.1:65535'),
    sentence: `buildx 0.30.1 cannot be downloaded: http://127.0.0.1:65535/github.com/docker/buildx/releases/download/v0.30.1/buildx-v0.30.1.linux-${arch} broke off (connect ECONNREFUSED 127.0.0.1:65535); try again, name another mirror with \`tool-mirrors\`, or put buildx 0.30.1 on the PATH`,
  },
  {
    name: 'docker lacks buildx',
    make: async at => {
      await at.remove('bin/buildx');
      await at.program('docker', `echo "docker: 'buildx' is not a docker command." >&2; exit 1`);
    },
    args: build(),
    sentence:
      'docker lacks its plugin buildx; install Docker with Buildx (on GitHub: docker/setup-buildx-action before this step)',
  },
  {
    name: 'there is no builder',
    make: at => at.program('buildx', `echo 'ERROR: no builder "ci" found' >&2; exit 1`),
    args: build(),
    sentence:
      'buildx has no builder that works (no builder "ci" found); start Docker, or set a builder up before this step (on GitHub: docker/setup-buildx-action)',
  },
  {
    name: 'the platform is not in slipway.yml',
    args: build('--platform', 'linux/riscv64'),
    sentence:
      'the input `platform` is "linux/riscv64", which no image of slipway.yml has; add `platforms` to the images',
  },
  {
    name: 'a mirror is no address',
    args: build('--tool-mirrors', 'mirror.example'),
    sentence:
      'the input `tool-mirrors` holds something that is no address, in place 1; write an address such as https://mirror.example.com/tools',
  },
  {
    name: 'a secret is not set',
    make: at => at.replace('/shop"}', '/shop", secrets: {npm: TOKEN_OF_NOBODY}}'),
    args: build(),
    sentence:
      'the secret "npm" of the image "shop" comes from TOKEN_OF_NOBODY, which is not set; set TOKEN_OF_NOBODY in the `env` of this step or in its input `secrets`, which runs for forks and Dependabot cannot do',
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
    sentence:
      'the image "shop" cannot be built at Dockerfile:2 (RUN npm ci): process "/bin/sh -c npm ci" did not complete successfully: exit code: 1, its last lines: npm error: no package-lock.json; mend that line; the log above has all that it printed',
  },
  {
    name: 'the registry does not let us push',
    make: at =>
      at.buildx('ERROR: failed to build: failed to solve: failed to push shop-candidate: 403 Forbidden'),
    args: build(),
    sentence:
      'the image "shop" cannot be built: failed to push shop-candidate: 403 Forbidden; log in to that registry before this step, with an account that may do this (on GitHub: permissions packages: write)',
  },
  {
    name: 'the stage to build is not there',
    make: at =>
      at.buildx('ERROR: failed to build: failed to solve: target stage "runtime" could not be found'),
    args: build(),
    sentence:
      'the image "shop" cannot be built: target stage "runtime" could not be found; correct `target` in slipway.yml',
  },
];

const offline = ['--database', 'database'];
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
    sentence:
      'there is nothing to scan; give either `images` (digests that were pushed) or `layouts` (the folder that `build` wrote)',
  },
  {
    name: 'images and layouts are given',
    args: at => [...candidate(at), '--layouts', 'built'],
    sentence:
      'both `images` and `layouts` are given; give either `images` (digests that were pushed) or `layouts` (the folder that `build` wrote)',
  },
  {
    name: 'an image is named by its tag',
    args: ['scan', '--images', '{"shop": "latest"}'],
    sentence:
      'the `images` input gives no digest for "shop", but "latest"; give the digest, as `build` has it in its output `images`',
  },
  {
    name: 'the images are a list',
    args: ['scan', '--images', '["shop"]'],
    sentence: 'the `images` input is not a JSON map; write a JSON map such as {"shop": "sha256:…"}',
  },
  {
    name: 'the name of an image is unknown',
    args: at => ['scan', '--images', JSON.stringify({ shpo: at.digest })],
    sentence: 'the `images` input names "shpo", which is not in slipway.yml; did you mean `shop`?',
  },
  {
    name: 'the folder of layouts is not there',
    args: layouts(),
    sentence: 'the folder built of layouts cannot be read; correct the `layouts` input',
  },
  {
    name: 'the folder of layouts is empty',
    make: at => at.write('built/.keep', ''),
    args: layouts(),
    sentence: 'the folder built holds no layout; let `build` write them with `push: false` and `output`',
  },
  {
    name: 'a layout is of no image in slipway.yml',
    make: at => at.write('built/store/index.json', '{}'),
    args: layouts(),
    sentence: 'built/store is the layout of no image in slipway.yml; it names shop',
  },
  {
    name: 'a layout is none',
    make: at => at.write('built/shop/image.tar', ''),
    args: layouts(),
    sentence: 'built/shop is not a whole OCI image layout; build it again',
  },
  {
    name: 'a layout has lost a part',
    make: async at => {
      await built(at);
      await at.remove(`built/shop/blobs/${at.digest.replace(':', '/')}`);
    },
    args: layouts(),
    sentence: 'built/shop is not a whole OCI image layout; build it again',
  },
  {
    name: 'a layout was changed',
    make: async at => {
      await built(at);
      await at.write(`built/shop/blobs/${at.digest.replace(':', '/')}`, '{}');
    },
    args: layouts(),
    sentence:
      'built/shop holds something else than sha256:4f499ea0b4e24b95d9f53eb4d2da779e5ee73f7f6b614476f974989cc3bd6256; build it again',
  },
  {
    name: 'the image is not in its candidate repository',
    args: ['scan', '--images', `{"shop": "sha256:${'0'.repeat(64)}"}`, ...offline],
    sentence:
      'HOST/shop-candidate has no image sha256:0000000000000000000000000000000000000000000000000000000000000000; build it first, or correct the digest in the `images` input',
  },
  {
    name: 'the registry wants a login',
    make: at => {
      at.store.intercept = (_, answer) => {
        answer.writeHead(401, { 'www-authenticate': 'Basic realm="shop"' }).end();
        return true;
      };
    },
    args: candidate,
    sentence:
      'the registry HOST does not let us read shop-candidate without credentials (401); log in to it before this step, or correct the name of the repository',
  },
  {
    name: 'the database is not there',
    args: at => [...candidate(at), '--database', 'no'],
    sentence:
      'the vulnerability database in no is missing; name a cache folder of trivy, which holds db/trivy.db, with the `database` input',
  },
  {
    name: 'the database is of another version of trivy',
    make: at => at.write('database/db/metadata.json', '{"Version": 1, "UpdatedAt": "2026-11-24T00:00:00Z"}'),
    args: candidate,
    sentence:
      'the vulnerability database in database has version 1 and not 2; name a cache folder of trivy, which holds db/trivy.db, with the `database` input',
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
    sentence:
      'shop (linux/amd64) could not be scanned: failed to open db: invalid database; name a whole database of trivy with the `database` input',
  },
  {
    name: 'the folder for the reports cannot be made',
    args: at => [...candidate(at), '--reports', 'Dockerfile'],
    sentence: 'the folder FOLDER/Dockerfile for reports cannot be made; correct the `reports` input',
  },
];

const ofMerge: Mistake[] = [
  {
    name: 'the parts are missing',
    args: ['merge'],
    sentence:
      'the input `parts` is missing; give it: JSON list of the outputs `images` of `build`, one of each machine, such as `[{"shop": "sha256:…"}, {"shop": "sha256:…"}]`',
  },
  {
    name: 'a part is no digest',
    args: ['merge', '--parts', '[{"shop": "1.4.2"}]'],
    sentence:
      'the `parts` input gives no digest for "shop"; give a JSON list of the outputs `images` of `build`, such as [{"shop": "sha256:…"}, {"shop": "sha256:…"}]',
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
    sentence:
      'the input `images` is missing; give it: JSON map from the names in slipway.yml to digests, or `repository@digest`: the output `images` of `build` or `status`',
  },
  {
    name: 'the tags are missing',
    args: at => push('', undefined)(at),
    sentence:
      'the `tags` input names no tag; write a JSON list such as ["1.4.2"], or names with commas between them',
  },
  {
    name: 'the environment is misspelt',
    args: at => [...push('', undefined)(at), '--environment', 'prodution'],
    sentence: 'the environment "prodution" is not in slipway.yml of shop; did you mean `production`?',
  },
  {
    name: 'the environment has the same repositories',
    args: at => [...push('', undefined)(at), '--environment', 'production'],
    sentence:
      'the environment "production" has no repository of its own for shop, so there is nothing to copy; name one in `repositories` of the environment, or leave those images out',
  },
  {
    name: 'there is no tag',
    args: push(' , '),
    sentence:
      'the `tags` input names no tag; write a JSON list such as ["1.4.2"], or names with commas between them',
  },
  {
    name: 'the tags are no JSON list',
    args: push('["1.4.2"'),
    sentence:
      'the `tags` input is not a JSON list; write a JSON list such as ["1.4.2"], or names with commas between them',
  },
  {
    name: 'a tag is none',
    args: push('feature/login'),
    sentence:
      '"feature/login" in the `tags` input is not a tag; write at most 128 letters, digits, ".", "_" and "-", the first a letter, a digit or "_"',
  },
  {
    name: 'a tag is a number',
    args: push('[1.4]'),
    sentence:
      '1.4 in the `tags` input is not a tag; write at most 128 letters, digits, ".", "_" and "-", the first a letter, a digit or "_"',
  },
  {
    name: 'what is adopted is not a tag',
    args: at => [...push('1.4.2,latest')(at), '--adopt', 'latest 1'],
    sentence:
      'the `adopt` input names "latest 1", which is not a tag; write tags with commas between them, such as latest,1',
  },
  {
    name: 'a map of tags leaves the image out',
    args: push('{"worker": ["1.4.2"]}'),
    sentence:
      'the `tags` input names no tag for the image "shop"; write a JSON list such as ["1.4.2"], or names with commas between them',
  },
  {
    name: 'there are no images',
    args: push('1.4.2', '{}'),
    sentence: 'the `images` input names no image; write a JSON map such as {"shop": "sha256:…"}',
  },
  {
    name: 'a digest is cut off',
    args: push('1.4.2', '{"shop": "sha256:abc"}'),
    sentence:
      'the `images` input gives no digest for "shop", but "sha256:abc"; give the digest, as `build` has it in its output `images`',
  },
  {
    name: 'the image was never built',
    args: push('1.4.2', `{"shop": "sha256:${'0'.repeat(64)}"}`),
    sentence:
      'the image "shop" with the digest sha256:0000000000000000000000000000000000000000000000000000000000000000 is not in HOST/shop-candidate; put it there first, and give `push` its digest, as the output `images` of `build` has it',
  },
  {
    name: 'the candidate has lost a platform',
    make: at => {
      const lost = putImage(at.store, 'other', 'arm64', 'for arm64', undefined, packed);
      at.store.manifests.delete(`shop-candidate@${lost.digest}`);
    },
    args: push('1.4.2'),
    sentence:
      'HOST/shop-candidate has lost the manifest sha256:63abb9beff586f25824d77e70a88a5f682f8d9cc3163d17d0d631e71192b7225 of sha256:4f499ea0b4e24b95d9f53eb4d2da779e5ee73f7f6b614476f974989cc3bd6256; push it again',
  },
  {
    name: 'what the digest names is no image',
    args: at => {
      const text = at.store.manifest('shop-candidate', { mediaType: types.image, config: {} });
      return push('1.4.2', JSON.stringify({ shop: text.digest }))(at);
    },
    sentence:
      'HOST/shop-candidate@sha256:d1d987ef937b76fd756542d036eaf4e4dc87f31690f0662b62a5529937fd50bd is not a container image; name an image that a build tool has pushed',
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
    sentence:
      'the registry HOST does not let us write to shop without credentials (403); log in to it before this step, or correct the name of the repository',
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
    sentence:
      'the registry HOST does not let the tag 1.4.2 of shop be moved, because its tags are immutable (409); push under a new version, or let this tag be moved in the settings of the registry',
  },
  {
    name: 'the file with the logins is broken',
    make: at => at.write('docker/config.json', '{"auths": {"HOST": {"auth": "aHVudGVyMg=="'),
    args: push('1.4.2'),
    sentence: 'FOLDER/docker/config.json is not JSON; log in to the registry again',
  },
  {
    name: 'the program that knows the logins is not there',
    make: json('docker/config.json', { credsStore: 'vault' }),
    args: push('1.4.2'),
    sentence:
      'the credential helper docker-credential-vault is not installed; install it, or remove vault from the docker configuration and log in again',
  },
];

describe.each([
  ['plan', ofPlan],
  ['test', ofTest],
  ['build', ofBuild],
  ['merge', ofMerge],
  ['scan', ofScan],
  ['push', ofPush],
])('%s answers a mistake with one sentence and its remedy, and sets every output', (name, mistakes) => {
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
      expect(outputs.reason, err).toBe(sentence);
      expect(code).toBe(1);
      expect(sentence).toMatch(/^[^;\n]+[;:] [^\n]+$/);
      expect(err.split('\n').filter(line => line.includes(sentence))).not.toEqual([]);
      expect(err).not.toMatch(/^\s+at .+:\d+/m);
      const declared = await loadAction(name);
      expect(Object.keys(outputs)).toEqual(Object.keys(declared.outputs));
    },
  );
});
