/** Date formats for tags: a subset of the tokens of moment.js. */

type DatePart =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'field'; readonly field: DateField }
  | { readonly kind: 'unknown'; readonly text: string };

interface Clock {
  readonly year: number;
  readonly month: number;
  readonly day: number;
  readonly hour: number;
  readonly minute: number;
  readonly second: number;
  /** Seconds since 1970. */
  readonly epoch: number;
}

const padded = (value: number, width: number) => String(value).padStart(width, '0');

const months = 'January February March April May June July August September October November December'.split(
  ' ',
);
const weekdays = 'Sunday Monday Tuesday Wednesday Thursday Friday Saturday'.split(' ');
const monthName = ({ month }: Clock) => months[month - 1] ?? '';
const weekdayName = (clock: Clock) => weekdays[weekday(clock)] ?? '';

const fields = {
  YYYY: ({ year }: Clock) => padded(year, 4),
  YY: ({ year }: Clock) => padded(year % 100, 2),
  Q: ({ month }: Clock) => String(Math.ceil(month / 3)),
  MMMM: monthName,
  MMM: (clock: Clock) => monthName(clock).slice(0, 3),
  MM: ({ month }: Clock) => padded(month, 2),
  M: ({ month }: Clock) => String(month),
  DDDD: (clock: Clock) => padded(dayOfYear(clock), 3),
  DD: ({ day }: Clock) => padded(day, 2),
  D: ({ day }: Clock) => String(day),
  GGGG: (clock: Clock) => padded(isoWeek(clock).year, 4),
  WW: (clock: Clock) => padded(isoWeek(clock).week, 2),
  W: (clock: Clock) => String(isoWeek(clock).week),
  dddd: weekdayName,
  ddd: (clock: Clock) => weekdayName(clock).slice(0, 3),
  d: (clock: Clock) => String(weekday(clock)),
  E: (clock: Clock) => String(weekday(clock) || 7),
  A: ({ hour }: Clock) => (hour < 12 ? 'AM' : 'PM'),
  a: ({ hour }: Clock) => (hour < 12 ? 'am' : 'pm'),
  HH: ({ hour }: Clock) => padded(hour, 2),
  H: ({ hour }: Clock) => String(hour),
  hh: ({ hour }: Clock) => padded(hour % 12 || 12, 2),
  h: ({ hour }: Clock) => String(hour % 12 || 12),
  mm: ({ minute }: Clock) => padded(minute, 2),
  m: ({ minute }: Clock) => String(minute),
  ss: ({ second }: Clock) => padded(second, 2),
  s: ({ second }: Clock) => String(second),
  X: ({ epoch }: Clock) => String(epoch),
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
  const clock = clockAt(seconds, zone);
  return parseDateFormat(format)
    .map(part => (part.kind === 'field' ? fields[part.field](clock) : part.text))
    .join('');
}

function clockAt(seconds: number, zone: string): Clock {
  const numbers = { year: 'numeric', month: '2-digit', day: '2-digit' } as const;
  const times = { hour: '2-digit', minute: '2-digit', second: '2-digit', hourCycle: 'h23' } as const;
  const parts = new Intl.DateTimeFormat('en', {
    timeZone: zone,
    calendar: 'gregory',
    ...numbers,
    ...times,
  }).formatToParts(new Date(seconds * 1000));
  const of = (type: string) => Number(parts.find(part => part.type === type)?.value ?? 0);
  return {
    year: of('year'),
    month: of('month'),
    day: of('day'),
    hour: of('hour'),
    minute: of('minute'),
    second: of('second'),
    epoch: Math.floor(seconds),
  };
}

function dayOfYear({ year, month, day }: Clock): number {
  return (Date.UTC(year, month - 1, day) - Date.UTC(year, 0, 0)) / 86_400_000;
}

/** From 0, Sunday. */
function weekday({ year, month, day }: Pick<Clock, 'year' | 'month' | 'day'>): number {
  return new Date(Date.UTC(year, month - 1, day)).getUTCDay();
}

/** The week of ISO 8601, which belongs to the year of its Thursday. */
function isoWeek(clock: Clock): { year: number; week: number } {
  const thursday = new Date(Date.UTC(clock.year, clock.month - 1, clock.day + 4 - (weekday(clock) || 7)));
  const year = thursday.getUTCFullYear();
  return { year, week: Math.ceil(((thursday.getTime() - Date.UTC(year, 0, 1)) / 86_400_000 + 1) / 7) };
}
