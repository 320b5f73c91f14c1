import { RequestError } from '@octokit/request-error';
import { z } from 'zod';
import { readUpTo } from '../toolkit/body.ts';
import { isInHistoryOf } from '../toolkit/commit-order.ts';
import { counted } from '../toolkit/count.ts';
import { innermostCause, UserError } from '../toolkit/errors.ts';
import { type GitHub, gitHubOf } from '../toolkit/github.ts';
import type { Host } from '../toolkit/host.ts';
import { type Octokit, validated } from '../toolkit/octokit.ts';
import { printable } from '../toolkit/printable.ts';
import { readZip } from '../toolkit/zip.ts';

/**
 * Reads what earlier runs of this repository have kept as artifacts for `report`. A pull request can make artifacts of any name, so only
 * runs of a commit that the repository has accepted count.
 */

/** A report of another step, and where it was. */
export interface ReportFile {
  /** For messages. */
  readonly path: string;
  readonly content: string;
}

export interface PastRecords {
  readonly files: readonly ReportFile[];
  readonly notes: readonly string[];
}

/** Names of artifacts with reports, and the file in them that counts; undefined: all. Older ones than `counts` only matter for some. */
const kinds = [
  { name: /^slipway-records-/, file: /\.json$/, ages: true },
  { name: /^monitor-/, file: /(^|\/)monitor\.json$/, ages: true },
  { name: /^dr-report-/, file: /(^|\/)dr-report\.json$/, ages: false },
  { name: /^requirements-/, file: /(^|\/)requirements\.json$/, ages: false },
] as const;

/** Events whose runs take workflow and code from the commit of the run. Others, such as `pull_request_target`, handle those of strangers. */
const events = ['push', 'schedule', 'workflow_dispatch', 'repository_dispatch', 'release'];

const limits = {
  /** Of the list, with 100 artifacts each. */
  pages: 20,
  /** The longest time that GitHub keeps artifacts by default, in ms. */
  age: 90 * 86_400_000,
  /** Artifacts of the same name but for the attempt, of the live commit and of all others. */
  alike: 3,
  artifacts: 60,
  runs: 120,
  entries: 1000,
  /** Bytes of an archive, and of all files unpacked. */
  archive: 16 * 1024 * 1024,
  unpacked: 64 * 1024 * 1024,
};

const commit = z.string().regex(/^[0-9a-f]{40,64}$/);
const artifactSchema = z.object({
  id: z.int(),
  name: z.string().max(500),
  size_in_bytes: z.number(),
  expired: z.boolean(),
  created_at: z.iso.datetime({ offset: true }).nullish(),
  workflow_run: z
    .object({
      id: z.int(),
      repository_id: z.int(),
      head_repository_id: z.int().nullish(),
      head_branch: z.string().nullish(),
      head_sha: commit,
    })
    .nullish(),
});
const listSchema = z.object({ artifacts: z.array(artifactSchema).max(100) });
type Artifact = z.output<typeof artifactSchema>;
type ArtifactRun = NonNullable<Artifact['workflow_run']>;

export interface PastRequest {
  /** With `actions: read` and `contents: read`; empty: nothing is read. */
  readonly token: string;
  /** The commit of the live release, if it is known. */
  readonly revision: string | undefined;
  /** For how long evidence counts, in ms. */
  readonly counts: number;
  /** ms since 1970. */
  readonly now: number;
}

/** Reads the newest records. What GitHub refuses or cannot answer is only noted. */
export async function pastRecords(request: PastRequest, { env }: Pick<Host, 'env'>): Promise<PastRecords> {
  const github = gitHubOf(env, request.token);
  if (github === undefined) {
    const note = 'records of earlier runs were not read: the input `actions-token` is not set';
    return { files: [], notes: env.GITHUB_ACTIONS === 'true' ? [note] : [] };
  }
  try {
    return await readFrom(github, request, `${env.GITHUB_SERVER_URL}/${env.GITHUB_REPOSITORY}/actions/runs`);
  } catch (error) {
    if (!(error instanceof RequestError || error instanceof UserError)) throw error;
    const remedy =
      error instanceof RequestError ? '; grant the job `actions: read` and `contents: read`' : '';
    return { files: [], notes: [`records of earlier runs were not read: ${error.message}${remedy}`] };
  }
}

async function readFrom(github: GitHub, request: PastRequest, runs: string): Promise<PastRecords> {
  const octokit = await github.open();
  const accepts = await acceptedRunTest(octokit, github, request);
  const { listed, complete } = await newestArtifacts(octokit, github, request);
  const taken = new Map<string, number>();
  const files: ReportFile[] = [];
  const notes = complete
    ? []
    : [`only the newest ${limits.pages * 100} artifacts of the repository were read`];
  let [artifacts, left, refused] = [0, limits.unpacked, 0];
  // Those of the live commit are read first and counted apart, so that they count however many runs of
  // other commits came after.
  const isLive = (run: ArtifactRun) => run.head_sha === request.revision;
  const ordered = listed.toSorted((a, b) => Number(isLive(b.run)) - Number(isLive(a.run)));
  for (const { id, name, run, file } of ordered) {
    const alike = `${isLive(run)} ${name.replace(/-\d+$/, '')}`;
    const count = taken.get(alike) ?? 0;
    if (count >= limits.alike || artifacts >= limits.artifacts) continue;
    try {
      if (!(await accepts(run))) {
        refused += 1;
        continue;
      }
      taken.set(alike, count + 1);
      artifacts += 1;
      const zip = await download(octokit, github, id);
      const found = readZip(zip, each => file.test(each), { bytes: left, entries: limits.entries });
      left -= found.reduce((sum, { content }) => sum + content.length, 0);
      for (const { name: of, content } of found)
        files.push({ path: `${printable(of)} of ${runs}/${run.id}`, content: content.toString() });
    } catch (error) {
      notes.push(`not read: the artifact ${printable(name)} of ${runs}/${run.id}: ${innermostCause(error)}`);
    }
  }
  if (refused > 0)
    notes.push(
      `${counted(refused, 'artifact')} did not count: only those from runs of the default branch or the live commit do, and none from pull requests`,
    );
  return { files, notes };
}

type Candidate = Pick<Artifact, 'id' | 'name'> & { readonly run: ArtifactRun; readonly file: RegExp };

/** Lists artifacts that may hold reports, the newest first. */
async function newestArtifacts({ rest }: Octokit, { repo }: GitHub, { counts, now }: PastRequest) {
  const listed: Candidate[] = [];
  for (let page = 1; page <= limits.pages; page += 1) {
    const answer = await rest.actions.listArtifactsForRepo({ ...repo, per_page: 100, page });
    const { artifacts } = validated(listSchema, answer.data);
    const ageOf = ({ created_at: at }: Artifact) => now - Date.parse(at ?? '');
    for (const artifact of artifacts) {
      const { id, name, expired, size_in_bytes: size, workflow_run: run } = artifact;
      const kind = kinds.find(each => each.name.test(name));
      const most = kind?.ages ? Math.min(counts, limits.age) : limits.age;
      const fits = !expired && size <= limits.archive && ageOf(artifact) <= most;
      if (kind !== undefined && run && fits) listed.push({ id, name, run, file: kind.file });
    }
    if (artifacts.length < 100 || artifacts.every(each => ageOf(each) > limits.age))
      return { listed, complete: true };
  }
  return { listed, complete: false };
}

/**
 * Returns whether a run is of a commit that was accepted: one in the history of the default branch, in a run of that branch, or the commit
 * of the live release. The name of a branch alone proves nothing: a fork and a tag may have the same one.
 */
async function acceptedRunTest(octokit: Octokit, { repo }: GitHub, { revision }: PastRequest) {
  const { rest } = octokit;
  const { default_branch: main } = validated(
    z.object({ default_branch: z.string() }),
    (await rest.repos.get(repo)).data,
  );
  const branch = await rest.repos.getBranch({ ...repo, branch: main });
  const { sha: head } = validated(z.object({ commit: z.object({ sha: commit }) }), branch.data).commit;
  const known = new Map<string, Promise<boolean>>();
  const once = (key: string, ask: () => Promise<boolean>): Promise<boolean> => {
    const answer = known.get(key) ?? (known.size < limits.runs ? ask() : Promise.resolve(false));
    known.set(key, answer);
    return answer;
  };
  const isMerged = (sha: string) => once(sha, () => isInHistoryOf(octokit, { repo }, sha, head));
  const isFine = (id: number) =>
    once(`run ${id}`, async () => {
      const { data } = await rest.actions.getWorkflowRun({ ...repo, run_id: id });
      return events.includes(validated(z.object({ event: z.string() }), data).event);
    });
  return async (run: ArtifactRun): Promise<boolean> => {
    const { id, repository_id: here, head_repository_id: of, head_branch: name, head_sha: sha } = run;
    const isLive = sha === revision;
    if (of !== here || !(isLive || name === main)) return false;
    return (await isFine(id)) && (isLive || (await isMerged(sha)));
  };
}

/** Downloads an archive. The token goes only to GitHub's API, which names a short-lived address elsewhere. */
async function download({ rest }: Octokit, { repo }: GitHub, id: number): Promise<Buffer> {
  const asked = { ...repo, artifact_id: id, archive_format: 'zip' };
  const answer = await rest.actions.downloadArtifact({ ...asked, request: { redirect: 'manual' } });
  const url = new URL(String(answer.headers.location), answer.url);
  if (url.protocol !== new URL(answer.url).protocol) throw new Error('GitHub returned an insecure address');
  const file = await fetch(url, { redirect: 'error', signal: AbortSignal.timeout(30_000) });
  if (!file.ok) throw new Error(`the artifact store answered ${file.status}`);
  return readUpTo(file.body, limits.archive, () => new Error('it is too large'));
}
