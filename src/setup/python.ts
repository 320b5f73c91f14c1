import { commandOf, firstOf, minorIn, type ProjectFiles, procfileOf, type Stack } from './stack.ts';

/** Python with uv, poetry or pip. Pure. */
export function pythonStack(sources: ProjectFiles): Stack | undefined {
  const list = firstOf(sources, 'uv.lock', 'poetry.lock', 'requirements.txt', 'pyproject.toml');
  if (list === undefined) return undefined;
  const { paths, texts } = sources;
  const project = texts.get('pyproject.toml') ?? '';
  const wanted = `${project}\n${texts.get('requirements.txt') ?? ''}`;
  const version = texts.get('.python-version') ?? /requires-python.*/.exec(project)?.[0];
  const base = `python:${minorIn(version, '3.13')}-slim`;
  const start = startOf(sources, wanted);
  const tests = paths.some(path => /(^|\/)(test_[^/]+|[^/]+_test)\.py$/.test(path));
  const { copied, lines, run } = installOf(list);
  return {
    language: 'Python',
    port: 8000,
    ...(tests && {
      test: { run: `${run} -m pytest --junitxml=reports/junit.xml`, junit: 'reports/*.xml' },
    }),
    dockerfile: [
      `FROM ${base} AS build`,
      'WORKDIR /app',
      ...lines.slice(0, -1),
      `COPY ${copied.join(' ')} ./`,
      ...lines.slice(-1),
      '',
      `FROM ${base}`,
      'ENV PATH=/app/.venv/bin:$PATH PYTHONUNBUFFERED=1 PYTHONDONTWRITEBYTECODE=1',
      'WORKDIR /app',
      'COPY --from=build /app/.venv ./.venv',
      'COPY . .',
      'USER 10001',
      `CMD ${commandOf(start ?? 'python main.py')}`,
    ].join('\n'),
    user: 10001,
    ignored: ['.venv', 'venv', '__pycache__', '*.pyc', '.pytest_cache'],
    notes:
      start === undefined
        ? ['no web server was found in the sources: correct CMD in the Dockerfile']
        : / runserver | run /.test(start)
          ? [
              'the server of the framework is for development: add gunicorn to the dependencies, and to CMD in the Dockerfile',
            ]
          : [],
  };
}

/** The last line installs, after the lock file is copied. `run` starts the tests on a runner. */
function installOf(list: string): { copied: string[]; lines: string[]; run: string } {
  const onRunner = (what: string) =>
    `python3 -m venv .venv && .venv/bin/pip install ${what} pytest && .venv/bin/python`;
  switch (list) {
    case 'uv.lock':
      return {
        copied: ['pyproject.toml', 'uv.lock'],
        lines: [
          'COPY --from=ghcr.io/astral-sh/uv:0.9 /uv /usr/local/bin/uv',
          'RUN uv sync --locked --no-dev --no-install-project',
        ],
        run: 'pipx run uv run --locked python',
      };
    case 'poetry.lock':
      return {
        copied: ['pyproject.toml', 'poetry.lock'],
        lines: [
          'ENV POETRY_VIRTUALENVS_IN_PROJECT=true',
          'RUN pip install --no-cache-dir poetry==2.2.1',
          'RUN poetry install --only main --no-root --no-interaction',
        ],
        run: 'pipx run poetry install && pipx run poetry run python',
      };
    case 'requirements.txt':
      return {
        copied: ['requirements.txt'],
        lines: [
          'RUN python -m venv .venv',
          'RUN .venv/bin/pip install --no-cache-dir --requirement requirements.txt',
        ],
        run: onRunner('--requirement requirements.txt'),
      };
    default:
      return {
        copied: ['.'],
        lines: ['RUN python -m venv .venv', 'RUN .venv/bin/pip install --no-cache-dir .'],
        run: onRunner('.'),
      };
  }
}

function startOf(sources: ProjectFiles, wanted: string): string | undefined {
  const declared = procfileOf(sources);
  if (declared !== undefined) return declared;
  const { texts, paths } = sources;
  const has = (name: string) => new RegExp(`\\b${name}\\b`, 'i').test(wanted);
  const creating = (call: string) => {
    for (const [path, text] of texts) {
      const name = new RegExp(`^(\\w+)\\s*(?::[^=]+)?=\\s*${call}\\(`, 'm').exec(text)?.[1];
      if (path.endsWith('.py') && name !== undefined && !/test/.test(path))
        return `${path.slice(0, -3).replaceAll('/', '.')}:${name}`;
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
  const file = firstOf(sources, 'main.py', 'app.py', 'server.py');
  return file === undefined ? undefined : `python ${file}`;
}
