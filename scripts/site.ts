/** Builds the documentation site with MkDocs Material, and checks it. */
import { spawnSync } from 'node:child_process';
import { cpSync, globSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { wheel } from '../lab/wheels.ts';
import { describe, UserError } from '../src/toolkit/errors.ts';
import { checkLinks, difference, type SiteCheck } from './site-check.ts';
import { forSite, navigation, sitePages } from './site-pages.ts';
import { root, textOfFile } from './workflow-files.ts';

const usage = `usage: scripts/site [--serve] [FOLDER]

  builds the documentation site in FOLDER (default: report/site), and checks its links
  --serve   then serves it at http://127.0.0.1:8000`;

const mermaid = 'node_modules/@mermaid-js/tiny/dist/mermaid.tiny.js';

/**
 * Builds the site in a folder and checks it.
 * @param ref branch, tag or commit for links to files that are no pages.
 * @throws UserError if MkDocs warns.
 */
export async function buildSite(folder: string, ref: string): Promise<SiteCheck> {
  const packages = await wheel('mkdocs');
  const staged = mkdtempSync(join(tmpdir(), 'slipway-site-'));
  try {
    stage(staged, folder, ref);
    const { status } = spawnSync('python3', ['-m', 'mkdocs', 'build', '--strict'], {
      cwd: staged,
      env: { ...process.env, PYTHONPATH: packages, NO_MKDOCS_2_WARNING: '1' },
      stdio: ['ignore', 2, 2],
    });
    if (status !== 0) throw new UserError('MkDocs did not build the site', 'see its warnings above');
  } finally {
    rmSync(staged, { recursive: true, force: true });
  }
  const check = checkLinks(folder, /^site_url: (\S+)$/m.exec(textOfFile('mkdocs.yml'))?.[1] ?? '');
  for (const path of sitePages) {
    const differs = difference(textOfFile(path), readFileSync(join(folder, htmlOf(path)), 'utf8'));
    if (differs !== undefined) check.problems.push(`${path}: ${differs}`);
  }
  return check;
}

/** Writes MkDocs' configuration, the pages and the pictures into a folder. */
function stage(staged: string, folder: string, ref: string): void {
  const into = (path: string) => {
    const file = join(staged, 'pages', path);
    mkdirSync(dirname(file), { recursive: true });
    return file;
  };
  for (const path of sitePages) writeFileSync(into(path), forSite(path, textOfFile(path), ref));
  for (const path of globSync('docs/**/*.{png,svg}', { cwd: root })) cpSync(join(root, path), into(path));
  cpSync(join(root, mermaid), into('mermaid.js'));
  const config = {
    INHERIT: join(root, 'mkdocs.yml'),
    theme: { custom_dir: join(root, 'scripts/site-theme') },
    docs_dir: 'pages',
    site_dir: folder,
    nav: navigation(textOfFile('docs/README.md')),
  };
  writeFileSync(join(staged, 'mkdocs.yml'), JSON.stringify(config));
}

/** Returns the HTML file of a page. */
const htmlOf = (path: string) =>
  join(path.replace(/(^|\/)README\.md$/, '$1').replace(/\.md$/, ''), 'index.html');

async function main(): Promise<void> {
  const { values, positionals } = parseArgs({
    options: {
      serve: { type: 'boolean', default: false },
      help: { type: 'boolean', default: false, short: 'h' },
    },
    allowPositionals: true,
  });
  if (values.help) return console.log(usage);
  const folder = resolve(positionals[0] ?? join(root, 'report/site'));
  const { pages, links, problems } = await buildSite(folder, process.env.GITHUB_SHA ?? 'main');
  for (const problem of problems) console.error(problem);
  console.log(`${pages} pages, ${links} links, ${problems.length} problems: ${folder}/index.html`);
  if (problems.length > 0) process.exitCode = 1;
  if (values.serve)
    spawnSync('python3', ['-m', 'http.server', '8000', '--bind', '127.0.0.1', '--directory', folder], {
      stdio: 'inherit',
    });
}

if (import.meta.main)
  await main().catch(error => {
    console.error(describe(error));
    process.exitCode = 1;
  });
