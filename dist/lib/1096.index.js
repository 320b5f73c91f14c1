export const id = 1096;
export const ids = [1096];
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
            .describe('The path of the metrics.'),
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
    'max-age': formats/* durationSchema */.sK.prefault('1h').describe('Only a younger release is rolled back.'),
    alerts: schemas/* array */.YOg((0,formats/* text */.Qq)(/^[A-Za-z_][A-Za-z0-9_]{0,199}$/, {
        problem: 'is not the name of an alert',
        remedy: 'write a name such as SlipwayErrorBudgetBurn',
    }))
        .prefault(['SlipwayErrorBudgetBurn'])
        .describe('Alerts that may start a rollback.'),
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
    compare: formats/* durationSchema */.sK.prefault('30m').describe('How long before and after a release are compared.'),
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

/***/ 93119:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   hB: () => (/* binding */ roundTicks),
/* harmony export */   pv: () => (/* binding */ niceTop)
/* harmony export */ });
/* unused harmony export roundStep */
function roundStep(length, most) {
    if (!(length > 0) || !Number.isFinite(length))
        return 1;
    const rough = length / most;
    const power = 10 ** Math.floor(Math.log10(rough));
    const factor = [1, 2, 5, 10].find(each => each * power >= rough * (1 - 1e-9)) ?? 10;
    return factor * power;
}
function roundTicks(from, to, most = 6) {
    const step = roundStep(to - from, most);
    const first = Math.ceil(from / step - 1e-9);
    const last = Math.floor(to / step + 1e-9);
    const digits = Math.max(0, -Math.floor(Math.log10(step)));
    return Array.from({ length: Math.max(0, last - first + 1) }, (_, index) => Number(((first + index) * step).toFixed(digits)));
}
function niceTop(value) {
    if (!(value > 0) || !Number.isFinite(value))
        return 1;
    const step = roundStep(value, 5);
    return Number((Math.ceil(value / step - 1e-9) * step).toPrecision(12));
}


/***/ }),

/***/ 84859:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   costSummary: () => (/* binding */ costSummary)
/* harmony export */ });
/* harmony import */ var _cost_judgement_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(47624);
/* harmony import */ var _monitoring_health_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(32588);
/* harmony import */ var _toolkit_markdown_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(991);
/* harmony import */ var _axis_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(93119);
/* harmony import */ var _downsample_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(70520);
/* harmony import */ var _mermaid_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(72435);
/* harmony import */ var _summary_parts_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(8731);







const marks = { pass: '✅', fail: '❌', unknown: '⚠️' };
const icons = { met: '✅', 'not-met': '⚠️', unknown: '❔', 'not-applicable': '·' };
const mostPoints = 60;
function costSummary(app, environment, result) {
    const { verdict, total, settings, costs, assessments, failures } = result;
    const { currency } = settings;
    const sum = total.monthly === undefined ? `at least ${(0,_cost_judgement_js__WEBPACK_IMPORTED_MODULE_0__/* .money */ .TG)(total.known, currency)}` : (0,_cost_judgement_js__WEBPACK_IMPORTED_MODULE_0__/* .money */ .TG)(total.monthly, currency);
    const share = total.idleShare === undefined ? 'unknown' : (0,_monitoring_health_js__WEBPACK_IMPORTED_MODULE_1__/* .percent */ .KN)(total.idleShare);
    return (0,_toolkit_markdown_js__WEBPACK_IMPORTED_MODULE_3__/* .paragraphs */ .qN)([
        `### ${marks[verdict]} Cost: ${(0,_toolkit_markdown_js__WEBPACK_IMPORTED_MODULE_3__/* .cell */ .Hn)(app)} in ${(0,_toolkit_markdown_js__WEBPACK_IMPORTED_MODULE_3__/* .cell */ .Hn)(environment)}: ${sum} a month, ${share} of it idle`,
        (0,_toolkit_markdown_js__WEBPACK_IMPORTED_MODULE_3__/* .table */ .tp)([
            'workload',
            'pods',
            'CPU requested',
            'CPU P95',
            'GiB requested',
            'GiB P95',
            'GiB stored',
            'idle',
            'a month',
        ], costs.map(each => rowOf(each, currency))),
        trendText(result.trend, currency),
        chartOf(result),
        assessments
            .filter(({ status, rule }) => status !== 'not-applicable' && rule !== 'cost-workload')
            .map(each => `- ${each.level === 'error' && each.status === 'not-met' ? '❌' : icons[each.status]} ${each.id}: ${(0,_toolkit_markdown_js__WEBPACK_IMPORTED_MODULE_3__/* .cell */ .Hn)(each.what)}`)
            .join('\n'),
        (0,_summary_parts_js__WEBPACK_IMPORTED_MODULE_4__/* .bullets */ .e5)(failures.map(each => `⚠️ ${each}`)),
    ]);
}
const number = (value) => (value === undefined ? '?' : String(Number(value.toFixed(2))));
function rowOf(each, currency) {
    const { requested, used, idle, compute, monthly, storage } = each;
    const share = idle === undefined || !compute ? '?' : (0,_monitoring_health_js__WEBPACK_IMPORTED_MODULE_1__/* .percent */ .KN)(idle / compute);
    return [
        ...[each.workload, number(each.pods), number(requested.cores), number(used.cores)],
        ...[number(requested.gib), number(used.gib), number(storage), share],
        monthly === undefined ? `unknown: ${each.unknown.join(', ')}` : (0,_cost_judgement_js__WEBPACK_IMPORTED_MODULE_0__/* .money */ .TG)(monthly, currency),
    ];
}
function trendText(trend, currency) {
    if ('status' in trend)
        return `Since the last release: ${(0,_toolkit_markdown_js__WEBPACK_IMPORTED_MODULE_3__/* .cell */ .Hn)(trend.what)}.`;
    const of = ({ monthly, cores, gib }) => `${monthly === undefined ? 'unknown' : (0,_cost_judgement_js__WEBPACK_IMPORTED_MODULE_0__/* .money */ .TG)(monthly, currency)} a month, ${number(cores)} cores and ${number(gib)} GiB used`;
    return `Before release ${trend.release}: ${of(trend.before)}. Since then: ${of(trend.after)}.`;
}
function chartOf({ costs, whatIfs, usage, demands }) {
    const simulated = new Map(whatIfs.flatMap(each => ('pods' in each ? [[each.workload, each.pods]] : [])));
    const rank = ({ workload, monthly = 0 }) => monthly + (simulated.has(workload) ? 1e12 : 0);
    for (const { workload, pods } of [...costs].sort((a, b) => rank(b) - rank(a))) {
        const used = usage.get(workload)?.cores ?? [];
        const each = demands.find(({ title }) => title === workload)?.cores;
        if (used.length < 2 || pods === undefined || each === undefined)
            continue;
        const scaled = new Map(simulated.get(workload));
        const values = used.map(([, value]) => value);
        const shown = new Set((0,_downsample_js__WEBPACK_IMPORTED_MODULE_5__/* .downsample */ .J)(values, mostPoints));
        const chosen = used.filter((_, at) => shown.has(at));
        const lines = [
            { name: 'requested', color: 'blue', values: chosen.map(() => pods * each) },
            { name: 'used', color: 'orange', values: chosen.map(([, value]) => value) },
        ];
        if (scaled.size > 0)
            lines.push({
                name: `requested by an autoscaler (expected: ${_cost_judgement_js__WEBPACK_IMPORTED_MODULE_0__/* .bands */ .RJ.autoscaling} less)`,
                color: 'green',
                values: chosen.map(([at]) => (scaled.get(at) ?? 0) * each),
            });
        const hours = ((used.at(-1)?.[0] ?? 0) - (used[0]?.[0] ?? 0)) / 3_600_000;
        const top = (0,_axis_js__WEBPACK_IMPORTED_MODULE_6__/* .niceTop */ .pv)(Math.max(...lines.flatMap(({ values }) => values)));
        const x = { name: 'hours', from: 0, to: hours };
        return (0,_mermaid_js__WEBPACK_IMPORTED_MODULE_2__/* .xychart */ .w)({ title: `CPU of ${workload}`, x, y: { name: 'cores', from: 0, to: top }, lines });
    }
    return '';
}


/***/ }),

/***/ 70520:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   J: () => (/* binding */ downsample)
/* harmony export */ });
function downsample(values, most) {
    const last = values.length - 1;
    if (values.length <= most)
        return values.map((_, index) => index);
    const stretches = Math.floor((most - 2) / 2);
    const inner = Array.from({ length: stretches }, (_, stretch) => {
        const from = 1 + Math.floor((stretch * (last - 1)) / stretches);
        const to = 1 + Math.floor(((stretch + 1) * (last - 1)) / stretches);
        return extremes(values, from, to);
    });
    return [0, ...inner.flat(), last];
}
function extremes(values, from, to) {
    let low = from;
    let high = from;
    for (let index = from; index < to; index += 1) {
        const value = values[index];
        if (value === undefined)
            continue;
        if (value < (values[low] ?? Number.POSITIVE_INFINITY))
            low = index;
        if (value > (values[high] ?? Number.NEGATIVE_INFINITY))
            high = index;
    }
    const other = low === from ? to - 1 : from;
    const [first, second] = low === high ? [low, other] : [low, high];
    if (first === second)
        return [first];
    return first < second ? [first, second] : [second, first];
}


/***/ }),

/***/ 72435:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   p: () => (/* binding */ plain),
/* harmony export */   w: () => (/* binding */ xychart)
/* harmony export */ });
/* harmony import */ var _toolkit_markdown_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(991);

const colors = {
    blue: { hex: '#2f81f7', square: '🟦' },
    orange: { hex: '#e8590c', square: '🟧' },
    green: { hex: '#2da44e', square: '🟩' },
    red: { hex: '#cf222e', square: '🟥' },
    purple: { hex: '#8250df', square: '🟪' },
};
function xychart({ title, x, y, lines }) {
    const points = Math.max(0, ...lines.map(({ values }) => values.length));
    if (points < 2)
        return '';
    const palette = lines.map(({ color }) => colors[color].hex).join(', ');
    const settings = {
        xyChart: { width: 900, height: 280 },
        themeVariables: { xyChart: { plotColorPalette: palette } },
    };
    const legend = lines.map(({ name, color: colour }) => `${colors[colour].square} ${name}`).join(' ');
    const chart = (0,_toolkit_markdown_js__WEBPACK_IMPORTED_MODULE_0__/* .fenced */ .OF)('mermaid', [
        `%%{init: ${JSON.stringify(settings)}}%%`,
        'xychart-beta',
        `    title "${plain(title)}"`,
        `    x-axis "${plain(x.name)}" ${decimal(x.from)} --> ${decimal(x.to)}`,
        `    y-axis "${plain(y.name)}" ${decimal(y.from)} --> ${decimal(y.to)}`,
        ...lines.map(({ values }) => `    line [${values.map(decimal).join(', ')}]`),
    ]);
    return `${chart}\n\n${legend}`;
}
function plain(text) {
    return text
        .replace(/[^\p{Letter}\p{Number} .,:/%()_+-]/gu, ' ')
        .replace(/\s+/g, ' ')
        .trim()
        .slice(0, 80);
}
function decimal(value) {
    const rounded = Number.isFinite(value) ? value.toFixed(4).replace(/\.?0+$/, '') : '0';
    return rounded === '-0' ? '0' : rounded;
}


/***/ })

};
