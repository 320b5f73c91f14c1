/** Prints the job summary of a decision record as a page that looks as on GitHub. For scripts/picture. */
import { readFileSync } from 'node:fs';
import { micromark } from 'micromark';
import { gfm, gfmHtml } from 'micromark-extension-gfm';
import type { DecisionRecord } from '../src/decision/schema.ts';
import { decisionSummary } from '../src/report/decision.ts';

const record: DecisionRecord = JSON.parse(readFileSync(process.argv[2] ?? '', 'utf8'));
const html = micromark(decisionSummary(record), { extensions: [gfm()], htmlExtensions: [gfmHtml()] }).replace(
  /<pre><code class="language-mermaid">(.*?)<\/code><\/pre>/gs,
  '<pre class="mermaid">$1</pre>',
);

console.log(`<!doctype html>
<meta charset="utf-8">
<style>
  body { margin: 0; padding: 24px 32px; font: 14px/1.5 "DejaVu Sans", "Noto Color Emoji", sans-serif; color: #1f2328; }
  h3 { font-size: 19px; margin: 0 0 16px; }
  h4 { font-size: 15px; margin: 24px 0 12px; }
  p { margin: 0 0 16px; }
  a { color: #0969da; }
  code { font: 12px "DejaVu Sans Mono", monospace; background: #eff1f3; border-radius: 6px; padding: 2px 5px; }
  table { border-collapse: collapse; margin: 0 0 16px; }
  th, td { border: 1px solid #d1d9e0; padding: 6px 13px; text-align: left; }
  tr:nth-child(even) td { background: #f6f8fa; }
  pre.mermaid { margin: 0 0 8px; }
  pre.mermaid svg { display: block; max-width: 100% !important; height: auto; }
</style>
${html}
<script>
${readFileSync('node_modules/@mermaid-js/tiny/dist/mermaid.tiny.js', 'utf8')}
mermaid.initialize({ startOnLoad: true });
</script>`);
