import { execFile } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { expect } from 'vitest';
import { stringify } from 'yaml';
import { PACKAGED, PROMTOOL } from '../../../lab/debian.ts';
import { cacheRoot } from '../../../lab/lab.ts';
import { MODULES, moduleVersion } from '../../../lab/tools.ts';
import type { RuleGroup } from '../../../src/monitoring/rules/rule.ts';
import { findOnPath } from '../../../src/toolkit/child.ts';

/** Rules, evaluated by Prometheus' own unit tests (prometheus.io, "Unit testing for rules"). */

/** The promtool on the PATH, or one that a lab has built or downloaded. */
export const promtool = [
  findOnPath('promtool'),
  ...[builtVersion(), `debian-${PROMTOOL.version}`].map(each =>
    join(cacheRoot(), 'tools', `promtool-${each}`, 'promtool'),
  ),
].find(path => path !== undefined && existsSync(path));

/** The amtool on the PATH, or one that a lab has downloaded. */
export const amtool = [
  findOnPath('amtool'),
  join(cacheRoot(), 'tools', `prometheus-alertmanager_${PACKAGED.amtool.version}`, PACKAGED.amtool.file),
].find(path => path !== undefined && existsSync(path));

// A skipped test must be seen: the log says what is not tested, and how to test it.
if (promtool === undefined || amtool === undefined)
  process.stderr.write(
    'promtool or amtool is missing, so tests of rules or routes are skipped: scripts/lab up --with alerting\n',
  );

function builtVersion(): string {
  const mods = readFileSync(join(MODULES.tools, 'go.mod'), 'utf8');
  return moduleVersion(mods, 'github.com/prometheus/prometheus');
}

/** Runs promtool or another program with files in a folder of its own. @returns its exit code, and what it says. */
export async function runPromtool(
  args: readonly string[],
  files: Readonly<Record<string, string>>,
  program = promtool ?? 'promtool',
): Promise<{ code: number; said: string }> {
  const folder = await mkdtemp(join(tmpdir(), 'promtool-'));
  try {
    for (const [name, text] of Object.entries(files)) await writeFile(join(folder, name), text);
    const { stdout, stderr } = await promisify(execFile)(program, args, { cwd: folder });
    return { code: 0, said: `${stdout}${stderr}` };
  } catch (error) {
    const { code, stdout, stderr } = error as { code: number; stdout: string; stderr: string };
    return { code, said: `${stdout}${stderr}` };
  } finally {
    await rm(folder, { recursive: true });
  }
}

/** The labels of an alert that fires, without those of its rule. */
type Firing = Readonly<Record<string, string>>;

interface Situation {
  /** Time between two samples. */
  readonly every: string;
  /** Time between two evaluations; by default that between two samples. */
  readonly evaluated?: string;
  /** Values in the notation of promtool: `1x3` is four times 1, `0+60x3` grows by 60, `_` is no sample. */
  readonly series: Readonly<Record<string, string>>;
  /** Which alerts fire, by name and time. */
  readonly firing: Readonly<Record<string, Readonly<Record<string, readonly Firing[]>>>>;
}

/** Evaluates rules on made-up series, and expects exactly these alerts, with their labels and sentences. */
export async function expectAlerts(groups: readonly RuleGroup[], situation: Situation): Promise<void> {
  const { every, evaluated = every, series, firing } = situation;
  const rules = rulesFor(groups, Object.keys(firing));
  const test = {
    rule_files: ['rules.yml'],
    evaluation_interval: evaluated,
    tests: [
      {
        interval: every,
        input_series: Object.entries(series).map(([name, values]) => ({ series: name, values })),
        alert_rule_test: Object.entries(firing).flatMap(([alertname, times]) =>
          Object.entries(times).map(([at, expected]) => ({
            ...{ eval_time: at, alertname },
            exp_alerts: expected.map(labels => alertOf(rules, alertname, labels)),
          })),
        ),
      },
    ],
  };
  const yaml = (content: unknown) => stringify(content, { lineWidth: 0 });
  const { code, said } = await runPromtool(['test', 'rules', 'test.yml'], {
    'rules.yml': yaml({ groups: rules.length === 0 ? [] : [{ name: 'tested', rules }] }),
    'test.yml': yaml(test),
  });
  expect(code, said).toBe(0);
}

type Rule = RuleGroup['rules'][number];

/**
 * Returns the alerts with these names, and what is recorded for them, in one group without an interval of its own, so that a test of days takes
 * seconds. Values in sentences are left out: versions of Prometheus differ in their last digits.
 */
function rulesFor(groups: readonly RuleGroup[], names: readonly string[]): Rule[] {
  const all = groups.flatMap(({ rules }) => rules);
  const alerts = all.flatMap(rule => {
    if (!('alert' in rule) || !names.includes(rule.alert)) return [];
    const without = (text: string) => text.replaceAll(/\{\{ \$value[^}]*\}\}/g, '…');
    const { summary, description } = rule.annotations;
    return [{ ...rule, annotations: { summary: without(summary), description: without(description) } }];
  });
  const recorded = all.filter(
    rule => 'record' in rule && alerts.some(({ expr }) => expr.includes(`${rule.record}{`)),
  );
  return [...recorded, ...alerts];
}

/** Returns an alert as promtool expects it: all labels, and the sentences with their labels filled in. */
function alertOf(rules: readonly Rule[], alertname: string, labels: Firing) {
  // Of alerts with the same name, the one whose own labels are not contradicted.
  const rule = rules.find(
    each =>
      'alert' in each &&
      each.alert === alertname &&
      Object.entries(labels).every(([name, text]) => (each.labels[name] ?? text) === text),
  );
  if (rule === undefined || !('alert' in rule)) throw new Error(`there is no alert ${alertname}`);
  const exp_labels: Record<string, string> = { ...rule.labels, ...labels };
  const filled = (text: string) =>
    text.replaceAll(/\{\{ \$labels\.(\w+) \}\}/g, (_, name: string) => exp_labels[name] ?? '');
  const { summary, description } = rule.annotations;
  return {
    exp_labels,
    exp_annotations: { summary: filled(summary), description: filled(description) },
  };
}
