export const id = 5204;
export const ids = [5204];
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

/***/ 5204:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  decisionSummary: () => (/* binding */ decisionSummary)
});

// EXTERNAL MODULE: ./.build/js/src/toolkit/markdown.js
var markdown = __webpack_require__(991);
// EXTERNAL MODULE: ./.build/js/src/report/axis.js
var axis = __webpack_require__(93119);
// EXTERNAL MODULE: ./.build/js/src/report/downsample.js
var downsample = __webpack_require__(70520);
// EXTERNAL MODULE: ./.build/js/src/report/mermaid.js
var mermaid = __webpack_require__(72435);
// EXTERNAL MODULE: ./.build/js/src/report/series.js
var series = __webpack_require__(16179);
;// CONCATENATED MODULE: ./.build/js/src/report/charts.js




const mostPoints = 60;
function summaryCharts(record) {
    const judged = record.ticks.length > 1;
    return [
        weightChart(record),
        ...(judged ? (0,series/* metricSeries */.Q3)(record).map(series => rateChart(record, series)) : []),
        ...(judged ? [evidenceChart(record)] : []),
    ].filter(chart => chart !== '');
}
function weightChart(record) {
    const steps = (0,series/* weightSteps */.wF)(record);
    const last = (0,series/* lastMinute */.Nu)(record);
    if (steps.length === 0 || last === 0)
        return '';
    const minutes = Array.from({ length: mostPoints }, (_, index) => (index * last) / (mostPoints - 1));
    const asked = minutes.map(minute => (0,series/* weightAt */.UT)(steps, minute));
    const lines = [{ name: 'weight', color: 'purple', values: asked }];
    if (record.ticks.some(({ share }) => share !== undefined)) {
        const arrived = minutes.map((minute, index) => measuredShare(record, minute, asked[index]) ?? asked[index] ?? 0);
        lines.push({ name: 'measured share', color: 'orange', values: arrived });
    }
    return (0,mermaid/* xychart */.w)({
        title: 'Traffic of the candidate',
        x: { name: 'minutes', from: 0, to: last },
        y: {
            name: 'percent',
            from: 0,
            to: (0,axis/* niceTop */.pv)(lines.flatMap(({ values }) => values).reduce((a, b) => Math.max(a, b), 0)),
        },
        lines,
    });
}
function measuredShare(record, minute, weight) {
    const distance = ({ at }) => Math.abs((0,series/* minuteOf */.iA)(record, at) - minute);
    const [first, ...others] = record.ticks.filter(each => each.share !== undefined && each.weight === weight && distance(each) <= 1);
    if (first === undefined)
        return undefined;
    return others.reduce((best, each) => (distance(each) < distance(best) ? each : best), first).share;
}
function rateChart(record, { title, canary, baseline }) {
    const lines = [
        { name: 'candidate', color: 'orange', values: drawable(canary) },
        { name: 'baseline', color: 'blue', values: drawable(baseline) },
    ];
    return chartOf(record, title, 'percent of requests', lines, canary);
}
function evidenceChart(record) {
    const { harm, pass } = (0,series/* evidencePoints */.fk)(record);
    const limits = (0,series/* thresholds */.pw)(record);
    const values = (points, limit) => drawable(points).map(value => Math.max(-1, Math.min(value, limit + 2)));
    const level = (value) => drawable(harm).map(() => value);
    const lines = [
        { name: 'harm', color: 'red', values: values(harm, limits.harm) },
        { name: `fails at ${odds(limits.harm)}`, color: 'purple', values: level(limits.harm) },
        { name: 'good, weakest metric', color: 'green', values: values(withoutBreaks(pass), limits.pass) },
        { name: `stage passes at ${odds(limits.pass)}`, color: 'blue', values: level(limits.pass) },
    ];
    return chartOf(record, 'Evidence', 'log10 of the odds', lines, harm);
}
const odds = (power) => `${Number(power.toFixed(1))} (${Math.round(10 ** power)} to 1)`;
function chartOf(record, title, unit, lines, points) {
    const values = lines.flatMap(line => line.values);
    const least = Math.min(0, ...values);
    const first = record.ticks[0]?.at ?? record.startedAt;
    const chart = {
        title,
        x: { name: 'minutes', from: (0,series/* minuteOf */.iA)(record, first), to: points.at(-1)?.minute ?? 1 },
        y: { name: unit, from: least, to: (0,axis/* niceTop */.pv)(Math.max(...values)) },
        lines,
    };
    return (0,mermaid/* xychart */.w)(chart);
}
const withoutBreaks = (points) => points.filter((point, index) => point.value !== undefined || points[index + 1]?.minute !== point.minute);
function drawable(points) {
    const values = points.map(({ value }) => value);
    let last = values.find(value => value !== undefined) ?? 0;
    return (0,downsample/* downsample */.J)(values, mostPoints).map(index => {
        last = values[index] ?? last;
        return last;
    });
}

// EXTERNAL MODULE: ./.build/js/src/report/figures.js
var figures = __webpack_require__(86749);
// EXTERNAL MODULE: ./.build/js/src/report/headline.js
var headline = __webpack_require__(34950);
;// CONCATENATED MODULE: ./.build/js/src/report/decision.js





function decisionSummary(record) {
    const said = (0,headline.headline)(record);
    return (0,markdown/* paragraphs */.qN)([
        title(record, said),
        reasons(said),
        ...summaryCharts(record),
        ...(0,figures/* tablesOf */.tI)(record).map(section),
        section((0,figures/* aboutTable */.wy)(record)),
        links(record),
    ]);
}
const marks = { good: '✅', open: '⏳', bad: '❌' };
function title({ app, environment }, { mood, what }) {
    return `### ${marks[mood]} ${(0,markdown/* cell */.Hn)(app)} → ${(0,markdown/* cell */.Hn)(environment)}: ${(0,markdown/* cell */.Hn)(what)}`;
}
function reasons({ why, next }) {
    return `**Why:** ${(0,markdown/* cell */.Hn)(why)}. **Next:** ${(0,markdown/* cell */.Hn)(next)}.`;
}
const mostRows = 60;
function section({ title: name, head, rows }) {
    if (rows.length === 0)
        return '';
    const shown = rows.slice(0, mostRows);
    const more = rows.length > shown.length
        ? `\n\n… and ${rows.length - shown.length} more; the HTML report has all of them.`
        : '';
    return `#### ${(0,mermaid/* plain */.p)(name)}\n\n${(0,markdown/* table */.tp)(head, shown)}${more}`;
}
function links({ runs }) {
    const urls = [...new Set(runs.flatMap(({ by }) => (by.url === undefined ? [] : [by.url])))];
    const good = urls.filter(url => /^https?:\/\/[\w.:/-]+$/.test(url));
    return good.length === 0
        ? ''
        : `Runs: ${good.map(url => `[${url.split('/').at(-1)}](${url})`).join(', ')}. The artifact \`decision\` has the decision record and an HTML report with all figures.`;
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
