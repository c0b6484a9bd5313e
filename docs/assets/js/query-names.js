// Folding of names. `plain` is the same folding as chronicle/names.py: a test holds them equal.

const LETTERS = {
  'ə': 'e', 'ı': 'i', 'ß': 'ss', 'ø': 'o', 'ł': 'l', 'đ': 'd', 'ð': 'd', 'þ': 'th', 'æ': 'ae', 'œ': 'oe',
  'ѣ': 'е', 'і': 'и', 'ѳ': 'ф', 'ѵ': 'и', 'ς': 'σ', 'ي': 'ی', 'ى': 'ی', 'ك': 'ک', 'ة': 'ه',
};
for (const dropped of "ʼʻʹʺʾʿ'’‘`´\u200c\u200dـ") LETTERS[dropped] = '';

// Words of rank and courtesy, and little words, that a reader may leave out or add: folded.
const TITLES = new Set(('bey bay beg bek beyim khan xan han chan pasha pasa pascha pacha paxa agha aga mirza hajji haji haci gadzhi ' +
  'sheikh sheykh seyx mullah molla prince knyaz general gen colonel col captain major marshal dr prof sir lord count ' +
  'conde principe coronel capitao marechal baron barao comandante tenente lieutenant commander president presidente ' +
  'бек беи бег хан паша ага мирза гаджи князь генерал маиор полковник բեկ բեյ խան փաշա գեներալ ' +
  'بیک بگ بک خان پاشا اقا میرزا').split(' '));
const LITTLE = new Set('the of in and a an de da do das dos e o os as em no na for to von du la le el et и в на'.split(' '));

const unmarked = (text) => text.normalize('NFKD').replace(/\p{M}/gu, '');

export function plain(text) {
  const bare = unmarked(unmarked(text).toLowerCase());
  return [...bare].map((sign) => LETTERS[sign] ?? sign).join('')
    .replace(/(?<=[\u0400-\u04ff])ъ+(?![\u0400-\u04ff])/g, '');
}

export const words = (text) => plain(text).replace(/[^\p{L}\p{N}]+/gu, ' ').trim().split(' ').filter(Boolean);

export const fold = (text) => words(text).join(' ');

export const isTitle = (word) => TITLES.has(word) || LITTLE.has(word);

// Damerau-Levenshtein distance (optimal string alignment), given up above `most`.
export function distance(a, b, most = 2) {
  if (Math.abs(a.length - b.length) > most) return most + 1;
  let before = [];
  let last = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i += 1) {
    const row = [i];
    let least = i;
    for (let j = 1; j <= b.length; j += 1) {
      const cost = a[i - 1] === b[j - 1] ? 0 : 1;
      row[j] = Math.min(last[j] + 1, row[j - 1] + 1, last[j - 1] + cost);
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) row[j] = Math.min(row[j], before[j - 2] + 1);
      if (row[j] < least) least = row[j];
    }
    if (least > most) return most + 1;
    [before, last] = [last, row];
  }
  return last[b.length];
}
