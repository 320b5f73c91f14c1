export const id = 2947;
export const ids = [2947];
export const modules = {

/***/ 93119:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   hB: () => (/* binding */ roundTicks),
/* harmony export */   pv: () => (/* binding */ niceTop)
/* harmony export */ });
/* unused harmony export roundStep */
function roundStep(length, most) {
    if (!(length > 0) || !Number.isFinite(length))
        return 1;
    const rough = length / most;
    const power = 10 ** Math.floor(Math.log10(rough));
    const factor = [1, 2, 5, 10].find(each => each * power >= rough * (1 - 1e-9)) ?? 10;
    return factor * power;
}
function roundTicks(from, to, most = 6) {
    const step = roundStep(to - from, most);
    const first = Math.ceil(from / step - 1e-9);
    const last = Math.floor(to / step + 1e-9);
    const digits = Math.max(0, -Math.floor(Math.log10(step)));
    return Array.from({ length: Math.max(0, last - first + 1) }, (_, index) => Number(((first + index) * step).toFixed(digits)));
}
function niceTop(value) {
    if (!(value > 0) || !Number.isFinite(value))
        return 1;
    const step = roundStep(value, 5);
    return Number((Math.ceil(value / step - 1e-9) * step).toPrecision(12));
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


/***/ }),

/***/ 52947:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  decisionPage: () => (/* binding */ decisionPage)
});

// EXTERNAL MODULE: ./.build/js/src/toolkit/duration.js
var duration = __webpack_require__(38650);
// EXTERNAL MODULE: ./.build/js/src/report/document.js + 1 modules
var report_document = __webpack_require__(48097);
// EXTERNAL MODULE: ./.build/js/src/report/figures.js
var figures = __webpack_require__(86749);
// EXTERNAL MODULE: ./.build/js/src/report/headline.js
var headline = __webpack_require__(34950);
// EXTERNAL MODULE: ./.build/js/src/report/html.js
var html = __webpack_require__(57555);
// EXTERNAL MODULE: ./.build/js/src/report/axis.js
var axis = __webpack_require__(93119);
// EXTERNAL MODULE: ./.build/js/src/report/plot.js
var report_plot = __webpack_require__(58409);
;// CONCATENATED MODULE: ./.build/js/src/report/forest.js



const width = 960;
const row = 34;
const names = 250;
const right = 24;
const forest_top = 8;
function forestSvg(findings) {
    const shown = findings.filter(({ ratio }) => ratio !== undefined && ratio.estimate !== null);
    if (shown.length === 0)
        return undefined;
    const scale = scaleOf(shown);
    const bottom = forest_top + shown.length * row;
    const ticks = scale.ticks.map(value => (0,html/* html */.qy) `<path class="grid${value === 1 ? ' zero' : ''}" d="M${(0,report_plot.px)(scale.x(value))} ${forest_top}V${bottom}"/><text class="x" x="${(0,report_plot.px)(scale.x(value))}" y="${bottom + 18}">${value < 1 ? `1/${1 / value}` : value}×</text>
`);
    return (0,html/* html */.qy) `<svg viewBox="0 0 ${width} ${bottom + 28}" role="img" aria-label="Ratio of bad requests of the candidate to those of the baseline, with intervals">
<g class="axes">${ticks}</g>
${shown.map((finding, index) => rowSvg(finding, forest_top + (index + 0.5) * row, scale))}
</svg>`;
}
function scaleOf(findings) {
    const ends = findings.flatMap(({ ratio }) => [ratio?.low, ratio?.estimate, ratio?.high].flatMap(each => (each == null || each <= 0 ? [] : [each])));
    const from = Math.max(-3, Math.min(-1, Math.floor(Math.log2(Math.min(...ends)))));
    const to = Math.min(6, Math.max(1, Math.ceil(Math.log2(Math.max(...ends)))));
    const ticks = Array.from({ length: to - from + 1 }, (_, index) => 2 ** (from + index));
    return {
        ticks,
        x: ratio => {
            const part = ratio <= 0 ? 0 : (Math.log2(ratio) - from) / (to - from);
            return names + Math.min(1, Math.max(0, part)) * (width - names - right);
        },
    };
}
function rowSvg(finding, at, { x }) {
    const { ratio, name, boundary, status } = finding;
    if (ratio?.estimate == null)
        return (0,html/* html */.qy) ``;
    const tone = status === 'harmed' ? 'harm' : status === 'passed' ? 'good' : 'quiet';
    const label = boundary === undefined ? name : `${name}: slower than ${boundary} s`;
    const open = ratio.high === null;
    const end = open ? width - right : x(ratio.high ?? 1);
    return (0,html/* html */.qy) `<g class="interval ${tone}"><title>${label}: ${(0,figures/* interval */.YP)(finding)}</title><text x="${names - 14}" y="${(0,report_plot.px)(at)}">${label}</text><path d="M${(0,report_plot.px)(x(ratio.low))} ${(0,report_plot.px)(at)}H${(0,report_plot.px)(end)}${open ? (0,html/* html */.qy) `m-7 -5l7 5l-7 5` : undefined}"/><circle cx="${(0,report_plot.px)(x(ratio.estimate))}" cy="${(0,report_plot.px)(at)}" r="5"/></g>
`;
}

// EXTERNAL MODULE: ./.build/js/src/report/series.js
var report_series = __webpack_require__(16179);
;// CONCATENATED MODULE: ./.build/js/src/report/page-plots.js






function plotOf(record, description, unit, lines, rest = {}) {
    const top = highestOf(lines.flatMap(({ points }) => points));
    const plot = {
        description,
        from: 0,
        to: (0,report_series/* lastMinute */.Nu)(record),
        y: rest.y ?? { from: 0, to: (0,axis/* niceTop */.pv)(top), unit },
        bands: (0,report_series/* bandsOf */.yL)(record),
        lines,
        limits: rest.limits ?? [],
    };
    return (0,html/* html */.qy) `${legend(lines)}${(0,report_plot/* plotSvg */.S)(plot)}`;
}
const valuesOf = (points) => points.flatMap(({ value }) => (value === undefined ? [] : [value]));
const highestOf = (points) => valuesOf(points).reduce((a, b) => Math.max(a, b), 0);
function legend(lines) {
    return (0,html/* html */.qy) `<ul class="legend">${lines
        .filter(({ shape }) => shape !== 'dots')
        .map(({ name, tone, shape }) => (0,html/* html */.qy) `<li class="${tone}${shape === 'thin' ? ' faint' : ''}">${name}</li>`)}</ul>`;
}
const lineOf = (name, tone, points, text = figures/* percentage */.X1, shape = 'line') => ({ name, tone, shape, points, text });
function trafficSection(record) {
    const steps = (0,report_series/* weightSteps */.wF)(record);
    if (steps.length === 0)
        return undefined;
    const shares = (0,report_series/* sharePoints */.hL)(record);
    const measured = shares.some(({ value }) => value !== undefined);
    const lines = [
        lineOf('weight', 'quiet', steps, value => `${value} %`, 'steps'),
        ...(measured ? [lineOf('measured share', 'candidate', shares)] : []),
    ];
    return (0,html/* html */.qy) `<section><h2>Traffic of the candidate</h2><p>The weight that the router was set to, and the share of requests that really reached the candidate.</p>
${plotOf(record, 'Traffic of the candidate over time', '%', lines)}</section>`;
}
function metricSection(record, series) {
    const [canary, baseline] = report_series/* tracks */.Pv.map(track => record.ticks.map(row => ({ minute: (0,report_series/* minuteOf */.iA)(record, row.at), value: (0,report_series/* rateOf */.MK)([row], series, track) })));
    const joined = [...series.canary, ...series.baseline];
    const values = valuesOf([...joined, ...canary, ...baseline]).sort((a, b) => a - b);
    const top = (0,axis/* niceTop */.pv)(Math.max(highestOf(joined), values[Math.floor(values.length * 0.98)] ?? 0));
    const lines = [
        lineOf('single ticks', 'baseline', baseline, figures/* percentage */.X1, 'dots'),
        lineOf('single ticks', 'candidate', canary, figures/* percentage */.X1, 'dots'),
        lineOf('baseline', 'baseline', series.baseline),
        lineOf('candidate', 'candidate', series.canary),
    ];
    return (0,html/* html */.qy) `<section><h2>${series.title}</h2><p>Percent of the requests of each version. Lines combine neighboring ticks, dots are single ticks, a gap is a time without data.</p>
${plotOf(record, `${series.title} of candidate and baseline over time`, '%', lines, { y: { from: 0, to: top, unit: '%' } })}</section>`;
}
function evidenceSection(record) {
    if (!record.ticks.some(({ evidence }) => evidence !== undefined))
        return undefined;
    const { harm, pass } = (0,report_series/* evidencePoints */.fk)(record);
    const limits = (0,report_series/* thresholds */.pw)(record);
    const text = (value) => `${Number((10 ** value).toPrecision(2))} to 1`;
    const names = [...new Set(record.ticks.flatMap(({ evidence }) => Object.keys(evidence?.metrics ?? {})))];
    const single = names.map(name => {
        const points = record.ticks.map(({ at, evidence }) => {
            const value = evidence?.metrics[name]?.harm;
            return { minute: (0,report_series/* minuteOf */.iA)(record, at), value: value === undefined ? undefined : value / Math.LN10 };
        });
        return lineOf(`harm by ${name}`, 'harm', points, text, 'thin');
    });
    const lines = [
        ...(names.length > 1 ? single : []),
        lineOf('good (weakest metric; restarts with each step)', 'good', pass, text),
        lineOf('harm (all metrics together)', 'harm', harm, text),
    ];
    const highest = Math.max(limits.harm, highestOf([...harm, ...pass]));
    return (0,html/* html */.qy) `<section><h2>Evidence</h2><p>In powers of ten: 2 means 100 to 1. If the candidate were not worse, evidence of 2 for harm would appear in at most 1 of 100 rollouts, no matter how often it is read.</p>
${plotOf(record, 'Evidence over time with its thresholds', '10ⁿ', lines, {
        y: { from: -1, to: Math.min(limits.harm + 3, Math.ceil(highest + 0.3)), unit: '10ⁿ' },
        limits: [
            { value: limits.harm, label: 'harm above this line: roll back', tone: 'harm' },
            { value: limits.pass, label: 'good above this line: the step passes', tone: 'good' },
        ],
    })}</section>`;
}
function forestSection({ findings }) {
    const svg = forestSvg(findings);
    if (svg === undefined)
        return undefined;
    return (0,html/* html */.qy) `<section><h2>Ratio to the baseline</h2><p>Estimate and interval over the whole rollout. 1× is equal to the baseline; right of it is worse.</p>
${svg}</section>`;
}

// EXTERNAL MODULE: ./.build/js/src/report/page-table.js
var page_table = __webpack_require__(66228);
;// CONCATENATED MODULE: ./.build/js/src/report/page.js








function decisionPage(record) {
    const { app, environment, release } = record;
    const body = (0,html/* html */.qy) `${head(record)}
${trafficSection(record)}
${record.ticks.length === 0 ? undefined : (0,report_series/* metricSeries */.Q3)(record).map(series => metricSection(record, series))}
${evidenceSection(record)}
${forestSection(record)}
${(0,figures/* tablesOf */.tI)(record).map(page_table/* tableSection */.Yc)}
${aboutSection(record)}
${tickDetails(record)}
<footer>${record.judging === undefined
        ? 'No gate has judged this release.'
        : (0,html/* html */.qy) `To compute this verdict again, run <code>slipway backtest decision.json</code>.`} Times are UTC.</footer>`;
    return (0,report_document/* htmlDocument */.r)(`${app} → ${environment}, release ${release}`, body);
}
function head(record) {
    const { app, environment, startedAt, runs } = record;
    const { mood, what, why, next } = (0,headline.headline)(record);
    const by = runs[0]?.by;
    return (0,html/* html */.qy) `<header>
<p>${app} → ${environment} · ${(0,duration/* formatTime */.fU)(startedAt)} · ${by?.actor ?? ''} · ${(0,page_table/* linkHtml */.eq)(by?.run ?? '', by?.url)}</p>
<h1>${what}</h1>
<dl class="verdict ${mood}"><dt>Why</dt><dd>${why}.</dd><dt>Next</dt><dd>${next}.</dd></dl>
${tiles(record, mood)}
</header>`;
}
function tiles(record, mood) {
    const [metric] = (0,report_series/* metricsOf */.Ps)(record);
    const [canary, baseline] = report_series/* tracks */.Pv.map(track => (0,report_series/* countsOf */.mQ)(record.ticks, metric, track));
    const expected = baseline.total === 0 ? 0 : (canary.total * baseline.bad) / baseline.total;
    const most = record.timeline.reduce((top, { weight }) => Math.max(top, weight ?? 0), 0);
    const rollback = Object.entries(record.durations)[0];
    const isWeighted = record.timeline.some(({ weight }) => weight !== undefined);
    const isJudged = canary.total > 0;
    return (0,page_table/* tilesHtml */.fo)([
        ['duration', (0,duration/* timeSpan */.wL)((0,report_series/* lastMinute */.Nu)(record) * 60_000)],
        ['highest weight', isWeighted ? `${most} %` : undefined],
        ['requests of the candidate', isJudged ? (0,figures/* whole */.WQ)(canary.total) : undefined],
        [
            `${metric?.title}: more than expected`,
            isJudged && mood === 'bad' ? (0,figures/* whole */.WQ)(Math.max(0, canary.bad - expected)) : undefined,
        ],
        [rollback?.[0] ?? '', rollback && (0,duration/* timeSpan */.wL)(rollback[1])],
    ]);
}
function aboutSection(record) {
    const { title, rows } = (0,figures/* aboutTable */.wy)(record);
    const lines = rows.map(([name = '', value = '']) => (0,html/* html */.qy) `<tr><th scope="row">${name}</th><td>${value}</td></tr>
`);
    return (0,html/* html */.qy) `<section><div class="scroll"><table class="about"><caption><h2>${title}</h2></caption><tbody>${lines}</tbody></table></div></section>`;
}
function tickDetails(record) {
    if (record.ticks.length === 0)
        return undefined;
    const metrics = (0,report_series/* metricsOf */.Ps)(record);
    const rows = record.ticks.map(row => [
        (0,figures/* clock */.pm)(row.at),
        String(row.weight),
        row.share === undefined ? '' : row.share.toFixed(1),
        ...metrics.flatMap(metric => {
            const reading = row.readings[metric.name];
            if (reading !== undefined && reading.kind !== 'counts')
                return [reading.kind, ''];
            return report_series/* tracks */.Pv.map(track => {
                const { bad, total } = (0,report_series/* countsOf */.mQ)([row], metric, track);
                return `${(0,figures/* whole */.WQ)(bad)} of ${(0,figures/* whole */.WQ)(total)}`;
            });
        }),
        row.evidence === undefined ? '' : (row.evidence.harm / Math.LN10).toFixed(2),
        row.verdict ?? '',
    ]);
    const head = [
        'time',
        'weight',
        'share',
        ...metrics.flatMap(({ title }) => [`${title}, candidate`, 'baseline']),
        'harm, 10ⁿ',
        'verdict',
    ];
    const caption = (0,html/* html */.qy) `Bad requests of all requests, for each version and tick`;
    return (0,html/* html */.qy) `<details><summary>All ${record.ticks.length} ticks</summary>${(0,page_table/* tableHtml */.qj)(caption, { head, rows })}</details>`;
}


/***/ }),

/***/ 58409:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   S: () => (/* binding */ plotSvg),
/* harmony export */   px: () => (/* binding */ px)
/* harmony export */ });
/* unused harmony export pathOf */
/* harmony import */ var _axis_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(93119);
/* harmony import */ var _html_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(57555);


const width = 960;
const height = 250;
const frame = { left: 52, right: 14, top: 26, bottom: 34 };
const inner = {
    width: width - frame.left - frame.right,
    height: height - frame.top - frame.bottom,
    bottom: height - frame.bottom,
};
function plotSvg(plot) {
    const scale = scaleOf(plot);
    return (0,_html_js__WEBPACK_IMPORTED_MODULE_0__/* .html */ .qy) `<svg viewBox="0 0 ${width} ${height}" role="img" aria-label="${plot.description}">
${plot.bands.map((band, index) => bandSvg(band, index, scale))}
${grid(plot, scale)}
${plot.limits.map(limit => limitSvg(limit, scale))}
${plot.lines.map(line => (line.shape === 'dots' ? dotsSvg(line, plot, scale) : lineSvg(line, scale)))}
${plot.lines.map(line => (line.shape === 'thin' || line.shape === 'dots' ? undefined : hoverSvg(line, scale)))}
</svg>`;
}
function scaleOf({ from, to, y }) {
    const part = (value, low, high) => high > low ? Math.min(1, Math.max(0, (value - low) / (high - low))) : 0;
    return {
        x: minute => frame.left + part(minute, from, to) * inner.width,
        y: value => inner.bottom - part(value, y.from, y.to) * inner.height,
    };
}
function bandSvg({ from, to, label, phase }, index, { x }) {
    const left = x(from);
    const wide = x(to) - left;
    const fits = label.length * 6.4 + 8 <= wide;
    const kind = phase === 'rolling-back' ? 'rollback' : index % 2 === 0 ? 'even' : 'odd';
    return (0,_html_js__WEBPACK_IMPORTED_MODULE_0__/* .html */ .qy) `<g class="band ${kind}"><title>${label}: minute ${from.toFixed(1)} to ${to.toFixed(1)}</title><rect x="${px(left)}" y="${frame.top}" width="${px(wide)}" height="${inner.height}"/>${fits ? (0,_html_js__WEBPACK_IMPORTED_MODULE_0__/* .html */ .qy) `<text x="${px(left + wide / 2)}" y="${frame.top - 8}">${label}</text>` : undefined}</g>
`;
}
function grid({ from, to, y }, scale) {
    const rows = (0,_axis_js__WEBPACK_IMPORTED_MODULE_1__/* .roundTicks */ .hB)(y.from, y.to, 5).map(value => {
        const at = px(scale.y(value));
        return (0,_html_js__WEBPACK_IMPORTED_MODULE_0__/* .html */ .qy) `<path class="grid${value === 0 ? ' zero' : ''}" d="M${frame.left} ${at}H${width - frame.right}"/><text class="y" x="${frame.left - 8}" y="${at}">${value}</text>
`;
    });
    const columns = (0,_axis_js__WEBPACK_IMPORTED_MODULE_1__/* .roundTicks */ .hB)(from, to, 10).map(value => {
        const at = px(scale.x(value));
        return (0,_html_js__WEBPACK_IMPORTED_MODULE_0__/* .html */ .qy) `<path class="tick" d="M${at} ${inner.bottom}v5"/><text class="x" x="${at}" y="${inner.bottom + 18}">${value}</text>
`;
    });
    return (0,_html_js__WEBPACK_IMPORTED_MODULE_0__/* .html */ .qy) `<g class="axes">${rows}${columns}<text class="unit" x="${frame.left - 8}" y="${frame.top - 10}">${y.unit}</text><text class="unit end" x="${width - frame.right}" y="${height - 2}">minutes</text></g>`;
}
function limitSvg({ value, label, tone }, scale) {
    const at = scale.y(value);
    return (0,_html_js__WEBPACK_IMPORTED_MODULE_0__/* .html */ .qy) `<g class="limit ${tone}"><path d="M${frame.left} ${px(at)}H${width - frame.right}"/><text x="${frame.left + 6}" y="${px(at - 5)}">${label}</text></g>
`;
}
function lineSvg({ tone, shape, points }, scale) {
    return (0,_html_js__WEBPACK_IMPORTED_MODULE_0__/* .html */ .qy) `<path class="line ${shape} ${tone}" d="${pathOf(points, shape === 'steps', scale)}"/>
`;
}
function dotsSvg({ tone, points }, { y }, scale) {
    const dots = points.flatMap(({ minute, value }) => value === undefined || value > y.to || value < y.from
        ? []
        : [(0,_html_js__WEBPACK_IMPORTED_MODULE_0__/* .html */ .qy) `<circle cx="${px(scale.x(minute))}" cy="${px(scale.y(value))}" r="1.9"/>`]);
    return (0,_html_js__WEBPACK_IMPORTED_MODULE_0__/* .html */ .qy) `<g class="dots ${tone}">${dots}</g>
`;
}
function pathOf(points, steps, { x, y }) {
    let path = '';
    let open = false;
    points.forEach(({ minute, value }, index) => {
        if (value === undefined) {
            open = false;
            return;
        }
        const [left, top] = [px(x(minute)), px(y(value))];
        const alone = !open && points[index + 1]?.value === undefined;
        if (!open)
            path += `M${left} ${top}${alone ? 'h1' : ''}`;
        else
            path += steps ? `H${left}V${top}` : `L${left} ${top}`;
        open = true;
    });
    return path;
}
function hoverSvg({ name, tone, points, text }, { x, y }) {
    const spots = points.flatMap(({ minute, value }) => value === undefined
        ? []
        : [
            (0,_html_js__WEBPACK_IMPORTED_MODULE_0__/* .html */ .qy) `<circle cx="${px(x(minute))}" cy="${px(y(value))}" r="5"><title>${name}: ${text(value)}, minute ${minute.toFixed(1)}</title></circle>`,
        ]);
    return (0,_html_js__WEBPACK_IMPORTED_MODULE_0__/* .html */ .qy) `<g class="spots ${tone}">${spots}</g>
`;
}
const px = (value) => String(Math.round(value * 10) / 10);


/***/ })

};
