import { floatingForm, type TagForms, versionIn } from '../image/forms.ts';
import { type Candidate, decideMove, type Move, versionOf } from '../image/forward.ts';
import type { Digest } from '../image/reference.ts';
import { UserError } from '../toolkit/errors.ts';
import type { RegistryClient } from './client.ts';
import type { Tree } from './contents.ts';
import { moveTag, readBack } from './copy.ts';
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

/**
 * Sets tags one after the other.
 * @returns what became of each, in their order.
 * @throws UserError when the registry refuses or cannot be reached.
 */
export async function placeTags(registry: RegistryClient, task: TagTask): Promise<Placed[]> {
  const placed: Placed[] = [];
  let candidate: Described | undefined;
  for (const tag of task.tags) {
    const form = floatingForm(tag, task.forms);
    if (form === undefined) {
      const before = await moveTag(registry, task.tree, task.repository, tag);
      placed.push(before === task.tree.root.digest ? { tag, kind: 'stays' } : { tag, kind: 'set', before });
    } else {
      candidate ??= await readCandidate(registry, task);
      placed.push(await moveForward(registry, task, candidate, tag, form));
    }
  }
  return placed;
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
