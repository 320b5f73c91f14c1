export const id = 7823;
export const ids = [7823,5606];
export const modules = {

/***/ 28163:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Mp: () => (/* binding */ written),
/* harmony export */   V$: () => (/* binding */ foreign),
/* harmony export */   nE: () => (/* binding */ explainAbsence),
/* harmony export */   t7: () => (/* binding */ excluded)
/* harmony export */ });
/* harmony import */ var _probe_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(32646);
/* harmony import */ var _selector_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(11775);


async function explainAbsence(source, { namespace }, probe, pods, track, at) {
    const selector = (0,_probe_js__WEBPACK_IMPORTED_MODULE_0__/* .selectorsOf */ .Yv)(probe)[0] ?? '';
    const own = (0,_probe_js__WEBPACK_IMPORTED_MODULE_0__/* .ownMatchers */ .ET)(namespace, pods.filter(pod => pod.track === track));
    const absent = { kind: 'absent', track };
    if (!pods.some(pod => pod.track === track))
        return absent;
    const last = await source.query(`max(max_over_time(timestamp(${(0,_selector_js__WEBPACK_IMPORTED_MODULE_1__/* .narrowed */ .fQ)(selector, own)})[1h:30s]))`, at);
    if (!last.ok)
        return { kind: 'provider', detail: last.detail };
    const seen = last.value[0]?.samples[0]?.[1];
    if (seen !== undefined)
        return { kind: 'stale', seconds: Math.round(at / 1000 - seen) };
    const { name } = (0,_selector_js__WEBPACK_IMPORTED_MODULE_1__/* .parseSelector */ .Pl)(selector) ?? { name: selector };
    const bare = await source.query(`topk(5, ${(0,_selector_js__WEBPACK_IMPORTED_MODULE_1__/* .narrowed */ .fQ)(name, own)})`, at);
    if (!bare.ok)
        return { kind: 'provider', detail: bare.detail };
    if (bare.value.length > 0) {
        return { kind: 'wrong-labels', detail: excluded(probe, bare.value, `the ${track}`) };
    }
    const any = await source.query(`topk(5, ${(0,_selector_js__WEBPACK_IMPORTED_MODULE_1__/* .narrowed */ .fQ)(selector, (0,_probe_js__WEBPACK_IMPORTED_MODULE_0__/* .ownMatchers */ .ET)(namespace, pods))})`, at);
    if (!any.ok)
        return { kind: 'provider', detail: any.detail };
    if (any.value.length > 0)
        return absent;
    const others = await source.query(`topk(5, ${selector})`, at);
    if (!others.ok)
        return { kind: 'provider', detail: others.detail };
    const [stranger] = others.value;
    return stranger === undefined ? absent : { kind: 'wrong-labels', detail: foreign(probe, stranger) };
}
function written(probe) {
    return probe.kind === 'ratio' ? probe.total : probe.series;
}
function excluded(probe, there, whose) {
    const matchers = (0,_selector_js__WEBPACK_IMPORTED_MODULE_1__/* .parseSelector */ .Pl)(written(probe))?.matchers ?? [];
    const guilty = matchers.find(matcher => there.every(({ labels }) => !(0,_selector_js__WEBPACK_IMPORTED_MODULE_1__/* .lets */ .Nx)(matcher, labels)));
    const have = guilty === undefined
        ? 'other labels'
        : [...new Set(there.map(({ labels }) => labelText(guilty.label, labels)))].join(', ');
    return `${written(probe)} leaves out ${whose}, whose series have ${have}`;
}
function labelText(label, labels) {
    const value = labels[label];
    return value === undefined ? `no label ${label}` : `${label}="${value}"`;
}
function foreign(probe, { labels }) {
    const lacking = ['namespace', 'pod'].filter(label => !labels[label]);
    if (lacking.length === 0) {
        return `${written(probe)} selects other pods only, such as ${labels.pod} in namespace ${labels.namespace}`;
    }
    const others = Object.keys(labels).filter(label => label !== '__name__');
    return `the series of ${written(probe)} carry no label ${lacking.join(' and no label ')}, by which pods are told apart; they have ${others.join(', ')}`;
}


/***/ }),

/***/ 4113:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   v: () => (/* binding */ contradictions)
/* harmony export */ });
/* harmony import */ var _probe_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(32646);

const scraperLabels = new Set([
    'job',
    'endpoint',
    'service',
    'prometheus',
    'prometheus_replica',
    'replica',
    '__replica__',
    'receive',
]);
function contradictions({ series }, probe, pods, counts = { canary: [], baseline: [] }) {
    const requests = series[0] ?? [];
    const twice = duplicate(requests);
    const more = [...counts.canary, ...counts.baseline].find(({ total, bad }) => bad.some(each => each > total));
    return [
        ...(twice === undefined ? [] : [twice]),
        ...(more === undefined
            ? []
            : [
                `${probe.name}: pod ${more.pod} counted ${Math.max(...more.bad)} bad ones of ${more.total} requests; \`bad\` must select some of what \`total\` selects`,
            ]),
        ...(probe.kind === 'histogram' ? lackingBuckets(requests, probe, pods) : []),
    ];
}
function duplicate(series) {
    const seen = new Map();
    for (const each of series) {
        const own = Object.entries(each.labels).filter(([label]) => !scraperLabels.has(label));
        const key = JSON.stringify(own.sort(([a], [b]) => (a < b ? -1 : 1)));
        const other = seen.get(key);
        if (other === undefined) {
            seen.set(key, each);
            continue;
        }
        const label = [...scraperLabels].find(name => other.labels[name] !== each.labels[name]) ?? 'job';
        return `the series of pod ${each.labels.pod} come twice, by ${label}="${other.labels[label] ?? ''}" and ${label}="${each.labels[label] ?? ''}"; select one of them`;
    }
    return undefined;
}
function lackingBuckets(series, probe, pods) {
    const byPod = Map.groupBy(series, ({ labels }) => (0,_probe_js__WEBPACK_IMPORTED_MODULE_0__/* .podOf */ .FS)(labels, pods)?.name);
    for (const [pod, own] of byPod) {
        const bounds = new Set(own.map(({ labels }) => (0,_probe_js__WEBPACK_IMPORTED_MODULE_0__/* .boundOf */ .s0)(labels)));
        const lacking = probe.boundaries.find(bound => !bounds.has(bound));
        if (pod !== undefined && lacking !== undefined) {
            return [`${probe.name}: pod ${pod} has no bucket of ${lacking} s`];
        }
    }
    return [];
}


/***/ }),

/***/ 99003:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $P: () => (/* binding */ withEdges),
/* harmony export */   CV: () => (/* binding */ growthsOf),
/* harmony export */   D: () => (/* binding */ beginsAfter),
/* harmony export */   QR: () => (/* binding */ targetsOf),
/* harmony export */   Xk: () => (/* binding */ seriesKey),
/* harmony export */   db: () => (/* binding */ grownIn)
/* harmony export */ });
/* unused harmony export targetKey */
const targetLabels = ['job', 'instance', 'namespace', 'pod', 'pod_uid'];
function targetKey(labels) {
    return targetLabels.map(label => labels[label] ?? '').join('\n');
}
function targetsOf(series, ups, birthOf = () => undefined) {
    const members = Map.groupBy(series, ({ labels }) => targetKey(labels));
    const scraped = new Map(ups.map(up => [targetKey(up.labels), up]));
    const keys = [...new Set([...members.keys(), ...scraped.keys()])];
    return new Map(keys.map(key => {
        const own = members.get(key) ?? [];
        const up = scraped.get(key);
        const labels = (own[0] ?? up)?.labels ?? {};
        const known = (up?.samples ?? []).filter(([, value]) => value === 1).map(([at]) => at);
        const scrapes = known.length > 0 ? known : [...new Set(own.flatMap(({ samples }) => samples.map(([at]) => at)))];
        const target = {
            labels,
            scrapes: scrapes.sort((a, b) => a - b),
            restarts: own.flatMap(restartsOf),
            birth: birthOf(labels),
        };
        return [key, target];
    }));
}
function restartsOf({ samples }) {
    return pairs(samples)
        .filter(([[, before], [, after]]) => after < before)
        .map(([[from], [to]]) => ({ from, to }));
}
function withEdges(targets, series, start, before) {
    const fallen = series.flatMap((list, index) => list.flatMap(({ labels, samples: [first] }) => {
        const was = before[index]?.get(seriesKey(labels));
        const fell = first !== undefined && was !== undefined && first[1] < was;
        return fell ? [{ key: targetKey(labels), from: start, to: first[0] }] : [];
    }));
    const byTarget = Map.groupBy(fallen, ({ key }) => key);
    return new Map([...targets].map(([key, target]) => {
        const edges = byTarget.get(key) ?? [];
        return [key, { ...target, restarts: [...edges, ...target.restarts] }];
    }));
}
function seriesKey(labels) {
    const named = Object.entries(labels).filter(([label]) => label !== '__name__');
    return JSON.stringify(named.sort(([a], [b]) => (a < b ? -1 : 1)));
}
function growthsOf({ labels, samples }, known) {
    const [first] = samples;
    if (first === undefined)
        return [];
    const target = known.targets.get(targetKey(labels)) ?? unknownTarget;
    const origin = originOf(first, target, known, known.before.get(seriesKey(labels)));
    return pairs(origin === undefined ? samples : [origin, ...samples]).map(([[since, before], [at, after]]) => {
        const restarted = after < before || target.restarts.some(({ from, to }) => from >= since && to <= at);
        return { since, at, by: restarted ? after : after - before };
    });
}
function originOf([first], { scrapes, birth }, { start }, before) {
    if (before !== undefined)
        return [start, before];
    const earlier = scrapes.filter(at => at > start && at < first);
    const last = earlier.at(-1);
    const young = birth !== undefined && birth <= first && birth > start - youth;
    if (young)
        return [Math.max(last ?? birth, birth), 0];
    return last !== undefined && earlier.length >= 2 ? [last, 0] : undefined;
}
const youth = 600_000;
const unknownTarget = { labels: {}, scrapes: [], restarts: [], birth: undefined };
function beginsAfter({ labels, samples }, from, { targets, start }) {
    const first = samples[0]?.[0];
    const { birth } = targets.get(targetKey(labels)) ?? unknownTarget;
    return first !== undefined && first > from && !(birth !== undefined && birth > start);
}
function grownIn(growths, from, to, since = Number.NEGATIVE_INFINITY) {
    return growths.reduce((sum, growth) => (growth.at > from && growth.at <= to && growth.since >= since ? sum + growth.by : sum), 0);
}
function pairs(items) {
    return items.slice(1).map((item, index) => [items[index], item]);
}


/***/ }),

/***/ 32646:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   ET: () => (/* binding */ ownMatchers),
/* harmony export */   FS: () => (/* binding */ podOf),
/* harmony export */   Yv: () => (/* binding */ selectorsOf),
/* harmony export */   s0: () => (/* binding */ boundOf)
/* harmony export */ });
/* harmony import */ var _selector_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(11775);

function ownMatchers(namespace, pods) {
    return [{ label: 'namespace', operator: '=', value: namespace }, (0,_selector_js__WEBPACK_IMPORTED_MODULE_0__/* .podMatcher */ .Am)(pods.map(({ name }) => name))];
}
function selectorsOf(probe) {
    if (probe.kind === 'ratio')
        return [probe.total, probe.bad];
    const bounds = probe.boundaries.flatMap(bound => Number.isInteger(bound) ? [String(bound), `${bound}\\.0`] : [String(bound).replace('.', '\\.')]);
    const value = [...bounds, '\\+Inf'].join('|');
    return [(0,_selector_js__WEBPACK_IMPORTED_MODULE_0__/* .narrowed */ .fQ)(probe.series, [{ label: 'le', operator: '=~', value }])];
}
function podOf(labels, pods) {
    const uid = labels.pod_uid;
    const namesakes = byName(pods).get(labels.pod ?? '');
    return uid === undefined || uid === '' ? namesakes?.[0] : namesakes?.find(pod => pod.uid === uid);
}
const indexes = new WeakMap();
function byName(pods) {
    const known = indexes.get(pods);
    if (known !== undefined)
        return known;
    const index = Map.groupBy(pods, ({ name }) => name);
    indexes.set(pods, index);
    return index;
}
function boundOf({ le = '' }) {
    return le === '+Inf' ? Number.POSITIVE_INFINITY : Number(le);
}


/***/ }),

/***/ 38062:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   _G: () => (/* binding */ prometheusOf)
/* harmony export */ });
/* unused harmony exports sourceOf, judged */
/* harmony import */ var _toolkit_body_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(5346);
/* harmony import */ var _toolkit_secrecy_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(60512);


function prometheusOf(settings, cluster, env) {
    const { service, url, token } = settings;
    if (service !== undefined) {
        const { namespace, name, port } = service;
        const path = `/api/v1/namespaces/${namespace}/services/${name}:${port}/proxy/api/v1/query`;
        return sourceOf(`${namespace}/${name}:${port}`, (query, signal) => cluster.fetch(`${path}?${query}`, signal));
    }
    const base = (url ?? '').replace(/\/+$/, '');
    const secret = token === undefined ? '' : (env[token] ?? '').trim();
    const headers = secret === '' ? {} : { authorization: `Bearer ${secret}` };
    const send = async (query, signal) => {
        const response = await fetch(`${base}/api/v1/query?${query}`, { headers, signal, redirect: 'manual' });
        const location = response.headers.get('location');
        const body = await textOf(response);
        return { status: response.status, body, ...(location === null ? {} : { location }) };
    };
    const missing = token !== undefined && secret === '' ? `${token} is empty` : undefined;
    return sourceOf(URL.parse(base)?.host ?? base, send, { secret, missing });
}
const defaultPatience = 5_000;
const longestAttempt = 15_000;
const largestBody = 64 * 1024 * 1024;
function sourceOf(name, send, credential = {}) {
    const hidden = credential.secret ? [credential.secret] : [];
    const failed = (detail) => ({
        ok: false,
        detail: (0,_toolkit_secrecy_js__WEBPACK_IMPORTED_MODULE_0__/* .withoutSecrets */ .cT)(`Prometheus ${name} ${detail}`, hidden),
    });
    const query = async (promql, at, patience = defaultPatience) => {
        if (credential.missing !== undefined)
            return failed(`cannot be asked: ${credential.missing}`);
        const parameters = new URLSearchParams({ query: promql, partial_response: 'false' });
        if (at !== undefined)
            parameters.set('time', (at / 1000).toFixed(3));
        const end = performance.now() + patience;
        let detail = '';
        for (let pause = 250;; pause = Math.min(2 * pause, 1_000)) {
            const left = Math.max(1, Math.ceil(end - performance.now()));
            const answer = await attempt(send, parameters, Math.min(left, longestAttempt));
            if (answer.ok)
                return { ok: true, value: answer.value };
            if (detail === '' || !answer.timedOut)
                detail = answer.detail;
            if (!answer.passing || performance.now() + pause >= end)
                return failed(detail);
            await new Promise(resolve => setTimeout(resolve, pause));
        }
    };
    return {
        name,
        query,
        now: async () => {
            const answer = await query('time()');
            if (!answer.ok)
                return answer;
            const at = answer.value[0]?.samples[0]?.[0];
            return at === undefined ? failed('does not tell its time') : { ok: true, value: at };
        },
    };
}
async function attempt(send, query, timeoutMs) {
    const signal = AbortSignal.timeout(Math.max(1, Math.ceil(timeoutMs)));
    try {
        return judged(await send(query, signal));
    }
    catch (error) {
        const detail = signal.aborted
            ? `does not answer within ${(timeoutMs / 1000).toFixed(1)} s`
            : `does not answer (${reasonOf(error)})`;
        return { ok: false, detail, passing: true, timedOut: signal.aborted };
    }
}
function reasonOf(error) {
    let innermost = error;
    while (innermost instanceof Error && innermost.cause instanceof Error)
        innermost = innermost.cause;
    if (!(innermost instanceof Error))
        return String(innermost);
    return innermost.message || String(Reflect.get(innermost, 'code'));
}
function judged({ status, body, location }) {
    const document = parsed(body);
    if (document?.status === 'success' && status === 200) {
        const [warning] = document.warnings ?? [];
        if (warning !== undefined) {
            return { ok: false, detail: `answered only in part: ${short(warning)}`, passing: true };
        }
        const value = seriesOf(document.data);
        return value === undefined
            ? { ok: false, detail: 'answered something else than series', passing: false }
            : { ok: true, value };
    }
    const passing = status === 429 || status >= 500;
    if (document?.status === 'error') {
        return { ok: false, detail: `answered ${status}: ${short(document.error ?? '')}`, passing };
    }
    if (status >= 300 && status < 400) {
        const where = location === undefined ? '' : ` to ${short(location.replace(/[?#].*/, ''))}`;
        return {
            ok: false,
            detail: `answered with a redirect${where}, as if to a login; give its own address`,
            passing,
        };
    }
    return { ok: false, detail: refusal(status, document?.message ?? body), passing };
}
function refusal(status, said) {
    if (/no endpoints available/.test(said))
        return 'has no ready pod behind its Service';
    if (status === 401)
        return 'does not accept the credential (401)';
    if (status === 403)
        return `refuses the question (403${said === '' ? '' : `: ${short(said)}`})`;
    if (status === 404)
        return `does not know /api/v1/query (404: ${short(said)})`;
    const text = short(said);
    return `answered ${status}${text === '' ? '' : `: ${text}`}`;
}
function parsed(body) {
    try {
        const document = JSON.parse(body);
        return typeof document === 'object' && document !== null ? document : undefined;
    }
    catch {
        return undefined;
    }
}
function seriesOf(data) {
    const { resultType, result } = data ?? {};
    if (!Array.isArray(result))
        return undefined;
    if (resultType === 'scalar')
        return [{ labels: {}, samples: [sampleOf(result)] }];
    if (resultType !== 'vector' && resultType !== 'matrix')
        return undefined;
    return result.map(({ metric, value, values }) => ({
        labels: metric,
        samples: (values ?? (value === undefined ? [] : [value]))
            .map(sampleOf)
            .filter(([, each]) => Number.isFinite(each)),
    }));
}
function sampleOf([seconds, value]) {
    return [Math.round(seconds * 1000), Number(value)];
}
function short(text) {
    const line = text.replace(/\s+/g, ' ').trim().replace(/\.$/, '');
    return line.length > 200 ? `${line.slice(0, 200)}…` : line;
}
async function textOf(response) {
    const tooLarge = () => new Error('its answer is larger than 64 MiB');
    return (await (0,_toolkit_body_js__WEBPACK_IMPORTED_MODULE_1__/* .readUpTo */ .V)(response.body, largestBody, tooLarge)).toString('utf8');
}


/***/ }),

/***/ 90139:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   at: () => (/* binding */ spansBetween),
/* harmony export */   bn: () => (/* binding */ readTicks),
/* harmony export */   f1: () => (/* binding */ readProbe),
/* harmony export */   g: () => (/* binding */ settledUntil),
/* harmony export */   mQ: () => (/* binding */ countsOf)
/* harmony export */ });
/* unused harmony exports readTick, readingOf */
/* harmony import */ var _absence_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(28163);
/* harmony import */ var _contradiction_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(4113);
/* harmony import */ var _counters_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(99003);
/* harmony import */ var _probe_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(32646);
/* harmony import */ var _selector_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(11775);
/* harmony import */ var _share_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(26979);
/* harmony import */ var _window_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(20858);







async function readTick(source, sampling, pods, look) {
    const [tick] = await readTicks(source, sampling, pods, [look], look);
    return tick;
}
async function readTicks(source, sampling, pods, spans, { stage, weight }) {
    const [first, last] = [spans[0], spans.at(-1)];
    if (first === undefined || last === undefined)
        return [];
    const whole = { from: first.from, to: last.to };
    const [windows, gateway] = await Promise.all([
        Promise.all(sampling.probes.map(probe => readProbe(source, sampling, probe, pods, whole))),
        (0,_share_js__WEBPACK_IMPORTED_MODULE_5__/* .readGateway */ .HV)(source, sampling, whole),
    ]);
    const tickOf = async (span) => {
        const readings = await Promise.all(sampling.probes.map(async (probe, index) => {
            const window = windows[index];
            const reading = await explained(source, sampling, probe, pods, span, window);
            return [probe.name, aged(reading, pods, span.to)];
        }));
        const reached = (0,_share_js__WEBPACK_IMPORTED_MODULE_5__/* .trafficOf */ .t7)(sampling, windows, pods, span);
        const traffic = trafficBy(sampling, (0,_share_js__WEBPACK_IMPORTED_MODULE_5__/* .trafficIn */ .JK)(gateway, span), reached);
        return {
            at: span.to,
            stage,
            weight,
            ...(traffic === undefined || traffic.total === 0
                ? {}
                : { share: (100 * traffic.canary) / traffic.total }),
            ...(traffic === undefined ? {} : { traffic }),
            readings: Object.fromEntries(readings),
        };
    };
    const ticks = [];
    for (const span of spans)
        ticks.push(await tickOf(span));
    return ticks;
}
function aged(reading, pods, at) {
    if (reading.kind !== 'counts')
        return reading;
    const born = new Map(pods.map(({ name, started }) => [name, started]));
    const withAge = (each) => ({ ...each, age: at - (born.get(each.pod) ?? 0) });
    return { ...reading, canary: reading.canary.map(withAge), baseline: reading.baseline.map(withAge) };
}
async function explained(source, sampling, probe, pods, span, window) {
    if (!window.ok)
        return { kind: 'provider', detail: window.detail };
    const reading = readingOf(window.value, probe, pods, sampling, span);
    if (reading.kind !== 'absent')
        return reading;
    const reason = await (0,_absence_js__WEBPACK_IMPORTED_MODULE_0__/* .explainAbsence */ .nE)(source, sampling, probe, pods, reading.track, span.to);
    const isYetToCome = reason.kind === 'absent' &&
        reason.track === 'canary' &&
        isScrapedInSilence(window.value, probe, pods, span);
    return isYetToCome ? { kind: 'idle' } : reason;
}
function trafficBy({ share }, gateway, pods) {
    if (share.kind === 'application')
        return pods;
    return gateway === undefined || pods === undefined ? gateway : { ...gateway, reached: pods.canary };
}
function spansBetween(from, to, tick) {
    const count = Math.max(0, Math.floor((to - from) / tick));
    return Array.from({ length: count }, (_, index) => ({
        from: from + index * tick,
        to: from + (index + 1) * tick,
    }));
}
async function settledUntil(source, { pace }) {
    const now = await source.now();
    return now.ok ? { ok: true, value: now.value - pace.settle } : now;
}
function readProbe(source, { namespace, pace }, probe, pods, span, patience) {
    const ours = (0,_probe_js__WEBPACK_IMPORTED_MODULE_3__/* .ownMatchers */ .ET)(namespace, pods);
    const selectors = (0,_probe_js__WEBPACK_IMPORTED_MODULE_3__/* .selectorsOf */ .Yv)(probe).map(selector => (0,_selector_js__WEBPACK_IMPORTED_MODULE_4__/* .narrowed */ .fQ)(selector, ours));
    const bornOf = (labels) => (0,_probe_js__WEBPACK_IMPORTED_MODULE_3__/* .podOf */ .FS)(labels, pods)?.started;
    return (0,_window_js__WEBPACK_IMPORTED_MODULE_6__/* .readWindow */ .t)(source, selectors, (0,_selector_js__WEBPACK_IMPORTED_MODULE_4__/* .narrowed */ .fQ)('up', ours), span, pace, bornOf, patience);
}
function readingOf(window, probe, pods, { warmUp, pace }, span) {
    const counts = countsOf(window, probe, pods, warmUp, span);
    const wrong = (0,_contradiction_js__WEBPACK_IMPORTED_MODULE_1__/* .contradictions */ .v)(window, probe, pods, counts)[0];
    if (wrong !== undefined)
        return { kind: 'wrong-labels', detail: wrong };
    for (const track of ['canary', 'baseline']) {
        const own = pods.filter(pod => pod.track === track);
        if (own.length === 0 && track === 'baseline')
            continue;
        if (own.length > 0 && own.every(pod => span.to < pod.started + warmUp + 2 * pace.interval))
            continue;
        const seen = newest(window, own, span.to);
        if (seen !== undefined && span.to - seen > 2 * pace.interval) {
            return { kind: 'stale', seconds: Math.round((span.to - seen) / 1000) };
        }
        if (!hasRequests(window, probe, own))
            return { kind: 'absent', track };
        if (track === 'canary' && counts.canary.length > 0 && totalOf(counts.canary) === 0)
            return { kind: 'idle' };
    }
    return { kind: 'counts', ...counts };
}
function countsOf(window, probe, pods, warmUp, { from, to, since = Number.NEGATIVE_INFINITY }) {
    const byPod = window.counters.map(counters => Map.groupBy(counters, ({ labels }) => (0,_probe_js__WEBPACK_IMPORTED_MODULE_3__/* .podOf */ .FS)(labels, pods)?.uid));
    const counted = (pod) => {
        const begin = Math.max(since, pod.started + warmUp);
        const sum = (counters) => counters.reduce((total, { growths }) => total + (0,_counters_js__WEBPACK_IMPORTED_MODULE_2__/* .grownIn */ .db)(growths, from, to, begin), 0);
        const [requests = [], errors = []] = byPod.map(each => each.get(pod.uid) ?? []);
        const began = requests.some(({ growths }) => growths.some(({ since, at }) => since >= begin && at > from && at <= to));
        if (!began)
            return [];
        if (probe.kind === 'ratio')
            return [{ pod: pod.name, total: sum(requests), bad: [sum(errors)] }];
        const total = sum(requests.filter(({ labels }) => (0,_probe_js__WEBPACK_IMPORTED_MODULE_3__/* .boundOf */ .s0)(labels) === Number.POSITIVE_INFINITY));
        const bad = probe.boundaries.map(bound => Math.max(0, total - sum(requests.filter(({ labels }) => (0,_probe_js__WEBPACK_IMPORTED_MODULE_3__/* .boundOf */ .s0)(labels) === bound))));
        return [{ pod: pod.name, total, bad }];
    };
    const of = (track) => pods.filter(pod => pod.track === track).flatMap(counted);
    return { canary: of('canary'), baseline: of('baseline') };
}
function totalOf(counts) {
    return counts.reduce((sum, { total }) => sum + total, 0);
}
function isScrapedInSilence(window, probe, pods, span) {
    const canary = pods.filter(({ track }) => track === 'canary');
    return (newest(window, canary, span.to) !== undefined &&
        totalOf(countsOf(window, probe, pods, 0, span).baseline) === 0);
}
function hasRequests({ series }, probe, pods) {
    return (series[0] ?? []).some(({ labels, samples }) => samples.length > 0 &&
        (0,_probe_js__WEBPACK_IMPORTED_MODULE_3__/* .podOf */ .FS)(labels, pods) !== undefined &&
        (probe.kind === 'ratio' || (0,_probe_js__WEBPACK_IMPORTED_MODULE_3__/* .boundOf */ .s0)(labels) === Number.POSITIVE_INFINITY));
}
function newest({ targets }, pods, to) {
    const scrapes = [...targets.values()]
        .filter(({ labels }) => (0,_probe_js__WEBPACK_IMPORTED_MODULE_3__/* .podOf */ .FS)(labels, pods) !== undefined)
        .flatMap(({ scrapes }) => scrapes.filter(at => at <= to).slice(-1));
    return scrapes.length === 0 ? undefined : Math.max(...scrapes);
}


/***/ }),

/***/ 11775:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Am: () => (/* binding */ podMatcher),
/* harmony export */   Nx: () => (/* binding */ lets),
/* harmony export */   Pl: () => (/* binding */ parseSelector),
/* harmony export */   eu: () => (/* binding */ literal),
/* harmony export */   fQ: () => (/* binding */ narrowed),
/* harmony export */   vJ: () => (/* binding */ printSelector)
/* harmony export */ });
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
function lets({ label, operator, value }, labels) {
    const actual = labels[label] ?? '';
    switch (operator) {
        case '=':
            return actual === value;
        case '!=':
            return actual !== value;
        case '=~':
            return matches(value, actual);
        case '!~':
            return !matches(value, actual);
    }
}
function matches(pattern, text) {
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
        return { label: 'pod', operator: '=~', value: list };
    const owners = [...new Set(names.map(name => literal(name.replace(/[^-]+$/, ''))))].sort();
    return { label: 'pod', operator: '=~', value: `(?:${owners.join('|')})[^-]+` };
}


/***/ }),

/***/ 26979:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   HV: () => (/* binding */ readGateway),
/* harmony export */   JK: () => (/* binding */ trafficIn),
/* harmony export */   t7: () => (/* binding */ trafficOf),
/* harmony export */   xR: () => (/* binding */ shareProbeOf)
/* harmony export */ });
/* harmony import */ var _counters_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(99003);
/* harmony import */ var _probe_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(32646);
/* harmony import */ var _selector_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(11775);
/* harmony import */ var _window_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(20858);




function shareProbeOf(share, sides, probes) {
    if (share === 'application')
        return { kind: 'application', probe: probes[0]?.name ?? '' };
    return { kind: 'counters', ...(typeof share === 'string' ? presets[share](sides) : share) };
}
const presets = { contour, traefik };
function contour({ namespace, stable, canary }) {
    const clusters = (...names) => ({
        label: 'envoy_cluster_name',
        operator: '=~',
        value: `${(0,_selector_js__WEBPACK_IMPORTED_MODULE_2__/* .literal */ .eu)(namespace)}_(?:${names.map(_selector_js__WEBPACK_IMPORTED_MODULE_2__/* .literal */ .eu).join('|')})_[0-9]+`,
    });
    const answers = 'envoy_cluster_upstream_rq_xx';
    return {
        total: (0,_selector_js__WEBPACK_IMPORTED_MODULE_2__/* .narrowed */ .fQ)(answers, [clusters(stable, canary)]),
        candidate: (0,_selector_js__WEBPACK_IMPORTED_MODULE_2__/* .narrowed */ .fQ)(answers, [clusters(canary)]),
        errors: (0,_selector_js__WEBPACK_IMPORTED_MODULE_2__/* .narrowed */ .fQ)(answers, [
            clusters(canary),
            { label: 'envoy_response_code_class', operator: '=', value: '5' },
        ]),
    };
}
function traefik({ namespace, stable, canary, route }) {
    const services = (...names) => ({
        label: 'service',
        operator: '=~',
        value: `${(0,_selector_js__WEBPACK_IMPORTED_MODULE_2__/* .literal */ .eu)(namespace)}-(?:${names.map(_selector_js__WEBPACK_IMPORTED_MODULE_2__/* .literal */ .eu).join('|')})-http-[0-9]+@kubernetesgateway`,
    });
    const failed = { label: 'code', operator: '=~', value: '5..' };
    const requests = 'traefik_service_requests_total';
    const router = (name) => ({
        label: 'router',
        operator: '=~',
        value: `httproute-${(0,_selector_js__WEBPACK_IMPORTED_MODULE_2__/* .literal */ .eu)(namespace)}-${(0,_selector_js__WEBPACK_IMPORTED_MODULE_2__/* .literal */ .eu)(name)}-gw-.*@kubernetesgateway`,
    });
    return {
        total: (0,_selector_js__WEBPACK_IMPORTED_MODULE_2__/* .narrowed */ .fQ)(requests, [services(stable, canary)]),
        candidate: (0,_selector_js__WEBPACK_IMPORTED_MODULE_2__/* .narrowed */ .fQ)(requests, [services(canary)]),
        errors: (0,_selector_js__WEBPACK_IMPORTED_MODULE_2__/* .narrowed */ .fQ)(requests, [services(canary), failed]),
        ...(route === undefined
            ? {}
            : {
                routed: (0,_selector_js__WEBPACK_IMPORTED_MODULE_2__/* .narrowed */ .fQ)('traefik_router_requests_total', [router(route), failed]),
                served: (0,_selector_js__WEBPACK_IMPORTED_MODULE_2__/* .narrowed */ .fQ)(requests, [services(stable, canary), failed]),
            }),
    };
}
async function readGateway(source, { share, pace }, span) {
    if (share.kind !== 'counters')
        return undefined;
    const questions = counterNames.flatMap(name => share[name] === undefined ? [] : [{ name, selector: share[name] }]);
    const window = await (0,_window_js__WEBPACK_IMPORTED_MODULE_3__/* .readWindow */ .t)(source, questions.map(({ selector }) => selector), undefined, span, pace);
    if (!window.ok || window.value.series[0]?.length === 0)
        return undefined;
    const { counters } = window.value;
    return new Map(questions.map(({ name }, index) => [name, counters[index] ?? []]));
}
function trafficIn(gateway, span) {
    if (gateway === undefined)
        return undefined;
    const sum = (name) => sumOf(gateway.get(name) ?? [], span);
    return {
        canary: sum('candidate'),
        total: sum('total'),
        ...(gateway.has('errors') ? { errors: sum('errors') } : {}),
        ...(gateway.get('routed')?.length ? { unserved: Math.max(0, sum('routed') - sum('served')) } : {}),
    };
}
const counterNames = ['total', 'candidate', 'errors', 'routed', 'served'];
function trafficOf({ share, probes }, windows, pods, span) {
    const index = share.kind === 'application' ? probes.findIndex(({ name }) => name === share.probe) : 0;
    const window = windows[index];
    if (window?.ok !== true)
        return undefined;
    const requests = (window.value.counters[0] ?? []).filter(({ labels }) => probes[index]?.kind === 'ratio' || labels.le === '+Inf');
    const of = (tracks) => sumOf(requests.filter(({ labels }) => tracks.some(track => (0,_probe_js__WEBPACK_IMPORTED_MODULE_1__/* .podOf */ .FS)(labels, pods)?.track === track)), span);
    return { canary: of(['canary']), total: of(['canary', 'baseline']) };
}
function sumOf(counters, { from, to, since }) {
    return counters.reduce((sum, { growths }) => sum + (0,_counters_js__WEBPACK_IMPORTED_MODULE_0__/* .grownIn */ .db)(growths, from, to, since), 0);
}


/***/ }),

/***/ 20858:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   b: () => (/* binding */ together),
/* harmony export */   t: () => (/* binding */ readWindow)
/* harmony export */ });
/* harmony import */ var _counters_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(99003);

const memory = '1d';
const absence = 3_600_000;
async function readWindow(source, selectors, ups, span, { lookback }, birthOf, patience) {
    const start = span.from - lookback;
    const read = async (selector) => {
        const answer = await source.query(`${selector}[${span.to - start}ms]`, span.to, patience);
        return answer.ok ? { ok: true, value: answer.value.map(each => within(each, start, birthOf)) } : answer;
    };
    const asked = await Promise.all([...selectors, ...(ups === undefined ? [] : [ups])].map(read));
    const all = together(asked);
    if (!all.ok)
        return all;
    const series = all.value.slice(0, selectors.length);
    const targets = (0,_counters_js__WEBPACK_IMPORTED_MODULE_0__/* .targetsOf */ .QR)(series.flat(), all.value.slice(selectors.length).flat(), birthOf);
    const known = { targets, start };
    const before = await recall(source, selectors, series, span.from, known, patience);
    if (!before.ok)
        return before;
    if (lookback < absence && areSeenAgain(series, before.value, span.from, known))
        return readWindow(source, selectors, ups, span, { lookback: absence }, birthOf, patience);
    const whole = (0,_counters_js__WEBPACK_IMPORTED_MODULE_0__/* .withEdges */ .$P)(targets, series, start, before.value);
    const counters = series.map((list, index) => {
        const own = { targets: whole, start, before: before.value[index] ?? new Map() };
        return list.map(each => ({ labels: each.labels, growths: (0,_counters_js__WEBPACK_IMPORTED_MODULE_0__/* .growthsOf */ .CV)(each, own) }));
    });
    return { ok: true, value: { counters, targets: whole, series } };
}
function areSeenAgain(series, before, from, known) {
    return series.some((list, index) => list.some(each => (0,_counters_js__WEBPACK_IMPORTED_MODULE_0__/* .beginsAfter */ .D)(each, from, known) && before[index]?.has((0,_counters_js__WEBPACK_IMPORTED_MODULE_0__/* .seriesKey */ .Xk)(each.labels)) === true));
}
function within(series, start, birthOf) {
    const from = Math.max(start, (birthOf?.(series.labels) ?? start) - 1);
    return { ...series, samples: series.samples.filter(([at]) => at > from) };
}
async function recall(source, selectors, series, from, known, patience) {
    if (!series.flat().some(each => (0,_counters_js__WEBPACK_IMPORTED_MODULE_0__/* .beginsAfter */ .D)(each, from, known)))
        return { ok: true, value: selectors.map(() => new Map()) };
    const asked = await Promise.all(selectors.map(selector => source.query(`last_over_time(${selector}[${memory}])`, known.start, patience)));
    const all = together(asked);
    if (!all.ok)
        return all;
    const values = all.value.map(list => list.flatMap(({ labels, samples }) => {
        const last = samples.at(-1);
        return last === undefined ? [] : [[(0,_counters_js__WEBPACK_IMPORTED_MODULE_0__/* .seriesKey */ .Xk)(labels), last[1]]];
    }));
    return { ok: true, value: values.map(each => new Map(each)) };
}
function together(outcomes) {
    const values = [];
    for (const outcome of outcomes) {
        if (!outcome.ok)
            return outcome;
        values.push(outcome.value);
    }
    return { ok: true, value: values };
}


/***/ }),

/***/ 95606:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   AA: () => (/* binding */ heldBecause),
/* harmony export */   BW: () => (/* binding */ irreversibleSince),
/* harmony export */   Gm: () => (/* binding */ hasMovedOver),
/* harmony export */   QN: () => (/* binding */ forcedBecause),
/* harmony export */   h6: () => (/* binding */ reversibilityOf),
/* harmony export */   m5: () => (/* binding */ wayBackProblem),
/* harmony export */   parseForce: () => (/* binding */ parseForce)
/* harmony export */ });
/* harmony import */ var _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(92317);

function irreversibleSince(releases, to) {
    return releases.filter(({ record, outcome }) => record.release > to && record.reversible === false && outcome?.state !== 'rolled-back');
}
function reversibilityOf({ reversible = true }, kind, baseline, releases) {
    const passed = baseline === undefined ? [] : irreversibleSince(releases, baseline);
    if (baseline === undefined || (reversible && passed.length === 0)) {
        return { reversible: true, said: [], problems: [] };
    }
    const why = reversible
        ? `A rollback of this release would go past release ${passed[0]?.record.release}, which is marked as not reversible`
        : 'This release is marked as not reversible';
    const until = kind === 'canary'
        ? 'if it fails before its promotion, the traffic is restored to the baseline; if it fails later, it needs action'
        : 'if it does not become ready, it needs action';
    return {
        reversible: false,
        said: [
            `${why}: ${until} instead of a rollback, and a rollback past it is refused unless it is forced with a reason.`,
        ],
        problems: kind === 'blue-green' ? [noSwitchBack()] : [],
    };
}
const noSwitchBack = () => new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo('this release is not reversible, but a blue-green release must be able to switch back at once', 'use `strategy: {rolling: {}}`, or a canary if both versions can run side by side');
const heldBecause = (release, reason) => `${reason}; release ${release} is not reversible, so it is not rolled back: release a version that works, or roll back with \`force\``;
function hasMovedOver({ phase, strategy }, written) {
    return phase === 'watching' || (phase === 'promoting' && (strategy !== 'rolling' || written));
}
function wayBackProblem(releases, to, force, under) {
    if (to === undefined || force !== undefined)
        return undefined;
    const [newest] = irreversibleSince(releases, to).filter(({ record }) => record.release !== under?.candidate || hasMovedOver(under, true));
    if (newest === undefined)
        return undefined;
    const { release, by } = newest.record;
    return new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo(`release ${release} (${by.actor} in ${by.run}) is marked as not reversible, so release ${to} must not be restored after it`, 'release a version that works with its data, or force the rollback with a reason: `force: the old column is still there`');
}
function parseForce(text, example = 'say in a few words why the previous version can run, such as `the old column is still there`') {
    const reason = text.replace(/\s+/g, ' ').trim();
    if (reason === '')
        return undefined;
    if (reason.length >= 10 && reason.includes(' '))
        return reason;
    throw new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo(`the input \`force\` is "${reason}", which is not a reason`, `${example}; it is kept in the record`);
}
const forcedBecause = (force) => `although it is not reversible: ${force}`;


/***/ })

};
