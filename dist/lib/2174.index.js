export const id = 2174;
export const ids = [2174,4306];
export const modules = {

/***/ 82174:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   decideOnAlert: () => (/* binding */ decideOnAlert)
/* harmony export */ });
/* harmony import */ var _analysis_prometheus_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(38062);
/* harmony import */ var _health_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(32588);
/* harmony import */ var _monitor_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(42570);
/* harmony import */ var _readings_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(63231);
/* harmony import */ var _rollback_guard_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(62054);
/* harmony import */ var _subject_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(63883);
/* harmony import */ var _dispatch_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(24306);







async function decideOnAlert(cluster, request, subject, asked) {
    const source = (0,_analysis_prometheus_js__WEBPACK_IMPORTED_MODULE_0__/* .prometheusOf */ ._)((0,_subject_js__WEBPACK_IMPORTED_MODULE_5__.requirePrometheus)(subject), cluster, request.env);
    const [known, clock] = await Promise.all([(0,_monitor_js__WEBPACK_IMPORTED_MODULE_2__.liveRelease)(cluster, request), source.now()]);
    const refusal = (0,_rollback_guard_js__WEBPACK_IMPORTED_MODULE_4__/* .rollbackRefusal */ .h)(subject.settings.rollback, known);
    const live = known.releases.find(({ record }) => record.release === known.live);
    if (refusal !== undefined || live === undefined)
        return { state: 'ignored', reason: refusal ?? 'no release is live' };
    if (!clock.ok)
        return { state: 'unknown', reason: clock.detail };
    const began = Date.parse(live.record.at);
    const { query, failures } = (0,_readings_js__WEBPACK_IMPORTED_MODULE_3__/* .asking */ .os)(source);
    const [firing, objectives] = await Promise.all([
        (0,_readings_js__WEBPACK_IMPORTED_MODULE_3__/* .readAlerts */ .K5)(query, subject, clock.value),
        (0,_readings_js__WEBPACK_IMPORTED_MODULE_3__/* .readObjectives */ .B0)(query, subject, {
            before: { from: began - subject.settings.compare, to: began },
            after: { from: (0,_rollback_guard_js__WEBPACK_IMPORTED_MODULE_4__/* .liveSince */ .d)(live) ?? began, to: clock.value },
        }),
    ]);
    const [failure] = failures;
    if (failure !== undefined)
        return { state: 'unknown', reason: failure };
    const alert = (0,_dispatch_js__WEBPACK_IMPORTED_MODULE_6__.confirmedAlert)(asked, firing, began);
    if ('ignored' in alert)
        return { state: 'ignored', reason: alert.ignored };
    const burnt = objectives.flatMap(each => (0,_health_js__WEBPACK_IMPORTED_MODULE_1__/* .budgetReasons */ .vp)(each, subject.objectives.window));
    if ((0,_health_js__WEBPACK_IMPORTED_MODULE_1__/* .isBurnAlert */ .AC)(alert.name) && !burnt.some(({ sinceRelease }) => sinceRelease))
        return {
            state: 'ignored',
            reason: `since release ${live.record.release} went live, requests do not burn the error budget faster than before`,
        };
    const { name, severity, since = 0 } = alert;
    return {
        ...{ state: 'rollback', release: live.record.release },
        because: `the alert ${name} (${severity}) has been firing since ${new Date(since).toISOString()}`,
    };
}


/***/ }),

/***/ 24306:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   confirmedAlert: () => (/* binding */ confirmedAlert),
/* harmony export */   longestPayload: () => (/* binding */ longestPayload),
/* harmony export */   readPayload: () => (/* binding */ readPayload)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(77598);
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(88343);
/* harmony import */ var _toolkit_map_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(60630);



const longestPayload = 64 * 1024;
const short = zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP().max(1000);
const bodySchema = zod__WEBPACK_IMPORTED_MODULE_1__/* .object */ .Ikc({
    version: zod__WEBPACK_IMPORTED_MODULE_1__/* .union */ .KCZ([zod__WEBPACK_IMPORTED_MODULE_1__/* .literal */ .euz('4'), zod__WEBPACK_IMPORTED_MODULE_1__/* .literal */ .euz(4)]),
    alerts: zod__WEBPACK_IMPORTED_MODULE_1__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_1__/* .object */ .Ikc({ status: zod__WEBPACK_IMPORTED_MODULE_1__/* ["enum"] */ .k5n(['firing', 'resolved']), labels: zod__WEBPACK_IMPORTED_MODULE_1__/* .record */ .g1P(short, short) }))
        .min(1)
        .max(1000),
});
const envelopeSchema = zod__WEBPACK_IMPORTED_MODULE_1__/* .object */ .Ikc({
    body: zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP().max(longestPayload),
    signature: short.optional(),
});
function readPayload(text, subject, secret) {
    if (text.length > longestPayload)
        return { ignored: `the payload is larger than ${longestPayload / 1024} KiB` };
    const payload = (0,_toolkit_map_js__WEBPACK_IMPORTED_MODULE_2__/* .jsonMap */ .vM)(text);
    const envelope = envelopeSchema.safeParse(payload);
    if (secret !== undefined && !(envelope.success && isSignedWith(secret, envelope.data)))
        return { ignored: 'the payload is not signed with the secret of `monitoring.rollback`' };
    const body = bodySchema.safeParse(envelope.success ? (0,_toolkit_map_js__WEBPACK_IMPORTED_MODULE_2__/* .jsonMap */ .vM)(envelope.data.body) : payload);
    if (!body.success)
        return { ignored: "the payload is not that of Alertmanager's webhook in version 4" };
    const { app, environment } = subject;
    const ours = body.data.alerts.filter(({ labels }) => labels.app === app && labels.environment === environment);
    if (ours.length === 0)
        return { ignored: `no alert in the payload is about ${app} in ${environment}` };
    const firing = ours.filter(({ status }) => status === 'firing').map(({ labels }) => labels.alertname);
    if (firing.length === 0)
        return { ignored: 'the alerts in the payload are resolved' };
    const names = (subject.settings.rollback?.alerts ?? []).filter(name => firing.includes(name));
    if (names.length > 0)
        return names;
    return {
        ignored: 'none of the alerts in the payload may start a rollback; `monitoring.rollback.alerts` names those that may',
    };
}
function confirmedAlert(names, firing, began) {
    const real = firing.filter(({ name, scraped }) => names.includes(name) && !scraped);
    if (real.length === 0)
        return { ignored: `Prometheus does not say that ${names.join(' or ')} is firing now` };
    const older = `${real.map(({ name }) => name).join(' and ')} began before the rollout of the live release`;
    return real.find(({ since }) => since !== undefined && since >= began) ?? { ignored: older };
}
function isSignedWith(secret, { body, signature = '' }) {
    const right = Buffer.from(`sha256=${(0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createHmac)('sha256', secret).update(body).digest('hex')}`);
    const given = Buffer.from(signature.trim().toLowerCase());
    return right.length === given.length && (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.timingSafeEqual)(right, given);
}


<<<<<<< HEAD
=======
/***/ }),

/***/ 46915:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   UD: () => (/* binding */ compare),
/* harmony export */   ps: () => (/* binding */ causes),
/* harmony export */   x: () => (/* binding */ perRequest),
/* harmony export */   yI: () => (/* binding */ harms)
/* harmony export */ });
/* unused harmony export fewestSamples */
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
    const [was, is] = [quantile(before, 0.5), quantile(recent, 0.5)];
    const samples = { before, after };
    if (was === undefined || is === undefined || recent.length < fewestSamples || before.length < fewestSamples)
        return { signal, before: was, after: is, change: 'no-data', samples };
    const difference = is - was;
    const floor = signal.group === 'data' && signal.unit === 'share' ? 0.1 : smallestDifference[signal.unit];
    const least = Math.max(smallestChange * Math.abs(was), floor ?? 0);
    const isBeyond = difference > 0 ? is > (quantile(before, 0.9) ?? is) : is < (quantile(before, 0.1) ?? is);
    const isChange = Math.abs(difference) > least && isBeyond;
    return {
        signal,
        before: was,
        after: is,
        change: isChange ? direction(signal, difference) : 'same',
        samples,
    };
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
    return (harms(comparison) &&
        telling.includes(signal.group) &&
        (signal.group !== 'saturation' || after >= 1.5 * before));
};
function quantile(samples, share) {
    const values = samples.map(([, value]) => value).sort((a, b) => a - b);
    return values[Math.min(values.length - 1, Math.max(0, Math.ceil(share * values.length) - 1))];
}
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
/* unused harmony export changeSentence */
/* harmony import */ var _toolkit_count_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(8999);
/* harmony import */ var _toolkit_duration_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(38650);
/* harmony import */ var _comparison_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(46915);
/* harmony import */ var _rules_burn_rate_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(66998);




function judgeHealth(subject, readings, began) {
    const { comparisons, objectives, targets, alerts, standbys } = readings;
    const degraded = [
        ...objectives.flatMap(objective => budgetReasons(objective, subject.objectives.window)),
        ...comparisons
            .filter(_comparison_js__WEBPACK_IMPORTED_MODULE_1__/* .harms */ .yI)
            .map(each => ({ sentence: changeSentence(each), sinceRelease: (0,_comparison_js__WEBPACK_IMPORTED_MODULE_1__/* .causes */ .ps)(each) })),
        ...targets.flatMap(({ name, down }) => down.length === 0
            ? []
            : [{ sentence: `Prometheus does not reach ${listed(name, down)}`, sinceRelease: false }]),
        ...standbys
            .filter(({ within, promised }) => within !== undefined && within < promised)
            .map(({ within, promised, lag }) => ({
            sentence: `slipway.yml promises ${(0,_toolkit_count_js__WEBPACK_IMPORTED_MODULE_3__/* .counted */ .h)(promised, 'standby')} within ${(0,_toolkit_duration_js__WEBPACK_IMPORTED_MODULE_0__/* .formatDuration */ .a3)(lag)}, and Prometheus counts ${within}`,
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
        return { verdict: 'degraded', reasons: degraded, notes: notesOf(comparisons) };
    const unread = unreadable(subject, readings);
    return {
        verdict: unread.length > 0 ? 'unknown' : 'healthy',
        reasons: unread.map(sentence => ({ sentence, sinceRelease: false })),
        notes: notesOf(comparisons),
    };
}
function budgetReasons({ objective, allowed, before, after }, window) {
    const [urgent] = _rules_burn_rate_js__WEBPACK_IMPORTED_MODULE_2__/* .burnLimits */ .MZ;
    if (after === undefined || urgent === undefined)
        return [];
    const most = (0,_rules_burn_rate_js__WEBPACK_IMPORTED_MODULE_2__/* .burnRate */ .g0)(urgent, window) * allowed;
    if (after <= most)
        return [];
    const sentence = `${percent(after)} of the requests were ${objective === 'latency' ? 'slow' : 'bad'}; the ${objective} objective allows ${percent(allowed)}`;
    return [{ sentence, sinceRelease: before === undefined || before <= most }];
}
function blames({ settings }, { name, since, scraped }, began) {
    const isNamed = settings.rollback?.alerts.includes(name) === true && !isBurnAlert(name);
    return isNamed && !scraped && since !== undefined && began !== undefined && since >= began;
}
const isBurnAlert = (name) => Object.values(_rules_burn_rate_js__WEBPACK_IMPORTED_MODULE_2__/* .burnAlerts */ .z2).includes(name);
function unreadable(subject, { comparisons, objectives, targets, failures }) {
    const [failure] = failures;
    if (failure !== undefined)
        return [failure];
    const pods = targets.find(({ name }) => name === 'pods');
    if (pods === undefined || pods.up === 0)
        return [`Prometheus scrapes no pod of ${subject.workload.kind}/${subject.workload.name}`];
    const missing = targets.filter(({ up, down }) => up === 0 && down.length === 0).map(({ name }) => name);
    if (missing.length > 0)
        return [`Prometheus has no target for ${missing.join(', ')}`];
    if (objectives.length === 0)
        return [
            'no objective can be measured: neither `monitoring.requests` nor the gate names a counter of requests',
        ];
    const gone = comparisons.filter(({ signal, before, after }) => ['traffic', 'errors', 'latency'].includes(signal.group) && before !== undefined && after === undefined);
    if (gone.length > 0 && comparisons.some(({ after }) => after !== undefined))
        return [`${gone.map(({ signal }) => signal.title).join(', ')}: there is no data since the release`];
    const silent = objectives.filter(({ after }) => after === undefined).map(({ objective }) => objective);
    if (silent.length === 0)
        return [];
    const { latency } = subject.objectives;
    const bucket = latency !== undefined && silent.includes('latency')
        ? `, or the histogram has no bucket that ends at ${latency.under} s`
        : '';
    return [
        `the objective ${silent.join(' and ')} cannot be judged: no request was counted since the release${bucket}`,
    ];
}
const notesOf = (comparisons) => comparisons
    .filter(each => each.change !== 'same' && each.change !== 'no-data' && !(0,_comparison_js__WEBPACK_IMPORTED_MODULE_1__/* .harms */ .yI)(each))
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

/***/ 42570:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   liveRelease: () => (/* binding */ liveRelease),
/* harmony export */   monitor: () => (/* binding */ monitor),
/* harmony export */   spansOf: () => (/* binding */ spansOf)
/* harmony export */ });
/* harmony import */ var node_timers_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(58500);
/* harmony import */ var _analysis_prometheus_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(38062);
/* harmony import */ var _release_rollout_find_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(8106);
/* harmony import */ var _release_store_releases_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(24576);
/* harmony import */ var _release_store_rollout_state_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(27848);
/* harmony import */ var _release_workloads_kinds_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(17849);
/* harmony import */ var _release_workloads_naming_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(29296);
/* harmony import */ var _toolkit_duration_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(38650);
/* harmony import */ var _health_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(32588);
/* harmony import */ var _readings_js__WEBPACK_IMPORTED_MODULE_9__ = __webpack_require__(63231);
/* harmony import */ var _rollback_guard_js__WEBPACK_IMPORTED_MODULE_10__ = __webpack_require__(62054);
/* harmony import */ var _subject_js__WEBPACK_IMPORTED_MODULE_11__ = __webpack_require__(36196);












const pace = 15_000;
const looksInARow = 2;
async function monitor(cluster, request) {
    const subject = (0,_subject_js__WEBPACK_IMPORTED_MODULE_11__.monitoringSubject)(request.config, request.environmentName);
    const source = (0,_analysis_prometheus_js__WEBPACK_IMPORTED_MODULE_1__/* .prometheusOf */ ._G)((0,_subject_js__WEBPACK_IMPORTED_MODULE_11__.requirePrometheus)(subject), cluster, request.env);
    const end = performance.now() + request.watch;
    let degraded = 0;
    for (;;) {
        const report = await look(cluster, source, subject, request);
        degraded = report.verdict === 'degraded' ? degraded + 1 : 0;
        request.report(progressOf(report));
        const isOver = performance.now() >= end || request.signal.aborted;
        if (degraded >= looksInARow || (isOver && degraded === 0))
            return report;
        if (request.signal.aborted)
            return report;
        await (0,node_timers_promises__WEBPACK_IMPORTED_MODULE_0__.setTimeout)(pace, undefined, { signal: request.signal }).catch(() => undefined);
    }
}
async function look(cluster, source, subject, request) {
    const [known, clock] = await Promise.all([liveRelease(cluster, request), source.now()]);
    const newest = known.releases.find(({ record }) => record.release === known.live);
    const since = newest === undefined ? undefined : (0,_rollback_guard_js__WEBPACK_IMPORTED_MODULE_10__/* .liveSince */ .d)(newest);
    const at = clock.ok ? clock.value : known.now;
    const base = {
        ...{ app: subject.app, environment: subject.environment, release: known.live, since, at },
        refusal: (0,_rollback_guard_js__WEBPACK_IMPORTED_MODULE_10__/* .rollbackRefusal */ .h)(subject.settings.rollback, known),
    };
    const unknown = (sentence) => ({
        ...base,
        ...{ verdict: 'unknown', reasons: [{ sentence, sinceRelease: false }], notes: [] },
        ...{ spans: undefined, readings: undefined },
    });
    if (request.release !== undefined && known.live !== undefined && known.live !== request.release) {
        const sentence = `release ${known.live} is live by now, not release ${request.release}`;
        return { ...unknown(sentence), verdict: 'superseded' };
    }
    if (!clock.ok)
        return unknown(clock.detail);
    if (known.rollingOut)
        return unknown('a rollout is under way, whose gate judges it');
    if (known.live === undefined)
        return unknown(`no release of ${subject.app} is live`);
    const began = newest === undefined ? undefined : Date.parse(newest.record.at);
    const spans = spansOf({ at, since, began, length: subject.settings.compare });
    if (spans === undefined)
        return unknown('the release has been live for less than two minutes, which is too short to judge');
    const readings = await (0,_readings_js__WEBPACK_IMPORTED_MODULE_9__/* .readAll */ .yw)(source, subject, spans);
    return { ...base, ...(0,_health_js__WEBPACK_IMPORTED_MODULE_8__/* .judgeHealth */ .u7)(subject, readings, began), spans, readings };
}
async function liveRelease(cluster, request) {
    const { config, environment, report } = request;
    const [releases, rollout, state, workload] = await Promise.all([
        new _release_store_releases_js__WEBPACK_IMPORTED_MODULE_3__/* .ReleaseStore */ .T(cluster, environment.namespace, config.app, report).list(),
        (0,_release_rollout_find_js__WEBPACK_IMPORTED_MODULE_2__/* .unfinished */ .M1)(cluster, request),
        (0,_release_store_rollout_state_js__WEBPACK_IMPORTED_MODULE_4__/* .readState */ .un)(cluster, environment.namespace, config.app),
        cluster.get((0,_release_workloads_kinds_js__WEBPACK_IMPORTED_MODULE_5__/* .pathTo */ .vs)(environment.namespace, environment.workload)),
    ]);
    const marked = Number(workload?.metadata?.annotations?.[_release_workloads_naming_js__WEBPACK_IMPORTED_MODULE_6__/* .labels */ .WD.release] ?? Number.NaN);
    return {
        live: Number.isSafeInteger(marked) ? marked : undefined,
        releases,
        rollingOut: rollout !== undefined,
        restored: state?.rollout.rollback === true,
        now: cluster.now(),
    };
}
const shortest = 120_000;
const oldest = 24 * 3_600_000;
function spansOf({ at, since, began, length, }) {
    if (since === undefined)
        return { before: undefined, after: { from: at - length, to: at } };
    if (at - since < shortest)
        return undefined;
    const isYoung = began !== undefined && at - began <= oldest;
    return {
        before: isYoung ? { from: began - length, to: began } : undefined,
        after: { from: Math.max(since, at - length), to: at },
    };
}
function progressOf({ verdict, reasons, spans, release }) {
    const length = spans === undefined ? '' : ` over ${(0,_toolkit_duration_js__WEBPACK_IMPORTED_MODULE_7__/* .formatDuration */ .a3)(roundedTo(spans.after.to - spans.after.from, 1000))}`;
    const why = reasons.map(({ sentence }) => sentence).join('; ');
    return `release ${release ?? 'none'}: ${verdict}${length}${why === '' ? '' : `: ${why}`}`;
}
const roundedTo = (ms, unit) => Math.max(unit, Math.round(ms / unit) * unit);


/***/ }),

/***/ 63231:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   bB: () => (/* binding */ firingAlerts),
/* harmony export */   yC: () => (/* binding */ missedObjectives),
/* harmony export */   yw: () => (/* binding */ readAll)
/* harmony export */ });
/* harmony import */ var _analysis_selector_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(11775);
/* harmony import */ var _comparison_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(46915);
/* harmony import */ var _rules_alert_check_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(45243);
/* harmony import */ var _rules_application_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(57646);
/* harmony import */ var _rules_burn_rate_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(66998);
/* harmony import */ var _rules_recovery_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(98833);
/* harmony import */ var _signals_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(2561);
/* harmony import */ var _subject_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(36196);








const step = 30_000;
const range = '2m';
const rangeMs = 120_000;
async function readAll(source, subject, spans) {
    const failures = new Set();
    const query = collecting(source, failures);
    const [comparisons, objectives, targets, alerts, standbys] = await Promise.all([
        readSignals(query, subject, spans),
        readObjectives(query, subject, spans),
        readTargets(query, subject, spans.after.to),
        readAlerts(query, subject, spans.after.to),
        readStandbys(query, subject, spans.after.to),
    ]);
    return { comparisons, objectives, targets, alerts, standbys, failures: [...failures] };
}
const patience = 15_000;
const collecting = (source, failures) => async (promql, at) => {
    const answer = await source.query(promql, at, patience);
    if (answer.ok)
        return answer.value;
    failures.add(answer.detail);
    return [];
};
async function firingAlerts(source, subject) {
    const clock = await source.now();
    if (!clock.ok)
        return clock;
    const failures = new Set();
    const value = await readAlerts(collecting(source, failures), subject, clock.value);
    const [detail] = failures;
    return detail === undefined ? { ok: true, value } : { ok: false, detail };
}
async function readSignals(query, subject, { before, after }) {
    const signals = (0,_signals_js__WEBPACK_IMPORTED_MODULE_5__/* .signalsOf */ .B)(subject, range);
    const over = async ({ expr }, span) => {
        const length = span === undefined ? 0 : span.to - span.from - rangeMs;
        if (span === undefined || length < step)
            return [];
        const [series] = await query(`(${expr})[${length}ms:${step}ms]`, span.to);
        return series?.samples ?? [];
    };
    const read = await Promise.all(signals.map(async (signal) => ({
        signal,
        samples: await Promise.all([over(signal, before), over(signal, after)]),
    })));
    const traffic = read.find(({ signal }) => signal.name === 'requests')?.samples;
    return read.map(({ signal, samples: [was, is] }) => signal.name === 'cpu' && traffic !== undefined
        ? (0,_comparison_js__WEBPACK_IMPORTED_MODULE_1__/* .compare */ .UD)({ ...signal, title: 'CPU per request per second' }, (0,_comparison_js__WEBPACK_IMPORTED_MODULE_1__/* .perRequest */ .x)(was, traffic[0]), (0,_comparison_js__WEBPACK_IMPORTED_MODULE_1__/* .perRequest */ .x)(is, traffic[1]))
        : (0,_comparison_js__WEBPACK_IMPORTED_MODULE_1__/* .compare */ .UD)(signal, was, is));
}
async function missedObjectives(source, subject, spans) {
    const failures = new Set();
    const value = await readObjectives(collecting(source, failures), subject, spans);
    const [detail] = failures;
    return detail === undefined ? { ok: true, value } : { ok: false, detail };
}
function readObjectives(query, subject, { before, after }) {
    const first = (series) => series[0]?.samples.at(-1)?.[1];
    return Promise.all((0,_rules_burn_rate_js__WEBPACK_IMPORTED_MODULE_3__/* .indicatorsOf */ .md)(subject).map(async ({ objective, share, total, badRate }) => {
        const over = async (span) => {
            if (span === undefined)
                return undefined;
            const range = `${Math.max(step, span.to - span.from)}ms`;
            return first(await query(`${badRate(range)} / (sum(rate(${total}[${range}])) > 0)`, span.to));
        };
        const [was, is, budget] = await Promise.all([
            over(before),
            over(after),
            query((0,_subject_js__WEBPACK_IMPORTED_MODULE_6__.ownSelector)(_rules_burn_rate_js__WEBPACK_IMPORTED_MODULE_3__/* .budgetLeft */ .Lj, subject, { objective }), after.to),
        ]);
        return { objective, allowed: 1 - share, before: was, after: is, budget: first(budget) };
    }));
}
async function readTargets(query, subject, at) {
    const { namespace, workload, settings } = subject;
    const exporters = ['node', 'postgres', 'redis'].filter(name => settings.sources[name] !== undefined);
    const selectors = [
        ['pods', (0,_analysis_selector_js__WEBPACK_IMPORTED_MODULE_0__/* .narrowed */ .fQ)('up', (0,_subject_js__WEBPACK_IMPORTED_MODULE_6__.podMatchers)(namespace, workload))],
        ...exporters.map(name => [name, `up{job="${(0,_rules_application_js__WEBPACK_IMPORTED_MODULE_2__/* .sourceJob */ .Pm)(subject, name)}"}`]),
    ];
    return Promise.all(selectors.map(async ([name, selector]) => {
        const best = `max_over_time(${selector}[4m])`;
        const known = `(${best} == 1 or ${best} == 0 and count_over_time(${selector}[4m]) >= 4)`;
        const series = await query(`${known} and ${selector}`, at);
        const isUp = ({ samples }) => samples.at(-1)?.[1] === 1;
        const down = series
            .filter(each => !isUp(each))
            .map(({ labels }) => labels.pod ?? labels.instance ?? name);
        return { name, up: series.filter(isUp).length, down: down.sort() };
    }));
}
function readStandbys(query, { namespace, recovery, settings }, at) {
    const promises = recovery === undefined || settings.sources.postgres === undefined
        ? []
        : (0,_rules_recovery_js__WEBPACK_IMPORTED_MODULE_4__/* .standbyPromises */ .Al)(namespace, recovery);
    return Promise.all(promises.map(async ({ lag, count, within }) => {
        const [series] = await query(`max_over_time((${within})[1m:15s])`, at);
        return { lag, promised: count, within: series?.samples.at(-1)?.[1] };
    }));
}
async function readAlerts(query, subject, at) {
    const [firing, since] = await Promise.all([
        query((0,_subject_js__WEBPACK_IMPORTED_MODULE_6__.ownSelector)('ALERTS', subject, { alertstate: 'firing' }), at),
        query((0,_subject_js__WEBPACK_IMPORTED_MODULE_6__.ownSelector)('ALERTS_FOR_STATE', subject), at),
    ]);
    const key = ({ labels: { __name__, alertstate, ...rest } }) => JSON.stringify(Object.entries(rest).sort());
    const begun = new Map(since.map(series => [key(series), series.samples.at(-1)?.[1]]));
    const real = firing.filter(({ labels }) => labels.alertname !== _rules_alert_check_js__WEBPACK_IMPORTED_MODULE_7__/* .checkAlert */ .PS);
    return real.map(series => {
        const { alertname = 'unnamed', severity = 'none' } = series.labels;
        const seconds = begun.get(key(series));
        const { job, instance } = series.labels;
        const scraped = job !== undefined || instance !== undefined;
        return { name: alertname, severity, since: seconds === undefined ? undefined : seconds * 1000, scraped };
    });
}


/***/ }),

/***/ 62054:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   d: () => (/* binding */ liveSince),
/* harmony export */   h: () => (/* binding */ rollbackRefusal)
/* harmony export */ });
/* harmony import */ var _toolkit_duration_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(38650);

function rollbackRefusal(settings, { live, releases, rollingOut, restored, now }) {
    if (settings === undefined)
        return 'slipway.yml does not allow it; add `monitoring.rollback: {}` if it should';
    if (rollingOut)
        return 'a rollout is under way, whose gate decides';
    const [newest] = releases;
    if (live === undefined || newest === undefined)
        return 'no release is live';
    if (newest.record.release !== live)
        return `release ${live} is not the newest: release ${newest.record.release} was rolled back already, or replaced by hand`;
    if (restored)
        return `release ${live} was restored by a rollback`;
    if (newest.record.source !== 'released')
        return `release ${live} was adopted, not released`;
    const since = liveSince(newest);
    if (since === undefined)
        return `the time at which release ${live} went live is unknown`;
    const age = now - since;
    return age > settings.within
        ? `release ${live} has been live for ${(0,_toolkit_duration_js__WEBPACK_IMPORTED_MODULE_0__/* .formatDuration */ .a3)(Math.round(age / 60_000) * 60_000)}, longer than the ${(0,_toolkit_duration_js__WEBPACK_IMPORTED_MODULE_0__/* .formatDuration */ .a3)(settings.within)} of \`monitoring.rollback.within\``
        : undefined;
}
function liveSince({ outcome, outcomeCreatedAt, }) {
    if (outcome?.state !== 'complete' && outcome?.state !== 'verified')
        return undefined;
    const at = Date.parse(outcomeCreatedAt ?? outcome.at);
    return Number.isNaN(at) ? undefined : at;
}


/***/ }),

/***/ 8106:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Fo: () => (/* binding */ requireUnfinished),
/* harmony export */   M1: () => (/* binding */ unfinished)
/* harmony export */ });
/* unused harmony export stateFromRecords */
/* harmony import */ var _cluster_resources_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(14485);
/* harmony import */ var _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(92317);
/* harmony import */ var _toolkit_operations_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(78968);
/* harmony import */ var _toolkit_origin_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(93240);
/* harmony import */ var _traffic_hpa_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(79444);
/* harmony import */ var _store_fencing_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(63811);
/* harmony import */ var _store_phases_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(10441);
/* harmony import */ var _store_recorded_environment_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(26417);
/* harmony import */ var _store_releases_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(24576);
/* harmony import */ var _store_rollout_state_js__WEBPACK_IMPORTED_MODULE_9__ = __webpack_require__(27848);
/* harmony import */ var _workloads_kinds_js__WEBPACK_IMPORTED_MODULE_10__ = __webpack_require__(17849);
/* harmony import */ var _workloads_naming_js__WEBPACK_IMPORTED_MODULE_11__ = __webpack_require__(29296);
/* harmony import */ var _workloads_workers_js__WEBPACK_IMPORTED_MODULE_12__ = __webpack_require__(17121);













async function unfinished(cluster, { config, environment, report }) {
    const entry = (await (0,_store_rollout_state_js__WEBPACK_IMPORTED_MODULE_9__/* .readState */ .un)(cluster, environment.namespace, config.app)) ??
        (await rebuildState(cluster, config.app, environment, report));
    return entry === undefined || (0,_store_phases_js__WEBPACK_IMPORTED_MODULE_6__/* .isOver */ .PU)(entry.rollout.phase) ? undefined : entry;
}
async function requireUnfinished(cluster, request, phases) {
    const { app } = request.config;
    const entry = await unfinished(cluster, request);
    if (entry === undefined)
        throw new _store_rollout_state_js__WEBPACK_IMPORTED_MODULE_9__/* .RolloutOver */ .aW(app);
    const { phase, candidate, run } = entry.rollout;
    if (request.release !== undefined && request.release !== candidate) {
        throw new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .UserError */ .yo(`release ${request.release} has no rollout under way: the current one is that of release ${candidate} (${(0,_toolkit_origin_js__WEBPACK_IMPORTED_MODULE_3__/* .originText */ .C)(run)})`, `see in the job summary of its deploy run how release ${request.release} ended, or omit its number to continue release ${candidate}`);
    }
    if (!phases.includes(phase)) {
        throw new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .UserError */ .yo(`the rollout of release ${candidate} is in phase ${phase}, not in ${phases.join(' or ')}`, phase === 'rolling-back'
            ? `${(0,_toolkit_operations_js__WEBPACK_IMPORTED_MODULE_2__/* .howToRun */ .R)('sweep')}, which finishes the rollback`
            : 'run the actions in the order deploy, gate, promote');
    }
    return entry;
}
async function rebuildState(cluster, app, today, report) {
    const { namespace, workload } = today;
    const { items: fences } = await cluster.list((0,_cluster_resources_js__WEBPACK_IMPORTED_MODULE_0__/* .pathOf */ .XM)(_cluster_resources_js__WEBPACK_IMPORTED_MODULE_0__/* .resources */ .ES.configMap, namespace), {
        labelSelector: _workloads_naming_js__WEBPACK_IMPORTED_MODULE_11__/* .selecting */ .h7.fences(app),
    });
    if (fences.length === 0)
        return undefined;
    const [releases, live, { items: autoscalers }] = await Promise.all([
        new _store_releases_js__WEBPACK_IMPORTED_MODULE_8__/* .ReleaseStore */ .T(cluster, namespace, app).list(),
        cluster.get((0,_workloads_kinds_js__WEBPACK_IMPORTED_MODULE_10__/* .pathTo */ .vs)(namespace, workload)),
        cluster.list((0,_cluster_resources_js__WEBPACK_IMPORTED_MODULE_0__/* .pathOf */ .XM)(_cluster_resources_js__WEBPACK_IMPORTED_MODULE_0__/* .resources */ .ES.horizontalPodAutoscaler, namespace)),
    ]);
    const token = Math.max(...fences.map(_store_fencing_js__WEBPACK_IMPORTED_MODULE_5__/* .tokenOfFence */ ._m));
    const rollout = stateFromRecords({ releases, token, today, live, autoscalers, now: cluster.now() });
    if (rollout === undefined)
        return undefined;
    report(`the state of the rollout of release ${rollout.candidate} was deleted: rebuilding it from the record`);
    return (0,_store_rollout_state_js__WEBPACK_IMPORTED_MODULE_9__/* .restoreState */ .aX)(cluster, namespace, rollout);
}
function stateFromRecords({ releases, token, today, live, autoscalers, now, }) {
    const open = releases.find(({ record, outcome }) => outcome === undefined && record.token <= token);
    if (open?.record.baseline === undefined)
        return undefined;
    const { app, environment: name, release, baseline, by, reversible } = open.record;
    const { strategy, workload } = (0,_store_recorded_environment_js__WEBPACK_IMPORTED_MODULE_7__/* .recordedEnvironment */ .Y)(open.record, name, today);
    if (strategy.kind === 'rolling')
        return undefined;
    const written = (0,_workloads_workers_js__WEBPACK_IMPORTED_MODULE_12__/* .releaseOf */ .l7)(live) === release;
    const reason = 'its state was deleted, so it is not known how far it was judged';
    const [autoscaler] = (0,_traffic_hpa_js__WEBPACK_IMPORTED_MODULE_4__/* .autoscalersOf */ .Au)([...autoscalers], workload);
    return {
        schema: 1,
        app,
        environment: name,
        token,
        run: by,
        strategy: strategy.kind,
        ...(written && reversible === false
            ? { phase: 'promoting', weight: 100 }
            : {
                phase: 'rolling-back',
                weight: 0,
                rolledBackFrom: written ? 'promoting' : 'stepping',
                reason,
                abortRequested: { by: 'a user who deleted its state', at: now },
            }),
        step: 0,
        baseline,
        candidate: release,
        capacity: live?.spec?.replicas ?? 1,
        ...(autoscaler === undefined ? {} : { autoscaler: autoscaler.metadata?.name ?? '' }),
        startedAt: now,
        since: now,
        deadline: now + strategy.deadline,
        applied: true,
    };
}


/***/ }),

/***/ 26417:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Y: () => (/* binding */ recordedEnvironment)
/* harmony export */ });
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(43852);
/* harmony import */ var _config_environment_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(13507);
/* harmony import */ var _toolkit_map_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(60630);



function recordedEnvironment(record, name, today) {
    const recorded = readRecorded(record?.config, name);
    return recorded?.namespace === today.namespace ? asAddressed(recorded, today) : today;
}
const recordedFields = _config_environment_js__WEBPACK_IMPORTED_MODULE_0__/* .environmentFields */ .p.pick({
    namespace: true,
    manifests: true,
    workload: true,
    workers: true,
    service: true,
    route: true,
    strategy: true,
    gateway: true,
    gate: true,
    hooks: true,
    reversible: true,
    live: true,
    verify: true,
});
function readRecorded(config, name) {
    const { environments } = (0,_toolkit_map_js__WEBPACK_IMPORTED_MODULE_1__/* .isMap */ .jh)(config) ? config : {};
    const environment = (0,_toolkit_map_js__WEBPACK_IMPORTED_MODULE_1__/* .isMap */ .jh)(environments) && Object.hasOwn(environments, name) ? environments[name] : undefined;
    if (!(0,_toolkit_map_js__WEBPACK_IMPORTED_MODULE_1__/* .isMap */ .jh)(environment))
        return undefined;
    const kept = Object.entries(environment).filter(([key]) => key in recordedFields.shape);
    const written = zod__WEBPACK_IMPORTED_MODULE_2__/* .safeEncode */ .wy(recordedFields.partial(), Object.fromEntries(kept));
    return written.success ? recordedFields.safeParse(written.data).data : undefined;
}
function asAddressed({ gate, verify, ...recorded }, today) {
    const { cluster, repositories, trust, requires, recovery } = today;
    const kept = Object.entries({ cluster, repositories, trust, requires, recovery }).filter(([, value]) => value !== undefined);
    const from = verify?.from ?? today.verify?.from;
    return {
        ...recorded,
        ...Object.fromEntries(kept),
        ...(gate === undefined || today.gate === undefined
            ? {}
            : { gate: { ...gate, prometheus: today.gate.prometheus } }),
        ...(verify === undefined || from === undefined
            ? {}
            : { verify: { ...addressed(verify, today.verify), from } }),
    };
}
function addressed({ url: _, ...recorded }, today) {
    return { ...recorded, ...(today?.url === undefined ? {} : { url: today.url }) };
}


/***/ }),

/***/ 17849:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $V: () => (/* binding */ manifestOf),
/* harmony export */   CL: () => (/* binding */ referencesOf),
/* harmony export */   Cv: () => (/* binding */ about),
/* harmony export */   Gg: () => (/* binding */ titleOf),
/* harmony export */   H8: () => (/* binding */ refOf),
/* harmony export */   I: () => (/* binding */ kindOf),
/* harmony export */   JC: () => (/* binding */ traitsOf),
/* harmony export */   Mz: () => (/* binding */ containersOf),
/* harmony export */   N4: () => (/* binding */ replicasOf),
/* harmony export */   OZ: () => (/* binding */ isReleased),
/* harmony export */   QP: () => (/* binding */ typeOf),
/* harmony export */   TN: () => (/* binding */ keyOf),
/* harmony export */   _M: () => (/* binding */ repositoryOf),
/* harmony export */   ab: () => (/* binding */ podTemplatesOf),
/* harmony export */   iw: () => (/* binding */ collectionOf),
/* harmony export */   kW: () => (/* binding */ templateOf),
/* harmony export */   q4: () => (/* binding */ templatePointer),
/* harmony export */   u$: () => (/* binding */ refOfKey),
/* harmony export */   vs: () => (/* binding */ pathTo),
/* harmony export */   yW: () => (/* binding */ isOf)
/* harmony export */ });
/* harmony import */ var _cluster_resources_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(14485);

const ofPods = ['spec', 'template'];
const traits = {
    Deployment: {
        resource: _cluster_resources_js__WEBPACK_IMPORTED_MODULE_0__/* .resources */ .ES.deployment,
        revisions: _cluster_resources_js__WEBPACK_IMPORTED_MODULE_0__/* .resources */ .ES.replicaSet,
        template: ofPods,
        scales: true,
        refusedInEvents: false,
    },
    StatefulSet: {
        resource: _cluster_resources_js__WEBPACK_IMPORTED_MODULE_0__/* .resources */ .ES.statefulSet,
        revisions: _cluster_resources_js__WEBPACK_IMPORTED_MODULE_0__/* .resources */ .ES.controllerRevision,
        template: ofPods,
        scales: true,
        refusedInEvents: true,
    },
    DaemonSet: {
        resource: _cluster_resources_js__WEBPACK_IMPORTED_MODULE_0__/* .resources */ .ES.daemonSet,
        revisions: _cluster_resources_js__WEBPACK_IMPORTED_MODULE_0__/* .resources */ .ES.controllerRevision,
        template: ofPods,
        scales: false,
        refusedInEvents: true,
    },
    CronJob: {
        resource: _cluster_resources_js__WEBPACK_IMPORTED_MODULE_0__/* .resources */ .ES.cronJob,
        revisions: undefined,
        template: ['spec', 'jobTemplate', 'spec', 'template'],
        scales: false,
        refusedInEvents: false,
    },
};
const traitsOf = (kind) => traits[kind];
const isReleased = (kind) => kind !== undefined && Object.hasOwn(traits, kind);
const kindOf = ({ kind }) => isReleased(kind) ? kind : 'Deployment';
const refOf = (workload) => ({
    kind: kindOf(workload),
    name: workload.metadata?.name ?? '',
});
const titleOf = ({ kind, name }) => `${kind}/${name}`;
const isOf = ({ kind, name }, object) => object.kind === kind && object.metadata?.name === name;
const manifestOf = ({ manifests }, ref) => manifests.find(each => isOf(ref, each));
const collectionOf = (namespace, kind) => (0,_cluster_resources_js__WEBPACK_IMPORTED_MODULE_0__/* .pathOf */ .XM)(traits[kind].resource, namespace);
const pathTo = (namespace, { kind, name }) => (0,_cluster_resources_js__WEBPACK_IMPORTED_MODULE_0__/* .pathOf */ .XM)(traits[kind].resource, namespace, name);
const about = ({ kind, name }) => ({
    fieldSelector: `involvedObject.kind=${kind},involvedObject.name=${name}`,
});
const typeOf = (kind) => ({ apiVersion: (0,_cluster_resources_js__WEBPACK_IMPORTED_MODULE_0__/* .apiVersionOf */ .uO)(traits[kind].resource), kind });
function templateOf(workload) {
    return workload?.kind === 'CronJob' ? workload.spec?.jobTemplate?.spec?.template : workload?.spec?.template;
}
const templatePointer = (kind) => `/${traits[kind].template.join('/')}`;
function replicasOf(workload) {
    switch (kindOf(workload)) {
        case 'DaemonSet':
            return workload.status?.desiredNumberScheduled ?? 0;
        case 'CronJob':
            return 0;
        default:
            return workload.spec?.replicas ?? 1;
    }
}
const keyOf = ({ kind, name }) => (kind === 'Deployment' ? name : `${kind}/${name}`);
function refOfKey(key) {
    const slash = key.indexOf('/');
    const kind = key.slice(0, Math.max(0, slash));
    return slash >= 0 && isReleased(kind)
        ? { kind, name: key.slice(slash + 1) }
        : { kind: 'Deployment', name: key };
}
const referencesOf = (images) => Object.fromEntries(Object.entries(images).map(([name, { repository, digest }]) => [name, `${repository}@${digest}`]));
function podTemplatesOf(object) {
    if (object.kind === 'Pod')
        return [object];
    const spec = object.spec;
    const template = object.kind === 'CronJob' ? spec?.jobTemplate?.spec?.template : spec?.template;
    return template?.spec === undefined ? [] : [template];
}
function containersOf(spec) {
    return [...(spec?.initContainers ?? []), ...(spec?.containers ?? [])];
}
function repositoryOf(image) {
    const withoutDigest = image.split('@', 1)[0] ?? '';
    const colon = withoutDigest.lastIndexOf(':');
    return colon > withoutDigest.lastIndexOf('/') ? withoutDigest.slice(0, colon) : withoutDigest;
}


/***/ }),

/***/ 8999:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   h: () => (/* binding */ counted)
/* harmony export */ });
const counted = (count, noun) => `${count} ${noun}${count === 1 ? '' : 's'}`;


/***/ }),

/***/ 79444:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Au: () => (/* binding */ autoscalersOf),
/* harmony export */   C7: () => (/* binding */ raiseMinReplicasPatch),
/* harmony export */   _i: () => (/* binding */ restoreMinReplicasPatch),
/* harmony export */   ix: () => (/* binding */ autoscalerProblems)
/* harmony export */ });
/* harmony import */ var _fencing_token_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(59993);

const floorPath = (0,_fencing_token_js__WEBPACK_IMPORTED_MODULE_0__/* .pointer */ .Wn)('spec', 'minReplicas');
function autoscalersOf(autoscalers, { kind, name }) {
    return autoscalers.filter(({ spec }) => spec?.scaleTargetRef.kind === kind && spec.scaleTargetRef.name === name);
}
function autoscalerProblems(autoscalers, workload) {
    const [first, ...others] = autoscalers;
    if (first === undefined)
        return [];
    const name = first.metadata?.name;
    if (others.length > 0) {
        const names = autoscalers.map(({ metadata }) => metadata?.name).join(' and ');
        return [
            {
                problem: `the autoscalers ${names} both scale ${workload.kind}/${workload.name}, and so conflict`,
                remedy: 'keep one of them',
            },
        ];
    }
    const keda = scaledObjectOf(first);
    if (keda === undefined)
        return [];
    return [
        {
            problem: `the autoscaler ${name} belongs to ScaledObject/${keda} of KEDA, which resets its minReplicas at once`,
            remedy: `pause it during the rollout (annotation autoscaling.keda.sh/paused on ScaledObject/${keda})`,
        },
    ];
}
function scaledObjectOf({ metadata }) {
    return (metadata?.ownerReferences?.find(({ kind }) => kind === 'ScaledObject')?.name ??
        metadata?.labels?.['scaledobject.keda.sh/name']);
}
function raiseMinReplicasPatch(autoscaler, writer, present) {
    const { minReplicas, maxReplicas = present } = autoscaler.spec ?? {};
    const set = Math.min(present, maxReplicas);
    if (set <= (minReplicas ?? 1))
        return [];
    const before = floorOf(autoscaler, writer.app);
    const was = before?.set === minReplicas && before !== undefined ? before.was : (minReplicas ?? null);
    return [
        ...(0,_fencing_token_js__WEBPACK_IMPORTED_MODULE_0__/* .fencingTests */ .G$)(autoscaler, writer),
        ...unchanged(minReplicas),
        { op: 'add', path: floorPath, value: set },
        ...(0,_fencing_token_js__WEBPACK_IMPORTED_MODULE_0__/* .annotate */ .fz)(autoscaler, _fencing_token_js__WEBPACK_IMPORTED_MODULE_0__/* .annotationOf */ .lW.minReplicas(writer.app), JSON.stringify({ was, set })),
    ];
}
function restoreMinReplicasPatch(autoscaler, writer) {
    const floor = floorOf(autoscaler, writer.app);
    if (floor === undefined)
        return [];
    const present = autoscaler.spec?.minReplicas;
    const back = present !== floor.set
        ? []
        : [
            ...unchanged(present),
            floor.was === null
                ? { op: 'remove', path: floorPath }
                : { op: 'replace', path: floorPath, value: floor.was },
        ];
    return [
        ...(0,_fencing_token_js__WEBPACK_IMPORTED_MODULE_0__/* .fencingTests */ .G$)(autoscaler, writer),
        ...back,
        ...(0,_fencing_token_js__WEBPACK_IMPORTED_MODULE_0__/* .annotate */ .fz)(autoscaler, _fencing_token_js__WEBPACK_IMPORTED_MODULE_0__/* .annotationOf */ .lW.minReplicas(writer.app), undefined),
    ];
}
const unchanged = (minReplicas) => minReplicas === undefined ? [] : [{ op: 'test', path: floorPath, value: minReplicas }];
function floorOf(autoscaler, app) {
    const text = (0,_fencing_token_js__WEBPACK_IMPORTED_MODULE_0__/* .annotation */ .w7)(autoscaler, _fencing_token_js__WEBPACK_IMPORTED_MODULE_0__/* .annotationOf */ .lW.minReplicas(app));
    if (text === undefined)
        return undefined;
    try {
        const { was, set } = JSON.parse(text);
        const known = (was === null || typeof was === 'number') && typeof set === 'number';
        return known ? { was: was ?? null, set } : undefined;
    }
    catch {
        return undefined;
    }
}


>>>>>>> 0af1e3b2
/***/ })

};
