/** Gives the user a file of this content in JSON. */
export function saveFile(name: string, content: unknown): void {
  saveBlob(name, new Blob([JSON.stringify(content, null, 2)], { type: "application/json" }));
}

/** The same of what people read. */
export function saveText(name: string, text: string): void {
  saveBlob(name, new Blob([text], { type: "text/plain" }));
}

/** Gives the user a file, by the browser's own way. */
export function saveBlob(name: string, file: Blob): void {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(file);
  link.download = name;
  link.click();
  // Not before the browser has taken it.
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
}
