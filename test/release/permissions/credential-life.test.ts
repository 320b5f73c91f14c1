import { describe, expect, it } from 'vitest';
import type { Lifetime } from '../../../src/cluster/credential.ts';
import { durationSchema } from '../../../src/config/formats.ts';
import { gatewaySchema } from '../../../src/config/gateway.ts';
import { strategySchema } from '../../../src/config/progressive.ts';
import type { Config, Environment } from '../../../src/config/types.ts';
import { gate } from '../../../src/release/gate.ts';
import {
  judgeLifetime,
  lifeSentence,
  lifetimeFrom,
  lifetimeOfRelease,
  type RequiredLifetime,
} from '../../../src/release/permissions/credential-life.ts';
import { promote } from '../../../src/release/promote.ts';
import { rollback } from '../../../src/release/rollback.ts';
import type { Phase } from '../../../src/release/store/phases.ts';
import type { ReleaseNumber } from '../../../src/workloads/naming.ts';
import { wording } from '../../wording.ts';
import { config, environment, release, sentence } from '../objects.ts';
import { clusterOf, type Standing } from '../standing.ts';

const now = Date.UTC(2026, 0, 1, 12);
const ends = (seconds: number): Lifetime => ({ kind: 'ends', what: 'the token', end: now + seconds * 1000 });

function problemOf(lifetime: Lifetime, need: RequiredLifetime) {
  const life = judgeLifetime(lifetime, need, now);
  return 'problem' in life ? life.problem : undefined;
}

describe('a credential', () => {
  const rolling = environment({ strategy: strategySchema.parse({ rolling: { deadline: '1m' } }) });
  const need = lifetimeOfRelease(rolling, 'rolling');

  it('must be valid for the deadline and two minutes', () => {
    expect(need).toEqual({ least: 180_000, most: 180_000 });
    expect(problemOf(ends(180), need)).toBeUndefined();
    expect(problemOf(ends(58), need)?.sentence).toEqual(
      wording('the token', '2026-01-01 12:00 UTC', '2026-01-01 12:03 UTC', '3', 'docs/cluster.md'),
    );
    expect(problemOf(ends(-5), need)?.message).toEqual(wording('2026-01-01 11:59 UTC'));
  });

  it.each<Lifetime>([
    { kind: 'renewed', what: 'the exec plugin x' },
    { kind: 'endless', what: 'the token' },
    { kind: 'unknown', what: 'the token' },
  ])('is not refused when it is $kind', lifetime => {
    const life = judgeLifetime(lifetime, need, now);
    expect(life).toEqual({ warning: lifetime.kind === 'unknown' ? expect.any(String) : undefined });
  });

  it.each<[Lifetime, string]>([
    [{ kind: 'renewed', what: 'the exec plugin x' }, wording('the exec plugin x')],
    [{ kind: 'endless', what: 'the token' }, wording('the token')],
    [{ kind: 'unknown', what: 'the token' }, wording('the token')],
    [ends(90), wording('the token', '2026-01-01 12:01 UTC')],
    [ends(3600), wording('the token', '2026-01-01 13:00 UTC', '60')],
    [ends(86_400), wording('the token', '2026-01-02 12:00 UTC')],
    [ends(-1), wording('the token', '2026-01-01 11:59 UTC')],
  ])('is described (%j)', (lifetime, expected) => {
    expect(lifeSentence(lifetime, now)).toEqual(expected);
  });
});

const inMinutes = ({ least, most }: RequiredLifetime) => [least / 60_000, most / 60_000];
const canary = { deadline: '20m', watch: '5m', watchdog: 'off' };
const place = (strategy: object, changes: Partial<Environment> = {}) =>
  environment({ strategy: strategySchema.parse(strategy), ...changes });

describe('the time for which a release needs its credential', () => {
  it('engine 9: includes the time of a slow gateway, in a rollout and in a rollback', () => {
    const slow = place({ canary }, { gateway: gatewaySchema.parse({ drain: '1m3s' }) });
    const more = (phase: Phase) =>
      lifetimeFrom(phase, slow).most - lifetimeFrom(phase, place({ canary })).most;
    expect([more('promoting'), more('rolling-back'), more('watching')]).toEqual([300_000, 180_000, 0]);
  });

  const phases: Phase[] = ['prepared', 'stepping', 'baking', 'promoting', 'watching'];

  it.each<[string, Environment, number, number[]]>([
    ['covers the start, judging, promotion and watch', place({ canary }), 67, [47, 47, 47, 27, 7]],
    ['has no judging in a rolling release', place({ rolling: { deadline: '5m' } }), 7, []],
    [
      'covers the old side of a blue-green release',
      place({ 'blue-green': { deadline: '5m', watch: '15m', watchdog: 'off' } }),
      32,
      [27, 27, 27, 7, 2],
    ],
    [
      'does not cover a paused bake',
      place({ canary: { ...canary, bake: { for: '15m', 'hand-over-after': '5m' } } }),
      57,
      [37, 37, 37, 27, 7],
    ],
    [
      'covers workers and hooks',
      place(
        { canary },
        {
          workers: [{ kind: 'Deployment', name: 'mailer' }],
          hooks: {
            pre: { run: 'true', timeout: durationSchema.parse('1m') },
            post: { run: 'true', timeout: durationSchema.parse('2m') },
          },
        },
      ),
      90,
      [69, 69, 69, 49, 9],
    ],
  ])('%s', (_, where, whole, ahead) => {
    expect(inMinutes(lifetimeOfRelease(where, where.strategy.kind))).toEqual([whole, whole]);
    for (const [index, need] of ahead.entries()) {
      const least = index < 3 ? need : 2;
      expect(inMinutes(lifetimeFrom(phases[index] as Phase, where))).toEqual([least, need]);
    }
  });

  it('is short with a watchdog, which restores the traffic of a run that can no longer write: the rest is a warning', () => {
    const watched = place(
      { canary: { ...canary, watchdog: { image: 'shell:1' } } },
      { hooks: { pre: { run: 'true', timeout: durationSchema.parse('1m') } } },
    );
    expect(inMinutes(lifetimeOfRelease(watched, 'canary'))).toEqual([3, 68]);
    expect(phases.map(phase => inMinutes(lifetimeFrom(phase, watched))[0])).toEqual([2, 2, 2, 2, 2]);
    const hour = judgeLifetime(ends(3600), lifetimeOfRelease(watched, 'canary'), now);
    expect(hour).toEqual({
      warning: wording('60'),
    });
    expect(judgeLifetime(ends(170), lifetimeOfRelease(watched, 'canary'), now)).toHaveProperty('problem');
    expect(inMinutes(lifetimeOfRelease(watched, 'rolling'))).toEqual([23, 23]);
  });

  it('is no longer for a run that resumes a rollout than for the run that began it, so that no rollout is refused before it has finished', () => {
    for (const strategy of [{ canary }, { 'blue-green': { watchdog: 'off' } }]) {
      const where = place(strategy);
      const needs = phases.map(phase => lifetimeFrom(phase, where).most);
      expect(needs[0]).toBe(lifetimeOfRelease(where, where.strategy.kind).most - where.strategy.deadline);
      expect(needs).toEqual(needs.toSorted((a, b) => b - a));
    }
  });

  it('is shorter for a first canary, which is rolling', () => {
    expect(inMinutes(lifetimeOfRelease(place({ canary }), 'rolling'))).toEqual([22, 22]);
  });
});

describe('a command with a credential of some minutes', () => {
  const where = place({ canary });
  const recorded = { ...config, environments: { production: where } } as Config;
  const releases = [2, 1].map(number => release(number, number === 1 ? {} : null, { config: recorded }));
  const request = (said: string[] = []) => ({
    config: recorded,
    environmentName: 'production',
    environment: where,
    origin: { actor: 'ann', run: 'run 7' },
    wait: 0,
    env: {},
    report: (line: string) => void said.push(line),
  });
  const met = (act: typeof gate | typeof promote, standing: Omit<Standing, 'releases'>) =>
    sentence(() =>
      act(clusterOf({ releases, ...standing }), { ...request(), hookSetup: { hooks: {} } as never }),
    );
  const passed = wording('eve', 'run 9');

  it.each<[string, typeof gate | typeof promote, Phase, number, ReturnType<typeof wording>]>([
    ['gate', gate, 'prepared', 46, wording('46', '47')],
    ['gate', gate, 'prepared', 48, passed],
    ['promote', promote, 'promoting', 1, wording('2')],
    ['promote of a candidate that passed', promote, 'promoting', 3, passed],
    ['promote', promote, 'watching', 3, passed],
    ['a rollback continues', gate, 'rolling-back', 1, passed],
  ])('%s is refused or allowed, case %#', async (_, act, phase, left, answer) => {
    expect(await met(act, { phase, minutes: left })).toEqual(answer);
  });

  it('may roll back, with a warning', async () => {
    const shipped = [{ kind: 'ConfigMap' as const, name: 'conf', copy: 'shop-conf-1' }];
    const [target] = [release(1, { state: 'verified' }, { config: recorded, shipped })];
    const said: string[] = [];
    const cluster = clusterOf({ releases: [release(2), target as (typeof releases)[number]], minutes: 1 });
    const asked = { ...request(said), from: undefined, to: 1 as ReleaseNumber };
    expect(await sentence(() => rollback(cluster, asked))).toEqual(wording('ConfigMap/shop-conf-1'));
    expect(said).toEqual([wording('the token', '1970-01-01 00:01 UTC', '1970-01-01 00:22 UTC')]);
    await sentence(() => rollback(cluster, { ...asked, until: performance.now() + 30_000 }));
    expect(said).toHaveLength(1);
  });
});
