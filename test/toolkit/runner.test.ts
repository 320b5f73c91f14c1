import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, describe, expect, it } from 'vitest';
import {
  addSummary,
  command,
  fitting,
  inputOf,
  largestSummary,
  outputBlock,
  setOutput,
} from '../../src/toolkit/runner.ts';
import { wording } from '../wording.ts';

const folder = mkdtempSync(join(tmpdir(), 'slipway-runner-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Reads an output file as the runner does. */
function outputsOf(text: string): Record<string, string> {
  const outputs: Record<string, string> = {};
  const lines = text.split('\n');
  while (lines.length > 1) {
    const [name = '', delimiter] = (lines.shift() ?? '').split('<<');
    const end = lines.indexOf(delimiter ?? '');
    outputs[name] = lines
      .splice(0, end + 1)
      .slice(0, -1)
      .join('\n');
  }
  return outputs;
}

describe('an input', () => {
  it('is found under the name that the runner gives it', () => {
    expect(inputOf({ 'INPUT_ROLLBACK-ENVIRONMENT': 'ops' }, 'rollback-environment')).toBe('ops');
    expect(inputOf({}, 'images')).toBe('');
  });
});

describe('an output', () => {
  it('comes back as it was, whatever it holds', () => {
    const file = join(folder, 'output');
    fc.assert(
      fc.property(fc.array(fc.string({ unit: 'binary' })), lines => {
        writeFileSync(file, '');
        const value = lines.join('\n');
        setOutput({ GITHUB_OUTPUT: file }, 'a', value);
        setOutput({ GITHUB_OUTPUT: file }, 'b', 'x<<y\ny');
        expect(outputsOf(readFileSync(file, 'utf8'))).toEqual({ a: value.toWellFormed(), b: 'x<<y\ny' });
      }),
    );
  });

  it('that holds its own delimiter is refused', () => {
    expect(() => outputBlock('a', 'x\nend\nother=1', 'end')).toThrow(wording());
  });

  it('goes nowhere without a runner', () => {
    expect(() => setOutput({}, 'a', '1')).not.toThrow();
  });
});

describe('the summary', () => {
  it('grows by what is added', () => {
    const env = { GITHUB_STEP_SUMMARY: join(folder, 'summary') };
    addSummary(env, 'one');
    addSummary(env, 'two');
    expect(readFileSync(env.GITHUB_STEP_SUMMARY, 'utf8')).toBe('one\ntwo\n');
  });

  it('never exceeds what GitHub shows, and says where it was cut', () => {
    const env = { GITHUB_STEP_SUMMARY: join(folder, 'large') };
    addSummary(env, 'ä'.repeat(400_000));
    addSummary(env, Array.from({ length: 90_000 }, (_, i) => `line ${i}`).join('\n'));
    const text = readFileSync(env.GITHUB_STEP_SUMMARY, 'utf8');
    expect(Buffer.byteLength(text)).toBeLessThanOrEqual(largestSummary);
    expect(text).toMatch(/line \d+\n\n\n\S/);
    expect(text.trimEnd().split('\n').at(-1)).toEqual(wording());
  });

  it('is left alone when nothing more fits', () => {
    expect(fitting('more', 3)).toBe('');
    expect(fitting('more', 4)).toBe('more');
  });
});

describe('a command', () => {
  it('escapes what would end it', () => {
    expect(command('error', '50% of\r\n::warning::x', { file: 'a,b:c.ts', line: '3' })).toBe(
      '::error file=a%2Cb%3Ac.ts,line=3::50%25 of%0D%0A::warning::x',
    );
    expect(command('error', 'plain')).toBe('::error::plain');
  });
});
