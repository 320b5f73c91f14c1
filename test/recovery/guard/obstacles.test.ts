import { describe, expect, it } from 'vitest';
import { prometheusOf } from '../../../src/analysis/prometheus.ts';
import {
  alertObstacles,
  hoursObstacle,
  rolloutObstacle,
  rolloutObstacles,
} from '../../../src/recovery/guard/obstacles.ts';
import { wording } from '../../wording.ts';

const at = (time: string) => Date.parse(`2026-11-26T${time}Z`);

describe('the hours in which drills are allowed', () => {
  it.each<[number, number, string, boolean]>([
    [8, 18, '08:00:00', true],
    [8, 18, '17:59:59', true],
    [8, 18, '18:00:00', false],
    [8, 18, '07:59:59', false],
    [22, 6, '23:00:00', true],
    [22, 6, '05:59:59', true],
    [22, 6, '06:00:00', false],
    [0, 24, '23:59:59', true],
  ])('are from %i to %i, and include %s: %s', (from, to, time, inside) => {
    expect(hoursObstacle({ from, to }, at(time)).length === 0).toBe(inside);
  });

  it('are all hours if none are given', () => {
    expect(hoursObstacle(undefined, 0)).toEqual([]);
  });
});

describe('a rollout', () => {
  it('is an obstacle in every state but idle', () => {
    expect(rolloutObstacle('staging', { state: 'idle' })).toEqual([]);
    const states = ['running', 'paused', 'needs-action', 'interrupted'] as const;
    expect(states.map(state => rolloutObstacle('staging', { state, candidate: 7 })[0])).toEqual([
      wording('7', 'staging'),
      wording('7', 'staging'),
      wording('7', 'staging'),
      wording('7', 'staging'),
    ]);
  });

  it('is an obstacle in an unknown state', () => {
    const state = 'undecided' as Parameters<typeof rolloutObstacle>[1]['state'];
    expect(rolloutObstacle('staging', { state, candidate: 7 })).toEqual([wording('7', 'staging', 'unknown')]);
  });

  it('is an obstacle if its status cannot be read', async () => {
    expect(await rolloutObstacles('staging', () => Promise.reject(new Error('no answer')))).toEqual([
      wording('staging'),
    ]);
  });
});

describe('critical alerts', () => {
  const service = { namespace: 'monitoring', name: 'test', port: '9090' };
  const prometheusBehind = (respond: (path: string) => Promise<{ status: number; body: string }>) =>
    prometheusOf(
      { service },
      { fetch: async path => ({ headers: {}, serverTime: 0, ...(await respond(path)) }) },
      {},
    );
  const firing = 'ALERTS{alertstate="firing",team="shop"}';
  const answering = (...result: object[]) => {
    const asked: string[] = [];
    const { query } = prometheusBehind(async path => {
      asked.push(new URL(path, 'http://localhost').searchParams.get('query') ?? '');
      return {
        status: 200,
        body: JSON.stringify({ status: 'success', data: { resultType: 'vector', result } }),
      };
    });
    return { asked, source: { firing, query } };
  };
  const alert = (alertname: string) => ({
    metric: { __name__: 'ALERTS', alertname, alertstate: 'firing', severity: 'critical' },
    value: [1_700_000_000, '1'],
  });

  it('are each an obstacle, once', async () => {
    const { asked, source } = answering(alert('Slow'), alert('Down'), alert('Down'));
    expect(await alertObstacles(source)).toEqual([wording('Down'), wording('Slow')]);
    expect(asked).toEqual([firing]);
    expect(await alertObstacles(answering().source)).toEqual([]);
    expect(await alertObstacles(answering(alert('SlipwayDrillTooOld')).source)).toEqual([]);
    expect(await alertObstacles(undefined)).toEqual([]);
  });

  it('are an obstacle if they cannot be queried', async () => {
    const { query } = prometheusBehind(async () => ({ status: 401, body: '' }));
    expect(await alertObstacles({ firing, query })).toEqual([wording('test')]);
  });
});
