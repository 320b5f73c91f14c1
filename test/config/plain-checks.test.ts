import { describe, expect, it } from 'vitest';
import { parseConfig } from '../../src/config/contents.ts';
import { bareChecks, plainChecks } from '../../src/config/plain-checks.ts';
import { wording } from '../wording.ts';
import { changed, refusal } from './configs.ts';

const url = 'url: https://shop.example.com\n      identities: {me: {bearer: TOKEN}}\n      checks:';
const parsed = (checks: string) =>
  parseConfig(changed('checks: [{get: /ready}]', `${url} [${checks}]`), 'slipway.yml').environments
    .production!.verify!.checks;

describe('checks that need no identity', () => {
  const checks = parsed(
    [
      '{get: /bare, faster-than: 300ms, times: 20}',
      '{request: HEAD /head}',
      '{get: /sends, send: {headers: {Accept: text/html}}}',
      '{request: POST /posts}',
      '{get: /as, as: me}',
      '{get: /none, as: none}',
      '{get: /cookies, cookies: [session]}',
      '{get: /stored, stored-secrets: {a: STORED}}',
      '{get: /secrets, send: {form: {}, secrets: {a: SECRET}}}',
    ].join(', '),
  );

  it('change nothing, carry no secret, and measure nothing', () => {
    expect(plainChecks(checks).map(({ get }) => get)).toEqual(['/bare', '/head', '/sends', '/none']);
    expect(plainChecks(checks)[0]).toEqual({ get: '/bare', status: 200, 'retry-for': 30_000 });
  });

  it('are passed on by the API server if they are a bare GET', () => {
    expect(bareChecks(checks).map(({ get }) => get)).toEqual(['/bare', '/none']);
  });

  it('are not sent through the API server if it changes what they expect', () => {
    const answers = parsed(
      [
        "{get: /cors, headers: {Access-Control-Allow-Origin: '*'}}",
        '{get: /page, body: "<!DOCTYPE html>\\n<p>Shop</p>"}',
        '{get: /typed, type: TEXT/HTML, body: OK}',
        '{get: /exposed, headers: {Access-Control-Expose-Headers: X-Total}}',
        '{get: /cached, headers: {Cache-Control: no-store}}',
        '{get: /html, type: text/html}',
        '{get: /xml, type: text/xml, body: <html/>}',
        '{get: /text, body: OK}',
      ].join(', '),
    );
    expect(bareChecks(answers).map(({ get }) => get)).toEqual([
      '/exposed',
      '/cached',
      '/html',
      '/xml',
      '/text',
    ]);
  });

  it('are what `gate: checks` needs', () => {
    const gated = `    route: HTTPRoute/shop\n    strategy: {canary: {bake: {for: 5m}}}\n    gate: checks\n    verify:\n      ${url} `;
    const text = (check: string) =>
      changed('    verify:\n      checks: [{get: /ready}]', `${gated}[${check}]`);
    expect(refusal(text('{get: /as, as: me}'))).toEqual(wording('gate: checks'));
    expect(() => parseConfig(text('{get: /ready}'), 'slipway.yml')).not.toThrow();
  });
});
