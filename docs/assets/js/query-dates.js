// Typed text -> the date it holds. A pure function: no page, no clock.
import { plain } from './query-names.js';

// English, Portuguese, Russian, Azerbaijani, Turkish, French and German names, folded, in the cases in which dates have them.
const MONTHS = [
  'january?|janeiro|jan|yanvar@|ocak|janvier|januar|январ[ьяе]', 'february|fevereiro|feb|fev|fevral@|subat|fevrier|februar|феврал[ьяе]',
  'march|marco|mar|mart@|mars|marz|март[ае]?', 'april|abril|apr|abr|aprel@|nisan|avril|апрел[ьяе]', 'may@|maio|mai|mayis|ма[ияе]',
  'june|junho|jun|iyun@|haziran|juin|juni|июн[ьяе]', 'july|julho|jul|iyul@|temmuz|juillet|juli|июл[ьяе]',
  'august|agosto|aug|ago|avqust@|agustos|aout|август[ае]?', 'september|setembro|sept|sep|set|sentyabr@|eylul|septembre|сентябр[ьяе]',
  'october|outubro|oct|out|oktyabr@|ekim|octobre|oktober|октябр[ьяе]', 'november|novembro|nov|noyabr@|kasim|novembre|ноябр[ьяе]',
  'december|dezembro|dec|dez|dekabr@|aralik|decembre|dezember|декабр[ьяе]',
].map((names) => new RegExp(`^(?:${names.replaceAll('@', '(?:[iu]n|[dt]a|[dt]e|[iu])?')})$`, 'u'));
const NAME = MONTHS.map((month) => month.source.slice(4, -2)).join('|');
const ANY = `(?<!\\p{L})(?:${NAME})(?!\\p{L})\\.?`;
const M = ANY.replace('(?:', '(');
const D = '(\\d{1,2})(?:st|nd|rd|th|er|o|a|-?го|-?е|-[sn]?[iu])?(?![\\d\\p{L}])';
const YEAR = '(1[4-9]\\d\\d|20\\d\\d)(?!\\d)';
// 1920 г., 1920 года, 1918-ci il, 1918-ci ilin
const Y = `${YEAR}(?:\\s*(?:г\\.|(?:г|года|году|год)(?!\\p{L}))|[-\\s]?(?:[cnju][iu]\\s+)il(?:in|de|i)?(?!\\p{L})|\\s+ilin(?!\\p{L}))?`;
const OF = '(?:\\s*,\\s*|\\s+)(?:de\\s+|do\\s+ano\\s+(?:de\\s+)?|of\\s+)?';
const ON = '(?:\\s+|\\s*,\\s*|\\.\\s*)(?:de\\s+|of\\s+|ayinin\\s+)?';

// Each reads [year, month, day] at a place of the text; the first that fits wins.
const ATOMS = [
  [`${YEAR}[-./](\\d{1,2})(?:[-./](\\d{1,2}))?(?![\\d])`, (y, m, d) => [y, m, d]],
  ['(\\d{1,2})[./-](\\d{1,2})[./-](\\d{4}|\\d\\d)(?!\\d)', (d, m, y) => dayMonth(d, m, y.length === 2 ? `19${y}` : y)],
  [`(\\d{1,2})[./](1[4-9]\\d\\d|20\\d\\d)(?![\\d./])`, (m, y) => [y, m]],
  [`(\\d{1,2})[./](\\d{1,2})(?![\\d./]|${OF}${ANY})`, (d, m) => dayMonth(d, m)],
  [`${Y}${OF}${M}(?:${ON}${D})?`, (y, m, d) => [y, monthOf(m), d]],
  [`${Y}${OF}${D}${ON}${M}`, (y, d, m) => [y, monthOf(m), d]],
  [`${D}(?:${ON}${M}(?:${OF}${Y})?)?`, (d, m, y) => [y, m && monthOf(m), d]],
  [`${M}(?:${ON}(?:the\\s+)?${D}(?!${ON}${ANY}))?(?:${OF}${Y})?`, (m, d, y) => [y, monthOf(m), d]],
  [Y, (y) => [y]],
].map(([source, read]) => [new RegExp(source, 'uy'), read]);

const YEAR_AFTER = new RegExp(OF + Y, 'uy');
const JOIN = /\s*(?:\.\.|[-–—/])\s*|\s+(?:to|until|till|through|and|a|ate|e|до|по)\s+(?:o\s+)?(?:dia\s+)?/uy;
const BEFORE = /(?:(?:^|\s)(?:from|between|de|desde|\p{L}+-feira,?|sabado,?|domingo,?|(?:mon|tues|wednes|thurs|fri|satur|sun)day,?|в?\s?(?:понедельник|вторник|среду?|четверг|пятницу?|субботу?|воскресенье),?|entre|since|on|in|em|no|na|nos|dia|the|of|с|от|в|во)\s*)+$/u;
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

// Seasons of the north: months of the year named; a winter is that which ends in it, or runs from the first of two years.
const SEASONS = [
  ['spring|primavera|весн[аыуе]|веснои|yaz@|ilkbahar|printemps|fruhling|fruhjahr', 3, 5],
  ['summer|verao|лет[оаеу]|летом|yay@|ete|sommer', 6, 8],
  ['autumn|fall|outono|осен[ьи]|осенью|payiz@|sonbahar|automne|herbst', 9, 11],
  ['winter|inverno|зим[аыуе]|зимои|qis@|kis|hiver', 12, 2],
].map(([names, first, last]) => [`(?<!\\p{L})(?:${names.replace('@', '(?:in|inda|i)?')})(?!\\p{L})`, first, last]);
const season = (first, last) => (y, to) => (first > last
  ? [{ y: to ? +y : y - 1, m: first }, { y: to ? nextYear(y, to) : +y, m: last }] : [{ y: +y, m: first }, { y: +y, m: last }]);
const nextYear = (y, to) => (to.length === 2 ? Math.floor(y / 100) * 100 + +to : +to);
// The parts of a year that texts speak of: its first months, its middle, its last months.
const PARTS = [
  ['early|beginning of|start of|(?:no )?inicio de|(?:no )?comeco de|(?:в )?начале?', 1, 4], ['mid|middle of|(?:em )?meados de|(?:в )?середин[аеу]', 5, 8],
  ['late|end of|(?:no )?(?:fim|final) de|(?:в )?конц[еу]|конец', 9, 12],
].map(([names, first, last]) => [`(?<!\\p{L})(?:${names})[-\\s]+(?:the\\s+)?${Y}`, (y) => [{ y: +y, m: first }, { y: +y, m: last }]]);
const decade = (y) => [{ y: +y }, { y: +y + 9 }];
const SPANS = [
  ...PARTS,
  ...SEASONS.flatMap(([names, first, last]) => [
    [`${names}${OF}${YEAR}\\s*[-–/]\\s*(\\d{4}|\\d\\d)(?!\\d)`, season(first, last)],
    [`${names}${OF}${Y}`, season(first, last)], [`${Y}${OF}${names}`, season(first, last)],
  ]),
  ['(1[4-9]\\d0|20\\d0)\\s?[\'’]?s(?!\\p{L})', decade], ['(?:decada|anos)\\s+(?:de\\s+)?(1[4-9]\\d0|20\\d0)(?!\\d)', decade],
  ['(1[4-9]\\d0|20\\d0)-?(?:е|х|ые|ых)(?:\\s+год(?:ы|ов|ах))?(?!\\p{L})', decade], ['(1[4-9]\\d0|20\\d0)-?[cu][iu]\\s+iller(?:in|de)?(?!\\p{L})', decade],
  ['(?:decada|anos)\\s+(?:de\\s+)?([1-9]0)(?!\\d)', (y) => decade(1900 + +y)],
].map(([source, read]) => [new RegExp(source, 'uy'), read]);

function spanAt(text, place) {
  for (const [pattern, read] of SPANS) {
    pattern.lastIndex = place;
    const match = pattern.exec(text);
    if (!match) continue;
    const [from, to] = read(...match.slice(1).filter(Boolean));
    return { from, to, end: pattern.lastIndex };
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
    const span = spanAt(text, place);
    if (span) return { ...span, start: place };
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
  text = text.replace(/(?<!\p{L})(primeiro|first)(?=\s+(?:de|of)\s)/gu, (word) => '1'.padEnd(word.length));
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

// The stretches of days that a reading asks for, as Julian day numbers: [{style, first, last, on}]. Without a year `first`
// and `last` are missing and `on(first, last)` tells whether such a day lies between two days.
export function stretches({ from, to, unit, style }) {
  const one = unit === 'year' || (unit === 'range' && !from.m) ? ['ns'] : style ? [style] : ['ns', 'os'];
  return one.map((calendar) => {
    const julian = calendar === 'os';
    const between = (y) => [dayNumber({ y, m: from.m ?? 1, d: from.d ?? 1 }, julian), lastDay({ ...to, y: to.y ?? y }, julian)];
    if (from.y) {
      const [first, last] = between(from.y);
      return { style: calendar, first, last, on: (a, b) => a <= last && b >= first };
    }
    const on = (a, b) => b - a < MOST_DAYS && steps(fromDayNumber(a).y - 1, fromDayNumber(b).y).some((y) => {
      const [first, last] = between(y);
      return exists({ ...from, y }, julian) && a <= last && b >= first;
    });
    return { style: calendar, on };
  });
}

// A span of more days is no answer to a question for a day or a month of its own.
export const MOST_DAYS = 62;

function lastDay({ y, m, d }, julian) {
  if (d) return dayNumber({ y, m, d }, julian);
  return dayNumber(m && m < 12 ? { y, m: m + 1, d: 1 } : { y: y + 1, m: 1, d: 1 }, julian) - 1;
}

const steps = (a, b) => Array.from({ length: b - a + 1 }, (_, n) => a + n);
