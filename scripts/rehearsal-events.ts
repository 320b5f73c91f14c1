/** The events during the load, for the chart and the list beside it. */
import type { Tone } from '../src/report/plot.ts';
import { time } from '../src/toolkit/markdown.ts';
import { type Rehearsal, type Rollout, stopOf } from './rehearsal-record.ts';

export interface TrafficEvent {
  /** Seconds since the first request. */
  second: number;
  version: string;
  /** A few words, for the chart. */
  label: string;
  /** A sentence, for the list. */
  text: string;
  tone: Tone;
}

/** Returns the events between the first request and the last, in order. */
export function eventsOf(rehearsal: Rehearsal): TrafficEvent[] {
  const { load, rollouts, versions } = rehearsal;
  const events = [
    ...deploys(rehearsal),
    ...versions.flatMap(({ version }) => stops(rehearsal, version)),
    ...Object.entries(rollouts).flatMap(([version, rollout]) => moments(rehearsal, version, rollout)),
  ];
  return events
    .map(({ at, ...event }) => ({ ...event, second: (at - load.startedAt) / 1000 }))
    .filter(({ second }) => second >= 0 && second <= load.seconds.length)
    .sort((a, b) => a.second - b.second);
}

type Dated = Omit<TrafficEvent, 'second'> & { at: number };

function deploys({ steps, startedAt }: Rehearsal): Dated[] {
  return steps
    .filter(({ name, stopped }) => name === 'deploy' && !stopped)
    .map(({ version, at, ms }) => ({
      at: startedAt + at + ms,
      version,
      label: `${version} deployed`,
      text: 'deployed beside the current release, without traffic',
      tone: 'quiet',
    }));
}

const stopped: Readonly<Record<string, { label: string; text: string }>> = {
  test: { label: 'test fails', text: 'stopped: a test failed, so it was not built' },
  build: { label: 'not built', text: 'stopped: the build failed' },
  scan: { label: 'scan fails', text: 'stopped: the scan failed, so it was not pushed' },
  push: { label: 'not pushed', text: 'stopped: the push failed' },
  deploy: { label: 'not deployed', text: 'stopped: the deployment failed' },
};

/** Returns the event that stopped a version before the gate; `moments` covers versions that the gate judged. */
function stops(rehearsal: Rehearsal, version: string): Dated[] {
  const stop = stopOf(rehearsal, version);
  const words = stopped[stop?.name ?? ''];
  if (stop === undefined || words === undefined) return [];
  const at = rehearsal.startedAt + stop.at + stop.ms;
  return [{ at, version, label: `${version} ${words.label}`, text: words.text, tone: 'harm' }];
}

/** Returns the weight changes of a version, its failed verdict and its end. */
function moments({ rollback }: Rehearsal, version: string, { timeline, end }: Rollout): Dated[] {
  const events: Dated[] = [];
  let weight = 0;
  for (const { at, phase, weight: next = weight } of timeline) {
    if (phase === 'rolling-back') {
      const ms = rollback.version === version ? rollback.ms : undefined;
      const took = ms === undefined ? '' : ` ${time(ms)} after the verdict`;
      const text = `judged worse; its traffic was moved back${took}`;
      events.push({ at, version, label: `${version} verdict: bad`, text, tone: 'harm' });
    } else if (next !== weight && next > 0) {
      const text = next === 100 ? 'gets all traffic' : `gets ${next} % of the traffic`;
      events.push({ at, version, label: `${next} %`, text, tone: 'baseline' });
    }
    weight = next;
  }
  if (end?.state === 'promoted')
    events.push({
      at: end.at,
      version,
      label: 'promoted',
      text: 'promoted to the current release',
      tone: 'good',
    });
  if (end?.state === 'rolled-back')
    events.push({
      at: end.at,
      version,
      label: 'rolled back',
      text: 'its pods are removed, and the rollback is complete',
      tone: 'good',
    });
  return events;
}
