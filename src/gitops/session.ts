import type { Cluster } from '../cluster/port.ts';
import type { Config, Environment, GitOps } from '../config/types.ts';
import type { RegistryClient } from '../registry/client.ts';
import type { OlderCommitProblem } from '../toolkit/commit-order.ts';
import type { HasEnded } from '../toolkit/ended-runs.ts';
import { UserError } from '../toolkit/errors.ts';
import { type Origin, originText } from '../toolkit/origin.ts';
import { pause } from '../toolkit/retry.ts';
import { changesOf, pathOfFile, type ReleasedImage, withChanges } from './edit.ts';
import { RefusedByServer } from './git.ts';
import { formatLog, type LogEntry, logFile, parseLog, type ReleaseLog, withEntry } from './log.ts';
import type { PullRequests } from './pull-requests.ts';
import type { GitRepository, Heads, Update } from './repository.ts';
import type { FileChange } from './yaml-text.ts';

/** What a run needs to release by Git. */
export interface DeliveryContext {
  readonly repository: GitRepository;
  readonly cluster: Cluster;
  readonly config: Pick<Config, 'app'> & {
    readonly images: Readonly<Record<string, { readonly repository: string }>>;
  };
  readonly environmentName: string;
  readonly environment: Environment;
  readonly gitops: GitOps;
  /** Whether it is the repository of slipway.yml, whose workflow a release must not start again. */
  readonly own: boolean;
  readonly origin: Origin;
  readonly registry?: RegistryClient;
  readonly hasEnded?: HasEnded;
  readonly olderCommitProblem?: OlderCommitProblem;
  /** Undefined where the Git server is not GitHub, or without a token. */
  readonly pulls?: PullRequests | undefined;
  /** @throws UntrustedImage for an image without the signatures that slipway.yml requires. The log proves nothing: anyone who can push can write it. */
  requireTrusted(images: Readonly<Record<string, ReleasedImage>>): Promise<void>;
  /** Milliseconds to wait for another run. */
  readonly wait: number;
  readonly signal?: AbortSignal;
  /** Where the identities of `verify` are read. */
  readonly env?: NodeJS.ProcessEnv;
  readonly pace?: Partial<Pace>;
  report(line: string): void;
}

/** Intervals in milliseconds. */
export interface Pace {
  readonly look: number;
  readonly branch: number;
  /** For so long an error of the controller must last. */
  readonly controllerGrace: number;
  /** Between attempts to write the log. */
  readonly log: number;
  /** The longest pause after another push was faster, times the attempts. */
  readonly race: number;
}

export const usualPace: Pace = {
  look: 2_000,
  branch: 15_000,
  controllerGrace: 30_000,
  log: 5_000,
  race: 3_000,
};

/** Returns the milliseconds until the next attempt to push: at random, or runs that push at one time would do so again. */
export const pauseAfterRace =
  (pace: Partial<Pace> = {}) =>
  (attempt: number): number =>
    Math.random() * Math.min(attempt, 5) * (pace.race ?? usualPace.race);

/** Milliseconds for the attempts to write the log, or a revert. */
export const longestWrite = 5 * 60_000;

/** A run that another one has replaced must not write any more. */
export class DeliveryLost extends UserError {}

/** The branch and the log as this run knows them. */
export class DeliverySession {
  readonly context: DeliveryContext;
  heads: Heads = { head: '' };
  log: ReleaseLog;
  /** Whether it has pushed anything, or may have. */
  changed = false;

  constructor(context: DeliveryContext) {
    this.context = context;
    this.log = parseLog(undefined, context.config.app, context.environmentName);
  }

  async load(): Promise<void> {
    const { repository, config, environmentName } = this.context;
    this.heads = await repository.refresh();
    const { log } = this.heads;
    const text = log === undefined ? undefined : await repository.read(log, logFile);
    try {
      this.log = parseLog(text, config.app, environmentName);
    } catch (error) {
      throw new UserError(
        `the log of the releases at ${repository.logRef} cannot be used: ${(error as Error).message}`,
        `delete that ref (git push ${repository.url} :${repository.logRef}); the next release begins a new log`,
        { cause: error },
      );
    }
  }

  /** Returns the texts of the files in `delivery.gitops`. */
  async texts(commit = this.heads.head): Promise<Map<string, string>> {
    const paths = new Set(this.context.gitops.files.map(pathOfFile));
    const read = [...paths].map(
      async path => [path, await this.context.repository.read(commit, path)] as const,
    );
    return new Map(await Promise.all(read));
  }

  /** Writes an entry of the log, together with other updates. @returns false when another push was faster. */
  async save(
    entry: LogEntry,
    updates: readonly Update[] = [],
    also: readonly LogEntry[] = [],
  ): Promise<boolean> {
    const { repository } = this.context;
    const log = [...also, entry].reduce(withEntry, this.log);
    const message = `Release ${entry.release}: ${entry.state}\n`;
    const commit = await repository.commitAlone(
      this.heads.log,
      { name: logFile, text: formatLog(log) },
      message,
    );
    const before = this.changed;
    // The answer to a push that succeeded may be lost.
    this.changed = true;
    try {
      const pushed = await repository.push([...updates, { ref: repository.logRef, to: commit }], this.heads);
      if (!pushed) this.changed = before;
      if (!pushed) return false;
    } catch (error) {
      if (error instanceof RefusedByServer) this.changed = before;
      throw error;
    }
    this.log = log;
    this.heads = { ...this.heads, log: commit };
    return true;
  }

  /** Writes an entry of the log that this run owns, also if the server is away for minutes. @throws DeliveryLost when another run owns it by now. */
  async write(entry: LogEntry, also: readonly LogEntry[] = []): Promise<LogEntry> {
    const end = performance.now() + longestWrite;
    for (;;) {
      try {
        if (await this.save(entry, [], also)) return entry;
        await this.load();
        this.requireOurs(entry);
        if (performance.now() >= end) throw moving(this.context.repository);
      } catch (error) {
        const stays = error instanceof DeliveryLost || error instanceof RefusedByServer;
        if (stays || !(error instanceof UserError) || performance.now() >= end) throw error;
        this.context.report(`warning: ${error.message}; trying again`);
        await pause(this.context.pace?.log ?? usualPace.log);
      }
    }
  }

  requireOurs({ release, by }: LogEntry): void {
    const now = this.log.releases.find(each => each.release === release);
    if (now !== undefined && now.by.run === by.run) return;
    const who = now === undefined ? 'another run' : originText(now.by);
    throw new DeliveryLost(`this run stopped: ${who} has taken over release ${release}`, 'look at that run');
  }

  /** The time by the API server's clock, `later` milliseconds from now. */
  moment(later = 0): string {
    return new Date(this.context.cluster.now() + later).toISOString();
  }
}

export const moving = ({ url, branch }: GitRepository): UserError =>
  new UserError(
    `the commit could not be pushed: others pushed to branch ${branch} of ${url} first, in every attempt`,
    'run this again when fewer commits are pushed to it',
  );

/**
 * Returns the new texts of the files in which the digests change. Pure.
 * @throws UserError with file and line; also when an image is in none of the files.
 */
export function changedBy(
  texts: ReadonlyMap<string, string>,
  files: GitOps['files'],
  images: Readonly<Record<string, ReleasedImage>>,
): Map<string, string> {
  const after = edited(texts, files, images);
  // A release is verified and reverted by the digests that are found in the files.
  if (after.size === 0 || haveDigests(new Map([...texts, ...after]), files, images)) return after;
  throw new UserError(
    `${[...after.keys()].join(' and ')} was not changed: the new digest could not be read back from it`,
    'write the current value on one line and in quotes, such as ""',
  );
}

/** Whether the files have these digests already. Pure. */
export function haveDigests(...files: Parameters<typeof changedBy>): boolean {
  try {
    return edited(...files).size === 0;
  } catch (error) {
    if (error instanceof UserError) return false;
    throw error;
  }
}

function edited(
  texts: ReadonlyMap<string, string>,
  files: GitOps['files'],
  images: Readonly<Record<string, ReleasedImage>>,
): Map<string, string> {
  const edits = new Map<string, { before: string; changes: FileChange[] }>();
  for (const file of files) {
    // An older release may have fewer images than slipway.yml.
    if (typeof file !== 'string' && file.of !== undefined && images[file.of] === undefined) continue;
    const path = pathOfFile(file);
    const before = texts.get(path) ?? '';
    const { changes } = edits.get(path) ?? { changes: [] };
    const added = changesOf(before, file, images).filter(({ start }) =>
      changes.every(each => each.start !== start),
    );
    edits.set(path, { before, changes: [...changes, ...added] });
  }
  const found = new Set([...edits.values()].flatMap(({ changes }) => changes.map(({ image }) => image)));
  const missing = Object.entries(images).find(([name]) => !found.has(name));
  if (missing !== undefined)
    throw new UserError(
      `none of the files in \`delivery.gitops.files\` has the image ${missing[0]} (${missing[1].repository})`,
      'list the file that has it',
    );
  const all = [...edits].map(
    ([path, { before, changes }]) => [path, before, withChanges(before, changes)] as const,
  );
  return new Map(all.filter(([, before, after]) => before !== after).map(([path, , after]) => [path, after]));
}
