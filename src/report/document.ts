import { Html, html } from './html.ts';
import { style } from './style.ts';

/**
 * A report as one HTML file. It fetches nothing and runs no script, and says so to the browser.
 * @param body what is inside of `main`. @param more CSS beside that of all reports.
 */
export function htmlDocument(title: string, body: Html, more = ''): string {
  return html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<meta name="referrer" content="no-referrer">
<title>${title}</title>
<style>${new Html(style + more)}</style>
</head>
<body><main>
${body}
</main></body>
</html>
`.text;
}
