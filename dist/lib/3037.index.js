export const id = 3037;
export const ids = [3037,2644,8989];
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

/***/ 2644:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   objectOf: () => (/* binding */ objectOf),
/* harmony export */   ofArgoCd: () => (/* binding */ ofArgoCd),
/* harmony export */   ofFlux: () => (/* binding */ ofFlux),
/* harmony export */   readController: () => (/* binding */ readController),
/* harmony export */   requireRunning: () => (/* binding */ requireRunning)
/* harmony export */ });
/* harmony import */ var _cluster_resources_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(14485);
/* harmony import */ var _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(92317);
/* harmony import */ var _toolkit_map_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(60630);
/* harmony import */ var _toolkit_printable_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(72315);




const custom = (group, version, plural, kind) => ({
    ...{ group, version, plural, kind },
    namespaced: true,
});
const kinds = {
    application: custom('argoproj.io', 'v1alpha1', 'applications', 'Application'),
    kustomization: custom('kustomize.toolkit.fluxcd.io', 'v1', 'kustomizations', 'Kustomization'),
    helmrelease: custom('helm.toolkit.fluxcd.io', 'v2', 'helmreleases', 'HelmRelease'),
};
function objectOf({ argocd, flux }) {
    if (argocd !== undefined)
        return { resource: kinds.application, namespace: argocd.namespace, name: argocd.name };
    const { kustomization, helmrelease = '', namespace = '' } = flux ?? {};
    return kustomization === undefined
        ? { resource: kinds.helmrelease, namespace, name: helmrelease }
        : { resource: kinds.kustomization, namespace, name: kustomization };
}
async function readController(cluster, controller) {
    const { resource, namespace, name } = objectOf(controller);
    const object = await cluster.get((0,_cluster_resources_js__WEBPACK_IMPORTED_MODULE_0__/* .pathOf */ .XM)(resource, namespace, name));
    if (object === undefined)
        throw new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .UserError */ .yo(`${resource.kind}/${name} does not exist in namespace ${namespace}`, 'correct `delivery.gitops.controller` in slipway.yml');
    return controller.argocd === undefined ? ofFlux(object) : ofArgoCd(object);
}
async function requireRunning(cluster, controller) {
    const found = await readController(cluster, controller);
    if (found.stopped === undefined)
        return found;
    const { why, remedy } = found.stopped;
    throw new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .UserError */ .yo(`${found.name} would not roll the commit out: ${why}`, remedy);
}
function ofArgoCd(object) {
    const name = `Application/${object.metadata?.name} of Argo CD`;
    const { spec, status } = object;
    const policy = mapOf(mapOf(spec?.syncPolicy).automated);
    const isManual = !(0,_toolkit_map_js__WEBPACK_IMPORTED_MODULE_2__/* .isMap */ .jh)(mapOf(spec?.syncPolicy).automated) || policy.enabled === false;
    const sync = mapOf(status?.sync);
    const health = mapOf(status?.health);
    const operation = mapOf(status?.operationState);
    const isFailed = operation.phase === 'Failed' || operation.phase === 'Error';
    const error = (0,_toolkit_map_js__WEBPACK_IMPORTED_MODULE_2__/* .mapsIn */ .nf)(status?.conditions).find(({ type }) => /Error$/.test(String(type)));
    const attempted = [mapOf(operation.syncResult), mapOf(mapOf(operation.operation).sync)].map(revisionsIn);
    const failed = isFailed
        ? `the sync failed: ${short(operation.message)}`
        : error === undefined
            ? undefined
            : `${said(error.type)}: ${short(error.message)}`;
    return {
        name,
        revisions: (isFailed ? attempted : [revisionsIn(sync), ...attempted]).find(each => each.length > 0) ?? [],
        ...(isManual
            ? { stopped: { why: 'it does not sync by itself', remedy: 'set `syncPolicy: {automated: {}}` in it' } }
            : {}),
        ...(failed === undefined ? {} : { failed }),
        sentence: `${said(sync.status) ?? 'Unknown'}, ${said(health.status) ?? 'Unknown'}`,
    };
}
const revisionsIn = ({ revision, revisions }) => (0,_toolkit_map_js__WEBPACK_IMPORTED_MODULE_2__/* .textsIn */ .Ej)([revision, ...(0,_toolkit_map_js__WEBPACK_IMPORTED_MODULE_2__/* .textsIn */ .Ej)(revisions)]);
function ofFlux(object) {
    const { kind, metadata } = object;
    const { spec, status } = object;
    const conditions = (0,_toolkit_map_js__WEBPACK_IMPORTED_MODULE_2__/* .mapsIn */ .nf)(status?.conditions);
    const find = (type) => conditions.find(each => each.type === type);
    const isCurrent = Number(status?.observedGeneration ?? 0) >= Number(metadata?.generation ?? 0);
    const stalled = find('Stalled');
    const ready = find('Ready');
    const bad = [
        stalled?.status === 'True' ? stalled : undefined,
        ready?.status === 'False' ? ready : undefined,
    ].find(each => each !== undefined && !waits.has(String(each.reason)));
    const written = status?.[bad === undefined ? 'lastAppliedRevision' : 'lastAttemptedRevision'] ??
        status?.lastAttemptedRevision;
    const revisions = kind === 'HelmRelease' ? [] : (0,_toolkit_map_js__WEBPACK_IMPORTED_MODULE_2__/* .textsIn */ .Ej)([/[0-9a-f]{40,64}$/.exec(said(written) ?? '')?.[0]]);
    const state = ready === undefined
        ? 'not reconciled yet'
        : `Ready ${ready.status}: ${short(ready.message ?? ready.reason)}`;
    return {
        name: `${kind}/${metadata?.name} of Flux`,
        revisions,
        ...(spec?.suspend === true
            ? {
                stopped: {
                    why: 'it is suspended',
                    remedy: `run: flux resume ${String(kind).toLowerCase()} ${metadata?.name} -n ${metadata?.namespace}`,
                },
            }
            : {}),
        ...(bad !== undefined && isCurrent ? { failed: `${said(bad.reason)}: ${short(bad.message)}` } : {}),
        sentence: spec?.suspend === true ? 'suspended' : state,
    };
}
const waits = new Set([
    ...['Progressing', 'ProgressingWithRetry', 'DependencyNotReady', 'ArtifactFailed', 'SourceNotReady'],
    'HealthCheckFailed',
]);
const mapOf = (value) => ((0,_toolkit_map_js__WEBPACK_IMPORTED_MODULE_2__/* .isMap */ .jh)(value) ? value : {});
const said = (value) => typeof value === 'string' && value !== '' ? (0,_toolkit_printable_js__WEBPACK_IMPORTED_MODULE_3__/* .printable */ .g)(value) : undefined;
const short = (value) => {
    const line = (0,_toolkit_printable_js__WEBPACK_IMPORTED_MODULE_3__/* .printable */ .g)(String(value ?? 'no message').trim());
    return line.length > 240 ? `${line.slice(0, 239)}…` : line;
};


/***/ }),

/***/ 84961:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   KD: () => (/* binding */ checked),
/* harmony export */   U4: () => (/* binding */ otherDigests),
/* harmony export */   e6: () => (/* binding */ follow),
/* harmony export */   gd: () => (/* binding */ quietly)
/* harmony export */ });
/* harmony import */ var _release_verify_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(94326);
/* harmony import */ var _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(92317);
/* harmony import */ var _toolkit_retry_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(25726);
/* harmony import */ var _verify_acceptance_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(58276);
/* harmony import */ var _verify_checks_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(31626);
/* harmony import */ var _controller_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(2644);
/* harmony import */ var _live_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(81410);
/* harmony import */ var _session_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(76382);








async function follow(session, following) {
    const { context } = session;
    const { cluster, environment, registry, report, signal, gitops } = context;
    const pace = { ..._session_js__WEBPACK_IMPORTED_MODULE_7__.usualPace, ...context.pace };
    const watch = new _live_js__WEBPACK_IMPORTED_MODULE_6__/* .LiveWatch */ .QK(cluster, environment, { registry, report });
    const commits = new Set(following.commit === undefined ? [] : [following.commit]);
    const controller = new ControllerWatch(following.known?.failed, commits, pace.controllerGrace);
    let branchAt = performance.now();
    let told = '';
    for (;;) {
        if (signal?.aborted)
            return { kind: 'cancelled', reason: 'the run was cancelled' };
        const look = await watch.look(following.wanted);
        if (look.at === 'served')
            return { kind: 'served' };
        if (look.at === 'failed')
            return { kind: 'failed', reason: look.sentence };
        const status = gitops.controller && (await quietly(() => (0,_controller_js__WEBPACK_IMPORTED_MODULE_5__.readController)(cluster, gitops.controller ?? {}), report));
        const said = status === undefined ? '' : `; ${status.name}: ${status.sentence}`;
        const problem = status && controller.problemIn(status, performance.now());
        if (problem !== undefined)
            return { kind: 'failed', reason: problem };
        if (cluster.now() >= following.until)
            return { kind: 'failed', reason: `it was not rolled out in time: ${look.sentence}${said}` };
        if (performance.now() - branchAt >= pace.branch) {
            branchAt = performance.now();
            const other = await quietly(() => changedOnBranch(session, following, commits), report);
            if (other !== undefined)
                return { kind: 'superseded', reason: other };
        }
        if (`${look.sentence}${said}` !== told)
            report(`waiting: ${look.sentence}${said}`);
        told = `${look.sentence}${said}`;
        await (0,_toolkit_retry_js__WEBPACK_IMPORTED_MODULE_2__/* .pause */ .v7)(pace.look, signal && { signal }).catch(() => undefined);
    }
}
class ControllerWatch {
    #known;
    #commits;
    #grace;
    #since;
    constructor(known, commits, grace) {
        this.#known = known;
        this.#commits = commits;
        this.#grace = grace;
    }
    problemIn({ name, revisions, failed, stopped }, at) {
        const isOurs = revisions.length === 0 ? failed !== this.#known : revisions.some(each => this.#commits.has(each));
        const problem = stopped?.why ?? (isOurs ? failed : undefined);
        this.#since = problem === undefined ? undefined : (this.#since ?? at);
        return this.#since !== undefined && at - this.#since >= this.#grace ? `${name}: ${problem}` : undefined;
    }
}
async function changedOnBranch(session, { images }, commits) {
    const { repository, gitops } = session.context;
    const { head } = await repository.refresh();
    if (commits.has(head))
        return undefined;
    if (!(0,_session_js__WEBPACK_IMPORTED_MODULE_7__.haveDigests)(await session.texts(head), gitops.files, images))
        return otherDigests(repository.branch);
    commits.add(head);
    return undefined;
}
const otherDigests = (branch) => `another commit changed the digests on ${branch}`;
async function quietly(work, report) {
    try {
        return await work();
    }
    catch (error) {
        report(`warning: ${error instanceof _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .UserError */ .yo ? error.message : (0,_toolkit_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .describe */ .q0)(error)}`);
        return undefined;
    }
}
async function checked({ context }, parts, plainly = false) {
    const { cluster, environment, env, config } = context;
    const owner = (0,_release_verify_js__WEBPACK_IMPORTED_MODULE_0__.probeOwner)(config.app, environment.namespace);
    const { results } = await (0,_verify_acceptance_js__WEBPACK_IMPORTED_MODULE_3__/* .acceptance */ .m)(cluster, {
        ...{ environment, owner, env: plainly ? undefined : env },
        ...(parts && { parts }),
    });
    const failed = results.filter(({ ok }) => !ok);
    const bad = failed.find(({ cause }) => cause !== 'environment') ?? failed[0];
    return { results, ...(bad && { reason: (0,_verify_checks_js__WEBPACK_IMPORTED_MODULE_4__/* .sentenceOf */ .$N)(bad), cause: bad.cause ?? 'release' }) };
}


/***/ }),

/***/ 2033:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   BM: () => (/* binding */ propose),
/* harmony export */   W0: () => (/* binding */ branchOf),
/* harmony export */   X0: () => (/* binding */ afterMerge),
/* harmony export */   _n: () => (/* binding */ isAlive),
/* harmony export */   m5: () => (/* binding */ aliveUntil),
/* harmony export */   ne: () => (/* binding */ withdraw),
/* harmony export */   oB: () => (/* binding */ waitsForMerge),
/* harmony export */   ob: () => (/* binding */ land)
/* harmony export */ });
/* harmony import */ var _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(92317);
/* harmony import */ var _toolkit_retry_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(25726);
/* harmony import */ var _follow_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(84961);
/* harmony import */ var _log_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(58440);




const margin = 5 * 60_000;
function aliveUntil({ context }) {
    const { by, merged, within } = context.gitops;
    const longest = 2 * within + (by === 'push' ? 0 : merged);
    return new Date(context.cluster.now() + longest + margin).toISOString();
}
async function isAlive({ context }, entry) {
    const { cluster, hasEnded, origin } = context;
    if (entry.state === 'paused' || entry.by.run === origin.run)
        return false;
    if (Date.parse(entry.until) <= cluster.now())
        return false;
    return hasEnded === undefined || !(await hasEnded(entry.by));
}
const waitsForMerge = ({ context }, { commit }) => context.gitops.by === 'pull-request' && commit === undefined;
async function land(session, entry, texts, title) {
    const { config, environmentName: environment, gitops, origin, repository, report } = session.context;
    if (texts.size === 0)
        return (await session.save(entry)) ? entry : undefined;
    if (gitops.by === 'push') {
        const skipsRuns = gitops.repository === undefined;
        const message = (0,_log_js__WEBPACK_IMPORTED_MODULE_3__.commitMessage)(title, { app: config.app, environment }, entry, origin, skipsRuns);
        const commit = await repository.commit(session.heads.head, texts, message);
        const landed = { ...entry, commit };
        if (!(await session.save(landed, [{ ref: repository.branchRef, to: commit }])))
            return undefined;
        report(`${title}: ${commit} on ${repository.branch}`);
        return landed;
    }
    const pull = await propose(session, entry, texts, { title, branch: branchOf(session, entry) });
    if (pull === undefined)
        return undefined;
    report(`pull request #${pull.number} waits for its merge`);
    return awaitMerge(session, await session.write({ ...entry, pull: pull.number }));
}
async function propose(session, entry, texts, { title, branch }) {
    const { config, environmentName: environment, gitops, origin, pulls, repository } = session.context;
    if (pulls === undefined)
        throw new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo('`by: pull-request` needs a repository at GitHub, and a token', 'set `gitops-token`, or write `by: push`');
    const message = (0,_log_js__WEBPACK_IMPORTED_MODULE_3__.commitMessage)(title, { app: config.app, environment }, entry, origin, false);
    const commit = await repository.commit(session.heads.head, texts, message);
    if (!(await session.save(entry, [{ ref: `refs/heads/${branch}`, to: commit }])))
        return undefined;
    const body = message.split('\n\n').slice(1).join('\n\n');
    const skip = gitops.repository === undefined ? ' [skip ci]' : '';
    return pulls.open(branch, repository.branch, `${title}${skip}`, body);
}
const branchOf = ({ context }, { release }) => `slipway/${context.config.app}/${context.environmentName}/${release}`;
async function awaitMerge(session, entry) {
    const { cluster, gitops, report, signal, pace } = session.context;
    const until = cluster.now() + gitops.merged;
    for (;;) {
        const found = await (0,_follow_js__WEBPACK_IMPORTED_MODULE_2__/* .quietly */ .gd)(() => pullOf(session, entry), report);
        if (found !== undefined && found.state !== 'open')
            return afterPull(session, entry, found);
        if (signal?.aborted)
            return withdraw(session, entry, 'failed', 'the run was cancelled before the merge');
        if (cluster.now() >= until)
            return session.write({
                ...{ ...entry, state: 'paused' },
                reason: `pull request #${entry.pull} is not merged yet`,
            });
        await (0,_toolkit_retry_js__WEBPACK_IMPORTED_MODULE_1__/* .pause */ .v7)(pace?.branch ?? 10_000, signal && { signal }).catch(() => undefined);
    }
}
async function withdraw(session, entry, state, reason) {
    const { pulls } = session.context;
    if (entry.pull !== undefined && pulls !== undefined) {
        const refusal = await pulls.close(entry.pull).catch((error) => error);
        const found = await pulls.read(entry.pull);
        if (found.state === 'merged')
            return afterPull(session, entry, found);
        if (refusal !== undefined)
            throw refusal;
    }
    return session.write({ ...entry, state, reason });
}
async function pullOf(session, entry) {
    const { pulls } = session.context;
    return entry.pull === undefined ? pulls?.of(branchOf(session, entry)) : pulls?.read(entry.pull);
}
async function afterMerge(session, entry) {
    const found = await pullOf(session, entry);
    return found?.state === 'open' ? undefined : afterPull(session, entry, found);
}
function afterPull(session, entry, found) {
    if (found?.state === 'merged' && found.commit !== undefined) {
        const { reason: _, pull: __, ...rest } = entry;
        return session.write({ ...rest, state: 'open', commit: found.commit, until: aliveUntil(session) });
    }
    const reason = found === undefined
        ? 'its run ended before it opened a pull request'
        : `pull request #${found.number} was closed without a merge`;
    return session.write({
        ...{ ...entry, state: 'failed' },
        reason: entry.reason === undefined ? reason : `${entry.reason}; ${reason}`,
    });
}


/***/ }),

/***/ 81410:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   QK: () => (/* binding */ LiveWatch),
/* harmony export */   XT: () => (/* binding */ imagesNow)
/* harmony export */ });
/* unused harmony export compare */
/* harmony import */ var _cluster_resources_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(14485);
/* harmony import */ var _image_reference_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(85898);
/* harmony import */ var _release_rollout_health_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(60203);
/* harmony import */ var _release_workloads_controllers_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(70371);
/* harmony import */ var _release_workloads_diagnosis_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(69515);
/* harmony import */ var _release_workloads_kinds_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(17849);
/* harmony import */ var _release_workloads_pods_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(90352);
/* harmony import */ var _release_workloads_served_digests_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(18909);
/* harmony import */ var _release_workloads_workers_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(17121);
/* harmony import */ var _toolkit_digest_js__WEBPACK_IMPORTED_MODULE_10__ = __webpack_require__(55914);
/* harmony import */ var _toolkit_printable_js__WEBPACK_IMPORTED_MODULE_9__ = __webpack_require__(72315);











async function imagesNow(cluster, environment, repositories) {
    const own = new Set(repositories.map(repositoryKey));
    const found = await Promise.all(refsOf(environment).map(async (ref) => {
        const live = await cluster.get((0,_release_workloads_kinds_js__WEBPACK_IMPORTED_MODULE_5__/* .pathTo */ .vs)(environment.namespace, ref));
        const containers = (0,_release_workloads_kinds_js__WEBPACK_IMPORTED_MODULE_5__/* .containersOf */ .Mz)((0,_release_workloads_kinds_js__WEBPACK_IMPORTED_MODULE_5__/* .templateOf */ .kW)(live)?.spec).filter(({ image = '' }) => own.has(repositoryKey(image)));
        return [
            (0,_release_workloads_kinds_js__WEBPACK_IMPORTED_MODULE_5__/* .titleOf */ .Gg)(ref),
            Object.fromEntries(containers.map(({ name, image = '' }) => [name, image])),
        ];
    }));
    return Object.fromEntries(found.filter(([, containers]) => Object.keys(containers).length > 0));
}
const refsOf = (environment) => [environment.workload, ...(0,_release_workloads_workers_js__WEBPACK_IMPORTED_MODULE_8__/* .workersOf */ .N)(environment)];
class LiveWatch {
    #cluster;
    #environment;
    #registry;
    #report;
    #grace = new Map();
    constructor(cluster, environment, { registry, report }) {
        this.#cluster = cluster;
        this.#environment = environment;
        this.#registry = registry;
        this.#report = report;
    }
    async look(wanted) {
        const looks = await Promise.all(refsOf(this.#environment).map(ref => this.#lookAt(ref, wanted)));
        return (looks.find(({ at }) => at === 'failed') ?? looks.find(({ at }) => at === 'waiting') ?? { at: 'served' });
    }
    async #lookAt(ref, wanted) {
        const { namespace } = this.#environment;
        const title = (0,_release_workloads_kinds_js__WEBPACK_IMPORTED_MODULE_5__/* .titleOf */ .Gg)(ref);
        const live = await this.#cluster.get((0,_release_workloads_kinds_js__WEBPACK_IMPORTED_MODULE_5__/* .pathTo */ .vs)(namespace, ref));
        if (live === undefined)
            return { at: 'waiting', sentence: `${title} does not exist in namespace ${namespace}` };
        const { pinned, other } = compare(live, title, wanted);
        if (other !== undefined)
            return { at: 'waiting', sentence: `${title}: ${other}` };
        const failure = await this.#failureOf(ref, live);
        if (failure !== undefined)
            return { at: 'failed', sentence: `${title}: ${failure}` };
        if (!(0,_release_workloads_controllers_js__WEBPACK_IMPORTED_MODULE_3__/* .isComplete */ .As)(live))
            return { at: 'waiting', sentence: `${title}: ${(0,_release_workloads_controllers_js__WEBPACK_IMPORTED_MODULE_3__/* .progressText */ .l_)(live)}` };
        if ((0,_release_workloads_kinds_js__WEBPACK_IMPORTED_MODULE_5__/* .kindOf */ .I)(live) === 'CronJob' || live.spec?.replicas === 0)
            return { at: 'served' };
        const expected = await (0,_release_workloads_served_digests_js__WEBPACK_IMPORTED_MODULE_7__/* .acceptable */ .FI)(pinned, this.#registry, this.#report);
        const service = ref === this.#environment.workload ? this.#environment.service : undefined;
        const place = { namespace, ...(service === undefined ? {} : { service }) };
        const served = await (0,_release_workloads_served_digests_js__WEBPACK_IMPORTED_MODULE_7__/* .observeServed */ .gw)(this.#cluster, place, live, expected);
        return served.ok ? { at: 'served' } : { at: 'waiting', sentence: `${title}: ${served.reasons[0]}` };
    }
    async #failureOf(ref, live) {
        const { namespace } = this.#environment;
        const labelSelector = (0,_release_workloads_pods_js__WEBPACK_IMPORTED_MODULE_6__/* .selectorOf */ .Bk)(live);
        const { revisions, refusedInEvents } = (0,_release_workloads_kinds_js__WEBPACK_IMPORTED_MODULE_5__/* .traitsOf */ .JC)((0,_release_workloads_kinds_js__WEBPACK_IMPORTED_MODULE_5__/* .kindOf */ .I)(live));
        if (revisions === undefined)
            return undefined;
        const [pods, kept, events] = await Promise.all([
            this.#cluster.list((0,_cluster_resources_js__WEBPACK_IMPORTED_MODULE_0__/* .pathOf */ .XM)(_cluster_resources_js__WEBPACK_IMPORTED_MODULE_0__/* .resources */ .ES.pod, namespace), { labelSelector }),
            this.#cluster.list((0,_cluster_resources_js__WEBPACK_IMPORTED_MODULE_0__/* .pathOf */ .XM)(revisions, namespace), { labelSelector }),
            refusedInEvents
                ? this.#cluster.list((0,_cluster_resources_js__WEBPACK_IMPORTED_MODULE_0__/* .pathOf */ .XM)(_cluster_resources_js__WEBPACK_IMPORTED_MODULE_0__/* .resources */ .ES.event, namespace), (0,_release_workloads_kinds_js__WEBPACK_IMPORTED_MODULE_5__/* .about */ .Cv)(ref))
                : { items: [] },
        ]);
        const grace = this.#grace.get((0,_release_workloads_kinds_js__WEBPACK_IMPORTED_MODULE_5__/* .titleOf */ .Gg)(ref)) ?? new _release_rollout_health_js__WEBPACK_IMPORTED_MODULE_2__/* .FailureGrace */ .XY((0,_release_rollout_health_js__WEBPACK_IMPORTED_MODULE_2__/* .nodeIsComing */ .AM)(this.#cluster, namespace));
        this.#grace.set((0,_release_workloads_kinds_js__WEBPACK_IMPORTED_MODULE_5__/* .titleOf */ .Gg)(ref), grace);
        const seen = { revisions: kept.items, pods: pods.items, events: events.items };
        const assessment = await grace.assess(live, seen, performance.now());
        if (assessment?.state !== 'failed')
            return undefined;
        return (0,_release_workloads_diagnosis_js__WEBPACK_IMPORTED_MODULE_4__/* .sentenceOf */ .$N)(assessment.cause, await (0,_release_workloads_diagnosis_js__WEBPACK_IMPORTED_MODULE_4__/* .gatherEvidence */ .hx)(this.#cluster, namespace, assessment.cause));
    }
}
function compare(live, title, wanted) {
    const containers = (0,_release_workloads_kinds_js__WEBPACK_IMPORTED_MODULE_5__/* .containersOf */ .Mz)((0,_release_workloads_kinds_js__WEBPACK_IMPORTED_MODULE_5__/* .templateOf */ .kW)(live)?.spec);
    const running = new Set((0,_release_workloads_kinds_js__WEBPACK_IMPORTED_MODULE_5__/* .templateOf */ .kW)(live)?.spec?.containers?.map(({ name }) => name));
    const all = 'before' in wanted
        ? Object.entries(wanted.before[title] ?? {})
        : containers.flatMap(({ name, image = '' }) => Object.values(wanted.images)
            .filter(each => repositoryKey(each) === repositoryKey(image))
            .map((each) => [name, each]));
    const wrong = all.find(([name, image]) => {
        const now = containers.find(each => each.name === name)?.image ?? '';
        return image.includes('@') ? now.split('@')[1] !== image.split('@')[1] : now !== image;
    });
    const pinned = Object.fromEntries(all.filter(([name, image]) => running.has(name) && image.includes('@')));
    if (wrong !== undefined) {
        const now = containers.find(({ name }) => name === wrong[0])?.image ?? 'nothing';
        return { pinned, other: `container ${wrong[0]} still has the image ${(0,_toolkit_printable_js__WEBPACK_IMPORTED_MODULE_9__/* .printable */ .g)((0,_toolkit_digest_js__WEBPACK_IMPORTED_MODULE_10__/* .shortDigests */ .s)(now))}` };
    }
    if (all.length === 0 && 'images' in wanted)
        return {
            pinned,
            other: `no container has an image of ${Object.values(wanted.images).map(_release_workloads_kinds_js__WEBPACK_IMPORTED_MODULE_5__/* .repositoryOf */ ._M).join(' or ')}`,
        };
    return { pinned };
}
function repositoryKey(image) {
    try {
        return (0,_image_reference_js__WEBPACK_IMPORTED_MODULE_1__/* .parseReference */ .F2)((0,_release_workloads_kinds_js__WEBPACK_IMPORTED_MODULE_5__/* .repositoryOf */ ._M)(image)).repository;
    }
    catch {
        return image;
    }
}


/***/ }),

/***/ 60203:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   AM: () => (/* binding */ nodeIsComing),
/* harmony export */   Je: () => (/* binding */ HealthTracker),
/* harmony export */   XY: () => (/* binding */ FailureGrace)
/* harmony export */ });
/* unused harmony export WorkerGrace */
/* harmony import */ var _workloads_diagnosis_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(69515);
/* harmony import */ var _workloads_pods_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(90352);
/* harmony import */ var _workloads_progress_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(74563);



class HealthTracker {
    #canary;
    #workload;
    #worker;
    #workers = new Map();
    constructor(cluster, namespace) {
        const isComing = nodeIsComing(cluster, namespace);
        this.#canary = new FailureGrace(isComing);
        this.#workload = new FailureGrace(isComing);
        this.#worker = () => new WorkerGrace(isComing);
    }
    async assess(seen, at = performance.now()) {
        return {
            canary: await this.#canary.assess(seen.canary, seen, at),
            workload: await this.#workload.assess(seen.workload, seen, at),
            workers: await this.#assessWorkers(seen, at),
        };
    }
    async #assessWorkers({ workers }, at) {
        const assessed = Object.entries(workers).map(async ([name, seen]) => {
            const grace = this.#workers.get(name) ?? this.#worker();
            this.#workers.set(name, grace);
            return [name, await grace.assess(seen, at)];
        });
        return Object.fromEntries(await Promise.all(assessed));
    }
}
const longest = 15 * 60_000;
class FailureGrace {
    #nodeIsComing;
    #since;
    constructor(nodeIsComing = async () => false) {
        this.#nodeIsComing = nodeIsComing;
    }
    async assess(workload, seen, at) {
        if (workload === undefined)
            return undefined;
        const assessment = (0,_workloads_progress_js__WEBPACK_IMPORTED_MODULE_2__/* .assess */ .n)({ ...seen, workload });
        if (assessment.state !== 'suspect') {
            this.#since = undefined;
            return assessment;
        }
        const { cause, graceMs, ready, wanted } = assessment;
        if (this.#since?.kind !== cause.kind)
            this.#since = { kind: cause.kind, first: at, at, asked: false };
        const since = this.#since;
        if (at - since.at >= graceMs && !since.asked) {
            if (at - since.first < longest && (await this.#nodeIsComing(cause)))
                since.at = at;
            else
                since.asked = true;
        }
        return at - since.at >= graceMs
            ? { state: 'failed', ready, wanted, cause }
            : { state: 'progressing', ready, wanted };
    }
}
function nodeIsComing(cluster, namespace) {
    return async (cause) => {
        if (cause.kind !== 'unschedulable')
            return false;
        const events = await (0,_workloads_diagnosis_js__WEBPACK_IMPORTED_MODULE_0__/* .eventsOf */ .XL)(cluster, namespace, cause.pod).catch(() => []);
        return events.some(({ reason }) => reason === 'TriggeredScaleUp' || reason === 'Nominated');
    };
}
const settled = 10_000;
class WorkerGrace {
    #failureGrace;
    #since;
    constructor(nodeIsComing) {
        this.#failureGrace = new FailureGrace(nodeIsComing);
    }
    async assess(seen, at) {
        const assessment = await this.#failureGrace.assess(seen.workload, seen, at);
        if (assessment?.state !== 'complete') {
            this.#since = undefined;
            return assessment;
        }
        if (seen.workload?.kind === 'CronJob')
            return assessment;
        const restarts = restartsOf(seen);
        if (this.#since?.restarts !== restarts)
            this.#since = { restarts, at };
        const { ready, wanted } = assessment;
        return at - this.#since.at >= settled ? assessment : { state: 'progressing', ready, wanted };
    }
}
function restartsOf({ workload, revisions, pods }) {
    const isNewest = workload && (0,_workloads_pods_js__WEBPACK_IMPORTED_MODULE_1__/* .newestOf */ .su)(workload, revisions);
    return pods
        .filter(pod => isNewest?.(pod))
        .flatMap(({ status }) => status?.containerStatuses ?? [])
        .reduce((sum, { restartCount }) => sum + restartCount, 0);
}


/***/ }),

/***/ 69515:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $N: () => (/* binding */ sentenceOf),
/* harmony export */   KF: () => (/* binding */ confidentialOf),
/* harmony export */   XL: () => (/* binding */ eventsOf),
/* harmony export */   hx: () => (/* binding */ gatherEvidence),
/* harmony export */   yD: () => (/* binding */ factOf)
/* harmony export */ });
/* unused harmony exports withoutConfidential, secretsIn */
/* harmony import */ var _cluster_resources_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(14485);
/* harmony import */ var _toolkit_count_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(8999);
/* harmony import */ var _toolkit_printable_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(72315);
/* harmony import */ var _toolkit_secrecy_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(60512);
/* harmony import */ var _kinds_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(17849);





function sentenceOf(cause, { events, lastLine } = { events: [] }) {
    const said = lastLine === undefined || lastLine === '' ? '' : `; its last line: ${(0,_toolkit_printable_js__WEBPACK_IMPORTED_MODULE_2__/* .printable */ .g)(lastLine).slice(0, 200)}`;
    switch (cause.kind) {
        case 'image-pull':
            return `image ${cause.image} of container ${cause.container} cannot be pulled: ${reasonOfPull(cause, events)}`;
        case 'out-of-memory':
            return `container ${cause.container} was killed: out of memory (limit ${cause.limit}, pod ${cause.pod})`;
        case 'crash': {
            const killed = events.find(({ reason, message }) => reason === 'Killing' && /failed (liveness|startup) probe/.test(message));
            const before = killed === undefined ? [] : events.filter(each => !isAfter(each, killed));
            const probe = failedProbe(before, /^(Liveness|Startup)/, cause.container);
            if (probe !== undefined)
                return `${probe}, so it keeps restarting (pod ${cause.pod})`;
            return `container ${cause.container} crashes: exit code ${cause.exitCode}, ${(0,_toolkit_count_js__WEBPACK_IMPORTED_MODULE_3__/* .counted */ .h)(cause.restarts, 'restart')} (pod ${cause.pod})${said}`;
        }
        case 'bad-container':
            return `container ${cause.container} cannot be started: ${short(cause.detail)} (pod ${cause.pod})`;
        case 'unschedulable':
            return `pod ${cause.pod} cannot be scheduled: ${short(cause.detail)}`;
        case 'quota':
            return `the quota of the namespace does not allow the new pods: ${short(cause.detail.replace(/^pods ".*?" is forbidden: /, ''))}`;
        case 'refused':
            return `the cluster refuses the new pods: ${short(cause.detail)}`;
        case 'not-ready': {
            const [first] = cause.pods;
            const head = `${cause.ready} of ${cause.wanted} new pods were ready after ${Math.round(cause.seconds)} s`;
            if (first === undefined)
                return head;
            const probe = failedProbe(events, /^(Readiness|Startup)/, first.container);
            if (probe !== undefined)
                return `${head}; ${probe} (pod ${first.pod})`;
            const container = first.container === '' ? '' : `container ${first.container} of `;
            return `${head}; ${container}pod ${first.pod} does not become ready`;
        }
        default:
            return cause;
    }
}
function factOf(cause, detail) {
    switch (cause.kind) {
        case 'image-pull':
        case 'bad-container':
        case 'unschedulable':
            return { kind: 'not-starting', pod: cause.pod, detail };
        case 'quota':
        case 'refused':
            return { kind: 'not-starting', detail };
        case 'crash':
            return { kind: 'crash-loop', pod: cause.pod, detail };
        case 'out-of-memory':
            return { kind: 'out-of-memory', pod: cause.pod, detail };
        case 'not-ready': {
            const pod = cause.pods[0]?.pod;
            return { kind: 'not-ready', ...(pod === undefined ? {} : { pod }), detail };
        }
        default:
            return cause;
    }
}
async function gatherEvidence(cluster, namespace, cause) {
    const pod = 'pod' in cause ? cause.pod : cause.kind === 'not-ready' ? cause.pods[0]?.pod : undefined;
    if (pod === undefined)
        return { events: [] };
    const [events, lastLine, confidential] = await Promise.all([
        eventsOf(cluster, namespace, pod).catch(() => []),
        cause.kind === 'crash'
            ? lastLineOf(cluster, namespace, pod, cause.container).catch(() => undefined)
            : undefined,
        confidentialOf(cluster, namespace, pod).catch(() => undefined),
    ]);
    return withoutConfidential({ events, ...(lastLine === undefined ? {} : { lastLine }) }, confidential);
}
function withoutConfidential({ events, lastLine }, confidential) {
    const hide = (text) => (0,_toolkit_secrecy_js__WEBPACK_IMPORTED_MODULE_4__/* .withoutSecrets */ .cT)(text, confidential ?? []);
    return {
        events: events.map(event => ({ ...event, message: hide(event.message) })),
        ...(lastLine === undefined || confidential === undefined ? {} : { lastLine: hide(lastLine) }),
    };
}
async function eventsOf(cluster, namespace, pod) {
    const { items } = await cluster.list((0,_cluster_resources_js__WEBPACK_IMPORTED_MODULE_0__/* .pathOf */ .XM)(_cluster_resources_js__WEBPACK_IMPORTED_MODULE_0__/* .resources */ .ES.event, namespace), {
        fieldSelector: `involvedObject.name=${pod}`,
    });
    const time = (event) => String(event.lastTimestamp ?? event.eventTime ?? event.metadata.creationTimestamp ?? '');
    return items
        .sort((a, b) => (time(a) < time(b) ? -1 : 1))
        .map(({ metadata: { name }, reason = '', message = '', count }) => ({
        reason,
        message,
        ...(count === undefined ? {} : { count }),
        ...(name === undefined ? {} : { name }),
    }));
}
const mostOfLog = 64 << 10;
const longestLine = 4 << 10;
function wholeLastLine(log) {
    const line = log.trim().split('\n').at(-1) ?? '';
    if (Buffer.byteLength(log) >= mostOfLog || Buffer.byteLength(line) >= longestLine)
        return undefined;
    return line === '' ? undefined : line;
}
async function lastLineOf(cluster, namespace, pod, container) {
    const path = `${(0,_cluster_resources_js__WEBPACK_IMPORTED_MODULE_0__/* .pathOf */ .XM)(_cluster_resources_js__WEBPACK_IMPORTED_MODULE_0__/* .resources */ .ES.pod, namespace, pod)}/log`;
    for (const previous of ['true', 'false']) {
        const query = (0,_cluster_resources_js__WEBPACK_IMPORTED_MODULE_0__/* .withQuery */ .VL)(path, { container, previous, tailLines: '5', limitBytes: String(mostOfLog) });
        const text = await cluster.call('GET', query).then(answer => answer.body, () => '');
        if (text.trim() !== '')
            return wholeLastLine(text);
    }
    return undefined;
}
const isAfter = (one, other) => one.name !== undefined && other.name !== undefined && one.name > other.name;
function failedProbe(events, which, container) {
    const failures = events.filter(({ reason, message }) => reason === 'Unhealthy' && which.test(message));
    const most = Math.max(...failures.map(({ count }) => count ?? 1));
    const event = failures.findLast(({ count }) => (count ?? 1) === most);
    if (event === undefined)
        return undefined;
    const [head = '', ...rest] = event.message.split(' failed: ');
    return `the ${head.toLowerCase()} of container ${container} fails (${short(rest.join(' failed: '))})`;
}
function reasonOfPull(cause, events) {
    const event = events.findLast(({ reason, message }) => reason === 'Failed' && message.startsWith('Failed to pull'));
    const text = /not found|unknown/i.test(cause.detail) ? cause.detail : (event?.message ?? cause.detail);
    if (/not found|manifest unknown|name unknown/i.test(text))
        return 'the registry has no such image';
    if (/unauthorized|denied|forbidden|no basic auth/i.test(text))
        return 'the registry refuses the credential of the node (imagePullSecrets)';
    return short(text);
}
function short(text) {
    const line = (0,_toolkit_printable_js__WEBPACK_IMPORTED_MODULE_2__/* .printable */ .g)(text.replace(/\s+/g, ' ').trim());
    return line.length > 240 ? `${line.slice(0, 239)}…` : line;
}
async function confidentialOf(cluster, namespace, pod) {
    const { items } = await cluster.list((0,_cluster_resources_js__WEBPACK_IMPORTED_MODULE_0__/* .pathOf */ .XM)(_cluster_resources_js__WEBPACK_IMPORTED_MODULE_0__/* .resources */ .ES.pod, namespace), {
        fieldSelector: `metadata.name=${pod}`,
    });
    const spec = items[0]?.spec;
    if (spec === undefined)
        return [];
    const secrets = await Promise.all(secretsIn(spec).map(name => cluster.get((0,_cluster_resources_js__WEBPACK_IMPORTED_MODULE_0__/* .pathOf */ .XM)(_cluster_resources_js__WEBPACK_IMPORTED_MODULE_0__/* .resources */ .ES.secret, namespace, name))));
    const values = secrets.flatMap(secret => Object.values(secret?.data ?? {}));
    return [...values.map(value => Buffer.from(value, 'base64').toString('utf8')), ...tellingVariables(spec)];
}
function secretsIn(spec) {
    const variables = (0,_kinds_js__WEBPACK_IMPORTED_MODULE_1__/* .containersOf */ .Mz)(spec).flatMap(({ env = [], envFrom = [] }) => [
        ...env.map(({ valueFrom }) => valueFrom?.secretKeyRef?.name),
        ...envFrom.map(({ secretRef }) => secretRef?.name),
    ]);
    const files = (spec.volumes ?? []).flatMap(({ secret, projected }) => [
        secret?.secretName,
        ...(projected?.sources ?? []).map(source => source.secret?.name),
    ]);
    return [...new Set([...variables, ...files])].filter(name => name !== undefined && name !== '');
}
function tellingVariables(spec) {
    return (0,_kinds_js__WEBPACK_IMPORTED_MODULE_1__/* .containersOf */ .Mz)(spec)
        .flatMap(({ env = [] }) => env)
        .flatMap(({ name, value }) => (value !== undefined && (0,_toolkit_secrecy_js__WEBPACK_IMPORTED_MODULE_4__/* .namesSecret */ .L4)(name) ? [value] : []));
}


/***/ }),

/***/ 74563:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   _: () => (/* binding */ lateCause),
/* harmony export */   n: () => (/* binding */ assess)
/* harmony export */ });
/* harmony import */ var _controllers_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(70371);
/* harmony import */ var _kinds_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(17849);
/* harmony import */ var _pods_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(90352);



function assess(observed) {
    const { workload, revisions, pods } = observed;
    const { desired: wanted, available, ...standing } = (0,_controllers_js__WEBPACK_IMPORTED_MODULE_0__/* .standingOf */ .Fs)(workload);
    if (!standing.observed)
        return { state: 'progressing', ready: 0, wanted };
    if (standing.complete)
        return { state: 'complete', ready: available, wanted };
    const isNewest = (0,_pods_js__WEBPACK_IMPORTED_MODULE_2__/* .newestOf */ .su)(workload, revisions);
    if (isNewest === undefined)
        return { state: 'progressing', ready: 0, wanted };
    const young = pods.filter(pod => isNewest(pod) && (0,_pods_js__WEBPACK_IMPORTED_MODULE_2__/* .isLiving */ .O)(pod));
    const ready = young.filter(_pods_js__WEBPACK_IMPORTED_MODULE_2__/* .isReady */ .i_).length;
    const refused = refusal(observed, workload);
    const graceMs = refused === undefined ? undefined : graceOfRefusal(refused, workload);
    if (refused !== undefined && graceMs !== undefined) {
        return { state: 'suspect', ready, wanted, cause: refused, graceMs };
    }
    const cause = refused ?? firstOf(young, podFailure);
    if (cause !== undefined)
        return { state: 'failed', ready, wanted, cause };
    const pulling = firstOf(young, failingPull);
    if (pulling !== undefined)
        return { state: 'suspect', ready, wanted, cause: pulling, graceMs: 20_000 };
    const stuck = firstOf(young, unschedulable);
    if (stuck !== undefined) {
        return { state: 'suspect', ready, wanted, cause: stuck, graceMs: graceOfNode(stuck, workload) };
    }
    const slow = workload.status?.conditions?.find(c => c.type === 'Progressing' && c.reason === 'ProgressDeadlineExceeded');
    if (slow !== undefined) {
        return {
            state: 'suspect',
            ready,
            wanted,
            cause: notReady(young, ready, wanted, workload.spec?.progressDeadlineSeconds ?? 600),
            graceMs: 3000,
        };
    }
    return { state: 'progressing', ready, wanted };
}
function graceOfRefusal(refused, workload) {
    if (refused.kind === 'refused')
        return isDecided(refused.detail) ? undefined : 30_000;
    if ((0,_kinds_js__WEBPACK_IMPORTED_MODULE_1__/* .traitsOf */ .JC)((0,_kinds_js__WEBPACK_IMPORTED_MODULE_1__/* .kindOf */ .I)(workload)).refusedInEvents)
        return 30_000;
    return (0,_controllers_js__WEBPACK_IMPORTED_MODULE_0__/* .hasNoSurge */ .gc)(workload) ? 60_000 : undefined;
}
function graceOfNode({ detail }, workload) {
    const room = /insufficient/i.test(detail);
    if ((0,_kinds_js__WEBPACK_IMPORTED_MODULE_1__/* .traitsOf */ .JC)((0,_kinds_js__WEBPACK_IMPORTED_MODULE_1__/* .kindOf */ .I)(workload)).refusedInEvents)
        return /volume/i.test(detail) ? 60_000 : room ? 15_000 : 10_000;
    return (0,_controllers_js__WEBPACK_IMPORTED_MODULE_0__/* .hasNoSurge */ .gc)(workload) ? 60_000 : room ? 15_000 : 3000;
}
function lateCause({ workload, revisions, pods }, seconds) {
    const isNewest = workload && (0,_pods_js__WEBPACK_IMPORTED_MODULE_2__/* .newestOf */ .su)(workload, revisions);
    const young = pods.filter(pod => isNewest?.(pod) === true && (0,_pods_js__WEBPACK_IMPORTED_MODULE_2__/* .isLiving */ .O)(pod));
    return notReady(young, young.filter(_pods_js__WEBPACK_IMPORTED_MODULE_2__/* .isReady */ .i_).length, workload ? (0,_kinds_js__WEBPACK_IMPORTED_MODULE_1__/* .replicasOf */ .N4)(workload) : 0, seconds);
}
function firstOf(pods, find) {
    for (const pod of pods) {
        const cause = find(pod);
        if (cause !== undefined)
            return cause;
    }
    return undefined;
}
function refusal(observed, workload) {
    const message = (0,_kinds_js__WEBPACK_IMPORTED_MODULE_1__/* .traitsOf */ .JC)((0,_kinds_js__WEBPACK_IMPORTED_MODULE_1__/* .kindOf */ .I)(workload)).refusedInEvents
        ? refusedByEvents(observed, workload)
        : refusedByCondition((0,_pods_js__WEBPACK_IMPORTED_MODULE_2__/* .newestReplicaSet */ .jk)(workload, observed.revisions));
    if (message === undefined)
        return undefined;
    return { kind: /exceeded quota/.test(message) ? 'quota' : 'refused', detail: message };
}
const refusedByCondition = (set) => set?.status?.conditions?.find(c => c.type === 'ReplicaFailure' && c.status === 'True')?.message;
function refusedByEvents({ pods, events = [] }, workload) {
    const own = workload.metadata?.uid;
    const there = pods.filter(pod => (0,_pods_js__WEBPACK_IMPORTED_MODULE_2__/* .isOwnedBy */ .D0)(pod, own) && (0,_pods_js__WEBPACK_IMPORTED_MODULE_2__/* .isLiving */ .O)(pod)).length;
    if (there >= (0,_kinds_js__WEBPACK_IMPORTED_MODULE_1__/* .replicasOf */ .N4)(workload))
        return undefined;
    const time = ({ lastTimestamp, eventTime, metadata }) => Date.parse(lastTimestamp ?? eventTime ?? metadata.creationTimestamp ?? '') || 0;
    const newest = events
        .filter(event => event.involvedObject.uid === own && event.reason === 'FailedCreate')
        .filter(event => time(event) >= (0,_controllers_js__WEBPACK_IMPORTED_MODULE_0__/* .writtenAt */ .nt)(workload))
        .sort((a, b) => time(b) - time(a))[0];
    return newest?.message?.replace(/^([Cc]reate (Pod|Claim) .*? failed error|Error creating): /, '');
}
function isDecided(detail) {
    return /violates PodSecurity|denied the request|(max|min)imum .* usage per|is invalid/.test(detail);
}
function podFailure(pod) {
    if ((0,_pods_js__WEBPACK_IMPORTED_MODULE_2__/* .isReady */ .i_)(pod))
        return undefined;
    const name = pod.metadata?.name ?? '';
    for (const { name: container, image, restartCount, state, lastState } of (0,_pods_js__WEBPACK_IMPORTED_MODULE_2__/* .containerStatusesOf */ .Xy)(pod)) {
        const waiting = state?.waiting;
        const ended = state?.terminated ?? lastState?.terminated;
        if (ended?.reason === 'OOMKilled') {
            const own = (0,_kinds_js__WEBPACK_IMPORTED_MODULE_1__/* .containersOf */ .Mz)(pod.spec).find(each => each.name === container);
            const limit = own?.resources?.limits?.memory ?? 'none';
            return { kind: 'out-of-memory', pod: name, container, limit };
        }
        const detail = waiting?.message ?? '';
        const pulling = waiting?.reason === 'ErrImagePull' || waiting?.reason === 'ImagePullBackOff';
        const final = /not found|unknown|denied|unauthorized|forbidden/i.test(detail);
        if ((pulling && final) || waiting?.reason === 'InvalidImageName') {
            return { kind: 'image-pull', pod: name, container, image, detail };
        }
        if (/^failed to sync (configmap|secret) cache: timed out/.test(detail))
            continue;
        if (waiting?.reason === 'CreateContainerConfigError' ||
            waiting?.reason === 'CreateContainerError' ||
            waiting?.reason === 'RunContainerError') {
            return { kind: 'bad-container', pod: name, container, detail: detail || waiting.reason };
        }
        if (waiting?.reason === 'CrashLoopBackOff' ||
            (restartCount >= 2 && ended !== undefined && ended.exitCode !== 0)) {
            return { kind: 'crash', pod: name, container, exitCode: ended?.exitCode ?? 0, restarts: restartCount };
        }
    }
    return undefined;
}
function failingPull(pod) {
    const failing = (0,_pods_js__WEBPACK_IMPORTED_MODULE_2__/* .containerStatusesOf */ .Xy)(pod).find(({ state }) => state?.waiting?.reason === 'ImagePullBackOff');
    if (failing === undefined)
        return undefined;
    const { name: container, image, state } = failing;
    const detail = state?.waiting?.message ?? '';
    return { kind: 'image-pull', pod: pod.metadata?.name ?? '', container, image, detail };
}
function unschedulable(pod) {
    const condition = pod.status?.conditions?.find(c => c.type === 'PodScheduled' && c.reason === 'Unschedulable');
    if (condition === undefined || pod.status?.nominatedNodeName)
        return undefined;
    return { kind: 'unschedulable', pod: pod.metadata?.name ?? '', detail: condition.message ?? '' };
}
function notReady(young, ready, wanted, seconds) {
    const pods = young
        .filter(pod => !(0,_pods_js__WEBPACK_IMPORTED_MODULE_2__/* .isReady */ .i_)(pod))
        .map(pod => ({
        pod: pod.metadata?.name ?? '',
        container: pod.status?.containerStatuses?.find(status => !status.ready)?.name ?? '',
    }));
    return { kind: 'not-ready', pods, ready, wanted, seconds };
}


/***/ }),

/***/ 8999:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   h: () => (/* binding */ counted)
/* harmony export */ });
const counted = (count, noun) => `${count} ${noun}${count === 1 ? '' : 's'}`;


/***/ })

};
