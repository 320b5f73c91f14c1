export const id = 4249;
export const ids = [4249];
export const modules = {

/***/ 46915:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   UD: () => (/* binding */ compare),
/* harmony export */   ps: () => (/* binding */ causes),
/* harmony export */   x: () => (/* binding */ perRequest),
/* harmony export */   yI: () => (/* binding */ harms)
/* harmony export */ });
/* harmony import */ var _toolkit_quantile_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(35831);

const fewestSamples = 4;
const smallestChange = 0.25;
const smallestDifference = {
    bytes: 16 * 2 ** 20,
    count: 3,
    share: 0.002,
    seconds: 0.005,
    cores: 0.01,
};
function compare(signal, before, after) {
    const recent = after.slice(-Math.max(fewestSamples, Math.ceil(after.length / 3)));
    const old = valuesOf(before);
    const [was, is] = [(0,_toolkit_quantile_js__WEBPACK_IMPORTED_MODULE_0__/* .quantile */ .Y)(old, 0.5), (0,_toolkit_quantile_js__WEBPACK_IMPORTED_MODULE_0__/* .quantile */ .Y)(valuesOf(recent), 0.5)];
    const compared = { signal, before: was, after: is, samples: { before, after } };
    if (was === undefined || is === undefined || recent.length < fewestSamples || before.length < fewestSamples)
        return { ...compared, change: 'no-data' };
    const difference = is - was;
    const floor = signal.group === 'data' && signal.unit === 'share' ? 0.1 : smallestDifference[signal.unit];
    const isLarge = Math.abs(difference) > Math.max(smallestChange * Math.abs(was), floor ?? 0);
    const isBeyond = difference > 0 ? is > ((0,_toolkit_quantile_js__WEBPACK_IMPORTED_MODULE_0__/* .quantile */ .Y)(old, 0.9) ?? is) : is < ((0,_toolkit_quantile_js__WEBPACK_IMPORTED_MODULE_0__/* .quantile */ .Y)(old, 0.1) ?? is);
    return { ...compared, change: isLarge && isBeyond ? direction(signal, difference) : 'same' };
}
function direction({ worse }, difference) {
    if (worse === 'neither')
        return 'changed';
    return (worse === 'more') === difference > 0 ? 'worse' : 'better';
}
const harmful = ['errors', 'latency', 'saturation', 'data'];
const harms = ({ signal, change }) => change === 'worse' && harmful.includes(signal.group);
const telling = ['errors', 'latency', 'saturation'];
const causes = (comparison) => {
    const { signal, before = 0, after = 0 } = comparison;
    const isClear = signal.group !== 'saturation' || after >= 1.5 * before;
    return harms(comparison) && telling.includes(signal.group) && isClear;
};
const valuesOf = (samples) => samples.map(([, value]) => value);
function perRequest(samples, traffic) {
    const rates = new Map(traffic);
    return samples.flatMap(([at, value]) => {
        const rate = rates.get(at) ?? 0;
        return rate > 0 ? [[at, value / rate]] : [];
    });
}


/***/ }),

/***/ 32588:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   AC: () => (/* binding */ isBurnAlert),
/* harmony export */   KN: () => (/* binding */ percent),
/* harmony export */   au: () => (/* binding */ quantity),
/* harmony export */   u7: () => (/* binding */ judgeHealth),
/* harmony export */   vp: () => (/* binding */ budgetReasons)
/* harmony export */ });
/* harmony import */ var _config_monitoring_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(99942);
/* harmony import */ var _toolkit_count_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(8999);
/* harmony import */ var _toolkit_duration_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(38650);
/* harmony import */ var _comparison_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(46915);
/* harmony import */ var _rules_burn_rate_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(66998);





function judgeHealth(subject, readings, began) {
    const { comparisons, objectives, targets, alerts, standbys } = readings;
    const notes = notesOf(comparisons);
    const degraded = [
        ...objectives.flatMap(objective => budgetReasons(objective, subject.objectives.window)),
        ...comparisons
            .filter(_comparison_js__WEBPACK_IMPORTED_MODULE_2__/* .harms */ .yI)
            .map(each => ({ sentence: changeSentence(each), sinceRelease: (0,_comparison_js__WEBPACK_IMPORTED_MODULE_2__/* .causes */ .ps)(each) })),
        ...targets
            .filter(({ down }) => down.length > 0)
            .map(({ name, down }) => `Prometheus does not reach ${listed(name, down)}`)
            .map(sentence => ({ sentence, sinceRelease: false })),
        ...standbys
            .filter(({ within, promised }) => within !== undefined && within < promised)
            .map(({ within, promised, lag }) => ({
            sentence: `slipway.yml promises ${(0,_toolkit_count_js__WEBPACK_IMPORTED_MODULE_4__/* .counted */ .h)(promised, 'standby')} within ${(0,_toolkit_duration_js__WEBPACK_IMPORTED_MODULE_1__/* .formatDuration */ .a3)(lag)}, and Prometheus counts ${within}`,
            sinceRelease: false,
        })),
        ...alerts
            .filter(({ severity }) => severity !== 'info')
            .map(alert => ({
            sentence: `the alert ${alert.name} (${alert.severity}) is firing`,
            sinceRelease: blames(subject, alert, began),
        })),
    ];
    if (degraded.length > 0)
        return { verdict: 'degraded', reasons: degraded, notes };
    const unread = unreadable(subject, readings);
    if (unread === undefined)
        return { verdict: 'healthy', reasons: [], notes };
    return { verdict: 'unknown', reasons: [{ sentence: unread, sinceRelease: false }], notes };
}
function budgetReasons({ objective, allowed, before, after }, window) {
    const most = (0,_rules_burn_rate_js__WEBPACK_IMPORTED_MODULE_3__/* .burnRate */ .g0)(_rules_burn_rate_js__WEBPACK_IMPORTED_MODULE_3__/* .burnLimits */ .MZ[0], window) * allowed;
    if (after === undefined || after <= most)
        return [];
    const sentence = `${percent(after)} of the requests were ${objective === 'latency' ? 'slow' : 'bad'}; the ${objective} objective allows ${percent(allowed)}`;
    return [{ sentence, sinceRelease: before === undefined || before <= most }];
}
function blames({ settings }, { name, since, scraped }, began) {
    const isNamed = settings.rollback?.alerts.includes(name) === true && !isBurnAlert(name);
    return isNamed && !scraped && since !== undefined && began !== undefined && since >= began;
}
const isBurnAlert = (name) => Object.values(_rules_burn_rate_js__WEBPACK_IMPORTED_MODULE_3__/* .burnAlerts */ .z2).includes(name);
function unreadable({ app, environment, workload, settings, objectives: { latency } }, { comparisons, objectives, targets, hasRules, failures }) {
    if (failures.length > 0)
        return failures[0];
    const missing = targets.filter(({ up, down }) => up === 0 && down.length === 0).map(({ name }) => name);
    if (missing.includes('pods'))
        return `Prometheus scrapes no pod of ${workload.kind}/${workload.name}`;
    if (missing.length > 0)
        return `Prometheus has no target for ${missing.join(', ')}`;
    if (!hasRules)
        return `no rule of ${app} in ${environment} is loaded, so no alert can fire; load \`rules.yml\` of \`slipway monitoring\` into this Prometheus, or set \`monitoring.objects\``;
    if (objectives.length === 0)
        return 'no objective can be measured: neither `monitoring.requests` nor the gate names a counter of requests';
    const gone = comparisons.filter(({ signal, before, after }) => ['traffic', 'errors', 'latency'].includes(signal.group) && before !== undefined && after === undefined);
    if (gone.length > 0 && comparisons.some(({ after }) => after !== undefined))
        return `${gone.map(({ signal }) => signal.title).join(', ')}: there is no data since the release`;
    const silent = objectives.filter(({ after }) => after === undefined).map(({ objective }) => objective);
    if (silent.length === 0)
        return withoutSignal(settings.queries, comparisons);
    const noBucket = `, or the histogram has no bucket that ends at ${latency?.under} s`;
    return `the objective ${silent.join(' and ')} cannot be judged: no request was counted since the release${silent.includes('latency') ? noBucket : ''}`;
}
function withoutSignal(queries, comparisons) {
    const silent = Object.entries(queries).flatMap(([name, written]) => {
        const values = comparisons.find(({ signal }) => signal.name === name)?.samples.after ?? [];
        if ((0,_config_monitoring_js__WEBPACK_IMPORTED_MODULE_0__/* .businessQuery */ .RG)(written).allowsNoData || values.some(([, value]) => Math.abs(value) > 0))
            return [];
        return [`\`${name}\` ${values.some(([, value]) => value === 0) ? 'was always 0' : 'had no sample'}`];
    });
    if (silent.length === 0)
        return undefined;
    return `a business metric has no signal since the release: ${silent.join(', ')}; correct it in \`monitoring.queries\`, or set \`allow-no-data: true\` for it`;
}
const notesOf = (comparisons) => comparisons
    .filter(each => each.change !== 'same' && each.change !== 'no-data' && !(0,_comparison_js__WEBPACK_IMPORTED_MODULE_2__/* .harms */ .yI)(each))
    .map(changeSentence);
function changeSentence({ signal, before, after }) {
    return `${signal.title}: ${quantity(before, signal.unit)} before, ${quantity(after, signal.unit)} after`;
}
function quantity(value, unit) {
    if (value === undefined)
        return '–';
    switch (unit) {
        case 'share':
            return percent(value);
        case 'seconds':
            return value < 1 ? `${short(value * 1000)} ms` : `${short(value)} s`;
        case 'bytes':
        case 'bytes per second': {
            const units = ['B', 'KiB', 'MiB', 'GiB', 'TiB'];
            const power = value < 1 ? 0 : Math.min(units.length - 1, Math.floor(Math.log2(value) / 10));
            return `${short(value / 1024 ** power)} ${units[power]}${unit === 'bytes' ? '' : '/s'}`;
        }
        case 'requests per second':
            return `${short(value)} requests/s`;
        case 'cores':
            return `${short(value * 1000)} millicores`;
        case 'count':
            return short(value);
        default:
            return unit;
    }
}
const percent = (share) => `${short(share * 100)} %`;
const short = (value) => Number(value.toPrecision(3)).toLocaleString('en-US', { maximumFractionDigits: 4 });
const listed = (name, down) => name === 'pods' ? `the metrics of ${down.join(', ')}` : `the ${name} exporter (${down.join(', ')})`;


/***/ }),

/***/ 63231:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   B0: () => (/* binding */ readObjectives),
/* harmony export */   K5: () => (/* binding */ readAlerts),
/* harmony export */   os: () => (/* binding */ asking),
/* harmony export */   yw: () => (/* binding */ readAll)
/* harmony export */ });
/* harmony import */ var _analysis_selector_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(11775);
/* harmony import */ var _comparison_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(46915);
/* harmony import */ var _rules_alert_check_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(45243);
/* harmony import */ var _rules_burn_rate_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(66998);
/* harmony import */ var _rules_recovery_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(98833);
/* harmony import */ var _rules_rule_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(23232);
/* harmony import */ var _signals_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(2561);
/* harmony import */ var _subject_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(36196);








const step = 30_000;
const range = '2m';
const rangeMs = 120_000;
async function readAll(source, subject, spans) {
    const { query, failures } = asking(source);
    const at = spans.after.to;
    const [comparisons, objectives, targets, alerts, standbys, rules] = await Promise.all([
        readSignals(query, subject, spans),
        readObjectives(query, subject, spans),
        readTargets(query, subject, at),
        readAlerts(query, subject, at),
        readStandbys(query, subject, at),
        query((0,_subject_js__WEBPACK_IMPORTED_MODULE_6__.ownSelector)(_rules_rule_js__WEBPACK_IMPORTED_MODULE_4__/* .rulesLoaded */ .T, subject), at),
    ]);
    const hasRules = rules.some(each => !isScraped(each));
    return { comparisons, objectives, targets, alerts, standbys, hasRules, failures: [...failures] };
}
const patience = 15_000;
function asking(source) {
    const failures = new Set();
    const query = async (promql, at) => {
        const answer = await source.query(promql, at, patience);
        if (answer.ok)
            return answer.value;
        failures.add(answer.detail);
        return [];
    };
    return { query, failures };
}
const lastOf = (series) => series?.samples.at(-1)?.[1];
const isScraped = ({ labels: { job, instance } }) => job !== undefined || instance !== undefined;
async function readSignals(query, subject, { before, after }) {
    const over = async ({ expr }, span) => {
        const length = span === undefined ? 0 : span.to - span.from - rangeMs;
        if (span === undefined || length < step)
            return [];
        const [series] = await query(`(${expr})[${length}ms:${step}ms]`, span.to);
        return series?.samples ?? [];
    };
    const read = await Promise.all((0,_signals_js__WEBPACK_IMPORTED_MODULE_5__/* .signalsOf */ .B)(subject, range).map(async (signal) => {
        const [was, is] = await Promise.all([over(signal, before), over(signal, after)]);
        return { signal, was, is };
    }));
    const traffic = read.find(({ signal }) => signal.name === 'requests');
    return read.map(({ signal, was, is }) => {
        if (signal.name !== 'cpu' || traffic === undefined)
            return (0,_comparison_js__WEBPACK_IMPORTED_MODULE_1__/* .compare */ .UD)(signal, was, is);
        const perSecond = { ...signal, title: 'CPU per request per second' };
        return (0,_comparison_js__WEBPACK_IMPORTED_MODULE_1__/* .compare */ .UD)(perSecond, (0,_comparison_js__WEBPACK_IMPORTED_MODULE_1__/* .perRequest */ .x)(was, traffic.was), (0,_comparison_js__WEBPACK_IMPORTED_MODULE_1__/* .perRequest */ .x)(is, traffic.is));
    });
}
function readObjectives(query, subject, { before, after }) {
    return Promise.all((0,_rules_burn_rate_js__WEBPACK_IMPORTED_MODULE_2__/* .indicatorsOf */ .md)(subject).map(async ({ objective, share, totalRate, badRate }) => {
        const over = async (span) => {
            if (span === undefined)
                return undefined;
            const range = `${Math.max(step, span.to - span.from)}ms`;
            return lastOf((await query(`${badRate(range)} / (${totalRate(range)} > 0)`, span.to))[0]);
        };
        const [was, is, [budget]] = await Promise.all([
            over(before),
            over(after),
            query((0,_subject_js__WEBPACK_IMPORTED_MODULE_6__.ownSelector)(_rules_burn_rate_js__WEBPACK_IMPORTED_MODULE_2__/* .budgetLeft */ .Lj, subject, { objective }), after.to),
        ]);
        return { objective, allowed: 1 - share, before: was, after: is, budget: lastOf(budget) };
    }));
}
async function readTargets(query, subject, at) {
    const { namespace, workload } = subject;
    const selectors = {
        pods: (0,_analysis_selector_js__WEBPACK_IMPORTED_MODULE_0__/* .narrowed */ .fQ)('up', (0,_subject_js__WEBPACK_IMPORTED_MODULE_6__.podMatchers)(namespace, workload)),
        ...Object.fromEntries((0,_subject_js__WEBPACK_IMPORTED_MODULE_6__.exporterNames)(subject).map(name => [name, `up{job="${(0,_subject_js__WEBPACK_IMPORTED_MODULE_6__.sourceJob)(subject, name)}"}`])),
    };
    return Promise.all(Object.entries(selectors).map(async ([name, selector]) => {
        const best = `max_over_time(${selector}[4m])`;
        const known = `(${best} == 1 or ${best} == 0 and count_over_time(${selector}[4m]) >= 4)`;
        const series = await query(`${known} and ${selector}`, at);
        const isUp = (each) => lastOf(each) === 1;
        const down = series
            .filter(each => !isUp(each))
            .map(({ labels }) => labels.pod ?? labels.instance ?? name);
        return { name, up: series.filter(isUp).length, down: down.sort() };
    }));
}
function readStandbys(query, { namespace, recovery, settings }, at) {
    const promises = recovery === undefined || settings.sources.postgres === undefined
        ? []
        : (0,_rules_recovery_js__WEBPACK_IMPORTED_MODULE_3__/* .standbyPromises */ .Al)(namespace, recovery);
    return Promise.all(promises.map(async ({ lag, count, within }) => {
        const [series] = await query(`max_over_time((${within})[1m:15s])`, at);
        return { lag, promised: count, within: lastOf(series) };
    }));
}
async function readAlerts(query, subject, at) {
    const [firing, since] = await Promise.all([
        query((0,_subject_js__WEBPACK_IMPORTED_MODULE_6__.ownSelector)('ALERTS', subject, { alertstate: 'firing' }), at),
        query((0,_subject_js__WEBPACK_IMPORTED_MODULE_6__.ownSelector)('ALERTS_FOR_STATE', subject), at),
    ]);
    const key = ({ labels: { __name__, alertstate, ...rest } }) => JSON.stringify(Object.entries(rest).sort());
    const begun = new Map(since.map(series => [key(series), lastOf(series)]));
    return firing.flatMap(series => {
        const { alertname: name = 'unnamed', severity = 'none' } = series.labels;
        if (name === _rules_alert_check_js__WEBPACK_IMPORTED_MODULE_7__/* .checkAlert */ .PS)
            return [];
        const seconds = begun.get(key(series));
        const at = seconds === undefined ? undefined : seconds * 1000;
        return [{ name, severity, since: at, scraped: isScraped(series) }];
    });
}


/***/ }),

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
/* harmony import */ var _axis_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(93119);
/* harmony import */ var _mermaid_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(72435);
/* harmony import */ var _thinning_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(70159);






const marks = { pass: '✅', fail: '❌', unknown: '⚠️' };
const icons = { met: '✅', 'not-met': '⚠️', unknown: '❔', 'not-applicable': '·' };
const mostPoints = 60;
function costSummary(app, environment, result) {
    const { outcome, total, settings, costs, assessments, failures } = result;
    const { currency } = settings;
    const sum = total.monthly === undefined ? `at least ${(0,_cost_judgement_js__WEBPACK_IMPORTED_MODULE_0__/* .money */ .TG)(total.known, currency)}` : (0,_cost_judgement_js__WEBPACK_IMPORTED_MODULE_0__/* .money */ .TG)(total.monthly, currency);
    const share = total.idleShare === undefined ? 'unknown' : (0,_monitoring_health_js__WEBPACK_IMPORTED_MODULE_1__/* .percent */ .KN)(total.idleShare);
    return [
        `### ${marks[outcome]} Cost: ${(0,_toolkit_markdown_js__WEBPACK_IMPORTED_MODULE_3__/* .cell */ .Hn)(app)} in ${(0,_toolkit_markdown_js__WEBPACK_IMPORTED_MODULE_3__/* .cell */ .Hn)(environment)}: ${sum} a month, ${share} of it idle`,
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
        trendSaid(result.trend, currency),
        chartOf(result),
        assessments
            .filter(({ status, rule }) => status !== 'not-applicable' && rule !== 'cost-workload')
            .map(each => `- ${each.level === 'error' && each.status === 'not-met' ? '❌' : icons[each.status]} ${each.id}: ${(0,_toolkit_markdown_js__WEBPACK_IMPORTED_MODULE_3__/* .cell */ .Hn)(each.what)}`)
            .join('\n'),
        failures.map(each => `- ⚠️ ${(0,_toolkit_markdown_js__WEBPACK_IMPORTED_MODULE_3__/* .cell */ .Hn)(each)}`).join('\n'),
    ]
        .filter(part => part !== '')
        .join('\n\n')
        .concat('\n');
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
function trendSaid(trend, currency) {
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
        const shown = new Set((0,_thinning_js__WEBPACK_IMPORTED_MODULE_4__/* .thinned */ .H)(used.map(([, value]) => value), mostPoints));
        const chosen = used.filter((_, at) => shown.has(at));
        const lines = [
            { name: 'requested', color: 'blue', values: chosen.map(() => pods * each) },
            { name: 'used', color: 'orange', values: chosen.map(([, value]) => value) },
        ];
        if (scaled.size > 0)
            lines.push({
                ...{
                    name: `requested by an autoscaler (the guide expects ${_cost_judgement_js__WEBPACK_IMPORTED_MODULE_0__/* .bands */ .RJ.autoscaling} less)`,
                    color: 'green',
                },
                values: chosen.map(([at]) => (scaled.get(at) ?? 0) * each),
            });
        const hours = ((used.at(-1)?.[0] ?? 0) - (used[0]?.[0] ?? 0)) / 3_600_000;
        const top = (0,_axis_js__WEBPACK_IMPORTED_MODULE_5__/* .niceTop */ .pv)(Math.max(...lines.flatMap(({ values }) => values)));
        const x = { name: 'hours', from: 0, to: hours };
        return (0,_mermaid_js__WEBPACK_IMPORTED_MODULE_2__/* .xychart */ .w)({ title: `CPU of ${workload}`, x, y: { name: 'cores', from: 0, to: top }, lines });
    }
    return '';
}


/***/ }),

/***/ 72435:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   p: () => (/* binding */ plain),
/* harmony export */   w: () => (/* binding */ xychart)
/* harmony export */ });
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
    return [
        '```mermaid',
        `%%{init: ${JSON.stringify(settings)}}%%`,
        'xychart-beta',
        `    title "${plain(title)}"`,
        `    x-axis "${plain(x.name)}" ${decimal(x.from)} --> ${decimal(x.to)}`,
        `    y-axis "${plain(y.name)}" ${decimal(y.from)} --> ${decimal(y.to)}`,
        ...lines.map(({ values }) => `    line [${values.map(decimal).join(', ')}]`),
        '```',
        '',
        legend,
    ].join('\n');
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

/***/ 70159:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   H: () => (/* binding */ thinned)
/* harmony export */ });
function thinned(values, most) {
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


/***/ })

};
