/**
 * What moves traffic is accepted before the state says so, and the state is written even if that failed. Side by side, a gateway that
 * watches ConfigMaps too may see the state first, and spend on it the pause that it makes between two changes.
 */
export async function trafficFirst(sent: Promise<unknown>, keep: () => Promise<unknown>): Promise<void> {
  const kept = sent.catch(() => undefined).then(keep);
  await Promise.all([sent, kept]);
}
