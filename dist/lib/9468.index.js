export const id = 9468;
export const ids = [9468];
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
/* harmony export */   HY: () => (/* binding */ wholeSchema),
/* harmony export */   I6: () => (/* binding */ userNameSchema),
/* harmony export */   LU: () => (/* binding */ atLeastOne),
/* harmony export */   Og: () => (/* binding */ headerNameSchema),
/* harmony export */   Qd: () => (/* binding */ metadataNameSchema),
/* harmony export */   Qk: () => (/* binding */ proxiedServiceSchema),
/* harmony export */   Qq: () => (/* binding */ text),
/* harmony export */   SH: () => (/* binding */ argumentNameSchema),
/* harmony export */   XI: () => (/* binding */ bytesSchema),
/* harmony export */   _L: () => (/* binding */ repositorySchema),
/* harmony export */   c$: () => (/* binding */ querySchema),
/* harmony export */   cE: () => (/* binding */ listSchema),
/* harmony export */   fj: () => (/* binding */ environmentVariableSchema),
/* harmony export */   gq: () => (/* binding */ requestPathSchema),
/* harmony export */   hw: () => (/* binding */ relativePathSchema),
/* harmony export */   it: () => (/* binding */ stageSchema),
/* harmony export */   lu: () => (/* binding */ portSchema),
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
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(88343);
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(88532);
/* harmony import */ var _duration_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(95126);
/* harmony import */ var _matchers_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(39561);



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
    return zod__WEBPACK_IMPORTED_MODULE_2__/* .codec */ .rLB(written, zod__WEBPACK_IMPORTED_MODULE_2__/* .object */ .Ikc({ kind: zod__WEBPACK_IMPORTED_MODULE_2__/* ["enum"] */ .k5n(kinds), name: zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP() }), {
        decode: object => {
            const slash = object.indexOf('/');
            return { kind: object.slice(0, slash), name: object.slice(slash + 1) };
        },
        encode: object => `${object.kind}/${object.name}`,
    });
};
const durationSchema = zod__WEBPACK_IMPORTED_MODULE_2__/* .codec */ .rLB(text(_duration_js__WEBPACK_IMPORTED_MODULE_0__/* .durationPattern */ .Zq, {
    problem: 'is not a duration',
    remedy: 'write numbers with units, such as 250ms, 30s, 5m or 1h30m',
}), zod__WEBPACK_IMPORTED_MODULE_2__/* .custom */ .IeY(value => typeof value === 'number'), {
    decode: (written, { issues }) => {
        const duration = (0,_duration_js__WEBPACK_IMPORTED_MODULE_0__/* .parseDuration */ .E9)(written);
        if (duration !== undefined)
            return duration;
        const message = 'is out of range; choose a duration above 0 and at most 24h';
        issues.push({ code: 'custom', message, input: written });
        return zod__WEBPACK_IMPORTED_MODULE_3__/* .NEVER */ .tm;
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
const percentOr = (mistake) => zod__WEBPACK_IMPORTED_MODULE_2__/* .codec */ .rLB(text(/^(100|[0-9]{1,2}(\.[0-9]+)?)%$/, mistake), zod__WEBPACK_IMPORTED_MODULE_2__/* .number */ .aig(), {
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
const proxiedServiceSchema = zod__WEBPACK_IMPORTED_MODULE_2__/* .codec */ .rLB(text(new RegExp(`^${label}/${label}:([0-9]{1,5}|${label})$`), {
    problem: 'is not a Service with its port',
    remedy: 'write namespace/name:port, such as monitoring/prometheus:9090',
}), zod__WEBPACK_IMPORTED_MODULE_2__/* .object */ .Ikc({ namespace: zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP(), name: zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP(), port: zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP() }), {
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
const matcher = '\\s*[a-zA-Z_][a-zA-Z0-9_]*\\s*(=~|!~|!=|=)\\s*("([^"\\\\]|\\\\.)*"|\'([^\'\\\\]|\\\\.)*\'|`[^`]*`)\\s*';
const querySchema = text(new RegExp(`^[a-zA-Z_:][a-zA-Z0-9_:]*(\\{(\\s*|${matcher}(,${matcher})*(,\\s*)?)\\})?$`), {
    problem: 'is not a series selector',
    remedy: 'write the name of a counter with its labels, their values in quotes, such as http_requests_total{code=~"5.."}',
}).superRefine((written, { addIssue }) => {
    const fault = (0,_matchers_js__WEBPACK_IMPORTED_MODULE_1__/* .selectorFault */ .G0)(written);
    const message = `has a regular expression that Prometheus rejects: ${fault}; correct the value after =~ or !~`;
    if (fault !== undefined)
        addIssue({ code: 'custom', message, input: written });
});
function text(pattern, wrong) {
    const error = `${wrong.problem}; ${wrong.remedy}`;
    const schema = zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP().regex(pattern, { error, abort: true });
    return wrong.longest === undefined ? schema : schema.max(wrong.longest, { error, abort: true });
}
function atLeastOne(schema, error) {
    return schema
        .refine(entries => Object.keys(entries).length > 0, { error })
        .meta({ minProperties: 1 });
}
const listSchema = (item, error) => zod__WEBPACK_IMPORTED_MODULE_2__/* .array */ .YOg(item).min(1, { error });
const wholeSchema = (least, most, error) => zod__WEBPACK_IMPORTED_MODULE_2__/* .int */ .Whr({ error }).min(least, { error }).max(most, { error });
const portSchema = (usual) => wholeSchema(1, 65_535, 'is not a port').prefault(usual).describe('Its port.');
const userNameSchema = text(/^[^\p{Cc}:]{1,255}$/u, {
    problem: 'is not a user name',
    remedy: 'write it on one line and without ":"',
});
const booleanSchema = () => zod__WEBPACK_IMPORTED_MODULE_2__/* .boolean */ .zMY({ error: 'is neither true nor false; write true or false, without quotes' });


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
        description: 'An absolute limit of the share of bad requests, also if the baseline is no better. Of a histogram, it limits the first boundary in `slow`.',
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
    logs: (0,_formats_js__WEBPACK_IMPORTED_MODULE_0__/* .listSchema */ .cE)(zod__WEBPACK_IMPORTED_MODULE_2__/* ["enum"] */ .k5n(['debug', 'info', 'warning', 'error', 'fatal']), 'is empty; list at least one level, such as error')
        .exactOptional()
        .meta({
        description: 'Levels of log lines in `monitoring.logs` that count like bad requests.',
        example: ['error', 'fatal'],
    }),
    histogram: _formats_js__WEBPACK_IMPORTED_MODULE_0__/* .querySchema */ .c$.exactOptional().meta({
        description: 'A classic histogram of durations in seconds, without `_bucket`.',
        example: 'http_request_duration_seconds',
    }),
    slow: (0,_formats_js__WEBPACK_IMPORTED_MODULE_0__/* .listSchema */ .cE)(zod__WEBPACK_IMPORTED_MODULE_2__/* .number */ .aig({ error: 'is not a number of seconds' })
        .positive({ error: 'is not a number of seconds above 0' }), 'is empty; list at least one boundary in seconds, or remove `slow`')
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
            if (rest.max !== undefined && slow === undefined)
                return refuse('has `max` of a `histogram` without `slow`; name in `slow` the seconds above which a request is slow');
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
    metrics: (0,_formats_js__WEBPACK_IMPORTED_MODULE_0__/* .listSchema */ .cE)(metricSchema, 'is empty; list at least one metric')
        .superRefine((metrics, { addIssue }) => {
        for (const [at, { name }] of metrics.entries())
            if (metrics.findIndex(each => each.name === name) < at)
                addIssue({
                    code: 'custom',
                    path: [at, 'name'],
                    message: 'is also the name of another metric; give each its own name',
                    input: name,
                });
    })
        .meta({
        description: 'The metrics to compare between candidate and baseline.',
        example: [{ name: 'errors', total: 'http_requests_total', bad: 'http_requests_total{code=~"5.."}' }],
    }),
    tick: _formats_js__WEBPACK_IMPORTED_MODULE_0__/* .durationSchema */ .sK
        .prefault('15s')
        .describe('How often the metrics are read; not shorter than the scrape interval.'),
    'warm-up': _formats_js__WEBPACK_IMPORTED_MODULE_0__/* .durationSchema */ .sK.prefault('2m').describe('How old a pod must be before its metrics are compared.'),
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
const gateOrChecksSchema = zod__WEBPACK_IMPORTED_MODULE_2__/* .union */ .KCZ([zod__WEBPACK_IMPORTED_MODULE_2__/* .literal */ .euz('checks'), gateSchema], {
    error: 'is neither checks nor a map; write `gate: checks`, or `gate:` with `prometheus` and `metrics`',
});
const metricGateOf = ({ gate }) => gate === 'checks' ? undefined : gate;


/***/ }),

/***/ 39561:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   G0: () => (/* binding */ selectorFault),
/* harmony export */   _T: () => (/* binding */ writtenPatternFault)
/* harmony export */ });
/* unused harmony export patternFault */
const parts = new RegExp([
    String.raw `(?<atom>\\Q[^]*?(?:\\E|$)|\\[pP]\{[^}]*\}|\\x\{[^}]*\}|\\[^]|\[\^?\]?(?:\[:\^?[a-z]+:\]|\\[^]|[^\]\\])*\])`,
    String.raw `(?<flags>\(\?[imsU]*(?:-[imsU]+)?\))`,
    String.raw `(?<open>\((?:\?P?<\w+>|\?[imsU]*(?:-[imsU]+)?:|(?!\?)))`,
    String.raw `(?<repeat>(?:[*+?]|\{(?:0|[1-9]\d*)(?:,(?:0|[1-9]\d*)?)?\})\??)`,
    '[^]',
].join('|'), 'g');
function patternFault(pattern) {
    let depth = 0;
    let before = 'nothing';
    for (const { 0: part, groups: { flags, open, repeat } = {} } of pattern.matchAll(parts)) {
        if (repeat !== undefined) {
            if (before === 'nothing')
                return `"${part}" has nothing to repeat`;
            if (before === 'repetition')
                return `"${part}" repeats a repetition`;
            before = 'repetition';
        }
        else if (flags !== undefined) {
            if (before === 'repetition')
                before = 'atom';
        }
        else if (open !== undefined) {
            depth += 1;
            before = 'nothing';
        }
        else if (part === '(')
            return 'RE2 has no groups such as "(?=" and "(?!"';
        else if (part === '[')
            return 'a "[" is not closed';
        else if (part === '\\')
            return 'it ends with "\\"';
        else {
            if (part === ')')
                depth -= 1;
            if (depth < 0)
                return 'a ")" closes nothing';
            before = part === '|' ? 'nothing' : 'atom';
        }
    }
    return depth > 0 ? 'a "(" is not closed' : undefined;
}
function writtenPatternFault(quoted) {
    const inner = quoted.slice(1, -1);
    if (quoted.startsWith('`'))
        return patternFault(inner);
    if (/\\[xuU0-7]/.test(inner.replaceAll('\\\\', '')))
        return undefined;
    return patternFault(inner.replace(/\\(.)/gs, (_, letter) => (/[abfnrtv]/.test(letter) ? ' ' : letter)));
}
function selectorFault(selector) {
    const values = selector.matchAll(/(=~|!~|!=|=)\s*("(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*'|`[^`]*`)/gs);
    for (const [, operator = '', quoted = ''] of values) {
        const fault = operator.endsWith('~') ? writtenPatternFault(quoted) : undefined;
        if (fault !== undefined)
            return fault;
    }
    return undefined;
}


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
    username: formats/* userNameSchema */.I6.exactOptional().meta({
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
        .describe('Fields that each structured line must have.'),
    structured: formats/* percentSchema */.nJ
        .prefault('99%')
        .describe('The share of lines that must be JSON with these fields.'),
    'max-delay': formats/* durationSchema */.sK
        .prefault('1m')
        .describe('How long a line may take to reach the store; at most `5m` if the gate reads `logs`.'),
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
    to: (0,formats/* listSchema */.cE)(emailSchema, 'is empty; list at least one address').meta({
        description: 'The recipients.',
        example: ['ops@example.com'],
    }),
    from: emailSchema.meta({ description: 'The sender.', example: 'slipway@example.com' }),
    server: serverAddressSchema.meta({
        description: 'The SMTP server.',
        example: 'smtp.example.com:587',
    }),
    tls: (0,formats/* booleanSchema */.yu)()
        .prefault(true)
        .describe('Whether the connection must be encrypted, by STARTTLS or TLS.'),
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
        .describe('The time over which the error budget is counted.'),
});
const requestsSchema = schemas/* strictObject */.rej({
    total: formats/* querySchema */.c$.exactOptional().meta({
        description: 'The counter of all requests. Default: that of the first `bad` metric of the gate.',
        example: 'http_requests_total',
    }),
    bad: formats/* querySchema */.c$.exactOptional().meta({
        description: 'The counter of failed requests. Default: that of the same metric of the gate.',
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
            .describe('The path of the metrics.'),
    })
        .exactOptional()
        .meta({
        description: 'The metrics of the pods. Default: Prometheus scrapes them already.',
        example: { port: 'metrics' },
    }),
    node: formats/* proxiedServiceSchema */.Qk.exactOptional().meta({
        description: 'The Service of node_exporter, whose pods are scraped; with the name of its port, or the port number of its pods.',
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
    'max-age': formats/* durationSchema */.sK.prefault('1h').describe('Only a younger release is rolled back.'),
    alerts: schemas/* array */.YOg((0,formats/* text */.Qq)(/^[A-Za-z_][A-Za-z0-9_]{0,199}$/, {
        problem: 'is not the name of an alert',
        remedy: 'write a name such as SlipwayErrorBudgetBurn',
    }))
        .prefault(['SlipwayErrorBudgetBurn'])
        .describe('Alerts that may start a rollback. Those of Slipway about WAL and probed certificates never do.'),
    secret: formats/* environmentVariableSchema */.fj.exactOptional().meta({
        description: 'The variable with the secret with which a relay signs alerts; unsigned alerts are ignored. `alerts.yml` passes ALERT_SECRET. Default: not signed.',
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
        description: 'Business metrics, as PromQL by name: recorded, drawn and compared. If one has no data or is always 0, the verdict of `monitor` is `unknown`.',
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
    compare: formats/* durationSchema */.sK.prefault('30m').describe('How much time before and after a release is compared.'),
    'verify-checks': schemas/* enum */.k5n(['reads', 'all', 'none'])
        .prefault('reads')
        .describe('Which checks of `verify` `monitor` runs: `reads` (those that only read), `all` (also those that change data, if nothing has failed before), or `none`.'),
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
    username: _formats_js__WEBPACK_IMPORTED_MODULE_2__/* .userNameSchema */ .I6.exactOptional().meta({
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
        max: _formats_js__WEBPACK_IMPORTED_MODULE_0__/* .percentSchema */ .nJ
            .prefault('20%')
            .describe('The share of failed logins in five minutes that raises an alert, from ten logins on.'),
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
        description: 'A counter whose rate raises an alert at three times that of the busiest hours of last week, from ten events in five minutes on.',
        example: 'api_requests_total',
    }),
});


/***/ })

};
