/**
 * SHA-256 of a short text, at once: a digest is taken of every entity, and the browser's own is only there over HTTPS and one promise
 * at a time.
 */
const ROUNDS = new Uint32Array(64);
const START = new Uint32Array(8);
for (let found = 0, candidate = 2; found < 64; candidate++) {
  if (!isPrime(candidate)) continue;
  if (found < 8) START[found] = fractionOf(Math.sqrt(candidate));
  ROUNDS[found++] = fractionOf(Math.cbrt(candidate));
}

function isPrime(candidate: number): boolean {
  for (let factor = 2; factor * factor <= candidate; factor++) if (candidate % factor === 0) return false;
  return true;
}

function fractionOf(root: number): number {
  return (root % 1) * 2 ** 32;
}

const utf8 = new TextEncoder();
const words = new Uint32Array(64);

/** The first 8 bytes of the hash, as two words. */
export function sha256Head(text: string): [high: number, low: number] {
  const bytes = utf8.encode(text);
  const padded = new Uint8Array(Math.ceil((bytes.length + 9) / 64) * 64);
  padded.set(bytes);
  padded[bytes.length] = 0x80;
  const view = new DataView(padded.buffer);
  view.setUint32(padded.length - 4, bytes.length * 8);
  const state = START.slice();
  for (let block = 0; block < padded.length; block += 64) mix(state, view, block);
  return [state[0] as number, state[1] as number];
}

function mix(state: Uint32Array, view: DataView, block: number): void {
  for (let t = 0; t < 16; t++) words[t] = view.getUint32(block + 4 * t);
  for (let t = 16; t < 64; t++) {
    const [near, far] = [at(words, t - 2), at(words, t - 15)];
    const first = rotated(far, 7) ^ rotated(far, 18) ^ (far >>> 3);
    const second = rotated(near, 17) ^ rotated(near, 19) ^ (near >>> 10);
    words[t] = at(words, t - 16) + first + at(words, t - 7) + second;
  }
  let [a, b, c, d] = [at(state, 0), at(state, 1), at(state, 2), at(state, 3)];
  let [e, f, g, h] = [at(state, 4), at(state, 5), at(state, 6), at(state, 7)];
  for (let t = 0; t < 64; t++) {
    const chosen = (e & f) ^ (~e & g);
    const one = (h + (rotated(e, 6) ^ rotated(e, 11) ^ rotated(e, 25)) + chosen + at(ROUNDS, t) + at(words, t)) | 0;
    const two = ((rotated(a, 2) ^ rotated(a, 13) ^ rotated(a, 22)) + ((a & b) ^ (a & c) ^ (b & c))) | 0;
    // One after the other: an array for each round would take most of the time.
    h = g;
    g = f;
    f = e;
    e = (d + one) | 0;
    d = c;
    c = b;
    b = a;
    a = (one + two) | 0;
  }
  const mixed = [a, b, c, d, e, f, g, h];
  for (let place = 0; place < 8; place++) state[place] = at(state, place) + (mixed[place] as number);
}

function at(array: Uint32Array, place: number): number {
  return array[place] as number;
}

function rotated(word: number, by: number): number {
  return (word >>> by) | (word << (32 - by));
}
