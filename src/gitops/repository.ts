import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { UserError } from '../toolkit/errors.ts';
import { defined } from '../toolkit/map.ts';
import { pause } from '../toolkit/retry.ts';
import { gitIn, overNetwork, type RunGit, refusalOf } from './git.ts';

/** The Git repository that a GitOps controller reads: read and written without a work tree, so no filter, hook or link applies. */

export interface Heads {
  /** The commit of the branch. */
  readonly head: string;
  /** The commit of the ref with our log; undefined before the first release. */
  readonly log?: string;
}

export interface Update {
  readonly ref: string;
  readonly to: string;
}

/** How often a push is tried while others push, too. */
export const pushAttempts = 8;

/** Bytes of a file. */
const largest = 1 << 20;

export class GitRepository {
  readonly url: string;
  readonly branch: string;
  readonly logRef: string;
  readonly #git: RunGit;
  readonly #folder: string;
  readonly #has = new Set<string>();

  private constructor(git: RunGit, folder: string, at: { url: string; branch: string; logRef: string }) {
    this.#git = git;
    this.#folder = folder;
    this.url = at.url;
    this.branch = at.branch;
    this.logRef = at.logRef;
  }

  /** Opens a repository in a temporary folder, with nothing fetched yet. */
  static async open(
    at: { url: string; branch: string; logRef: string },
    { token, env }: { token: string; env: NodeJS.ProcessEnv },
  ): Promise<GitRepository> {
    const folder = await mkdtemp(join(tmpdir(), 'slipway-gitops-'));
    const repository = new GitRepository(gitIn(folder, { url: at.url, token, env }), folder, at);
    await repository.#gitOrThrow(['init', '--quiet', '--bare', '.']);
    return repository;
  }

  get branchRef(): string {
    return `refs/heads/${this.branch}`;
  }

  close(): Promise<void> {
    return rm(this.#folder, { recursive: true, force: true });
  }

  /** Asks the server for the branch and the log, and fetches what is new of them, without history. */
  async refresh(): Promise<Heads> {
    const said = await overNetwork(this.#git, ['ls-remote', '--', this.url, this.branchRef, this.logRef]);
    if (said.code !== 0) throw refusalOf(this.url, 'reading', said.stderr);
    const refs = new Map(
      said.stdout
        .toString('utf8')
        .split('\n')
        .map((line): [string, string] => [line.split('\t')[1] ?? '', line.split('\t')[0] ?? '']),
    );
    const head = refs.get(this.branchRef);
    const log = refs.get(this.logRef);
    if (head === undefined)
      throw new UserError(
        `${this.url} has no branch ${this.branch}`,
        'create it, or correct `delivery.gitops.branch` in slipway.yml',
      );
    await this.#fetch(log === undefined ? [head] : [head, log]);
    return { head, ...defined({ log }) };
  }

  /** Fetches commits that this machine does not have. */
  async #fetch(commits: readonly string[]): Promise<void> {
    const missing = commits.filter(each => !this.#has.has(each));
    if (missing.length === 0) return;
    const args = ['fetch', '--quiet', '--no-tags', '--depth=1', '--', this.url, ...missing];
    const said = await overNetwork(this.#git, args);
    if (said.code !== 0) throw refusalOf(this.url, 'fetching from', said.stderr);
    for (const each of missing) this.#has.add(each);
  }

  /**
   * Returns the text of a file.
   * @throws UserError when it is missing, a link, or no text.
   */
  async read(commit: string, path: string): Promise<string> {
    const said = await this.#git(['cat-file', 'blob', `${commit}:${path}`]);
    if (said.code !== 0) throw this.#missing(path);
    if (said.stdout.length > largest)
      throw new UserError(`${path} on ${this.branch} is larger than 1 MiB`, 'split it');
    try {
      return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(said.stdout);
    } catch (error) {
      throw new UserError(`${path} on ${this.branch} is not UTF-8 text`, 'save it as UTF-8', {
        cause: error,
      });
    }
  }

  async #modeOf(commit: string, path: string): Promise<string> {
    const { stdout } = await this.#gitOrThrow(['ls-tree', '-z', commit, '--', path]);
    const [, mode] = /^(\d+) /.exec(stdout.toString('utf8')) ?? [];
    if (mode === undefined) throw this.#missing(path);
    if (mode.startsWith('100')) return mode;
    throw new UserError(
      `${path} on ${this.branch} is not a file`,
      'list the file itself in `delivery.gitops.files`',
    );
  }

  #missing = (path: string) =>
    new UserError(
      `branch ${this.branch} of ${this.url} has no file ${path}`,
      'add it, or correct `delivery.gitops.files` in slipway.yml',
    );

  /** Creates a commit that replaces files of its parent. @returns its hash. */
  async commit(parent: string, files: ReadonlyMap<string, string>, message: string): Promise<string> {
    await this.#gitOrThrow(['read-tree', parent]);
    for (const [path, text] of files) {
      const mode = await this.#modeOf(parent, path);
      const blob = await this.#write(text);
      await this.#gitOrThrow(['update-index', '--cacheinfo', `${mode},${blob},${path}`]);
    }
    return this.#commitTree(await this.#line(['write-tree']), parent, message);
  }

  /** Creates a commit with one file. @returns its hash. */
  async commitAlone(
    parent: string | undefined,
    { name, text }: { name: string; text: string },
    message: string,
  ): Promise<string> {
    const blob = await this.#write(text);
    const tree = await this.#line(['mktree'], `100644 blob ${blob}\t${name}\n`);
    return this.#commitTree(tree, parent, message);
  }

  #write = (text: string) => this.#line(['hash-object', '-w', '--stdin'], text);

  async #commitTree(tree: string, parent: string | undefined, message: string): Promise<string> {
    const parents = parent === undefined ? [] : ['-p', parent];
    const commit = await this.#line(['commit-tree', tree, ...parents, '-F', '-'], message);
    this.#has.add(commit);
    return commit;
  }

  /**
   * Pushes all updates or none, and only forwards.
   * @param from what the updates are built on.
   * @returns false when another push was faster.
   * @throws UserError for a refusal.
   */
  async push(updates: readonly Update[], from: Heads): Promise<boolean> {
    const refs = updates.map(({ ref, to }) => `${to}:${ref}`);
    for (let attempt = 1; ; attempt += 1) {
      const said = await overNetwork(this.#git, ['push', '--porcelain', '--atomic', '--', this.url, ...refs]);
      if (said.code === 0) return true;
      const all = `${said.stdout.toString('utf8')}\n${said.stderr}`;
      if (!isRace(all)) throw refusalOf(this.url, 'pushing to', all);
      const now = await this.refresh();
      if (now.head !== from.head || now.log !== from.log) return false;
      // Nothing has moved: a lock that goes away, or a refusal that stays.
      if (attempt === pushAttempts) throw refusalOf(this.url, 'pushing to', all);
      await pause(500);
    }
  }

  async #line(args: readonly string[], input?: string): Promise<string> {
    return (await this.#gitOrThrow(args, input)).stdout.toString('utf8').trim();
  }

  async #gitOrThrow(args: readonly string[], input?: string) {
    const said = await this.#git(args, input);
    if (said.code !== 0) throw new Error(`git ${args[0]} failed: ${said.stderr.trim()}`);
    return said;
  }
}

/**
 * Whether a push failed only because a ref has moved: forwards, or to another history, which a server answers as an update of a shallow
 * clone. Pure.
 */
export function isRace(output: string): boolean {
  const reasons = [...output.matchAll(/\[(remote )?rejected\] \(([^)]*)\)?/g)].map(([, , why = '']) => why);
  const moved =
    /fetch first|non-fast-forward|stale info|cannot lock ref|failed to update ref|incorrect old value|shallow update not allowed/;
  const follows = /atomic (push|transaction) fail|atomic transaction aborted/;
  const says = reasons.some(why => moved.test(why)) || /is at [0-9a-f]+ but expected/.test(output);
  return says && reasons.every(why => moved.test(why) || follows.test(why));
}
