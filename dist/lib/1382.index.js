export const id = 1382;
export const ids = [1382,5720];
export const modules = {

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

/***/ 37971:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   FD: () => (/* binding */ hasOneAddress),
/* harmony export */   ps: () => (/* binding */ endpointFields),
/* harmony export */   wD: () => (/* binding */ checkLogin)
/* harmony export */ });
/* harmony import */ var _formats_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(18464);

const endpointFields = {
    service: _formats_js__WEBPACK_IMPORTED_MODULE_0__/* .proxiedServiceSchema */ .Qk.exactOptional().meta({
        description: "A Service with its namespace and port, reached through the API server's proxy.",
        example: 'monitoring/alertmanager:9093',
    }),
    url: _formats_js__WEBPACK_IMPORTED_MODULE_0__/* .addressSchema */ .oL.exactOptional().meta({
        description: 'An address that the runner can reach.',
        example: 'https://alertmanager.example.com',
    }),
    token: _formats_js__WEBPACK_IMPORTED_MODULE_0__/* .environmentVariableSchema */ .fj.exactOptional().meta({
        description: 'The environment variable that holds a bearer token for `url`; with `NAME_FILE` instead, the path of a file that is read again for each request.',
        example: 'ALERTMANAGER_TOKEN',
    }),
    ca: _formats_js__WEBPACK_IMPORTED_MODULE_0__/* .environmentVariableSchema */ .fj.exactOptional().meta({
        description: 'The environment variable that holds the CA certificates for `url`, as PEM. Default: those of the system.',
        example: 'MONITORING_CA',
    }),
    certificate: _formats_js__WEBPACK_IMPORTED_MODULE_0__/* .environmentVariableSchema */ .fj.exactOptional().meta({
        description: 'The environment variable that holds a client certificate for `url`, as PEM; it needs `key`.',
        example: 'MONITORING_CERTIFICATE',
    }),
    key: _formats_js__WEBPACK_IMPORTED_MODULE_0__/* .environmentVariableSchema */ .fj.exactOptional().meta({
        description: 'The environment variable that holds the key of `certificate`, as PEM.',
        example: 'MONITORING_KEY',
    }),
};
const hasOneAddress = ({ service, url }) => (service === undefined) !== (url === undefined);
function checkLogin(endpoint, { addIssue }) {
    const { service, url, token, ca, certificate, key, sigv4 } = endpoint;
    const settings = Object.entries({ token, ca, certificate, key, sigv4 }).flatMap(([name, value]) => value === undefined ? [] : [name]);
    const [first] = settings;
    if ((certificate === undefined) !== (key === undefined))
        addIssue('has `certificate` or `key` alone; name a variable for each of them');
    else if (token !== undefined && sigv4 !== undefined)
        addIssue('has both `token` and `sigv4`; remove one of them');
    else if (first !== undefined && service !== undefined)
        addIssue(`has \`${first}\` with \`service\`, but the API server's proxy forwards no credentials; write \`url\` instead, or remove \`${first}\``);
    else if (first !== undefined && url?.startsWith('https:') === false)
        addIssue(`would send \`${first}\` to a \`url\` without TLS; write an https address, or remove \`${first}\``);
}


/***/ }),

/***/ 18464:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Bw: () => (/* binding */ daysSchema),
/* harmony export */   Et: () => (/* binding */ imageReferenceSchema),
/* harmony export */   GQ: () => (/* binding */ manifestPathSchema),
/* harmony export */   Gm: () => (/* binding */ unversionedSchema),
/* harmony export */   Gx: () => (/* binding */ labelSchema),
/* harmony export */   LU: () => (/* binding */ atLeastOne),
/* harmony export */   Og: () => (/* binding */ headerNameSchema),
/* harmony export */   Qd: () => (/* binding */ metadataNameSchema),
/* harmony export */   Qk: () => (/* binding */ proxiedServiceSchema),
/* harmony export */   Qq: () => (/* binding */ text),
/* harmony export */   SH: () => (/* binding */ argumentNameSchema),
/* harmony export */   XI: () => (/* binding */ bytesSchema),
/* harmony export */   _L: () => (/* binding */ repositorySchema),
/* harmony export */   c$: () => (/* binding */ querySchema),
/* harmony export */   fj: () => (/* binding */ environmentVariableSchema),
/* harmony export */   gq: () => (/* binding */ requestPathSchema),
/* harmony export */   hw: () => (/* binding */ relativePathSchema),
/* harmony export */   it: () => (/* binding */ stageSchema),
/* harmony export */   n4: () => (/* binding */ secretIdSchema),
/* harmony export */   nJ: () => (/* binding */ percentSchema),
/* harmony export */   oL: () => (/* binding */ addressSchema),
/* harmony export */   pz: () => (/* binding */ percentOr),
/* harmony export */   sJ: () => (/* binding */ mediaTypeSchema),
/* harmony export */   sK: () => (/* binding */ durationSchema),
/* harmony export */   t1: () => (/* binding */ daysInMilliseconds),
/* harmony export */   vS: () => (/* binding */ pathPatternSchema),
/* harmony export */   vd: () => (/* binding */ platformSchema),
/* harmony export */   x0: () => (/* binding */ objectSchema),
/* harmony export */   x7: () => (/* binding */ fileNameSchema),
/* harmony export */   yu: () => (/* binding */ booleanSchema),
/* harmony export */   zT: () => (/* binding */ serverSchema),
/* harmony export */   zg: () => (/* binding */ jsonPathSchema)
/* harmony export */ });
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(88343);
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(88532);
/* harmony import */ var _duration_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(95126);


const label = '[a-z0-9]([-a-z0-9]*[a-z0-9])?';
const labelSchema = (noun, longest = 63) => text(new RegExp(`^${label}$`), {
    problem: `is not ${noun}`,
    remedy: `use lower-case letters, digits and "-", at most ${longest} characters`,
    longest,
});
const objectSchema = (kinds, example) => {
    const [first, ...others] = kinds;
    const last = others.pop();
    const listed = last === undefined ? first : `${[first, ...others].join(', ')} or ${last}`;
    const name = `${label}(\\.${label})*`;
    const written = text(new RegExp(last === undefined ? `^${first}/${name}$` : `^(${kinds.join('|')})/${name}$`), {
        problem: `is not a ${listed}`,
        remedy: `write ${last === undefined ? first : 'Kind'}/name, such as ${first}/${example}`,
        longest: Math.max(...kinds.map(({ length }) => length)) + 1 + 253,
    });
    return zod__WEBPACK_IMPORTED_MODULE_1__/* .codec */ .rLB(written, zod__WEBPACK_IMPORTED_MODULE_1__/* .object */ .Ikc({ kind: zod__WEBPACK_IMPORTED_MODULE_1__/* ["enum"] */ .k5n(kinds), name: zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP() }), {
        decode: object => {
            const slash = object.indexOf('/');
            return { kind: object.slice(0, slash), name: object.slice(slash + 1) };
        },
        encode: object => `${object.kind}/${object.name}`,
    });
};
const durationSchema = zod__WEBPACK_IMPORTED_MODULE_1__/* .codec */ .rLB(text(_duration_js__WEBPACK_IMPORTED_MODULE_0__/* .durationPattern */ .Zq, {
    problem: 'is not a duration',
    remedy: 'write numbers with units, such as 250ms, 30s, 5m or 1h30m',
}), zod__WEBPACK_IMPORTED_MODULE_1__/* .custom */ .IeY(value => typeof value === 'number'), {
    decode: (written, { issues }) => {
        const duration = (0,_duration_js__WEBPACK_IMPORTED_MODULE_0__/* .parseDuration */ .E9)(written);
        if (duration !== undefined)
            return duration;
        const message = 'is out of range; choose a duration above 0 and at most 24h';
        issues.push({ code: 'custom', message, input: written });
        return zod__WEBPACK_IMPORTED_MODULE_2__/* .NEVER */ .tm;
    },
    encode: duration => `${duration}ms`,
});
const daysSchema = text(/^[1-9][0-9]{0,2}d$/, {
    problem: 'is not a number of days',
    remedy: 'write days such as 7d, at most 999d',
});
const daysInMilliseconds = daysSchema.transform(days => Number.parseInt(days, 10) * 86_400_000);
const host = '[A-Za-z0-9]([-A-Za-z0-9]*[A-Za-z0-9])?(\\.[A-Za-z0-9]([-A-Za-z0-9]*[A-Za-z0-9])?)*';
const part = '[a-z0-9]+((\\.|_|__|-+)[a-z0-9]+)*';
const repositorySchema = text(new RegExp(`^(${host}(:[0-9]{1,5})?/)?${part}(/${part})*$`), {
    problem: 'is not a repository',
    remedy: 'write registry/path in lower case without tag or digest, such as ghcr.io/acme/shop',
    longest: 255,
});
const manifestPathSchema = text(/^(?!\/)(?!.*:\/\/)[^\\\p{Cc}]+$/u, {
    problem: 'is not a relative path',
    remedy: 'write a path relative to slipway.yml with "/", such as deploy/',
});
const relativePathSchema = text(/^(?!\/)(?!.*:\/\/)(?!(.*\/)?\.\.(\/|$))[^\\\p{Cc}]+$/u, {
    problem: 'is not a path below slipway.yml',
    remedy: 'write a relative path with "/" and without "..", such as web',
});
const fileNameSchema = text(/^(?!\/)(?!(.*\/)?\.\.(\/|$))[^\\\p{Cc}]*[^\\/\p{Cc}]$/u, {
    problem: 'is not the name of a file',
    remedy: 'write a relative path with "/" and without "..", such as Dockerfile',
});
const pathPatternSchema = text(/^!?(?!\/)(?!(.*\/)?\.\.(\/|$))[^\\\p{Cc}!][^\\\p{Cc}]*$/u, {
    problem: 'is not a pattern of paths',
    remedy: 'write paths relative to the root of the repository, such as libs or !**/*.md',
});
const stageSchema = text(/^[A-Za-z][A-Za-z0-9_.-]*$/, {
    problem: 'is not the name of a stage',
    remedy: 'write the name after AS in the Dockerfile, such as runtime',
});
const platformSchema = text(/^[a-z0-9]+\/[a-z0-9]+(\/v[0-9]+)?$/, {
    problem: 'is not a platform',
    remedy: 'write os/architecture, such as linux/amd64 or linux/arm64',
});
const argumentNameSchema = text(/^[A-Za-z_][A-Za-z0-9_]*$/, {
    problem: 'is not the name of a build argument',
    remedy: 'use letters, digits and "_", such as NODE_VERSION',
});
const secretIdSchema = text(/^[A-Za-z0-9_][A-Za-z0-9_.-]*$/, {
    problem: 'is not the name of a secret',
    remedy: 'use letters, digits, "_", "." and "-", such as npm in --mount=type=secret,id=npm',
});
const metadataNameSchema = text(/^[a-zA-Z0-9]([a-zA-Z0-9._/-]*[a-zA-Z0-9])?$/, {
    problem: 'is not the name of a label',
    remedy: 'use letters, digits, ".", "-", "_" and "/", such as org.opencontainers.image.licenses',
    longest: 255,
});
const percentOr = (mistake) => zod__WEBPACK_IMPORTED_MODULE_1__/* .codec */ .rLB(text(/^(100|[0-9]{1,2}(\.[0-9]+)?)%$/, mistake), zod__WEBPACK_IMPORTED_MODULE_1__/* .number */ .aig(), {
    decode: written => Number(written.slice(0, -1)),
    encode: share => `${share}%`,
});
const percentSchema = percentOr({
    problem: 'is not a percentage',
    remedy: 'write a number from 0 to 100 with "%", such as 70%',
});
const units = { B: 1, kB: 1e3, MB: 1e6, GB: 1e9, KiB: 2 ** 10, MiB: 2 ** 20, GiB: 2 ** 30 };
const bytesSchema = text(/^[0-9]{1,9}(\.[0-9]{1,3})?(B|kB|MB|GB|KiB|MiB|GiB)$/, {
    problem: 'is not a size',
    remedy: 'write a number with a unit (kB, MB, GB, KiB, MiB or GiB), such as 150MB',
}).transform(written => {
    const [, number = '', unit = ''] = /^([0-9.]+)([A-Za-z]+)$/.exec(written) ?? [];
    return Math.round(Number(number) * units[unit]);
});
const unversionedSchema = text(new RegExp(`^(ConfigMap|Secret)/${label}(\\.${label})*$`), {
    problem: 'is neither a ConfigMap nor a Secret',
    remedy: 'write ConfigMap/name or Secret/name',
});
const requestPathSchema = text(/^\/[\x21\x22\x24-\x7e]*$/, {
    problem: 'is not a request path',
    remedy: 'start it with "/" and percent-encode spaces and "#", such as /ready',
});
const addressSchema = text(/^https?:\/\/[^\s/@?#]+(\/[^\s?#]*)?$/, {
    problem: 'is not an address',
    remedy: 'write http:// or https:// and a host, without user, query or fragment, such as https://shop.example.com',
}).refine(written => !/^https?:/.test(written) || URL.canParse(written), {
    error: 'is not an address; correct its host or port, as in https://shop.example.com:8443',
    abort: true,
});
const serverSchema = text(/^https:\/\/[^\s/@?#]+(\/[^\s?#]*)?$/, {
    problem: 'is not the address of an API server',
    remedy: 'write https:// and a host, such as https://api.cluster.example.com:6443',
});
const token = "[A-Za-z0-9!#$%&'*+.^_`|~-]+";
const mediaTypeSchema = text(new RegExp(`^${token}/${token}$`), {
    problem: 'is not a media type',
    remedy: 'write type/subtype without parameters, such as application/json',
});
const headerNameSchema = text(new RegExp(`^${token}$`), {
    problem: 'is not a header name',
    remedy: 'use letters, digits and "-", such as Cache-Control',
});
const jsonPathSchema = text(/^([A-Za-z_$][A-Za-z0-9_$-]*|\[(0|[1-9][0-9]{0,8})\])(\.[A-Za-z_$][A-Za-z0-9_$-]*|\[(0|[1-9][0-9]{0,8})\])*$/, { problem: 'is not a JSON path', remedy: 'write names and indexes, such as version or items[0].name' });
const imageReferenceSchema = text(new RegExp(`^(${host}(:[0-9]{1,5})?/)?${part}(/${part})*(:[A-Za-z0-9_][A-Za-z0-9_.-]{0,127})?(@sha256:[0-9a-f]{64})?$`), { problem: 'is not an image', remedy: 'write repository:tag or repository@sha256:…', longest: 511 });
const proxiedServiceSchema = zod__WEBPACK_IMPORTED_MODULE_1__/* .codec */ .rLB(text(new RegExp(`^${label}/${label}:([0-9]{1,5}|${label})$`), {
    problem: 'is not a Service with its port',
    remedy: 'write namespace/name:port, such as monitoring/prometheus:9090',
}), zod__WEBPACK_IMPORTED_MODULE_1__/* .object */ .Ikc({ namespace: zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP(), name: zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP(), port: zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP() }), {
    decode: written => {
        const [, namespace = '', name = '', port = ''] = /^(.*)\/(.*):(.*)$/.exec(written) ?? [];
        return { namespace, name, port };
    },
    encode: ({ namespace, name, port }) => `${namespace}/${name}:${port}`,
});
const environmentVariableSchema = text(/^[A-Za-z_][A-Za-z0-9_]*$/, {
    problem: 'is not the name of an environment variable',
    remedy: 'use letters, digits and "_", such as PROMETHEUS_TOKEN',
});
const querySchema = text(/^[a-zA-Z_:][a-zA-Z0-9_:]*(\{[^{}]*\})?$/, {
    problem: 'is not a series selector',
    remedy: 'write the name of a counter with its labels, such as http_requests_total{code=~"5.."}',
});
function text(pattern, wrong) {
    const error = `${wrong.problem}; ${wrong.remedy}`;
    const schema = zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP().regex(pattern, { error, abort: true });
    return wrong.longest === undefined ? schema : schema.max(wrong.longest, { error, abort: true });
}
function atLeastOne(schema, error) {
    return schema
        .refine(entries => Object.keys(entries).length > 0, { error })
        .meta({ minProperties: 1 });
}
const booleanSchema = () => zod__WEBPACK_IMPORTED_MODULE_1__/* .boolean */ .zMY({ error: 'is neither true nor false; write true or false, without quotes' });


/***/ }),

/***/ 28989:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Tj: () => (/* binding */ gateOrChecksSchema),
/* harmony export */   xf: () => (/* binding */ metricGateOf)
/* harmony export */ });
/* unused harmony export gateSchema */
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(88343);
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(88532);
/* harmony import */ var _toolkit_map_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(60630);
/* harmony import */ var _formats_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(18464);
/* harmony import */ var _prometheus_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(37714);




const metricFields = {
    name: (0,_formats_js__WEBPACK_IMPORTED_MODULE_0__/* .labelSchema */ .Gx)('the name of a metric', 40).meta({
        description: 'Its name in reports.',
        example: 'errors',
    }),
    max: _formats_js__WEBPACK_IMPORTED_MODULE_0__/* .percentSchema */ .nJ.exactOptional().meta({
        description: 'An absolute limit of the share of bad requests, also if the baseline is no better.',
        example: '2%',
    }),
    'dry-run': (0,_formats_js__WEBPACK_IMPORTED_MODULE_0__/* .booleanSchema */ .yu)()
        .prefault(false)
        .meta({ description: 'Only report the metric, without affecting the verdict.', example: true }),
};
const flatMetricSchema = zod__WEBPACK_IMPORTED_MODULE_2__/* .strictObject */ .rej({
    ...metricFields,
    total: _formats_js__WEBPACK_IMPORTED_MODULE_0__/* .querySchema */ .c$.exactOptional().meta({
        description: 'A counter of requests.',
        example: 'http_requests_total',
    }),
    bad: _formats_js__WEBPACK_IMPORTED_MODULE_0__/* .querySchema */ .c$.exactOptional().meta({
        description: 'The counter of the bad requests among them.',
        example: 'http_requests_total{code=~"5.."}',
    }),
    logs: zod__WEBPACK_IMPORTED_MODULE_2__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_2__/* ["enum"] */ .k5n(['debug', 'info', 'warning', 'error', 'fatal']))
        .min(1, { error: 'is empty; list at least one level, such as error' })
        .exactOptional()
        .meta({
        description: 'Levels of log lines in `monitoring.logs` that count like bad requests.',
        example: ['error', 'fatal'],
    }),
    histogram: _formats_js__WEBPACK_IMPORTED_MODULE_0__/* .querySchema */ .c$.exactOptional().meta({
        description: 'A classic histogram of durations in seconds, without `_bucket`.',
        example: 'http_request_duration_seconds',
    }),
    slow: zod__WEBPACK_IMPORTED_MODULE_2__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_2__/* .number */ .aig({ error: 'is not a number of seconds' })
        .positive({ error: 'is not a number of seconds above 0' }))
        .min(1, { error: 'is empty; list at least one boundary in seconds, or remove `slow`' })
        .exactOptional()
        .meta({
        description: 'Seconds above which a request is slow: bucket boundaries. Default: chosen from the last hour.',
        example: [0.3, 1],
    }),
});
const metricSchema = zod__WEBPACK_IMPORTED_MODULE_2__/* .codec */ .rLB(flatMetricSchema, zod__WEBPACK_IMPORTED_MODULE_2__/* .custom */ .IeY(_toolkit_map_js__WEBPACK_IMPORTED_MODULE_3__/* .isMap */ .jh), {
    decode: (written, { issues }) => {
        if (issues.length > 0)
            return zod__WEBPACK_IMPORTED_MODULE_4__/* .NEVER */ .tm;
        const { total, bad, logs, histogram, slow, ...rest } = written;
        const refuse = (message) => {
            issues.push({ code: 'custom', message, input: written });
            return zod__WEBPACK_IMPORTED_MODULE_4__/* .NEVER */ .tm;
        };
        if (histogram !== undefined) {
            if (total === undefined && bad === undefined && logs === undefined)
                return { ...rest, histogram, ...(slow === undefined ? {} : { slow }) };
            return refuse('has `histogram` together with `total`, `bad` or `logs`; split it into two metrics');
        }
        if (slow !== undefined)
            return refuse('has `slow` without `histogram`; add `histogram:`');
        if (bad !== undefined && logs !== undefined)
            return refuse('has `bad` together with `logs`; split it into two metrics');
        if (total !== undefined && bad !== undefined)
            return { ...rest, total, bad };
        if (total !== undefined && logs !== undefined)
            return { ...rest, total, logs };
        if (total !== undefined)
            return refuse('has `total` without `bad`; add the counter of bad requests, such as `bad: http_requests_total{code=~"5.."}`');
        if (bad !== undefined || logs !== undefined)
            return refuse(`has \`${bad === undefined ? 'logs' : 'bad'}\` without \`total\`; add \`total:\`, the counter of all requests`);
        return refuse('measures nothing; add `total` and `bad`, or `histogram`');
    },
    encode: metric => metric,
});
const gateSchema = zod__WEBPACK_IMPORTED_MODULE_2__/* .strictObject */ .rej({
    prometheus: _prometheus_js__WEBPACK_IMPORTED_MODULE_1__/* .prometheusSchema */ .a.meta({
        description: 'The Prometheus that has the metrics.',
        example: { service: 'monitoring/prometheus:9090' },
    }),
    metrics: zod__WEBPACK_IMPORTED_MODULE_2__/* .array */ .YOg(metricSchema)
        .min(1, { error: 'is empty; list at least one metric' })
        .meta({
        description: 'The metrics to compare between candidate and baseline.',
        example: [{ name: 'errors', total: 'http_requests_total', bad: 'http_requests_total{code=~"5.."}' }],
    }),
    tick: _formats_js__WEBPACK_IMPORTED_MODULE_0__/* .durationSchema */ .sK.prefault('15s').meta({
        description: 'How often the metrics are read; not shorter than the scrape interval.',
        example: '15s',
    }),
    'warm-up': _formats_js__WEBPACK_IMPORTED_MODULE_0__/* .durationSchema */ .sK.prefault('2m').meta({
        description: 'How old a pod must be before its metrics are compared.',
        example: '2m',
    }),
    profile: zod__WEBPACK_IMPORTED_MODULE_2__/* ["enum"] */ .k5n(['auto', 'strict', 'standard', 'wide', 'gross']).prefault('auto').meta({
        description: 'How much worse a candidate may be and still pass; `auto` is the strictest that the traffic can decide.',
        example: 'standard',
    }),
    share: zod__WEBPACK_IMPORTED_MODULE_2__/* .union */ .KCZ([
        zod__WEBPACK_IMPORTED_MODULE_2__/* ["enum"] */ .k5n(['contour', 'traefik', 'application']),
        zod__WEBPACK_IMPORTED_MODULE_2__/* .strictObject */ .rej({
            total: _formats_js__WEBPACK_IMPORTED_MODULE_0__/* .querySchema */ .c$.meta({
                description: 'A counter of the requests to both versions.',
                example: 'gateway_requests_total{service=~"shop.*"}',
            }),
            candidate: _formats_js__WEBPACK_IMPORTED_MODULE_0__/* .querySchema */ .c$.meta({
                description: 'A counter of those to the candidate.',
                example: 'gateway_requests_total{service="shop-canary"}',
            }),
        }),
    ], {
        error: 'is neither contour, traefik, application nor two queries; write `share: contour`, `share: traefik`, `share: application` or `share: {total: …, candidate: …}`',
    })
        .prefault('application')
        .meta({
        description: 'How the share that reached the candidate is measured: by counters of Contour, Traefik or the application, or two queries.',
        example: 'contour',
    }),
});
const gateOrChecksSchema = zod__WEBPACK_IMPORTED_MODULE_2__/* .union */ .KCZ([zod__WEBPACK_IMPORTED_MODULE_2__/* .literal */ .euz('checks'), gateSchema]);
const metricGateOf = ({ gate }) => gate === 'checks' ? undefined : gate;


/***/ }),

/***/ 60096:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  RG: () => (/* binding */ businessQuery),
  _U: () => (/* binding */ monitoringSchema)
});

// UNUSED EXPORTS: alertmanagerSchema, expressionSchema

// EXTERNAL MODULE: ./node_modules/zod/v4/classic/schemas.js + 2 modules
var schemas = __webpack_require__(88343);
// EXTERNAL MODULE: ./.build/js/src/config/endpoint.js
var endpoint = __webpack_require__(37971);
// EXTERNAL MODULE: ./.build/js/src/config/formats.js
var formats = __webpack_require__(18464);
;// CONCATENATED MODULE: ./.build/js/src/config/logging.js



const logsSchema = schemas/* strictObject */.rej({
    loki: (0,formats/* booleanSchema */.yu)().exactOptional().meta({
        description: 'Grafana Loki, or a store with its API.',
        example: true,
    }),
    elasticsearch: (0,formats/* text */.Qq)(/^[a-z0-9*][a-z0-9*._,-]{0,254}$/, {
        problem: 'is not the name of an index',
        remedy: 'write an index or a pattern, such as logs-*',
    })
        .exactOptional()
        .meta({ description: 'The index of Elasticsearch or OpenSearch.', example: 'logs-*' }),
    ...endpoint/* endpointFields */.ps,
    username: (0,formats/* text */.Qq)(/^[^\p{Cc}:]{1,255}$/u, {
        problem: 'is not a user name',
        remedy: 'write it on one line and without ":"',
    })
        .exactOptional()
        .meta({
        description: 'The user for basic authentication, with the password in `token`. Default: `token` is a bearer token.',
        example: 'slipway',
    }),
    tenant: (0,formats/* text */.Qq)(/^[A-Za-z0-9!._*'()|-]{1,150}$/, {
        problem: 'is not a tenant',
        remedy: 'write the tenant of Loki, such as shop',
    })
        .exactOptional()
        .meta({
        description: 'The tenant, for a Loki with several.',
        example: 'shop',
    }),
    fields: (0,formats/* atLeastOne */.LU)(schemas/* partialRecord */.jgl(schemas/* enum */.k5n(['namespace', 'pod', 'container', 'message', 'level', 'time']), (0,formats/* text */.Qq)(/^[A-Za-z_@][A-Za-z0-9_.@]{0,99}$/, {
        problem: 'is not the name of a field',
        remedy: 'write it as the log store has it, such as kubernetes.namespace_name',
    })), 'is empty; name at least one field')
        .exactOptional()
        .meta({
        description: 'Names of the fields, where they differ from docs/logs.md#the-store.',
        example: { namespace: 'kubernetes.namespace_name', pod: 'kubernetes.pod_name' },
    }),
    required: schemas/* array */.YOg((0,formats/* text */.Qq)(/^[A-Za-z_@][A-Za-z0-9_.@]{0,99}$/, {
        problem: 'is not the name of a field',
        remedy: 'write a name such as message',
    }))
        .prefault(['message', 'level', 'time'])
        .meta({
        description: 'Fields that each structured line must have.',
        example: ['message', 'level', 'time'],
    }),
    structured: formats/* percentSchema */.nJ.prefault('99%').meta({
        description: 'The share of lines that must be JSON with these fields.',
        example: '99%',
    }),
    'max-delay': formats/* durationSchema */.sK.prefault('1m').meta({
        description: 'How long a line may take to reach the store; at most `5m` if the gate reads `logs`.',
        example: '1m',
    }),
})
    .refine(({ loki, elasticsearch }) => (loki === true) !== (elasticsearch !== undefined), {
    error: 'needs either `loki: true` or `elasticsearch: index`; write one of them',
})
    .refine(endpoint/* hasOneAddress */.FD, {
    error: 'needs either `service` or `url`; write `service: logging/loki:3100`',
})
    .refine(({ username, service }) => username === undefined || service === undefined, {
    error: "has `username` with `service`, but the API server's proxy forwards no credentials; write `url` instead, or remove `username`",
})
    .refine(({ username, token }) => username === undefined || token !== undefined, {
    error: 'has `username` without `token`; add `token`, the environment variable with the password',
})
    .superRefine(endpoint/* checkLogin */.wD);

// EXTERNAL MODULE: ./.build/js/src/config/prometheus.js
var prometheus = __webpack_require__(37714);
;// CONCATENATED MODULE: ./.build/js/src/config/receivers.js


const emailSchema = (0,formats/* text */.Qq)(/^[^\s@<>,;"]{1,64}@[^\s@<>,;"]{1,255}$/, {
    problem: 'is not an e-mail address',
    remedy: 'write name@host, such as ops@example.com',
});
const serverAddressSchema = (0,formats/* text */.Qq)(/^[A-Za-z0-9]([-A-Za-z0-9.]*[A-Za-z0-9])?:[0-9]{1,5}$/, {
    problem: 'is not a host with a port',
    remedy: 'write host:port, such as smtp.example.com:587',
});
const mailSchema = schemas/* strictObject */.rej({
    to: schemas/* array */.YOg(emailSchema)
        .min(1, { error: 'is empty; list at least one address' })
        .meta({ description: 'The recipients.', example: ['ops@example.com'] }),
    from: emailSchema.meta({ description: 'The sender.', example: 'slipway@example.com' }),
    server: serverAddressSchema.meta({
        description: 'The SMTP server.',
        example: 'smtp.example.com:587',
    }),
    tls: (0,formats/* booleanSchema */.yu)().prefault(true).meta({
        description: 'Whether the connection must be encrypted, by STARTTLS or TLS.',
        example: true,
    }),
    username: (0,formats/* text */.Qq)(/^[^\p{Cc}]{1,255}$/u, {
        problem: 'is not a user name',
        remedy: 'write it on one line',
    })
        .exactOptional()
        .meta({ description: 'The account. Default: no login.', example: 'slipway' }),
    password: formats/* environmentVariableSchema */.fj.exactOptional().meta({
        description: 'The variable with the password.',
        example: 'SMTP_PASSWORD',
    }),
});
const snsSchema = schemas/* strictObject */.rej({
    topic: (0,formats/* text */.Qq)(/^arn:aws[a-z-]*:sns:[a-z0-9-]+:\d{12}:[A-Za-z0-9_-]{1,256}$/, {
        problem: 'is not the ARN of an SNS topic',
        remedy: 'write arn:aws:sns:region:account:topic',
    }).meta({
        description: 'The SNS topic, whose subscribers get an SMS.',
        example: 'arn:aws:sns:eu-central-1:123456789012:ops-sms',
    }),
});
const channelSchema = schemas/* strictObject */.rej({
    slack: formats/* environmentVariableSchema */.fj.exactOptional().meta({
        description: 'The variable with the address of an incoming webhook.',
        example: 'SLACK_WEBHOOK_URL',
    }),
    teams: formats/* environmentVariableSchema */.fj.exactOptional().meta({
        description: 'The variable with the address of a workflow webhook.',
        example: 'TEAMS_WEBHOOK_URL',
    }),
    email: mailSchema.exactOptional().meta({
        description: 'E-mail by SMTP.',
        example: { to: ['ops@example.com'], from: 'slipway@example.com', server: 'smtp.example.com:587' },
    }),
    sns: snsSchema.exactOptional().meta({
        description: 'SMS by Amazon SNS.',
        example: { topic: 'arn:aws:sns:eu-central-1:123456789012:ops-sms' },
    }),
    webhook: formats/* environmentVariableSchema */.fj.exactOptional().meta({
        description: 'The variable with an address that gets JSON by POST.',
        example: 'SMS_WEBHOOK_URL',
    }),
})
    .refine(channel => Object.values(channel).filter(each => each !== undefined).length === 1, {
    error: 'names no channel, or several; write one of slack, teams, email, sns and webhook in each entry, such as `- slack: SLACK_WEBHOOK_URL`',
});
const channelsSchema = (severity, example) => schemas/* array */.YOg(channelSchema)
    .prefault([])
    .meta({ description: `Who gets ${severity}.`, example });
const receiversSchema = schemas/* strictObject */.rej({
    critical: channelsSchema('urgent alerts, which need a person now', [{ webhook: 'SMS_WEBHOOK_URL' }]),
    warning: channelsSchema('important alerts, which need a person today', [
        { email: { to: ['ops@example.com'], from: 'slipway@example.com', server: 'smtp.example.com:587' } },
    ]),
    info: channelsSchema('everything else', [{ slack: 'SLACK_WEBHOOK_URL' }]),
});

// EXTERNAL MODULE: ./.build/js/src/config/security-events.js
var security_events = __webpack_require__(64436);
;// CONCATENATED MODULE: ./.build/js/src/config/monitoring.js







const alertmanagerSchema = schemas/* strictObject */.rej(endpoint/* endpointFields */.ps)
    .refine(endpoint/* hasOneAddress */.FD, {
    error: 'needs either `service` or `url`; write `alertmanager: {service: monitoring/alertmanager:9093}`',
})
    .superRefine(endpoint/* checkLogin */.wD);
const expressionSchema = (0,formats/* text */.Qq)(/^[^\p{Cc}#]{1,2000}$/u, {
    problem: 'is not a PromQL expression of one line without a comment',
    remedy: 'write an expression such as sum(rate(app_cost_total[5m]))',
});
const objectiveSchema = formats/* percentSchema */.nJ.refine(share => share >= 50 && share < 100, {
    error: 'is not an objective; write a percentage from 50% to below 100%, such as 99.9%',
});
const objectivesSchema = schemas/* strictObject */.rej({
    availability: objectiveSchema.exactOptional().meta({
        description: 'The share of requests that must succeed. Default: 99.9% if the gate has a metric with `bad`.',
        example: '99.9%',
    }),
    latency: schemas/* strictObject */.rej({
        share: objectiveSchema.meta({
            description: 'The share of requests that must be faster than `under`.',
            example: '99%',
        }),
        under: schemas/* number */.aig({ error: 'is not a number of seconds' })
            .positive({ error: 'is not a number of seconds above 0' })
            .meta({
            description: 'Seconds: a bucket boundary of the histogram.',
            example: 0.5,
        }),
    })
        .exactOptional()
        .meta({
        description: 'How fast requests must be. Default: none.',
        example: { share: '99%', under: 0.5 },
    }),
    window: formats/* daysInMilliseconds */.t1
        .refine(window => window >= 7 * 86_400_000 && window <= 90 * 86_400_000, {
        error: 'is not a window that burn-rate alerts fit; choose 7d to 90d',
    })
        .prefault('28d')
        .meta({
        description: 'The time over which the error budget is counted.',
        example: '28d',
    }),
});
const requestsSchema = schemas/* strictObject */.rej({
    total: formats/* querySchema */.c$.exactOptional().meta({
        description: 'The counter of all requests. Default: that of the first `bad` metric of the gate.',
        example: 'http_requests_total',
    }),
    bad: formats/* querySchema */.c$.exactOptional().meta({
        description: 'The counter of the failed ones. Default: as `total`.',
        example: 'http_requests_total{code=~"5.."}',
    }),
    histogram: formats/* querySchema */.c$.exactOptional().meta({
        description: 'A classic histogram of durations in seconds, without `_bucket`. Default: the first of the gate.',
        example: 'http_request_duration_seconds',
    }),
});
const sourcesSchema = schemas/* strictObject */.rej({
    pods: schemas/* strictObject */.rej({
        port: (0,formats/* labelSchema */.Gx)('the name of a port', 15).meta({
            description: 'The name of the container port with the metrics.',
            example: 'metrics',
        }),
        path: (0,formats/* text */.Qq)(/^\/[\x21-\x7e]*$/, {
            problem: 'is not a request path',
            remedy: 'start it with "/", such as /metrics',
        })
            .prefault('/metrics')
            .meta({ description: 'The path of the metrics.', example: '/metrics' }),
    })
        .exactOptional()
        .meta({
        description: 'The metrics of the pods. Default: Prometheus scrapes them already.',
        example: { port: 'metrics' },
    }),
    node: formats/* proxiedServiceSchema */.Qk.exactOptional().meta({
        description: 'The Service of node_exporter, whose pods are scraped; its port by name, or that of the pods.',
        example: 'monitoring/node-exporter:9100',
    }),
    postgres: formats/* proxiedServiceSchema */.Qk.exactOptional().meta({
        description: 'The Service of postgres_exporter, as for `node`.',
        example: 'shop/postgres-exporter:9187',
    }),
    redis: formats/* proxiedServiceSchema */.Qk.exactOptional().meta({
        description: 'The Service of redis_exporter, as for `node`.',
        example: 'shop/redis-exporter:9121',
    }),
});
const rollbackSchema = schemas/* strictObject */.rej({
    'max-age': formats/* durationSchema */.sK.prefault('1h').meta({
        description: 'Only a younger release is rolled back.',
        example: '1h',
    }),
    alerts: schemas/* array */.YOg((0,formats/* text */.Qq)(/^[A-Za-z_][A-Za-z0-9_]{0,199}$/, {
        problem: 'is not the name of an alert',
        remedy: 'write a name such as SlipwayErrorBudgetBurn',
    }))
        .prefault(['SlipwayErrorBudgetBurn'])
        .meta({
        description: 'Alerts that may start a rollback.',
        example: ['SlipwayErrorBudgetBurn'],
    }),
    secret: formats/* environmentVariableSchema */.fj.exactOptional().meta({
        description: 'The variable with the secret by which a relay signs alerts; others are ignored. `alerts.yml` passes ALERT_SECRET. Default: not signed.',
        example: 'ALERT_SECRET',
    }),
});
const businessQuerySchema = schemas/* union */.KCZ([
    expressionSchema,
    schemas/* strictObject */.rej({
        query: expressionSchema.meta({ description: 'The PromQL.', example: 'app_refunds' }),
        'allow-no-data': schemas/* boolean */.zMY().prefault(false).meta({
            description: 'Whether the metric may be absent or always 0. Otherwise the verdict of `monitor` is then `unknown`, because a broken metric looks the same.',
            example: true,
        }),
    }),
], {
    error: 'is neither a query nor a map with one; write the PromQL, or `{query: …, allow-no-data: true}` for a metric that may be absent or always 0',
});
const businessQuery = (written) => typeof written === 'string'
    ? { query: written, allowsNoData: false }
    : { query: written.query, allowsNoData: written['allow-no-data'] };
const monitoringFields = schemas/* strictObject */.rej({
    prometheus: prometheus/* prometheusSchema */.a.exactOptional().meta({
        description: 'The Prometheus that has the metrics. Default: the one of the gate.',
        example: { service: 'monitoring/prometheus:9090' },
    }),
    alertmanager: alertmanagerSchema.exactOptional().meta({
        description: 'The Alertmanager that delivers alerts and gets silences. Default: none.',
        example: { service: 'monitoring/alertmanager:9093' },
    }),
    objectives: objectivesSchema.prefault({}).meta({
        description: 'What users may expect.',
        example: { availability: '99.9%', latency: { share: '99%', under: 0.5 } },
    }),
    requests: requestsSchema.prefault({}).meta({
        description: 'The metrics of the requests. Default: those of the gate.',
        example: { total: 'http_requests_total', bad: 'http_requests_total{code=~"5.."}' },
    }),
    sources: sourcesSchema.prefault({}).meta({
        description: 'What Prometheus scrapes.',
        example: { pods: { port: 'metrics' }, postgres: 'shop/postgres-exporter:9187' },
    }),
    queries: schemas/* record */.g1P((0,formats/* labelSchema */.Gx)('the name of a query', 30), businessQuerySchema)
        .prefault({})
        .meta({
        description: 'Business metrics, as PromQL by name: recorded, drawn and compared. One without data, or always 0, is `unknown`.',
        example: { cost: 'sum(rate(app_cost_dollars_total[1h])) * 3600' },
    }),
    'security-events': security_events/* securityEventsSchema */.J.exactOptional().meta({
        description: 'Metrics of security events.',
        example: { permissions: 'role_changes_total' },
    }),
    receivers: receiversSchema.prefault({}).meta({
        description: 'The receivers of messages, by severity.',
        example: { info: [{ slack: 'SLACK_WEBHOOK_URL' }] },
    }),
    objects: schemas/* enum */.k5n(['none', 'operator', 'configmap']).prefault('none').meta({
        description: 'What `deploy` applies: objects of the Prometheus Operator and dashboards (`operator`), or ConfigMaps with rules and dashboards (`configmap`).',
        example: 'operator',
    }),
    labels: schemas/* record */.g1P((0,formats/* text */.Qq)(/^([a-z0-9]([-a-z0-9.]{0,251}[a-z0-9])?\/)?[A-Za-z0-9]([-A-Za-z0-9_.]{0,61}[A-Za-z0-9])?$/, {
        problem: 'is not the name of a label',
        remedy: 'write a name such as release',
    }), (0,formats/* text */.Qq)(/^([A-Za-z0-9]([-A-Za-z0-9_.]{0,61}[A-Za-z0-9])?)?$/, {
        problem: 'is not the value of a label',
        remedy: 'write at most 63 letters, digits, "-", "_" and ".", such as kube-prometheus-stack',
    }))
        .prefault({})
        .meta({
        description: 'Labels of these objects, by which a Prometheus or a sidecar selects them.',
        example: { release: 'kube-prometheus-stack' },
    }),
    logs: logsSchema.exactOptional().meta({
        description: 'The log store.',
        example: { loki: true, service: 'logging/loki:3100' },
    }),
    compare: formats/* durationSchema */.sK.prefault('30m').meta({
        description: 'How long before and after a release are compared.',
        example: '30m',
    }),
    'verify-checks': schemas/* enum */.k5n(['reads', 'all', 'none']).prefault('reads').meta({
        description: 'Which checks of `verify` `monitor` runs: `reads` (those that only read), `all` (also those that change data, if nothing has failed before), or `none`.',
        example: 'reads',
    }),
    rollback: rollbackSchema.exactOptional().meta({
        description: 'Allows `monitor` and alerts to roll a recent release back, once. Default: they only report.',
        example: { 'max-age': '1h' },
    }),
    silence: formats/* durationSchema */.sK.exactOptional().meta({
        description: 'How long non-critical alerts are silenced at most during a release. Default: not at all.',
        example: '30m',
    }),
});
const monitoringSchema = monitoringFields.refine(({ silence, alertmanager }) => silence === undefined || alertmanager !== undefined, {
    path: ['silence'],
    error: 'needs an Alertmanager; add `alertmanager: {service: monitoring/alertmanager:9093}`',
});


/***/ }),

/***/ 37714:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   a: () => (/* binding */ prometheusSchema)
/* harmony export */ });
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(88343);
/* harmony import */ var _toolkit_secrecy_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(60512);
/* harmony import */ var _endpoint_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(37971);
/* harmony import */ var _formats_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(18464);




const { service, url, token, ca, certificate, key } = _endpoint_js__WEBPACK_IMPORTED_MODULE_1__/* .endpointFields */ .ps;
const prometheusSchema = zod__WEBPACK_IMPORTED_MODULE_3__/* .strictObject */ .rej({
    service: service.meta({
        description: "A Service with its namespace and port, reached through the API server's proxy.",
        example: 'monitoring/prometheus:9090',
    }),
    url: url.meta({
        description: 'An address that the runner can reach.',
        example: 'https://prometheus.example.com',
    }),
    token: token.meta({
        description: 'The environment variable that holds a bearer token for `url`; with `NAME_FILE` instead, the path of a file that is read again for each request. The reusable workflows take the values from the secret `credentials`.',
        example: 'PROMETHEUS_TOKEN',
    }),
    username: (0,_formats_js__WEBPACK_IMPORTED_MODULE_2__/* .text */ .Qq)(/^[^\p{Cc}:]{1,255}$/u, {
        problem: 'is not a user name',
        remedy: 'write it on one line and without ":"',
    })
        .exactOptional()
        .meta({
        description: 'The user for basic authentication; `token` then names the variable with the password.',
        example: '123456',
    }),
    ca,
    certificate,
    key,
    sigv4: zod__WEBPACK_IMPORTED_MODULE_3__/* .strictObject */ .rej({
        region: (0,_formats_js__WEBPACK_IMPORTED_MODULE_2__/* .text */ .Qq)(/^[a-z]{2,4}(-[a-z]+)+-\d$/, {
            problem: 'is not a region of AWS',
            remedy: 'write one such as eu-central-1',
        })
            .exactOptional()
            .meta({ description: 'The region. Default: `AWS_REGION`.', example: 'eu-central-1' }),
    })
        .exactOptional()
        .meta({
        description: 'Signs each request for Amazon Managed Service for Prometheus, with `AWS_ACCESS_KEY_ID`, `AWS_SECRET_ACCESS_KEY` and `AWS_SESSION_TOKEN`, as a login to AWS leaves them.',
        example: { region: 'eu-central-1' },
    }),
    headers: zod__WEBPACK_IMPORTED_MODULE_3__/* .record */ .g1P(_formats_js__WEBPACK_IMPORTED_MODULE_2__/* .headerNameSchema */ .Og.refine(name => !(0,_toolkit_secrecy_js__WEBPACK_IMPORTED_MODULE_0__/* .namesSecret */ .L4)(name) && !/^(host|cookie|connection|content-|x-amz-)/i.test(name), {
        error: 'is a header for a credential, or one that is set already; write a credential as `token`',
    }), (0,_formats_js__WEBPACK_IMPORTED_MODULE_2__/* .text */ .Qq)(/^[\x20-\x7e]{1,500}$/, {
        problem: 'is not the value of a header',
        remedy: 'write it on one line in ASCII',
    }))
        .exactOptional()
        .meta({
        description: 'Headers without secrets for each request, such as the tenant of Mimir, Cortex or Thanos.',
        example: { 'X-Scope-OrgID': 'shop' },
    }),
})
    .refine(_endpoint_js__WEBPACK_IMPORTED_MODULE_1__/* .hasOneAddress */ .FD, {
    error: 'needs either `service` or `url`; write `prometheus: {service: monitoring/prometheus:9090}`',
})
    .refine(({ username, token }) => username === undefined || token !== undefined, {
    error: 'has `username` without `token`; add `token`, the environment variable with the password',
})
    .superRefine(_endpoint_js__WEBPACK_IMPORTED_MODULE_1__/* .checkLogin */ .wD);


/***/ }),

/***/ 64436:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   J: () => (/* binding */ securityEventsSchema),
/* harmony export */   o: () => (/* binding */ securityEventKinds)
/* harmony export */ });
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(88343);
/* harmony import */ var _formats_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(18464);


const securityEventKinds = ['logins', 'permissions', 'data', 'behavior'];
const securityEventsSchema = zod__WEBPACK_IMPORTED_MODULE_1__/* .strictObject */ .rej({
    logins: zod__WEBPACK_IMPORTED_MODULE_1__/* .strictObject */ .rej({
        total: _formats_js__WEBPACK_IMPORTED_MODULE_0__/* .querySchema */ .c$.meta({ description: 'The counter of all login attempts.', example: 'logins_total' }),
        failed: _formats_js__WEBPACK_IMPORTED_MODULE_0__/* .querySchema */ .c$.meta({
            description: 'The counter of the failed ones.',
            example: 'logins_total{result="failure"}',
        }),
        max: _formats_js__WEBPACK_IMPORTED_MODULE_0__/* .percentSchema */ .nJ.prefault('20%').meta({
            description: 'The share of failed logins in five minutes that raises an alert, from ten logins on.',
            example: '20%',
        }),
    })
        .exactOptional()
        .meta({
        description: 'Login attempts.',
        example: { total: 'logins_total', failed: 'logins_total{result="failure"}' },
    }),
    permissions: _formats_js__WEBPACK_IMPORTED_MODULE_0__/* .querySchema */ .c$.exactOptional().meta({
        description: 'A counter of changed roles and permissions; each change raises an alert.',
        example: 'role_changes_total',
    }),
    data: _formats_js__WEBPACK_IMPORTED_MODULE_0__/* .querySchema */ .c$.exactOptional().meta({
        description: 'A counter of sensitive queries; each raises an alert.',
        example: 'sensitive_queries_total',
    }),
    behavior: _formats_js__WEBPACK_IMPORTED_MODULE_0__/* .querySchema */ .c$.exactOptional().meta({
        description: 'A counter whose rate raises an alert at three times that of last week.',
        example: 'api_requests_total',
    }),
});


/***/ }),

/***/ 46915:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   UD: () => (/* binding */ compare),
/* harmony export */   ps: () => (/* binding */ causes),
/* harmony export */   x: () => (/* binding */ perRequest),
/* harmony export */   yI: () => (/* binding */ harms)
/* harmony export */ });
/* harmony import */ var _toolkit_quantile_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(35831);

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
    const old = valuesOf(before);
    const [was, is] = [(0,_toolkit_quantile_js__WEBPACK_IMPORTED_MODULE_0__/* .quantile */ .Y)(old, 0.5), (0,_toolkit_quantile_js__WEBPACK_IMPORTED_MODULE_0__/* .quantile */ .Y)(valuesOf(recent), 0.5)];
    const compared = { signal, before: was, after: is, samples: { before, after } };
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
    return harms(comparison) && telling.includes(signal.group) && isClear;
};
const valuesOf = (samples) => samples.map(([, value]) => value);
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
/* harmony import */ var _config_monitoring_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(60096);
/* harmony import */ var _toolkit_count_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(8999);
/* harmony import */ var _toolkit_duration_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(38650);
/* harmony import */ var _comparison_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(46915);
/* harmony import */ var _rules_burn_rate_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(66998);
/* harmony import */ var _rules_security_events_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(35348);






function judgeHealth(subject, readings, began) {
    const { comparisons, objectives, targets, alerts, standbys } = readings;
    const events = Object.values(_rules_security_events_js__WEBPACK_IMPORTED_MODULE_4__/* .eventAlertNames */ .Nc);
    const isEvent = ({ name }) => events.includes(name) && subject.settings.rollback?.alerts.includes(name) !== true;
    const notes = [
        ...notesOf(comparisons),
        ...alerts.filter(isEvent).map(({ name }) => `the alert ${name} is firing`),
    ];
    const degraded = [
        ...objectives.flatMap(objective => budgetReasons(objective, subject.objectives.window)),
        ...comparisons
            .filter(_comparison_js__WEBPACK_IMPORTED_MODULE_2__/* .harms */ .yI)
            .map(each => ({ sentence: changeSentence(each), sinceRelease: (0,_comparison_js__WEBPACK_IMPORTED_MODULE_2__/* .causes */ .ps)(each) })),
        ...targets
            .filter(({ down }) => down.length > 0)
            .map(({ name, down }) => `Prometheus cannot scrape ${listed(name, down)}`)
            .map(sentence => ({ sentence, sinceRelease: false })),
        ...standbys
            .filter(({ within, promised }) => within !== undefined && within < promised)
            .map(({ within, promised, lag }) => ({
            sentence: `slipway.yml promises ${(0,_toolkit_count_js__WEBPACK_IMPORTED_MODULE_5__/* .counted */ .h)(promised, 'standby')} within ${(0,_toolkit_duration_js__WEBPACK_IMPORTED_MODULE_1__/* .formatDuration */ .a3)(lag)}, and Prometheus counts ${within}`,
            sinceRelease: false,
        })),
        ...alerts
            .filter(alert => alert.severity !== 'info' && !isEvent(alert))
            .map(alert => ({
            sentence: `the alert ${alert.name} (${alert.severity}) is firing`,
            sinceRelease: blames(subject, alert, began),
        })),
    ];
    if (degraded.length > 0)
        return { verdict: 'degraded', reasons: degraded, notes };
    const unread = unreadable(subject, readings);
    if (unread === undefined)
        return { verdict: 'healthy', reasons: [], notes };
    return { verdict: 'unknown', reasons: [{ sentence: unread, sinceRelease: false }], notes };
}
function budgetReasons({ objective, allowed, before, after }, window) {
    const most = (0,_rules_burn_rate_js__WEBPACK_IMPORTED_MODULE_3__/* .burnRate */ .g0)(_rules_burn_rate_js__WEBPACK_IMPORTED_MODULE_3__/* .burnLimits */ .MZ[0], window) * allowed;
    if (after === undefined || after <= most)
        return [];
    const sentence = `${percent(after)} of the requests were ${objective === 'latency' ? 'slow' : 'bad'}; the ${objective} objective allows ${percent(allowed)}`;
    return [{ sentence, sinceRelease: before === undefined || before <= most }];
}
function blames({ settings }, { name, since, scraped }, began) {
    const isNamed = settings.rollback?.alerts.includes(name) === true && !isBurnAlert(name);
    return isNamed && !scraped && since !== undefined && began !== undefined && since >= began;
}
const isBurnAlert = (name) => Object.values(_rules_burn_rate_js__WEBPACK_IMPORTED_MODULE_3__/* .burnAlertNames */ .Wb).includes(name);
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
        return `${gone.map(({ signal }) => signal.title).join(', ')}: there is no data since the release`;
    const silent = objectives.filter(({ after }) => after === undefined).map(({ objective }) => objective);
    if (silent.length === 0)
        return withoutSignal(settings.queries, comparisons);
    const noBucket = `, or the histogram has no bucket that ends at ${latency?.under} s`;
    return `the objective ${silent.join(' and ')} cannot be judged: no request was counted since the release${silent.includes('latency') ? noBucket : ''}`;
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
    return `a business metric has no signal since the release: ${silent.join(', ')}; correct it in \`monitoring.queries\`, or set \`allow-no-data: true\` for it`;
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
const listed = (name, down) => name === 'pods' ? `the metrics of ${down.join(', ')}` : `the ${name} exporter (${down.join(', ')})`;


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
    Deployment: (name) => `${name}(-canary)?-${suffix}{1,10}-${suffix}{5}`,
    StatefulSet: (name) => `${name}-[0-9]+`,
    DaemonSet: (name) => `${name}-${suffix}{5}`,
    CronJob: (name) => `${name}-[0-9]+-${suffix}{5}`,
};
const suffix = '[bcdfghjklmnpqrstvwxz2456789]';
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
    const pods = podNames[kind]?.((0,_analysis_selector_js__WEBPACK_IMPORTED_MODULE_0__/* .literal */ .eu)(name));
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

/***/ 66998:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   LN: () => (/* binding */ burnWindows),
/* harmony export */   Lj: () => (/* binding */ budgetLeft),
/* harmony export */   MZ: () => (/* binding */ burnLimits),
/* harmony export */   Wb: () => (/* binding */ burnAlertNames),
/* harmony export */   YT: () => (/* binding */ burnRecordings),
/* harmony export */   be: () => (/* binding */ rangeOf),
/* harmony export */   g0: () => (/* binding */ burnRate),
/* harmony export */   md: () => (/* binding */ indicatorsOf),
/* harmony export */   o2: () => (/* binding */ ratioOver),
/* harmony export */   qz: () => (/* binding */ burnAlertsOf)
/* harmony export */ });
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
        const boundary = { label: 'le', operator: '=~', value: boundaryPattern(under) };
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
        const own = (0,_subject_js__WEBPACK_IMPORTED_MODULE_1__.ownSelector)('', subject, { objective });
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
        const labels = { ...(0,_subject_js__WEBPACK_IMPORTED_MODULE_1__.ownLabels)(subject), objective };
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
        const own = (0,_subject_js__WEBPACK_IMPORTED_MODULE_1__.ownSelector)('', subject, { objective });
        const conditions = limits.map(limit => {
            const most = rounded(burnRate(limit, window) * (1 - share));
            return `(${ratioOver(limit.long)}${own} > ${most} and ${ratioOver(limit.short)}${own} > ${most})`;
        });
        const spent = limits
            .slice(0, 1)
            .map(each => `${each.spent * 100} % of the error budget within ${rangeOf(each.long)}`);
        return {
            alert: burnAlertNames[severity],
            expr: conditions.join(' or '),
            severity,
            labels: { objective },
            summary: `${subject.app}: {{ $value | humanizePercentage }} of the requests ${bad}`,
            description: `At this rate ${spent} is spent; ${rounded(share * 100)} % of the requests must be good over ${rangeOf(window)}. ${advice[severity]}`,
        };
    }));
}
const burnRate = ({ spent, long }, window) => (spent * window) / long;
function rangeOf(ms) {
    if (ms % day === 0)
        return `${ms / day}d`;
    return ms % hour === 0 ? `${ms / hour}h` : `${Math.round(ms / minute)}m`;
}
const rounded = (value) => Number(value.toPrecision(8));


/***/ }),

/***/ 35348:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Nc: () => (/* binding */ eventAlertNames),
/* harmony export */   WL: () => (/* binding */ securityEventAlerts),
/* harmony export */   tt: () => (/* binding */ securityEventCounter)
/* harmony export */ });
/* harmony import */ var _analysis_selector_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(11775);

const fewestLogins = 10;
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
            expr: `sum(increase(${own(logins.failed)}[5m])) / (sum(increase(${own(logins.total)}[5m])) >= ${fewestLogins}) > ${logins.max / 100}`,
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
        alerts.push({
            alert: 'SlipwayAbnormalBehavior',
            for: '5m',
            severity: 'warning',
            labels: { event: 'behavior' },
            expr: `sum(rate(${events}[5m])) > ${abnormal} * sum(rate(${events}[7d] offset 1h)) and on () count(${events} offset 7d) > 0`,
            summary: `${app}: a security metric is more than ${abnormal} times its average of the last week`,
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
const ownCounter = (selector, { namespace }) => (0,_analysis_selector_js__WEBPACK_IMPORTED_MODULE_0__/* .narrowed */ .fQ)(selector, [{ label: 'namespace', operator: '=', value: namespace }]);
const happened = (counter) => `sum(increase(${counter}[5m])) > 0 or sum(${counter} unless ${counter} offset 5m) > 0`;


/***/ }),

/***/ 36196:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   exporterNames: () => (/* binding */ exporterNames),
/* harmony export */   monitoringSubject: () => (/* binding */ monitoringSubject),
/* harmony export */   ownLabels: () => (/* binding */ ownLabels),
/* harmony export */   ownSelector: () => (/* binding */ ownSelector),
/* harmony export */   podMatchers: () => (/* binding */ podMatchers),
/* harmony export */   requirePrometheus: () => (/* binding */ requirePrometheus),
/* harmony export */   sourceJob: () => (/* binding */ sourceJob)
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
    return [
        { label: 'namespace', operator: '=', value: namespace },
        { label: 'pod', operator: '=~', value: _owned_js__WEBPACK_IMPORTED_MODULE_3__/* .podNames */ .Y[kind](name) },
    ];
}
const ownLabels = ({ app, environment, namespace }) => ({ app, environment, namespace });
function ownSelector(name, subject, more = {}) {
    const labels = Object.entries({ ...ownLabels(subject), ...more });
    return `${name}{${labels.map(([label, value]) => `${label}="${value}"`).join(',')}}`;
}
const exporterNames = ({ settings: { sources } }) => ['node', 'postgres', 'redis'].filter(name => sources[name] !== undefined);
const sourceJob = ({ app, environment }, source) => `slipway-${app}-${environment}-${source}`;


/***/ }),

/***/ 11382:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   hasData: () => (/* binding */ hasData),
/* harmony export */   headlineOf: () => (/* binding */ headlineOf),
/* harmony export */   monitorSummary: () => (/* binding */ monitorSummary),
/* harmony export */   tablesOf: () => (/* binding */ tablesOf)
/* harmony export */ });
/* harmony import */ var _monitoring_health_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(32588);
/* harmony import */ var _toolkit_duration_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(38650);
/* harmony import */ var _toolkit_markdown_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(991);
/* harmony import */ var _toolkit_operations_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(78968);
/* harmony import */ var _acceptance_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(25113);





function monitorSummary(report) {
    const { app, environment, notes, reasons } = report;
    const { mark, what, next } = headlineOf(report);
    return (0,_toolkit_markdown_js__WEBPACK_IMPORTED_MODULE_3__/* .paragraphs */ .qN)([
        `### ${mark} ${(0,_toolkit_markdown_js__WEBPACK_IMPORTED_MODULE_3__/* .cell */ .Hn)(app)} → ${(0,_toolkit_markdown_js__WEBPACK_IMPORTED_MODULE_3__/* .cell */ .Hn)(environment)}: ${(0,_toolkit_markdown_js__WEBPACK_IMPORTED_MODULE_3__/* .cell */ .Hn)(what)}`,
        reasons.map(({ sentence }) => `- ${(0,_toolkit_markdown_js__WEBPACK_IMPORTED_MODULE_3__/* .cell */ .Hn)(sentence)}`).join('\n'),
        next === undefined ? '' : `**Next:** ${(0,_toolkit_markdown_js__WEBPACK_IMPORTED_MODULE_3__/* .cell */ .Hn)(next)}`,
        ...tablesOf(report).map(({ head, rows }) => (0,_toolkit_markdown_js__WEBPACK_IMPORTED_MODULE_3__/* .table */ .tp)(head, rows)),
        ...(0,_acceptance_js__WEBPACK_IMPORTED_MODULE_4__/* .acceptanceParts */ .sv)(app, report.acceptance?.results ?? []),
        notes.length === 0 ? '' : `Also changed, without harm to users: ${notes.map(_toolkit_markdown_js__WEBPACK_IMPORTED_MODULE_3__/* .cell */ .Hn).join('; ')}.`,
    ]);
}
function headlineOf({ verdict, release, reasons, refusal }) {
    const which = release === undefined ? 'no release' : `release ${release}`;
    if (verdict === 'superseded')
        return { mark: '✅', mood: 'open', what: 'another release is live', next: undefined };
    if (verdict === 'healthy')
        return { mark: '✅', mood: 'good', what: `${which} is healthy`, next: undefined };
    if (verdict === 'unknown')
        return {
            mark: '⚠️',
            mood: 'open',
            what: `it is unknown whether ${which} is healthy`,
            next: 'correct what is named above; until then `monitor` cannot detect a harmful release',
        };
    const byRelease = reasons.some(({ sinceRelease }) => sinceRelease);
    const next = !byRelease
        ? 'nothing shows that the release is the cause, so it is not rolled back; check what the application depends on'
        : refusal === undefined
            ? 'it was rolled back; see below'
            : `if the release is the cause, ${(0,_toolkit_operations_js__WEBPACK_IMPORTED_MODULE_2__/* .howToRun */ .RG)('rollback')}; it is not rolled back automatically: ${refusal}`;
    return { mark: '❌', mood: 'bad', what: `${which} is degraded`, next };
}
function tablesOf({ readings }) {
    if (readings === undefined)
        return [];
    const { comparisons, objectives, targets, alerts, standbys } = readings;
    const share = (value) => (value === undefined ? '–' : (0,_monitoring_health_js__WEBPACK_IMPORTED_MODULE_0__/* .percent */ .KN)(value));
    const all = [
        {
            title: 'Objectives',
            head: ['objective', 'missed before', 'missed after', 'allowed', 'error budget left'],
            rows: objectives.map(({ objective, allowed, before, after, budget }) => [
                ...[objective, share(before), share(after), (0,_monitoring_health_js__WEBPACK_IMPORTED_MODULE_0__/* .percent */ .KN)(allowed), share(budget)],
            ]),
        },
        {
            title: 'Before and after the release',
            head: ['signal', 'before', 'after', 'change'],
            rows: comparisons
                .filter(hasData)
                .map(({ signal, before, after, change }) => [
                ...[signal.title, (0,_monitoring_health_js__WEBPACK_IMPORTED_MODULE_0__/* .quantity */ .au)(before, signal.unit), (0,_monitoring_health_js__WEBPACK_IMPORTED_MODULE_0__/* .quantity */ .au)(after, signal.unit)],
                changeWords[change],
            ]),
        },
        {
            title: 'Scrape targets',
            head: ['source', 'up', 'down'],
            rows: targets.map(({ name, up, down }) => [name, String(up), down.join(', ')]),
        },
        {
            title: 'Standbys',
            head: ['at most behind', 'promised', 'counted'],
            rows: standbys.map(({ lag, promised, within }) => [
                ...[(0,_toolkit_duration_js__WEBPACK_IMPORTED_MODULE_1__/* .formatDuration */ .a3)(lag), String(promised), String(within ?? '–')],
            ]),
        },
        {
            title: 'Firing alerts',
            head: ['alert', 'severity', 'since (UTC)'],
            rows: alerts.map(({ name, severity, since }) => [
                ...[
                    name,
                    severity,
                    since === undefined ? '–' : new Date(since).toISOString().slice(0, 16).replace('T', ' '),
                ],
            ]),
        },
    ];
    return all.filter(({ rows }) => rows.length > 0);
}
const hasData = ({ before, after }) => before !== undefined || after !== undefined;
const changeWords = {
    same: 'same',
    worse: 'worse',
    better: 'better',
    changed: 'changed',
    'no-data': 'not compared',
};


/***/ }),

/***/ 8999:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   K: () => (/* binding */ firstOf),
/* harmony export */   h: () => (/* binding */ counted)
/* harmony export */ });
const counted = (count, noun) => `${count} ${noun}${count === 1 ? '' : 's'}`;
const firstOf = ([first, ...others]) => first === undefined || others.length === 0 ? first : `${first} (and ${others.length} more)`;


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
