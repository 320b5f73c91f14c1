import { loadManifests, type Manifest } from '../cluster/manifests.ts';
import { parseDuration } from '../config/duration.ts';
import { usualHookTimeout, type When } from '../config/hooks.ts';
import type { Environment } from '../config/types.ts';
import { UserError } from '../toolkit/errors.ts';

/** Makes the hooks of Helm in rendered manifests hooks of a release, as far as they mean the same. */

/** Manifests without the hooks of Helm that were among them. */
export interface SortedManifests {
  manifests: Manifest[];
  /** The Jobs that become hooks of the release. */
  hooks: Partial<Record<When, Manifest>>;
  /** What is not run, and what runs at other times than with Helm. */
  notes: string[];
}

/**
 * Separates the hooks of Helm from the other manifests. Where slipway.yml has a hook, it replaces those of the chart.
 * @throws UserError for a hook that a release can neither run nor leave out.
 */
export function sortHooks(all: readonly Manifest[], written: Environment['hooks'] = {}): SortedManifests {
  const sorted: SortedManifests = { manifests: [], hooks: {}, notes: [] };
  for (const manifest of all) {
    const events = eventsOf(manifest);
    if (events === undefined) {
      sorted.manifests.push(manifest);
      continue;
    }
    const title = `${manifest.source}: ${manifest.object.kind}/${manifest.name}`;
    const times = timesOf(events, title);
    if (times.length === 0) {
      sorted.notes.push(`${title} is left out: a release never runs a ${events.join(', ')} hook of Helm`);
    } else if (times.every(time => written[time] !== undefined)) {
      sorted.notes.push(
        `${title} is left out: slipway.yml has its own ${times.join(' and ')} hook in place of this hook of Helm`,
      );
    } else {
      const when = onlyTime(times, events, title);
      requireOnlyJob(manifest, when, sorted.hooks[when], title);
      sorted.hooks[when] = manifest;
      const first = events.includes(`${when}-install`) ? '' : ', also of the first one';
      sorted.notes.push(`${title} is the ${when} hook of each release${first}`);
    }
  }
  return sorted;
}

/** Adds the hooks of the chart to those that slipway.yml has. */
export function withChartHooks(environment: Environment, hooks: SortedManifests['hooks']): Environment {
  const added = Object.entries(hooks).map(([when, { source }]) => [
    when,
    { job: source, timeout: parseDuration(usualHookTimeout) },
  ]);
  if (added.length === 0) return environment;
  return { ...environment, hooks: { ...environment.hooks, ...Object.fromEntries(added) } };
}

/** Returns the events of a hook; undefined for an object that is not a hook. */
function eventsOf({ object }: Manifest): string[] | undefined {
  const written = object.metadata?.annotations?.['helm.sh/hook'];
  return written?.split(',').map(event => event.trim());
}

/**
 * Returns the times of a release that are those of a hook: for an upgrade, because each release but the first is one, or else for an
 * installation. None for tests, deletions and rollbacks.
 * @throws UserError for an unknown event.
 */
function timesOf(events: readonly string[], title: string): When[] {
  const times = (what: string) =>
    (['pre', 'post'] as const).filter(time => events.includes(`${time}-${what}`));
  const unknown = events.find(event => !known.test(event));
  if (unknown !== undefined)
    throw new UserError(
      `${title} has an unknown Helm hook: ${JSON.stringify(unknown)}`,
      'correct helm.sh/hook, or remove the object from the chart',
    );
  const upgrade = times('upgrade');
  return upgrade.length > 0 ? upgrade : times('install');
}

const known = /^(test(-success|-failure)?|(pre|post)-(install|upgrade|delete|rollback))$/;

/** @throws UserError for a hook that would run more often than with Helm, or that a release cannot run as often. */
function onlyTime(times: readonly When[], events: readonly string[], title: string): When {
  const [when = 'pre', other] = times;
  if (!events.includes(`${when}-upgrade`))
    throw new UserError(
      `${title} is a ${when}-install hook, which Helm runs only once, but a release would run it each time`,
      `if it may be repeated, write \`helm.sh/hook: ${when}-install,${when}-upgrade\`; otherwise disable it in the values of the chart, or write a ${when} hook into slipway.yml, which replaces those of the chart`,
    );
  if (other === undefined) return when;
  throw new UserError(
    `${title} is a Helm hook for both before and after an upgrade, but a release runs a hook once`,
    'keep one of pre-upgrade and post-upgrade in helm.sh/hook, or write a hook for each time into slipway.yml',
  );
}

/** @throws UserError for anything but the only Job of its time. */
function requireOnlyJob(manifest: Manifest, when: When, other: Manifest | undefined, title: string): void {
  const { apiVersion, kind } = manifest.object;
  if (kind !== 'Job' || apiVersion !== 'batch/v1')
    throw new UserError(
      `${title} is a Helm hook, but only a Job of batch/v1 can be a hook of a release`,
      `remove helm.sh/hook, so that it is released with the other objects, or write a ${when} hook into slipway.yml, which replaces those of the chart`,
    );
  if (other === undefined) return;
  throw new UserError(
    `${title} and Job/${other.name} are both ${when} hooks of Helm, but a release runs one`,
    `put their work into one Job, or write a ${when} hook into slipway.yml, which replaces those of the chart`,
  );
}

/**
 * Loads manifests, and separates the hooks of charts from them.
 * @param written the hooks in slipway.yml, which replace those of charts.
 * @throws UserError for manifests that cannot be read, and for a hook that a release can neither run nor leave out.
 */
export const loadSorted = async (
  written: Environment['hooks'],
  ...from: Parameters<typeof loadManifests>
): Promise<SortedManifests> => sortHooks(await loadManifests(...from), written);

/**
 * Loads manifests to look at, with the hooks of charts among them: also those that a release could not run. Hooks for tests, deletions
 * and rollbacks are left out.
 * @throws UserError for manifests that cannot be read.
 */
export const loadTogether = async (...from: Parameters<typeof loadManifests>): Promise<SortedManifests> => {
  const all = await loadManifests(...from);
  const runs = (event: string) => /^(pre|post)-(install|upgrade)$/.test(event);
  return { manifests: all.filter(each => eventsOf(each)?.some(runs) ?? true), hooks: {}, notes: [] };
};
