/** Why a file cannot be a receipt. */
export type ReceiptFault = "kind" | "unreadable" | "tooLarge" | "empty";

export interface Prepared {
  readonly file: Blob;
  readonly name: string;
}

/** The server takes no larger ones. */
export const MOST_BYTES = 5 * 1024 * 1024;

/** As many as the server takes for one entry. */
export const MOST_RECEIPTS = 10;

/** Enough to read the small print of a long till receipt. */
const MOST_PIXELS = 4_000_000;

/** Such as a picture of a screen, which is sharper than what would become of it. */
const SMALL_BYTES = 300 * 1024;

/** What can be offered to be chosen; a phone offers its camera, too. */
export const ACCEPTED = "image/*,application/pdf";

/**
 * A receipt as it is kept and sent. A photograph is made smaller and written anew, and with that loses what cameras write into them, such
 * as where it was taken.
 */
export async function prepared(file: Blob, name: string): Promise<Prepared | ReceiptFault> {
  if (file.size === 0) return "empty";
  const head = new TextDecoder("latin1").decode(await file.slice(0, 1024).arrayBuffer());
  if (head.includes("%PDF-")) {
    if (file.size > MOST_BYTES) return "tooLarge";
    // Whoever wrote it may have put something before its beginning, which readers overlook and servers need not.
    return { file: new Blob([file.slice(head.indexOf("%PDF-"))], { type: "application/pdf" }), name };
  }
  if (file.type === "image/png" && file.size <= SMALL_BYTES && head.startsWith("\x89PNG")) return { file, name };
  const picture = await createImageBitmap(file).catch(() => null);
  if (!picture) return file.type.startsWith("image/") ? "unreadable" : "kind";
  const photo = await smaller(picture);
  picture.close();
  if (!photo) return "unreadable";
  return photo.size > MOST_BYTES ? "tooLarge" : { file: photo, name: name.replace(/\.[^.]{1,5}$/, "") };
}

function smaller(picture: ImageBitmap): Promise<Blob | null> {
  const scale = Math.min(1, Math.sqrt(MOST_PIXELS / (picture.width * picture.height)));
  const canvas = document.createElement("canvas");
  canvas.width = Math.max(1, Math.round(picture.width * scale));
  canvas.height = Math.max(1, Math.round(picture.height * scale));
  const pen = canvas.getContext("2d");
  if (!pen) return Promise.resolve(null);
  // JPEG has nothing to see through.
  pen.fillStyle = "white";
  pen.fillRect(0, 0, canvas.width, canvas.height);
  pen.drawImage(picture, 0, 0, canvas.width, canvas.height);
  return new Promise((resolve) => canvas.toBlob(resolve, "image/jpeg", 0.82));
}
