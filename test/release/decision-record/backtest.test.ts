import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join as path } from 'node:path';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { main } from '../../../src/cli.ts';
import { chunks, readRecord } from '../../../src/decision/chunks.ts';
import { lastVerdict } from '../../../src/decision/record.ts';
import { reduce } from '../../../src/decision/reduction.ts';
import { backtest, eventsOf, outlook } from '../../../src/decision/replay.ts';
import type { DecisionRecord } from '../../../src/decision/schema.ts';
import { rollings } from '../../report/scenarios.ts';
import { wording } from '../../wording.ts';
import { judgedRecord } from '../judged.ts';

const good = judgedRecord();
const bad = judgedRecord({ canary: 0.05 });
const fact = judgedRecord({ factAt: 9 });
/** Rolled back before its gate began. */
const { judging: _, ...begunCanary } = judgedRecord({ ticks: 0 });

describe('a backtest', () => {
  it.each<[string, DecisionRecord, string]>([
    ['that passed', good, 'pass'],
    ['that failed', bad, 'fail'],
    ['that failed by a fact', fact, 'fail'],
  ])('of a release %s comes to the same verdicts at the same moments', (_, record, verdict) => {
    expect(lastVerdict(record)?.verdict).toBe(verdict);
    const result = backtest(readRecord(JSON.stringify(record)));
    expect(result.comparisons.map(({ recorded, computed }) => [recorded, computed])).toEqual(
      record.verdicts.map(each => [each.verdict, each.verdict]),
    );
    expect(result.agrees).toBe(true);
  });

  it('of a good release goes through all its stages', () => {
    expect(backtest(good).comparisons.map(({ stage, computed }) => `${stage} ${computed.verdict}`)).toEqual([
      '0 continue',
      '0 pass',
      '1 continue',
      '1 pass',
      '2 continue',
      '2 pass',
    ]);
  });

  it('knows that a rollout was resumed with a new deadline', () => {
    const turns = [...good.turns, { at: 9, after: 0, prolonged: 99 }];
    expect(eventsOf({ ...good, turns })[0]).toEqual({ event: 'prolonged', at: 9, until: 99 });
  });

  it('differs when the counts were changed', () => {
    const ticks = bad.ticks.map(row => ({
      ...row,
      readings: { ...row.readings, errors: row.readings.aborted! },
    }));
    expect(backtest({ ...bad, ticks }).agrees).toBe(false);
  });

  it.each([
    ['good', good],
    ['bad', bad],
  ])('differs for any number of missing last ticks of a %s release', (_, record) => {
    for (const [kept] of record.ticks.entries())
      expect(backtest({ ...record, ticks: record.ticks.slice(0, kept) }).agrees, `${kept} ticks`).toBe(false);
  });

  it('differs when the verdict was changed', () => {
    const verdicts = bad.verdicts.map(each => ({
      ...each,
      verdict: { verdict: 'pass', reason: '' } as const,
    }));
    expect(backtest({ ...bad, verdicts }).agrees).toBe(false);
  });

  it('agrees when pods were summed to keep the record small, and says so', () => {
    const small = reduce(bad, JSON.stringify(bad).length - 100);
    expect(small.reduced).toEqual([wording()]);
    expect(backtest(small)).toMatchObject({ agrees: true, caveats: small.reduced });
  });

  it('of a rolling update finds no verdict, and no difference', () => {
    const none = { agrees: true, judged: false, comparisons: [] };
    for (const record of [...Object.values(rollings), begunCanary])
      expect(backtest(record)).toMatchObject(none);
    expect(backtest(good).judged).toBe(true);
  });

  it('is refused for a release without a gate that has a verdict', () => {
    const { judging: _, ...without } = good;
    expect(() => backtest(without)).toThrow(wording());
  });

  it('is refused for a policy of another version', () => {
    const policy = { ...good.judging!.policy, stages: [] };
    expect(() => backtest({ ...good, judging: { ...good.judging!, policy } })).toThrow(wording());
  });
});

describe('the outlook under another gate', () => {
  it('with a stricter profile passes later, or never', () => {
    const [asIs, strict] = [outlook(good, {}), outlook(good, { profile: 'strict' })];
    const first = (each: typeof asIs) => each.passes[0]?.at ?? Number.POSITIVE_INFINITY;
    expect(first(strict)).toBeGreaterThan(first(asIs));
  });

  it('with only the bad metric fails, and with only the other one does not', () => {
    expect(outlook(bad, { metric: 'errors' }).end?.verdict).toMatchObject({
      verdict: 'fail',
      metrics: ['errors'],
    });
    expect(outlook(bad, { metric: 'aborted' }).end).toBeUndefined();
  });

  it.each([
    [{ profile: 'lax' }, wording('lax')],
    [{ metric: 'x' }, wording()],
  ])('is refused for %o', (alternative, problem) => {
    expect(() => outlook(good, alternative)).toThrow(problem);
  });
});

describe('slipway backtest', () => {
  afterEach(() => void vi.restoreAllMocks());
  const folder = mkdtempSync(path(tmpdir(), 'slipway-backtest-'));
  const run = async (text: string, ...args: string[]) => {
    const file = path(folder, 'decision.json');
    writeFileSync(file, text);
    const said: string[] = [];
    vi.spyOn(process.stdout, 'write').mockImplementation(line => said.push(String(line)) > 0);
    vi.spyOn(process.stderr, 'write').mockImplementation(line => said.push(String(line)) > 0);
    const code = await main(['backtest', file, ...args]);
    return { code, said: said.join('') };
  };

  it('prints both verdicts and that they agree', async () => {
    const { code, said } = await run(JSON.stringify(bad));
    expect(code).toBe(0);
    expect(said).toEqual(wording('fail', 'errors', 'agrees=true'));
  });

  it('exits with 1 when they differ', async () => {
    const verdicts = bad.verdicts.map(each => ({
      ...each,
      verdict: { verdict: 'pass', reason: '' } as const,
    }));
    const { code, said } = await run(JSON.stringify({ ...bad, verdicts }));
    expect(code).toBe(1);
    expect(said).toEqual(wording('pass', 'fail', 'agrees=false'));
  });

  it('says that nothing was judged, and why, of a rolling update or an early rollback', async () => {
    const rolled = await run(JSON.stringify(rollings['rolled-back']));
    expect(rolled).toEqual({
      code: 0,
      said: wording('42', 'shop', 'production', 'agrees=true'),
    });
    const begun = await run(JSON.stringify(begunCanary));
    expect(begun.said).toEqual(wording('agrees=true'));
    const asked = await run(JSON.stringify(rollings.up), '--profile', 'strict');
    expect(asked.code).toBe(1);
    expect(asked.said).toEqual(wording());
  });

  it('prints the verdict of another profile', async () => {
    const { said } = await run(JSON.stringify(good), '--profile', 'gross');
    expect(said).toEqual(wording('gross'));
  });

  it('reads the ConfigMaps as kubectl prints them', async () => {
    const items = Object.entries(chunks(bad, 20_000)).map(([name, text]) => ({ data: { [name]: text } }));
    const list = JSON.stringify({ kind: 'List', items: items.reverse() });
    expect(readRecord(list)).toEqual(bad);
    expect((await run(list)).code).toBe(0);
  });

  it('refuses a file that is not a record in one sentence', async () => {
    const { code, said } = await run('{}');
    expect(code).toBe(1);
    expect(said).toEqual(wording('agrees='));
  });

  it('refuses a second file', async () => {
    expect((await run('{}', 'other.json')).said).toEqual(wording('other.json'));
  });
});
