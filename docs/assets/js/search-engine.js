// From typed text to ordered results. Names and dates are answered from lists of our own, at once; the words of the pages
// by Pagefind, which is fetched afterwards, unless nothing else answers.
import { dateIndex, findDates, nearestDates } from './find-dates.js';
import { findNames, nameIndex, namedSo, nearestNames } from './find-names.js';
import { fold, isTitle, words as foldedWords } from './query-names.js';
import { iso, readDate, toGregorian, toJulian } from './query-dates.js';

export { iso, toGregorian, toJulian };
const RANKING = { pageLength: 0.1, termFrequency: 0.2, termSimilarity: 2, diacriticSimilarity: 0.3, metaWeights: { title: 10 } };
export const FACETS = ['kind', 'year', 'place', 'person'];

// Asked for once; a failure (no network) can be tried again.
function once(load) {
  let ready;
  return () => (ready ??= load().catch((error) => { ready = undefined; throw error; }));
}

// `base` is the address of the site's root, `lang` that of <html>, in lower case.
export function engine(base, lang) {
  const folder = new URL('pagefind/', base);
  const json = async (name) => {
    const answer = await fetch(new URL(name, folder));
    if (!answer.ok) throw new Error(`${name}: ${answer.status}`);
    return answer.json();
  };
  const names = once(async () => {
    const list = await json(`names.${lang}.json`);
    const places = new Map(list.pages.map(([, address], page) => [address, page]));
    const whole = list.pages.map(([, address], page) => places.get(address.split('#')[0]) ?? page);
    return { ...list, ...nameIndex(list.pages), whole };
  });
  const dates = once(async () => dateIndex(await json(`dates.${lang}.json`)));
  const links = once(async () => {
    const rows = await json(`pages.${lang}.json`);
    return { rows, byWords: new Map(rows.map(([id], page) => [id.split('/').pop(), page])) };
  });
  const vocabulary = once(async () => new Set((await json(`words.${lang}.json`)).split(' ')));
  const areWords = async (index, text) => {
    const known = await vocabulary();
    return foldedWords(text).every((word) => isTitle(word) || index.byWord.has(word) || known.has(word));
  };
  const pagefind = once(async () => {
    const [found, parts] = await Promise.all([import(new URL('pagefind.js', folder).href), json('parts.json')]);
    const settings = { baseUrl: new URL(base).pathname, ranking: RANKING, excerptLength: EXCERPT };
    await found.options({ ...settings, noWorker: true });
    await found.init();
    const { parts: several = 1, everywhere = [] } = parts[lang] ?? {};
    for (let part = 1; part < several; part += 1) {
      await found.mergeIndex(new URL(`${part}/`, folder).pathname, { ...settings, language: lang });
    }
    return { found, everywhere: new Set(everywhere) };
  });

  // The pages whose words answer, best first: Map of page to Pagefind's result. Words of nearly every page are left out,
  // but for those in quotes, a phrase; when there are no others, the longest is sought.
  async function findWords(text) {
    const [{ byWords }, { found, everywhere }] = await Promise.all([links(), pagefind()]);
    const typed = text.split(/\s+/);
    const telling = text.includes('"') ? typed : typed.filter((word) => !everywhere.has(fold(word)));
    const [longest] = [...typed].sort((a, b) => b.length - a.length);
    const { results } = await found.search(telling.join(' ') || longest);
    return new Map(results.map((result) => [byWords.get(result.id), result]).filter(([page]) => page !== undefined));
  }

  // What Pagefind keeps of a page: {content, meta}, as gzip over a signature and JSON.
  async function kept(page) {
    const [part, id] = (await links()).rows[page][0].split(/\/?([^/]+)$/);
    const file = await fetch(new URL(`${part && `${part}/`}fragment/${id}.pf_fragment`, folder));
    const packed = await new Response(file.body.pipeThrough(new DecompressionStream('gzip'))).text();
    return JSON.parse(packed.slice(packed.indexOf('{')));
  }

  // The text of a page from where it gives the date.
  async function around(page, row) {
    const { content } = await kept(page);
    const at = row.anchor ? content.lastIndexOf(row.shown) : content.indexOf(row.shown);
    const rest = content.slice(at + row.shown.length);
    return at < 0 ? '' : `<mark>${escaped(row.shown)}</mark>${escaped(rest.split(' ').slice(0, EXCERPT).join(' '))}`;
  }

  // How the text of a page opens: what a reader wants who has asked for its name.
  async function opening(page) {
    const all = ((await kept(page)).meta.opening ?? '').trim().split(/\s+/);
    return escaped(all.slice(0, EXCERPT).join(' ')) + (all.length > EXCERPT ? ' …' : '');
  }

  // A function that returns the text to show, as escaped HTML with <mark>; null when there is none.
  function excerptOf(index, page, { name, row, words, within }) {
    if (name && !row && !within) return () => opening(page);
    if (words) return async () => (await words.data()).excerpt;
    return row ? () => around(index.whole[page], row) : null;
  }

  // What a page, or a subject within it, is shown as.
  function item(index, page, more = {}) {
    const [title, address, kind, date] = index.pages[page];
    const within = index.whole[page] === page ? '' : index.pages[index.whole[page]][0];
    const { name, row, style } = more;
    return {
      page, title, within, kind: index.kinds[kind], date, style,
      url: new URL(address, base).href,
      also: name && name.text !== title ? name.text : '',
      line: row && !row.main ? { shown: row.shown, url: new URL(`${address}#${row.anchor}`, base).href } : null,
      matched: row?.shown ?? '',
      excerpt: excerptOf(index, page, { ...more, within }),
    };
  }

  // Returns {reading, corrected, items, total, counts, nearest}. `first`, if given, is called with the same as soon as names and
  // dates have answered; the items then stay where they are and those found by words follow. `whole` false: words
  // are sought only when names and dates give fewer than `enough` results.
  async function search(typed, { filters = {}, asWords = false, facets = false, first = null, whole = true, enough = 5 } = {}) {
    const index = await names();
    const reading = asWords ? null : readDate(typed);
    const text = reading ? reading.rest : typed.trim();
    const chosen = Object.entries(filters);
    if (!text && !reading && !chosen.length) return { reading, items: [], total: 0, counts: {} };
    const dated = reading ? findDates(await dates(), reading) : null;
    const named = text ? findNames(index, text) : [];
    const certain = named.filter(({ slip }) => !slip);
    const everything = () => index.pages.map((_, page) => page).filter((page) => index.whole[page] === page);
    // A name may hold a date: the page named just so comes before the pages of the date.
    const so = reading ? namedSo(index, typed) : new Map();
    const sorted = (several, hits) => (text || reading
      ? [...new Set([...so.keys(), ...ordered(index, text, dated, several, hits)])] : everything());
    // A name that is only near gives way to pages that hold the very words; the list of words tells whether any does.
    const worded = text && !certain.length && named.length ? await areWords(index, text) : false;
    const slips = certain.length || worded ? [] : named;
    const early = sorted([...certain, ...slips], new Map());
    const done = { reading, corrected: null, counts: {} };
    const shown = async (pages, hits = new Map()) => {
      const kept = chosen.length ? await narrowed(index, pages, filters) : pages;
      const byPage = new Map([...named.map((name) => [name.page, name]), ...so]);
      return kept.map((page) => item(index, page, { name: byPage.get(page), ...dated?.get(page), words: hits.get(index.whole[page]) }));
    };
    if (early.length) {
      const items = await shown(early);
      if (!facets && !whole && (items.length >= enough || !text)) return { ...done, items, total: items.length };
      if (items.length) await first?.({ ...done, items, total: items.length });
    }
    let hits = text ? await findWords(text) : new Map();
    if (hits.size && !certain.length && !await holds(hits.values().next().value, text)) hits = new Map();
    if (text && !hits.size && certain.length) hits = await findWords(certain[0].text);
    let pages = sorted(certain, hits);
    if (!certain.length && !hits.size && named.length) {
      done.corrected = { words: text, choices: [...new Set(named.slice(0, 3).map((one) => one.text))] };
      pages = sorted(named, hits);
    } else if (!certain.length && !dated) {
      pages = [...new Set([...(worded ? [] : named.map(({ page }) => page)), ...pages, ...named.map(({ page }) => page)])];
    }
    if (!pages.length) return { ...done, items: [], total: 0, counts: facets ? await counted(index, [], filters) : {}, nearest: await nearest(index, text, reading, new Set([...named.map(({ page }) => page), ...hits.keys()])) };
    const items = await shown(pages, hits);
    return { ...done, items, total: items.length, counts: facets ? await counted(index, pages, filters) : {} };
  }

  // Pagefind answers a word that no page holds with pages of its beginning: Khankedi with khan. That is no answer.
  async function holds(hit, text) {
    const content = ` ${fold((await hit.data()).content)}`;
    return foldedWords(text).filter((word) => !isTitle(word)).every((word) => content.includes(` ${word.slice(0, Math.max(4, Math.ceil(word.length * STEM)))}`));
  }

  async function nearest(index, text, reading, pages) {
    const byName = text && !pages.size ? nearestNames(index, text).map((name) => item(index, name.page, { name })) : [];
    const byDate = reading ? nearestDates(await dates(), reading, pages.size ? pages : null).map((row) => item(index, row.page, { row })) : [];
    return [...byName, ...byDate];
  }

  // The values of each facet that a page has.
  const facetValues = once(async () => {
    const [index, { rows }, dated] = await Promise.all([names(), links(), dates()]);
    const years = new Map();
    for (const { page, first, last } of dated) {
      if (!years.has(page)) years.set(page, new Set());
      for (let y = yearOf(first); y <= yearOf(last) && yearOf(last) - yearOf(first) <= MOST_YEARS; y += 1) years.get(page).add(String(y));
    }
    const titles = (several) => several.map((page) => index.pages[page][0]);
    return rows.map(([, places, people], page) => (
      { kind: [index.kinds[index.pages[page][2]]], year: [...(years.get(page) ?? [])], place: titles(places), person: titles(people) }));
  });

  const fits = (values, filters, without) => Object.entries(filters).every(([key, value]) => key === without || values[key].includes(value));

  async function narrowed(index, pages, filters) {
    const values = await facetValues();
    return pages.filter((page) => fits(values[index.whole[page]], filters));
  }

  // How many results each choice of a filter would give, the other filters kept.
  async function counted(index, pages, filters) {
    const values = await facetValues();
    const counts = Object.fromEntries(FACETS.map((facet) => [facet, {}]));
    for (const page of pages) {
      const own = values[index.whole[page]];
      for (const facet of FACETS) {
        if (fits(own, filters, facet)) for (const value of own[facet]) counts[facet][value] = (counts[facet][value] ?? 0) + 1;
      }
    }
    return counts;
  }

  return { start: names, search };
}

const escaped = (text) => text.replace(/[&<>]/g, (sign) => `&#${sign.charCodeAt(0)};`);
const STEM = 0.7;
const EXCERPT = 28;
// A longer time is no choice of a year.
const MOST_YEARS = 10;
const yearOf = (day) => new Date((day - 2440588) * 864e5).getUTCFullYear();
const ABSENT = 9;

// Pages in the order of results: named as typed, then by words; with a date, those of the date only, the page's own date
// first, and with both, named pages before others of the same kind of date.
function ordered(index, text, dated, named, hits) {
  const names = new Map(named.map((name, place) => [name.page, { ...name, place }]));
  const byWords = new Map([...hits.keys()].map((page, place) => [page, place]));
  if (!dated) return [...names.keys(), ...[...byWords.keys()].filter((page) => !names.has(page))];
  const rank = (page) => Math.log2(1 + index.pages[page][4]);
  const key = (page) => {
    const { order, score } = dated.get(page);
    return [order, names.has(page) ? 0 : 1, text ? names.get(page)?.cost ?? 0 : 0, text && !names.has(page) ? byWords.get(page) ?? ABSENT : 0, -score - rank(page), page];
  };
  const pages = [...dated.keys()].filter((page) => !text || names.has(page) || byWords.has(page));
  const keys = new Map(pages.map((page) => [page, key(page)]));
  return pages.sort((a, b) => {
    const [x, y] = [keys.get(a), keys.get(b)];
    const at = x.findIndex((value, n) => value !== y[n]);
    return at < 0 ? 0 : x[at] - y[at];
  });
}
