export const id = 2588;
export const ids = [2588];
export const modules = {

/***/ 46915:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Ec: () => (/* binding */ fewestSamples),
/* harmony export */   SD: () => (/* binding */ compareCpu),
/* harmony export */   UD: () => (/* binding */ compare),
/* harmony export */   aJ: () => (/* binding */ isShown),
/* harmony export */   f7: () => (/* binding */ fewestRequests),
/* harmony export */   ps: () => (/* binding */ causes),
/* harmony export */   yI: () => (/* binding */ harms)
/* harmony export */ });
/* harmony import */ var _toolkit_quantile_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(35831);

const fewestSamples = 4;
const fewestRequests = 10;
const smallestChange = 0.25;
const smallestDifference = {
    bytes: 16 * 2 ** 20,
    count: 3,
    share: 0.002,
    seconds: 0.005,
    cores: 0.01,
};
function compare(signal, before, after, shownBy) {
    const recent = recentOf(after);
    const old = valuesOf(before);
    const [was, is] = [(0,_toolkit_quantile_js__WEBPACK_IMPORTED_MODULE_0__/* .quantile */ .Y)(old, 0.5), (0,_toolkit_quantile_js__WEBPACK_IMPORTED_MODULE_0__/* .quantile */ .Y)(valuesOf(recent), 0.5)];
    const compared = { signal, before: was, after: is, shownBy, samples: { before, after } };
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
    return harms(comparison) && telling.includes(signal.group) && isClear && isShown(comparison.shownBy);
};
const isShown = (requests) => requests === undefined || requests >= fewestRequests;
const recentOf = (after) => after.slice(-Math.max(fewestSamples, Math.ceil(after.length / 3)));
const valuesOf = (samples) => samples.map(([, value]) => value);
function compareCpu(signal, cpu, pods, requests) {
    const busy = new Set(requests?.after.flatMap(([at, rate]) => (rate > 0 ? [at] : [])));
    const after = requests === undefined ? cpu.after : cpu.after.filter(([at]) => busy.has(at));
    const compareAt = (what, loads, worse) => compare({ ...signal, title: `${signal.title} at the current ${what}`, worse }, scaledTo(loads, cpu.before), after);
    if (requests === undefined)
        return compareAt('number of pods', [pods], 'neither');
    const whole = compareAt('traffic and number of pods', [pods, requests], signal.worse);
    const byRequests = compareAt('traffic', [requests], 'neither');
    const hasMorePods = (recentMedian(pods) ?? 0) > ((0,_toolkit_quantile_js__WEBPACK_IMPORTED_MODULE_0__/* .quantile */ .Y)(valuesOf(pods.before), 0.5) ?? Number.NaN);
    const needsMore = byRequests.change === 'changed' && (byRequests.after ?? 0) > (byRequests.before ?? 0);
    return whole.change !== 'worse' && hasMorePods && needsMore ? byRequests : whole;
}
function scaledTo(loads, used) {
    const growths = loads.map(load => {
        const now = recentMedian(load) ?? 0;
        return new Map(load.before.map(([at, was]) => [at, was > 0 ? now / was : Number.NaN]));
    });
    return used.flatMap(([at, value]) => {
        const growth = Math.max(...growths.map(each => each.get(at) ?? Number.NaN));
        return Number.isNaN(growth) ? [] : [[at, value * growth]];
    });
}
const recentMedian = ({ after }) => (0,_toolkit_quantile_js__WEBPACK_IMPORTED_MODULE_0__/* .quantile */ .Y)(valuesOf(recentOf(after)), 0.5);


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
/* harmony import */ var _config_monitoring_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(60096);
/* harmony import */ var _toolkit_count_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(8999);
/* harmony import */ var _toolkit_duration_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(38650);
/* harmony import */ var _comparison_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(46915);
/* harmony import */ var _readings_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(63231);
/* harmony import */ var _rules_burn_rate_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(66998);
/* harmony import */ var _rules_security_events_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(35348);
/* harmony import */ var _subject_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(36196);








function judgeHealth(subject, readings, began) {
    const { comparisons, objectives, targets, alerts, standbys } = readings;
    const events = Object.values(_rules_security_events_js__WEBPACK_IMPORTED_MODULE_5__/* .eventAlertNames */ .Nc);
    const isEvent = ({ name }) => events.includes(name) && subject.settings.rollback?.alerts.includes(name) !== true;
    const unscraped = targets.filter(({ down }) => down.length > 0);
    const isTolerated = ({ name, up }) => up > 0 && (0,_subject_js__WEBPACK_IMPORTED_MODULE_6__/* .toleratesDown */ .Cp)(name);
    const notes = [
        ...notesOf(comparisons),
        ...readings.unknownLabels.map(label => `no request has the label \`${label}\`, which \`bad\` uses to select failed requests, so no failure is counted; correct \`bad\` in slipway.yml`),
        ...unscraped.filter(isTolerated).map(unscrapedSentence),
        ...alerts.filter(isEvent).map(({ name }) => `the alert ${name} is firing`),
    ];
    const degraded = [
        ...objectives.flatMap(objective => budgetReasons(objective, subject.objectives.window)),
        ...comparisons.filter(_comparison_js__WEBPACK_IMPORTED_MODULE_2__/* .harms */ .yI).map(each => ({
            sentence: doubted(changeSentence(each), (0,_comparison_js__WEBPACK_IMPORTED_MODULE_2__/* .isShown */ .aJ)(each.shownBy) ? undefined : tooFew),
            sinceRelease: (0,_comparison_js__WEBPACK_IMPORTED_MODULE_2__/* .causes */ .ps)(each),
        })),
        ...unscraped
            .filter(target => !isTolerated(target))
            .map(target => ({ sentence: unscrapedSentence(target), sinceRelease: false })),
        ...standbys
            .filter(({ within, promised }) => within !== undefined && within < promised)
            .map(({ within, promised, lag }) => ({
            sentence: `slipway.yml promises ${(0,_toolkit_count_js__WEBPACK_IMPORTED_MODULE_7__/* .counted */ .h)(promised, 'standby')} within ${(0,_toolkit_duration_js__WEBPACK_IMPORTED_MODULE_1__/* .formatDuration */ .a3)(lag)}, and Prometheus counts ${within}`,
            sinceRelease: false,
        })),
        ...alerts
            .filter(alert => alert.severity !== 'info' && !isEvent(alert))
            .map(alert => ({
            sentence: `the alert ${alert.name} (${alert.severity}) is firing`,
            sinceRelease: readings.failures.length === 0 && blames(subject, alert, began),
        })),
    ];
    if (degraded.length > 0)
        return { verdict: 'degraded', reasons: eachOnce(degraded), notes };
    const unread = unreadable(subject, readings);
    if (unread === undefined)
        return { verdict: 'healthy', reasons: [], notes };
    return { verdict: 'unknown', reasons: [{ sentence: unread, sinceRelease: false }], notes };
}
const eachOnce = (reasons) => [...Map.groupBy(reasons, ({ sentence }) => sentence)].map(([sentence, all]) => ({
    sentence,
    sinceRelease: all.some(each => each.sinceRelease),
}));
function budgetReasons({ objective, allowed, before, after, bad = 0 }, window, limits = _rules_burn_rate_js__WEBPACK_IMPORTED_MODULE_4__/* .burnLimits */ .MZ.slice(0, 1)) {
    const most = Math.min(...limits.map(limit => (0,_rules_burn_rate_js__WEBPACK_IMPORTED_MODULE_4__/* .mostBad */ .Hf)(limit, allowed, window)));
    if (after === undefined || after <= most)
        return [];
    const sentence = `${percent(after)} of the requests were ${objective === 'latency' ? 'slow' : 'bad'}; the ${objective} objective allows ${percent(allowed)}`;
    const doubt = before === undefined
        ? 'nothing is known of the time before the release'
        : before > most
            ? `before the release: ${percent(before)}`
            : (0,_comparison_js__WEBPACK_IMPORTED_MODULE_2__/* .isShown */ .aJ)(bad)
                ? undefined
                : tooFew;
    return [{ sentence: doubted(sentence, doubt), sinceRelease: doubt === undefined }];
}
const tooFew = `based on fewer than ${_comparison_js__WEBPACK_IMPORTED_MODULE_2__/* .fewestRequests */ .f7} bad or slow requests`;
const doubted = (sentence, doubt) => doubt === undefined ? sentence : `${sentence} (${doubt})`;
function blames({ settings }, alert, began) {
    const isNamed = settings.rollback?.alerts.includes(alert.name) === true && !isBurnAlert(alert.name);
    return isNamed && began !== undefined && (0,_readings_js__WEBPACK_IMPORTED_MODULE_3__/* .beganWith */ .W5)(alert, began);
}
const isBurnAlert = (name) => Object.values(_rules_burn_rate_js__WEBPACK_IMPORTED_MODULE_4__/* .burnAlertNames */ .Wb).includes(name);
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
        return `${gone.map(({ signal }) => signal.title).join(', ')}: there has been no data since the release`;
    const silent = objectives.filter(({ after }) => after === undefined).map(({ objective }) => objective);
    if (silent.length === 0)
        return withoutSignal(settings.queries, comparisons);
    const noBucket = `, or the histogram has no bucket that ends at ${latency?.under} s`;
    return `the objective ${silent.join(' and ')} cannot be judged: no request has been counted since the release${silent.includes('latency') ? noBucket : ''}`;
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
    return `a business metric has had no signal since the release: ${silent.join(', ')}; correct it in \`monitoring.queries\`, or set \`allow-no-data: true\` for it`;
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
const unscrapedSentence = ({ name, down }) => `Prometheus cannot scrape ${name === 'pods' ? `the metrics of ${down.join(', ')}` : `the ${name} exporter (${down.join(', ')})`}`;


/***/ }),

/***/ 63231:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   B0: () => (/* binding */ readObjectives),
/* harmony export */   K5: () => (/* binding */ readAlerts),
/* harmony export */   W5: () => (/* binding */ beganWith),
/* harmony export */   os: () => (/* binding */ asking),
/* harmony export */   vd: () => (/* binding */ day),
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








const beganWith = ({ since, firedBefore, scraped }, began) => !scraped && !firedBefore && since !== undefined && since >= began;
const step = 30_000;
const range = '2m';
const rangeMs = 120_000;
const day = 24 * 3_600_000;
async function readAll(source, subject, spans) {
    const { query, failures } = asking(source);
    const at = spans.after.to;
    const [comparisons, objectives, targets, alerts, standbys, unknownLabels, rules] = await Promise.all([
        readSignals(query, subject, spans),
        readObjectives(query, subject, spans),
        readTargets(query, subject, at),
        readAlerts(query, subject, at, spans.before?.to),
        readStandbys(query, subject, at),
        readUnknownLabels(query, subject, at),
        query((0,_subject_js__WEBPACK_IMPORTED_MODULE_6__/* .ownSelector */ .GR)(_rules_rule_js__WEBPACK_IMPORTED_MODULE_4__/* .rulesLoaded */ .T, subject), at),
    ]);
    const hasRules = rules.some(each => !isScraped(each));
    const read = { comparisons, objectives, targets, alerts, standbys, unknownLabels, hasRules };
    return { ...read, failures: [...failures] };
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
    const over = async (expr, span) => {
        const length = span === undefined ? 0 : span.to - span.from - rangeMs;
        if (span === undefined || length < step)
            return [];
        const [series] = await query(`(${expr})[${length}ms:${step}ms]`, span.to);
        return series?.samples ?? [];
    };
    const comparable = before !== undefined && after.to - before.to <= day ? before : undefined;
    const span = after.to - after.from;
    const third = Math.round((span - rangeMs) / 3);
    const recent = Math.min(span, rangeMs + Math.max((_comparison_js__WEBPACK_IMPORTED_MODULE_1__/* .fewestSamples */ .Ec - 1) * step, third));
    const measure = async (expr) => {
        const [was, is] = await Promise.all([over(expr, comparable), over(expr, after)]);
        return { before: was, after: is };
    };
    const reading = (0,_signals_js__WEBPACK_IMPORTED_MODULE_5__/* .signalsOf */ .B7)(subject, range).map(async (signal) => {
        const [samples, shownBy] = await Promise.all([
            measure(signal.expr),
            signal.shownBy && query(signal.shownBy(`${recent}ms`), after.to),
        ]);
        return { signal, samples, shownBy: shownBy && (lastOf(shownBy[0]) ?? 0) };
    });
    const [pods, read] = await Promise.all([measure((0,_signals_js__WEBPACK_IMPORTED_MODULE_5__/* .podsWithCpu */ .pG)(subject, range)), Promise.all(reading)]);
    const requests = read.find(({ signal }) => signal.name === 'requests')?.samples;
    return read.map(({ signal, samples, shownBy }) => signal.name === 'cpu'
        ? (0,_comparison_js__WEBPACK_IMPORTED_MODULE_1__/* .compareCpu */ .SD)(signal, samples, pods, requests)
        : (0,_comparison_js__WEBPACK_IMPORTED_MODULE_1__/* .compare */ .UD)(signal, samples.before, samples.after, shownBy));
}
const lengthOf = ({ from, to }) => Math.max(step, to - from);
function readObjectives(query, subject, { before, after }) {
    const isKnown = before !== undefined && before.to - before.from >= Math.min(rangeMs, subject.settings.compare);
    return Promise.all((0,_rules_burn_rate_js__WEBPACK_IMPORTED_MODULE_2__/* .indicatorsOf */ .md)(subject).map(async ({ objective, share, totalRate, badRate }) => {
        const over = async (span) => {
            if (span === undefined)
                return undefined;
            const range = `${lengthOf(span)}ms`;
            return lastOf((await query(`${badRate(range)} / (${totalRate(range)} > 0)`, span.to))[0]);
        };
        const length = lengthOf(after);
        const [was, is, [bad], [budget]] = await Promise.all([
            over(isKnown ? before : undefined),
            over(after),
            query(`${badRate(`${length}ms`)} * ${length / 1000}`, after.to),
            query((0,_subject_js__WEBPACK_IMPORTED_MODULE_6__/* .ownSelector */ .GR)(_rules_burn_rate_js__WEBPACK_IMPORTED_MODULE_2__/* .budgetLeft */ .Lj, subject, { objective }), after.to),
        ]);
        const shares = { allowed: 1 - share, before: was, after: is };
        return { objective, ...shares, bad: lastOf(bad), budget: lastOf(budget) };
    }));
}
async function readTargets(query, subject, at) {
    const { namespace, workload } = subject;
    const selectors = {
        pods: (0,_analysis_selector_js__WEBPACK_IMPORTED_MODULE_0__/* .narrowed */ .fQ)('up', (0,_subject_js__WEBPACK_IMPORTED_MODULE_6__/* .podMatchers */ .hj)(namespace, workload)),
        ...Object.fromEntries((0,_subject_js__WEBPACK_IMPORTED_MODULE_6__/* .exporterNames */ .w3)(subject).map(name => [name, `up{job="${(0,_subject_js__WEBPACK_IMPORTED_MODULE_6__/* .sourceJob */ .Pm)(subject, name)}"}`])),
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
async function readUnknownLabels(query, subject, at) {
    const read = (0,_signals_js__WEBPACK_IMPORTED_MODULE_5__/* .labelsOfBad */ .a$)(subject).map(async ({ label, unknown }) => {
        const series = await query(unknown, at);
        return series.length === 0 ? [] : [label];
    });
    return (await Promise.all(read)).flat();
}
function readStandbys(query, { namespace, recovery, settings }, at) {
    const promises = recovery === undefined || settings.sources.postgres === undefined
        ? []
        : (0,_rules_recovery_js__WEBPACK_IMPORTED_MODULE_3__/* .standbyPromises */ .Al)(namespace, recovery);
    return Promise.all(promises.map(async ({ lag, count, within }) => {
        const [series] = await query(within, at);
        return { lag, promised: count, within: lastOf(series) };
    }));
}
async function readAlerts(query, subject, at, began) {
    const { app, environment } = subject;
    const own = [
        (0,_analysis_selector_js__WEBPACK_IMPORTED_MODULE_0__/* .matching */ .wC)('app', '=', app),
        (0,_analysis_selector_js__WEBPACK_IMPORTED_MODULE_0__/* .matching */ .wC)('environment', '=', environment),
        (0,_analysis_selector_js__WEBPACK_IMPORTED_MODULE_0__/* .matching */ .wC)('namespace', '=~', (0,_subject_js__WEBPACK_IMPORTED_MODULE_6__/* .ownNamespace */ .aH)(subject)),
    ];
    const firingNow = (0,_analysis_selector_js__WEBPACK_IMPORTED_MODULE_0__/* .narrowed */ .fQ)('ALERTS', [...own, (0,_analysis_selector_js__WEBPACK_IMPORTED_MODULE_0__/* .matching */ .wC)('alertstate', '=', 'firing')]);
    const [firing, since, earlier] = await Promise.all([
        query(firingNow, at),
        query((0,_analysis_selector_js__WEBPACK_IMPORTED_MODULE_0__/* .narrowed */ .fQ)('ALERTS_FOR_STATE', own), at),
        began === undefined ? [] : query(firingNow, began),
    ]);
    const key = ({ labels: { __name__, alertstate, ...rest } }) => JSON.stringify(Object.entries(rest).sort());
    const kind = ({ labels: { alertname, objective } }) => JSON.stringify([alertname, objective]);
    const begun = new Map(since.map(series => [key(series), lastOf(series)]));
    const old = new Set(earlier.filter(each => !isScraped(each)).map(kind));
    return firing.flatMap(series => {
        const { alertname: name = 'unnamed', severity = 'none' } = series.labels;
        if (name === _rules_alert_check_js__WEBPACK_IMPORTED_MODULE_7__/* .checkAlert */ .PS)
            return [];
        const seconds = begun.get(key(series));
        const at = seconds === undefined ? undefined : seconds * 1000;
        return [{ name, severity, since: at, firedBefore: old.has(kind(series)), scraped: isScraped(series) }];
    });
}


/***/ }),

/***/ 35348:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Nc: () => (/* binding */ eventAlertNames),
/* harmony export */   WL: () => (/* binding */ securityEventAlerts),
/* harmony export */   tt: () => (/* binding */ securityEventCounter)
/* harmony export */ });
/* harmony import */ var _analysis_selector_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(11775);

const fewest = 10;
const abnormal = 3;
const eventAlertNames = {
    permissions: 'SlipwayPermissionsChanged',
    data: 'SlipwaySensitiveDataRead',
};
function securityEventAlerts(subject) {
    const { app, settings } = subject;
    const own = (selector) => ownCounter(selector, subject);
    const { logins, permissions, data, behavior } = settings['security-events'] ?? {};
    const alerts = [];
    if (logins !== undefined)
        alerts.push({
            alert: 'SlipwayLoginsFail',
            severity: 'critical',
            labels: { event: 'logins' },
            expr: `sum(increase(${own(logins.failed)}[5m])) / (sum(increase(${own(logins.total)}[5m])) >= ${fewest}) > ${logins.max / 100}`,
            summary: `${app}: {{ $value | humanizePercentage }} of the logins fail`,
            description: 'Either passwords are being guessed, or logins are broken: compare with the last release, and look at where the attempts come from.',
        });
    if (permissions !== undefined)
        alerts.push({
            alert: eventAlertNames.permissions,
            severity: 'warning',
            labels: { event: 'permissions' },
            expr: happened(own(permissions)),
            summary: `${app}: roles or permissions were changed`,
            description: 'Check in the audit log that a person was allowed to make this change.',
        });
    if (data !== undefined)
        alerts.push({
            alert: eventAlertNames.data,
            severity: 'warning',
            labels: { event: 'data' },
            expr: happened(own(data)),
            summary: `${app}: sensitive data was read`,
            description: 'Check in the audit log who read it, and why.',
        });
    if (behavior !== undefined) {
        const events = own(behavior);
        const rate = `sum(rate(${events}[5m]))`;
        alerts.push({
            alert: 'SlipwayAbnormalBehavior',
            for: '5m',
            severity: 'warning',
            labels: { event: 'behavior' },
            expr: `${rate} > ${abnormal} * quantile_over_time(0.99, ${rate}[7d:5m] offset 1h) and on () count(${events} offset 7d) > 0 and sum(increase(${events}[5m])) >= ${fewest}`,
            summary: `${app}: a security metric is more than ${abnormal} times as high as in the busiest hours of the last week`,
            description: 'Look at who causes it: an import, a crawler, or an attack.',
        });
    }
    return alerts;
}
function securityEventCounter(subject, kind) {
    const counter = subject.settings['security-events']?.[kind];
    const selector = typeof counter === 'object' ? counter.failed : counter;
    return selector === undefined ? undefined : ownCounter(selector, subject);
}
const ownCounter = (selector, { namespace }) => (0,_analysis_selector_js__WEBPACK_IMPORTED_MODULE_0__/* .narrowed */ .fQ)(selector, [(0,_analysis_selector_js__WEBPACK_IMPORTED_MODULE_0__/* .matching */ .wC)('namespace', '=', namespace)]);
const happened = (counter) => `sum(increase(${counter}[5m])) > 0 or sum(${counter} unless ${counter} offset 5m unless on (job, instance) ${notScraped} and on () count(up offset 7m)) > 0`;
const notScraped = '(max_over_time(up[10m] offset 5m) unless up offset 5m == 1)';


/***/ })

};
