import { counted } from '../../toolkit/count.ts';
import { checkFor, type LevelCheck } from '../levels.ts';
import type { Loss } from '../loss.ts';
import type { MemberState, MemberStates } from '../postgres/member-state.ts';
import type { ApplicationChecks } from './live-system.ts';
import { type Placement, placementText } from './placement.ts';

/**
 * The checks of a failover, level by level. The standby takes the role of the backup: it must be up to date (L0), the same database and
 * undamaged (L1), in service (L2), with the promised data (L3).
 */

/** Checks before the injection that a standby could take over. Pure. */
export function standbyCheck({ members }: MemberStates): LevelCheck {
  const primary = members.find(({ role }) => role === 'primary');
  const followers = primary?.followers.filter(({ state }) => state === 'streaming') ?? [];
  const fault =
    primary === undefined
      ? 'no member is the primary'
      : followers.length === 0
        ? 'no standby follows the primary'
        : undefined;
  const each = followers.map(
    ({ name, sync, behind }) => `${name} (${sync}, ${counted(behind, 'byte')} behind)`,
  );
  return checkFor('L0', 'standbys', fault, `${each.join(' and ')} followed before the injection`);
}

/** Checks that the new primary has the same database, without a damaged page. Pure. */
export function sameDatabaseCheck(
  before: MemberState | undefined,
  after: MemberState | undefined,
): LevelCheck {
  const fault =
    before === undefined || after === undefined
      ? 'the primary before or after the failover did not answer'
      : before.system !== after.system
        ? `${after.pod} and ${before.pod} hold different databases: its system identifier is ${after.system}, not ${before.system}`
        : after.timeline < before.timeline
          ? `${after.pod} is on timeline ${after.timeline}, behind timeline ${before.timeline} of ${before.pod}`
          : (after.damaged ?? 0) > 0
            ? `${counted(after.damaged ?? 0, 'page')} of ${after.pod} with a wrong checksum`
            : undefined;
  const pages = after?.damaged === undefined ? 'pages have no checksums' : 'no page with a wrong checksum';
  return checkFor(
    'L1',
    'same database',
    fault,
    `timeline ${before?.timeline} became ${after?.timeline}, ${pages}`,
  );
}

/** Checks that exactly one member took over. Pure. */
export function takeoverCheck(
  victim: Placement,
  successor: Placement | undefined,
  states: MemberStates,
): LevelCheck {
  const primaries = states.members.filter(({ role }) => role === 'primary');
  const fault =
    successor === undefined
      ? `no member took over from ${victim.pod}`
      : primaries.length > 1
        ? `${primaries.map(({ pod }) => pod).join(' and ')} accept writes`
        : primaries[0]?.pod === successor.pod
          ? undefined
          : `${successor.pod} is labeled as the primary, but ${primaries[0] === undefined ? 'is not' : `${primaries[0].pod} is`}`;
  const where = successor === undefined ? '' : placementText(successor);
  // A StatefulSet recreates the pod with its name, and the new pod may become the primary.
  const good =
    successor?.pod === victim.pod
      ? `a new pod ${where} is the primary again`
      : `${where} took over from ${placementText(victim)}`;
  return checkFor('L2', 'failover', fault, good);
}

/** Checks that the recovered markers are consistent; the target, not this check, limits the loss. Pure. */
export function markersCheck({ demanded, lost, findings }: Loss): LevelCheck {
  const wrong = findings.filter(each => each.wrong).map(({ sentence }) => sentence);
  const fault = wrong.length === 0 ? undefined : wrong.join('; ');
  const good = `${counted(demanded, 'acknowledged marker')}, ${lost.length === 0 ? 'none' : lost.length} lost, none damaged or missing in between`;
  return checkFor('L3', 'markers', fault, good);
}

/** Returns the check of a record. @param fault what is wrong with it, if anything. Pure. */
export const applicationCheck = (
  what: 'known record' | 'new record',
  fault: string | undefined,
): LevelCheck =>
  checkFor('L4', what, fault, what === 'known record' ? 'unchanged' : 'written, and read back');

/** Checks that the restored application returns the known record unchanged; an answer that is compared with nothing proves nothing. */
export async function knownCheck({ knownRecord, notCompared }: ApplicationChecks): Promise<LevelCheck> {
  const found = applicationCheck('known record', await knownRecord());
  if (found.state === 'failed' || notCompared === undefined) return found;
  return { ...found, state: 'skipped', sentence: notCompared };
}

/** Checks that the application stores a new record: reading alone is only half of its purpose. */
export async function freshCheck({ fresh }: Pick<ApplicationChecks, 'fresh'>): Promise<LevelCheck> {
  if (fresh !== undefined) return applicationCheck('new record', await fresh());
  const sentence = 'slipway.yml does not say how to write a record: add `drills.application.write`';
  return { level: 'L4', what: 'new record', state: 'skipped', sentence };
}

/** Returns why the database has not fully recovered; undefined if it has. @param count members before the fault. Pure. */
export function whyNotRecovered({ members, unreachable }: MemberStates, count: number): string | undefined {
  const [primary, ...more] = members.filter(({ role }) => role === 'primary');
  if (primary === undefined) return 'it has no primary';
  if (more.length > 0) return `${[primary, ...more].map(({ pod }) => pod).join(' and ')} accept writes`;
  const apart = members.find(
    each => each.role === 'standby' && !(each.streams && each.timeline === primary.timeline),
  );
  if (apart !== undefined) return `${apart.pod} does not follow ${primary.pod} yet`;
  if (members.length < count)
    return unreachable[0] ?? `${members.length} of ${counted(count, 'member')} are up`;
  return undefined;
}
