import { join } from 'node:path';
import { createBucket } from '../../../lab/bucket.ts';
import { storeUrl } from '../../../lab/s3.ts';
import { allowLag, drillsOf, near } from '../../database/drills.ts';
import { median } from '../measuring/median.ts';
import { openStage, requireGreen, type Said, type Stage } from './stage.ts';

/**
 * Every loss that is rehearsed, so many times, in a system in which nothing else is wrong: how long it takes, how much is lost, and whatever
 * is not passed is false. What an asynchronous standby loses has to be a breach.
 */

const ids = [
  ...(['restore', 'pod', 'node', 'zone', 'corruption'] as const),
  ...(['rot', 'off-site-down', 'region', 'secrets', 'total'] as const),
];
type Id = (typeof ids)[number];

interface Figures {
  readonly runs: number;
  readonly passed: number;
  /** Seconds; absent where nothing of it is measured. */
  readonly rto_p50?: number;
  readonly rto_max?: number;
  readonly rpo_p50?: number;
  readonly rpo_max?: number;
}

export interface Scenarios {
  readonly clean_drills: number;
  readonly false_reds: number;
  readonly scenarios: Readonly<Record<string, Figures>>;
  /** Of drills of a machine with an asynchronous standby. */
  readonly async_drills: number;
  readonly async_breaches: number;
}

/** @param times of each. */
export async function judgeScenarios(
  times: number,
  say: (line: string) => void,
  wanted: readonly Id[] = ids,
): Promise<Scenarios> {
  const stage = await openStage('scenarios');
  const seen = new Map<string, Said[]>();
  try {
    await allowLag(stage.database);
    const archive = wanted.includes('total') ? await archived(stage) : [];
    /** As a schedule does: else what is lost, and what has to be replayed, grow by how long the turns before took. */
    const backUp = async (type: 'full' | 'incremental') => {
      await requireGreen(stage.backup(type));
      if (archive.length > 0) await requireGreen(stage.slipway(['archive', archive[1] ?? '']));
    };
    const once = async (id: string, name: string, ...more: string[]) => {
      const said = await stage.drill(id, ...more);
      seen.set(name, [...(seen.get(name) ?? []), said]);
      const { verdict, 'rto-seconds': rto, 'rpo-seconds': rpo } = said.run.outputs;
      say(
        `${name}: ${verdict}, RTO ${rto} s, RPO ${rpo} s${said.green ? '' : `: ${said.text.slice(0, 400)}`}`,
      );
      await stage.database.whole(180_000);
    };
    for (let turn = 0; turn < times; turn += 1) {
      await backUp(turn === 0 ? 'full' : 'incremental');
      for (const id of wanted) await once(id, id, ...(id === 'total' ? archive : []));
    }
    await stage.database.synchronous('async');
    for (let turn = 0; turn < times; turn += 1) await once('node', 'node, asynchronous');
  } finally {
    await stage.remove();
  }
  const asynchronous = seen.get('node, asynchronous') ?? [];
  const clean = ids.flatMap(id => seen.get(id) ?? []);
  return {
    clean_drills: clean.length,
    false_reds: clean.filter(({ green }) => !green).length,
    scenarios: Object.fromEntries([...seen].map(([name, said]) => [name, figuresOf(said)])),
    async_drills: asynchronous.length,
    async_breaches: asynchronous.filter(({ run }) => run.outputs.verdict === 'breach').length,
  };
}

function figuresOf(said: readonly Said[]): Figures {
  const secondsOf = (name: 'rto-seconds' | 'rpo-seconds') =>
    said.flatMap(({ run }) => (run.outputs[name] ? [Number(run.outputs[name])] : []));
  const [rto, rpo] = [secondsOf('rto-seconds'), secondsOf('rpo-seconds')];
  return {
    runs: said.length,
    passed: said.filter(({ green }) => green).length,
    ...(rto.length === 0 ? {} : { rto_p50: median(rto), rto_max: Math.max(...rto) }),
    ...(rpo.length === 0 ? {} : { rpo_p50: median(rpo), rpo_max: Math.max(...rpo) }),
  };
}

/** Where a total loss is rehearsed. @returns how the drill is told of its archive. */
async function archived(stage: Stage): Promise<string[]> {
  const bucket = await createBucket(stage.lab, 'near', drillsOf(stage.database));
  Object.assign(stage.env, {
    DRILL_ACCESS_KEY_ID: bucket.access,
    DRILL_SECRET_ACCESS_KEY: bucket.secret,
  });
  await stage.consumer.configure(config => {
    config.environments.production.recovery.drills.total = {
      registry: `${process.env.SLIPWAY_REGISTRY}/bench-total`,
      bucket: `${storeUrl('near')}/${bucket.name}`,
      addresses: [near],
    };
  });
  return ['--archive', join(stage.consumer.dir, '..', `${bucket.name}-archive`)];
}
