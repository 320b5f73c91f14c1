import type { Shop } from '../e2e/harness.ts';

/** Faults of a pod, under the names of the shop's settings. */
export interface PodFaults {
  errorRate?: number;
  latencyMs?: number;
  neverReady?: boolean;
}

/**
 * Injects faults into one running pod. All pods of a release have the same environment, so the settings are changed in the memory of the
 * pod, through Node's inspector, which SIGUSR1 opens.
 */
export async function injectFaults(
  shop: Pick<Shop, 'kubectl'>,
  pod: string,
  change: PodFaults,
): Promise<void> {
  const said = await shop.kubectl([
    'exec',
    pod,
    '--',
    '/usr/local/bin/node',
    '--input-type=module',
    '-e',
    script(change),
  ]);
  if (said.trim() !== '1') throw new Error(`no fault was injected into the pod ${pod}: ${said}`);
}

/** Returns a script that prints the number of objects whose settings it has changed. */
function script(change: PodFaults): string {
  const assign = `function () {
    const found = this.filter(each => Object.hasOwn(each, 'errorRate') && Object.hasOwn(each, 'memoryHog'));
    for (const each of found) Object.assign(each, ${JSON.stringify(change)});
    return found.length;
  }`;
  return `
    process.kill(1, 'SIGUSR1');
    let targets;
    for (let i = 0; targets === undefined && i < 50; i += 1) {
      await new Promise(next => setTimeout(next, 100));
      targets = await fetch('http://127.0.0.1:9229/json').then(answer => answer.json(), () => undefined);
    }
    const socket = new WebSocket(targets[0].webSocketDebuggerUrl);
    await new Promise(next => socket.addEventListener('open', next));
    const waiting = [];
    socket.addEventListener('message', ({ data }) => waiting.shift()(JSON.parse(data).result));
    const call = (method, params) => new Promise(next => {
      waiting.push(next);
      socket.send(JSON.stringify({ id: waiting.length, method, params }));
    });
    const plain = await call('Runtime.evaluate', { expression: 'Object.prototype' });
    const { objects } = await call('Runtime.queryObjects', { prototypeObjectId: plain.result.objectId });
    const { result } = await call('Runtime.callFunctionOn', {
      objectId: objects.objectId, functionDeclaration: ${JSON.stringify(assign)}, returnByValue: true,
    });
    console.log(result.value);
    process.exit();`;
}
