export const id = 3628;
export const ids = [3628,4377];
export const modules = {

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

/***/ 88795:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Af: () => (/* binding */ limitsOf),
/* harmony export */   B4: () => (/* binding */ podNeeds),
/* harmony export */   Fw: () => (/* binding */ extraPods),
/* harmony export */   GD: () => (/* binding */ tolerates),
/* harmony export */   I9: () => (/* binding */ limitsFor),
/* harmony export */   Qj: () => (/* binding */ inPlaceProblem),
/* harmony export */   TN: () => (/* binding */ extraPodsInPlace),
/* harmony export */   VS: () => (/* binding */ eligibleNodes),
/* harmony export */   ZO: () => (/* binding */ nodeShortfalls),
/* harmony export */   au: () => (/* binding */ quantity),
/* harmony export */   bu: () => (/* binding */ quotaShortfalls),
/* harmony export */   e5: () => (/* binding */ mostCanaryPods)
/* harmony export */ });
/* harmony import */ var _cluster_labels_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(75181);
/* harmony import */ var _toolkit_count_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(8999);
/* harmony import */ var _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(92317);
/* harmony import */ var _traffic_router_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(1922);
/* harmony import */ var _traffic_routers_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(71893);
/* harmony import */ var _traffic_selector_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(45722);
/* harmony import */ var _workloads_candidate_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(75507);
/* harmony import */ var _workloads_kinds_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(17849);








function quantity(text) {
    const match = /^([+-]?(?:\d+\.?\d*|\.\d+))(m|u|n|k|Ki|Mi|Gi|Ti|Pi|Ei|M|G|T|P|E|[eE][+-]?\d+)?$/.exec(text.trim());
    if (match === null)
        return Number.NaN;
    const [, number, suffix = ''] = match;
    if (/^[eE][+-]?\d/.test(suffix))
        return Number(`${number}${suffix}`);
    return Number(number) * (factors[suffix] ?? 1);
}
const factors = {
    n: 1e-9, u: 1e-6, m: 1e-3, k: 1e3, M: 1e6, G: 1e9, T: 1e12, P: 1e15, E: 1e18,
    Ki: 2 ** 10, Mi: 2 ** 20, Gi: 2 ** 30, Ti: 2 ** 40, Pi: 2 ** 50, Ei: 2 ** 60,
};
function limitsFor({ environment, manifests }, liveState) {
    const workload = (0,_workloads_candidate_js__WEBPACK_IMPORTED_MODULE_4__/* .workloadIn */ .h7)(manifests, environment);
    const living = liveState.liveWorkload && (0,_workloads_kinds_js__WEBPACK_IMPORTED_MODULE_5__.replicasOf)(liveState.liveWorkload);
    if (workload.kind === 'DaemonSet' && living === undefined)
        return undefined;
    const written = workload.spec?.replicas ?? living ?? 1;
    return limitsOf(workload, liveState.autoscaler === undefined ? written : (living ?? written));
}
function limitsOf(workload, replicas) {
    const { strategy, updateStrategy } = workload.spec ?? {};
    if (workload.kind === 'StatefulSet' || workload.kind === 'DaemonSet') {
        const { maxSurge = 0, maxUnavailable = 1 } = updateStrategy?.rollingUpdate ?? {};
        const [surge, down] = [surgeOf(maxSurge, replicas), unavailableOf(maxUnavailable, replicas)];
        const fewer = workload.kind === 'DaemonSet' ? Math.min(replicas, surgeOf(maxUnavailable, replicas)) : down;
        const more = workload.kind === 'DaemonSet' ? surge : 0;
        return {
            type: 'RollingUpdate',
            replicas,
            maxSurge: more,
            maxUnavailable: more === 0 ? Math.max(Math.min(1, replicas), fewer) : fewer,
            peak: replicas + more,
        };
    }
    if (strategy?.type === 'Recreate') {
        return { type: 'Recreate', replicas, maxSurge: 0, maxUnavailable: replicas, peak: replicas };
    }
    const maxSurge = surgeOf(strategy?.rollingUpdate?.maxSurge, replicas);
    const unavailable = unavailableOf(strategy?.rollingUpdate?.maxUnavailable, replicas);
    const maxUnavailable = maxSurge === 0 && unavailable === 0 ? 1 : unavailable;
    return { type: 'RollingUpdate', replicas, maxSurge, maxUnavailable, peak: replicas + maxSurge };
}
function unavailableOf(value, replicas) {
    if (typeof value === 'number')
        return Math.min(value, replicas);
    const percent = /^(\d+)%$/.exec(typeof value === 'string' ? value : '25%');
    return percent === null ? 0 : Math.min(replicas, Math.floor((Number(percent[1]) * replicas) / 100));
}
function surgeOf(maxSurge, replicas) {
    if (typeof maxSurge === 'number')
        return maxSurge;
    const percent = /^(\d+)%$/.exec(typeof maxSurge === 'string' ? maxSurge : '25%');
    return percent === null ? 0 : Math.ceil((Number(percent[1]) * replicas) / 100);
}
function extraPods(next, live, nodes = []) {
    const kind = (0,_workloads_kinds_js__WEBPACK_IMPORTED_MODULE_5__.kindOf)(next);
    if (kind === 'CronJob')
        return 0;
    if (kind === 'DaemonSet')
        return live === undefined ? eligibleNodes(nodes, next).length : limitsOf(next, (0,_workloads_kinds_js__WEBPACK_IMPORTED_MODULE_5__.replicasOf)(live)).maxSurge;
    const replicas = next.spec?.replicas ?? live?.spec?.replicas ?? 1;
    if (live === undefined)
        return replicas;
    return Math.max(0, limitsOf(next, replicas).peak - (live.status?.replicas ?? 0));
}
function extraPodsInPlace(environment, next, live) {
    return mostCanaryPods(environment, live.spec?.replicas ?? 1) + extraPods(next, live);
}
function mostCanaryPods(environment, capacity) {
    return Math.max(0, ...(0,_traffic_routers_js__WEBPACK_IMPORTED_MODULE_2__/* .weightsOf */ .Z$)(environment).map(weight => canaryPods(environment, weight, capacity)));
}
function inPlaceProblem(environment, next, live) {
    const weight = (0,_traffic_routers_js__WEBPACK_IMPORTED_MODULE_2__/* .promotionWeight */ .kQ)(environment.strategy);
    if (weight === 100)
        return undefined;
    const name = (0,_workloads_kinds_js__WEBPACK_IMPORTED_MODULE_5__.titleOf)(environment.workload);
    if (next.spec?.strategy?.type === 'Recreate') {
        return new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo(`the pods of ${name} are replaced all at once (Recreate), so a promotion in place would leave no pod for their part of the traffic`, 'set `type: RollingUpdate` in its manifest, or use `promotion: surge`');
    }
    const capacity = live.spec?.replicas ?? 1;
    const replicas = next.spec?.replicas ?? capacity;
    const kept = Math.min(capacity, replicas) - limitsOf(next, replicas).maxUnavailable;
    const need = (0,_traffic_routers_js__WEBPACK_IMPORTED_MODULE_2__/* .routerKind */ .i$)(environment) === 'replicas'
        ? capacity - canaryPods(environment, weight, capacity)
        : (0,_traffic_router_js__WEBPACK_IMPORTED_MODULE_1__/* .needOf */ .ER)(100 - weight, capacity);
    if (kept >= need)
        return undefined;
    return new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo(`a promotion in place would leave ${(0,_toolkit_count_js__WEBPACK_IMPORTED_MODULE_6__/* .counted */ .h)(Math.max(0, kept), 'pod')} of ${name} while it rolls, but its part of the traffic needs ${need}`, 'lower maxUnavailable, raise the weight of the bake, or use `promotion: surge`');
}
function canaryPods(environment, weight, capacity) {
    return (0,_traffic_routers_js__WEBPACK_IMPORTED_MODULE_2__/* .routerKind */ .i$)(environment) === 'replicas' ? (0,_traffic_selector_js__WEBPACK_IMPORTED_MODULE_3__/* .pods */ .Jw)(weight, capacity).canary : (0,_traffic_router_js__WEBPACK_IMPORTED_MODULE_1__/* .needOf */ .ER)(weight, capacity);
}
function quotaShortfalls(quotas, parts) {
    const pods = parts.reduce((all, part) => all + part.pods, 0);
    if (pods <= 0)
        return [];
    const needs = new Map([
        ['pods', pods],
        ['count/pods', pods],
    ]);
    const needed = (side, resource) => parts.reduce((all, part) => all + sum(part.spec, side, resource) * part.pods, 0);
    for (const resource of ['cpu', 'memory']) {
        const requests = needed('requests', resource);
        needs.set(`requests.${resource}`, requests);
        needs.set(resource, requests);
        needs.set(`limits.${resource}`, needed('limits', resource));
    }
    const plain = quotas.filter(({ spec }) => spec?.scopes === undefined && spec?.scopeSelector === undefined);
    return plain.flatMap(quota => Object.entries(quota.status?.hard ?? {}).flatMap(([name, hard]) => {
        const need = needs.get(name) ?? 0;
        const used = quota.status?.used?.[name] ?? '0';
        if (need === 0 || quantity(used) + need <= quantity(hard) * (1 + 1e-9))
            return [];
        return [
            `ResourceQuota/${quota.metadata?.name} limits ${name} to ${hard}, of which ${used} are in use, but the rollout needs ${show(name, need)} more at its peak (${(0,_toolkit_count_js__WEBPACK_IMPORTED_MODULE_6__/* .counted */ .h)(pods, 'more pod')})`,
        ];
    }));
}
function eligibleNodes(nodes, workload) {
    const { nodeSelector } = workload.spec?.template?.spec ?? {};
    return nodes.filter(({ spec, metadata }) => spec?.unschedulable !== true && (0,_cluster_labels_js__WEBPACK_IMPORTED_MODULE_7__.hasLabels)(nodeSelector, metadata?.labels));
}
function tolerates({ tolerations = [] }, { spec }) {
    const taints = (spec?.taints ?? []).filter(({ effect }) => effect === 'NoSchedule' || effect === 'NoExecute');
    return taints.every(taint => tolerations.some(({ key, operator = 'Equal', value = '', effect }) => (effect === undefined || effect === '' || effect === taint.effect) &&
        (operator === 'Exists'
            ? key === undefined || key === '' || key === taint.key
            : key === taint.key && value === (taint.value ?? ''))));
}
function nodeShortfalls(nodes, workload, pods) {
    const { labels = {} } = workload.spec?.template?.metadata ?? {};
    const spec = workload.spec?.template?.spec;
    const apart = (spec?.affinity?.podAntiAffinity?.requiredDuringSchedulingIgnoredDuringExecution ?? []).filter(({ labelSelector, matchLabelKeys = [] }) => matchLabelKeys.length === 0 &&
        (labelSelector?.matchExpressions ?? []).length === 0 &&
        (0,_cluster_labels_js__WEBPACK_IMPORTED_MODULE_7__.hasLabels)(labelSelector?.matchLabels, labels));
    const crowded = apart.flatMap(({ topologyKey }) => {
        const places = new Set(nodes.flatMap(({ metadata }) => metadata?.labels?.[topologyKey] ?? [])).size;
        return places >= pods
            ? []
            : [
                `the anti-affinity of the pods allows one per ${topologyKey}: the rollout has ${pods} pods at its peak, but the nodes have only ${places} different values of that label`,
            ];
    });
    const short = ['cpu', 'memory'].flatMap(resource => {
        const need = sum(spec, 'requests', resource) * pods;
        const there = nodes.reduce((total, { status }) => total + quantity(status?.allocatable?.[resource] ?? '0'), 0);
        return there === 0 || need <= there * (1 + 1e-9)
            ? []
            : [
                `the peak of ${pods} pods requests ${show(resource, need)} of ${resource}, but all nodes together have ${show(resource, there)}`,
            ];
    });
    return [...crowded, ...short];
}
const podNeeds = (spec) => ({
    cpu: sum(spec, 'requests', 'cpu'),
    memory: sum(spec, 'requests', 'memory'),
});
function sum(spec, side, resource) {
    return (0,_workloads_kinds_js__WEBPACK_IMPORTED_MODULE_5__.containersOf)({ ...spec, initContainers: [], containers: spec?.containers ?? [] }).reduce((total, container) => {
        const { requests, limits } = container.resources ?? {};
        const text = side === 'limits' ? limits?.[resource] : (requests?.[resource] ?? limits?.[resource]);
        return total + (text === undefined ? 0 : quantity(text));
    }, 0);
}
function show(name, value) {
    if (name.endsWith('memory'))
        return `${Math.ceil(value / 2 ** 20)}Mi`;
    if (name.endsWith('cpu'))
        return `${Math.ceil(value * 1000)}m`;
    return String(value);
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
        return (0,_workloads_workers_js__WEBPACK_IMPORTED_MODULE_4__.isWorker)(manifest, comparison.environment) ? followingNote(change, kind, comparison) : change;
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
        ((0,_workloads_workers_js__WEBPACK_IMPORTED_MODULE_4__.isWorker)(manifest, environment) &&
            liveState.workers[(0,_workloads_kinds_js__WEBPACK_IMPORTED_MODULE_3__.keyOf)((0,_workloads_kinds_js__WEBPACK_IMPORTED_MODULE_3__.refOf)(manifest.object))]?.autoscaler !== undefined);
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

/***/ 8999:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   h: () => (/* binding */ counted)
/* harmony export */ });
const counted = (count, noun) => `${count} ${noun}${count === 1 ? '' : 's'}`;


/***/ }),

/***/ 64377:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   w$: () => (/* binding */ datetime)
/* harmony export */ });
/* unused harmony exports date, time, duration */
/* harmony import */ var _core_index_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(43759);
/* harmony import */ var _schemas_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(88343);



function datetime(params) {
    return _core_index_js__WEBPACK_IMPORTED_MODULE_0__/* ._isoDateTime */ .G1(_schemas_js__WEBPACK_IMPORTED_MODULE_1__/* .ZodISODateTime */ .You, params);
}
function date(params) {
    return core._isoDate(ZodISODate, params);
}
function time(params) {
    return core._isoTime(ZodISOTime, params);
}
function duration(params) {
    return core._isoDuration(ZodISODuration, params);
}


/***/ })

};
