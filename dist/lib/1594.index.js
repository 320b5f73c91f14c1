export const id = 1594;
export const ids = [1594];
export const modules = {

/***/ 51594:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   functionalCheck: () => (/* binding */ functionalCheck)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(77598);
/* harmony import */ var _toolkit_map_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(60630);
/* harmony import */ var _verify_http_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(60311);



function functionalCheck({ base, host, ready, 'known-record': path, 'known-value': value, write }, known, report = () => undefined) {
    let before = known;
    let told = '';
    const tell = (line) => {
        if (line !== told)
            report(line);
        told = line;
    };
    const ask = async (path, timeoutMs, posted) => {
        const answer = await (0,_verify_http_js__WEBPACK_IMPORTED_MODULE_1__/* .probe */ .dy)({
            base,
            path,
            timeoutMs,
            ...(host && { host }),
            ...(posted && { method: 'POST', body: posted, headers: { 'content-type': 'application/json' } }),
        });
        if (!answer.ok)
            return { fault: `${path} ${answer.reason}` };
        const { status, body } = answer.response;
        if (status >= 200 && status < 300)
            return { body };
        tell(`${path} returned ${status}: ${body.slice(0, 120)}`);
        return { fault: `${path} returned ${status}` };
    };
    const check = {
        read: patience => ask(path, patience),
        remember: async (patience) => {
            const { fault, body } = await ask(path, patience);
            before = known ?? body;
            return fault;
        },
        ready: async (patience) => (await ask(ready, patience)).fault,
        knownRecord: async (patience) => {
            const { fault, body } = await ask(path, patience);
            if (fault !== undefined)
                return fault;
            if (value !== undefined && body?.includes(value) !== true)
                return `${path} does not contain \`known-value\``;
            return body === before ? undefined : `${path} has changed`;
        },
        fresh: write &&
            (async (patience) => {
                const put = await check.put(patience);
                return 'fault' in put ? put.fault : check.holds(put.kept, patience);
            }),
        put: async (patience) => {
            if (write === undefined)
                return { fault: 'slipway.yml does not say how to write a record' };
            const token = (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.randomUUID)();
            const written = await ask(write.path, patience, write.body.replaceAll('{token}', token));
            if (written.body === undefined)
                return { fault: written.fault };
            const id = (0,_toolkit_map_js__WEBPACK_IMPORTED_MODULE_2__/* .jsonMap */ .vM)(written.body)?.[write.id];
            if (typeof id !== 'string' && typeof id !== 'number')
                return { fault: `${write.path} did not return the field ${write.id}` };
            return { kept: { path: write.read.replaceAll('{id}', encodeURIComponent(id)), token } };
        },
        holds: async ({ path, token }, patience) => {
            const { fault, body } = await ask(path, patience);
            if (fault !== undefined)
                return fault;
            return body?.includes(token) ? undefined : `${path} does not contain the written value`;
        },
        whole: async (patience) => {
            const all = await Promise.all([
                check.ready(patience),
                check.knownRecord(patience),
                check.fresh?.(patience),
            ]);
            return all.find(each => each !== undefined);
        },
    };
    return check;
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


/***/ })

};
