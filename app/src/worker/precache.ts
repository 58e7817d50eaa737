import { isWhole, type Kept, neededOf, pathOf, type Release } from "./release.ts";

/** This release and its name; the build puts them in. */
declare const __RELEASE__: Release;
declare const __NAME__: string;

const PREFIX = "mybudget-";
const NAME = PREFIX + __NAME__;
/** Where a cache keeps what its release is. No fragment of another path: caches leave fragments out, and it would take that path's place. */
const RELEASE = "/precached.json";
/** Their names change with their content, so whatever has one has the right content. */
const ASSETS = "/assets/";

/** All that the release needs from the beginning or nothing: what an earlier one has the same is taken from there. */
export async function install(): Promise<void> {
  const earlier = await earlierOnes();
  const cache = await caches.open(NAME);
  const needed = neededOf(__RELEASE__, navigator.languages[0] ?? "", earlier);
  await Promise.all(
    [...needed].map(async (file) => {
      const known = earlier.find(({ files }) => files.has(file));
      await cache.put(pathOf(file), (await known?.cache.match(pathOf(file))) ?? (await fetched(file)));
    }),
  );
  await cache.put(RELEASE, new Response(JSON.stringify(__RELEASE__)));
}

/** Earlier releases go when this one takes over. */
export async function clean(): Promise<void> {
  for (const name of await caches.keys()) {
    if (name.startsWith(PREFIX) && name !== NAME) await caches.delete(name);
  }
}

/** From the device, or from the server and then kept: who went somewhere once can go there offline. */
export async function answer(request: Request, path: string): Promise<Response> {
  const cache = await caches.open(NAME);
  const found = await cache.match(path);
  if (found) return found;
  const response = await fetch(request);
  if (response.ok && path.startsWith(ASSETS) && __RELEASE__.files.includes(path))
    await cache.put(path, response.clone());
  return response;
}

let isFetching = false;

/** So many files at a time, so that what somebody waits for finds a connection. */
const AT_ONCE = 3;

/** What is not here yet. What fails is tried again when a page asks again. */
export async function fetchRest(): Promise<void> {
  if (isFetching) return;
  isFetching = true;
  try {
    const cache = await caches.open(NAME);
    const here = await pathsIn(cache);
    const missing = __RELEASE__.files.filter((file) => !here.has(pathOf(file)));
    const work = async () => {
      for (let file = missing.shift(); file !== undefined; file = missing.shift())
        await cache.put(pathOf(file), await fetched(file, "low"));
    };
    await Promise.all(Array.from({ length: AT_ONCE }, work));
  } finally {
    isFetching = false;
  }
}

async function fetched(file: string, priority: RequestPriority = "auto"): Promise<Response> {
  const path = pathOf(file);
  const response = await fetch(path, { cache: path.startsWith(ASSETS) ? "default" : "no-cache", priority });
  if (!response.ok) throw new Error(`${path} answered ${response.status}.`);
  return response;
}

interface Earlier {
  readonly cache: Cache;
  readonly kept: Kept;
  /** What it has, with the hashes. */
  readonly files: ReadonlySet<string>;
  readonly has: (path: string) => boolean;
}

async function earlierOnes(): Promise<readonly Earlier[]> {
  const found: Earlier[] = [];
  for (const name of await caches.keys()) {
    if (!name.startsWith(PREFIX) || name === NAME) continue;
    const cache = await caches.open(name);
    const kept = (await (await cache.match(RELEASE))?.json()) as Kept | undefined;
    // Without it, its installation was never done.
    if (!kept) continue;
    const here = await pathsIn(cache);
    const all = isWhole(kept)
      ? kept.map(([path, hash]) => (path.startsWith(ASSETS) ? path : `${path}#${hash}`))
      : kept.files;
    found.push({
      cache,
      kept,
      files: new Set(all.filter((file) => here.has(pathOf(file)))),
      has: (path) => here.has(path),
    });
  }
  return found;
}

async function pathsIn(cache: Cache): Promise<ReadonlySet<string>> {
  return new Set((await cache.keys()).map(({ url }) => new URL(url).pathname));
}
