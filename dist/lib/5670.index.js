export const id = 5670;
export const ids = [5670,2835,6342];
export const modules = {

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
/* harmony export */   sJ: () => (/* binding */ mediaTypeSchema),
/* harmony export */   sK: () => (/* binding */ durationSchema),
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
const percentSchema = zod__WEBPACK_IMPORTED_MODULE_1__/* .codec */ .rLB(text(/^(100|[0-9]{1,2}(\.[0-9]+)?)%$/, {
    problem: 'is not a percentage',
    remedy: 'write a number from 0 to 100 with "%", such as 70%',
}), zod__WEBPACK_IMPORTED_MODULE_1__/* .number */ .aig(), { decode: written => Number(written.slice(0, -1)), encode: share => `${share}%` });
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

/***/ 1386:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   El: () => (/* binding */ channelsFor),
/* harmony export */   Uy: () => (/* binding */ receiversSchema),
/* harmony export */   gO: () => (/* binding */ severities)
/* harmony export */ });
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(88343);
/* harmony import */ var _formats_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(18464);


const emailSchema = (0,_formats_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)(/^[^\s@<>,;"]{1,64}@[^\s@<>,;"]{1,255}$/, {
    problem: 'is not an e-mail address',
    remedy: 'write name@host, such as ops@example.com',
});
const serverAddressSchema = (0,_formats_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)(/^[A-Za-z0-9]([-A-Za-z0-9.]*[A-Za-z0-9])?:[0-9]{1,5}$/, {
    problem: 'is not a host with a port',
    remedy: 'write host:port, such as smtp.example.com:587',
});
const mailSchema = zod__WEBPACK_IMPORTED_MODULE_1__/* .strictObject */ .rej({
    to: zod__WEBPACK_IMPORTED_MODULE_1__/* .array */ .YOg(emailSchema)
        .min(1, { error: 'is empty; list at least one address' })
        .meta({ description: 'The recipients.', example: ['ops@example.com'] }),
    from: emailSchema.meta({ description: 'The sender.', example: 'slipway@example.com' }),
    server: serverAddressSchema.meta({
        description: 'The SMTP server. It must offer STARTTLS or TLS unless `tls` is false.',
        example: 'smtp.example.com:587',
    }),
    tls: (0,_formats_js__WEBPACK_IMPORTED_MODULE_0__/* .booleanSchema */ .yu)().prefault(true).meta({
        description: 'Whether the connection must be encrypted.',
        example: true,
    }),
    username: (0,_formats_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)(/^[^\p{Cc}]{1,255}$/u, {
        problem: 'is not a user name',
        remedy: 'write it on one line',
    })
        .exactOptional()
        .meta({ description: 'The account. Default: no login.', example: 'slipway' }),
    password: _formats_js__WEBPACK_IMPORTED_MODULE_0__/* .environmentVariableSchema */ .fj.exactOptional().meta({
        description: 'The environment variable that holds the password.',
        example: 'SMTP_PASSWORD',
    }),
});
const snsSchema = zod__WEBPACK_IMPORTED_MODULE_1__/* .strictObject */ .rej({
    topic: (0,_formats_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)(/^arn:aws[a-z-]*:sns:[a-z0-9-]+:\d{12}:[A-Za-z0-9_-]{1,256}(\.fifo)?$/, {
        problem: 'is not the ARN of an SNS topic',
        remedy: 'write arn:aws:sns:region:account:topic',
    }).meta({
        description: 'The SNS topic, whose subscribers get an SMS.',
        example: 'arn:aws:sns:eu-central-1:123456789012:ops-sms',
    }),
});
const channelSchema = zod__WEBPACK_IMPORTED_MODULE_1__/* .strictObject */ .rej({
    slack: _formats_js__WEBPACK_IMPORTED_MODULE_0__/* .environmentVariableSchema */ .fj.exactOptional().meta({
        description: 'The environment variable with the address of an incoming webhook of Slack.',
        example: 'SLACK_WEBHOOK_URL',
    }),
    teams: _formats_js__WEBPACK_IMPORTED_MODULE_0__/* .environmentVariableSchema */ .fj.exactOptional().meta({
        description: 'The environment variable with the address of a workflow webhook of Microsoft Teams.',
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
    webhook: _formats_js__WEBPACK_IMPORTED_MODULE_0__/* .environmentVariableSchema */ .fj.exactOptional().meta({
        description: 'The environment variable with an address that gets a JSON body by POST, such as the gateway of an SMS provider or PagerDuty.',
        example: 'SMS_WEBHOOK_URL',
    }),
})
    .refine(channel => Object.values(channel).filter(each => each !== undefined).length === 1, {
    error: 'names no channel, or several; write one of slack, teams, email, sns and webhook in each entry, such as `- slack: SLACK_WEBHOOK_URL`',
});
const channelsSchema = (severity, example) => zod__WEBPACK_IMPORTED_MODULE_1__/* .array */ .YOg(channelSchema)
    .prefault([])
    .meta({ description: `Who gets ${severity}.`, example });
const receiversSchema = zod__WEBPACK_IMPORTED_MODULE_1__/* .strictObject */ .rej({
    critical: channelsSchema('urgent alerts, which need a person now', [{ webhook: 'SMS_WEBHOOK_URL' }]),
    warning: channelsSchema('important alerts, which need a person today', [
        { email: { to: ['ops@example.com'], from: 'slipway@example.com', server: 'smtp.example.com:587' } },
    ]),
    info: channelsSchema('everything else', [{ slack: 'SLACK_WEBHOOK_URL' }]),
});
const severities = ['critical', 'warning', 'info'];
function channelsFor(receivers, severity) {
    const place = severities.indexOf(severity);
    const order = [...severities.slice(0, place + 1).reverse(), ...severities.slice(place + 1)];
    return order.map(each => receivers[each]).find(channels => channels.length > 0) ?? [];
}


/***/ }),

/***/ 15670:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  bundleFiles: () => (/* binding */ bundleFiles),
  bundleOf: () => (/* binding */ bundleOf)
});

// EXTERNAL MODULE: ./node_modules/yaml/dist/index.js
var dist = __webpack_require__(38815);
// EXTERNAL MODULE: ./.build/js/src/config/receivers.js
var config_receivers = __webpack_require__(1386);
;// CONCATENATED MODULE: ./.build/js/src/monitoring/alert-routing.js

const secretsFolder = '/etc/alertmanager/secrets';
function alertmanagerConfig(subject) {
    const { app, environment, settings } = subject;
    const receivers = config_receivers/* severities */.gO.map(severity => ({
        name: receiverName(subject, severity),
        ...sectionsOf((0,config_receivers/* channelsFor */.El)(settings.receivers, severity)),
    }));
    const own = [`app="${app}"`, `environment="${environment}"`];
    return {
        route: {
            receiver: receiverName(subject, 'warning'),
            group_by: ['app', 'environment', 'severity'],
            ...{ group_wait: '15s', group_interval: '5m', repeat_interval: '12h' },
            routes: config_receivers/* severities */.gO.map(severity => ({
                receiver: receiverName(subject, severity),
                matchers: [...own, `severity="${severity}"`],
                ...(severity === 'critical' ? { group_wait: '5s', repeat_interval: '1h' } : {}),
            })),
        },
        inhibit_rules: [
            inhibit('critical', 'warning|info', ['app', 'environment', 'objective']),
            {
                source_matchers: [...own, 'alertname="SlipwayTargetsMissing"'],
                target_matchers: [...own, 'alertname="SlipwayTargetDown"'],
                equal: ['app', 'environment'],
            },
        ],
        receivers,
    };
    function inhibit(source, target, equal) {
        return {
            source_matchers: [...own, `severity="${source}"`, 'objective!=""'],
            target_matchers: [...own, `severity=~"${target}"`, 'objective!=""'],
            equal,
        };
    }
}
const receiverName = ({ app }, severity) => `slipway-${app}-${severity}`;
function sectionsOf(channels) {
    const sections = {};
    for (const channel of channels) {
        const [key, section] = sectionOf(channel);
        sections[key] = [...(sections[key] ?? []), section];
    }
    return sections;
}
function sectionOf({ slack, teams, email, sns, webhook }) {
    const resolved = { send_resolved: true };
    if (slack !== undefined)
        return ['slack_configs', { ...resolved, api_url_file: secretFile(slack), title: title, text: body }];
    if (teams !== undefined)
        return [
            'msteamsv2_configs',
            { ...resolved, webhook_url_file: secretFile(teams), title: title, text: body },
        ];
    if (sns !== undefined) {
        const region = sns.topic.split(':')[3] ?? '';
        return [
            'sns_configs',
            { ...resolved, topic_arn: sns.topic, sigv4: { region }, subject: title, message: `${title}\n${body}` },
        ];
    }
    if (email !== undefined) {
        const { to, from, server, tls, username, password } = email;
        return [
            'email_configs',
            {
                ...resolved,
                ...{ to: to.join(', '), from, smarthost: server, require_tls: tls },
                ...(username === undefined ? {} : { auth_username: username }),
                ...(password === undefined ? {} : { auth_password_file: secretFile(password) }),
                headers: { Subject: title },
                text: body,
            },
        ];
    }
    return ['webhook_configs', { ...resolved, url_file: secretFile(webhook ?? '') }];
}
const secretFile = (variable) => `${secretsFolder}/${variable}`;
const title = '[{{ .Status | toUpper }}] {{ .CommonLabels.app }} in {{ .CommonLabels.environment }}: {{ len .Alerts }} {{ .CommonLabels.severity }} alert(s)';
const body = '{{ range .Alerts }}{{ .Annotations.summary }}\n{{ .Annotations.description }}\n{{ end }}';

;// CONCATENATED MODULE: ./.build/js/src/monitoring/dashboards/dashboards.js
function dashboardsOf(_subject) {
    return [];
}

// EXTERNAL MODULE: ./.build/js/src/monitoring/rules/rules.js + 4 modules
var rules_rules = __webpack_require__(5509);
// EXTERNAL MODULE: ./.build/js/src/monitoring/scrape.js
var scrape = __webpack_require__(93126);
;// CONCATENATED MODULE: ./.build/js/src/monitoring/bundle.js





const bundleFiles = {
    rules: 'rules.yml',
    scrape: 'scrape.yml',
    alertmanager: 'alertmanager.yml',
};
function bundleOf(subject, url) {
    const groups = (0,rules_rules/* ruleGroups */.z)(subject, url);
    const rules = groups.flatMap(group => group.rules);
    const dashboards = dashboardsOf(subject);
    const yaml = (value) => (0,dist/* stringify */.As)(value, { lineWidth: 0 });
    return {
        files: {
            [bundleFiles.rules]: yaml({ groups }),
            [bundleFiles.scrape]: yaml({ scrape_configs: (0,scrape/* scrapeJobs */.P)(subject) }),
            [bundleFiles.alertmanager]: yaml(alertmanagerConfig(subject)),
            ...Object.fromEntries(dashboards.map(({ name, json }) => [`dashboards/${name}.json`, `${JSON.stringify(json, null, 2)}\n`])),
        },
        rules: rules.length,
        alerts: rules.filter(rule => 'alert' in rule).length,
        dashboards: dashboards.length,
    };
}


/***/ }),

/***/ 5509:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  z: () => (/* binding */ ruleGroups)
});

// EXTERNAL MODULE: ./.build/js/src/monitoring/rules/application.js
var application = __webpack_require__(57646);
;// CONCATENATED MODULE: ./.build/js/src/monitoring/rules/audit.js
const fewestLogins = 10;
const abnormal = 3;
function auditAlerts({ app, settings: { audit = {} } }) {
    const { logins, permissions, data, behavior } = audit;
    const alerts = [];
    if (logins !== undefined)
        alerts.push({
            ...{ alert: 'SlipwayLoginsFail', severity: 'critical', labels: { audit: 'logins' } },
            expr: `sum(increase(${logins.failed}[5m])) / (sum(increase(${logins.total}[5m])) >= ${fewestLogins}) > ${logins.max / 100}`,
            annotations: {
                summary: `${app}: {{ $value | humanizePercentage }} of the logins fail`,
                description: 'Either passwords are being guessed, or logins are broken: compare with the last release, and look at where the attempts come from.',
            },
        });
    if (permissions !== undefined)
        alerts.push({
            ...{ alert: 'SlipwayPermissionsChanged', severity: 'warning', labels: { audit: 'permissions' } },
            expr: happened(permissions),
            annotations: {
                summary: `${app}: roles or permissions were changed`,
                description: 'Check in the audit log that a person was allowed to make this change.',
            },
        });
    if (data !== undefined)
        alerts.push({
            ...{ alert: 'SlipwaySensitiveDataRead', severity: 'warning', labels: { audit: 'data' } },
            expr: happened(data),
            annotations: {
                summary: `${app}: sensitive data was read`,
                description: 'Check in the audit log who read it, and why.',
            },
        });
    if (behavior !== undefined)
        alerts.push({
            ...{ alert: 'SlipwayAbnormalBehavior', for: '5m', severity: 'warning', labels: { audit: 'behavior' } },
            expr: `sum(rate(${behavior}[5m])) > ${abnormal} * sum(rate(${behavior}[7d] offset 1h))`,
            annotations: {
                summary: `${app}: an audited signal is more than ${abnormal} times its average of the last week`,
                description: 'Look at who causes it: an import, a crawler, or an attack.',
            },
        });
    return alerts;
}
function happened(counter) {
    return `sum(increase(${counter}[5m])) > 0 or sum(${counter} unless ${counter} offset 5m) > 0`;
}

// EXTERNAL MODULE: ./.build/js/src/monitoring/rules/burn-rate.js
var burn_rate = __webpack_require__(66998);
;// CONCATENATED MODULE: ./.build/js/src/monitoring/rules/certificates.js
const limits = [
    { severity: 'warning', days: 14, alert: 'SlipwayCertificateExpires' },
    { severity: 'critical', days: 3, alert: 'SlipwayCertificateExpiresSoon' },
];
function certificateAlerts({ app, namespace }, url) {
    const managed = `certmanager_certificate_expiration_timestamp_seconds{namespace="${namespace}"}`;
    const host = url?.startsWith('https:') ? new URL(url).hostname.replaceAll('.', '\\\\.') : undefined;
    const expiry = host === undefined
        ? `min by (name) (${managed})`
        : `(min by (name) (${managed}) or min by (instance) (probe_ssl_earliest_cert_expiry{instance=~".*\\\\b${host}\\\\b.*"}))`;
    return limits.map(({ severity, days, alert }) => ({
        ...{ alert, severity, for: '10m' },
        expr: `${expiry} - time() < ${days * 86_400}`,
        annotations: {
            summary: `${app}: a certificate expires in {{ $value | humanizeDuration }}`,
            description: 'Its renewal has failed or was forgotten. See `kubectl describe certificate`, or ask its issuer for a new one.',
        },
    }));
}

// EXTERNAL MODULE: ./.build/js/src/recovery/feasibility.js
var feasibility = __webpack_require__(95344);
// EXTERNAL MODULE: ./.build/js/src/recovery/last-success.js
var last_success = __webpack_require__(22835);
// EXTERNAL MODULE: ./.build/js/src/recovery/scenario.js + 1 modules
var scenario = __webpack_require__(6342);
// EXTERNAL MODULE: ./.build/js/src/toolkit/duration.js
var duration = __webpack_require__(38650);
;// CONCATENATED MODULE: ./.build/js/src/monitoring/rules/recovery.js




const late = 1.5;
function recoveryAlerts({ app, namespace, recovery, }) {
    if (recovery === undefined)
        return [];
    const { databases, managed, drills } = recovery;
    const within = drills?.due?.within ?? {};
    const every = [
        ...Object.values(databases).map(({ incremental }) => incremental),
        ...Object.values(managed).map(each => each.every),
    ];
    const place = { app, namespace };
    return [
        ...(every.length === 0
            ? []
            : [tooOld(place, 'backup', 'SlipwayBackupTooOld', Math.min(...every), 'backup')]),
        ...scenario.scenarioIds.flatMap(id => {
            const most = within[id];
            if (most === undefined)
                return [];
            return [tooOld(place, `drill-${id}`, 'SlipwayDrillTooOld', most / late, `green drill of ${id}`)];
        }),
        ...(Object.keys(databases).length === 0 ? [] : archiveAlerts(place)),
        ...replicaAlerts(place, Object.values(databases)),
    ];
}
function tooOld({ app, namespace }, what, alert, every, noun) {
    const lease = `kube_lease_renew_time{namespace="${namespace}",lease="${(0,last_success.leaseName)(app, what)}"}`;
    const seconds = Math.round((late * every) / 1000);
    return {
        alert,
        expr: `time() - max(${lease}) > ${seconds} or absent(${lease})`,
        for: '15m',
        severity: 'critical',
        annotations: {
            summary: `${app}: the last ${noun} is too old, or there has never been one`,
            description: `The maximum age is ${Math.round((late * every) / 3_600_000)} h. Check whether its workflow still runs: schedules stop silently.`,
        },
    };
}
function archiveAlerts({ app, namespace }) {
    return [
        {
            alert: feasibility/* notArchived */.AF.alert,
            expr: `increase(pg_stat_archiver_failed_count{namespace="${namespace}"}[15m]) > 0`,
            for: feasibility/* notArchived */.AF.for,
            severity: 'critical',
            annotations: {
                summary: `${app}: WAL archiving fails`,
                description: 'PostgreSQL keeps WAL that it cannot archive, and loses none until its disk is full. Find out which repository is unreachable; never remove WAL by hand.',
            },
        },
        {
            alert: 'SlipwayWalPilesUp',
            expr: `max by (namespace, pod, instance) (pg_wal_size_bytes{namespace="${namespace}"}) > 3 * max by (namespace, pod, instance) (pg_settings_max_wal_size_bytes{namespace="${namespace}"})`,
            for: '10m',
            severity: 'warning',
            annotations: {
                summary: `${app}: WAL piles up on the disk of the database`,
                description: 'Either archiving fails, or a standby or replication slot lags far behind: check pg_stat_archiver and pg_replication_slots.',
            },
        },
    ];
}
function replicaAlerts({ app, namespace }, databases) {
    const replicas = [...Map.groupBy(databases, ({ workload: { kind, name } }) => `${kind}/${name}`).values()]
        .flatMap(each => each.map(database => database.replicas).reduce((a, b) => (a.length < b.length ? b : a)));
    const lags = replicas.flatMap(({ 'max-lag': lag }) => lag ?? []);
    const streams = `{namespace="${namespace}",state="streaming",application_name!~"pg_basebackup|pg_receivewal"}`;
    const written = 'pg_stat_replication_pg_current_wal_lsn_bytes';
    const replayed = `(${written}${streams} - pg_stat_replication_pg_wal_lsn_diff${streams})`;
    return [...new Set(lags)]
        .sort((a, b) => a - b)
        .map(lag => {
        const within = ({ mode, 'max-lag': own }) => mode === 'synchronous' || (own !== undefined && own <= lag);
        const count = replicas.filter(within).length;
        const before = `max by (instance) (${written}{namespace="${namespace}"} offset ${lag}ms)`;
        const near = `${replayed} >= 0 unless ${replayed} < on (instance) group_left () ${before}`;
        return {
            alert: feasibility/* replicaBehind */.pd,
            expr: `(count(${near}) or vector(0)) < ${count}`,
            for: '1m',
            severity: 'critical',
            annotations: {
                summary: `${app}: a standby lags more than ${(0,duration/* formatDuration */.a3)(lag)}, or is disconnected`,
                description: `slipway.yml promises ${count === 1 ? 'one standby' : `${count} standbys`} within this lag. Until this is resolved, the loss of the primary may cost more data than \`plan\` reports: check pg_stat_replication, the network, and the load of the standby.`,
            },
        };
    });
}

// EXTERNAL MODULE: ./.build/js/src/release/workloads/naming.js
var naming = __webpack_require__(29296);
;// CONCATENATED MODULE: ./.build/js/src/monitoring/rules/rollouts.js

function rolloutAlerts({ app, namespace, workload }) {
    if (workload.kind !== 'Deployment')
        return [];
    const canary = naming/* nameOf */.Vb.canary(workload.name);
    return [
        {
            ...{ alert: 'SlipwayRolloutWaits', severity: 'warning' },
            expr: `time() - max(kube_deployment_created{namespace="${namespace}",deployment="${canary}"}) > 86400`,
            annotations: {
                summary: `${app}: a rollout has been open for more than a day`,
                description: 'It waits for a person, or its run has ended and no sweep finishes it. See `slipway status`, then resume it or roll it back.',
            },
        },
    ];
}

// EXTERNAL MODULE: ./.build/js/src/monitoring/rules/rule.js
var rule = __webpack_require__(23232);
;// CONCATENATED MODULE: ./.build/js/src/monitoring/rules/rules.js







function ruleGroups(subject, url) {
    const { app, environment } = subject;
    const alerts = (name, texts) => ({
        name: `slipway-${app}-${environment}-${name}`,
        rules: (0,rule/* alertsFor */.b)(subject, texts),
    });
    return [
        {
            name: `slipway-${app}-${environment}-signals`,
            interval: '30s',
            rules: [...(0,application/* signalRecordings */.JC)(subject), ...(0,burn_rate/* burnRecordings */.YT)(subject)],
        },
        alerts('objectives', (0,burn_rate/* burnAlertsOf */.qz)(subject)),
        alerts('application', [...(0,application/* applicationAlerts */.Ot)(subject), ...(0,application/* sourceAlerts */.LK)(subject)]),
        alerts('rollouts', rolloutAlerts(subject)),
        alerts('certificates', certificateAlerts(subject, url)),
        alerts('recovery', recoveryAlerts(subject)),
        alerts('audit', auditAlerts(subject)),
    ].filter(({ rules }) => rules.length > 0);
}


/***/ }),

/***/ 93126:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   P: () => (/* binding */ scrapeJobs),
/* harmony export */   Z: () => (/* binding */ podRelabeling)
/* harmony export */ });
/* harmony import */ var _rules_application_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(57646);
/* harmony import */ var _subject_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(36196);


function scrapeJobs(subject) {
    const { app, namespace, settings } = subject;
    const { pods, node, postgres, redis } = settings.sources;
    const exporters = Object.entries({ node, postgres, redis }).flatMap(([source, service]) => service === undefined
        ? []
        : [
            {
                job_name: (0,_rules_application_js__WEBPACK_IMPORTED_MODULE_0__/* .sourceJob */ .Pm)(app, source),
                static_configs: [
                    {
                        targets: [`${service.name}.${service.namespace}.svc:${service.port}`],
                        labels: { namespace: source === 'node' ? service.namespace : namespace },
                    },
                ],
            },
        ]);
    if (pods === undefined)
        return exporters;
    return [
        {
            job_name: (0,_rules_application_js__WEBPACK_IMPORTED_MODULE_0__/* .sourceJob */ .Pm)(app, 'pods'),
            metrics_path: pods.path,
            kubernetes_sd_configs: [{ role: 'pod', namespaces: { names: [namespace] } }],
            relabel_configs: podRelabeling(subject, pods.port),
        },
        ...exporters,
    ];
}
function podRelabeling({ namespace, workload }, port) {
    const [, { value: name }] = (0,_subject_js__WEBPACK_IMPORTED_MODULE_1__.podMatchers)(namespace, workload);
    const meta = '__meta_kubernetes_pod';
    return [
        { source_labels: [`${meta}_name`], regex: name, action: 'keep' },
        { source_labels: [`${meta}_container_port_name`], regex: port, action: 'keep' },
        { source_labels: [`${meta}_phase`], regex: 'Pending|Succeeded|Failed', action: 'drop' },
        { source_labels: ['__meta_kubernetes_namespace'], target_label: 'namespace' },
        { source_labels: [`${meta}_name`], target_label: 'pod' },
        { source_labels: [`${meta}_uid`], target_label: 'pod_uid' },
        { source_labels: [`${meta}_container_name`], target_label: 'container' },
    ];
}


/***/ }),

/***/ 95344:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   AF: () => (/* binding */ notArchived),
/* harmony export */   C5: () => (/* binding */ domains),
/* harmony export */   No: () => (/* binding */ judgeSchedule),
/* harmony export */   Qi: () => (/* binding */ doubtText),
/* harmony export */   iw: () => (/* binding */ defaultTargets),
/* harmony export */   pd: () => (/* binding */ replicaBehind)
/* harmony export */ });
/* harmony import */ var _toolkit_duration_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(38650);
/* harmony import */ var _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(92317);


const domains = ['node', 'zone', 'region', 'total'];
const minute = 60_000;
const hour = 60 * minute;
const defaultTargets = [
    { domain: 'node', rto: 15 * minute, rpo: 0 },
    { domain: 'zone', rto: hour, rpo: 5 * minute },
    { domain: 'region', rto: 4 * hour, rpo: 15 * minute },
    { domain: 'total', rto: 8 * hour, rpo: hour },
];
const replicaBehind = 'SlipwayReplicaBehind';
const notArchived = { alert: 'SlipwayWalNotArchived', for: '5m' };
function judgeSchedule(schedule, targets = defaultTargets) {
    return targets.map(target => {
        const judged = schedule.mechanisms.map(each => judge(each, target.domain, schedule));
        const surviving = judged
            .flatMap(each => (each.kind === 'survives' ? [each] : []))
            .sort((a, b) => a.worst - b.worst);
        const meets = surviving.filter(({ worst }) => worst <= target.rpo);
        const fast = meets.filter(({ mechanism }) => (mechanism.recovers ?? 0) <= target.rto);
        const by = fast.find(({ mechanism }) => mechanism.recovers !== undefined) ?? fast[0];
        if (by === undefined)
            return { target, judged, ...uncovered(target, surviving[0], meets[0], doubtIn(target, schedule)) };
        const { mechanism, name, worst } = by;
        const measured = mechanism.recovers !== undefined;
        const time = measured
            ? ''
            : `; no drill has yet measured whether it recovers within ${(0,_toolkit_duration_js__WEBPACK_IMPORTED_MODULE_0__/* .formatDuration */ .a3)(target.rto)}`;
        const sentence = `${target.domain}: covered by ${name}, which loses at most ${(0,_toolkit_duration_js__WEBPACK_IMPORTED_MODULE_0__/* .formatDuration */ .a3)(worst)} (${(0,_toolkit_duration_js__WEBPACK_IMPORTED_MODULE_0__/* .formatDuration */ .a3)(target.rpo)} allowed)${time}`;
        return { kind: 'covered', target, judged, by: mechanism, worst, measured, sentence };
    });
}
const doubtIn = ({ domain }, { repositories }) => domain === 'total'
    ? repositories.flatMap(({ name, apart, doubt }) => doubt === undefined || apart !== 'region' ? [] : [{ name, doubt }])[0]
    : undefined;
const doubtText = (name, { problem }) => `the repository ${name} is declared locked, but ${problem}`;
function uncovered(target, best, exact, doubted) {
    const { domain, rto, rpo } = target;
    if (best === undefined && doubted !== undefined) {
        const { name, doubt } = doubted;
        const problem = doubtText(name, doubt);
        const sentence = `${domain}: not covered, because ${(0,_toolkit_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .withRemedy */ .v9)(problem, doubt.help)}`;
        return { kind: 'uncovered', problem, help: doubt.help, sentence };
    }
    const problem = exact !== undefined
        ? `${exact.name} takes ${(0,_toolkit_duration_js__WEBPACK_IMPORTED_MODULE_0__/* .formatDuration */ .a3)(exact.mechanism.recovers ?? 0)} to recover (${(0,_toolkit_duration_js__WEBPACK_IMPORTED_MODULE_0__/* .formatDuration */ .a3)(rto)} allowed)`
        : best !== undefined
            ? `the best mechanism is ${best.name}, which may lose ${(0,_toolkit_duration_js__WEBPACK_IMPORTED_MODULE_0__/* .formatDuration */ .a3)(best.worst)} (${(0,_toolkit_duration_js__WEBPACK_IMPORTED_MODULE_0__/* .formatDuration */ .a3)(rpo)} allowed)`
            : 'no declared mechanism survives it';
    const help = exact === undefined ? lossHelp(target) : timeHelp(target);
    return {
        kind: 'uncovered',
        problem,
        help,
        sentence: `${domain}: not covered, because ${(0,_toolkit_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .withRemedy */ .v9)(problem, help)}`,
    };
}
function lossHelp({ domain, rpo }) {
    if (domain === 'total')
        return rpo === 0
            ? 'allow some loss, because no archive rules it out'
            : `archive WAL to a locked or offline repository in another region within ${(0,_toolkit_duration_js__WEBPACK_IMPORTED_MODULE_0__/* .formatDuration */ .a3)(rpo)} after it was written, and keep a full backup there`;
    if (rpo === 0)
        return `add a synchronous replica in another ${domain}`;
    return `add a replica in another ${domain} that never lags more than ${(0,_toolkit_duration_js__WEBPACK_IMPORTED_MODULE_0__/* .formatDuration */ .a3)(rpo)}, or archive WAL to a repository there within that time`;
}
function timeHelp({ domain }) {
    return domain === 'total'
        ? 'restore with more processes, or make full backups more often, so that less WAL is replayed'
        : `keep a standby in another ${domain}, which needs no restore`;
}
function judge(mechanism, domain, schedule) {
    const name = nameOf(mechanism);
    const worst = worstOf(mechanism);
    const why = uselessIn(mechanism, domain, schedule) ?? (worst === undefined ? 'its loss is unbounded' : undefined);
    return why === undefined && worst !== undefined
        ? { mechanism, name, kind: 'survives', worst }
        : { mechanism, name, kind: 'useless', why: why ?? '' };
}
function uselessIn(mechanism, domain, schedule) {
    if (mechanism.kind === 'synchronous-replica' || mechanism.kind === 'asynchronous-replica') {
        if (domain === 'total')
            return 'a replica is lost with everything else';
        return reaches(mechanism.apart, domain) ? undefined : `it is in the same ${domain}`;
    }
    const repository = schedule.repositories.find(({ name }) => name === mechanism.repository);
    if (repository === undefined)
        throw new RangeError(`no repository ${mechanism.repository} is declared`);
    const { name, apart, keeping, doubt } = repository;
    const needed = domain === 'total' ? 'region' : domain;
    if (!reaches(apart, needed))
        return `the repository ${name} is in the same ${needed}`;
    if (domain === 'total' && doubt !== undefined)
        return doubtText(name, doubt);
    if (domain === 'total' && keeping === 'plain')
        return `the repository ${name} is neither locked nor offline: an attacker who destroys the rest can delete it`;
    const base = schedule.mechanisms.some(each => each.kind === 'backup' && each.type === 'full' && each.repository === name);
    const standsAlone = mechanism.kind === 'dump' || base;
    return standsAlone
        ? undefined
        : `the repository ${name} gets no full backup, so nothing can be restored from it`;
}
const reaches = (apart, domain) => domains.indexOf(apart) >= domains.indexOf(domain);
function worstOf(mechanism) {
    switch (mechanism.kind) {
        case 'synchronous-replica':
            return 0;
        case 'asynchronous-replica':
            return mechanism.maxLag;
        case 'wal-archive':
            return mechanism.timeout === 0 ? undefined : mechanism.timeout + mechanism.ships;
        case 'backup':
        case 'dump':
            return mechanism.every + mechanism.takes + mechanism.ships;
    }
}
const bounds = {
    alert: `as long as the alert ${replicaBehind} does not fire`,
    promise: 'as its provider promises: Slipway does not measure its lag',
};
function nameOf(mechanism) {
    switch (mechanism.kind) {
        case 'synchronous-replica':
            return `the synchronous replica in another ${mechanism.apart}`;
        case 'asynchronous-replica':
            return `the asynchronous replica in another ${mechanism.apart} (${bounds[mechanism.bound]})`;
        case 'wal-archive':
            return `the WAL archive ${mechanism.repository}`;
        case 'backup':
            return `the ${mechanism.type} backup to ${mechanism.repository} every ${(0,_toolkit_duration_js__WEBPACK_IMPORTED_MODULE_0__/* .formatDuration */ .a3)(mechanism.every)}`;
        case 'dump':
            return `the logical dump to ${mechanism.repository} every ${(0,_toolkit_duration_js__WEBPACK_IMPORTED_MODULE_0__/* .formatDuration */ .a3)(mechanism.every)}`;
    }
}


/***/ }),

/***/ 22835:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   leaseName: () => (/* binding */ leaseName),
/* harmony export */   readLast: () => (/* binding */ readLast),
/* harmony export */   recordLast: () => (/* binding */ recordLast)
/* harmony export */ });
/* harmony import */ var _cluster_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(20553);
/* harmony import */ var _cluster_resources_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(14485);
/* harmony import */ var _toolkit_map_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(60630);
/* harmony import */ var _toolkit_retry_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(25726);




const leaseName = (app, what) => `slipway-${app}.${what}.last`;
const factsAnnotation = 'slipway.dev/facts';
async function recordLast(cluster, place, what, last) {
    const path = (0,_cluster_resources_js__WEBPACK_IMPORTED_MODULE_1__/* .pathOf */ .XM)(_cluster_resources_js__WEBPACK_IMPORTED_MODULE_1__/* .resources */ .ES.lease, place.namespace);
    await (0,_toolkit_retry_js__WEBPACK_IMPORTED_MODULE_2__/* .retry */ .L)({ attempts: 3, passes: _cluster_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .isConflict */ .dh }, async () => {
        const there = await cluster.get(`${path}/${leaseName(place.app, what)}`);
        const known = there && lastIn(there);
        if (known !== undefined && known.at >= last.at)
            return;
        const { resourceVersion } = there?.metadata ?? {};
        const lease = leaseOf(place, what, last, resourceVersion);
        if (there === undefined)
            await cluster.create(path, lease);
        else
            await cluster.replace(`${path}/${leaseName(place.app, what)}`, lease);
    });
}
async function readLast(cluster, { app, namespace }, what) {
    const lease = await cluster.get((0,_cluster_resources_js__WEBPACK_IMPORTED_MODULE_1__/* .pathOf */ .XM)(_cluster_resources_js__WEBPACK_IMPORTED_MODULE_1__/* .resources */ .ES.lease, namespace, leaseName(app, what)));
    return lease && lastIn(lease);
}
function lastIn({ metadata, spec }) {
    const at = Date.parse(spec?.renewTime ?? '');
    if (Number.isNaN(at))
        return undefined;
    const facts = Object.entries((0,_toolkit_map_js__WEBPACK_IMPORTED_MODULE_3__/* .jsonMap */ .vM)(metadata?.annotations?.[factsAnnotation] ?? '') ?? {}).filter((each) => typeof each[1] === 'string' || typeof each[1] === 'number');
    return { at, run: metadata?.annotations?.['slipway.dev/run'] ?? '', facts: Object.fromEntries(facts) };
}
function leaseOf({ app, namespace }, what, { at, run, facts }, resourceVersion) {
    return {
        apiVersion: 'coordination.k8s.io/v1',
        kind: 'Lease',
        metadata: {
            name: leaseName(app, what),
            namespace,
            labels: { 'slipway.dev/app': app, 'slipway.dev/kind': 'last' },
            annotations: { 'slipway.dev/run': run, [factsAnnotation]: JSON.stringify(facts) },
            ...(resourceVersion === undefined ? {} : { resourceVersion }),
        },
        spec: { renewTime: new Date(at).toISOString().replace('Z', '000Z') },
    };
}


/***/ }),

/***/ 6342:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  scenarioIds: () => (/* binding */ scenarioIds),
  scenarioOf: () => (/* binding */ scenarioOf),
  scenarios: () => (/* binding */ scenarios)
});

;// CONCATENATED MODULE: ./.build/js/src/recovery/scenario-steps.js
const restoreDatabase = (from, to) => ({
    phase: 'restore',
    action: 'restore-database',
    instruction: `Restore the database from ${from} to ${to}, and check that recovery ended there.`,
});
const newest = 'the end of the archived WAL';
const secrets = {
    phase: 'restore',
    action: 'restore-secrets',
    instruction: 'Decrypt the Secrets of the backup set with the offline key, and use no others.',
};
const provision = {
    phase: 'provision',
    action: 'provision',
    instruction: 'Create an empty namespace without egress, and prove that production cannot be reached from it.',
};
const objects = {
    phase: 'start',
    action: 'apply-objects',
    instruction: 'Apply the objects of the backup without those that act automatically: suspend CronJobs, and leave out load balancers and webhooks.',
};
const start = {
    phase: 'start',
    action: 'start',
    instruction: 'Start the application on the restored data, and wait until its pods are ready.',
};
const files = {
    phase: 'restore',
    action: 'restore-files',
    instruction: 'Restore files, dumps of databases outside of the cluster, and objects of buckets, and compare them with the manifest.',
};
const verify = {
    phase: 'verify',
    action: 'verify',
    instruction: 'Compare tables, rows and schema version with the manifest of the backup, read an old record through the application, and write a new one.',
};
const cutover = {
    phase: 'cutover',
    action: 'cut-over',
    instruction: 'Switch the traffic, and probe from outside until thirty probes in a row have succeeded.',
};
const failover = {
    phase: 'detect',
    action: 'wait-for-failover',
    instruction: 'Do nothing: the declared mechanism fails over automatically. If it has not done so in time, run the command that `failover` of slipway.yml names.',
};

;// CONCATENATED MODULE: ./.build/js/src/recovery/scenario.js

const scenarioIds = [
    'restore',
    'pod',
    'node',
    'zone',
    'region',
    'total',
    'corruption',
    'rot',
    'secrets',
    'far-down',
];
const catalog = {
    restore: {
        title: 'A backup is restored',
        question: 'Does the newest backup restore everything that its manifest lists?',
        target: 'region',
        breaks: { kind: 'nothing' },
        steps: [provision, files, restoreDatabase('the nearest repository', newest), objects, start, verify],
        without: [],
        required: 'L4',
        where: 'scratch',
        every: 1,
    },
    pod: {
        title: 'The pod of the primary database is lost',
        question: 'Does another pod take over automatically, without loss of acknowledged writes?',
        target: 'node',
        breaks: { kind: 'pod' },
        steps: [failover, verify],
        without: ['backups'],
        required: 'L4',
        where: 'live',
        every: 1,
    },
    node: {
        title: 'The node of the primary database is lost',
        question: 'Does another node take over automatically, without loss of acknowledged writes?',
        target: 'node',
        breaks: { kind: 'hook', what: 'node' },
        steps: [failover, verify],
        without: ['backups', 'the disk of that node'],
        required: 'L4',
        where: 'live',
        every: 1,
    },
    zone: {
        title: 'A zone is lost, with its disks',
        question: 'Do the other zones keep working, and does the lost zone recover?',
        target: 'zone',
        breaks: { kind: 'hook', what: 'zone' },
        steps: [failover, verify],
        without: ['nodes, disks and repositories of that zone'],
        required: 'L5',
        where: 'live',
        every: 7,
    },
    region: {
        title: 'The region is lost',
        question: 'Can everything be restored elsewhere, from backups in another region?',
        target: 'region',
        breaks: { kind: 'out-of-reach' },
        steps: [
            provision,
            secrets,
            files,
            restoreDatabase('a repository of another region', newest),
            objects,
            start,
            verify,
            cutover,
        ],
        without: ['the primary database and its standbys', 'repositories of the region'],
        required: 'L5',
        where: 'scratch',
        every: 30,
    },
    total: {
        title: 'Everything is lost except the archive and the offline key',
        question: 'Can everything be restored from the locked archive alone?',
        target: 'total',
        breaks: { kind: 'out-of-reach' },
        steps: [
            provision,
            {
                phase: 'restore',
                action: 'restore-secrets',
                instruction: 'Decrypt the Secrets of the archive with the offline key, and use no others.',
            },
            {
                phase: 'restore',
                action: 'load-images',
                instruction: 'Load the images from the archive, by digest.',
            },
            files,
            restoreDatabase('the locked repository', newest),
            objects,
            start,
            verify,
        ],
        without: [
            'registries',
            'source code repositories',
            'DNS',
            'every repository that is not locked or offline',
        ],
        required: 'L4',
        where: 'scratch',
        every: 90,
    },
    corruption: {
        title: 'Rows were deleted by mistake',
        question: 'Is everything from just before the mistake restored, and nothing from after it?',
        target: 'region',
        breaks: { kind: 'rows' },
        steps: [
            provision,
            restoreDatabase('the nearest repository, from a backup that ended before the mistake,', 'the moment before the mistake'),
            verify,
        ],
        without: ['standbys, which contain the mistake, too'],
        required: 'L3',
        where: 'scratch',
        every: 30,
    },
    rot: {
        title: 'A backup is silently corrupted',
        question: 'Is a damaged repository detected before it is needed?',
        target: undefined,
        breaks: { kind: 'repository-copy' },
        steps: [
            {
                phase: 'detect',
                action: 'notice',
                instruction: 'Verify the repository and its chain of WAL. If either fails, make a full backup at once, and keep the damaged repository for analysis.',
            },
        ],
        without: [],
        required: 'L1',
        where: 'scratch',
        every: 30,
    },
    secrets: {
        title: 'The Secrets are lost',
        question: 'Can encrypted values in the restored data be decrypted with the keys that are kept separately?',
        target: 'region',
        breaks: { kind: 'secrets' },
        steps: [provision, secrets, restoreDatabase('the nearest repository', newest), objects, start, verify],
        without: ['the Secrets of the cluster'],
        required: 'L4',
        where: 'scratch',
        every: 90,
    },
    'far-down': {
        title: 'The far repository is unreachable',
        question: 'Is it noticed in time, does the near repository keep working, and is no WAL lost until the far one is back?',
        target: undefined,
        breaks: { kind: 'far-repository' },
        steps: [
            {
                phase: 'detect',
                action: 'notice',
                instruction: 'Find out why it is unreachable. The database keeps WAL that is not archived: watch its disk, and never remove WAL by hand.',
            },
            {
                phase: 'replay',
                action: 'catch-up',
                instruction: 'When it is back, check that it contains every segment since the failure.',
            },
        ],
        without: [],
        required: 'L1',
        where: 'live',
        every: 30,
    },
};
function scenarioOf(id) {
    return { id, ...catalog[id] };
}
const scenarios = scenarioIds.map(scenarioOf);


/***/ })

};
