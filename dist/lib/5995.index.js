export const id = 5995;
export const ids = [5995];
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
    return `${written(probe)} excludes ${whose}, whose series have ${have}`;
}
function labelText(label, labels) {
    const value = labels[label];
    return value === undefined ? `no label ${label}` : `${label}="${value}"`;
}
function foreign(probe, { labels }) {
    const lacking = ['namespace', 'pod'].filter(label => !labels[label]);
    if (lacking.length === 0) {
        return `${written(probe)} selects only other pods, such as ${labels.pod} in namespace ${labels.namespace}`;
    }
    const others = Object.keys(labels).filter(label => label !== '__name__');
    return `the series of ${written(probe)} have no label ${lacking.join(' and no label ')}, which identifies pods; they have ${others.join(', ')}`;
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
                `${probe.name}: pod ${more.pod} counted ${Math.max(...more.bad)} bad ones of ${more.total} requests; \`bad\` must select a part of \`total\``,
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
        return `the series of pod ${each.labels.pod} exist twice, with ${label}="${other.labels[label] ?? ''}" and ${label}="${each.labels[label] ?? ''}"; select one of them`;
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

/***/ 70750:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   B: () => (/* binding */ inSentence),
/* harmony export */   X: () => (/* binding */ endpointOf)
/* harmony export */ });
/* harmony import */ var _toolkit_body_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(5346);

const largestBody = 64 * 1024 * 1024;
function endpointOf({ service, url = '', token, username, headers }, cluster, env) {
    if (service !== undefined) {
        const { namespace, name, port } = service;
        const proxy = `/api/v1/namespaces/${namespace}/services/${name}:${port}/proxy`;
        return {
            ...{ name: `${namespace}/${name}:${port}`, secret: '', missing: undefined },
            send: (path, signal, request = { method: 'GET' }) => cluster.fetch(`${proxy}${path}`, signal, {
                ...request,
                ...(headers === undefined ? {} : { headers }),
            }),
        };
    }
    const base = url.replace(/\/+$/, '');
    const secret = token === undefined ? '' : (env[token] ?? '').trim();
    const login = username === undefined
        ? `Bearer ${secret}`
        : `Basic ${Buffer.from(`${username}:${secret}`).toString('base64')}`;
    return {
        ...{ name: URL.parse(base)?.host ?? base, secret },
        missing: token !== undefined && secret === '' ? `${token} is empty` : undefined,
        send: async (path, signal, { method, body } = { method: 'GET' }) => {
            const response = await fetch(`${base}${path}`, {
                ...{ method, signal, redirect: 'manual' },
                headers: {
                    ...headers,
                    ...(secret === '' ? {} : { authorization: login }),
                    ...(body === undefined ? {} : { 'content-type': 'application/json' }),
                },
                ...(body === undefined ? {} : { body: JSON.stringify(body) }),
            });
            const location = response.headers.get('location');
            const text = await (0,_toolkit_body_js__WEBPACK_IMPORTED_MODULE_0__/* .readUpTo */ .V)(response.body, largestBody, tooLarge);
            return {
                ...{ status: response.status, body: text.toString('utf8') },
                ...(location === null ? {} : { location }),
            };
        },
    };
}
const tooLarge = () => new Error('its response is larger than 64 MiB');
function inSentence(text) {
    const line = text.replace(/\s+/g, ' ').trim().replace(/\.$/, '');
    return line.length > 200 ? `${line.slice(0, 200)}…` : line;
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
/* harmony import */ var _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(92317);
/* harmony import */ var _toolkit_secrecy_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(60512);
/* harmony import */ var _http_endpoint_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(70750);



function prometheusOf(settings, cluster, env) {
    const { name, send, secret, missing } = (0,_http_endpoint_js__WEBPACK_IMPORTED_MODULE_1__/* .endpointOf */ .X)(settings, cluster, env);
    return sourceOf(name, (query, signal) => send(`/api/v1/query?${query}`, signal), { secret, missing });
}
const defaultPatience = 5_000;
const longestAttempt = 15_000;
function sourceOf(name, send, credential = {}) {
    const hidden = credential.secret ? [credential.secret] : [];
    const failed = (detail) => ({
        ok: false,
        detail: (0,_toolkit_secrecy_js__WEBPACK_IMPORTED_MODULE_2__/* .withoutSecrets */ .cT)(`Prometheus ${name} ${detail}`, hidden),
    });
    const query = async (promql, at, patience = defaultPatience) => {
        if (credential.missing !== undefined)
            return failed(`cannot be queried: ${credential.missing}`);
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
            return at === undefined ? failed('does not return its time') : { ok: true, value: at };
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
            : `does not answer (${(0,_toolkit_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .innermostCause */ .$C)(error)})`;
        return { ok: false, detail, passing: true, timedOut: signal.aborted };
    }
}
function judged({ status, body, location }) {
    const document = parsed(body);
    if (document?.status === 'success' && status === 200) {
        const [warning] = document.warnings ?? [];
        if (warning !== undefined) {
            return { ok: false, detail: `returned an incomplete result: ${(0,_http_endpoint_js__WEBPACK_IMPORTED_MODULE_1__/* .inSentence */ .B)(warning)}`, passing: true };
        }
        const value = seriesOf(document.data);
        return value === undefined
            ? { ok: false, detail: 'returned a result without series', passing: false }
            : { ok: true, value };
    }
    const passing = status === 429 || status >= 500;
    if (document?.status === 'error') {
        return { ok: false, detail: `answered ${status}: ${(0,_http_endpoint_js__WEBPACK_IMPORTED_MODULE_1__/* .inSentence */ .B)(document.error ?? '')}`, passing };
    }
    if (status >= 300 && status < 400) {
        const where = location === undefined ? '' : ` to ${(0,_http_endpoint_js__WEBPACK_IMPORTED_MODULE_1__/* .inSentence */ .B)(location.replace(/[?#].*/, ''))}`;
        return {
            ok: false,
            detail: `answered with a redirect${where}, probably to a login page; set its direct address`,
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
        return `refuses the query (403${said === '' ? '' : `: ${(0,_http_endpoint_js__WEBPACK_IMPORTED_MODULE_1__/* .inSentence */ .B)(said)}`})`;
    if (status === 404)
        return `has no /api/v1/query (404: ${(0,_http_endpoint_js__WEBPACK_IMPORTED_MODULE_1__/* .inSentence */ .B)(said)})`;
    const text = (0,_http_endpoint_js__WEBPACK_IMPORTED_MODULE_1__/* .inSentence */ .B)(said);
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
/* harmony export */   fN: () => (/* binding */ renamed),
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
function renamed(text, part) {
    const selector = parseSelector(text);
    if (selector === undefined)
        throw new Error(`not a series selector: ${text}`);
    return printSelector({ ...selector, name: `${selector.name}_${part}` });
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

/***/ 14894:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  A3: () => (/* binding */ prepareJudging),
  gV: () => (/* binding */ stageOf)
});

// UNUSED EXPORTS: requireFits

// EXTERNAL MODULE: ./.build/js/src/analysis/margins.js
var margins = __webpack_require__(88323);
// EXTERNAL MODULE: ./.build/js/src/analysis/policy.js
var analysis_policy = __webpack_require__(3416);
;// CONCATENATED MODULE: ./.build/js/src/analysis/sizing.js


const nineOfTen = (share) => (share > 0 ? 2.4 : 1.2);
const usual = 1.5;
const goodChance = 0.9;
function sizingOf(policy, wanted) {
    const plans = margins/* profileNames */.CJ.map(name => planOf(policy, name));
    const inTime = plans.filter(({ most }) => most !== null && most <= stepTime(policy));
    const likely = inTime.find(({ chance }) => chance >= goodChance);
    const chosen = likely?.profile === 'gross' ? (inTime.find(({ profile }) => profile === 'wide') ?? likely) : likely;
    const widest = inTime.findLast(({ profile }) => profile !== 'gross') ?? inTime[0];
    const fallback = policy.traffic > 0 ? 'gross' : 'standard';
    const profile = wanted === 'auto' ? ((chosen ?? widest)?.profile ?? fallback) : wanted;
    const plan = plans.find(each => each.profile === profile) ?? planOf(policy, profile);
    return { profile, asked: wanted !== 'auto', enough: inTime.includes(plan), plan, plans };
}
const stepTime = (policy) => policy.deadline - (0,analysis_policy/* bakeOf */.Xl)(policy);
function planOf(policy, profile) {
    const margin = margins/* profiles */.xD[profile];
    const steps = policy.stages.filter(stage => stage.kind === 'step');
    const chance = Math.min(1, ...steps.map(stage => chanceOf(policy, margin, stage)));
    if (policy.traffic <= 0)
        return { profile, requests: null, ms: null, most: null, chance };
    const needs = steps.map(stage => needOf(policy, margin, stage));
    const sum = (pick) => needs.reduce((all, need) => all + pick(need), 0);
    return {
        profile,
        requests: Math.ceil(sum(need => need.requests)),
        ms: policy.warmUp + sum(need => need.ms),
        most: policy.warmUp + sum(need => need.most),
        chance,
    };
}
function needOf(policy, margin, stage) {
    const perMs = (policy.traffic * stage.weight) / 100 / 1000;
    const least = Math.max(stage.dwell, margins/* leastPassTicks */.Dq * policy.tick);
    const need = { requests: least * perMs, ms: least, most: least };
    for (const { requests, factor } of seriesNeeds(policy, margin, stage)) {
        need.requests = Math.max(need.requests, requests * Math.min(usual, factor));
        need.ms = Math.max(need.ms, (requests * Math.min(usual, factor)) / perMs);
        need.most = Math.max(need.most, (requests * factor) / perMs);
    }
    return { ...need, ms: need.ms + policy.tick, most: need.most + policy.tick };
}
function seriesNeeds(policy, profile, stage) {
    const odds = stage.weight / Math.max(1, 100 - stage.weight);
    return requiredSeries(policy).map(({ metric, phi, share }) => ({
        requests: passRequests((0,margins/* marginAt */.ce)(profile, metric.kind, stage.weight), share, odds) * phi,
        factor: nineOfTen(share),
    }));
}
function requiredSeries(policy) {
    return policy.metrics
        .filter(metric => !metric.dryRun)
        .flatMap(metric => metric.series.filter(({ required }) => required).map(({ phi, share }) => ({ metric, phi, share })));
}
function chanceOf(policy, profile, stage) {
    const chances = requiredSeries(policy).map(({ metric, share }) => {
        if (metric.tau === 0 || share === 0)
            return 1;
        const { ratio, points } = (0,margins/* marginAt */.ce)(profile, metric.kind, stage.weight);
        const spread = {
            tau: metric.tau,
            pods: (0,analysis_policy/* canaryPodsAt */.m8)(policy, stage),
            baselinePods: Math.max(1, policy.pods),
        };
        const deviation = Math.log((0,margins/* spreadFactor */.Tf)({ ...spread, times: 1 }));
        const narrowed = (ratio + points / share) / (0,margins/* spreadFactor */.Tf)({ ...spread, times: 'pass' });
        return normalBelow(Math.log(narrowed) / deviation);
    });
    return Math.min(1, ...chances);
}
function passRequests({ ratio, points }, share, odds) {
    const variance = share + ratio * ratio * share * odds;
    const distance = (ratio - 1) * share + points;
    return Math.max(4.2 / distance, (6.5 * variance) / distance ** 2);
}
function harmRequests({ grid, ratio, points }, shares, odds, averaged = 1) {
    const gains = grid.map(g => {
        const perBaseline = Math.log1p(ratio * odds) - Math.log1p(g * ratio * odds);
        const perCanary = Math.log(g) + perBaseline;
        return (shares.canary * perCanary + (shares.baseline / odds) * perBaseline - points * Math.expm1(perCanary));
    });
    const gain = Math.max(...gains);
    return gain > 0 ? (5.2 + Math.log(averaged)) / gain : Number.POSITIVE_INFINITY;
}
function normalBelow(z) {
    const x = Math.abs(z) / Math.SQRT2;
    const t = 1 / (1 + 0.3275911 * x);
    const series = 0.254829592 + t * (-0.284496736 + t * (1.421413741 + t * (-1.453152027 + t * 1.061405429)));
    const tail = t * series * Math.exp(-x * x);
    return z >= 0 ? 1 - tail / 2 : tail / 2;
}

// EXTERNAL MODULE: ./.build/js/src/analysis/wording.js
var wording = __webpack_require__(41332);
;// CONCATENATED MODULE: ./.build/js/src/analysis/forecast.js




function forecast(policy, sizing) {
    return [
        need(policy, sizing),
        choice(policy, sizing),
        ...(sizing.enough ? [] : [shortfall(policy)]),
        ...spreadOf(policy, sizing),
        ...policy.metrics.flatMap(clustered),
    ];
}
function need(policy, { plan }) {
    if (plan.requests === null || plan.ms === null) {
        return 'There was no request in the last hour, so the time to reach a verdict is unknown.';
    }
    const bake = (0,analysis_policy/* bakeOf */.Xl)(policy);
    const then = bake > 0 ? `, then the bake of ${(0,wording/* span */.Ln)(bake)}` : '';
    return `A good candidate needs ${(0,wording/* about */.Cv)(plan.requests)} canary requests, ${(0,wording/* span */.Ln)(plan.ms)} at the current rate of ${(0,wording/* about */.Cv)(policy.traffic).replace('about ', '')} requests/s (in nine of ten cases at most ${(0,wording/* span */.Ln)(plan.most ?? plan.ms)})${then}.`;
}
function choice(policy, { profile, asked, plans, plan }) {
    const margin = `The profile ${profile} passes a share of bad requests below the baseline's times ${margins/* profiles */.xD[profile].ratio} plus ${Number((margins/* profiles */.xD[profile].points * 100).toPrecision(2))} points`;
    if (asked)
        return `${margin}, as set in slipway.yml.`;
    const stricter = plans[plans.indexOf(plan) - 1];
    if (plan.most === null)
        return `${margin}.`;
    if (stricter === undefined)
        return `${margin}: it is the strictest profile.`;
    return `${margin}: ${whyNot(stricter, policy)}.`;
}
function whyNot(stricter, policy) {
    if ((stricter.most ?? Number.POSITIVE_INFINITY) > stepTime(policy)) {
        return `${stricter.profile} could take ${(0,wording/* span */.Ln)(stricter.most ?? 0)}, and the deadline leaves ${(0,wording/* span */.Ln)(stepTime(policy))}`;
    }
    return `with ${stricter.profile} the pods differ too much to distinguish a good candidate from a bad one`;
}
function shortfall(policy) {
    const otherwise = {
        rollback: 'is rolled back',
        hold: 'is held for a person',
        approve: 'waits for an approval',
    };
    return `That is more than the deadline leaves (${(0,wording/* span */.Ln)(stepTime(policy))}): this gate can only catch gross failures, and a good candidate may end as inconclusive and then ${otherwise[policy.onInconclusive]}. Start at a higher weight (such as \`steps: [25%, 50%]\`), set a longer \`deadline\`, or send requests to both versions during the rollout.`;
}
function spreadOf(policy, { plan }) {
    const differing = policy.metrics.filter(({ dryRun, tau }) => !dryRun && tau > 0);
    if (differing.length === 0)
        return [];
    const names = differing.map(({ name, tau }) => `${name} by ${(0,wording/* percent */.KN)(tau)}`).join(', ');
    const helps = plan.chance < 0.9 ? '; more pods would help' : '';
    return [
        `Pods of the baseline differ (${names}), and so will those of the canary: about ${(0,wording/* percent */.KN)(Number(plan.chance.toPrecision(2)))} of good candidates can be distinguished from bad ones${helps}.`,
    ];
}
function clustered({ name, series }) {
    const phi = Math.max(1, ...series.map(each => each.phi));
    if (phi < 1.5)
        return [];
    return [
        `Bad requests of ${name} come in clusters: they vary ${Number(phi.toPrecision(2))} times as much as independent ones, so the gate needs that many times more requests.`,
    ];
}

// EXTERNAL MODULE: ./.build/js/src/analysis/probe.js
var analysis_probe = __webpack_require__(32646);
// EXTERNAL MODULE: ./.build/js/src/analysis/sampling.js
var analysis_sampling = __webpack_require__(90139);
// EXTERNAL MODULE: ./.build/js/src/analysis/selector.js
var analysis_selector = __webpack_require__(11775);
// EXTERNAL MODULE: ./.build/js/src/analysis/window.js
var analysis_window = __webpack_require__(20858);
;// CONCATENATED MODULE: ./.build/js/src/analysis/history.js




const hour = 3_600_000;
const chunk = 600_000;
const affordable = 400_000;
const fewestPods = 4;
const patience = 30_000;
async function readHistory(source, sampling, pods, { to, tick }) {
    const read = await Promise.all(sampling.probes.map(probe => readMetric(source, sampling, wide(probe), pods, { to, tick })));
    const all = (0,analysis_window/* together */.b)(read);
    if (!all.ok)
        return all;
    const names = sampling.probes.map(({ name }) => name);
    const metrics = Object.fromEntries(all.value.map((metric, index) => [names[index] ?? '', metric]));
    return { ok: true, value: { to, tick, metrics } };
}
function wide(probe) {
    return probe.kind === 'histogram' ? { ...probe, boundaries: probe.buckets } : probe;
}
async function readMetric(source, sampling, probe, pods, { to, tick }) {
    const series = await countSeries(source, sampling, probe, pods, to);
    if (!series.ok)
        return series;
    const { sampled, span } = budgetOf(series.value, pods, sampling.pace.interval);
    const ticks = [];
    for (const { from, to: end } of chunksBetween(to - span, to, tick)) {
        const window = await (0,analysis_sampling/* readProbe */.f1)(source, sampling, probe, sampled, { from, to: end }, patience);
        if (!window.ok)
            return window;
        for (const each of (0,analysis_sampling/* spansBetween */.at)(from, end, tick)) {
            ticks.push((0,analysis_sampling/* countsOf */.mQ)(window.value, probe, sampled, sampling.warmUp, each).baseline);
        }
    }
    const first = ticks.findIndex(counts => counts.length > 0);
    const covered = first < 0 ? [] : ticks.slice(first);
    const requests = covered.flat().reduce((sum, { total }) => sum + total, 0);
    const seconds = (covered.length * tick) / 1000;
    const rate = seconds === 0 ? 0 : (requests / seconds) * (pods.length / Math.max(1, sampled.length));
    const boundaries = probe.kind === 'histogram' ? probe.boundaries : [];
    return { ok: true, value: { boundaries, ticks: covered, rate } };
}
async function countSeries(source, { namespace }, probe, pods, at) {
    const ours = (0,analysis_probe/* ownMatchers */.ET)(namespace, pods);
    const counted = await Promise.all((0,analysis_probe/* selectorsOf */.Yv)(probe).map(selector => source.query(`count(${(0,analysis_selector/* narrowed */.fQ)(selector, ours)})`, at, patience)));
    const all = (0,analysis_window/* together */.b)(counted);
    if (!all.ok)
        return all;
    const count = all.value.flat().reduce((sum, { samples }) => sum + (samples[0]?.[1] ?? 0), 0);
    return { ok: true, value: count };
}
function budgetOf(series, pods, interval) {
    const perPod = Math.max(1, (series / Math.max(1, pods.length)) * (hour / interval));
    const fitting = Math.floor(affordable / perPod);
    if (fitting >= pods.length)
        return { sampled: [...pods], span: hour };
    const take = Math.min(pods.length, Math.max(fewestPods, fitting));
    const sampled = Array.from({ length: take }, (_, i) => pods[Math.floor((i * pods.length) / take)]);
    const span = Math.min(hour, Math.max(chunk, Math.floor(((affordable / (perPod * take)) * hour) / chunk) * chunk));
    return { sampled, span };
}
function chunksBetween(from, to, tick) {
    const length = Math.max(1, Math.floor(chunk / tick)) * tick;
    const count = Math.ceil((to - from) / length);
    return Array.from({ length: count }, (_, index) => ({
        from: to - (count - index) * length,
        to: to - (count - index - 1) * length,
    }));
}

// EXTERNAL MODULE: ./.build/js/src/analysis/absence.js
var absence = __webpack_require__(28163);
// EXTERNAL MODULE: ./.build/js/src/config/suggest.js
var suggest = __webpack_require__(34182);
// EXTERNAL MODULE: ./.build/js/src/analysis/contradiction.js
var contradiction = __webpack_require__(4113);
;// CONCATENATED MODULE: ./.build/js/src/analysis/inspection.js





async function inspect(source, probe, namespace, pods, at) {
    const ours = (0,analysis_probe/* ownMatchers */.ET)(namespace, pods);
    const requests = await source.query((0,analysis_selector/* narrowed */.fQ)((0,absence/* written */.Mp)(probe), ours), at);
    if (!requests.ok)
        return { probe, problems: [requests.detail], warnings: [] };
    if (requests.value.length === 0) {
        return { probe, problems: [await whyNothing(source, probe, namespace, pods, at)], warnings: [] };
    }
    const problems = (0,contradiction/* contradictions */.v)({ series: [requests.value] }, { ...probe, boundaries: [] }, pods);
    const counted = new Set(requests.value.map(({ labels }) => (0,analysis_probe/* podOf */.FS)(labels, pods)?.uid));
    const silent = pods.filter(({ uid }) => !counted.has(uid));
    const warnings = silent.length === 0
        ? []
        : [`${silent.length} of ${pods.length} pods have no series for it, such as ${silent[0]?.name}`];
    if (probe.kind === 'histogram') {
        const buckets = bucketsOf(requests.value);
        problems.push(...bucketProblems(probe, buckets));
        return { probe: { ...probe, buckets }, problems, warnings };
    }
    const bad = await inspectBad(source, probe, requests.value, ours, at);
    return { probe, problems: [...problems, ...bad.problems], warnings: [...warnings, ...bad.warnings] };
}
function bucketsOf(series) {
    const bounds = new Set(series.map(({ labels }) => (0,analysis_probe/* boundOf */.s0)(labels)));
    return [...bounds].filter(Number.isFinite).sort((a, b) => a - b);
}
function bucketProblems({ boundaries }, buckets) {
    return boundaries
        .filter(bound => !buckets.includes(bound))
        .map(bound => `${bound} s is not one of its buckets; choose ${around(bound, buckets).join(' or ')}`);
}
function around(bound, buckets) {
    const below = buckets.filter(each => each < bound).at(-1);
    const above = buckets.find(each => each > bound);
    return [below, above].filter(each => each !== undefined);
}
async function inspectBad(source, probe, requests, ours, at) {
    const found = await source.query((0,analysis_selector/* narrowed */.fQ)(probe.bad, ours), at);
    if (!found.ok)
        return { problems: [found.detail], warnings: [] };
    const [bad, total] = [(0,analysis_selector/* parseSelector */.Pl)(probe.bad), (0,analysis_selector/* parseSelector */.Pl)(probe.total)];
    const key = ({ labels: { __name__, ...labels } }) => JSON.stringify(Object.entries(labels).sort());
    if (found.value.length > 0) {
        const known = new Set(requests.map(key));
        const stranger = bad?.name === total?.name ? found.value.find(each => !known.has(key(each))) : undefined;
        return stranger === undefined
            ? { problems: [], warnings: [] }
            : {
                problems: [
                    `${probe.bad} selects series that ${probe.total} does not; \`bad\` must select a part of \`total\``,
                ],
                warnings: [],
            };
    }
    const there = bad?.name === total?.name ? requests : ((await same(source, bad?.name ?? '', ours, at)) ?? []);
    if (there.length === 0) {
        return {
            problems: [],
            warnings: [`the series ${bad?.name} does not exist yet, so its name cannot be checked`],
        };
    }
    const labels = new Set(there.flatMap(each => Object.keys(each.labels)));
    const unknown = bad?.matchers.find(({ label }) => !labels.has(label));
    if (unknown !== undefined) {
        const own = [...labels].filter(label => !scraped.has(label));
        const near = (0,suggest/* nearest */.pA)(unknown.label, own);
        const remedy = near === undefined ? `they have ${own.join(', ')}` : `did you mean \`${near}\`?`;
        return {
            problems: [`the series of ${bad?.name} have no label ${unknown.label}; ${remedy}`],
            warnings: [],
        };
    }
    const silent = bad?.matchers.find(matcher => !there.some(each => (0,analysis_selector/* lets */.Nx)(matcher, each.labels)));
    const values = [...new Set(there.map(each => each.labels[silent?.label ?? ''] ?? ''))].slice(0, 8);
    const seen = silent === undefined ? '' : `: so far ${silent.label} is ${values.join(', ')}`;
    return { problems: [], warnings: [`${probe.bad} selects nothing yet${seen}`] };
}
const scraped = new Set(['__name__', 'job', 'instance', 'namespace', 'pod', 'pod_uid', 'node', 'container']);
async function same(source, name, ours, at) {
    const found = await source.query((0,analysis_selector/* narrowed */.fQ)(name, ours), at);
    return found.ok ? found.value : undefined;
}
async function whyNothing(source, probe, namespace, pods, at) {
    const ours = (0,analysis_probe/* ownMatchers */.ET)(namespace, pods);
    const { name } = (0,analysis_selector/* parseSelector */.Pl)((0,absence/* written */.Mp)(probe)) ?? { name: '' };
    const bare = await source.query(`topk(5, ${(0,analysis_selector/* narrowed */.fQ)(name, ours)})`, at);
    if (!bare.ok)
        return bare.detail;
    if (bare.value.length > 0)
        return (0,absence/* excluded */.t7)(probe, bare.value, 'the live pods');
    const elsewhere = await source.query(`topk(5, ${(0,absence/* written */.Mp)(probe)})`, at);
    if (!elsewhere.ok)
        return elsewhere.detail;
    if (elsewhere.value[0] !== undefined)
        return (0,absence/* foreign */.V$)(probe, elsewhere.value[0]);
    const all = await source.query(`group by (__name__) (${(0,analysis_selector/* printSelector */.vJ)({ name: '', matchers: [...ours] })})`, at);
    if (!all.ok)
        return all.detail;
    const names = all.value.map(({ labels }) => labels.__name__ ?? '');
    if (names.length === 0) {
        return `Prometheus ${source.name} has no series of these pods at all; check that it scrapes them, and that their series have the labels namespace and pod`;
    }
    if (probe.kind === 'histogram' && names.includes(name.replace(/_bucket$/, ''))) {
        return `${name.replace(/_bucket$/, '')} has no classic buckets, only native ones; keep both`;
    }
    const suffix = probe.kind === 'histogram' ? /_bucket$/ : /_total$|_count$/;
    const near = (0,suggest/* nearest */.pA)(name, names) ?? names.find(each => suffix.test(each) && /request|http|grpc/.test(each));
    const hint = near === undefined ? 'send them a request first, or correct the name' : `did you mean \`${near}\`?`;
    return `the pods have no series ${name}; ${hint}`;
}

;// CONCATENATED MODULE: ./.build/js/src/analysis/pace.js

async function measurePace(source, ours, counter, now) {
    const scrapes = (selector) => source.query(`${(0,analysis_selector/* narrowed */.fQ)(selector, ours)}[10m]`, now);
    const [ups, slowest] = await Promise.all([
        scrapes('up'),
        source.query(`max(max_over_time(${(0,analysis_selector/* narrowed */.fQ)('scrape_duration_seconds', ours)}[1h]))`, now),
    ]);
    if (!ups.ok)
        return ups;
    if (!slowest.ok)
        return slowest;
    const seen = ups.value.length > 0 ? ups : await scrapes(counter);
    if (!seen.ok)
        return seen;
    return { ok: true, value: paceOf(seen.value.flatMap(gapsOf), slowest.value[0]?.samples[0]?.[1]) };
}
function gapsOf({ samples }) {
    return samples.slice(1).map(([at], index) => at - (samples[index]?.[0] ?? at));
}
function paceOf(gaps, slowest = 0) {
    const median = [...gaps].sort((a, b) => a - b)[Math.floor(gaps.length / 2)];
    if (median === undefined)
        return undefined;
    const interval = Math.max(1_000, Math.round(median / 1000) * 1000);
    const settle = Math.min(interval, Math.round(1_000 + 2_000 * slowest));
    return { interval, settle, lookback: lookbackOf(interval) };
}
function presumedPace(tick) {
    return { interval: tick, settle: tick, lookback: lookbackOf(tick) };
}
function lookbackOf(interval) {
    return Math.max(60_000, 8 * interval);
}

// EXTERNAL MODULE: ./.build/js/src/analysis/share.js
var analysis_share = __webpack_require__(26979);
;// CONCATENATED MODULE: ./.build/js/src/analysis/preflight.js






async function preflightGate(source, gate, sides, pods) {
    const { namespace } = sides;
    const problems = [];
    const warnings = [];
    const now = await source.now();
    if (!now.ok)
        problems.push(now.detail);
    const ours = (0,analysis_probe/* ownMatchers */.ET)(namespace, pods);
    const probes = [];
    for (const metric of gate.metrics) {
        const probe = probeOf(metric);
        if (!now.ok) {
            probes.push(probe);
            continue;
        }
        const seen = await inspect(source, probe, namespace, pods, now.value);
        probes.push(seen.probe);
        problems.push(...seen.problems.map(each => `metric ${metric.name}: ${each}`));
        warnings.push(...seen.warnings.map(each => `metric ${metric.name}: ${each}`));
    }
    const pace = now.ok ? await measurePace(source, ours, (0,absence/* written */.Mp)(probes[0]), now.value) : undefined;
    if (pace?.ok === false)
        problems.push(pace.detail);
    const measured = pace?.ok === true ? pace.value : undefined;
    if (measured !== undefined && measured.interval > gate.tick) {
        const seconds = measured.interval / 1000;
        problems.push(`gate.tick: the pods are scraped every ${seconds} s; write \`tick: ${seconds}s\` or more`);
    }
    const share = (0,analysis_share/* shareProbeOf */.xR)(gate.share, sides, probes);
    if (now.ok && share.kind === 'counters')
        problems.push(...(await inspectShare(source, share.total, share.candidate, gate.share)));
    const sampling = {
        namespace,
        warmUp: gate['warm-up'],
        pace: measured ?? presumedPace(gate.tick),
        probes,
        share,
    };
    return { problems, warnings, sampling };
}
function probeOf(metric) {
    if ('total' in metric) {
        return { kind: 'ratio', name: metric.name, total: metric.total, bad: metric.bad };
    }
    const series = (0,analysis_selector/* renamed */.fN)(metric.histogram, 'bucket');
    const boundaries = [...(metric.slow ?? [])].sort((a, b) => a - b);
    return { kind: 'histogram', name: metric.name, series, buckets: [], boundaries };
}
const preflight_scraped = {
    contour: 'at /stats/prometheus of Envoy,',
    traefik: 'that it runs with addServicesLabels,',
};
async function inspectShare(source, total, candidate, share) {
    const remedy = share === 'contour' || share === 'traefik'
        ? `check that Prometheus scrapes it, ${preflight_scraped[share]} and that it has sent requests to this Service; or write \`share: application\``
        : 'correct it, or write `share: application`';
    for (const selector of typeof share === 'string' ? [total] : [total, candidate]) {
        const found = await source.query(`count(${selector})`);
        if (!found.ok)
            return [`gate.share: ${found.detail}`];
        if (selector === total && found.value.length === 0)
            return [`gate.share: there is no series ${selector}; ${remedy}`];
    }
    return [];
}

// EXTERNAL MODULE: ./.build/js/src/analysis/prometheus.js
var prometheus = __webpack_require__(38062);
// EXTERNAL MODULE: ./.build/js/src/toolkit/errors.js
var errors = __webpack_require__(92317);
;// CONCATENATED MODULE: ./.build/js/src/analysis/past.js
function sumOfPast({ ticks }, index) {
    let total = 0;
    let bad = 0;
    for (const pods of ticks) {
        for (const pod of pods) {
            total += pod.total;
            bad += pod.bad[index] ?? 0;
        }
    }
    return { total, bad };
}
function podsOfPast({ ticks }, index) {
    const pods = new Map();
    for (const { pod, total, bad } of ticks.flat()) {
        const before = pods.get(pod) ?? { total: 0, bad: 0 };
        pods.set(pod, { total: before.total + total, bad: before.bad + (bad[index] ?? 0) });
    }
    return pods;
}
function trafficOf(history, metric) {
    const of = history.metrics[metric];
    if (of === undefined || of.ticks.length === 0)
        return 0;
    return sumOfPast(of, 0).total / ((of.ticks.length * history.tick) / 1000);
}
const podCount = (history, metric) => history.metrics[metric]?.ticks.findLast(pods => pods.length > 0)?.length ?? 0;

;// CONCATENATED MODULE: ./.build/js/src/analysis/dispersion.js

const leastBad = 20;
function dispersionOf(history, index) {
    const pods = podsOfPast(history, index);
    if (sumOfPast(history, index).bad < leastBad || pods.size < 2)
        return 1;
    let squares = 0;
    let variance = 0;
    let ticks = 0;
    for (const tick of history.ticks) {
        const a = { bad: 0, expected: 0 };
        const b = { bad: 0, expected: 0 };
        [...tick]
            .sort((a, b) => (a.pod < b.pod ? -1 : 1))
            .forEach(({ pod, total, bad }, at) => {
            const half = at % 2 === 0 ? a : b;
            const own = pods.get(pod);
            half.bad += bad[index] ?? 0;
            half.expected += own === undefined || own.total === 0 ? 0 : (total * own.bad) / own.total;
        });
        const sum = a.bad + b.bad;
        const part = a.expected / (a.expected + b.expected);
        if (sum === 0 || !(part > 0 && part < 1))
            continue;
        squares += (a.bad - sum * part) ** 2;
        variance += sum * part * (1 - part);
        ticks++;
    }
    return ticks < 2 ? 1 : Math.max(1, (squares / variance) * (ticks / (ticks - 1)));
}

;// CONCATENATED MODULE: ./.build/js/src/analysis/latency.js

const telling = { least: 0.001, most: 0.5 };
const tail = 0.06;
function boundariesOf(past, slow) {
    const known = past.boundaries.map((seconds, index) => {
        const { total, bad } = sumOfPast(past, index);
        return { index, seconds, share: total > 0 ? bad / total : 0, counted: total > 0 };
    });
    if (slow !== undefined)
        return slow.map(seconds => written(seconds, known));
    const counted = known.filter(each => each.counted);
    const chosen = counted.filter(({ share }) => share >= telling.least && share <= telling.most);
    const list = chosen.length > 0 ? chosen : nearest(counted);
    const inTail = list.some(({ share }) => share <= tail);
    return list.map(({ index, seconds, share }, at) => ({
        index,
        seconds,
        share,
        required: inTail ? share <= tail : at === list.length - 1,
    }));
}
function written(seconds, known) {
    const { index = -1, share = 0 } = known.find(each => each.seconds === seconds) ?? {};
    return { index, seconds, share, required: true };
}
function nearest(known) {
    return [known.find(({ share }) => share < telling.least) ?? known.at(-1)].filter(each => each !== undefined);
}

;// CONCATENATED MODULE: ./.build/js/src/analysis/spread.js

const leastBadOfPod = 5;
function spread_spreadOf(history, index, phi) {
    const pods = [...podsOfPast(history, index).values()].filter(pod => pod.total > 0);
    if (pods.length < 2 || pods.some(pod => pod.bad < leastBadOfPod))
        return undefined;
    const logs = pods.map(pod => Math.log(pod.bad / pod.total));
    const mean = logs.reduce((sum, log) => sum + log, 0) / logs.length;
    const variance = logs.reduce((sum, log) => sum + (log - mean) ** 2, 0) / (logs.length - 1);
    const chance = pods.reduce((sum, pod) => sum + phi / pod.bad, 0) / pods.length;
    const freedom = pods.length - 1;
    if (variance < chance * chiSquareAt(freedom, 1.2816))
        return 0;
    return Math.sqrt(Math.max(0, variance - chance) * (freedom / medianOfChiSquare(freedom)));
}
const chiSquareAt = (freedom, z) => (1 - 2 / (9 * freedom) + z * Math.sqrt(2 / (9 * freedom))) ** 3;
const medians = [0.454936, 1.386294, 2.365974, 3.356694, 4.35146];
function medianOfChiSquare(freedom) {
    return medians[freedom - 1] ?? freedom * (1 - 2 / (9 * freedom)) ** 3;
}

;// CONCATENATED MODULE: ./.build/js/src/analysis/resolve.js








const leastLooks = 4;
const resolve_patience = { provider: 3, absent: 20 };
function policyOf(gate, strategy, past, arrival) {
    const metrics = gate.metrics.map(metric => metricPolicy(metric, strategy, past.metrics[metric.name]));
    const consequent = metrics.filter(metric => !metric.dryRun).length;
    const traffic = Math.max(0, ...gate.metrics.map(({ name }) => trafficOf(past, name)));
    const open = {
        schema: 1,
        tick: gate.tick,
        warmUp: gate['warm-up'],
        deadline: strategy.deadline,
        onInconclusive: strategy.kind === 'canary' ? strategy['on-inconclusive'] : 'rollback',
        stages: stagesOf(strategy, gate.tick),
        metrics: metrics.map(metric => ({ ...metric, weight: metric.dryRun ? 0 : 1 / consequent })),
        alpha: { harm: 0.01, pass: 0.05 },
        quiet: 5,
        withoutPod: 5,
        podLocal: 300,
        patience: resolve_patience,
        ...(arrival === undefined ? {} : { arrival }),
        traffic,
        pods: Math.max(0, ...gate.metrics.map(({ name }) => podCount(past, name))),
    };
    const sizing = sizingOf(open, gate.profile);
    const policy = { ...open, profile: sizing.profile, margin: margins/* profiles */.xD[sizing.profile] };
    return { policy, sizing, sentences: strategy.kind === 'canary' ? forecast(open, sizing) : [] };
}
function stagesOf(strategy, tick) {
    const watch = { kind: 'watch', weight: 100, dwell: strategy.watch };
    if (strategy.kind === 'blue-green')
        return [watch];
    const { steps, bake } = strategy;
    return [
        ...steps.map((weight) => ({ kind: 'step', weight, dwell: leastLooks * tick })),
        { kind: 'bake', weight: bake.weight, dwell: bake.for },
        watch,
    ];
}
const watchLimit = (strategy, share) => Math.min(0.9, strategy.kind === 'canary' ? 5 * share + 0.02 : 2 * share + 0.01);
function metricPolicy(metric, strategy, past) {
    const { name, max } = metric;
    const known = past ?? { boundaries: [], ticks: [] };
    const boundaries = 'histogram' in metric ? boundariesOf(known, metric.slow) : [whole(known)];
    if (boundaries.length === 0) {
        throw new errors/* UserError */.yo(`no boundary can be chosen for ${name}: its buckets counted no requests in the last hour`, 'set boundaries in seconds with `slow`');
    }
    const series = boundaries.map(({ index, seconds, share, required }) => {
        const boundary = seconds === undefined ? {} : { boundary: seconds };
        const phi = dispersionOf(known, index);
        return { ...boundary, phi, share, required, watchLimit: watchLimit(strategy, share) };
    });
    const spreads = boundaries.map(({ index }, at) => spread_spreadOf(known, index, series[at]?.phi ?? 1) ?? 0);
    return {
        name,
        kind: 'histogram' in metric ? 'histogram' : 'ratio',
        series,
        dryRun: metric['dry-run'],
        weight: 0,
        tau: Math.max(...spreads),
        ...(max === undefined ? {} : { max: max / 100 }),
    };
}
function whole(past) {
    const { total, bad } = sumOfPast(past, 0);
    return { index: 0, share: total > 0 ? bad / total : 0, required: true };
}

// EXTERNAL MODULE: ./.build/js/src/cluster/resources.js
var resources = __webpack_require__(14485);
// EXTERNAL MODULE: ./.build/js/src/release/workloads/naming.js
var naming = __webpack_require__(29296);
// EXTERNAL MODULE: ./.build/js/src/release/workloads/pods.js
var pods = __webpack_require__(90352);
;// CONCATENATED MODULE: ./.build/js/src/release/gate/setup.js










const mostComparisons = 100;
async function prepareJudging(cluster, environment, live, env) {
    const { gate, gateway, strategy, namespace, service, route } = environment;
    if (gate === undefined || strategy.kind === 'rolling' || service === undefined || live === undefined) {
        return undefined;
    }
    const source = (0,prometheus/* prometheusOf */._G)(gate.prometheus, cluster, env);
    const pods = await servingPods(cluster, namespace, live);
    const sides = {
        namespace,
        stable: service,
        canary: naming/* nameOf */.Vb.canary(service),
        ...(route === undefined ? {} : { route: route.name }),
    };
    const { problems, warnings, sampling } = await preflightGate(source, gate, sides, pods);
    const [problem] = problems;
    if (problem !== undefined) {
        throw new errors/* UserError */.yo(`the gate cannot judge the candidate: ${problem}`, 'fix what Prometheus reports, or correct `gate` in slipway.yml');
    }
    const until = await (0,analysis_sampling/* settledUntil */.g)(source, sampling);
    const history = until.ok
        ? await readHistory(source, sampling, pods, { to: until.value, tick: gate.tick })
        : until;
    if (!history.ok) {
        throw new errors/* UserError */.yo(`the gate cannot read the metrics of the hour before: ${history.detail}`, 'make sure that Prometheus answers');
    }
    const { policy, sizing } = policyOf(gate, strategy, history.value, gateway.arrival);
    requireFits(policy);
    const said = forecast(policy, sizing);
    return { gating: { policy, sampling, said, state: null }, warnings };
}
function requireFits({ metrics }) {
    const comparisons = metrics.flatMap(({ series }) => series).length;
    if (comparisons > mostComparisons)
        throw new errors/* UserError */.yo(`the gate would make ${comparisons} comparisons, one for each metric and each boundary of a histogram, and its state has room for ${mostComparisons}`, 'name fewer boundaries in `slow`, or remove metrics');
}
async function servingPods(cluster, namespace, live) {
    const { items } = await cluster.list((0,resources/* pathOf */.XM)(resources/* resources */.ES.pod, namespace), {
        labelSelector: (0,pods/* selectorOf */.Bk)(live),
    });
    return items
        .filter(pod => pod.metadata?.deletionTimestamp === undefined && (0,pods/* isReady */.i_)(pod))
        .map(({ metadata }) => ({
        name: metadata?.name ?? '',
        uid: metadata?.uid ?? '',
        track: 'baseline',
        started: Date.parse(metadata?.creationTimestamp ?? '') || 0,
    }));
}
function stageOf(rollout, { stages }) {
    const indexOf = (kind) => {
        const index = stages.findIndex(stage => stage.kind === kind);
        return index < 0 ? undefined : index;
    };
    switch (rollout?.phase) {
        case 'stepping':
            return rollout.strategy === 'blue-green' ? 'switch' : rollout.step;
        case 'baking':
            return rollout.strategy === 'blue-green' ? indexOf('watch') : indexOf('bake');
        case 'watching':
            return indexOf('watch');
        default:
            return undefined;
    }
}


/***/ }),

/***/ 95606:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   BW: () => (/* binding */ irreversibleSince),
/* harmony export */   GA: () => (/* binding */ needsActionBecause),
/* harmony export */   Gm: () => (/* binding */ hasMovedOver),
/* harmony export */   QN: () => (/* binding */ forcedBecause),
/* harmony export */   h6: () => (/* binding */ reversibilityOf),
/* harmony export */   parseForce: () => (/* binding */ parseForce),
/* harmony export */   sx: () => (/* binding */ rollbackProblem)
/* harmony export */ });
/* harmony import */ var _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(92317);
/* harmony import */ var _toolkit_origin_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(93240);


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
            `${why}: ${until} instead of a rollback, and a rollback past it is refused unless the input \`force\` gives a reason.`,
        ],
        problems: kind === 'blue-green' ? [noSwitchBack()] : [],
    };
}
const noSwitchBack = () => new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo('this release is not reversible, but a blue-green release must be able to switch back at once', 'use `strategy: {rolling: {}}`, or a canary if both versions can run side by side');
const needsActionBecause = (release, reason) => `${reason}; release ${release} is not reversible, so it is not rolled back: release a version that works, or roll back with \`force\``;
function hasMovedOver({ phase, strategy }, written) {
    return phase === 'watching' || (phase === 'promoting' && (strategy !== 'rolling' || written));
}
function rollbackProblem(releases, to, force, under) {
    if (to === undefined || force !== undefined)
        return undefined;
    const [newest] = irreversibleSince(releases, to).filter(({ record }) => record.release !== under?.candidate || hasMovedOver(under, true));
    if (newest === undefined)
        return undefined;
    const { release, by } = newest.record;
    return new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo(`release ${release} (${(0,_toolkit_origin_js__WEBPACK_IMPORTED_MODULE_1__/* .originText */ .C)(by)}) is marked as not reversible, so release ${to} must not be restored after it`, 'release a version that works with its data, or set the input `force` of the rollback to a reason, such as `the old column is still there`');
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
