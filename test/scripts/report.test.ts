import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, expect, it, vi } from 'vitest';
import { type LoadRecord, summarize } from '../../scripts/load-report.ts';
import { writeReport } from '../../scripts/report.ts';
import { small } from './rehearsals.ts';

afterEach(() => void vi.restoreAllMocks());

it('a report counts lost requests separately from errors by design, also for each version', async () => {
  vi.spyOn(console, 'log').mockImplementation(() => {});
  const answers = (version: string, outcome: LoadRecord['outcome'], count: number) =>
    Array.from(
      { length: count },
      (_, index): LoadRecord => ({ at: 1_000_000 + index, ms: 5, outcome, version, retried: false }),
    );
  const load = summarize([
    ...answers('2.0.0', 'ok', 97),
    ...answers('2.0.0', 'injected', 2),
    ...answers('2.0.0', 'failed', 1),
    ...answers('3.0.0', 'ok', 13),
    ...answers('3.0.0', 'injected', 7),
  ]);
  const folder = mkdtempSync(join(tmpdir(), 'rehearsal-'));
  try {
    await writeReport(folder, small({ load }));
    const [markdown, page] = ['rehearsal.md', 'rehearsal.html'].map(file =>
      readFileSync(join(folder, file), 'utf8'),
    ) as [string, string];
    expect(markdown).toContain('120 requests, 1 lost');
    expect(markdown).toMatch(/9 of these requests got an error that .* by design/);
    expect(page).toContain('1 of 120 requests were lost');
    expect(page).toContain('by design: 2 of 100 answers of 2.0.0, 7 of 20 answers of 3.0.0');
    expect(markdown).toMatch(/\| version \| requests \| lost \| errors by design \|/);
    expect(markdown).toMatch(/\| 2\.0\.0 \| 100 \| 1 \| 2 \|/);
    expect(markdown).toMatch(/\| 3\.0\.0 \| 20 \| 0 \| 7 \|/);
  } finally {
    rmSync(folder, { recursive: true });
  }
});
