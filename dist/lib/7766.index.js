export const id = 7766;
export const ids = [7766,1067];
export const modules = {

/***/ 75181:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   LK: () => (/* binding */ zoneLabel),
/* harmony export */   cP: () => (/* binding */ hasLabels),
/* harmony export */   de: () => (/* binding */ selectorMatches),
/* harmony export */   kE: () => (/* binding */ zoneOf),
/* harmony export */   ko: () => (/* binding */ selects)
/* harmony export */ });
const zoneLabel = 'topology.kubernetes.io/zone';
const zoneOf = ({ metadata }) => metadata?.labels?.[zoneLabel];
const hasLabels = (wanted = {}, labels = {}) => Object.entries(wanted).every(([key, value]) => labels[key] === value);
const selects = (selector = {}, labels = {}) => Object.keys(selector).length > 0 && hasLabels(selector, labels);
function selectorMatches(selector, labels) {
    const { matchLabels, matchExpressions = [] } = (selector ?? {});
    return (hasLabels(matchLabels, labels) &&
        matchExpressions.every(({ key, operator, values = [] }) => {
            const value = labels[key];
            if (operator === 'Exists')
                return value !== undefined;
            if (operator === 'DoesNotExist')
                return value === undefined;
            const among = value !== undefined && values.includes(value);
            return operator === 'In' ? among : !among;
        }));
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
        description: 'The environment variable that holds a bearer token for `url`; with `NAME_FILE` instead, the path of a file that is read anew for each request.',
        example: 'ALERTMANAGER_TOKEN',
    }),
    ca: _formats_js__WEBPACK_IMPORTED_MODULE_0__/* .environmentVariableSchema */ .fj.exactOptional().meta({
        description: 'The environment variable that holds the certificates of the authorities for `url`, as PEM. Default: those of the system.',
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
        addIssue(`has \`${first}\` with \`service\`, but the API server's proxy passes no credentials on; write \`url\` instead, or remove \`${first}\``);
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
/* harmony export */   Gx: () => (/* binding */ labelSchema),
/* harmony export */   LU: () => (/* binding */ atLeastOne),
/* harmony export */   MN: () => (/* binding */ liveSchema),
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
const liveSchema = text(new RegExp(`^(ConfigMap|Secret)/${label}(\\.${label})*$`), {
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

/***/ 37714:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   a: () => (/* binding */ prometheusSchema)
/* harmony export */ });
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(88343);
/* harmony import */ var _toolkit_secrecy_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(60512);
/* harmony import */ var _endpoint_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(37971);
/* harmony import */ var _formats_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(18464);




const { service, url, token, ca, certificate, key } = _endpoint_js__WEBPACK_IMPORTED_MODULE_0__/* .endpointFields */ .ps;
const prometheusSchema = zod__WEBPACK_IMPORTED_MODULE_2__/* .strictObject */ .rej({
    service: service.meta({
        description: "A Service with its namespace and port, reached through the API server's proxy.",
        example: 'monitoring/prometheus:9090',
    }),
    url: url.meta({
        description: 'An address that the runner can reach.',
        example: 'https://prometheus.example.com',
    }),
    token: token.meta({
        description: 'The environment variable that holds a bearer token for `url`; with `NAME_FILE` instead, the path of a file that is read anew for each request. The reusable workflows take the values by the secret `logins`.',
        example: 'PROMETHEUS_TOKEN',
    }),
    username: (0,_formats_js__WEBPACK_IMPORTED_MODULE_1__/* .text */ .Qq)(/^[^\p{Cc}:]{1,255}$/u, {
        problem: 'is not a user name',
        remedy: 'write it on one line and without ":"',
    })
        .exactOptional()
        .meta({
        description: 'The user for basic authentication; `token` then names the variable with the password.',
        example: '123456',
    }),
    ...{ ca, certificate, key },
    sigv4: zod__WEBPACK_IMPORTED_MODULE_2__/* .strictObject */ .rej({
        region: (0,_formats_js__WEBPACK_IMPORTED_MODULE_1__/* .text */ .Qq)(/^[a-z]{2,4}(-[a-z]+)+-\d$/, {
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
    headers: zod__WEBPACK_IMPORTED_MODULE_2__/* .record */ .g1P(_formats_js__WEBPACK_IMPORTED_MODULE_1__/* .headerNameSchema */ .Og.refine(name => !(0,_toolkit_secrecy_js__WEBPACK_IMPORTED_MODULE_3__/* .namesSecret */ .L4)(name) && !/^(host|cookie|connection|content-|x-amz-)/i.test(name), {
        error: 'is a header for a credential, or one that is set already; write a credential as `token`',
    }), (0,_formats_js__WEBPACK_IMPORTED_MODULE_1__/* .text */ .Qq)(/^[\x20-\x7e]{1,500}$/, {
        problem: 'is not the value of a header',
        remedy: 'write it on one line in ASCII',
    }))
        .exactOptional()
        .meta({
        description: 'Headers of each request that are no secrets, such as the tenant of Mimir, Cortex or Thanos.',
        example: { 'X-Scope-OrgID': 'shop' },
    }),
})
    .refine(_endpoint_js__WEBPACK_IMPORTED_MODULE_0__/* .hasOneAddress */ .FD, {
    error: 'needs either `service` or `url`; write `prometheus: {service: monitoring/prometheus:9090}`',
})
    .refine(({ username, token }) => username === undefined || token !== undefined, {
    error: 'has `username` without `token`; add `token`, the environment variable with the password',
})
    .superRefine(_endpoint_js__WEBPACK_IMPORTED_MODULE_0__/* .checkLogin */ .wD);


/***/ }),

/***/ 32348:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   f: () => (/* binding */ watchedDatabases)
/* harmony export */ });
const watchedDatabases = (recovery) => Object.entries(recovery?.databases ?? {}).filter(([, database]) => database.replicas.length > 0 || database['archive-timeout'] !== undefined);


/***/ }),

/***/ 34730:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   U: () => (/* binding */ drift)
/* harmony export */ });
/* harmony import */ var _release_preflight_difference_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1896);
/* harmony import */ var _toolkit_map_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(60630);
/* harmony import */ var _order_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(88325);



function drift(expected, found) {
    const [then, now] = [byKey(expected), byKey(found)];
    const scaled = scaledIn([...expected.objects, ...found.objects]);
    return [
        ...[...then.keys()]
            .filter(key => !now.has(key))
            .map((object) => ({ kind: 'missing', object, sentence: `${object} is missing` })),
        ...[...now.keys()]
            .filter(key => !then.has(key))
            .map((object) => ({ kind: 'unexpected', object, sentence: `${object} is new` })),
        ...[...then].flatMap(([key, before]) => {
            const after = now.get(key);
            if (after === undefined)
                return [];
            return (0,_release_preflight_difference_js__WEBPACK_IMPORTED_MODULE_0__.differences)(before, after, scaled.has(key) ? ['spec.replicas'] : []).map((each) => ({
                kind: 'changed',
                object: key,
                field: each.path,
                sentence: sentenceOf(key, each),
            }));
        }),
    ].sort((a, b) => compare(a.object, b.object) || compare(a.field ?? '', b.field ?? ''));
}
function sentenceOf(object, { path, before, after }) {
    if (before === undefined)
        return `${object} has ${path} = ${after}, which it did not have before`;
    if (after === undefined)
        return `${object} no longer has ${path}, which was ${before}`;
    return `${object} has ${path} = ${after}, which was ${before}`;
}
const byKey = ({ objects }) => new Map(objects.map(each => [(0,_order_js__WEBPACK_IMPORTED_MODULE_1__/* .keyOf */ .TN)(each), each]));
function scaledIn(objects) {
    const keys = objects.flatMap(object => {
        if (object.kind !== 'HorizontalPodAutoscaler' || !(0,_toolkit_map_js__WEBPACK_IMPORTED_MODULE_2__/* .isMap */ .jh)(object.spec))
            return [];
        const { scaleTargetRef: target } = object.spec;
        if (!(0,_toolkit_map_js__WEBPACK_IMPORTED_MODULE_2__/* .isMap */ .jh)(target))
            return [];
        const { apiVersion = '', kind, name } = target;
        const metadata = { ...object.metadata, name: String(name) };
        return [(0,_order_js__WEBPACK_IMPORTED_MODULE_1__/* .keyOf */ .TN)({ apiVersion: String(apiVersion), kind: String(kind), metadata })];
    });
    return new Set(keys);
}
const compare = (a, b) => (a < b ? -1 : Number(a > b));


/***/ }),

/***/ 91002:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   J5: () => (/* binding */ refused),
/* harmony export */   Jq: () => (/* binding */ parseSnapshots),
/* harmony export */   PR: () => (/* binding */ progressIn),
/* harmony export */   QB: () => (/* binding */ parseCheck),
/* harmony export */   _I: () => (/* binding */ isKnownVersion),
/* harmony export */   co: () => (/* binding */ exits),
/* harmony export */   k8: () => (/* binding */ parseRestored),
/* harmony export */   ot: () => (/* binding */ parseVersion),
/* harmony export */   wE: () => (/* binding */ parseBackupSummary)
/* harmony export */ });
/* harmony import */ var _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(92317);
/* harmony import */ var _toolkit_map_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(60630);
/* harmony import */ var _toolkit_secrecy_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(60512);
/* harmony import */ var _restic_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(89643);




function parseSnapshots({ stdout }) {
    let list;
    try {
        list = JSON.parse(stdout);
    }
    catch (cause) {
        throw unreadable('a list of snapshots', cause);
    }
    if (!Array.isArray(list))
        throw unreadable('a list of snapshots');
    return (0,_toolkit_map_js__WEBPACK_IMPORTED_MODULE_1__/* .mapsIn */ .nf)(list).map(({ id, time, hostname, paths, tags }) => {
        const at = Date.parse(String(time));
        if (typeof id !== 'string' || !(0,_restic_js__WEBPACK_IMPORTED_MODULE_2__/* .isSnapshotId */ .Yr)(id) || Number.isNaN(at))
            throw unreadable('a snapshot');
        return { id, at, name: String(hostname), folders: (0,_toolkit_map_js__WEBPACK_IMPORTED_MODULE_1__/* .textsIn */ .Ej)(paths), tags: (0,_toolkit_map_js__WEBPACK_IMPORTED_MODULE_1__/* .textsIn */ .Ej)(tags) };
    });
}
function parseBackupSummary({ stdout }) {
    const said = linesIn(stdout).findLast(each => each.message_type === 'summary');
    const { snapshot_id: snapshot, total_files_processed: files, total_bytes_processed: bytes } = said ?? {};
    if (typeof snapshot !== 'string' || !(0,_restic_js__WEBPACK_IMPORTED_MODULE_2__/* .isSnapshotId */ .Yr)(snapshot))
        return undefined;
    const added = said?.data_added_packed ?? said?.data_added;
    return { snapshot, files: Number(files), bytes: Number(bytes), added: Number(added) };
}
function progressIn(line) {
    const said = (0,_toolkit_map_js__WEBPACK_IMPORTED_MODULE_1__/* .jsonMap */ .vM)(line);
    if (said?.message_type !== 'status')
        return undefined;
    const [done, all] = [Number(said.bytes_done ?? said.bytes_restored ?? 0), Number(said.total_bytes ?? 0)];
    const megabytes = (bytes) => `${(bytes / 1e6).toFixed(0)} MB`;
    if (all === 0 && done >= 1e6)
        return megabytes(done);
    if (!(all > 0) || !(done < all))
        return undefined;
    return `${Math.floor((100 * done) / all)} % (${megabytes(done)} of ${megabytes(all)})`;
}
function parseCheck(answer) {
    const { code, stdout, stderr } = answer;
    const summary = linesIn(stdout).findLast(each => each.message_type === 'summary');
    const said = linesIn(stderr)
        .filter(each => each.message_type === 'error')
        .map(each => plain(each.message))
        .filter(text => text !== '' && !/^(The repository |restic repair|Damaged pack files)/.test(text));
    if (code === 0 && summary?.num_errors === 0 && said.length === 0)
        return [];
    if (said.length > 0)
        return said;
    return [messageOf(answer) || `restic check exited with ${code ?? 'a signal'} and printed no error`];
}
function parseRestored({ stdout }) {
    const said = linesIn(stdout).findLast(each => each.message_type === 'summary');
    if (said === undefined)
        return undefined;
    return { files: Number(said.files_restored ?? 0), bytes: Number(said.bytes_restored ?? 0) };
}
function parseVersion({ stdout }) {
    const version = linesIn(stdout).find(each => each.message_type === 'version')?.version;
    return typeof version === 'string' ? version : undefined;
}
function isKnownVersion(version) {
    const [, major, minor] = /^(\d+)\.(\d+)/.exec(version) ?? [];
    return Number(major) === 0 && Number(minor) >= 17 && Number(minor) <= 18;
}
const meanings = {
    3: [
        'it could not read some of the files',
        'check that its user may read them; the incomplete backup does not count',
    ],
    10: [
        'there is no repository',
        'check its address; if there never was a repository, the first backup creates it',
    ],
    11: [
        'another process has locked the repository',
        'wait until that one has ended; the lock of a pod that died can be removed after 30 minutes, with `restic unlock`',
    ],
    12: ['the passphrase is wrong', 'use the passphrase that the repository was created with'],
    126: ['it is not installed', 'use an image with restic 0.17 or 0.18'],
    127: ['it is not installed', 'use an image with restic 0.17 or 0.18'],
};
const exits = { partial: 3, none: 10, locked: 11, passphrase: 12 };
function refused(repository, what, answer) {
    const { code } = answer;
    const [problem, remedy] = meanings[code ?? 0] ?? [
        `it exited with ${code ?? 'a signal'}`,
        'read its error, and check that the repository can be reached',
    ];
    const said = (0,_toolkit_secrecy_js__WEBPACK_IMPORTED_MODULE_3__/* .withoutSecrets */ .cT)(messageOf(answer), Object.values(repository.environment));
    return new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo(`restic cannot ${what} in ${repository.name}: ${problem}${said === '' ? '' : ` (${said})`}`, remedy);
}
function messageOf({ stderr }) {
    const said = stderr.split('\n').map(line => {
        const map = (0,_toolkit_map_js__WEBPACK_IMPORTED_MODULE_1__/* .jsonMap */ .vM)(line);
        if (map === undefined)
            return plain(line);
        const { error, item } = map;
        const message = plain((0,_toolkit_map_js__WEBPACK_IMPORTED_MODULE_1__/* .isMap */ .jh)(error) ? error.message : map.message);
        return typeof item === 'string' && !message.includes(item) ? `${plain(item)}: ${message}` : message;
    });
    const all = said.filter(line => line !== '');
    const more = all.length > 3 ? `, and ${all.length - 3} more lines` : '';
    return `${all.slice(0, 3).join('; ')}${more}`.slice(0, 500);
}
const plain = (message) => String(message ?? '')
    .replace(/\s+/g, ' ')
    .trim();
const linesIn = (text) => text
    .split('\n')
    .map(line => (0,_toolkit_map_js__WEBPACK_IMPORTED_MODULE_1__/* .jsonMap */ .vM)(line))
    .filter(each => each !== undefined);
const unreadable = (what, cause) => new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo(`the output of restic is not ${what}`, 'use restic 0.17 or 0.18', { cause });


/***/ }),

/***/ 7988:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   CS: () => (/* binding */ listFiles),
/* harmony export */   FR: () => (/* binding */ backUpFilesTo),
/* harmony export */   ix: () => (/* binding */ megabytes)
/* harmony export */ });
/* unused harmony export backUpFiles */
/* harmony import */ var _toolkit_count_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(8999);
/* harmony import */ var _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(92317);
/* harmony import */ var _toolkit_parallel_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(48961);
/* harmony import */ var _answers_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(91002);
/* harmony import */ var _listing_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(27833);
/* harmony import */ var _listing_script_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(60985);
/* harmony import */ var _repository_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(34809);
/* harmony import */ var _restic_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(89643);








async function backUpFiles(task) {
    const { stored, listing, version } = await backUpFilesTo(task, [task.repository]);
    const [only] = stored;
    if (only === undefined)
        throw new Error('no backup was stored in the only repository');
    return { ...only, listing, version };
}
async function backUpFilesTo(task, repositories) {
    const { source, exec, signal, report } = task;
    const [version, seen] = await (0,_toolkit_parallel_js__WEBPACK_IMPORTED_MODULE_5__.bothOf)(signal, until => (0,_repository_js__WEBPACK_IMPORTED_MODULE_4__/* .knownVersion */ .uQ)({ ...task, repository: repositories[0], signal: until }), until => listFiles(exec, source.folder, until));
    const bytes = seen.reduce((sum, each) => sum + each.bytes, 0);
    const made = [];
    for (const repository of repositories) {
        report(`${source.name}: backing up ${(0,_toolkit_count_js__WEBPACK_IMPORTED_MODULE_6__/* .counted */ .h)(seen.length, 'file')}, ${megabytes(bytes)}, to ${repository.name}`);
        made.push(await store({ ...task, repository }));
    }
    const [status, snapshots] = await (0,_toolkit_parallel_js__WEBPACK_IMPORTED_MODULE_5__.bothOf)(signal, until => asked(exec, (0,_listing_script_js__WEBPACK_IMPORTED_MODULE_3__/* .statusListing */ .tO)(source.folder), source.folder, until), until => (0,_toolkit_parallel_js__WEBPACK_IMPORTED_MODULE_5__.mapOf)(made, made.length, ({ repository, id }) => confirmed({ ...task, repository, signal: until }, id)));
    const listing = (0,_listing_js__WEBPACK_IMPORTED_MODULE_2__/* .withoutChanges */ .MT)(seen, (0,_listing_js__WEBPACK_IMPORTED_MODULE_2__/* .parseStatus */ .i$)(status));
    for (const each of made)
        mustHold(source, listing, each);
    for (const line of summary(source, listing, made[0]?.added ?? 0))
        report(line);
    const stored = snapshots.map((snapshot, at) => ({ snapshot, added: made[at]?.added ?? 0 }));
    return { stored, listing, version };
}
async function store(task) {
    const { repository, source, tags } = task;
    const command = (0,_restic_js__WEBPACK_IMPORTED_MODULE_7__/* .backup */ .RR)(source, tags);
    let answer = await (0,_repository_js__WEBPACK_IMPORTED_MODULE_4__/* .call */ .T1)(task, command, source.name);
    if (answer.code === _answers_js__WEBPACK_IMPORTED_MODULE_1__/* .exits */ .co.none) {
        await createFirst(task);
        answer = await (0,_repository_js__WEBPACK_IMPORTED_MODULE_4__/* .call */ .T1)(task, command, source.name);
    }
    if (answer.code !== 0)
        throw (0,_answers_js__WEBPACK_IMPORTED_MODULE_1__/* .refused */ .J5)(repository, `back up ${source.name}`, answer);
    const made = (0,_answers_js__WEBPACK_IMPORTED_MODULE_1__/* .parseBackupSummary */ .wE)(answer);
    return { repository, id: made?.snapshot, added: made?.added ?? 0, files: made?.files ?? 0 };
}
async function createFirst(task) {
    const { repository, source, report } = task;
    await (0,_repository_js__WEBPACK_IMPORTED_MODULE_4__/* .createRepository */ .vB)(task);
    report(`${source.name}: created a restic repository in ${repository.name}`);
}
async function listFiles(exec, folder, signal) {
    return (0,_listing_js__WEBPACK_IMPORTED_MODULE_2__/* .parseListed */ .Jc)(await asked(exec, (0,_listing_script_js__WEBPACK_IMPORTED_MODULE_3__/* .listing */ .RR)(folder), folder, signal));
}
async function asked(exec, command, folder, signal) {
    const { code, stdout, stderr } = await exec(command, { signal });
    if (signal.aborted)
        throw (0,_toolkit_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .cancelled */ .KW)();
    if (code === 0)
        return stdout;
    throw new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo(`the files in ${folder} cannot be listed (exit code ${code ?? 'unknown'}): ${stderr.trim().slice(0, 300)}`, 'check that the folder exists and may be read');
}
async function confirmed(task, id) {
    const { source, repository } = task;
    const found = (await (0,_repository_js__WEBPACK_IMPORTED_MODULE_4__/* .snapshotsOf */ .XO)(task, source))?.find(each => each.id === id);
    if (found?.folders.includes(source.folder))
        return found;
    throw new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo(`the backup of ${source.name} is not in ${repository.name}, although restic reported success`, 'check whether another run deleted it, then run the step again');
}
function mustHold({ name }, listing, { repository, files }) {
    const { least, most } = (0,_listing_js__WEBPACK_IMPORTED_MODULE_2__/* .regularIn */ .k3)(listing);
    if (files >= least && files <= most)
        return;
    throw new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo(`restic backed up ${(0,_toolkit_count_js__WEBPACK_IMPORTED_MODULE_6__/* .counted */ .h)(files, 'file')} of ${name} in ${repository.name}, but ${least} were listed`, files < least
        ? 'find out why restic skips some of them, such as an exclude rule, then run the step again'
        : 'find out which of them are outside of the folder, then run the step again');
}
function summary({ name }, listing, added) {
    const { count, bytes } = (0,_listing_js__WEBPACK_IMPORTED_MODULE_2__/* .totalsOf */ .vA)(listing);
    const lines = [
        `${name}: backed up ${(0,_toolkit_count_js__WEBPACK_IMPORTED_MODULE_6__/* .counted */ .h)(count, 'file')}, ${megabytes(bytes)}; stored ${megabytes(added)} of new data`,
    ];
    const { unsettled } = listing;
    if (unsettled.length === 0)
        return lines;
    const some = unsettled.slice(0, 3).map(_listing_js__WEBPACK_IMPORTED_MODULE_2__/* .shown */ .SP).join(', ');
    const changed = `${(0,_toolkit_count_js__WEBPACK_IMPORTED_MODULE_6__/* .counted */ .h)(unsettled.length, 'file')} changed during the backup and cannot be compared after a restore: ${some}`;
    return [...lines, `${name}: ${changed}${unsettled.length > 3 ? ', …' : ''}`];
}
const megabytes = (bytes) => `${(bytes / 1e6).toFixed(1)} MB`;


/***/ }),

/***/ 80048:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  yP: () => (/* binding */ backUpSource),
  T_: () => (/* binding */ checkRepositories),
  Ke: () => (/* binding */ expireSources),
  VZ: () => (/* binding */ sourceName)
});

// EXTERNAL MODULE: ./.build/js/src/toolkit/errors.js
var errors = __webpack_require__(92317);
// EXTERNAL MODULE: ./.build/js/src/recovery/checksum.js
var checksum = __webpack_require__(77462);
// EXTERNAL MODULE: ./.build/js/src/recovery/files/backing-up.js
var backing_up = __webpack_require__(7988);
// EXTERNAL MODULE: ./.build/js/src/toolkit/duration.js
var duration = __webpack_require__(38650);
// EXTERNAL MODULE: ./.build/js/src/toolkit/parallel.js
var parallel = __webpack_require__(48961);
// EXTERNAL MODULE: ./.build/js/src/recovery/files/answers.js
var answers = __webpack_require__(91002);
// EXTERNAL MODULE: ./.build/js/src/recovery/files/repository.js
var files_repository = __webpack_require__(34809);
// EXTERNAL MODULE: ./.build/js/src/recovery/files/restic.js
var restic = __webpack_require__(89643);
;// CONCATENATED MODULE: ./.build/js/src/recovery/files/checking.js






async function checkFiles(task) {
    const [fresh, whole] = await (0,parallel.bothOf)(task.signal, signal => (0,parallel.mapOf)(task.sources, 1, source => freshness({ ...task, signal }, source.name)), signal => wholeness({ ...task, signal }));
    return [...fresh, whole];
}
async function freshness(task, name) {
    const { repository, age, counts, now } = task;
    const what = `files of ${name} in ${repository.name} are fresh`;
    const rung = (state, sentence) => ({ level: 'L0', what, state, sentence });
    const all = await (0,files_repository/* snapshotsOf */.XO)(task, { name }).catch((error) => {
        if (error instanceof errors/* UserError */.yo && !task.signal.aborted)
            return error;
        throw error;
    });
    if (all instanceof errors/* UserError */.yo)
        return rung('failed', all.message);
    if (all === undefined)
        return rung('failed', `there is no restic repository in ${repository.name}`);
    const newest = all.findLast(({ id }) => counts === undefined || counts.has(id));
    if (newest === undefined)
        return rung('failed', 'there is no backup of these files');
    const old = now() - newest.at;
    const sentence = `the newest backup is ${textOf(newest)}, ${(0,duration/* formatDuration */.a3)(rounded(old))} old`;
    return old <= age
        ? rung('passed', sentence)
        : rung('failed', `${sentence}; the limit is ${(0,duration/* formatDuration */.a3)(age)}`);
}
async function wholeness(task) {
    const { repository, now, subset = (0,restic/* subsetOfWeek */.M8)(now()) } = task;
    const begun = now();
    const answer = await (0,files_repository/* call */.T1)(task, (0,restic/* check */.z6)(subset));
    const rung = (state, sentence) => ({
        level: 'L1',
        what: `files in ${repository.name}`,
        state,
        sentence,
        took: now() - begun,
    });
    if (answer.code === answers/* exits */.co.locked)
        return rung('skipped', (0,answers/* refused */.J5)(repository, 'check data', answer).message);
    if (answer.code === answers/* exits */.co.none || answer.code === answers/* exits */.co.passphrase)
        return rung('failed', (0,answers/* refused */.J5)(repository, 'check data', answer).message);
    const [first, ...more] = (0,answers/* parseCheck */.QB)(answer);
    const part = subset.of === 1 ? 'all data' : `part ${subset.part} of ${subset.of}`;
    if (first === undefined)
        return rung('passed', `the repository is complete, and ${part} was read back without errors`);
    return rung('failed', `${first.slice(0, 300)}${more.length === 0 ? '' : `, and ${more.length} more`}`);
}
const textOf = ({ id }) => id.slice(0, 8);
const rounded = (milliseconds) => Math.max(0, Math.round(milliseconds / 1000) * 1000);

// EXTERNAL MODULE: ./.build/js/src/toolkit/count.js
var count = __webpack_require__(8999);
// EXTERNAL MODULE: ./.build/js/src/recovery/retention.js
var retention = __webpack_require__(61335);
;// CONCATENATED MODULE: ./.build/js/src/recovery/files/expiring.js






async function expireFiles(task) {
    const { source, repository, policy, verified, now, report } = task;
    if (repository.locked === true)
        throw new errors/* UserError */.yo(`backups in ${repository.name} cannot be deleted: the repository is locked`, 'let its storage expire locked backups, or delete them by hand');
    const all = (await (0,files_repository/* snapshotsOf */.XO)(task, source)) ?? [];
    const judged = retain(all, { verified, needed: task.needed ?? new Set() }, policy, now());
    if (judged.expired.length === 0)
        return judged;
    const faults = (0,answers/* parseCheck */.QB)(await (0,files_repository/* call */.T1)(task, (0,restic/* check */.z6)((0,restic/* subsetOfWeek */.M8)(now()))));
    if (faults.length > 0)
        throw new errors/* UserError */.yo(`no backup is deleted from ${repository.name}, because its check failed: ${faults[0]?.slice(0, 300)}`, 'repair the repository first: the old backups may be the only ones that can still be restored');
    for (const { backup, why } of judged.expired)
        report(`${source.name}: deleting ${backup.label.slice(0, 8)}: ${why}`);
    const ids = judged.expired.map(({ backup }) => backup.label);
    await (0,files_repository/* must */.sb)(task, `forget ${(0,count/* counted */.h)(ids.length, 'backup')}`, (0,restic/* forget */.y6)(ids));
    const still = new Set((await (0,files_repository/* snapshotsOf */.XO)(task, source))?.map(({ id }) => id));
    const left = ids.filter(id => still.has(id));
    if (left.length > 0)
        throw new errors/* UserError */.yo(`${(0,count/* counted */.h)(left.length, 'backup')} of ${source.name} could not be deleted from ${repository.name}`, 'check that the credentials allow deletion');
    await (0,files_repository/* must */.sb)(task, 'delete data that no backup needs', restic/* prune */.R3);
    return judged;
}
function retain(snapshots, { verified, needed, }, policy, now) {
    const backups = snapshots.map(({ id, at }) => {
        const verifiedAt = verified.get(id);
        return {
            ...{ label: id, type: 'full', finishedAt: at },
            ...(verifiedAt === undefined ? {} : { verifiedAt }),
            ...(needed.has(id) ? { needed: retention/* neededBySet */.L } : {}),
        };
    });
    return (0,retention/* keep */.a)(backups, policy, now);
}

;// CONCATENATED MODULE: ./.build/js/src/recovery/files/backup-sources.js





function sourceName({ app, environment }, name) {
    const whole = `${app}/${environment}/${name}`;
    return whole.length <= 253 ? whole : (0,checksum/* sha256Of */.Bj)(whole);
}
const fresh = 86_400_000;
async function backUpSource(run, kept) {
    const source = { name: sourceName(run.owner, kept.name), folder: kept.folder };
    const task = { ...run, source, exec: kept.exec };
    const { stored, listing, version } = await (0,backing_up/* backUpFilesTo */.FR)(task, kept.repositories);
    const each = stored.map(({ snapshot, added }, at) => ({
        repository: kept.repositories[at]?.name ?? '',
        snapshot: snapshot.id,
        added,
    }));
    return {
        ...{ source: kept, listing, version },
        backups: each.map(({ repository, snapshot }) => ({ repository, snapshot })),
        sentences: each.map(({ repository, snapshot, added }) => `${repository}: ${snapshot.slice(0, 8)}, ${(0,backing_up/* megabytes */.ix)(added)} added`),
    };
}
async function checkRepositories(run, all) {
    const rungs = [];
    for (const { repository, exec, members } of byRepository(all)) {
        run.report(`${repository.name}: checking the restic repository`);
        const sources = members.map(({ source }) => ({ name: sourceName(run.owner, source.name) }));
        rungs.push(...(await checkFiles({
            ...{ ...run, exec, repository, sources, age: fresh },
            counts: new Set(members.flatMap(({ backups }) => backups.map(({ snapshot }) => snapshot))),
        })));
    }
    return rungs;
}
async function expireSources(run, all, policy, { verified, needed }) {
    const problems = [];
    for (const { repository, exec, members } of byRepository(all)) {
        if (repository.locked === true)
            continue;
        for (const { source: kept } of members)
            try {
                const source = { name: sourceName(run.owner, kept.name) };
                await expireFiles({ ...run, exec, repository, source, policy, verified, needed });
            }
            catch (error) {
                if (!(error instanceof errors/* UserError */.yo) || run.signal.aborted)
                    throw error;
                problems.push(error.sentence);
            }
    }
    return problems;
}
function byRepository(all) {
    const names = [...new Set(all.flatMap(({ source }) => source.repositories.map(({ name }) => name)))];
    return names.flatMap(name => {
        const members = all.filter(({ source: kept }) => kept.repositories.some(each => each.name === name));
        const [first] = members;
        const repository = first?.source.repositories.find(each => each.name === name);
        return first === undefined || repository === undefined
            ? []
            : [{ repository, exec: first.source.exec, members }];
    });
}


/***/ }),

/***/ 34809:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   T1: () => (/* binding */ call),
/* harmony export */   XO: () => (/* binding */ snapshotsOf),
/* harmony export */   sb: () => (/* binding */ must),
/* harmony export */   tN: () => (/* binding */ callInto),
/* harmony export */   uQ: () => (/* binding */ knownVersion),
/* harmony export */   vB: () => (/* binding */ createRepository)
/* harmony export */ });
/* harmony import */ var _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(92317);
/* harmony import */ var _answers_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(91002);
/* harmony import */ var _restic_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(89643);



const patience = '5m';
async function call(access, args, what = '') {
    const answer = await once(access, (0,_restic_js__WEBPACK_IMPORTED_MODULE_2__/* .restic */ .Np)(access.repository, args), what);
    if (answer.code !== _answers_js__WEBPACK_IMPORTED_MODULE_1__/* .exits */ .co.locked)
        return answer;
    await once(access, (0,_restic_js__WEBPACK_IMPORTED_MODULE_2__/* .restic */ .Np)(access.repository, _restic_js__WEBPACK_IMPORTED_MODULE_2__/* .unlock */ .Tl), what);
    return once(access, (0,_restic_js__WEBPACK_IMPORTED_MODULE_2__/* .restic */ .Np)(access.repository, args, patience), what);
}
async function once({ exec, signal, report }, { command, input }, what) {
    let last;
    const heard = (line) => {
        const progress = (0,_answers_js__WEBPACK_IMPORTED_MODULE_1__/* .progressIn */ .PR)(line);
        if (progress !== undefined && progress !== last)
            report(`${what}: ${progress}`);
        last = progress ?? last;
    };
    const answer = await exec(command, { input, signal, heard });
    if (signal.aborted)
        throw (0,_toolkit_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .cancelled */ .KW)();
    return answer;
}
async function callInto(access, args, reader, by = access.exec) {
    const { repository, signal } = access;
    const { command, input } = (0,_restic_js__WEBPACK_IMPORTED_MODULE_2__/* .resticInto */ .FM)(repository, args, reader);
    const answer = await by(command, { input, signal });
    if (signal.aborted)
        throw (0,_toolkit_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .cancelled */ .KW)();
    if (answer.code !== 0 && repository.locked !== true)
        await once(access, (0,_restic_js__WEBPACK_IMPORTED_MODULE_2__/* .restic */ .Np)(repository, _restic_js__WEBPACK_IMPORTED_MODULE_2__/* .unlock */ .Tl), '');
    return answer;
}
async function must(access, what, args) {
    const answer = await call(access, args, what);
    if (answer.code !== 0)
        throw (0,_answers_js__WEBPACK_IMPORTED_MODULE_1__/* .refused */ .J5)(access.repository, what, answer);
    return answer;
}
async function knownVersion(access) {
    const found = (0,_answers_js__WEBPACK_IMPORTED_MODULE_1__/* .parseVersion */ .ot)(await must(access, 'print its version', _restic_js__WEBPACK_IMPORTED_MODULE_2__/* .version */ .rE));
    if (found !== undefined && (0,_answers_js__WEBPACK_IMPORTED_MODULE_1__/* .isKnownVersion */ ._I)(found))
        return found;
    throw new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo(`restic ${found ?? 'of an unknown version'} is not supported`, 'use an image with restic 0.17 or 0.18');
}
async function snapshotsOf(access, source) {
    const answer = await call(access, (0,_restic_js__WEBPACK_IMPORTED_MODULE_2__/* .snapshots */ .ml)(source));
    if (answer.code === _answers_js__WEBPACK_IMPORTED_MODULE_1__/* .exits */ .co.none)
        return undefined;
    if (answer.code !== 0)
        throw (0,_answers_js__WEBPACK_IMPORTED_MODULE_1__/* .refused */ .J5)(access.repository, 'list snapshots', answer);
    return (0,_answers_js__WEBPACK_IMPORTED_MODULE_1__/* .parseSnapshots */ .Jq)(answer).sort((a, b) => a.at - b.at);
}
async function createRepository(access) {
    await must(access, 'create a repository', _restic_js__WEBPACK_IMPORTED_MODULE_2__/* .init */ .Ts);
}


/***/ }),

/***/ 16473:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  Sy: () => (/* binding */ dumpManaged),
  cw: () => (/* binding */ dumpSource)
});

// UNUSED EXPORTS: tablesRead

// EXTERNAL MODULE: ./.build/js/src/toolkit/count.js
var count = __webpack_require__(8999);
// EXTERNAL MODULE: ./.build/js/src/toolkit/errors.js
var errors = __webpack_require__(92317);
// EXTERNAL MODULE: ./.build/js/src/recovery/files/answers.js
var answers = __webpack_require__(91002);
// EXTERNAL MODULE: ./.build/js/src/recovery/files/backing-up.js
var backing_up = __webpack_require__(7988);
// EXTERNAL MODULE: ./.build/js/src/recovery/files/backup-sources.js + 2 modules
var backup_sources = __webpack_require__(80048);
// EXTERNAL MODULE: ./.build/js/src/recovery/files/repository.js
var files_repository = __webpack_require__(34809);
// EXTERNAL MODULE: ./.build/js/src/recovery/files/restic.js
var restic = __webpack_require__(89643);
// EXTERNAL MODULE: ./.build/js/src/toolkit/map.js
var map = __webpack_require__(60630);
// EXTERNAL MODULE: ./.build/js/src/recovery/postgres/inventory.js
var inventory = __webpack_require__(80845);
// EXTERNAL MODULE: ./.build/js/src/recovery/postgres/inventory-sql.js
var inventory_sql = __webpack_require__(56428);
// EXTERNAL MODULE: ./.build/js/src/recovery/postgres/sql.js
var sql = __webpack_require__(16677);
;// CONCATENATED MODULE: ./.build/js/src/recovery/managed/counting.js





const keepAlive = 30_000;
const nothing = 'select 1 where false;';
const quiet = '\\set VERBOSITY terse\nset client_min_messages = error;';
async function whileCounted({ database, converse, signal }, use) {
    if (signal.aborted)
        throw (0,errors/* cancelled */.KW)();
    const session = converse([...sql/* together */.bs, ...(0,sql/* psql */.tm)({ database })]);
    const leave = () => session.leave();
    signal.addEventListener('abort', leave, { once: true });
    try {
        session.say(quiet);
        session.say((0,inventory_sql/* openInventoryScript */.Qh)());
        const counted = countedOf(await rowsFrom(session, signal));
        const beating = setInterval(() => session.say(nothing), keepAlive);
        try {
            return await use(counted);
        }
        finally {
            clearInterval(beating);
        }
    }
    finally {
        signal.removeEventListener('abort', leave);
        leave();
    }
}
async function rowsFrom(session, signal) {
    const rows = [];
    for (;;) {
        const line = await session.hear().catch((error) => {
            throw signal.aborted ? (0,errors/* cancelled */.KW)() : countFailed(String(error.message));
        });
        if (line.trim() === '')
            continue;
        const row = (0,map/* jsonMap */.vM)(line);
        if (row === undefined)
            throw countFailed(line);
        rows.push(row);
        if (row.kind === 'end')
            return rows;
    }
}
function countedOf(rows) {
    const { id, encoding, roles } = rows.find(({ kind }) => kind === 'snapshot') ?? {};
    if (typeof id !== 'string' || !/^[0-9A-F]+(-[0-9A-F]+){1,2}$/.test(id))
        throw countFailed(`it returned no snapshot (${id})`);
    if (typeof encoding !== 'string' || !/^[A-Z0-9_]+$/.test(encoding))
        throw countFailed(`its encoding is unknown (${encoding})`);
    return { snapshot: id, encoding, roles: (0,map/* textsIn */.Ej)(roles), inventory: (0,inventory/* inventoryOf */.o8)(rows) };
}
const countFailed = (why) => new errors/* UserError */.yo(`the database cannot be counted: ${why.trim().slice(0, 300)}`, 'check whether it can be reached from the namespace, and whether its user may read every table');

;// CONCATENATED MODULE: ./.build/js/src/recovery/managed/programs.js

const asking = ['sh', '-ec', 'psql --version; pg_restore --version; pg_dump --version'];
async function pgDumpVersion(exec, signal) {
    const { code, stdout } = await exec(asking, { signal });
    if (signal.aborted)
        throw (0,errors/* cancelled */.KW)();
    const version = /^pg_dump \(PostgreSQL\) (\d+(\.\d+)?)/m.exec(stdout)?.[1];
    if (code === 0 && version !== undefined)
        return version;
    throw new errors/* UserError */.yo('the image of the worker lacks psql, pg_restore or pg_dump', 'add the PostgreSQL client programs to the image of `worker`, in the version of the server or later');
}
function demandSupported(program, server) {
    const [ours, its] = [program, server].map(version => Number.parseInt(version, 10));
    if (ours !== undefined && its !== undefined && ours >= its)
        return;
    throw new errors/* UserError */.yo(`pg_dump ${program} in the image of the worker cannot dump a server with PostgreSQL ${server}: the server is newer`, `add the client programs of PostgreSQL ${Number.parseInt(server, 10)} or later to the image of \`worker\``);
}

;// CONCATENATED MODULE: ./.build/js/src/recovery/managed/dumping.js









const nameIn = (name) => `managed/${name}`;
const dumpSource = (owner, name) => ({
    name: (0,backup_sources/* sourceName */.VZ)(owner, nameIn(name)),
    folder: `/${name}.dump`,
});
const pgDump = (snapshot) => [
    'pg_dump',
    '--format=custom',
    '--compress=0',
    '--no-password',
    '--lock-wait-timeout=60s',
    `--snapshot=${snapshot}`,
];
async function dumpManaged(task) {
    const { name, worker, repositories, signal, report } = task;
    const accesses = repositories.map(repository => ({ exec: worker.exec, repository, signal, report }));
    const version = await (0,files_repository/* knownVersion */.uQ)({ exec: worker.exec, repository: repositories[0], signal, report });
    const program = await pgDumpVersion(worker.exec, signal);
    report(`${name}: counting`);
    const { counted, made } = await whileCounted({ ...task, converse: worker.converse }, async (counted) => {
        const { server, tables } = counted.inventory;
        demandSupported(program, server);
        const made = [];
        for (const access of accesses) {
            report(`${name}: dumping ${(0,count/* counted */.h)(tables.length, 'table')}, ${rowsIn(tables)} rows, to ${access.repository.name}`);
            made.push(await store(access, task, counted));
        }
        return { counted, made };
    });
    const { server, tables, migration, leftOut } = counted.inventory;
    const rungs = [];
    for (const { access, snapshot } of made)
        rungs.push(await readBack(access, task, snapshot, tables));
    const backups = made.map(({ access, snapshot, bytes }) => ({
        repository: access.repository.name,
        ...{ snapshot, bytes },
    }));
    return {
        managed: {
            ...{ name, server, encoding: counted.encoding, roles: [...counted.roles], tables: [...tables] },
            ...(migration === undefined ? {} : { migration }),
            backups,
        },
        source: { name: nameIn(name), exec: worker.exec, repositories },
        ...{ backups, rungs, version },
        sentences: made.map(({ access, snapshot, bytes, added }) => `${access.repository.name}: ${snapshot.slice(0, 8)}, ${(0,backing_up/* megabytes */.ix)(bytes)} dumped, ${(0,backing_up/* megabytes */.ix)(added)} added`),
        notes: leftOut
            .filter(({ why }) => why !== 'extension')
            .map(({ schema, name: table, why }) => `${name}: the ${why} table ${schema}.${table} is not counted`),
    };
}
const rowsIn = (tables) => tables.reduce((sum, { rows }) => sum + rows, 0).toLocaleString('en');
async function store(access, { owner, name, tags }, { snapshot }) {
    const { repository, report } = access;
    const source = dumpSource(owner, name);
    const command = (0,restic/* backupOutput */.kA)(source, pgDump(snapshot), tags);
    let answer = await (0,files_repository/* call */.T1)(access, command, source.name);
    if (answer.code === answers/* exits */.co.none) {
        await (0,files_repository/* createRepository */.vB)(access);
        report(`${source.name}: created a new repository in ${repository.name}`);
        answer = await (0,files_repository/* call */.T1)(access, command, source.name);
    }
    if (answer.code !== 0)
        throw (0,answers/* refused */.J5)(repository, `back up ${source.name}`, answer);
    const { snapshot: id = '', bytes = 0, added = 0 } = (0,answers/* parseBackupSummary */.wE)(answer) ?? {};
    const found = (await (0,files_repository/* snapshotsOf */.XO)(access, source))?.find(each => each.id === id);
    if (found === undefined || !found.folders.includes(source.folder))
        throw new errors/* UserError */.yo(`restic made a backup of ${source.name}, but ${repository.name} does not list it`, 'check whether another run deleted it, then run the step again');
    if (!(bytes > 0))
        throw new errors/* UserError */.yo(`the dump of ${name} in ${repository.name} is empty`, 'check the log of the database, then run the step again');
    return { access, snapshot: id, bytes, added };
}
const reading = 'LC_ALL=C pg_restore --file=/dev/null --verbose';
async function readBack(access, { owner, name }, snapshot, tables) {
    const { repository } = access;
    const answer = await (0,files_repository/* callInto */.tN)(access, (0,restic/* dump */.Bh)(snapshot, dumpSource(owner, name).folder), reading);
    const rung = (state, sentence) => ({
        ...{ level: 'L1', what: `dump of ${name} in ${repository.name}`, state, sentence },
    });
    if (answer.code !== 0)
        return rung('failed', (0,answers/* refused */.J5)(repository, `read ${name} back`, withoutProgress(answer)).message);
    const found = tablesRead(answer.stderr);
    const filled = tables.filter(({ rows, schema }) => rows > 0 && schema !== 'pg_catalog');
    if (found === 0 && filled.length > 0)
        return rung('failed', `the dump holds no table, but ${(0,count/* counted */.h)(filled.length, 'table')} with rows were counted`);
    return rung('passed', `the whole dump was read back, with the rows of ${(0,count/* counted */.h)(found, 'table')}`);
}
const isProgress = (line) => /^pg_restore: (?!error|fatal|warning)/.test(line);
const withoutProgress = (answer) => ({
    ...answer,
    stderr: answer.stderr
        .split('\n')
        .filter(line => !isProgress(line))
        .join('\n'),
});
const tablesRead = (said) => said.split('\n').filter(line => line.startsWith('pg_restore: processing data for table ')).length;


/***/ }),

/***/ 72505:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   W: () => (/* binding */ bucketSource),
/* harmony export */   z: () => (/* binding */ backUpBucket)
/* harmony export */ });
/* harmony import */ var _files_backup_sources_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(80048);
/* harmony import */ var _mirror_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(55893);


const bucketSource = (name) => `bucket/${name}`;
async function backUpBucket(run, { name, bucket, folder, exec, repositories }) {
    const { totals } = await (0,_mirror_js__WEBPACK_IMPORTED_MODULE_1__/* .mirrorBucket */ .mq)(bucket, folder, run.report);
    const files = await (0,_files_backup_sources_js__WEBPACK_IMPORTED_MODULE_0__/* .backUpSource */ .yP)(run, { name: bucketSource(name), folder, exec, repositories });
    return { files, store: { name, ...totals, backups: [...files.backups] } };
}


/***/ }),

/***/ 14744:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Xf: () => (/* binding */ endIn),
/* harmony export */   aw: () => (/* binding */ restIn),
/* harmony export */   q3: () => (/* binding */ ObjectChanged),
/* harmony export */   uN: () => (/* binding */ resumed)
/* harmony export */ });
/* harmony import */ var node_stream__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(57075);
/* harmony import */ var _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(92317);
/* harmony import */ var _toolkit_retry_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(25726);
/* harmony import */ var _retries_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(77076);




class ObjectChanged extends _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .UserError */ .yo {
    constructor(what) {
        super(`${what} changed while it was read`, 'run the step again');
    }
}
const progress = 1 << 20;
const resumed = (body) => node_stream__WEBPACK_IMPORTED_MODULE_0__.Readable.from(chunksOf(body), { objectMode: false });
async function* chunksOf({ what, from, end, first, again }) {
    let [at, chunks, failed] = [from, first, 0];
    for (;;) {
        const began = at;
        let broken;
        const incoming = chunks[Symbol.asyncIterator]();
        try {
            for (;;) {
                const next = await incoming.next().catch((error) => {
                    broken = error;
                    return undefined;
                });
                if (next === undefined || next.done === true)
                    break;
                at += next.value.length;
                yield next.value;
            }
        }
        finally {
            await incoming.return?.();
        }
        if (broken === undefined && (end === undefined || at === end))
            return;
        failed = at - began >= progress ? 1 : failed + 1;
        if (failed >= _retries_js__WEBPACK_IMPORTED_MODULE_3__/* .attempts */ .r2 || (end !== undefined && at > end))
            throw new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .UserError */ .yo(`the download of ${what} breaks off at byte ${at}${end === undefined ? '' : ` of ${end}`} in every attempt`, 'check the store and the network, then run the step again', { cause: broken });
        await (0,_toolkit_retry_js__WEBPACK_IMPORTED_MODULE_2__/* .pause */ .v7)((0,_retries_js__WEBPACK_IMPORTED_MODULE_3__/* .pauseAfter */ .l0)(failed));
        chunks = await again(at);
    }
}
function restIn(answer, from) {
    const { statusCode, headers } = answer;
    if (statusCode === 200)
        return from === 0 ? answer : without(answer, from);
    return statusCode === 206 && rangeIn(headers)?.from === from ? answer : undefined;
}
async function* without(chunks, bytes) {
    let left = bytes;
    for await (const chunk of chunks) {
        if (left < chunk.length)
            yield chunk.subarray(left);
        left = Math.max(0, left - chunk.length);
    }
}
function endIn({ statusCode, headers }) {
    if (statusCode === 206)
        return rangeIn(headers)?.end;
    const length = headers['content-length'];
    return length === undefined ? undefined : Number(length);
}
function rangeIn(headers) {
    const [, from, last] = /^bytes (\d+)-(\d+)\//.exec(headers['content-range'] ?? '') ?? [];
    return from === undefined ? undefined : { from: Number(from), end: Number(last) + 1 };
}


/***/ }),

/***/ 55893:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  uM: () => (/* binding */ faultsInMirror),
  mq: () => (/* binding */ mirrorBucket),
  VZ: () => (/* binding */ restoreBucket),
  Bu: () => (/* binding */ totalsOfBucket)
});

// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(77598);
// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(73024);
// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(51455);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
// EXTERNAL MODULE: ./.build/js/src/toolkit/count.js
var count = __webpack_require__(8999);
// EXTERNAL MODULE: ./.build/js/src/toolkit/errors.js
var errors = __webpack_require__(92317);
// EXTERNAL MODULE: ./.build/js/src/toolkit/map.js
var map = __webpack_require__(60630);
// EXTERNAL MODULE: ./.build/js/src/toolkit/parallel.js
var parallel = __webpack_require__(48961);
// EXTERNAL MODULE: ./.build/js/src/recovery/checksum.js
var checksum = __webpack_require__(77462);
// EXTERNAL MODULE: external "node:stream/promises"
var external_node_stream_promises_ = __webpack_require__(46466);
// EXTERNAL MODULE: ./.build/js/src/toolkit/retry.js
var retry = __webpack_require__(25726);
// EXTERNAL MODULE: ./.build/js/src/recovery/object-stores/download.js
var download = __webpack_require__(14744);
;// CONCATENATED MODULE: ./.build/js/src/recovery/object-stores/copying.js









const fileOf = (folder, object) => {
    const name = (0,checksum/* sha256Of */.Bj)(nameOf(object));
    return (0,external_node_path_.join)(folder, 'objects', name.slice(0, 2), name);
};
const progressFile = 'progress.jsonl';
async function openProgress(folder) {
    await (0,promises_.mkdir)(folder, { recursive: true });
    const file = (0,external_node_path_.join)(folder, progressFile);
    const text = await (0,promises_.readFile)(file, 'utf8').catch(() => '');
    const notes = Map.groupBy(text.split('\n').flatMap(noteIn), nameOf);
    return {
        notesOf: object => (notes.get(nameOf(object)) ?? []).toSorted((a, b) => a.bytes - b.bytes),
        note: note => (0,promises_.appendFile)(file, `\n${JSON.stringify(note)}`),
        remove: () => (0,promises_.rm)(file, { force: true }),
    };
}
const nameOf = ({ key, etag }) => JSON.stringify([key, etag]);
function noteIn(line) {
    const { key, bytes, sha256, etag, headers, whole } = (0,map/* jsonMap */.vM)(line) ?? {};
    const hash = (0,checksum/* parseSha256 */.tz)(String(sha256));
    if (typeof key !== 'string' || typeof etag !== 'string' || typeof bytes !== 'number')
        return [];
    if (hash === undefined || !(0,map/* isMap */.jh)(headers) || typeof whole !== 'boolean')
        return [];
    return [{ key, bytes, sha256: hash, etag, headers: headers, whole }];
}
const tries = 3;
async function copyObject(copying, listed) {
    const notes = copying.progress.notesOf(listed);
    const whole = notes.find(each => each.whole);
    if (whole !== undefined && (await (0,checksum/* hashOfFile */.QY)(fileOf(copying.folder, whole))) === whole.sha256)
        return mirrored(whole);
    return (0,retry/* retry */.L5)({ attempts: tries, temporary: error => error instanceof download/* ObjectChanged */.q3 }, count => fetchObject(copying, listed, count === 1 ? notes : []));
}
async function fetchObject({ bucket, folder, progress, noteEvery }, { key, etag }, notes) {
    const begun = await beginningIn(`${fileOf(folder, { key, etag })}.partial`, notes);
    const opened = await bucket.open(key, begun && { from: begun.bytes, etag });
    if (opened === undefined)
        return undefined;
    const about = { key, etag: opened.etag, headers: opened.headers };
    const file = fileOf(folder, about);
    const partial = `${file}.partial`;
    await (0,promises_.mkdir)((0,external_node_path_.dirname)(file), { recursive: true });
    const continues = begun !== undefined && opened.from > 0;
    if (continues)
        await (0,promises_.truncate)(partial, opened.from);
    const hash = continues ? begun.hash : (0,external_node_crypto_.createHash)('sha256');
    let bytes = opened.from;
    let noted = bytes;
    const note = (of, whole) => progress.note({ ...about, bytes, sha256: of.digest('hex'), whole });
    await (0,external_node_stream_promises_.pipeline)(opened.body, async function* (chunks) {
        for await (const chunk of chunks) {
            hash.update(chunk);
            bytes += chunk.length;
            yield chunk;
            if (bytes - noted < noteEvery)
                continue;
            noted = bytes;
            await note(hash.copy(), false);
        }
    }, (0,external_node_fs_.createWriteStream)(partial, { flags: continues ? 'a' : 'w' }));
    await (0,promises_.rename)(partial, file);
    const sha256 = hash.digest('hex');
    await progress.note({ ...about, bytes, sha256, whole: true });
    return { ...about, bytes, sha256 };
}
async function beginningIn(file, notes) {
    let found;
    const hash = (0,external_node_crypto_.createHash)('sha256');
    let at = 0;
    for (const { bytes, sha256 } of notes) {
        const read = await addTo(hash, file, at, bytes);
        at += read;
        if (at !== bytes)
            break;
        if (hash.copy().digest('hex') === sha256)
            found = { bytes, hash: hash.copy() };
    }
    return found;
}
async function addTo(hash, file, from, to) {
    let read = 0;
    if (to <= from)
        return read;
    try {
        for await (const chunk of (0,external_node_fs_.createReadStream)(file, { start: from, end: to - 1 })) {
            hash.update(chunk);
            read += chunk.length;
        }
    }
    catch {
        return 0;
    }
    return read;
}
const mirrored = ({ whole: _, ...rest }) => rest;

;// CONCATENATED MODULE: ./.build/js/src/recovery/object-stores/mirror.js










const atOnce = 8;
const usualNote = 64 << 20;
async function mirrorBucket(bucket, folder, report, { noteEvery = usualNote } = {}) {
    const known = new Map((await readIndex(folder)).map(each => [each.key, each]));
    const listed = await bucket.list();
    const changed = listed.filter(each => !isKnown(known.get(each.key), each));
    const anew = new Set(changed.map(({ key }) => key));
    report(`${bucket.name}: copying ${changed.length} of ${(0,count/* counted */.h)(listed.length, 'object')}`);
    const came = new Map();
    const progress = await openProgress(folder);
    const copying = { bucket, folder, progress, noteEvery };
    for (const each of await (0,parallel.mapOf)(changed, atOnce, listed => copyObject(copying, listed)))
        if (each !== undefined)
            came.set(each.key, each);
    await mustBeGone(bucket, changed.filter(({ key }) => !came.has(key)));
    const objects = listed.flatMap(({ key }) => {
        const own = came.get(key) ?? (anew.has(key) ? undefined : known.get(key));
        return own === undefined ? [] : [own];
    });
    await writeIndex(folder, objects);
    await progress.remove();
    await removeOthers(folder, objects);
    return { objects, totals: totalsOfObjects(objects) };
}
async function mustBeGone(bucket, lost) {
    if (lost.length === 0)
        return;
    const there = new Set((await bucket.list()).map(({ key }) => key));
    const still = lost.filter(({ key }) => there.has(key));
    if (still.length === 0)
        return;
    throw new errors/* UserError */.yo(`${bucket.name} lists ${(0,count/* counted */.h)(still.length, 'object')} that cannot be read, such as ${JSON.stringify(still[0]?.key)}`, 'check that the credentials may read every object, and that the store still has this one');
}
const isKnown = (known, { bytes, etag }) => known !== undefined && known.bytes === bytes && known.etag === etag;
function totalsOfObjects(objects) {
    return {
        count: objects.length,
        bytes: objects.reduce((sum, { bytes }) => sum + bytes, 0),
        hash: (0,checksum/* orderFreeHash */.LT)(objects.map(({ key, sha256 }) => ({ path: key, sha256 }))),
    };
}
async function restoreBucket(folder, bucket, report, { again = false } = {}) {
    const objects = await readIndex(folder);
    const own = new Set(again ? objects.map(({ key }) => key) : []);
    const foreign = (await bucket.list()).filter(({ key }) => !own.has(key));
    if (foreign.length > 0)
        throw new errors/* UserError */.yo(`${bucket.name} is not empty: it holds ${(0,count/* counted */.h)(foreign.length, 'object')}${again ? ' that this backup does not have' : ''}`, 'restore into an empty bucket');
    await (0,parallel.mapOf)(objects, atOnce, async ({ key, etag, bytes, sha256, headers }) => {
        const file = fileOf(folder, { key, etag });
        if ((await (0,checksum/* hashOfFile */.QY)(file)) !== sha256)
            throw new errors/* UserError */.yo(`the copy of the object ${JSON.stringify(key)} is damaged or missing`, 'restore the folder from another backup');
        await bucket.put(key, {
            bytes,
            sha256,
            headers,
            body: range => (0,external_node_fs_.createReadStream)(file, range && { start: range.from, end: range.to - 1 }),
        });
    });
    report(`${bucket.name}: restored ${(0,count/* counted */.h)(objects.length, 'object')}`);
    return totalsOfObjects(objects);
}
async function faultsInMirror(folder) {
    const objects = await readIndex(folder);
    if (objects.length === 0)
        return ['the copy of the bucket is empty'];
    const faults = await (0,parallel.mapOf)(objects, atOnce, async (each) => {
        const found = await (0,checksum/* hashOfFile */.QY)(fileOf(folder, each));
        if (found === each.sha256)
            return undefined;
        return `the object ${JSON.stringify(each.key)} is ${found === undefined ? 'missing' : 'damaged'}`;
    });
    return faults.filter(each => each !== undefined);
}
async function totalsOfBucket(bucket) {
    const objects = await (0,parallel.mapOf)(await bucket.list(), atOnce, async ({ key, etag }) => {
        const opened = await bucket.open(key);
        const hash = (0,external_node_crypto_.createHash)('sha256');
        let bytes = 0;
        for await (const chunk of opened?.body ?? []) {
            hash.update(chunk);
            bytes += chunk.length;
        }
        return { key, bytes, sha256: hash.digest('hex'), etag, headers: {} };
    });
    return totalsOfObjects(objects);
}
async function readIndex(folder) {
    const text = await (0,promises_.readFile)((0,external_node_path_.join)(folder, 'index.json'), 'utf8').catch(() => undefined);
    if (text === undefined)
        return [];
    const document = (0,map/* jsonMap */.vM)(text);
    const fault = () => new errors/* UserError */.yo(`${folder} is not a copy of a bucket`, 'name another folder');
    if (document?.schema !== 1)
        throw fault();
    return (0,map/* mapsIn */.nf)(document.objects).map(({ key, bytes, sha256, etag, headers }) => {
        const hash = (0,checksum/* parseSha256 */.tz)(String(sha256));
        if (typeof key !== 'string' || typeof bytes !== 'number' || hash === undefined || !(0,map/* isMap */.jh)(headers))
            throw fault();
        return { key, bytes, sha256: hash, etag: String(etag), headers: headers };
    });
}
async function writeIndex(folder, objects) {
    const sorted = objects.toSorted((a, b) => (a.key < b.key ? -1 : 1));
    await (0,promises_.mkdir)(folder, { recursive: true });
    const file = (0,external_node_path_.join)(folder, 'index.json');
    await (0,promises_.writeFile)(`${file}.partial`, `${JSON.stringify({ schema: 1, objects: sorted }, undefined, 1)}\n`);
    await (0,promises_.rename)(`${file}.partial`, file);
}
async function removeOthers(folder, objects) {
    const wanted = new Set(objects.map(each => fileOf(folder, each)));
    const entries = await (0,promises_.readdir)((0,external_node_path_.join)(folder, 'objects'), { recursive: true, withFileTypes: true }).catch(() => []);
    for (const each of entries) {
        const file = (0,external_node_path_.join)(each.parentPath, each.name);
        if (each.isFile() && !wanted.has(file))
            await (0,promises_.rm)(file);
    }
}


/***/ }),

/***/ 77076:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   LH: () => (/* binding */ withRetries),
/* harmony export */   l0: () => (/* binding */ pauseAfter),
/* harmony export */   r2: () => (/* binding */ attempts)
/* harmony export */ });
/* harmony import */ var _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(92317);
/* harmony import */ var _toolkit_retry_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(25726);


const attempts = 6;
const firstPause = 200;
const inTime = 60_000;
const busy = (status) => status === undefined || status === 429 || (status >= 500 && status !== 501 && status !== 505);
function withRetries(bucket, attempt, statusOf, again, within = inTime) {
    const unfinished = (answer) => {
        const isBusy = busy(statusOf(answer));
        if (isBusy)
            again(answer);
        return isBusy;
    };
    return (0,_toolkit_retry_js__WEBPACK_IMPORTED_MODULE_1__/* .retry */ .L5)({ attempts, within, unfinished, temporary: () => true, delay: pauseAfter }, attempt).catch(error => {
        throw outOfReach(bucket, error);
    });
}
const pauseAfter = (count) => firstPause * 2 ** (count - 1) * (0.5 + Math.random() / 2);
const reasonOf = (error) => error instanceof Error
    ? error.cause instanceof Error
        ? error.cause.message
        : error.message
    : String(error);
const outOfReach = (bucket, error) => new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo(`${bucket} cannot be reached (${reasonOf(error)})`, 'check that its address is right and reachable from here', { cause: error });


/***/ }),

/***/ 61335:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   L: () => (/* binding */ neededBySet),
/* harmony export */   a: () => (/* binding */ keep)
/* harmony export */ });
/* harmony import */ var _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(92317);

const neededBySet = 'a backup set needs it';
function keep(backups, policy, now) {
    const chains = chainsOf(backups);
    const newestFirst = backups.toSorted((a, b) => b.finishedAt - a.finishedAt || compare(b.label, a.label));
    const usable = newestFirst.filter(each => each.finishedAt <= now && chains.of(each) !== undefined);
    const proof = usable.find(each => each.type === 'full' && isVerified(each));
    const reasons = new Map();
    const stays = (backup, why) => {
        if (backup !== undefined && !reasons.has(backup))
            reasons.set(backup, why);
    };
    for (const each of newestFirst)
        if (each.lockedUntil !== undefined && each.lockedUntil > now)
            stays(each, `the storage refuses to delete it before ${day(each.lockedUntil)}`);
    for (const each of newestFirst)
        if (each.needed !== undefined)
            stays(each, each.needed);
    stays(usable.find(isVerified), 'the newest verified backup');
    stays(proof, 'the newest verified full backup');
    for (const [backup, why] of [...places(usable, policy), ...windowed(usable, policy, now)])
        stays(backup, why);
    for (const each of newestFirst) {
        if (each.finishedAt > now)
            stays(each, 'its clock puts it in the future');
        else if (chains.of(each) === undefined)
            stays(each, `it cannot be restored, because ${chains.missing(each)} is missing; delete it by hand`);
        else if (proof === undefined)
            stays(each, 'no full backup is verified');
        else if (each.finishedAt >= proof.finishedAt)
            stays(each, 'no newer full backup is verified');
    }
    for (const each of newestFirst)
        if (reasons.has(each))
            for (const needed of chains.under(each))
                stays(needed, `${each.label} depends on it`);
    const judged = newestFirst.map(backup => ({ backup, why: reasons.get(backup) ?? limits(policy) }));
    return {
        kept: judged.filter(({ backup }) => reasons.has(backup)),
        expired: judged
            .filter(({ backup }) => !reasons.has(backup))
            .sort((a, b) => chains.under(b.backup).length - chains.under(a.backup).length),
    };
}
const periods = [
    { count: 'daily', name: 'day', of: day },
    { count: 'weekly', name: 'week', of: week },
    { count: 'monthly', name: 'month', of: (at) => day(at).slice(0, 7) },
    { count: 'yearly', name: 'year', of: (at) => day(at).slice(0, 4) },
];
function places(newestFirst, policy) {
    return periods.flatMap(({ count, name, of }) => {
        const groups = Map.groupBy(newestFirst, ({ finishedAt }) => of(finishedAt));
        return [...groups].slice(0, policy[count] ?? 0).flatMap(([period, members]) => {
            const member = members.find(isVerified) ?? members[0];
            return member === undefined ? [] : [[member, `for the ${name} ${period}`]];
        });
    });
}
function windowed(newestFirst, { window }, now) {
    if (window === undefined)
        return [];
    const begin = now - window;
    const within = newestFirst.filter(({ finishedAt }) => finishedAt > begin);
    const older = newestFirst.slice(within.length);
    const base = older.find(isVerified);
    const newer = older.slice(0, base === undefined ? older.length : older.indexOf(base));
    return [
        ...within.map((each) => [each, `within the window since ${day(begin)}`]),
        ...[...newer.slice(0, 1), ...(base === undefined ? [] : [base])].map((each) => [each, `recovery to ${day(begin)} starts with it`]),
    ];
}
function chainsOf(backups) {
    const all = new Map(backups.map(each => [each.label, each]));
    if (all.size !== backups.length)
        throw broken('a label occurs twice');
    const walked = new Map();
    const walk = (backup) => {
        const known = walked.get(backup);
        if (known !== undefined)
            return known;
        const found = [backup];
        let missing;
        for (let at = backup; at.prior !== undefined;) {
            const prior = all.get(at.prior);
            if (prior === undefined) {
                missing = at.prior;
                break;
            }
            if (found.includes(prior))
                throw broken(`${backup.label} depends on itself`);
            found.push(prior);
            at = prior;
        }
        const result = { found, ...(missing === undefined ? {} : { missing }) };
        walked.set(backup, result);
        return result;
    };
    for (const each of backups) {
        if ((each.type === 'full') !== (each.prior === undefined))
            throw broken(`${each.label} is ${each.type} and depends on ${each.prior ?? 'nothing'}`);
        walk(each);
    }
    return {
        of: backup => (walk(backup).missing === undefined ? walk(backup).found : undefined),
        under: backup => walk(backup).found.slice(1),
        missing: backup => walk(backup).missing ?? '',
    };
}
const broken = (problem) => new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo(`the list of backups is invalid: ${problem}`, 'check the repository; nothing was deleted');
const isVerified = ({ verifiedAt }) => verifiedAt !== undefined;
const compare = (a, b) => (a < b ? -1 : Number(a > b));
function limits(policy) {
    const counts = periods.flatMap(({ count, name }) => {
        const number = policy[count] ?? 0;
        return number === 0 ? [] : [`${number} ${name}${number === 1 ? '' : 's'}`];
    });
    const kept = counts.length === 0
        ? 'the policy keeps no backup of that age'
        : `the policy keeps one for each of ${counts.join(', ')}`;
    return `${kept}, and a newer full backup is verified`;
}
function day(at) {
    return new Date(at).toISOString().slice(0, 10);
}
function week(at) {
    const date = new Date(at);
    const thursday = Date.UTC(date.getUTCFullYear(), date.getUTCMonth(), date.getUTCDate() + 4 - (date.getUTCDay() || 7));
    const year = new Date(thursday).getUTCFullYear();
    const number = Math.floor((thursday - Date.UTC(year, 0, 1)) / (7 * 86_400_000)) + 1;
    return `${year}-W${String(number).padStart(2, '0')}`;
}


/***/ }),

/***/ 1896:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   _f: () => (/* binding */ compareWithLive),
/* harmony export */   differences: () => (/* binding */ differences),
/* harmony export */   hK: () => (/* binding */ holdsSecret)
/* harmony export */ });
/* unused harmony export changeOf */
/* harmony import */ var _cluster_apply_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(40571);
/* harmony import */ var _cluster_resources_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(14485);
/* harmony import */ var _toolkit_map_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(60630);
/* harmony import */ var _toolkit_secrecy_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(60512);
/* harmony import */ var _workloads_controllers_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(70371);
/* harmony import */ var _workloads_kinds_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(17849);
/* harmony import */ var _workloads_workers_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(17121);
/* harmony import */ var _preflight_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(90572);
/* harmony import */ var _strategy_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(28606);









const hidden = '(not shown)';
const longestValue = 300;
const noise = [
    /^apiVersion$/,
    /^kind$/,
    /^status(\.|$)/,
    /^metadata\.(name|managedFields|resourceVersion|uid|creationTimestamp|generation|selfLink|namespace)(\.|\[|$)/,
    /^metadata\.labels\["slipway\.dev\/(app|kind)"\]$/,
    /^metadata\.annotations\["(kubectl\.kubernetes\.io\/last-applied-configuration|deployment\.kubernetes\.io\/revision|slipway\.dev\/[^"]+)"\]$/,
];
function differences(before, after, ignored = []) {
    const secret = (after ?? before)?.kind === 'Secret';
    const isNoise = (path) => ignored.includes(path) || noise.some(pattern => pattern.test(path));
    const all = new Map(leaves(before, after, '').map(leaf => [leaf[0], leaf]));
    return [...all.values()]
        .filter(([path, a, b]) => JSON.stringify(a) !== JSON.stringify(b) && !isNoise(path))
        .map(([path, a, b]) => {
        const values = [a, b].filter(value => value !== undefined).map(value => JSON.stringify(value));
        const hide = isSecret(path, secret, all) || values.some(_toolkit_secrecy_js__WEBPACK_IMPORTED_MODULE_7__/* .looksSecret */ .n0);
        const show = (value) => (hide ? hidden : shortened(JSON.stringify(value)));
        return {
            path,
            ...(a === undefined ? {} : { before: show(a) }),
            ...(b === undefined ? {} : { after: show(b) }),
        };
    })
        .sort((one, other) => (one.path < other.path ? -1 : 1));
}
const holdsSecret = (object) => differences(undefined, object).some(({ after }) => after === hidden);
function isSecret(path, secret, all) {
    if (secret)
        return /^(data|stringData)/.test(path);
    const variable = /^(.*\.env\[(.+)\])\.value$/.exec(path);
    const key = /^(?:data|binaryData|metadata\.annotations)(?:\.(.+)|\["(.+)"\])$/.exec(path);
    const [, item, name = key?.[1] ?? key?.[2] ?? ''] = variable ?? [];
    if ((0,_toolkit_secrecy_js__WEBPACK_IMPORTED_MODULE_7__/* .namesSecret */ .L4)(name))
        return true;
    if (item !== undefined)
        return sidesOf(all.get(`${item}.name`)).some(_toolkit_secrecy_js__WEBPACK_IMPORTED_MODULE_7__/* .namesSecret */ .L4);
    const [, list, index] = /^(.*\.(?:args|command))\[(\d+)\]$/.exec(path) ?? [];
    return sidesOf(all.get(`${list}[${Number(index) - 1}]`)).some(_toolkit_secrecy_js__WEBPACK_IMPORTED_MODULE_7__/* .announcesSecret */ .RP);
}
const sidesOf = (leaf) => (leaf?.slice(1) ?? []).filter(side => typeof side === 'string');
function shortened(value) {
    return value.length <= longestValue
        ? value
        : `${value.slice(0, longestValue)}… (${value.length} characters)`;
}
function leaves(before, after, path) {
    const sides = [before, after];
    const given = sides.filter(side => side !== undefined);
    const filled = given.some(side => typeof side === 'object' && side !== null && Object.keys(side).length > 0);
    if (filled && given.every(Array.isArray)) {
        const [a, b] = sides.map(side => (side ?? []));
        return inner(itemsOf(a, identifierOf(a, b)), itemsOf(b, identifierOf(a, b)), name => `${path}[${name}]`);
    }
    if (filled && given.every(_toolkit_map_js__WEBPACK_IMPORTED_MODULE_8__/* .isMap */ .jh)) {
        const [a, b] = sides.map(side => new Map(Object.entries(side ?? {})));
        return inner(a ?? new Map(), b ?? new Map(), key => join(path, key));
    }
    return [[path, before, after]];
}
function inner(a, b, pathOf) {
    const keys = new Set([...a.keys(), ...b.keys()]);
    return [...keys].flatMap(key => leaves(a.get(key), b.get(key), pathOf(key)));
}
const itemsOf = (list, key) => new Map(list.map((item, index) => [key === undefined ? String(index) : nameIn(item, key), item]));
const nameIn = (item, key) => String(item[key]);
function identifierOf(...lists) {
    return ['name', 'mountPath', 'containerPort', 'port', 'type', 'key'].find(key => lists.every(list => {
        const names = list.map(item => ((0,_toolkit_map_js__WEBPACK_IMPORTED_MODULE_8__/* .isMap */ .jh)(item) ? item[key] : undefined));
        const good = names.every(name => typeof name === 'string' || typeof name === 'number');
        return good && new Set(names).size === names.length;
    }));
}
const join = (path, key) => {
    if (!/^[A-Za-z0-9_-]+$/.test(key))
        return `${path}["${key}"]`;
    return path === '' ? key : `${path}.${key}`;
};
async function compareWithLive(cluster, target, comparison) {
    const { manifest, resource, path } = target;
    const { kind } = manifest.object;
    const copy = comparison.shipped.find(each => each.kind === kind && each.copy === manifest.name);
    if (copy === undefined) {
        const change = changeOf(`${kind}/${manifest.name}`, target, target.live, comparison);
        return (0,_workloads_workers_js__WEBPACK_IMPORTED_MODULE_4__/* .isWorker */ .xD)(manifest, comparison.environment) ? followingNote(change, kind, comparison) : change;
    }
    const before = comparison.baseline?.record.shipped.find(each => each.kind === copy.kind && each.name === copy.name);
    const { namespace } = comparison.environment;
    const live = (await cluster.get(path)) ??
        (before && (await cluster.get((0,_cluster_resources_js__WEBPACK_IMPORTED_MODULE_1__/* .pathOf */ .XM)(resource, namespace, before.copy)))) ??
        undefined;
    const change = changeOf(`${kind}/${copy.name}`, target, live, comparison);
    const as = comparison.salted ? ` as ${copy.copy}` : ' under an immutable name';
    const note = {
        create: `is shipped${as}`,
        change: `is shipped${as}`,
        same: 'is already shipped',
        refused: '',
    };
    return { ...change, ...(note[change.what] === '' ? {} : { note: note[change.what] }) };
}
function followingNote(change, worker, { environment, liveState }) {
    const { kind } = (0,_strategy_js__WEBPACK_IMPORTED_MODULE_6__/* .strategyFor */ .fY)(environment, liveState);
    const what = worker === 'CronJob' ? 'for its next run,' : 'updated';
    const when = `${what} ${kind === 'rolling' ? 'once the workload is ready' : 'after the verdict'}`;
    const note = change.note === undefined ? when : `${change.note}; ${when}`;
    return { ...change, note };
}
function changeOf(object, { manifest, objection, would }, live, { environment, liveState }) {
    if (would === undefined) {
        return { object, what: 'refused', differences: [], note: objection ?? 'the dry run failed' };
    }
    if (live === undefined)
        return { object, what: 'create', differences: differences(undefined, manifest.object) };
    const scaled = (liveState.autoscaler !== undefined && (0,_preflight_js__WEBPACK_IMPORTED_MODULE_5__/* .isWorkload */ .gv)(manifest, environment)) ||
        ((0,_workloads_workers_js__WEBPACK_IMPORTED_MODULE_4__/* .isWorker */ .xD)(manifest, environment) &&
            liveState.workers[(0,_workloads_kinds_js__WEBPACK_IMPORTED_MODULE_3__/* .keyOf */ .TN)((0,_workloads_kinds_js__WEBPACK_IMPORTED_MODULE_3__/* .refOf */ .H8)(manifest.object))]?.autoscaler !== undefined);
    const found = differences(live, would, scaled ? ['spec.replicas'] : []);
    const blind = (0,_cluster_apply_js__WEBPACK_IMPORTED_MODULE_0__/* .ownershipPatch */ .QJ)(withoutMarks(live.metadata), (0,_workloads_controllers_js__WEBPACK_IMPORTED_MODULE_2__/* .isAdopted */ .YP)(live, environment)) !== undefined ||
        (0,_cluster_apply_js__WEBPACK_IMPORTED_MODULE_0__/* .wasAppliedClientSide */ .Te)(live);
    return {
        object,
        what: found.length === 0 ? 'same' : 'change',
        differences: found,
        ...(blind
            ? {
                note: 'was last written by a rollout or another tool: fields that the release removes may be missing here',
            }
            : {}),
    };
}
function withoutMarks(metadata) {
    if (metadata?.managedFields === undefined)
        return metadata;
    const managedFields = metadata.managedFields.filter(({ fieldsV1 }) => !onlyMarks(fieldsV1));
    return { ...metadata, managedFields };
}
const onlyMarks = (fields) => /^\{"f:metadata":\{"f:annotations":\{("f:slipway\.dev\/[^"]+":\{\},?)+\}\}\}$/.test(JSON.stringify(fields) ?? '');


/***/ }),

/***/ 68036:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  FQ: () => (/* binding */ beatPatch),
  DV: () => (/* binding */ exposureSentence),
  bk: () => (/* binding */ heartbeatData),
  wF: () => (/* binding */ isWatching),
  Vf: () => (/* binding */ waitingProblem),
  Hz: () => (/* binding */ watchdogAccount),
  FX: () => (/* binding */ watchdogImage),
  d6: () => (/* binding */ watchdogJob),
  de: () => (/* binding */ watchdogName),
  dW: () => (/* binding */ watchdogProblem),
  c_: () => (/* binding */ watchdogRole)
});

// EXTERNAL MODULE: ./.build/js/src/cluster/resources.js
var resources = __webpack_require__(14485);
// EXTERNAL MODULE: ./.build/js/src/toolkit/errors.js
var errors = __webpack_require__(92317);
// EXTERNAL MODULE: ./.build/js/src/toolkit/timing.js
var timing = __webpack_require__(68672);
// EXTERNAL MODULE: ./.build/js/src/traffic/fencing-token.js
var fencing_token = __webpack_require__(59993);
// EXTERNAL MODULE: ./.build/js/src/release/workloads/naming.js
var naming = __webpack_require__(29296);
;// CONCATENATED MODULE: ./.build/js/src/release/watchdog/script.js
const script = `set -u

# Calls the API server and sets outcome: ok, gone (404), refused (422, 409), forbidden, or away.
ask() {
  outcome=away
  if command -v kubectl >/dev/null 2>&1; then ask_kubectl "$@"; else ask_curl "$@"; fi
}

# ask get PATH | ask patch PATH RESOURCE NAME PATCH [dry]
ask_kubectl() {
  if [ "$1" = get ]; then
    body=$(kubectl get --raw "$2" --request-timeout=5s 2>&1 </dev/null) && outcome=ok && return
  else
    body=$(kubectl patch "$3" "$4" --namespace "$NAMESPACE" --type json --patch "$5" --request-timeout=10s \\
      \${6:+--dry-run=server} 2>&1 </dev/null) && outcome=ok && return
  fi
  case $body in
    *'(NotFound)'*) outcome=gone ;;
    *'(Forbidden)'*) outcome=forbidden ;;
    *'(Conflict)'* | *'request is invalid'* | *'due to an error in our request'*) outcome=refused ;;
    *'(Invalid)'*) outcome=forbidden ;;
  esac
}

ask_curl() {
  token=
  # Without a final newline read fails, but has read the token. Tokens are rotated, so each call reads the file.
  read -r token <"$account/token" || :
  url=$server$2
  if [ "$1" = get ]; then
    set -- --max-time 5 "$url"
  else
    set -- --max-time 10 --request PATCH --header 'Content-Type: application/json-patch+json' \\
      --data-raw "$5" "$url\${6:+?dryRun=All}"
  fi
  # On standard input, so that the token is not in the process list.
  body=$(printf 'header = "Authorization: Bearer %s"\\n' "$token" |
    curl --config - --silent --show-error --cacert "$account/ca.crt" --write-out ' %{http_code}' "$@" 2>&1) || return 0
  case $body in
    *' 200') outcome=ok ;;
    *' 403') outcome=forbidden ;;
    *' 404') outcome=gone ;;
    *' 409' | *'due to an error in our request'*' 422') outcome=refused ;;
    *' 422') outcome=forbidden ;;
  esac
}

# Sets value to a field of the ConfigMap's data, empty when it has none. The API server indents its answers to curl.
field() {
  value=
  for colon in ':' ': '; do
    case $body in *"\\"$1\\"$colon\\""*)
      value=\${body#*"\\"$1\\"$colon\\""}
      value=\${value%%\\"*}
      ;;
    esac
  done
}

# Whether the last answer has a beat: without one, silence proves nothing.
has_beat() {
  [ "$outcome" = ok ] && field beat && [ -n "$value" ]
}

# Sends a list of writes. Returns 0 when each succeeded or its object is gone, 1 when the API server is away, 2 when one
# was refused, 3 when one is forbidden.
send() {
  printf '%s\\n' "$1" | {
    result=0
    while read -r path resource name patch; do
      [ -n "$path" ] || continue
      ask patch "$path" "$resource" "$name" "$patch" "\${2-}"
      case $outcome in
        ok) printf '%s\\n' "\${2:+dry run passed: }$resource/$name" ;;
        gone) printf '%s\\n' "$resource/$name is gone" ;;
        refused) printf '%s\\n' "refused for $resource/$name: $body"; [ "$result" = 0 ] && result=2 ;;
        forbidden) printf '%s\\n' "may not write $resource/$name: $body"; result=3 ;;
        *) printf '%s\\n' "no answer for $resource/$name: $body"; [ "$result" = 3 ] || result=1 ;;
      esac
    done
    exit "$result"
  }
}

# Sends the writes, then the fallback if one of them no longer fits or fails for another reason. Returns what send does, but 2, the sign
# of a newer run, only if both return it.
take_back() {
  send "$WRITES" "\${1-}"
  result=$?
  [ "$result" != 0 ] && [ -n "$FALLBACK" ] || return "$result"
  send "$FALLBACK" "\${1-}"
  second=$?
  [ "$second" != 2 ] || second=$result
  return "$second"
}

# Sets now to the seconds of a monotonic clock; where it cannot be read, the pauses are counted.
clock() {
  if read -r up rest <"\${CLOCK:-/proc/uptime}"; then now=\${up%%.*}; else now=$((now + INTERVAL)); fi
} 2>/dev/null

pause() { sleep "$INTERVAL"; }

account=\${ACCOUNT:-/var/run/secrets/kubernetes.io/serviceaccount}
host=$KUBERNETES_SERVICE_HOST
case $host in *:*) host="[$host]" ;; esac
server=https://$host:$KUBERNETES_SERVICE_PORT
# With --request-timeout, kubectl no longer detects that it runs in a cluster.
export KUBECONFIG="$HOME/kubeconfig"
cluster="{server: $server, certificate-authority: $account/ca.crt}"
printf '%s\n' 'apiVersion: v1' 'kind: Config' 'current-context: here' \
  "clusters: [{name: here, cluster: $cluster}]" \
  "users: [{name: here, user: {tokenFile: $account/token}}]" \
  'contexts: [{name: here, context: {cluster: here, user: here}}]' >"$KUBECONFIG"

trap 'exit 0' TERM INT
now=0
while :; do
  take_back dry
  case $? in
    0)
      ask get "$HEART"
      has_beat && break
      case $outcome in
        gone) printf '%s\\n' 'the rollout is over'; exit 0 ;;
        ok | forbidden) printf '%s\\n' "no heartbeat in $HEART; not watching: $body"; exit 1 ;;
      esac
      ;;
    2 | 3) printf '%s\\n' 'cannot restore the traffic; not watching'; exit 1 ;;
  esac
  pause
done
[ -z "$ARMED" ] || : >"$ARMED"
printf '%s\\n' 'watching'

last='' quiet=0 seen=no before=0 timeout=30
while :; do
  ask get "$HEART"
  clock
  [ "$outcome" != ok ] || has_beat || outcome=away
  case $outcome in
    gone) printf '%s\\n' 'the rollout is over'; exit 0 ;;
    ok)
      field over
      [ -z "$value" ] || { printf '%s\\n' 'the rollout is over'; exit 0; }
      field timeout
      case $value in '' | *[!0-9]*) ;; *) timeout=$value ;; esac
      field beat
      # Only time between two answers counts: while the API server is away, a living run cannot send a heartbeat either.
      if [ "$value" != "$last" ]; then last=$value quiet=0
      elif [ "$seen" = yes ]; then quiet=$((quiet + now - before)); fi
      seen=yes
      ;;
    *)
      seen=no
      # Once it is back, a living run gets some time to send one.
      [ "$quiet" -le $((timeout - GRACE)) ] || quiet=$((timeout > GRACE ? timeout - GRACE : 0))
      ;;
  esac
  before=$now
  if [ "$seen" = yes ] && [ "$quiet" -ge "$timeout" ]; then
    printf '%s\\n' "no heartbeat for $quiet s: restoring the traffic"
    take_back
    case $? in
      0) printf '%s\\n' 'done'; exit 0 ;;
      2) printf '%s\\n' 'a newer run has taken over'; exit 0 ;;
    esac
  fi
  pause
done
`;

;// CONCATENATED MODULE: ./.build/js/src/release/watchdog/watchdog.js






const seconds = (milliseconds) => Math.ceil(milliseconds / 1000);
const watchdogAccount = 'slipway-watchdog';
const watchdogName = ({ app, token }) => `slipway-${app}-watchdog-${token}`;
function heartbeatData({ beat, timeout = seconds(timing/* timing */.N.watchdogTimeout), }) {
    return { beat: String(beat), timeout: String(timeout) };
}
function beatPatch(uid, heartbeat) {
    const data = heartbeat === 'over' ? { over: 'true' } : heartbeatData(heartbeat);
    return [
        { op: 'test', path: (0,fencing_token/* pointer */.Wn)('metadata', 'uid'), value: uid },
        ...Object.entries(data).map(([key, value]) => ({ op: 'add', path: (0,fencing_token/* pointer */.Wn)('data', key), value })),
    ];
}
function watchdogJob(options) {
    const { writer, namespace, image, owner, lifetime, writes, fallback } = options;
    const own = {
        [naming/* labels */.WD.app]: writer.app,
        [naming/* labels */.WD.kind]: 'watchdog',
    };
    const environment = {
        HEART: (0,resources/* pathOf */.XM)(resources/* resources */.ES.configMap, namespace, owner.name),
        NAMESPACE: namespace,
        INTERVAL: String(seconds(timing/* timing */.N.watchdogInterval)),
        GRACE: String(seconds(timing/* timing */.N.watchdogGrace)),
        WRITES: lines(writes, writer),
        FALLBACK: lines(fallback, writer),
        ARMED: '/tmp/armed',
        HOME: '/tmp',
    };
    return {
        apiVersion: 'batch/v1',
        kind: 'Job',
        metadata: { name: watchdogName(writer), namespace, labels: own, ownerReferences: [owner] },
        spec: {
            activeDeadlineSeconds: Math.max(60, Math.ceil(lifetime / 1000)),
            ttlSecondsAfterFinished: 3600,
            backoffLimit: 100,
            template: {
                metadata: { labels: own },
                spec: {
                    serviceAccountName: watchdogAccount,
                    restartPolicy: 'OnFailure',
                    enableServiceLinks: false,
                    terminationGracePeriodSeconds: 5,
                    tolerations: ['not-ready', 'unreachable'].map(state => ({
                        key: `node.kubernetes.io/${state}`,
                        operator: 'Exists',
                        effect: 'NoExecute',
                        tolerationSeconds: 10,
                    })),
                    securityContext: {
                        runAsNonRoot: true,
                        runAsUser: 65_532,
                        runAsGroup: 65_532,
                        fsGroup: 65_532,
                        seccompProfile: { type: 'RuntimeDefault' },
                    },
                    containers: [
                        {
                            name: 'watchdog',
                            image,
                            command: ['sh', '-c', literal(script)],
                            env: Object.entries(environment).map(([name, value]) => ({ name, value: literal(value) })),
                            readinessProbe: {
                                exec: { command: ['sh', '-c', 'test -e /tmp/armed'] },
                                periodSeconds: 1,
                                timeoutSeconds: 5,
                            },
                            resources: { requests: { cpu: '10m', memory: '32Mi' }, limits: { memory: '192Mi' } },
                            securityContext: {
                                allowPrivilegeEscalation: false,
                                readOnlyRootFilesystem: true,
                                capabilities: { drop: ['ALL'] },
                            },
                            volumeMounts: [{ name: 'tmp', mountPath: '/tmp' }],
                        },
                    ],
                    volumes: [{ name: 'tmp', emptyDir: { sizeLimit: '64Mi' } }],
                },
            },
        },
    };
}
function isWatching(job) {
    return (job.status?.ready ?? 0) > 0;
}
const literal = (text) => text.replaceAll('$', () => '$$');
function lines(writes, { app, token }) {
    return writes
        .map(({ path, patch }) => {
        const { resource, name } = target(path);
        const note = {
            op: 'add',
            path: (0,fencing_token/* annotationPointer */.ZC)(fencing_token/* annotationOf */.lW.watchdog(app)),
            value: String(token),
        };
        return [path, resource, name, JSON.stringify([...patch, note])].join(' ');
    })
        .join('\n');
}
function target(path) {
    const place = (0,resources/* placeOf */.$t)(path);
    if (place === undefined)
        throw new Error(`${path} is not the path of a namespaced object`);
    const { group, plural, name } = place;
    return { resource: group === '' ? plural : `${plural}.${group}`, name };
}
function watchdogRole({ namespace, routes, services }) {
    const metadata = { name: watchdogAccount, namespace };
    const rule = (apiGroup, resource, names) => names.length === 0
        ? []
        : [
            {
                apiGroups: [apiGroup],
                resources: [resource],
                resourceNames: [...names],
                verbs: ['get', 'patch'],
            },
        ];
    return [
        { apiVersion: 'v1', kind: 'ServiceAccount', metadata },
        {
            apiVersion: 'rbac.authorization.k8s.io/v1',
            kind: 'Role',
            metadata,
            rules: [
                { apiGroups: [''], resources: ['configmaps'], verbs: ['get'] },
                ...rule('', 'services', services),
                ...rule(resources/* resources */.ES.httpRoute.group, resources/* resources */.ES.httpRoute.plural, routes),
            ],
        },
        {
            apiVersion: 'rbac.authorization.k8s.io/v1',
            kind: 'RoleBinding',
            metadata,
            roleRef: { apiGroup: 'rbac.authorization.k8s.io', kind: 'Role', name: watchdogAccount },
            subjects: [{ kind: 'ServiceAccount', name: watchdogAccount, namespace }],
        },
    ];
}
function watchdogImage(strategy) {
    if (strategy.kind === 'rolling')
        return undefined;
    const chosen = strategy.watchdog;
    return chosen === undefined || chosen === 'off' ? undefined : chosen.image;
}
function watchdogProblem(strategy) {
    if (strategy.kind === 'rolling' || strategy.watchdog !== undefined)
        return undefined;
    return new errors/* UserError */.yo(`the ${strategy.kind} strategy does not set \`watchdog\`, which restores the traffic when a run is lost`, 'add `watchdog: {image: …}`, an image with a shell and kubectl or curl, or `watchdog: off` to do without');
}
function waitingProblem(strategy) {
    if (strategy.kind !== 'canary' || watchdogImage(strategy) !== undefined)
        return undefined;
    const { steps, bake, 'on-inconclusive': way } = strategy;
    if (way !== 'rollback') {
        return new errors/* UserError */.yo(`\`on-inconclusive: ${way}\` pauses a rollout whose candidate has traffic, and without a watchdog nothing restores the traffic if no run resumes it`, 'set an image in `watchdog`, or use `on-inconclusive: rollback`');
    }
    if (bake.approve || steps.some(({ approve }) => approve === true)) {
        return new errors/* UserError */.yo('`approve` pauses a rollout whose candidate has traffic, and without a watchdog nothing restores the traffic if no run resumes it', 'set an image in `watchdog`, or remove `approve`');
    }
    const [long] = steps.filter(({ pause = 0 }) => pause > bake.attended);
    if (long !== undefined) {
        return new errors/* UserError */.yo(`the pause at ${long.weight} % is longer than \`attended\`, after which no run stays with it, and without a watchdog nothing restores the traffic if no run resumes the rollout`, 'set an image in `watchdog`, or shorten the pause');
    }
    if (bake.for <= bake.attended)
        return undefined;
    return new errors/* UserError */.yo('the bake is longer than `attended`, after which no run stays with it, and without a watchdog nothing restores the traffic if no run resumes the rollout', 'set an image in `watchdog`, or shorten the bake');
}
function exposureSentence(strategy) {
    if (strategy.kind === 'rolling') {
        return 'if the run is lost, the cluster finishes the rolling update, and the next run reports its outcome';
    }
    const most = strategy.kind === 'blue-green'
        ? 'all'
        : `up to ${Math.max(...strategy.steps.map(({ weight }) => weight), strategy.bake.weight)} %`;
    const { watchdogTimeout, watchdogInterval, watchdogReaction } = timing/* timing */.N;
    const within = seconds(watchdogTimeout + watchdogInterval + watchdogReaction);
    return watchdogImage(strategy) === undefined
        ? `without a watchdog, a lost run leaves ${most} of the requests with the candidate until another run, sweep or rollback, takes over`
        : `a lost run leaves ${most} of the requests with the candidate for at most ${within} s, then the watchdog restores the traffic`;
}


/***/ }),

/***/ 75507:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Is: () => (/* binding */ requireReleasable),
/* harmony export */   Vu: () => (/* binding */ injectDigests),
/* harmony export */   _5: () => (/* binding */ prepareManifests),
/* harmony export */   bD: () => (/* binding */ clusterScoped),
/* harmony export */   h7: () => (/* binding */ workloadIn),
/* harmony export */   ik: () => (/* binding */ place)
/* harmony export */ });
/* harmony import */ var _image_reference_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(85898);
/* harmony import */ var _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(92317);
/* harmony import */ var _kinds_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(17849);
/* harmony import */ var _naming_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(29296);
/* harmony import */ var _workers_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(17121);





function prepareManifests(manifests, environment, images) {
    for (const manifest of manifests)
        requireReleasable(manifest, images);
    const placed = structuredClone(manifests).map(manifest => place(manifest, environment.namespace));
    injectDigests(placed, images);
    const workload = workloadIn(placed, environment);
    (0,_workers_js__WEBPACK_IMPORTED_MODULE_4__/* .requireWorkers */ .pZ)(placed, environment, images, workload);
    const template = workload.spec?.template;
    if (template === undefined) {
        throw new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .UserError */ .yo(`${(0,_kinds_js__WEBPACK_IMPORTED_MODULE_2__/* .titleOf */ .Gg)(environment.workload)} has no spec.template`, 'complete the manifest');
    }
    template.metadata = {
        ...template.metadata,
        labels: { ...template.metadata?.labels, [_naming_js__WEBPACK_IMPORTED_MODULE_3__/* .labels */ .WD.track]: 'stable' },
    };
    return placed;
}
const clusterWide = new Set([
    'APIService',
    'CSIDriver',
    'CertificateSigningRequest',
    'ClusterIssuer',
    'ClusterRole',
    'ClusterRoleBinding',
    'CustomResourceDefinition',
    'GatewayClass',
    'IngressClass',
    'MutatingWebhookConfiguration',
    'Namespace',
    'Node',
    'PersistentVolume',
    'PriorityClass',
    'RuntimeClass',
    'StorageClass',
    'ValidatingAdmissionPolicy',
    'ValidatingAdmissionPolicyBinding',
    'ValidatingWebhookConfiguration',
    'VolumeSnapshotClass',
]);
function requireReleasable({ object, name, source }, images) {
    const { kind = '' } = object;
    const title = `${source}: ${kind}/${name}`;
    if (clusterWide.has(kind))
        throw clusterScoped(title);
    const hook = object.metadata?.annotations?.['argocd.argoproj.io/hook'];
    if (hook !== undefined)
        throw new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .UserError */ .yo(`${title} is a ${hook} hook of Argo CD, and a release would apply it like any other object`, 'move it out of `manifests`; if its Job is needed, make it a hook in slipway.yml, such as `hooks: {pre: {job: hooks/migrate.yaml}}`');
    if (kind === 'Job')
        throw new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .UserError */ .yo(`${title} cannot be released: a Job runs once, and its pod template is immutable`, 'make it a hook, such as `hooks: {pre: {job: hooks/migrate.yaml}}`, and move its file out of `manifests`');
    if ((0,_kinds_js__WEBPACK_IMPORTED_MODULE_2__/* .isReleased */ .OZ)(kind))
        return;
    const ours = new Set(Object.values(images).map(({ repository }) => (0,_image_reference_js__WEBPACK_IMPORTED_MODULE_0__/* .parseRepository */ .SU)(repository)));
    const own = (0,_kinds_js__WEBPACK_IMPORTED_MODULE_2__/* .podTemplatesOf */ .ab)(object)
        .flatMap(({ spec }) => (0,_kinds_js__WEBPACK_IMPORTED_MODULE_2__/* .containersOf */ .Mz)(spec))
        .find(({ image = '' }) => image !== '' && ours.has((0,_image_reference_js__WEBPACK_IMPORTED_MODULE_0__/* .parseRepository */ .SU)((0,_kinds_js__WEBPACK_IMPORTED_MODULE_2__/* .repositoryOf */ ._M)(image))));
    if (own !== undefined)
        throw new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .UserError */ .yo(`${title} runs ${own.image}, and a release can neither watch nor roll back a ${kind}`, 'run it in a Deployment, StatefulSet, DaemonSet or CronJob');
}
const clusterScoped = (title) => new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .UserError */ .yo(`${title} is cluster-scoped, but a release belongs to a namespace`, 'move it out of `manifests`, and apply it once with `kubectl apply`');
function place(manifest, namespace) {
    const declared = manifest.object.metadata?.namespace;
    if (declared !== undefined && declared !== namespace) {
        throw new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .UserError */ .yo(`${manifest.source}: ${manifest.object.kind}/${manifest.name} is for namespace ${declared}, but the environment is for ${namespace}`, 'remove metadata.namespace from the manifest, or correct `namespace` in slipway.yml');
    }
    manifest.object.metadata = { ...manifest.object.metadata, namespace };
    return manifest;
}
function workloadIn(manifests, environment) {
    const { kind, name } = environment.workload;
    const found = manifests.find(manifest => manifest.object.kind === kind && manifest.name === name);
    if (found === undefined) {
        const others = manifests.filter(m => m.object.kind === kind).map(m => m.name);
        throw new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .UserError */ .yo(`the manifests do not contain ${kind}/${name}${others.length === 0 ? '' : ` (only ${others.join(', ')})`}`, 'correct `workload` in slipway.yml or add its manifest');
    }
    return found.object;
}
function injectDigests(manifests, images, use = 'every') {
    const containers = manifests.flatMap(m => (0,_kinds_js__WEBPACK_IMPORTED_MODULE_2__/* .podTemplatesOf */ .ab)(m.object).flatMap(t => (0,_kinds_js__WEBPACK_IMPORTED_MODULE_2__/* .containersOf */ .Mz)(t.spec)));
    for (const [name, { repository, digest }] of Object.entries(images)) {
        const wanted = (0,_image_reference_js__WEBPACK_IMPORTED_MODULE_0__/* .parseRepository */ .SU)(repository);
        const users = containers.filter(({ image }) => image && (0,_image_reference_js__WEBPACK_IMPORTED_MODULE_0__/* .parseRepository */ .SU)((0,_kinds_js__WEBPACK_IMPORTED_MODULE_2__/* .repositoryOf */ ._M)(image)) === wanted);
        if (users.length === 0 && use === 'every') {
            const used = [...new Set(containers.map(container => (0,_kinds_js__WEBPACK_IMPORTED_MODULE_2__/* .repositoryOf */ ._M)(container.image ?? '')))];
            throw new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .UserError */ .yo(`no container uses images.${name} (${repository}); the manifests use ${used.join(', ') || 'no image at all'}`, 'use the same repository for `repository` in slipway.yml and `image` in the manifest');
        }
        for (const container of users)
            container.image = `${repository}@${digest}`;
    }
}


/***/ }),

/***/ 17121:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   N: () => (/* binding */ workersOf),
/* harmony export */   QF: () => (/* binding */ readWorkers),
/* harmony export */   l7: () => (/* binding */ releaseOf),
/* harmony export */   pZ: () => (/* binding */ requireWorkers),
/* harmony export */   r0: () => (/* binding */ workersIn),
/* harmony export */   r3: () => (/* binding */ templatesOf),
/* harmony export */   withUnlistedWorkers: () => (/* binding */ withUnlistedWorkers),
/* harmony export */   xD: () => (/* binding */ isWorker)
/* harmony export */ });
/* harmony import */ var _cluster_labels_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(75181);
/* harmony import */ var _image_reference_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(85898);
/* harmony import */ var _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(92317);
/* harmony import */ var _kinds_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(17849);
/* harmony import */ var _naming_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(29296);





const workersOf = ({ workers }) => workers ?? [];
const isWorker = ({ object, name }, environment) => workersOf(environment).some(ref => ref.kind === object.kind && ref.name === name);
function withUnlistedWorkers(environment, manifests, repositories) {
    if (!manifests.some(({ object }) => (0,_kinds_js__WEBPACK_IMPORTED_MODULE_2__/* .isOf */ .yW)(environment.workload, object)))
        return { environment, unlisted: [] };
    const ours = new Set(repositories.map(each => (0,_image_reference_js__WEBPACK_IMPORTED_MODULE_0__/* .parseRepository */ .SU)(each)));
    const known = new Set([environment.workload, ...workersOf(environment)].map(_kinds_js__WEBPACK_IMPORTED_MODULE_2__/* .keyOf */ .TN));
    const unlisted = manifests.flatMap(({ object }) => {
        const runsOurs = (0,_kinds_js__WEBPACK_IMPORTED_MODULE_2__/* .podTemplatesOf */ .ab)(object)
            .flatMap(({ spec }) => (0,_kinds_js__WEBPACK_IMPORTED_MODULE_2__/* .containersOf */ .Mz)(spec))
            .some(({ image = '' }) => image !== '' && ours.has((0,_image_reference_js__WEBPACK_IMPORTED_MODULE_0__/* .parseRepository */ .SU)((0,_kinds_js__WEBPACK_IMPORTED_MODULE_2__/* .repositoryOf */ ._M)(image))));
        if (!runsOurs || !(0,_kinds_js__WEBPACK_IMPORTED_MODULE_2__/* .isReleased */ .OZ)(object.kind))
            return [];
        const ref = (0,_kinds_js__WEBPACK_IMPORTED_MODULE_2__/* .refOf */ .H8)(object);
        return known.has((0,_kinds_js__WEBPACK_IMPORTED_MODULE_2__/* .keyOf */ .TN)(ref)) ? [] : [ref];
    });
    return { environment: { ...environment, workers: [...workersOf(environment), ...unlisted] }, unlisted };
}
function workersIn(manifests, environment) {
    return workersOf(environment).map(ref => {
        const found = manifests.find(({ object }) => (0,_kinds_js__WEBPACK_IMPORTED_MODULE_2__/* .isOf */ .yW)(ref, object));
        if (found !== undefined)
            return found.object;
        throw new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .UserError */ .yo(`the manifests do not contain ${(0,_kinds_js__WEBPACK_IMPORTED_MODULE_2__/* .titleOf */ .Gg)(ref)}, which \`workers\` lists`, 'correct `workers` in slipway.yml or add its manifest');
    });
}
function requireWorkers(manifests, environment, images, workload) {
    const ours = new Set(Object.values(images).map(({ repository }) => (0,_image_reference_js__WEBPACK_IMPORTED_MODULE_0__/* .parseRepository */ .SU)(repository)));
    const services = manifests.filter(({ object }) => object.kind === 'Service');
    for (const worker of workersIn(manifests, environment)) {
        const name = (0,_kinds_js__WEBPACK_IMPORTED_MODULE_2__/* .titleOf */ .Gg)((0,_kinds_js__WEBPACK_IMPORTED_MODULE_2__/* .refOf */ .H8)(worker));
        const used = (0,_kinds_js__WEBPACK_IMPORTED_MODULE_2__/* .containersOf */ .Mz)((0,_kinds_js__WEBPACK_IMPORTED_MODULE_2__/* .templateOf */ .kW)(worker)?.spec).map(({ image = '' }) => image);
        if (ours.size > 0 &&
            !used.some(image => image !== '' && ours.has((0,_image_reference_js__WEBPACK_IMPORTED_MODULE_0__/* .parseRepository */ .SU)((0,_kinds_js__WEBPACK_IMPORTED_MODULE_2__/* .repositoryOf */ ._M)(image))))) {
            throw new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .UserError */ .yo(`${name} is listed in \`workers\`, but runs none of the images of this release`, 'remove it from `workers`: it is applied like any other manifest');
        }
        if (takes(workload.spec?.selector?.matchLabels, worker) ||
            takes(worker.spec?.selector?.matchLabels, workload)) {
            throw new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .UserError */ .yo(`the labels do not distinguish the pods of ${name} from those of ${(0,_kinds_js__WEBPACK_IMPORTED_MODULE_2__/* .titleOf */ .Gg)(environment.workload)}`, 'give each of them a distinct label, in its selector and in its template');
        }
        const service = services.find(each => takes(each.object.spec?.selector, worker));
        if (service !== undefined && takes(service.object.spec?.selector, workload)) {
            throw new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .UserError */ .yo(`Service/${service.name} would send requests to ${name} as well, but a worker must get none`, 'add a label to its selector that only the pods of the workload have');
        }
    }
}
const takes = (selector, workload) => (0,_cluster_labels_js__WEBPACK_IMPORTED_MODULE_4__/* .selects */ .ko)(selector, (0,_kinds_js__WEBPACK_IMPORTED_MODULE_2__/* .templateOf */ .kW)(workload)?.metadata?.labels);
async function readWorkers(cluster, namespace, refs) {
    const entries = refs.map(async (ref) => [(0,_kinds_js__WEBPACK_IMPORTED_MODULE_2__/* .keyOf */ .TN)(ref), await cluster.get((0,_kinds_js__WEBPACK_IMPORTED_MODULE_2__/* .pathTo */ .vs)(namespace, ref))]);
    return Object.fromEntries(await Promise.all(entries));
}
function templatesOf(lives) {
    return Object.fromEntries(Object.entries(lives).flatMap(([name, live]) => {
        const template = (0,_kinds_js__WEBPACK_IMPORTED_MODULE_2__/* .templateOf */ .kW)(live);
        return template === undefined ? [] : [[name, template]];
    }));
}
function releaseOf(worker) {
    const marked = worker?.metadata?.annotations?.[_naming_js__WEBPACK_IMPORTED_MODULE_3__/* .labels */ .WD.release];
    return marked === undefined ? undefined : Number(marked);
}


/***/ }),

/***/ 59993:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Bz: () => (/* binding */ tokenOn),
/* harmony export */   G$: () => (/* binding */ fencingTests),
/* harmony export */   Hn: () => (/* binding */ isRestoredByWatchdog),
/* harmony export */   Wn: () => (/* binding */ pointer),
/* harmony export */   ZC: () => (/* binding */ annotationPointer),
/* harmony export */   fz: () => (/* binding */ annotate),
/* harmony export */   lW: () => (/* binding */ annotationOf),
/* harmony export */   oV: () => (/* binding */ tokenPatch),
/* harmony export */   u4: () => (/* binding */ track),
/* harmony export */   w7: () => (/* binding */ annotation)
/* harmony export */ });
const track = 'slipway.dev/track';
const annotationOf = {
    token: (app) => `slipway.dev/token.${app}`,
    weights: (app) => `slipway.dev/weights.${app}`,
    pinned: (app) => `slipway.dev/pinned.${app}`,
    minReplicas: (app) => `slipway.dev/min-replicas.${app}`,
    watchdog: (app) => `slipway.dev/watchdog.${app}`,
};
function pointer(...parts) {
    return parts.map(part => `/${String(part).replaceAll('~', '~0').replaceAll('/', '~1')}`).join('');
}
function annotationPointer(name) {
    return pointer('metadata', 'annotations', name);
}
function fencingTests(object, { app, token }) {
    return [
        { op: 'test', path: annotationPointer(annotationOf.token(app)), value: String(token) },
        { op: 'test', path: pointer('metadata', 'uid'), value: object.metadata?.uid },
    ];
}
function tokenOn(object, app) {
    return Number(annotation(object, annotationOf.token(app)) ?? 0);
}
function tokenPatch(object, { app, token }) {
    const name = annotationOf.token(app);
    const present = tokenOn(object, app);
    if (present > token)
        throw new Error(`fencing token ${present} is above token ${token} of ${app}`);
    if (present === token)
        return [];
    const { annotations, uid, resourceVersion } = object.metadata ?? {};
    const unchanged = annotations?.[name] === undefined
        ? { op: 'test', path: pointer('metadata', 'resourceVersion'), value: resourceVersion }
        : { op: 'test', path: annotationPointer(name), value: annotations[name] };
    return [
        { op: 'test', path: pointer('metadata', 'uid'), value: uid },
        unchanged,
        ...(annotations === undefined
            ? [{ op: 'add', path: pointer('metadata', 'annotations'), value: {} }]
            : []),
        { op: 'add', path: annotationPointer(name), value: String(token) },
    ];
}
function annotation(object, name) {
    return object.metadata?.annotations?.[name];
}
function annotate(object, name, value) {
    const path = annotationPointer(name);
    const present = annotation(object, name);
    if (present === value)
        return [];
    return value === undefined ? [{ op: 'remove', path }] : [{ op: 'add', path, value }];
}
function isRestoredByWatchdog(object, { app, token }, since) {
    const by = Number(annotation(object, annotationOf.watchdog(app)) ?? Number.NaN);
    return by >= since && by <= token;
}


/***/ })

};
