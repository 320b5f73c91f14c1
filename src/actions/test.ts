import { dirname } from 'node:path';
import { loadConfig } from '../config/load.ts';
import { annotationsOf } from '../testing/annotations.ts';
import { percent } from '../testing/coverage.ts';
import { testSummary } from '../testing/summary.ts';
import { test } from '../testing/test.ts';
import { count } from '../testing/verdict.ts';
import { defineAction, optional, setOutputs } from '../toolkit/host.ts';
import * as shared from './inputs.ts';

export const testAction = defineAction({
  name: 'test',
  description: 'Run the tests, read their JUnit and coverage reports, and check the thresholds.',
  inputs: {
    config: shared.config,
    run: optional(
      'Command, which bash runs in the folder of slipway.yml. Default: `test.run` in slipway.yml.',
    ),
    secrets: optional(
      'JSON object that maps variable names to values, which the tests get in their environment. A run for a fork gets none. A value shorter than 6 characters is not masked in the log. Default: none.',
    ),
  },
  outputs: {
    passed: 'Number of tests that passed; empty if no JUnit report is declared.',
    failed: 'Number of tests that failed.',
    skipped: 'Number of tests that were skipped.',
    'line-coverage': 'Line coverage in percent, such as `71.42`; empty if it is unknown.',
    'branch-coverage': 'Branch coverage in percent; empty if it is unknown.',
    verdict: '`pass` or `fail`.',
    reason: 'What failed (tests, a threshold, a report or the command), in one sentence; otherwise empty.',
  },
  refused: { verdict: 'fail' },
  recorded: [],
  run: async (inputs, host) => {
    const config = await loadConfig(inputs.config);
    const declared = { ...config.test, ...(inputs.run === '' ? {} : { run: inputs.run }) };
    const env = { ...host.env, ...(await shared.secretsFor('tests', inputs.secrets, host)) };
    const place = { env, folder: dirname(inputs.config), signal: host.cancellation() };
    const { log, quote, report } = host;
    const { withServices } = await import('../testing/services.ts');
    const result = await withServices(declared.services, { ...place, quote }, () =>
      test({ declared, ...place, log, report }),
    );
    const counts = result.cases === undefined ? undefined : count(result.cases);
    const { lines, branches } = result.coverage ?? {};
    const { verdict, reason } = result;
    setOutputs(host, {
      passed: counts?.passed,
      failed: counts?.failed,
      skipped: counts?.skipped,
      'line-coverage': lines && percent(lines),
      'branch-coverage': branches && percent(branches),
      verdict,
      reason,
    });
    await host.summary(testSummary(config.app, result, declared.coverage ?? {}));
    for (const each of annotationsOf(result.cases ?? [], result.sources)) host.annotate('error', each);
    for (const note of result.notes) host.report(note);
    host.report(`tests: ${verdict}${reason === '' ? '' : `, ${reason}`}`);
    return verdict === 'pass';
  },
});
