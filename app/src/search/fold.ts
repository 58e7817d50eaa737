/** Marks over, under and in letters (Latin, Greek, Cyrillic, Hebrew, Arabic), and characters that nobody sees: the server's own list. */
const MARKS =
  // biome-ignore lint/suspicious/noMisleadingCharacterClass: each of them is to be found by itself.
  /[\u0300-\u036f\u0483-\u0487\u0591-\u05bd\u05bf\u05c1\u05c2\u05c4\u05c5\u05c7\u0610-\u061a\u0640\u064b-\u065f\u0670\u00ad\u200b-\u200f\u20d0-\u20ff\ufe20-\ufe2f\ufeff]+/g;

const [FROM, TO] = ["ςłøđħıŧ’‘ʼ‐–—", "σlodhit'''---"];
const PLAIN = new Map([...FROM].map((letter, place) => [letter, TO[place] ?? ""] as const));
const ODD = new RegExp(`[${FROM}]`, "g");
const LIGATURES: Readonly<Record<string, string>> = { ß: "ss", æ: "ae", œ: "oe" };
// biome-ignore lint/suspicious/noControlCharactersInRegex: all of ASCII.
const ASCII = /^[\x00-\x7f]*$/;

const known = new Map<string, string>();
const MOST_KNOWN = 20_000;

/** Text as it is searched, here and by the server alike: without case and accents, ё as е, the final sigma as any other. */
export function folded(text: string): string {
  let found = known.get(text);
  if (found === undefined) {
    found = fold(text);
    // A household has some hundred payees, which are in a hundred thousand entries.
    if (known.size >= MOST_KNOWN) known.clear();
    known.set(text, found);
  }
  return found;
}

function fold(text: string): string {
  if (ASCII.test(text)) return text.toLowerCase();
  const bare = text.normalize("NFKD").replace(MARKS, "").toLowerCase();
  const plain = bare.replace(ODD, (letter) => PLAIN.get(letter) ?? letter).normalize("NFC");
  return plain.replace(/[ßæœ]/g, (letter) => LIGATURES[letter] ?? letter);
}
