import { describe, expect, it } from 'vitest';
import { bundleFiles, bundleOf } from '../../../src/monitoring/bundle.ts';
import { everything, shop } from '../subjects.ts';
import { amtool, runPromtool } from './promtool.ts';

describe.skipIf(amtool === undefined)('M11: amtool routes an alert', () => {
  const files = { 'alertmanager.yml': bundleOf(shop(everything)).files[bundleFiles.alertmanager] ?? '' };

  it.each([
    ['critical', ['severity=critical']],
    ['warning', ['severity=warning']],
    ['info', ['severity=info']],
    // As docs/monitoring.md says.
    ['warning', []],
    ['warning', ['severity=page']],
    ['critical', ['severity=critical', 'alertname=SlipwayAlertCheck', 'check=7']],
  ])('to the receiver of %s, and to no other, with the labels %j', async (severity, labels) => {
    const own = ['app=shop', 'environment=production', ...labels];
    const args = ['config', 'routes', 'test', '--config.file=alertmanager.yml', ...own];
    const { code, said } = await runPromtool(args, files, amtool);
    // Several receivers would be on the same line; below it is a warning about its flags.
    expect([code, said.split('\n')[0]]).toEqual([0, `slipway-shop-production-${severity}`]);
  });
});
