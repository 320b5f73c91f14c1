import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { annotationLine } from '../../src/toolkit/host.ts';

const toolkit = join(import.meta.dirname, '../../src/toolkit');

/** What a step prints that annotates like this. */
function printed(annotation: object): string {
  const script = `
    const { runStep } = await import(${JSON.stringify(join(toolkit, 'actions.ts'))});
    const run = async (_inputs, host) => { host.annotate('error', ${JSON.stringify(annotation)}); return true; };
    await runStep({ name: 'x', description: '', inputs: {}, outputs: {}, run });`;
  return execFileSync(process.execPath, ['--input-type=module', '-e', script], { encoding: 'utf8', env: {} });
}

describe('an annotation', () => {
  it('is a workflow command with file and line, escaped', () => {
    const annotation = { message: '100 % off', title: 'a: b, c', file: 'src/a,b.ts', line: 3 };
    expect(printed(annotation)).toBe('::error title=a%3A b%2C c,file=src/a%2Cb.ts,line=3::100 %25 off\n');
  });

  it('cannot contain another command', () => {
    expect(printed({ message: 'a\n::set-output name=x::y' })).toBe('::error::a ::set-output name=x::y\n');
  });

  it('is a log line elsewhere', () => {
    expect(annotationLine('error', { message: 'm', title: 't', file: 'a.ts', line: 3 })).toBe(
      'error: a.ts:3: t: m',
    );
    expect(annotationLine('warning', { message: 'm', file: 'a.ts' })).toBe('warning: a.ts: m');
    expect(annotationLine('error', { message: 'm' })).toBe('error: m');
  });
});
