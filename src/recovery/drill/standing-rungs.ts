import { counted } from '../../toolkit/count.ts';
import type { Level, Rung } from '../ladder.ts';
import type { Loss } from '../loss.ts';
import type { MemberState, MemberStates } from '../postgres/member-state.ts';
import { type Placement, placementText } from './placement.ts';

/**
 * What a failover proves, rung by rung. The copy that is recovered from is the standby: it has to be up to date (L0), the same database
 * and whole (L1), in service (L2), with the data that were promised (L3).
 */

const rung = (level: Level, what: string, fault: string | undefined, good: string): Rung => ({
  ...{ level, what },
  state: fault === undefined ? 'passed' : 'failed',
  sentence: fault ?? good,
});

/** Before anything is broken: that somebody is there who could take over. Pure. */
export function standbyRung({ members }: MemberStates): Rung {
  const primary = members.find(({ role }) => role === 'primary');
  const followers = primary?.followers.filter(({ state }) => state === 'streaming') ?? [];
  const fault =
    primary === undefined
      ? 'no member says that it is the primary'
      : followers.length === 0
        ? 'no standby follows the primary'
        : undefined;
  const each = followers.map(
    ({ name, sync, behind }) => `${name} (${sync}, ${counted(behind, 'byte')} behind)`,
  );
  return rung('L0', 'standbys', fault, `${each.join(' and ')} followed before the injection`);
}

/** That whoever took over has the same database, and no page of it is damaged. Pure. */
export function sameDatabaseRung(before: MemberState | undefined, after: MemberState | undefined): Rung {
  const fault =
    before === undefined || after === undefined
      ? 'the primary of before or of after was not asked'
      : before.system !== after.system
        ? `${after.pod} is another database than ${before.pod}: its system identifier is ${after.system}, and was ${before.system}`
        : after.timeline < before.timeline
          ? `${after.pod} is on timeline ${after.timeline}, before timeline ${before.timeline} of ${before.pod}`
          : (after.damaged ?? 0) > 0
            ? `${counted(after.damaged ?? 0, 'page')} of ${after.pod} with a wrong checksum`
            : undefined;
  const pages = after?.damaged === undefined ? 'pages have no checksums' : 'no page with a wrong checksum';
  return rung(
    'L1',
    'same database',
    fault,
    `timeline ${before?.timeline} became ${after?.timeline}, ${pages}`,
  );
}

/** That one took over, and one alone. Pure. */
export function takeoverRung(
  victim: Placement,
  successor: Placement | undefined,
  states: MemberStates,
): Rung {
  const primaries = states.members.filter(({ role }) => role === 'primary');
  const fault =
    successor === undefined
      ? `nobody took over from ${victim.pod}`
      : primaries.length > 1
        ? `${primaries.map(({ pod }) => pod).join(' and ')} all take writes`
        : primaries[0]?.pod === successor.pod
          ? undefined
          : `${successor.pod} is said to be the primary and ${primaries[0] === undefined ? 'is not' : `${primaries[0].pod} is`}`;
  const where = successor === undefined ? '' : placementText(successor);
  // A StatefulSet makes a pod of the same name, which may be the first to be there.
  const good =
    successor?.pod === victim.pod
      ? `another pod of the name ${where} is the primary again`
      : `${where} took over from ${placementText(victim)}`;
  return rung('L2', 'failover', fault, good);
}

/** Whether what is there may be as it is; how much may be lost is for the target to say. Pure. */
export function markersRung({ demanded, lost, findings }: Loss): Rung {
  const wrong = findings.filter(each => each.wrong).map(({ sentence }) => sentence);
  const fault = wrong.length === 0 ? undefined : wrong.join('; ');
  const good = `${counted(demanded, 'acknowledged marker')}, ${lost.length === 0 ? 'none' : lost.length} lost, none damaged or missing in between`;
  return rung('L3', 'markers', fault, good);
}

/** @param fault what the application said. Pure. */
export const applicationRung = (what: 'old record' | 'new record', fault: string | undefined): Rung =>
  rung('L4', what, fault, what === 'old record' ? 'as it was before' : 'written, and read back');

/** That something new is kept, too: reading alone shows half of what an application is there for. */
export async function freshRung({
  fresh,
}: {
  readonly fresh?: (() => Promise<string | undefined>) | undefined;
}): Promise<Rung> {
  if (fresh !== undefined) return applicationRung('new record', await fresh());
  const sentence = 'slipway.yml does not say how a record is written: add `drills.application.write`';
  return { level: 'L4', what: 'new record', state: 'skipped', sentence };
}

/** Why the database is not whole again; undefined when it is. @param count of its members before. Pure. */
export function notWhole({ members, silent }: MemberStates, count: number): string | undefined {
  const [primary, ...more] = members.filter(({ role }) => role === 'primary');
  if (primary === undefined) return 'it has no primary';
  if (more.length > 0) return `${[primary, ...more].map(({ pod }) => pod).join(' and ')} all take writes`;
  const apart = members.find(
    each => each.role === 'standby' && !(each.streams && each.timeline === primary.timeline),
  );
  if (apart !== undefined) return `${apart.pod} does not follow ${primary.pod} yet`;
  if (members.length < count)
    return silent[0] ?? `${members.length} of ${counted(count, 'member')} are there`;
  return undefined;
}
