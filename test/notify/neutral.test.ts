import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { alertsOf } from '../../src/notify/alerts.ts';
import { slackOf, teamsOf, webhookOf } from '../../src/notify/cards.ts';
import { topicsOf } from '../../src/notify/issues.ts';
import { messageOf } from '../../src/notify/message.ts';
import { guarding, neutral } from '../../src/notify/neutral.ts';
import { mailOf, smsOf } from '../../src/notify/texts.ts';
import { withoutCode } from '../rendered.ts';
import { search } from '../search.ts';
import { event, runUrl } from './events.ts';

describe('untrusted text', () => {
  it.each([
    ['@channel <!here> <@U012> @acme/ops', '@ channel < !here> < @ U012> @ acme/ops'],
    ['see https://evil.example/x', 'see https: //evil. example/x'],
    ['see www.evil.com now', 'see www. evil. com now'],
    ['read rollback.yml and app.json', 'read rollback.yml and app.json'],
    ['a.yml.com', 'a. yml. com'],
    ['<script>x</script>', '< script>x< /script>'],
    ['a\r\nBcc: all@acme.example', 'a Bcc: all@ acme. example'],
    ['p99 0.8 s > 0.5 s, 6 % < 7 %', 'p99 0.8 s > 0.5 s, 6 % < 7 %'],
    ['zero\u200bwidth \u202eright to left', 'zerowidth right to left'],
  ])('%j becomes %j', (text, plain) => {
    expect(neutral(text)).toBe(plain);
  });

  it('is cut, between characters', () => {
    expect(neutral(`${'a'.repeat(298)}😀😀`)).toBe(`${'a'.repeat(298)}…`);
  });

  /** Fragments that do harm in some channel. */
  const fragment = fc.constantFrom(
    ...[
      '@channel',
      '@here',
      '<!here>',
      '<!channel|x>',
      '<@U012AB>',
      '@acme/ops',
      '<https://evil.example|ok>',
    ],
    ...[
      'https://evil.example',
      'www.evil.com',
      'evil.com',
      '[a](http://evil.example)',
      '![i](//evil.example)',
    ],
    ...[
      '<b>',
      '<img src=x>',
      '</html>',
      '\r\nBcc: x@y.zz\r\n',
      '\n\n.\r\n',
      '*b*',
      '_i_',
      '~s~',
      '`',
      '```',
      '#1',
      '|',
      '\u202e',
    ],
    ...[
      '\u200b',
      '&lt;!here&gt;',
      '\0',
      'a',
      ' ',
      '{{x}}',
      '<at>all</at>',
      '\ud83d',
      '"',
      '\\',
      '>',
      '<',
      '@',
      '://',
      '.',
    ],
  );
  const hostile = fc
    .array(fc.oneof(fragment, fc.string({ maxLength: 4 })), { maxLength: 30 })
    .map(all => all.join(''));

  /** Everything that a string in a JSON body holds, with its type. */
  const texts = (value: unknown): { type: unknown; text: string }[] => {
    if (Array.isArray(value)) return value.flatMap(texts);
    if (typeof value !== 'object' || value === null) return [];
    const { type } = value as { type?: unknown };
    return Object.entries(value).flatMap(([key, each]) =>
      typeof each === 'string' ? (key === 'text' ? [{ type, text: each }] : []) : texts(each),
    );
  };
  // An ellipsis is where a text was cut.
  const harmless = (text: string) => {
    const own = text.replaceAll(runUrl, '');
    expect(own).not.toMatch(/@[^\s.…]|<[^\s.…]|:\/\/|[\p{L}\p{N}_-]\.(?!(?:ya?ml|json)\b)\p{L}{2}/u);
    expect(own).not.toMatch(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/u);
  };
  const notices = hostile.map(text =>
    messageOf(
      event({
        reason: text,
        name: text,
        kind: 'alert',
        outcome: 'failure',
        origin: { run: text, actor: text, revision: text, url: runUrl },
      }),
    ),
  );

  it('mentions, links, formats and breaks nothing in Slack', () => {
    fc.assert(
      fc.property(notices, notice => {
        const body = slackOf(notice) as { text: string; mrkdwn: boolean; blocks: unknown[] };
        expect(body).toMatchObject({ mrkdwn: false, link_names: false, parse: 'none', unfurl_links: false });
        // Entities are text in Slack.
        expect(body.text).not.toMatch(/[<>]/);
        const [link, ...more] = texts(body.blocks).filter(({ type }) => type === 'mrkdwn');
        expect([link?.text, more]).toEqual([`<${runUrl}|Open the run>`, []]);
        for (const { type, text } of texts(body.blocks)) if (type === 'plain_text') harmless(text);
      }),
      search(1000),
    );
  });

  it('is without markup in Teams', () => {
    fc.assert(
      fc.property(notices, notice => {
        const body = JSON.stringify(teamsOf(notice));
        for (const { type, text } of texts(JSON.parse(body))) {
          expect(type).toBe('TextRun');
          harmless(text);
        }
        expect(body.match(/https?:\/\//g)).toHaveLength(2);
        expect(body).not.toContain('"TextBlock"');
      }),
      search(1000),
    );
  });

  it('writes no header and no link in a mail, a text message, a webhook or an alert', () => {
    fc.assert(
      fc.property(notices, notice => {
        const { subject, text, thread } = mailOf(notice);
        harmless(subject);
        for (const line of text.split('\n')) harmless(line);
        expect(thread).toMatch(/^<[\w.-]+@slipway\.invalid>$/);
        harmless(smsOf(notice));
        for (const key of ['title', 'why', 'next', 'source', 'key'])
          harmless(Reflect.get(webhookOf(notice), key));
        for (const { annotations } of alertsOf(notice, 0)) Object.values(annotations).forEach(harmless);
      }),
      search(1000),
    );
  });

  it('is code in an issue', () => {
    fc.assert(
      fc.property(notices, notice => {
        const { said } = topicsOf(notice)[0]!;
        const outside = withoutCode(said?.body ?? '').replace(/^<!-- .* -->$/m, '');
        expect(outside.replace(`[the run](${runUrl})`, '')).not.toMatch(/[<@`[\]*_]|:\/\//);
        harmless(said?.title ?? '');
      }),
      search(1000),
    );
  });
});

describe('a guarded text', () => {
  it('is searched for secrets before it is changed', () => {
    const safe = guarding(['https://hooks.slack.com/services/T0/B0/abcdefgh']);
    expect(safe('posted to https://hooks.slack.com/services/T0/B0/abcdefgh')).toBe('posted to (hidden)');
    expect(safe('login shop:hunter22@db at https://shop:hunter22@db.example/x')).not.toContain(
      'https://shop:hunter22',
    );
  });
});
