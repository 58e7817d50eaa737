/** What a release is made of, as the build puts it into the worker. */
export interface Release {
  /** Paths; where a path does not change with its content, with the content's hash behind a #. */
  readonly files: readonly string[];
  /** How many of the files, the first ones, everybody needs from the beginning. */
  readonly core: number;
  /** What else there is: which files each needs beside the core. Named by its source, so that it is known again in the next release. */
  readonly parts: Readonly<Record<string, readonly number[]>>;
}

/** As releases up to 0.0 kept it: everything was on the device. */
type Whole = readonly (readonly [path: string, hash: string])[];

export type Kept = Release | Whole;

export function isWhole(kept: Kept): kept is Whole {
  return Array.isArray(kept);
}

export function pathOf(file: string): string {
  return file.split("#", 1)[0] ?? file;
}

/** The language's texts are a part like others, but nothing is shown without them. */
export function textsOf(release: Release, language: string): readonly string[] {
  return filesOf(release, `texts/${/^ru\b/.test(language) ? "ru" : "en"}/core.ts`);
}

function filesOf({ files, parts }: Release, part: string): readonly string[] {
  return (parts[part] ?? []).map((place) => files[place] ?? "");
}

/**
 * What has to be on the device before a release takes over: the core, the texts, and each part that an earlier one has there, since nobody
 * may lose a screen by an update. A part that is no longer known may have become any other, so everything is needed then.
 */
export function neededOf(
  release: Release,
  language: string,
  earlier: readonly { readonly kept: Kept; readonly has: (path: string) => boolean }[],
): ReadonlySet<string> {
  const needed = new Set([...release.files.slice(0, release.core), ...textsOf(release, language)]);
  for (const { kept, has } of earlier) {
    if (isWhole(kept)) return new Set(release.files);
    for (const part of Object.keys(kept.parts)) {
      if (!filesOf(kept, part).every((file) => has(pathOf(file)))) continue;
      if (!(part in release.parts)) return new Set(release.files);
      for (const file of filesOf(release, part)) needed.add(file);
    }
  }
  return needed;
}
