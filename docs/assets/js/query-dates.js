// Typed text -> the date it holds. A pure function: no page, no clock.
import { plain } from './query-names.js';

const MONTHS = [
  'january|janeiro|january?|jan|yanvar|январ[ья]', 'february|fevereiro|feb|fev|fevral|феврал[ья]',
  'march|marco|mar|mart(?:in|da|i)?|марта?', 'april|abril|apr|abr|aprel|апрел[ья]', 'may|maio|mai|ма[ия]',
  'june|junho|jun|iyun|июн[ья]', 'july|julho|jul|iyul|июл[ья]', 'august|agosto|aug|ago|avqust|августа?',
  'september|setembro|sept|sep|set|sentyabr|сентябр[ья]', 'october|outubro|oct|out|oktyabr|октябр[ья]',
  'november|novembro|nov|noyabr|ноябр[ья]', 'december|dezembro|dec|dez|dekabr|декабр[ья]',
].map((names) => new RegExp(`^(?:${names})$`, 'u'));
const NAME = MONTHS.map((month) => month.source.slice(4, -2)).join('|');
const ANY = `(?<!\\p{L})(?:${NAME})(?!\\p{L})\\.?`;
const M = ANY.replace('(?:', '(');
const D = '(\\d{1,2})(?:st|nd|rd|th|o|a|-?го|-?е)?(?![\\d\\p{L}])';
const Y = '(1[4-9]\\d\\d|20\\d\\d)(?!\\d)';
const OF = '(?:\\s*,\\s*|\\s+)(?:de\\s+|do\\s+ano\\s+(?:de\\s+)?|of\\s+)?';
const ON = '(?:\\s+|\\s*,\\s*|\\.\\s*)(?:de\\s+|of\\s+)?';

// Each reads [year, month, day] at a place of the text; the first that fits wins.
const ATOMS = [
  [`${Y}[-./](\\d{1,2})(?:[-./](\\d{1,2}))?(?![\\d])`, (y, m, d) => [y, m, d]],
  ['(\\d{1,2})[./-](\\d{1,2})[./-](\\d{4}|\\d\\d)(?!\\d)', (d, m, y) => dayMonth(d, m, y.length === 2 ? `19${y}` : y)],
  [`(\\d{1,2})[./](\\d{1,2})(?![\\d./]|${OF}${ANY})`, (d, m) => dayMonth(d, m)],
  [`${Y}${OF}${M}(?:${ON}${D})?`, (y, m, d) => [y, monthOf(m), d]],
  [`${D}(?:${ON}${M}(?:${OF}${Y})?)?`, (d, m, y) => [y, m && monthOf(m), d]],
  [`${M}(?:${ON}(?:the\\s+)?${D}(?!${ON}${ANY}))?(?:${OF}${Y})?`, (m, d, y) => [y, monthOf(m), d]],
  [Y, (y) => [y]],
].map(([source, read]) => [new RegExp(source, 'uy'), read]);

const YEAR_AFTER = new RegExp(OF + Y, 'uy');
const JOIN = /\s*(?:\.\.|[-–—/])\s*|\s+(?:to|until|till|through|and|a|ate|e|до|по)\s+(?:o\s+)?(?:dia\s+)?/uy;
const BEFORE = /(?:(?:^|\s)(?:from|between|de|desde|entre|since|on|in|em|no|dia|the|of|с|от)\s*)+$/u;
const OLD = /\(?(?<!\p{L})(?:o\.\s?s\.?|e\.\s?a\.?|old style|(?:estilo|calendario) (?:antigo|juliano)|velho estilo|julian(?: calendar)?|ст\.\s?ст\.?|(?:по )?старому стилю|старыи стиль)(?!\p{L})\)?/u;
const NEW = /\(?(?<!\p{L})(?:n\.\s?s\.?|e\.\s?n\.?|new style|(?:estilo|calendario) (?:novo|gregoriano)|novo estilo|gregorian(?: calendar)?|н\.\s?ст\.?|(?:по )?новому стилю|новыи стиль)(?!\p{L})\)?/u;

const monthOf = (name) => 1 + MONTHS.findIndex((month) => month.test(name));
const dayMonth = (d, m, y) => (+m > 12 && +d <= 12 ? [y, d, m] : [y, m, d]);
const two = (number) => String(number).padStart(2, '0');
export const iso = ({ y, m, d }) => [y && String(y), m && two(m), d && two(d)].filter(Boolean).join('-');

// Julian day numbers (Richards, Explanatory Supplement to the Astronomical Almanac, 2013, 15.11).
function dayNumber({ y, m, d }, julian) {
  const a = Math.floor((14 - m) / 12);
  const [year, month] = [y + 4800 - a, m + 12 * a - 3];
  const days = d + Math.floor((153 * month + 2) / 5) + 365 * year + Math.floor(year / 4);
  return julian ? days - 32083 : days - Math.floor(year / 100) + Math.floor(year / 400) - 32045;
}

function fromDayNumber(number, julian) {
  const f = number + 1401 + (julian ? 0 : Math.floor((Math.floor((4 * number + 274277) / 146097) * 3) / 4) - 38);
  const e = 4 * f + 3;
  const h = 5 * Math.floor((((e % 1461) + 1461) % 1461) / 4) + 2;
  const m = ((Math.floor(h / 153) + 2) % 12) + 1;
  return { y: Math.floor(e / 1461) - 4716 + Math.floor((14 - m) / 12), m, d: Math.floor((h % 153) / 5) + 1 };
}

export const toGregorian = (date) => fromDayNumber(dayNumber(date, true), false);
export const toJulian = (date) => fromDayNumber(dayNumber(date, false), true);

function exists({ y, m, d }, julian) {
  if (m !== undefined && (m < 1 || m > 12)) return false;
  if (d === undefined || m === undefined) return d === undefined || (d >= 1 && d <= 31);
  const back = fromDayNumber(dayNumber({ y: y ?? 1904, m, d }, julian), julian);
  return back.m === m && back.d === d;
}

function atomAt(text, place) {
  for (const [pattern, read] of ATOMS) {
    pattern.lastIndex = place;
    const match = pattern.exec(text);
    if (!match) continue;
    const [y, m, d] = read(...match.slice(1)).map((part) => (part === undefined ? undefined : +part));
    if (exists({ y, m, d }, true)) return { y, m, d, end: pattern.lastIndex };
  }
  return null;
}

const isDate = ({ y, m, d }) => Boolean(y || (m && d));
const filled = (a, b) => ({ y: a.y ?? b.y, m: a.m ?? (a.d ? b.m : undefined), d: a.d });
const order = (date) => (date.y ?? 0) * 10000 + (date.m ?? 0) * 100 + (date.d ?? 0);

function pairAt(text, first) {
  JOIN.lastIndex = first.end;
  const join = JOIN.exec(text);
  const last = join && atomAt(text, JOIN.lastIndex);
  if (!last) return null;
  const slash = join[0].includes('/');
  const whole = monthFirst(first, slash || /[-–—.]/.test(join[0]) ? shortYear(first, last, text) : last, text);
  if (!isDate(whole) || Boolean(whole.d) !== Boolean(first.d) || Boolean(first.m ?? whole.d) !== Boolean(whole.m)) return null;
  const from = filled(first, whole);
  return (slash && bothStyles(from, whole)) || (order(from) < order(whole) ? { from, to: whole, end: whole.end } : null);
}

// 1918-20 is 1918-1920.
function shortYear(first, last, text) {
  const short = first.y && !first.m && last.d && !last.m && /^\d\d$/.test(text.slice(last.end - 2, last.end));
  return short ? { y: Math.floor(first.y / 100) * 100 + last.d, end: last.end } : last;
}

// March 22-26, 1920: the second day takes its month from the first, and the year may follow.
function monthFirst(first, last, text) {
  if (!first.m || !first.d || first.y || !last.d || last.m) return last;
  YEAR_AFTER.lastIndex = last.end;
  const year = YEAR_AFTER.exec(text);
  return { y: year ? +year[1] : undefined, m: first.m, d: last.d, end: year ? YEAR_AFTER.lastIndex : last.end };
}

// 9/22 March 1920, 22 (9) March, 27 February/11 March: one day in both calendars.
function bothStyles(a, b) {
  const [x, z] = [a, b].map((date) => ({ ...date, y: date.y ?? 1919 }));
  if (!x.d || !z.d) return null;
  const same = (old, now) => iso(toGregorian(old)) === iso(now);
  for (const [old, now] of [[x, z], [z, x], [{ ...x, m: x.m - 1 || 12 }, z]]) {
    if (same(old, now)) return { from: { y: b.y, m: now.m, d: now.d }, dual: true, end: b.end };
  }
  return null;
}

function find(text) {
  for (let place = 0; place < text.length; place += 1) {
    if (place && /[\p{L}\p{N}]/u.test(text[place - 1])) continue;
    const first = atomAt(text, place);
    const found = first && (pairAt(text, first) ?? (isDate(first) ? { from: first, end: first.end } : null));
    if (found) return { ...found, start: place };
  }
  return null;
}

// The folded text with, for each sign, its place in the typed text.
function folded(typed) {
  const signs = [...typed.normalize('NFC')];
  const pieces = signs.map((sign) => plain(sign));
  const places = pieces.flatMap((piece, place) => Array(piece.length).fill(place));
  return { signs, places, text: pieces.join('') };
}

const blank = (text, match, put = ' ') => text.slice(0, match.index) + put.repeat(match[0].length) + text.slice(match.index + match[0].length);

// Returns null, or {from, to, unit, style, dual, rest}: `unit` day, month, year, monthday or range; `style` os, ns or
// null when the text does not say; `from` and `to` {y, m, d} as typed; `rest` the words that are no date.
export function readDate(typed) {
  const { signs, places, text: whole } = folded(typed);
  let text = whole.replace(/(\d{1,2})\s?\((\d{1,2})\)/gu, (all, a, b) => `${a}/${b}`.padEnd(all.length));
  text = text.replace(/\bos\b/g, (all, at) => (typed.slice(at, at + 2) === 'OS' && /\d\s*$/.test(text.slice(0, at)) ? 'o.' : all));
  if (text.includes('/') && text !== whole) text = tightened(text);
  const aside = /\([^()]*\d[^()]*\)/u.exec(text);
  if (aside && OLD.test(aside[0]) && find(blank(text, aside))) text = blank(text, aside);
  const old = OLD.exec(text) ?? /(?<=\d\s*)o\.(?!\p{L})/u.exec(text);
  const now = old ? null : NEW.exec(text);
  if (old ?? now) text = blank(text, old ?? now);
  const found = find(text);
  if (!found) return null;
  const start = found.start - (BEFORE.exec(text.slice(0, found.start))?.[0].length ?? 0);
  const { y, m, d } = found.from;
  const inNew = [found.from, found.to ?? found.from].every((date) => exists(date, false));
  const style = found.dual || now ? 'ns' : old || !inNew ? 'os' : null;
  if (style === 'ns' && !inNew) return null;
  return {
    from: { y, m, d }, to: found.to ? { y: found.to.y, m: found.to.m, d: found.to.d } : { y, m, d },
    unit: found.to ? 'range' : !m ? 'year' : !d ? 'month' : y ? 'day' : 'monthday',
    style, dual: Boolean(found.dual), rest: words(whole, text, places, signs, start, found.end),
  };
}

// "9/22   March": the blanks that replaced brackets go, so places stay but the pattern fits.
const tightened = (text) => text.replace(/(\d{1,2}\/\d{1,2})(\s+)/u, '$1$2');

function words(whole, text, places, signs, start, end) {
  const kept = signs.map((sign, place) => {
    const at = places.indexOf(place);
    return at < 0 || (at >= start && at < end) || text[at] !== whole[at] ? ' ' : sign;
  });
  return kept.join('').replace(/\s+/g, ' ').replace(/^[\s,;.()–—-]+|[\s,;.()–—-]+$/g, '');
}

// The values of the search filters that a reading asks for, in one calendar ('ns' or 'os').
export function filterValues({ from, to, unit }, style) {
  const key = (name) => (style === 'os' ? `os_${name}` : name);
  if (unit !== 'range') {
    const name = unit === 'year' ? 'year' : key(unit);
    return { [name]: [unit === 'monthday' ? iso({ m: from.m, d: from.d }) : iso(from)] };
  }
  if (!from.m) return { year: steps(from.y, to.y).map(String) };
  if (!from.d) return { [key('month')]: months(from, to) };
  if (!from.y) return { [key('monthday')]: days({ ...from, y: 1920 }, { ...to, y: 1920 }, style).map((day) => day.slice(5)) };
  const all = days(from, to, style);
  return all.length <= 92 ? { [key('day')]: all } : { [key('month')]: months(from, to) };
}

const steps = (a, b) => Array.from({ length: Math.min(b - a + 1, 1200) }, (_, n) => a + n);
const months = (a, b) => steps((a.y ?? 0) * 12 + a.m - 1, (b.y ?? 0) * 12 + b.m - 1)
  .map((n) => `${Math.floor(n / 12)}-${two((n % 12) + 1)}`);
const days = (a, b, style) => steps(dayNumber(a, style === 'os'), dayNumber(b, style === 'os'))
  .map((n) => iso(fromDayNumber(n, style === 'os')));
