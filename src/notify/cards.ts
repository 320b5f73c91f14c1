import type { Notice } from './message.ts';

/**
 * Notices as JSON: Slack, Microsoft Teams and a generic webhook. Pure. Untrusted text is only in elements without markup:
 * `plain_text` of Slack, `TextRun` of an Adaptive Card.
 */

const signs = { critical: '🔴', warning: '🟠', info: '🟢' } as const;

/** Body for an incoming webhook of Slack (docs.slack.dev, Block Kit). `text` is what a phone shows before the message is opened. */
export function slackOf({ severity, title, why, next, source, url }: Notice): object {
  const head = `${signs[severity]} ${title}`;
  const plain = (text: string) => ({ type: 'plain_text', text, emoji: false });
  const link = { type: 'mrkdwn', text: `<${entities(url)}|Open the run>` };
  return {
    text: entities(head),
    mrkdwn: false,
    parse: 'none',
    link_names: false,
    unfurl_links: false,
    unfurl_media: false,
    blocks: [
      // A header has at most 150 characters.
      ...[head, why, next].filter(text => text !== '').map(text => ({ type: 'section', text: plain(text) })),
      ...(url === '' ? [] : [{ type: 'section', text: link }]),
      { type: 'context', elements: [plain(source)] },
    ],
  };
}

/** The control characters of Slack. */
const entities = (text: string) =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');

/** Body for a workflow webhook of Microsoft Teams: a message with an Adaptive Card. A `RichTextBlock` has no Markdown. */
export function teamsOf({ severity, title, why, next, source, url }: Notice): object {
  const block = (text: string, style: object = {}) => ({
    type: 'RichTextBlock',
    inlines: [{ type: 'TextRun', text, ...style }],
  });
  const color = { critical: 'attention', warning: 'warning', info: 'good' }[severity];
  const content = {
    $schema: 'http://adaptivecards.io/schemas/adaptive-card.json',
    type: 'AdaptiveCard',
    version: '1.4',
    msteams: { width: 'Full' },
    body: [
      block(title, { weight: 'bolder', size: 'medium', color }),
      ...[why, next].filter(text => text !== '').map(text => block(text)),
      block(source, { isSubtle: true, size: 'small' }),
    ],
    ...(url === '' ? {} : { actions: [{ type: 'Action.OpenUrl', title: 'Open the run', url }] }),
  };
  const contentType = 'application/vnd.microsoft.card.adaptive';
  return { type: 'message', attachments: [{ contentType, contentUrl: null, content }] };
}

/** Body for a generic webhook; docs/notifications.md describes it. */
export function webhookOf({ event: { release, baseline, ...event }, ...notice }: Notice): object {
  const known = { ...(release && { release }), ...(baseline && { baseline }) };
  return { version: 1, ...notice, ...event, ...known };
}
