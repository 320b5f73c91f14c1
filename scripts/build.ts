/** Builds dist/: all code in chunks that are loaded on demand, and a short stub for each action and the CLI. */
import { execFileSync } from 'node:child_process';
import { cpSync, mkdirSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { actionNames, internalNames } from '../src/actions/all.ts';

const root = resolve(import.meta.dirname, '..');

/** Builds dist/. @param dist folder to fill; its previous content is removed. */
export function build(dist: string): void {
  // Two steps, because ncc's TypeScript loader cannot rewrite `.ts` in imports. The folder has a fixed name below the root, because the
  // names of chunks come from paths and must be reproducible.
  const work = join(root, '.build');
  rmSync(work, { recursive: true, force: true });
  mkdirSync(work);
  try {
    const emit = [
      '--noEmit',
      'false',
      '--outDir',
      join(work, 'js'),
      '--rootDir',
      root,
      '--removeComments',
      'true',
      // scripts/test checks the types of all files separately.
      '--noCheck',
      'true',
      '--declaration',
      'false',
    ];
    run('tsc', ['-p', join(root, 'tsconfig.build.json'), ...emit]);
    writeFileSync(join(work, 'package.json'), '{"type":"module"}');
    run('ncc', [
      'build',
      join(work, 'js/src/entry.js'),
      '-o',
      join(work, 'out'),
      '-m',
      '--target',
      'es2024',
      '--quiet',
    ]);
    rmSync(dist, { recursive: true, force: true });
    mkdirSync(join(dist, 'lib'), { recursive: true });
    for (const file of readdirSync(join(work, 'out'))) {
      if (statSync(join(work, 'out', file)).isFile())
        cpSync(join(work, 'out', file), join(dist, 'lib', file));
    }
  } finally {
    rmSync(work, { recursive: true, force: true });
  }
  writeFileSync(join(dist, 'package.json'), '{"type":"module"}\n');
  for (const name of [...actionNames, ...internalNames]) {
    stub(dist, name, `import { step } from '../lib/index.js';\n\nawait step('${name}');\n`);
  }
  const shebang = '#!/usr/bin/env node\n';
  stub(
    dist,
    'cli',
    `${shebang}${requireNode}const { main } = await import('../lib/index.js');\nprocess.exitCode = await main(process.argv.slice(2));\n`,
  );
}

/** Must come before the import of the bundle, which an older Node cannot run. */
const requireNode = `if (Number.parseInt(process.versions.node) < 24) {
  console.error(\`slipway: this is Node \${process.versions.node}. Install Node 24 or newer.\`);
  process.exit(1);
}
`;

function stub(dist: string, name: string, text: string): void {
  mkdirSync(join(dist, name), { recursive: true });
  writeFileSync(join(dist, name, 'index.js'), text, { mode: 0o755 });
}

function run(command: string, args: string[]): void {
  execFileSync(join(root, 'node_modules/.bin', command), args, {
    stdio: ['ignore', 'inherit', 'inherit'],
    cwd: root,
  });
}

if (import.meta.main) build(join(root, 'dist'));
