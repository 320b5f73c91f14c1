import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { UserError } from '../src/toolkit/errors.ts';
import { type Access, open } from './release-access.ts';
import type { Tags } from './release-plan.ts';
import { renderInto } from './render.ts';

/** Git operations of a release: setting tags by compare-and-swap, and committing the rendered files. */

const remote = 'origin';
/** Author of annotated tags and rendered commits: GitHub's account for GitHub Actions. */
const author = {
  name: 'github-actions[bot]',
  email: '41898282+github-actions[bot]@users.noreply.github.com',
};

/** A checkout, and its access to the remote. */
export interface Checkout {
  readonly folder: string;
  /** Default: a remote without login. */
  readonly access?: Access;
}

/** The new object of a tag, and the object that it must point to before; without `from` the tag must not exist. */
export interface Setting {
  readonly tag: string;
  readonly from?: string;
  readonly to: string;
}

/** Returns the tags of the remote, each with its commit. */
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
 * Returns the commit that is checked out.
 * @throws UserError if a file differs from it, or no release branch contains it.
 */
export function releasedCommit(checkout: Checkout): string {
  const commit = git(checkout, ['rev-parse', 'HEAD']);
  const changed = git(checkout, ['status', '--porcelain', '--untracked-files=all']);
  if (changed !== '')
    throw new UserError(
      `the checkout differs from its commit: ${changed.split('\n')[0]}`,
      'check it out again',
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
    `${commit} cannot be released: it is neither on main nor on a branch releases/vN`,
    'merge the change, then start the workflow from one of these branches',
  );
}

/** Commits the rendered files as a child of the released commit. The commit is reproducible. */
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
    // `--force`, because the user's own ignore rules must not exclude files.
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

/** Creates an annotated tag object, so that a floating tag contains the reason of its move. @returns the object. */
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
 * Sets tags on the remote, all or none, each only if it has not moved since it was read.
 * @throws UserError if one of them has moved, or the remote refuses.
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
      `${settings.map(({ tag }) => tag).join(', ')} cannot be set: ${moved ? 'another user or run has moved one of them' : said}`,
      moved
        ? 'find out who moved it, then run this again'
        : 'give the deploy key of the environment `release` write access, and let the tag rules of the repository allow it to move these tags',
      { cause: error },
    );
  }
  const now = readTags(checkout);
  for (const { tag, to } of settings)
    if (now.get(tag)?.object !== to)
      throw new UserError(
        `${tag} was moved again after it was set: it points to ${now.get(tag)?.object ?? 'nothing'} instead of ${to}`,
        'find out who moves it, then run this again',
      );
}

/** Returns the files of a commit as one reproducible archive. */
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
