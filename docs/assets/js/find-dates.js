// The pages that hold a date, in either calendar, and why: each with the line that answers.
import { MOST_DAYS, stretches } from './query-dates.js';

const EPOCH = 2400000;
// Asked for a day or a few: what began then, then what ended, what went on, what went on for weeks. Asked for years: all alike.
function ownOrder({ first, last }, row) {
  if (last - first > FEW) return row.main === 2 || last - first > MONTHS ? 0 : 0.5;
  if (row.last - row.first > WEEKS) return 0.75;
  if (first === undefined) return row.main === 2 ? 0 : 0.5;
  if (row.first === first) return row.main === 2 ? 0 : 0.2;
  return row.last === last ? 0.3 : 0.4;
}
const FEW = 7;
const WEEKS = 26;
const MONTHS = 300;

// `rows` is [[page, first day, days after it, main, anchor, shown], ...], as chronicle/search_fields.py writes them.
// `main` is 2 for the time of an event or the day of a document, 1 for a birth, a founding or an end.
export const dateIndex = (rows) => rows.map(([page, first, more, main, anchor, shown]) => (
  { page, first: first + EPOCH, last: first + EPOCH + more, main, anchor, shown }));

// Map of page to {order, score, style, row}, the best line of each page. `order` below 1: the page's own date; 1: a date it
// tells; 4: a long time that holds it; 2, 3 and 5 the same by the Old Style.
export function findDates(index, reading) {
  const found = new Map();
  const asked = stretches(reading);
  for (const row of index) {
    for (const [number, stretch] of asked.entries()) {
      if (!stretch.on(row.first, row.last)) continue;
      const long = row.last - row.first >= MOST_DAYS && !holds(stretch, row) && reading.unit !== 'year';
      const order = (long ? 4 : row.main ? ownOrder(stretch, row) : 1) + number * (long ? 1 : 2);
      const score = closenessOf(stretch, row);
      const before = found.get(row.page);
      if (!before || order < before.order || (order === before.order && score > before.score)) found.set(row.page, { order, score, style: stretch.style, row });
    }
  }
  return found;
}

const holds = (stretch, row) => stretch.first === undefined || (stretch.first <= row.first && row.last <= stretch.last);

// 3 the very days asked for, 1.5 the same first day, less the longer the line is.
function closenessOf(stretch, row) {
  if (stretch.first === undefined) return row.first === row.last ? 1 : 0;
  if (stretch.last - stretch.first > MONTHS) return 0;
  if (stretch.first === row.first && stretch.last === row.last) return 3;
  return stretch.first === row.first ? 1.5 : 1 / (1 + Math.abs(row.last - row.first - (stretch.last - stretch.first)));
}

// The lines nearest before and after the date asked for: at most `count`, nearest first; of `pages` only, if given.
export function nearestDates(index, reading, pages, count = 3) {
  const [{ first, last }] = stretches(reading);
  if (first === undefined) return [];
  const far = (row) => Math.max(first - row.last, row.first - last);
  const near = index.filter((row) => row.last - row.first < MOST_DAYS && (!pages || pages.has(row.page))).sort((a, b) => far(a) - far(b));
  return [...new Map(near.slice(0, 40).map((row) => [row.page, row])).values()].slice(0, count);
}
