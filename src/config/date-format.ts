/** Date formats for tags: a subset of the tokens of moment.js. */

type DatePart =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'field'; readonly field: DateField }
  | { readonly kind: 'unknown'; readonly text: string };

const padded = (value: number, width: number) => String(value).padStart(width, '0');

const named = (at: Date, part: Intl.DateTimeFormatOptions) =>
  new Intl.DateTimeFormat('en', { timeZone: 'UTC', ...part }).format(at);

/** By the time on the clock of the zone, as if that were UTC, and the seconds since 1970. */
const fields = {
  YYYY: (at: Date) => padded(at.getUTCFullYear(), 4),
  YY: (at: Date) => padded(at.getUTCFullYear() % 100, 2),
  Q: (at: Date) => String(Math.ceil((at.getUTCMonth() + 1) / 3)),
  MMMM: (at: Date) => named(at, { month: 'long' }),
  MMM: (at: Date) => named(at, { month: 'short' }),
  MM: (at: Date) => padded(at.getUTCMonth() + 1, 2),
  M: (at: Date) => String(at.getUTCMonth() + 1),
  DDDD: (at: Date) => padded(dayOfYear(at), 3),
  DD: (at: Date) => padded(at.getUTCDate(), 2),
  D: (at: Date) => String(at.getUTCDate()),
  GGGG: (at: Date) => padded(thursdayOf(at).getUTCFullYear(), 4),
  WW: (at: Date) => padded(isoWeek(at), 2),
  W: (at: Date) => String(isoWeek(at)),
  dddd: (at: Date) => named(at, { weekday: 'long' }),
  ddd: (at: Date) => named(at, { weekday: 'short' }),
  d: (at: Date) => String(at.getUTCDay()),
  E: (at: Date) => String(at.getUTCDay() || 7),
  A: (at: Date) => (at.getUTCHours() < 12 ? 'AM' : 'PM'),
  a: (at: Date) => (at.getUTCHours() < 12 ? 'am' : 'pm'),
  HH: (at: Date) => padded(at.getUTCHours(), 2),
  H: (at: Date) => String(at.getUTCHours()),
  hh: (at: Date) => padded(at.getUTCHours() % 12 || 12, 2),
  h: (at: Date) => String(at.getUTCHours() % 12 || 12),
  mm: (at: Date) => padded(at.getUTCMinutes(), 2),
  m: (at: Date) => String(at.getUTCMinutes()),
  ss: (at: Date) => padded(at.getUTCSeconds(), 2),
  s: (at: Date) => String(at.getUTCSeconds()),
  X: (_: Date, seconds: number) => String(Math.floor(seconds)),
} as const;

type DateField = keyof typeof fields;

/** The tokens that a format may contain. */
export const formatParts = Object.keys(fields) as readonly DateField[];

/** Splits a format such as `YYYYMMDD-HHmm` into parts; literal letters are in brackets, as in `[week]`. */
export function parseDateFormat(format: string): DatePart[] {
  return (format.match(/\[[^\]]*\]|([A-Za-z])\1*|[^A-Za-z[]+|\[/g) ?? []).map((text): DatePart => {
    if (text.length > 1 && text.startsWith('[')) return { kind: 'text', text: text.slice(1, -1) };
    if (!/^[A-Za-z]/.test(text)) return { kind: 'text', text };
    const field = formatParts.find(each => each === text);
    return field === undefined ? { kind: 'unknown', text } : { kind: 'field', field };
  });
}

/**
 * Formats a time.
 * @param seconds since 1970.
 * @param zone an IANA time zone name.
 */
export function formatDate(seconds: number, format: string, zone: string): string {
  const at = clockAt(seconds, zone);
  return parseDateFormat(format)
    .map(part => (part.kind === 'field' ? fields[part.field](at, seconds) : part.text))
    .join('');
}

function clockAt(seconds: number, zone: string): Date {
  const numbers = { year: 'numeric', month: '2-digit', day: '2-digit' } as const;
  const times = { hour: '2-digit', minute: '2-digit', second: '2-digit', hourCycle: 'h23' } as const;
  const parts = new Intl.DateTimeFormat('en', {
    timeZone: zone,
    calendar: 'gregory',
    ...numbers,
    ...times,
  }).formatToParts(new Date(seconds * 1000));
  const of = (type: string) => Number(parts.find(part => part.type === type)?.value ?? 0);
  return new Date(Date.UTC(of('year'), of('month') - 1, of('day'), of('hour'), of('minute'), of('second')));
}

const dayOfYear = (at: Date) => Math.floor((at.getTime() - Date.UTC(at.getUTCFullYear(), 0, 0)) / 86_400_000);

/** Returns the Thursday of the week, to whose year the week belongs by ISO 8601. */
const thursdayOf = (at: Date) => new Date(at.getTime() + (4 - (at.getUTCDay() || 7)) * 86_400_000);

const isoWeek = (at: Date) => Math.ceil(dayOfYear(thursdayOf(at)) / 7);
