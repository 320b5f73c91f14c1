import { isMap, jsonMap, textMap, textsIn } from '../toolkit/map.ts';
import { shellWord } from '../toolkit/shell-word.ts';
import { commandOf, wordsOf } from './quoting.ts';
import { firstOf, majorIn, type ProjectFiles, portIn, procfileOf, type Stack } from './stack.ts';

/** Node.js with npm, pnpm or yarn. Pure. */
export function nodeStack(sources: ProjectFiles): Stack | undefined {
  const text = sources.texts.get('package.json');
  if (text === undefined) return undefined;
  const manifest = jsonMap(text) ?? {};
  const scripts = textMap(manifest.scripts);
  const version = sources.texts.get('.nvmrc') ?? textMap(manifest.engines).node;
  const major = nodeIn(version);
  // Older images were last built before trixie.
  const base = `node:${major}${major === 20 || major === 22 || major >= 24 ? '-trixie' : ''}-slim`;
  const tool = toolOf(sources, manifest, major);
  const start = startOf(sources, scripts, manifest);
  const tests = scripts.test !== undefined && !scripts.test.includes('no test specified');
  const build = scripts.build === undefined ? [] : [`RUN ${tool.program} run build`];
  const prune = tool.prune === undefined ? [] : [`RUN ${tool.prune}`];
  const parts = manifest.workspaces !== undefined || sources.paths.includes('pnpm-workspace.yaml');
  // Installing reads the packages of workspaces, and what these scripts read.
  const needsAll =
    parts || ['preinstall', 'install', 'postinstall', 'prepare'].some(each => scripts[each] !== undefined);
  const removed = tool.prune === undefined ? undefined : developmentProgram(start ?? '', manifest);
  return {
    port: portIn(sources).port ?? 3000,
    language: { name: 'Node.js', version: String(major) },
    ...(tests && {
      test: { run: [...tool.prepare, tool.install, `${tool.program} test`].filter(Boolean).join(' && ') },
    }),
    dockerfile: [
      `FROM ${base} AS build`,
      'WORKDIR /app',
      ...tool.prepare.map(each => `RUN ${each}`),
      ...(tool.pnp ? ['ENV YARN_NODE_LINKER=node-modules'] : []),
      ...(needsAll ? ['COPY . .'] : [`COPY ${['package.json', ...tool.files].join(' ')} ./`]),
      ...(!needsAll && tool.folder ? [`COPY ${tool.folder} ./${tool.folder}`] : []),
      ...(tool.install === '' ? [] : [`RUN ${tool.install}`]),
      ...(needsAll ? [] : ['COPY . .']),
      ...build,
      ...prune,
      '',
      `FROM ${base}`,
      // As the scripts of package.json expect it.
      'ENV NODE_ENV=production PATH=/app/node_modules/.bin:$PATH',
      'WORKDIR /app',
      'COPY --from=build /app ./',
      'USER 1000',
      `CMD ${commandOf(start ?? 'node server.js')}`,
    ].join('\n'),
    user: 1000,
    ignored: [
      ...['**/node_modules', 'coverage', ...(build.length === 0 ? [] : ['dist'])],
      // yarn loads it where it exists.
      ...(tool.pnp ? ['.pnp.*', '.yarn/install-state.gz', '.yarn/unplugged'] : []),
    ],
    first: tool.first,
    notes: textsIn([
      start === undefined &&
        'package.json has neither a script `start` nor `main`: correct CMD in the Dockerfile',
      /\b(pnpm|yarn)\b/.test(start ?? '') &&
        'the image starts without pnpm and yarn: name the program itself in CMD of the Dockerfile',
      parts &&
        'the repository has workspaces, and the Dockerfile builds and starts what the package.json at its root says: name the workspace in both commands if that does not release it',
      tool.pnp &&
        "the Dockerfile installs node_modules instead of yarn's Plug'n'Play, because the image runs without yarn: test that the application runs with `nodeLinker: node-modules`",
      removed &&
        `the image starts with ${removed}, but has no devDependencies: name the built program in CMD of the Dockerfile, or move ${removed} to \`dependencies\``,
    ]),
  };
}

/** Programs that do not have the name of their package. */
const packages: Readonly<Record<string, string>> = {
  nest: '@nestjs/cli',
  ng: '@angular/cli',
  tsc: 'typescript',
  'vue-cli-service': '@vue/cli-service',
};

/** Returns the package of a command line that only `devDependencies` has: `nodemon a.js`, `node -r ts-node/register a.ts`. */
function developmentProgram(
  start: string,
  { dependencies, devDependencies }: Readonly<Record<string, unknown>>,
): string | undefined {
  const [needed, only] = [textMap(dependencies), textMap(devDependencies)];
  return wordsOf(start)
    .flatMap(word => [packages[word] ?? word, word.replace(/^--\w+=/, '').split('/')[0] ?? ''])
    .find(each => only[each] !== undefined && needed[each] === undefined);
}

const named: Readonly<Record<string, number>> = { hydrogen: 18, iron: 20, jod: 22, krypton: 24 };

/** Returns the newest LTS that a range allows, such as `>=18 <23`, `^18 || ^20` or `lts/iron`, or else the version that it names. */
function nodeIn(range = ''): number {
  const code = named[/^lts\/(\w+)/.exec(range.trim().toLowerCase())?.[1] ?? ''];
  const allowed = (major: number) =>
    range.split('||').some(part => {
      const [, from, to] = /(\d+)[\d.]*\s+-\s+(\d+)/.exec(part) ?? [];
      const least = Number(from ?? />=?\s*v?(\d+)/.exec(part)?.[1] ?? 0);
      const [, equal, end] = /<(=?)\s*v?(\d+)/.exec(part) ?? [];
      const most = Number(to ?? end ?? 99) - (equal === '' ? 1 : 0);
      return /[<>]|\s-\s/.test(part) ? major >= least && major <= most : majorIn(part, major) === major;
    });
  return code ?? [24, 22, 20, 18].find(allowed) ?? majorIn(range, 24);
}

/** How packages are installed; without dependencies and lock file, nothing is. */
function toolOf(sources: ProjectFiles, manifest: Readonly<Record<string, unknown>>, major: number) {
  const none: string[] = [];
  const npm = { pnp: false, folder: undefined };
  // Node.js has no corepack from 25 on. Its package has programs that the images have, too.
  const install = major < 25 ? [] : ['npm install --global --force corepack@0.36.0'];
  const corepack = { ...npm, prepare: [...install, 'corepack enable'], first: none };
  if (sources.paths.includes('pnpm-lock.yaml'))
    return {
      ...corepack,
      program: 'pnpm',
      install: 'pnpm install --frozen-lockfile',
      prune: 'CI=true pnpm prune --prod',
      files: ['pnpm-lock.yaml', ...(firstOf(sources, 'pnpm-workspace.yaml') ? ['pnpm-workspace.yaml'] : [])],
    };
  if (sources.paths.includes('yarn.lock')) {
    const settings = firstOf(sources, '.yarnrc.yml');
    const modern = settings !== undefined || /^yarn@([2-9]|\d\d)/.test(String(manifest.packageManager));
    const linker = /^nodeLinker: *["']?([\w-]+)/m.exec(sources.texts.get('.yarnrc.yml') ?? '')?.[1] ?? 'pnp';
    return {
      ...corepack,
      pnp: modern && linker === 'pnp',
      // With the program itself, its plugins and patches.
      folder: sources.paths.some(path => path.startsWith('.yarn/')) ? '.yarn' : undefined,
      program: 'yarn',
      prune: undefined,
      install: `yarn install ${modern ? '--immutable' : '--frozen-lockfile'}`,
      files: ['yarn.lock', ...(settings === undefined ? [] : [settings])],
    };
  }
  const locked = sources.paths.includes('package-lock.json');
  const installs = locked || isMap(manifest.dependencies) || isMap(manifest.devDependencies);
  return {
    ...npm,
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
  // npm as PID 1 does not pass SIGTERM on in time, and pnpm is not in the image: the program itself starts.
  const called = /\b(?:npm|pnpm|yarn)(?: run)? ([\w:.-]+)(?=\s*(?:$|&&|;))/g;
  const unfold = (line: string) => line.replace(called, (all, name: string) => scripts[name] ?? all);
  if (declared !== undefined)
    return unfold(unfold(declared)).replace(/\b(?:npx|(?:pnpm|yarn) exec) (?!-)/g, '');
  const file =
    typeof main === 'string'
      ? main
      : firstOf(sources, 'server.js', 'index.js', 'app.js', 'src/server.js', 'src/index.js', 'src/main.ts');
  return file === undefined ? undefined : `node ${shellWord(file)}`;
}
