import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { composeServices } from '../../src/setup/compose.ts';
import { healthPathOf, stackOf } from '../../src/setup/language.ts';
import { manifestsFor } from '../../src/setup/objects.ts';
import { commandOf, wordsOf } from '../../src/setup/quoting.ts';
import { portIn } from '../../src/setup/stack.ts';
import { shellWord } from '../../src/toolkit/shell-word.ts';
import { wording } from '../wording.ts';

const project = (texts: Record<string, string>) => ({
  name: 'shop',
  paths: Object.keys(texts),
  texts: new Map(Object.entries(texts)),
});
const stack = (texts: Record<string, string>) => stackOf(project(texts));

describe('the language', () => {
  it('is the one of the server, where a front end lies beside it', () => {
    expect(stack({ 'package.json': '{}', 'go.mod': 'module shop' })?.dockerfile).toContain('FROM golang:');
    expect(stack({ 'package.json': '{}', Gemfile: '' })?.dockerfile).toContain('FROM ruby:');
    expect(stack({ 'README.md': '' })).toBeUndefined();
  });

  it('is not the one of a helper', () => {
    const helpers = { 'infra/app.py': '', 'app.py': '', 'tools/gen/gen.csproj': 'Microsoft.NET.Sdk' };
    expect(stack({ ...helpers, 'package.json': '{}' })?.dockerfile).toContain('FROM node:');
    expect(stack({ ...helpers, Gemfile: '' })?.dockerfile).toContain('FROM ruby:');
    expect(stack({ ...helpers, 'composer.json': '{}' })?.dockerfile).toContain('FROM composer:');
    expect(stack({ ...helpers, 'requirements.txt': '' })?.dockerfile).toContain('FROM python:');
    for (const root of ['Shop.sln', 'Shop.slnx', 'Shop.csproj', 'Directory.Build.props'])
      expect(stack({ ...helpers, 'package.json': '{}', [root]: '' })?.dockerfile).toContain('/dotnet/sdk:');
  });

  it('has the version that the project names', () => {
    expect(stack({ 'go.mod': 'module shop\n\ngo 1.26.1\n' })?.dockerfile).toContain('FROM golang:1.26 ');
    expect(stack({ 'go.mod': 'module shop\n\ngo 1.15\n' })?.dockerfile).toContain('FROM golang:1.25 ');
    expect(stack({ 'requirements.txt': '', '.python-version': '3.12.4' })?.dockerfile).toContain(
      'python:3.12-',
    );
    expect(stack({ 'build.gradle': 'jvmToolchain(17)' })?.dockerfile).toContain('temurin:17-jre');
  });

  it.each([
    ['>=22.1', '24-trixie-slim'],
    ['>=18', '24-trixie-slim'],
    ['>=18 <23', '22-trixie-slim'],
    ['^18 || ^20.1', '20-trixie-slim'],
    ['16 - 18', '18-slim'],
    ['18.x', '18-slim'],
    ['lts/iron', '20-trixie-slim'],
    ['lts/*', '24-trixie-slim'],
    ['v21.3.0', '21-slim'],
  ])('of Node.js %s has the image %s', (range, tag) => {
    expect(stack({ 'package.json': '{}', '.nvmrc': range })?.dockerfile).toContain(`FROM node:${tag} AS`);
  });

  it('of Java, Ruby and PHP has an image that exists', () => {
    expect(stack({ 'pom.xml': '<java.version>1.8</java.version>' })?.dockerfile).toContain('temurin:8-jre');
    expect(stack({ 'build.gradle': 'sourceCompatibility = JavaVersion.VERSION_1_8' })?.dockerfile).toContain(
      'temurin:8-jre',
    );
    expect(stack({ Gemfile: "ruby '3.3.4'" })?.dockerfile).toContain('FROM ruby:3.3.4-slim');
    expect(stack({ Gemfile: "ruby '~> 3.3.4'" })?.dockerfile).toContain('FROM ruby:3.3-slim');
    const old = stack({ 'composer.json': '{"require":{"php":"^8.1"}}' });
    expect(old?.dockerfile).toContain('1-php8.2\n');
    expect(old?.notes).toContainEqual(wording('8.1', '8.2'));
  });

  it('is Python where a program needs no packages, at the root or in a package', () => {
    const root = stack({ 'app.py': '', 'tests/test_app.py': '' });
    expect(root?.dockerfile).toMatch(/CMD \["python", ?"app\.py"\]$/);
    expect(root?.dockerfile).not.toContain('pip install');
    expect(root?.test?.run).toBe(
      'python3 -m venv .venv && .venv/bin/pip install pytest && .venv/bin/python -m pytest --junitxml=reports/junit.xml',
    );
    expect(stack({ 'shop/main.py': '' })?.dockerfile).toMatch(/CMD \["python", ?"-m", ?"shop\.main"\]$/);
    expect(stack({ 'shop/__main__.py': '', 'pyproject.toml': '' })?.notes).toEqual([]);
  });

  it('installs what pyproject.toml lists without packaging the project, which a second folder breaks', () => {
    const found = stack({ 'pyproject.toml': '[project]\ndependencies = ["flask"]', 'app/main.py': '' });
    expect(found?.dockerfile).toContain('COPY pyproject.toml ./\nRUN .venv/bin/pip install');
    expect(found?.dockerfile).not.toMatch(/pip install[^|\n]* \.$/m);
  });

  it('fails the build, and the tests, where Python cannot read that list', () => {
    const found = stack({
      'pyproject.toml': '[project]\nrequires-python = ">=3.8"\ndependencies = ["flask"]',
      'app/main.py': '',
      'test_a.py': '',
    });
    const folder = mkdtempSync(join(tmpdir(), 'list-'));
    for (const program of ['.venv/bin/pip', '.venv/bin/python', 'python3']) {
      mkdirSync(dirname(join(folder, program)), { recursive: true });
      const status = program.endsWith('/python') ? 1 : 0;
      writeFileSync(join(folder, program), `#!/bin/sh\nexit ${status}\n`, { mode: 0o755 });
    }
    const line = /^RUN (\.venv.*)$/m.exec(found?.dockerfile ?? '')?.[1] ?? '';
    for (const command of [line, found?.test?.run ?? ''])
      expect(spawnSync('sh', ['-c', `PATH=.:$PATH; ${command}`], { cwd: folder }).status).toBe(1);
    rmSync(folder, { recursive: true });
    // Python 3.8 has no tomllib.
    expect(line).not.toContain('tomllib');
  });

  it('finds the packages of Python in src/, which are not installed', () => {
    const text = 'app = FastAPI()\n';
    const of = (texts: Record<string, string>) => stack({ 'uv.lock': '', ...texts })?.dockerfile;
    const found = of({ 'src/shop/main.py': text });
    expect(found).toContain('"uvicorn","shop.main:app"');
    expect(found).toMatch(/^ENV .* PYTHONPATH=\/app\/src$/m);
    expect(of({ 'src/main.py': text })).toContain('"uvicorn","src.main:app"');
    expect(of({ 'src/__init__.py': '', 'src/shop/main.py': text })).toContain('"src.shop.main:app"');
    expect(of({ 'shop/main.py': text })).not.toContain('PYTHONPATH');
  });

  it('has the Python that Poetry allows, and that Poetry itself needs', () => {
    const of = (python: string) =>
      stack({ 'poetry.lock': '', 'pyproject.toml': `[tool.poetry.dependencies]\npython = "${python}"\n` });
    expect(of('>=3.11,<3.13')?.dockerfile).toContain('FROM python:3.11-');
    expect(of('^3.8')?.dockerfile).toContain('FROM python:3.9-');
    expect(of('*')?.dockerfile).toContain('FROM python:3.13-');
  });

  it('of Python is said to install nothing where its packages stand in another file', () => {
    const python = { 'app.py': 'app = Flask(__name__)\n', 'requirements/base.txt': 'gunicorn\n' };
    const found = stack(python);
    expect(found?.dockerfile).toContain('"gunicorn","app:app"');
    expect(stack({ ...python, 'package.json': '{}' })?.dockerfile).toContain('"gunicorn","app:app"');
    expect(found?.notes).toEqual([wording('requirements/base.txt')]);
    expect(stack({ ...python, 'pyproject.toml': '[tool.ruff]\n' })?.notes).toEqual(found?.notes);
    expect(stack({ ...python, 'pyproject.toml': '[project]\ndependencies = []\n' })?.notes).toEqual([]);
    expect(stack({ 'package.json': '{}', Pipfile: '', 'a.py': '' })?.notes).toContainEqual(
      wording('Pipfile'),
    );
    const poetry = stack({ 'pyproject.toml': '[tool.poetry.dependencies]\nflask = "^3"\n' });
    expect(poetry?.first).toEqual(['poetry lock']);
    expect(poetry?.dockerfile).toContain('RUN poetry install');
  });

  it('starts as a Procfile, a script or the framework says', () => {
    const last = (texts: Record<string, string>) => stack(texts)?.dockerfile.split('\n').at(-1);
    const lock = { 'requirements.txt': 'gunicorn==23' };
    expect(last({ ...lock, Procfile: 'web: gunicorn shop:app --bind :$PORT\n' })).toBe(
      'CMD ["sh","-c","exec gunicorn shop:app --bind :$PORT"]',
    );
    expect(last({ ...lock, 'shop/web.py': 'app = Flask(__name__)\n' })).toBe(
      'CMD ["gunicorn","shop.web:app","--bind","0.0.0.0:8000"]',
    );
    expect(last({ ...lock, 'shop/__init__.py': 'app = Flask(__name__)\n' })).toContain('"shop:app"');
    expect(last({ ...lock, 'src/shop/__init__.py': 'app = Flask(__name__)\n' })).toContain('"shop:app"');
    expect(last({ 'package.json': '{"scripts":{"start":"nest start","start:prod":"node dist/main"}}' })).toBe(
      'CMD ["node","dist/main"]',
    );
    expect(last({ 'package.json': '{"scripts":{"start":"next start"}}' })).toBe('CMD ["next","start"]');
  });

  it.each([
    ['NODE_ENV=production node x', '["sh","-c","NODE_ENV=production exec node x"]'],
    ['bash x', '["bash","x"]'],
    ['./x', '["./x"]'],
    ['tsc && node dist/main', '["sh","-c","tsc && node dist/main"]'],
    ['pnpm run serve', '["next","start"]'],
    ['npx next', '["next"]'],
  ])('of package.json finds the programs of the packages: %s', (start, expected) => {
    const scripts = { start, serve: 'next start' };
    const text = stack({ 'package.json': JSON.stringify({ scripts }), 'pnpm-lock.yaml': '' })?.dockerfile;
    expect(text?.split('\n').at(-1)).toBe(`CMD ${expected}`);
    expect(text?.split('FROM ').at(-1)).toContain('PATH=/app/node_modules/.bin:$PATH');
  });

  it('of package.json that needs pnpm is said, because the image has none', () => {
    const of = (start: string) => stack({ 'package.json': JSON.stringify({ scripts: { start } }) })?.notes;
    expect(of('pnpm --filter web start')).toEqual([wording('pnpm')]);
    expect(of('node x')).toEqual([]);
  });

  it('of package.json copies the sources before it installs, where that needs them', () => {
    const of = (manifest: object, more = {}) =>
      stack({ 'package.json': JSON.stringify({ dependencies: {}, ...manifest }), ...more });
    const late = 'package.json package-lock.json ./\nRUN npm ci\nCOPY . .\n';
    expect(of({})?.dockerfile).toContain(late);
    for (const script of ['preinstall', 'install', 'postinstall', 'prepare']) {
      const found = of({ scripts: { [script]: 'prisma generate', start: 'node a.js' } });
      expect(found?.dockerfile).toContain('WORKDIR /app\nCOPY . .\nRUN npm ci\nRUN npm prune');
      expect(found?.notes).toEqual([]);
    }
    const parts = of({ workspaces: ['apps/*'], main: 'a.js' });
    expect(parts?.dockerfile).toContain('\nCOPY . .\nRUN npm ci\n');
    expect(parts?.notes).toEqual([wording('workspaces', 'package.json')]);
    const pnpm = of({ main: 'a.js' }, { 'pnpm-lock.yaml': '', 'pnpm-workspace.yaml': '' });
    expect(pnpm?.dockerfile).toContain('\nCOPY . .\nRUN pnpm install');
    expect(pnpm?.notes).toEqual(parts?.notes);
  });

  it.each([
    ['24', ['RUN corepack enable']],
    ['25', ['RUN npm install --global --force corepack@0.36.0', 'RUN corepack enable']],
    ['26.1', ['RUN npm install --global --force corepack@0.36.0', 'RUN corepack enable']],
  ])('installs corepack where Node.js %s does not have it', (version, lines) => {
    const files = { 'package.json': '{"main":"a.js","scripts":{"test":"x"}}', '.nvmrc': version };
    for (const lock of ['pnpm-lock.yaml', 'yarn.lock']) {
      const found = stack({ ...files, [lock]: '' });
      expect(found?.dockerfile.split('\n').filter(line => line.includes('corepack'))).toEqual(lines);
      expect(found?.test?.run).toContain(lines.map(each => each.replace('RUN ', '')).join(' && '));
    }
  });

  it('of yarn 2 and later is installed as node finds it, by the yarn of the repository', () => {
    const of = (settings: string, more = {}) =>
      stack({
        ...{ 'package.json': '{"main":"server.js"}', 'yarn.lock': '', '.yarnrc.yml': settings },
        ...more,
      });
    const pnp = of('yarnPath: .yarn/releases/yarn-4.cjs\n', { '.yarn/releases/yarn-4.cjs': '' });
    expect(pnp?.dockerfile).toContain(
      'ENV YARN_NODE_LINKER=node-modules\nCOPY package.json yarn.lock .yarnrc.yml ./\nCOPY .yarn ./.yarn\nRUN yarn install --immutable\n',
    );
    // `yarn run` makes node load it.
    expect(pnp?.ignored).toContain('.pnp.*');
    expect(pnp?.notes).toEqual([wording('nodeLinker')]);
    const modules = of('nodeLinker: node-modules\n');
    expect(modules?.dockerfile).not.toMatch(/YARN_NODE_LINKER|COPY \.yarn /);
    expect([modules?.notes, modules?.ignored]).toEqual([[], ['**/node_modules', 'coverage']]);
    const named = { 'package.json': '{"main":"a.js","packageManager":"yarn@4.5.0"}', 'yarn.lock': '' };
    expect(stack(named)?.dockerfile).toContain('YARN_NODE_LINKER');
    const classic = { ...named, 'package.json': '{"main":"a.js","packageManager":"yarn@1.22.22"}' };
    expect(stack(classic)?.dockerfile).toContain('yarn install --frozen-lockfile');
    expect(stack(classic)?.notes).toEqual([]);
  });

  it.each([
    ['nodemon server.js', 'nodemon'],
    ['node -r ts-node/register src/index.ts', 'ts-node'],
    ['node --import=tsx src/index.ts', 'tsx'],
    ['nest start', '@nestjs/cli'],
    ['next start', undefined],
    ['node dist/next', undefined],
  ])('of package.json that starts %j says that %s is not in the image', (start, name) => {
    const listed = ['nodemon', 'ts-node', 'tsx', '@nestjs/cli', 'next'].map(each => [each, '1']);
    const manifest = {
      ...{ scripts: { start }, dependencies: { next: '1' } },
      devDependencies: Object.fromEntries(listed),
    };
    const of = (more = {}) => stack({ 'package.json': JSON.stringify(manifest), ...more })?.notes;
    expect(of()).toEqual(name === undefined ? [] : [wording(name, 'devDependencies')]);
    // Here nothing is removed.
    expect(of({ 'yarn.lock': '' })).toEqual([]);
  });

  it('of Go is built from the program of the repository, or one named as a server, and says so where there are several', () => {
    const program = 'package main\n\nfunc main() {}\n';
    const of = (...paths: string[]) =>
      stack({
        ...{ 'go.mod': 'module shop', 'gen.go': `//go:build ignore\n\n${program}` },
        ...Object.fromEntries(paths.map(path => [path, program])),
      });
    const server = of('cmd/migrate/main.go', 'cmd/server/main.go');
    expect(server?.dockerfile).toContain('-o /out/app ./cmd/server\n');
    expect(server?.notes).toEqual([wording('./cmd/migrate', './cmd/server')]);
    expect(of('cmd/server/main.go', 'cmd/shop/main.go')?.dockerfile).toContain('/out/app ./cmd/shop\n');
    expect(of('cmd/api/main.go')?.notes).toEqual([]);
    expect(of('main.go')?.dockerfile).toContain('/out/app .\n');
  });

  it('of a Rust workspace without a package has no known program', () => {
    expect(stack({ 'Cargo.toml': '[workspace]\nmembers = ["api"]\n' })?.notes).toEqual([
      wording('Cargo.toml'),
    ]);
    expect(stack({ 'Cargo.toml': '[package]\nname = "a"\n[workspace]\n' })?.notes).toEqual([]);
  });

  it('has quoted paths, and what .NET restores by', () => {
    expect(
      stack({ 'My Shop/My Shop.csproj': 'Microsoft.NET.Sdk.Web', 'Directory.Packages.props': '' })
        ?.dockerfile,
    ).toContain(
      `COPY ["Directory.Packages.props","./"]\nCOPY ["My Shop/My Shop.csproj","./My Shop/"]\nRUN dotnet restore 'My Shop/My Shop.csproj'`,
    );
    expect(stack({ 'package.json': '{"main":"x;id.js"}' })?.dockerfile).toContain("exec node 'x;id.js'");
  });

  it('says what must run before the first build', () => {
    expect(stack({ 'package.json': '{"dependencies":{}}' })?.first).toEqual([
      'npm install --package-lock-only',
    ]);
    expect(stack({ 'package.json': '{}' })?.first).toEqual([]);
    expect(stack({ 'Cargo.toml': '' })?.first).toEqual(['cargo generate-lockfile']);
  });
});

describe('the port', () => {
  const port = (text: string, file = 'main.js') => portIn(project({ [file]: text }));

  it.each([
    ['const port = process.env.PORT || 4000', 'a.js', 4000],
    ['app.listen(3001)', 'a.ts', 3001],
    ['http.ListenAndServe("0.0.0.0:81", nil)', 'main.go', 81],
    ['app.run(host="0.0.0.0", port=5001)', 'app.py', 5001],
    ["HTTPServer(('0.0.0.0', 9123), Handler)", 'app.py', 9123],
    ['server.port=${PORT:9090}', 'src/main/resources/application.properties', 9090],
    ['server:\n  servlet: {}\n  port: 9091\n', 'src/main/resources/application.yml', 9091],
  ])('stands in %j', (text, file, expected) => {
    expect(port(text, file).port).toBe(expected);
  });

  it('stands not in tests, in other files and in names of other ports', () => {
    expect(port('app.listen(3001)', 'test/a.js').port).toBeUndefined();
    expect(port('PORT=3001', 'README.txt').port).toBeUndefined();
    expect(port('REDIS_PORT = 6379', 'app.py').port).toBeUndefined();
    expect(port('app.listen(99999)').port).toBeUndefined();
    const django = "DATABASES = {'default': {'HOST': 'db', 'PORT': '5433'}}\n";
    expect(port(django, 'settings.py').port).toBeUndefined();
    expect(port(`${django}port = os.environ.get('PORT', 8001)`, 'settings.py').port).toBe(8001);
    expect(port('export const db = { PORT: 27017 };\nconst PORT = 3001').port).toBe(3001);
  });

  it.each(['process.env.PORT', 'os.Getenv("PORT")', `ENV['PORT']`, `os.environ.get("PORT")`])(
    'comes from a variable by %s',
    text => {
      expect(port(text).variable).toBe(true);
      expect(port(text.replace('PORT', 'DB_PORT')).variable).toBe(false);
    },
  );
});

describe('the path of a health check', () => {
  const path = (text: string, file = 'main.go') => healthPathOf(project({ [file]: text }));

  it('is that of readiness before others', () => {
    expect(path('get("/livez")\nget("/healthz")\nget("/readyz")')).toBe('/readyz');
    expect(path("app.get('/api/v1/health/')")).toBe('/api/v1/health/');
    expect(path('get "up" => "rails/health#show"', 'config/routes.rb')).toBe('/up');
  });

  it('is unknown where a prefix may stand elsewhere, and in tests', () => {
    expect(path('router.get("/health")')).toBeUndefined();
    expect(path('@RequestMapping("/health")')).toBeUndefined();
    expect(path('get("/health")', 'tests/main.go')).toBeUndefined();
    expect(path('get("/orders")')).toBeUndefined();
  });
});

it('a command line becomes a list, or a shell where it needs one', () => {
  expect(commandOf('node server.js')).toBe('["node","server.js"]');
  expect(commandOf('A=1 node server.js')).toBe('["sh","-c","A=1 exec node server.js"]');
  expect(commandOf("gunicorn 'shop:app()' 2>&1")).toBe('["sh","-c","exec gunicorn \'shop:app()\' 2>&1"]');
  expect(commandOf('exec node x $A')).toBe('["sh","-c","exec node x $A"]');
  for (const line of ['migrate && gunicorn', '(a; b)', 'a | b', 'if a; then b; fi'])
    expect(parse(commandOf(line))).toEqual(['sh', '-c', line]);
  for (const line of ['a && b', 'a "b c"', 'a $PORT']) expect(parse(commandOf(line))).toHaveLength(3);
});

it('a text becomes one word of a shell, and a command line the words that a shell makes of it', () => {
  expect(['a/b.c', 'x;cmd', '-x', "it's"].map(shellWord)).toEqual(['a/b.c', "'x;cmd'", "'-x'", `'it'\\''s'`]);
  expect(wordsOf(`sh -c "a \\"b\\" c" 'd e'f g\\ h ""`)).toEqual(['sh', '-c', 'a "b" c', 'd ef', 'g h', '']);
  const security = { user: {}, readOnly: false };
  const worker = { name: 'queue', image: 'x/shop', security, command: `sh -c "run 'a b'" on` };
  const app = {
    name: 'shop',
    image: 'x/shop',
    port: 80,
    path: undefined,
    command: undefined,
    security,
    secret: undefined,
  };
  const files = manifestsFor({ ...app, host: '', gateway: '', scraped: false, workers: [worker] });
  // As kubectl reads it, to which `on` without quotes is a boolean.
  const written = parse(files.get('worker-queue.yaml') ?? '', { version: '1.1' });
  expect(written.spec.template.spec.containers[0].args).toEqual(['sh', '-c', "run 'a b'", 'on']);
});

it('a compose file says ports, commands and health checks of what is built', () => {
  const text = `services:
  web:
    build: { context: ./web, dockerfile: Containerfile }
    ports: ["\${PORT:-80}:3000", { target: 9090 }]
    command: [node, a.js]
    environment: [A=1, B]
    healthcheck: { test: [CMD, curl, -f, 'http://localhost:3000/healthz?x=1'] }
  db: { image: postgres }
  far: { build: "https://github.com/acme/far.git" }
`;
  expect(composeServices(project({ 'compose.yml': text })).services).toMatchObject([
    {
      ...{ name: 'web', context: 'web', dockerfile: 'Containerfile', ports: [3000, 9090] },
      ...{ command: ['node', 'a.js'], health: '/healthz', variables: ['A', 'B'] },
    },
  ]);
});
