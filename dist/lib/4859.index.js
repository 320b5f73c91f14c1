export const id = 4859;
export const ids = [4859];
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

/***/ 84859:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   costSummary: () => (/* binding */ costSummary)
/* harmony export */ });
/* harmony import */ var _cost_judgement_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(47624);
/* harmony import */ var _monitoring_health_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(32588);
/* harmony import */ var _toolkit_markdown_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(991);
/* harmony import */ var _axis_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(93119);
/* harmony import */ var _downsample_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(70520);
/* harmony import */ var _mermaid_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(72435);
/* harmony import */ var _summary_parts_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(8731);







const marks = { pass: '✅', fail: '❌', unknown: '⚠️' };
const icons = { met: '✅', 'not-met': '⚠️', unknown: '❔', 'not-applicable': '·' };
const mostPoints = 60;
function costSummary(app, environment, result) {
    const { verdict, total, settings, costs, assessments, failures } = result;
    const { currency } = settings;
    const sum = total.monthly === undefined ? `at least ${(0,_cost_judgement_js__WEBPACK_IMPORTED_MODULE_0__/* .money */ .TG)(total.known, currency)}` : (0,_cost_judgement_js__WEBPACK_IMPORTED_MODULE_0__/* .money */ .TG)(total.monthly, currency);
    const share = total.idleShare === undefined ? 'unknown' : (0,_monitoring_health_js__WEBPACK_IMPORTED_MODULE_1__/* .percent */ .KN)(total.idleShare);
    return (0,_toolkit_markdown_js__WEBPACK_IMPORTED_MODULE_3__/* .paragraphs */ .qN)([
        `### ${marks[verdict]} Cost: ${(0,_toolkit_markdown_js__WEBPACK_IMPORTED_MODULE_3__/* .cell */ .Hn)(app)} in ${(0,_toolkit_markdown_js__WEBPACK_IMPORTED_MODULE_3__/* .cell */ .Hn)(environment)}: ${sum} a month, ${share} of it idle`,
        (0,_toolkit_markdown_js__WEBPACK_IMPORTED_MODULE_3__/* .table */ .tp)([
            'workload',
            'pods',
            'CPU requested',
            'CPU P95',
            'GiB requested',
            'GiB P95',
            'GiB stored',
            'idle',
            'a month',
        ], costs.map(each => rowOf(each, currency))),
        trendText(result.trend, currency),
        chartOf(result),
        assessments
            .filter(({ status, rule }) => status !== 'not-applicable' && rule !== 'cost-workload')
            .map(each => `- ${each.level === 'error' && each.status === 'not-met' ? '❌' : icons[each.status]} ${each.id}: ${(0,_toolkit_markdown_js__WEBPACK_IMPORTED_MODULE_3__/* .cell */ .Hn)(each.what)}`)
            .join('\n'),
        (0,_summary_parts_js__WEBPACK_IMPORTED_MODULE_4__/* .bullets */ .e5)(failures.map(each => `⚠️ ${each}`)),
    ]);
}
const number = (value) => (value === undefined ? '?' : String(Number(value.toFixed(2))));
function rowOf(each, currency) {
    const { requested, used, idle, compute, monthly, storage } = each;
    const share = idle === undefined || !compute ? '?' : (0,_monitoring_health_js__WEBPACK_IMPORTED_MODULE_1__/* .percent */ .KN)(idle / compute);
    return [
        ...[each.workload, number(each.pods), number(requested.cores), number(used.cores)],
        ...[number(requested.gib), number(used.gib), number(storage), share],
        monthly === undefined ? `unknown: ${each.unknown.join(', ')}` : (0,_cost_judgement_js__WEBPACK_IMPORTED_MODULE_0__/* .money */ .TG)(monthly, currency),
    ];
}
function trendText(trend, currency) {
    if ('status' in trend)
        return `Since the last release: ${(0,_toolkit_markdown_js__WEBPACK_IMPORTED_MODULE_3__/* .cell */ .Hn)(trend.what)}.`;
    const of = ({ monthly, cores, gib }) => `${monthly === undefined ? 'unknown' : (0,_cost_judgement_js__WEBPACK_IMPORTED_MODULE_0__/* .money */ .TG)(monthly, currency)} a month, ${number(cores)} cores and ${number(gib)} GiB used`;
    return `Before release ${trend.release}: ${of(trend.before)}. Since then: ${of(trend.after)}.`;
}
function chartOf({ costs, whatIfs, usage, demands }) {
    const simulated = new Map(whatIfs.flatMap(each => ('pods' in each ? [[each.workload, each.pods]] : [])));
    const rank = ({ workload, monthly = 0 }) => monthly + (simulated.has(workload) ? 1e12 : 0);
    for (const { workload, pods } of [...costs].sort((a, b) => rank(b) - rank(a))) {
        const used = usage.get(workload)?.cores ?? [];
        const each = demands.find(({ title }) => title === workload)?.cores;
        if (used.length < 2 || pods === undefined || each === undefined)
            continue;
        const scaled = new Map(simulated.get(workload));
        const values = used.map(([, value]) => value);
        const shown = new Set((0,_downsample_js__WEBPACK_IMPORTED_MODULE_5__/* .downsample */ .J)(values, mostPoints));
        const chosen = used.filter((_, at) => shown.has(at));
        const lines = [
            { name: 'requested', color: 'blue', values: chosen.map(() => pods * each) },
            { name: 'used', color: 'orange', values: chosen.map(([, value]) => value) },
        ];
        if (scaled.size > 0)
            lines.push({
                name: `requested by an autoscaler (expected: ${_cost_judgement_js__WEBPACK_IMPORTED_MODULE_0__/* .bands */ .RJ.autoscaling} less)`,
                color: 'green',
                values: chosen.map(([at]) => (scaled.get(at) ?? 0) * each),
            });
        const hours = ((used.at(-1)?.[0] ?? 0) - (used[0]?.[0] ?? 0)) / 3_600_000;
        const top = (0,_axis_js__WEBPACK_IMPORTED_MODULE_6__/* .niceTop */ .pv)(Math.max(...lines.flatMap(({ values }) => values)));
        const x = { name: 'hours', from: 0, to: hours };
        return (0,_mermaid_js__WEBPACK_IMPORTED_MODULE_2__/* .xychart */ .w)({ title: `CPU of ${workload}`, x, y: { name: 'cores', from: 0, to: top }, lines });
    }
    return '';
}


/***/ }),

/***/ 70520:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   J: () => (/* binding */ downsample)
/* harmony export */ });
function downsample(values, most) {
    const last = values.length - 1;
    if (values.length <= most)
        return values.map((_, index) => index);
    const stretches = Math.floor((most - 2) / 2);
    const inner = Array.from({ length: stretches }, (_, stretch) => {
        const from = 1 + Math.floor((stretch * (last - 1)) / stretches);
        const to = 1 + Math.floor(((stretch + 1) * (last - 1)) / stretches);
        return extremes(values, from, to);
    });
    return [0, ...inner.flat(), last];
}
function extremes(values, from, to) {
    let low = from;
    let high = from;
    for (let index = from; index < to; index += 1) {
        const value = values[index];
        if (value === undefined)
            continue;
        if (value < (values[low] ?? Number.POSITIVE_INFINITY))
            low = index;
        if (value > (values[high] ?? Number.NEGATIVE_INFINITY))
            high = index;
    }
    const other = low === from ? to - 1 : from;
    const [first, second] = low === high ? [low, other] : [low, high];
    if (first === second)
        return [first];
    return first < second ? [first, second] : [second, first];
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


/***/ })

};
