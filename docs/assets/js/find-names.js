// All names of the site, and those that answer what was typed, nearest first.
import { distance, fold, isTitle, words } from './query-names.js';
import { apart, bones, nearEnough, readings, vowelless } from './query-sounds.js';

// What a word of the query may cost against a word of a name: 0 the same; from SLIP on it is another word, mistyped.
const SOUNDS = 0.06;
const BEGINS = 0.1;
const INITIAL = 0.1;
// What it costs that the words of a name are not all asked for.
const MISSING = 0.25;
const BEGINS_BY_SOUND = 0.2;
// Above this a word is not surely the typed one, by sound or by slip.
const SURE = 0.16;
const SLIP = 0.3;
const TOO_FAR = 0.34;

const script = (word) => (/[\u0600-\u06ff]/.test(word) ? 'Arab' : '');

// `pages` is [[title, address, kind, date, rank, ...names], ...]; a name's number is its place among all names.
export function nameIndex(pages) {
  const spellings = [];
  const byWord = new Map();
  const byFold = new Map();
  pages.forEach(([title, , , , , ...names], page) => [title, ...names].forEach((text) => {
    const folded = words(text);
    const core = folded.filter((word) => !isTitle(word));
    const number = spellings.push({ text, page, folded, core: core.length ? core : folded }) - 1;
    const originals = text.split(/[^\p{L}\p{M}\p{N}'’ʼ‘`]+/u);
    for (const word of new Set(folded)) {
      if (!byWord.has(word)) byWord.set(word, { in: [], shown: originals.find((one) => fold(one) === word) ?? word });
      byWord.get(word).in.push(number);
    }
    for (const key of new Set([folded.join(' '), folded.join('')])) (byFold.get(key) ?? byFold.set(key, []).get(key)).push(number);
  }));
  return { spellings, byWord, byFold, pages, sounds: null, seen: new Map() };
}

// The sounds of all words, made when the first word is sought that no name holds.
function soundsOf(index) {
  if (index.sounds) return index.sounds;
  const heard = new Map();
  const byBones = new Map();
  for (const [word, { shown }] of index.byWord) {
    const several = readings(shown);
    heard.set(word, several);
    for (const key of new Set(several.map(bones))) (byBones.get(key) ?? byBones.set(key, []).get(key)).push(word);
  }
  index.sounds = { heard, byBones };
  return index.sounds;
}

// The words of names that a typed word may stand for: Map of word to cost. `last`: it may still be in the typing.
function matches(index, word, original, last) {
  const memo = `${original} ${last}`;
  if (index.seen.has(memo)) return index.seen.get(memo);
  const found = new Map();
  const keep = (known, cost) => { if (!(found.get(known) <= cost)) found.set(known, cost); };
  if (index.byWord.has(word)) keep(word, 0);
  const { heard, byBones } = soundsOf(index);
  const asked = readings(original);
  for (const reading of asked) {
    const key = bones(reading);
    for (const known of byBones.get(key) ?? []) {
      // Arabic letters leave vowels out: against another script only the other sounds are compared.
      const [mine, theirs] = script(word) === script(known) ? [reading, heard.get(known)] : [vowelless(reading), heard.get(known).map(vowelless)];
      const far = Math.min(...theirs.map((one) => apart(mine, one)));
      if (far < nearEnough(key)) keep(known, SOUNDS + far);
    }
  }
  if (word.length === 1 && /\p{L}/u.test(word)) {
    for (const known of heard.keys()) if (known.startsWith(word)) keep(known, INITIAL);
  }
  if (last && word.length > 1) {
    for (const [known, several] of heard) {
      const rest = (known.length - word.length) / known.length;
      if (rest > 0 && known.startsWith(word)) keep(known, BEGINS + rest / 20);
      else if (word.length > 2 && several.some((one) => asked[0].length > 1 && one.startsWith(asked[0]))) keep(known, BEGINS_BY_SOUND + rest / 20);
    }
  }
  if (word.length > 3 && !/\d/.test(word) && !index.byWord.has(word)) slips(index, word, asked, last, keep);
  if (index.seen.size > 500) index.seen.clear();
  index.seen.set(memo, found);
  return found;
}

function slips(index, word, asked, last, keep) {
  const most = word.length < 7 ? 1 : 2;
  for (const [known, several] of index.sounds.heard) {
    if (known.length < 3) continue;
    if (known.length > 4 && word.length - known.length < 5 && word.startsWith(known)) keep(known, SLIP);
    const first = known[0] === word[0] ? 0 : 0.04;
    const far = distance(word, known, most);
    if (far <= most) keep(known, SLIP + (far - 1) * 0.12 + first);
    else if (last && word.length > 4 && known.length > word.length && distance(word, known.slice(0, word.length), 1) <= 1) keep(known, SLIP + 0.1 + first);
    else if (asked[0].length > 3 && distance(asked[0], several[0], 1) <= 1) keep(known, SLIP + 0.06 + first);
  }
}

const DEAR = 0.015;
const prior = (index, page) => DEAR * Math.log2(1 + index.pages[page][4]);

// The pages whose names answer `typed`: [{page, cost, text, slip}], nearest first; `text` is the spelling that answered, `slip`
// what its farthest word costs if that is perhaps another than the typed one, else 0.
export function findNames(index, typed) {
  const asked = words(typed);
  if (!asked.length) return [];
  const best = new Map();
  const keep = (number, cost, slip = 0) => {
    const { page, text } = index.spellings[number];
    const sum = cost - prior(index, page);
    if (!(best.get(page)?.sum <= sum)) best.set(page, { page, text, cost, slip, sum });
  };
  const raw = typed.normalize('NFC').trim().toLowerCase();
  for (const key of new Set([asked.join(' '), asked.join('')])) {
    for (const number of index.byFold.get(key) ?? []) {
      keep(number, index.spellings[number].text.toLowerCase() === raw ? -2 : index.spellings[number].folded.join(' ') === key ? -1 : -0.9);
    }
  }
  const originals = typed.split(/[^\p{L}\p{M}\p{N}'’ʼ‘`]+/u).filter((one) => fold(one));
  const pairs = asked.map((word, at) => [word, originals.length === asked.length ? originals[at] : word, at === asked.length - 1]);
  const weighty = pairs.filter(([word]) => !isTitle(word));
  const sought = (weighty.length ? weighty : pairs).map((pair) => matches(index, ...pair));
  const held = pairs.filter(([word]) => isTitle(word)).map(([word]) => word);
  for (const number of candidates(index, sought)) keep(number, ...costOf(index.spellings[number], sought, weighty.length ? held : []));
  joined(index, asked, keep);
  return [...best.values()].filter(({ cost }) => cost < 1).sort((a, b) => a.sum - b.sum || a.page - b.page);
}

function candidates(index, sought) {
  const sets = sought.map((found) => new Set([...found.keys()].flatMap((word) => index.byWord.get(word).in)));
  const [small, ...rest] = sets.sort((a, b) => a.size - b.size);
  return [...small].filter((number) => rest.every((set) => set.has(number)));
}

function costOf({ folded, core }, sought, held) {
  const used = new Set();
  let sum = 0;
  let place = -1;
  let turned = 0;
  let worst = 0;
  for (const found of sought) {
    let least = Infinity;
    let at = -1;
    folded.forEach((word, n) => {
      const cost = found.get(word);
      if (cost < least && !used.has(n)) [least, at] = [cost, n];
    });
    if (at < 0) return [Infinity];
    used.add(at);
    sum += least;
    worst = Math.max(worst, least);
    if (at < place) turned = 0.02;
    place = at;
  }
  const answered = folded.filter((word, n) => used.has(n) && core.includes(word)).length;
  const missed = held.filter((word) => !folded.includes(word)).length;
  return [sum / sought.length + MISSING * Math.max(0, 1 - answered / core.length) + turned + 0.01 * missed, worst >= SURE ? worst : 0];
}

// The pages of which a name is just what was typed, but for case, marks and punctuation.
export function namedSo(index, typed) {
  const numbers = index.byFold.get(fold(typed)) ?? [];
  return new Map(numbers.map((number) => index.spellings[number]).map(({ page, text }) => [page, { page, text, cost: -1 }]));
}

// Words run together or apart: terghukasian, rasul zade.
function joined(index, asked, keep) {
  const whole = asked.join('');
  if (whole.length < 6 || index.byFold.has(whole) || asked.length > 4) return;
  if (asked.length > 1 && index.byWord.has(whole)) index.byWord.get(whole).in.forEach((number) => keep(number, 0.02 + MISSING * (1 - 1 / index.spellings[number].core.length)));
  if (asked.length === 1) {
    for (let cut = 3; cut <= whole.length - 3; cut += 1) {
      const [a, b] = [whole.slice(0, cut), whole.slice(cut)].map((word) => index.byWord.get(word));
      if (a && b) a.in.filter((number) => b.in.includes(number)).forEach((number) => keep(number, 0.15 + MISSING * (1 - 2 / Math.max(2, index.spellings[number].core.length))));
    }
  }
}

// Names to offer when nothing was found: those with the words nearest to the typed ones.
export function nearestNames(index, typed, count = 3) {
  const { heard } = soundsOf(index);
  const asked = words(typed).filter((word) => !isTitle(word) && word.length > 3);
  const near = new Map();
  for (const word of asked) {
    const sound = readings(word)[0];
    if (sound.length < 4) continue;
    for (const [known, several] of heard) {
      if (several[0].length < 4 || Math.abs(several[0].length - sound.length) > 3) continue;
      const far = Math.min(...several.map((one) => apart(sound, one)));
      if (far <= TOO_FAR) index.byWord.get(known).in.forEach((number) => near.set(number, (near.get(number) ?? 0) + 1 - far));
    }
  }
  const score = ([number, gain]) => gain / Math.max(asked.length, index.spellings[number].core.length) + prior(index, index.spellings[number].page);
  const ordered = [...near].sort((a, b) => score(b) - score(a)).map(([number]) => index.spellings[number]);
  const pages = [...new Set(ordered.map(({ page }) => page))].slice(0, count);
  return pages.map((page) => ordered.find((one) => one.page === page));
}
