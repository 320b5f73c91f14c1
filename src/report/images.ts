import type { LayerSize, Size, Sizes } from '../image/budget.ts';
import type { BuildResult } from '../image/build.ts';
import type { Merged } from '../registry/merge.ts';
import type { Pushed } from '../registry/push.ts';
import { shortDigests } from '../toolkit/digest.ts';
import { cell, fenced, megabytes, paragraphs, table, time } from '../toolkit/markdown.ts';

/** Returns the job summary of a build: each image, and why the build failed. */
export function buildSummary(
  app: string,
  version: string,
  { built, reason, tail }: BuildResult,
  { sizes, largest }: Pick<Sizes, 'sizes' | 'largest'>,
): string {
  const rows = Object.entries(built).flatMap(([name, image]) =>
    platformRows(name, image).map(row => [
      ...row,
      time(image.seconds * 1000),
      `${image.steps.cached} of ${image.steps.total}`,
    ]),
  );
  const bases = Object.entries(built).flatMap(([name, image]) =>
    image.bases.map(({ base, digest, whole }) => [
      name,
      base,
      shortDigests(digest),
      whole ? 'begins with all layers of the base' : 'does not begin with the layers of the base',
    ]),
  );
  const good = reason === undefined;
  return paragraphs([
    `### ${good ? '✅' : '❌'} ${cell(app)} ${cell(version)}: ${good ? 'built' : 'not built'}`,
    good ? '' : `**Why:** ${cell(reason)}`,
    tail === undefined || tail.length === 0 ? '' : fenced('text', tail),
    table(['image', 'digest', 'platform', 'compressed', 'time', 'cached steps'], rows),
    table(['image', 'built from', 'digest', 'proof'], bases),
    ...sizeTables({ sizes, largest }),
  ]);
}

const platformRows = (name: string, { digest, inspected }: Merged): string[][] =>
  inspected.platforms.map(({ platform, bytes }) => [name, shortDigests(digest), platform, megabytes(bytes)]);

/** Returns the job summary of merging the per-platform parts of images. */
export function mergeSummary(
  app: string,
  merged: readonly (readonly [string, Merged])[],
  measured: Pick<Sizes, 'sizes' | 'largest' | 'objection'>,
): string {
  const { objection } = measured;
  const rows = merged.flatMap(([name, image]) => platformRows(name, image));
  return paragraphs([
    `### ${objection === undefined ? '✅' : '❌'} ${cell(app)}: parts ${objection === undefined ? 'merged' : 'merged, but refused'}`,
    objection === undefined ? '' : `**Why:** ${cell(objection)}`,
    table(['image', 'digest', 'platform', 'compressed'], rows),
    ...sizeTables(measured),
  ]);
}

/** Returns the job summary that says which images must be rebuilt, because their base image has changed. */
export function stalenessSummary(
  app: string,
  found: readonly (readonly [
    string,
    { readonly base?: string; readonly stale?: boolean; readonly why: string },
  ])[],
): string {
  const stale = found.filter(each => each[1].stale === true).map(([name]) => name);
  const word = (is: boolean | undefined) => (is === undefined ? 'unknown' : is ? 'outdated' : 'current');
  const rows = found.map(([name, { base = '', stale: is, why }]) => [name, base, word(is), why]);
  const head = stale.length === 0 ? '✅' : '⚠️';
  const what = stale.length === 0 ? 'no base image is outdated' : `rebuild ${stale.join(', ')}`;
  return `### ${head} ${cell(app)}: ${cell(what)}\n\n${table(['image', 'base', 'state', 'reason'], rows)}\n`;
}

function sizeTables({ sizes, largest }: Pick<Sizes, 'sizes' | 'largest'>): string[] {
  return [
    sizes.some(({ most, before }) => most !== undefined || before !== undefined)
      ? table(['image', 'platform', 'bytes', 'budget', 'deployed', 'growth'], sizes.map(sizeRow))
      : '',
    table(['image', 'platform', 'largest layers', 'compressed', 'also deployed'], largest.map(layerRow)),
  ];
}

function sizeRow({ image, platform, bytes, most, before, grown }: Size): string[] {
  const growth = before === undefined ? '' : `${bytes < before ? '−' : '+'}${percent(bytes, before)} %`;
  return [
    image,
    platform,
    count(bytes),
    most === undefined ? '' : `${count(most)}${bytes > most ? ' ❌' : ''}`,
    before === undefined ? '' : count(before),
    grown === undefined ? growth : `${growth} (up to ${count(grown)})${bytes > grown ? ' ❌' : ''}`,
  ];
}

function layerRow({ image, platform, digest, bytes, known }: LayerSize): string[] {
  return [image, platform, shortDigests(digest), megabytes(bytes), known ? 'yes' : 'no'];
}

const count = (bytes: number) => bytes.toLocaleString('en-US');

const percent = (bytes: number, before: number) =>
  before === 0 ? '∞' : ((Math.abs(bytes - before) / before) * 100).toFixed(1);

/** Returns the job summary of a push: each image, and the tags that were not moved. */
export function pushSummary(app: string, pushed: Readonly<Record<string, Pushed>>): string {
  const images = Object.entries(pushed);
  const rows = images.map(([name, { repository, digest, platforms, tags }]) => [
    name,
    repository,
    shortDigests(digest),
    platforms.join(', '),
    tags.join(', '),
  ]);
  const ways = images.map(([name, { from, copied, attached }]) => [
    name,
    from,
    `${copied.present} existed, ${copied.mounted} mounted, ${copied.uploaded} uploaded (${megabytes(copied.bytes)})`,
    attachedText(attached),
  ]);
  const kept = images.flatMap(([name, image]) => image.kept.map(({ tag, reason }) => [name, tag, reason]));
  const head = `### ✅ ${cell(app)} ${cell(images[0]?.[1].tags[0] ?? '')}: pushed`;
  return paragraphs([
    head,
    table(['image', 'repository', 'digest', 'platforms', 'tags'], rows),
    table(['image', 'from', 'blobs', 'copied attachments'], ways),
    table(['image', 'tag not moved', 'reason'], kept),
  ]);
}

/** Counts attachments by type. */
function attachedText(attached: Pushed['attached']): string {
  const types = Map.groupBy(attached, ({ type }) => type);
  const parts = [...types].map(([type, all]) => `${all.length} × ${type || 'without a type'}`);
  return parts.length === 0 ? 'none' : parts.join(', ');
}
