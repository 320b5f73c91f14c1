import { floatingForm, type TagForms, versionIn } from '../image/forms.ts';
import { type Candidate, decideMove, type Move, versionOf } from '../image/forward.ts';
import type { Digest } from '../image/reference.ts';
import { UserError } from '../toolkit/errors.ts';
import { eachOf } from '../toolkit/parallel.ts';
import type { RegistryClient } from './client.ts';
import type { Tree } from './contents.ts';
import { readBack } from './copy.ts';
import { describe, readHeld } from './held.ts';

/** Sets the tags of an image whose content is there: those that float move forward only. */

export interface TagTask {
  readonly repository: string;
  readonly tree: Tree;
  readonly tags: readonly string[];
  readonly forms: TagForms;
  /** Tags that may be moved although nobody can tell what they hold. */
  readonly adopt: readonly string[];
  report(line: string): void;
}

/** What became of a tag. */
export type Placed =
  | { readonly tag: string; readonly kind: 'set'; readonly before: Digest | undefined }
  | { readonly tag: string; readonly kind: 'stays' }
  | ({ readonly tag: string } & Extract<Move, { kind: 'kept' }>);

/** How often a tag is set again that another run moved back meanwhile. */
const mostTurns = 3;
const atOnce = 4;

/** A tag that is to stand for an image. */
export interface Setting {
  readonly task: TagTask;
  readonly tag: string;
  /** By what it is known as a floating one. */
  readonly form: RegExp | undefined;
  /** What it stands for now; of a floating tag it is read at its turn. */
  readonly before: Digest | undefined;
}

/**
 * The order in which the tags of all images are set: what may be refused, because the tag is there and stands for something else,
 * before what is new, and floating ones, by which users find it, last. Pure.
 */
export function inOrder(settings: readonly Setting[]): Setting[] {
  const rank = ({ form, before, task }: Setting) => {
    if (form !== undefined) return 3;
    if (before === undefined) return 2;
    return before === task.tree.root.digest ? 0 : 1;
  };
  return settings.toSorted((a, b) => rank(a) - rank(b));
}

/**
 * Sets the tags of all images, one after the other, so that a refusal leaves as little as can be. A tag that stands for its image
 * already is left alone: a run can be repeated where tags are immutable.
 * @returns what became of each tag, in the order of the task.
 * @throws UserError when a registry refuses or cannot be reached, with the tags that were set before.
 */
export async function placeTags(
  registry: RegistryClient,
  tasks: readonly TagTask[],
): Promise<Map<TagTask, Placed[]>> {
  const settings: Setting[] = tasks.flatMap(task =>
    task.tags.map(tag => ({ task, tag, form: floatingForm(tag, task.forms), before: undefined })),
  );
  await eachOf([...settings.entries()], atOnce, async ([index, setting]) => {
    const { task, tag, form } = setting;
    if (form !== undefined) return;
    const before = (await registry.manifest(task.repository, tag))?.digest;
    settings[index] = { ...setting, before };
  });
  const placed = new Map<Setting, Placed>();
  const candidates = new Map<TagTask, Described>();
  try {
    for (const setting of inOrder(settings)) placed.set(setting, await place(registry, setting, candidates));
  } catch (error) {
    throw withThose(placed, error);
  }
  return new Map(
    tasks.map(task => [
      task,
      settings.flatMap(setting => (setting.task === task ? (placed.get(setting) ?? []) : [])),
    ]),
  );
}

async function place(
  registry: RegistryClient,
  { task, tag, form, before }: Setting,
  candidates: Map<TagTask, Described>,
): Promise<Placed> {
  const { root } = task.tree;
  if (form === undefined) {
    if (before === root.digest) return { tag, kind: 'stays' };
    await registry.putManifest(task.repository, root, tag);
    return { tag, kind: 'set', before };
  }
  const candidate = candidates.get(task) ?? (await readCandidate(registry, task));
  candidates.set(task, candidate);
  return moveForward(registry, task, candidate, tag, form);
}

/** Whoever reads of a failure has to know what is set already. */
function withThose(placed: ReadonlyMap<Setting, Placed>, error: unknown): unknown {
  const set = [...placed].filter(([, { kind }]) => kind === 'set');
  if (!(error instanceof UserError) || set.length === 0) return error;
  const names = set.map(([{ task, tag }]) => `${task.repository}:${tag}`).join(', ');
  return new UserError(`${error.message}; set before that: ${names}`, error.remedy, { cause: error });
}

/**
 * Reads back every manifest and every tag that was set. A floating tag that another run moved on meanwhile may stay; one that
 * it moved back is set again.
 * @returns what became of each tag in the end.
 * @throws UserError naming what does not read as it was written.
 */
export async function confirmTags(
  registry: RegistryClient,
  task: TagTask,
  placed: readonly Placed[],
): Promise<Placed[]> {
  const { repository, tree, forms } = task;
  const set = placed.filter(({ kind }) => kind !== 'kept').map(({ tag }) => tag);
  const fixed = set.filter(tag => floatingForm(tag, forms) === undefined);
  await readBack(registry, tree, repository, fixed);
  const confirmed: Placed[] = [];
  for (const each of placed) {
    const form = each.kind === 'kept' ? undefined : floatingForm(each.tag, forms);
    confirmed.push(form === undefined ? each : await settle(registry, task, each, form));
  }
  return confirmed;
}

async function moveForward(
  registry: RegistryClient,
  { repository, tree, forms, adopt, report }: TagTask,
  candidate: Described,
  tag: string,
  form: RegExp,
): Promise<Placed> {
  const { source } = candidate;
  const held = await readHeld(registry, { repository, tag, source }, forms, report);
  const move = decideMove({ tag, form, candidate, held, adopted: adopt.includes(tag) });
  if (move.kind !== 'set') return { tag, ...move };
  await registry.putManifest(repository, tree.root, tag);
  return { tag, kind: 'set', before: held?.digest };
}

/** Registries have no compare-and-swap for tags: whoever finds his moved back by a run beside him sets it again. */
async function settle(
  registry: RegistryClient,
  task: TagTask,
  placed: Placed,
  form: RegExp,
): Promise<Placed> {
  const { tag } = placed;
  let last = placed;
  for (let turn = 1; ; turn += 1) {
    try {
      await readBack(registry, task.tree, task.repository, [tag]);
      return last;
    } catch (error) {
      if (!(error instanceof UserError) || turn >= mostTurns) throw error;
      last = await moveForward(registry, task, await readCandidate(registry, task), tag, form);
      if (last.kind === 'kept') return last;
    }
  }
}

/** What is pushed, with the address of its repository. */
type Described = Candidate & { readonly source: string | undefined };

async function readCandidate(
  registry: RegistryClient,
  { repository, tree, tags, forms }: TagTask,
): Promise<Described> {
  const said = await describe(registry, repository, tree.root);
  const labelled = versionIn(said.version ?? '', forms);
  const version = versionOf({ labelled, tagged: tags.flatMap(tag => versionIn(tag, forms) ?? []) });
  return {
    digest: tree.root.digest,
    source: said.source,
    ...(version === undefined ? {} : typeof version === 'string' ? { unclear: version } : { version }),
    ...(said.version === undefined ? {} : { name: said.version }),
    ...(said.created === undefined ? {} : { created: said.created }),
  };
}
