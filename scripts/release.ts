/**
 * A release of Slipway, and the way back from one: what .github/workflows/release.yml and rollback-release.yml do, by the action
 * .github/actions/release. Each command may be repeated: what is done already is left alone.
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

/** What every command is given. */
export interface Request {
  readonly checkout: Checkout;
  readonly releases: Releases;
  /** Of the runner: where outputs and the summary go, and the run that this is. */
  readonly env: NodeJS.ProcessEnv;
  readonly version: string;
  /** sha256 of the archive, of those commands that come after `bundle`. */
  readonly digest?: string;
  readonly reason?: string;
  say(line: string): void;
}

/** What this release would do, and whether it may. */
export async function plan(request: Request): Promise<ReleasePlan> {
  const { checkout, releases, env, version, say } = request;
  const { planned, commit } = await prepared(request);
  if (!(await releases.tested(commit)))
    throw new UserError(
      `ci has not passed for ${commit}`,
      'wait for it, or fix what it found, then start this again',
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

/** Builds from source what is committed in dist/, and compares. @returns sha256 of the archive of the commit. */
export async function bundle(request: Request, build: (dist: string) => void): Promise<string> {
  const { checkout, env, say } = request;
  const { planned, commit } = await prepared(request);
  const work = mkdtempSync(join(tmpdir(), 'bundle-'));
  try {
    build(join(work, 'dist'));
    const stale = staleFiles(join(work, 'dist'), join(checkout.folder, 'dist'));
    if (stale.length > 0)
      throw new UserError(
        `dist/${stale[0]} is not what the source builds${stale.length > 1 ? `, nor are ${stale.length - 1} more` : ''}`,
        'run scripts/build, and commit what it writes',
      );
  } finally {
    rmSync(work, { recursive: true, force: true });
  }
  const digest = digestOf(archiveOf(checkout, commit, nameOf(planned)));
  setOutput(env, 'digest', digest);
  say(`dist/ is what the source builds; the archive of ${commit} has the digest ${digest}`);
  return digest;
}

/**
 * Writes the archive for the attestation. It comes from the commit, so a package that took part in the build can change nothing in it.
 * @returns its path.
 * @throws UserError when its digest is not the one that `bundle` named.
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

/** Makes a draft with the archive, which others do not see. */
export async function draft(request: Request): Promise<void> {
  const { checkout, releases, version, say } = request;
  const { planned, commit, notes } = await prepared(request);
  const content = archiveOf(checkout, commit, nameOf(planned));
  requireDigest(content, request.digest);
  const there = await releases.find(planned.tag);
  if (there !== undefined && !there.draft) return say(`${planned.tag} is published already`);
  if (there !== undefined && there.target_commitish !== commit)
    throw new UserError(
      `the draft ${planned.tag} is of ${there.target_commitish}, and this run of ${commit}`,
      'delete the draft on GitHub if it is of no use any more',
    );
  const made =
    there ?? (await releases.draft({ tag: planned.tag, commit, notes, prerelease: planned.prerelease }));
  const name = `${nameOf(planned)}.tar`;
  await releases.attach(made, name, content);
  await releases.attach(made, 'checksums.txt', Buffer.from(`${digestOf(content)}  ${name}\n`));
  say(`${version} is a draft with ${name}`);
}

/** Makes the tags of the release, publishes the draft, and then moves the floating tags: whoever follows them never gets what is not published. */
export async function publish(request: Request): Promise<void> {
  const { checkout, releases, env, say } = request;
  const { planned, commit } = await prepared(request);
  const release = await releases.find(planned.tag);
  if (release === undefined)
    throw new UserError(`there is no draft ${planned.tag}`, 'run the job draft again');
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
      `${planned.rendered} stands at ${there.commit} instead of ${rendered}`,
      'look who made it',
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
  for (const { tag } of planned.moves) say(`${tag} stands for ${planned.version}`);
  for (const { tag, why } of planned.stays) say(`${tag} is left where it is: ${why}`);
  const rows = [planned.tag, planned.rendered, ...planned.moves.map(({ tag }) => tag)].map(tag => [tag]);
  addSummary(env, `### ✅ ${cell(planned.version)} is released\n\n${table(['tag'], rows)}\n`);
}

/** What going back would do, and whether it may. */
export async function planBack({ checkout, env, version, reason, say }: Request): Promise<void> {
  const words = parseReason(reason ?? '');
  const { withdrawn, moves } = planRollback(version, readTags(checkout));
  const rows = moves.map(({ tag, to = '' }) => [tag, withdrawn, version, to]);
  addSummary(
    env,
    `### Back from ${cell(withdrawn)} to ${cell(version)}\n\n**Why:** ${cell(words)}\n\n${table(['tag', 'from', 'to', 'commit'], rows)}\n`,
  );
  say(`${moves.map(({ tag }) => tag).join(', ')} would go back from ${withdrawn} to ${version}`);
}

/** Moves the floating tags back. Whatever was released stays: who pinned it by commit or version has it as before. */
export async function rollback({ checkout, releases, env, version, reason, say }: Request): Promise<void> {
  const words = parseReason(reason ?? '');
  const { withdrawn, latest, moves } = planRollback(version, readTags(checkout));
  const message = `v${version}, back from v${withdrawn}: ${words}\n\nBy ${runOf(env)}.`;
  setTags(
    checkout,
    moves.map(move => settingOf(checkout, move, move.to ?? '', message)),
  );
  say(`${moves.map(({ tag }) => tag).join(', ')} stand for ${version} again`);
  // For people. The tags are what counts, and they are back.
  try {
    const [bad, good] = [await releases.find(`v${withdrawn}`), await releases.find(`v${version}`)];
    if (bad !== undefined)
      await releases.withdraw(bad, `> [!CAUTION]\n> **Withdrawn:** ${words} Use v${version}.`);
    if (good !== undefined && latest) await releases.promote(good);
  } catch (error) {
    say(
      annotation(
        'warning',
        `the notes of v${withdrawn} do not say that it was withdrawn: ${describe(error)}`,
      ),
    );
  }
  addSummary(env, `### ✅ Back from ${cell(withdrawn)} to ${cell(version)}\n\n**Why:** ${cell(words)}\n`);
}

async function prepared({ checkout, version }: Request) {
  const commit = releasedCommit(checkout);
  const read = (name: string) => readFileSync(join(checkout.folder, name), 'utf8');
  const written = String((JSON.parse(read('package.json')) as { version?: unknown }).version);
  if (written !== version)
    throw new UserError(
      `package.json says ${written}, and ${version} is to be released`,
      'name the version that it says',
    );
  return {
    commit,
    notes: notesOf(read('CHANGELOG.md'), version),
    planned: planRelease(version, commit, readTags(checkout)),
  };
}

const nameOf = ({ version }: ReleasePlan) => `slipway-${version}`;
const digestOf = (content: Uint8Array) => createHash('sha256').update(content).digest('hex');

/** @throws UserError when the archive is not the one whose digest the job `build` named. */
function requireDigest(content: Uint8Array, digest: string | undefined): void {
  if (digestOf(content) === digest) return;
  throw new UserError(
    `the archive has the digest ${digestOf(content)}, and the job build named ${digest ?? 'none'}`,
    'start the workflow anew',
  );
}

/** @throws UserError when somebody has changed the draft since. */
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
    `the draft ${release.tag_name} is not what this run has made: ${asset === undefined ? `it has no ${name}` : same ? `it is of ${release.target_commitish}` : `${name} is another file`}`,
    'look who changed it, delete it, and start the workflow anew',
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
  GITHUB_ACTOR: actor,
}: NodeJS.ProcessEnv) => `${actor ?? 'somebody'} in ${server}/${repository}/actions/runs/${id}`;

const commands = { plan, bundle, archive, draft, publish, 'plan-back': planBack, rollback } as const;
const pushing = ['publish', 'rollback'];

if (import.meta.main) {
  const [name = ''] = process.argv.slice(2);
  const { env } = process;
  const [token, key] = [takeSecret(env, 'TOKEN'), takeSecret(env, 'KEY')];
  try {
    if (!Object.hasOwn(commands, name))
      throw new UserError(`there is no command "${name}"`, `name one of ${Object.keys(commands).join(', ')}`);
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
