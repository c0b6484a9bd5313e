// How a name sounds: spellings of one name in five scripts, by readers of ten languages, come near each other here.
//
// A word is respelled with one sign for each sound: h for kh, x and h; S sh, C ch, J j as in jam, Z zh, c ts; vowels as
// they are. A letter that habits read differently (ch in English, German and French) has several readings, the likeliest
// first. The tables join the usual romanizations, none of which readers keep to:
//   Cyrillic: ISO 9, ALA-LC, BGN/PCGN 1947 and the French, German and Portuguese press; Azerbaijani Cyrillic of 1958;
//   Armenian: Hübschmann-Meillet-Benveniste, ISO 9985, BGN/PCGN 1981; the western reading (b as p) is one class below;
//   Georgian: the national system of 2002; Arabic script: ALA-LC for Persian and Ottoman, Encyclopaedia of Islam;
//   Azerbaijani Latin: the alphabet of 1991, and as typed without its marks.
import { plain } from './query-names.js';

const table = (text) => text.trim().split(/\s+/).map((rule) => rule.split('=')).map(([key, to = '']) => [key, to.split('/')]);
const RULES = new Map([
  // Latin; letters with marks are read before marks are dropped
  ...table('ş=S š=S ç=C/s č=C ž=Z ǰ=J ğ=g ǧ=g ł=g ə=e dsch=J dzh=J tsch=C tch=C dj=J sch=S sh=S kh=h gh=g zh=Z ch=C/S/h ' +
    'ts=c tz=c dz=c ph=f th=t ck=k x=h/ks c=k/J/c j=J/Z/i q=g/k w=v y=i ou=u oo=u ee=i ğ=g ñ=n cz=C sz=S'),
  ...table('а=a б=b в=v г=g/h д=d е=e ё=e ж=Z з=z и=i й=i к=k л=l м=m н=n о=o п=p р=r с=s т=t у=u ф=f х=h ц=c ч=C ш=S ' +
    'щ=S ъ= ы=i ь= э=e ю=iu я=ia ѣ=e і=i ѳ=f ѵ=i дж=J дз=c ә=e ғ=g ҝ=g ө=o ү=u һ=h ҹ=J ј=i'),
  ...table('ա=a բ=b գ=g դ=d ե=e զ=z է=e ը=e թ=t ժ=Z ի=i լ=l խ=h ծ=c կ=k հ=h ձ=c ղ=g ճ=C մ=m յ=i/h ն=n շ=S ո=o չ=C պ=p ' +
    'ջ=J ռ=r ս=s վ=v տ=t ր=r ց=c ւ=v փ=p ք=k օ=o ֆ=f ու=u ^ո=vo/o ^ե=ie/e'),
  ...table('ა=a ბ=b გ=g დ=d ე=e ვ=v ზ=z თ=t ი=i კ=k ლ=l მ=m ნ=n ო=o პ=p ჟ=Z რ=r ს=s ტ=t უ=u ფ=p ქ=k ღ=g ყ=k შ=S ჩ=C ' +
    'ც=c ძ=c წ=c ჭ=C ხ=h ჯ=J ჰ=h'),
  ...table('ا=a ب=b پ=p ت=t ث=s ج=J چ=C ح=h خ=h د=d ذ=z ر=r ز=z ژ=Z س=s ش=S ص=s ض=z ط=t ظ=z ع=a غ=g ف=f ق=g/k ک=k گ=g ' +
    'ݣ=n ڭ=n ل=l م=m ن=n و=u/v ه=h ی=i ه$=e'),
]);
const LONGEST = Math.max(...[...RULES.keys()].map((key) => key.length));
const MOST_READINGS = 36;
const SILENT = new Set(['h', 'հ', 'һ', 'ჰ']);
const MARKED = /[şšçčžǰğǧłñ]/u;

// The readings of one word, likeliest first; an h may be silent, as Russian and French ears drop it.
export function readings(word) {
  const lower = word.normalize('NFC').toLowerCase();
  const text = MARKED.test(lower) ? [...lower].map((sign) => (MARKED.test(sign) ? sign : plain(sign))).join('') : plain(lower);
  let found = [''];
  for (let at = 0; at < text.length;) {
    const [size, ways] = ruleAt(text, at);
    const several = SILENT.has(text[at]) && ways.length === 1 ? [...ways, ''] : ways;
    found = several.flatMap((way) => found.map((before) => before + way)).slice(0, MOST_READINGS);
    at += size;
  }
  return [...new Set(found.map((one) => one.replace(/(.)\1+/gu, '$1')))];
}

function ruleAt(text, at) {
  for (let size = Math.min(LONGEST, text.length - at); size > 0; size -= 1) {
    const key = text.slice(at, at + size);
    const rule = (at === 0 && RULES.get(`^${key}`)) || (at + size === text.length && RULES.get(`${key}$`)) || RULES.get(key);
    if (rule) return [size, rule];
  }
  return [1, [text[at]]];
}

const CLASSES = { b: 'p', p: 'p', d: 't', t: 't', g: 'k', k: 'k', h: 'k', v: 'f', f: 'f', s: 's', z: 's', S: 's', C: 's', J: 's', Z: 's', c: 's' };
const classOf = (sign) => CLASSES[sign] ?? sign;
const VOWEL = /[aeiou]/;

// What is left of a reading when vowels go and near sounds fall together: words with equal bones may be one name.
export function bones(reading) {
  const classes = [...reading].map((sign, at) => (VOWEL.test(sign) ? (at ? '.' : 'a') : classOf(sign))).join('');
  return classes.replace(/(.)\1+/gu, '$1').replaceAll('.', '');
}

// Short names fall together easily: how far two readings with equal bones may be, by the number of bones.
export const nearEnough = (key) => [0.12, 0.12, 0.18, 0.24][key.length] ?? 0.3;

export const vowelless = (reading) => reading.replace(/[aeiou]/g, '');

// How far two readings are, as a share of the longer: vowels and near sounds weigh less than other sounds.
export function apart(a, b) {
  if (a === b) return 0;
  let last = [0];
  for (const sign of b) last.push(last[last.length - 1] + weight(sign));
  for (const sign of a) {
    const row = [last[0] + weight(sign)];
    for (let j = 1; j <= b.length; j += 1) {
      row[j] = Math.min(last[j] + weight(sign), row[j - 1] + weight(b[j - 1]), last[j - 1] + change(sign, b[j - 1]));
    }
    last = row;
  }
  return last[b.length] / Math.max(a.length, b.length, 1);
}

const weight = (sign) => (VOWEL.test(sign) ? 0.4 : sign === 'h' ? 0.6 : 1);

function change(a, b) {
  if (a === b) return 0;
  if (VOWEL.test(a) && VOWEL.test(b)) return 0.3;
  return classOf(a) === classOf(b) ? 0.4 : 1.2;
}
