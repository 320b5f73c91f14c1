import { z } from 'zod';
import { parseRepository, pinned } from '../image/reference.ts';
import { isMap, jsonIn } from '../toolkit/map.ts';
import { type Origin, originText } from '../toolkit/origin.ts';
import { printable } from '../toolkit/printable.ts';
import { repositoryOf } from '../workloads/kinds.ts';
import type { ReleasedImage } from './edit.ts';

/**
 * The log of the releases of an application in an environment: a file in the newest commit of a Git ref, so that a later run finds it
 * without a server. Each of its commits has the one before as its parent, so the Git server refuses the slower of two runs. All pure.
 */

/** It is shown, and everyone who may push can write it. */
const text = z.string().transform(printable);
const hash = z.string().regex(/^([0-9a-f]{40}|[0-9a-f]{64})$/);
const moment = z.iso.datetime();
const image = z.string().regex(/^[^@\s]+@sha(256:[0-9a-f]{64}|512:[0-9a-f]{128})$/);

/**
 * `open`: committed, or about to be merged. `paused`: its pull request was not merged in time. `rolling-back`: reverted, and the old
 * digests are not live yet. `verified`: it was live and passed its checks. `superseded`: another commit changed the digests.
 */
const states = [
  'open',
  'paused',
  'rolling-back',
  'verified',
  'rolled-back',
  'failed',
  'superseded',
  'needs-action',
] as const;

const entrySchema = z.object({
  release: z.int().min(1),
  state: z.enum(states),
  images: z.record(text, image),
  /** The commit with its digests; absent while a pull request is open, or if they were already there. */
  commit: hash.exactOptional(),
  /** Its pull request while that is open; with `needs-action` the one of its revert. */
  pull: z.int().min(1).exactOptional(),
  /** The branch of that pull request. */
  branch: text.exactOptional(),
  /** The release whose images it has, if it is a rollback. */
  restores: z.int().min(1).exactOptional(),
  /** Whether it was ever verified. */
  proved: z.literal(true).exactOptional(),
  /** That it may be rolled back only with a reason. */
  reversible: z.literal(false).exactOptional(),
  by: z.object({
    run: text,
    actor: text,
    repository: text.exactOptional(),
    revision: text.exactOptional(),
    url: text.exactOptional(),
  }),
  at: moment,
  /** Until then its run may be alive. */
  until: moment,
  reason: text.exactOptional(),
});

const logSchema = z.object({
  schema: z.literal(1),
  app: text,
  environment: text,
  /** The newest one is the last. */
  releases: z.array(entrySchema),
});

export type LogEntry = z.output<typeof entrySchema>;
export type ReleaseLog = z.output<typeof logSchema>;

/** The name of the file. */
export const logFile = 'releases.json';

export const logRef = (app: string, environment: string) => `refs/slipway/${app}/${environment}`;

/** Of older releases only the commits of the log tell. */
const most = 30;

/** @throws Error when it is damaged, or belongs to another application. */
export function parseLog(json: string | undefined, app: string, environment: string): ReleaseLog {
  if (json === undefined) return { schema: 1, app, environment, releases: [] };
  const { success, data, error } = logSchema.safeParse(jsonIn(json));
  if (!success) throw new Error(`it is damaged: ${printable(z.prettifyError(error)).slice(0, 300)}`);
  if (data.app === app && data.environment === environment) return data;
  throw new Error(`it belongs to ${printable(data.app)} in ${printable(data.environment)}`);
}

export const formatLog = (log: ReleaseLog): string => `${JSON.stringify(log, null, 2)}\n`;

/** Adds an entry, or replaces the one of its release. */
export function withEntry(log: ReleaseLog, entry: LogEntry): ReleaseLog {
  const others = log.releases.filter(({ release }) => release !== entry.release);
  const releases = [...others, entry].sort((a, b) => a.release - b.release);
  // The target of a rollback must not be dropped in favor of failed releases.
  const kept = releases.filter(({ state }) => state === 'verified').slice(-2);
  return {
    ...log,
    releases: releases.filter((each, at) => at >= releases.length - most || kept.includes(each)),
  };
}

export const latestOf = ({ releases }: ReleaseLog): LogEntry | undefined => releases.at(-1);

export const nextRelease = (log: ReleaseLog): number => (latestOf(log)?.release ?? 0) + 1;

/** Returns the release that is live as far as the log knows: the last verified one. @param before another release. */
export const verifiedIn = (
  { releases }: ReleaseLog,
  before = Number.POSITIVE_INFINITY,
): LogEntry | undefined =>
  releases.findLast(({ release, state }) => state === 'verified' && release < before);

/** Whether it is neither verified nor given up. */
export const isUnfinished = ({ state }: LogEntry): boolean =>
  state === 'open' || state === 'paused' || state === 'rolling-back';

/**
 * Returns the images of an entry that belong to slipway.yml: who can write to the ref must not be able to release others.
 * @returns undefined when it names another repository, or an image that slipway.yml does not have. It may name fewer.
 */
export function imagesOf(
  entry: Pick<LogEntry, 'images'>,
  own: Readonly<Record<string, { readonly repository: string }>>,
): Record<string, ReleasedImage> | undefined {
  const entries = Object.entries(entry.images).map(([name, reference]) => {
    const repository = Object.hasOwn(own, name) ? own[name]?.repository : undefined;
    const isOwn =
      repository !== undefined && parseRepository(repositoryOf(reference)) === parseRepository(repository);
    return isOwn ? ([name, { repository, digest: pinned(reference).digest }] as const) : undefined;
  });
  return entries.length > 0 && entries.every(each => each !== undefined)
    ? Object.fromEntries(entries)
    : undefined;
}

/**
 * Whether a push brought only commits of `commitMessage`, and merges of their pull requests. Pure.
 * @param commits of the event of GitHub; undefined in others.
 */
export function bringsOnlyReleases(commits: unknown): boolean {
  const messages = Array.isArray(commits)
    ? commits.map(each => (isMap(each) ? String(each.message) : ''))
    : [];
  const isRelease = (message: string) => /^Slipway-Release: \d+$/m.test(message);
  const isMerge = (message: string) => /^Merge pull request #\d+ from /.test(message);
  return messages.some(isRelease) && messages.every(each => isRelease(each) || isMerge(each));
}

/** Returns the message of a commit to the branch. */
export function commitMessage(
  title: string,
  { app, environment }: Pick<ReleaseLog, 'app' | 'environment'>,
  { release, images }: Pick<LogEntry, 'release' | 'images'>,
  by: Origin,
  skipsRuns: boolean,
): string {
  const trailers = [
    `Slipway-Application: ${app}`,
    `Slipway-Environment: ${environment}`,
    `Slipway-Release: ${release}`,
    ...Object.values(images).map(reference => `Slipway-Image: ${reference}`),
    `Slipway-Run: ${printable(by.url ?? originText(by))}`,
    ...(by.revision === undefined ? [] : [`Slipway-Revision: ${printable(by.revision)}`]),
  ];
  const skip = skipsRuns ? '[skip ci]\n\n' : '';
  return `${printable(title)}\n\n${skip}${trailers.join('\n')}\n`;
}
