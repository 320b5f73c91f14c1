import { spawnSync } from 'node:child_process';
import { chmodSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { readPayload } from '../../../src/monitoring/alerts/dispatch.ts';
import { blocksOf } from '../../contract/markdown.ts';
import { shop } from '../subjects.ts';
import { alertIn, bodyOf } from './payloads.ts';

/** The ways in docs/alerts.md from Alertmanager to `slipway alerts rollback`. */

const blocks = blocksOf('docs/alerts.md').map(({ text }) => text);
const block = (word: string) => blocks.find(text => text.includes(word)) ?? '';
const subject = shop({ rollback: {} });
const names = ['SlipwayErrorBudgetBurn'];

describe('a recipe', () => {
  it('lets Alertmanager send what GitHub takes', () => {
    const [receiver] = (parse(block('event_type: slipway-alert')) as { receivers: Recipe[] }).receivers;
    const { event_type, client_payload } = receiver!.webhook_configs[0]!.payload;
    expect(event_type).toBe('slipway-alert');
    // GitHub takes 10 keys at most; those of the plain body are more.
    expect(Object.keys(bodyOf()).length).toBeGreaterThan(10);
    expect(Object.keys(client_payload)).toEqual(['version', 'alerts']);
    expect(client_payload.alerts).toBe('{{ .Alerts | toJson }}');
    for (const version of ['4', 4])
      expect(readPayload(JSON.stringify({ version, alerts: [alertIn()] }), subject, undefined)).toEqual(
        names,
      );
  });

  it('signs what a relay passes on, byte by byte, whatever the body is', () => {
    const folder = mkdtempSync(join(tmpdir(), 'relay-'));
    try {
      // Keeps what it would send.
      writeFileSync(join(folder, 'curl'), `#!/bin/sh\ncat > ${folder}/sent\n`);
      // As jq does for these arguments: --arg body … --arg signature …
      writeFileSync(
        join(folder, 'jq'),
        `#!${process.execPath}\nconst [, , , , , body, , , signature] = process.argv;\nconsole.log(JSON.stringify({ event_type: 'slipway-alert', client_payload: { body, signature } }));\n`,
      );
      for (const name of ['curl', 'jq']) chmodSync(join(folder, name), 0o755);
      const body = JSON.stringify(bodyOf(alertIn({ pod: '$(id) `id` "\\' })));
      const env = {
        PATH: `${folder}${delimiter}${process.env.PATH}`,
        ALERT_SECRET: 'hunter22',
        GITHUB_DISPATCH_TOKEN: 't',
      };
      const ran = spawnSync('bash', ['--norc', '-euo', 'pipefail', '-c', block('openssl')], {
        input: body,
        env,
        encoding: 'utf8',
      });
      expect([ran.status, ran.stderr]).toEqual([0, '']);
      const { client_payload } = JSON.parse(readFileSync(join(folder, 'sent'), 'utf8'));
      expect(readPayload(JSON.stringify(client_payload), subject, 'hunter22')).toEqual(names);
      expect(readPayload(JSON.stringify(client_payload), subject, 'hunter23')).toEqual({
        ignored: expect.any(String),
      });
    } finally {
      rmSync(folder, { recursive: true });
    }
  });
});

interface Recipe {
  webhook_configs: { payload: { event_type: string; client_payload: Record<string, unknown> } }[];
}
