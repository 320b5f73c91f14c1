export const id = 794;
export const ids = [794];
export const modules = {

/***/ 60311:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Y7: () => (/* binding */ withoutPort),
/* harmony export */   dy: () => (/* binding */ probe),
/* harmony export */   o4: () => (/* binding */ withoutBrackets)
/* harmony export */ });
/* unused harmony export largestBody */
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
            return { ok: false, reason: `did not answer within ${timeoutMs} ms` };
        if (!(error instanceof Error))
            throw error;
        const expired = 'code' in error && error.code === 'CERT_HAS_EXPIRED';
        return { ok: false, reason: failure(error, base), ...(expired ? { unsent: true, expired } : {}) };
    }
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
/* harmony export */   checkTargetOf: () => (/* binding */ checkTargetOf),
/* harmony export */   direct: () => (/* binding */ direct),
/* harmony export */   elsewhere: () => (/* binding */ elsewhere),
/* harmony export */   placesOf: () => (/* binding */ placesOf),
/* harmony export */   throughApiServer: () => (/* binding */ throughApiServer),
/* harmony export */   withCa: () => (/* binding */ withCa)
/* harmony export */ });
/* harmony import */ var _cluster_resources_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(14485);
/* harmony import */ var _toolkit_environment_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(24297);
/* harmony import */ var _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(92317);
/* harmony import */ var _http_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(60311);




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
function withCa(place, { ca }, env) {
    const pem = ca === undefined ? '' : (0,_toolkit_environment_js__WEBPACK_IMPORTED_MODULE_1__/* .variableIn */ .S)(ca, env ?? process.env);
    return pem === '' ? place : { ...place, ca: pem };
}
function direct(place) {
    const { base, host } = place;
    const request = (each, timeoutMs) => (0,_http_js__WEBPACK_IMPORTED_MODULE_3__/* .probe */ .dy)({ ...place, ...each, timeoutMs });
    return {
        address: host === undefined ? base.href : `${base.href} as ${host}`,
        send: sendBy(request),
        request,
        place,
    };
}
const sendBy = (request) => ({ get: path, method = 'GET' }, timeoutMs) => request({ path, method }, timeoutMs);
function elsewhere({ base, host, ...rest }, address) {
    const at = new URL(base);
    at.host = address.split(':').length > 2 && !address.startsWith('[') ? `[${address}]` : address;
    return { ...rest, base: at, host: host ?? base.host };
}
async function ofGateway(cluster, { namespace, route }) {
    const name = route?.name ?? '';
    const object = await cluster.get((0,_cluster_resources_js__WEBPACK_IMPORTED_MODULE_0__/* .pathOf */ .XM)(_cluster_resources_js__WEBPACK_IMPORTED_MODULE_0__/* .resources */ .ES.httpRoute, namespace, name));
    if (object === undefined)
        throw new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .UserError */ .yo(`HTTPRoute/${name} does not exist in namespace ${namespace}`, 'add it to the manifests');
    const parent = object.spec?.parentRefs?.[0];
    if (parent === undefined)
        throw new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .UserError */ .yo(`HTTPRoute/${name} names no Gateway`, 'add parentRefs to it');
    const gateway = await cluster.get((0,_cluster_resources_js__WEBPACK_IMPORTED_MODULE_0__/* .pathOf */ .XM)(_cluster_resources_js__WEBPACK_IMPORTED_MODULE_0__/* .resources */ .ES.gateway, parent.namespace ?? namespace, parent.name));
    const [first, ...more] = gateway?.status?.addresses?.map(({ value }) => value) ?? [];
    const wanted = object.spec?.hostnames?.[0];
    const listeners = (gateway?.spec?.listeners ?? []).filter(({ name: section, port, hostname }) => (parent.sectionName === undefined || section === parent.sectionName) &&
        (parent.port === undefined || port === parent.port) &&
        serves(hostname, wanted));
    const listener = listeners.find(isSecure) ?? listeners[0];
    const problem = (what) => new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .UserError */ .yo(`Gateway/${parent.name} of HTTPRoute/${name} has ${what}`, 'set `verify.url` in slipway.yml to the address that users request');
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
    const object = await cluster.get((0,_cluster_resources_js__WEBPACK_IMPORTED_MODULE_0__/* .pathOf */ .XM)(_cluster_resources_js__WEBPACK_IMPORTED_MODULE_0__/* .resources */ .ES.service, namespace, service));
    const ports = object?.spec?.ports ?? [];
    const port = ports.find(({ name }) => name === 'http') ?? ports[0];
    if (port === undefined) {
        throw new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .UserError */ .yo(`Service/${service} ${object === undefined ? 'does not exist' : 'has no port'} in namespace ${namespace}`, 'add the Service and its port to the manifests');
    }
    const root = `${(0,_cluster_resources_js__WEBPACK_IMPORTED_MODULE_0__/* .pathOf */ .XM)(_cluster_resources_js__WEBPACK_IMPORTED_MODULE_0__/* .resources */ .ES.service, namespace, `${service}:${port.port}`)}/proxy`;
    const request = async ({ path, headers = {}, method = 'GET' }, timeoutMs) => {
        if (method !== 'GET')
            return { ok: false, reason: 'cannot be posted through the API server' };
        try {
            const answer = await cluster.fetch(`${root}${path}`, AbortSignal.timeout(timeoutMs), {
                method,
                headers,
            });
            return { ok: true, response: { ...answer, url: `${service}${path}` } };
        }
        catch (error) {
            const reason = `could not be sent through the API server: ${error.message}`;
            return { ok: false, reason, unsent: true };
        }
    };
    return {
        address: `Service/${service} through the API server`,
        send: sendBy(request),
        request,
    };
}


/***/ })

};
