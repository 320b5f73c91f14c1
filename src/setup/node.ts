import { isMap, jsonMap, textMap } from '../toolkit/map.ts';
import { commandOf, firstOf, majorIn, type ProjectFiles, procfileOf, type Stack } from './stack.ts';

/** Node.js with npm, pnpm or yarn. Pure. */
export function nodeStack(sources: ProjectFiles): Stack | undefined {
  const text = sources.texts.get('package.json');
  if (text === undefined) return undefined;
  const manifest = jsonMap(text) ?? {};
  const scripts = textMap(manifest.scripts);
  const version = sources.texts.get('.nvmrc') ?? textMap(manifest.engines).node;
  const base = `node:${majorIn(version, 24)}-trixie-slim`;
  const tool = toolOf(sources, isMap(manifest.dependencies) || isMap(manifest.devDependencies));
  const start = startOf(sources, scripts, manifest);
  const tests = scripts.test !== undefined && !scripts.test.includes('no test specified');
  const build = scripts.build === undefined ? [] : [`RUN ${tool.program} run build`];
  const prune = tool.prune === undefined ? [] : [`RUN ${tool.prune}`];
  return {
    port: Number(/\bPORT\b\D{0,12}(\d{4,5})\b/.exec([...sources.texts.values()].join('\n'))?.[1] ?? 3000),
    ...(tests && {
      test: { run: [...tool.prepare, tool.install, `${tool.program} test`].filter(Boolean).join(' && ') },
    }),
    dockerfile: [
      `FROM ${base} AS build`,
      'WORKDIR /app',
      ...(tool.prepare.length === 0 ? [] : [`RUN ${tool.prepare.join(' && ')}`]),
      `COPY ${['package.json', ...tool.files].join(' ')} ./`,
      ...(tool.install === '' ? [] : [`RUN ${tool.install}`]),
      'COPY . .',
      ...build,
      ...prune,
      '',
      `FROM ${base}`,
      'ENV NODE_ENV=production',
      'WORKDIR /app',
      'COPY --from=build /app ./',
      'USER 1000',
      `CMD ${commandOf(start ?? 'node server.js')}`,
    ].join('\n'),
    user: 1000,
    ignored: ['node_modules', 'coverage', 'dist'],
    first: tool.first,
    notes:
      start === undefined
        ? ['package.json has neither a script `start` nor `main`: correct CMD in the Dockerfile']
        : [],
  };
}

/** How packages are installed; without dependencies and lock file, nothing is. */
function toolOf(sources: ProjectFiles, dependencies: boolean) {
  const none: string[] = [];
  const corepack = { prepare: ['corepack enable'], first: none };
  if (sources.paths.includes('pnpm-lock.yaml'))
    return {
      ...{ ...corepack, program: 'pnpm' },
      install: 'pnpm install --frozen-lockfile',
      prune: 'CI=true pnpm prune --prod',
      files: ['pnpm-lock.yaml', ...(firstOf(sources, 'pnpm-workspace.yaml') ? ['pnpm-workspace.yaml'] : [])],
    };
  if (sources.paths.includes('yarn.lock')) {
    const modern = sources.paths.includes('.yarnrc.yml');
    return {
      ...{ ...corepack, program: 'yarn', prune: undefined },
      install: `yarn install ${modern ? '--immutable' : '--frozen-lockfile'}`,
      files: ['yarn.lock', ...(modern ? ['.yarnrc.yml'] : [])],
    };
  }
  const locked = sources.paths.includes('package-lock.json');
  const installs = locked || dependencies;
  return {
    program: 'npm',
    prepare: none,
    install: installs ? 'npm ci' : '',
    prune: installs ? 'npm prune --omit=dev' : undefined,
    files: installs ? ['package-lock.json'] : none,
    first: installs && !locked ? ['npm install --package-lock-only'] : none,
  };
}

function startOf(
  sources: ProjectFiles,
  scripts: Record<string, string>,
  { main }: Readonly<Record<string, unknown>>,
): string | undefined {
  const declared = procfileOf(sources) ?? scripts['start:prod'] ?? scripts.start;
  // npm as the first process does not pass SIGTERM on in time; the program itself gets it.
  if (declared !== undefined)
    return /^(node|npm|pnpm|yarn|sh)\b/.test(declared) || /[$&|;]/.test(declared)
      ? declared
      : `node_modules/.bin/${declared}`;
  const file =
    typeof main === 'string'
      ? main
      : firstOf(sources, 'server.js', 'index.js', 'app.js', 'src/server.js', 'src/index.js', 'src/main.ts');
  return file === undefined ? undefined : `node ${file}`;
}
