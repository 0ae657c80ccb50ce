// Finds pages: takes what is typed apart as the generator took the texts apart, fetches the few pieces of the index that hold
// those words, and shows what was found. Nothing is sent anywhere.

// --- One form for all spellings, and words: as in src/search/fold.rs, tokens.rs and latin.rs. ---

const DROPPED = /['\u00AD\u02BB\u02BC\u0300-\u036F\u0591-\u05BD\u05BF\u0610-\u061A\u0640\u064B-\u065F\u0670\u06D6-\u06DC\u1AB0-\u1AFF\u1DC0-\u1DFF\u200B-\u200F\u2018\u2019\u202A-\u202E\u2060-\u2064\u20D0-\u20FF\u30FB\uFE00-\uFE0F\uFEFF\u{E0100}-\u{E01EF}]/u;
const DENSE = /[\u0E00-\u109F\u1100-\u11FF\u1780-\u17FF\u2E80-\u2FDF\u3005-\u3007\u3021-\u3029\u303B\u3041-\u3096\u309D-\u309F\u30A1-\u30FF\u3105-\u312F\u31A0-\u31BF\u31F0-\u31FF\u3400-\u4DBF\u4E00-\u9FFF\uA960-\uA97F\uAA60-\uAA7F\uAC00-\uD7FF\uF900-\uFAFF\u{20000}-\u{3FFFF}]/u;
const LETTER = /[\p{Alphabetic}\p{N}]/u;
const OTHERS = { "ß": "ss", "æ": "ae", "œ": "oe", "ø": "o", "đ": "d", "ð": "d", "ł": "l", "ı": "i", "ヵ": "カ", "ヶ": "ケ", "\u3095": "カ", "\u3096": "ケ", "\u0649": "\u064A", "\u06CC": "\u064A", "\u0629": "\u0647", "\u06A9": "\u0643" };
const SHIFTED = [[0x3041, 0x3094, 0x60], [0x309D, 0x309E, 0x60], [0x660, 0x669, 0x30 - 0x660], [0x6F0, 0x6F9, 0x30 - 0x6F0], [0xE50, 0xE59, 0x30 - 0xE50]];
const GRAM = 3;
const LONGEST = 40;

/** What characters became before, for each table of old forms: a text repeats few of them. */
const memories = new WeakMap();

/** The memories of a table, a map for each thing that is remembered. */
function memory(old) {
  if (!memories.has(old)) memories.set(old, { ones: new Map(), alone: new Map(), texts: new Map() });
  return memories.get(old);
}

/** What one character becomes; `old`: old forms of characters and those that stand for them. */
function one(c, old) {
  if (DROPPED.test(c)) return "";
  const code = c.codePointAt(0);
  const shift = SHIFTED.find(([from, to]) => from <= code && code <= to);
  return shift ? String.fromCodePoint(code + shift[2]) : OTHERS[c] ?? old.get(c) ?? c;
}

/** The characters of a folded text. */
export function fold(text, old) {
  const { ones } = memory(old);
  let folded = "";
  for (const c of text.normalize("NFKD")) {
    let own = ones.get(c);
    if (own === undefined) {
      own = Array.from(c.toLowerCase(), (d) => one(d, old)).join("");
      ones.set(c, own);
    }
    folded += own;
  }
  return closeUp([...folded.normalize("NFC")]);
}

/** The characters that one character becomes which stands alone. */
function foldAlone(c, old) {
  const { alone } = memory(old);
  if (!alone.has(c)) alone.set(c, fold(c, old));
  return alone.get(c);
}

/** Takes out what separates the digits of a number and the characters of a word that is set wide. */
function closeUp(all) {
  const isDigit = (at) => all[at] >= "0" && all[at] <= "9" && all[at].length === 1;
  const isDense = (at) => at < all.length && DENSE.test(all[at]);
  const out = [];
  let together = 0;
  for (let at = 0; at < all.length; at += 1) {
    if (all[at] === "," && isDigit(at - 1) && isDigit(at + 1) && isDigit(at + 2) && isDigit(at + 3) && !isDigit(at + 4)) continue;
    if (all[at] === " ") {
      let next = at;
      while (all[next] === " ") next += 1;
      if (!(together === 1 && isDense(next) && !isDense(next + 1))) out.push(" ");
      together = 0;
      at = next - 1;
      continue;
    }
    together = isDense(at) ? together + 1 : 0;
    out.push(all[at]);
  }
  return out;
}

/** The tokens of a folded text: `dense` and `word` with their characters, `number`, `date`. */
export function tokens(all) {
  const out = [];
  let [number, year, month] = [null, null, null];
  for (let at = 0; at < all.length;) {
    const isDense = DENSE.test(all[at]);
    let end = at;
    while (end < all.length && (isDense ? DENSE.test(all[end]) : LETTER.test(all[end]) && !DENSE.test(all[end]))) end += 1;
    if (end === at) {
      [number, year, month] = [null, null, null];
      at += 1;
      continue;
    }
    const part = all.slice(at, end);
    at = end;
    if (!isDense) {
      number = part.length <= 8 && part.every((c) => c >= "0" && c <= "9" && c.length === 1) ? Number(part.join("")) : null;
      // The Arabic article is written in one with its word.
      if (part.length >= 5 && part[0] === "\u0627" && part[1] === "\u0644") part.splice(0, 2);
      out.push({ word: part.slice(0, LONGEST).join("") });
      continue;
    }
    const before = number;
    number = null;
    if (before !== null && part[0] === "年" && part.length === 1) year = before >= 1000 && before <= 65_535 ? before : null;
    else if (before !== null && part[0] === "月" && part.length === 1) month = before >= 1 && before <= 12 ? before : null;
    else if (before !== null && part[0] === "日") {
      if (month !== null && before >= 1 && before <= 31) out.push({ date: [year, month, before] });
      [year, month] = [null, null];
    } else {
      const unit = before === null ? 0 : { 千: 1e3, 万: 1e4, 億: 1e8 }[part[0]] ?? 0;
      if (unit) out.push({ number: before * unit });
      [year, month] = [null, null];
    }
    out.push({ dense: part.join("") });
  }
  return out;
}

const two = (number) => String(number).padStart(2, "0");
export const dateTerms = (year, month, day) => [...(year === null ? [] : [`@${String(year).padStart(4, "0")}${two(month)}${two(day)}`]), `@${two(month)}${two(day)}`];

/** The places of a dense part, each known by what follows. */
function grams(part) {
  const all = [...part];
  return all.map((_, at) => all.slice(at, at + GRAM).join(""));
}

/** All terms of a text, as the generator has them: for the comparison of both. */
export function terms(text, old) {
  return tokens(fold(text, old)).flatMap(({ word, dense, number, date }) =>
    dense !== undefined ? grams(dense) : date ? dateTerms(...date) : [word ?? String(number)]);
}

/** One form for all ways to write a Japanese name in Latin letters. */
export function canonical(text) {
  const letters = text.replace(/[^a-z]/g, "");
  const rules = [[/^cch/, "t", 1], [/^sh/, "sh", 2], [/^ch/, "ch", 2], [/^sy/, "sh", 2], [/^ty/, "ch", 2], [/^[zjd]y/, "j", 2], [/^si/, "shi", 2],
    [/^tsu/, "tsu", 3], [/^ti/, "chi", 2], [/^tu/, "tsu", 2], [/^hu/, "fu", 2], [/^[zd]i/, "ji", 2], [/^dzu/, "zu", 3], [/^du/, "zu", 2], [/^m[bpm]/, "n", 1], [/^oh(?![aiueoy])/, "o", 2]];
  let out = "";
  for (let rest = letters; rest;) {
    const rule = rules.find(([form]) => form.test(rest));
    const [written, taken] = rule ? [rule[1], rule[2]] : [rest[0], 1];
    rest = rest.slice(taken);
    for (const c of written) {
      const last = out.at(-1);
      const isLong = "aiueo".includes(c) && (last === c || (c === "u" && last === "o"));
      if (!isLong && !(c === "n" && last === "n")) out += c;
    }
  }
  return out;
}

/** An English word without the ending of a plural. */
function singular(word) {
  if (!/^[a-z]{4,}$/.test(word)) return word;
  if (/ies$/.test(word) && word.length > 4) return `${word.slice(0, -3)}y`;
  if (/(ss|sh|ch|x|z)es$/.test(word)) return word.slice(0, -2);
  return /[^sui]s$/.test(word) ? word.slice(0, -1) : word;
}

/** In how many letters two words differ: one that lacks, is one too many, is wrong, or has changed places; `most` or more is too many. */
function distance(a, b, most) {
  if (Math.abs(a.length - b.length) >= most) return most;
  let [before, last, now] = [[], Array.from({ length: b.length + 1 }, (_, at) => at), []];
  for (let i = 1; i <= a.length; i += 1) {
    now = [i];
    for (let j = 1; j <= b.length; j += 1) {
      const same = a[i - 1] === b[j - 1];
      now[j] = Math.min(last[j] + 1, now[j - 1] + 1, last[j - 1] + (same ? 0 : 1));
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) now[j] = Math.min(now[j], before[j - 2] + 1);
    }
    [before, last] = [last, now];
  }
  return Math.min(last[b.length], most);
}

/** The order of the index: by code points. */
function compare(a, b) {
  let at = 0;
  while (at < a.length && at < b.length && a[at] === b[at]) at += 1;
  return at < a.length && at < b.length ? a.codePointAt(at) - b.codePointAt(at) : a.length - b.length;
}

// --- The index of a language. ---

/** How much a word counts that stands in a text once, several times, in a heading or summary, in a name. */
const WEIGHTS = [1, 1.4, 2.5, 7];
const NAME = 3;

export class Index {
  /** `load` fetches a file of the index, by its name, and inflates it. */
  constructor(load) {
    this.load = load;
    this.files = new Map();
  }

  async open() {
    this.root = JSON.parse(new TextDecoder().decode(await this.load("index.bin", true)));
    const { parts, old } = this.root;
    const pairs = [...old];
    this.old = new Map(pairs.flatMap((c, at) => (at % 2 ? [] : [[c, pairs[at + 1]]])));
    this.pages = parts.length;
    // Where the parts of each page begin; behind the last, how many there are.
    this.start = new Uint32Array(this.pages + 1);
    for (let page = 0; page < this.pages; page += 1) this.start[page + 1] = this.start[page] + parts[page];
    this.every = Uint32Array.from(parts, (_, page) => page);
    this.names = new Map();
    this.months = new Map();
    this.phrases = new WeakMap();
    return this;
  }

  file(name, read) {
    if (!this.files.has(name)) this.files.set(name, this.load(`${this.root.folder}/${name}`).then(read));
    return this.files.get(name);
  }

  json(name) {
    return this.file(`${name}.bin`, (bytes) => JSON.parse(new TextDecoder().decode(bytes)));
  }

  /** What results show of a page. */
  async document(page) {
    const block = await this.json(`d${Math.floor(page / this.root.block)}`);
    return block[page % this.root.block];
  }

  shard(number) {
    return this.file(`t${number}.bin`, (bytes) => {
      const terms = [];
      const text = new TextDecoder();
      let at = 0;
      const take = () => {
        let [value, shift] = [0, 1];
        for (; bytes[at] & 0x80; at += 1) [value, shift] = [value + (bytes[at] & 0x7F) * shift, shift * 128];
        value += bytes[at] * shift;
        at += 1;
        return value;
      };
      let last = new Uint8Array();
      while (at < bytes.length) {
        const [shared, own] = [take(), take()];
        const term = new Uint8Array(shared + own);
        term.set(last.subarray(0, shared));
        term.set(bytes.subarray(at, at + own), shared);
        at += own;
        const length = take();
        const end = at + Math.floor(length / 2);
        terms.push({ text: text.decode(term), isWhole: length % 2 === 1, bytes: bytes.subarray(at, end) });
        at = end;
        last = term;
      }
      return terms;
    });
  }

  /** The shard in which a term would stand. */
  place(term) {
    let [low, high] = [0, this.root.first.length - 1];
    while (low < high) {
      const middle = Math.ceil((low + high) / 2);
      if (compare(this.root.first[middle], term) <= 0) low = middle;
      else high = middle - 1;
    }
    return low;
  }

  /** The term itself, if there is one. */
  async exactly(term) {
    if (!this.root.first.length) return undefined;
    return (await this.shard(this.place(term))).find(({ text, isWhole }) => text === term && !isWhole);
  }

  /** All terms that begin so; where they are many, one that stands for all, behind the term itself. */
  async beginning(prefix, most = 8) {
    const found = [];
    for (let number = this.place(prefix), left = most; left > 0 && number < this.root.first.length; number += 1, left -= 1) {
      if (compare(this.root.first[number], prefix) > 0 && !this.root.first[number].startsWith(prefix)) break;
      for (const term of await this.shard(number)) {
        if (term.isWhole ? term.text !== `${prefix}*` : !term.text.startsWith(prefix)) continue;
        found.push(term);
        if (term.isWhole) return found;
      }
    }
    return found;
  }

  // Each of these gives how much what is looked for counts in each part of the site: 0 where it does not stand.

  /** Nowhere. */
  nowhere() {
    return new Float64Array(this.start[this.pages]);
  }

  /** Parts in which some terms stand. `factor` says how much less each counts than the word itself. */
  any(terms, factor = () => 1) {
    const counts = this.nowhere();
    for (const term of terms) {
      const by = factor(term);
      const { bytes } = term;
      let [part, value, shift] = [0, 0, 0];
      for (let at = 0; at < bytes.length; at += 1) {
        value |= (bytes[at] & 0x7F) << shift;
        if (bytes[at] & 0x80) {
          shift += 7;
          continue;
        }
        part += value >>> 2;
        const own = WEIGHTS[value & 3] * by;
        if (own > counts[part]) counts[part] = own;
        value = 0;
        shift = 0;
      }
    }
    return counts;
  }

  /** Characters of a dense script that stand together. */
  async dense(run) {
    const all = [...run];
    if (all.length < GRAM) return this.any(await this.beginning(run), ({ text }) => (text === run ? 1 : 0.95));
    const last = all.length - GRAM;
    // A few places are enough to know a long run by.
    const places = last <= 3 ? Array.from({ length: last + 1 }, (_, at) => at) : [0, 1, 2, 3].map((third) => Math.round((third * last) / 3));
    const grams = await Promise.all(places.map((at) => this.exactly(all.slice(at, at + GRAM).join(""))));
    return grams.includes(undefined) ? this.nowhere() : grams.map((gram) => this.any([gram])).reduce(both);
  }

  /** A word: itself, another number of it, and where it may go on, what begins with it. */
  async word(word, goesOn) {
    const stem = singular(word);
    const forms = new Set([word, stem, `${stem}s`, `${stem}es`, stem.replace(/y$/, "ies")]);
    const found = await Promise.all([...forms].map((form) => this.exactly(form)));
    const same = found.filter((term) => term && singular(term.text) === stem);
    const longer = goesOn || !same.length ? await this.beginning(word) : [];
    return this.any([...same, ...longer], ({ text, isWhole }) => (text === word ? 1 : !isWhole && singular(text) === stem ? 0.95 : 0.55));
  }

  /** A Japanese name as it sounds. */
  async sound(word) {
    const sound = canonical(word);
    return sound.length < 3 ? this.nowhere() : this.any(await this.beginning(`~${sound.slice(0, 24)}`), ({ text }) => (text === `~${sound}` ? 0.95 : 0.6));
  }

  /** The words that somebody may have meant who typed a letter wrong. */
  async near(word, goesOn) {
    const length = word.length;
    if (length < 5 || !/^\p{L}+$/u.test(word)) return [];
    const most = length >= 9 ? 3 : 2;
    const half = Math.max(2, Math.floor(length / 2) - 1);
    const backwards = [...word].reverse().join("").slice(0, half);
    const [forward, back] = await Promise.all([this.beginning(word.slice(0, half), 6), this.beginning(`<${backwards}`, 6)]);
    const words = new Set([...forward.filter(({ isWhole }) => !isWhole).map(({ text }) => text), ...back.map(({ text }) => [...text.slice(1)].reverse().join(""))]);
    const far = (other) => Math.min(distance(word, other, most), goesOn && other.length > length ? distance(word, other.slice(0, length), most) + 0.5 : most);
    const near = [...words].map((other) => [far(other), other]).filter(([by]) => by < most).sort((a, b) => a[0] - b[0]);
    return near.filter(([by]) => by <= near[0][0]).slice(0, 8).map(([, other]) => other);
  }

  // --- What is typed. ---

  /** Takes what is typed apart: what must be found, and the questions that are asked. */
  parse(query, questions = [], language = "en") {
    const dates = [];
    const rest = query.normalize("NFKC")
      .replace(/(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?!\d)/g, (_, year, month, day) => (dates.push([Number(year), Number(month), Number(day)]), " "))
      .replace(/(?<![\d/])(\d{1,2})\/(\d{1,2})(?![\d/])/g, (_, month, day) => (dates.push([null, Number(month), Number(day)]), " "));
    let all = tokens(fold(rest, this.old));
    const asked = [];
    all = this.ask(all, questions, asked);
    const nodes = dates.map((date) => ({ date }));
    if (!this.months.has(language)) this.months.set(language, monthNames(language, this.old));
    const names = this.months.get(language);
    for (let at = 0; at < all.length; at += 1) {
      const { word, dense, number, date } = all[at];
      if (date || number) {
        // What it is made of is said by it.
        const made = date ? ["日", "月", ...(date[0] === null ? [] : ["年"])].length * 2 - 1 : 1;
        nodes.splice(Math.max(0, nodes.length - made));
        nodes.push(date ? { date } : { word: String(number), isNumber: true });
        const next = all[at + 1];
        if (next?.dense) next.dense = next.dense.slice(1);
        if (date && nodes.length > 1 && /^\d+$/.test(nodes.at(-2)?.word ?? "")) nodes.splice(-2, 1);
        continue;
      }
      if (dense === "") continue;
      const day = (token) => (/^\d{1,2}(st|nd|rd|th)?$/.test(token?.word ?? "") ? parseInt(token.word, 10) : 0);
      const month = names.get(word);
      if (month && (day(all[at + 1]) || (at > 0 && day(all[at - 1]) && nodes.at(-1)?.word === all[at - 1].word))) {
        const isBefore = at > 0 && day(all[at - 1]) && nodes.at(-1)?.word === all[at - 1].word;
        const number = isBefore ? day(all[at - 1]) : day(all[at + 1]);
        if (isBefore) nodes.pop();
        const after = all[at + (isBefore ? 1 : 2)]?.word;
        const year = /^\d{4}$/.test(after ?? "") ? Number(after) : null;
        at += (isBefore ? 0 : 1) + (year === null ? 0 : 1);
        nodes.push({ date: [year, month, number] });
        continue;
      }
      nodes.push(dense === undefined ? { word } : { dense });
    }
    const last = nodes.at(-1);
    // Who goes on typing has not finished the last word.
    if (last?.word && !last.isNumber && !/\s$/.test(query)) last.goesOn = true;
    return { nodes, asked };
  }

  /** Finds the words of questions, and leaves what they are asked about. */
  ask(all, questions, asked) {
    const text = (token) => token.dense ?? token.word ?? "";
    if (!this.phrases.has(questions)) {
      const phrases = questions.flatMap(([name, , words]) => words.map((words_) => ({ name, tokens: tokens(fold(words_, this.old)) })));
      this.phrases.set(questions, phrases.sort((a, b) => b.tokens.map(text).join("").length - a.tokens.map(text).join("").length));
    }
    let left = all.slice();
    for (const { name, tokens: phrase } of this.phrases.get(questions)) {
      const first = phrase[0];
      for (let at = 0; at < left.length; at += 1) {
        const isHere = phrase.every((token, by) => left[at + by] && text(left[at + by]) === text(token));
        const isEnd = phrase.length === 1 && first.dense && left[at].dense?.endsWith(first.dense);
        if (!isHere && !isEnd) continue;
        if (!asked.some((one) => one.name === name)) asked.push({ name, words: phrase });
        const before = isHere ? "" : left[at].dense.slice(0, -first.dense.length);
        const subject = before.replace(/[ノハガモヲニ]$/, "");
        left.splice(at, phrase.length, ...(subject ? [{ dense: subject, whole: left[at].dense }] : []));
      }
    }
    // A question about nothing is a word like others.
    if (!left.some((token) => text(token) && !/^(ノ|ハ|ガ|デスカ|カ|the|for|of|is|the|a|an|in|at|to|do|does|it)$/.test(text(token)))) left = all.slice();
    else left = left.filter((token) => !/^(is|the|a|an|for|of|to|do|does|it|are|much|i|need)$/.test(token.word ?? "") || !asked.length);
    return left;
  }

  /** The parts that hold a node; when there are none, those that hold what was likely meant. */
  async look(node) {
    if (node.date) {
      const [year, month, day] = node.date;
      const exact = await this.exactly(dateTerms(year, month, day)[0]);
      const swapped = year === null && day <= 12 ? await this.exactly(dateTerms(null, day, month)[0]) : undefined;
      return this.any([exact, swapped].filter(Boolean));
    }
    if (node.dense) {
      for (const dense of [node.dense, ...otherForms(node.dense)]) {
        const found = await this.dense(dense);
        node.marks = [{ dense }];
        if (isAnywhere(found)) return found;
      }
      return this.loose(node);
    }
    node.marks = [{ word: node.word }];
    const found = await this.word(node.word, node.goesOn);
    if (isAnywhere(found)) return found;
    const sounds = await this.sound(node.word);
    if (isAnywhere(sounds)) {
      node.marks = [{ sound: canonical(node.word) }];
      return sounds;
    }
    node.meant = await this.near(node.word, node.goesOn);
    node.marks = node.meant.map((word) => ({ word }));
    const near = (await Promise.all(node.meant.map((word) => this.exactly(word)))).filter(Boolean);
    return this.any(near, () => 0.8);
  }

  /** Words that stand together in what is typed and apart in the texts; or the first characters of the words of a name. */
  async loose(node) {
    if ([...node.dense].length < 3) return this.initials(node);
    const words = typeof Intl.Segmenter === "function"
      ? [...new Intl.Segmenter("ja", { granularity: "word" }).segment(node.dense)].map(({ segment }) => segment).filter((word) => !/^[ァ-ン]$/.test(word))
      : [];
    if (words.length > 1) {
      const found = (await Promise.all(words.map((word) => this.dense(word)))).map((parts) => this.onPages(parts));
      const all = found.reduce(both);
      if (isAnywhere(all)) {
        node.marks = words.map((dense) => ({ dense }));
        return all.map((counts) => counts * 0.8);
      }
    }
    return this.initials(node);
  }

  /** A name of which some characters are typed: 厚労省. */
  async initials(node) {
    const characters = [...node.dense];
    if (characters.length > 6) return this.nowhere();
    const found = await Promise.all(characters.map(async (c) => this.any(await this.beginning(c))));
    node.marks = characters.map((dense) => ({ dense }));
    return found.reduce(both).map((counts) => (counts >= WEIGHTS[NAME] * 0.9 ? counts * 0.5 : 0));
  }

  /** The most that something counts on each page, in the page's first part. */
  onPages(counts) {
    const most = this.nowhere();
    for (let page = 0; page < this.pages; page += 1) {
      for (let part = this.start[page]; part < this.start[page + 1]; part += 1) most[this.start[page]] = Math.max(most[this.start[page]], counts[part]);
    }
    return most;
  }

  /** The pages that answer what is typed. */
  async search(query, questions, language) {
    const { nodes, asked } = this.parse(query, questions, language);
    const found = new Found(nodes, asked, this.pages);
    if (!nodes.length) return found;
    const counts = await Promise.all(nodes.map((node) => this.look(node)));
    const wholes = await Promise.all(nodes.map((node) => (node.whole ? this.dense(node.whole) : undefined)));
    // How many nodes each page holds, and how much of what is typed its names hold.
    const [held, named] = [new Uint8Array(this.pages), new Uint16Array(this.pages)];
    nodes.forEach((node, number) => this.score(node, counts[number], wholes[number], found, held, named));
    const some = this.every.filter((page) => held[page]);
    const all = some.filter((page) => held[page] === nodes.length);
    found.pages = all.length ? all : some;
    const wanted = { cost: { fees: 1.6, programs: 1.15 }, when: { schedules: 1.7, programs: 1.1 }, papers: { programs: 1.4 }, length: { programs: 1.3 } };
    const weights = this.root.names.map(([kind, weight]) => asked.reduce((by, { name }) => by * (wanted[name][kind] ?? 1), weight));
    for (const page of found.pages) {
      found.scores[page] *= weights[this.root.kinds[page]] * (1 + Math.min(1, named[page] / this.root.sizes[page])) * (held[page] / nodes.length) ** 2;
    }
    await this.nameFirst(found, query);
    return found;
  }

  /** Adds what one node counts to the scores of the pages. */
  score(node, counts, whole, found, held, named) {
    // Of each page, the part that counts most, and how much: 0 where none does.
    const [best, most] = [new Uint32Array(this.pages), new Float64Array(this.pages)];
    let pages = 0;
    for (let page = 0, part = 0; page < this.pages; page += 1) {
      for (const end = this.start[page + 1]; part < end; part += 1) {
        const count = whole?.[part] ? counts[part] * 1.5 : counts[part];
        if (count > most[page]) [best[page], most[page]] = [part, count];
      }
      if (most[page]) pages += 1;
    }
    const rare = Math.log(1 + this.pages / (1 + pages)) + 0.3;
    const length = node.dense ? Math.ceil([...node.dense].length / 2) : 1;
    for (let page = 0; page < this.pages; page += 1) {
      if (!most[page]) continue;
      const score = rare * most[page];
      held[page] += 1;
      found.scores[page] += score;
      if (counts[best[page]] >= WEIGHTS[NAME] * 0.5) named[page] += length;
      // A part under a heading is where to go, unless the page as a whole is named so.
      if (score > found.most[page]) [found.most[page], found.parts[page]] = [score, best[page] - this.start[page]];
    }
  }

  /** Among the first, those whose name is just what is typed come before others. */
  async nameFirst(found, query) {
    const typed = this.letters(query).letters;
    const sound = canonical(typed);
    await Promise.all(found.best(12).map(async (page) => {
      const names = (await this.document(page)).names.map((name) => this.letters(name));
      const is = (test) => names.some(test);
      if (is(({ letters }) => letters === typed)) found.scores[page] *= 3;
      else if (sound.length > 3 && is((name) => name.sound === sound)) found.scores[page] *= 2.5;
      else if (is(({ letters }) => letters.startsWith(typed))) found.scores[page] *= 1.3;
    }));
  }

  /** The letters of a name, and of Latin ones how they sound. What one keystroke finds, the next mostly finds again. */
  letters(name) {
    if (!this.names.has(name)) {
      const letters = fold(name, this.old).filter((c) => LETTER.test(c)).join("");
      this.names.set(name, { letters, sound: /^[a-z0-9]+$/.test(letters) ? canonical(letters) : "" });
    }
    return this.names.get(name);
  }
}

/** What was found: the pages in the order of the site, with the score of each and the part that it is best known by. */
class Found {
  constructor(nodes, asked, count) {
    this.nodes = nodes;
    this.asked = asked;
    this.pages = new Uint32Array();
    this.scores = new Float64Array(count);
    this.most = new Float64Array(count);
    this.parts = new Uint32Array(count);
  }

  /** The first of some pages, best first; the others are not sorted. */
  best(count, pages = this.pages) {
    const order = (a, b) => this.scores[b] - this.scores[a] || a - b;
    const first = [];
    for (const page of pages) {
      if (first.length >= count && order(first.at(-1), page) < 0) continue;
      let at = first.length;
      while (at > 0 && order(first[at - 1], page) > 0) at -= 1;
      first.splice(at, 0, page);
      first.length = Math.min(first.length, count);
    }
    return first;
  }
}

/** What a run may stand for that stands nowhere: one without long vowels; a Korean word without the particle at its end. */
function otherForms(run) {
  const stems = /^[\uAC00-\uD7A3]{3,}$/.test(run) ? [run.slice(0, -1), run.slice(0, -2)].filter((stem) => stem.length > 1) : [];
  return [run.replaceAll("ー", ""), ...stems].filter((form) => form && form !== run);
}

/** Where both count, as what counts less. */
function both(a, b) {
  for (let part = 0; part < a.length; part += 1) if (b[part] < a[part]) a[part] = b[part];
  return a;
}

function isAnywhere(counts) {
  return counts.some((own) => own > 0);
}

/** The names of months in a language and in English, folded, with their numbers. */
function monthNames(language, old) {
  const names = new Map();
  for (const tag of new Set(["en", ...Intl.DateTimeFormat.supportedLocalesOf([language])])) {
    for (const style of ["long", "short"]) {
      const format = new Intl.DateTimeFormat(tag, { month: style, timeZone: "UTC" });
      for (let month = 1; month <= 12; month += 1) {
        const name = fold(format.format(new Date(Date.UTC(2024, month - 1, 1))), old).join("").replace(/\.$/, "");
        if (/^\p{L}+$/u.test(name)) names.set(name, month);
      }
    }
  }
  return names;
}

// --- Results. ---

/** Results that are shown at once. */
const SHOWN = 10;

/** Results whose page is fetched to show where in it the words stand. */
const QUOTED = 4;

/** Fetches files below an address, and inflates them. */
function loader(base) {
  return async (name, isNew) => {
    const answer = await fetch(base + name, isNew ? { cache: "no-cache" } : {});
    if (!answer.ok) throw new Error(`${answer.status}: ${name}`);
    return new Uint8Array(await new Response(answer.body.pipeThrough(new DecompressionStream("deflate-raw"))).arrayBuffer());
  };
}

const indexes = new Map();

/** The index that lies below a page of results; fetched once. */
export function indexAt(base) {
  if (!indexes.has(base)) {
    const index = new Index(loader(base)).open();
    index.catch(() => indexes.delete(base));
    indexes.set(base, index);
  }
  return indexes.get(base);
}

/** A text as it is looked through, and where in the text each of its characters stands. Those of a few results are remembered. */
function flattened(text, old) {
  const { texts } = memory(old);
  if (!texts.has(text)) {
    const [characters, from] = [[], []];
    let at = 0;
    for (const c of text) {
      for (const folded of foldAlone(c, old)) {
        characters.push(folded.length === 1 ? folded : "\uFFFC");
        from.push(at);
      }
      at += c.length;
    }
    from.push(at);
    if (texts.size >= 500) texts.clear();
    texts.set(text, { flat: characters.join(""), from });
  }
  return texts.get(text);
}

/** Where in a text the words of nodes stand: from, to, in order. */
function spans(text, nodes, old) {
  const { flat, from } = flattened(text, old);
  const found = [];
  const add = (start, length) => found.push([from[start], from[start + length] ?? text.length]);
  const marks = nodes.flatMap((node) => node.marks ?? []);
  for (const { dense } of marks.filter((mark) => mark.dense)) {
    for (let place = flat.indexOf(dense); place >= 0; place = flat.indexOf(dense, place + 1)) add(place, dense.length);
  }
  for (const word of flat.matchAll(/[\p{L}\p{N}]+/gu)) {
    if (DENSE.test(word[0][0])) continue;
    const fits = marks.some((mark) => mark.word !== undefined
      ? word[0].startsWith(mark.word) || singular(word[0]) === singular(mark.word)
      : mark.sound !== undefined && canonical(word[0]).startsWith(mark.sound));
    if (fits) add(word.index, word[0].length);
  }
  found.sort((a, b) => a[0] - b[0] || b[1] - a[1]);
  const joined = [];
  for (const [start, end] of found) {
    const last = joined.at(-1);
    if (last && start <= last[1]) last[1] = Math.max(last[1], end);
    else joined.push([start, end]);
  }
  return joined;
}

/** Appends a text in which the words that were looked for are marked. */
function marked(element, text, nodes, old, within = []) {
  const found = spans(text, nodes, old);
  const put = (parent, start, end) => {
    let at = start;
    for (const [from, to] of found.map(([from, to]) => [Math.max(from, start), Math.min(to, end)]).filter(([from, to]) => from < to)) {
      parent.append(text.slice(at, from), make("mark", text.slice(from, to)));
      at = to;
    }
    parent.append(text.slice(at, end));
  };
  let at = 0;
  for (const [words, lang] of within) {
    const start = text.indexOf(words, at);
    if (start < 0) continue;
    put(element, at, start);
    at = start + words.length;
    const other = make("span", "", { lang });
    put(other, start, at);
    element.append(other);
  }
  put(element, at, text.length);
  return element;
}

function make(name, text, attributes = {}) {
  const element = document.createElement(name);
  if (text) element.textContent = text;
  for (const [key, value] of Object.entries(attributes)) if (value !== undefined && value !== null) element.setAttribute(key, value);
  return element;
}

/** The page of results. */
class Results {
  constructor(box) {
    this.box = box;
    this.words = JSON.parse(box.dataset.words);
    this.form = document.querySelector("form.search");
    this.input = this.form.elements.q;
    this.lists = document.querySelector(".search-lists");
    this.base = new URL(this.form.getAttribute("action"), location.href).href;
    this.language = document.documentElement.lang;
    this.status = make("p", "", { role: "status", class: "count" });
    this.narrow = make("details", "", { class: "narrow" });
    this.narrow.append(make("summary", this.words.narrow));
    this.narrow.hidden = true;
    this.list = make("ol", "", { class: "found" });
    this.more = make("button", this.words.more, { type: "button" });
    this.more.hidden = true;
    this.others = make("section", "", { class: "others" });
    this.others.hidden = true;
    // Words that the reader's language lacks.
    if (box.dataset.saidIn) for (const said of [this.status, this.narrow, this.more]) said.lang = box.dataset.saidIn;
    box.append(this.status, this.narrow, this.list, this.more, this.others);
    box.hidden = false;
    document.querySelector(".no-script")?.remove();
    this.turn = 0;
    this.filters = new Map();
    this.more.addEventListener("click", () => this.showMore());
    this.narrow.addEventListener("toggle", () => this.narrow.open && this.showFacets());
    this.form.addEventListener("submit", (event) => {
      event.preventDefault();
      clearTimeout(this.waiting);
      if (this.input.value.trim() !== (new URL(location.href).searchParams.get("q") ?? "")) this.keep("pushState");
      this.run().then(() => this.list.querySelector("a")?.focus({ preventScroll: true }));
    });
    this.input.addEventListener("input", (event) => {
      clearTimeout(this.waiting);
      if (event.isComposing) return;
      this.waiting = setTimeout(() => {
        this.keep("replaceState");
        this.run();
      }, 180);
    });
    this.input.addEventListener("compositionend", () => this.input.dispatchEvent(new Event("input")));
    addEventListener("popstate", () => this.restore());
    addEventListener("keydown", (event) => this.move(event));
    this.restore();
  }

  /** What the address says. */
  restore() {
    const asked = new URL(location.href).searchParams;
    this.input.value = asked.get("q") ?? "";
    this.filters = new Map([...asked].filter(([name, value]) => name !== "q" && value));
    if (this.filters.size) this.narrow.open = true;
    this.run();
  }

  /** Puts what is asked into the address, and into those of the other languages. */
  keep(how) {
    const address = new URL(location.href);
    address.search = "";
    if (this.input.value.trim()) address.searchParams.set("q", this.input.value.trim());
    for (const [name, value] of this.filters) address.searchParams.set(name, value);
    history[how](null, "", address);
    this.keepLanguages();
  }

  keepLanguages() {
    for (const link of document.querySelectorAll(".languages a")) link.search = this.input.value.trim() ? `?q=${encodeURIComponent(this.input.value.trim())}` : "";
  }

  /** Arrow keys go from the field through the results and back; Escape goes to the field. */
  move(event) {
    if (event.isComposing || event.altKey || event.ctrlKey || event.metaKey) return;
    const links = [...this.box.querySelectorAll("ol > li > a")];
    const at = links.indexOf(document.activeElement);
    const isField = document.activeElement === this.input;
    if (event.key === "ArrowDown" && (isField || at >= 0) && links[at + 1]) links[at + 1].focus();
    else if (event.key === "ArrowUp" && at >= 0) (links[at - 1] ?? this.input).focus();
    else if (event.key === "Escape" && at >= 0) this.input.focus();
    else return;
    event.preventDefault();
  }

  async run() {
    const turn = (this.turn += 1);
    const query = this.input.value.trim();
    this.keepLanguages();
    document.title = document.title.replace(/^(.*: )?/, query ? `${query}: ` : "");
    if (!query) {
      this.kept = new Uint32Array();
      this.result = undefined;
      await this.show([]);
      this.status.textContent = this.words.start;
      this.lists.hidden = false;
      return;
    }
    const slow = setTimeout(() => turn === this.turn && (this.status.textContent = this.words.waiting), 400);
    try {
      const index = await indexAt(this.base);
      const result = await index.search(this.input.value, this.words.questions, this.language);
      if (turn !== this.turn) return;
      // From here on the status says what was found.
      clearTimeout(slow);
      this.index = index;
      this.result = result;
      await this.filter();
    } catch {
      if (turn === this.turn) this.status.textContent = this.words.failed;
    } finally {
      clearTimeout(slow);
    }
  }

  /** Shows the results that pass the filters. */
  async filter() {
    const turn = this.turn;
    const { pages, nodes } = this.result;
    let kept = pages;
    for (const [name, value] of this.filters) {
      const having = await this.having(name, value);
      if (having) kept = kept.filter((page) => having.has(page));
    }
    if (turn !== this.turn) return;
    this.kept = kept;
    const meant = [...new Set(nodes.flatMap((node) => node.meant ?? []))];
    this.status.textContent = kept.length ? this.words.count.replace("{count}", kept.length) : this.words.none;
    if (meant.length && kept.length) this.status.append(` ${this.words.nearest}${meant.slice(0, 3).join(", ")}`);
    this.lists.hidden = kept.length > 0;
    await this.show(this.result.best(SHOWN, kept));
    if (turn === this.turn && this.narrow.open) await this.showFacets();
    if (turn === this.turn && !kept.length) await this.suggest();
  }

  async show(pages) {
    const { turn, result } = this;
    const items = await Promise.all(pages.map((page) => this.item(this.index, page, result)));
    if (turn !== this.turn) return;
    this.list.replaceChildren(...items.map(({ item }) => item));
    this.more.hidden = pages.length >= this.kept.length;
    this.narrow.hidden = !result?.pages.length;
    this.offerOthers();
    dispatchEvent(new Event("annai:added"));
    // Results are read while excerpts are fetched, one after the other.
    if (!navigator.connection?.saveData) (globalThis.requestIdleCallback ?? setTimeout)(() => this.quoteAll(items.slice(0, QUOTED), turn));
  }

  async quoteAll(items, turn) {
    for (const { item, lacks, href, part, summary } of items) {
      if (turn !== this.turn) return;
      if (lacks) await this.quote(item, href, part, summary, this.result.nodes, this.index.old);
    }
  }

  async showMore() {
    const shown = this.list.children.length;
    const pages = this.result.best(shown + SHOWN, this.kept).slice(shown);
    const items = (await Promise.all(pages.map((page) => this.item(this.index, page, this.result)))).map(({ item }) => item);
    this.list.append(...items);
    this.more.hidden = this.list.children.length >= this.kept.length;
    items[0]?.querySelector("a").focus();
    dispatchEvent(new Event("annai:added"));
  }

  /** When nothing is found: what has some of the letters. */
  async suggest() {
    const words = this.result.nodes.flatMap((node) => (node.word ? [node.word] : []));
    const near = (await Promise.all(words.map((word) => this.index.near(word, true)))).flat().slice(0, 5);
    if (!near.length) return;
    this.status.append(` ${this.words.nearest}`);
    near.forEach((word, number) => this.status.append(number ? ", " : "", make("a", word, { href: `?q=${encodeURIComponent(word)}` })));
  }

  /** A result, and whether it lacks an excerpt that shows the words. */
  async item(index, page, { nodes, parts }, language) {
    const found = await index.document(page);
    const kind = index.root.names[index.root.kinds[page]][0];
    const item = make("li", "", { lang: language });
    const title = found.names[0];
    const part = parts[page] > 0 ? found.parts?.[parts[page] - 1] : undefined;
    const isNamed = spans(title, nodes, index.old).length > 0;
    const href = part && !isNamed ? `${found.href}#${encodeURIComponent(part[0])}` : found.href;
    const named = (element, name) => {
      const [lang, within] = found.langs[found.names.indexOf(name)];
      if (lang) element.lang = lang;
      return marked(element, name, nodes, index.old, within);
    };
    item.append(named(make("a", "", { href }), title));
    const meta = make("span", "", { class: "meta" });
    meta.append(make("span", this.words.kinds[kind], { lang: language ? this.language : undefined }));
    if (found.windows) meta.append(" ", make("span", this.words.states.unknown, { class: "badge unknown", "data-windows": found.windows }));
    const other = found.names.slice(1).find((name) => !isNamed && spans(name, nodes, index.old).length);
    if (other) meta.append(" ", named(make("span", "", { class: "also" }), other));
    item.append(meta);
    const answers = this.answers(found);
    if (answers) item.append(answers);
    const text = make("p");
    if (found.summary) marked(text, found.summary, nodes, index.old);
    if (text.childNodes.length) item.append(text);
    if (part && !isNamed) item.append(marked(make("p", this.words.part, { class: "part" }), part[1], nodes, index.old));
    const lacks = nodes.some((node) => node.marks && ![title, found.summary ?? "", other ?? "", part?.[1] ?? ""].some((words) => spans(words, [node], index.old).length));
    return { item, lacks, href: found.href, part, summary: found.summary };
  }

  /** The facts that answer what is asked, and when to act. */
  answers(found) {
    const list = make("dl", "", { class: "facts" });
    const asked = new Set(this.result.asked.map(({ name }) => name));
    for (const [name, label] of this.words.questions) {
      if (!asked.has(name) && name !== "when") continue;
      const value = make("dd");
      if (name === "when" && found.dates?.length) {
        value.dataset.next = "";
        for (const [at, since, words] of found.dates) {
          const date = make("span", words, { "data-at": at, "data-since": since || undefined });
          date.hidden = true;
          value.append(date);
        }
        const now = Date.now() / 1000;
        if (!asked.has(name) && !found.dates.some(([at, since]) => now < at && now >= since)) continue;
        if (asked.has(name) && !found.dates.some(([at]) => now < at)) {
          value.removeAttribute("data-next");
          for (const date of value.children) date.hidden = false;
          value.replaceChildren(...[...value.children].flatMap((date, number) => (number ? [" · ", date] : [date])));
        }
      } else if (name !== "when" && found[name]) value.textContent = found[name];
      else continue;
      list.append(make("dt", label), value);
    }
    return list.childElementCount ? list : null;
  }

  /** Shows where on a page the words stand; the page says it itself. */
  async quote(item, href, part, summary, nodes, old) {
    const answer = await fetch(href).catch(() => null);
    if (!answer?.ok) return;
    const page = new DOMParser().parseFromString(await answer.text(), "text/html");
    const blocks = [...page.querySelectorAll("main :is(p, li, dd, td, th, h2, h3, dt, figcaption)")];
    const from = part ? page.getElementById(part[0]) : null;
    const after = from ? blocks.filter((block) => from.compareDocumentPosition(block) & Node.DOCUMENT_POSITION_FOLLOWING) : [];
    let best = null;
    for (const block of [...after, ...blocks]) {
      for (const reading of block.querySelectorAll("rt, rp, script")) reading.remove();
      const text = block.textContent.replace(/\s+/g, " ").trim();
      // The summary stands there already.
      if (text === summary?.replace(/\s+/g, " ").trim()) continue;
      const count = nodes.filter((node) => node.marks && spans(text, [node], old).length).length;
      if (count > (best?.count ?? 0)) best = { count, text };
      if (count === nodes.length) break;
    }
    if (!best) return;
    const [start, end] = spans(best.text, nodes, old)[0];
    const [before, behind] = [[...best.text.slice(0, start)].slice(-40), [...best.text.slice(end)].slice(0, 80)];
    const whole = before.length < 40 ? "" : "…";
    item.append(marked(make("p", whole, { class: "quote" }), before.join("") + best.text.slice(start, end) + behind.join("") + (behind.length < 80 ? "" : "…"), nodes, old));
  }

  // Narrowing down.

  /** The pages that have a value of a facet. */
  async having(name, value) {
    const { index } = this;
    if (name === "kind") return new Set(index.root.kinds.flatMap((kind, page) => (index.root.names[kind][0] === value ? [page] : [])));
    if (name === "cost") return new Set((await index.json("cost")).filter(([, amount]) => amount <= Number(value)).map(([page]) => page));
    if (name === "recruitment") return new Set((await this.states()).flatMap(([page, state]) => (state === value ? [page] : [])));
    if (!["prefectures", "specialties", "languages"].includes(name)) return null;
    const found = (await index.json(name)).find(([id]) => id === value);
    return found ? new Set(sums(found[2])) : new Set();
  }

  /** Pages with their state at this moment, as the badge shows it: the rule is the script's of all pages. */
  async states() {
    const pages = await this.index.json("recruitment");
    const event = new CustomEvent("annai:states", { detail: { windows: pages.map(([, windows]) => windows), states: [] } });
    dispatchEvent(event);
    return pages.map(([page], number) => [page, event.detail.states[number]]);
  }

  async showFacets() {
    const turn = this.turn;
    const { index, words } = this;
    if (!index || !this.result) return;
    const pages = new Uint8Array(index.pages);
    for (const page of this.result.pages) pages[page] = 1;
    const facets = [["kind", words.kind, index.root.names.map(([id]) => [id, words.kinds[id], index.root.kinds.flatMap((kind, page) => (index.root.names[kind][0] === id ? [page] : []))])]];
    for (const name of ["prefectures", "specialties"]) facets.push([name, words.facets[name], (await index.json(name)).map(([id, label, all]) => [id, label, sums(all)])]);
    const states = await this.states();
    facets.push(["recruitment", words.facets.recruitment, Object.entries(words.states).map(([id, label]) => [id, label, states.flatMap(([page, state]) => (state === id ? [page] : []))])]);
    facets.push(["languages", words.language, (await index.json("languages")).map(([id, label, all]) => [id, label, sums(all)])]);
    if (turn !== this.turn) return;
    const rows = facets.flatMap(([name, label, values]) => {
      const options = values.map(([id, text, all]) => [id, text, all.filter((page) => pages[page]).length]).filter(([id, , count]) => count || this.filters.get(name) === id);
      if (options.length < 2 && !this.filters.has(name)) return [];
      const select = make("select", "", { name });
      select.append(make("option", words.any, { value: "" }), ...options.map(([id, text, count]) => make("option", `${text} (${count})`, { value: id })));
      select.value = this.filters.get(name) ?? "";
      const row = make("label", label);
      row.append(select);
      return [row];
    });
    if ((await index.json("cost")).some(([page]) => pages[page])) {
      const row = make("label", words.cost);
      row.append(make("input", "", { name: "cost", type: "number", min: 0, step: 10_000, value: this.filters.get("cost") ?? "" }));
      rows.push(row);
    }
    const reset = make("button", words.reset, { type: "button" });
    reset.addEventListener("click", () => this.choose(new Map()));
    const focused = this.narrow.contains(document.activeElement) ? document.activeElement.name : null;
    const box = make("div", "", { class: "filters ready", role: "group", "aria-label": words.narrow });
    box.append(...rows, reset);
    box.addEventListener("change", () => {
      this.choose(new Map([...box.querySelectorAll("[name]")].filter(({ value }) => value).map(({ name, value }) => [name, value])));
    });
    this.narrow.replaceChildren(make("summary", words.narrow), box);
    if (focused) box.querySelector(`[name="${focused}"]`)?.focus();
  }

  choose(filters) {
    this.filters = filters;
    this.keep("replaceState");
    this.filter();
  }

  // Pages of other languages.

  offerOthers() {
    this.others.hidden = !this.words.languages.length || !this.input.value.trim();
    if (this.others.hidden) return;
    const heading = make("h2", this.words.others);
    const parts = this.words.languages.flatMap(([tag, name, base]) => {
      const button = make("button", this.words.other.replace("{language}", name), { type: "button" });
      const list = make("ol", "", { class: "found" });
      button.addEventListener("click", async () => {
        button.disabled = true;
        const index = await indexAt(new URL(base, location.href).href);
        const result = await index.search(this.input.value, this.words.questions, this.language);
        const items = await Promise.all(result.best(SHOWN).map((page) => this.item(index, page, result, tag)));
        list.replaceChildren(...items.map(({ item }) => item));
        button.replaceWith(make("p", `${name} — ${this.words.count.replace("{count}", result.pages.length)}`, { role: "status" }));
        list.querySelector("a")?.focus();
        dispatchEvent(new Event("annai:added"));
      });
      return [button, list];
    });
    this.others.replaceChildren(heading, ...parts);
  }
}

/** Distances as what they come to. */
function sums(distances) {
  let sum = 0;
  return distances.map((by) => (sum += by));
}

const box = globalThis.document?.querySelector(".results[data-words]");
if (box) new Results(box);
