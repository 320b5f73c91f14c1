export const id = 780;
export const ids = [780,1946];
export const modules = {

/***/ 24306:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   H: () => (/* binding */ confirmedAlerts),
/* harmony export */   readPayload: () => (/* binding */ readPayload)
/* harmony export */ });
/* unused harmony export longestPayload */
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(77598);
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(88343);
/* harmony import */ var _toolkit_map_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(60630);
/* harmony import */ var _readings_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(63231);




const longestPayload = 64 * 1024;
const short = zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP().max(1000);
const bodySchema = zod__WEBPACK_IMPORTED_MODULE_2__/* .object */ .Ikc({
    version: zod__WEBPACK_IMPORTED_MODULE_2__/* .union */ .KCZ([zod__WEBPACK_IMPORTED_MODULE_2__/* .literal */ .euz('4'), zod__WEBPACK_IMPORTED_MODULE_2__/* .literal */ .euz(4)]),
    alerts: zod__WEBPACK_IMPORTED_MODULE_2__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_2__/* .object */ .Ikc({ status: zod__WEBPACK_IMPORTED_MODULE_2__/* ["enum"] */ .k5n(['firing', 'resolved']), labels: zod__WEBPACK_IMPORTED_MODULE_2__/* .record */ .g1P(short, short) }))
        .min(1)
        .max(1000),
});
const envelopeSchema = zod__WEBPACK_IMPORTED_MODULE_2__/* .object */ .Ikc({
    body: zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP().max(longestPayload),
    signature: short.optional(),
});
function readPayload(text, subject, secret) {
    if (text.length > longestPayload)
        return { ignored: `the payload is larger than ${longestPayload / 1024} KiB` };
    const payload = (0,_toolkit_map_js__WEBPACK_IMPORTED_MODULE_3__/* .jsonMap */ .vM)(text);
    const envelope = envelopeSchema.safeParse(payload);
    if (secret !== undefined && !(envelope.success && isSignedWith(secret, envelope.data)))
        return { ignored: 'the payload is not signed with the secret of `monitoring.rollback`' };
    const body = bodySchema.safeParse(envelope.success ? (0,_toolkit_map_js__WEBPACK_IMPORTED_MODULE_3__/* .jsonMap */ .vM)(envelope.data.body) : payload);
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
function confirmedAlerts(names, firing, began) {
    const named = firing.filter(({ name }) => names.includes(name));
    if (named.length === 0)
        return { ignored: `according to Prometheus, ${names.join(' or ')} is not firing now` };
    const real = named.filter(({ scraped }) => !scraped);
    if (real.length === 0)
        return {
            ignored: `${nameOf(named)} is firing with the label \`job\` or \`instance\`, so it may be a metric of a pod; remove these labels in its rule, for example with \`max by (pod)\`; Slipway's alerts about WAL and probed certificates keep them, and never start a rollback`,
        };
    const [first, ...more] = real.filter(alert => (0,_readings_js__WEBPACK_IMPORTED_MODULE_1__/* .beganWith */ .W5)(alert, began));
    if (first === undefined)
        return { ignored: `nothing shows that ${nameOf(real)} began with the rollout of the live release` };
    return [first, ...more];
}
const nameOf = (alerts) => [...new Set(alerts.map(({ name }) => name))].join(' and ');
function isSignedWith(secret, { body, signature = '' }) {
    const right = Buffer.from(`sha256=${(0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createHmac)('sha256', secret).update(body).digest('hex')}`);
    const given = Buffer.from(signature.trim().toLowerCase());
    return right.length === given.length && (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.timingSafeEqual)(right, given);
}


/***/ }),

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

/***/ 95344:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   AF: () => (/* binding */ notArchived),
/* harmony export */   C5: () => (/* binding */ domains),
/* harmony export */   No: () => (/* binding */ judgeSchedule),
/* harmony export */   Qi: () => (/* binding */ doubtText),
/* harmony export */   iw: () => (/* binding */ defaultTargets),
/* harmony export */   pd: () => (/* binding */ replicaBehind)
/* harmony export */ });
/* unused harmony export worstLoss */
/* harmony import */ var _toolkit_duration_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(38650);
/* harmony import */ var _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(92317);


const domains = ['node', 'zone', 'region', 'total'];
const minute = 60_000;
const hour = 60 * minute;
const defaultTargets = [
    { domain: 'node', rto: 15 * minute, rpo: 0 },
    { domain: 'zone', rto: hour, rpo: 5 * minute },
    { domain: 'region', rto: 4 * hour, rpo: 15 * minute },
    { domain: 'total', rto: 8 * hour, rpo: hour },
];
const replicaBehind = 'SlipwayReplicaBehind';
const notArchived = { alert: 'SlipwayWalNotArchived', for: '5m' };
function judgeSchedule(schedule, targets = defaultTargets) {
    return targets.map(target => {
        const { domain, rto, rpo } = target;
        const [best] = schedule.mechanisms
            .flatMap((by) => {
            const worst = worstLoss(by, domain, schedule);
            return worst === undefined ? [] : [{ name: nameOf(by), worst }];
        })
            .sort((a, b) => a.worst - b.worst);
        if (best === undefined || best.worst > rpo)
            return { kind: 'uncovered', target, ...gapOf(target, best, schedule) };
        const { name, worst } = best;
        const sentence = `${domain}: covered by ${name}; ${worst === 0 ? 'no writes are' : `at most ${(0,_toolkit_duration_js__WEBPACK_IMPORTED_MODULE_0__/* .formatDuration */ .a3)(worst)} of writes are`} lost (${(0,_toolkit_duration_js__WEBPACK_IMPORTED_MODULE_0__/* .formatDuration */ .a3)(rpo)} allowed); only a drill shows whether it recovers within ${(0,_toolkit_duration_js__WEBPACK_IMPORTED_MODULE_0__/* .formatDuration */ .a3)(rto)}`;
        return { kind: 'covered', target, ...best, sentence };
    });
}
const doubtText = (name, { problem }) => `the repository ${name} is declared locked, but ${problem}`;
function gapOf(target, best, { repositories }) {
    const { domain, rpo } = target;
    const gap = (problem, help) => ({
        problem,
        help,
        sentence: `${domain}: not covered, because ${(0,_toolkit_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .withRemedy */ .v9)(problem, help)}`,
    });
    if (best !== undefined)
        return gap(`the best mechanism is ${best.name}, with which up to ${(0,_toolkit_duration_js__WEBPACK_IMPORTED_MODULE_0__/* .formatDuration */ .a3)(best.worst)} of writes may be lost (${(0,_toolkit_duration_js__WEBPACK_IMPORTED_MODULE_0__/* .formatDuration */ .a3)(rpo)} allowed)`, lossHelp(target));
    const doubted = repositories.find(({ survives, doubt }) => survives === 'region' && doubt !== undefined);
    if (domain === 'total' && doubted?.doubt !== undefined)
        return gap(doubtText(doubted.name, doubted.doubt), doubted.doubt.help);
    return gap('no declared mechanism survives it', lossHelp(target));
}
function lossHelp({ domain, rpo }) {
    if (domain === 'total')
        return rpo === 0
            ? 'allow some loss, because no archive rules it out'
            : `archive WAL to a locked or offline repository in another region within ${(0,_toolkit_duration_js__WEBPACK_IMPORTED_MODULE_0__/* .formatDuration */ .a3)(rpo)} after it was written, and keep a full backup there`;
    if (rpo === 0)
        return `add a synchronous replica ${elsewhere(domain)}`;
    return `add a replica ${elsewhere(domain)} that never lags more than ${(0,_toolkit_duration_js__WEBPACK_IMPORTED_MODULE_0__/* .formatDuration */ .a3)(rpo)}, or archive WAL to a repository there within that time`;
}
function worstLoss(mechanism, domain, schedule) {
    return recoversFrom(mechanism, domain, schedule) ? worstOf(mechanism) : undefined;
}
function recoversFrom(mechanism, domain, schedule) {
    if (mechanism.kind === 'synchronous-replica' || mechanism.kind === 'asynchronous-replica')
        return domain !== 'total' && reaches(mechanism.survives, domain);
    const { repository: name } = mechanism;
    const repository = schedule.repositories.find(each => each.name === name);
    if (repository === undefined)
        throw new RangeError(`no repository ${name} is declared`);
    const { survives, keeping, doubt } = repository;
    if (!reaches(survives, domain === 'total' ? 'region' : domain))
        return false;
    if (domain === 'total' && (doubt !== undefined || keeping === 'plain'))
        return false;
    return (mechanism.kind === 'dump' ||
        schedule.mechanisms.some(each => each.kind === 'backup' && each.type === 'full' && each.repository === name));
}
const reaches = (survives, domain) => domains.indexOf(survives) >= domains.indexOf(domain);
function worstOf(mechanism) {
    switch (mechanism.kind) {
        case 'synchronous-replica':
            return 0;
        case 'asynchronous-replica':
            return mechanism.maxLag;
        case 'wal-archive':
            return mechanism.timeout === 0 ? undefined : mechanism.timeout + mechanism.ships;
        case 'backup':
        case 'dump':
            return mechanism.every + mechanism.takes + mechanism.ships;
    }
}
const bounds = {
    alert: `as long as the alert ${replicaBehind} does not fire`,
    promise: 'as its provider promises: Slipway does not measure its lag',
};
const elsewhere = (what) => `${what === 'node' ? 'on' : 'in'} another ${what}`;
function nameOf(mechanism) {
    switch (mechanism.kind) {
        case 'synchronous-replica':
            return `the synchronous replica ${elsewhere(mechanism.survives)}`;
        case 'asynchronous-replica':
            return `the asynchronous replica ${elsewhere(mechanism.survives)} (${bounds[mechanism.bound]})`;
        case 'wal-archive':
            return `the WAL archive ${mechanism.repository}`;
        case 'backup':
            return `the ${mechanism.type} backup to ${mechanism.repository} every ${(0,_toolkit_duration_js__WEBPACK_IMPORTED_MODULE_0__/* .formatDuration */ .a3)(mechanism.every)}`;
        case 'dump':
            return `the logical dump to ${mechanism.repository} every ${(0,_toolkit_duration_js__WEBPACK_IMPORTED_MODULE_0__/* .formatDuration */ .a3)(mechanism.every)}`;
    }
}


/***/ }),

/***/ 1946:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  B: () => (/* binding */ scenarioIds),
  scenarioOf: () => (/* binding */ scenarioOf),
  q: () => (/* binding */ scenarios)
});

;// CONCATENATED MODULE: ./.build/js/src/recovery/scenario-steps.js
const step = (phase, action, instruction) => ({
    phase,
    action,
    instruction,
});
const restoreDatabase = (from, to) => step('restore', 'restore-database', `Restore the database from ${from} to ${to}, and check that recovery ended there.`);
const newest = 'the end of the archived WAL';
const secrets = step('restore', 'restore-secrets', 'Decrypt the Secrets of the backup set with the offline key, and use no others.');
const provision = step('provision', 'provision', 'Create an empty namespace without egress, and prove that production cannot be reached from it.');
const objects = step('start', 'apply-objects', 'Apply the objects of the backup without those that act automatically: suspend CronJobs, and leave out load balancers and webhooks.');
const start = step('start', 'start', 'Start the application on the restored data, and wait until its pods are ready.');
const files = step('restore', 'restore-files', 'Restore files, dumps of databases outside of the cluster, and objects of buckets, and compare them with the manifest.');
const verify = step('verify', 'verify', 'Compare tables, rows and schema version with the manifest of the backup, read a known record through the application, and write a new one.');
const cutover = step('cutover', 'cut-over', 'Switch the traffic, and probe from outside until thirty probes in a row have succeeded.');
const failover = step('detect', 'wait-for-failover', 'Do nothing: the declared mechanism fails over automatically. If it has not done so in time, run the command that `failover` of slipway.yml names.');

;// CONCATENATED MODULE: ./.build/js/src/recovery/scenario-application.js

const replaced = step('start', 'wait-for-pods', 'Wait: the controller starts new pods. If they do not become ready, read their events.');
const answered = step('verify', 'check-requests', 'Check that requests succeed.');
const ofApplication = {
    'container-kill': {
        title: 'A container of the application is killed',
        question: 'Is it restarted once, and is it ready again?',
        target: 'node',
        breaks: { kind: 'application', what: 'container' },
        steps: [
            step('start', 'wait-for-pods', 'Wait: the kubelet restarts it. If it crashes repeatedly, roll back the release.'),
        ],
        without: [],
        required: 'L2',
        where: 'live',
        every: 7,
    },
    'pod-loss': {
        title: 'A pod of the application is lost',
        question: 'Do the other pods serve every request until a new one is ready?',
        target: 'node',
        breaks: { kind: 'application', what: 'pod' },
        steps: [replaced, answered],
        without: [],
        required: 'L2',
        where: 'live',
        every: 7,
    },
    'zone-drain': {
        title: 'The pods of the application are evicted from a zone',
        question: 'Do the pods of other zones serve every request?',
        target: 'zone',
        breaks: { kind: 'application', what: 'zone' },
        steps: [replaced, answered],
        without: ['the nodes of that zone'],
        required: 'L2',
        where: 'live',
        every: 30,
    },
    autoscaling: {
        title: 'The load rises',
        question: 'Does the autoscaler add pods under load, and remove them afterwards?',
        target: undefined,
        breaks: { kind: 'nothing' },
        steps: [
            step('detect', 'scale-up', 'Compare the metrics with the target of the autoscaler, and raise its maximum if it is reached.'),
            step('verify', 'scale-down', 'When the load falls, check that the autoscaler removes pods.'),
        ],
        without: [],
        required: 'L2',
        where: 'live',
        every: 30,
    },
    'bad-release': {
        title: 'A bad version of the application is released',
        question: 'Is it caught and rolled back without a failed request?',
        target: 'node',
        breaks: { kind: 'application', what: 'release' },
        steps: [
            step('detect', 'wait-for-rollback', 'Wait: the run rolls the release back. If the run has ended and the bad version is live, roll it back yourself.'),
            answered,
        ],
        without: [],
        required: 'L2',
        where: 'live',
        every: 30,
    },
};

;// CONCATENATED MODULE: ./.build/js/src/recovery/scenario.js


const catalog = {
    restore: {
        title: 'A backup is restored',
        question: 'Does the newest backup restore everything that its manifest lists?',
        target: 'region',
        breaks: { kind: 'nothing' },
        steps: [provision, files, restoreDatabase('the nearest repository', newest), objects, start, verify],
        without: [],
        required: 'L4',
        where: 'scratch',
        every: 1,
    },
    pod: {
        title: 'The pod of the primary database is lost',
        question: 'Does another pod take over automatically, without loss of acknowledged writes?',
        target: 'node',
        breaks: { kind: 'pod' },
        steps: [failover, verify],
        without: ['backups'],
        required: 'L4',
        where: 'live',
        every: 1,
    },
    node: {
        title: 'The node of the primary database is lost',
        question: 'Does another node take over automatically, without loss of acknowledged writes?',
        target: 'node',
        breaks: { kind: 'command', what: 'node' },
        steps: [failover, verify],
        without: ['backups', 'the disk of that node'],
        required: 'L4',
        where: 'live',
        every: 1,
    },
    zone: {
        title: 'A zone is lost, with its disks',
        question: 'Do the other zones keep working, and does the lost zone recover?',
        target: 'zone',
        breaks: { kind: 'command', what: 'zone' },
        steps: [failover, verify],
        without: ['nodes, disks and repositories of that zone'],
        required: 'L5',
        where: 'live',
        every: 7,
    },
    region: {
        title: 'The region is lost',
        question: 'Can everything be restored elsewhere, from backups in another region?',
        target: 'region',
        breaks: { kind: 'out-of-reach' },
        steps: [
            provision,
            secrets,
            files,
            restoreDatabase('a repository of another region', newest),
            objects,
            start,
            verify,
            cutover,
        ],
        without: ['the primary database and its standbys', 'repositories of the region'],
        required: 'L5',
        where: 'scratch',
        every: 30,
    },
    total: {
        title: 'Everything is lost except the archive and the offline key',
        question: 'Can everything be restored from the locked archive alone?',
        target: 'total',
        breaks: { kind: 'out-of-reach' },
        steps: [
            provision,
            step('restore', 'restore-secrets', 'Decrypt the Secrets of the archive with the offline key, and use no others.'),
            step('restore', 'load-images', 'Load the images from the archive, by digest.'),
            files,
            restoreDatabase('the locked repository', newest),
            objects,
            start,
            verify,
        ],
        without: [
            'registries',
            'source code repositories',
            'DNS',
            'every repository that is not locked or offline',
        ],
        required: 'L4',
        where: 'scratch',
        every: 90,
    },
    corruption: {
        title: 'Rows were deleted by mistake',
        question: 'Is everything from just before the mistake restored, and nothing from after it?',
        target: 'region',
        breaks: { kind: 'rows' },
        steps: [
            provision,
            restoreDatabase('the nearest repository, from a backup that ended before the mistake,', 'the moment before the mistake'),
            verify,
        ],
        without: ['standbys, which contain the mistake, too'],
        required: 'L3',
        where: 'scratch',
        every: 30,
    },
    rot: {
        title: 'A backup is silently corrupted',
        question: 'Is a damaged repository detected before it is needed?',
        target: undefined,
        breaks: { kind: 'repository-copy' },
        steps: [
            step('detect', 'notice', 'Verify the repository and its chain of WAL. If either fails, make a full backup at once, and keep the damaged repository for analysis.'),
        ],
        without: [],
        required: 'L1',
        where: 'scratch',
        every: 30,
    },
    secrets: {
        title: 'The Secrets are lost',
        question: 'Can encrypted values in the restored data be decrypted with the keys that are kept separately?',
        target: 'region',
        breaks: { kind: 'secrets' },
        steps: [provision, secrets, restoreDatabase('the nearest repository', newest), objects, start, verify],
        without: ['the Secrets of the cluster'],
        required: 'L4',
        where: 'scratch',
        every: 90,
    },
    'off-site-down': {
        title: 'The off-site repository is unreachable',
        question: 'Is it detected in time, does the on-site repository keep working, and is no WAL lost until the off-site one is back?',
        target: undefined,
        breaks: { kind: 'off-site-repository' },
        steps: [
            step('detect', 'notice', 'Find out why it is unreachable. The database keeps WAL that is not archived: watch its disk, and never remove WAL by hand.'),
            step('replay', 'catch-up', 'When it is back, check that it contains every segment since the failure.'),
        ],
        without: [],
        required: 'L1',
        where: 'live',
        every: 30,
    },
    ...ofApplication,
};
const scenarioIds = Object.keys(catalog);
function scenarioOf(id) {
    return { id, ...catalog[id] };
}
const scenarios = scenarioIds.map(scenarioOf);


/***/ }),

/***/ 35831:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Y: () => (/* binding */ quantile)
/* harmony export */ });
function quantile(values, share) {
    const sorted = [...values].sort((a, b) => a - b);
    return sorted[Math.max(0, Math.ceil(sorted.length * share) - 1)];
}


/***/ })

};
