/** An answer of the API server that is not a success; carries its status code, reason and message. */
export class ClusterError extends Error {
  readonly status: number;
  readonly reason: string;

  constructor(request: string, status: number, body: string) {
    const { reason, message } = parseStatus(body);
    super(`${request} was answered ${status}${reason === '' ? '' : ` ${reason}`}: ${message}`);
    this.name = 'ClusterError';
    this.status = status;
    this.reason = reason;
  }

  /** Another writer was first: a stale resourceVersion, an existing name, or a failed `test` of a JSON patch. */
  get isConflict(): boolean {
    return this.status === 409 || (this.status === 422 && this.reason === 'Invalid');
  }
}

function parseStatus(body: string): { reason: string; message: string } {
  try {
    const status = JSON.parse(body) as { reason?: string; message?: string };
    return { reason: status.reason ?? '', message: status.message ?? '' };
  } catch {
    return { reason: '', message: body.trim().slice(0, 300) };
  }
}
