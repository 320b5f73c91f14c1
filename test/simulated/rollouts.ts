import { expect } from 'vitest';
import { eventually } from '../e2e/harness.ts';
import { Place, tags } from '../matrix/place.ts';
import type { Ran } from '../matrix/run.ts';
import { good, type Scenario, type Served, stepByStep } from '../matrix/scenarios.ts';
import { openSimulated } from '../matrix/simulated.ts';
import { exposure } from '../matrix/watchdog.ts';
import { Watchdogs } from './watchdog.ts';

/** Shared code for tests of whole rollouts in a simulated lab: canaries with a watchdog and short waits. */

export type Simulated = Awaited<ReturnType<typeof openSimulated>>;

/** Milliseconds without a heartbeat after which the watchdogs of these tests act. */
export const patience = 4_000;

export async function openWatched(): Promise<Simulated> {
  const lab = await openSimulated();
  const timing = {
    ...lab.stage.pace.timing,
    heartbeat: 500,
    watchdogTimeout: patience,
    watchdogInterval: 1_000,
    watchdogGrace: 2_000,
  };
  return { ...lab, stage: { ...lab.stage, pace: { ...lab.stage.pace, timing } } };
}

/** Returns a canary scenario with a watchdog. @param more additional settings of its strategy. */
export function canary(name: string, more: object, other: Partial<Scenario> = {}): Scenario {
  const strategy = {
    canary: {
      steps: ['25%'],
      bake: { weight: '80%', for: '1s' },
      watch: '1s',
      watchdog: { image: 'example.com/kubectl:1' },
      ...more,
    },
  };
  const gate = {
    prometheus: { service: 'monitoring/prometheus:9090' },
    metrics: [
      { name: 'errors', total: 'http_requests_total', bad: 'http_requests_total{code=~"5.."}', max: '50%' },
    ],
    tick: '1s',
    'warm-up': '1s',
    profile: 'gross',
  };
  return {
    name,
    baseline: 'healthy',
    candidate: 'good',
    watchdog: true,
    commands: stepByStep,
    ends: good,
    ...other,
    shape: { strategy, gate, route: true, ...other.shape },
  };
}

/** A rollout in its own namespace, with its watchdogs. */
export class Rollout {
  readonly place: Place;
  readonly watchdogs: Watchdogs;

  private constructor(place: Place, watchdogs: Watchdogs) {
    this.place = place;
    this.watchdogs = watchdogs;
  }

  static async open({ stage }: Simulated, scenario: Scenario): Promise<Rollout> {
    const place = await Place.open(stage, scenario);
    return new Rollout(place, await Watchdogs.start(stage.cluster, place.namespace));
  }

  /** Sets the deadline of later commands. */
  async within(deadline: string): Promise<void> {
    await this.place.checkOut({ tag: tags.candidate, health: this.place.scenario.candidate }, deadline);
  }

  /** Returns the candidate's weight in the route. */
  async weight(): Promise<number> {
    return exposure(await this.place.route());
  }

  /** Runs a command that must succeed. */
  async passes(...command: string[]): Promise<Ran> {
    const ran = await this.place.run(command);
    if (ran.code !== 0) throw new Error(`${command.join(' ')}: ${ran.said.join('\n')}`);
    return ran;
  }

  /** Repeats a sweep until it acts: it ignores a paused rollout, and the Lease of a dead run must expire first. */
  sweptInTurn(): Promise<Ran> {
    return eventually(async () => {
      const ran = await this.place.run(['sweep']);
      return !/^(running|paused)$/.test(ran.outputs.state ?? '') && ran;
    });
  }

  /** Checks the end: one version is live, nothing is left over, the record is correct, and no request failed. */
  async isOver(phase: 'done' | 'rolled-back', serves: Served): Promise<void> {
    expect(await this.place.faults([serves]), this.place.log.join('\n')).toEqual([]);
    expect(await this.place.rollout()).toMatchObject({ phase });
  }

  async close(): Promise<void> {
    await this.watchdogs.close();
    await this.place.close();
  }
}

/** Returns the exit code, outputs and log of a run for a comparison. */
export const resultOf = ({ code, outputs, said }: Ran) => ({ code, ...outputs, said });

export { tags };
