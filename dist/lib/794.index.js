export const id = 794;
export const ids = [794];
export const modules = {

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
