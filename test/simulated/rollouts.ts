import { expect } from 'vitest';
import { eventually } from '../e2e/harness.ts';
import { Place, tags } from '../matrix/place.ts';
import type { Ran } from '../matrix/run.ts';
import { good, type Scenario, type Served, stepByStep } from '../matrix/scenarios.ts';
import { openSimulated } from '../matrix/simulated.ts';
import { exposure } from '../matrix/watchdog.ts';
import { Watchdogs } from './watchdog.ts';

/** What the tests of whole rollouts on a simulated lab share: canaries that a watchdog guards, with waits of seconds. */

export type Simulated = Awaited<ReturnType<typeof openSimulated>>;

/** Milliseconds without a heartbeat after which the watchdogs of these tests act. */
export const patience = 4_000;

export async function openWatched(): Promise<Simulated> {
  const lab = await openSimulated();
  const timing = {
    ...lab.stage.pace.timing,
    heartbeat: 500,
    watchdogPatience: patience,
    watchdogInterval: 1_000,
    watchdogGrace: 2_000,
  };
  return { ...lab, stage: { ...lab.stage, pace: { ...lab.stage.pace, timing } } };
}

/** A canary with a watchdog. @param more of its strategy. */
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

/** A rollout in a namespace of its own, with its watchdogs. */
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

  /** From now on every command has so long for the rollout. */
  async within(deadline: string): Promise<void> {
    await this.place.checkOut({ tag: tags.candidate, health: this.place.scenario.candidate }, deadline);
  }

  /** The candidate's weight in the route. */
  async weight(): Promise<number> {
    return exposure(await this.place.route());
  }

  /** Runs a command that must end well. */
  async passes(...command: string[]): Promise<Ran> {
    const ran = await this.place.run(command);
    if (ran.code !== 0) throw new Error(`${command.join(' ')}: ${ran.said.join('\n')}`);
    return ran;
  }

  /** A sweep whose turn has come: what waits is none of its business, and a Lease outlives its run by a while. */
  sweptInTurn(): Promise<Ran> {
    return eventually(async () => {
      const ran = await this.place.run(['sweep']);
      return ran.outputs.state !== 'busy' && ran;
    });
  }

  /** It is over: one version serves, nothing else is left, the record is true, and no request went unanswered. */
  async isOver(phase: 'done' | 'rolled-back', serves: Served): Promise<void> {
    expect(await this.place.faults([serves]), this.place.log.join('\n')).toEqual([]);
    expect(await this.place.rollout()).toMatchObject({ phase });
  }

  async close(): Promise<void> {
    await this.watchdogs.close();
    await this.place.close();
  }
}

/** What a run said and how it ended, as a test compares it. */
export const told = ({ code, outputs, said }: Ran) => ({ code, ...outputs, said });

export { tags };
