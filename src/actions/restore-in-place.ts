import { setTimeout as sleep } from 'node:timers/promises';
import type { Cluster } from '../cluster/port.ts';
import type { Recovery } from '../config/recovery.ts';
import type { Copy } from '../recovery/copy.ts';
import type { Rung } from '../recovery/ladder.ts';
import type { Restoring } from '../recovery/postgres/restoring.ts';
import type { Target } from '../recovery/postgres/target.ts';
import type { Lsn } from '../recovery/postgres/wal.ts';
import { UserError } from '../toolkit/errors.ts';
import type { Origin } from '../toolkit/origin.ts';
import { untilFree } from '../toolkit/timing.ts';
import { podsOf, withRecoveryLease } from './recovery.ts';

/** A database restored over itself: what has to be typed for it, and who must not be at work meanwhile. */

export interface InPlaceOrder extends Pick<Restoring, 'place' | 'size'> {
  readonly target: Target;
  readonly name: string;
  readonly declared: Recovery['databases'][string];
  readonly environment: string;
  readonly namespace: string;
  readonly app: string;
  readonly origin: Origin;
  /** `before`: what was there before one that was not finished comes back. */
  readonly before: boolean;
  /** Up to where, and of which set and repository, as it was written. */
  readonly to: string;
  /** Whether it may be started although nothing shows what it holds. */
  readonly uncompared: boolean;
  /** Where the content is known of a backup set, and when that was; undefined without a set. */
  readonly known: { readonly lsn: Lsn; readonly at: number } | undefined;
  readonly signal: AbortSignal;
  report(line: string): void;
}

const phraseOf = (name: string, environment: string) => `overwrite ${name} in ${environment}`;
const withoutComparison = (phrase: string) => `${phrase} uncompared`;

/** Whether somebody has typed that it may be started although nothing shows what it holds. Pure. */
export const isUncompared = (typed: string): boolean => typed.endsWith(' uncompared');

/** How long pods may take to end, and to start; ms. */
const patience = 600_000;

/** @throws UserError when it is not a database alone that is restored over itself, or it is not said that this is meant. */
export function demandInPlace(
  inputs: { readonly environment: string; readonly confirm: string; readonly masking: string },
  order: Pick<InPlaceOrder, 'name' | 'declared'> | undefined,
  more: boolean,
): void {
  if (order === undefined || more || inputs.masking !== '')
    throw new UserError(
      'only a database is restored over itself, and as it was',
      'name another namespace for objects, Secrets and files, and for what is masked',
    );
  demandConsent({ ...order, environment: inputs.environment }, inputs.confirm);
}

/**
 * That it is meant, before anything is read.
 * @throws UserError unless exactly that was typed, and slipway.yml says how it is done.
 */
function demandConsent(
  { name, declared, environment }: Pick<InPlaceOrder, 'name' | 'declared' | 'environment'>,
  typed: string,
): void {
  const phrase = phraseOf(name, environment);
  if (declared['in-place'] === undefined)
    throw new UserError(
      `the namespace of ${environment} is where ${name} itself is`,
      'name another namespace; or, to restore it over itself, add `in-place` to the database in slipway.yml',
    );
  if (typed !== phrase && typed !== withoutComparison(phrase))
    throw new UserError(
      `this restores over ${name} in ${environment}, and nobody has typed that it is meant`,
      `write "${phrase}" as \`confirm\`, or name another namespace`,
    );
}

/** @param restore brings it into the pod that it is given, and says what was proved of it. */
export function restoreInPlace(
  cluster: Cluster,
  order: InPlaceOrder,
  restore: (copy: Copy) => Promise<readonly Rung[]>,
): Promise<readonly Rung[]> {
  const { app, origin, namespace, signal, report, name, declared } = order;
  // That of a run that was killed is free a little later than the one of the restore, by which whoever goes on has waited.
  const lease = { app, doing: 'backup', namespace, origin, signal, report, wait: untilFree } as const;
  // A backup of what is being replaced would be of neither.
  return withRecoveryLease(cluster, lease, async held => {
    const { putBack, replaceDatabase } = await import('../recovery/in-place/replacing.ts');
    if (!order.before) await demandWay(cluster, order);
    const task = {
      ...{ cluster, namespace, app, name, run: origin.run, patience, signal, sleep, report },
      ...{ ref: declared.workload, container: declared.container, database: declared.database },
      ...{ configuration: declared.configuration, data: declared['in-place']?.data },
      forget: declared['in-place']?.forget ?? [],
      ...{ to: order.to, uncompared: order.uncompared, assertHeld: held.assertHeld },
    };
    if (order.before) {
      await putBack(task);
      return [];
    }
    const { rungs, aside } = await replaceDatabase(task, restore);
    report(
      `what was there before is kept in ${aside} of each volume, until the next restore over it. Make a full backup now`,
    );
    return rungs;
  });
}

/**
 * That a backup leads there and nothing of it is elsewhere, by whoever runs still: what can be known before is no reason to stop.
 * @throws UserError when none does, or there are tablespaces.
 */
async function demandWay(
  cluster: Cluster,
  { namespace, declared, place, target, size, uncompared, known, signal }: InPlaceOrder,
): Promise<void> {
  const running = await podsOf(cluster, namespace, declared).catch((error: unknown) => {
    if (error instanceof UserError) return undefined;
    throw error;
  });
  const [exec] = running?.pods.values() ?? [];
  if (exec === undefined) return;
  const [{ readRepository }, { choiceFrom, leadsPast }, { demandOneSpace }] = await Promise.all([
    import('../recovery/postgres/proving.ts'),
    import('../recovery/postgres/restoring.ts'),
    import('../recovery/in-place/spaces.ts'),
  ]);
  await demandOneSpace(exec, { database: declared.database }, signal);
  const { backup } = choiceFrom(await readRepository({ exec, place, size, signal }), { place, target, size });
  const isCounted = target.kind === 'lsn' && target.exclusive && target.lsn === known?.lsn;
  if (uncompared || isCounted || (known !== undefined && leadsPast(known, { backup, target }))) return;
  throw new UserError(
    'no backup set is on the way there, so that nothing would show what comes back',
    'name a later place, or an older `set`; or write ` uncompared` behind what is typed in `confirm`',
  );
}
