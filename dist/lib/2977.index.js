export const id = 2977;
export const ids = [2977];
export const modules = {

/***/ 93391:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   C: () => (/* binding */ backupFacts),
/* harmony export */   W: () => (/* binding */ levelText),
/* harmony export */   reportOf: () => (/* binding */ reportOf)
/* harmony export */ });
/* harmony import */ var _levels_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(92954);
/* harmony import */ var _phases_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(96001);
/* harmony import */ var _verdict_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(6552);



const backupFacts = ({ label, endedAt, size }, repository) => ({ label, repository, endedAt, bytes: size });
function reportOf(facts) {
    const { skipped: _, error: __, refused: ___, ...seen } = facts;
    const { outage, injectedAt, backup, phaseTimes, assumedDetection } = facts;
    const failedAt = injectedAt ?? facts.startedAt;
    const verdict = (0,_verdict_js__WEBPACK_IMPORTED_MODULE_2__/* .judgeDrill */ .J)(facts);
    return {
        schema: 1,
        ...seen,
        ...verdict,
        reached: (0,_levels_js__WEBPACK_IMPORTED_MODULE_0__.reached)(facts.levelChecks),
        breakdown: outage?.kind === 'over'
            ? (0,_phases_js__WEBPACK_IMPORTED_MODULE_1__/* .divide */ .Qr)({ from: outage.from, to: outage.to }, phaseTimes, assumedDetection)
            : undefined,
        naive: {
            rto: facts.endedAt - facts.startedAt,
            ...(backup === undefined ? {} : { rpo: Math.max(0, failedAt - backup.endedAt) }),
        },
    };
}
const levelText = (level) => level === undefined ? 'none' : `${level}: ${_levels_js__WEBPACK_IMPORTED_MODULE_0__/* .meanings */ .Dd[level]}`;


/***/ }),

/***/ 96001:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   AQ: () => (/* binding */ drillPhases),
/* harmony export */   Qr: () => (/* binding */ divide),
/* harmony export */   dU: () => (/* binding */ requirePhaseOrder)
/* harmony export */ });
/* harmony import */ var _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(92317);

const drillPhases = [
    'inject',
    'detect',
    'decide',
    'provision',
    'restore',
    'replay',
    'start',
    'verify',
    'cutover',
];
function divide({ from, to }, phaseTimes, assumedDetection = 0) {
    if (!(to >= from))
        throw new RangeError(`an outage from ${from} to ${to}`);
    if (!(assumedDetection >= 0))
        throw new RangeError(`an assumed detection of ${assumedDetection} ms`);
    requirePhaseOrder(phaseTimes);
    const parts = [{ name: 'assumed detection', kind: 'assumed', took: assumedDetection }];
    const within = (at) => Math.min(Math.max(at, from), to);
    let clock = from;
    let before;
    for (const { phase, ...each } of phaseTimes) {
        const name = before === undefined ? `before ${phase}` : `between ${before} and ${phase}`;
        parts.push({ name, kind: 'gap', took: within(each.from) - clock });
        parts.push({ name: phase, kind: 'phase', took: within(each.to) - within(each.from) });
        clock = within(each.to);
        before = phase;
    }
    parts.push({ name: before === undefined ? 'all of it' : `after ${before}`, kind: 'gap', took: to - clock });
    return { parts: parts.filter(({ took }) => took > 0), total: to - from + assumedDetection };
}
function requirePhaseOrder(phaseTimes) {
    let last;
    let rank = -1;
    for (const each of phaseTimes) {
        if (!(each.to >= each.from))
            throw disorder(`${each.phase} ends before it begins`);
        if (last !== undefined && each.from < last.to)
            throw disorder(`${each.phase} begins before ${last.phase} ends`);
        const next = each.phase === 'queue' ? rank : drillPhases.indexOf(each.phase);
        const continues = next === rank && last?.phase === 'queue';
        if (each.phase !== 'queue' && next <= rank && !continues)
            throw disorder(next === rank ? `${each.phase} occurs twice` : `${each.phase} comes after ${drillPhases[rank]}`);
        [last, rank] = [each, next];
    }
}
const disorder = (problem) => new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo(`the times of the recovery contradict each other: ${problem}`, 'record each phase once in a job, in the order in which they happen');


/***/ }),

/***/ 48097:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  r: () => (/* binding */ htmlDocument)
});

// EXTERNAL MODULE: ./.build/js/src/report/html.js
var html = __webpack_require__(57555);
;// CONCATENATED MODULE: ./.build/js/src/report/style.js
const style = `
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

;// CONCATENATED MODULE: ./.build/js/src/report/document.js


function htmlDocument(title, body, css = '') {
    return (0,html/* html */.qy) `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<meta name="referrer" content="no-referrer">
<title>${title}</title>
<style>${new html/* Html */.Ed(style + css)}</style>
</head>
<body><main>
${body}
</main></body>
</html>
`.text;
}


/***/ }),

/***/ 92977:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   drillPage: () => (/* binding */ drillPage)
/* harmony export */ });
/* harmony import */ var _recovery_drill_report_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(93391);
/* harmony import */ var _recovery_history_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(44245);
/* harmony import */ var _recovery_loss_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(93638);
/* harmony import */ var _recovery_outage_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(7722);
/* harmony import */ var _toolkit_duration_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(38650);
/* harmony import */ var _document_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(48097);
/* harmony import */ var _drill_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(82701);
/* harmony import */ var _html_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(57555);
/* harmony import */ var _page_table_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(66228);









function drillPage(report, history) {
    const { app, environment, scenario, startedAt, run, levelChecks, notes, left } = report;
    const { what, why, next, mood } = (0,_drill_js__WEBPACK_IMPORTED_MODULE_5__/* .drillHeadline */ .Y)(report);
    const body = (0,_html_js__WEBPACK_IMPORTED_MODULE_7__/* .html */ .qy) `<header>
<p>${app} in ${environment} · drill ${scenario} · ${(0,_toolkit_duration_js__WEBPACK_IMPORTED_MODULE_4__/* .formatTime */ .fU)(startedAt)} · ${run.actor} · ${(0,_page_table_js__WEBPACK_IMPORTED_MODULE_6__/* .linkHtml */ .eq)(run.id, run.url)}</p>
<h1>${what}</h1>
<dl class="verdict ${mood}"><dt>Why</dt><dd>${why}</dd><dt>Next</dt><dd>${next}</dd></dl>
${tiles(report)}
</header>
${phasesSection(report)}
${(0,_page_table_js__WEBPACK_IMPORTED_MODULE_6__/* .tableSection */ .Yc)({
        title: 'What was proved',
        head: ['level', 'what', 'result', 'details'],
        rows: levelChecks.map(({ level, what: of, state, sentence }) => [level, of, state, sentence]),
    })}
${listSection('Other observations', notes ?? [])}
${historySection(report, history)}
${listSection('Left behind', left)}
${(0,_page_table_js__WEBPACK_IMPORTED_MODULE_6__/* .tableSection */ .Yc)({ title: 'About', head: ['', ''], rows: about(report) })}
<footer>RTO counts from the first failed probe, or from the injection if that was earlier, to the first of several successful probes in a row. RPO counts acknowledged markers. Times are UTC.</footer>`;
    return (0,_document_js__WEBPACK_IMPORTED_MODULE_8__/* .htmlDocument */ .r)(`Drill ${scenario} of ${app} in ${environment}`, body);
}
const moment = (at) => new Date(at).toISOString().slice(0, 19).replace('T', ' ');
const listSection = (title, lines) => (0,_page_table_js__WEBPACK_IMPORTED_MODULE_6__/* .tableSection */ .Yc)({ title, head: ['what'], rows: lines.map(each => [each]) });
function tiles({ outage, loss, bound, target, reached, naive }) {
    const bounded = bound === undefined ? 'not measured' : (0,_recovery_loss_js__WEBPACK_IMPORTED_MODULE_2__/* .boundText */ .O6)(bound);
    return (0,_page_table_js__WEBPACK_IMPORTED_MODULE_6__/* .tilesHtml */ .fo)([
        ...(target === undefined
            ? [['RTO and RPO', 'do not apply']]
            : [
                [
                    `RTO, target ${(0,_toolkit_duration_js__WEBPACK_IMPORTED_MODULE_4__/* .formatDuration */ .a3)(target.rto)}`,
                    outage?.kind === 'over' ? (0,_toolkit_duration_js__WEBPACK_IMPORTED_MODULE_4__/* .formatDuration */ .a3)(outage.rto) : outage && (0,_recovery_outage_js__WEBPACK_IMPORTED_MODULE_3__/* .outageText */ .H)(outage),
                ],
                [`RPO, target ${(0,_toolkit_duration_js__WEBPACK_IMPORTED_MODULE_4__/* .formatDuration */ .a3)(target.rpo)}`, loss === undefined ? bounded : (0,_recovery_loss_js__WEBPACK_IMPORTED_MODULE_2__/* .pointText */ .EK)(loss.point)],
                ['acknowledged writes lost', loss && `${loss.lost.length} of ${loss.demanded}`],
            ]),
        ['level reached', reached ?? 'none'],
        ['script duration', (0,_toolkit_duration_js__WEBPACK_IMPORTED_MODULE_4__/* .formatDuration */ .a3)(naive.rto)],
        ['backup age', naive.rpo === undefined ? undefined : (0,_toolkit_duration_js__WEBPACK_IMPORTED_MODULE_4__/* .formatDuration */ .a3)(naive.rpo)],
    ]);
}
const width = 960;
const row = 26;
const left = 190;
function phasesSection({ breakdown }) {
    if (breakdown === undefined || breakdown.total <= 0)
        return undefined;
    const height = breakdown.parts.length * row + 24;
    return (0,_html_js__WEBPACK_IMPORTED_MODULE_7__/* .html */ .qy) `<section><h2>Where the time went</h2>
<svg viewBox="0 0 ${width} ${height}" role="img" aria-label="${breakdown.parts.map(({ name, took }) => `${name} ${(0,_toolkit_duration_js__WEBPACK_IMPORTED_MODULE_4__/* .formatDuration */ .a3)(took)}`).join(', ')}">
${bars(breakdown)}
<text class="x" x="${left}" y="${height - 4}">0</text><text class="x" x="${width - 30}" y="${height - 4}">${(0,_toolkit_duration_js__WEBPACK_IMPORTED_MODULE_4__/* .formatDuration */ .a3)(breakdown.total)}</text>
</svg></section>`;
}
function bars({ parts, total }) {
    const scale = (width - left - 30) / total;
    let at = 0;
    return parts.map(({ name, kind, took }, index) => {
        const x = left + at * scale;
        at += took;
        const y = index * row;
        const tone = { phase: 'baseline', assumed: 'candidate', gap: 'quiet' }[kind];
        return (0,_html_js__WEBPACK_IMPORTED_MODULE_7__/* .html */ .qy) `<g class="${tone}"><title>${name}: ${(0,_toolkit_duration_js__WEBPACK_IMPORTED_MODULE_4__/* .formatDuration */ .a3)(took)}</title><text class="y" x="${left - 10}" y="${y + 12}">${name}</text><rect x="${x.toFixed(1)}" y="${y + 3}" width="${Math.max(1, took * scale).toFixed(1)}" height="18" style="fill:var(--tone)"/><text x="${Math.min(x + took * scale + 6, width - 70).toFixed(1)}" y="${y + 17}">${(0,_toolkit_duration_js__WEBPACK_IMPORTED_MODULE_4__/* .formatDuration */ .a3)(took)}</text></g>
`;
    });
}
function historySection({ scenario }, history) {
    const own = history.filter(each => each.scenario === scenario).toSorted((a, b) => b.at - a.at);
    if (own.length === 0)
        return undefined;
    const { bound, slowdown } = (0,_recovery_history_js__WEBPACK_IMPORTED_MODULE_1__/* .statisticsOf */ .jm)(history, scenario);
    const rows = own
        .slice(0, 30)
        .map(({ at, verdict, rto, rpo, bytes }) => [
        moment(at),
        verdict,
        rto === undefined ? '' : (0,_toolkit_duration_js__WEBPACK_IMPORTED_MODULE_4__/* .formatDuration */ .a3)(rto),
        rpo === undefined ? '' : (0,_toolkit_duration_js__WEBPACK_IMPORTED_MODULE_4__/* .formatDuration */ .a3)(rpo),
        bytes === undefined ? '' : (bytes / 1e6).toFixed(0),
    ]);
    return (0,_html_js__WEBPACK_IMPORTED_MODULE_7__/* .html */ .qy) `<section>${(0,_page_table_js__WEBPACK_IMPORTED_MODULE_6__/* .tableHtml */ .qj)((0,_html_js__WEBPACK_IMPORTED_MODULE_7__/* .html */ .qy) `<h2>Drills of this scenario</h2><p>${bound}.${slowdown === undefined ? '' : ` ${slowdown}.`}</p>`, {
        head: ['when', 'verdict', 'RTO', 'RPO', 'MB'],
        rows,
    })}</section>`;
}
function about({ pace, tools, backup, required, reached, files }) {
    return [
        ['pace', pace],
        ['required', (0,_recovery_drill_report_js__WEBPACK_IMPORTED_MODULE_0__/* .levelText */ .W)(required)],
        ['reached', (0,_recovery_drill_report_js__WEBPACK_IMPORTED_MODULE_0__/* .levelText */ .W)(reached)],
        ...(backup === undefined ? [] : [['backup', `${backup.label} in ${backup.repository}`]]),
        ...Object.entries(tools),
        ...Object.entries(files).map(([name, hash]) => [name, `sha256:${hash}`]),
    ];
}


/***/ }),

/***/ 82701:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Y: () => (/* binding */ drillHeadline),
/* harmony export */   drillSummary: () => (/* binding */ drillSummary),
/* harmony export */   runningSummary: () => (/* binding */ runningSummary)
/* harmony export */ });
/* harmony import */ var _recovery_drill_report_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(93391);
/* harmony import */ var _recovery_levels_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(92954);
/* harmony import */ var _recovery_loss_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(93638);
/* harmony import */ var _recovery_outage_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(7722);
/* harmony import */ var _toolkit_duration_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(38650);
/* harmony import */ var _toolkit_markdown_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(991);
/* harmony import */ var _mermaid_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(72435);
/* harmony import */ var _summary_parts_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(8731);








const heads = {
    pass: '✅ {} recovered as required',
    breach: '🟠 {} recovered, but missed a target',
    fail: '❌ {} did not recover as required',
    skipped: '⚪ {} was not drilled',
    error: '⚪ the drill of {} did not finish',
    refused: '⚪ the drill of {} was refused',
};
const noticing = {
    ...heads,
    pass: '✅ {}: the fault was detected as required',
    breach: '🟠 {}: the fault was detected too late',
    fail: '❌ {}: the fault was not detected or not fixed as required',
};
const scaling = {
    ...heads,
    pass: '✅ {}: the load was handled as required',
    breach: '🟠 {}: the load was handled too late',
    fail: '❌ {}: the load was not handled as required',
};
const next = {
    pass: '',
    breach: 'See below where the time went; the targets are in slipway.yml.',
    fail: 'Until this is fixed, assume that you cannot recover from this loss.',
    skipped: 'Nothing was broken, so the drill proves nothing.',
    error: 'The drill proves nothing. Clean up what it left behind (see below), then run it again.',
    refused: 'Nothing was started, so the drill proves nothing. Fix the reason, then run it again.',
};
function drillHeadline(report) {
    const { app, environment, scenario, verdict, reasons } = report;
    const what = headOf(report).replace('{}', `${app} in ${environment} (${scenario})`);
    const good = {
        recovery: 'everything required was proved, within the targets',
        detection: 'everything that was broken was detected',
        scaling: 'the autoscaler added pods under load, and removed them after it',
    }[kindOf(report)];
    const then = nextOf(report);
    return {
        what: what.replace(/^\P{L}+/u, ''),
        why: reasons[0] ?? good,
        next: then === '' ? 'Nothing. The next drill runs on schedule.' : then,
        mood: verdict === 'pass' ? 'good' : verdict === 'fail' ? 'bad' : 'open',
    };
}
function kindOf({ scenario, target }) {
    if (target !== undefined)
        return 'recovery';
    return scenario === 'autoscaling' ? 'scaling' : 'detection';
}
const headOf = (report) => ({ recovery: heads, detection: noticing, scaling })[kindOf(report)][report.verdict];
function nextOf(report) {
    if (report.verdict !== 'fail')
        return next[report.verdict];
    return {
        recovery: next.fail,
        detection: 'Until this is fixed, assume that nothing alerts you when it happens.',
        scaling: 'Until this is fixed, do not rely on the autoscaler.',
    }[kindOf(report)];
}
function runningSummary(of) {
    const { scenario, run, jobs, until } = of;
    return (0,_toolkit_markdown_js__WEBPACK_IMPORTED_MODULE_6__/* .paragraphs */ .qN)([
        `### ⏳ The ${(0,_toolkit_markdown_js__WEBPACK_IMPORTED_MODULE_6__/* .cell */ .Hn)(scenario)} drill needs another job to continue`,
        `This job ran out of time, and nothing is proved yet. The restore continues in the cluster. Resume the drill with \`resume-id: ${(0,_toolkit_markdown_js__WEBPACK_IMPORTED_MODULE_6__/* .cell */ .Hn)(run)}\` before ${(0,_toolkit_duration_js__WEBPACK_IMPORTED_MODULE_4__/* .formatTime */ .fU)(until)}; after that, it is cleaned up.`,
        `${jobs === 1 ? 'One job has' : `${jobs} jobs have`} worked on it so far.`,
    ]);
}
function drillSummary(report) {
    const { app, environment, scenario, reasons } = report;
    const [why, ...also] = reasons;
    return (0,_toolkit_markdown_js__WEBPACK_IMPORTED_MODULE_6__/* .paragraphs */ .qN)([
        `### ${headOf(report).replace('{}', (0,_toolkit_markdown_js__WEBPACK_IMPORTED_MODULE_6__/* .cell */ .Hn)(`${app} in ${environment} (${scenario})`))}`,
        why === undefined ? '' : `**Why:** ${(0,_toolkit_markdown_js__WEBPACK_IMPORTED_MODULE_6__/* .cell */ .Hn)(why)}`,
        nextOf(report),
        (0,_summary_parts_js__WEBPACK_IMPORTED_MODULE_7__/* .bullets */ .e5)(also),
        (0,_toolkit_markdown_js__WEBPACK_IMPORTED_MODULE_6__/* .table */ .tp)(['', 'measured', 'target', 'simple estimate'], measures(report)),
        timeline(report),
        report.levelChecks.length === 0
            ? ''
            : `**Proved:** ${(0,_toolkit_markdown_js__WEBPACK_IMPORTED_MODULE_6__/* .cell */ .Hn)((0,_recovery_drill_report_js__WEBPACK_IMPORTED_MODULE_0__/* .levelText */ .W)(report.reached))}\n\n${(0,_summary_parts_js__WEBPACK_IMPORTED_MODULE_7__/* .bullets */ .e5)(report.levelChecks.map(_recovery_levels_js__WEBPACK_IMPORTED_MODULE_1__/* .levelCheckText */ .ae))}`,
        (0,_summary_parts_js__WEBPACK_IMPORTED_MODULE_7__/* .bullets */ .e5)(report.notes ?? []),
        report.left.length === 0 ? '' : `**Left behind:**\n\n${(0,_summary_parts_js__WEBPACK_IMPORTED_MODULE_7__/* .bullets */ .e5)(report.left)}`,
    ]);
}
function measures({ outage, loss, bound, target, naive, assumedDetection }) {
    const assumed = assumedDetection === 0 ? '' : `, plus ${(0,_toolkit_duration_js__WEBPACK_IMPORTED_MODULE_4__/* .formatDuration */ .a3)(assumedDetection)} assumed for detection`;
    if (target === undefined)
        return [['RTO and RPO', 'do not apply: nothing is recovered in this drill', '', '']];
    const recovered = outage && [
        'RTO',
        `${(0,_recovery_outage_js__WEBPACK_IMPORTED_MODULE_3__/* .outageText */ .H)(outage)}${assumed}`,
        (0,_toolkit_duration_js__WEBPACK_IMPORTED_MODULE_4__/* .formatDuration */ .a3)(target.rto),
        `${(0,_toolkit_duration_js__WEBPACK_IMPORTED_MODULE_4__/* .formatDuration */ .a3)(naive.rto)} (script duration)`,
    ];
    const lost = loss === undefined
        ? ['RPO', bound === undefined ? 'not measured' : (0,_recovery_loss_js__WEBPACK_IMPORTED_MODULE_2__/* .boundText */ .O6)(bound), (0,_toolkit_duration_js__WEBPACK_IMPORTED_MODULE_4__/* .formatDuration */ .a3)(target.rpo), '']
        : [
            'RPO',
            `${(0,_recovery_loss_js__WEBPACK_IMPORTED_MODULE_2__/* .pointText */ .EK)(loss.point)}, ${loss.lost.length} of ${loss.demanded} acknowledged markers lost`,
            (0,_toolkit_duration_js__WEBPACK_IMPORTED_MODULE_4__/* .formatDuration */ .a3)(target.rpo),
            naive.rpo === undefined ? '' : `${(0,_toolkit_duration_js__WEBPACK_IMPORTED_MODULE_4__/* .formatDuration */ .a3)(naive.rpo)} (backup age)`,
        ];
    return recovered === undefined ? [lost] : [recovered, lost];
}
function timeline({ breakdown, scenario, outage }) {
    if (breakdown === undefined || outage === undefined || breakdown.total <= 0)
        return '';
    return (0,_toolkit_markdown_js__WEBPACK_IMPORTED_MODULE_6__/* .fenced */ .OF)('mermaid', [
        'gantt',
        `    title ${(0,_mermaid_js__WEBPACK_IMPORTED_MODULE_5__/* .plain */ .p)(`Recovery, ${scenario}`)}`,
        '    dateFormat x',
        '    axisFormat %H:%M:%S',
        '    section out of service',
        `    ${(0,_mermaid_js__WEBPACK_IMPORTED_MODULE_5__/* .plain */ .p)((0,_recovery_outage_js__WEBPACK_IMPORTED_MODULE_3__/* .outageText */ .H)(outage))} :crit, ${Math.round(outage.from)}, ${Math.round(outage.from + breakdown.total)}`,
        '    section by phase',
        ...bars(breakdown, outage.from),
    ]);
}
function bars({ parts }, from) {
    let at = from;
    return parts.map(({ name, kind, took }) => {
        const [begin, end] = [Math.round(at), Math.round(at + took)];
        at += took;
        const mark = kind === 'gap' ? 'done, ' : kind === 'assumed' ? 'active, ' : '';
        return `    ${(0,_mermaid_js__WEBPACK_IMPORTED_MODULE_5__/* .plain */ .p)(name).replaceAll(':', ' ')} ${(0,_toolkit_duration_js__WEBPACK_IMPORTED_MODULE_4__/* .formatDuration */ .a3)(took)} :${mark}${begin}, ${end}`;
    });
}


/***/ }),

/***/ 57555:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Ed: () => (/* binding */ Html),
/* harmony export */   qy: () => (/* binding */ html)
/* harmony export */ });
/* unused harmony export escaped */
class Html {
    text;
    constructor(text) {
        this.text = text;
    }
    toString() {
        return this.text;
    }
}
function html(strings, ...parts) {
    return new Html(strings.map((text, index) => text + written(parts[index])).join(''));
}
function written(part) {
    if (part === undefined)
        return '';
    if (part instanceof Html)
        return part.text;
    if (Array.isArray(part))
        return part.map(written).join('');
    return escaped(String(part));
}
function escaped(text) {
    return text
        .toWellFormed()
        .replace(/[^\P{Cc}\t\n\r]|[\u202a-\u202e\u2066-\u2069]/gu, '\ufffd')
        .replaceAll('&', '&amp;')
        .replaceAll('<', '&lt;')
        .replaceAll('>', '&gt;')
        .replaceAll('"', '&quot;')
        .replaceAll("'", '&#39;');
}


/***/ }),

/***/ 72435:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   p: () => (/* binding */ plain),
/* harmony export */   w: () => (/* binding */ xychart)
/* harmony export */ });
/* harmony import */ var _toolkit_markdown_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(991);

const colors = {
    blue: { hex: '#2f81f7', square: '🟦' },
    orange: { hex: '#e8590c', square: '🟧' },
    green: { hex: '#2da44e', square: '🟩' },
    red: { hex: '#cf222e', square: '🟥' },
    purple: { hex: '#8250df', square: '🟪' },
};
function xychart({ title, x, y, lines }) {
    const points = Math.max(0, ...lines.map(({ values }) => values.length));
    if (points < 2)
        return '';
    const palette = lines.map(({ color }) => colors[color].hex).join(', ');
    const settings = {
        xyChart: { width: 900, height: 280 },
        themeVariables: { xyChart: { plotColorPalette: palette } },
    };
    const legend = lines.map(({ name, color: colour }) => `${colors[colour].square} ${name}`).join(' ');
    const chart = (0,_toolkit_markdown_js__WEBPACK_IMPORTED_MODULE_0__/* .fenced */ .OF)('mermaid', [
        `%%{init: ${JSON.stringify(settings)}}%%`,
        'xychart-beta',
        `    title "${plain(title)}"`,
        `    x-axis "${plain(x.name)}" ${decimal(x.from)} --> ${decimal(x.to)}`,
        `    y-axis "${plain(y.name)}" ${decimal(y.from)} --> ${decimal(y.to)}`,
        ...lines.map(({ values }) => `    line [${values.map(decimal).join(', ')}]`),
    ]);
    return `${chart}\n\n${legend}`;
}
function plain(text) {
    return text
        .replace(/[^\p{Letter}\p{Number} .,:/%()_+-]/gu, ' ')
        .replace(/\s+/g, ' ')
        .trim()
        .slice(0, 80);
}
function decimal(value) {
    const rounded = Number.isFinite(value) ? value.toFixed(4).replace(/\.?0+$/, '') : '0';
    return rounded === '-0' ? '0' : rounded;
}


/***/ }),

/***/ 66228:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Yc: () => (/* binding */ tableSection),
/* harmony export */   eq: () => (/* binding */ linkHtml),
/* harmony export */   fo: () => (/* binding */ tilesHtml),
/* harmony export */   qj: () => (/* binding */ tableHtml)
/* harmony export */ });
/* harmony import */ var _html_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(57555);

function tableHtml(caption, { head, rows }) {
    const numeric = head.map((_, column) => rows.every(row => /^[\d,.]*$/.test(row[column] ?? '')));
    const cell = (column, what, scope) => {
        const [tag, scoped] = scope === undefined ? ['td', ''] : ['th', ` scope="${scope}"`];
        const open = new _html_js__WEBPACK_IMPORTED_MODULE_0__/* .Html */ .Ed(`<${tag}${scoped}${numeric[column] === true ? ' class="number"' : ''}>`);
        return (0,_html_js__WEBPACK_IMPORTED_MODULE_0__/* .html */ .qy) `${open}${what}${new _html_js__WEBPACK_IMPORTED_MODULE_0__/* .Html */ .Ed(`</${tag}>`)}`;
    };
    const line = (row) => row.map((text, column) => cell(column, statusHtml(text), column === 0 ? 'row' : undefined));
    return (0,_html_js__WEBPACK_IMPORTED_MODULE_0__/* .html */ .qy) `<div class="scroll"><table><caption>${caption}</caption><thead><tr>${head.map((text, column) => cell(column, (0,_html_js__WEBPACK_IMPORTED_MODULE_0__/* .html */ .qy) `${text}`, 'col'))}</tr></thead><tbody>${rows.map(row => (0,_html_js__WEBPACK_IMPORTED_MODULE_0__/* .html */ .qy) `<tr>${line(row)}</tr>
`)}</tbody></table></div>`;
}
const statusTones = {
    worse: 'harm',
    suspect: 'candidate',
    passed: 'good',
    undecided: 'quiet',
    missing: 'quiet',
};
function statusHtml(text) {
    const tone = Object.hasOwn(statusTones, text) ? statusTones[text] : undefined;
    return tone === undefined ? (0,_html_js__WEBPACK_IMPORTED_MODULE_0__/* .html */ .qy) `${text}` : (0,_html_js__WEBPACK_IMPORTED_MODULE_0__/* .html */ .qy) `<span class="status ${tone}">${text}</span>`;
}
const tableSection = ({ title, head, rows }) => rows.length === 0
    ? undefined
    : (0,_html_js__WEBPACK_IMPORTED_MODULE_0__/* .html */ .qy) `<section>${tableHtml((0,_html_js__WEBPACK_IMPORTED_MODULE_0__/* .html */ .qy) `<h2>${title}</h2>`, { head, rows })}</section>`;
const tilesHtml = (figures) => (0,_html_js__WEBPACK_IMPORTED_MODULE_0__/* .html */ .qy) `<dl class="tiles">${figures.map(([name, value]) => value === undefined ? undefined : (0,_html_js__WEBPACK_IMPORTED_MODULE_0__/* .html */ .qy) `<div><dt>${name}</dt><dd>${value}</dd></div>`)}</dl>`;
const linkHtml = (text, url) => url !== undefined && /^https?:\/\//.test(url) ? (0,_html_js__WEBPACK_IMPORTED_MODULE_0__/* .html */ .qy) `<a href="${url}">${text}</a>` : (0,_html_js__WEBPACK_IMPORTED_MODULE_0__/* .html */ .qy) `${text}`;


/***/ }),

/***/ 8731:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   e5: () => (/* binding */ bullets),
/* harmony export */   iB: () => (/* binding */ imageTable),
/* harmony export */   nu: () => (/* binding */ levelTable)
/* harmony export */ });
/* harmony import */ var _toolkit_digest_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(55914);
/* harmony import */ var _toolkit_markdown_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(991);


const bullets = (lines) => lines.map(line => `- ${(0,_toolkit_markdown_js__WEBPACK_IMPORTED_MODULE_0__/* .cell */ .Hn)(line)}`).join('\n');
function levelTable(levelChecks, skipped = '➖') {
    const marks = { passed: '✅', failed: '❌', skipped };
    return (0,_toolkit_markdown_js__WEBPACK_IMPORTED_MODULE_0__/* .table */ .tp)(['', 'level', 'what', 'details'], levelChecks.map(({ state, level, what, sentence }) => [marks[state], level, what, sentence]));
}
const imageTable = (images) => (0,_toolkit_markdown_js__WEBPACK_IMPORTED_MODULE_0__/* .table */ .tp)(['image'], images.map(image => [(0,_toolkit_digest_js__WEBPACK_IMPORTED_MODULE_1__/* .shortDigests */ .s)(image)]));


/***/ })

};
