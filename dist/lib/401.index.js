export const id = 401;
export const ids = [401,2835];
export const modules = {

/***/ 11775:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Am: () => (/* binding */ podMatcher),
/* harmony export */   Pl: () => (/* binding */ parseSelector),
/* harmony export */   cK: () => (/* binding */ matches),
/* harmony export */   eu: () => (/* binding */ literal),
/* harmony export */   fN: () => (/* binding */ renamed),
/* harmony export */   fQ: () => (/* binding */ narrowed),
/* harmony export */   vJ: () => (/* binding */ printSelector),
/* harmony export */   wC: () => (/* binding */ matching)
/* harmony export */ });
const matching = (label, operator, value) => ({
    label,
    operator,
    value,
});
function parseSelector(text) {
    const whole = /^([a-zA-Z_:][a-zA-Z0-9_:]*)(?:\{(.*)\})?$/s.exec(text.trim());
    if (whole === null)
        return undefined;
    const [, name = '', inner = ''] = whole;
    const matchers = [];
    const one = /\s*([a-zA-Z_][a-zA-Z0-9_]*)\s*(=~|!~|!=|=)\s*("(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*'|`[^`]*`)\s*(?:,|$)/sy;
    while (one.lastIndex < inner.trimEnd().length) {
        const match = one.exec(inner);
        if (match === null)
            return undefined;
        const [, label = '', operator = '=', quoted = ''] = match;
        matchers.push({ label, operator: operator, value: unquoted(quoted) });
    }
    return { name, matchers };
}
function printSelector({ name, matchers }) {
    if (matchers.length === 0)
        return name;
    const inner = matchers.map(({ label, operator, value }) => `${label}${operator}${JSON.stringify(value)}`);
    return `${name}{${inner.join(',')}}`;
}
function narrowed(text, further) {
    const selector = parseSelector(text);
    if (selector === undefined)
        throw new Error(`not a series selector: ${text}`);
    return printSelector({ ...selector, matchers: [...selector.matchers, ...further] });
}
function renamed(text, part) {
    const selector = parseSelector(text);
    if (selector === undefined)
        throw new Error(`not a series selector: ${text}`);
    return printSelector({ ...selector, name: `${selector.name}_${part}` });
}
function matches({ label, operator, value }, labels) {
    const actual = labels[label] ?? '';
    switch (operator) {
        case '=':
            return actual === value;
        case '!=':
            return actual !== value;
        case '=~':
            return matchesPattern(value, actual);
        case '!~':
            return !matchesPattern(value, actual);
    }
}
function matchesPattern(pattern, text) {
    try {
        return new RegExp(`^(?:${pattern})$`, 's').test(text);
    }
    catch {
        return true;
    }
}
function unquoted(quoted) {
    const inner = quoted.slice(1, -1);
    if (quoted.startsWith('`'))
        return inner;
    return inner.replace(/\\(.)/gs, (_, letter) => escapes[letter] ?? letter);
}
const escapes = { n: '\n', t: '\t', r: '\r' };
function literal(text) {
    return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}
const longestList = 3_000;
function podMatcher(names) {
    const list = [...new Set(names)].sort().map(literal).join('|');
    if (list.length <= longestList)
        return matching('pod', '=~', list);
    const owners = [...new Set(names.map(name => literal(name.replace(/[^-]+$/, ''))))].sort();
    return matching('pod', '=~', `(?:${owners.join('|')})[^-]+`);
}


/***/ }),

/***/ 74790:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   E: () => (/* binding */ channelsFor),
/* harmony export */   g: () => (/* binding */ severities)
/* harmony export */ });
const severities = ['critical', 'warning', 'info'];
function channelsFor(receivers, severity) {
    const used = severities.slice(severities.indexOf(severity)).find(each => receivers[each].length > 0);
    const channels = used === undefined ? [] : receivers[used];
    return [...new Map(channels.map(each => [JSON.stringify(each), each])).values()];
}


/***/ }),

/***/ 97457:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Y: () => (/* binding */ podNames),
/* harmony export */   q: () => (/* binding */ ownedNames)
/* harmony export */ });
/* harmony import */ var _analysis_selector_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(11775);
/* harmony import */ var _toolkit_map_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(60630);
/* harmony import */ var _workloads_kinds_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(17103);



const podNames = {
    Deployment: (name) => {
        const whole = `${(0,_analysis_selector_js__WEBPACK_IMPORTED_MODULE_0__/* .literal */ .eu)(name)}(-canary)?-${suffix}{5,10}-${suffix}{5}`;
        const cut = [name, `${name}-canary`].filter(each => each.length > longestUncut).map(cutPodName);
        return cut.length === 0 ? whole : `(${[whole, ...distinct(cut)].join('|')})`;
    },
    StatefulSet: (name) => `${(0,_analysis_selector_js__WEBPACK_IMPORTED_MODULE_0__/* .literal */ .eu)(name)}-[0-9]+`,
    DaemonSet: (name) => `${(0,_analysis_selector_js__WEBPACK_IMPORTED_MODULE_0__/* .literal */ .eu)(name)}-${suffix}{5}`,
    CronJob: (name) => `${(0,_analysis_selector_js__WEBPACK_IMPORTED_MODULE_0__/* .literal */ .eu)(name)}-[0-9]+-${suffix}{5}`,
    Job: (name) => `${(0,_analysis_selector_js__WEBPACK_IMPORTED_MODULE_0__/* .literal */ .eu)(name)}(-[0-9]+)?-${suffix}{5}`,
    Pod: _analysis_selector_js__WEBPACK_IMPORTED_MODULE_0__/* .literal */ .eu,
};
const suffix = '[bcdfghjklmnpqrstvwxz2456789]';
const longestBase = 58;
const longestUncut = longestBase - '-'.length - 10 - '-'.length;
function cutPodName(deployment) {
    const kept = `${deployment}-`.slice(0, longestBase);
    return `${(0,_analysis_selector_js__WEBPACK_IMPORTED_MODULE_0__/* .literal */ .eu)(kept)}${suffix}{${longestBase - kept.length + 5}}`;
}
function ownedNames(manifests, { recovery, verify }) {
    const deployed = manifests.map(({ object, name }) => `${object.kind}/${name}`);
    const databases = Object.values(recovery?.databases ?? {}).flatMap(({ workload: { kind, name } }) => kind !== 'StatefulSet' || deployed.includes(`${kind}/${name}`) ? [] : `.+-${(0,_analysis_selector_js__WEBPACK_IMPORTED_MODULE_0__/* .literal */ .eu)(name)}-[0-9]+`);
    const declared = Object.keys(recovery?.volumes ?? {}).map(name => `${(0,_analysis_selector_js__WEBPACK_IMPORTED_MODULE_0__/* .literal */ .eu)(name)}(-[0-9]+)?`);
    const verified = URL.parse(verify?.url ?? '')?.hostname ?? '';
    const routed = manifests.filter(({ object: { kind } }) => /(Ingress|Route|Proxy|Gateway)$/.test(kind));
    const hosts = routed.flatMap(({ object }) => textsBelow(object, /^(hosts?|hostnames?|fqdn)$/));
    return {
        pvcs: distinct([...manifests.flatMap(pvcsOf), ...declared, ...databases]),
        certificates: distinct(manifests.flatMap(certificatesOf).map(_analysis_selector_js__WEBPACK_IMPORTED_MODULE_0__/* .literal */ .eu)),
        hosts: distinct([...hosts.filter(host => !host.startsWith('*')), verified].map(_analysis_selector_js__WEBPACK_IMPORTED_MODULE_0__/* .literal */ .eu)),
    };
}
const distinct = (names) => [...new Set(names)].filter(name => name !== '');
function pvcsOf({ object, name }) {
    const { kind, spec } = object;
    const named = textsBelow(object, /^claimName$/).map(_analysis_selector_js__WEBPACK_IMPORTED_MODULE_0__/* .literal */ .eu);
    const pods = podNames[kind]?.(name);
    const ephemeral = (0,_workloads_kinds_js__WEBPACK_IMPORTED_MODULE_1__/* .podTemplatesOf */ .ab)(object)
        .flatMap(template => (0,_toolkit_map_js__WEBPACK_IMPORTED_MODULE_2__/* .mapsIn */ .nf)(template.spec?.volumes))
        .filter(each => each.ephemeral !== undefined && pods !== undefined)
        .map(each => `${pods}-${(0,_analysis_selector_js__WEBPACK_IMPORTED_MODULE_0__/* .literal */ .eu)(String(each.name))}`);
    const templates = (0,_toolkit_map_js__WEBPACK_IMPORTED_MODULE_2__/* .mapsIn */ .nf)((0,_toolkit_map_js__WEBPACK_IMPORTED_MODULE_2__/* .isMap */ .jh)(spec) ? spec.volumeClaimTemplates : [])
        .flatMap(({ metadata }) => ((0,_toolkit_map_js__WEBPACK_IMPORTED_MODULE_2__/* .isMap */ .jh)(metadata) ? String(metadata.name) : []))
        .map(template => `${(0,_analysis_selector_js__WEBPACK_IMPORTED_MODULE_0__/* .literal */ .eu)(`${template}-${name}`)}-[0-9]+`);
    return [...(kind === 'PersistentVolumeClaim' ? [(0,_analysis_selector_js__WEBPACK_IMPORTED_MODULE_0__/* .literal */ .eu)(name)] : []), ...named, ...ephemeral, ...templates];
}
const certificatesOf = ({ object, name }) => [
    ...(object.kind === 'Certificate' ? [name] : []),
    ...textsBelow(object, /^secretName$/).map(secret => secret.replace(/^.*\//, '')),
    ...below(object, /^certificateRefs$/)
        .flatMap(_toolkit_map_js__WEBPACK_IMPORTED_MODULE_2__/* .mapsIn */ .nf)
        .map(each => String(each.name)),
];
function below(value, key) {
    const inside = Array.isArray(value) ? value : (0,_toolkit_map_js__WEBPACK_IMPORTED_MODULE_2__/* .isMap */ .jh)(value) ? Object.values(value) : [];
    const own = (0,_toolkit_map_js__WEBPACK_IMPORTED_MODULE_2__/* .isMap */ .jh)(value)
        ? Object.entries(value).flatMap(([name, each]) => (key.test(name) ? [each] : []))
        : [];
    return [...own, ...inside.flatMap(each => below(each, key))];
}
const textsBelow = (value, key) => below(value, key)
    .flat()
    .filter(each => typeof each === 'string');


/***/ }),

/***/ 45243:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   PS: () => (/* binding */ checkAlert),
/* harmony export */   Q1: () => (/* binding */ checkAlerts),
/* harmony export */   eP: () => (/* binding */ checkSeries),
/* harmony export */   fY: () => (/* binding */ checkLease)
/* harmony export */ });
/* unused harmony export longestCheck */
/* harmony import */ var _config_channels_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(74790);

const checkAlert = 'SlipwayAlertCheck';
const longestCheck = 600_000;
const checkLease = (app, severity) => `slipway-${app}.alert-check.${severity}`;
const checkSeries = ({ app, namespace }, severity) => `kube_lease_renew_time{namespace="${namespace}",lease="${checkLease(app, severity)}"}`;
const number = '{{ $value | printf "%.0f" }}';
const checkAlerts = (subject) => _config_channels_js__WEBPACK_IMPORTED_MODULE_0__/* .severities */ .g.map(severity => ({
    alert: checkAlert,
    severity,
    for: '5s',
    labels: { check: number },
    expr: `max(${checkSeries(subject, severity)}) > time() - ${longestCheck / 1000}`,
    summary: `${subject.app}: a test of the ${severity} alerts, number ${number}`,
    description: '`slipway alerts test` started this alert and will end it. Nothing is wrong.',
}));


/***/ }),

/***/ 66998:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Hf: () => (/* binding */ mostBad),
/* harmony export */   LN: () => (/* binding */ burnWindows),
/* harmony export */   Lj: () => (/* binding */ budgetLeft),
/* harmony export */   MZ: () => (/* binding */ burnLimits),
/* harmony export */   Wb: () => (/* binding */ burnAlertNames),
/* harmony export */   YT: () => (/* binding */ burnRecordings),
/* harmony export */   be: () => (/* binding */ rangeOf),
/* harmony export */   md: () => (/* binding */ indicatorsOf),
/* harmony export */   o2: () => (/* binding */ ratioOver),
/* harmony export */   qz: () => (/* binding */ burnAlertsOf)
/* harmony export */ });
/* unused harmony export burnRate */
/* harmony import */ var _analysis_selector_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(11775);
/* harmony import */ var _subject_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(36196);


const minute = 60_000;
const hour = 60 * minute;
const day = 24 * hour;
const burnLimits = [
    { spent: 0.02, long: hour, short: 5 * minute, severity: 'critical' },
    { spent: 0.05, long: 6 * hour, short: 30 * minute, severity: 'critical' },
    { spent: 0.1, long: 3 * day, short: 6 * hour, severity: 'warning' },
];
const burnAlertNames = {
    critical: 'SlipwayErrorBudgetBurn',
    warning: 'SlipwayErrorBudgetBurnSlow',
};
const burnWindows = [...new Set(burnLimits.flatMap(({ long, short }) => [short, long]))].sort((a, b) => a - b);
function indicatorsOf({ objectives, requests, histogram }) {
    const { availability, latency } = objectives;
    const rate = (selector) => (range) => `sum(rate(${selector}[${range}]))`;
    const found = [];
    if (availability !== undefined && requests !== undefined)
        found.push({
            objective: 'availability',
            share: availability,
            bad: 'fail',
            totalRate: rate(requests.total),
            badRate: range => `(${rate(requests.bad)(range)} or vector(0))`,
        });
    if (latency !== undefined && histogram !== undefined) {
        const { share, under } = latency;
        const boundary = (0,_analysis_selector_js__WEBPACK_IMPORTED_MODULE_0__/* .matching */ .wC)('le', '=~', boundaryPattern(under));
        const [all, fast] = [
            rate((0,_analysis_selector_js__WEBPACK_IMPORTED_MODULE_0__/* .renamed */ .fN)(histogram, 'count')),
            rate((0,_analysis_selector_js__WEBPACK_IMPORTED_MODULE_0__/* .narrowed */ .fQ)((0,_analysis_selector_js__WEBPACK_IMPORTED_MODULE_0__/* .renamed */ .fN)(histogram, 'bucket'), [boundary])),
        ];
        found.push({
            objective: 'latency',
            share,
            bad: `take longer than ${under} s`,
            totalRate: all,
            badRate: range => `(${all(range)} - ${fast(range)})`,
        });
    }
    return found;
}
const boundaryPattern = (boundary) => Number.isInteger(boundary) ? `${boundary}(\\.0)?` : (0,_analysis_selector_js__WEBPACK_IMPORTED_MODULE_0__/* .literal */ .eu)(String(boundary));
function burnRecordings(subject) {
    return indicatorsOf(subject).flatMap(({ objective, share, totalRate, badRate }) => {
        const own = (0,_subject_js__WEBPACK_IMPORTED_MODULE_1__/* .ownSelector */ .GR)('', subject, { objective });
        const whole = rangeOf(subject.objectives.window);
        const [bad, total] = ['slo:bad_requests:rate5m', 'slo:requests:rate5m'];
        const sum = (record) => `sum_over_time(${record}${own}[${whole}])`;
        const expressions = {
            ...Object.fromEntries(burnWindows.map(window => {
                const range = rangeOf(window);
                return [ratioOver(window), `${badRate(range)} / (${totalRate(range)} > 0)`];
            })),
            [total]: totalRate('5m'),
            [bad]: badRate('5m'),
            [budgetLeft]: `1 - (${sum(bad)} / (${sum(total)} > 0)) / ${rounded(1 - share)}`,
        };
        const labels = { ...(0,_subject_js__WEBPACK_IMPORTED_MODULE_1__/* .ownLabels */ .ct)(subject), objective };
        return Object.entries(expressions).map(([record, expr]) => ({ record, expr, labels }));
    });
}
const budgetLeft = 'slo:error_budget:left';
const ratioOver = (window) => `slo:bad_requests:ratio_rate${rangeOf(window)}`;
const advice = {
    critical: 'If a release began shortly before, roll it back; otherwise check what the application depends on.',
    warning: 'Nothing is urgent: find the cause within the day.',
};
function burnAlertsOf(subject) {
    const { window } = subject.objectives;
    return indicatorsOf(subject).flatMap(({ objective, share, bad }) => ['critical', 'warning'].map((severity) => {
        const limits = burnLimits.filter(limit => limit.severity === severity);
        const own = (0,_subject_js__WEBPACK_IMPORTED_MODULE_1__/* .ownSelector */ .GR)('', subject, { objective });
        const conditions = limits.map(limit => {
            const most = mostBad(limit, 1 - share, window);
            return `(${ratioOver(limit.long)}${own} > ${most} and ${ratioOver(limit.short)}${own} > ${most})`;
        });
        const spent = limits.map(limit => {
            const part = (mostBad(limit, 1 - share, window) * limit.long) / ((1 - share) * window);
            return `${Number((part * 100).toPrecision(2))} % of the error budget within ${rangeOf(limit.long)}`;
        });
        return {
            alert: burnAlertNames[severity],
            expr: conditions.join(' or '),
            severity,
            labels: { objective },
            summary: `${subject.app}: {{ $value | humanizePercentage }} of the requests ${bad}`,
            description: `This rate spends at least ${spent.join(' or ')}; ${rounded(share * 100)} % of the requests must be good over ${rangeOf(window)}. ${advice[severity]}`,
        };
    }));
}
const burnRate = ({ spent, long }, window) => Math.max(1, (spent * window) / long);
const mostBad = (limit, allowed, window) => rounded(Math.min(burnRate(limit, window) * allowed, (1 + allowed) / 2));
function rangeOf(ms) {
    if (ms % day === 0)
        return `${ms / day}d`;
    return ms % hour === 0 ? `${ms / hour}h` : `${Math.round(ms / minute)}m`;
}
const rounded = (value) => Number(value.toPrecision(8));


/***/ }),

/***/ 98833:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $h: () => (/* binding */ recoveryAlerts),
/* harmony export */   Al: () => (/* binding */ standbyPromises),
/* harmony export */   M1: () => (/* binding */ lastSuccess),
/* harmony export */   Z6: () => (/* binding */ streamingStandbys),
/* harmony export */   eK: () => (/* binding */ ageLimits)
/* harmony export */ });
/* harmony import */ var _recovery_feasibility_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(95344);
/* harmony import */ var _recovery_last_success_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(22835);
/* harmony import */ var _recovery_scenario_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(1946);
/* harmony import */ var _toolkit_duration_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(38650);




const late = 1.5;
function ageLimits(recovery) {
    if (recovery === undefined)
        return [];
    const { databases, managed, drills } = recovery;
    const every = [
        ...Object.values(databases).map(({ incremental }) => incremental),
        ...Object.values(managed).map(each => each.every),
    ];
    const backup = { what: 'backup', alert: 'SlipwayBackupTooOld', noun: 'backup' };
    const dueDrills = _recovery_scenario_js__WEBPACK_IMPORTED_MODULE_2__/* .scenarioIds */ .B.flatMap((id) => {
        const most = drills?.due?.['max-age'][id];
        if (most === undefined)
            return [];
        const drill = { what: `drill-${id}`, alert: _recovery_last_success_js__WEBPACK_IMPORTED_MODULE_1__.drillTooOld, labels: { drill: id } };
        return [{ ...drill, most, noun: `passed ${id} drill` }];
    });
    return [...(every.length === 0 ? [] : [{ ...backup, most: late * Math.min(...every) }]), ...dueDrills];
}
const lastSuccess = ({ app, namespace }, what) => `kube_lease_renew_time{namespace="${namespace}",lease="${(0,_recovery_last_success_js__WEBPACK_IMPORTED_MODULE_1__.leaseName)(app, what)}"}`;
function recoveryAlerts(place) {
    const { namespace, recovery } = place;
    if (recovery === undefined)
        return [];
    const promises = standbyPromises(namespace, recovery);
    return [
        ...ageLimits(recovery).map(limit => tooOld(place, limit)),
        ...(Object.keys(recovery.databases).length === 0 ? [] : archiveAlerts(place, recovery)),
        ...promises.map(promise => behind(place, promise)),
        ...(promises.length === 0 ? [] : [lagUnknown(place)]),
    ];
}
function tooOld(place, { what, alert, most, noun, labels = {} }) {
    const lease = lastSuccess(place, what);
    return {
        alert,
        for: '15m',
        severity: 'critical',
        labels,
        expr: `time() - max(${lease}) > ${Math.round(most / 1000)} or absent(${lease})`,
        summary: `${place.app}: the last ${noun} is too old, or there has never been one`,
        description: `The maximum age is ${Math.round(most / 3_600_000)} h. Check whether its workflow still runs: schedules stop silently.`,
    };
}
function archiveAlerts({ app, namespace }, recovery) {
    const own = `{namespace="${namespace}"}`;
    const bytes = (metric) => `max by (namespace, pod, instance) (${metric}_bytes${own})`;
    return [
        {
            ..._recovery_feasibility_js__WEBPACK_IMPORTED_MODULE_0__/* .notArchived */ .AF,
            severity: 'critical',
            expr: `increase(pg_stat_archiver_failed_count${own}[5m]) > 0`,
            summary: `${app}: WAL archiving fails`,
            description: 'PostgreSQL keeps WAL that it cannot archive, and loses none until its disk is full. Find out which repository is unreachable; never remove WAL by hand.',
        },
        ...archiveBehind({ app, namespace }, recovery),
        {
            alert: 'SlipwayWalPilesUp',
            for: '10m',
            severity: 'warning',
            expr: `${bytes('pg_wal_size')} > 3 * ${bytes('pg_settings_max_wal_size')}`,
            summary: `${app}: WAL piles up on the disk of the database`,
            description: 'Either archiving fails, or a standby or replication slot lags far behind: check pg_stat_archiver and pg_replication_slots.',
        },
    ];
}
const shortestAge = 120_000;
function archiveBehind({ app, namespace }, { databases }) {
    const times = Object.values(databases).flatMap(({ 'archive-timeout': timeout, 'archive-lag': lag }) => timeout === undefined ? [] : timeout + lag);
    if (times.length === 0)
        return [];
    const most = `${Math.ceil(Math.max(shortestAge, ...times) / 1000)}`;
    const own = `{namespace="${namespace}"}`;
    const written = ['inserted', 'updated', 'deleted']
        .map(what => `increase(pg_stat_database_tup_${what}${own}[${most}s] offset ${most}s)`)
        .join(' + ');
    return [
        {
            alert: 'SlipwayWalArchiveBehind',
            for: `${most}s`,
            severity: 'critical',
            expr: `pg_stat_archiver_last_archive_age${own} > ${most} and on (instance) sum by (instance) (${written}) > 0`,
            summary: `${app}: WAL is not archived, although rows are written`,
            description: `Nothing was archived for more than ${most} s, so a restore would lose more than slipway.yml promises. Check whether archive_command hangs, and pg_stat_archiver.`,
        },
    ];
}
const mostBetweenLooks = 15_000;
function standbyPromises(namespace, { databases }) {
    const replicas = [
        ...Map.groupBy(Object.values(databases), ({ workload: { kind, name } }) => `${kind}/${name}`).values(),
    ]
        .flatMap(each => each.map(database => database.replicas).reduce((a, b) => (a.length < b.length ? b : a)));
    const exporters = `count(${exporterOf(namespace)})`;
    const lags = replicas.flatMap(({ 'max-lag': lag }) => lag ?? []);
    const streams = streamingStandbys(namespace);
    const written = 'pg_stat_replication_pg_current_wal_lsn_bytes';
    const replayed = `(${written}${streams} - pg_stat_replication_pg_wal_lsn_diff${streams})`;
    return [...new Set(lags)]
        .sort((a, b) => a - b)
        .map(lag => {
        const isWithin = ({ mode, 'max-lag': own }) => mode === 'synchronous' || (own !== undefined && own <= lag);
        const before = `max by (instance) (${written}{namespace="${namespace}"} offset ${lag}ms)`;
        const near = `${replayed} >= 0 unless ${replayed} < on (instance) group_left () ${before}`;
        const distinct = `max by (application_name, client_addr) (${near})`;
        const now = `count(${distinct}) or 0 * ${exporters}`;
        return {
            lag,
            count: replicas.filter(isWithin).length,
            within: `max_over_time((${now})[2m:${Math.min(mostBetweenLooks, Math.max(lag, 1000))}ms])`,
        };
    });
}
const exporterOf = (namespace) => `pg_up{namespace="${namespace}"}`;
const streamingStandbys = (namespace) => `{namespace="${namespace}",state="streaming",application_name!~"pg_basebackup|pg_receivewal"}`;
function behind({ app }, { lag, count, within }) {
    const standbys = count === 1 ? 'one standby' : `${count} standbys`;
    return {
        alert: _recovery_feasibility_js__WEBPACK_IMPORTED_MODULE_0__/* .replicaBehind */ .pd,
        for: '1m',
        severity: 'critical',
        expr: `${within} < ${count}`,
        labels: { lag: (0,_toolkit_duration_js__WEBPACK_IMPORTED_MODULE_3__/* .formatDuration */ .a3)(lag) },
        summary: `${app}: a standby lags more than ${(0,_toolkit_duration_js__WEBPACK_IMPORTED_MODULE_3__/* .formatDuration */ .a3)(lag)}, or is disconnected`,
        description: `slipway.yml promises ${standbys} within this lag. Until this is resolved, the loss of the primary may cost more data than \`plan\` reports: check pg_stat_replication, the network, and the load of the standby.`,
    };
}
function lagUnknown({ app, namespace }) {
    return {
        alert: _recovery_feasibility_js__WEBPACK_IMPORTED_MODULE_0__/* .replicaBehind */ .pd,
        for: '15m',
        severity: 'warning',
        expr: `absent(${exporterOf(namespace)})`,
        summary: `${app}: it is unknown whether a standby lags, because Prometheus gets no metrics from postgres_exporter`,
        description: 'slipway.yml promises standbys within a lag. Check the exporter, and that `sources.postgres` in slipway.yml names it.',
    };
}


/***/ }),

/***/ 23232:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   T: () => (/* binding */ rulesLoaded),
/* harmony export */   b: () => (/* binding */ alertsFor)
/* harmony export */ });
/* harmony import */ var _subject_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(36196);

const alertsFor = (subject, alerts) => alerts.map(({ severity, labels, summary, description, ...alert }) => ({
    ...alert,
    labels: { ...(0,_subject_js__WEBPACK_IMPORTED_MODULE_0__/* .ownLabels */ .ct)(subject), severity, slipway: 'true', ...labels },
    annotations: { summary, description },
}));
const rulesLoaded = 'slipway:rules_loaded';


/***/ }),

/***/ 2561:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   B7: () => (/* binding */ signalsOf),
/* harmony export */   a$: () => (/* binding */ labelsOfBad),
/* harmony export */   pG: () => (/* binding */ podsWithCpu),
/* harmony export */   t2: () => (/* binding */ recorded)
/* harmony export */ });
/* harmony import */ var _analysis_selector_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(11775);
/* harmony import */ var _config_monitoring_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(60096);
/* harmony import */ var _subject_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(36196);



function signalsOf(subject, range = '5m') {
    return [
        ...requestSignals(subject, range),
        ...podSignals(subject, range),
        ...dataSignals(subject, range),
        ...businessSignals(subject),
    ];
}
const recorded = ({ record }, subject) => (0,_subject_js__WEBPACK_IMPORTED_MODULE_2__/* .ownSelector */ .GR)(record, subject);
const rateOf = (selector, range) => `sum(rate(${selector}[${range}]))`;
const increaseOf = (selector, range) => `sum(increase(${selector}[${range}]))`;
function requestSignals({ requests, histogram }, range) {
    const signals = [];
    if (requests !== undefined) {
        const total = rateOf(requests.total, range);
        signals.push({
            name: 'requests',
            title: 'Requests',
            unit: 'requests per second',
            group: 'traffic',
            worse: 'less',
            record: 'app:requests:rate5m',
            expr: total,
        }, {
            name: 'errors',
            title: 'Failed requests',
            unit: 'share',
            group: 'errors',
            record: 'app:request_errors:ratio_rate5m',
            expr: `(${rateOf(requests.bad, range)} or vector(0)) / (${total} > 0)`,
            shownBy: within => increaseOf(requests.bad, within),
        });
    }
    for (const percent of histogram === undefined ? [] : [50, 95, 99]) {
        const buckets = (0,_analysis_selector_js__WEBPACK_IMPORTED_MODULE_0__/* .renamed */ .fN)(histogram ?? '', 'bucket');
        signals.push({
            name: `latency-p${percent}`,
            title: `Latency, ${percent}th percentile`,
            unit: 'seconds',
            group: 'latency',
            record: `app:request_duration_seconds:p${percent}_5m`,
            expr: `histogram_quantile(${percent / 100}, sum by (le) (rate(${buckets}[${range}])))`,
            shownBy: within => `${increaseOf((0,_analysis_selector_js__WEBPACK_IMPORTED_MODULE_0__/* .renamed */ .fN)(histogram ?? '', 'count'), within)} * ${(100 - percent) / 100}`,
        });
    }
    return signals.map(each => ({ worse: 'more', ...each }));
}
function labelsOfBad({ requests }) {
    const [total, bad] = [(0,_analysis_selector_js__WEBPACK_IMPORTED_MODULE_0__/* .parseSelector */ .Pl)(requests?.total ?? ''), (0,_analysis_selector_js__WEBPACK_IMPORTED_MODULE_0__/* .parseSelector */ .Pl)(requests?.bad ?? '')];
    if (requests === undefined || total === undefined || bad?.name !== total.name)
        return [];
    const known = total.matchers.map(({ label }) => label);
    const own = bad.matchers.map(({ label }) => label).filter(label => !known.includes(label));
    return [...new Set(own)].map(label => {
        const having = (0,_analysis_selector_js__WEBPACK_IMPORTED_MODULE_0__/* .narrowed */ .fQ)(requests.total, [(0,_analysis_selector_js__WEBPACK_IMPORTED_MODULE_0__/* .matching */ .wC)(label, '!=', '')]);
        const unknown = `count(${requests.total}) unless (count(${having}) or count(${requests.bad}))`;
        return { label, unknown };
    });
}
const containersOf = ({ namespace, workload }, metric) => (0,_analysis_selector_js__WEBPACK_IMPORTED_MODULE_0__/* .narrowed */ .fQ)(metric, [...(0,_subject_js__WEBPACK_IMPORTED_MODULE_2__/* .podMatchers */ .hj)(namespace, workload), (0,_analysis_selector_js__WEBPACK_IMPORTED_MODULE_0__/* .matching */ .wC)('container', '!~', '|POD')]);
const cpuSeconds = 'container_cpu_usage_seconds_total';
const podsWithCpu = (subject, range) => `count(sum by (pod) (rate(${containersOf(subject, cpuSeconds)}[${range}])))`;
function podSignals(subject, range) {
    const { namespace, workload } = subject;
    const pods = (metric) => (0,_analysis_selector_js__WEBPACK_IMPORTED_MODULE_0__/* .narrowed */ .fQ)(metric, (0,_subject_js__WEBPACK_IMPORTED_MODULE_2__/* .podMatchers */ .hj)(namespace, workload));
    const containers = (metric) => containersOf(subject, metric);
    const nodes = subject.settings.sources.node === undefined
        ? []
        : [rateOf(`node_disk_written_bytes_total{job="${(0,_subject_js__WEBPACK_IMPORTED_MODULE_2__/* .sourceJob */ .Pm)(subject, 'node')}"}`, range)];
    const network = ['receive', 'transmit'].map(way => rateOf(pods(`container_network_${way}_bytes_total`), range));
    const signals = [
        {
            name: 'cpu',
            title: 'CPU',
            unit: 'cores',
            worse: 'more',
            record: 'app:cpu_usage:cores_rate5m',
            expr: rateOf(containers(cpuSeconds), range),
        },
        {
            name: 'memory',
            title: 'Memory per pod',
            unit: 'bytes',
            worse: 'more',
            record: 'app:memory_working_set:bytes_per_pod',
            expr: `avg(sum by (pod) (${containers('container_memory_working_set_bytes')}))`,
        },
        {
            name: 'network',
            title: 'Network',
            unit: 'bytes per second',
            record: 'app:network:bytes_rate5m',
            expr: network.join(' + '),
        },
        {
            name: 'disk',
            title: 'Disk writes',
            unit: 'bytes per second',
            record: 'app:disk_writes:bytes_rate5m',
            expr: [rateOf(containers('container_fs_writes_bytes_total'), range), ...nodes].join(' or '),
        },
        {
            name: 'restarts',
            title: 'Container restarts',
            unit: 'count',
            group: 'errors',
            worse: 'more',
            record: 'app:container_restarts:increase',
            expr: `sum(increase(${pods('kube_pod_container_status_restarts_total')}[${range}]))`,
        },
    ];
    return signals.map(each => ({ group: 'saturation', worse: 'neither', ...each }));
}
function dataSignals({ namespace, settings: { sources } }, range) {
    const own = `{namespace="${namespace}"}`;
    const [hits, misses] = ['hits', 'misses'].map(of => rateOf(`redis_keyspace_${of}_total${own}`, range));
    const postgres = [
        {
            name: 'connections',
            title: 'Database connections',
            unit: 'share',
            record: 'app:postgres_connections:ratio',
            expr: `max(sum by (instance) (pg_stat_activity_count${own}) / on (instance) max by (instance) (pg_settings_max_connections${own}))`,
        },
        {
            name: 'replication-lag',
            title: 'Replication lag',
            unit: 'bytes',
            record: 'app:postgres_replication_lag:bytes',
            expr: `max(pg_stat_replication_pg_wal_lsn_diff${own})`,
        },
    ];
    const redis = [
        {
            name: 'cache-hits',
            title: 'Cache hits',
            unit: 'share',
            worse: 'less',
            record: 'app:cache_hits:ratio_rate5m',
            expr: `${hits} / (${hits} + ${misses} > 0)`,
        },
    ];
    const named = [...(sources.postgres ? postgres : []), ...(sources.redis ? redis : [])];
    return named.map(each => ({ group: 'data', worse: 'more', ...each }));
}
const first = ['cost', 'budget', 'sessions'];
function businessSignals({ settings: { queries } }) {
    const place = (name) => (first.includes(name) ? first.indexOf(name) : first.length);
    return Object.entries(queries)
        .sort(([one], [other]) => place(one) - place(other))
        .map(([name, written]) => ({
        name,
        title: name,
        unit: 'count',
        group: 'business',
        worse: place(name) < 2 ? 'more' : 'neither',
        record: `app:${name.replaceAll('-', '_')}:query`,
        expr: `sum(${(0,_config_monitoring_js__WEBPACK_IMPORTED_MODULE_1__/* .businessQuery */ .RG)(written).query})`,
    }));
}


/***/ }),

/***/ 36196:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Cp: () => (/* binding */ toleratesDown),
/* harmony export */   GR: () => (/* binding */ ownSelector),
/* harmony export */   Gw: () => (/* binding */ requirePrometheus),
/* harmony export */   Pm: () => (/* binding */ sourceJob),
/* harmony export */   aH: () => (/* binding */ ownNamespace),
/* harmony export */   ct: () => (/* binding */ ownLabels),
/* harmony export */   hj: () => (/* binding */ podMatchers),
/* harmony export */   monitoringSubject: () => (/* binding */ monitoringSubject),
/* harmony export */   w3: () => (/* binding */ exporterNames)
/* harmony export */ });
/* harmony import */ var _analysis_selector_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(11775);
/* harmony import */ var _config_gate_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(28989);
/* harmony import */ var _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(92317);
/* harmony import */ var _owned_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(97457);




const defaultAvailability = 99.9;
function monitoringSubject(config, name, manifests = []) {
    const environment = config.environments[name];
    const settings = environment?.monitoring;
    if (environment === undefined || settings === undefined)
        throw new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .UserError */ .yo(`the environment ${name} is not monitored: it has no \`monitoring\` in slipway.yml`, 'add `monitoring: {}` to it');
    const { namespace, workload, recovery } = environment;
    const gate = (0,_config_gate_js__WEBPACK_IMPORTED_MODULE_1__/* .metricGateOf */ .xf)(environment);
    requireFreeNames(settings.queries);
    const own = (selector) => (0,_analysis_selector_js__WEBPACK_IMPORTED_MODULE_0__/* .narrowed */ .fQ)(selector, podMatchers(namespace, workload));
    const requests = requestsOf(settings, gate);
    const histogram = settings.requests.histogram ?? gate?.metrics.find(each => 'histogram' in each)?.histogram;
    return {
        app: config.app,
        environment: name,
        namespace,
        workload,
        settings,
        recovery,
        prometheus: settings.prometheus ?? gate?.prometheus,
        requests: requests && { total: own(requests.total), bad: own(requests.bad) },
        histogram: histogram && own(histogram),
        objectives: objectivesOf(settings.objectives, requests !== undefined, histogram !== undefined),
        owned: (0,_owned_js__WEBPACK_IMPORTED_MODULE_3__/* .ownedNames */ .q)(manifests, environment),
    };
}
function requirePrometheus({ environment, prometheus, }) {
    if (prometheus !== undefined)
        return prometheus;
    throw new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .UserError */ .yo(`the environment ${environment} cannot be monitored: slipway.yml names no Prometheus`, 'add `monitoring.prometheus`, such as `prometheus: {service: monitoring/prometheus:9090}`');
}
const reserved = /^(requests|errors|latency-p\d+|cpu|memory|network|disk|restarts|connections|replication-lag|cache-hits)$/;
function requireFreeNames(queries) {
    const taken = Object.keys(queries).find(name => reserved.test(name));
    if (taken !== undefined)
        throw new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .UserError */ .yo(`\`monitoring.queries.${taken}\` has the name of a signal that is measured already`, 'choose another name');
}
function requestsOf({ requests: { total, bad } }, gate) {
    if ((total === undefined) !== (bad === undefined))
        throw new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .UserError */ .yo('`monitoring.requests` has only one of `total` and `bad`', 'add the other one, or remove both to use those of the gate');
    if (total !== undefined && bad !== undefined)
        return { total, bad };
    return gate?.metrics.find(each => 'bad' in each);
}
function objectivesOf({ availability, latency, window }, counted, timed) {
    if (availability !== undefined && !counted)
        throw new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .UserError */ .yo('`objectives.availability` cannot be measured: no counter of requests is known', 'add `monitoring.requests` with `total` and `bad`, or a metric with `bad` to the gate');
    if (latency !== undefined && !timed)
        throw new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .UserError */ .yo('`objectives.latency` cannot be measured: no histogram of durations is known', 'add `monitoring.requests.histogram`, or a metric with `histogram` to the gate');
    return {
        window,
        ...(counted ? { availability: fraction(availability ?? defaultAvailability) } : {}),
        ...(latency === undefined ? {} : { latency: { ...latency, share: fraction(latency.share) } }),
    };
}
const fraction = (percent) => Number((percent / 100).toPrecision(12));
function podMatchers(namespace, { kind, name }) {
    return [(0,_analysis_selector_js__WEBPACK_IMPORTED_MODULE_0__/* .matching */ .wC)('namespace', '=', namespace), (0,_analysis_selector_js__WEBPACK_IMPORTED_MODULE_0__/* .matching */ .wC)('pod', '=~', _owned_js__WEBPACK_IMPORTED_MODULE_3__/* .podNames */ .Y[kind](name))];
}
const ownLabels = ({ app, environment, namespace }) => ({ app, environment, namespace });
function ownSelector(name, subject, more = {}) {
    const labels = Object.entries({ ...ownLabels(subject), ...more });
    return `${name}{${labels.map(([label, value]) => `${label}="${value}"`).join(',')}}`;
}
const ownNamespace = ({ namespace }) => `${namespace}|`;
const exporterNames = ({ settings: { sources } }) => ['node', 'postgres', 'redis'].filter(name => sources[name] !== undefined);
const toleratesDown = (source) => source === 'node';
const sourceJob = ({ app, environment }, source) => `slipway-${app}-${environment}-${source}`;


/***/ }),

/***/ 22835:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   drillTooOld: () => (/* binding */ drillTooOld),
/* harmony export */   leaseName: () => (/* binding */ leaseName),
/* harmony export */   readLast: () => (/* binding */ readLast),
/* harmony export */   recordLast: () => (/* binding */ recordLast)
/* harmony export */ });
/* harmony import */ var _cluster_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(20553);
/* harmony import */ var _cluster_resources_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(14485);
/* harmony import */ var _toolkit_duration_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(38650);
/* harmony import */ var _toolkit_map_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(60630);
/* harmony import */ var _toolkit_retry_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(25726);





const drillTooOld = 'SlipwayDrillTooOld';
const leaseName = (app, what) => `slipway-${app}.${what}.last`;
const factsAnnotation = 'slipway.dev/facts';
async function recordLast(cluster, place, what, last) {
    const path = (0,_cluster_resources_js__WEBPACK_IMPORTED_MODULE_1__/* .pathOf */ .XM)(_cluster_resources_js__WEBPACK_IMPORTED_MODULE_1__/* .resources */ .ES.lease, place.namespace);
    await (0,_toolkit_retry_js__WEBPACK_IMPORTED_MODULE_3__/* .retry */ .L5)({ attempts: 3, temporary: _cluster_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .isConflict */ .dh }, async () => {
        const there = await cluster.get(`${path}/${leaseName(place.app, what)}`);
        const known = there && lastIn(there);
        const now = cluster.now();
        const at = Math.min(last.at, now);
        if (known !== undefined && known.at >= at && known.at <= now + _toolkit_duration_js__WEBPACK_IMPORTED_MODULE_2__/* .maxClockSkew */ .b4)
            return;
        const { resourceVersion } = there?.metadata ?? {};
        const lease = leaseOf(place, what, { ...last, at }, resourceVersion);
        if (there === undefined)
            await cluster.create(path, lease);
        else
            await cluster.replace(`${path}/${leaseName(place.app, what)}`, lease);
    });
}
async function readLast(cluster, { app, namespace }, what) {
    const lease = await cluster.get((0,_cluster_resources_js__WEBPACK_IMPORTED_MODULE_1__/* .pathOf */ .XM)(_cluster_resources_js__WEBPACK_IMPORTED_MODULE_1__/* .resources */ .ES.lease, namespace, leaseName(app, what)));
    return lease && lastIn(lease);
}
function lastIn({ metadata, spec }) {
    const at = Date.parse(spec?.renewTime ?? '');
    if (Number.isNaN(at))
        return undefined;
    const facts = Object.entries((0,_toolkit_map_js__WEBPACK_IMPORTED_MODULE_4__/* .jsonMap */ .vM)(metadata?.annotations?.[factsAnnotation] ?? '') ?? {}).filter((each) => typeof each[1] === 'string' || typeof each[1] === 'number');
    return { at, run: metadata?.annotations?.['slipway.dev/run'] ?? '', facts: Object.fromEntries(facts) };
}
function leaseOf({ app, namespace }, what, { at, run, facts }, resourceVersion) {
    return {
        apiVersion: 'coordination.k8s.io/v1',
        kind: 'Lease',
        metadata: {
            name: leaseName(app, what),
            namespace,
            labels: { 'slipway.dev/app': app, 'slipway.dev/kind': 'last' },
            annotations: { 'slipway.dev/run': run, [factsAnnotation]: JSON.stringify(facts) },
            ...(resourceVersion === undefined ? {} : { resourceVersion }),
        },
        spec: { renewTime: new Date(at).toISOString().replace('Z', '000Z') },
    };
}


/***/ })

};
