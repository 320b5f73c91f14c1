export const id = 4682;
export const ids = [4682];
export const modules = {

/***/ 60827:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   M: () => (/* binding */ publishDecision),
/* harmony export */   reportFolder: () => (/* binding */ reportFolder)
/* harmony export */ });
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(51455);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(76760);
/* harmony import */ var _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(92317);
/* harmony import */ var _toolkit_folder_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(94826);




async function publishDecision(record, host) {
    if (record === undefined)
        return '';
    try {
        const { decisionSummary } = await Promise.all(/* import() */[__webpack_require__.e(4950), __webpack_require__.e(5204)]).then(__webpack_require__.bind(__webpack_require__, 5204));
        const { decisionPage } = await Promise.all(/* import() */[__webpack_require__.e(4950), __webpack_require__.e(2947)]).then(__webpack_require__.bind(__webpack_require__, 52947));
        await host.summary(decisionSummary(record));
        return await reportFolder(host, `r${record.release}`, {
            'decision.json': `${JSON.stringify(record)}\n`,
            'report.html': decisionPage(record),
        });
    }
    catch (error) {
        host.annotate('warning', { message: `the decision record was not written: ${(0,_toolkit_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .innermostCause */ .$C)(error)}` });
        return '';
    }
}
async function reportFolder({ env }, name, files) {
    const folder = await (0,_toolkit_folder_js__WEBPACK_IMPORTED_MODULE_3__/* .newFolder */ .l)(env, name);
    await Promise.all(Object.entries(files).map(([file, text]) => (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.writeFile)((0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(folder, file), text)));
    return folder;
}


/***/ }),

/***/ 98936:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  j: () => (/* binding */ publishDeployment),
  C: () => (/* binding */ publishOutcome)
});

// EXTERNAL MODULE: ./node_modules/@octokit/request-error/dist-src/index.js
var dist_src = __webpack_require__(31015);
// EXTERNAL MODULE: ./.build/js/src/toolkit/map.js
var map = __webpack_require__(60630);
// EXTERNAL MODULE: ./.build/js/src/toolkit/printable.js
var printable = __webpack_require__(72315);
;// CONCATENATED MODULE: ./.build/js/src/report/deployment.js


const longestDescription = 140;
function deploymentRequest(record, production) {
    const ref = record.runs[0]?.by.revision;
    if (ref === undefined)
        return undefined;
    const { app, environment, release, images, url } = record;
    return {
        ref,
        environment,
        description: described(`Release ${release} of ${app}`),
        auto_merge: false,
        required_contexts: [],
        production_environment: production,
        payload: { app, release, images, ...(0,map/* defined */.sw)({ url }) },
    };
}
function statusAs(said) {
    const { state, sentence, origin, url } = said;
    return {
        state,
        description: described(sentence),
        ...(isAddress(origin.url) ? { log_url: origin.url } : {}),
        ...(isAddress(url) ? { environment_url: url } : {}),
        auto_inactive: state === 'success',
    };
}
function described(text) {
    const line = (0,printable/* oneLine */.TN)(text).replace(/\s+/g, ' ').trim().toWellFormed();
    if (line.length <= longestDescription)
        return line;
    return `${line.slice(0, longestDescription - 1).replace(/[\ud800-\udbff]$/, '')}…`;
}
function isAddress(text) {
    return typeof text === 'string' && /^https?:\/\//.test(text) && URL.canParse(text);
}

;// CONCATENATED MODULE: ./.build/js/src/report/announcement.js




async function announce(github, said, report) {
    try {
        const all = await deploymentsOf(github, said);
        const own = all.find(({ release }) => release === said.release) ?? (await made(github, said));
        if (own !== undefined)
            await add(github, own.id, statusAs({ ...said, url: own.url }));
        if (said.state === 'success')
            await retire(github, said, all);
    }
    catch (error) {
        const what = `the deployment of release ${said.release} was not updated on GitHub: ${(0,printable/* printable */.g$)(error.message)}`;
        if (!(error instanceof dist_src/* RequestError */.G && error.status === 403))
            return report(`warning: ${what}`);
        if (said.made !== undefined)
            report(`${what}; a job without a GitHub environment needs \`deployments: write\` to show its releases`);
    }
}
async function deploymentsOf({ open, repo }, { app, environment }) {
    const { rest } = await open();
    const { data } = await rest.repos.listDeployments({ ...repo, environment, per_page: 100 });
    return data.flatMap(({ id, payload }) => (0,map/* isMap */.jh)(payload) && payload.app === app ? [{ id, release: payload.release, url: payload.url }] : []);
}
async function made({ open, repo }, { made: asked, origin, ...rest }) {
    if (asked === undefined)
        return undefined;
    const production = /^prod/.test(rest.environment);
    const request = deploymentRequest({ ...rest, ...asked, runs: [{ by: origin }] }, production);
    if (request === undefined)
        return undefined;
    const { data } = await (await open()).rest.repos.createDeployment({ ...repo, ...request });
    return 'id' in data ? { id: data.id, release: rest.release, url: asked.url } : undefined;
}
const add = async ({ open, repo }, id, status) => (await open()).rest.repos.createDeploymentStatus({ ...repo, deployment_id: id, ...status });
const looked = 5;
async function retire(github, { release, origin }, all) {
    const { rest } = await github.open();
    const others = all.filter(each => each.release !== release);
    for (const { id } of others.slice(0, looked)) {
        const query = { ...github.repo, deployment_id: id, per_page: 1 };
        const { data } = await rest.repos.listDeploymentStatuses(query);
        if (data[0]?.state !== 'success' && data[0]?.state !== 'in_progress')
            continue;
        await add(github, id, statusAs({ state: 'inactive', sentence: `Release ${release} is live`, origin }));
    }
}

// EXTERNAL MODULE: ./.build/js/src/toolkit/github.js
var toolkit_github = __webpack_require__(6849);
// EXTERNAL MODULE: ./.build/js/src/toolkit/host.js + 1 modules
var toolkit_host = __webpack_require__(80986);
// EXTERNAL MODULE: ./.build/js/src/toolkit/origin.js
var origin = __webpack_require__(93240);
// EXTERNAL MODULE: ./.build/js/src/actions/decision.js
var actions_decision = __webpack_require__(60827);
;// CONCATENATED MODULE: ./.build/js/src/actions/deployment.js






const states = {
    prepared: 'in_progress',
    passed: 'in_progress',
    'needs-action': 'in_progress',
    complete: 'success',
    'rolled-back': 'failure',
    failed: 'failure',
    refused: 'failure',
};
async function publishOutcome(host, { config: { app }, environmentName: environment }, token, { release, state, reason, decision }, made) {
    (0,toolkit_host/* setOutputs */.n0)(host, { state, release, reason });
    host.output('record', await (0,actions_decision/* publishDecision */.M)(decision, host));
    await publishDeployment(host, token, { app, environment, release, state, ...(0,map/* defined */.sw)({ reason, made }) });
    host.report(`release ${release}: ${state}${reason === undefined ? '' : `, ${reason}`}`);
}
async function publishDeployment(host, token, said) {
    const github = (0,toolkit_github/* gitHubOf */.Tc)(host.env, token);
    const { state: ours, reason, ...rest } = said;
    const state = states[ours];
    if (github === undefined || state === undefined)
        return;
    const sentence = `Release ${said.release}: ${ours.replace('-', ' ')}${reason === undefined ? '' : `, ${reason}`}`;
    await announce(github, { ...rest, state, sentence, origin: (0,origin/* originOf */.y)(host.env) }, host.report);
}


/***/ }),

/***/ 74682:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  notifyAction: () => (/* binding */ notifyAction)
});

// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
// EXTERNAL MODULE: ./.build/js/src/config/channels.js
var channels = __webpack_require__(74790);
// EXTERNAL MODULE: ./.build/js/src/config/load.js
var load = __webpack_require__(63114);
// EXTERNAL MODULE: ./.build/js/src/toolkit/errors.js
var errors = __webpack_require__(92317);
;// CONCATENATED MODULE: ./.build/js/src/notify/cards.js
const signs = { critical: '🔴', warning: '🟠', info: '🟢' };
function slackOf({ severity, title, why, next, source, url }) {
    const head = `${signs[severity]} ${title}`;
    const plain = (text) => ({ type: 'plain_text', text, emoji: false });
    const link = { type: 'mrkdwn', text: `<${entities(url)}|Open the run>` };
    return {
        text: entities(head),
        mrkdwn: false,
        parse: 'none',
        link_names: false,
        unfurl_links: false,
        unfurl_media: false,
        blocks: [
            ...[head, why, next].filter(text => text !== '').map(text => ({ type: 'section', text: plain(text) })),
            ...(url === '' ? [] : [{ type: 'section', text: link }]),
            { type: 'context', elements: [plain(source)] },
        ],
    };
}
const entities = (text) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
function teamsOf({ severity, title, why, next, source, url }) {
    const block = (text, style = {}) => ({
        type: 'RichTextBlock',
        inlines: [{ type: 'TextRun', text, ...style }],
    });
    const color = { critical: 'attention', warning: 'warning', info: 'good' }[severity];
    const content = {
        $schema: 'http://adaptivecards.io/schemas/adaptive-card.json',
        type: 'AdaptiveCard',
        version: '1.4',
        msteams: { width: 'Full' },
        body: [
            block(title, { weight: 'bolder', size: 'medium', color }),
            ...[why, next].filter(text => text !== '').map(text => block(text)),
            block(source, { isSubtle: true, size: 'small' }),
        ],
        ...(url === '' ? {} : { actions: [{ type: 'Action.OpenUrl', title: 'Open the run', url }] }),
    };
    const contentType = 'application/vnd.microsoft.card.adaptive';
    return { type: 'message', attachments: [{ contentType, contentUrl: null, content }] };
}
function webhookOf({ event: { release, baseline, ...event }, ...notice }) {
    const known = { ...(release && { release }), ...(baseline && { baseline }) };
    return { version: 1, ...notice, ...event, ...known };
}

// EXTERNAL MODULE: ./.build/js/src/toolkit/count.js
var count = __webpack_require__(8999);
// EXTERNAL MODULE: ./.build/js/src/toolkit/body.js
var body = __webpack_require__(5346);
// EXTERNAL MODULE: ./.build/js/src/toolkit/retry.js
var retry = __webpack_require__(25726);
;// CONCATENATED MODULE: ./.build/js/src/notify/http.js



const attemptLimit = 10_000;
const longestPause = 20_000;
const largestAnswer = 64 * 1024;
class DeliveryError extends Error {
    temporary;
    after;
    constructor(problem, temporary = false, after) {
        super(problem);
        this.name = 'DeliveryError';
        this.temporary = temporary && (after ?? 0) <= longestPause;
        this.after = after;
    }
}
function insist(attempt, waiting = {}) {
    return (0,retry/* retry */.L5)({
        ...waiting,
        attempts: 4,
        within: 30_000,
        temporary: error => error instanceof DeliveryError && error.temporary,
        delay: (count, error) => error.after ?? 1_000 * 3 ** (count - 1),
    }, async () => {
        const limit = AbortSignal.timeout(attemptLimit);
        try {
            return await attempt(limit);
        }
        catch (error) {
            if (limit.aborted)
                throw new DeliveryError(`does not answer within ${attemptLimit / 1000} s`, true);
            throw error instanceof DeliveryError
                ? error
                : new DeliveryError(`cannot be reached (${(0,errors/* innermostCause */.$C)(error)})`, true);
        }
    });
}
const sendRequest = (request, waiting = {}, hide = (text) => text) => insist(async (signal) => {
    const answer = await fetch(await request(), { signal, redirect: 'manual' });
    if (answer.ok)
        return void (await answer.body?.cancel().catch(() => undefined));
    const { status, headers } = answer;
    const said = await (0,body/* readUpTo */.V)(answer.body, largestAnswer, () => new Error('its answer is larger than 64 KiB'));
    const line = hide(said.toString('utf8')).replace(/\s+/g, ' ').trim().slice(0, 200);
    const after = (0,retry/* retryAfter */.P9)(headers.get('retry-after'));
    const asks = after === undefined ? '' : ` (Retry-After: ${Math.ceil(after / 1000)} s)`;
    const problem = `answered ${status}${line === '' ? '' : `: ${line}`}${asks}`;
    throw new DeliveryError(problem, isTemporaryStatus(status), after);
}, waiting);
const isTemporaryStatus = (status) => status === 429 || status === 408 || status >= 500;

;// CONCATENATED MODULE: ./.build/js/src/notify/email.js



const implicitTls = 465;
const silence = 10_000;
async function sendMail({ to, from, server, tls, username }, password, { subject, text, thread }, urgent, waiting) {
    const { createTransport } = await __webpack_require__.e(/* import() */ 6739).then(__webpack_require__.bind(__webpack_require__, 16739));
    const [host = '', port] = server.split(':');
    const secure = tls && Number(port) === implicitTls;
    const transport = createTransport({
        host,
        port: Number(port),
        secure,
        requireTLS: tls && !secure,
        ignoreTLS: !tls,
        ...(username === undefined ? {} : { auth: { user: username, pass: password } }),
        connectionTimeout: silence,
        greetingTimeout: silence,
        socketTimeout: silence,
        dnsTimeout: silence,
        disableFileAccess: true,
        disableUrlAccess: true,
    });
    const headers = { 'Auto-Submitted': 'auto-generated' };
    const priority = urgent ? 'high' : 'normal';
    const mail = { from, to, subject, text, references: thread, inReplyTo: thread, headers, priority };
    try {
        await insist(async (signal) => {
            const { rejected } = await transport.sendMail({ ...mail, signal }).catch((error) => {
                throw failureOf(error);
            });
            if (rejected.length > 0)
                throw new DeliveryError(`did not accept ${rejected.length} of ${(0,count/* counted */.h)(to.length, 'recipient')}`);
        }, waiting);
    }
    finally {
        transport.close();
    }
}
const lasting = new Set(['ETLS', 'EAUTH', 'ENOAUTH', 'EENVELOPE', 'ECONFIG']);
function failureOf(error) {
    const { code = '', responseCode } = error;
    const why = (0,errors/* innermostCause */.$C)(error);
    const temporary = responseCode === undefined
        ? !/certificate|self-signed|altnames/i.test(why) && !lasting.has(code)
        : responseCode >= 400 && responseCode < 500;
    return new DeliveryError(`did not accept the mail (${why})`, temporary);
}

// EXTERNAL MODULE: ./.build/js/src/toolkit/printable.js
var printable = __webpack_require__(72315);
// EXTERNAL MODULE: ./.build/js/src/toolkit/redaction.js
var redaction = __webpack_require__(90501);
;// CONCATENATED MODULE: ./.build/js/src/notify/neutral.js


function neutral(text, longest = 300) {
    const line = (0,printable/* oneLine */.TN)(text.toWellFormed())
        .replace(/\p{Cf}/gu, '')
        .replace(/[<@](?=\S)/g, '$& ')
        .replaceAll('://', ': //')
        .replace(/(?<=[\p{L}\p{N}_-])\.(?!(?:ya?ml|json|txt|log|lock|toml)(?![\w.-]))(?=\p{L}{2})/giu, '$& ')
        .replace(/\s+/g, ' ')
        .replace(/^ | ?[<@]? ?$/g, '');
    return cutAt(line, longest);
}
function cutAt(text, longest) {
    if (text.length <= longest)
        return text;
    return `${text.slice(0, longest - 1).replace(/[\ud800-\udbff]$| ?[<@]$/, '')}…`;
}
function guarding(secrets) {
    return (text, longest) => neutral((0,redaction/* withoutSecretShapes */.F)(withoutValues(text, secrets)), longest);
}
const withoutValues = (text, secrets) => (0,redaction.withoutSecrets)(text, secrets.flatMap(value => [value, ...partsOf(value)]));
const shortestPart = 12;
function partsOf(value) {
    const url = URL.parse(value.trim());
    if (url === null || !/^https?:$/.test(url.protocol))
        return [];
    const { pathname, search, searchParams } = url;
    const parts = [...pathname.split('/'), ...searchParams.values()].filter(part => part.length >= shortestPart);
    return [`${pathname}${search}`, ...parts].filter(part => part !== '/');
}

;// CONCATENATED MODULE: ./.build/js/src/notify/sns.js

async function publish(topic, text, env, waiting, hide) {
    const { AWS_ACCESS_KEY_ID: accessKeyId, AWS_SECRET_ACCESS_KEY: secretAccessKey } = env;
    if (!accessKeyId || !secretAccessKey)
        throw new DeliveryError('has no credentials, because AWS_ACCESS_KEY_ID or AWS_SECRET_ACCESS_KEY is not set');
    const { AwsClient } = await __webpack_require__.e(/* import() */ 2580).then(__webpack_require__.bind(__webpack_require__, 12580));
    const [, partition = '', , region = ''] = topic.split(':');
    const domain = partition === 'aws-cn' ? 'amazonaws.com.cn' : 'amazonaws.com';
    const endpoint = env.AWS_ENDPOINT_URL_SNS || env.AWS_ENDPOINT_URL || `https://sns.${region}.${domain}/`;
    const client = new AwsClient({
        accessKeyId,
        secretAccessKey,
        service: 'sns',
        region,
        retries: 0,
        ...(env.AWS_SESSION_TOKEN ? { sessionToken: env.AWS_SESSION_TOKEN } : {}),
    });
    const body = new URLSearchParams({
        Action: 'Publish',
        Version: '2010-03-31',
        TopicArn: topic,
        Message: text,
        'MessageAttributes.entry.1.Name': 'AWS.SNS.SMS.SMSType',
        'MessageAttributes.entry.1.Value.DataType': 'String',
        'MessageAttributes.entry.1.Value.StringValue': 'Transactional',
    }).toString();
    const headers = { 'content-type': 'application/x-www-form-urlencoded; charset=utf-8' };
    await sendRequest(() => client.sign(endpoint, { method: 'POST', headers, body }), waiting, hide);
}

;// CONCATENATED MODULE: ./.build/js/src/notify/texts.js
function mailOf({ severity, title, why, next, url, source, key }) {
    const story = Object.entries({ Why: why, Next: next, Run: url }).filter(([, text]) => text !== '');
    return {
        subject: `[${severity}] ${title}`,
        text: `${[title, ...story.map(each => each.join(': ')), `${source}.`].join('\n\n')}\n`,
        thread: `<${key.replace(/[^A-Za-z0-9.-]+/g, '.')}@slipway.invalid>`,
    };
}
const longestSms = 459;
function smsOf({ title, why, next, url }) {
    const link = url === '' ? '' : ` ${url}`;
    const text = ascii(`${title}. ${why} ${next}`.replace(/ +/g, ' ').trim());
    const room = longestSms - link.length;
    return `${text.length <= room ? text : `${text.slice(0, room - 3)}...`}${link}`;
}
const ascii = (text) => text
    .replace(/[“”]/g, '"')
    .replace(/[‘’`]/g, "'")
    .replace(/[–—]/g, '-')
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .replace(/[^\x20-\x7e]/gu, '?');

;// CONCATENATED MODULE: ./.build/js/src/notify/deliver.js








const secretVariables = (receivers) => channels/* severities */.g.flatMap(severity => receivers[severity].flatMap(({ slack, teams, webhook, email, sns }) => [
    ...[slack, teams, webhook, email?.password].flatMap(each => each ?? []),
    ...(sns === undefined ? [] : ['AWS_SECRET_ACCESS_KEY', 'AWS_SESSION_TOKEN', 'AWS_ACCESS_KEY_ID']),
]));
const deliver = (notice, channels, { env, secrets, ...waiting }) => Promise.all(channels.map(channel => attempted(nameOf(channel), () => send(notice, channel, env, waiting, text => withoutValues(text, secrets)), secrets)));
async function attempted(receiver, work, secrets, failed = `${receiver} `) {
    try {
        await work();
        return { receiver };
    }
    catch (error) {
        const why = error instanceof errors/* UserError */.yo ? error.sentence : error.message;
        return { receiver, problem: `${failed}${guarding(secrets)(why)}` };
    }
}
function nameOf({ slack, teams, email, sns, webhook }) {
    if (slack !== undefined)
        return `Slack (${slack})`;
    if (teams !== undefined)
        return `Teams (${teams})`;
    if (email !== undefined)
        return `the mail server ${email.server}`;
    if (sns !== undefined)
        return `the SNS topic ${sns.topic.split(':').at(-1)}`;
    return `the webhook (${webhook})`;
}
async function send(notice, { slack, teams, email, sns, webhook }, env, waiting, hide) {
    if (email !== undefined) {
        const password = email.password === undefined ? '' : valueIn(email.password, env, 'login');
        return sendMail(email, password, mailOf(notice), notice.severity === 'critical', waiting);
    }
    if (sns !== undefined)
        return publish(sns.topic, smsOf(notice), env, waiting, hide);
    const body = JSON.stringify(slack ? slackOf(notice) : teams ? teamsOf(notice) : webhookOf(notice));
    const address = addressIn(slack ?? teams ?? webhook ?? '', env);
    const headers = { 'content-type': 'application/json' };
    return sendRequest(() => new Request(address, { method: 'POST', headers, body }), waiting, hide);
}
function valueIn(variable, env, what) {
    const value = (env[variable] ?? '').trim();
    if (value !== '')
        return value;
    throw new DeliveryError(`has no ${what}: ${variable} is not set`);
}
function addressIn(variable, env) {
    const text = valueIn(variable, env, 'address');
    const { protocol, hostname, username, password } = URL.parse(text) ?? {};
    const isLocal = /^(localhost|127\.0\.0\.1|\[::1\])$/.test(hostname ?? '');
    const isPrivate = protocol === 'https:' || (protocol === 'http:' && isLocal);
    if (isPrivate && username === '' && password === '')
        return text;
    throw new DeliveryError(`has no valid address: ${variable} must be an https address without a user or password`);
}

// EXTERNAL MODULE: ./.build/js/src/notify/event.js
var notify_event = __webpack_require__(29499);
// EXTERNAL MODULE: ./.build/js/src/toolkit/operations.js
var operations = __webpack_require__(78968);
;// CONCATENATED MODULE: ./.build/js/src/notify/words.js

const whatHappened = {
    release: '{release} {ended}; check which version is live',
    'release success': '{release} is live',
    'release rolled-back': '{release} was rolled back; {live}',
    'release paused': '{release} is paused with {share}',
    'release needs-action': '{release} needs action: it has {share}',
    plan: 'nothing was deployed; the live version has not changed',
    'plan success': 'the plan passed',
    rollback: 'the rollback {ended}; check which version is live',
    'rollback success': '{release} is live after a rollback',
    'rollback rolled-back': '{release} is live after an automatic rollback',
    restore: 'the restore{name} {ended}',
    build: 'the build{name} {ended}',
    'build success': 'the build{name} works again',
    sweep: 'the sweep of unfinished releases {ended}',
    'sweep success': 'the sweep of unfinished releases works again',
    backup: 'the backup{name} {ended}',
    'backup success': 'the backup{name} works again',
    drill: 'the{name} drill {ended}',
    'drill success': 'the{name} drill passes again',
    scan: 'the scan of the deployed images {ended}',
    'scan success': 'the scan of the deployed images passes again',
    monitor: 'the check of {watched} {ended}',
    'monitor success': '{watched} is healthy',
    'monitor degraded': '{watched} is degraded',
    'monitor unknown': 'the health of {watched} is unknown',
    alert: 'the alert{name} is firing',
    'alert success': 'the alert{name} is resolved',
    'alert degraded': 'the alert{name} is firing, and no release was rolled back',
    'alert failure': 'no rollback, because the run for the alert{name} failed',
    'alert unknown': 'no rollback, because the alert{name} could not be confirmed',
};
const openDashboard = 'Open the dashboard of the service; the workflow rollback.yml rolls a bad release back';
const runStatus = `${(0,operations/* howToRun */.RG)('status')} to see which version is live`;
const release = 'Release again, unless it was cancelled on purpose';
const whatToDo = (number) => ({
    release: `Now ${runStatus}; if that version does harm, ${(0,operations/* howToRun */.RG)('rollback')}`,
    'release rolled-back': 'Find the cause in the decision record of the run, then release again',
    'release paused': `If it waits for an approval, ${(0,operations/* howToRun */.RG)(['approve', 'rollback'], number)}. Otherwise do nothing: sweep continues it`,
    'release needs-action': `${(0,operations/* remedyOfNeedsAction */.h5)(number)}. If it waits for an approval, ${(0,operations/* howToRun */.RG)('approve', number)}. To give up, ${(0,operations/* howToRun */.RG)('rollback')}`,
    plan: 'Fix the cause and release again',
    'plan cancelled': release,
    rollback: `Now ${runStatus}, then run the rollback again`,
    'rollback rolled-back': 'Find the cause in the run, then release again',
    restore: 'Read the report of the run before you change anything else',
    build: 'Fix the cause and release again',
    'build cancelled': release,
    sweep: `Run the sweep again, then ${runStatus}`,
    'sweep needs-action': (0,operations/* remedyOfNeedsAction */.h5)(number),
    backup: 'Fix the cause and run the backup again before the last one is too old',
    drill: 'Read the report of the run; until the drill passes, recovery is not proved',
    scan: 'Release images without these findings, or add exceptions that expire',
    monitor: 'Fix the cause and run the check again; until then nothing checks the release',
    'monitor degraded': 'Read the report of the run; the workflow rollback.yml rolls the release back',
    'monitor unknown': 'The report lists the values that could not be read; unknown is not healthy',
    alert: openDashboard,
    'alert degraded': 'The run says why the release was not rolled back; the release is still live',
    'alert failure': 'The run says what failed; until that is corrected, no alert starts a rollback',
});
const ended = {
    success: 'succeeded',
    'rolled-back': 'was rolled back',
    paused: 'is paused',
    'needs-action': 'needs action',
    failure: 'failed',
    cancelled: 'was cancelled',
    degraded: 'found a problem',
    unknown: 'has no result',
};
function wordsOf(event, name) {
    const { kind, outcome, release, baseline, weight } = event;
    const earlier = baseline === '' ? 'the release before it' : `release ${baseline}`;
    const rest = baseline === 'none' ? '' : `; ${earlier} has the rest`;
    const terms = {
        ended: ended[outcome],
        name: name && ` ${name}`,
        release: release ? `release ${release}` : kind === 'rollback' ? 'an earlier release' : 'the release',
        watched: release ? `release ${release}, which is live,` : 'the live release',
        live: baseline === 'none' ? 'no release is live' : `${earlier} is live`,
        share: weight
            ? `${weight} % of the traffic${rest}`
            : 'an unknown share of the traffic; check which version is live',
    };
    const of = (words) => words[`${kind} ${outcome}`] ?? words[kind];
    const what = of(whatHappened).replace(/\{(\w+)\}/g, (_, term) => terms[term] ?? '');
    return { what, next: outcome === 'success' ? '' : of(whatToDo(release)) };
}

;// CONCATENATED MODULE: ./.build/js/src/notify/message.js



function messageOf(event, secrets = [], headline) {
    const safe = guarding(secrets);
    const { kind, outcome, severity, app, environment, release, baseline, origin } = event;
    const { what, next } = headline ?? wordsOf(event, safe(event.name, 80));
    const { run, actor, revision = '', url = '' } = origin;
    const commit = /^[0-9a-f]{7,64}$/.test(revision) ? ` at commit ${revision.slice(0, 7)}` : '';
    return {
        severity,
        title: cutAt(`${app} in ${environment}: ${headline === undefined ? what : safe(what, 120)}`, 150),
        why: sentence(safe(headline?.why ?? event.reason, 400)),
        next: sentence(headline === undefined ? next : safe(next)),
        source: safe(`${run}${commit}, started by ${actor}`, 200),
        url: isAddress(url) && withoutValues(url, secrets) === url ? url : '',
        key: (0,notify_event/* keyOf */.TN)({ ...event, name: safe(event.name) }),
        event: { kind, outcome, app, environment, release, baseline },
    };
}
const isAddress = (text) => /^https?:\/\/[\w.:[\]-]+(\/[\w./~%+=&?#-]*)?$/.test(text) && URL.canParse(text);
const sentence = (text) => text
    .replace(/^[a-z]+(?=[ ,:])/, word => word.charAt(0).toUpperCase() + word.slice(1))
    .replace(/(?<=[^.!?…])$/, '.');

// EXTERNAL MODULE: ./.build/js/src/toolkit/host.js + 1 modules
var host = __webpack_require__(80986);
// EXTERNAL MODULE: ./.build/js/src/toolkit/input-text.js
var input_text = __webpack_require__(26126);
// EXTERNAL MODULE: ./.build/js/src/toolkit/markdown.js
var markdown = __webpack_require__(991);
// EXTERNAL MODULE: ./.build/js/src/toolkit/named-file.js
var named_file = __webpack_require__(85280);
// EXTERNAL MODULE: ./.build/js/src/toolkit/origin.js
var origin = __webpack_require__(93240);
// EXTERNAL MODULE: ./.build/js/src/actions/inputs.js
var actions_inputs = __webpack_require__(41648);
// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(51455);
// EXTERNAL MODULE: ./.build/js/src/actions/session.js + 1 modules
var session = __webpack_require__(26115);
;// CONCATENATED MODULE: ./.build/js/src/actions/notify-state.js






const lastSuccess = () => __webpack_require__.e(/* import() */ 2835).then(__webpack_require__.bind(__webpack_require__, 22835));
function sentStoreOf(inputs, { environment, event }, host) {
    const path = inputs['state-file'];
    const inCluster = actions_inputs/* flag */.Jt('state-in-cluster', inputs['state-in-cluster']);
    if (!inCluster)
        return path === '' ? undefined : fileStore(path);
    if (path !== '')
        throw new errors/* UserError */.yo('the state of messages cannot be kept in both `state-file` and the cluster', 'remove `state-file` or `state-in-cluster`');
    const place = { app: event.app, namespace: environment.namespace };
    const what = `notify-${event.kind}`;
    const connected = (use) => (0,session/* withCluster */.Bq)((0,session/* impatient */.oP)(inputs), environment, host, lastSuccess, use);
    return {
        name: `the Lease of the messages about ${event.kind}`,
        read: () => connected(async (cluster, { readLast }) => String((await readLast(cluster, place, what))?.facts.sent ?? '')),
        write: sent => connected((cluster, { recordLast }) => {
            const last = { at: cluster.now(), run: (0,origin/* originText */.C)(event.origin), facts: { sent } };
            return recordLast(cluster, place, what, last);
        }),
    };
}
const fileStore = (path) => ({
    name: path,
    read: () => (0,promises_.readFile)(path, 'utf8').catch(() => ''),
    write: async (text) => {
        await (0,promises_.mkdir)((0,external_node_path_.dirname)(path), { recursive: true });
        await (0,promises_.writeFile)(path, text);
    },
});

;// CONCATENATED MODULE: ./.build/js/src/notify/alerts.js

const day = 86_400_000;
const brief = 5 * 60_000;
const bad = new Set(['failure', 'needs-action', 'degraded', 'unknown']);
function alertsOf({ severity, title, why, next, url, event }, now) {
    const { app, environment, kind, outcome } = event;
    const alertname = `Slipway${kind.charAt(0).toUpperCase()}${kind.slice(1)}`;
    const alert = (of, from, until) => ({
        labels: { alertname, app, environment, severity: of, slipway: 'true' },
        annotations: { summary: title, ...(why && { description: why }), ...(next && { next }) },
        startsAt: new Date(from).toISOString(),
        endsAt: new Date(until).toISOString(),
        ...(url && { generatorURL: url }),
    });
    if (outcome !== 'success')
        return [alert(severity, now, now + (bad.has(outcome) ? day : brief))];
    return [
        ...((0,notify_event/* isLasting */.dJ)(kind) ? [] : [alert(severity, now, now + brief)]),
        ...['critical', 'warning'].filter(each => each !== severity).map(each => alert(each, now - 1, now)),
    ];
}

// EXTERNAL MODULE: ./.build/js/src/toolkit/github.js
var toolkit_github = __webpack_require__(6849);
// EXTERNAL MODULE: ./.build/js/src/actions/deployment.js + 2 modules
var deployment = __webpack_require__(98936);
;// CONCATENATED MODULE: ./.build/js/src/actions/notify-ways.js









const ways = ['issue', 'comment', 'deployment'];
const states = {
    success: 'complete',
    'rolled-back': 'rolled-back',
    'needs-action': 'needs-action',
    failure: 'failed',
};
const gitHubWaysIn = (text) => {
    const asked = (0,input_text/* listed */.KE)(text).map(each => (0,input_text/* oneOf */.yL)('github', ways, each));
    return ways.filter(way => asked.includes(way));
};
async function noticeOnGitHub(wanted, token, { notice, event, secrets }, host) {
    if (wanted.length === 0)
        return [];
    const github = (0,toolkit_github/* gitHubOf */.Tc)(host.env, token);
    const { app, environment, release, outcome, origin } = event;
    const { comment, keepNoticeIssue } = await Promise.all(/* import() */[__webpack_require__.e(8343), __webpack_require__.e(491)]).then(__webpack_require__.bind(__webpack_require__, 70491));
    const work = {
        issue: to => keepNoticeIssue(to, notice),
        comment: async (to) => (origin.revision === undefined ? [] : comment(to, notice, origin.revision)),
        deployment: async () => {
            const state = states[outcome];
            if (release === '' || state === undefined)
                return [];
            const made = { images: {} };
            const said = { app, environment, release: Number(release), made, state, reason: notice.why };
            await (0,deployment/* publishDeployment */.j)(host, token, said);
            return [];
        },
    };
    return Promise.all(wanted.map(way => {
        const receiver = `GitHub (${way})`;
        const update = async () => {
            if (github === undefined)
                throw new errors/* UserError */.yo('`github` needs a token and a run of GitHub Actions', 'set `github-token`, or remove `github`');
            for (const line of await work[way](github))
                host.report(guarding(secrets)(line));
        };
        return attempted(receiver, update, secrets, `${receiver} was not updated: `);
    }));
}
const noCluster = { fetch: () => Promise.reject(new Error('there is no cluster')) };
function toAlertmanager(settings, inputs, { environment, notice, env, secrets }, now, host) {
    const load = () => Promise.all(/* import() */[__webpack_require__.e(8343), __webpack_require__.e(7784)]).then(__webpack_require__.bind(__webpack_require__, 17784));
    const post = (cluster, { alertmanagerOf }) => insist(async () => {
        const api = alertmanagerOf(settings, cluster, env);
        const answer = await api('POST', '/api/v2/alerts', alertsOf(notice, now));
        if (!answer.ok)
            throw new DeliveryError(answer.detail, answer.status === undefined || isTemporaryStatus(answer.status));
    });
    const work = async () => settings.service === undefined
        ? post(noCluster, await load())
        : (0,session/* withCluster */.Bq)((0,session/* impatient */.oP)(inputs), environment, host, load, post);
    return attempted('Alertmanager', work, secrets, '');
}

;// CONCATENATED MODULE: ./.build/js/src/actions/notify.js















const notifyAction = (0,host/* defineAction */.QP)({
    name: 'notify',
    description: 'Notify the `receivers` in slipway.yml of the outcome of a release, backup, drill, scan or alert. Fails only for invalid inputs.',
    inputs: {
        environment: actions_inputs/* environment */.cA,
        config: actions_inputs/* config */.$W,
        event: (0,host/* optional */.lq)(`What the message is about: ${alternatives(notify_event/* eventKinds */.M)}.`, 'release'),
        outcome: (0,host/* required */.mw)(`What happened: ${alternatives(notify_event/* outcomes */.KI)}.`),
        release: (0,host/* optional */.lq)('Number of the release. Default: there is none.'),
        baseline: (0,host/* optional */.lq)('Number of the release that was live before; `none` for a first release. Default: unknown.'),
        weight: (0,host/* optional */.lq)('Percentage of traffic to a release that is paused or needs action. Default: unknown.'),
        name: (0,host/* optional */.lq)('Name of the subject, such as the scenario of a drill or the name of an alert. Default: none.'),
        reason: (0,host/* optional */.lq)('Reason, in one sentence. Default: none.'),
        record: (0,host/* optional */.lq)('Folder of the decision record of the release, whose text then replaces that of the message: the output `record` of other actions. Default: none.'),
        severity: (0,host/* optional */.lq)('`critical`, `warning` or `info`. Default: by event and outcome.'),
        credentials: (0,host/* optional */.lq)('JSON object of variables with the credentials that `receivers` and `alertmanager` in slipway.yml name, such as {"SLACK_WEBHOOK_URL": "…"}. They are added to the environment. A value shorter than 6 characters is not masked in the log. Default: none.'),
        via: (0,host/* optional */.lq)('`receivers`, or `alertmanager`: the `alertmanager` in slipway.yml gets an alert instead, and delivers it.', 'receivers'),
        'state-file': (0,host/* optional */.lq)('Path of a file that records which states were reported, in a folder that survives the run. Default: none. Without a kept state, every failure is reported, but no return to success.'),
        'state-in-cluster': (0,host/* optional */.lq)('Whether to keep that state in a Lease in the cluster instead of a file: `true` or `false`. Needs leases: get, create, update.', 'false'),
        github: (0,host/* optional */.lq)('What to keep up to date on GitHub, too, separated by commas or lines: `issue`, `comment` in the pull request, `deployment`. Default: nothing.'),
        'github-token': (0,host/* optional */.lq)('Token for `github`, with `issues: write`, `pull-requests: write` or `deployments: write`. Default: none.'),
        'kube-context': actions_inputs/* kubeContext */.ng,
    },
    outputs: {
        sent: 'Number of receivers that got the message.',
        undelivered: 'JSON array of the receivers that did not get it.',
        reason: 'Why the message was not sent, or did not reach a receiver, in one sentence; otherwise empty.',
    },
    refused: { sent: '0', undelivered: '[]' },
    run: async (inputs, host) => {
        const subject = await subjectOf(inputs, host);
        const { notice, receivers, environment, env, secrets } = subject;
        const alertmanager = alertmanagerOf(inputs.via, environment);
        const store = sentStoreOf(inputs, subject, host);
        const onGitHub = gitHubWaysIn(inputs.github);
        const updateGitHub = () => noticeOnGitHub(onGitHub, inputs['github-token'], subject, host);
        const now = Date.now();
        if (alertmanager !== undefined) {
            const posted = await toAlertmanager(alertmanager, inputs, subject, now, host);
            await notify_publish(host, notice, [posted, ...(await updateGitHub())], '');
            return true;
        }
        const { bounded, withStateEnded, formatMemory, parseMemory, remembering } = await Promise.all(/* import() */[__webpack_require__.e(8343), __webpack_require__.e(1868)]).then(__webpack_require__.bind(__webpack_require__, 11868));
        const before = store && (await attempt(store, host, () => store.read()));
        const sent = bounded(parseMemory(before ?? ''), notice, now);
        const deliveries = typeof sent === 'string'
            ? []
            : await deliver(sent, (0,channels/* channelsFor */.E)(receivers, sent.severity), { env, secrets });
        if (store && before !== undefined && typeof sent !== 'string')
            await attempt(store, host, async () => {
                const memory = parseMemory(await store.read());
                const isTold = deliveries.some(({ problem }) => problem === undefined);
                const after = isTold ? remembering(memory, notice, now) : withStateEnded(memory, notice);
                if (after !== memory)
                    await store.write(formatMemory(after));
            });
        const missing = `\`monitoring.receivers\` of ${inputs.environment} has none for ${notice.severity}`;
        const all = [...deliveries, ...(await updateGitHub())];
        await notify_publish(host, notice, all, typeof sent === 'string' ? sent : missing);
        return true;
    },
});
async function subjectOf(inputs, host) {
    const config = await (0,load/* loadConfig */.Z9)(inputs.config);
    const environment = (0,load/* environmentOf */.p7)(config, inputs.environment);
    const given = actions_inputs/* parseSecrets */.dC('credentials', inputs.credentials, host);
    const addresses = given.AWS_ACCESS_KEY_ID === undefined ? {} : noAddress;
    const env = { ...actions_inputs/* environmentWithout */.e$(host.env, given), ...addresses, ...given };
    const { receivers = { critical: [], warning: [], info: [] }, alertmanager } = environment.monitoring ?? {};
    const variables = [...secretVariables(receivers), alertmanager?.token ?? ''];
    const values = [...Object.values(given), ...variables.map(each => host.env[each]), inputs['github-token']];
    const secrets = values.flatMap(value => value || []);
    const place = { app: config.app, environment: inputs.environment, origin: (0,origin/* originOf */.y)(host.env) };
    const event = (0,notify_event/* eventOf */.A6)(inputs, place);
    const notice = messageOf(event, secrets, await headlineIn(inputs.record, host));
    return { environment, receivers, env, secrets, event, notice };
}
const noAddress = { AWS_ENDPOINT_URL: undefined, AWS_ENDPOINT_URL_SNS: undefined };
async function notify_publish(host, { severity, title }, all, why) {
    const nothing = `nothing is sent: ${why}`;
    const undelivered = all.filter(({ problem }) => problem !== undefined);
    const problems = undelivered.flatMap(({ problem }) => problem ?? []);
    for (const message of problems)
        host.annotate('warning', { title: 'notify', message });
    host.report(`${severity}: ${title}`);
    if (all.length === 0)
        host.report(nothing);
    host.output('sent', String(all.length - undelivered.length));
    host.output('undelivered', JSON.stringify(undelivered.map(({ receiver }) => receiver)));
    host.output('reason', all.length === 0 ? nothing : problems.join('; '));
    const rows = all.map(({ receiver, problem }) => [receiver, problem ?? 'got it']);
    const head = `### ${problems.length > 0 ? '⚠️' : '📣'} notify: ${severity}\n\n${(0,markdown/* cell */.Hn)(title)}`;
    await host.summary(`${head}\n\n${all.length === 0 ? (0,markdown/* cell */.Hn)(nothing) : (0,markdown/* table */.tp)(['receiver', 'result'], rows)}\n`);
}
function alternatives(names) {
    const quoted = names.map(each => `\`${each}\``);
    return `${quoted.slice(0, -1).join(', ')} or ${quoted.at(-1)}`;
}
function alertmanagerOf(via, { monitoring }) {
    if ((0,input_text/* oneOf */.yL)('via', ['receivers', 'alertmanager'], via) === 'receivers')
        return undefined;
    if (monitoring?.alertmanager !== undefined)
        return monitoring.alertmanager;
    throw new errors/* UserError */.yo('slipway.yml names no Alertmanager for `via: alertmanager`', 'add `monitoring.alertmanager` to the environment, or remove `via`');
}
async function headlineIn(folder, host) {
    if (folder === '')
        return undefined;
    const { readRecord } = await Promise.all(/* import() */[__webpack_require__.e(8343), __webpack_require__.e(3804)]).then(__webpack_require__.bind(__webpack_require__, 43804));
    const { headline } = await __webpack_require__.e(/* import() */ 4950).then(__webpack_require__.bind(__webpack_require__, 34950));
    const path = (0,external_node_path_.join)(folder, 'decision.json');
    try {
        return headline(readRecord(await (0,named_file/* readNamed */.M)(path, 'set `record` to the output `record` of another action')));
    }
    catch (error) {
        warn(host, 'the message does not use the decision record', error);
        return undefined;
    }
}
function warn(host, what, error) {
    const why = error instanceof errors/* UserError */.yo ? error.sentence : error.message;
    host.annotate('warning', { title: 'notify', message: `${what}: ${why}` });
}
async function attempt({ name }, host, use) {
    try {
        return await use();
    }
    catch (error) {
        warn(host, `${name} cannot be read or written`, error);
        return undefined;
    }
}


/***/ }),

/***/ 26115:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  oP: () => (/* binding */ impatient),
  oF: () => (/* binding */ manifestsOf),
  fo: () => (/* binding */ requestOf),
  ii: () => (/* binding */ warnOfNewValues),
  Bq: () => (/* binding */ withCluster),
  tE: () => (/* binding */ withCredentials),
  BW: () => (/* binding */ withManifests)
});

// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(73024);
// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(51455);
// EXTERNAL MODULE: ./.build/js/src/toolkit/errors.js
var errors = __webpack_require__(92317);
// EXTERNAL MODULE: ./.build/js/src/toolkit/folder.js
var toolkit_folder = __webpack_require__(94826);
// EXTERNAL MODULE: ./.build/js/src/toolkit/named-file.js
var named_file = __webpack_require__(85280);
// EXTERNAL MODULE: ./.build/js/src/cluster/errors.js
var cluster_errors = __webpack_require__(20553);
// EXTERNAL MODULE: ./.build/js/src/cluster/port.js + 6 modules
var port = __webpack_require__(13269);
// EXTERNAL MODULE: ./.build/js/src/cluster/token.js
var token = __webpack_require__(9621);
;// CONCATENATED MODULE: ./.build/js/src/cluster/oidc.js









async function connectByOidc(trust, env, options = {}) {
    (0,token/* issuerOf */.xD)(env);
    const ca = trust.ca === undefined ? undefined : await certificateOf(trust.ca);
    const folder = await (0,toolkit_folder/* newFolder */.l)(env, 'oidc');
    const remove = () => (0,promises_.rm)(folder, { recursive: true, force: true });
    try {
        const kubeconfig = (0,external_node_path_.join)(folder, 'kubeconfig');
        await (0,promises_.writeFile)(kubeconfig, JSON.stringify(oidcKubeconfig(trust, ca, ownCommand())), { mode: 0o600 });
        const cluster = await (0,port/* connect */.N)({ ...options, kubeconfig, env });
        const close = async () => {
            await cluster.close();
            await remove();
        };
        const lifetime = async () => ({ kind: 'renewed', what: "GitHub's OIDC token" });
        return { ...cluster, lifetime, close };
    }
    catch (error) {
        await remove();
        throw await explained(error, trust, env);
    }
}
function oidcKubeconfig({ server, audience }, ca, [command, ...first]) {
    const authority = ca === undefined ? {} : { 'certificate-authority-data': Buffer.from(ca).toString('base64') };
    const exec = {
        apiVersion: 'client.authentication.k8s.io/v1',
        command,
        args: [...first, 'token', `--audience=${audience}`],
        env: [{ name: 'NODE_USE_ENV_PROXY', value: '1' }],
        interactiveMode: 'Never',
        provideClusterInfo: false,
    };
    return {
        apiVersion: 'v1',
        kind: 'Config',
        clusters: [{ name: 'cluster', cluster: { server, ...authority } }],
        users: [{ name: 'github', user: { exec } }],
        contexts: [{ name: 'slipway', context: { cluster: 'cluster', user: 'github' } }],
        'current-context': 'slipway',
    };
}
function ownCommand() {
    const here = import.meta.dirname;
    const found = [(0,external_node_path_.resolve)(here, '../cli/index.js'), (0,external_node_path_.resolve)(here, '../slipway.ts')].find(external_node_fs_.existsSync);
    if (found === undefined)
        throw new Error(`the command line is not beside ${here}`);
    return [process.execPath, found];
}
async function certificateOf(path) {
    const text = await (0,promises_.readFile)(path, 'utf8').catch((0,named_file/* unreadable */.O)(`cluster.ca: ${path}`, 'correct the path, which is relative to slipway.yml'));
    if (text.includes('-----BEGIN CERTIFICATE-----'))
        return text;
    throw new errors/* UserError */.yo(`cluster.ca: ${path} contains no certificate`, 'write the CA certificate there as PEM');
}
async function explained(error, { audience }, env) {
    if (!(error instanceof errors/* UserError */.yo) || !(error.cause instanceof cluster_errors/* ClusterError */.b$))
        return error;
    if (error.cause.status === 401) {
        return new errors/* UserError */.yo(`the cluster does not accept GitHub's OIDC token for the audience "${audience}"`, 'compare the issuer and the audience with the configuration of its API server (docs/cluster.md)', { cause: error });
    }
    if (!error.cause.message.includes('getting credentials'))
        return error;
    return (0,token/* requestIdToken */.gj)(env, audience).then(() => error, (why) => why);
}

// EXTERNAL MODULE: ./.build/js/src/config/load.js
var load = __webpack_require__(63114);
// EXTERNAL MODULE: ./.build/js/src/toolkit/map.js
var map = __webpack_require__(60630);
// EXTERNAL MODULE: ./.build/js/src/toolkit/origin.js
var origin = __webpack_require__(93240);
// EXTERNAL MODULE: ./.build/js/src/verify/identities.js
var identities = __webpack_require__(98093);
// EXTERNAL MODULE: ./.build/js/src/actions/inputs.js
var actions_inputs = __webpack_require__(41648);
;// CONCATENATED MODULE: ./.build/js/src/actions/session.js









const impatient = (way) => ({ ...way, patient: false });
async function requestOf(inputs, host) {
    const config = await (0,load/* loadConfig */.Z9)(inputs.config);
    const environment = (0,load/* environmentOf */.p7)(config, inputs.environment);
    const env = withCredentials(host.env, (0,actions_inputs/* parseSecrets */.dC)('credentials', inputs.credentials ?? '', host));
    for (const secret of (0,identities/* secretsOf */.Fj)(environment.verify, env))
        host.setSecret(secret);
    return {
        config: (0,load/* configFor */.m3)(config, environment),
        environmentName: inputs.environment,
        environment: (0,actions_inputs/* withReversible */.qL)(environment, inputs.reversible ?? ''),
        origin: (0,origin/* originOf */.y)(host.env),
        wait: inputs.wait === undefined ? 0 : (0,actions_inputs/* waitOf */.pE)(inputs.wait),
        env,
        ...(await endedRuns(inputs['actions-token'] ?? '', host)),
        ...(await olderCommits(inputs['actions-token'] ?? '', host)),
        report: host.report,
    };
}
function withCredentials(env, credentials) {
    if (Object.keys(credentials).length === 0)
        return env;
    return Object.assign(Object.create(credentials), (0,actions_inputs/* environmentWithout */.e$)(env, credentials));
}
async function endedRuns(token, { env, report }) {
    if (token === '')
        return {};
    const { endedRunsOf } = await __webpack_require__.e(/* import() */ 2139).then(__webpack_require__.bind(__webpack_require__, 72139));
    const hasEnded = endedRunsOf(env, token, report);
    return hasEnded === undefined ? {} : { hasEnded };
}
async function olderCommits(token, { env, report }) {
    if (env.GITHUB_EVENT_NAME !== 'push')
        return {};
    const { olderCommitProblemOf } = await Promise.all(/* import() */[__webpack_require__.e(8343), __webpack_require__.e(8482)]).then(__webpack_require__.bind(__webpack_require__, 18482));
    return (0,map/* defined */.sw)({ olderCommitProblem: olderCommitProblemOf(env, token, report) });
}
async function withManifests(path, request) {
    const { config, environmentName, report } = request;
    const found = await manifestsOf(path, config, environmentName, request.env);
    const { manifests, hooks, notes } = found;
    for (const note of notes)
        report(note);
    const { withUnlistedWorkers } = await __webpack_require__.e(/* import() */ 5259).then(__webpack_require__.bind(__webpack_require__, 5259));
    const repositories = Object.values(config.images).map(({ repository }) => repository);
    const written = found.environment.hooks === undefined ? {} : { hooks: found.environment.hooks };
    const hooked = { ...request.environment, ...written };
    const { environment, unlisted } = withUnlistedWorkers(hooked, manifests, repositories);
    for (const { kind, name } of unlisted)
        report(`${kind}/${name} also runs an image of ${config.app}, so it is released, watched and rolled back as a worker; if it receives traffic, create a separate slipway.yml for it`);
    const environments = { ...config.environments, [environmentName]: environment };
    return { request: { ...request, environment, config: { ...config, environments } }, manifests, hooks };
}
async function manifestsOf(path, config, name, env, hooks = 'apart') {
    const environment = (0,load/* environmentOf */.p7)(config, name);
    if (environment.manifests.length === 0)
        return { environment, manifests: [], hooks: {}, notes: [] };
    const { loadSorted, loadTogether, withChartHooks } = await Promise.all(/* import() */[__webpack_require__.e(8343), __webpack_require__.e(8815), __webpack_require__.e(1770)]).then(__webpack_require__.bind(__webpack_require__, 89389));
    const target = { namespace: environment.namespace, app: config.app, env };
    const from = [(0,external_node_path_.dirname)(path), environment.manifests, target];
    const sorted = hooks === 'apart' ? await loadSorted(environment.hooks, ...from) : await loadTogether(...from);
    const found = { ...sorted, environment: withChartHooks(environment, sorted.hooks) };
    if ((environment.monitoring?.objects ?? 'none') === 'none')
        return found;
    const { monitoringManifests } = await Promise.all(/* import() */[__webpack_require__.e(8343), __webpack_require__.e(8815), __webpack_require__.e(4972), __webpack_require__.e(9468), __webpack_require__.e(401), __webpack_require__.e(8790), __webpack_require__.e(7225)]).then(__webpack_require__.bind(__webpack_require__, 62488));
    const { monitoringSubject } = await Promise.all(/* import() */[__webpack_require__.e(8343), __webpack_require__.e(3815)]).then(__webpack_require__.bind(__webpack_require__, 36196));
    const { manifests } = sorted;
    const own = monitoringManifests(monitoringSubject(config, name, manifests));
    return { ...found, manifests: [...manifests, ...own] };
}
async function warnOfNewValues(path, { config, environment, env }, manifests, report) {
    if (environment.manifests.every(source => typeof source === 'string'))
        return;
    const { newValuesOf } = await Promise.all(/* import() */[__webpack_require__.e(8815), __webpack_require__.e(9333)]).then(__webpack_require__.bind(__webpack_require__, 49333));
    const target = { namespace: environment.namespace, app: config.app, env };
    const sentences = await newValuesOf((0,external_node_path_.dirname)(path), environment.manifests, manifests, target);
    for (const sentence of sentences)
        report(`warning: ${sentence}`);
}
async function withCluster(inputs, environment, host, load, use) {
    const opening = session_open(inputs, environment, host);
    const loading = load();
    loading.catch(() => undefined);
    const cluster = await opening;
    try {
        return await use(cluster, await loading);
    }
    catch (error) {
        if (cluster.changes() === 0)
            throw error;
        const { LeaseLost } = await __webpack_require__.e(/* import() */ 3811).then(__webpack_require__.bind(__webpack_require__, 63811));
        throw error instanceof LeaseLost ? error : (0,errors/* markAfterChange */.MU)(error);
    }
    finally {
        await cluster.close();
    }
}
function session_open({ config, 'kube-context': context, patient = true }, environment, host) {
    const trust = environment.cluster;
    if (context !== '' || trust === undefined)
        return (0,port/* connect */.N)({ patient, env: host.env, ...(context === '' ? {} : { context }) });
    const { ca, ...rest } = trust;
    const settings = { ...rest, ...(ca === undefined ? {} : { ca: (0,external_node_path_.join)((0,external_node_path_.dirname)(config), ca) }) };
    return connectByOidc(settings, host.env, { patient });
}


/***/ }),

/***/ 9621:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   BA: () => (/* binding */ execCredential),
/* harmony export */   gj: () => (/* binding */ requestIdToken),
/* harmony export */   xD: () => (/* binding */ issuerOf)
/* harmony export */ });
/* harmony import */ var _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(92317);
/* harmony import */ var _toolkit_map_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(60630);
/* harmony import */ var _toolkit_retry_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(25726);
/* harmony import */ var _jwt_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(99177);




const attempts = 4;
const remedy = 'add `permissions: id-token: write` to the job; pull requests from forks and Dependabot never get such a token';
function issuerOf(env) {
    const { ACTIONS_ID_TOKEN_REQUEST_URL: url, ACTIONS_ID_TOKEN_REQUEST_TOKEN: bearer } = env;
    if (!url || !bearer || !URL.canParse(url)) {
        throw new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo('this job is not allowed to request an OIDC token from GitHub', remedy);
    }
    return { url: new URL(url), bearer };
}
async function requestIdToken(env, audience, { fetch: send = fetch, sleep } = {}) {
    const { url, bearer } = issuerOf(env);
    url.searchParams.set('audience', audience);
    const unfinished = (outcome) => 'problem' in outcome && outcome.temporary;
    const outcome = await (0,_toolkit_retry_js__WEBPACK_IMPORTED_MODULE_1__/* .retry */ .L5)({ attempts, unfinished, delay: count => 250 * 2 ** count, sleep }, () => askOnce(url, bearer, send));
    if ('token' in outcome)
        return outcome.token;
    const denied = outcome.problem.startsWith('answered 40');
    throw new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo(`GitHub issued no OIDC token for the audience "${audience}": its token service ${outcome.problem}`, denied ? remedy : 'run the job again');
}
async function askOnce(url, bearer, send) {
    try {
        const response = await send(url, {
            headers: { authorization: `Bearer ${bearer}`, accept: 'application/json' },
            redirect: 'error',
            signal: AbortSignal.timeout(10_000),
        });
        const { status } = response;
        const { value } = (0,_toolkit_map_js__WEBPACK_IMPORTED_MODULE_2__/* .jsonMap */ .vM)(await response.text()) ?? {};
        if (status !== 200)
            return { problem: `answered ${status}`, temporary: status === 429 || status >= 500 };
        return typeof value === 'string' && (0,_jwt_js__WEBPACK_IMPORTED_MODULE_3__/* .claimsOf */ .d)(value) !== undefined
            ? { token: value }
            : { problem: 'answered without a token', temporary: false };
    }
    catch (error) {
        const { name, cause } = error;
        const why = name === 'TimeoutError' ? 'within 10 s' : `(${cause?.code ?? name})`;
        return { problem: `did not answer ${why}`, temporary: true };
    }
}
function execCredential(token, now) {
    const { exp, iat } = (0,_jwt_js__WEBPACK_IMPORTED_MODULE_3__/* .claimsOf */ .d)(token) ?? {};
    const status = { token, ...(exp === undefined ? {} : { expirationTimestamp: renewalOf(exp, iat, now) }) };
    return { apiVersion: 'client.authentication.k8s.io/v1', kind: 'ExecCredential', status };
}
function renewalOf(exp, iat, now) {
    const left = exp * 1000 - now;
    const life = iat === undefined ? left : Math.min(left, (exp - iat) * 1000);
    const end = now + life - Math.min(60_000, Math.max(0, life) / 5);
    return new Date(end).toISOString().replace(/\.\d+Z$/, 'Z');
}


/***/ }),

/***/ 74790:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   E: () => (/* binding */ channelsFor),
/* harmony export */   g: () => (/* binding */ severities)
/* harmony export */ });
const severities = ['critical', 'warning', 'info'];
function channelsFor(receivers, severity) {
    const used = severities.slice(severities.indexOf(severity)).find(each => receivers[each].length > 0);
    const channels = used === undefined ? [] : receivers[used];
    return [...new Map(channels.map(each => [JSON.stringify(each), each])).values()];
}


/***/ }),

/***/ 63114:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Z9: () => (/* binding */ loadConfig),
/* harmony export */   m3: () => (/* binding */ configFor),
/* harmony export */   p7: () => (/* binding */ environmentOf)
/* harmony export */ });
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(51455);
/* harmony import */ var _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(92317);
/* harmony import */ var _toolkit_named_file_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(85280);
/* harmony import */ var _size_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(52331);
/* harmony import */ var _suggest_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(34182);





async function loadConfig(path) {
    const bytes = await readBytes(path);
    let text;
    try {
        text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    }
    catch (error) {
        throw new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .UserError */ .yo(`${path}: the file is not UTF-8 text`, 'save it as UTF-8', { cause: error });
    }
    const { parseConfig } = await Promise.all(/* import() */[__webpack_require__.e(8343), __webpack_require__.e(8815), __webpack_require__.e(9468), __webpack_require__.e(5221), __webpack_require__.e(3407), __webpack_require__.e(3146), __webpack_require__.e(4072)]).then(__webpack_require__.bind(__webpack_require__, 74040));
    const config = parseConfig(text, path);
    if (Object.values(config.environments).some(({ monitoring }) => monitoring !== undefined)) {
        const { requireQueries } = await Promise.all(/* import() */[__webpack_require__.e(8343), __webpack_require__.e(8815), __webpack_require__.e(6828), __webpack_require__.e(9468), __webpack_require__.e(5221), __webpack_require__.e(3407), __webpack_require__.e(3146), __webpack_require__.e(3075)]).then(__webpack_require__.bind(__webpack_require__, 28061));
        requireQueries(config, text, path);
    }
    return config;
}
function environmentOf(config, name) {
    const environment = Object.hasOwn(config.environments, name) ? config.environments[name] : undefined;
    if (environment !== undefined)
        return environment;
    if (Object.keys(config.environments).length === 0)
        throw new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .UserError */ .yo(`slipway.yml of ${config.app} has no environments to release to`, 'add the environment to `environments:`');
    throw new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .UserError */ .yo(`the environment "${name}" is not in slipway.yml of ${config.app}`, (0,_suggest_js__WEBPACK_IMPORTED_MODULE_4__/* .suggest */ .ZA)(name, Object.keys(config.environments)));
}
function configFor(config, { repositories = {} }) {
    const all = [config, ...Object.values(config.environments)];
    const images = Object.entries(config.images).map(([name, image]) => {
        const repository = repositories[name] ?? image.repository;
        const places = all.flatMap(each => 'images' in each ? image.repository : (each.repositories?.[name] ?? []));
        const elsewhere = [...new Set(places)].filter(place => place !== repository);
        return [name, { ...image, repository, elsewhere }];
    });
    return { ...config, images: Object.fromEntries(images) };
}
async function readBytes(path) {
    try {
        const { size } = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.stat)(path);
        if (size > _size_js__WEBPACK_IMPORTED_MODULE_3__/* .largestDocument */ .W)
            throw (0,_size_js__WEBPACK_IMPORTED_MODULE_3__/* .tooLarge */ .g)(path);
        return await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.readFile)(path);
    }
    catch (error) {
        if (!(error instanceof Error && 'code' in error))
            throw error;
        return (0,_toolkit_named_file_js__WEBPACK_IMPORTED_MODULE_2__/* .unreadable */ .O)(path, 'name the path of slipway.yml with the input `config`')(error);
    }
}


/***/ }),

/***/ 52331:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   W: () => (/* binding */ largestDocument),
/* harmony export */   g: () => (/* binding */ tooLarge)
/* harmony export */ });
/* harmony import */ var _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(92317);

const largestDocument = 1024 * 1024;
function tooLarge(file, remedy = 'name a slipway.yml with the input `config`') {
    return new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo(`${file}: the file is larger than 1 MiB`, remedy);
}


/***/ }),

/***/ 29499:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   A6: () => (/* binding */ eventOf),
/* harmony export */   KI: () => (/* binding */ outcomes),
/* harmony export */   M: () => (/* binding */ eventKinds),
/* harmony export */   TN: () => (/* binding */ keyOf),
/* harmony export */   dJ: () => (/* binding */ isLasting)
/* harmony export */ });
/* harmony import */ var _config_channels_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(74790);
/* harmony import */ var _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(92317);
/* harmony import */ var _toolkit_input_text_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(26126);



const kinds = {
    release: { lasting: false, grave: true },
    plan: { lasting: false, grave: false },
    rollback: { lasting: false, grave: true },
    restore: { lasting: false, grave: true },
    build: { lasting: true, grave: false },
    sweep: { lasting: true, grave: false },
    backup: { lasting: true, grave: false },
    drill: { lasting: true, grave: false },
    scan: { lasting: true, grave: false },
    monitor: { lasting: true, grave: false },
    alert: { lasting: true, grave: true },
};
const eventKinds = Object.keys(kinds);
const usual = {
    success: 'info',
    'rolled-back': 'warning',
    paused: 'warning',
    'needs-action': 'critical',
    failure: 'warning',
    cancelled: 'warning',
    degraded: 'warning',
    unknown: 'warning',
};
const outcomes = Object.keys(usual);
const isLasting = (kind) => kinds[kind].lasting;
function keyOf({ app, environment, kind, release, name, origin }) {
    const about = isLasting(kind) ? name : release || origin.run;
    const parts = [app, environment, kind, about.replace(/[^A-Za-z0-9]+/g, '-').slice(0, 80)];
    return parts.filter(part => part !== '').join('/');
}
function eventOf(inputs, place) {
    const kind = (0,_toolkit_input_text_js__WEBPACK_IMPORTED_MODULE_1__/* .oneOf */ .yL)('event', eventKinds, inputs.event);
    const outcome = (0,_toolkit_input_text_js__WEBPACK_IMPORTED_MODULE_1__/* .oneOf */ .yL)('outcome', outcomes, inputs.outcome);
    const byOutcome = outcome === 'failure' && kinds[kind].grave ? 'critical' : usual[outcome];
    return {
        ...place,
        kind,
        outcome,
        severity: inputs.severity === '' ? byOutcome : (0,_toolkit_input_text_js__WEBPACK_IMPORTED_MODULE_1__/* .oneOf */ .yL)('severity', _config_channels_js__WEBPACK_IMPORTED_MODULE_2__/* .severities */ .g, inputs.severity),
        release: known(numberOf('release', inputs)),
        baseline: numberOf('baseline', inputs),
        weight: known(numberOf('weight', inputs)),
        name: known(inputs.name),
        reason: known(inputs.reason),
    };
}
const known = (text) => (text === 'none' ? '' : text);
function numberOf(name, inputs) {
    const text = inputs[name];
    if (/^(none|\d{1,9}|\d{1,3}\.\d{1,3})?$/.test(text))
        return text;
    throw new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo(`the input \`${name}\` is invalid: "${text}"`, 'write a number such as 7');
}


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

/***/ 85280:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   M: () => (/* binding */ readNamed),
/* harmony export */   O: () => (/* binding */ unreadable)
/* harmony export */ });
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(51455);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(92317);


const reasons = {
    ENOENT: 'it does not exist',
    ENOTDIR: 'it does not exist',
    EISDIR: 'it is a folder',
    EACCES: 'permission denied',
};
const readNamed = (path, remedy) => (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.readFile)(path, 'utf8').catch(unreadable(path, remedy));
const unreadable = (what, remedy) => (cause) => {
    throw new _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .UserError */ .yo(`${what} cannot be read: ${reasons[cause.code ?? ''] ?? cause.message}`, remedy, {
        cause,
    });
};


/***/ }),

/***/ 98093:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Fj: () => (/* binding */ secretsOf),
/* harmony export */   UI: () => (/* binding */ identitiesOf),
/* harmony export */   ht: () => (/* binding */ variablesOf),
/* harmony export */   pU: () => (/* binding */ requireSecrets)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(77598);
/* harmony import */ var _toolkit_environment_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(24297);
/* harmony import */ var _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(92317);
/* harmony import */ var _toolkit_map_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(60630);
/* harmony import */ var _toolkit_redaction_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(90501);





function variablesOf({ identities = {}, ca, checks, matrix = [], revoked = [] }) {
    const requests = [
        ...checks,
        ...matrix,
        ...revoked.flatMap(each => [each, each.revoke, ...(each.restore === undefined ? [] : [each.restore])]),
    ];
    const names = [
        ...(ca === undefined ? [] : [ca]),
        ...Object.values(identities).flatMap(ofIdentity),
        ...requests.flatMap(({ send }) => Object.values(send?.secrets ?? {})),
        ...checks.flatMap(check => Object.values(check['stored-secrets'] ?? {})),
    ];
    return [...new Set(names)];
}
const ofIdentity = ({ bearer, cookie = {}, header = {}, basic }) => [
    ...(bearer === undefined ? [] : [bearer]),
    ...Object.values(cookie),
    ...Object.values(header),
    ...(basic === undefined ? [] : [basic.password]),
];
function identitiesOf({ identities = {} }, env) {
    const secrets = new Set();
    const secretOf = (name) => {
        const value = (0,_toolkit_environment_js__WEBPACK_IMPORTED_MODULE_1__/* .variableIn */ .S)(name, env);
        if (value !== '')
            secrets.add(value);
        return value;
    };
    const problemOf = (variables) => {
        for (const name of variables) {
            const value = secretOf(name);
            if (value === '')
                return `${name} is empty; set it in an earlier step, or pass it in the input \`credentials\``;
            if (value.length < _toolkit_redaction_js__WEBPACK_IMPORTED_MODULE_3__/* .shortestMasked */ .Q)
                return `${name} has fewer than ${_toolkit_redaction_js__WEBPACK_IMPORTED_MODULE_3__/* .shortestMasked */ .Q} characters, so it cannot be masked`;
        }
        return undefined;
    };
    const credential = (name) => {
        const identity = identities[name];
        if (identity === undefined)
            return { problem: `the identity ${name} is not in slipway.yml` };
        const real = identity.invalid === undefined ? identity : identities[identity.invalid];
        if (real === undefined)
            return { problem: `the identity ${identity.invalid} is not in slipway.yml` };
        const variables = ofIdentity(real);
        const problem = problemOf(variables) ?? variables.map(unfit).find(each => each !== undefined);
        if (problem !== undefined)
            return { problem };
        const invalid = identity.invalid !== undefined;
        const late = real.bearer === undefined || invalid ? undefined : expiryProblem(real, secretOf(real.bearer));
        if (late !== undefined)
            return { problem: `${real.bearer} ${late}` };
        return headersOf(real, variable => {
            const value = secretOf(variable);
            return invalid ? (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.randomBytes)(Math.max(8, Math.ceil(value.length / 2))).toString('hex') : value;
        }, secrets);
    };
    const unfit = (name) => /^[\x20-\x7e]+$/.test(secretOf(name))
        ? undefined
        : `${name} has a character that is not allowed in a header`;
    return {
        secrets,
        secretOf,
        problemOf,
        hide: text => (0,_toolkit_redaction_js__WEBPACK_IMPORTED_MODULE_3__.withoutSecrets)(text, secrets),
        message: request => {
            const { get: path, method = 'GET', as, send = {} } = request;
            const hidden = Object.values(send.secrets ?? {});
            const own = as === undefined || as === 'none' ? {} : credential(as);
            const problem = 'problem' in own ? own.problem : problemOf(hidden);
            if (problem !== undefined)
                return { reason: `could not be sent: ${problem}` };
            const fields = Object.fromEntries(Object.entries(send.secrets ?? {}).map(([field, variable]) => [field, secretOf(variable)]));
            const { type, body } = bodyOf(send, fields);
            return {
                secret: Object.keys(own).length > 0 || hidden.length > 0,
                message: {
                    path,
                    method,
                    headers: {
                        ...(type === undefined ? {} : { 'content-type': type }),
                        ...send.headers,
                        ...own,
                    },
                    ...(body === undefined ? {} : { body }),
                },
            };
        },
    };
}
function headersOf({ bearer, cookie, header, basic }, secretOf, secrets) {
    if (bearer !== undefined)
        return { authorization: `Bearer ${secretOf(bearer)}` };
    if (cookie !== undefined) {
        const pairs = Object.entries(cookie).map(([name, variable]) => `${name}=${secretOf(variable)}`);
        return { cookie: pairs.join('; ') };
    }
    if (header !== undefined)
        return Object.fromEntries(Object.entries(header).map(([name, variable]) => [name, secretOf(variable)]));
    if (basic === undefined)
        return {};
    const pair = Buffer.from(`${basic.username}:${secretOf(basic.password)}`).toString('base64');
    secrets.add(pair);
    return { authorization: `Basic ${pair}` };
}
function bodyOf({ json, form, body }, secrets) {
    if (json !== undefined)
        return { type: 'application/json', body: JSON.stringify({ ...json, ...secrets }) };
    if (form === undefined)
        return body === undefined ? {} : { body };
    const fields = new URLSearchParams({ ...form, ...secrets });
    return { type: 'application/x-www-form-urlencoded', body: fields.toString() };
}
function expiryProblem(identity, token) {
    const expired = identity.expired === true;
    const [, claims, signature] = token.split('.');
    const { exp } = (signature !== undefined && (0,_toolkit_map_js__WEBPACK_IMPORTED_MODULE_4__/* .jsonMap */ .vM)(Buffer.from(claims ?? '', 'base64url'))) || {};
    if (signature === undefined)
        return undefined;
    if (typeof exp !== 'number')
        return expired ? 'never expires: it is a JSON web token without `exp`' : undefined;
    const until = Math.max(0, Math.min(exp * 1000, 8.64e15));
    if (until > Date.now() !== expired)
        return undefined;
    const date = new Date(until).toISOString();
    return expired
        ? `has not expired: its token is valid until ${date}`
        : `has expired: its token was valid until ${date}; renew it, or write \`expired: true\``;
}
function secretsOf(verify, env) {
    if (verify === undefined)
        return [];
    const values = variablesOf(verify)
        .filter(name => name !== verify.ca)
        .map(name => (0,_toolkit_environment_js__WEBPACK_IMPORTED_MODULE_1__/* .variableIn */ .S)(name, env));
    return values.filter(value => value.length >= _toolkit_redaction_js__WEBPACK_IMPORTED_MODULE_3__/* .shortestMasked */ .Q);
}
function requireSecrets(verify, env) {
    if (verify === undefined)
        return;
    const known = identitiesOf(verify, env);
    const unusable = Object.keys(verify.identities ?? {}).flatMap(as => {
        const made = known.message({ get: '/', as });
        return 'reason' in made ? [made.reason.replace(/^could not be sent: /, '')] : [];
    });
    const problem = known.problemOf(variablesOf(verify)) ?? unusable[0];
    if (problem === undefined)
        return;
    const [what = '', ...remedy] = problem.split('; ');
    throw new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .UserError */ .yo(`verify cannot run: ${what}`, remedy.join('; ') || 'correct its value');
}


/***/ }),

/***/ 31015:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   G: () => (/* binding */ RequestError)
/* harmony export */ });
class RequestError extends Error {
  name;
  /**
   * http status code
   */
  status;
  /**
   * Request options that lead to the error.
   */
  request;
  /**
   * Response object if a response was received
   */
  response;
  constructor(message, statusCode, options) {
    super(message, { cause: options.cause });
    this.name = "HttpError";
    this.status = Number.parseInt(statusCode);
    if (Number.isNaN(this.status)) {
      this.status = 0;
    }
    /* v8 ignore else -- @preserve -- Bug with vitest coverage where it sees an else branch that doesn't exist */
    if ("response" in options) {
      this.response = options.response;
    }
    const requestCopy = Object.assign({}, options.request);
    if (options.request.headers.authorization) {
      requestCopy.headers = Object.assign({}, options.request.headers, {
        authorization: options.request.headers.authorization.replace(
          /(?<! ) .*$/,
          " [REDACTED]"
        )
      });
    }
    requestCopy.url = requestCopy.url.replace(/\bclient_secret=\w+/g, "client_secret=[REDACTED]").replace(/\baccess_token=\w+/g, "access_token=[REDACTED]");
    this.request = requestCopy;
  }
}



/***/ })

};
