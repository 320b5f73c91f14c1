import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { summary } from '@actions/core';
import { afterAll, afterEach, describe, expect, it, vi } from 'vitest';
import { addSummary, fitting, largestSummary } from '../../src/toolkit/runner.ts';
import { wording } from '../wording.ts';

/** @actions/core remembers the file of its first write. */
const forgetSummaryFile = () => Reflect.deleteProperty(summary, '_filePath');

const folder = mkdtempSync(join(tmpdir(), 'slipway-runner-'));
afterEach(() => {
  vi.unstubAllEnvs();
  forgetSummaryFile();
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function summaryFile(name: string): string {
  const file = join(folder, name);
  writeFileSync(file, '');
  vi.stubEnv('GITHUB_STEP_SUMMARY', file);
  return file;
}

describe('the summary', () => {
  it('grows with each addition', async () => {
    const file = summaryFile('summary');
    await addSummary('one');
    await addSummary('two');
    expect(readFileSync(file, 'utf8')).toBe('one\ntwo\n');
  });

  it('never exceeds the limit of GitHub, and says where it was cut', async () => {
    const file = summaryFile('large');
    await addSummary('ä'.repeat(400_000));
    await addSummary(Array.from({ length: 90_000 }, (_, i) => `line ${i}`).join('\n'));
    const text = readFileSync(file, 'utf8');
    expect(Buffer.byteLength(text)).toBeLessThanOrEqual(largestSummary);
    expect(text).toMatch(/line \d+\n\n\n\S/);
    expect(text.trimEnd().split('\n').at(-1)).toEqual(wording());
  });

  it('is unchanged if nothing more fits', () => {
    expect(fitting('more', 3)).toBe('');
    expect(fitting('more', 4)).toBe('more');
  });
});
