import type { Shop } from '../e2e/harness.ts';

/** What goes wrong in a pod from now on; names as the shop's settings have them. */
export interface Spoil {
  errorRate?: number;
  latencyMs?: number;
}

/**
 * Makes a running pod bad, it alone: every pod of a release has the same environment, so the settings are changed in its
 * memory, through Node's inspector, which SIGUSR1 opens inside the pod.
 */
export async function spoil(shop: Shop, pod: string, change: Spoil): Promise<void> {
  const said = await shop.kubectl(['exec', pod, '--', '/usr/local/bin/node', '-e', script(change)]);
  if (said.trim() !== '1') throw new Error(`pod ${pod} was not spoilt: ${said}`);
}

/** Prints in how many objects the settings were found. */
function script(change: Spoil): string {
  const expression = `(() => {
    const found = queryObjects(Object).filter(each => Object.hasOwn(each, 'errorRate') && Object.hasOwn(each, 'memoryHog'));
    for (const each of found) Object.assign(each, ${JSON.stringify(change)});
    return found.length;
  })()`;
  const params = { expression, includeCommandLineAPI: true, returnByValue: true };
  return `
    process.kill(1, 'SIGUSR1');
    const [target] = await (async () => {
      for (let i = 0; i < 50; i += 1) {
        await new Promise(next => setTimeout(next, 100));
        const targets = await fetch('http://127.0.0.1:9229/json').then(answer => answer.json(), () => undefined);
        if (targets !== undefined) return targets;
      }
      throw new Error('the inspector did not open');
    })();
    const socket = new WebSocket(target.webSocketDebuggerUrl);
    socket.onopen = () => socket.send(${JSON.stringify(JSON.stringify({ id: 1, method: 'Runtime.evaluate', params }))});
    socket.onmessage = ({ data }) => {
      const { result, exceptionDetails } = JSON.parse(data).result;
      console.log(exceptionDetails?.exception?.description ?? result.value);
      process.exit();
    };`;
}
