import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { UserError } from '../src/toolkit/errors.ts';
import { type Access, open } from './release-access.ts';
import type { Tags } from './release-plan.ts';
import { renderInto } from './render.ts';

/** Git, as a release of ours needs it: tags that are compared and set in one step, and the rendered form as a commit. */

const remote = 'origin';
/** As whom notes and rendered commits are written: GitHub's own account for what runs there. */
const author = {
  name: 'github-actions[bot]',
  email: '41898282+github-actions[bot]@users.noreply.github.com',
};

/** A checkout, and how it reaches its remote. */
export interface Checkout {
  readonly folder: string;
  /** Default: the remote needs no login. */
  readonly access?: Access;
}

/** What a tag is set to, and where it must stand until then; `from` undefined: it must not be there. */
export interface Setting {
  readonly tag: string;
  readonly from?: string;
  readonly to: string;
}

/** The tags of the remote, each with the commit that it leads to. */
export function readTags(checkout: Checkout): Tags {
  const { reading } = checkout.access ?? open;
  const lines = git(checkout, ['ls-remote', '--tags', remote], { env: reading })
    .split('\n')
    .filter(line => line !== '');
  const found = lines.map(line => line.split('\trefs/tags/') as [string, string]);
  const peeled = new Map(
    found.flatMap(([id, name]) => (name.endsWith('^{}') ? [[name.slice(0, -3), id]] : [])),
  );
  return new Map(
    found.flatMap(([object, name]) =>
      name.endsWith('^{}') ? [] : [[name, { object, commit: peeled.get(name) ?? object }]],
    ),
  );
}

/**
 * The commit that is checked out, as nobody has changed it.
 * @throws UserError when something differs from it, or it is on no branch that is released from.
 */
export function releasedCommit(checkout: Checkout): string {
  const commit = git(checkout, ['rev-parse', 'HEAD']);
  const changed = git(checkout, ['status', '--porcelain', '--untracked-files=all']);
  if (changed !== '')
    throw new UserError(
      `the checkout differs from its commit: ${changed.split('\n')[0]}`,
      'check it out anew',
    );
  const branches = git(checkout, [
    'for-each-ref',
    '--format=%(refname)',
    `--contains=${commit}`,
    `refs/remotes/${remote}`,
  ]);
  const allowed = new RegExp(`^refs/remotes/${remote}/(main|releases/v\\d+)$`);
  if (branches.split('\n').some(each => allowed.test(each))) return commit;
  throw new UserError(
    `${commit} is neither on main nor on a branch releases/vN`,
    'start the workflow from one of these, after the change was merged',
  );
}

/** The suite in the form for other servers, as a commit after the released one: the same each time. */
export function renderedCommit(
  checkout: Checkout,
  released: { readonly commit: string; readonly repository: string; readonly ref: string },
): string {
  const work = mkdtempSync(join(tmpdir(), 'release-'));
  try {
    const { commit, repository, ref } = released;
    renderInto(join(work, 'tree'), { repository, ref }, checkout.folder);
    const folder = git(checkout, ['rev-parse', '--absolute-git-dir']);
    const env = { GIT_INDEX_FILE: join(work, 'index'), GIT_DIR: folder, GIT_WORK_TREE: join(work, 'tree') };
    // Whatever somebody ignores at home belongs to it all the same.
    git({ folder: join(work, 'tree') }, ['add', '--all', '--force', '.'], { env });
    const tree = git({ folder: join(work, 'tree') }, ['write-tree'], { env });
    const date = git(checkout, ['show', '--no-patch', '--format=%cI', commit]);
    const message = `${ref}: for servers and runners that do not know \`$/\``;
    const args = ['commit-tree', tree, '-p', commit, '-m', message];
    return git(checkout, args, { env: signedAt(date) });
  } finally {
    rmSync(work, { recursive: true, force: true });
  }
}

/** A note on a commit that a floating tag can stand at, so that it says why it does. @returns the object. */
export function noteOn(
  checkout: Checkout,
  tag: string,
  commit: string,
  message: string,
  date: string,
): string {
  const seconds = Math.floor(Date.parse(date) / 1000);
  const text = `object ${commit}\ntype commit\ntag ${tag}\ntagger ${author.name} <${author.email}> ${seconds} +0000\n\n${message}\n`;
  return git(checkout, ['hash-object', '-t', 'tag', '-w', '--stdin'], { input: text });
}

/**
 * Sets tags on the remote, all or none, each only if it stands where it was seen.
 * @throws UserError when one of them stands elsewhere by now, or the remote refuses.
 */
export function setTags(checkout: Checkout, settings: readonly Setting[]): void {
  if (settings.length === 0) return;
  const leases = settings.map(({ tag, from = '' }) => `--force-with-lease=refs/tags/${tag}:${from}`);
  const refs = settings.map(({ tag, to }) => `${to}:refs/tags/${tag}`);
  try {
    const args = ['push', '--atomic', '--quiet', ...leases, remote, ...refs];
    (checkout.access ?? open).pushing(env => git(checkout, args, { env }));
  } catch (error) {
    const said = error instanceof GitError ? error.said : '';
    const moved = /stale info|already exists|fetch first/.test(said);
    throw new UserError(
      `${settings.map(({ tag }) => tag).join(', ')} cannot be set: ${moved ? 'somebody else has moved one of them meanwhile' : said}`,
      moved
        ? 'look who did, and run this again'
        : 'let the key of the environment `release` write to this repository, and its tag rules let it move these',
      { cause: error },
    );
  }
  const now = readTags(checkout);
  for (const { tag, to } of settings)
    if (now.get(tag)?.object !== to)
      throw new UserError(
        `${tag} reads as ${now.get(tag)?.object ?? 'nothing'} instead of ${to}`,
        'look who moves it, and run this again',
      );
}

/** Files of a commit in one archive, the same each time. */
export function archiveOf({ folder }: Checkout, commit: string, prefix: string): Buffer {
  return execFileSync('git', ['archive', '--format=tar', `--prefix=${prefix}/`, commit], {
    cwd: folder,
    maxBuffer: 1 << 28,
  });
}

class GitError extends Error {
  readonly said: string;

  constructor(args: readonly string[], said: string, cause: unknown) {
    super(`git ${args[0]} failed: ${said}`, { cause });
    this.said = said;
  }
}

function signedAt(date: string): NodeJS.ProcessEnv {
  return {
    GIT_AUTHOR_NAME: author.name,
    GIT_AUTHOR_EMAIL: author.email,
    GIT_AUTHOR_DATE: date,
    GIT_COMMITTER_NAME: author.name,
    GIT_COMMITTER_EMAIL: author.email,
    GIT_COMMITTER_DATE: date,
  };
}

interface Call {
  readonly env?: NodeJS.ProcessEnv;
  readonly input?: string;
}

function git({ folder }: Checkout, args: readonly string[], { env, input }: Call = {}): string {
  try {
    return execFileSync('git', args, {
      cwd: folder,
      env: { ...process.env, ...env },
      encoding: 'utf8',
      stdio: ['pipe', 'pipe', 'pipe'],
      ...(input === undefined ? {} : { input }),
    }).trimEnd();
  } catch (error) {
    const said = String(Reflect.get(error as object, 'stderr') ?? '').trim();
    throw new GitError(args, said.split('\n').slice(0, 6).join(' '), error);
  }
}
