import { textsIn } from '../toolkit/map.ts';
import { shellWord } from '../toolkit/shell-word.ts';
import { commandOf } from './quoting.ts';
import { firstOf, minorIn, type ProjectFiles, procfileOf, type Stack } from './stack.ts';

/** Python, Ruby and PHP. Pure. */

/**
 * Python with uv, poetry or pip. Pure.
 * @param bare whether a program without a list of packages is enough.
 */
export function pythonStack(sources: ProjectFiles, bare = false): Stack | undefined {
  const { paths, texts } = sources;
  const { list, unlocked, unread, wanted } = packagesOf(sources);
  const start = pythonStart(sources, wanted);
  const isProgram = start !== undefined && (unread !== undefined || pythonProgram(sources) !== undefined);
  const namesPackages = unread === 'Pipfile' || (isProgram && unread?.startsWith('requirements/') === true);
  if (list === undefined && !namesPackages && !(bare && isProgram)) return undefined;
  const project = texts.get('pyproject.toml') ?? '';
  const version = texts.get('.python-version') ?? /requires-python.*|^python\s*=.*/m.exec(project)?.[0];
  const minor = minorIn(version, '3.13');
  // Poetry itself needs 3.9.
  const installed = list === 'poetry.lock' && /^3\.[0-8]$/.test(minor) ? '3.9' : minor;
  const base = `python:${installed}-slim`;
  const source = paths.some(path => /^src\/.*\.py$/.test(path)) ? ' PYTHONPATH=/app/src' : '';
  const tests = paths.some(path => /(^|\/)(test_[^/]+|[^/]+_test)\.py$/.test(path));
  const { copied, lines, run } = installs[list ?? ''] ?? noPackages;
  return {
    port: 8000,
    language: { name: 'Python', version: installed },
    ...(tests && {
      test: { run: `${run} -m pytest --junitxml=reports/junit.xml`, junit: 'reports/*.xml' },
    }),
    dockerfile: [
      `FROM ${base} AS build`,
      'WORKDIR /app',
      ...lines.slice(0, -1),
      ...(copied.length === 0 ? [] : [`COPY ${copied.join(' ')} ./`]),
      ...lines.slice(-1),
      '',
      `FROM ${base}`,
      // The project itself is not installed, so its packages are found by their folder.
      `ENV PATH=/app/.venv/bin:$PATH PYTHONUNBUFFERED=1 PYTHONDONTWRITEBYTECODE=1${source}`,
      'WORKDIR /app',
      'COPY --from=build /app/.venv ./.venv',
      'COPY . .',
      'USER 10001',
      `CMD ${commandOf(start ?? 'python main.py')}`,
    ].join('\n'),
    user: 10001,
    ignored: ['.venv', 'venv', '**/__pycache__', '**/*.pyc', '.pytest_cache'],
    first: unlocked ? ['poetry lock'] : [],
    notes: textsIn([
      start === undefined && 'no web server was found in the sources: correct CMD in the Dockerfile',
      / runserver | run /.test(start ?? '') &&
        'the server of the framework is for development: add gunicorn to the dependencies, and to CMD in the Dockerfile',
      unread &&
        `the Dockerfile installs no packages, because init does not read ${unread}: install them there`,
    ]),
  };
}

/**
 * Returns the file with the packages, or the one that is `unread` where nothing is installed.
 * @returns also whether the file has to be made, and the texts that name packages, in `wanted`.
 */
function packagesOf(sources: ProjectFiles) {
  const { paths, texts } = sources;
  const project = texts.get('pyproject.toml') ?? '';
  const found = firstOf(sources, 'uv.lock', 'poetry.lock', 'requirements.txt', 'pyproject.toml');
  const isEmpty = found === undefined || (found === 'pyproject.toml' && !/^dependencies\s*=/m.test(project));
  // Only Poetry reads its own list.
  const unlocked = isEmpty && /^\[tool\.poetry\.dependencies\]/m.test(project);
  const files = paths.filter(path => /^requirements\/[^/]+\.(txt|in)$/.test(path));
  const other = firstOf(sources, 'Pipfile') ?? files[0] ?? firstOf(sources, 'setup.py');
  return {
    list: unlocked ? 'poetry.lock' : found,
    unlocked,
    unread: isEmpty && !unlocked ? other : undefined,
    wanted: [project, ...['requirements.txt', ...files].map(file => texts.get(file) ?? '')].join('\n'),
  };
}

const onRunner = (what: string) =>
  `python3 -m venv .venv && .venv/bin/pip install ${what === '' ? '' : `${what} `}pytest && .venv/bin/python`;

/** Python itself reads TOML only since 3.11. A pipe would hide that the list failed. */
const listed = `.venv/bin/pip install --no-cache-dir tomli==2.0.1 && .venv/bin/python -c "import tomli; print(*tomli.load(open('pyproject.toml', 'rb')).get('project', {}).get('dependencies', []), sep=chr(10))" > .venv/packages.txt && .venv/bin/pip install --no-cache-dir --requirement .venv/packages.txt`;

const makeVenv = 'RUN python -m venv .venv';

/** By the file with the packages. The last line installs, after the lock file is copied. `run` starts the tests on a runner. */
const installs: Readonly<Record<string, { copied: string[]; lines: string[]; run: string }>> = {
  'uv.lock': {
    copied: ['pyproject.toml', 'uv.lock'],
    lines: [
      'COPY --from=ghcr.io/astral-sh/uv:0.9 /uv /usr/local/bin/uv',
      'RUN uv sync --locked --no-dev --no-install-project',
    ],
    run: 'pipx run uv run --locked python',
  },
  'poetry.lock': {
    copied: ['pyproject.toml', 'poetry.lock'],
    lines: [
      'ENV POETRY_VIRTUALENVS_IN_PROJECT=true',
      'RUN pip install --no-cache-dir poetry==2.2.1',
      'RUN poetry install --only main --no-root --no-interaction',
    ],
    run: 'pipx run poetry install && pipx run poetry run python',
  },
  'requirements.txt': {
    copied: ['requirements.txt'],
    lines: [makeVenv, 'RUN .venv/bin/pip install --no-cache-dir --requirement requirements.txt'],
    run: onRunner('--requirement requirements.txt'),
  },
  // Without packaging the project: setuptools refuses one with a second folder, such as deploy/.
  'pyproject.toml': {
    copied: ['pyproject.toml'],
    lines: [makeVenv, `RUN ${listed}`],
    run: `python3 -m venv .venv && ${listed} pytest && .venv/bin/python`,
  },
};
const noPackages = { copied: [], lines: [makeVenv], run: onRunner('') };

/** The file that starts a program without a framework: at the root, or in a package. */
function pythonProgram(sources: ProjectFiles): string | undefined {
  const root = firstOf(sources, 'main.py', 'app.py', 'server.py');
  if (root !== undefined) return `python ${shellWord(root)}`;
  const inPackage = sources.paths.find(path => /^\w+\/(main|app|server|__main__)\.py$/.test(path));
  if (inPackage === undefined) return undefined;
  return `python -m ${inPackage.slice(0, -3).replace('/__main__', '').replace('/', '.')}`;
}

function pythonStart(sources: ProjectFiles, wanted: string): string | undefined {
  const declared = procfileOf(sources);
  if (declared !== undefined) return declared;
  const { texts, paths } = sources;
  const has = (name: string) => new RegExp(`\\b${name}\\b`, 'i').test(wanted);
  // A package in src/ is imported without it.
  const moduleOf = (path: string) =>
    (paths.includes('src/__init__.py') ? path : path.replace(/^src\/(?=\w+\/)/, ''))
      .slice(0, -3)
      // A package is imported once, by its own name.
      .replace(/\/__init__$/, '')
      .replaceAll('/', '.');
  const creating = (call: string) => {
    for (const [path, text] of texts) {
      const name = new RegExp(`^(\\w+)[ \\t]*(?::[^=\\n]+)?=\\s*${call}\\(`, 'm').exec(text)?.[1];
      if (path.endsWith('.py') && name !== undefined && !/test/.test(path))
        return `${moduleOf(path)}:${name}`;
    }
    return undefined;
  };
  const django = paths.find(path => /^[^/]+\/wsgi\.py$/.test(path));
  if (django !== undefined && has('gunicorn'))
    return `gunicorn ${django.split('/')[0]}.wsgi --bind 0.0.0.0:8000`;
  if (django !== undefined && sources.paths.includes('manage.py'))
    return 'python manage.py runserver 0.0.0.0:8000';
  const fast = creating('(?:FastAPI|Starlette)');
  if (fast !== undefined) return `uvicorn ${fast} --host 0.0.0.0 --port 8000`;
  const flask = creating('Flask');
  if (flask !== undefined)
    return has('gunicorn')
      ? `gunicorn ${flask} --bind 0.0.0.0:8000`
      : `flask --app ${flask} run --host 0.0.0.0 --port 8000`;
  return pythonProgram(sources);
}

/** Ruby with Bundler. */
export function rubyStack(sources: ProjectFiles): Stack | undefined {
  const { paths, texts } = sources;
  if (!paths.includes('Gemfile')) return undefined;
  const wanted = texts.get('.ruby-version') ?? /^ruby\b.*/m.exec(texts.get('Gemfile') ?? '')?.[0] ?? '';
  // Bundler refuses another patch than the one of the Gemfile.
  const version = /[~<>]/.test(wanted)
    ? minorIn(wanted, '3.4')
    : (/\d+\.\d+(?:\.\d+)?/.exec(wanted)?.[0] ?? '3.4');
  const rails = paths.includes('config/application.rb');
  const start =
    procfileOf(sources) ??
    (rails
      ? 'bundle exec rails server --binding 0.0.0.0 --port 3000'
      : 'bundle exec rackup --host 0.0.0.0 --port 3000');
  const program = paths.some(path => path.startsWith('spec/')) ? 'rspec' : 'rake test';
  return {
    port: 3000,
    ...(paths.some(path => /^(spec|test)\//.test(path)) && {
      test: { run: `bundle install && bundle exec ${program}` },
    }),
    dockerfile: `FROM ruby:${version} AS build
ENV BUNDLE_DEPLOYMENT=true BUNDLE_WITHOUT=development:test BUNDLE_PATH=/bundle
WORKDIR /app
COPY Gemfile Gemfile.lock ./
RUN bundle install

FROM ruby:${version}-slim
ENV BUNDLE_DEPLOYMENT=true BUNDLE_WITHOUT=development:test BUNDLE_PATH=/bundle${rails ? ' RAILS_ENV=production RAILS_LOG_TO_STDOUT=1' : ''}
WORKDIR /app
COPY --from=build /bundle /bundle
COPY --chown=10001 . .
USER 10001
CMD ${commandOf(start)}`,
    user: 10001,
    writes: true,
    ignored: ['log', 'tmp', 'vendor/bundle'],
    first: paths.includes('Gemfile.lock') ? [] : ['bundle lock'],
    notes: textsIn([
      rails && 'assets are not compiled: add `rails assets:precompile` to the Dockerfile if there are any',
      'gems that need a system library, such as pg, need its package in the last stage of the Dockerfile',
    ]),
  };
}

/** PHP with Composer, served by FrankenPHP. */
export function phpStack(sources: ProjectFiles): Stack | undefined {
  const { paths, texts } = sources;
  const manifest = texts.get('composer.json');
  if (manifest === undefined) return undefined;
  const wanted = minorIn(/"php"\s*:\s*"[^"]*"/.exec(manifest)?.[0], '8.4');
  // FrankenPHP has no image for older versions.
  const version = Number(wanted) < 8.2 ? '8.2' : wanted;
  const locked = paths.includes('composer.lock');
  return {
    port: 8080,
    ...(firstOf(sources, 'phpunit.xml', 'phpunit.xml.dist') && {
      test: { run: 'composer install && vendor/bin/phpunit' },
    }),
    dockerfile: `FROM composer:2 AS build
WORKDIR /app
COPY composer.json composer.lock ./
RUN composer install --no-dev --no-scripts --no-autoloader --ignore-platform-reqs
COPY . .
RUN composer dump-autoload --no-dev --optimize

FROM dunglas/frankenphp:1-php${version}
# Its program may not have privileges that the container is denied.
RUN setcap -r /usr/local/bin/frankenphp
ENV SERVER_NAME=:8080 XDG_CONFIG_HOME=/tmp/config XDG_DATA_HOME=/tmp/data
WORKDIR /app
COPY --from=build --chown=10001 /app ./
USER 10001`,
    user: 10001,
    writes: true,
    ignored: ['vendor'],
    first: locked ? [] : ['composer update'],
    notes: textsIn([
      'the web server serves the folder public/; correct the Dockerfile if yours has another name',
      version !== wanted &&
        `FrankenPHP has no image for PHP ${wanted}: the Dockerfile has PHP ${version}, so test with it`,
    ]),
  };
}
