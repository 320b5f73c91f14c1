/**
 * The steps of a Slipway release and of its rollback, for the workflows publish.yml and move-major-tag.yml, which call them through the
 * action .github/actions/release-slipway. Each command is idempotent.
 */
import { createHash } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { describe, UserError } from '../src/toolkit/errors.ts';
import { cell, table } from '../src/toolkit/markdown.ts';
import { staleFiles } from './dist.ts';
import { accessOf, takeSecret } from './release-access.ts';
import {
  archiveOf,
  type Checkout,
  noteOn,
  readTags,
  releasedCommit,
  renderedCommit,
  type Setting,
  setTags,
} from './release-git.ts';
import { type Releases, releasesOf } from './release-github.ts';
import {
  type Move,
  notesOf,
  parseReason,
  planRelease,
  planRollback,
  type ReleasePlan,
} from './release-plan.ts';
import { addSummary, annotation, setOutput } from './workflow-commands.ts';

/** The parameters of every command. */
export interface Request {
  readonly checkout: Checkout;
  readonly releases: Releases;
  /** The runner's environment: the files of outputs and summary, and the identity of the run. */
  readonly env: NodeJS.ProcessEnv;
  readonly version: string;
  /** SHA-256 of the archive, for commands after `bundle`. */
  readonly digest?: string;
  readonly reason?: string;
  say(line: string): void;
}

/** Checks whether the release is allowed, and reports which tags it would set. */
export async function plan(request: Request): Promise<ReleasePlan> {
  const { checkout, releases, env, version, say } = request;
  const { planned, commit } = await prepared(request);
  if (!(await releases.tested(commit)))
    throw new UserError(
      `${commit} cannot be released: ci has not passed for it`,
      'wait until ci has passed, or fix its failures, then start this again',
    );
  for (const [name, value] of Object.entries({ version, commit, tag: planned.tag }))
    setOutput(env, name, value);
  const before = readTags(checkout);
  const rows = [
    [planned.tag, '', commit],
    [planned.rendered, '', 'the same, rendered'],
    ...planned.moves.map(({ tag, to }) => [tag, before.get(tag)?.commit ?? '', to ?? 'the same, rendered']),
    ...planned.stays.map(({ tag, why }) => [tag, before.get(tag)?.commit ?? '', why]),
  ];
  addSummary(env, `### Release ${cell(version)}\n\n${table(['tag', 'from', 'to'], rows)}\n`);
  say(`${planned.tag} would be released from ${commit}`);
  return planned;
}

/** Builds dist/ from source and compares it with the committed one. @returns the SHA-256 of the archive of the commit. */
export async function bundle(request: Request, build: (dist: string) => void): Promise<string> {
  const { checkout, env, say } = request;
  const { planned, commit } = await prepared(request);
  const work = mkdtempSync(join(tmpdir(), 'bundle-'));
  try {
    build(join(work, 'dist'));
    const stale = staleFiles(join(work, 'dist'), join(checkout.folder, 'dist'));
    if (stale.length > 0)
      throw new UserError(
        `dist/${stale[0]} ${stale.length > 1 ? `and ${stale.length - 1} more files differ` : 'differs'} from a build of the source`,
        'run scripts/build, and commit its result',
      );
  } finally {
    rmSync(work, { recursive: true, force: true });
  }
  const digest = digestOf(archiveOf(checkout, commit, nameOf(planned)));
  setOutput(env, 'digest', digest);
  say(`dist/ matches the source; the archive of ${commit} has the digest ${digest}`);
  return digest;
}

/**
 * Writes the archive for the attestation. It is made from the commit, so no package of the build can change it.
 * @returns its path.
 * @throws UserError if its digest is not the one from `bundle`.
 */
export async function archive(request: Request): Promise<string> {
  const { checkout, env, say } = request;
  const { planned, commit } = await prepared(request);
  const content = archiveOf(checkout, commit, nameOf(planned));
  requireDigest(content, request.digest);
  const path = join(env.RUNNER_TEMP ?? tmpdir(), `${nameOf(planned)}.tar`);
  writeFileSync(path, content);
  setOutput(env, 'archive', path);
  say(`${path} has the digest ${digestOf(content)}`);
  return path;
}

/** Creates a draft release with the archive. */
export async function draft(request: Request): Promise<void> {
  const { checkout, releases, version, say } = request;
  const { planned, commit, notes } = await prepared(request);
  const content = archiveOf(checkout, commit, nameOf(planned));
  requireDigest(content, request.digest);
  const there = await releases.find(planned.tag);
  if (there !== undefined && !there.draft) return say(`${planned.tag} is published already`);
  if (there !== undefined && there.target_commitish !== commit)
    throw new UserError(
      `the draft ${planned.tag} exists for another commit: ${there.target_commitish} instead of ${commit}`,
      'delete the draft on GitHub if it is not needed any more',
    );
  const made =
    there ?? (await releases.draft({ tag: planned.tag, commit, notes, prerelease: planned.prerelease }));
  const name = `${nameOf(planned)}.tar`;
  await releases.attach(made, name, content);
  await releases.attach(made, 'checksums.txt', Buffer.from(`${digestOf(content)}  ${name}\n`));
  say(`created the draft of ${version} with ${name}`);
}

/** Creates the tags of the release, publishes the draft, and then moves the floating tags, so that they never point to a draft. */
export async function publish(request: Request): Promise<void> {
  const { checkout, releases, env, say } = request;
  const { planned, commit } = await prepared(request);
  const release = await releases.find(planned.tag);
  if (release === undefined)
    throw new UserError(`the draft ${planned.tag} does not exist`, 'run the job draft again');
  requireDraft(release, commit, `${nameOf(planned)}.tar`, request.digest);

  const rendered = renderedCommit(checkout, {
    commit,
    repository: env.GITHUB_REPOSITORY ?? '',
    ref: planned.rendered,
  });
  const before = readTags(checkout);
  const there = before.get(planned.rendered);
  if (there !== undefined && there.commit !== rendered)
    throw new UserError(
      `${planned.rendered} exists already: it points to ${there.commit} instead of ${rendered}`,
      'find out who created it',
    );
  const own = [
    { tag: planned.tag, to: commit },
    { tag: planned.rendered, to: rendered },
  ];
  setTags(
    checkout,
    own.filter(({ tag }) => !before.has(tag)),
  );
  if (release.draft) await releases.publish(release, planned.latest);

  const message = `${planned.tag}, released by ${runOf(env)}`;
  setTags(
    checkout,
    planned.moves.map(move => settingOf(checkout, move, move.to ?? rendered, message)),
  );
  for (const { tag } of planned.moves) say(`${tag} points to ${planned.version}`);
  for (const { tag, why } of planned.stays) say(`${tag} is not moved: ${why}`);
  const rows = [planned.tag, planned.rendered, ...planned.moves.map(({ tag }) => tag)].map(tag => [tag]);
  addSummary(env, `### ✅ ${cell(planned.version)} is released\n\n${table(['tag'], rows)}\n`);
}

/** Checks whether the rollback is allowed, and reports which tags it would move. */
export async function planBack({ checkout, env, version, reason, say }: Request): Promise<void> {
  const words = parseReason(reason ?? '');
  const { withdrawn, moves } = planRollback(version, readTags(checkout));
  const rows = moves.map(({ tag, to = '' }) => [tag, withdrawn, version, to]);
  addSummary(
    env,
    `### Rollback from ${cell(withdrawn)} to ${cell(version)}\n\n**Reason:** ${cell(words)}\n\n${table(['tag', 'from', 'to', 'commit'], rows)}\n`,
  );
  say(`${moves.map(({ tag }) => tag).join(', ')} would move back from ${withdrawn} to ${version}`);
}

/** Moves the floating tags back. The withdrawn release remains available by commit and version. */
export async function rollback({ checkout, releases, env, version, reason, say }: Request): Promise<void> {
  const words = parseReason(reason ?? '');
  const { withdrawn, latest, moves } = planRollback(version, readTags(checkout));
  const message = `v${version}, rolled back from v${withdrawn}: ${words}\n\nBy ${runOf(env)}.`;
  setTags(
    checkout,
    moves.map(move => settingOf(checkout, move, move.to ?? '', message)),
  );
  say(`${moves.map(({ tag }) => tag).join(', ')} point to ${version} again`);
  // The tags are moved, so the rollback has succeeded even if the release notes cannot be changed.
  try {
    const [bad, good] = [await releases.find(`v${withdrawn}`), await releases.find(`v${version}`)];
    if (bad !== undefined)
      await releases.withdraw(bad, `> [!CAUTION]\n> **Withdrawn:** ${words} Use v${version}.`);
    if (good !== undefined && latest) await releases.promote(good);
  } catch (error) {
    say(
      annotation(
        'warning',
        `the notes of v${withdrawn} could not be marked as withdrawn: ${describe(error)}`,
      ),
    );
  }
  addSummary(
    env,
    `### ✅ Rolled back from ${cell(withdrawn)} to ${cell(version)}\n\n**Reason:** ${cell(words)}\n`,
  );
}

async function prepared({ checkout, version }: Request) {
  const commit = releasedCommit(checkout);
  const read = (name: string) => readFileSync(join(checkout.folder, name), 'utf8');
  const written = String((JSON.parse(read('package.json')) as { version?: unknown }).version);
  if (written !== version)
    throw new UserError(
      `${version} cannot be released: the version in package.json is ${written}`,
      'start the workflow with the version of package.json',
    );
  return {
    commit,
    notes: notesOf(read('CHANGELOG.md'), version),
    planned: planRelease(version, commit, readTags(checkout)),
  };
}

const nameOf = ({ version }: ReleasePlan) => `slipway-${version}`;
const digestOf = (content: Uint8Array) => createHash('sha256').update(content).digest('hex');

/** @throws UserError if the digest of the archive is not the one from the job `build`. */
function requireDigest(content: Uint8Array, digest: string | undefined): void {
  if (digestOf(content) === digest) return;
  throw new UserError(
    `the archive has the digest ${digestOf(content)} instead of ${digest ?? 'none'} from the job build`,
    'start the workflow again',
  );
}

/** @throws UserError if the draft was changed after the job `draft`. */
function requireDraft(
  release: NonNullable<Awaited<ReturnType<Releases['find']>>>,
  commit: string,
  name: string,
  digest: string | undefined,
): void {
  const asset = release.assets.find(each => each.name === name);
  const same = asset?.digest === undefined || asset.digest === null || asset.digest === `sha256:${digest}`;
  if (asset !== undefined && same && (!release.draft || release.target_commitish === commit)) return;
  throw new UserError(
    `the draft ${release.tag_name} was changed: ${asset === undefined ? `it has no ${name}` : same ? `it is for the commit ${release.target_commitish}` : `${name} has another digest`}`,
    'find out who changed it, delete it, and start the workflow again',
  );
}

function settingOf(checkout: Checkout, { tag, from }: Move, commit: string, message: string): Setting {
  const to = noteOn(checkout, tag, commit, message, new Date().toISOString());
  return { tag, ...(from === undefined ? {} : { from }), to };
}

const runOf = ({
  GITHUB_SERVER_URL: server,
  GITHUB_REPOSITORY: repository,
  GITHUB_RUN_ID: id,
  GITHUB_ACTOR: starter = 'unknown',
  GITHUB_TRIGGERING_ACTOR: actor = starter,
}: NodeJS.ProcessEnv) => `${actor} in ${server}/${repository}/actions/runs/${id}`;

const commands = { plan, bundle, archive, draft, publish, 'plan-back': planBack, rollback } as const;
const pushing = ['publish', 'rollback'];

if (import.meta.main) {
  const [name = ''] = process.argv.slice(2);
  const { env } = process;
  const [token, key] = [takeSecret(env, 'TOKEN'), takeSecret(env, 'KEY')];
  try {
    if (!Object.hasOwn(commands, name))
      throw new UserError(`"${name}" is not a command`, `use one of ${Object.keys(commands).join(', ')}`);
    const request: Request = {
      checkout: {
        folder: resolve(import.meta.dirname, '..'),
        access: accessOf(env, { token, key, pushes: pushing.includes(name) }),
      },
      releases: releasesOf(env, token),
      env,
      version: env.VERSION ?? '',
      digest: env.DIGEST ?? '',
      reason: env.REASON ?? '',
      say: line => console.log(line),
    };
    if (name === 'bundle') await bundle(request, (await import('./build.ts')).build);
    else await commands[name as Exclude<keyof typeof commands, 'bundle'>](request);
  } catch (error) {
    console.log(annotation('error', describe(error)));
    process.exitCode = 1;
  }
}
