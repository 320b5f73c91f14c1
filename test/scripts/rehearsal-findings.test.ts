import { expect, it } from 'vitest';
import { summarize } from '../../scripts/load-report.ts';
import { loadFindings } from '../../scripts/rehearsal-findings.ts';
import { answers, startedAt } from './rehearsals.ts';

const expected = { seconds: 3, leastRate: 9, gateEnded: startedAt + 4_000 };
const good = [...answers(0, 1, '1.0.0'), ...answers(1_000, 1, '2.0.0'), ...answers(2_000, 1, '3.0.0')];
const wrong = (...[records, changes]: [typeof good, Partial<typeof expected>?]) =>
  loadFindings(summarize(records), { ...expected, ...changes })
    .filter(({ ok }) => !ok)
    .map(({ what }) => what);

it('a load over three versions at its rate without a failure passes all checks', () => {
  expect(wrong(good)).toEqual([]);
});

it('a load fails a check for a failure, a pause, a version without requests, or one with requests after its rollback', () => {
  expect(wrong([...good, ...answers(2_000, 1, '3.0.0', 'failed')])).toEqual(['40 requests, 10 lost']);
  expect(wrong(good, { seconds: 4 })).toEqual(['at least 9 requests per second of load']);
  expect(wrong(good.slice(10))).toContain('versions 1.0.0 and 2.0.0 were both served');
  expect(wrong(good, { gateEnded: startedAt + 2_500 })).toEqual(['no byte of version 3 after its rollback']);
  expect(wrong(good.slice(0, 20))).toContain('no byte of version 3 after its rollback');
});
