export const id = 2648;
export const ids = [2648];
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

/***/ 82648:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   monitorPage: () => (/* binding */ monitorPage)
/* harmony export */ });
/* harmony import */ var _monitoring_health_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(32588);
/* harmony import */ var _acceptance_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(25113);
/* harmony import */ var _axis_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(93119);
/* harmony import */ var _document_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(48097);
/* harmony import */ var _html_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(57555);
/* harmony import */ var _monitor_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(11382);
/* harmony import */ var _page_table_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(66228);
/* harmony import */ var _plot_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(58409);








function monitorPage(report) {
    const { app, environment, at, reasons, notes, readings, acceptance } = report;
    const { what, mood, next } = (0,_monitor_js__WEBPACK_IMPORTED_MODULE_1__/* .headlineOf */ .gD)(report);
    const why = reasons.map(({ sentence }) => sentence).join('; ') ||
        'no error budget burns fast enough to page a person, no signal that affects users got worse, and no critical or warning alert is firing';
    const body = (0,_html_js__WEBPACK_IMPORTED_MODULE_4__/* .html */ .qy) `<header>
<p>${app} → ${environment} · ${(0,_monitor_js__WEBPACK_IMPORTED_MODULE_1__/* .minute */ .Vc)(at)} UTC</p>
<h1>${what}</h1>
<dl class="verdict ${mood}"><dt>Why</dt><dd>${why}.</dd>${next === undefined ? undefined : (0,_html_js__WEBPACK_IMPORTED_MODULE_4__/* .html */ .qy) `<dt>Next</dt><dd>${next}.</dd>`}</dl>
</header>
${[...(0,_monitor_js__WEBPACK_IMPORTED_MODULE_1__/* .tablesOf */ .tI)(report), ...(acceptance === undefined ? [] : [(0,_acceptance_js__WEBPACK_IMPORTED_MODULE_5__/* .checksTable */ .Et)(acceptance.results)])].map(_page_table_js__WEBPACK_IMPORTED_MODULE_2__/* .tableSection */ .Yc)}
${(readings?.comparisons ?? []).filter(_monitor_js__WEBPACK_IMPORTED_MODULE_1__/* .hasData */ .vI).map(each => signalSection(each))}
${notes.length === 0 ? undefined : (0,_html_js__WEBPACK_IMPORTED_MODULE_4__/* .html */ .qy) `<section><h2>Also changed</h2><p>${notes.join('; ')}.</p></section>`}
<footer>A change is reported if the median moved by at least 25 %, and beyond the 90th (or 10th) percentile from before. Times are UTC.</footer>`;
    return (0,_document_js__WEBPACK_IMPORTED_MODULE_6__/* .htmlDocument */ .r)(`${app} in ${environment}: ${what}`, body);
}
const units = {
    share: { unit: '%', factor: 100 },
    seconds: { unit: 'ms', factor: 1000 },
    bytes: { unit: 'MiB', factor: 1 / 2 ** 20 },
    'bytes per second': { unit: 'KiB/s', factor: 1 / 2 ** 10 },
    'requests per second': { unit: '1/s', factor: 1 },
    cores: { unit: 'millicores', factor: 1000 },
    count: { unit: '', factor: 1 },
};
function signalSection({ signal, samples: { before, after }, before: was, after: is, }) {
    const { unit, factor } = units[signal.unit];
    const pointsOf = (samples, start) => {
        const [first] = samples;
        return samples.map(([at, value]) => ({
            minute: start + (at - (first?.[0] ?? at)) / 60_000,
            value: value * factor,
        }));
    };
    const earlier = pointsOf(before, 0);
    const gap = (earlier.at(-1)?.minute ?? 0) + (earlier.length > 0 ? 1 : 0);
    const later = pointsOf(after, gap);
    const top = Math.max(0, ...[...earlier, ...later].map(({ value }) => value ?? 0));
    const line = (name, points, tone) => ({
        name,
        tone,
        points,
        shape: 'line',
        text: (value) => (0,_monitoring_health_js__WEBPACK_IMPORTED_MODULE_0__/* .quantity */ .au)(value / factor, signal.unit),
    });
    return (0,_html_js__WEBPACK_IMPORTED_MODULE_4__/* .html */ .qy) `<section><h2>${signal.title}</h2><p>${(0,_monitoring_health_js__WEBPACK_IMPORTED_MODULE_0__/* .quantity */ .au)(was, signal.unit)} before, ${(0,_monitoring_health_js__WEBPACK_IMPORTED_MODULE_0__/* .quantity */ .au)(is, signal.unit)} after</p>
<ul class="legend"><li class="baseline">before</li><li class="candidate">after</li></ul>
${(0,_plot_js__WEBPACK_IMPORTED_MODULE_3__/* .plotSvg */ .S)({
        description: `${signal.title} before and after the release`,
        from: 0,
        to: Math.max(1, later.at(-1)?.minute ?? gap),
        y: { from: 0, to: (0,_axis_js__WEBPACK_IMPORTED_MODULE_7__/* .niceTop */ .pv)(top), unit },
        bands: [],
        lines: [line('before', earlier, 'baseline'), line('after', later, 'candidate')],
        limits: [],
    })}</section>`;
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
    harmed: 'harm',
    suspect: 'candidate',
    passed: 'good',
    open: 'quiet',
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
