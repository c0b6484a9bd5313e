// The search box of every page and the search page. Everything else is loaded on first use.

const LABELS = {
  en: {
    none: 'No results', one: '1 result', many: '{n} results', more: 'Show more results', all: 'All results for “{q}”',
    any: 'Any', date: 'Date: {d}', alsoOld: 'also read as Old Style (= {d})', old: '{d} Old Style (= {n} New Style)',
    both: '{n} ({o} Old Style)', to: '{a} to {b}', words: 'Words: {w}', widen: 'Widen or change:', onlyNew: 'New Style only',
    onlyOld: 'Old Style only', onlyWords: 'without the date', asWords: 'as words, not as a date', viaOld: 'by the Old Style date',
    mended: 'Nothing was found for “{w}”. Shown: “{s}”.', others: 'Did you mean:', failed: 'The search could not be loaded. The A–Z list and the dates are in the menu.',
    prompt: 'Type a name, a date or words.', also: 'also: {n}', within: 'in: {t}', near: 'Nearest:', searching: 'Searching the texts…', day: (d, m, y) => [d, m, y].filter(Boolean).join(' '),
  },
  'pt-BR': {
    none: 'Nenhum resultado', one: '1 resultado', many: '{n} resultados', more: 'Mostrar mais resultados', all: 'Todos os resultados para “{q}”',
    any: 'Qualquer', date: 'Data: {d}', alsoOld: 'lida também no estilo antigo (= {d})', old: '{d} no estilo antigo (= {n} no estilo novo)',
    both: '{n} ({o} no estilo antigo)', to: '{a} a {b}', words: 'Palavras: {w}', widen: 'Ampliar ou mudar:', onlyNew: 'só estilo novo',
    onlyOld: 'só estilo antigo', onlyWords: 'sem a data', asWords: 'como palavras, não como data', viaOld: 'pela data do estilo antigo',
    mended: 'Nada foi encontrado para “{w}”. Mostra-se: “{s}”.', others: 'Você quis dizer:', failed: 'Não foi possível carregar a busca. A lista A–Z e as datas estão no menu.',
    prompt: 'Digite um nome, uma data ou palavras.', also: 'também: {n}', within: 'em: {t}', near: 'Mais próximos:', searching: 'Buscando nos textos…', day: (d, m, y) => [d === 1 ? '1º' : d, m, y].filter(Boolean).join(' de '),
  },
};
const lang = document.documentElement.lang in LABELS ? document.documentElement.lang : 'en';
const T = LABELS[lang];
const say = (key, values = {}) => T[key].replace(/\{(\w)\}/g, (_, name) => values[name] ?? '');
const place = document.querySelector('[data-search-base]')?.dataset.searchBase;
const base = place ? new URL(place, document.baseURI).href : new URL('../../', import.meta.url).href;

let modules;
const ready = () => (modules ??= import('./search-engine.js').then((module) => ({ ...module, ...module.engine(base, lang.toLowerCase()) })));

function make(tag, attributes = {}, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) if (value !== undefined && value !== null) element.setAttribute(name, value);
  element.append(...children.filter((child) => child !== null && child !== undefined && child !== ''));
  return element;
}

// Pagefind's excerpt is escaped text with <mark>: the only tag rebuilt here.
function excerpt(html) {
  return html.split(/(<mark>.*?<\/mark>)/).map((piece) => {
    const text = new DOMParser().parseFromString(`.${piece.replace(/<[^>]*>/g, '')}`, 'text/html').body.textContent.slice(1);
    return piece.startsWith('<mark>') ? make('mark', {}, text) : text;
  });
}

function written({ y, m, d }) {
  const month = m && new Intl.DateTimeFormat(lang, { month: 'long', timeZone: 'UTC' }).format(Date.UTC(2000, m - 1, 1));
  return T.day(d, month, y);
}

function understood({ toGregorian, toJulian }, { from, to, unit, style, dual, rest }) {
  const span = (read) => (unit === 'range' ? say('to', { a: written(read(from)), b: written(read(to)) }) : written(read(from)));
  const itself = span((date) => date);
  const whole = from.y && from.d;
  const parts = [];
  if (dual && whole) parts.push(say('date', { d: say('both', { n: itself, o: span(toJulian) }) }));
  else if (style === 'os' && whole) parts.push(say('date', { d: say('old', { d: itself, n: span(toGregorian) }) }));
  else parts.push(`${say('date', { d: itself })}${!style && whole ? `, ${say('alsoOld', { d: span(toGregorian) })}` : ''}`);
  if (rest) parts.push(say('words', { w: rest }));
  return parts.join(' · ');
}

function widenings({ iso }, { from, unit, style, rest }, typed) {
  const query = (...parts) => parts.filter(Boolean).join(' ');
  const made = [];
  if (!style && from.d) made.push([say('onlyNew'), query(typed, 'N.S.')], [say('onlyOld'), query(typed, 'O.S.')]);
  if (from.y && from.d) made.push([written({ y: from.y, m: from.m }), query(rest, iso({ y: from.y, m: from.m }))]);
  if (from.y && unit !== 'year') made.push([String(from.y), query(rest, String(from.y))]);
  if (rest) made.push([written(from), query(iso(from)) + (style === 'os' ? ' O.S.' : '')], [say('onlyWords'), rest]);
  return [...made.map(([label, q]) => [label, { q }]), [say('asWords'), { q: typed, words: '1' }]];
}

const PAGE = 10;
const results = (action, values) => {
  const address = new URL(action, document.baseURI);
  for (const [name, value] of Object.entries(values)) if (value) address.searchParams.set(name, value);
  return address.href;
};
const counted = (n) => (n === 0 ? say('none') : n === 1 ? say('one') : say('many', { n: n.toLocaleString(lang) }));
// Why a result is here: its kind, date, the page it stands in, the other spelling or the other calendar that answered.
const details = ({ kind, date, within, also, matched, style }) => [
  within ? say('within', { t: within }) : kind, date, matched !== date ? matched : '', also ? say('also', { n: also }) : '', style === 'os' ? say('viaOld') : '',
].filter(Boolean).join(' · ');

function box(form) {
  const input = form.querySelector('input[name=q]');
  const list = form.querySelector('[role=listbox]');
  const status = form.querySelector('[role=status]');
  let turn = 0;
  let active = -1;
  const options = () => [...list.children];
  const point = (to) => {
    active = to;
    options().forEach((option, n) => option.setAttribute('aria-selected', String(n === to)));
    options()[to]?.scrollIntoView({ block: 'nearest' });
    if (to < 0) input.removeAttribute('aria-activedescendant');
    else input.setAttribute('aria-activedescendant', options()[to].id);
  };
  const show = (open) => {
    list.hidden = !open;
    input.setAttribute('aria-expanded', String(open));
    if (!open) point(-1);
  };
  const option = (n, href, ...children) =>
    make('li', { role: 'option', id: `${list.id}-${n}`, 'aria-selected': 'false', 'data-href': href }, ...children);

  async function update() {
    const typed = input.value.trim();
    const mine = (turn += 1);
    if (!typed) return show(false);
    await new Promise((done) => { setTimeout(done, 120); });
    if (mine !== turn) return undefined;
    try {
      const engine = await ready();
      const found = await engine.search(typed, { whole: false });
      if (mine !== turn) return undefined;
      const top = found.items.length ? found.items : found.nearest ?? [];
      const lines = top.slice(0, 7).map((item, n) => option(n, item.line?.url ?? item.url, make('strong', {}, item.title), ' ', make('small', {}, details(item))));
      if (found.total) lines.push(option(lines.length, results(form.action, { q: typed }), say('all', { q: typed })));
      list.replaceChildren(...lines);
      status.textContent = [found.reading ? understood(engine, found.reading) : '', found.corrected?.choices.length ? say('mended', { w: found.corrected.words, s: found.corrected.choices[0] }) : '', counted(found.total), found.nearest?.length ? say('near') : ''].filter(Boolean).map((part) => part.replace(/\.$/, '')).join('. ');
      return show(lines.length > 0);
    } catch { status.textContent = say('failed'); }
    return undefined;
  }

  input.addEventListener('input', update);
  input.addEventListener('focus', () => { ready().then((engine) => engine.start()).catch(() => {}); if (input.value && list.hidden) update(); });
  input.addEventListener('keydown', (event) => {
    const count = options().length;
    if ((event.key === 'ArrowDown' || event.key === 'ArrowUp') && !list.hidden && count) {
      event.preventDefault();
      point(event.key === 'ArrowDown' ? (active + 1) % count : (active <= 0 ? count : active) - 1);
    } else if (event.key === 'Enter' && active >= 0) {
      event.preventDefault();
      location.assign(options()[active].dataset.href);
    } else if (event.key === 'Escape') {
      if (list.hidden) input.blur();
      turn += 1;
      show(false);
    }
  });
  form.addEventListener('focusout', (event) => { if (!form.contains(event.relatedTarget)) show(false); });
  list.addEventListener('mousedown', (event) => event.preventDefault());
  // An option may hold no link, so it is followed here; with Ctrl or Cmd in a new tab, as a link would be.
  list.addEventListener('click', (event) => {
    const href = event.target.closest('[role=option]')?.dataset.href;
    if (href && (event.ctrlKey || event.metaKey)) window.open(href, '_blank', 'noopener');
    else if (href) location.assign(href);
  });
}

function page(root) {
  const form = root.querySelector('form');
  const input = form.querySelector('input[name=q]');
  const [status, note, list, more] = ['#search-status', '#search-understood', '#results', '#search-more'].map((id) => root.querySelector(id));
  const selects = [...root.querySelectorAll('select[data-filter]')];
  let items = [];
  let turn = 0;

  const line = (item) => make('li', {}, make('a', { href: item.url }, item.title), make('p', { class: 'search-details' }, ...lineDetails(item)), make('p', { class: 'search-excerpt' }));
  const lineDetails = (item) => {
    if (!item.line) return [details(item)];
    const [before, after] = [details({ ...item, matched: '', also: '', style: '' }), details({ also: item.also, style: item.style })];
    return [before, before && ' · ', make('a', { href: item.line.url }, item.line.shown), after && ` · ${after}`];
  };
  // Lines shown before stay in their places; excerpts come when the text of their page does.
  const draw = (mine, found, count) => {
    const known = new Map([...list.children].map((shown) => [shown.dataset.page, shown]));
    const lines = found.slice(0, count).map((item) => {
      const made = known.get(String(item.page)) ?? line(item);
      made.dataset.page = item.page;
      return made;
    });
    if (lines.some((made, n) => list.children[n] !== made) || list.childElementCount !== lines.length) list.replaceChildren(...lines);
    items = found;
    more.hidden = lines.length >= items.length;
    return Promise.all(found.slice(0, count).map(async (item, n) => {
      const place = lines[n].querySelector('.search-excerpt');
      if (!item.excerpt || place.hasChildNodes()) return;
      const text = await item.excerpt().catch(() => '');
      if (mine === turn) place.replaceChildren(...excerpt(text));
    }));
  };
  const explain = (engine, { reading, corrected, nearest }, typed) => {
    const link = ([label, values]) => make('a', { href: results(form.action, values) }, label);
    const links = (label, pairs) => make('p', {}, label, ...pairs.flatMap((pair, n) => [n ? ' · ' : ' ', link(pair)]));
    note.replaceChildren();
    if (reading) note.append(make('p', {}, understood(engine, reading)), links(say('widen'), widenings(engine, reading, typed)));
    if (corrected?.choices.length) {
      note.append(make('p', {}, say('mended', { w: corrected.words, s: corrected.choices[0] })));
      if (corrected.choices.length > 1) note.append(links(say('others'), corrected.choices.slice(1).map((q) => [q, { q }])));
    }
    if (nearest?.length) {
      const near = nearest.map((item) => make('li', {}, make('a', { href: item.line?.url ?? item.url }, item.title), ' ', make('small', {}, details(item))));
      note.append(make('p', {}, say('near')), make('ul', { class: 'search-near' }, ...near));
    }
  };
  const fill = (select, counts = {}) => {
    const chosen = select.value || select.dataset.wanted || '';
    const order = select.dataset.filter === 'year' ? ([a], [b]) => a.localeCompare(b) : ([a, n], [b, m]) => m - n || a.localeCompare(b, lang);
    const kept = Object.entries(counts).filter(([value, n]) => n > 0 || value === chosen).sort(order);
    select.replaceChildren(make('option', { value: '' }, say('any')), ...kept.map(([value, n]) => make('option', { value }, `${value} (${n})`)));
    select.value = chosen;
    select.dataset.wanted = '';
  };

  async function run(mine = (turn += 1)) {
    const wanted = new URLSearchParams(location.search);
    const typed = input.value.trim();
    const filters = Object.fromEntries(selects.map((select) => [select.dataset.filter, select.value || select.dataset.wanted]).filter(([, value]) => value));
    try {
      const engine = await ready();
      const asWords = wanted.get('words') === '1' && wanted.get('q') === typed;
      const first = async (early) => {
        if (mine !== turn) return;
        explain(engine, early, typed);
        draw(mine, early.items, PAGE);
        status.textContent = say('searching');
        await new Promise((done) => { requestAnimationFrame(() => setTimeout(done)); });
      };
      const found = await engine.search(typed, { filters, asWords, facets: true, first });
      if (mine !== turn) return;
      explain(engine, found, typed);
      selects.forEach((select) => fill(select, found.counts?.[select.dataset.filter]));
      status.textContent = typed || Object.keys(filters).length ? counted(found.total) : say('prompt');
      history.replaceState(null, '', results(form.action, { q: typed, ...filters, words: asWords ? '1' : '' }));
      await draw(mine, found.items, PAGE);
      if (mine === turn) root.dataset.ready = typed;
    } catch { status.textContent = say('failed'); }
  }

  const wanted = new URLSearchParams(location.search);
  input.value = wanted.get('q') ?? '';
  selects.forEach((select) => {
    select.dataset.wanted = wanted.get(select.dataset.filter) ?? '';
    select.addEventListener('change', () => run());
  });
  form.addEventListener('submit', (event) => { event.preventDefault(); run(); });
  more.addEventListener('click', async () => {
    const from = list.childElementCount;
    await draw(turn, items, from + PAGE);
    list.children[from]?.querySelector('a').focus();
  });
  more.textContent = say('more');
  run();
}

const forms = [...document.querySelectorAll('form[data-search-box]')];
const whole = document.querySelector('[data-search-page]');
forms.forEach(box);
if (whole) page(whole);
document.addEventListener('keydown', (event) => {
  const typing = event.target.closest?.('input, textarea, select, [contenteditable]');
  if (event.key !== '/' || typing || event.ctrlKey || event.metaKey || event.altKey) return;
  const input = (whole ?? forms[0])?.querySelector('input[name=q]');
  if (input) { event.preventDefault(); input.focus(); input.select(); }
});
