import { chmodSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { checkBundle } from '../../src/monitoring/check-bundle.ts';
import { wording } from '../wording.ts';
import { everything, shop } from './subjects.ts';

let folder: string;
const said: string[] = [];
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'bundle-'));
  said.length = 0;
  vi.stubEnv('PATH', folder);
});
afterEach(() => {
  vi.unstubAllEnvs();
  rmSync(folder, { recursive: true });
});

const program = (name: string, script: string) => {
  writeFileSync(join(folder, name), `#!/bin/sh\necho "$@" >> ${folder}/asked\n${script}\n`);
  chmodSync(join(folder, name), 0o755);
};
const check = () =>
  checkBundle('out', shop(everything), { env: { PATH: folder }, report: line => void said.push(line) });

describe('M11: the check of a bundle', () => {
  it('asks amtool for the receiver of each severity, and of none', async () => {
    program('promtool', '');
    program('amtool', '');
    expect(await check()).toEqual({ checked: true, faults: [] });
    const route =
      'config routes test --config.file=out/alertmanager.yml --verify.receivers=slipway-shop-production';
    const labels = 'app=shop environment=production';
    expect(readFileSync(join(folder, 'asked'), 'utf8').trim().split('\n')).toEqual([
      'check rules out/rules.yml',
      'check config out/scrape.yml',
      'check-config out/alertmanager.yml',
      ...['critical', 'warning', 'info'].map(each => `${route}-${each} ${labels} severity=${each}`),
      `${route}-warning ${labels}`,
    ]);
  });

  it('reports what is wrong, and what was not checked', async () => {
    program(
      'amtool',
      'case "$*" in *severity=info*) echo "WARNING: Expected receivers did not match" >&2; exit 1;; esac',
    );
    expect(await check()).toEqual({ checked: false, faults: [wording('Expected receivers did not match')] });
    expect(said).toEqual([wording('out/rules.yml', 'promtool'), wording('out/scrape.yml', 'promtool')]);
  });
});
