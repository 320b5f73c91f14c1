import { afterEach, describe, expect, it } from 'vitest';
import { parse, parseAllDocuments } from 'yaml';
import { type Checkout, checkout, webManifests } from '../setup/checkout.ts';
import { wording } from '../wording.ts';

let at: Checkout;
afterEach(() => at.close());

const init = (...more: string[]) => at.slipway('init', '--folder', at.folder, ...more);
const plan = () => at.slipway('plan', '--config', `${at.folder}/slipway.yml`);
const config = () => parse(at.read('slipway.yml'));
const objects = (path: string) => parseAllDocuments(at.read(path)).map(each => each.toJS());
/** The real plan, with no finding above `info`. */
async function passes(): Promise<void> {
  const { code, outputs, err } = await plan();
  expect(err).not.toContain('policy: warning');
  expect([code, outputs.verdict, JSON.parse(outputs.policy ?? '{}')]).toMatchObject([
    0,
    'pass',
    { error: 0, warning: 0 },
  ]);
}

const languages: Record<string, { files: Record<string, string>; test?: string; probe?: string }> = {
  'Node.js': {
    files: {
      'package.json': JSON.stringify({
        scripts: { start: 'node server.js', test: 'node --test' },
        dependencies: { express: '5.1.0' },
      }),
      'package-lock.json': '{}',
      'server.js': `const app = require('express')();\napp.get('/readyz', (_, r) => r.send('ok'));\napp.listen(process.env.PORT || 3000);\n`,
    },
    test: 'npm ci && npm test',
    probe: '/readyz',
  },
  'Node.js with pnpm': {
    files: { 'package.json': '{"scripts":{"build":"tsc","start":"next start"}}', 'pnpm-lock.yaml': '' },
  },
  'Node.js with yarn': {
    files: { 'package.json': '{"main":"index.js"}', 'yarn.lock': '', 'index.js': '' },
  },
  Python: {
    files: {
      'requirements.txt': 'fastapi==0.121.0\nuvicorn==0.38.0\n',
      'main.py': `from fastapi import FastAPI\n\napp = FastAPI()\n\n@app.get("/health")\ndef health():\n    return {}\n`,
      'tests/test_main.py': '',
    },
    test: 'python3 -m venv .venv && .venv/bin/pip install --requirement requirements.txt pytest && .venv/bin/python -m pytest --junitxml=reports/junit.xml',
    probe: '/health',
  },
  'Python with uv': {
    files: { 'pyproject.toml': '[project]\nrequires-python = ">=3.12"\n', 'uv.lock': '', 'app.py': '' },
  },
  'Python with poetry': {
    files: { 'pyproject.toml': '', 'poetry.lock': '', 'shop/wsgi.py': '', 'manage.py': '' },
  },
  Go: {
    files: {
      'go.mod': 'module example.com/shop\n\ngo 1.25.1\n\nrequire example.com/x v1.0.0\n',
      'go.sum': '',
      'cmd/shop/main.go': `package main\n\nfunc main() {\n\thttp.HandleFunc("/healthz", ok)\n}\n`,
      'cmd/shop/main_test.go': 'package main\n',
    },
    test: 'go test ./...',
    probe: '/healthz',
  },
  'Java with Maven': {
    files: {
      'pom.xml':
        '<project><properties><java.version>21</java.version></properties><artifactId>spring-boot-starter-actuator</artifactId></project>',
      'src/test/java/ShopTest.java': '',
    },
    test: 'mvn --batch-mode test',
    probe: '/actuator/health/readiness',
  },
  'Java with Gradle': {
    files: {
      'build.gradle.kts': 'plugins { id("org.springframework.boot") }',
      'settings.gradle.kts': '',
      gradlew: '',
    },
  },
  Rust: { files: { 'Cargo.toml': '[package]\nname = "shop"\n', 'Cargo.lock': '', 'src/main.rs': '' } },
  Ruby: { files: { Gemfile: 'gem "rails"', 'Gemfile.lock': '', 'config/application.rb': '' } },
  PHP: { files: { 'composer.json': '{"require":{"php":"^8.3"}}', 'composer.lock': '{}' } },
  '.NET': {
    files: {
      'src/Shop/Shop.csproj':
        '<Project Sdk="Microsoft.NET.Sdk.Web"><TargetFramework>net8.0</TargetFramework></Project>',
    },
  },
};

describe.each(Object.entries(languages))('init in a repository in %s', (_, { files, test, probe }) => {
  it('writes what the real plan accepts', async () => {
    at = checkout(files);
    const { code, outputs } = await init();
    expect(code).toBe(0);
    expect(JSON.parse(outputs.written ?? '')).toEqual([
      ...['slipway.yml', 'Dockerfile', '.dockerignore'],
      ...['deployment', 'service', 'disruption', 'autoscaler', 'network-policy'].map(
        each => `deploy/${each}.yaml`,
      ),
      '.gitignore',
      ...['release', 'pull-request', 'rollback', 'status'].map(each => `.github/workflows/${each}.yml`),
      ...(test === undefined ? [] : ['.github/slipway/setup/action.yml']),
      'slipway-rbac.yaml',
    ]);
    expect(config()).toMatchObject({
      app: 'shop',
      images: { shop: { repository: 'ghcr.io/acme/shop' } },
      ...(test !== undefined && { test: { run: test } }),
      environments: {
        production: {
          ...{ namespace: 'shop', manifests: ['deploy/'], workload: 'Deployment/shop', service: 'shop' },
          ...(probe !== undefined && { verify: { checks: [{ get: probe, status: 200 }] } }),
        },
      },
    });
    expect(config().test).toEqual(test === undefined ? undefined : expect.objectContaining({ run: test }));
    await passes();
  });
});

const shop = languages['Node.js']?.files ?? {};
const inFolder = (folder: string, files: Record<string, string>) =>
  Object.fromEntries(Object.entries(files).map(([path, text]) => [`${folder}/${path}`, text]));
const main = (text: string) => `package main\n\nfunc main() { http.ListenAndServe("${text}", nil) }\n`;
const dockerfile =
  'FROM node:24-trixie-slim\nWORKDIR /app\nCOPY server.js ./\nUSER 1000\nEXPOSE 4000\nCMD ["node", "server.js"]\n';

it('secrets of every folder stay out of a new image', async () => {
  at = checkout(shop);
  await init();
  const ignored = at.read('.dockerignore').split('\n');
  expect(ignored).toEqual(
    expect.arrayContaining(['**/.env*', '**/*.pem', '**/*.key', '**/.npmrc', '**/.netrc', '**/node_modules']),
  );
  expect(ignored).toEqual(expect.arrayContaining(['**/.kube', '**/*.kubeconfig']));
});

it('what a run leaves stays out of a new image, and out of git where no .gitignore exists', async () => {
  const left = ['scan-reports', 'slipway.env', 'slipway.started', 'summary.md'];
  at = checkout(shop);
  await init();
  expect(at.read('.dockerignore').split('\n')).toEqual(expect.arrayContaining(['slipway*.y*ml', ...left]));
  expect(at.read('.gitignore').split('\n')).toEqual(expect.arrayContaining(left.map(each => `/${each}`)));
  at.close();
  at = checkout({ ...shop, '.gitignore': 'node_modules\n' });
  const { outputs } = await init();
  expect(at.read('.gitignore')).toBe('node_modules\n');
  expect([outputs.written, outputs.kept].join()).not.toContain('.gitignore');
});

it('names the application after the image where no remote names it', async () => {
  at = checkout(shop, '');
  await init('--image', '127.0.0.1:5000/greeter');
  expect(config().app).toBe('greeter');
});

describe('the workflows', () => {
  it('name the environment, the branch, and one commit of Slipway', async () => {
    at = checkout(shop);
    await init('--environment', 'live');
    const text = at.read('.github/workflows/release.yml');
    expect(text).toMatch(/uses: slipway\/slipway@[0-9a-f]{40} # v\d+\.\d+\.\d+/);
    expect(text).toContain('environment: live');
    expect(parse(text).on.push.branches).toEqual(['main']);
    const commit = /slipway(@[0-9a-f]{40})/.exec(text)?.[1];
    for (const name of ['rollback', 'status']) {
      const other = at.read(`.github/workflows/${name}.yml`);
      expect(other).not.toContain('production');
      expect(/@[0-9a-f]{40}/.exec(other)?.[0]).toBe(commit);
    }
    expect(text).not.toContain('production');
  });

  it.each(['production-eu', 'preproduction'])('name the environment %s once', async environment => {
    at = checkout(shop);
    await init('--environment', environment);
    const named = ['release', 'rollback', 'status'].flatMap(name =>
      [...at.read(`.github/workflows/${name}.yml`).matchAll(/[\w-]*production[\w-]*/g)].map(String),
    );
    expect(named).toEqual(Array.from({ length: 4 }, () => environment));
  });

  it.each([
    'uses: acme/slipway/.github/workflows/pipeline.yml@v1',
    'steps: [uses: acme/slipway@v1]',
    'steps: [uses: acme/slipway/actions/release@v1]',
    'steps: [uses: acme/slipway/actions/deploy@v1]',
  ])('of another name that call Slipway are not written a second time: %s', async job => {
    at = checkout({ ...shop, '.github/workflows/ship.yml': `jobs: {a: {${job}}}` });
    const { outputs } = await init();
    expect(at.has('.github/workflows/release.yml')).toBe(false);
    expect(JSON.parse(outputs.kept ?? '')).toEqual(['.github/workflows/ship.yml']);
  });

  it('get another name where a workflow of that name does something else', async () => {
    at = checkout({ ...shop, '.github/workflows/release.yml': 'on: push\njobs: {}\n' });
    await init();
    expect(at.read('.github/workflows/slipway-release.yml')).toContain('slipway/slipway@');
    expect(at.read('.github/workflows/release.yml')).toBe('on: push\njobs: {}\n');
  });

  it('are the same for all folders of a larger repository, and release only what changed', async () => {
    at = checkout({ ...inFolder('services/cart', shop), ...inFolder('old/cart', shop) });
    await at.slipway('init', '--folder', `${at.folder}/services/cart`);
    expect(parse(at.read('services/cart/slipway.yml'))).toMatchObject({
      ...{ app: 'cart', images: { cart: { repository: 'ghcr.io/acme/shop-cart' } } },
      environments: { production: { namespace: 'cart' } },
    });
    const workflows = () =>
      ['release', 'pull-request', 'rollback', 'status'].map(name => at.read(`.github/workflows/${name}.yml`));
    const before = workflows();
    const [release, check, ...byHand] = before.map(text => parse(text));
    expect(release.jobs.changed.steps.at(-1).uses).toMatch(/slipway\/actions\/changed@[0-9a-f]{40}$/);
    expect(release.jobs.pipeline.with).toEqual({
      config: '${{ matrix.app.config }}',
      environment: 'production',
    });
    expect(check.jobs.check.with).toEqual({ config: '${{ matrix.app.config }}' });
    for (const { on, jobs } of byHand) {
      expect(on.workflow_dispatch.inputs.config.required).toBe(true);
      expect(Object.values(jobs)).toMatchObject([{ with: { config: '${{ inputs.config }}' } }]);
    }
    expect(before.join()).not.toContain('@0000000');
    const second = await at.slipway('init', '--folder', `${at.folder}/old/cart`);
    expect(second.outputs.written).not.toContain('.github');
    expect(workflows()).toEqual(before);
    expect(at.has('services/cart/.github')).toBe(false);
    const again = await at.slipway('init', '--folder', `${at.folder}/services/cart`);
    expect(again.outputs.written).toBe('[]');
    const { outputs } = await at.slipway('doctor', '--config', `${at.folder}/services/cart/slipway.yml`);
    expect(outputs.missing).toBe('[]');
  });
});

it('the workflows of a folder leave out an application at the root that has its own', async () => {
  at = checkout({ ...shop, ...inFolder('services/cart', shop), ...inFolder('services/mail', shop) });
  await init();
  await at.slipway('init', '--folder', `${at.folder}/services/cart`);
  for (const name of ['release', 'pull-request']) {
    const { changed } = parse(at.read(`.github/workflows/slipway-${name}.yml`)).jobs;
    expect(changed.steps.at(-1).with).toMatchObject({ configs: '*/**/slipway.yml' });
  }
  expect(at.has('.github/workflows/slipway-rollback.yml')).toBe(true);
  const { outputs } = await at.slipway('init', '--folder', `${at.folder}/services/mail`);
  expect(outputs.written).not.toContain('.github');
});

it('folders with the same name are applications of different names', async () => {
  const identity = (folder: string) => {
    const { app, images, environments } = parse(at.read(`${folder}/slipway.yml`));
    const { namespace, workload } = environments.production;
    return [app, images[app].repository, namespace, workload];
  };
  const pathIn = (team: string) => [
    ...[`${team}-api`, `ghcr.io/acme/shop-${team}-api`, `${team}-api`, `Deployment/${team}-api`],
  ];
  const services = ['team-a/api', 'team-b/api', 'web'].map(each =>
    inFolder(each, { ...shop, Dockerfile: dockerfile }),
  );
  at = checkout(Object.assign({}, ...services));
  await init();
  expect(identity('team-a/api')).toEqual(pathIn('team-a'));
  expect(identity('team-b/api')).toEqual(pathIn('team-b'));
  expect(identity('web')[0]).toBe('web');
  at.close();
  at = checkout(Object.assign({}, ...services));
  for (const team of ['team-a', 'team-b']) await at.slipway('init', '--folder', `${at.folder}/${team}/api`);
  expect(identity('team-a/api')[0]).toBe('api');
  expect(identity('team-b/api')).toEqual(pathIn('team-b'));
});

describe('a repository of several applications', () => {
  const services = {
    ...inFolder('services/cart', { ...shop, Dockerfile: dockerfile }),
    ...inFolder('services/front', { ...shop, Dockerfile: dockerfile }),
    ...inFolder('services/mailer', { ...shop, Dockerfile: 'FROM node:24-trixie-slim\nUSER 1000\n' }),
    'compose.yaml': `services:
  cart: { build: ./services/cart, ports: ['8081:4001'], environment: [CART_URL=x] }
  front: { build: ./services/front, ports: ['8080:4000'] }
  mailer: { build: ./services/mailer }
`,
  };

  it('gets a slipway.yml in each folder, and one set of workflows', async () => {
    at = checkout(services);
    const { code, outputs, err } = await init();
    const written: string[] = JSON.parse(outputs.written ?? '');
    expect([code, written.filter(path => !path.includes('/deploy/'))]).toEqual([
      0,
      [
        'services/cart/slipway.yml',
        ...['release', 'pull-request', 'rollback', 'status'].map(name => `.github/workflows/${name}.yml`),
        ...['services/cart/slipway-rbac.yaml', 'services/front/slipway.yml'],
        'services/front/slipway-rbac.yaml',
      ],
    ]);
    const [deployment] = objects('services/cart/deploy/deployment.yaml');
    expect(deployment.spec.template.spec.containers[0]).toMatchObject({
      ...{ image: 'ghcr.io/acme/shop-cart', ports: [{ containerPort: 4001 }] },
      envFrom: [{ secretRef: { name: 'cart', optional: true } }],
    });
    // The compose file gives it no port.
    expect(err.split('\n')).toContainEqual(wording('services/mailer', '--port PORT'));
    const next: string[] = JSON.parse(outputs.next ?? '');
    expect(next.slice(0, 2)).toEqual(
      ['cart', 'front'].map(each => `slipway plan --config ${at.folder}/services/${each}/slipway.yml`),
    );
    expect(next.filter(each => each.includes('git add'))).toHaveLength(1);
    for (const each of ['cart', 'front'])
      expect((await at.slipway('plan', '--config', `${at.folder}/services/${each}/slipway.yml`)).code).toBe(
        0,
      );
    expect((await init()).outputs.written).toBe('[]');
    const doctor = await at.slipway('doctor', '--config', `${at.folder}/slipway.yml`);
    expect(doctor.err).toContain(`slipway doctor --config ${at.folder}/services/cart/slipway.yml && `);
  });

  it('with common manifests, or an image at the root, is one application', async () => {
    const folders = ['services/cart/slipway.yml', 'services/front/slipway.yml'];
    at = checkout({
      ...services,
      'k8s/cart.yaml': webManifests('cart', 'ghcr.io/acme/cart'),
      'k8s/front.yaml': webManifests('front', 'ghcr.io/acme/front'),
    });
    await init();
    expect([at.has('slipway.yml'), ...folders.map(at.has)]).toEqual([true, false, false]);
    at.close();
    at = checkout({ ...services, ...shop, Dockerfile: dockerfile });
    await init();
    expect([at.has('slipway.yml'), ...folders.map(at.has)]).toEqual([true, false, false]);
  });
});

describe('new manifests', () => {
  it('harden the pods, and take port, user and health check from what is there', async () => {
    at = checkout({ ...shop, Dockerfile: dockerfile });
    await init();
    const [deployment] = objects('deploy/deployment.yaml');
    expect(deployment.spec.template.spec).toMatchObject({
      securityContext: { runAsNonRoot: true, seccompProfile: { type: 'RuntimeDefault' } },
      containers: [
        {
          image: 'ghcr.io/acme/shop',
          ports: [{ containerPort: 4000 }],
          readinessProbe: { httpGet: { path: '/readyz' } },
        },
      ],
    });
    expect(at.read('Dockerfile')).toBe(dockerfile);
    expect(at.has('.dockerignore')).toBe(false);
    await passes();
  });

  it('have an HTTPRoute and a ServiceMonitor only on request', async () => {
    at = checkout(shop);
    await init('--host', 'shop.example.com', '--gateway', 'gateway/main', '--service-monitor', 'true');
    expect(objects('deploy/route.yaml')[0].spec).toMatchObject({
      hostnames: ['shop.example.com'],
      parentRefs: [{ namespace: 'gateway', name: 'main' }],
    });
    expect(config().environments.production.route).toBe('HTTPRoute/shop');
    expect(objects('deploy/monitor.yaml')[0].kind).toBe('ServiceMonitor');
    await passes();
  });

  it('need the Gateway of an HTTPRoute', async () => {
    at = checkout(shop);
    const { code, err } = await init('--host', 'shop.example.com');
    expect([code, at.has('slipway.yml')]).toEqual([1, false]);
    expect(err.split('\n')).toContainEqual(wording('HTTPRoute', '--gateway'));
  });

  it('do not demand another user of an image that runs as root', async () => {
    at = checkout({ ...shop, Dockerfile: 'FROM node:24\nCMD ["node", "server.js"]\n' });
    const { err } = await init();
    expect(objects('deploy/deployment.yaml')[0].spec.template.spec.securityContext).not.toHaveProperty(
      'runAsNonRoot',
    );
    expect(objects('deploy/deployment.yaml')[0].spec.template.spec.containers[0].securityContext).toEqual({
      ...{ allowPrivilegeEscalation: false, readOnlyRootFilesystem: false },
    });
    expect(err.split('\n')).toContainEqual(wording('USER 10001'));
  });

  it.each([
    ['FROM go\nUSER 5\nEXPOSE 1\nFROM alpine\nEXPOSE 80/tcp', {}, 80],
    ['FROM go AS a\nUSER 5:6\nEXPOSE 81\nFROM go AS b\nFROM a', { runAsNonRoot: true }, 81],
    ['FROM alpine\nUSER 5\nUSER $NAME', {}, 3000],
    ['FROM alpine\nUSER node', {}, 3000],
    ['FROM docker.io/node:24\nUSER node', { runAsNonRoot: true, runAsUser: 1000 }, 3000],
  ])('take user and port from the last stage of %j', async (text, user, containerPort) => {
    at = checkout({ ...shop, Dockerfile: `${text}\n` });
    await init();
    const { securityContext, containers } = objects('deploy/deployment.yaml')[0].spec.template.spec;
    expect(securityContext).toEqual({ ...user, seccompProfile: { type: 'RuntimeDefault' } });
    expect(containers[0].ports[0].containerPort).toBe(containerPort);
    expect('capabilities' in containers[0].securityContext).toBe('runAsNonRoot' in user);
  });

  it.each([
    ['nothing names it', {}, 8080, true],
    ['the sources name it', { 'main.go': main(':9000') }, 9000, false],
    [
      'the program takes it from a variable',
      { 'main.go': 'package main\n\nfunc main() { serve(os.Getenv("PORT")) }\n' },
      ...([8080, false] as const),
    ],
    ['a command names it', { Dockerfile: 'FROM alpine\nCMD ["/shop", "--port", "7000"]\n' }, 7000, false],
    ['a server has a usual one', { Dockerfile: 'FROM python:3\nCMD ["fastapi", "run"]\n' }, 8000, false],
    [
      'a health check names it',
      { Dockerfile: 'FROM alpine\nHEALTHCHECK CMD wget -q http://localhost:81/up\n' },
      81,
      false,
    ],
    [
      'a proxy is told it',
      {
        'compose.yaml':
          'services: { a: { build: ., labels: [traefik.http.services.a.loadbalancer.server.port=82] } }\n',
      },
      82,
      false,
    ],
    ['a base image has one', { Dockerfile: 'FROM nginx:1.29\n' }, 80, false],
  ])('say that the port is a guess only where it is one: %s', async (_, files, port, guessed) => {
    at = checkout({ 'go.mod': 'module shop\n\ngo 1.25\n', 'main.go': main('shop'), ...files });
    const { err } = await init();
    expect(objects('deploy/deployment.yaml')[0].spec.template.spec.containers[0].ports[0].containerPort).toBe(
      port,
    );
    expect(err.includes('--port PORT')).toBe(guessed);
    if (guessed) expect(err.split('\n')).toContainEqual(wording('8080', '--port PORT'));
  });

  it('have the port of the input', async () => {
    at = checkout({ 'go.mod': 'module shop\n\ngo 1.25\n', 'main.go': main('shop') });
    const { err } = await init('--port', '9999');
    expect(at.read('deploy/deployment.yaml')).toContain('containerPort: 9999');
    expect(at.read('Dockerfile')).toContain('EXPOSE 9999');
    expect(err).not.toContain('--port');
    // The first of two wrong ones is named.
    const wrong = await init('--port', '99999', '--service-monitor', 'perhaps');
    expect([wrong.code, wrong.err.split('\n')]).toEqual([
      1,
      expect.arrayContaining([wording('99999', '--port')]),
    ]);
  });

  it('only open the port where no health check is known', async () => {
    at = checkout({ 'go.mod': 'module shop\n\ngo 1.25\n', 'main.go': 'package main\n\nfunc main() {}\n' });
    const { err } = await init();
    expect(
      objects('deploy/deployment.yaml')[0].spec.template.spec.containers[0].readinessProbe,
    ).toHaveProperty('tcpSocket');
    expect(config().environments.production).not.toHaveProperty('verify');
    expect(err.split('\n')).toContainEqual(wording('verify.checks'));
    await passes();
  });
});

describe('a compose file', () => {
  const compose = `services:
  db: { image: postgres:18, ports: ["5432:5432"] }
  queue: { build: ., command: node worker.js, environment: { DATABASE_URL: postgres://u:secret@db/shop } }
  web: { build: ., ports: ["127.0.0.1:8080:4000"] }
  mailer: { build: { context: ./mailer } }
  admin: { build: ./admin, ports: ["9000"] }
`;
  const files = {
    ...shop,
    'compose.yaml': compose,
    'mailer/package.json': '{"main":"m.js"}',
    'admin/package.json': '{"main":"a.js"}',
  };

  it('names the ports, the workers, and what needs its own slipway.yml', async () => {
    at = checkout(files);
    const { err, outputs } = await init();
    expect(config()).toMatchObject({
      images: {
        shop: { repository: 'ghcr.io/acme/shop' },
        mailer: { repository: 'ghcr.io/acme/shop-mailer', context: 'mailer' },
      },
      environments: {
        production: { workload: 'Deployment/shop', workers: ['Deployment/queue', 'Deployment/mailer'] },
      },
    });
    expect(objects('deploy/worker-queue.yaml')[0].spec.template.spec.containers[0].args).toEqual([
      'node',
      'worker.js',
    ]);
    expect(objects('deploy/deployment.yaml')[0].spec.template.spec.containers[0].ports[0].containerPort).toBe(
      4000,
    );
    expect(err.split('\n')).toContainEqual(wording('admin'));
    expect(err.split('\n')).toContainEqual(wording('DATABASE_URL', 'Secret/shop'));
    expect(at.read('deploy/worker-queue.yaml')).toContain('optional: true');
    expect(JSON.parse(outputs.next ?? '')).toContain(
      'kubectl create secret generic shop --namespace shop --from-literal DATABASE_URL=VALUE',
    );
    expect(`${err}${at.read('deploy/worker-queue.yaml')}`).not.toContain('secret@db');
    expect(at.read('mailer/Dockerfile')).toContain('node');
    at.close();
    // Each part has the user of its own image.
    at = checkout({ ...files, Dockerfile: dockerfile, 'mailer/Dockerfile': 'FROM alpine\n' });
    const said = (await init()).err;
    const podOf = (file: string) => objects(`deploy/${file}.yaml`)[0].spec.template.spec;
    expect(podOf('worker-queue').securityContext.runAsNonRoot).toBe(true);
    expect(podOf('worker-mailer').securityContext).toEqual({ seccompProfile: { type: 'RuntimeDefault' } });
    expect(said).toContain('the user in mailer/Dockerfile is root');
    at.close();
    at = checkout({ ...files, Dockerfile: dockerfile });
    await init();
    expect(podOf('worker-mailer').containers[0].securityContext.readOnlyRootFilesystem).toBe(true);
    expect(podOf('worker-mailer').securityContext).toMatchObject({ runAsUser: 1000, runAsGroup: 1000 });
    expect(podOf('deployment').containers[0].securityContext.readOnlyRootFilesystem).toBe(false);
    await passes();
  });
});

describe('a compose file that says how an image is built and started', () => {
  const prod = `FROM alpine:3.22 AS prod
USER 1000
FROM prod AS tools
CMD ["sh"]
`;
  const service = `    build:
      context: .
      target: prod
      args: { NODE: 24, MODE: "a, b", NPM_TOKEN: abc, COMMIT: "\${COMMIT}" }
    command: gunicorn shop:app --bind :5000
    env_file: [.env, { path: secrets.env }]
`;
  const files = { Dockerfile: prod, 'app.py': '' };
  const container = () => objects('deploy/deployment.yaml')[0].spec.template.spec.containers[0];

  it('gives slipway.yml its stage and arguments, and the pods its command', async () => {
    at = checkout({ ...files, 'compose.yaml': `services:\n  web:\n${service}` });
    const { err, outputs } = await init();
    const secret = 'kubectl create secret generic shop --namespace shop --from-env-file FILE';
    expect(JSON.parse(outputs.next ?? '')).toContain(secret);
    expect(outputs.next).not.toContain('environment`');
    expect(config().images.shop).toEqual({
      ...{ repository: 'ghcr.io/acme/shop', target: 'prod', args: { NODE: '24', MODE: 'a, b' } },
    });
    expect(err.split('\n')).toContainEqual(wording('NPM_TOKEN, COMMIT', 'slipway.yml'));
    expect(err.split('\n')).toContainEqual(wording('target prod, argument NODE, argument MODE'));
    expect(container()).toMatchObject({
      ...{ args: ['gunicorn', 'shop:app', '--bind', ':5000'], ports: [{ containerPort: 5000 }] },
      envFrom: [{ secretRef: { name: 'shop', optional: true } }],
    });
    expect(err.split('\n')).toContainEqual(wording('.env', 'secrets.env', 'Secret/shop'));
    expect(`${err}${at.read('slipway.yml')}`).not.toContain('abc');
    expect((await plan()).code).toBe(0);
  });

  it('with variables beside its files gives the Secret both', async () => {
    const both = `${service}    environment: { MODE: live }\n`;
    at = checkout({ ...files, 'compose.yaml': `services:\n  web:\n${both}` });
    const next: string[] = JSON.parse((await init()).outputs.next ?? '');
    expect(next).toContainEqual(expect.stringMatching(/--from-env-file FILE$/));
    expect(next).toContainEqual(wording('FILE', '`environment`'));
    expect(next.join()).not.toContain('--from-literal');
  });

  it('is said not to start an image that starts by itself', async () => {
    at = checkout({ ...files, 'compose.yaml': `services:\n  web:\n${service.replace('prod', 'tools')}` });
    const { err } = await init();
    expect(container()).not.toHaveProperty('args');
    expect(err.split('\n')).toContainEqual(wording('the command of web', 'Dockerfile'));
  });

  it('with variables in its commands does not give them to the pods', async () => {
    const web = `  web: { build: { context: ., target: prod }, command: "gunicorn a:b -b :\${PORT:-8000}", ports: ["5000"] }\n`;
    const queue = '  queue: { build: { context: ., target: prod }, command: [run, "${QUEUE}"] }\n';
    at = checkout({ ...files, 'compose.yaml': `services:\n${web}${queue}` });
    const { err } = await init();
    const [worker] = objects('deploy/worker-queue.yaml');
    for (const each of [container(), worker.spec.template.spec.containers[0]])
      expect(each).not.toHaveProperty('args');
    for (const name of ['shop', 'queue'])
      expect(err.split('\n')).toContainEqual(wording('the command', `Deployment/${name}`));
  });

  it('gives each stage of one Dockerfile an image', async () => {
    const worker = '  queue: { build: { context: ., target: tools } }\n';
    const web = service.replace('    command', '    ports: ["5000"]\n    command');
    at = checkout({ ...files, 'compose.yaml': `services:\n  web:\n${web}${worker}` });
    await init();
    expect(config().images).toMatchObject({
      shop: { target: 'prod' },
      queue: { repository: 'ghcr.io/acme/shop-queue', target: 'tools' },
    });
    expect(config().environments.production.workers).toEqual(['Deployment/queue']);
  });

  it('gives each set of arguments of one Dockerfile an image', async () => {
    const build = (name: string) => `build: { context: ., args: { APP: ${name} } }`;
    const services = `  web: { ${build('web')}, ports: ["5000"] }\n  queue: { ${build('queue')} }\n`;
    at = checkout({ ...files, 'compose.yaml': `services:\n${services}` });
    await init();
    const images = { shop: { args: { APP: 'web' } }, queue: { args: { APP: 'queue' } } };
    expect(config().images).toMatchObject(images);
    at.close();
    // Manifests do not tell the two apart, either.
    const both = ['shop', 'queue'].map(name => [
      `k8s/${name}.yaml`,
      webManifests(name, `ghcr.io/acme/${name}`),
    ]);
    at = checkout({ ...files, ...Object.fromEntries(both), 'compose.yaml': `services:\n${services}` });
    await init();
    expect(config().images).toMatchObject(images);
  });

  it.each([
    ['target: dev-server, args: { UID: 1000 }', 'target dev-server, argument UID'],
    ['args: { NODE_ENV: development }', 'argument NODE_ENV'],
  ])('for development does not say how a release is built: %s', async (build, left) => {
    at = checkout({
      ...files,
      'compose.yaml': `services: { web: { build: { context: ., ${build} } } }\n`,
    });
    const { err } = await init();
    expect(config().images.shop).toEqual({ repository: 'ghcr.io/acme/shop' });
    expect(err.split('\n')).toContainEqual(wording('shop', left));
    expect(err).not.toContain('is built with target');
  });

  it('does not say how an image of existing manifests is built', async () => {
    const compose = `services:\n  web:\n${service}`;
    at = checkout({ ...files, 'k8s/web.yaml': webManifests('web', 'acme/web'), 'compose.yaml': compose });
    const { err } = await init();
    expect(config().images.shop).toEqual({ repository: 'acme/web' });
    expect(err.split('\n')).toContainEqual(wording('shop', 'target prod, argument NODE, argument MODE'));
  });

  it('with a variable as its stage builds the last one, and says so', async () => {
    const compose = "services: { web: { build: { context: ., target: '${STAGE}' } } }\n";
    at = checkout({ ...files, 'compose.yaml': compose });
    const { err } = await init();
    expect(config().images.shop).toEqual({ repository: 'ghcr.io/acme/shop' });
    expect(err.split('\n')).toContainEqual(wording('target of the image shop'));
    expect(err).not.toContain('`secrets`');
  });

  it('changes nothing about a Dockerfile that init writes', async () => {
    at = checkout({ ...shop, 'compose.yaml': `services:\n  web:\n${service}` });
    await init();
    expect(config().images.shop).toEqual({ repository: 'ghcr.io/acme/shop' });
  });
});

describe('existing manifests', () => {
  it('stay as they are, and give image, namespace, Service and check', async () => {
    const text = webManifests('web', 'registry.example.com/team/web:1.2').replace(
      '{ name: web }',
      '{ name: web, namespace: store }',
    );
    at = checkout({ ...shop, Dockerfile: dockerfile, 'k8s/web.yaml': text });
    const { outputs } = await init();
    expect(at.read('k8s/web.yaml')).toBe(text);
    expect(JSON.parse(outputs.kept ?? '')).toEqual(['Dockerfile', 'k8s/']);
    expect(config()).toMatchObject({
      images: { shop: { repository: 'registry.example.com/team/web' } },
      environments: {
        production: {
          ...{ namespace: 'store', manifests: ['k8s/'], workload: 'Deployment/web', service: 'web' },
          verify: { checks: [{ get: '/healthz', status: 200 }] },
        },
      },
    });
    expect(at.has('deploy')).toBe(false);
    await passes();
  });

  it('of kustomize are those of the overlay for production', async () => {
    at = checkout({
      ...{ ...shop, Dockerfile: dockerfile },
      'deploy/base/web.yaml': webManifests('web', 'shop'),
      'deploy/base/kustomization.yaml': 'resources: [web.yaml]\n',
      'deploy/overlays/staging/kustomization.yaml': 'resources: [../../base]\nnamespace: shop-staging\n',
      'deploy/overlays/prod/kustomization.yaml':
        'resources: [../../base]\nnamespace: shop-prod\nimages: [{ name: shop, newName: ghcr.io/acme/shop, newTag: v1 }]\n',
    });
    await init();
    expect(config()).toMatchObject({
      images: { shop: { repository: 'ghcr.io/acme/shop' } },
      environments: { production: { namespace: 'shop-prod', manifests: ['deploy/overlays/prod/'] } },
    });
    await passes();
  });

  it('of kustomize are those of the base where only another environment has an overlay', async () => {
    const overlay = (name: string, text: string) => ({
      [`deploy/overlays/${name}/kustomization.yaml`]: text,
    });
    const production = overlay('production', 'resources: [../../base]\nnamespace: live\n');
    at = checkout({
      ...{
        ...shop,
        Dockerfile: dockerfile,
        'deploy/base/web.yaml': webManifests('web', 'ghcr.io/acme/shop'),
      },
      ...{ 'deploy/base/kustomization.yaml': 'resources: [web.yaml]\n', ...production },
    });
    await init('--environment', 'staging');
    expect(config().environments.staging).toMatchObject({ namespace: 'shop', manifests: ['deploy/base/'] });
    at.close();
    at = checkout({ ...shop, ...overlay('production', 'resources: []\n') });
    const { code, err } = await init('--environment', 'staging');
    expect([code, at.has('slipway.yml')]).toEqual([1, false]);
    expect(err.split('\n')).toContainEqual(wording('staging', 'deploy/overlays/production'));
    at.close();
    // The overlay that is meant does not build: another one would not be what was meant.
    at = checkout({ ...shop, ...production, ...overlay('eu', 'resources: []\n') });
    at.write({ 'deploy/base/web.yaml': webManifests('web', 'ghcr.io/acme/shop') });
    const broken = await init();
    expect([broken.code, at.has('slipway.yml')]).toEqual([1, false]);
    expect(broken.err).toContain('kustomize cannot build deploy/overlays/production/');
  });

  it('of kustomize leave out a hook of Argo CD that names its namespace, and say who applies them', async () => {
    const job =
      'apiVersion: batch/v1\nkind: Job\nmetadata: { name: migrate, namespace: store, annotations: { argocd.argoproj.io/hook: PreSync } }\nspec: { template: { spec: { restartPolicy: Never, containers: [{ name: a, image: ghcr.io/acme/shop }] } } }\n';
    at = checkout({
      ...{ ...shop, Dockerfile: dockerfile, 'k8s/web.yaml': webManifests('web', 'ghcr.io/acme/shop') },
      'k8s/migrate.yaml': job,
      'k8s/kustomization.yaml': 'resources: [web.yaml, migrate.yaml]\n',
      'argocd/shop.yaml':
        'apiVersion: argoproj.io/v1alpha1\nkind: Application\nmetadata: { name: shop }\nspec: { source: { path: k8s } }\n',
    });
    const { err } = await init();
    expect(config().environments.production.manifests).toEqual(['slipway/']);
    expect(err.split('\n')).toContainEqual(wording('argocd/shop.yaml', 'delivery: {gitops: …}'));
    await passes();
  });

  it('that run none of the images are passed over, and the inputs name what else there is', async () => {
    const files = {
      ...{ ...shop, Dockerfile: dockerfile },
      'k8s/prometheus/a.yaml': webManifests('prometheus', 'prom/prometheus'),
      'k8s/shop/deep/a.yaml': webManifests('shop', 'ghcr.io/acme/shop'),
    };
    at = checkout({
      ...files,
      'infra/prod/kustomization.yaml': 'resources: [redis.yaml]\n',
      'infra/prod/redis.yaml': webManifests('redis', 'redis:8'),
    });
    await init();
    expect(config().environments.production.manifests).toEqual(['k8s/shop/deep/']);
    at.close();
    at = checkout({ ...shop, Dockerfile: dockerfile, 'web.yaml': webManifests('web', 'ghcr.io/acme/shop') });
    await init('--manifests', '.');
    expect(config().environments.production.manifests).toEqual(['web.yaml']);
    at.close();
    at = checkout({ ...files, 'deploy/prod/kustomization.yaml': 'resources: [sealed.yaml]\n' });
    const { code, err } = await init();
    expect([code, at.has('slipway.yml')]).toEqual([1, false]);
    expect(err).toMatch(
      /kustomize cannot build deploy\/prod\/: .*\. Or run slipway init with --manifests k8s\/prometheus or --manifests k8s\/shop\/deep or --manifests new\.$/m,
    );
    expect((await init('--manifests', 'k8s/shop/deep/')).code).toBe(0);
    expect(config().environments.production.manifests).toEqual(['k8s/shop/deep/']);
    at.close();
    at = checkout(files);
    expect((await init('--manifests', 'none')).err.split('\n')).toContainEqual(
      wording('none', '--manifests'),
    );
    await init('--manifests', 'new');
    expect(config().environments.production.manifests).toEqual(['deploy/']);
    await passes();
  });

  it('of kustomize with a Namespace get a kustomization that leaves it out', async () => {
    at = checkout({
      ...{ ...shop, Dockerfile: dockerfile, 'k8s/web.yaml': webManifests('web', 'ghcr.io/acme/shop') },
      'k8s/namespace.yaml': 'apiVersion: v1\nkind: Namespace\nmetadata: { name: store }\n',
      'k8s/kustomization.yaml': 'namespace: store\nresources: [web.yaml, namespace.yaml]\n',
    });
    const { err } = await init();
    expect(config().environments.production).toMatchObject({ namespace: 'store', manifests: ['slipway/'] });
    expect(err.split('\n')).toContainEqual(wording('Namespace/store'));
    await passes();
  });

  it('in folders that a release cannot read are passed over for others', async () => {
    at = checkout({
      ...{ ...shop, Dockerfile: dockerfile, 'k8s/parts/web.yaml': webManifests('web', 'ghcr.io/acme/shop') },
      'k8s/all.yaml': `apiVersion: v1\nkind: Namespace\nmetadata: { name: store }\n---\n${webManifests('web', 'ghcr.io/acme/shop')}`,
    });
    await init();
    expect(config().environments.production.manifests).toEqual(['k8s/parts/']);
    await passes();
  });

  it('that a release may not write are left out', async () => {
    at = checkout({
      ...{ ...shop, Dockerfile: dockerfile, 'k8s/web.yaml': webManifests('web', 'ghcr.io/acme/shop') },
      'k8s/namespace.yaml': 'apiVersion: v1\nkind: Namespace\nmetadata: { name: shop }\n',
      'k8s/migrate.yaml': 'apiVersion: batch/v1\nkind: Job\nmetadata: { name: migrate }\n',
      'k8s/values.yml': 'replicas: 2\n',
    });
    const { err } = await init();
    expect(config().environments.production.manifests).toEqual(['k8s/web.yaml']);
    for (const file of ['k8s/namespace.yaml', 'k8s/migrate.yaml', 'k8s/values.yml'])
      expect(err.split('\n')).toContainEqual(wording(file));
    await passes();
  });

  it('get no HTTPRoute for --host, and the run says so', async () => {
    at = checkout({
      ...{ ...shop, Dockerfile: dockerfile, 'k8s/web.yaml': webManifests('web', 'ghcr.io/acme/shop:1') },
    });
    const { err } = await init('--host', 'shop.example.com', '--gateway', 'gateway/main');
    expect(err.split('\n')).toContainEqual(wording('--host'));
    expect(at.has('k8s/route.yaml')).toBe(false);
  });

  it('with several workloads: the one behind the route is released first, the others are workers', async () => {
    const route = `---\napiVersion: gateway.networking.k8s.io/v1\nkind: HTTPRoute\nmetadata: { name: front }\nspec:\n  parentRefs: [{ name: main }]\n  rules: [{ matches: [{ path: { value: /shop } }], backendRefs: [{ name: front, port: 80 }] }]\n`;
    at = checkout({
      ...{ 'api/Dockerfile': dockerfile, 'front/Dockerfile': dockerfile, 'tools/Dockerfile': dockerfile },
      'manifests/api.yaml': webManifests('api', 'ghcr.io/acme/shop-api:1'),
      'manifests/front.yaml': webManifests('front', 'ghcr.io/acme/shop-front:1', route),
      'manifests/redis.yaml': webManifests('redis', 'redis:8'),
    });
    const { err } = await init();
    expect(config()).toMatchObject({
      images: { api: { repository: 'ghcr.io/acme/shop-api', context: 'api' }, front: { context: 'front' } },
      environments: {
        production: {
          ...{
            workload: 'Deployment/front',
            workers: ['Deployment/api'],
            service: 'front',
            route: 'HTTPRoute/front',
          },
          verify: { from: 'service', checks: [{ get: '/healthz', status: 200 }] },
        },
      },
    });
    expect(err.split('\n')).toContainEqual(wording('tools'));
    await passes();
  });

  it('that run none of the images are an error that names what they use', async () => {
    at = checkout({
      ...shop,
      'k8s/a.yaml': webManifests('a', 'x/a'),
      'k8s/b.yaml': webManifests('b', 'x/b'),
    });
    const { code, err } = await init();
    expect(code).toBe(1);
    expect(err.split('\n')).toContainEqual(wording('x/a, x/b', '--image'));
    expect((await init('--image', 'x/b')).code).toBe(0);
    expect(config()).toMatchObject({ images: { shop: { repository: 'x/b' } } });
  });
});

describe('the images', () => {
  const of = async (files: Record<string, string>) => {
    at = checkout(files);
    expect((await init()).code).toBe(0);
    return config().images;
  };

  it('have names of their own where two Dockerfiles have the same', async () => {
    expect(
      await of({
        ...shop,
        Dockerfile: dockerfile,
        'shop/Dockerfile': dockerfile,
        'x/shop/Dockerfile': dockerfile,
      }),
    ).toEqual({ shop: { repository: 'ghcr.io/acme/shop' } });
  });

  it('are built at the root where their Dockerfile copies from there', async () => {
    const copying = `${dockerfile.replace('server.js', 'go.mod lib')}`;
    expect(await of({ 'go.mod': '', 'lib/a.go': '', 'cmd/shop/Dockerfile': copying })).toMatchObject({
      shop: { dockerfile: 'cmd/shop/Dockerfile' },
    });
  });
});

describe('init', () => {
  it('overwrites nothing in a repository that has everything', async () => {
    at = checkout(shop);
    await init();
    const everything = ['slipway.yml', 'Dockerfile', 'slipway-rbac.yaml', '.github/workflows/release.yml'];
    at.write(Object.fromEntries(everything.map(path => [path, `${at.read(path)}# mine\n`])));
    const { code, outputs, err } = await init();
    expect([code, outputs.written]).toEqual([0, '[]']);
    for (const path of everything) {
      expect(at.read(path)).toMatch(/# mine\n$/);
      expect(err).toContain(`kept ${path}`);
    }
    await passes();
  });

  it('writes nothing in a dry run, but says it', async () => {
    at = checkout(shop);
    const { outputs, err } = await init('--dry-run', 'true');
    expect(JSON.parse(outputs.written ?? '')).toContain('slipway.yml');
    expect(err).toContain('  app: shop');
    expect(['slipway.yml', 'Dockerfile', 'deploy', '.github'].filter(at.has)).toEqual([]);
  });

  it('takes image and namespace from its inputs', async () => {
    at = checkout(shop, '');
    const { code, err } = await init();
    expect(code).toBe(1);
    expect(err.split('\n')).toContainEqual(wording('origin', '--image'));
    await init('--image', 'harbor.example.com/team/shop', '--namespace', 'store');
    expect(config()).toMatchObject({
      images: { [Object.keys(config().images)[0] ?? '']: { repository: 'harbor.example.com/team/shop' } },
      environments: { production: { namespace: 'store' } },
    });
    await passes();
  });

  it('asks for a Dockerfile where it knows no language', async () => {
    at = checkout({ 'README.md': '' });
    const { code, err } = await init();
    expect(code).toBe(1);
    expect(err.split('\n')).toContainEqual(wording('Dockerfile', 'slipway init'));
  });

  it('quotes the folders that a compose file names', async () => {
    at = checkout({
      'compose.yaml': `services: { web: { build: 'x;cmd y', ports: ['80'] } }\n`,
      ...Object.fromEntries(Object.entries(shop).map(([path, text]) => [`x;cmd y/${path}`, text])),
    });
    const { code, outputs } = await init();
    expect([code, config().test.run]).toEqual([0, "(cd 'x;cmd y' && npm ci && npm test)"]);
    expect(JSON.parse(outputs.next ?? '').join()).toContain("git add slipway.yml 'x;cmd y' deploy ");
    await passes();
  });

  it('says the next commands in order, first what a build needs', async () => {
    at = checkout({ 'package.json': '{"main":"a.js","dependencies":{"x":"1.0.0"}}' });
    const { outputs } = await init('--environment', 'staging');
    const config = `--config ${at.folder}/slipway.yml`;
    expect(JSON.parse(outputs.next ?? '')).toEqual([
      `(cd ${at.folder} && npm install --package-lock-only)`,
      `slipway plan ${config}`,
      'kubectl create namespace shop',
      `kubectl apply --filename ${at.folder}/slipway-rbac.yaml`,
      expect.stringContaining('ghcr.io/acme/shop'),
      expect.stringContaining('docs/cluster.md'),
      expect.stringMatching(
        /^\(cd \S+ && git add slipway\.yml Dockerfile \.dockerignore deploy \.gitignore \.github\/workflows slipway-rbac\.yaml && .* && git push\)$/,
      ),
      `slipway doctor --environment staging ${config}`,
    ]);
  });
});
