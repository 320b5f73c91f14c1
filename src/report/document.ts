import { Html, html } from './html.ts';
import { style } from './style.ts';

/**
 * Returns a report as one HTML file. It loads nothing and runs no script; its Content-Security-Policy enforces that.
 * @param body the content of `main`. @param css added to the style of all reports.
 */
export function htmlDocument(title: string, body: Html, css = ''): string {
  return html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<meta name="referrer" content="no-referrer">
<title>${title}</title>
<style>${new Html(style + css)}</style>
</head>
<body><main>
${body}
</main></body>
</html>
`.text;
}
