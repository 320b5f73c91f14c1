import { execFileSync, spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

/** A real Git server on loopback: `git http-backend` behind HTTP with a password. */

const identity = {
  ...{ GIT_AUTHOR_NAME: 'Ann', GIT_AUTHOR_EMAIL: 'ann@example.com' },
  ...{ GIT_COMMITTER_NAME: 'Ann', GIT_COMMITTER_EMAIL: 'ann@example.com' },
};

export const tokens = { writer: 'writer-token-4b1f9c', reader: 'reader-token-77aa20' };

export class GitServer {
  readonly #server = createServer((request, response) => void this.#answer(request, response));
  readonly folder = mkdtempSync(join(tmpdir(), 'slipway-git-server-'));
  readonly #bare = join(this.folder, 'cluster.git');
  readonly #person = join(this.folder, 'person');
  /** Runs once, before the next push is received. */
  beforePush: (() => unknown) | undefined;
  /** How many of the next pushes get the answer 429. */
  busy = 0;
  /** Whether it closes every connection. */
  down = false;
  /** Runs after each push that was received. */
  afterPush: () => unknown = () => undefined;

  /** @param files of the first commit, by path. */
  static async start(files: Record<string, string>): Promise<GitServer> {
    const server = new GitServer();
    server.#git(server.folder, 'init', '--quiet', '--bare', '--initial-branch=main', server.#bare);
    server.#git(server.#bare, 'config', 'http.receivepack', 'true');
    server.#git(server.folder, 'clone', '--quiet', server.#bare, server.#person);
    server.#git(server.#person, 'checkout', '--quiet', '-B', 'main');
    server.commit('Begin', files);
    await new Promise<void>(resolve => server.#server.listen(0, '127.0.0.1', resolve));
    return server;
  }

  get url(): string {
    return `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}/cluster.git`;
  }

  async stop(): Promise<void> {
    this.#server.closeAllConnections();
    await new Promise(resolve => this.#server.close(resolve));
    rmSync(this.folder, { recursive: true, force: true });
  }

  #git(folder: string, ...args: string[]): string {
    const env = { ...process.env, ...identity, GIT_CONFIG_NOSYSTEM: '1' };
    return execFileSync('git', args, {
      cwd: folder,
      env,
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'pipe'],
    });
  }

  /** Commits files on the newest main, as a person. */
  commit(title: string, files: Record<string, string | ((before: string) => string)>): string {
    if (title !== 'Begin') this.#git(this.#person, 'fetch', '--quiet', 'origin');
    if (title !== 'Begin') this.#git(this.#person, 'reset', '--quiet', '--hard', 'origin/main');
    for (const [path, text] of Object.entries(files)) {
      const file = join(this.#person, path);
      mkdirSync(dirname(file), { recursive: true });
      writeFileSync(file, typeof text === 'string' ? text : text(readFileSync(file, 'utf8')));
    }
    this.#git(this.#person, 'add', '--all');
    this.#git(this.#person, 'commit', '--quiet', '-m', title);
    this.#git(this.#person, 'push', '--quiet', 'origin', 'main');
    return this.head();
  }

  /** Makes main another line of history: the first commits, and one more. */
  rewrite(to: string, files: Record<string, string> = { 'REWRITTEN.md': 'x\n' }): void {
    this.#git(this.#person, 'fetch', '--quiet', 'origin');
    this.#git(this.#person, 'reset', '--quiet', '--hard', to);
    for (const [path, text] of Object.entries(files)) writeFileSync(join(this.#person, path), text);
    this.#git(this.#person, 'add', '--all');
    this.#git(this.#person, 'commit', '--quiet', '-m', 'Rewrite');
    this.#git(this.#person, 'push', '--quiet', '--force', 'origin', 'main');
  }

  /** Deletes a ref, as a person who may write. */
  remove(ref: string): void {
    this.#git(this.#person, 'push', '--quiet', 'origin', `:${ref}`);
  }

  /** Commits a text on a ref of its own, as everyone who may write can. */
  forge(ref: string, file: string, text: string): void {
    this.#git(this.#person, 'fetch', '--quiet', 'origin', ref);
    this.#git(this.#person, 'checkout', '--quiet', '--detach', 'FETCH_HEAD');
    writeFileSync(join(this.#person, file), text);
    this.#git(this.#person, 'commit', '--quiet', '-a', '-m', 'Forged');
    this.#git(this.#person, 'push', '--quiet', 'origin', `HEAD:${ref}`);
    this.#git(this.#person, 'checkout', '--quiet', '-f', 'main');
  }

  /** Pushes a branch with commits, each with one text of a file. @returns the last commit. */
  side(branch: string, file: string, texts: readonly string[]): string {
    this.#git(this.#person, 'fetch', '--quiet', 'origin');
    this.#git(this.#person, 'checkout', '--quiet', '--detach', 'origin/main');
    for (const text of texts) {
      writeFileSync(join(this.#person, file), text);
      this.#git(this.#person, 'commit', '--quiet', '-a', '-m', 'Side');
    }
    this.#git(this.#person, 'push', '--quiet', 'origin', `HEAD:refs/heads/${branch}`);
    this.#git(this.#person, 'checkout', '--quiet', '-f', 'main');
    return this.head(branch);
  }

  /** Merges a branch as GitHub does. @returns the commit of the merge. */
  merge(branch: string): string {
    this.#git(this.#person, 'fetch', '--quiet', 'origin');
    this.#git(this.#person, 'reset', '--quiet', '--hard', 'origin/main');
    this.#git(this.#person, 'merge', '--quiet', '--squash', `origin/${branch}`);
    this.#git(this.#person, 'commit', '--quiet', '-m', `Merge ${branch}`);
    this.#git(this.#person, 'push', '--quiet', 'origin', 'main');
    return this.head();
  }

  /** Refuses pushes to main, as a protected branch does. */
  protect(): void {
    const hook = join(this.#bare, 'hooks', 'update');
    writeFileSync(
      hook,
      '#!/bin/sh\n[ "$1" != refs/heads/main ] || { echo "protected branch hook declined" >&2; exit 1; }\n',
      { mode: 0o755 },
    );
  }

  head = (ref = 'main'): string => this.#git(this.#bare, 'rev-parse', ref).trim();
  file = (path: string, ref = 'main'): string => this.#git(this.#bare, 'show', `${ref}:${path}`);
  titles = (ref = 'main'): string[] => this.#git(this.#bare, 'log', '--format=%s', ref).trim().split('\n');
  message = (ref = 'main'): string => this.#git(this.#bare, 'log', '-1', '--format=%B', ref);
  refs = (): string[] => this.#git(this.#bare, 'for-each-ref', '--format=%(refname)').trim().split('\n');

  async #answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    if (this.down) return void request.socket.destroy();
    const { pathname, search } = new URL(request.url ?? '/', 'http://localhost');
    const [, password] = /^Basic (.+)$/.exec(request.headers.authorization ?? '') ?? [];
    const token =
      Buffer.from(password ?? '', 'base64')
        .toString('utf8')
        .split(':')[1] ?? '';
    if (!Object.values(tokens).includes(token)) {
      response.writeHead(401, { 'www-authenticate': 'Basic realm="git"' }).end('no');
      return;
    }
    const writes = `${pathname}${search}`.includes('git-receive-pack');
    if (writes && token !== tokens.writer) {
      response.writeHead(403).end('read only');
      return;
    }
    if (writes && this.busy > 0) {
      this.busy -= 1;
      response.writeHead(429).end('busy');
      return;
    }
    const isPush = request.method === 'POST' && writes;
    const { beforePush } = this;
    if (isPush) this.beforePush = undefined;
    if (isPush) await beforePush?.();
    const child = spawn('git', ['http-backend'], {
      stdio: ['pipe', 'pipe', 'ignore'],
      env: {
        ...{ PATH: process.env.PATH, GIT_PROJECT_ROOT: this.folder, GIT_HTTP_EXPORT_ALL: '1' },
        ...{ PATH_INFO: pathname, QUERY_STRING: search.slice(1), REQUEST_METHOD: request.method },
        ...{ CONTENT_TYPE: request.headers['content-type'] ?? '', REMOTE_USER: 'x' },
        HTTP_CONTENT_ENCODING: request.headers['content-encoding'] ?? '',
        GIT_PROTOCOL: String(request.headers['git-protocol'] ?? ''),
        ...(request.headers['content-length'] && { CONTENT_LENGTH: request.headers['content-length'] }),
      },
    });
    child.stdin.on('error', () => undefined);
    request.pipe(child.stdin);
    const parts: Buffer[] = [];
    for await (const part of child.stdout) parts.push(part as Buffer);
    const all = Buffer.concat(parts);
    const end = all.indexOf('\r\n\r\n');
    const headers = all.subarray(0, end).toString('latin1').split('\r\n');
    const status = headers.find(line => /^status:/i.test(line))?.split(' ')[1];
    for (const line of headers.filter(each => !/^status:/i.test(each)))
      response.setHeader(line.slice(0, line.indexOf(':')), line.slice(line.indexOf(':') + 1).trim());
    if (isPush) await this.afterPush();
    if (this.down) return void request.socket.destroy();
    response.writeHead(Number(status ?? 200)).end(all.subarray(end + 4));
  }
}
