/** The style of a report: light and dark, for screen and print, without external files. */
export const style = `
:root {
  color-scheme: light dark;
  --paper: #ffffff; --ink: #1c2128; --soft: #59636e; --faint: #e6e9ed; --panel: #f6f8fa; --band: #f3f5f8;
  --candidate: #c2410c; --baseline: #1d6fd8; --harm: #c81e3a; --good: #1a7f37; --quiet: #6b7280; --rollback: #fdeaec;
  --good-ground: #e7f6ec; --open-ground: #fff6df; --bad-ground: #fdeaec; --open: #8a6100;
}
@media (prefers-color-scheme: dark) {
  :root {
    --paper: #0f1319; --ink: #e3e8ee; --soft: #9aa5b1; --faint: #2a313b; --panel: #171c24; --band: #171c24;
    --candidate: #ff9457; --baseline: #6cabff; --harm: #ff7086; --good: #4ac26b; --quiet: #8b949e; --rollback: #3a1c22;
    --good-ground: #12301c; --open-ground: #332809; --bad-ground: #3a1820; --open: #e3b341;
  }
}
* { box-sizing: border-box; }
body { margin: 0; background: var(--paper); color: var(--ink); font: 15px/1.5 system-ui, -apple-system, "Segoe UI", Roboto, "DejaVu Sans", sans-serif; }
main { max-width: 1040px; margin: 0 auto; padding: 32px 24px 64px; }
header p { margin: 0; color: var(--soft); }
h1 { font-size: 27px; line-height: 1.25; letter-spacing: -0.01em; margin: 4px 0 18px; font-weight: 650; text-wrap: balance; }
h1::first-letter { text-transform: uppercase; }
h2 { font-size: 17px; margin: 36px 0 2px; font-weight: 650; }
h2 + p { margin: 0 0 10px; color: var(--soft); font-size: 13.5px; max-width: 110ch; }
a { color: var(--baseline); }
.verdict { border-left: 5px solid; border-radius: 6px; padding: 12px 16px; display: grid; grid-template-columns: max-content 1fr; gap: 4px 14px; }
.verdict dt { font-weight: 650; } .verdict dd { margin: 0; overflow-wrap: anywhere; }
.verdict.good { background: var(--good-ground); border-color: var(--good); }
.verdict.open { background: var(--open-ground); border-color: var(--open); }
.verdict.bad { background: var(--bad-ground); border-color: var(--harm); }
.tiles { display: grid; grid-template-columns: repeat(auto-fit, minmax(170px, 1fr)); gap: 10px; margin: 16px 0 0; padding: 0; }
.tiles div { background: var(--panel); border-radius: 6px; padding: 10px 14px; }
.tiles dt { color: var(--soft); font-size: 12.5px; } .tiles dd { margin: 0; font-size: 21px; font-weight: 600; font-variant-numeric: tabular-nums; }
.legend { display: flex; flex-wrap: wrap; gap: 4px 18px; margin: 0 0 2px 52px; padding: 0; list-style: none; font-size: 13px; color: var(--soft); }
.legend li::before { content: ""; display: inline-block; width: 16px; height: 0; border-top: 3px solid var(--tone); vertical-align: middle; margin-right: 6px; border-radius: 2px; }
.legend .faint::before { opacity: 0.4; }
svg { display: block; width: 100%; height: auto; overflow: visible; }
svg text { font-size: 12px; fill: var(--soft); font-variant-numeric: tabular-nums; }
svg .y { text-anchor: end; dominant-baseline: middle; } svg .x { text-anchor: middle; }
svg .unit { text-anchor: start; font-size: 11px; } svg text.unit:not(.end) { text-anchor: end; } svg .unit.end { text-anchor: end; }
svg .grid { stroke: var(--faint); fill: none; } svg .zero { stroke: var(--quiet); } svg .tick { stroke: var(--quiet); }
.band rect { fill: transparent; } .band.odd rect { fill: var(--band); } .band.rollback rect { fill: var(--rollback); }
.band text { text-anchor: middle; font-size: 11px; }
.candidate { --tone: var(--candidate); } .baseline { --tone: var(--baseline); } .harm { --tone: var(--harm); }
.good { --tone: var(--good); } .quiet { --tone: var(--quiet); }
.line { fill: none; stroke: var(--tone); stroke-width: 2; stroke-linejoin: round; stroke-linecap: round; }
.line.thin { stroke-width: 1; opacity: 0.45; }
.line.steps { stroke-width: 1.6; stroke-linejoin: miter; }
.dots circle { fill: var(--tone); opacity: 0.4; }
.spots circle { fill: transparent; } .spots circle:hover { fill: var(--tone); }
.limit path { stroke: var(--tone); stroke-width: 1.3; stroke-dasharray: 5 4; fill: none; }
.limit text { fill: var(--tone); font-size: 11.5px; paint-order: stroke; stroke: var(--paper); stroke-width: 4px; }
.interval path { stroke: var(--tone); stroke-width: 2.5; fill: none; stroke-linecap: round; } .interval circle { fill: var(--tone); stroke: var(--paper); stroke-width: 1.5; }
.interval text { text-anchor: end; dominant-baseline: middle; font-size: 13px; fill: var(--ink); }
.scroll { overflow-x: auto; }
table { border-collapse: collapse; width: 100%; font-size: 13.5px; margin-top: 6px; }
th, td { text-align: left; vertical-align: top; padding: 6px 14px 6px 0; border-bottom: 1px solid var(--faint); font-variant-numeric: tabular-nums; }
caption { text-align: left; } details caption { color: var(--soft); }
thead th { color: var(--soft); font-weight: 550; vertical-align: bottom; }
tbody th { font-weight: inherit; }
td { overflow-wrap: break-word; min-width: 5ch; } td.number, th.number { text-align: right; padding-right: 22px; } td.number, tbody th { white-space: nowrap; }
.about td { overflow-wrap: anywhere; }
.about th { color: var(--soft); width: 1%; overflow-wrap: normal; }
.status::before { content: ""; display: inline-block; width: 9px; height: 9px; border-radius: 50%; background: var(--tone); margin-right: 7px; }
details { margin-top: 28px; } summary { cursor: pointer; font-weight: 600; }
code { font: 12.5px ui-monospace, SFMono-Regular, Menlo, "DejaVu Sans Mono", monospace; background: var(--panel); padding: 1px 5px; border-radius: 4px; }
footer { margin-top: 40px; color: var(--soft); font-size: 13px; }
@media (max-width: 600px) { main { padding: 18px 14px 40px; } .verdict { grid-template-columns: 1fr; } h1 { font-size: 22px; } }
@media print {
  :root { color-scheme: light; }
  main { max-width: none; padding: 0; } section, tr, .tiles { break-inside: avoid; } h2 { break-after: avoid; }
  .verdict, .tiles div, .band rect, svg { print-color-adjust: exact; -webkit-print-color-adjust: exact; }
  table { font-size: 11px; } th, td { padding-right: 8px; } .scroll { overflow: visible; }
  details:not([open]) { display: none; }
}
@page { margin: 16mm; }
`;
