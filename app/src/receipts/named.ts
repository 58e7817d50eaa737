const ENDINGS: Readonly<Record<string, RegExp>> = {
  "image/jpeg": /\.jpe?g$/i,
  "image/png": /\.png$/i,
  "image/webp": /\.webp$/i,
  "application/pdf": /\.pdf$/i,
};

/**
 * The name of a receipt: as long as the server takes it, without a path and without what cannot be seen, and with the ending of what it is,
 * so that saving it makes nothing else of it.
 */
export function nameOf(fileName: string, type: string): string {
  const last = fileName.split(/[\\/]/).at(-1) ?? "";
  const seen = last.replace(/[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/gu, "").trim() || "receipt";
  const ending = ENDINGS[type]?.test(seen) ? "" : `.${type.split("/")[1]?.replace("jpeg", "jpg")}`;
  return [...seen].slice(ending.length - 100).join("") + ending;
}
