import { floatingForm, type TagForms, versionIn } from '../image/forms.ts';
import { type Candidate, decideMove, type TagMove, versionOf } from '../image/forward.ts';
import type { Digest } from '../image/reference.ts';
import { UserError } from '../toolkit/errors.ts';
import { defined } from '../toolkit/map.ts';
import { eachOf } from '../toolkit/parallel.ts';
import { printable } from '../toolkit/printable.ts';
import { pause } from '../toolkit/retry.ts';
import type { RegistryClient } from './client.ts';
import type { Tree } from './contents.ts';
import { readBack } from './copy.ts';
import { betweenLooks, looks } from './settle.ts';
import { describe, readTaggedImage } from './tagged-image.ts';

/** Sets the tags of an image whose content has been pushed. Floating tags move forward only. */

export interface TagTask {
  readonly repository: string;
  readonly tree: Tree;
  readonly tags: readonly string[];
  readonly forms: TagForms;
  /** Tags that may be moved even if the version they point to is unknown. */
  readonly moveTags: readonly string[];
  report(line: string): void;
}

/** The outcome for a tag. */
export type TagOutcome =
  | { readonly tag: string; readonly kind: 'set'; readonly before: Digest | undefined }
  | { readonly tag: string; readonly kind: 'stays' }
  | ({ readonly tag: string } & Extract<TagMove, { kind: 'kept' }>);

/** How often a floating tag is set again after another run moved it back. */
const mostTurns = 3;
const atOnce = 4;

/** A tag to set on an image. */
export interface Setting {
  readonly task: TagTask;
  readonly tag: string;
  /** The form that makes it a floating tag; undefined for a fixed one. */
  readonly form: RegExp | undefined;
  /** The image that it points to now; that of a floating tag is read just before it is set. */
  readonly before: Digest | undefined;
}

/**
 * Orders the tags of all images: tags that point to something else first, because they may be refused, then new ones, then
 * floating ones, which users pull by. Pure.
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
 * Sets the tags of all images one after the other, so that a refusal leaves as few changes as possible. A tag that already
 * points to its image is not set again, so a run can be repeated where tags are immutable.
 * @returns the outcome for each tag, in the order of the task.
 * @throws UserError when a registry refuses or cannot be reached; it names the tags that were set before.
 */
export async function placeTags(
  registry: RegistryClient,
  tasks: readonly TagTask[],
): Promise<Map<TagTask, TagOutcome[]>> {
  const settings: Setting[] = tasks.flatMap(task =>
    task.tags.map(tag => ({ task, tag, form: floatingForm(tag, task.forms), before: undefined })),
  );
  await eachOf([...settings.entries()], atOnce, async ([index, setting]) => {
    const { task, tag, form } = setting;
    if (form !== undefined) return;
    const before = (await registry.manifest(task.repository, tag))?.digest;
    settings[index] = { ...setting, before };
  });
  const placed = new Map<Setting, TagOutcome>();
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
): Promise<TagOutcome> {
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

/** Adds the tags that are already set, because the failure does not reset them. */
function withThose(placed: ReadonlyMap<Setting, TagOutcome>, error: unknown): unknown {
  const set = [...placed].filter(([, { kind }]) => kind === 'set');
  if (!(error instanceof UserError) || set.length === 0) return error;
  const names = set.map(([{ task, tag }]) => `${task.repository}:${tag}`).join(', ');
  return new UserError(`${error.message}; already set: ${names}`, error.remedy, { cause: error });
}

/**
 * Reads back every manifest and every tag that was set. A floating tag that another run has moved forward since may stay; one
 * that was moved back is set again.
 * @returns the final outcome for each tag.
 * @throws UserError with the first tag or digest that does not match.
 */
export async function confirmTags(
  registry: RegistryClient,
  task: TagTask,
  placed: readonly TagOutcome[],
): Promise<TagOutcome[]> {
  const { repository, tree, forms } = task;
  const set = placed.filter(({ kind }) => kind !== 'kept').map(({ tag }) => tag);
  const fixed = set.filter(tag => floatingForm(tag, forms) === undefined);
  await readBack(registry, tree, repository, fixed);
  const confirmed: TagOutcome[] = [];
  for (const each of placed) {
    const form = each.kind === 'kept' ? undefined : floatingForm(each.tag, forms);
    confirmed.push(form === undefined ? each : await settle(registry, task, each, form));
  }
  return confirmed;
}

/** A floating tag that another run has moved while it was decided whether it may move. */
class MovedError extends UserError {}

async function moveForward(
  registry: RegistryClient,
  { repository, tree, forms, moveTags, report }: TagTask,
  candidate: Described,
  tag: string,
  form: RegExp,
): Promise<TagOutcome> {
  const { source } = candidate;
  for (let turn = 1; ; turn += 1) {
    const held = await readTaggedImage(registry, { repository, tag, source }, forms, report);
    const move = decideMove({ tag, form, candidate, held, mayMove: moveTags.includes(tag) });
    if (move.kind !== 'set') return { tag, ...move };
    // The decision may have taken hundreds of requests, and an attempt may wait for the registry.
    const unmoved = async () => {
      if ((await registry.manifest(repository, tag))?.digest === held?.digest) return;
      throw new MovedError(
        `${repository}:${printable(tag)} is moved again and again`,
        'check which other runs move this tag, then run the step again',
      );
    };
    try {
      await registry.putManifest(repository, tree.root, tag, unmoved);
      return { tag, kind: 'set', before: held?.digest };
    } catch (error) {
      if (!(error instanceof MovedError) || turn >= mostTurns) throw error;
    }
  }
}

/**
 * Sets a tag again when a concurrent run has moved it back: registries have no compare-and-swap for tags. It looks several times,
 * because the other run may have read the tag before it was set here.
 */
async function settle(
  registry: RegistryClient,
  task: TagTask,
  placed: TagOutcome,
  form: RegExp,
): Promise<TagOutcome> {
  const { tag } = placed;
  let last = placed;
  let turn = 1;
  for (let left = looks; left > 0; ) {
    try {
      await readBack(registry, task.tree, task.repository, [tag]);
      left -= 1;
    } catch (error) {
      if (!(error instanceof UserError) || turn >= mostTurns) throw error;
      turn += 1;
      last = await moveForward(registry, task, await readCandidate(registry, task), tag, form);
      if (last.kind === 'kept') return last;
      left = looks;
    }
    if (left > 0) await pause(betweenLooks(), registry.options);
  }
  return last;
}

/** The pushed image, with the address of its source repository. */
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
    ...(typeof version === 'string' ? { unclear: version } : defined({ version })),
    ...defined({ name: said.version, created: said.created }),
  };
}
