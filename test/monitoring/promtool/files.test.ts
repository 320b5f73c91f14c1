import { describe, expect, it } from 'vitest';
import { bundleFiles, bundleOf } from '../../../src/monitoring/bundle.ts';
import type { MonitoringSubject } from '../../../src/monitoring/subject.ts';
import { everything, manifests, recovered, shop } from '../subjects.ts';
import { promtool, runPromtool } from './promtool.ts';

const [synchronous, lagging] = recovered.databases.shop.replicas;
const database = {
  ...recovered.databases.shop,
  'archive-timeout': '60s',
  // Two promises, so two alerts.
  replicas: [synchronous, lagging, { ...lagging, 'max-lag': '10m' }],
};
const subjects: Record<string, MonitoringSubject> = {
  'little is declared': shop(),
  'everything is declared': shop(
    everything,
    { recovery: { ...recovered, databases: { shop: database } } },
    manifests,
  ),
};

describe.skipIf(promtool === undefined)('M2: promtool accepts, where', () => {
  it.each(Object.entries(subjects))('%s, the rules, of which no two are equal', async (_, subject) => {
    const text = bundleOf(subject).files[bundleFiles.rules] ?? '';
    const args = ['check', 'rules', '--lint=all', '--lint-fatal', 'rules.yml'];
    const { code, said } = await runPromtool(args, { 'rules.yml': text });
    expect(code, said).toBe(0);
    expect(said).toMatch(/SUCCESS: \d+ rules found/);
  });

  it.each(Object.entries(subjects))('M1: %s, the scrape configuration', async (_, subject) => {
    const text = bundleOf(subject).files[bundleFiles.scrape] ?? '';
    const alone = await runPromtool(['check', 'config', 'scrape.yml'], { 'scrape.yml': text });
    expect(alone.code, alone.said).toBe(0);
    // As docs/monitoring.md says.
    const files = {
      'prometheus.yml': 'rule_files: [rules.yml]\nscrape_config_files: [scrape.yml]\n',
      'rules.yml': bundleOf(subject).files[bundleFiles.rules] ?? '',
      'scrape.yml': text,
    };
    const named = await runPromtool(['check', 'config', 'prometheus.yml'], files);
    expect(named.code, named.said).toBe(0);
  });

  it('refuses a scrape configuration with a mistake', async () => {
    const text = (bundleOf(subjects['everything is declared']!).files[bundleFiles.scrape] ?? '').replace(
      'action: keep',
      'action: hold',
    );
    const { code, said } = await runPromtool(['check', 'config', 'scrape.yml'], { 'scrape.yml': text });
    expect(code).not.toBe(0);
    expect(said).toContain('hold');
  });
});
