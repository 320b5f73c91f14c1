/**
 * Writes the state after the traffic patches, whether they were accepted or failed. Not in parallel: a gateway that also watches the object
 * with the state may process that change first, and the traffic would wait for the pause that it makes between two changes.
 */
export async function trafficFirst(sent: Promise<unknown>, keep: () => Promise<unknown>): Promise<void> {
  const kept = sent.catch(() => undefined).then(keep);
  await Promise.all([sent, kept]);
}
