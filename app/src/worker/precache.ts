/** Every file of this release with its hash, and the release's own; the build puts them in. */
declare const __PRECACHE__: readonly (readonly [path: string, hash: string])[];
declare const __RELEASE__: string;

const PREFIX = "mybudget-";
const NAME = PREFIX + __RELEASE__;
/** Where a cache keeps what is in it. No fragment of another path: caches leave fragments out, and it would take that path's place. */
const HASHES = "/precached.json";

/** All files of the release or none: what an earlier one has under the same hash is taken from there. */
export async function install(): Promise<void> {
  const earlier = await earlierFiles();
  const cache = await caches.open(NAME);
  await Promise.all(
    __PRECACHE__.map(async ([path, hash]) => {
      const known = earlier.get(`${path}#${hash}`);
      const response = known ?? (await fetch(path, { cache: "no-cache" }));
      if (!response.ok) throw new Error(`${path} answered ${response.status}.`);
      await cache.put(path, response);
    }),
  );
  await cache.put(HASHES, new Response(JSON.stringify(__PRECACHE__)));
}

/** Earlier releases go when this one takes over. */
export async function clean(): Promise<void> {
  for (const name of await caches.keys()) {
    if (name.startsWith(PREFIX) && name !== NAME) await caches.delete(name);
  }
}

export async function cached(path: string): Promise<Response | undefined> {
  return (await caches.open(NAME)).match(path);
}

async function earlierFiles(): Promise<ReadonlyMap<string, Response>> {
  const files = new Map<string, Response>();
  for (const name of await caches.keys()) {
    if (!name.startsWith(PREFIX) || name === NAME) continue;
    const cache = await caches.open(name);
    const hashes = await (await cache.match(HASHES))?.json();
    if (!Array.isArray(hashes)) continue;
    for (const [path, hash] of hashes as typeof __PRECACHE__) {
      const response = await cache.match(path);
      if (response) files.set(`${path}#${hash}`, response);
    }
  }
  return files;
}
