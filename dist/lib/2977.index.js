export const id = 2977;
export const ids = [2977];
export const modules = {

/***/ 44245:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  Jo: () => (/* binding */ historyLine),
  Hc: () => (/* binding */ parseDrillHistory),
  staleness: () => (/* binding */ staleness),
  jm: () => (/* binding */ statisticsOf)
});

// EXTERNAL MODULE: ./.build/js/src/toolkit/errors.js
var errors = __webpack_require__(92317);
// EXTERNAL MODULE: ./.build/js/src/toolkit/map.js
var map = __webpack_require__(60630);
// EXTERNAL MODULE: ./.build/js/src/toolkit/count.js
var count = __webpack_require__(8999);
;// CONCATENATED MODULE: ./.build/js/src/recovery/statistics.js

function missBound(drills, failures = 0, confidence = 0.95) {
    const counts = [drills, failures].every(each => Number.isInteger(each) && each >= 0);
    if (!counts || failures > drills || !(confidence > 0 && confidence < 1))
        throw new RangeError(`${failures} failures in ${drills} drills at ${confidence}`);
    if (failures === drills)
        return 1;
    const alpha = 1 - confidence;
    if (failures === 0)
        return 1 - alpha ** (1 / drills);
    let [low, high] = [failures / drills, 1];
    while (high - low > 1e-9) {
        const middle = (low + high) / 2;
        if (chanceOfAtMost(failures, drills, middle) > alpha)
            low = middle;
        else
            high = middle;
    }
    return high;
}
function boundText(drills, failures = 0) {
    if (drills === 0)
        return 'no drill has run yet, so nothing is proved';
    const percent = Math.ceil(missBound(drills, failures) * 1000 - 1e-6) / 10;
    return `${drills - failures} of ${(0,count/* counted */.h)(drills, 'drill')} passed: the target may still be missed in up to ${percent} % of cases, at 95 % confidence`;
}
function chanceOfAtMost(successes, trials, p) {
    let logTerm = trials * Math.log1p(-p);
    let total = Math.exp(logTerm);
    for (let k = 1; k <= successes; k += 1) {
        logTerm += Math.log((trials - k + 1) / k) + Math.log(p) - Math.log1p(-p);
        total += Math.exp(logTerm);
    }
    return total;
}

// EXTERNAL MODULE: ./.build/js/src/toolkit/duration.js
var duration = __webpack_require__(38650);
;// CONCATENATED MODULE: ./.build/js/src/recovery/trend.js

const enough = 5;
const alarmRatio = 1.25;
function slowdownOf(history) {
    const last = history.at(-1);
    const before = history.slice(0, -1).slice(-enough);
    if (last === undefined || before.length < enough)
        return undefined;
    const usual = medianOf(before.map(({ rto }) => rto));
    if (last.rto <= alarmRatio * usual)
        return undefined;
    const more = percentMore(last.rto, usual);
    const data = percentMore(last.bytes, medianOf(before.map(({ bytes }) => bytes)));
    return `the recovery took ${(0,duration/* formatDuration */.a3)(last.rto)}, ${more} % more than the median of the ${enough} before it; the data is ${Math.abs(data)} % ${data < 0 ? 'smaller' : 'larger'}`;
}
const percentMore = (value, than) => Math.round((value / than - 1) * 100);
const medianOf = (values) => values.toSorted((a, b) => a - b)[(values.length - 1) / 2] ?? 0;

// EXTERNAL MODULE: ./.build/js/src/recovery/verdict.js
var verdict = __webpack_require__(6552);
;// CONCATENATED MODULE: ./.build/js/src/recovery/history.js





const historyLine = (entry) => `${JSON.stringify(entry)}\n`;
function parseDrillHistory(text) {
    const lines = text.split('\n');
    const whole = lines.slice(0, -1);
    return whole.flatMap((line, index) => {
        if (line.trim() === '')
            return [];
        const entry = entryIn(line);
        if (entry !== undefined)
            return [entry];
        throw new errors/* UserError */.yo(`line ${index + 1} of the drill history is not a valid entry`, 'remove the line, or restore an earlier copy of the file');
    });
}
function entryIn(line) {
    const value = (0,map/* jsonMap */.vM)(line);
    if (value?.schema !== 1)
        return undefined;
    const texts = [value.app, value.environment, value.scenario].every(each => typeof each === 'string');
    const times = [value.rto, value.rpo, value.bytes].every(each => each === undefined || isTime(each));
    const good = texts && times && isTime(value.at) && verdict/* verdicts */.r.some(each => each === value.verdict);
    return good ? value : undefined;
}
const isTime = (value) => typeof value === 'number' && Number.isFinite(value) && value >= 0;
function statisticsOf(history, scenario) {
    const own = history.filter(each => each.scenario === scenario).toSorted((a, b) => a.at - b.at);
    const judged = own.filter(({ verdict }) => verdict !== 'skipped' && verdict !== 'refused');
    const missed = judged.filter(({ verdict }) => verdict !== 'pass');
    const recovered = judged.flatMap(({ verdict, rto = 0, bytes = 0 }) => verdict !== 'error' && verdict !== 'fail' && rto > 0 && bytes > 0 ? [{ rto, bytes }] : []);
    return { bound: boundText(judged.length, missed.length), slowdown: slowdownOf(recovered) };
}
function staleness({ scenario, lastGreen }, now, most) {
    const days = (milliseconds) => `${Math.floor(milliseconds / 86_400_000)} days`;
    if (lastGreen === undefined)
        return `no ${scenario} drill has ever passed`;
    if (now - lastGreen <= most)
        return undefined;
    return `the last passed ${scenario} drill is ${days(now - lastGreen)} old (${days(most)} allowed)`;
}


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


/***/ })

};
