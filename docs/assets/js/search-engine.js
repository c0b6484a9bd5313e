// From typed text to ordered results: Pagefind underneath, dates and names understood on top of it.
import { closeness, fold, suggestions } from './query-names.js';
import { filterValues, iso, readDate, toGregorian, toJulian } from './query-dates.js';

export { iso, toGregorian, toJulian };
const RANKING = {
  pageLength: 0.1, termFrequency: 0.2, termSimilarity: 2, diacriticSimilarity: 0.3,
  metaWeights: { title: 10, aliases: 8, variants: 6, kind: 1, date: 0, rank: 0 },
};
export const FACETS = ['kind', 'year', 'place', 'person'];
const LOOKED_INTO = { box: 8, page: 12 };

// `base` is the address of the site's root; returns {search(typed, options)}.
export function engine(base, lang) {
  let ready;
  let names;
  const folder = new URL('pagefind/', base);
  const json = async (name) => (await fetch(new URL(name, folder))).json();

  async function load() {
    const [pagefind, parts] = await Promise.all([import(new URL('pagefind.js', folder).href), json('parts.json')]);
    const settings = { baseUrl: new URL(base).pathname, ranking: RANKING, excerptLength: 28 };
    await pagefind.options({ ...settings, mergeFilter: { part: '0' }, noWorker: true });
    await pagefind.init();
    for (let part = 1; part < (parts[lang] ?? 1); part += 1) {
      await pagefind.mergeIndex(new URL(`${part}/`, folder).pathname, { ...settings, mergeFilter: { part: `${part}` }, language: lang });
    }
    return { pagefind, count: parts[lang] ?? 1 };
  }

  // Loads the search's pieces once; a failure (no network) can be tried again.
  const start = () => (ready ??= load().catch((error) => { ready = undefined; throw error; }));

  async function search(typed, { filters = {}, asWords = false, facets = false } = {}) {
    const { pagefind, count } = await start();
    const reading = asWords ? null : readDate(typed);
    const text = reading ? reading.rest : typed.trim();
    if (facets) await pagefind.preload(null, { filters: { any: FACETS.map((facet) => ({ [facet]: '-' })) } });
    const chosen = (without) => Object.entries(filters).filter(([key]) => key !== without).map(([key, value]) => ({ [key]: value }));
    // Without words the order is that of rank, which only holds within a part; the parts themselves are in that order.
    const ask = async (asked, wanted) => {
      const all = [...chosen(), ...wanted];
      if (asked) return pagefind.search(asked, { filters: { all } });
      const answer = await pagefind.search(null, { filters: { all }, sort: { rank: 'desc' } });
      if (count === 1) return answer;
      const parts = [...Array(count).keys()].map((part) => pagefind.search(null, { filters: { all: [...all, { part: `${part}` }] }, sort: { rank: 'desc' } }));
      return { ...answer, results: (await Promise.all(parts)).flatMap(({ results }) => results) };
    };
    if (!text && !reading && !Object.keys(filters).length) return { reading, items: [], total: 0, counts: {} };
    let found = await collect(ask, text, reading);
    let corrected = null;
    if (!found.results.length && fold(text) !== text) found = await collect(ask, fold(text), reading);
    if (!found.results.length && text && !(await pagefind.search(text)).results.length) {
      names ??= await json(`names.${lang}.json`).catch(() => []);
      corrected = { words: text, choices: suggestions(text, names) };
      if (corrected.choices.length) found = await collect(ask, corrected.choices[0], reading);
    }
    const asked = corrected?.choices[0] ?? text;
    const items = asked ? await byCloseness(found, asked, LOOKED_INTO[facets ? 'page' : 'box']) : found.results;
    // What the other choices of a filter would give: counted as if it were not set.
    const counts = { ...found.counts };
    for (const key of facets ? Object.keys(filters) : []) {
      const open = await pagefind.search(asked || null, { filters: { all: [...chosen(key), ...found.wanted] } });
      counts[key] = open.filters[key];
    }
    return { reading, corrected, items, total: items.length, counts };
  }
  return { start, search };
}

const anyOf = (values, name) => Object.entries(values).map(([key, list]) => ({ any: list.map((value) => ({ [name(key)]: value })) }));
const styles = ({ style, unit }) => (unit === 'year' ? ['ns'] : style ? [style] : ['ns', 'os']);

// All pages of the date in either calendar asked for; the page's own date first, New Style before Old.
async function collect(ask, text, reading) {
  if (!reading) {
    const answer = await ask(text, []);
    return { results: answer.results, counts: answer.filters, wanted: [] };
  }
  const asked = styles(reading).map((style) => [style, filterValues(reading, style)]);
  const wanted = [{ any: asked.flatMap(([, values]) => anyOf(values, (key) => key)) }];
  const all = await ask(text, wanted);
  const first = new Map(all.results.map(({ id }) => [id, { order: 9 }]));
  for (const [number, [style, values]] of asked.entries()) {
    const mark = (order, results) => results.forEach(({ id }) => {
      const seen = first.get(id);
      if (seen && order < seen.order) first.set(id, { order, style });
    });
    mark(2 * number + 1, (await ask(text, anyOf(values, (key) => key))).results);
    const own = Object.fromEntries(Object.entries(values).map(([, list]) => ['main', list.map((value) => (style === 'os' ? `os:${value}` : value))]));
    mark(2 * number, (await ask(text, anyOf(own, (key) => key))).results);
  }
  const results = all.results.map((result) => ({ ...result, data: () => result.data(), ...first.get(result.id) }));
  return { results: results.sort((a, b) => a.order - b.order), counts: all.filters, wanted };
}

// Results whose names matched are looked into, and those named as typed come first; more references break a tie.
async function byCloseness({ results }, text, most) {
  const named = (result) => (result.matchedMetaFields ?? []).some((field) => ['title', 'aliases', 'variants'].includes(field));
  const level = (result) => (result.order ?? 0) + (named(result) ? 0 : 10);
  const ordered = [...results].sort((a, b) => level(a) - level(b));
  const head = await Promise.all(ordered.slice(0, most).map(async (result, place) => {
    const data = await result.data();
    const { title = '', aliases = '', variants = '', rank = '0' } = data.meta;
    const close = closeness(text, [title, ...aliases.split(' · ')], variants);
    return { result: { ...result, data: async () => data }, close, own: result.order ?? 0, rank: +rank, place };
  }));
  const exact = (entry) => (entry.close >= 3 ? 0 : 1);
  head.sort((a, b) => (a.own - b.own) || (exact(a) - exact(b)) || (b.close - a.close) || (b.close ? b.rank - a.rank : 0) || (a.place - b.place));
  return [...head.map(({ result }) => result), ...ordered.slice(most)];
}
