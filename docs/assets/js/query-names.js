// Folding and comparing of names. `plain` is the same folding as chronicle/names.py: a test holds them equal.

const LETTERS = {
  'ə': 'e', 'ı': 'i', 'ß': 'ss', 'ø': 'o', 'ł': 'l', 'đ': 'd', 'ð': 'd', 'þ': 'th', 'æ': 'ae', 'œ': 'oe',
  'ѣ': 'е', 'і': 'и', 'ѳ': 'ф', 'ѵ': 'и', 'ς': 'σ', 'ي': 'ی', 'ى': 'ی', 'ك': 'ک', 'ة': 'ه',
};
for (const dropped of "ʼʻʹʺʾʿ'’‘`´\u200c\u200dـ") LETTERS[dropped] = '';

const TITLES = new Set(('bey bek beg khan xan han chan pasha pasa general gen mirza agha aga haji colonel coronel ' +
  'prince principe бек беи бег хан паша ага мирза генерал խան փաշա خان بیک پاشا').split(' '));

const unmarked = (text) => text.normalize('NFKD').replace(/\p{M}/gu, '');

export function plain(text) {
  const bare = unmarked(unmarked(text).toLowerCase());
  return [...bare].map((sign) => LETTERS[sign] ?? sign).join('')
    .replace(/(?<=[\u0400-\u04ff])ъ+(?![\u0400-\u04ff])/g, '');
}

export const words = (text) => plain(text).replace(/[^\p{L}\p{N}]+/gu, ' ').trim().split(' ').filter(Boolean);

export const fold = (text) => words(text).join(' ');

export const bare = (list) => (list.every((word) => TITLES.has(word)) ? list : list.filter((word) => !TITLES.has(word)));

// How well a page's names answer the typed words: 4 equal, 3 the same words, below 2 a share of a name, 0 not at all.
export function closeness(typed, names, variants) {
  const asked = words(typed);
  const generated = new Set(words(variants));
  return Math.max(0, ...names.map((name) => nameCloseness(asked, words(name), generated)));
}

function nameCloseness(asked, name, generated) {
  if (!asked.length || !name.length) return 0;
  if (asked.join(' ') === name.join(' ')) return 4;
  const [short, known] = [bare(asked), bare(name)];
  if (short.length === known.length && short.every((word) => known.includes(word))) return 3;
  const fit = Math.min(...short.map((word, n) => wordFit(word, n === short.length - 1, known, generated)));
  return fit * Math.min(1, short.length / known.length);
}

// The last word may still be in the typing.
function wordFit(word, last, known, generated) {
  if (known.includes(word)) return 1;
  if (generated.has(word)) return 0.9;
  return last && known.some((whole) => whole.startsWith(word)) ? 0.8 : 0;
}

// Damerau-Levenshtein distance (optimal string alignment), given up above `most`.
export function distance(a, b, most = 2) {
  if (Math.abs(a.length - b.length) > most) return most + 1;
  let before = [];
  let last = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i += 1) {
    const row = [i];
    for (let j = 1; j <= b.length; j += 1) {
      const cost = a[i - 1] === b[j - 1] ? 0 : 1;
      row[j] = Math.min(last[j] + 1, row[j - 1] + 1, last[j - 1] + cost);
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) row[j] = Math.min(row[j], before[j - 2] + 1);
    }
    if (Math.min(...row) > most) return most + 1;
    [before, last] = [last, row];
  }
  return last[b.length];
}

// The spellings nearest to what was typed: whole names first, then word by word. `list` is [[name, address], ...].
export function suggestions(typed, list, count = 3) {
  const asked = words(typed);
  const whole = nearest(asked.join(' '), list.map(([name]) => [fold(name), name]), 2);
  if (whole.length) return whole.slice(0, count);
  const known = new Map();
  for (const [name] of list) {
    for (const word of name.split(/[\s\-–,()·]+/)) if (word && !known.has(fold(word))) known.set(fold(word), word);
  }
  const mended = asked.map((word) => (known.has(word) ? [word] : nearest(word, [...known], word.length < 5 ? 1 : 2)));
  if (mended.some((choices) => !choices.length)) return [];
  return [...Array(count).keys()].filter((n) => mended.some((choices) => n < choices.length))
    .map((n) => mended.map((choices) => choices[Math.min(n, choices.length - 1)]).join(' '));
}

function nearest(word, pairs, most) {
  const found = pairs.map(([folded, shown]) => [distance(word, folded, most), shown]).filter(([far]) => far <= most);
  return [...new Set(found.sort((a, b) => a[0] - b[0]).map(([, shown]) => shown))];
}
