export const id = 4450;
export const ids = [4450,794];
export const modules = {

/***/ 14450:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   ChecksGate: () => (/* binding */ ChecksGate),
/* harmony export */   checksGate: () => (/* binding */ checksGate),
/* harmony export */   checksWarnings: () => (/* binding */ checksWarnings)
/* harmony export */ });
/* harmony import */ var _config_plain_checks_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(65364);
/* harmony import */ var _toolkit_count_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(8999);
/* harmony import */ var _toolkit_wakeable_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(16269);
/* harmony import */ var _verify_checks_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(31626);
/* harmony import */ var _verify_target_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(10794);
/* harmony import */ var _workloads_naming_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(91490);
/* harmony import */ var _facts_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(54326);







const between = 2_000;
const longestGap = 4_000;
const usualStep = 60_000;
async function checksWarnings(cluster, { strategy, namespace, service, verify }, live) {
    if (strategy.kind === 'rolling' || verify === undefined || live === undefined)
        return [];
    const { send } = await (0,_verify_target_js__WEBPACK_IMPORTED_MODULE_1__.throughApiServer)(cluster, { namespace, service });
    const asked = await Promise.all((0,_config_plain_checks_js__WEBPACK_IMPORTED_MODULE_4__/* .bareChecks */ .Oo)(verify.checks).map(async (check) => ({ check, answer: await (0,_verify_checks_js__WEBPACK_IMPORTED_MODULE_0__/* .ask */ .kA)(check, send) })));
    const others = verify.checks.length - asked.length;
    const unasked = others === 0
        ? []
        : [
            `\`gate: checks\` sends only ${asked.length} of the ${verify.checks.length} checks to the candidate: the API server forwards only GET requests without headers or an identity, removes CORS headers and rewrites pages`,
        ];
    const failing = asked.flatMap(({ check, answer }) => answer.ok
        ? []
        : [
            `the live version does not pass a check through the API server: ${(0,_verify_checks_js__WEBPACK_IMPORTED_MODULE_0__/* .requestName */ .ZK)(check)} ${answer.reason}; a candidate that answers the same is rolled back`,
        ]);
    return [...unasked, ...failing];
}
function checksGate(run, checks, report) {
    const { cluster, spec } = run;
    const open = async (service) => (await (0,_verify_target_js__WEBPACK_IMPORTED_MODULE_1__.throughApiServer)(cluster, { namespace: spec.namespace, service })).send;
    return new ChecksGate({ ...run, open, now: () => cluster.now() }, checks, report);
}
class ChecksGate {
    #run;
    #checks;
    #report;
    #written = Promise.resolve();
    #seen;
    #good;
    #failing = new Map();
    #asked = 0;
    #failure;
    #trouble;
    #stopped = false;
    #pause = new _toolkit_wakeable_js__WEBPACK_IMPORTED_MODULE_5__/* .WakeableWait */ .K();
    constructor(run, checks, report) {
        this.#run = run;
        this.#checks = checks;
        this.#report = report;
        void this.#loop();
    }
    look(snapshot) {
        this.#seen = snapshot;
        (0,_facts_js__WEBPACK_IMPORTED_MODULE_3__/* .noteFactsIn */ .V3)(this.#run.decisions, snapshot);
    }
    inputs(snapshot) {
        const facts = [...(0,_facts_js__WEBPACK_IMPORTED_MODULE_3__/* .factsIn */ .PC)(snapshot), ...(this.#failure === undefined ? [] : [this.#failure])];
        const stage = stageName(snapshot);
        const { checked } = this.#run.store.rollout;
        if (checked?.stage !== stage || this.#good?.stage !== stage)
            return { verdict: undefined, facts };
        const { phase, weight } = snapshot.rollout;
        const over = checked.since + this.#least(snapshot);
        if (phase === 'watching' || this.#good.sentAt < over) {
            const left = Math.max(0, Math.ceil((over - snapshot.now) / 1000));
            const until = left > 0 ? `for ${left} s more` : 'until the checks have passed once more';
            return { verdict: { verdict: 'continue', reason: `at ${weight} % ${until}` }, facts };
        }
        const reason = `${(0,_toolkit_count_js__WEBPACK_IMPORTED_MODULE_6__/* .counted */ .h)(this.#checks.length, 'check')} of the candidate passed at ${weight} %`;
        return { verdict: { verdict: 'pass', reason }, facts };
    }
    async stop() {
        this.#stopped = true;
        this.#pause.wake();
        await this.#written.catch(() => undefined);
    }
    #least({ rollout: { phase, step } }) {
        const { pausePolicy, watchMs } = this.#run.spec;
        if (pausePolicy === undefined)
            return phase === 'baking' ? watchMs : 0;
        return pausePolicy.stages[step]?.least || usualStep;
    }
    async #loop() {
        while (!this.#stopped && this.#failure === undefined) {
            const asked = await this.#turn().catch((error) => {
                this.#unsent(error.message.split('\n')[0] ?? '');
                return true;
            });
            if (!this.#stopped)
                await this.#pause.sleep(asked ? between : 250);
        }
    }
    async #turn() {
        const snapshot = this.#seen;
        const service = snapshot && askedService(snapshot, this.#run.spec);
        if (snapshot === undefined || service === undefined)
            return false;
        const { store, now, open } = this.#run;
        const stage = stageName(snapshot);
        if (store.rollout.checked?.stage !== stage) {
            this.#written = store.change(rollout => ({ ...rollout, checked: { stage, since: snapshot.now } }));
            await this.#written;
        }
        const sentAt = now();
        const send = await open(service);
        if (performance.now() - this.#asked > longestGap)
            this.#failing.clear();
        const answers = await this.#ask(send);
        this.#asked = performance.now();
        if (this.#stopped)
            return true;
        if (answers.every(each => each.ok)) {
            this.#good = { stage, sentAt };
            this.#trouble = undefined;
        }
        this.#run.informers.notify();
        return true;
    }
    #ask(send) {
        return Promise.all(this.#checks.map(async (check) => {
            const sentAt = performance.now();
            const answer = await (0,_verify_checks_js__WEBPACK_IMPORTED_MODULE_0__/* .ask */ .kA)(check, send);
            if (this.#stopped)
                return answer;
            if (answer.ok || answer.unsent === true)
                this.#failing.delete(check);
            if (answer.ok)
                return answer;
            if (answer.unsent === true)
                this.#unsent(answer.reason);
            else
                this.#note(check, answer.reason, sentAt);
            return answer;
        }));
    }
    #note(check, reason, sentAt) {
        const since = this.#failing.get(check) ?? sentAt;
        this.#failing.set(check, since);
        const ms = performance.now() - since;
        if (ms < check['retry-for'] || this.#failure !== undefined)
            return;
        this.#failure = `${(0,_verify_checks_js__WEBPACK_IMPORTED_MODULE_0__/* .requestName */ .ZK)(check)} of the candidate has failed for ${Math.round(ms / 1000)} s: it ${reason}`;
        this.#report(`gate: fail: ${this.#failure}`);
    }
    #unsent(reason) {
        if (reason !== this.#trouble)
            this.#report(`the checks could not be sent: ${reason}; retrying`);
        this.#trouble = reason;
    }
}
const stageName = ({ rollout: { phase, step } }) => `${phase} ${step}`;
function askedService(snapshot, { service, router }) {
    const { phase, weight } = snapshot.rollout;
    if (service === undefined || !router.ownService)
        return undefined;
    if (phase === 'watching')
        return service;
    const canary = router.weight(snapshot) > 0 ? _workloads_naming_js__WEBPACK_IMPORTED_MODULE_2__/* .nameOf */ .Vb.canary(service) : undefined;
    if (phase === 'promoting')
        return canary;
    if (phase !== 'stepping' && phase !== 'baking')
        return undefined;
    return router.setWeight(snapshot, weight).length === 0 ? canary : undefined;
}


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


/***/ }),

/***/ 78155:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  no: () => (/* binding */ assess),
  Kb: () => (/* binding */ excerpt),
  _6: () => (/* binding */ isHtml),
  JL: () => (/* binding */ mediaType)
});

// EXTERNAL MODULE: ./.build/js/src/toolkit/map.js
var map = __webpack_require__(60630);
;// CONCATENATED MODULE: ./.build/js/src/verify/json-path.js

const step = /(?:^|(?!^)\.)([A-Za-z_$][A-Za-z0-9_$-]*)|\[(0|[1-9][0-9]{0,8})\]/y;
function parseJsonPath(text) {
    const steps = [];
    step.lastIndex = 0;
    let end = 0;
    while (end < text.length) {
        const match = step.exec(text);
        if (match === null)
            return undefined;
        steps.push(match[1] ?? Number(match[2]));
        end = step.lastIndex;
    }
    return steps.length > 0 ? steps : undefined;
}
function valueAt(value, path) {
    let current = value;
    for (const part of path) {
        if (typeof part === 'number' ? !Array.isArray(current) : !(0,map/* isMap */.jh)(current))
            return undefined;
        const container = current;
        if (!Object.hasOwn(container, part))
            return undefined;
        current = Reflect.get(container, part);
    }
    return current;
}

;// CONCATENATED MODULE: ./.build/js/src/verify/assertions.js


const noSecrets = { secretOf: () => '', hide: text => text };
function assess(check, response, known = noSecrets) {
    const quote = (text) => excerpt(known.hide(text));
    const reason = statusProblem(check, response, quote) ??
        htmlProblem(check, response) ??
        typeProblem(check, response, quote) ??
        headersProblem(check, response, quote) ??
        cookiesProblem(check, response) ??
        jsonProblem(check, response, quote) ??
        storedSecretProblem(check, response, known.secretOf) ??
        bodyProblem(check, response, quote);
    return reason === undefined ? { ok: true } : { ok: false, reason };
}
const isSecret = (check) => check.as !== undefined ||
    check.send?.secrets !== undefined ||
    check.cookies !== undefined ||
    check['stored-secrets'] !== undefined;
function statusProblem(check, { status, headers, body }, quote) {
    if (status === check.status)
        return undefined;
    const location = headers.location;
    const redirects = status >= 300 && status < 400 && location !== undefined;
    const to = isSecret(check) ? '' : ` to ${quote(location ?? '')}`;
    const detail = redirects
        ? ` (a redirect${to}, which is not followed)`
        : isSecret(check)
            ? ''
            : quotedBody(quote(body));
    return `answered ${status}, expected ${check.status}${detail}`;
}
function htmlProblem(check, response) {
    const wantsJson = [check.json, check['stored-secrets']].some(each => each !== undefined) || isJsonType(check.type);
    if ((!wantsJson && check.not !== 'html') || !isHtml(response))
        return undefined;
    const place = wantsJson ? 'where JSON was expected' : 'where none was expected';
    return `answered ${response.status} with HTML ${place}, probably the fallback page of a single-page app`;
}
function typeProblem(check, response, quote) {
    if (check.type === undefined)
        return undefined;
    const type = mediaType(response);
    if (type === check.type.toLowerCase())
        return undefined;
    const written = quote(response.headers['content-type'] ?? '')
        .split(';', 1)
        .join('')
        .trim();
    const got = type === '' ? 'no media type' : isSecret(check) ? 'another media type' : written;
    return `answered with ${got}, expected ${check.type}`;
}
function headersProblem(check, { headers }, quote) {
    for (const [name, expected] of Object.entries(check.headers ?? {})) {
        const value = headers[name.toLowerCase()];
        if (value === undefined)
            return `answered without the header ${name}, expected "${expected}"`;
        if (value !== expected)
            return isSecret(check)
                ? `answered with another ${name}, expected "${expected}"`
                : `answered with ${name} "${quote(value)}", expected "${expected}"${assertions_hidden(quote(value), excerpt(expected))}`;
    }
    return undefined;
}
function cookiesProblem({ cookies = [] }, { cookies: set = [], url }) {
    const read = set.map(each => cookieOf(each, url));
    for (const name of cookies) {
        const own = read.filter(each => each.name === name);
        if (own.length === 0)
            return `did not set the cookie ${name}`;
        const kept = [...Map.groupBy(own, ({ scope }) => scope).values()].flatMap(all => {
            const last = all.at(-1);
            return last === undefined || last.isDeleted ? [] : [last];
        });
        if (kept.length === 0)
            return `deleted the cookie ${name}`;
        const lacking = cookieFlags
            .filter(([, flag]) => kept.some(({ has }) => !has(flag)))
            .map(([flag]) => flag);
        if (lacking.length > 0)
            return `set the cookie ${name} without ${lacking.join(', ')}`;
    }
    return undefined;
}
const cookieFlags = [
    ['Secure', /^secure$/i],
    ['HttpOnly', /^httponly$/i],
    ['SameSite', /^samesite=(strict|lax|none)$/i],
];
function cookieOf(text, url) {
    const [pair = '', ...rest] = text.split(';');
    const attributes = rest.map(each => each.trim());
    const attribute = (pattern) => attributes.findLast(each => pattern.test(each))?.replace(/^[^=]*=\s*/, '');
    const age = attribute(/^max-age\s*=\s*-?\d+$/i);
    const hasExpired = age === undefined ? Date.parse(attribute(/^expires\s*=/i) ?? '') <= Date.now() : Number(age) <= 0;
    const { hostname, pathname } = new URL(url);
    const domain = (attribute(/^domain\s*=/i) || hostname).toLowerCase().replace(/^\./, '');
    const path = attribute(/^path\s*=\s*\//i) ?? (pathname.replace(/\/[^/]*$/, '') || '/');
    return {
        name: pair.includes('=') ? pair.split('=', 1).join('').trim() : '',
        scope: `${domain} ${path}`,
        isDeleted: /^[^=]*=\s*$/.test(pair) || hasExpired,
        has: (pattern) => attributes.some(each => pattern.test(each)),
    };
}
function storedSecretProblem(check, { body }, secretOf) {
    const expected = Object.entries(check['stored-secrets'] ?? {});
    const document = expected.length === 0 ? undefined : (0,map/* jsonIn */.Yf)(body);
    for (const [path, variable] of expected) {
        const value = valueAt(document, parseJsonPath(path) ?? []);
        if (value === undefined)
            return `answered without ${path}, expected the value of ${variable}`;
        if (value !== secretOf(variable))
            return `answered with a ${path} that is not the value of ${variable}: the application cannot decrypt it, or it was changed`;
    }
    return undefined;
}
function jsonProblem(check, { body }, quote) {
    if (check.json === undefined)
        return undefined;
    const document = (0,map/* jsonIn */.Yf)(body);
    if (document === undefined)
        return `answered with something that is not JSON${isSecret(check) ? '' : quotedBody(quote(body))}`;
    for (const [path, expected] of Object.entries(check.json)) {
        const steps = parseJsonPath(path);
        const value = steps === undefined ? undefined : valueAt(document, steps);
        if (value === undefined)
            return `answered with JSON that has no ${path}, expected ${JSON.stringify(expected)}`;
        const wanted = JSON.stringify(expected);
        if (value === expected)
            continue;
        if (isSecret(check))
            return `answered with another value for ${path}, expected ${wanted}`;
        const got = scalar(value, quote);
        return `answered with ${got} for ${path}, expected ${wanted}${assertions_hidden(got, excerpt(wanted))}`;
    }
    return undefined;
}
function bodyProblem(check, { body }, quote) {
    if (check.body === undefined || withoutNewline(body) === withoutNewline(check.body))
        return undefined;
    const expected = excerpt(check.body);
    const got = body === '' ? 'an empty body' : isSecret(check) ? 'another body' : `the body "${quote(body)}"`;
    const detail = isSecret(check) ? '' : assertions_hidden(quote(body), expected);
    return `answered with ${got}, expected "${expected}"${detail}`;
}
const assertions_hidden = (got, expected) => got === expected ? ' (they differ in whitespace or invisible characters, or after 120 characters)' : '';
const ansiCode = new RegExp(`${String.fromCodePoint(0x1b)}\\[[\\d;?]*[ -/]*[@-~]`, 'g');
function excerpt(text) {
    const line = text
        .slice(0, 4096)
        .replace(ansiCode, ' ')
        .replace(/[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}\s]+/gu, ' ')
        .trim();
    const letters = [...line];
    return letters.length > 120 ? `${letters.slice(0, 119).join('')}…` : line;
}
function quotedBody(text) {
    return text === '' ? ' (empty body)' : `: "${text}"`;
}
function scalar(value, quote) {
    if (Array.isArray(value))
        return 'a list';
    if (typeof value === 'object' && value !== null)
        return 'a map';
    return quote(JSON.stringify(value));
}
function mediaType(response) {
    return (response.headers['content-type'] ?? '').split(';', 1).join('').trim().toLowerCase();
}
function isJsonType(type = '') {
    return /^application\/([\w.-]+\+)?json$/i.test(type);
}
function isHtml(response) {
    const type = mediaType(response);
    return (type === 'text/html' ||
        type === 'application/xhtml+xml' ||
        /^\s*<(!doctype\s+html|html)\b/i.test(response.body));
}
function withoutNewline(text) {
    return text.replace(/\r?\n$/, '');
}


/***/ }),

/***/ 31626:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $N: () => (/* binding */ sentenceOf),
/* harmony export */   $z: () => (/* binding */ causedBy),
/* harmony export */   Bg: () => (/* binding */ resultOf),
/* harmony export */   IP: () => (/* binding */ isSafe),
/* harmony export */   JM: () => (/* binding */ mayBeFaultOfRelease),
/* harmony export */   JT: () => (/* binding */ runChecks),
/* harmony export */   Qk: () => (/* binding */ revocationName),
/* harmony export */   ZK: () => (/* binding */ requestName),
/* harmony export */   fq: () => (/* binding */ pauseBetween),
/* harmony export */   kA: () => (/* binding */ ask),
/* harmony export */   uX: () => (/* binding */ longestAttempt)
/* harmony export */ });
/* harmony import */ var _toolkit_quantile_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(35831);
/* harmony import */ var _assertions_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(78155);


const isSafe = ({ method }) => method === undefined || method === 'HEAD';
const resultOf = (part, title, found, attempts, ms) => ({ part, title, ok: found.reason === undefined, ...found, attempts, ms });
const requestName = ({ method, get, as }) => `${method ?? 'GET'} ${get}${as === undefined ? '' : ` as ${as}`}`;
const revocationName = (request, revoke) => `${requestName(request)} after ${requestName(revoke)}`;
const mayBeFaultOfRelease = ({ ok, cause, skipped }) => !ok && skipped !== true && cause !== 'environment';
const sentenceOf = (result) => `${result.title} ${result.reason}`;
const causedBy = (answer) => !answer.ok && answer.unsent === true
    ? { cause: 'environment', ...(answer.expired === true ? {} : { skipped: true }) }
    : {};
const pauseBetween = 250;
const longestAttempt = 10_000;
const mostMeasurements = 3;
function runChecks(checks, send, clock, judge = _assertions_js__WEBPACK_IMPORTED_MODULE_0__/* .assess */ .no) {
    return Promise.all(checks.map(check => runCheck(check, send, clock, judge)));
}
async function runCheck(check, send, clock, judge) {
    const start = clock.now();
    const asked = { title: requestName(check), check };
    let measured = 0;
    const limit = check['faster-than'];
    let found;
    for (let attempts = 1;; attempts++) {
        const left = check['retry-for'] - (clock.now() - start);
        const within = Math.max(1, Math.ceil(Math.min(left, longestAttempt)));
        const answer = await ask(check, send, within, judge);
        if (answer.ok) {
            const { requests, ...latency } = limit === undefined ? { requests: 0 } : await measure(check, limit, send, clock, judge);
            attempts += requests;
            measured += 1;
            found = latency;
        }
        else if (found === undefined || answer.timedOut !== true || within === longestAttempt) {
            found = { reason: answer.reason, ...causedBy(answer) };
        }
        const ms = clock.now() - start;
        const ok = found.reason === undefined;
        if (ok || !isSafe(check) || ms + pauseBetween >= check['retry-for'] || measured >= mostMeasurements)
            return { ...asked, ok, ...found, attempts, ms };
        await clock.sleep(pauseBetween);
    }
}
async function ask(check, send, timeoutMs = longestAttempt, judge = _assertions_js__WEBPACK_IMPORTED_MODULE_0__/* .assess */ .no) {
    const answer = await send(check, timeoutMs);
    return answer.ok ? judge(check, answer.response) : answer;
}
async function measure(check, limit, send, clock, judge) {
    const { times = 20 } = check;
    const allowed = Math.floor(times * 0.05);
    const took = [];
    let slow = 0;
    while (took.length < times) {
        const start = clock.now();
        const answer = await send(check, longestAttempt);
        const ms = clock.now() - start;
        took.push(ms);
        const requests = took.length;
        const assessment = answer.ok ? judge(check, answer.response) : answer;
        if (!assessment.ok) {
            const reason = `${assessment.reason}, at request ${requests} of ${times}`;
            return { requests, reason, ...causedBy(assessment) };
        }
        slow += ms > limit ? 1 : 0;
        if (slow > allowed)
            return {
                requests,
                reason: `took longer than ${limit} ms in ${slow} of ${requests} requests; 95 % of ${times} must be faster`,
            };
    }
    return {
        requests: times,
        detail: `95 % of ${times} requests within ${Math.ceil((0,_toolkit_quantile_js__WEBPACK_IMPORTED_MODULE_1__/* .quantile */ .Y)(took, 0.95) ?? 0)} ms`,
    };
}


/***/ }),

/***/ 60311:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Y7: () => (/* binding */ withoutPort),
/* harmony export */   dy: () => (/* binding */ probe),
/* harmony export */   o4: () => (/* binding */ withoutBrackets)
/* harmony export */ });
/* unused harmony exports largestBody, answerOf */
/* harmony import */ var _toolkit_body_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(5346);

const largestBody = 1024 * 1024;
async function probe(request) {
    const { base, host, path, timeoutMs, limit = largestBody, keep = limit } = request;
    const signal = AbortSignal.timeout(timeoutMs);
    try {
        const message = await send(request, signal);
        let bytes = 0;
        const start = async function* () {
            for await (const chunk of message) {
                bytes += chunk.length;
                if (bytes > limit)
                    throw new BodyTooLarge(limit);
                if (bytes - chunk.length < keep)
                    yield chunk;
            }
        };
        const body = await (0,_toolkit_body_js__WEBPACK_IMPORTED_MODULE_0__/* .readUpTo */ .V)(start(), limit, () => new BodyTooLarge(limit));
        const headers = Object.entries(message.headers).map(([name, value]) => [name, [value].flat().join(', ')]);
        const url = `${base.protocol}//${host ?? base.host}${joined(base, path)}`;
        return {
            ok: true,
            response: {
                status: message.statusCode ?? 0,
                headers: Object.fromEntries(headers),
                cookies: message.headers['set-cookie'] ?? [],
                body: body.toString('utf8'),
                bytes,
                url,
            },
        };
    }
    catch (error) {
        if (signal.aborted)
            return { ok: false, reason: `did not answer within ${timeoutMs} ms`, timedOut: true };
        if (!(error instanceof Error))
            throw error;
        return answerOf(error, base);
    }
}
function answerOf(error, base) {
    const reason = failure(error, base);
    const code = 'code' in error ? String(error.code) : '';
    if (/^CERT_(HAS_EXPIRED|NOT_YET_VALID)$/.test(code))
        return { ok: false, reason, unsent: true, expired: true };
    return { ok: false, reason, ...(/^(EAI_AGAIN|ENOTFOUND)$/.test(code) ? { unsent: true } : {}) };
}
async function send({ base, host, path, method = 'GET', body, headers, ca }, signal) {
    const secure = base.protocol === 'https:';
    const { request } = await (secure ? Promise.resolve(/* import() */).then(__webpack_require__.t.bind(__webpack_require__, 44708, 19)) : Promise.resolve(/* import() */).then(__webpack_require__.t.bind(__webpack_require__, 37067, 19)));
    const name = withoutPort(host ?? base.host);
    const options = {
        hostname: withoutBrackets(base.hostname),
        port: base.port === '' ? (secure ? 443 : 80) : base.port,
        path: joined(base, path),
        method,
        agent: false,
        signal,
        headers: {
            host: host ?? base.host,
            accept: '*/*',
            'accept-encoding': 'identity',
            'user-agent': 'slipway-verify',
            ...headers,
            ...(body === undefined ? {} : { 'content-length': Buffer.byteLength(body) }),
        },
        ...(secure && ca !== undefined ? { ca } : {}),
        ...(secure && !isAddress(name) ? { servername: name } : {}),
    };
    return new Promise((resolve, reject) => {
        const outgoing = request(options);
        outgoing.once('response', resolve);
        outgoing.on('error', reject);
        outgoing.end(body);
    });
}
class BodyTooLarge extends Error {
    limit;
    constructor(limit) {
        super();
        this.limit = limit;
    }
}
function failure(error, base) {
    if (error instanceof BodyTooLarge)
        return `answered with a body larger than ${error.limit / largestBody} MiB`;
    const code = 'code' in error ? String(error.code) : '';
    const where = base.host;
    switch (code) {
        case 'ECONNREFUSED':
            return `could not be sent: ${where} refused the connection`;
        case 'ECONNRESET':
        case 'EPIPE':
            return `got an incomplete answer: ${where} closed the connection`;
        case 'ENOTFOUND':
        case 'EAI_AGAIN':
            return `could not be sent: the name ${base.hostname} cannot be resolved`;
        case 'EHOSTUNREACH':
        case 'ENETUNREACH':
        case 'ETIMEDOUT':
            return `could not be sent: ${where} cannot be reached`;
        case 'EPROTO':
            return `could not be sent: ${where} does not speak TLS`;
        default:
            if (code.startsWith('HPE_'))
                return `got an answer that is not valid HTTP: ${error.message.replace(/^Parse Error: /, '')}`;
            return /CERT|SSL|TLS|SELF_SIGNED|ALTNAME/.test(code)
                ? `could not be sent: TLS with ${where} failed (${error.message})`
                : `could not be sent: ${error.message}`;
    }
}
function joined(base, path) {
    return `${base.pathname.replace(/\/$/, '')}${path}`;
}
const withoutBrackets = (host) => host.replace(/^\[|\]$/g, '');
const withoutPort = (host) => host.replace(/:\d+$/, '');
function isAddress(name) {
    return /^[\d.]+$/.test(name) || name.startsWith('[');
}


/***/ }),

/***/ 10794:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   addressProblem: () => (/* binding */ addressProblem),
/* harmony export */   atAddress: () => (/* binding */ atAddress),
/* harmony export */   checkTargetOf: () => (/* binding */ checkTargetOf),
/* harmony export */   direct: () => (/* binding */ direct),
/* harmony export */   placesOf: () => (/* binding */ placesOf),
/* harmony export */   throughApiServer: () => (/* binding */ throughApiServer),
/* harmony export */   withCa: () => (/* binding */ withCa)
/* harmony export */ });
/* harmony import */ var _cluster_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(20553);
/* harmony import */ var _cluster_resources_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(14485);
/* harmony import */ var _cluster_retry_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(22882);
/* harmony import */ var _toolkit_environment_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(24297);
/* harmony import */ var _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(92317);
/* harmony import */ var _toolkit_map_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(60630);
/* harmony import */ var _assertions_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(78155);
/* harmony import */ var _http_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(60311);








async function checkTargetOf(cluster, environment) {
    const { verify } = environment;
    if (verify?.from === 'service' && verify.url === undefined)
        return throughApiServer(cluster, environment);
    const [place] = await placesOf(cluster, environment);
    return direct(place);
}
async function placesOf(cluster, environment) {
    const { url } = environment.verify ?? {};
    return url === undefined ? ofGateway(cluster, environment) : [{ base: new URL(url) }];
}
async function addressProblem(cluster, environment) {
    const { namespace, route, verify } = environment;
    if (route === undefined || verify?.from !== 'gateway' || verify.url !== undefined)
        return undefined;
    const found = await (0,_toolkit_errors_js__WEBPACK_IMPORTED_MODULE_4__/* .userErrorOf */ .zb)(async () => {
        const live = await cluster.get((0,_cluster_resources_js__WEBPACK_IMPORTED_MODULE_1__/* .pathOf */ .XM)(_cluster_resources_js__WEBPACK_IMPORTED_MODULE_1__/* .resources */ .ES.httpRoute, namespace, route.name));
        return live && ofGateway(cluster, environment);
    });
    return found instanceof _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_4__/* .UserError */ .yo && !(found instanceof _cluster_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .MissingPermission */ .cb) ? found : undefined;
}
function withCa(place, { ca }, env) {
    const pem = ca === undefined ? '' : (0,_toolkit_environment_js__WEBPACK_IMPORTED_MODULE_3__/* .variableIn */ .S)(ca, env ?? process.env);
    return pem === '' ? place : { ...place, ca: pem };
}
function direct(place) {
    const { base, host } = place;
    const request = (each, timeoutMs) => (0,_http_js__WEBPACK_IMPORTED_MODULE_6__/* .probe */ .dy)({ ...place, ...each, timeoutMs });
    return {
        address: host === undefined ? base.href : `${base.href} as ${host}`,
        send: sendBy(request),
        request,
        place,
    };
}
const sendBy = (request) => ({ get: path, method = 'GET' }, timeoutMs) => request({ path, method }, timeoutMs);
function atAddress({ base, host, ...rest }, address) {
    const at = new URL(base);
    at.host = address.split(':').length > 2 && !address.startsWith('[') ? `[${address}]` : address;
    return { ...rest, base: at, host: host ?? base.host };
}
async function ofGateway(cluster, { namespace, route }) {
    const name = route?.name ?? '';
    const object = await cluster.get((0,_cluster_resources_js__WEBPACK_IMPORTED_MODULE_1__/* .pathOf */ .XM)(_cluster_resources_js__WEBPACK_IMPORTED_MODULE_1__/* .resources */ .ES.httpRoute, namespace, name));
    if (object === undefined)
        throw new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_4__/* .UserError */ .yo(`HTTPRoute/${name} does not exist in namespace ${namespace}`, 'add it to the manifests');
    const remedy = 'set `verify.url` in slipway.yml to the address that users request';
    const parent = object.spec?.parentRefs?.find(({ kind = 'Gateway' }) => kind === 'Gateway');
    if (parent === undefined)
        throw new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_4__/* .UserError */ .yo(`HTTPRoute/${name} names no Gateway in its parentRefs`, `add one, or ${remedy}`);
    const gateway = await cluster.get((0,_cluster_resources_js__WEBPACK_IMPORTED_MODULE_1__/* .pathOf */ .XM)(_cluster_resources_js__WEBPACK_IMPORTED_MODULE_1__/* .resources */ .ES.gateway, parent.namespace ?? namespace, parent.name));
    const [first, ...more] = gateway?.status?.addresses?.map(({ value }) => value) ?? [];
    const wanted = object.spec?.hostnames?.[0];
    const listeners = (gateway?.spec?.listeners ?? []).filter(({ name: section, port, hostname }) => (parent.sectionName === undefined || section === parent.sectionName) &&
        (parent.port === undefined || port === parent.port) &&
        serves(hostname, wanted));
    const listener = listeners.find(isSecure) ?? listeners[0];
    const problem = (what) => new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_4__/* .UserError */ .yo(`Gateway/${parent.name} of HTTPRoute/${name} has ${what}`, remedy);
    if (first === undefined)
        throw problem('no address in its status');
    if (listener === undefined)
        throw problem('no matching listener');
    const scheme = isSecure(listener) ? 'https' : 'http';
    const host = (wanted ?? listener.hostname)?.replace(/^\*\./, 'slipway.');
    const at = (address) => {
        const text = `${scheme}://${address.includes(':') ? `[${address}]` : address}:${listener.port}`;
        const base = URL.parse(text);
        if (base === null || base.pathname !== '/' || base.username !== '')
            throw problem('an invalid address in its status');
        return { base, ...(host === undefined ? {} : { host }) };
    };
    return [at(first), ...more.map(at)];
}
const isSecure = ({ protocol }) => /^(HTTPS|TLS)$/.test(protocol);
function serves(listening, host) {
    if (listening === undefined || host === undefined || listening === host)
        return true;
    const below = (wide, name) => wide.startsWith('*.') && name.endsWith(wide.slice(1));
    return below(listening, host) || below(host, listening);
}
async function throughApiServer(cluster, { namespace, service = '' }) {
    const object = await cluster.get((0,_cluster_resources_js__WEBPACK_IMPORTED_MODULE_1__/* .pathOf */ .XM)(_cluster_resources_js__WEBPACK_IMPORTED_MODULE_1__/* .resources */ .ES.service, namespace, service));
    const port = portOf(object?.spec?.ports ?? []);
    if (port === undefined) {
        throw new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_4__/* .UserError */ .yo(`Service/${service} ${object === undefined ? 'does not exist' : 'has no port'} in namespace ${namespace}`, 'add the Service and its port to the manifests');
    }
    const rootOf = (protocol) => `${(0,_cluster_resources_js__WEBPACK_IMPORTED_MODULE_1__/* .pathOf */ .XM)(_cluster_resources_js__WEBPACK_IMPORTED_MODULE_1__/* .resources */ .ES.service, namespace, `${protocol}${service}:${port.port}`)}/proxy`;
    let root = rootOf(usesTls(port) ? 'https:' : '');
    const request = async ({ path, headers: own, method = 'GET' }, timeoutMs) => {
        if (method !== 'GET')
            return { ok: false, reason: 'cannot be sent: through the API server, Slipway sends only GET' };
        const signal = AbortSignal.timeout(timeoutMs);
        const headers = { accept: '*/*', ...own };
        try {
            const ask = () => cluster.fetch(`${root}${path}`, signal, { method, headers });
            let answer = await ask();
            if (speaksNoTls.test(proxyProblem(answer) ?? '')) {
                root = rootOf('');
                answer = await ask();
            }
            if ((0,_cluster_retry_js__WEBPACK_IMPORTED_MODULE_2__/* .isForAbsent */ .Js)(answer))
                return unsent((0,_assertions_js__WEBPACK_IMPORTED_MODULE_5__/* .excerpt */ .Kb)(answer.body));
            const why = proxyProblem(answer);
            if (why !== undefined)
                return { ok: false, reason: `got no answer from a pod: ${why}` };
            const response = { ...answer, headers: headersAsSent(answer.headers, root), url: `${service}${path}` };
            return { ok: true, response };
        }
        catch (error) {
            const { message } = error;
            const timedOut = signal.aborted ? { timedOut: true } : undefined;
            if (!(await answersItself(cluster)))
                return { ...unsent(message), ...timedOut };
            const reason = timedOut
                ? `did not answer within ${timeoutMs} ms`
                : `got an incomplete answer through the API server: ${message}`;
            return { ok: false, reason, ...timedOut };
        }
    };
    return {
        address: `Service/${service}, port ${port.port}, through the API server`,
        send: sendBy(request),
        request,
    };
}
const portOf = (ports) => {
    const main = ports.filter(({ name = '' }) => !/metrics|monitor|prom|admin|manage|health|debug|grpc/.test(name));
    return (ports.find(({ name }) => name === 'http') ??
        main.find(({ appProtocol }) => appProtocol === 'http') ??
        main[0] ??
        ports[0]);
};
const speaksNoTls = /server gave HTTP response to HTTPS client|does not look like a TLS handshake/;
function usesTls({ name, port, targetPort, appProtocol }) {
    const protocol = [appProtocol, targetPort, name].find(each => each === 'http' || each === 'https');
    return protocol === undefined ? port === 443 : protocol === 'https';
}
function proxyProblem({ status, body }) {
    if (status !== 503)
        return undefined;
    const { kind, message } = (0,_toolkit_map_js__WEBPACK_IMPORTED_MODULE_7__/* .jsonMap */ .vM)(body) ?? {};
    const isOwn = /^(error trying to reach service|no endpoints available for service)/.test(String(message));
    return kind === 'Status' && isOwn ? (0,_assertions_js__WEBPACK_IMPORTED_MODULE_5__/* .excerpt */ .Kb)(String(message)) : undefined;
}
const headersAsSent = (headers, root) => Object.fromEntries(Object.entries(headers).flatMap(([name, value]) => {
    if (name === 'location' && value.startsWith(`${root}/`))
        return [[name, value.slice(root.length)]];
    if (name !== 'cache-control')
        return [[name, value]];
    const sent = value.replace(/^no-cache, private(, |$)/, '');
    return sent === '' ? [] : [[name, sent]];
}));
const unsent = (why) => ({ ok: false, reason: `could not be sent through the API server: ${why}`, unsent: true });
const ownAnswer = 5_000;
const answersItself = (cluster) => cluster.fetch('/version', AbortSignal.timeout(ownAnswer)).then(answer => answer.status < 500 && !(0,_cluster_retry_js__WEBPACK_IMPORTED_MODULE_2__/* .isForAbsent */ .Js)(answer), () => false);


/***/ })

};
