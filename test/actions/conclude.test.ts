import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { publishOutcome } from '../../src/actions/deployment.ts';
import type { ActionRequest } from '../../src/actions/session.ts';
import { annotationLine, type Host } from '../../src/toolkit/host.ts';
import { scenarios } from '../report/scenarios.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'conclude-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

const request = { config: { app: 'shop' }, environmentName: 'production' } as ActionRequest;

async function conclude(
  result: Parameters<typeof publishOutcome>[3],
  temporary = folder,
): Promise<{ outputs: Record<string, string>; said: string[]; summary: string }> {
  const outputs: Record<string, string> = {};
  const said: string[] = [];
  let summary = '';
  const host = {
    env: { RUNNER_TEMP: temporary },
    output: (name: string, value: string) => {
      outputs[name] = value;
    },
    report: (line: string) => void said.push(line),
    annotate: (...[level, annotation]: Parameters<Host['annotate']>) =>
      void said.push(annotationLine(level, annotation)),
    summary: async (markdown: string) => {
      summary += markdown;
    },
  } as unknown as Host;
  await publishOutcome(host, request, '', result);
  return { outputs, said, summary };
}

describe('the end of a rollout', () => {
  const decision = scenarios['rolled-back'];
  const rolledBack = { release: 42, state: 'rolled-back', reason: 'errors are worse', decision };

  it('is shown in the outputs, the log and the summary, and its record is kept', async () => {
    const { outputs, said, summary } = await conclude(rolledBack);
    expect(outputs).toMatchObject({ release: '42', state: 'rolled-back', reason: 'errors are worse' });
    expect(said).toEqual(['release 42: rolled-back, errors are worse']);
    expect(summary).toContain('release 42');
    expect(JSON.parse(readFileSync(join(outputs.record!, 'decision.json'), 'utf8'))).toEqual(decision);
  });

  it('without a record leaves `record` empty', async () => {
    const { outputs, said } = await conclude({ release: 42, state: 'prepared' });
    expect(outputs).toEqual({ release: '42', state: 'prepared', reason: '', record: '' });
    expect(said).toEqual(['release 42: prepared']);
  });

  it('is the same if its record cannot be written, with a warning', async () => {
    writeFileSync(join(folder, 'file'), '');
    const { outputs, said } = await conclude({ ...rolledBack, state: 'complete' }, join(folder, 'file'));
    expect(outputs).toMatchObject({ state: 'complete', record: '' });
    expect(said).toContainEqual(expect.stringMatching(/^warning: .*ENOTDIR/));
  });
});
