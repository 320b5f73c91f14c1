export const id = 9148;
export const ids = [9148,5259];
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
    if (selector === undefined || selector === null)
        return false;
    const { matchLabels, matchExpressions = [] } = selector;
    return (hasLabels(matchLabels, labels) &&
        matchExpressions.every(({ key, operator, values = [] }) => {
            const value = labels[key];
            if (operator === 'Exists')
                return value !== undefined;
            if (operator === 'DoesNotExist')
                return value === undefined;
            if (operator === 'Gt')
                return Number(value) > Number(values[0]);
            if (operator === 'Lt')
                return Number(value) < Number(values[0]);
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

/***/ 85898:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Bc: () => (/* binding */ isDigest),
/* harmony export */   F2: () => (/* binding */ parseReference),
/* harmony export */   FH: () => (/* binding */ formatReference),
/* harmony export */   RH: () => (/* binding */ candidateOf),
/* harmony export */   SU: () => (/* binding */ parseRepository),
/* harmony export */   ce: () => (/* binding */ repositoryIn),
/* harmony export */   dp: () => (/* binding */ pinned),
/* harmony export */   dz: () => (/* binding */ isTag),
/* harmony export */   vX: () => (/* binding */ isOfCloud)
/* harmony export */ });
/* harmony import */ var _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(92317);
/* harmony import */ var _toolkit_input_text_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(26126);
/* harmony import */ var _toolkit_map_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(60630);



const digestPattern = /^(sha256:[0-9a-f]{64}|sha512:[0-9a-f]{128})$/;
const tagPattern = /^\w[\w.-]{0,127}$/;
const registryPattern = /^(([A-Za-z0-9]|[A-Za-z0-9][A-Za-z0-9-]*[A-Za-z0-9])(\.([A-Za-z0-9]|[A-Za-z0-9][A-Za-z0-9-]*[A-Za-z0-9]))*|\[[0-9A-Fa-f:]+\])(:[0-9]{1,5})?$/;
const componentPattern = /^[a-z0-9]+((\.|_|__|-+)[a-z0-9]+)*$/;
const longestName = 255;
const defaultRegistry = 'docker.io';
const defaultRegistryAlias = 'index.docker.io';
const defaultNamespace = 'library';
const ofClouds = /\.amazonaws\.com(\.cn)?$|(^|[.-])(docker\.pkg\.dev|gcr\.io|azurecr\.io)$|^public\.ecr\.aws$/;
const isOfCloud = (registry) => ofClouds.test(registry);
function isDigest(text) {
    return digestPattern.test(text);
}
function isTag(text) {
    return tagPattern.test(text);
}
function candidateOf(image) {
    return parseRepository(image.candidate ?? `${image.repository}-candidate`);
}
const repositoryIn = (from, image) => (0,_toolkit_input_text_js__WEBPACK_IMPORTED_MODULE_1__/* .oneOf */ .yL)('from', ['candidate', 'release'], from) === 'release' ? image.repository : candidateOf(image);
function parseReference(text) {
    const [beforeDigest = '', writtenDigest, ...more] = text.split('@');
    if (more.length > 0)
        throw malformed(text, 'it has more than one "@"');
    if (writtenDigest !== undefined && !isDigest(writtenDigest)) {
        throw malformed(text, `${quoted(writtenDigest)} is not a digest`);
    }
    const colon = beforeDigest.indexOf(':', beforeDigest.lastIndexOf('/') + 1);
    const name = colon < 0 ? beforeDigest : beforeDigest.slice(0, colon);
    const tag = colon < 0 ? undefined : beforeDigest.slice(colon + 1);
    if (tag !== undefined && !tagPattern.test(tag))
        throw malformed(text, `${quoted(tag)} is not a tag`);
    const { registry, path } = splitName(name);
    if (!registryPattern.test(registry))
        throw malformed(text, `${quoted(registry)} is not a registry`);
    const wrong = path.split('/').find(component => !componentPattern.test(component));
    if (wrong !== undefined)
        throw malformed(text, wrongComponent(wrong));
    if (path.length > longestName)
        throw malformed(text, `its name is longer than ${longestName} characters`);
    if (/^[0-9a-f]{64}$/.test(name))
        throw malformed(text, 'it looks like an image ID');
    return { registry, repository: `${registry}/${path}`, ...(0,_toolkit_map_js__WEBPACK_IMPORTED_MODULE_2__/* .defined */ .sw)({ tag, digest: writtenDigest }) };
}
function parseRepository(text) {
    const reference = parseReference(text);
    if (reference.tag === undefined && reference.digest === undefined)
        return reference.repository;
    throw new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo(`${quoted(text)} has a tag or a digest`, 'write only the repository');
}
function pinned(reference) {
    const { repository, digest } = parseReference(reference);
    if (digest === undefined)
        throw new Error(`${reference} has no digest`);
    return { repository, digest };
}
function formatReference(reference) {
    const tag = reference.tag === undefined ? '' : `:${reference.tag}`;
    const digest = reference.digest === undefined ? '' : `@${reference.digest}`;
    return `${reference.repository}${tag}${digest}`;
}
function splitName(name) {
    const slash = name.indexOf('/');
    const first = name.slice(0, Math.max(slash, 0));
    const isRegistry = /[.:A-Z[]/.test(first) || first === 'localhost';
    const registry = isRegistry ? first : defaultRegistry;
    const path = isRegistry ? name.slice(slash + 1) : name;
    if (registry !== defaultRegistry && registry !== defaultRegistryAlias)
        return { registry, path };
    return { registry: defaultRegistry, path: path.includes('/') ? path : `${defaultNamespace}/${path}` };
}
function wrongComponent(component) {
    if (component === '')
        return 'a part of its name is empty';
    return component === component.toLowerCase()
        ? `${quoted(component)} cannot be part of a name`
        : `${quoted(component)} has uppercase letters`;
}
function malformed(text, reason) {
    return new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo(`${quoted(text)} is not an image reference: ${reason}`, 'write registry/name, then :tag or @sha256:…, such as ghcr.io/acme/shop:1.4.2');
}
function quoted(text) {
    return JSON.stringify(text.length > 120 ? `${text.slice(0, 119)}…` : text);
}


/***/ }),

/***/ 68036:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  DV: () => (/* binding */ exposureSentence),
  bk: () => (/* binding */ heartbeatData),
  lj: () => (/* binding */ heartbeatPatch),
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
// EXTERNAL MODULE: ./.build/js/src/workloads/naming.js
var naming = __webpack_require__(91490);
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
        forbidden) printf '%s\\n' "is not allowed to write $resource/$name: $body"; result=3 ;;
        *) printf '%s\\n' "no answer for $resource/$name: $body"; [ "$result" = 3 ] || result=1 ;;
      esac
    done
    exit "$result"
  }
}

# Sends the writes, then the fallback if one of them no longer fits or fails for another reason. Returns what send does, but 2, the sign
# of a newer run, only if both return it.
restore_traffic() {
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
printf '%s\\n' 'apiVersion: v1' 'kind: Config' 'current-context: here' \\
  "clusters: [{name: here, cluster: $cluster}]" \\
  "users: [{name: here, user: {tokenFile: $account/token}}]" \\
  'contexts: [{name: here, context: {cluster: here, user: here}}]' >"$KUBECONFIG"

trap 'exit 0' TERM INT
now=0
while :; do
  restore_traffic dry
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
    restore_traffic
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
function heartbeatPatch(uid, heartbeat) {
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
function watchdogRole({ app, namespace, routes, services }) {
    const metadata = { name: `${watchdogAccount}:${app}`, namespace };
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
        { apiVersion: 'v1', kind: 'ServiceAccount', metadata: { name: watchdogAccount, namespace } },
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
            roleRef: { apiGroup: 'rbac.authorization.k8s.io', kind: 'Role', name: metadata.name },
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
    const [long] = steps.filter(({ pause = 0 }) => pause > bake['hand-over-after']);
    if (long !== undefined) {
        return new errors/* UserError */.yo(`the pause at ${long.weight} % is longer than \`hand-over-after\`, so the run ends before the pause does. Without a watchdog, nothing restores the traffic if no run resumes the rollout`, 'set an image in `watchdog`, or shorten the pause');
    }
    if (bake.for <= bake['hand-over-after'])
        return undefined;
    return new errors/* UserError */.yo('the bake is longer than `hand-over-after`, so the run ends before the bake does. Without a watchdog, nothing restores the traffic if no run resumes the rollout', 'set an image in `watchdog`, or shorten the bake');
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
        ? `without a watchdog, a lost run leaves ${most} of the requests with the candidate until \`sweep\`, a rollback or the next release takes over`
        : `a lost run leaves ${most} of the requests with the candidate for at most ${within} s, then the watchdog restores the traffic`;
}


/***/ }),

/***/ 59993:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Bz: () => (/* binding */ tokenOn),
/* harmony export */   Et: () => (/* binding */ floorOf),
/* harmony export */   G$: () => (/* binding */ fencingTests),
/* harmony export */   Hn: () => (/* binding */ isRestoredByWatchdog),
/* harmony export */   N0: () => (/* binding */ tokensOfOthers),
/* harmony export */   U4: () => (/* binding */ isNewer),
/* harmony export */   Wn: () => (/* binding */ pointer),
/* harmony export */   ZC: () => (/* binding */ annotationPointer),
/* harmony export */   _X: () => (/* binding */ testUnchanged),
/* harmony export */   fz: () => (/* binding */ annotate),
/* harmony export */   lW: () => (/* binding */ annotationOf),
/* harmony export */   oV: () => (/* binding */ tokenPatch),
/* harmony export */   pI: () => (/* binding */ parseToken),
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
    return parseToken(annotation(object, annotationOf.token(app)));
}
function tokensOfOthers(object, app) {
    const isOther = ([name, value]) => name.startsWith(annotationOf.token('')) && name !== annotationOf.token(app) && parseToken(value) > 0;
    return Object.fromEntries(Object.entries(object.metadata?.annotations ?? {}).filter(isOther));
}
function parseToken(text) {
    return /^[1-9]\d{0,9}$/.test(text ?? '') ? Number(text) : 0;
}
const beyondCounting = 9e9;
function floorOf(tokens) {
    return Math.max(0, ...tokens.filter(each => each < beyondCounting));
}
function isNewer(there, token) {
    return there > token && (there < beyondCounting || token >= beyondCounting);
}
function testUnchanged({ metadata }, name) {
    const value = metadata?.annotations?.[name];
    return value === undefined
        ? { op: 'test', path: pointer('metadata', 'resourceVersion'), value: metadata?.resourceVersion }
        : { op: 'test', path: annotationPointer(name), value };
}
function tokenPatch(object, { app, token }) {
    const name = annotationOf.token(app);
    if (tokenOn(object, app) === token)
        return [];
    const { annotations, uid } = object.metadata ?? {};
    return [
        { op: 'test', path: pointer('metadata', 'uid'), value: uid },
        testUnchanged(object, name),
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
function isRestoredByWatchdog(object, { app, token }, firstToken) {
    const by = Number(annotation(object, annotationOf.watchdog(app)) ?? Number.NaN);
    return by >= firstToken && by <= token;
}


/***/ }),

/***/ 17103:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $V: () => (/* binding */ manifestOf),
/* harmony export */   CL: () => (/* binding */ referencesOf),
/* harmony export */   Cv: () => (/* binding */ about),
/* harmony export */   Gg: () => (/* binding */ titleOf),
/* harmony export */   H8: () => (/* binding */ refOf),
/* harmony export */   I: () => (/* binding */ kindOf),
/* harmony export */   JC: () => (/* binding */ traitsOf),
/* harmony export */   Mz: () => (/* binding */ containersOf),
/* harmony export */   N4: () => (/* binding */ replicasOf),
/* harmony export */   OZ: () => (/* binding */ isReleased),
/* harmony export */   QP: () => (/* binding */ typeOf),
/* harmony export */   TN: () => (/* binding */ keyOf),
/* harmony export */   U8: () => (/* binding */ leasePath),
/* harmony export */   XD: () => (/* binding */ ownContainerIn),
/* harmony export */   _M: () => (/* binding */ repositoryOf),
/* harmony export */   ab: () => (/* binding */ podTemplatesOf),
/* harmony export */   kW: () => (/* binding */ templateOf),
/* harmony export */   q4: () => (/* binding */ templatePointer),
/* harmony export */   u$: () => (/* binding */ refOfKey),
/* harmony export */   vs: () => (/* binding */ pathTo),
/* harmony export */   yW: () => (/* binding */ isOf)
/* harmony export */ });
/* harmony import */ var _cluster_resources_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(14485);
/* harmony import */ var _image_reference_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(85898);
/* harmony import */ var _naming_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(91490);



const traits = {
    Deployment: {
        resource: _cluster_resources_js__WEBPACK_IMPORTED_MODULE_0__/* .resources */ .ES.deployment,
        revisions: _cluster_resources_js__WEBPACK_IMPORTED_MODULE_0__/* .resources */ .ES.replicaSet,
        scales: true,
        refusedInEvents: false,
    },
    StatefulSet: {
        resource: _cluster_resources_js__WEBPACK_IMPORTED_MODULE_0__/* .resources */ .ES.statefulSet,
        revisions: _cluster_resources_js__WEBPACK_IMPORTED_MODULE_0__/* .resources */ .ES.controllerRevision,
        scales: true,
        refusedInEvents: true,
    },
    DaemonSet: {
        resource: _cluster_resources_js__WEBPACK_IMPORTED_MODULE_0__/* .resources */ .ES.daemonSet,
        revisions: _cluster_resources_js__WEBPACK_IMPORTED_MODULE_0__/* .resources */ .ES.controllerRevision,
        scales: false,
        refusedInEvents: true,
    },
    CronJob: {
        resource: _cluster_resources_js__WEBPACK_IMPORTED_MODULE_0__/* .resources */ .ES.cronJob,
        revisions: undefined,
        scales: false,
        refusedInEvents: false,
    },
};
const traitsOf = (kind) => traits[kind];
const isReleased = (kind) => kind !== undefined && Object.hasOwn(traits, kind);
const kindOf = ({ kind }) => isReleased(kind) ? kind : 'Deployment';
const refOf = (workload) => ({
    kind: kindOf(workload),
    name: workload.metadata?.name ?? '',
});
const titleOf = ({ kind, name }) => `${kind}/${name}`;
const isOf = ({ kind, name }, object) => object.kind === kind && object.metadata?.name === name;
const manifestOf = ({ manifests }, ref) => manifests.find(each => isOf(ref, each));
const pathTo = (namespace, { kind, name }) => (0,_cluster_resources_js__WEBPACK_IMPORTED_MODULE_0__/* .pathOf */ .XM)(traits[kind].resource, namespace, name);
const leasePath = (namespace, app) => (0,_cluster_resources_js__WEBPACK_IMPORTED_MODULE_0__/* .pathOf */ .XM)(_cluster_resources_js__WEBPACK_IMPORTED_MODULE_0__/* .resources */ .ES.lease, namespace, _naming_js__WEBPACK_IMPORTED_MODULE_2__/* .nameOf */ .Vb.application(app));
const about = ({ kind, name }) => ({
    fieldSelector: `involvedObject.kind=${kind},involvedObject.name=${name}`,
});
const typeOf = (kind) => ({ apiVersion: (0,_cluster_resources_js__WEBPACK_IMPORTED_MODULE_0__/* .apiVersionOf */ .uO)(traits[kind].resource), kind });
function templateOf(workload) {
    return workload?.kind === 'CronJob' ? workload.spec?.jobTemplate?.spec?.template : workload?.spec?.template;
}
const templatePointer = (kind) => kind === 'CronJob' ? '/spec/jobTemplate/spec/template' : '/spec/template';
function replicasOf(workload) {
    switch (kindOf(workload)) {
        case 'DaemonSet':
            return workload.status?.desiredNumberScheduled ?? 0;
        case 'CronJob':
            return 0;
        default:
            return workload.spec?.replicas ?? 1;
    }
}
const keyOf = ({ kind, name }) => (kind === 'Deployment' ? name : `${kind}/${name}`);
function refOfKey(key) {
    const slash = key.indexOf('/');
    const kind = key.slice(0, Math.max(0, slash));
    return slash >= 0 && isReleased(kind)
        ? { kind, name: key.slice(slash + 1) }
        : { kind: 'Deployment', name: key };
}
const referencesOf = (images) => Object.fromEntries(Object.entries(images).map(([name, { repository, digest }]) => [name, `${repository}@${digest}`]));
function podTemplatesOf(object) {
    if (object.kind === 'Pod')
        return [object];
    const spec = object.spec;
    const template = object.kind === 'CronJob' ? spec?.jobTemplate?.spec?.template : spec?.template;
    return template?.spec === undefined ? [] : [template];
}
function containersOf(spec) {
    return [...(spec?.initContainers ?? []), ...(spec?.containers ?? [])];
}
const ownContainerIn = (templates, ours) => templates
    .flatMap(({ spec }) => containersOf(spec))
    .find(({ image = '' }) => image !== '' && ours.has((0,_image_reference_js__WEBPACK_IMPORTED_MODULE_1__/* .parseRepository */ .SU)(repositoryOf(image))));
function repositoryOf(image) {
    const withoutDigest = image.split('@', 1)[0] ?? '';
    const colon = withoutDigest.lastIndexOf(':');
    return colon > withoutDigest.lastIndexOf('/') ? withoutDigest.slice(0, colon) : withoutDigest;
}


/***/ }),

/***/ 5259:
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
/* harmony import */ var _kinds_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(17103);
/* harmony import */ var _naming_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(91490);





const workersOf = ({ workers }) => workers ?? [];
const isWorker = ({ object, name }, environment) => workersOf(environment).some(ref => ref.kind === object.kind && ref.name === name);
function withUnlistedWorkers(environment, manifests, repositories) {
    if (!manifests.some(({ object }) => (0,_kinds_js__WEBPACK_IMPORTED_MODULE_2__/* .isOf */ .yW)(environment.workload, object)))
        return { environment, unlisted: [] };
    const ours = new Set(repositories.map(each => (0,_image_reference_js__WEBPACK_IMPORTED_MODULE_0__/* .parseRepository */ .SU)(each)));
    const known = new Set([environment.workload, ...workersOf(environment)].map(_kinds_js__WEBPACK_IMPORTED_MODULE_2__/* .keyOf */ .TN));
    const unlisted = manifests.flatMap(({ object }) => {
        if ((0,_kinds_js__WEBPACK_IMPORTED_MODULE_2__/* .ownContainerIn */ .XD)((0,_kinds_js__WEBPACK_IMPORTED_MODULE_2__/* .podTemplatesOf */ .ab)(object), ours) === undefined || !(0,_kinds_js__WEBPACK_IMPORTED_MODULE_2__/* .isReleased */ .OZ)(object.kind))
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
        const template = (0,_kinds_js__WEBPACK_IMPORTED_MODULE_2__/* .templateOf */ .kW)(worker);
        if (ours.size > 0 && (0,_kinds_js__WEBPACK_IMPORTED_MODULE_2__/* .ownContainerIn */ .XD)(template === undefined ? [] : [template], ours) === undefined) {
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
function templatesOf(liveWorkers) {
    return Object.fromEntries(Object.entries(liveWorkers).flatMap(([name, live]) => {
        const template = (0,_kinds_js__WEBPACK_IMPORTED_MODULE_2__/* .templateOf */ .kW)(live);
        return template === undefined ? [] : [[name, template]];
    }));
}
function releaseOf(worker) {
    const marked = worker?.metadata?.annotations?.[_naming_js__WEBPACK_IMPORTED_MODULE_3__/* .labels */ .WD.release];
    return marked === undefined ? undefined : Number(marked);
}


/***/ })

};
